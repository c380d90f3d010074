"""The table as the paper has it: a matter per row, three columns, read and walked by keys."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
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

from ui.authority.model import LINES_ROLE, NOTE_ROLE, ROW_ROLE, GradeModel
from ui.authority.setting import SMALLER, Block, Setter
from ui.authority.words import Key, Line, Mark, MatterRow, translate
from ui.guarded import guarded
from ui.icons import icon
from ui.theme import tokens
from ui.tokens import GRID, Tone

SIDE, TOP = 4 * GRID, 3 * GRID
GUTTER = 5 * GRID
"""Room for the tick before the lines of a cell."""
TICK = 14
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHARES, NARROW_SHARES, NARROW = (21, 26, 25, 28), (18, 26, 26, 30), 640
"""How the width is shared out, in hundredths; below so much of it the headings need more."""
TONES = (Tone.OK, Tone.WARN, Tone.STOP)
"""One per level, as on the banner of a paper."""
NOTHING, SEPARATOR = "–", " · "
Index = QModelIndex | QPersistentModelIndex


class Headings(QHeaderView):
    """The heading of the form: its name, its name in the other language, and when it counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.font()).height()
        lines = 2 if self._fits() else 3
        return QSize(super().sizeHint().width(), lines * line + 5 * GRID)

    def _fits(self) -> bool:
        """Whether every column has room for both smaller lines in one."""
        metrics = QFontMetrics(_small(self.font()))
        return all(
            metrics.horizontalAdvance(SEPARATOR.join(self._told(section)[1:])) <= room
            for section in range(1, self.count())
            if (room := self.sectionSize(section) - SIDE - GUTTER) > 0
        )

    def _told(self, section: int) -> tuple[str, str, str]:
        """The heading, its other name, and when it counts."""
        model, across = self.model(), Qt.Orientation.Horizontal
        title = model.headerData(section, across)
        name, _, other = title.rstrip(")").partition(" (")
        return name, other, model.headerData(section, across, NOTE_ROLE)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t = tokens()
        name, *less = filter(None, self._told(section))
        painter.save()
        painter.fillRect(rect, QColor(t.surface))
        left = SIDE if section == 0 else SIDE + GUTTER
        room = rect.adjusted(left, 2 * GRID, 0, -3 * GRID)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self._words(painter, room, strong, t.text, name)
        for line in [SEPARATOR.join(less)] if self._fits() else less:
            room.adjust(0, QFontMetrics(self.font()).height(), 0, 0)
            self._words(painter, room, _small(self.font()), t.muted, line)
        self._rule(painter, rect, section)
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, font: QFont, colour: str, words: str) -> None:
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _rule(self, painter: QPainter, rect: QRect, section: int) -> None:
        """A line under the heading, in the colour of its level."""
        t = tokens()
        colour = t.border_strong if section == 0 else t.tones[TONES[section - 1]][0]
        gap = 0 if section == 0 else SIDE
        line = QRectF(rect.left() + gap, rect.bottom() - 1, rect.width() - gap, 2)
        painter.fillRect(line, QColor(colour))


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALLER)
    return made


class MatterCells(QStyledItemDelegate):
    """Paints a cell: ground, hairlines, tick, lines; and says how tall it has to be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setter = Setter()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        block = self._block(option, index)
        return QSize(option.rect.width(), round(block.height) + 2 * TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MatterRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index, row)
        corner = QPointF(option.rect.left() + _indent(index), option.rect.top() + TOP)
        block = self._block(option, index)
        block.paint(painter, corner)
        if index.column():
            self._signs(painter, option.rect, block, index.column())
        painter.restore()

    def _block(self, option: QStyleOptionViewItem, index: Index) -> Block:
        width = option.rect.width() - _indent(index) - 2 * GRID
        font = QFont(option.font)
        if index.column():
            return self.setter.block(index.data(LINES_ROLE) or (Line("", NOTHING),), width, font)
        row: MatterRow = index.data(ROW_ROLE)
        font.setWeight(QFont.Weight.Medium)
        lines = [Line(row.title), Line("", row.branch)] if row.branch else [Line(row.title)]
        if row.changed:
            lines.append(Line(translate("matrix_words", "Changed"), mark=Mark.NEW))
        return self.setter.block(tuple(lines), width, font)

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: MatterRow
    ) -> None:
        t, rect = tokens(), QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(t.hover if chosen else t.surface))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(t.border))
        if row.changed and not index.column():
            bar = QRectF(rect.left(), rect.top(), 3, rect.height() - 1)
            painter.fillRect(bar, QColor(t.tones[Tone.INFO][0]))
        if here:
            painter.setPen(QPen(QColor(t.accent_text), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _signs(self, painter: QPainter, cell: QRect, block: Block, column: int) -> None:
        """The tick of the paper before the first line; plus and minus where lines differ."""
        for number, placed in enumerate(block.lines):
            name, ink = _sign(placed.line, number, TONES[column - 1])
            if name:
                middle = cell.top() + TOP + placed.top + placed.first_height / 2
                where = QRect(cell.left() + SIDE, round(middle - TICK / 2), TICK, TICK)
                icon(name, ink).paint(painter, where)


def _indent(index: Index) -> int:
    return SIDE + GUTTER if index.column() else SIDE


def _sign(line: Line, number: int, tone: Tone) -> tuple[str, Tone]:
    if line.mark is Mark.NEW:
        return "plus", Tone.INFO
    if line.mark is Mark.GONE:
        return "minus", Tone.PLAIN
    return ("check" if number == 0 and line.text else ""), tone


class GradeTable(QTableView):
    """The matters of one grade; arrows walk the cells, Ctrl+C copies one. `moved` tells that the
    cursor stands in another cell, or that another table came under it."""

    moved = Signal()

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = GradeModel(language, self)
        self.cells = MatterCells(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(Headings(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(2 * TOP)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(6 * GRID)
        self.setProperty("framed", True)

    @property
    def key(self) -> Key | None:
        """The row under the cursor."""
        here = self.currentIndex()
        return self.rows.rows[here.row()].key if here.isValid() else None

    def show_rows(self, rows: list[MatterRow], spoken: str) -> None:
        """Put another table in its place; the cell under the cursor keeps its row, else its
        matter. Where the rows are the same ones, only what they say is drawn anew."""
        self.setAccessibleName(spoken)
        if [row.key for row in rows] == [row.key for row in self.rows.rows]:
            for number in self.rows.renew(rows):
                self.resizeRowToContents(number)
            return
        key, column = self.key, max(0, self.currentIndex().column())
        self.cells.setter.forget()
        self.rows.show_rows(rows)
        self._fit()
        places = {row.key: number for number, row in enumerate(rows)}
        of_matter = (number for number, row in enumerate(rows) if key and row.key[0] == key[0])
        self._stand(places.get(key, next(of_matter, 0)) if key else 0, column)

    def stand_on(self, key: Key) -> None:
        """Bring a row into view and put the cursor there."""
        for number, row in enumerate(self.rows.rows):
            if row.key == key:
                self._stand(number, 0)

    def _stand(self, row: int, column: int) -> None:
        if row < len(self.rows.rows):
            index = self.rows.index(row, column)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    @guarded(otherwise=None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self.currentIndex().data())
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in ENTER:
            event.ignore()  # Enter alone opens the row
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Share the width out and let every row be as tall as its fullest cell."""
        whole = self.viewport().width()
        shares = SHARES if whole >= NARROW else NARROW_SHARES
        widths = [whole * share // 100 for share in shares]
        widths[-1] += whole - sum(widths)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()
        self.resizeRowsToContents()
