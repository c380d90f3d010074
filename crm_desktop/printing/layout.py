"""Sets a paper: its heads and content on as many pages as they need, any kind of paper."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.printing.blocks import Blocks
from crm_desktop.printing.file import PdfFile
from crm_desktop.printing.fonts import printable
from crm_desktop.printing.heads import Heads
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.lines_table import Row, flowing
from crm_desktop.printing.pages import Room, paginate
from crm_desktop.printing.paper import AnyPaper, Party
from crm_desktop.printing.sheet import BOTTOM, FOOTER, Block, Palette, Sheet


class Content:
    """What a paper says between its heads and its footers; every family of papers has its own.

    `above` follows the masthead, `head` stands over the rows of every page, `opening` is where
    the carried sum begins, `notice` is framed beside the title.
    """

    party: Party | None = None
    opening: Money = Money.ZERO
    notice: str = ""

    def __init__(self, paper: AnyPaper, say: Labels, palette: Palette, width: float) -> None:
        self.common, self.say, self.palette, self.width = paper, say, palette, width
        self.blocks = Blocks(say, palette, width)
        self.above, self.head = Block(), Block()

    def rows(self) -> list[Row]:
        """What may turn the page."""
        return []

    def closing(self, *, whole: bool) -> Block:
        """What is never torn; not `whole`: without the words that flow as rows instead."""
        raise NotImplementedError

    def flowing(self) -> list[Row]:
        """Words too long for the closing block, as rows."""
        paper, rows = self.common, list[Row]()
        if paper.remarks:
            rows += self.flow("remarks", [paper.remarks])
        if paper.terms:
            numbered = [f"{place}. {term}" for place, term in enumerate(paper.terms, start=1)]
            rows += self.flow("terms", numbered)
        return rows

    def carried(self, code: str, amount: Money) -> Block:
        """What stands at the foot of a page and the head of the next; nothing by default."""
        return Block()

    def flow(self, label_code: str, texts: list[str]) -> list[Row]:
        """Labelled words as rows."""
        return flowing(self.say(label_code), texts, self.palette, self.width)


Make = Callable[[Any, Labels, Palette, float], Content]


def set_paper(paper: AnyPaper, make: Make, file: PdfFile) -> None:
    """Adds the pages of a cleaned paper, whose content `make` puts together, to the file."""
    _Setting(paper, make, file).print()


def printable_paper(paper: AnyPaper) -> AnyPaper:
    """The paper without control characters; Refused where the font lacks a character."""
    cleaned: AnyPaper = _cleaned(paper, None)
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

    def __init__(self, paper: AnyPaper, make: Make, file: PdfFile) -> None:
        self.paper, self.say = paper, Labels(paper.language, paper.era)
        self.palette = Palette.of(paper.look.accent)
        self.sheet = Sheet(paper.look, file.canvas)
        self.content = make(paper, self.say, self.palette, self.sheet.inner)

    def print(self) -> None:
        """Draw every page, once per mark of the set."""
        for mark in self.paper.sheets or ("",):
            self._mark(mark)
            pages = self._plan()
            carried = self.content.opening
            for number, rows in enumerate(pages, start=1):
                carried = self._page(number, len(pages), rows, carried)

    def _mark(self, mark: str) -> None:
        self.heads = Heads(self.paper, self.say, self.palette, self.sheet.inner, mark)
        self.masthead = self.heads.masthead(self.content.notice)
        self.running_head = self.heads.running_head(self.content.party)

    def _plan(self) -> list[list[Row]]:
        """Rows per page; remarks and terms too long for the closing block flow as rows."""
        self.closing = self.content.closing(whole=True)
        rows = self.content.rows()
        pages = paginate(rows, self._room())
        if pages is None:
            self.closing = self.content.closing(whole=False)
            rows = [*rows, *self.content.flowing()]
            pages = paginate(rows, self._room())
        if pages is None:  # a closing block as tall as a page: it stands on one of its own
            pages = [*(paginate(rows, replace(self._room(), closing=0.0)) or []), []]
        return pages

    def _room(self) -> Room:
        content = self.content
        page = self.sheet.height - self.sheet.top - BOTTOM - FOOTER
        return Room(
            first=page - self.masthead.height - content.above.height - content.head.height,
            other=page - self.running_head.height - content.head.height,
            carried=content.carried("carried_forward", Money.ZERO).height,
            closing=self.closing.height,
        )

    def _page(self, number: int, pages: int, rows: list[Row], carried: Money) -> Money:
        sheet, content, last = self.sheet, self.content, number == pages
        sheet.begin_page(self.say("watermark") if self.paper.draft else "")
        y = sheet.top
        for block in (self.masthead, content.above) if number == 1 else (self.running_head,):
            y = sheet.draw(block, y)
        y = sheet.draw(content.head, y) if rows else y
        if number > 1 and rows:
            y = sheet.draw(content.carried("brought_forward", carried), y)
        for row in rows:
            y = sheet.draw(row.block, y)
        carried += Money.sum(row.amount for row in rows)
        below = self.closing if last else content.carried("carried_forward", carried)
        sheet.draw(below, y)
        sheet.draw(self.heads.footer(number, pages), sheet.height - BOTTOM - FOOTER + 6)
        if self.paper.stamp:
            sheet.stamp(self.say(f"stamp_{self.paper.stamp}"))
        sheet.end_page()
        return carried
