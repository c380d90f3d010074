"""The queue: one small card per request, the customer who waits on top."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from crm_desktop.services.authority.approval_queue import QueueRow
from ui.approvals.words import Explain, Label, labels, matter_word, waited
from ui.guarded import guarded
from ui.tables.columns import Column
from ui.tables.empty import EmptyNote
from ui.tables.model import ROW_ROLE, Fetch, TableModel
from ui.theme import tokens
from ui.tokens import GRID, Tone

MINUTE_MS = 30_000
SIDE = 3 * GRID
LEAST_LABEL = 16 * GRID
Index = QModelIndex | QPersistentModelIndex


def spoken_row(row: QueueRow, explain: Explain) -> str:
    """One request in one breath, for screen readers."""
    words = [word for word, _ in labels(row, matter_word(row, explain))]
    return ", ".join([*words, row.customer, f"{row.total}", row.requester, waited(row.asked_at)])


class QueueList(QListView):
    """Requests as cards. `current_changed` carries the row under the cursor, or None;
    `several` the rows selected when there is more than one."""

    current_changed = Signal(object)
    selection_changed = Signal()

    def __init__(
        self,
        title: str,
        fetch: Fetch,
        empty: tuple[str, str],
        explain: Explain,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        spoken = partial(spoken_row, explain=explain)
        column = Column("customer", title, value=lambda row: row, format=spoken)
        self.rows = TableModel([column], fetch, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Cards(explain, self))
        self.setAccessibleName(title)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.note = EmptyNote(*empty, parent=self)
        self.rows.modelReset.connect(self._shown)
        self.rows.rowsInserted.connect(self._shown)
        self.selectionModel().currentChanged.connect(
            lambda *_: self.current_changed.emit(self.current())
        )
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        minute = QTimer(self, interval=MINUTE_MS)
        minute.timeout.connect(self.viewport().update)
        minute.start()

    def read(self) -> None:
        """Read again; the request under the cursor stays there while it is in the queue."""
        chosen = [row.id for row in self.selected()]
        current = self.current()
        with_current = current.id if current else None
        quiet = self.selectionModel().blockSignals(True)
        self.rows.reload()
        self.selectionModel().blockSignals(quiet)
        self._reselect(with_current, chosen)

    def _reselect(self, current: int | None, chosen: Sequence[int]) -> None:
        """What is still there of several stays selected, although the one under the cursor went."""
        flag, selection = QItemSelectionModel.SelectionFlag, QItemSelection()
        for at in map(self.rows.row_of, chosen):
            if at is not None:
                selection.select(self.rows.index(at, 0), self.rows.index(at, 0))
        self.selectionModel().select(selection, flag.ClearAndSelect)
        here = self.rows.row_of(current)
        if here is not None:
            self.selectionModel().setCurrentIndex(self.rows.index(here, 0), flag.NoUpdate)

    def current(self) -> QueueRow | None:
        """The request under the cursor."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def selected(self) -> list[QueueRow]:
        """The selected requests in their order."""
        chosen = sorted(index.row() for index in self.selectedIndexes())
        return [self.rows.rows[number] for number in chosen]

    def place(self) -> int:
        """Where the cursor stands; -1 when nowhere."""
        return self.currentIndex().row()

    def go(self, number: int) -> bool:
        """Put the cursor on the row of that number, or on the last one; False when empty."""
        count = self.rows.rowCount()
        if count:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            at = self.rows.index(min(max(number, 0), count - 1), 0)
            self.selectionModel().setCurrentIndex(at, flag)
            self.scrollTo(at)
        else:
            self.current_changed.emit(None)
        return bool(count)

    def select(self, request_id: Any) -> bool:
        """Put the cursor on a request; False when it is not in this queue."""
        number = self.rows.row_of(request_id)
        return number is not None and self.go(number)

    def leave(self) -> None:
        """No request of this list is in view; the next key begins at its first row."""
        self.clearSelection()
        self.selectionModel().clearCurrentIndex()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would put the cursor on the first row, and so open what nobody chose."""
        nowhere = not self.currentIndex().isValid()
        quiet = self.selectionModel().blockSignals(nowhere)
        super().focusInEvent(event)
        if nowhere:
            self.selectionModel().clearCurrentIndex()
        self.selectionModel().blockSignals(quiet)

    def keyboardSearch(self, search: str) -> None:
        """Letters are answers here, not a search."""

    @guarded(otherwise=None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown()

    def _shown(self) -> None:
        self.note.setVisible(self.rows.rowCount() == 0)


class _Cards(QStyledItemDelegate):
    """Three lines: who buys and how much, who asks and how long ago, what is asked."""

    def __init__(self, explain: Explain, parent: QWidget) -> None:
        super().__init__(parent)
        self._explain = explain

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).height()
        return QSize(200, 3 * line + 6 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QueueRow = index.data(ROW_ROLE)
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, empty, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._edges(painter, option, index)
        line = QFontMetrics(option.font).height()
        field = option.rect.adjusted(SIDE, 2 * GRID, -SIDE, -2 * GRID)
        top = QRect(field.left(), field.top(), field.width(), line)
        _two(painter, _bold(option.font), top, row.customer, str(row.total), tokens().text)
        middle = top.translated(0, line + GRID // 2)
        told = f"{row.requester} · {row.reference}"
        _two(painter, option.font, middle, told, waited(row.asked_at), tokens().muted)
        words = labels(row, matter_word(row, self._explain))
        _labels(painter, option.font, middle.translated(0, line + GRID), words)
        painter.restore()

    def _edges(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens().border))
        view = option.widget
        if isinstance(view, QListView) and view.currentIndex() == index:
            ink = tokens().accent_text if view.hasFocus() else tokens().border_strong
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(ink))


def _bold(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _two(painter: QPainter, font: QFont, at: QRect, left: str, right: str, ink: str) -> None:
    """Two texts on one line; the left one gives way."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    metrics = QFontMetrics(font)
    room = at.width() - metrics.horizontalAdvance(right) - 2 * GRID
    shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip  # marks reach below the line
    painter.drawText(at, Qt.AlignmentFlag.AlignLeft | middle, shown)
    painter.drawText(at, Qt.AlignmentFlag.AlignRight | middle, right)


def _labels(painter: QPainter, font: QFont, at: QRect, found: Sequence[Label]) -> None:
    """State labels beside each other; the last one that begins gives way, the rest is left out."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - 1)
    metrics = QFontMetrics(small)
    painter.setFont(small)
    left = at.left()
    for word, tone in found:
        room = at.right() + GRID - left
        if room < LEAST_LABEL:
            return
        shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room - 4 * GRID)
        width = metrics.horizontalAdvance(shown) + 4 * GRID
        field = QRect(left, at.top(), width, metrics.height() + 2)
        _label(painter, field, shown, tone)
        left += width + GRID


def _label(painter: QPainter, field: QRect, word: str, tone: Tone) -> None:
    ink, ground = tokens().tones[tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(field, field.height() / 2, field.height() / 2)
    painter.setPen(QColor(ink))
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, word)
