"""Days in rows of seven with what stands on them: walked by keys, and moved by keys or by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QWidget

from ui.guarded import guarded
from ui.rounds.days import DAYS, Cell, Entry, Line
from ui.theme import tokens
from ui.tokens import GRID, Tone

HEAD = 6 * GRID
"""Weekdays over the columns, and the line of a day's name."""
LINE = 6 * GRID
NAMES = 22 * GRID
LEAST_ROW = HEAD + 2 * LINE + GRID
NARROWEST_DAY = 18 * GRID
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.AlignmentFlag.AlignLeft


class DayGrid(QWidget):
    """`chosen` carries the entry under the cursor (None: an empty day), `opened` when it is
    entered, `moved` its key with the day and the line it was put to."""

    chosen = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object, object)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.weekdays: tuple[str, ...] = ()
        self.row = self.column = self.place = 0
        self._title = title
        self._grabbed: tuple[Entry, QPoint] | None = None
        self._over: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setMinimumWidth(DAYS * NARROWEST_DAY)

    # What is shown ----------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Line], weekdays: Sequence[str]) -> None:
        """Draw others; the cursor stays on its entry wherever that is now, else on its day."""
        entry, cell = self.current(), self.cell()
        self.lines, self.weekdays = tuple(lines), tuple(weekdays)
        self.setMinimumHeight(HEAD + sum(map(self._height, self.lines)))
        if not (entry and self.go_to(entry.key)) and not (cell and self.go_to_day(cell.day)):
            self._put(0, 0, 0)
        self.update()

    def cell(self) -> Cell | None:
        """The day under the cursor."""
        if self.row < len(self.lines) and self.column < len(self.lines[self.row].cells):
            return self.lines[self.row].cells[self.column]
        return None

    def current(self) -> Entry | None:
        """What is under the cursor."""
        cell = self.cell()
        return cell.entries[self.place] if cell and self.place < len(cell.entries) else None

    def go_to(self, key: Any) -> bool:
        """Put the cursor on an entry; False where it is not shown."""
        for row, line in enumerate(self.lines):
            for column, cell in enumerate(line.cells):
                for place, entry in enumerate(cell.entries):
                    if entry.key == key:
                        self._put(row, column, place)
                        return True
        return False

    def go_to_day(self, day: date) -> bool:
        """Put the cursor on a day, in the line where it is."""
        rows = [self.row, *range(len(self.lines))]
        for row in rows:
            for column, cell in enumerate(self.lines[row].cells if row < len(self.lines) else ()):
                if cell.day == day and not cell.faint:
                    self._put(row, column, 0)
                    return True
        return False

    def _put(self, row: int, column: int, place: int) -> None:
        self.row, self.column, self.place = row, column, place
        entry, cell = self.current(), self.cell()
        words = entry.words if entry else self.tr("nothing planned")
        name = self.lines[row].name if row < len(self.lines) else ""
        said = (name, cell.title if cell else "", cell.note if cell else "", words)
        self.setAccessibleDescription(" · ".join(filter(None, said)))
        self.update()
        self.reveal()
        self.chosen.emit(entry)

    def reveal(self) -> None:
        """Scroll to what is under the cursor."""
        port = self.parentWidget()
        area = port.parentWidget() if port else None
        if isinstance(area, QScrollArea):
            rect = self.entry_rect(self.row, self.column, self.place)
            area.ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height() + 2 * HEAD)

    # Keys -------------------------------------------------------------------------------------

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, how = Qt.Key(event.key()), event.modifiers()
        arrows = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if key in arrows and how == Qt.KeyboardModifier.ShiftModifier:
            self._move_by(*arrows[key])
        elif key in arrows and not how:
            self._walk(*arrows[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not how:
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _walk(self, down: int, right: int) -> None:
        """Sideways to another day, up and down through the entries and on to the next line."""
        cell = self.cell()
        if cell is None:
            return
        if right:
            if 0 <= self.column + right < DAYS:
                beside = self.lines[self.row].cells[self.column + right]
                last = max(len(beside.entries) - 1, 0)
                self._put(self.row, self.column + right, min(self.place, last))
        elif 0 <= self.place + down < len(cell.entries):
            self._put(self.row, self.column, self.place + down)
        elif 0 <= self.row + down < len(self.lines):
            there = self.lines[self.row + down].cells[self.column].entries
            self._put(self.row + down, self.column, 0 if down > 0 else max(len(there) - 1, 0))

    def _move_by(self, down: int, right: int) -> None:
        entry, row, column = self.current(), self.row + down, self.column + right
        inside = 0 <= row < len(self.lines) and 0 <= column < DAYS
        if entry and entry.movable and inside:
            self.moved.emit(entry.key, self.lines[row].cells[column].day, self.lines[row].key)

    # By hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        found = self._at(at)
        if found is None:
            return
        row, column = found
        entries = self.lines[row].cells[column].entries
        place = (at.y() - self._top(row) - HEAD) // self._entry
        shown = min(len(entries), self._room(row))
        self._put(row, column, min(max(place, 0), max(shown - 1, 0)))
        entry = self.current()
        hit = entry is not None and 0 <= place < shown
        self._grabbed = (entry, at) if entry and hit and entry.movable else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        at = event.position().toPoint()
        far = (at - self._grabbed[1]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._over is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._over = self._at(at)
            self.update()

    @guarded(otherwise=None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grabbed, over = self._grabbed, self._over
        self._grabbed = self._over = None
        self.unsetCursor()
        self.update()
        if grabbed and over and over != (self.row, self.column):
            line = self.lines[over[0]]
            self.moved.emit(grabbed[0].key, line.cells[over[1]].day, line.key)

    @guarded(otherwise=None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.current())

    def event(self, event: QEvent) -> bool:
        """What stands there shows under the pointer."""
        if isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            words = ""
            if found:
                cell = self.lines[found[0]].cells[found[1]]
                place = (event.pos().y() - self._top(found[0]) - HEAD) // self._entry
                words = cell.entries[place].words if 0 <= place < len(cell.entries) else cell.note
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Where ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(DAYS * NARROWEST_DAY, HEAD + sum(map(self._height, self.lines)))

    def _named(self) -> int:
        """The room for names left of the days."""
        return NAMES if any(line.name for line in self.lines) else 0

    @property
    def _entry(self) -> int:
        """The height of an entry: one week alone has room for two rows of words."""
        return LINE if len(self.lines) > 1 else 2 * LINE - GRID

    def _height(self, line: Line) -> int:
        """A week by itself shows everything; lines of a month the first of it."""
        most = max((len(cell.entries) for cell in line.cells), default=0)
        if len(self.lines) > 1 and not line.name:
            return LEAST_ROW
        return max(LEAST_ROW, HEAD + most * self._entry + GRID)

    def _stretched(self, row: int) -> int:
        spare = max(0, self.height() - HEAD - sum(map(self._height, self.lines)))
        return self._height(self.lines[row]) + spare // max(1, len(self.lines))

    def _room(self, row: int) -> int:
        """How many entries a line shows."""
        return max(0, (self._stretched(row) - HEAD - GRID) // self._entry)

    def _top(self, row: int) -> int:
        return HEAD + sum(self._stretched(each) for each in range(row))

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a day is drawn."""
        left = self._named()
        wide = self.width() - left
        begin, end = left + wide * column // DAYS, left + wide * (column + 1) // DAYS
        return QRect(begin, self._top(row), end - begin, self._stretched(row))

    def entry_rect(self, row: int, column: int, place: int) -> QRect:
        """Where an entry is drawn."""
        if row >= len(self.lines):
            return QRect()
        field = self.cell_rect(row, column)
        top = field.top() + HEAD + place * self._entry
        return QRect(field.left() + 2, top, field.width() - 4, self._entry - 2)

    def weekdays_rect(self) -> QRect:
        """Where the weekdays are drawn: they stay above what is scrolled."""
        return QRect(0, max(0, -self.y()), self.width(), HEAD)

    def _at(self, at: QPoint) -> tuple[int, int] | None:
        if self.weekdays_rect().contains(at):
            return None
        for row in range(len(self.lines)):
            for column in range(DAYS):
                if self.cell_rect(row, column).contains(at):
                    return row, column
        return None

    # Drawing ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row, line in enumerate(self.lines):
            self._paint_name(painter, row, line)
            for column, cell in enumerate(line.cells):
                if self.cell_rect(row, column).intersects(event.rect()):
                    self._paint_cell(painter, row, column, cell)
        self._paint_weekdays(painter)
        painter.end()

    def _paint_weekdays(self, painter: QPainter) -> None:
        head = self.weekdays_rect()
        painter.fillRect(head, QColor(tokens().window))
        painter.setPen(QColor(tokens().muted))
        for column, word in enumerate(self.weekdays if self.lines else ()):
            field = self.cell_rect(0, column)
            place = QRect(field.left() + 2 * GRID, head.top(), field.width() - 2 * GRID, HEAD)
            painter.drawText(place, MIDDLE, _cut(painter, word, place.width()))

    def _paint_name(self, painter: QPainter, row: int, line: Line) -> None:
        if line.name:
            field = QRect(GRID, self._top(row), NAMES - 2 * GRID, HEAD)
            painter.setPen(QColor(tokens().text))
            painter.drawText(field, MIDDLE, _cut(painter, line.name, field.width()))

    def _paint_cell(self, painter: QPainter, row: int, column: int, cell: Cell) -> None:
        t, field = tokens(), self.cell_rect(row, column)
        here = (row, column) == (self.row, self.column)
        painter.fillRect(field, QColor(t.hover if cell.closed or cell.faint else t.surface))
        if (row, column) == self._over:
            painter.fillRect(field, QColor(t.selection))
        painter.setPen(QPen(QColor(t.border), 1))
        painter.drawRect(field.adjusted(0, 0, -1, -1))
        self._paint_title(painter, field, cell)
        room = self._room(row)
        hidden = len(cell.entries) - room
        shown = cell.entries[: room - 1] if hidden > 0 else cell.entries
        for place, entry in enumerate(shown):
            at = self.entry_rect(row, column, place)
            self._paint_entry(painter, at, entry, here=here and place == self.place)
        if hidden > 0:
            at = self.entry_rect(row, column, max(room - 1, 0)).adjusted(2 * GRID, 0, 0, 0)
            painter.setPen(QColor(t.muted))
            painter.drawText(at, MIDDLE, self.tr("{0} more").format(len(cell.entries) - len(shown)))
        if here:
            painter.setPen(QPen(QColor(t.accent_text), 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(field.adjusted(1, 1, -2, -2))

    def _paint_title(self, painter: QPainter, field: QRect, cell: Cell) -> None:
        t = tokens()
        place = QRect(field.left() + 2 * GRID, field.top(), field.width() - 3 * GRID, HEAD)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold if cell.today else QFont.Weight.Normal)
        painter.setFont(bold)
        painter.setPen(QColor(t.accent_text if cell.today else t.faint if cell.faint else t.text))
        painter.drawText(place, MIDDLE, _cut(painter, cell.title, place.width()))
        used = painter.fontMetrics().horizontalAdvance(cell.title) + 2 * GRID
        painter.setFont(self.font())
        painter.setPen(QColor(t.muted))
        rest = place.adjusted(used, 0, 0, 0)
        painter.drawText(rest, MIDDLE, _cut(painter, cell.note, rest.width()))

    def _paint_entry(self, painter: QPainter, at: QRect, entry: Entry, *, here: bool) -> None:
        t = tokens()
        if here:
            painter.fillRect(at, QColor(t.selection))
        ink = t.muted if entry.tone is Tone.PLAIN else t.tones[entry.tone][0]
        painter.fillRect(at.left() + 2, at.top() + 3, 3, at.height() - 6, QColor(ink))
        painter.setPen(QColor(t.text if entry.movable or here else t.muted))
        words = at.adjusted(2 * GRID, 0, -GRID, 0)
        if len(self.lines) > 1:
            painter.drawText(words, MIDDLE, _cut(painter, entry.text, words.width()))
            return
        above = words.adjusted(0, 0, 0, -words.height() // 2)
        below = words.adjusted(0, words.height() // 2, 0, 0)
        painter.drawText(above, MIDDLE, _cut(painter, entry.first, above.width()))
        painter.drawText(below, MIDDLE, _cut(painter, entry.second, below.width()))


def _cut(painter: QPainter, text: str, width: int) -> str:
    metrics = QFontMetrics(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
