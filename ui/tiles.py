"""Tiles: a figure over a word, to press; a row of them is the head of Today and of the week."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme import tokens
from ui.tokens import GRID, Tone

HEIGHT, TALL = 15 * GRID, 18 * GRID
"""One row of words below the figure, or two."""
NARROWEST = 22 * GRID
INSIDE = 3 * GRID
MORE_THAN_TWO = 2.6
"""Line heights; letters with marks above need a little more than theirs."""
FIGURE = 1.45
"""How much larger the figure is than the words."""


class Tile(QAbstractButton):
    """One figure with its word; a `tone` colours the figure, which says nothing alone."""

    def __init__(self, word: str, parent: QWidget, *, checkable: bool = False) -> None:
        super().__init__(parent)
        self.figure, self.tone = "", Tone.PLAIN
        self.setText(word)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_figure(self, figure: str, tone: Tone = Tone.PLAIN) -> None:
        """Change what is counted; a tile that counts nothing cannot be pressed unless it can be
        checked."""
        self.figure, self.tone = figure, tone
        self.setEnabled(self.isCheckable() or figure not in ("", "0"))
        self.setAccessibleName(f"{self.text()}: {figure}")
        self.setToolTip(self.text())
        self.update()

    def fits(self, width: int) -> bool:
        """Whether a tile so wide has room for its word in one row."""
        return self._elided(width) == self.text()

    def in_two(self, width: int) -> bool:
        """Whether two rows have room for it; one that fits in one row needs no word breaks, which
        are slow to load."""
        if self.fits(width):
            return True
        metrics, how = QFontMetrics(self.font()), int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, width - INSIDE - INSIDE // 2, 0)
        rows = metrics.boundingRect(room, how, self._broken).height() / metrics.lineSpacing()
        return rows < MORE_THAN_TWO

    @property
    def _broken(self) -> str:
        from ui.authority.setting import breakable

        return breakable(self.text())

    def _elided(self, width: int) -> str:
        metrics, how = QFontMetrics(self.font()), Qt.TextElideMode.ElideRight
        return metrics.elidedText(self.text(), how, width - 2 * INSIDE)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * INSIDE
        return QSize(max(NARROWEST, width), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_field(self, painter: QPainter) -> None:
        t = tokens()
        ground = t.surface
        if self.isChecked():
            ground = t.selection
        elif self.underMouse() and self.isEnabled():
            ground = t.hover
        edge = t.accent_text if self.hasFocus() or self.isChecked() else t.border
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_words(self, painter: QPainter) -> None:
        t = tokens()
        inside = self.rect().adjusted(INSIDE, GRID, -INSIDE, -GRID - 3)
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * FIGURE)
        large.setWeight(QFont.Weight.DemiBold)
        ink = t.text if self.tone is Tone.PLAIN else t.tones[self.tone][0]
        painter.setFont(large)
        painter.setPen(QColor(ink if self.isEnabled() else t.faint))
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, left | Qt.AlignmentFlag.AlignTop, self.figure)
        painter.setFont(self.font())
        painter.setPen(QColor(t.muted if self.isEnabled() else t.faint))
        if self.height() >= TALL and not self.fits(self.width()):
            below = self.rect().adjusted(INSIDE, 0, -INSIDE // 2, -GRID)
            how = left | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
            painter.drawText(below, how, self._broken)
            return
        shown = self._elided(self.width())
        painter.drawText(inside, left | Qt.AlignmentFlag.AlignBottom, shown)
