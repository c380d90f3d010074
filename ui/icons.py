"""Line icons drawn from the Phosphor font that qtawesome ships.

Importing qtawesome itself costs a third of a second and loads eight fonts; the desk needs one of
them, so only its two files are read. An icon asks the palette for its colour each time it is
painted, and so follows the theme without being made again.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.tokens import Tone

Ink = QPalette.ColorRole | Tone
"""What colours an icon: a role of the palette, or the ink of a state."""


def _font_file(ending: str) -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("qtawesome is not installed")
    return next((Path(spec.origin).parent / "fonts").glob(f"phosphor-*{ending}"))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = json.loads(_font_file(".json").read_text(encoding="utf-8"))
    return codes


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_font_file(".ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


class _Glyph(QIconEngine):
    """Paints one character of the icon font in the colour that the palette gives for the mode."""

    def __init__(self, character: str, ink: Ink) -> None:
        super().__init__()
        self._character = character
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(_family())
        font.setPixelSize(max(1, rect.height()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        painter.setPen(_colour(self._ink, mode))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Glyph(self._character, self._ink)


def _colour(ink: Ink, mode: QIcon.Mode) -> QColor:
    if isinstance(ink, Tone):
        return QColor(tokens().tones[ink][0])
    group = QPalette.ColorGroup.Normal
    if mode == QIcon.Mode.Disabled:
        group = QPalette.ColorGroup.Disabled
    return QGuiApplication.palette().color(group, ink)


@cache
def icon(name: str, ink: Ink = QPalette.ColorRole.WindowText) -> QIcon:
    """The Phosphor icon `name` (such as "users"); an unknown name is a KeyError.

    Each is made once and kept: PySide 6.11 crashes when it collects an icon whose engine is ours.
    """
    return QIcon(_Glyph(chr(int(_codes()[name], 16)), ink))


class IconLabel(QWidget):
    """An icon that stands beside words; it says nothing of its own to a screen reader."""

    def __init__(self, name: str, ink: Ink, parent: QWidget | None = None, size: int = 16) -> None:
        super().__init__(parent)
        self._icon = icon(name, ink)
        self.setFixedSize(size, size)

    def draw(self, name: str, ink: Ink) -> None:
        """Show another icon."""
        self._icon = icon(name, ink)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
