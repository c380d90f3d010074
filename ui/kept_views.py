"""Kept views of a list: picked by a number, kept under a name, renamed, taken away and back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from crm_desktop.domain.thai import swap_layout
from crm_desktop.services.view_lists import KeptView, list_views
from crm_desktop.services.views import LONGEST_NAME, KeepView, OpenWithView, RemoveView, RenameView
from ui.guarded import guarded
from ui.icons import icon
from ui.papers.panels import ROOM_FOR_BOTH, Panel
from ui.screen import Screen
from ui.tables.view import ListView, view_in
from ui.tables.views import take, written
from ui.tokens import Tone

SHOWN = 5
"""Rows of views in sight; further ones are scrolled to."""
_ROW = Qt.ItemDataRole.UserRole


def ask(screen: Screen) -> None:
    """Ask over the list in view; asked again, the question goes away."""
    view = view_in(screen)
    if view is None:
        return
    for asked in view.findChildren(ViewsPanel):
        if asked.isVisible():
            asked.close_panel()
            return
    layout = view.layout()
    assert isinstance(layout, QBoxLayout)
    panel = ViewsPanel(screen, view)
    layout.insertWidget(0, panel)
    panel.show()
    panel.take_room_of(view.table, screen)
    panel.begin()


class ViewsPanel(Panel):
    """Stands over the list: 1–9 or Enter shows a view, a name typed below keeps what is shown."""

    def __init__(self, screen: Screen, view: ListView) -> None:
        low = screen.height() < ROOM_FOR_BOTH
        super().__init__(screen.desk, "", "bookmarks-simple", "", view, tall=low)
        self.entitle(self.tr("Views of this list"), self.tr("Show"))
        self._screen, self._view = screen, view
        self._subject = screen.views_of(view.subject)
        self._renaming: KeptView | None = None
        self._naming = False
        self.list = self._make_list()
        self.rename = self._button(self.tr("Another name"), "pencil-simple", self._rename)
        self.opens = self._button(self.tr("Open with it"), "flag", self._open_with)
        self.remove = self._button(self.tr("Take it away"), "trash", self._remove)
        acts = QHBoxLayout()
        for button in (self.rename, self.opens, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        name = self.rows.text(
            "title", self.tr("Keep what is shown as"), longest=LONGEST_NAME, span=6
        )
        self.name = name
        name.widget.installEventFilter(self)
        self.body.insertWidget(0, self.list)
        self.body.insertLayout(1, acts)
        self.act = self._go_on
        self._order()
        self._look()
        self.desk.changed.connect(self._changed)

    def _order(self) -> None:
        """Tab goes from the views to what is done with them, then to the name."""
        row = (self.list, self.rename, self.opens, self.remove, self.name.widget, self.leave)
        for first, second in zip(row, (*row[1:], self.accept), strict=True):
            QWidget.setTabOrder(first, second)

    def _make_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(self.tr("Views of this list"))
        made.setAccessibleDescription(self.tr("1–9 or Enter shows one, Delete takes it away."))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.installEventFilter(self)
        made.itemActivated.connect(lambda _: self.go())
        made.currentRowChanged.connect(lambda _: self._tell())
        return made

    def _button(self, words: str, glyph: str, act: Callable[[KeptView], object]) -> QPushButton:
        made = QPushButton(icon(glyph), words, self)
        made.setAutoDefault(True)
        made.clicked.connect(lambda _checked: self._with_current(act))
        return made

    def _with_current(self, act: Callable[[KeptView], object]) -> None:
        row = self.current
        if row is not None:
            act(row)

    def begin(self) -> None:
        """Into the views; into the name where none is kept yet."""
        (self.list if self.list.count() else self.name.widget).setFocus()

    @property
    def current(self) -> KeptView | None:
        """The view under the cursor."""
        place = self.list.currentRow()
        row: KeptView | None = self.list.item(place).data(_ROW) if place >= 0 else None
        return row

    def _changed(self, tables: frozenset[str]) -> None:
        """Here, at another PC, or taken back."""
        if "list_view" in tables:
            self._look(self.list.currentRow())

    def _look(self, at: int = 0) -> None:
        """Read the views again."""
        self.list.clear()
        views = self.desk.read(list_views, self._subject)
        for number, each in enumerate(views, 1):
            digit = f"{number}  " if number < 10 else ""
            opens = self.tr("the list opens with it")
            words = f"{digit}{each.title} · {opens}" if each.opens else f"{digit}{each.title}"
            item = QListWidgetItem(icon("bookmark-simple"), words, self.list)
            item.setData(_ROW, each)
        self.list.setCurrentRow(min(max(at, 0), len(views) - 1))
        self.list.setFixedHeight(min(len(views), SHOWN) * max(self.list.sizeHintForRow(0), 1) + 8)
        self.list.setVisible(bool(views))
        self._tell()

    def _tell(self) -> None:
        row = self.current
        for button in (self.rename, self.opens, self.remove):
            button.setVisible(row is not None)
        opens = row is not None and row.opens
        self.opens.setText(self.tr("Open without it") if opens else self.tr("Open with it"))
        if row is None:
            self._name(True)

    def _name(self, naming: bool) -> None:
        """What Enter does: keep under the name, or show the view under the cursor."""
        self._naming = naming
        keep = self.tr("Rename") if self._renaming else self.tr("Keep")
        self.promise(keep if naming else self.tr("Show"))

    # Keys -------------------------------------------------------------------------------------

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._name(watched is self.name.widget)
        if watched is self.list and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._list_key(event)
        return super().eventFilter(watched, event)

    def _list_key(self, event: QKeyEvent) -> bool:
        """A digit shows a view, whichever layout is on."""
        typed = event.text()
        if event.key() == Qt.Key.Key_Delete:
            self._with_current(self._remove)
            return True
        digit = typed if typed.isdecimal() else swap_layout(typed) if typed else ""
        if digit.isdecimal() and 0 < int(digit) <= self.list.count():
            self.list.setCurrentRow(int(digit) - 1)
            self.go()
            return True
        return False

    def event(self, event: QEvent) -> bool:
        """Esc closes what is asked; to the window it would mean one step back."""
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in keys or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() != Qt.Key.Key_Escape:
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.close_panel()
        return True

    # Acts -------------------------------------------------------------------------------------

    def _go_on(self) -> bool:
        if self._naming:
            return self._keep() if self._renaming is None else self._give_name(self._renaming)
        row = self.current
        if row is None:
            return False
        self.closed.connect(partial(take, self._screen, row))
        return True

    def _keep(self) -> bool:
        content = written(self._screen.view_state(), self._view)
        title = str(self.name.value())
        if self.desk.execute(KeepView(self._subject, title, content), self) is None:
            return False
        self.desk.say(self.tr("Kept as “{0}”: Alt+V brings it back.").format(title))
        return True

    def _rename(self, row: KeptView) -> None:
        self._renaming = row
        self.name.set_raw(row.title)
        self.name.widget.setFocus()
        self._name(True)

    def _give_name(self, row: KeptView) -> bool:
        if self.desk.execute(RenameView(row.id, str(self.name.value())), self) is not None:
            self._renaming = None
            self.name.set_raw("")
            self.list.setFocus()
        return False

    def _open_with(self, row: KeptView) -> None:
        self.desk.execute(OpenWithView(row.id, not row.opens), self)

    def _remove(self, row: KeptView) -> None:
        if self.desk.execute(RemoveView(row.id), self) is None:
            return
        words = self.tr("“{0}” was taken away; Ctrl+Z brings it back.")
        self.desk.say(words.format(row.title), Tone.INFO)
        self.begin()
