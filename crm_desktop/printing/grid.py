"""A table's columns, as wide as their content; heads, and cells in their places."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from crm_desktop.printing.labels import Labels
from crm_desktop.printing.sheet import (
    ACCENT,
    BODY,
    EDGE,
    FINE,
    MUTED,
    TINT,
    Align,
    Block,
    Palette,
    Style,
)

GAP = 9.0  # between columns
NARROW_GAP = 7.0  # where columns are many
MANY_COLUMNS = 9
PAD = 3.2  # above and below the text of a row
WANTED_STRETCH, LEAST_STRETCH = 70.0, 48.0
NARROWEST = 44.0  # of a column that wraps, where figures take the width
WIDEST = {
    "code": 92.0,
    "unit": 62.0,
    "discount": 62.0,
    "needed": 60.0,
    "promised": 60.0,
    "reference": 104.0,
    "day": 60.0,
    "deposit_number": 92.0,
    "note": 110.0,
}
QUANTITIES = ("quantity", "ordered", "delivered", "remaining")
RIGHT = (
    *QUANTITIES,
    *("price", "discount", "amount"),
    *("received", "used", "balance", "count", "system", "counted", "difference"),
)

SHARES = (1.0, 0.92, 0.84, 0.76, 0.68)  # of the usual size, where figures need more width
Cells = Mapping[str, str]  # text by column name
Words = Mapping[str, Sequence[str]]  # lines by column name


class Column(NamedTuple):
    """Where a column stands."""

    name: str
    left: float
    width: float

    @property
    def align(self) -> Align:
        """Figures to the right, words to the left."""
        return "right" if self.name in RIGHT else "left"

    @property
    def edge(self) -> float:
        """The x that its text is aligned to."""
        return self.left + (self.width if self.align == "right" else 0)


def plain(number: Decimal | None) -> str:
    """A quantity without idle zeros: 1,250 or 2.5."""
    return "" if number is None else f"{number.normalize():,f}"


class Grid:
    """Columns measured over all cells; the one called `stretch` gets the width that is left.

    `widest` is the widest face that cells are set in.
    """

    def __init__(
        self,
        names: Sequence[str],
        cells: Sequence[Cells],
        stretch: str,
        say: Labels,
        palette: Palette,
        width: float,
        widest: Style = BODY,
    ) -> None:
        self._say, self._palette, self.width, self._widest = say, palette, width, widest
        self._fractions = {
            name: _fraction([c.get(name, "") for c in cells])
            for name in names
            if name in QUANTITIES
        }
        self._share = SHARES[0]
        for self._share in SHARES:
            self.columns = self._measured(names, cells, stretch)
            if self.columns[-1].left + self.columns[-1].width <= width - 5 + 0.01:
                break
        self.stretch = next(column for column in self.columns if column.name == stretch)

    def head(self) -> Block:
        """The column heads, on every page that has rows."""
        block, style, fine = Block(), self.face(self._palette.head), self.face(FINE)
        labels = {column.name: self._say.each(f"column_{column.name}") for column in self.columns}
        tall = max(map(len, labels.values()))
        height = 2 * PAD + style.leading + (tall - 1) * fine.leading
        block.band(0, 0, self.width, height, TINT)
        block.rule(0, 0, self.width, ACCENT)
        block.rule(0, height, self.width, EDGE)
        for column in self.columns:
            first, *more = labels[column.name]
            edge = min(max(column.edge, 5), self.width - 5)
            block.text(edge, PAD, first, style, column.align)
            block.lines(edge, PAD + style.leading, list(more), fine, column.align)
        block.height = height
        return block

    def words(self, cells: Cells, style: Style, face: Style = BODY) -> Words:
        """The cells that wrap, in lines: the stretching one in `style`, the others in `face`."""
        found = {}
        for column in self.columns:
            if column is self.stretch:
                text = cells.get(column.name, "")
                found[column.name] = self.face(style).lines(text, column.width)
            elif column.name in WIDEST:
                text = cells.get(column.name, "")
                found[column.name] = self.face(face).lines(text, column.width)
        return found

    def put(
        self,
        block: Block,
        cells: Cells,
        words: Words,
        style: Style = BODY,
        face: Style = BODY,
        top: float = PAD,
    ) -> None:
        """A row `top` below the block's edge: its `words`, and every cell that never wraps."""
        for column in self.columns:
            text = cells.get(column.name, "")
            own = self.face(style if column is self.stretch else face)
            if column.name in words:
                block.lines(column.edge, top, words[column.name], own, column.align)
            elif column.name in QUANTITIES:
                self._quantity(block, column, text)
            elif column.name == "number":
                block.text(column.edge, PAD, text, self.face(NUMBER), column.align)
            else:
                block.text(column.edge, PAD, text, own, column.align)

    def face(self, style: Style) -> Style:
        """The style as this table sets it: smaller where its figures need the width."""
        return style if self._share == 1 else style.scaled(self._share)

    def _quantity(self, block: Block, column: Column, text: str) -> None:
        """Quantities stand with their points below one another."""
        fraction = text.partition(".")[2]
        style = self.face(BODY)
        used = style.measure("." + fraction) if fraction else 0.0
        edge = column.edge - self._fractions[column.name] * self._share + used
        block.text(edge, PAD, text, style, "right")

    def _measured(self, names: Sequence[str], cells: Sequence[Cells], stretch: str) -> list[Column]:
        gap = NARROW_GAP if len(names) > MANY_COLUMNS else GAP
        widths = {name: self._width(name, cells) for name in names if name != stretch}
        room = self.width - 10 - gap * (len(names) - 1)
        for name in (name for name in WIDEST if name in widths):
            short = WANTED_STRETCH - (room - sum(widths.values()))
            widths[name] -= max(0.0, min(short, widths[name] - NARROWEST))
        widths[stretch] = max(room - sum(widths.values()), LEAST_STRETCH)
        columns, left = [], 5.0
        for name in names:
            columns.append(Column(name, left, widths[name]))
            left += widths[name] + gap
        return columns

    def _width(self, name: str, cells: Sequence[Cells]) -> float:
        first, *more = self._say.each(f"column_{name}")
        texts = [cell.get(name, "") for cell in cells]
        content = self._widest.widest(texts)
        if name in QUANTITIES:
            content = BODY.widest([text.partition(".")[0] for text in texts])
            content += self._fractions[name]
        heads = max(self._palette.head.measure(first), FINE.widest(more))
        return max(min(content, WIDEST.get(name, content)), heads) * self._share


NUMBER = Style(BODY.font, BODY.size, BODY.leading, MUTED)


def _fraction(texts: Sequence[str]) -> float:
    """The width of the longest part behind a point, 0 where nothing has one."""
    fractions = [text.partition(".")[2] for text in texts]
    longest = max(fractions, key=len, default="")
    return BODY.measure("." + longest) if longest else 0.0
