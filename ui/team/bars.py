"""Bars beside names: small charts that are clicked, walked by keys, and read aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from ui.guarded import guarded
from ui.theme import tokens
from ui.tokens import GRID, Tone

ROW = 7 * GRID
LEGEND = 7 * GRID
THICK = 4 * GRID
NAME_SHARE = 4
"""A name takes a quarter of the width at most."""
NARROWEST = 240
MOST_ROWS = 400


@dataclass(frozen=True)
class Bar:
    """One row: a name, the lengths of its pieces, and the figure in words behind it."""

    key: Any
    name: str
    pieces: tuple[int, ...]
    text: str

    @property
    def length(self) -> int:
        """All pieces together."""
        return sum(self.pieces)


class BarChart(QWidget):
    """Rows of stacked bars on one scale. Up and Down walk, Enter and a click choose (`chosen`
    carries the key); what stands there stands in the table beside it too."""

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self.legend: tuple[tuple[str, Tone], ...] = ()
        self.at = 0
        self._title = title
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        self.setMinimumWidth(NARROWEST)

    def show_bars(
        self, title: str, bars: Sequence[Bar], legend: Sequence[tuple[str, Tone]]
    ) -> None:
        """Draw other bars; the pieces of each are coloured as the legend says."""
        self._title = title
        self.bars, self.legend = tuple(bars[:MOST_ROWS]), tuple(legend)
        self.at = 0
        self.setFixedHeight(self.needed())
        self._tell()
        self.update()

    def needed(self) -> int:
        """The height of all rows."""
        return self._top() + max(1, len(self.bars)) * ROW

    def go_to(self, key: Any) -> None:
        """Put the cursor on the bar of a key, if it has one."""
        for number, bar in enumerate(self.bars):
            if bar.key == key:
                self._move(number)

    def current(self) -> Bar | None:
        """The bar under the cursor."""
        return self.bars[self.at] if self.bars else None

    def row_rect(self, number: int) -> QRect:
        """Where a row is drawn."""
        return QRect(0, self._top() + number * ROW, self.width(), ROW)

    # What people do ---------------------------------------------------------------------------

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: self.at + 1,
            Qt.Key.Key_Up: self.at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.bars) - 1,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose()
        elif key in steps and not event.modifiers():
            self._move(steps[key])
        else:
            super().keyPressEvent(event)

    @guarded(otherwise=None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._row_at(event.position().toPoint())
        if number is not None:
            self._move(number)
            self._choose()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """What a bar stands for shows under the pointer."""
        if isinstance(event, QHelpEvent):
            number = self._row_at(event.pos())
            bar = self.bars[number] if number is not None else None
            QToolTip.showText(event.globalPos(), self._words(bar) if bar else "", self)
            return True
        return super().event(event)

    def _choose(self) -> None:
        bar = self.current()
        if bar is not None:
            self.chosen.emit(bar.key)

    def _move(self, number: int) -> None:
        if 0 <= number < len(self.bars):
            self.at = number
            self._tell()
            self.update()

    def _row_at(self, at: QPoint) -> int | None:
        number = (at.y() - self._top()) // ROW
        return number if at.y() >= self._top() and 0 <= number < len(self.bars) else None

    def _tell(self) -> None:
        """Readers hear which bar is under the cursor and what it says."""
        bar = self.current()
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._words(bar) if bar else "")

    def _words(self, bar: Bar) -> str:
        return f"{bar.name}: {bar.text}"

    # Drawing ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(2 * NARROWEST, self.needed())

    def _top(self) -> int:
        return LEGEND if len(self.legend) > 1 else GRID

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        if len(self.legend) > 1:
            self._paint_legend(painter, metrics)
        names = max((metrics.horizontalAdvance(bar.name) for bar in self.bars), default=0)
        name_width = min(names, self.width() // NAME_SHARE) + 3 * GRID
        texts = max((metrics.horizontalAdvance(bar.text) for bar in self.bars), default=0)
        room = max(1, self.width() - name_width - texts - 6 * GRID)
        longest = max((bar.length for bar in self.bars), default=0) or 1
        for number, bar in enumerate(self.bars):
            rect = self.row_rect(number)
            if rect.intersects(event.rect()):
                self._paint_row(painter, rect, bar, name_width, room / longest)
        painter.end()

    def _paint_legend(self, painter: QPainter, metrics: QFontMetrics) -> None:
        left, middle = 2 * GRID, LEGEND // 2
        for word, tone in self.legend:
            painter.fillRect(left, middle - GRID, 2 * GRID, 2 * GRID, _ink(tone))
            width = metrics.horizontalAdvance(word)
            painter.setPen(QColor(tokens().muted))
            field = QRect(left + 3 * GRID, 0, width + GRID, LEGEND)
            painter.drawText(field, Qt.AlignmentFlag.AlignVCenter, word)
            left += width + 8 * GRID

    def _paint_row(
        self, painter: QPainter, rect: QRect, bar: Bar, name_width: int, unit: float
    ) -> None:
        t, here = tokens(), bar is self.current()
        if here:
            painter.fillRect(rect, QColor(t.selection if self.hasFocus() else t.hover))
        field = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        name = QRect(field.left(), field.top(), name_width - 3 * GRID, field.height())
        shown = painter.fontMetrics().elidedText(
            bar.name, Qt.TextElideMode.ElideRight, name.width()
        )
        painter.setPen(QColor(t.text))
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | middle, shown)
        end = self._paint_pieces(painter, field, bar, field.left() + name_width, unit)
        painter.setPen(QColor(t.muted))
        text = QRect(end + GRID, field.top(), field.right() - end, field.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | middle, bar.text)
        if here and self.hasFocus():
            painter.setPen(QPen(QColor(t.accent_text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_pieces(
        self, painter: QPainter, field: QRect, bar: Bar, left: int, unit: float
    ) -> int:
        """The pieces after one another, each ending on a whole pixel; where they end."""
        top, done, at = field.center().y() - THICK // 2, 0, left
        for piece, (_, tone) in zip(bar.pieces, self.legend, strict=False):
            done += piece
            end = left + round(done * unit)
            if end > at:
                painter.fillRect(at, top, end - at, THICK, _ink(tone))
                painter.fillRect(end - 1, top, 1, THICK, QColor(tokens().surface))
            at = end
        return at


class BarPane(QScrollArea):
    """A chart that scrolls where it is taller than its place, which it never is by itself."""

    def __init__(self, chart: BarChart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(chart)

    def fit(self) -> None:
        """Take the height of all rows, up to two fifths of the window's."""
        most = max(3 * ROW, self.window().height() * 2 // 5)
        self.setFixedHeight(min(self.chart.needed() + 2, most))


def _ink(tone: Tone) -> QColor:
    t = tokens()
    return QColor(t.accent if tone is Tone.PLAIN else t.tones[tone][0])
