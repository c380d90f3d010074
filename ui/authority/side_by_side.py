"""The table of two versions: matter and column on the left, what each version says beside it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from crm_desktop.domain.authority import Level
from crm_desktop.messages import explain
from ui.authority.setting import Block, Setter
from ui.authority.words import Cells, Line, Mark, MatterRow, matter_heading, nothing
from ui.guarded import guarded
from ui.icons import icon
from ui.theme import tokens
from ui.tokens import GRID, Tone

Index = QModelIndex | QPersistentModelIndex
SIDE, TOP, GUTTER, SIGN = 4 * GRID, 3 * GRID, 5 * GRID, 14
SHARES = (24, 38, 38)
_NO_INDEX = QModelIndex()


class Pair(NamedTuple):
    """One column of one matter as two versions have it; `first` is the matter's first row."""

    row: MatterRow
    level: Level
    sides: tuple[tuple[Line, ...], tuple[Line, ...]]
    first: bool

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return any(line.mark is not Mark.SAME for side in self.sides for line in side)


def pairs_of(rows: Sequence[tuple[MatterRow, Cells, Cells]]) -> list[Pair]:
    """Every column in which one of the two versions says something, each side in its own order."""
    made: list[Pair] = []
    for row, left, right in rows:
        filled = [level for level in Level if left[level] or right[level]]
        for level in filled:
            gone, new = left[level], right[level]
            sides = _against(gone, new, Mark.GONE), _against(new, gone, Mark.NEW)
            made.append(Pair(row, level, sides, level is filled[0]))
    return made


def _against(lines: tuple[Line, ...], other: tuple[Line, ...], mark: Mark) -> tuple[Line, ...]:
    """The lines, with the mark where the other side does not say the same."""
    return tuple(line if line in other else line._replace(mark=mark) for line in lines)


class SideModel(QAbstractTableModel):
    """A row per matter and column of the form."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._heads = ("", "")
        self.pairs: list[Pair] = []

    def show_pairs(self, pairs: list[Pair], heads: tuple[str, str]) -> None:
        """Put another comparison in its place."""
        self.beginResetModel()
        self.pairs, self._heads = pairs, heads
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(_marked(line) for line in self.lines(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def lines(self, index: Index) -> tuple[Line, ...]:
        """What stands in a cell."""
        pair = self.pairs[index.row()]
        if index.column():
            return pair.sides[index.column() - 1]
        title = (Line(pair.row.title), Line(pair.row.branch, remark=True)) if pair.first else ()
        level = Line(explain(pair.level.title, self._language).split(" (")[0], remark=True)
        return (*(line for line in title if line.whole), level)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (matter_heading(), *self._heads)[section]
        return None

    def _spoken(self, index: Index) -> str:
        """The whole cell for one who hears it."""
        pair = self.pairs[index.row()]
        said = ", ".join(_marked(line) for line in self.lines(index))
        if not index.column():
            return f"{pair.row.title}: {said}"
        none = nothing()
        return f"{self._heads[index.column() - 1]}: {said or none}"


def _marked(line: Line) -> str:
    sign = {Mark.NEW: "+ ", Mark.GONE: "− ", Mark.SAME: ""}[line.mark]
    return f"{sign}{line.whole}"


class SideCells(QStyledItemDelegate):
    """Paints a cell: what differs has a sign, a colour and a ground of its own."""

    def __init__(self, model: SideModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setter = Setter()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), round(self._block(option, index).height) + 2 * TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        block = self._block(option, index)
        corner = QPointF(option.rect.left() + _indent(index), option.rect.top() + TOP)
        block.paint(painter, corner)
        self._signs(painter, option.rect, block)
        painter.restore()

    def _block(self, option: QStyleOptionViewItem, index: Index) -> Block:
        font = QFont(option.font)
        if not index.column():
            font.setWeight(QFont.Weight.Medium)
        lines = self._model.lines(index) or (Line("", "–"),)
        return self.setter.block(lines, option.rect.width() - _indent(index) - 2 * GRID, font)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect, pair = tokens(), QRectF(option.rect), self._model.pairs[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(t.hover if chosen else t.surface))
        if pair.first and index.row():
            painter.fillRect(rect.adjusted(0, 0, 0, 1 - rect.height()), QColor(t.border_strong))
        elif index.column():
            painter.fillRect(rect.adjusted(0, 0, 0, 1 - rect.height()), QColor(t.border))
        if pair.differs and not index.column():
            bar = QRectF(rect.left(), rect.top() + 1, 3, rect.height() - 2)
            painter.fillRect(bar, QColor(t.tones[Tone.INFO][0]))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.accent_text), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _signs(self, painter: QPainter, cell: QRect, block: Block) -> None:
        for placed in block.lines:
            if placed.line.mark is not Mark.SAME:
                new = placed.line.mark is Mark.NEW
                middle = cell.top() + TOP + placed.top + placed.first_height / 2
                where = QRect(cell.left() + SIDE, round(middle - SIGN / 2), SIGN, SIGN)
                glyph = icon("plus", Tone.INFO) if new else icon("minus", Tone.PLAIN)
                glyph.paint(painter, where)


def _indent(index: Index) -> int:
    return SIDE + GUTTER if index.column() else SIDE


class SideTable(QTableView):
    """Arrows walk the cells, Ctrl+C copies one."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = SideModel(language, self)
        self.cells = SideCells(self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.cells)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(2 * TOP)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(6 * GRID)
        self.setProperty("framed", True)

    def show_rows(
        self, rows: Sequence[tuple[MatterRow, Cells, Cells]], heads: tuple[str, str]
    ) -> None:
        """Show matters, each with its cells in the left and in the right version."""
        self.cells.setter.forget()
        self.rows.show_pairs(pairs_of(rows), heads)
        self._fit()
        if self.rows.pairs:
            self.setCurrentIndex(self.rows.index(0, 0))
            self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self.currentIndex().data())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        whole = self.viewport().width()
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, whole * share // 100)
        self.resizeRowsToContents()
