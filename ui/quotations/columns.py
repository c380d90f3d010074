"""One column of the board: a list of cards that reads a page at a time, and takes cards dropped."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from crm_desktop.services.papers.board import Card
from crm_desktop.services.registry import Page
from ui.desk import Desk
from ui.guarded import guarded
from ui.states import state_word
from ui.theme import tokens
from ui.tokens import GRID, Tone

PAGE = 50
MIME = "application/x-crm-card"
CARD_ROLE = Qt.ItemDataRole.UserRole
LINES = 4
NARROWEST = 168
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Any, int], Page[Card]]


class Cards(QAbstractListModel):
    """The cards of one column so far; the view asks for more as it is scrolled."""

    def __init__(self, fetch: Fetch, words: Callable[[Card], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._fetch, self._words = fetch, words
        self.cards: list[Card] = []
        self._next: Any = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.cards[index.row()]
        if role == CARD_ROLE:
            return card
        texts = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self._words(card) if role in texts else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def canFetchMore(self, parent: Index) -> bool:
        return self._next is not None

    @guarded(otherwise=None)
    def fetchMore(self, parent: Index) -> None:
        page = self._fetch(self._next, PAGE)
        first = len(self.cards)
        self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
        self.cards += page.rows
        self._next = page.next
        self.endInsertRows()

    def reload(self) -> None:
        """Read again as many as are there."""
        page = self._fetch(None, min(max(PAGE, len(self.cards)), 10 * PAGE))
        self.beginResetModel()
        self.cards, self._next = [*page.rows], page.next
        self.endResetModel()

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        data = QMimeData()
        ids = ",".join(str(self.cards[index.row()].id) for index in indexes)
        data.setData(MIME, QByteArray(ids.encode()))
        return data


class CardPainter(QStyledItemDelegate):
    """Customer, sum, next date and how long it stands there; what is late says so in words."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = option.fontMetrics
        return QSize(NARROWEST - 4 * GRID, LINES * metrics.height() + 5 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD_ROLE)
        t = tokens()
        state = option.state
        here = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and here
        painter.save()
        field = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        painter.setPen(QPen(QColor(t.accent_text if focused else t.border), 2 if focused else 1))
        painter.setBrush(QColor(t.selection if here else t.surface))
        painter.drawRoundedRect(field, 4, 4)
        self._lines(painter, field.adjusted(2 * GRID, GRID, -2 * GRID, -GRID), card)
        painter.restore()

    def _lines(self, painter: QPainter, field: QRect, card: Card) -> None:
        t, height = tokens(), painter.fontMetrics().height()
        plain = painter.font()
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        row = QRect(field.left(), field.top(), field.width(), height)
        _put(painter, row, card.customer, t.text, bold)
        row.translate(0, height)
        _put(painter, row, str(card.total), t.text, plain, right=True)
        taken = painter.fontMetrics().horizontalAdvance(str(card.total)) + 2 * GRID
        _put(painter, row.adjusted(0, 0, -taken, 0), card.owner, t.muted, plain)
        row.translate(0, height)
        words, tone = self.next_words(card)
        ink = t.muted if tone is Tone.PLAIN else t.tones[tone][0]
        _put(painter, row, words, ink, plain)
        row.translate(0, height)
        middle = Qt.TextElideMode.ElideMiddle  # the end of a number tells one from the next
        _put(painter, row, self.standing(card), t.muted, plain, elide=middle)

    def next_words(self, card: Card) -> tuple[str, Tone]:
        """When the customer is spoken with next; of what is not out yet, its state."""
        if card.late:
            return self.tr("Overdue since {0}").format(self._short(card.follow_up_on)), Tone.STOP
        if card.follow_up_on is not None:
            return self.tr("Follow up {0}").format(self._short(card.follow_up_on)), Tone.PLAIN
        if card.state in ("draft", "waiting", "ready"):
            return state_word("QT", card.state, self._desk.language), Tone.PLAIN
        return "", Tone.PLAIN

    def standing(self, card: Card) -> str:
        """How long it has stood there, and its number."""
        days = self.tr("{0} d").format(card.days)
        return f"{days} · {card.reference}"

    def _short(self, on: date | None) -> str:
        return self._desk.day(on)[:5]


def _put(
    painter: QPainter,
    row: QRect,
    text: str,
    ink: str,
    font: QFont,
    *,
    right: bool = False,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, elide, row.width())
    painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)


class ColumnView(QListView):
    """Arrows left and right leave it (`stepped`), Enter opens, a card that is dropped here is told
    with `dropped(id)`."""

    stepped = Signal(int)
    opened = Signal()
    dropped = Signal(int)

    def __init__(self, desk: Desk, key: str, fetch: Fetch, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.painter_of = CardPainter(desk, self)
        self.cards = Cards(fetch, self._words, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.painter_of)
        self.setMinimumWidth(NARROWEST)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def _words(self, card: Card) -> str:
        next_words, _ = self.painter_of.next_words(card)
        said = (card.customer, str(card.total), next_words, self.painter_of.standing(card))
        return ", ".join(filter(None, (*said, card.owner)))

    def current(self) -> Card | None:
        """The card under the cursor."""
        index = self.currentIndex()
        return index.data(CARD_ROLE) if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Put the cursor on a card, or on the last above it."""
        count = self.cards.rowCount()
        if count:
            self.setCurrentIndex(self.cards.index(max(0, min(row, count - 1)), 0))

    def row_of(self, record_id: int) -> int | None:
        """Which card is that paper's, of those that were read."""
        return next(
            (number for number, card in enumerate(self.cards.cards) if card.id == record_id), None
        )

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    # Dropping ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take(event)

    @guarded(otherwise=None)
    def dropEvent(self, event: QDropEvent) -> None:
        """The card goes nowhere by itself: it is asked about first."""
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            for each in bytes(event.mimeData().data(MIME).data()).decode().split(","):
                self.dropped.emit(int(each))


def _take(event: QDragMoveEvent) -> None:
    if event.mimeData().hasFormat(MIME):
        event.acceptProposedAction()
    else:
        event.ignore()
