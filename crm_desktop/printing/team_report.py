"""The report of a team: a section per view, each a table under its bars."""

from collections.abc import Iterator, Sequence

from reportlab.lib.colors import Color, HexColor

from crm_desktop.printing.blocks import Signer, detail_fields
from crm_desktop.printing.figures import ReportBar, ReportSection, TeamReport
from crm_desktop.printing.grid import PAD
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import Row, heading_row
from crm_desktop.printing.sheet import BODY, FINE, HAIR, SMALL, Block, Palette

GAP = 8.0
LEAST_FIRST = 90.0
NAME_SHARE = 0.24
BAR_HEIGHT = 7.0
SQUARE = 6.0
LEFT = 5.0
INKS = (None, HexColor(0xC98A1B), HexColor(0xB23A3A))
"""The pieces after the first, which has the shop's own colour; dark enough for a grey printer."""


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
            widths = self._widths(section)
            yield Row(self._head(section, widths), keep_with_next=True)
            for cells in section.rows:
                yield Row(self._cells(section, cells, widths))
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

    def _ink(self, place: int) -> Color:
        return INKS[place % len(INKS)] or self.palette.accent

    # The table --------------------------------------------------------------------------------

    def _widths(self, section: ReportSection) -> list[float]:
        """Every column as wide as its widest cell; words wrap where there is too little room."""
        columns = list(zip(section.heading, *section.rows, strict=True))
        wanted = [
            max(self.palette.head.measure(column[0]), SMALL.widest(list(column[1:])))
            for column in columns
        ]
        room = self.width - 2 * LEFT - GAP * (len(wanted) - 1)
        figures = wanted[section.figures_from :]
        words = wanted[: section.figures_from]
        return [*_shared(words, max(room - sum(figures), LEAST_FIRST)), *figures]

    def _head(self, section: ReportSection, widths: Sequence[float]) -> Block:
        block, style = Block(), self.palette.head
        height = 2 * PAD + style.leading
        block.band(0, 0, self.width, height, self.palette.tint)
        for text, left, width, is_figure in self._places(section, section.heading, widths):
            edge = left + width if is_figure else left
            block.text(edge, PAD, text, style, "right" if is_figure else "left")
        block.height = height
        return block

    def _cells(
        self, section: ReportSection, cells: Sequence[str], widths: Sequence[float]
    ) -> Block:
        block = Block()
        for text, left, width, is_figure in self._places(section, cells, widths):
            if is_figure:
                block.text(left + width, PAD, text, SMALL, "right")
            else:
                block.lines(left, PAD, SMALL.lines(text, width), SMALL)
        block.height = max(block.height, BODY.leading) + PAD
        block.rule(0, block.height, self.width, HAIR)
        return block

    def _places(
        self, section: ReportSection, texts: Sequence[str], widths: Sequence[float]
    ) -> Iterator[tuple[str, float, float, bool]]:
        left = LEFT
        for place, (text, width) in enumerate(zip(texts, widths, strict=True)):
            yield text, left, width, place >= section.figures_from
            left += width + GAP
