"""Templates in the paper: kept under a name, found by a part of it, put in, renamed, taken away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.templates import (
    RemoveTemplate,
    RenameTemplate,
    RestoreTemplate,
    SaveTemplate,
    TemplateRow,
    template_page,
)
from ui.desk import Desk
from ui.guarded import guarded
from ui.icons import icon
from ui.papers.panels import Panel
from ui.theme import set_role
from ui.tokens import Tone

OFFERED = 50
SHOWN = 8
_ROW = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeepPanel(Panel):
    """Asks for the name of a template; one that has the name already may be replaced."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget) -> None:
        super().__init__(desk, "", "bookmark-simple", "", parent)
        self.entitle(self.tr("Keep as a template"), self.tr("Keep"))
        self._content = content
        self.rows.text("title", self.tr("Name"), required=True, longest=120, span=4)
        whose = (("person", self.tr("Mine only")), ("branch", self.tr("For the branch")))
        self.rows.choice("scope", self.tr("For"), whose, span=2)
        self.act = self._keep

    def _keep(self, row: TemplateRow | None = None) -> bool:
        values = self.values()
        command = SaveTemplate(
            row.id if row else None,
            row.version if row else 0,
            values["title"],
            values["scope"],
            self._content,
        )
        if self.desk.execute(command, self) is None:
            return False
        self.desk.say(self.tr("Kept as “{0}”").format(values["title"]))
        return True

    def refused(self, refusal: Refused) -> None:
        row = self._of_that_name() if refusal.code == "template_name_taken" else None
        if row is None or not row.mine:
            super().refused(refusal)
            return
        replace = (self.tr("Replace it"), lambda: self._replace(row))
        self.bar.say(self.desk.explain(refusal), Tone.WARN, [replace])
        self.bar.buttons[0].setFocus()

    def _of_that_name(self) -> TemplateRow | None:
        values = self.values()
        page = self.desk.read(template_page, ListQuery(text=values["title"], limit=OFFERED))
        named = (values["title"].strip(), values["scope"])
        return next((row for row in page.rows if (row.title, row.scope) == named), None)

    def _replace(self, row: TemplateRow) -> None:
        if self._keep(row):
            self.done.emit()
            self.close_panel()


class TemplatesPanel(Panel):
    """The templates that fit what is typed; `chosen` gets the one that Enter was pressed on."""

    def __init__(self, desk: Desk, chosen: Callable[[TemplateRow], bool], parent: QWidget) -> None:
        super().__init__(desk, "", "bookmarks-simple", "", parent, tall=True)
        self.entitle(self.tr("Lines of a template"), self.tr("Put in"))
        self._chosen = chosen
        self._renaming: TemplateRow | None = None
        search = self.rows.text(
            "search", self.tr("Template"), placeholder=self.tr("A part of its name"), span=6
        )
        self.rows.text("title", self.tr("New name"), longest=120, span=4)
        whose = (("person", self.tr("Mine only")), ("branch", self.tr("For the branch")))
        self.rows.choice("scope", self.tr("For"), whose, span=2)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(SHOWN * 26 + 8)
        self.list.itemClicked.connect(lambda _: self.go())
        help_line = QLabel(self.tr("Enter puts its lines in at today’s prices"), self)
        set_role(help_line, "muted")
        self.rename = self._button(self.tr("Another name"), "pencil-simple", self._rename)
        self.remove = self._button(self.tr("Take it away"), "trash", self._remove)
        foot = QHBoxLayout()
        foot.addWidget(help_line, 1)
        foot.addWidget(self.rename)
        foot.addWidget(self.remove)
        self.body.insertWidget(1, self.list)
        self.body.insertLayout(2, foot)
        search.changed.connect(self.look)
        self.act = self._go_on
        self._rename(None)
        self.look()

    def _button(self, words: str, glyph: str, act: Callable[[TemplateRow], object]) -> QPushButton:
        """A button about the template under the cursor; Tab reaches it from the search."""
        made = QPushButton(icon(glyph), words, self)
        made.setAutoDefault(True)
        made.clicked.connect(lambda _checked: self._with_current(act))
        return made

    def _with_current(self, act: Callable[[TemplateRow], object]) -> None:
        row = self.current
        if row is not None:
            act(row)

    def look(self) -> None:
        """The templates whose name fits."""
        text = str(self.fields["search"].raw())
        page = self.desk.read(template_page, ListQuery(text=text, limit=OFFERED))
        self.list.clear()
        for row in page.rows:
            whose = self.tr("mine") if row.scope == "person" else self.tr("branch, {0}")
            lines = self.tr("{0} lines").format(row.lines)
            item = QListWidgetItem(f"{row.title} · {lines} · {whose.format(row.owner)}", self.list)
            item.setData(_ROW, row)
            item.setIcon(icon("bookmark-simple"))
        self.list.setCurrentRow(0)
        for button in (self.rename, self.remove):
            button.setEnabled(self.current is not None and self.current.mine)
        if not page.rows:
            words = self.tr("No template fits. Ctrl+Shift+F3 keeps the paper in view as one.")
            item = QListWidgetItem(words, self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    @property
    def current(self) -> TemplateRow | None:
        """The template under the cursor."""
        place = self.list.currentRow()
        row: TemplateRow | None = self.list.item(place).data(_ROW) if place >= 0 else None
        return row

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._renaming is None:
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, last)))
        else:
            super().keyPressEvent(event)

    def _rename(self, row: TemplateRow | None) -> None:
        """Ask for another name and whose it is; None shows the list again."""
        self._renaming = row
        for key in ("title", "scope"):
            self.fields[key].cell.setVisible(row is not None)
        self.fields["search"].cell.setVisible(row is None)
        for button in (self.rename, self.remove):
            button.setVisible(row is None)
        if row is None:
            self.promise(self.tr("Put in"))
            if QApplication.focusWidget() is not None:
                self.fields["search"].widget.setFocus()
            return
        self.promise(self.tr("Rename"))
        self.fields["title"].set_raw(row.title)
        self.fields["scope"].set_raw(row.scope)
        self.fields["title"].widget.setFocus()

    def _go_on(self) -> bool:
        row = self._renaming
        if row is None:
            return self.current is not None and self._chosen(self.current)
        title, scope = self.fields["title"].value(), self.fields["scope"].value()
        command = RenameTemplate(row.id, row.version, title, scope)
        if self.desk.execute(command, self) is not None:
            self._rename(None)
            self.look()
        return False

    def _remove(self, row: TemplateRow) -> None:
        if self.desk.execute(RemoveTemplate(row.id, row.version), self) is None:
            return
        self.look()
        back = (self.tr("Bring it back"), lambda: self._restore(row))
        self.bar.say(self.tr("“{0}” was taken away.").format(row.title), Tone.INFO, [back])

    def _restore(self, row: TemplateRow) -> None:
        self.desk.execute(RestoreTemplate(row.id), self)
        self.look()
        self.fields["search"].widget.setFocus()
