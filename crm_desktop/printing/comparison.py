"""Two versions of a paper side by side: what differs is marked, long runs of what does not are told
in one line."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from crm_desktop.domain.differences import Span, Spans, aligned, spans
from crm_desktop.domain.money import Money
from crm_desktop.printing.grid import PAD, plain
from crm_desktop.printing.house_papers import Comparison
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lined import lined_facts, sum_figures
from crm_desktop.printing.lines_table import MOST_LINES, Row, heading_row
from crm_desktop.printing.paper import Paper, PaperLine
from crm_desktop.printing.sheet import (
    ACCENT,
    BODY,
    EDGE,
    FINE,
    HAIR,
    SMALL,
    TINT,
    Block,
    Palette,
    Style,
)
from crm_desktop.printing.thai_text import pieces

SIGN, LABEL, GAP = 16.0, 82.0, 12.0
MOST_ALIKE = 3
"""So many lines that are alike stand in a row; more are told in one."""

Mark = Literal["same", "changed", "added", "removed"]
SIGNS: dict[Mark, str] = {"same": "", "changed": "≠", "added": "+", "removed": "–"}


class Cell(NamedTuple):
    """One side of a row: words in spans, and an amount at the right edge."""

    spans: Spans = ()
    amount: Span = Span("", False)


class Told(NamedTuple):
    """A row of the comparison; its parts stand below one another."""

    label: str
    mark: Mark
    then: tuple[Cell, ...]
    now: tuple[Cell, ...]


class SideBySide(Content):
    """The older version on the left, the newer on the right, labels and signs before both."""

    def __init__(self, paper: Comparison, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self.paper, self.party = paper, paper.now.customer
        self._side = (width - SIGN - LABEL - GAP) / 2
        self._lefts = (SIGN + LABEL, SIGN + LABEL + self._side + GAP)
        self._facts = [*_facts(paper, say)]
        self._lines = [*_lines(paper, say)]
        self._sums = [*_sums(paper, say)]
        self.above = self.blocks.parties("customer", paper.now.customer, self._counted())
        self.head = self._head()

    def _counted(self) -> list[tuple[str, str]]:
        """How much differs, before any of it is read."""
        marks = [told.mark for told in self._lines]
        difference = self.paper.now.sums.grand_total - self.paper.then.sums.grand_total
        return [
            (self.say("compare_changed"), str(marks.count("changed"))),
            (self.say("compare_added"), str(marks.count("added"))),
            (self.say("compare_removed"), str(marks.count("removed"))),
            (self.say("compare_terms"), str(sum(told.mark != "same" for told in self._facts))),
            (self.say("compare_total"), _signed(difference)),
        ]

    def _head(self) -> Block:
        """Which version stands on which side."""
        block, style = Block(), self.palette.head
        bottom = 0.0
        for left, side in zip(self._lefts, (self.paper.then, self.paper.now), strict=True):
            known = side.number or self.say("draft_reference", reference=side.draft_reference)
            y = block.lines(left, PAD, style.lines(known, self._side), style)
            dated = SMALL.lines(self.say.day(side.dated), self._side)
            bottom = max(bottom, block.lines(left, y, dated, SMALL))
        made = Block()
        made.band(0, 0, self.width, bottom + PAD, TINT)
        made.rule(0, 0, self.width, ACCENT)
        made.rule(0, bottom + PAD, self.width, EDGE)
        made.place(block, 0, 0)
        made.height = bottom + PAD
        return made

    def rows(self) -> list[Row]:
        """Facts and terms, the lines, the sums."""
        parts = (("compare_facts", self._facts), ("compare_lines", self._lines))
        made = [row for name, told in parts for row in self._part(name, told)]
        return [*made, *self._part("compare_sums", self._sums)]

    def _part(self, name: str, told: Sequence[Told]) -> Iterator[Row]:
        yield heading_row(self.say(name), self.palette, self.width)
        for alike, run in groupby(told, lambda each: each.mark == "same"):
            rows = list(run)
            if alike and len(rows) > MOST_ALIKE:
                yield self._alike(rows)
                continue
            for each in rows:
                yield from self._row(each)

    def _alike(self, rows: Sequence[Told]) -> Row:
        block = Block()
        words = self.say("compare_alike", count=len(rows))
        y = block.lines(self._lefts[0], PAD, SMALL.lines(words, self._side * 2), SMALL)
        block.height = y + PAD
        block.rule(0, block.height, self.width, HAIR)
        return Row(block)

    def _row(self, told: Told) -> Iterator[Row]:
        """Both sides at the same height; what is longer than a part of a page goes on."""
        sides = [
            [line for cell in cells for line in _set(cell, _style(told.mark), self._side)]
            for cells in (told.then, told.now)
        ]
        longest = max(1, *map(len, sides))
        for begin in range(0, longest, MOST_LINES):
            block = Block()
            if not begin:
                block.text(3, PAD, SIGNS[told.mark], self.palette.strong)
                block.lines(SIGN, PAD, SMALL.lines(told.label, LABEL - 8), SMALL)
            for left, lines in zip(self._lefts, sides, strict=True):
                self._put(block, left, lines[begin : begin + MOST_LINES], _style(told.mark))
            block.height += PAD
            if begin + MOST_LINES >= longest:
                block.rule(0, block.height, self.width, HAIR)
            yield Row(block)

    def _put(self, block: Block, left: float, lines: Sequence[Cell], style: Style) -> None:
        y = PAD
        for line in lines:
            x = left
            for span in line.spans:
                if span.differs:
                    words = span.text.strip()
                    before = style.measure(span.text[: span.text.find(words)])
                    self._mark(block, x + before, y, style.measure(words), style)
                block.text(x, y, span.text, style)
                x += style.measure(span.text)
            if line.amount.text:
                wide = style.measure(line.amount.text)
                if line.amount.differs:
                    self._mark(block, left + self._side - wide, y, wide, style)
                block.text(left + self._side, y, line.amount.text, style, "right")
            y += style.leading
        block.height = max(block.height, y)

    def _mark(self, block: Block, x: float, y: float, width: float, style: Style) -> None:
        """A tint and a line below, so that it is seen without colours too."""
        block.band(x - 0.8, y + 1.2, width + 1.6, style.leading - 2.4, TINT)
        block.rule(x, y + style.leading - 1.6, width, ACCENT)

    def closing(self, *, whole: bool) -> Block:
        """What the signs mean; nothing is signed here."""
        block = Block()
        block.lines(0, 8, FINE.lines(self.say("compare_signs"), self.width), FINE)
        return block


def _style(mark: Mark) -> Style:
    return SMALL if mark == "same" else BODY


def _signed(amount: Money) -> str:
    return f"+{amount}" if amount > Money.ZERO else str(amount)


# ---------------------------------------------------------------- what is compared


def _told(label: str, then: str, now: str) -> Told:
    """Words of both sides, what differs within them marked."""
    mark: Mark = "changed"
    if then == now:
        mark = "same"
    elif not (then and now):
        mark = "added" if now else "removed"
    sides = spans(pieces(then), pieces(now))
    return Told(label, mark, (Cell(sides[0]),), (Cell(sides[1]),))


def _facts(paper: Comparison, say: Labels) -> Iterator[Told]:
    """Customer, terms and words, in the order in which they print."""
    sides = [_said(each, say) for each in (paper.then, paper.now)]
    for label in dict.fromkeys([*sides[0], *sides[1]]):
        then, now = (side.get(label, "") for side in sides)
        if then or now:
            yield _told(label, then, now)


def _said(paper: Paper, say: Labels) -> dict[str, str]:
    party = paper.customer
    return {
        say("customer"): party.name,
        say("compare_address"): "\n".join(party.address),
        say("contact"): "  ".join(filter(None, (party.contact, party.phone, party.email))),
        say("site"): party.site,
        say("subject"): paper.subject,
        **dict(lined_facts(paper, say)),
        say("remarks"): paper.remarks,
        say("terms"): "\n".join(paper.terms),
        say("special_order"): paper.special_order_terms,
    }


def _lines(paper: Comparison, say: Labels) -> Iterator[Told]:
    then, now = paper.then.lines, paper.now.lines
    for old, new in aligned(then, now, _key):
        before = then[old] if old is not None else None
        after = now[new] if new is not None else None
        if before and after and _key(before) != _key(after):
            yield _line("removed", before, None, _place(old, None))
            yield _line("added", None, after, _place(None, new))
        elif before == after:
            yield _line("same", before, after, _place(old, new))
        else:
            mark: Mark = "changed" if before and after else "added" if after else "removed"
            yield _line(mark, before, after, _place(old, new))


def _key(line: PaperLine) -> tuple[str, str]:
    return line.kind, line.code or line.description


def _place(old: int | None, new: int | None) -> str:
    """The line's place, and where it stood before if it moved."""
    places = [str(n + 1) for n in (old, new) if n is not None]
    return " → ".join(dict.fromkeys(places))


def _line(mark: Mark, then: PaperLine | None, now: PaperLine | None, place: str) -> Told:
    sides = spans(_words(then), _words(now))
    figures = spans(_figures(then), _figures(now))
    amounts = [str(each.amount) if each and each.amount is not None else "" for each in (then, now)]
    differs = amounts[0] != amounts[1]
    code = (now or then or PaperLine()).code
    cells = [
        (Cell(words), Cell(counted, Span(amount, differs)))
        for words, counted, amount in zip(sides, figures, amounts, strict=True)
    ]
    label = "  ".join(filter(None, (place, code)))
    return Told(label, mark, *(each if any(map(any, each)) else () for each in cells))


def _words(line: PaperLine | None) -> tuple[str, ...]:
    if line is None:
        return ()
    return pieces(" ".join(filter(None, (line.description, line.note))))


def _figures(line: PaperLine | None) -> tuple[str, ...]:
    """Quantity, unit, price and discount as words that are compared whole."""
    if line is None or line.quantity is None:
        return ()
    price = f" × {line.unit_price}" if line.unit_price is not None else ""
    discount = f"  ({line.discount})" if line.discount else ""
    return tuple(filter(None, (f"{plain(line.quantity)}", f" {line.unit}", price, discount)))


def _sums(paper: Comparison, say: Labels) -> Iterator[Told]:
    """Every figure below the lines, with the words of its label."""
    sides = [dict(_figures_of(each, say)) for each in (paper.then, paper.now)]
    for label in dict.fromkeys([*sides[0], *sides[1]]):
        then, now = (side.get(label, "") for side in sides)
        mark: Mark = "same" if then == now else "changed"
        cells = [(Cell((), Span(text, then != now)),) if text else () for text in (then, now)]
        yield Told(label, mark, *cells)


def _figures_of(paper: Paper, say: Labels) -> Iterator[tuple[str, str]]:
    for figure in sum_figures(paper.sums, say):
        yield figure.label, str(figure.amount)
    yield say("grand_total"), str(paper.sums.grand_total)


def _set(cell: Cell, style: Style, width: float) -> Iterator[Cell]:
    """The cell's words in lines of the width, their spans kept; the amount beside the last."""
    room = width - (style.measure(cell.amount.text) + 8 if cell.amount.text else 0)
    text = "".join(span.text for span in cell.spans)
    lines = style.lines(text, room) if text else [""] * bool(cell.amount.text)
    at = 0
    for number, line in enumerate(lines, start=1):
        at = text.index(line, at)
        cut = tuple(_cut(cell.spans, at, at + len(line)))
        at += len(line)
        yield Cell(cut, cell.amount if number == len(lines) else Span("", False))


def _cut(parts: Spans, begin: int, end: int) -> Iterator[Span]:
    """The spans between two places of the text they make up."""
    at = 0
    for span in parts:
        text = span.text[max(0, begin - at) : max(0, end - at)]
        at += len(span.text)
        if text:
            yield Span(text, span.differs)
