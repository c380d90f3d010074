"""Taking a list in, step by step in one tab: file, columns, look; and the imports that were."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.services.transfer.engine import reporting
from crm_desktop.services.transfer.importing import UndoImport, write_wrong_rows
from crm_desktop.services.transfer.intake import FileImported, ImportFile
from crm_desktop.services.transfer.looking import (
    FilePreview,
    Opened,
    RunRow,
    importable,
    open_file,
    preview_file,
)
from ui.bars import Bar
from ui.desk import Desk
from ui.files import ask_place, ask_sheet
from ui.intake.columns_page import ColumnsPage
from ui.intake.look_page import LookPage
from ui.intake.past import past_list
from ui.intake.words import kind_word
from ui.screen import Screen
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone

TABLES = frozenset(
    {
        *("import_run", "customer", "product", "product_price", "product_stock"),
        *("customer_credit", "receivable", "sale_bill"),
    }
)


class ImportScreen(Screen):
    """A tab of its own; the kind that was asked for is chosen."""

    def __init__(self, desk: Desk, kind: str, record_id: str) -> None:
        super().__init__(desk)
        self.path = ""
        self.opened: Opened | None = None
        self._task: Task | None = None
        self._done: list[FileImported] = []
        self.heading, self.bar = QLabel(self), Bar(self)
        set_role(self.heading, "title")
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("Kind of list"))
        for name in desk.read(importable):
            self.kinds.addItem(kind_word(desk, name), name)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(str(record_id))))
        self.past = past_list(desk)
        self.columns = ColumnsPage(desk, self)
        self.bind(
            {
                "import.choose": self.choose,
                "import.go": self.go,
                "import.step_back": self.back,
                "import.wrong": self.choose_wrong,
                "import.known": lambda: self.look.decide("known"),
                "import.new": lambda: self.look.decide("new"),
                "import.out": lambda: self.look.decide("out"),
                "import.undo": self.ask_undo,
            }
        )
        deciding = [self.button(f"import.{act}") for act in ("known", "new", "out")]
        self.look = LookPage(desk, [button for button in deciding if button], self)
        self.pages = QStackedWidget(self)
        self._lay_out()
        self.kinds.currentIndexChanged.connect(lambda _: self._other_kind())
        self.past.current_changed.connect(lambda _: self._show_actions())
        self.look.tabs.currentChanged.connect(lambda _: self._show_actions())
        self._turn(self.past)

    @property
    def title(self) -> str:
        return self.tr("Import: {0}").format(self.kinds.currentText())

    @property
    def page(self) -> QWidget:
        """The step in view."""
        return self.pages.currentWidget() or self.past

    @property
    def kind(self) -> str:
        """The kind of list that is chosen."""
        return str(self.kinds.currentData() or "")

    def reload(self, tables: frozenset[str]) -> None:
        if not tables or tables & TABLES:
            self.past.reload()

    def back(self) -> bool:
        """One step back; what is under way ends first, and nothing of it is stored."""
        if self._task is not None:
            self._task.cancel()
            return True
        page = {self.look: self.columns, self.columns: self.past}.get(self.page)
        if page is not None:
            self._turn(page)
        return page is not None

    # Steps ------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for the file."""
        title = self.tr("List to import: {0}").format(self.kinds.currentText())
        ask_sheet(self, title, self.open_path)

    def open_path(self, path: str) -> None:
        """Show its columns; a set of headings that is known already goes on by itself."""
        self.path = path
        self.bar.clear()
        kind = self.kind
        self._begin(lambda app, _: app.read(open_file, kind, path), self._opened)

    def go(self) -> None:
        """The next step from the one in view."""
        if self._task is not None:
            return
        page = self.page
        if page is self.past:
            self.choose()
        elif page is self.columns:
            self.look_at()
        else:
            self.take_in()

    def look_at(self) -> None:
        """Read the whole file with the chosen fields; nothing changes."""
        opened = self.opened
        if opened is None:
            return
        if twice := self.columns.twice():
            self.bar.say(self.tr("“{0}” is chosen for two columns.").format(twice), Tone.STOP)
            return
        if missing := self.columns.missing(opened.needed):
            words = self.tr("Please say which column is: {0}.").format(", ".join(missing))
            self.bar.say(words, Tone.STOP)
            return
        self.bar.clear()
        kind, path, keys = self.kind, self.path, self.columns.keys()

        def work(app: Application, task: Task) -> FilePreview:
            with reporting(_teller(task, 0)):
                return app.read(preview_file, kind, path, keys)

        self._begin(work, self._looked)

    def take_in(self) -> None:
        """Store it, wrong lines left out; all of it or nothing."""
        preview = self.look.preview
        if preview is None or not self._takes(preview):
            return
        command = ImportFile(
            preview.kind,
            preview.path,
            skip_bad_rows=preview.wrong > 0,
            doubles=self.look.policy.currentData(),
            mapping=self.columns.keys(),
            choices=self.look.decisions,
            complete=self.look.complete.isChecked(),
            stamp=preview.stamp,
        )

        def work(app: Application, task: Task) -> FileImported:
            with reporting(_teller(task, preview.rows)):
                self._done.append(app.execute(command))
            return self._done[0]

        self._begin(work, self._taken)

    # What came of it --------------------------------------------------------------------------

    def _begin(self, work: Callable[[Application, Task], Any], then: Callable[[Any], None]) -> None:
        self._done.clear()
        self._task = self.desk.beside(work, then, self.refused)
        self._task.ended.connect(self._ended)
        self._show_actions()

    def _ended(self) -> None:
        """It is over; where it was given up too late, what came of it is told all the same."""
        if self._task is None or self.sender() is not self._task:
            return
        task, self._task = self._task, None
        if task.cancelled and self._done:
            self._taken(self._done[0])
        elif task.cancelled:
            self.bar.say(self.desk.explain(Refused("given_up")), Tone.INFO)
        self._show_actions()

    def _opened(self, opened: Opened) -> None:
        self.opened = opened
        self.columns.show_file(opened)
        self._turn(self.columns)
        if opened.remembered:
            self.look_at()

    def _looked(self, preview: FilePreview) -> None:
        self.look.show_preview(preview)
        self._turn(self.look)

    def _taken(self, done: FileImported) -> None:
        """The lists behind are read again at once: it was written on another connection."""
        self.desk.look_around()
        words = self.tr("Imported: {0} new, {1} changed, {2} unchanged, {3} left out.").format(
            f"{done.added:,}", f"{done.changed:,}", f"{done.unchanged:,}", f"{done.skipped:,}"
        )
        language = self.desk.language
        more = [
            sentence(f"terminal_import_{name}", language, count=n)
            for name, n in done.more.items()
            if n
        ]
        words = " ".join((words, *more))
        self.desk.say(words)
        self.past.reload()
        self._turn(self.past)
        self.bar.say(words, Tone.OK)

    def refused(self, refusal: Refused) -> None:
        """Say here why nothing was taken in."""
        self.bar.say(self.desk.explain(refusal), Tone.STOP)

    # Wrong lines, and undo --------------------------------------------------------------------

    def choose_wrong(self) -> None:
        """Ask where the wrong lines go."""
        if self.look.preview is None or not self.look.preview.errors:
            return
        name = f"{Path(self.path).stem}-wrong.xlsx"
        ask_place(self, self.tr("Save the wrong lines"), name, self.save_wrong)

    def save_wrong(self, path: str) -> None:
        """Write them as they stand in the file, with the reason beside them."""
        preview, language = self.look.preview, self.desk.language
        if preview is None:
            return
        source, errors, kind = Path(preview.path), preview.errors, preview.kind
        words = self.tr("{0} wrong lines are in {1}. Mend them there and take that file in.")

        def done(count: int) -> None:
            self.bar.say(words.format(f"{count:,}", Path(path).name), Tone.OK)

        def work(_application: Application, _task: Task) -> int:
            return write_wrong_rows(source, Path(path), errors, language, kind)

        self._begin(work, done)

    def ask_undo(self) -> None:
        """Ask before the import under the cursor is taken back."""
        row = self.past.current()
        if row is None or not row.undoable:
            return
        words = self.tr("Undo the import of {0} ({1})? Everything becomes as it was before.")
        choices = [
            (self.tr("Undo the import"), lambda: self.undo(row)),
            (self.tr("Keep it"), self.bar.clear),
        ]
        said = words.format(kind_word(self.desk, row.kind), row.file)
        self.bar.say(said, Tone.WARN, choices)
        self.bar.buttons[1].setFocus()

    def undo(self, row: RunRow) -> None:
        """Put everything back as it was."""
        words = self.tr("Undone: {0} records are as they were.")

        def done(count: int) -> None:
            self.desk.look_around()
            self.past.reload()
            self.bar.say(words.format(f"{count:,}"), Tone.OK)

        self._begin(lambda app, _: app.execute(UndoImport(row.kind)), done)

    # Looks ------------------------------------------------------------------------------------

    def _takes(self, preview: FilePreview) -> bool:
        """Whether there is anything to take in."""
        return preview.added + preview.changed + preview.unchanged + preview.doubles > 0

    def _other_kind(self) -> None:
        """The same file may be another kind of list; its columns are looked at anew."""
        self.retitled.emit()
        if self.page is not self.past and self.path:
            self.open_path(self.path)
        self._turn(self.past)

    def _turn(self, page: QWidget) -> None:
        titles = {
            self.past: self.tr("Imports so far"),
            self.columns: self.tr("Which column is what"),
            self.look: self.tr("What the file would do"),
        }
        self.heading.setText(titles[page])
        self.pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible():
            page.setFocus()
        self._show_actions()

    def _show_actions(self) -> None:
        page, idle, row = self.page, self._task is None, self.past.current()
        preview = self.look.preview
        looking, deciding = page is self.look, page is self.look and self.look.deciding
        self.kinds.setEnabled(idle)
        enabled = {
            "import.choose": idle,
            "import.go": idle and not (looking and preview and not self._takes(preview)),
            "import.step_back": page is not self.past,
            "import.wrong": idle and looking and bool(preview and preview.errors),
            "import.undo": idle and page is self.past and bool(row and row.undoable),
            **dict.fromkeys(("import.known", "import.new", "import.out"), idle and deciding),
        }
        for name, on in enabled.items():
            if name in self.bound:
                self.bound[name].setEnabled(on)
        for name, button in self.buttons.items():
            button.setVisible(enabled[name] and not (looking and name == "import.choose"))
        if self.go_on is not None:
            wrong = looking and preview is not None and preview.wrong > 0
            words = self.tr("Import without the wrong lines") if wrong else self.tr("Import")
            self.go_on.setText(words if looking else self.tr("Go on"))
            self.go_on.setVisible(page is not self.past)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.heading, 1)
        head.addWidget(self.kinds)
        foot.setSpacing(8)
        names = ("go", "choose", "wrong", "undo", "step_back")
        made = {
            name: self.button(name, primary=name == "import.go")
            for name in map("import.{}".format, names)
        }
        self.buttons = {name: button for name, button in made.items() if button is not None}
        self.go_on = made["import.go"]
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        for page in (self.past, self.columns, self.look):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)


def _teller(task: Task, lines: int) -> Callable[[int], None]:
    """Tells the bar how far it is, and ends the work once nobody waits for it."""

    def tell(done: int) -> None:
        task.report(done, lines)
        if task.cancelled:
            raise Refused("given_up")

    return tell
