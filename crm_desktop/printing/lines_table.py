"""The lines of a paper as rows that are never torn, of any kind that has lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crm_desktop.domain.money import Money
from crm_desktop.printing.grid import GAP, PAD, Grid, Words, plain
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.paper import Paper, PaperLine
from crm_desktop.printing.sheet import (
    BODY,
    FINE,
    HAIR,
    MUTED,
    SMALL,
    STRONG,
    Block,
    Palette,
    Style,
)

OPTIONAL = ("code", "discount", "promised", "needed", "reference")  # left out where none has any
MOST_LINES = 12  # of a description in one row; what is longer may turn the page


class Row(NamedTuple):
    """A row that is never torn: its block, what it adds to the carried sum, its company, whether a
    page begins with it, and whether the heads of the columns and the sums speak of it."""

    block: Block
    amount: Money = Money.ZERO
    keep_with_next: bool = False
    new_page: bool = False
    in_table: bool = True


class LinesTable:
    """Heads and rows of one paper, set once its column widths are known."""

    def __init__(
        self,
        paper: Paper,
        columns: Sequence[str],
        say: Labels,
        palette: Palette,
        width: float,
    ) -> None:
        self._paper, self._say, self._palette, self._width = paper, say, palette, width
        self._cells = [self._texts(line, place) for line, place in _numbered(paper.lines)]
        used = [n for n in columns if n not in OPTIONAL or any(c[n] for c in self._cells)]
        self._grid = Grid(used, self._cells, "description", say, palette, width)
        self.head = self._grid.head

    def rows(self) -> list[Row]:
        """Every line as rows; a very long description makes several."""
        rows: list[Row] = []
        for line, cell in zip(self._paper.lines, self._cells, strict=True):
            under_heading = bool(rows) and rows[-1].keep_with_next
            rows.extend(self._line_rows(line, cell))
            if line.kind == "text" and not line.is_sold and under_heading:
                rows[-1] = rows[-1]._replace(keep_with_next=True)
        return rows

    def _line_rows(self, line: PaperLine, cell: dict[str, str]) -> Iterator[Row]:
        match line.kind:
            case "heading":
                yield heading_row(line.description, self._palette, self._width)
            case "subtotal":
                yield from self._subtotal(line)
            case _:
                yield from self._wrapped(line, cell)

    def _wrapped(self, line: PaperLine, cell: dict[str, str]) -> Iterator[Row]:
        style = BODY if line.is_sold else SMALL
        words = self._grid.words(cell, style)
        parts = list(_cut(words))
        fine, column = self._grid.face(FINE), self._grid.stretch
        notes = chunks(fine.lines(line.note, column.width)) if line.note else []
        for place, part in enumerate(parts):
            block, last = Block(), place == len(parts) - 1
            self._grid.put(block, {} if place else cell, part, style, top=0 if place else PAD)
            if last and notes:
                block.lines(column.left, block.height, notes.pop(0), fine)
            amount = line.amount if line.is_sold and not place else None
            yield self._closed(block, amount, last and not notes)
        for place, note in enumerate(notes, start=1):
            block = Block()
            block.lines(column.left, 0, note, fine)
            yield self._closed(block, None, place == len(notes))

    def _closed(self, block: Block, amount: Money | None, last: bool) -> Row:
        """A row, with a hairline where its line of the paper ends."""
        if last:
            block.height += PAD
            block.rule(0, block.height, self._width, HAIR)
        return Row(block, amount or Money.ZERO)

    def _subtotal(self, line: PaperLine) -> Iterator[Row]:
        """The sum so far; nothing on a paper that speaks of no money."""
        last = self._grid.columns[-1]
        if last.name != "amount":
            return
        block = Block()
        label = line.description or self._say("subtotal_line")
        width = self._width - 10 - last.width - 2 * GAP
        lines = STRONG.lines(label, width)
        bottom = block.lines(5 + width, PAD, lines, STRONG, "right")
        block.text(last.edge, PAD, str(line.amount or ""), STRONG, "right")
        block.height = bottom + PAD
        block.rule(0, block.height, self._width, MUTED)
        yield Row(block)

    def _texts(self, line: PaperLine, place: str) -> dict[str, str]:
        quantity = plain(line.quantity)
        due = self._say.short_day(line.due) if line.due else ""
        amount = str(line.amount) if line.is_sold and line.amount is not None else ""
        return {
            "number": place,
            "code": line.code,
            "description": line.description,
            "quantity": quantity,
            "ordered": plain(line.ordered),
            "delivered": quantity,
            "remaining": plain(line.remaining),
            "unit": line.unit,
            "needed": due,
            "promised": due,
            "reference": line.reference,
            "price": str(line.unit_price) if line.unit_price is not None else "",
            "discount": line.discount,
            "amount": amount,
        }


def heading_row(text: str, palette: Palette, width: float) -> Row:
    """A heading over the rows that follow, from which it is never parted."""
    block = Block()
    bottom = block.lines(5, PAD + 2.5, STRONG.lines(text, width - 10), palette.strong)
    block.height = bottom + PAD
    block.rule(0, block.height, width, HAIR)
    return Row(block, keep_with_next=True)


def flowing(
    title: str, texts: Sequence[str], palette: Palette, width: float, style: Style = SMALL
) -> list[Row]:
    """Long words as rows below the lines, where they do not fit beside the sums."""
    lines = [line for text in texts for line in style.lines(text, width - 10)]
    heading = Block()
    heading.lines(5, PAD, [title], palette.head)
    rows = [Row(heading, keep_with_next=True, in_table=False)]
    for part in chunks(lines):
        block = Block()
        block.lines(5, 0, part, style)
        rows.append(Row(block, in_table=False))
    return rows


def carried(say: Labels, code: str, amount: Money, width: float) -> Block:
    """The sum that goes over to the next page, or came from the one before."""
    block = Block(2 * PAD + SMALL.leading)
    block.text(width - 5 - 90, PAD, say(code), SMALL, "right")
    block.text(width - 5, PAD, str(amount), SMALL, "right")
    block.rule(0, block.height, width, HAIR)
    return block


def _numbered(lines: Sequence[PaperLine]) -> Iterator[tuple[PaperLine, str]]:
    """Lines with their running number, which headings, subtotals and notes have not."""
    count = 0
    for line in lines:
        count += line.is_sold
        yield line, str(count) if line.is_sold else ""


def _cut(words: Words) -> Iterator[Words]:
    """Cells of very many lines in parts of nearly equal length."""
    longest = max(map(len, words.values()))
    parts = max(1, -(-longest // MOST_LINES))
    size = -(-longest // parts) or 1
    for start in range(0, max(longest, 1), size):
        yield {name: lines[start : start + size] for name, lines in words.items()}


def chunks(lines: list[str]) -> list[list[str]]:
    """Long text in parts of nearly equal length, none left with a line or two."""
    parts = max(1, -(-len(lines) // MOST_LINES))
    size = -(-len(lines) // parts) or 1
    return [lines[start : start + size] for start in range(0, len(lines), size)] or [[]]
