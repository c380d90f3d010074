"""The history of what was decided about a paper: chapters of facts and of what happened."""

from collections.abc import Iterator, Sequence

from crm_desktop.printing.grid import PAD
from crm_desktop.printing.house_papers import ApprovalSheet, TrailChapter, TrailEntry
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import MOST_LINES, Row, heading_row
from crm_desktop.printing.sheet import BODY, HAIR, LOWER, SMALL, STRONG, Block, Palette, Style

LEFT = 118.0

Told = tuple[str, Style]


class Trail(Content):
    """What is asked and answered stands in the words of the house's reader, not the customer's."""

    def __init__(self, paper: ApprovalSheet, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self.paper, self.party = paper, paper.customer
        self.above = self.blocks.parties("customer", paper.customer, list(paper.facts))

    def rows(self) -> list[Row]:
        """Chapter by chapter."""
        return [row for chapter in self.paper.chapters for row in self._chapter(chapter)]

    def _chapter(self, chapter: TrailChapter) -> Iterator[Row]:
        yield heading_row(chapter.title, self.palette, self.width)
        for label, value in chapter.facts:
            yield from self._told(label, [(value, BODY)], rule=False)
        for entry in chapter.entries:
            yield from self._entry(entry)

    def _entry(self, entry: TrailEntry) -> Iterator[Row]:
        at = f"{self.say.short_day(entry.at.date())}  {entry.at:%H:%M}" if entry.at else ""
        what = "  ·  ".join(part for part in (entry.what, entry.who) if part)
        yield from self._told(at, [(what, STRONG), *((note, BODY) for note in entry.notes)])

    def _told(self, left: str, right: Sequence[Told], *, rule: bool = True) -> Iterator[Row]:
        """Words beside their label, over several rows where they are very long."""
        room = self.width - LEFT - 10
        lines = [(line, style) for text, style in right for line in style.lines(text, room)]
        for start in range(0, max(len(lines), 1), MOST_LINES):
            block, y = Block(), PAD if rule and not start else 0.6
            if not start:
                block.lines(5, y + LOWER, SMALL.lines(left, LEFT - 10), SMALL)
            for line, style in lines[start : start + MOST_LINES]:
                y = block.lines(5 + LEFT, y, [line], style)
            if rule and start + MOST_LINES >= len(lines):
                block.height += PAD
                block.rule(0, block.height, self.width, HAIR)
            yield Row(block)

    def closing(self, *, whole: bool) -> Block:
        """Nothing is signed here: what counts was answered in the program."""
        return Block()
