"""The records behind a figure: a heading, the figures there are, and the list; Esc goes back."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.chips import Chips
from ui.desk import Desk
from ui.tables.columns import Columns
from ui.tables.view import ListView
from ui.theme import set_role

Fetch = Callable[[str, ListQuery], Page[Any]]


class Behind(QWidget):
    """`opened` carries the row that is to be opened, `left` asks for the way back."""

    opened = Signal(object)

    def __init__(self, desk: Desk, name: str, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = QLabel(self)
        set_role(self.heading, "heading")
        self.chips = Chips({"": ""}, "", self)
        self._fetch: Fetch | None = None
        self.list = ListView(
            name,
            self.tr("Records behind the figure"),
            columns,
            self._read,
            empty=(self.tr("Nothing here"), self.tr("Ctrl+G goes to another figure, Esc back.")),
            state=desk.state,
            filter_box=False,
            parent=self,
        )
        self.list.activated.connect(self.opened)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self.heading)
        self._head.addWidget(self.chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def look(self, heading: str, words: Mapping[str, str], on: str, fetch: Fetch) -> None:
        """Show what is behind one of the figures `words` names."""
        self.heading.setText(heading)
        self._head.removeWidget(self.chips)
        self.chips.hide()
        self.chips.deleteLater()
        self.chips = Chips(words, on, self)
        self.chips.chosen.connect(lambda _: self.list.set_filters({}))
        self._head.addWidget(self.chips, 1)
        self._fetch = fetch
        self.list.set_filters({})

    def next(self) -> None:
        """On to the next figure."""
        self.chips.next()

    def reload(self) -> None:
        """Read again what is in view."""
        if self._fetch is not None:
            self.list.reload()

    def _read(self, wanted: ListQuery) -> Page[Any]:
        return Page(()) if self._fetch is None else self._fetch(self.chips.on, wanted)
