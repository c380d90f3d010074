"""Records side by side: a row per field, a column per record, and whose value stays."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from crm_desktop.services.customers.merge_lists import CODED, FieldChoice, Side
from ui.customers.words import word
from ui.desk import Desk
from ui.guarded import guarded
from ui.theme import tokens
from ui.tokens import ROW

STAYS, GOES = "● ", "○ "
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def shown_value(desk: Desk, field: str, value: str) -> str:
    """A value as people read it: codes in words, the kind before its tax number."""
    first, _, rest = value.partition(" ")
    if field not in CODED or not first:
        return value
    return " · ".join(filter(None, (word(desk, CODED[field].format(first)), rest)))


def _chooses(event: QKeyEvent) -> bool:
    return event.key() in CHOOSING and not event.modifiers()


class FieldTable(QTableWidget):
    """Arrows go from value to value; Enter or Space lets the one under the cursor stay.

    `chosen` carries the field and the customer.
    """

    chosen = Signal(str, int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._fields: tuple[FieldChoice, ...] = ()
        self._ids: tuple[int, ...] = ()
        self.fixed = False
        self.setAccessibleName(self.tr("Fields of the records"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.installEventFilter(self)
        self.cellDoubleClicked.connect(self._take)

    def show_fields(self, sides: Sequence[Side], fields: Sequence[FieldChoice]) -> None:
        """Fields that differ stand first; the cursor stays where it was."""
        at = self.currentRow(), self.currentColumn()
        self._fields = tuple(sorted(fields, key=lambda each: not each.differs))
        self._ids = tuple(side.id for side in sides)
        self.setColumnCount(len(sides))
        self.setRowCount(len(self._fields))
        self.setHorizontalHeaderLabels([f"{side.code} {side.name}" for side in sides])
        self.setVerticalHeaderLabels(
            [word(self.desk, f"merge_field_{each.field}") for each in self._fields]
        )
        for row, field in enumerate(self._fields):
            for column, value in enumerate(field.values):
                self.setItem(row, column, self._cell(field, column, value))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if self._fields:
            row, column = at if at[0] >= 0 else (0, 0)
            self.setCurrentCell(min(row, len(self._fields) - 1), min(column, len(sides) - 1))

    def _cell(self, field: FieldChoice, column: int, value: str) -> QTableWidgetItem:
        stays = field.chosen == self._ids[column]
        shown = shown_value(self.desk, field.field, value) or "–"
        item = QTableWidgetItem((STAYS if stays else GOES) + shown if field.differs else shown)
        font = item.font()
        font.setBold(field.differs and stays)
        item.setFont(font)
        item.setToolTip(shown)
        said = self.tr("{0}, stays") if stays else self.tr("{0}, goes")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said.format(shown))
        if not field.differs:
            item.setForeground(QColor(tokens().muted))  # what cannot be chosen is read all the same
        flags = Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if field.differs else flags)
        return item

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and _chooses(event):
            self._take(self.currentRow(), self.currentColumn())
            return True
        return super().eventFilter(watched, event)

    def _take(self, row: int, column: int) -> None:
        if self.fixed or not 0 <= row < len(self._fields) or not 0 <= column < len(self._ids):
            return
        if self._fields[row].differs:
            self.chosen.emit(self._fields[row].field, self._ids[column])
