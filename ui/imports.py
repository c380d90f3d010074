"""What an import of another program's list would do, looked at before it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Command, Context, Page
from crm_desktop.services.transfer.importing import Preview, write_errors
from ui.bars import Bar
from ui.desk import Desk
from ui.facts import Facts
from ui.file_dialog import FileDialog
from ui.files import ask_sheet
from ui.guarded import guarded
from ui.keys import sequences
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone

TAKES = sequences("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")


@dataclass(frozen=True)
class Intake:
    """One kind of list: its words, the query that only looks, and the command that takes it in.

    `choose` asks for the file; `added` and `known` say what the two counts are of. The command
    takes the path, whether to leave wrong lines out, and whether `option` (a tick box, where it
    has words) is ticked; `more` says what else was done.
    """

    title: str
    choose: str
    added: str
    known: str
    preview: Callable[[Context, str], Preview]
    command: Callable[[str, bool, bool], Command[Any]]
    option: str = ""
    more: Callable[[Any], str] = lambda _: ""


@dataclass(frozen=True)
class Wrong:
    """One error of the list, in words."""

    id: int
    line: int
    column: str
    sentence: str


class ImportPanel(QWidget):
    """Counts, errors by line, and the choice; `finished` when there is nothing more to do here."""

    finished = Signal()

    def __init__(self, desk: Desk, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.intake = desk, intake
        self._path = ""
        self._task: Task | None = None
        self._done: list[Any] = []
        self._preview: Preview | None = None
        self._wrong: Sequence[Wrong] = ()
        self.heading = QLabel(intake.title, self)
        set_role(self.heading, "title")
        self.bar = Bar(self)
        self.facts = Facts(self)
        self.errors = ListView(
            "import_errors",
            self.tr("Errors in the list"),
            (
                Column("line", self.tr("Line"), 72, align=Align.RIGHT),
                Column("column", self.tr("Column"), 140, muted=True),
                Column("sentence", self.tr("What is wrong"), 480, stretch=True),
            ),
            self._fetch,
            empty=(
                self.tr("No errors"),
                self.tr("Every line can be taken in. Press “Import” to do it."),
            ),
            state=desk.state,
            filter_box=False,
        )
        self.option = QCheckBox(intake.option, self)
        self.option.setVisible(bool(intake.option))
        self.take = self._button(self.tr("Import"), self._import)
        set_role(self.take, "primary")
        self.keep = self._button(self.tr("Save the errors as CSV"), self._choose_where)
        self.cancel = self._button(self.tr("Cancel"), self.give_up)
        self._lay_out()

    def choose(self, then: Callable[[str], object]) -> None:
        """Ask for the file; what it would do is shown before anything changes."""
        ask_sheet(self, self.intake.choose, then)

    def look_at(self, path: str) -> None:
        """Read the whole file beside the window and show what it would do; nothing changes."""
        if self._task is not None:
            self._task.cancel()
        self._path, self._preview, self._wrong = path, None, ()
        self.option.setChecked(False)
        self.bar.clear()
        preview = self.intake.preview
        self._begin(lambda application, _: application.read(preview, path), self._looked)
        self._show()

    def _begin(self, work: Callable[[Application, Task], Any], then: Callable[[Any], None]) -> None:
        self._done.clear()
        self._task = self.desk.beside(work, then, self.refused)
        self._task.ended.connect(self._ended)

    def _ended(self) -> None:
        """It is over; where it was given up, what came of it is told all the same."""
        if self._task is None or self.sender() is not self._task:
            return
        task, self._task = self._task, None
        if task.cancelled and self._done:
            self._taken(self._done[0])
        elif task.cancelled and self._preview is not None:
            self.bar.say(self.desk.explain(Refused("given_up")), Tone.INFO)
        elif task.cancelled:
            self.finished.emit()
        self._show_state()

    def give_up(self) -> None:
        """Out of here; what is under way ends first, and nothing of it is stored."""
        if self._task is None:
            self.finished.emit()
        else:
            self._task.cancel()

    def _looked(self, preview: Preview) -> None:
        self._preview = preview
        self._show()

    def _show(self) -> None:
        preview = self._preview
        pairs = [(self.tr("File"), Path(self._path).name)]
        if self._task is not None and preview is None:
            pairs.append((self.tr("Lines"), "…"))
        if preview:
            self._wrong = [
                Wrong(at, e.line, e.column, sentence(e.code, self.desk.language, **e.values))
                for at, e in enumerate(preview.errors)
            ]
            pairs += [
                (self.tr("Lines"), f"{preview.rows:,}"),
                (self.intake.added, f"{preview.added:,}"),
                (self.intake.known, f"{preview.updated:,}"),
                (self.tr("Errors"), f"{len(preview.errors):,}"),
                (self.tr("Columns not used"), ", ".join(preview.ignored)),
            ]
        self.facts.show_pairs(pairs)
        self.errors.setVisible(preview is not None)
        self.errors.reload()
        self._show_state()

    def _show_state(self) -> None:
        wrong, preview = bool(self._wrong), self._preview
        sound = preview is not None and preview.added + preview.updated > 0
        self.keep.setVisible(wrong)
        self._enable(sound and self._task is None)
        self.option.setEnabled(self._task is None)
        self.take.setText(self.tr("Import without these lines") if wrong else self.tr("Import"))

    def _enable(self, ready: bool) -> None:
        """The key that goes on is under the hands as soon as there is something to take in."""
        before, focus = self.take.isEnabled(), QApplication.focusWidget()
        self.take.setEnabled(ready)
        if ready and not before and focus is not None and self.isAncestorOf(focus):
            self.take.setFocus()

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S and Ctrl+Enter take it in, wherever the cursor is."""
        if QKeySequence(event.keyCombination()) in TAKES:
            self.take.click()
        else:
            super().keyPressEvent(event)

    def _fetch(self, wanted: ListQuery) -> Page[Wrong]:
        begin = wanted.after[0] if wanted.after else 0
        end = begin + wanted.limit
        more = (end,) if end < len(self._wrong) else None
        return Page(tuple(self._wrong[begin:end]), more)

    def _import(self) -> None:
        command = self.intake.command(self._path, bool(self._wrong), self.option.isChecked())

        def work(application: Application, _: Task) -> Any:
            self._done.append(application.execute(command))
            return self._done[0]

        self._begin(work, self._taken)
        self._show_state()

    def _taken(self, done: Any) -> None:
        """The lists behind are read again at once: it was written on another connection."""
        self.desk.look_around()
        counts = self.tr("Imported: {0} new, {1} changed, {2} left out.").format(
            done.added, done.updated, done.skipped
        )
        self.desk.say(f"{counts} {self.intake.more(done)}".strip())
        self.finished.emit()

    def refused(self, refusal: Refused) -> None:
        """Say here why nothing was taken in."""
        self.bar.say(self.desk.explain(refusal), Tone.STOP)

    def _choose_where(self) -> None:
        dialog = FileDialog(self, self.tr("Save the errors"), "", "")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{Path(self._path).stem}-errors.csv")
        dialog.fileSelected.connect(self.save_errors)
        dialog.open()

    def save_errors(self, path: str) -> None:
        """Write the errors where the person said."""
        errors = self._preview.errors if self._preview else ()
        try:
            write_errors(Path(path), errors, self.desk.language)
        except OSError as error:
            self.bar.say(self.tr("The file could not be written: {0}").format(error), Tone.STOP)
            return
        self.desk.say(self.tr("The errors are in {0}.").format(Path(path).name))

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked: act())
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.take, self.keep, self.cancel):
            foot.addWidget(button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.bar)
        layout.addWidget(self.facts)
        layout.addWidget(self.errors, 1)
        layout.addWidget(self.option)
        layout.addStretch()
        layout.addLayout(foot)
        self.setFocusProxy(self.cancel)
