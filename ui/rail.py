"""The rail on the left: the places, each with icon, word and count."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.icons import icon
from ui.places import Place
from ui.theme import set_role, tokens
from ui.tokens import GRID

HEIGHT = 9 * GRID
WIDE = 188
NARROW = 56


class PlaceButton(QAbstractButton):
    """One place; Alt and its number opens it from anywhere."""

    def __init__(self, place: Place, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.place, self.number, self.count = place, number, 0
        self.compact = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(place.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{place.text}  Alt+{number}" if number <= 9 else place.text)
        self._plain, self._lit = icon(place.icon), icon(place.icon, QPalette.ColorRole.Link)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many wait there; nothing for zero."""
        self.count = count
        words = self.tr("{0}, {1} waiting").format(self.text(), count) if count else self.text()
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self.compact else WIDE, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(self.rect()).adjusted(8.5, 2.5, -8.5, -2.5)
        painter.setPen(QPen(QColor(t.accent_text), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(t.selection))
        elif self.underMouse():
            painter.setBrush(QColor(t.border))
        painter.drawRoundedRect(field, 6, 6)
        glyph = self._lit if self.isChecked() else self._plain
        glyph.paint(painter, QRect(18, (self.height() - 20) // 2, 20, 20))
        if not self.compact:
            self._words(painter)
        if self.count:
            self._badge(painter)
        painter.end()

    def _words(self, painter: QPainter) -> None:
        t = tokens()
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(t.accent_text if self.isChecked() else t.text))
        room = self.rect().adjusted(48, 0, -44 if self.count else -12, 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _badge(self, painter: QPainter) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() - (2.5 if self.compact else 1.5))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        text = str(self.count) if self.count < 1000 else "999+"
        width = max(20, painter.fontMetrics().horizontalAdvance(text) + 10)
        height = 14 if self.compact else 18
        top = 3 if self.compact else (self.height() - height) // 2
        field = QRect(self.width() - width - (6 if self.compact else 16), top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        painter.drawRoundedRect(field, height / 2, height / 2)
        painter.setPen(QColor(tokens().on_accent))
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """All places the person has; scrolls where the window is too low for them."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "rail")
        self.setAccessibleName(self.tr("Places"))
        inner = QWidget(self)
        self._inner, self._column = inner, QVBoxLayout(inner)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._compact = False
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.buttons: dict[str, PlaceButton] = {}
        self.show_places(places)

    def show_places(self, places: Sequence[Place]) -> None:
        """The places that the person has now, numbered as they stand."""
        for button in self.buttons.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for number, place in enumerate(places, start=1):
            button = self.buttons[place.key] = PlaceButton(place, number, self._inner)
            button.clicked.connect(lambda _checked, key=place.key: self.chosen.emit(key))
            self._column.insertWidget(number - 1, button)
        self.set_compact(self._compact)

    def set_compact(self, compact: bool) -> None:
        """Icons alone, where the window is narrow."""
        self._compact = compact
        self.setFixedWidth(NARROW if compact else WIDE)
        for button in self.buttons.values():
            button.compact = compact
            button.updateGeometry()
            button.update()

    def show_place(self, key: str) -> None:
        """Mark the place that is open; in a low window it comes into view, for icons alone leave
        no room for a scroll bar."""
        self.buttons[key].setChecked(True)
        self._scroll.ensureWidgetVisible(self.buttons[key], 0, 8)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show what waits where."""
        for key, button in self.buttons.items():
            button.show_count(counts.get(key, 0))
