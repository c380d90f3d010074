"""Sets a paper: its blocks on as many pages as they need, any kind of paper."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.printing.blocks import Blocks, Field
from crm_desktop.printing.fonts import printable
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.lines_table import LinesTable, Row
from crm_desktop.printing.pages import Room, paginate
from crm_desktop.printing.paper import Paper
from crm_desktop.printing.sheet import BOTTOM, FOOTER, Block, Palette, Sheet

LOCALES = {"th": "th-TH", "en": "en-US", "both": "th-TH"}


def set_paper(paper: Paper, facts: Sequence[Field], say: Labels) -> bytes:
    """The PDF of a cleaned paper; `facts` are the labelled values beside the customer."""
    return _Setting(paper, facts, say).print()


def printable_paper(paper: Paper) -> Paper:
    """The paper without control characters; Refused where the font lacks a character."""
    cleaned: Paper = _cleaned(paper, None)
    return cleaned


def _cleaned(value: Any, field: str | None) -> Any:
    """The value with every text in it cleaned, whatever holds the text."""
    if isinstance(value, str):
        return printable(value, field)
    if isinstance(value, tuple):
        return tuple(_cleaned(item, field) for item in value)
    if is_dataclass(value) and not isinstance(value, Money | type):
        names = (f.name for f in fields(value))
        return replace(value, **{name: _cleaned(getattr(value, name), name) for name in names})
    return value


class _Setting:
    """One paper on its way to the page: blocks made once, pages planned, then drawn."""

    def __init__(self, paper: Paper, facts: Sequence[Field], say: Labels) -> None:
        self.paper, self.say = paper, say
        palette = Palette.of(paper.look.accent)
        title = Blocks(paper, say, palette, 0).name_of_paper()
        locale = LOCALES[paper.language]
        self.sheet = Sheet(paper.look, title, paper.seller.name_th, locale, paper.dated)
        width = self.sheet.inner
        self.blocks = Blocks(paper, say, palette, width)
        self.table = LinesTable(paper, say, palette, width)
        self.above = [self.blocks.masthead(), self.blocks.parties(facts)]
        self.head = self.table.head()
        self.closing = self.blocks.closing(with_terms=True)

    def print(self) -> bytes:
        """Draw every page."""
        pages = self._plan()
        carried = Money.ZERO
        for number, rows in enumerate(pages, start=1):
            carried = self._page(number, len(pages), rows, carried)
        return self.sheet.finish()

    def _plan(self) -> list[list[Row]]:
        """Rows per page; remarks and terms too long for the closing block flow as rows."""
        rows = self.table.rows()
        pages = paginate(rows, self._room())
        if pages is None:
            self.closing = self.blocks.closing(with_terms=False)
            rows = [*rows, *self._flowing()]
            pages = paginate(rows, self._room())
        if pages is None:  # a closing block as tall as a page: it stands on one of its own
            pages = [*(paginate(rows, replace(self._room(), closing=0.0)) or []), []]
        return pages

    def _flowing(self) -> list[Row]:
        paper, rows = self.paper, list[Row]()
        if paper.remarks:
            rows += self.table.flowing(self.say("remarks"), [paper.remarks])
        if paper.terms:
            numbered = [f"{place}. {term}" for place, term in enumerate(paper.terms, start=1)]
            rows += self.table.flowing(self.say("terms"), numbered)
        if self.blocks.special_terms_flow:
            rows += self.table.flowing(self.say("special_order"), [paper.special_order_terms])
        return rows

    def _room(self) -> Room:
        above = sum(block.height for block in self.above)
        page = self.sheet.height - self.sheet.top - BOTTOM - FOOTER
        return Room(
            first=page - above - self.head.height,
            other=page - self.blocks.running_head().height - self.head.height,
            carried=self.table.carried("carried_forward", Money.ZERO).height,
            closing=self.closing.height,
        )

    def _page(self, number: int, pages: int, rows: list[Row], carried: Money) -> Money:
        sheet, last = self.sheet, number == pages
        sheet.begin_page(self.say("watermark") if self.paper.draft else "")
        y = sheet.top
        for block in self.above if number == 1 else [self.blocks.running_head()]:
            y = sheet.draw(block, y)
        y = sheet.draw(self.head, y) if rows else y
        if number > 1 and rows:
            y = sheet.draw(self.table.carried("brought_forward", carried), y)
        for row in rows:
            y = sheet.draw(row.block, y)
        carried += Money.sum(row.amount for row in rows)
        below: Block = self.closing if last else self.table.carried("carried_forward", carried)
        sheet.draw(below, y)
        sheet.draw(self.blocks.footer(number, pages), sheet.height - BOTTOM - FOOTER + 6)
        sheet.end_page()
        return carried
