"""Sets the lines of a cell: figures stand out, brackets stand back, Thai breaks between words."""

import re
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from crm_desktop.printing.thai_text import pieces
from ui.authority.words import Line, Mark
from ui.theme import tokens
from ui.tokens import GRID, Tone

BREAK, GLUE, NEW_LINE = "\u200b", "\u00a0", "\u2028"
BETWEEN = GRID
"""Between two lines of a cell, beyond the leading of the type."""
LEADING = 1.06
SMALLER = 0.92
_FIGURE = re.compile(r"\d[\d,.]*\s?%?")


class Placed(NamedTuple):
    """A line with where it begins in its cell."""

    line: Line
    layout: QTextLayout
    top: float
    first_height: float


class Block(NamedTuple):
    """All lines of a cell at one width."""

    lines: tuple[Placed, ...]
    height: float

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw the lines with their upper left corner at `at`."""
        for placed in self.lines:
            placed.layout.draw(painter, at + QPointF(0, placed.top))


class Setter:
    """Sets cells and remembers them until the width, the font or the theme is another."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[Line, ...], int, str, bool], Block] = {}

    def forget(self) -> None:
        """Another table is shown."""
        self._known.clear()

    def block(self, lines: tuple[Line, ...], width: int, font: QFont) -> Block:
        """The lines, broken to `width` pixels."""
        key = (lines, width, font.toString(), tokens().dark)
        if key not in self._known:
            self._known[key] = _block(lines, width, font)
        return self._known[key]


def _block(lines: tuple[Line, ...], width: int, font: QFont) -> Block:
    placed: list[Placed] = []
    top = 0.0
    for line in lines:
        layout = _layout(line, width, font)
        height, first = _fill(layout, width)
        placed.append(Placed(line, layout, top, first))
        top += height + BETWEEN
    return Block(tuple(placed), max(0.0, top - BETWEEN))


def _fill(layout: QTextLayout, width: int) -> tuple[float, float]:
    """Break the layout into lines; its height and that of its first line."""
    height = first = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * LEADING
        first = first or line.height()
    layout.endLayout()
    return height, first


def breakable(text: str) -> str:
    """The text with leave to break between its words, and none between a number and its unit."""
    parts = ((part.rstrip(), part) for part in pieces(text))
    return BREAK.join(kept.replace(" ", GLUE) + part[len(kept) :] for kept, part in parts)


def _layout(line: Line, width: int, font: QFont) -> QTextLayout:
    """What stands aside begins a line of its own where it would be torn but need not be."""
    text, aside = breakable(line.text), breakable(line.aside)
    metrics = QFontMetricsF(font)
    room = width - metrics.horizontalAdvance(line.aside)
    torn = 0 < room < metrics.horizontalAdvance(f"{line.text} ")
    layout = QTextLayout((NEW_LINE if torn else " ").join(filter(None, (text, aside))), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(line, text, aside, font)))
    layout.setCacheEnabled(True)
    return layout


def _formats(line: Line, text: str, aside: str, font: QFont) -> list[QTextLayout.FormatRange]:
    t = tokens()
    ink, figure = t.text, t.text
    if line.mark is Mark.NEW:
        ink = figure = t.tones[Tone.INFO][0]
    elif line.mark is Mark.GONE or line.remark:
        ink = figure = t.muted
    struck = line.mark is Mark.GONE
    found = [_range(0, len(text), _format(ink, struck))]
    if not line.remark:
        found += [
            _range(m.start(), m.end() - m.start(), _format(figure, struck, strong=True))
            for m in _FIGURE.finditer(text)
        ]
    quiet = _format(t.muted, struck)
    quiet.setFontPointSize(font.pointSizeF() * SMALLER)
    if aside:
        found.append(_range(len(text) + bool(text), len(aside), quiet))
    return found


def _format(colour: str, struck: bool, *, strong: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QBrush(QColor(colour), Qt.BrushStyle.SolidPattern))
    made.setFontStrikeOut(struck)
    if strong:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made
