"""What a paper is set with: styles, blocks that know their height, and pages to draw them on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, NamedTuple

from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from crm_desktop.printing.charset import BOLD, REGULAR
from crm_desktop.printing.fonts import fonts
from crm_desktop.printing.paper import LETTERHEAD_MM, Look
from crm_desktop.printing.styles import Ink, Manner, Part, inks, manner
from crm_desktop.printing.thai_text import break_lines

Align = Literal["left", "right", "center"]

INK: Part = "ink"
MUTED: Part = "muted"
ACCENT: Part = "accent"
HAIR: Part = "hair"
EDGE: Part = "edge"
TINT: Part = "tint"


class Style(NamedTuple):
    """A face, its size and leading in points (at least 1.5 em, for marks stand high), an ink."""

    font: str
    size: float
    leading: float
    ink: Part = INK

    @property
    def baseline(self) -> float:
        """How far below the top of its line box the letters stand."""
        return self.leading * 0.5 + self.size * 0.33

    def scaled(self, share: float) -> "Style":
        """The same, larger or smaller."""
        return self._replace(size=self.size * share, leading=self.leading * share)

    def measure(self, text: str) -> float:
        """Width of the text in points."""
        return fonts()[self.font].stringWidth(text, self.size)

    def lines(self, text: str, width: float) -> list[str]:
        """The text broken into lines of that width."""
        return break_lines(text, width, self.measure)

    def balanced(self, text: str, width: float) -> list[str]:
        """As few lines as `lines` makes, but ended at blanks and of nearly equal length if may be.

        So no postcode is left alone on a line; words without any blank are only evened out.
        """
        lines = self.lines(text, width)
        if len(lines) == 1:
            return lines
        tries = [self.lines(text, width * share) for share in (0.65, 0.72, 0.8, 0.9)]
        joint = " " if " " in text else ""
        good = (t for t in tries if len(t) == len(lines) and joint.join(t) == text)
        return next(good, lines)

    def widest(self, texts: list[str]) -> float:
        """The width of the widest text, 0 of none."""
        return max(map(self.measure, texts), default=0.0)


BODY = Style(REGULAR, 9, 13.8)
STRONG = BODY._replace(font=BOLD)
SMALL = Style(REGULAR, 8, 12.4, MUTED)
LOWER = BODY.baseline - SMALL.baseline  # sets a small label on the baseline of its value
FINE = Style(REGULAR, 7.5, 11.6, MUTED)
NAME = Style(BOLD, 11, 16.5)


@dataclass(frozen=True)
class Palette:
    """A style in the shop's colour, and the faces that it sets heads and titles in."""

    manner: Manner
    inks: Mapping[Part, Ink]

    head: ClassVar[Style] = Style(BOLD, 8, 12.4, ACCENT)
    """Column heads and block labels."""
    strong: ClassVar[Style] = STRONG._replace(ink=ACCENT)
    """What must be seen first in running text."""

    @classmethod
    def of(cls, look: Look) -> "Palette":
        """The palette of a look, whose accent is #rrggbb."""
        style = manner(look)
        return cls(style, inks(style, look.accent))

    def title(self, text: str, width: float) -> Style:
        """The face of the paper's name: smaller where the name is long for its width."""
        style = Style(BOLD, self.manner.title_size, self.manner.title_size * 1.5, ACCENT)
        shares = (1.0, 0.85, 0.72)
        return next(
            (made for share in shares if (made := style.scaled(share)).measure(text) <= width),
            style.scaled(shares[-1]),
        )


class Pen(NamedTuple):
    """A canvas, and what the parts of a paper are drawn in on it."""

    canvas: Canvas
    inks: Mapping[Part, Ink]

    def fill(self, part: Part) -> bool:
        """Make ready to fill with that part's ink; False where nothing is to be drawn."""
        ink = self.inks[part]
        if ink.color is not None:
            self.canvas.setFillColor(ink.color)
        return ink.color is not None

    def stroke(self, part: Part, weight: float | None = None) -> bool:
        """Make ready to draw lines in that part's ink; False where nothing is to be drawn."""
        ink = self.inks[part]
        if ink.color is not None:
            self.canvas.setStrokeColor(ink.color)
            self.canvas.setLineWidth(ink.weight if weight is None else weight)
            self.canvas.setDash(list(ink.dash))
        return ink.color is not None


Shape = Callable[[Pen, float, float], None]


class Block:
    """A piece of paper with a height; what is put on it is drawn later, wherever it lands.

    Positions run right and down from its top left corner, in points.
    """

    def __init__(self, height: float = 0.0) -> None:
        self.height = height
        self.texts: list[tuple[float, float, str, Style]] = []
        self._shapes: list[Shape] = []

    def text(self, x: float, y: float, text: str, style: Style, align: Align = "left") -> None:
        """One line whose box begins at `y`; `x` is its left, right or middle."""
        if align != "left":
            x -= style.measure(text) * (1 if align == "right" else 0.5)
        if text:
            self.texts.append((x, y + style.baseline, text, style))

    def lines(
        self, x: float, y: float, lines: Sequence[str], style: Style, align: Align = "left"
    ) -> float:
        """Lines below one another; returns where the next would begin, and grows the block."""
        for line in lines:
            self.text(x, y, line, style, align)
            y += style.leading
        self.height = max(self.height, y)
        return y

    def rule(self, x: float, y: float, width: float, part: Part) -> None:
        """A horizontal line, as heavy as its part of the paper."""

        def draw(pen: Pen, left: float, top: float) -> None:
            if pen.stroke(part):
                pen.canvas.line(left + x, top - y, left + x + width, top - y)

        self.shape(draw)

    def band(self, x: float, y: float, width: float, height: float, part: Part) -> None:
        """A filled area behind the text."""

        def draw(pen: Pen, left: float, top: float) -> None:
            if pen.fill(part):
                pen.canvas.rect(left + x, top - y - height, width, height, stroke=0, fill=1)

        self.shape(draw)

    def frame(self, x: float, y: float, width: float, height: float, part: Part) -> None:
        """The outline of a box."""

        def draw(pen: Pen, left: float, top: float) -> None:
            if pen.stroke(part, 0.9):
                pen.canvas.rect(left + x, top - y - height, width, height, stroke=1, fill=0)

        self.shape(draw)

    def picture(self, x: float, y: float, width: float, height: float, image: Any) -> None:
        """An image reader's picture in that box."""

        def draw(pen: Pen, left: float, top: float) -> None:
            pen.canvas.drawImage(image, left + x, top - y - height, width, height)

        self.shape(draw)

    def shape(self, draw: Shape) -> None:
        """Anything else, drawn when the block's corner is known in page coordinates."""
        self._shapes.append(draw)

    def place(self, other: "Block", x: float, y: float) -> float:
        """Another block on this one; returns where it ends, and grows this one."""
        self._shapes.extend(_moved(shape, x, y) for shape in other._shapes)
        self.texts.extend((x + dx, y + dy, text, style) for dx, dy, text, style in other.texts)
        self.height = max(self.height, y + other.height)
        return y + other.height

    @property
    def parts(self) -> list["Block"]:
        """What it may be torn into where it is taller than a page."""
        return [self]

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Put everything on the page, the corner at (left, top) in page coordinates."""
        for shape in self._shapes:
            shape(pen, left, top)
        if not self.texts:
            return
        writer, last = pen.canvas.beginText(), None
        for x, y, text, style in self.texts:
            writer.setTextOrigin(left + x, top - y)
            if style is not last:
                writer.setFont(style.font, style.size, style.leading)
                writer.setFillColor(pen.inks[style.ink].color)
                last = style
            writer.textOut(text)
        pen.canvas.drawText(writer)


class Stack(Block):
    """Blocks below one another."""

    def __init__(self) -> None:
        super().__init__()
        self._stacked: list[tuple[Block, float, float]] = []

    def add(self, block: Block, gap: float = 0.0, x: float = 0.0) -> None:
        """One more below the last, with that gap between."""
        self._stacked.append((block, gap, x))
        self.place(block, x, self.height + gap)

    @property
    def parts(self) -> list[Block]:
        """Each block with the gap above it."""
        made = []
        for block, gap, x in self._stacked:
            made.append(part := Block())
            part.place(block, x, gap)
        return made


def _moved(shape: Shape, x: float, y: float) -> Shape:
    return lambda pen, left, top: shape(pen, left + x, top - y)


class Geometry(NamedTuple):
    """A page: its edges in points, by how much everything on it is scaled, and its margins."""

    edges: tuple[float, float]
    scale: float
    side: float
    top: float
    bottom: float


PAGES = {
    "A4": Geometry(A4, 1.0, 46, 36, 26),
    "A5": Geometry(A5, 0.85, 22, 24, 18),  # body 7.65 pt, nothing below 6.3
    "roll": Geometry((80 * mm, 297 * mm), 1.08, 10.5, 10, 14),  # 72 mm printable, nothing below 8
}


class Sheet:
    """The pages of one paper on a file's canvas: their size, margins and marks."""

    def __init__(self, look: Look, canvas: Canvas, palette: Palette) -> None:
        page = PAGES[look.page_size]
        self._scale, self._size, self._left = page.scale, page.edges, page.side
        self.width, self.height = (edge / self._scale for edge in self._size)
        self.inner = self.width - 2 * page.side
        self.top, self._bottom = page.top, page.bottom
        if not palette.manner.seller:  # the shop is on the sheet already
            taken = min(look.letterhead_mm, LETTERHEAD_MM[look.page_size])
            self.top += taken * mm / self._scale
        self.pen = Pen(canvas, palette.inks)

    @property
    def unit(self) -> float:
        """How many points of the sheet make one point of the finished page."""
        return 1 / self._scale

    @property
    def floor(self) -> float:
        """Where content must end, measured from the page's upper edge."""
        return self.height - self._bottom

    def cut(self, floor: float) -> None:
        """Make the page as tall as what ends there, as a roll is."""
        self.height = floor + self._bottom
        self._size = (self._size[0], self.height * self._scale)

    def begin_page(self, watermark: str = "") -> None:
        """Start a page; the watermark lies below everything else."""
        self.pen.canvas.setPageSize(self._size)
        self.pen.canvas.scale(self._scale, self._scale)
        if watermark:
            self._watermark(watermark)

    def draw(self, block: Block, y: float) -> float:
        """Draw a block `y` below the page's upper edge; returns where it ends."""
        block.draw(self.pen, self._left, self.height - y)
        return y + block.height

    def stamp(self, text: str) -> None:
        """Large framed letters over everything, so thin that every figure stays readable and dark
        enough for a black-and-white printer."""
        canvas, style = self.pen.canvas, Style(BOLD, 64, 96)
        width = style.measure(text)
        share = min(1.0, self.inner / (width + 48))
        canvas.saveState()
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(34)
        canvas.scale(share, share)
        self.pen.stroke(INK, 1.2)
        self.pen.fill(INK)
        canvas.setFillAlpha(0.09)
        canvas.setStrokeAlpha(0.6)
        canvas.roundRect(-width / 2 - 24, -52, width + 48, 104, 10, stroke=1, fill=0)
        canvas.setLineWidth(0.8)
        canvas.setFont(BOLD, style.size)
        canvas.drawCentredString(0, -22, text, mode=2)
        canvas.restoreState()

    def end_page(self) -> None:
        """Finish the page in view."""
        self.pen.canvas.showPage()

    def _watermark(self, text: str) -> None:
        canvas = self.pen.canvas
        style = Style(BOLD, 100, 150)
        size = min(100.0, 100.0 * 0.95 * self.width / style.measure(text))
        canvas.saveState()
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(52)
        self.pen.fill("watermark")
        canvas.setFont(BOLD, size)
        canvas.drawCentredString(0, -size / 3, text)
        canvas.restoreState()
