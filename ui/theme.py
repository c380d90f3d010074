"""The look: Fusion, two palettes of our own, Sarabun, and a small stylesheet built from tokens."""

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.stylesheet import stylesheet
from ui.tokens import DARK, LIGHT, Tokens, Tone

FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
POINTS = 10.5


class Scheme(StrEnum):
    """Which palette a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application and dresses it again when the person or the system changes."""

    changed = Signal()
    on: ClassVar[Tokens] = LIGHT

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self.scheme = scheme
        self._worn: Tokens | None = None
        application.setStyle("Fusion")
        application.setFont(_font())
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(scheme)

    def choose(self, scheme: Scheme) -> None:
        """Take one palette, or follow the system."""
        self.scheme = scheme
        self._dress()

    def _follow(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        dark = self.scheme is Scheme.DARK or (
            self.scheme is Scheme.SYSTEM
            and self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        chosen = DARK if dark else LIGHT
        if chosen is self._worn:  # a sheet is slow to put on
            return
        self._worn = Theme.on = chosen
        self._application.setPalette(palette_of(chosen))
        self._application.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self._application.setStyleSheet("")  # over another, a widget is dressed once per ancestor
        self._application.setStyleSheet(stylesheet(chosen))
        self._application.restoreOverrideCursor()
        self.changed.emit()


def tokens() -> Tokens:
    """The tokens of the palette that is on now, for code that paints by hand."""
    return Theme.on


def state_label(word: str, tone: Tone | str, parent: QWidget | None = None) -> QLabel:
    """A small label that says a state by its word and repeats it by colour."""
    label = QLabel(word, parent)
    set_tone(label, tone)
    return label


def set_tone(widget: QWidget, tone: Tone | str) -> None:
    """Give `widget` (a state label, a banner) the colours of `tone`; follows the theme."""
    widget.setProperty("tone", str(tone))
    restyle(widget)


def set_role(widget: QWidget, role: str) -> None:
    """Mark `widget` for the stylesheet: title, heading, muted, primary, flat, panel, link."""
    widget.setProperty("role", role)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let the stylesheet see a property that changed; a widget not yet dressed will see it then."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _font() -> QFont:
    spec = find_spec("fontpkg_sarabun")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent / "files"
        for face in FACES:
            QFontDatabase.addApplicationFont(str(folder / f"Sarabun-{face}.ttf"))
    font = QFont("Sarabun")
    font.setPointSizeF(POINTS)
    return font


def palette_of(t: Tokens) -> QPalette:
    """The Qt palette of one set of tokens."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: t.window,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.hover,
        role.Text: t.text,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.on_accent,
        role.ToolTipBase: t.raised,
        role.ToolTipText: t.text,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Link: t.accent_text,
        role.LinkVisited: t.accent_text,
        role.PlaceholderText: t.faint,
        role.Accent: t.accent_text,
        role.Light: t.raised,
        role.Midlight: t.hover,
        role.Mid: t.border,
        role.Dark: t.border_strong,
        role.Shadow: t.border_strong,
    }.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(t.faint))
    return palette


__all__ = ["Scheme", "Theme", "Tone", "restyle", "set_role", "set_tone", "state_label", "tokens"]
