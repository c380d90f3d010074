"""The report of a team: a section per view, each a table under its bars."""

from collections.abc import Iterator, Sequence

from crm_desktop.printing.blocks import Signer, detail_fields
from crm_desktop.printing.figures import ReportBar, ReportSection, TeamReport
from crm_desktop.printing.grid import PAD, SHARES
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import Row, heading_row
from crm_desktop.printing.sheet import BODY, EDGE, FINE, HAIR, SMALL, TINT, Block, Palette, Style
from crm_desktop.printing.styles import Part

GAP = 8.0
LEAST_FIRST = 90.0
NAME_SHARE = 0.24
BAR_HEIGHT = 7.0
SQUARE = 6.0
LEFT = 5.0
PIECES: tuple[Part, ...] = ("accent", "second", "third")


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """What fits in a fair share gets all it wants, the others share what is left alike."""
    widths, left = dict.fromkeys(range(len(wanted)), 0.0), room
    by_need = sorted(widths, key=lambda place: wanted[place])
    for done, place in enumerate(by_need):
        share = left / (len(wanted) - done)
        widths[place] = share if place == by_need[-1] else min(wanted[place], share)
        left -= widths[place]
    return list(widths.values())


class Figures(Content):
    """Sections under one another; a table that turns the page says its heads again."""

    def __init__(self, paper: TeamReport, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self.paper = paper
        self.above = self.blocks.parties("", None, detail_fields(paper, say))

    def rows(self) -> list[Row]:
        """Every section, its heading never parted from what it heads."""
        return [row for section in self.paper.sections for row in self._section(section)]

    def closing(self, *, whole: bool) -> Block:
        """Who drew it up."""
        block = Block()
        block.place(
            self.blocks.signatures([Signer("signed_by_preparer", self.paper.proposer)]), 0, 20
        )
        return block

    # One section ------------------------------------------------------------------------------

    def _section(self, section: ReportSection) -> Iterator[Row]:
        yield heading_row(section.title, self.palette, self.width)
        yield Row(self._words(section.meaning), keep_with_next=True)
        if section.bars:
            yield from self._bars(section)
        if section.rows:
            table = self._table(section)
            yield Row(self._head(table), keep_with_next=True)
            for cells in section.rows:
                yield Row(self._cells(table, cells))
        if section.note:
            yield Row(self._words(section.note))

    def _words(self, text: str) -> Block:
        block = Block()
        block.lines(LEFT, 2, SMALL.lines(text, self.width - 2 * LEFT), SMALL)
        block.height += 3
        return block

    # Bars -------------------------------------------------------------------------------------

    def _bars(self, section: ReportSection) -> Iterator[Row]:
        if len(section.legend) > 1:
            yield Row(self._legend(section.legend), keep_with_next=True)
        longest = max((sum(bar.pieces) for bar in section.bars), default=0) or 1
        texts = FINE.widest([bar.text for bar in section.bars])
        room = self.width * (1 - NAME_SHARE) - texts - 3 * GAP
        for bar in section.bars:
            yield Row(self._bar(bar, room / longest), keep_with_next=True)
        yield Row(Block(4.0), keep_with_next=True)

    def _legend(self, words: Sequence[str]) -> Block:
        block, left = Block(), self.width * NAME_SHARE
        for place, word in enumerate(words):
            block.band(left, 3, SQUARE, SQUARE, self._ink(place))
            block.text(left + SQUARE + 4, 0, word, FINE)
            left += SQUARE + FINE.measure(word) + 18
        block.height = FINE.leading + 1
        return block

    def _bar(self, bar: ReportBar, unit: float) -> Block:
        block, left = Block(), self.width * NAME_SHARE
        name = FINE.lines(bar.name, left - LEFT - GAP)[0]
        block.text(LEFT, 0, name, FINE)
        at = left
        for place, piece in enumerate(bar.pieces):
            if piece > 0:
                block.band(at, 2.2, piece * unit, BAR_HEIGHT, self._ink(place))
                at += piece * unit
        block.text(at + 4, 0, bar.text, FINE)
        block.height = FINE.leading
        return block

    def _ink(self, place: int) -> Part:
        return PIECES[place % len(PIECES)]

    # The table --------------------------------------------------------------------------------

    def _table(self, section: ReportSection) -> "_Table":
        """The columns of a section, set smaller where its figures alone need too much width."""
        made = [_Table(section, self.palette.head, self.width, share) for share in SHARES]
        return next((table for table in made if table.fits), made[-1])

    def _head(self, table: "_Table") -> Block:
        block = Block()
        for text, left, width, is_figure in table.places(table.section.heading):
            if is_figure:
                block.text(left + width, PAD, text, table.head, "right")
            block.lines(left, PAD, [] if is_figure else table.head.lines(text, width), table.head)
        height = max(block.height, PAD + table.head.leading) + PAD
        made = Block()
        made.band(0, 0, self.width, height, TINT)
        made.rule(0, height, self.width, EDGE)
        made.place(block, 0, 0)
        made.height = height
        return made

    def _cells(self, table: "_Table", cells: Sequence[str]) -> Block:
        block = Block()
        for text, left, width, is_figure in table.places(cells):
            if is_figure:
                block.text(left + width, PAD, text, table.cell, "right")
            block.lines(left, PAD, [] if is_figure else table.cell.lines(text, width), table.cell)
        block.height = max(block.height, BODY.leading) + PAD
        block.rule(0, block.height, self.width, HAIR)
        return block


class _Table:
    """The columns of one section: every figure as wide as its widest, the rest shared by words."""

    def __init__(self, section: ReportSection, head: Style, width: float, share: float) -> None:
        self.section, self.head, self.cell = section, head.scaled(share), SMALL.scaled(share)
        columns = list(zip(section.heading, *section.rows, strict=True))
        wanted = [
            max(self.head.measure(column[0]), self.cell.widest(list(column[1:])))
            for column in columns
        ]
        room = width - 2 * LEFT - GAP * (len(wanted) - 1)
        figures = wanted[section.figures_from :]
        words = wanted[: section.figures_from]
        left = room - sum(figures)
        self.fits = left >= min(sum(words), LEAST_FIRST)
        self._widths = [*_shared(words, max(left, LEAST_FIRST)), *figures]

    def places(self, texts: Sequence[str]) -> Iterator[tuple[str, float, float, bool]]:
        """Each text with its left edge and width, and whether it is a figure."""
        left = LEFT
        for place, (text, width) in enumerate(zip(texts, self._widths, strict=True)):
            yield text, left, width, place >= self.section.figures_from
            left += width + GAP
