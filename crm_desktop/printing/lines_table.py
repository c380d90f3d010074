"""The table of a paper's lines: columns as wide as their content, rows as blocks, pages of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from crm_desktop.domain.money import Money
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.paper import Paper, PaperLine
from crm_desktop.printing.sheet import (
    BODY,
    FINE,
    HAIR,
    MUTED,
    SMALL,
    STRONG,
    Align,
    Block,
    Palette,
    Style,
)

GAP = 9.0  # between columns
PAD = 3.2  # above and below the text of a row
COLUMNS = ("number", "code", "description", "quantity", "unit", "price", "discount", "amount")
OPTIONAL = ("code", "discount")  # left out where no line has any
WIDEST = {"code": 92.0, "unit": 62.0, "discount": 62.0}
RIGHT = ("quantity", "price", "discount", "amount")
MOST_LINES = 12  # of a description in one row; what is longer may turn the page


@dataclass(frozen=True)
class Row:
    """A row that is never torn: its block, what it adds to the carried sum, its company."""

    block: Block
    amount: Money = Money.ZERO
    keep_with_next: bool = False


@dataclass(frozen=True)
class Column:
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


def plain(number: Decimal) -> str:
    """A quantity without idle zeros: 1,250 or 2.5."""
    return f"{number.normalize():,f}"


class LinesTable:
    """Heads and rows of one paper, set once its column widths are known."""

    def __init__(self, paper: Paper, say: Labels, palette: Palette, width: float) -> None:
        self._paper, self._say, self._palette, self._width = paper, say, palette, width
        self._cells = [self._texts(line, place) for line, place in _numbered(paper.lines)]
        fractions = [cell["quantity"].partition(".")[2] for cell in self._cells]
        self._fraction = BODY.measure("." + max(fractions, key=len, default=""))
        if not any(fractions):
            self._fraction = 0.0
        self._columns = self._measure_columns()
        self._description = next(c for c in self._columns if c.name == "description")

    def head(self) -> Block:
        """The column heads, on every page that has lines."""
        block, style = Block(), self._palette.head
        labels = {column.name: self._say.each(f"column_{column.name}") for column in self._columns}
        tall = max(map(len, labels.values()))
        height = 2 * PAD + style.leading + (tall - 1) * FINE.leading
        block.band(0, 0, self._width, height, self._palette.tint)
        block.rule(0, 0, self._width, self._palette.accent, 0.9)
        for column in self._columns:
            first, *more = labels[column.name]
            edge = min(max(column.edge, 5), self._width - 5)
            block.text(edge, PAD, first, style, column.align)
            block.lines(edge, PAD + style.leading, list(more), FINE, column.align)
        block.height = height
        return block

    def rows(self) -> list[Row]:
        """Every line as rows; a very long description makes several."""
        rows: list[Row] = []
        for line, cell in zip(self._paper.lines, self._cells, strict=True):
            under_heading = bool(rows) and rows[-1].keep_with_next
            rows.extend(self._line_rows(line, cell))
            if line.kind == "text" and not line.is_sold and under_heading:
                rows[-1] = replace(rows[-1], keep_with_next=True)
        return rows

    def carried(self, code: str, amount: Money) -> Block:
        """The sum that goes over to the next page, or came from the one before."""
        block = Block(2 * PAD + SMALL.leading)
        block.text(self._width - 5 - 90, PAD, self._say(code), SMALL, "right")
        block.text(self._width - 5, PAD, str(amount), SMALL, "right")
        block.rule(0, block.height, self._width, HAIR)
        return block

    def flowing(self, title: str, texts: Sequence[str]) -> list[Row]:
        """Long remarks or terms as rows below the lines, for they do not fit beside the sums."""
        width = self._width - 10
        lines = [line for text in texts for line in SMALL.lines(text, width)]
        heading = Block()
        heading.lines(5, PAD, [title], self._palette.head)
        rows = [Row(heading, keep_with_next=True)]
        for part in _chunks(lines):
            block = Block()
            block.lines(5, 0, part, SMALL)
            rows.append(Row(block))
        return rows

    def _line_rows(self, line: PaperLine, cell: dict[str, str]) -> Iterator[Row]:
        match line.kind:
            case "heading":
                yield self._heading(line)
            case "subtotal":
                yield self._subtotal(line)
            case _:
                yield from self._wrapped(line, cell)

    def _wrapped(self, line: PaperLine, cell: dict[str, str]) -> Iterator[Row]:
        style = BODY if line.is_sold else SMALL
        column = self._description
        lines = style.lines(cell["description"], column.width, self._paper.keep_words)
        first, *more = _chunks(lines)
        block = Block()
        for each in self._columns:
            if each is column:
                block.lines(column.left, PAD, first, style)
            else:
                self._cell(block, each, cell[each.name])
        yield self._closed(block, line.amount if line.is_sold else None, not more)
        for place, part in enumerate(more, start=1):
            block = Block()
            block.lines(column.left, 0, part, style)
            yield self._closed(block, None, place == len(more))

    def _closed(self, block: Block, amount: Money | None, last: bool) -> Row:
        """A row, with a hairline where its line of the paper ends."""
        if last:
            block.height += PAD
            block.rule(0, block.height, self._width, HAIR)
        return Row(block, amount or Money.ZERO)

    def _cell(self, block: Block, column: Column, text: str) -> None:
        """Anything of a line but its description."""
        if column.name == "quantity":
            self._quantity(block, column, text)
        elif column.name in WIDEST:
            block.lines(column.edge, PAD, BODY.lines(text, column.width), BODY, column.align)
        else:
            style = _NUMBER if column.name == "number" else BODY
            block.text(column.edge, PAD, text, style, column.align)

    def _quantity(self, block: Block, column: Column, text: str) -> None:
        """Quantities stand with their points below one another."""
        fraction = text.partition(".")[2]
        used = BODY.measure("." + fraction) if fraction else 0.0
        block.text(column.edge - self._fraction + used, PAD, text, BODY, "right")

    def _heading(self, line: PaperLine) -> Row:
        block = Block()
        lines = STRONG.lines(line.description, self._width - 10)
        bottom = block.lines(5, PAD + 2.5, lines, self._strong_accent)
        block.height = bottom + PAD
        block.rule(0, block.height, self._width, HAIR)
        return Row(block, keep_with_next=True)

    def _subtotal(self, line: PaperLine) -> Row:
        block = Block()
        label = line.description or self._say("subtotal_line")
        width = self._width - 10 - self._columns[-1].width - 2 * GAP
        lines = STRONG.lines(label, width)
        bottom = block.lines(5 + width, PAD, lines, STRONG, "right")
        block.text(self._columns[-1].edge, PAD, str(line.amount or ""), STRONG, "right")
        block.height = bottom + PAD
        block.rule(0, block.height, self._width, MUTED)
        return Row(block)

    @property
    def _strong_accent(self) -> Style:
        return Style(STRONG.font, STRONG.size, STRONG.leading, self._palette.accent)

    def _texts(self, line: PaperLine, place: str) -> dict[str, str]:
        return {
            "number": place,
            "code": line.code,
            "description": line.description,
            "quantity": "" if line.quantity is None else plain(line.quantity),
            "unit": line.unit,
            "price": str(line.unit_price) if line.unit_price is not None else "",
            "discount": line.discount,
            "amount": str(line.amount) if line.is_sold and line.amount is not None else "",
        }

    def _measure_columns(self) -> list[Column]:
        """Every column as wide as its widest text, the description gets the rest."""
        used = [n for n in COLUMNS if n not in OPTIONAL or any(c[n] for c in self._cells)]
        widths = {name: self._column_width(name) for name in used if name != "description"}
        rest = self._width - 10 - sum(widths.values()) - GAP * (len(used) - 1)
        widths["description"] = max(rest, 70.0)
        columns, left = [], 5.0
        for name in used:
            columns.append(Column(name, left, widths[name]))
            left += widths[name] + GAP
        return columns

    def _column_width(self, name: str) -> float:
        first, *more = self._say.each(f"column_{name}")
        content = BODY.widest([cell[name] for cell in self._cells])
        if name == "quantity":
            whole = [cell[name].partition(".")[0] for cell in self._cells]
            content = BODY.widest(whole) + self._fraction
        heads = max(self._palette.head.measure(first), FINE.widest(more))
        return max(min(content, WIDEST.get(name, content)), heads)


_NUMBER = Style(BODY.font, BODY.size, BODY.leading, MUTED)


def _numbered(lines: Sequence[PaperLine]) -> Iterator[tuple[PaperLine, str]]:
    """Lines with their running number, which headings, subtotals and notes have not."""
    count = 0
    for line in lines:
        count += line.is_sold
        yield line, str(count) if line.is_sold else ""


def _chunks(lines: list[str]) -> list[list[str]]:
    """Long text in parts of nearly equal length, none left with a line or two."""
    parts = max(1, -(-len(lines) // MOST_LINES))
    size = -(-len(lines) // parts) or 1
    return [lines[start : start + size] for start in range(0, len(lines), size)] or [[]]
