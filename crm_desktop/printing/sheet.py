"""What a paper is set with: styles, blocks that know their height, and pages to draw them on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from crm_desktop.printing.fonts import BOLD, REGULAR, fonts
from crm_desktop.printing.paper import Look
from crm_desktop.printing.thai_text import break_lines

Align = Literal["left", "right", "center"]

INK = HexColor(0x1B2126)
MUTED = HexColor(0x59636B)
HAIR = HexColor(0xD3D9DD)
WATERMARK = HexColor(0xECEFF1)
LEAST_CONTRAST = 4.5
MARGIN = 46.0
TOP = 36.0
BOTTOM = 28.0  # of the footer's baseline; what is above it is for content
FOOTER = 22.0
A5_SCALE = 0.76


@dataclass(frozen=True)
class Style:
    """A face, its size and leading in points (at least 1.5 em, for marks stand high), a colour."""

    font: str
    size: float
    leading: float
    color: Color = INK

    @property
    def baseline(self) -> float:
        """How far below the top of its line box the letters stand."""
        return self.leading * 0.5 + self.size * 0.33

    def measure(self, text: str) -> float:
        """Width of the text in points."""
        return fonts()[self.font].stringWidth(text, self.size)

    def lines(self, text: str, width: float, keep: frozenset[str] = frozenset()) -> list[str]:
        """The text broken into lines of that width."""
        return break_lines(text, width, self.measure, keep)

    def balanced(self, text: str, width: float) -> list[str]:
        """As few lines as `lines` makes, but ended at blanks and of nearly equal length if may be.

        So no postcode is left alone on a line.
        """
        lines = self.lines(text, width)
        if len(lines) == 1:
            return lines
        tries = [self.lines(text, width * share) for share in (0.65, 0.72, 0.8, 0.9)]
        good = (t for t in tries if len(t) == len(lines) and " ".join(t) == text)
        return next(good, lines)

    def widest(self, texts: list[str]) -> float:
        """The width of the widest text, 0 of none."""
        return max(map(self.measure, texts), default=0.0)


BODY = Style(REGULAR, 9, 13.8)
STRONG = replace(BODY, font=BOLD)
SMALL = Style(REGULAR, 8, 12.4, MUTED)
LOWER = BODY.baseline - SMALL.baseline  # sets a small label on the baseline of its value
FINE = Style(REGULAR, 7.5, 11.6, MUTED)
NAME = Style(BOLD, 11, 16.5)


@dataclass(frozen=True)
class Palette:
    """The shop's accent, darkened until it can be read on white, and what derives from it."""

    accent: Color
    tint: Color

    @classmethod
    @cache
    def of(cls, accent: str) -> "Palette":
        """The palette of an #rrggbb accent."""
        color = HexColor(accent)
        while contrast(color) < LEAST_CONTRAST:
            color = Color(color.red * 0.92, color.green * 0.92, color.blue * 0.92)
        parts = (1 - (1 - part) * 0.07 for part in (color.red, color.green, color.blue))
        return cls(color, Color(*parts))

    @property
    def head(self) -> Style:
        """Column heads and block labels."""
        return Style(BOLD, 8, 12.4, self.accent)

    @property
    def strong(self) -> Style:
        """What must be seen first in running text."""
        return Style(BOLD, BODY.size, BODY.leading, self.accent)

    @property
    def title(self) -> Style:
        """The name of the paper."""
        return Style(BOLD, 20, 30, self.accent)


def contrast(color: Color) -> float:
    """Contrast of the colour on white paper, by WCAG's formula."""

    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = linear(color.red), linear(color.green), linear(color.blue)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


class Block:
    """A piece of paper with a height; what is put on it is drawn later, wherever it lands.

    Positions run right and down from its top left corner, in points.
    """

    def __init__(self, height: float = 0.0) -> None:
        self.height = height
        self.texts: list[tuple[float, float, str, Style]] = []
        self._shapes: list[Callable[[Canvas, float, float], None]] = []

    def text(self, x: float, y: float, text: str, style: Style, align: Align = "left") -> None:
        """One line whose box begins at `y`; `x` is its left, right or middle."""
        if align != "left":
            x -= style.measure(text) * (1 if align == "right" else 0.5)
        if text:
            self.texts.append((x, y + style.baseline, text, style))

    def lines(
        self, x: float, y: float, lines: list[str], style: Style, align: Align = "left"
    ) -> float:
        """Lines below one another; returns where the next would begin, and grows the block."""
        for line in lines:
            self.text(x, y, line, style, align)
            y += style.leading
        self.height = max(self.height, y)
        return y

    def rule(self, x: float, y: float, width: float, color: Color, thickness: float = 0.5) -> None:
        """A horizontal hairline."""

        def draw(canvas: Canvas, left: float, top: float) -> None:
            canvas.setStrokeColor(color)
            canvas.setLineWidth(thickness)
            canvas.line(left + x, top - y, left + x + width, top - y)

        self._shapes.append(draw)

    def band(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        """A filled area behind the text."""

        def draw(canvas: Canvas, left: float, top: float) -> None:
            canvas.setFillColor(color)
            canvas.rect(left + x, top - y - height, width, height, stroke=0, fill=1)

        self._shapes.append(draw)

    def frame(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        """The outline of a box."""

        def draw(canvas: Canvas, left: float, top: float) -> None:
            canvas.setStrokeColor(color)
            canvas.setLineWidth(0.9)
            canvas.rect(left + x, top - y - height, width, height, stroke=1, fill=0)

        self._shapes.append(draw)

    def picture(self, x: float, y: float, width: float, height: float, image: Any) -> None:
        """An image reader's picture in that box."""

        def draw(canvas: Canvas, left: float, top: float) -> None:
            canvas.drawImage(image, left + x, top - y - height, width, height)

        self._shapes.append(draw)

    def place(self, other: "Block", x: float, y: float) -> float:
        """Another block on this one; returns where it ends, and grows this one."""
        self._shapes.extend(_moved(shape, x, y) for shape in other._shapes)
        self.texts.extend((x + dx, y + dy, text, style) for dx, dy, text, style in other.texts)
        self.height = max(self.height, y + other.height)
        return y + other.height

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Put everything on the page, the corner at (left, top) in page coordinates."""
        for shape in self._shapes:
            shape(canvas, left, top)
        if not self.texts:
            return
        writer, last = canvas.beginText(), None
        for x, y, text, style in self.texts:
            writer.setTextOrigin(left + x, top - y)
            if style is not last:
                writer.setFont(style.font, style.size, style.leading)
                writer.setFillColor(style.color)
                last = style
            writer.textOut(text)
        canvas.drawText(writer)


def _moved(
    shape: Callable[[Canvas, float, float], None], x: float, y: float
) -> Callable[[Canvas, float, float], None]:
    return lambda canvas, left, top: shape(canvas, left + x, top - y)


class Sheet:
    """The pages of one paper on a file's canvas: their size, margins and marks."""

    def __init__(self, look: Look, canvas: Canvas) -> None:
        self._scale = 1.0 if look.page_size == "A4" else A5_SCALE
        self._size = A4 if look.page_size == "A4" else (A4[1] / 2, A4[0])
        self.width, self.height = (edge / self._scale for edge in self._size)
        self.inner = self.width - 2 * MARGIN
        self.top = TOP + look.letterhead_mm * mm / self._scale
        self.canvas = canvas

    def begin_page(self, watermark: str = "") -> None:
        """Start a page; the watermark lies below everything else."""
        self.canvas.setPageSize(self._size)
        self.canvas.scale(self._scale, self._scale)
        if watermark:
            self._watermark(watermark)

    def draw(self, block: Block, y: float) -> float:
        """Draw a block `y` below the page's upper edge; returns where it ends."""
        block.draw(self.canvas, MARGIN, self.height - y)
        return y + block.height

    def stamp(self, text: str) -> None:
        """Large framed letters over everything, so thin that every figure stays readable and dark
        enough for a black-and-white printer."""
        canvas, style = self.canvas, Style(BOLD, 64, 96)
        width = style.measure(text)
        share = min(1.0, self.inner / (width + 48))
        canvas.saveState()
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(34)
        canvas.scale(share, share)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setFillAlpha(0.09)
        canvas.setStrokeAlpha(0.6)
        canvas.setLineWidth(1.2)
        canvas.roundRect(-width / 2 - 24, -52, width + 48, 104, 10, stroke=1, fill=0)
        canvas.setLineWidth(0.8)
        canvas.setFont(BOLD, style.size)
        canvas.drawCentredString(0, -22, text, mode=2)
        canvas.restoreState()

    def end_page(self) -> None:
        """Finish the page in view."""
        self.canvas.showPage()

    def _watermark(self, text: str) -> None:
        canvas = self.canvas
        style = Style(BOLD, 100, 150, WATERMARK)
        size = min(100.0, 100.0 * 0.95 * self.width / style.measure(text))
        canvas.saveState()
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(52)
        canvas.setFillColor(WATERMARK)
        canvas.setFont(BOLD, size)
        canvas.drawCentredString(0, -size / 3, text)
        canvas.restoreState()
