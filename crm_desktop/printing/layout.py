"""Sets a paper: its heads and content on as many pages as they need, any kind of paper."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from crm_desktop.domain.money import Money
from crm_desktop.printing import charset
from crm_desktop.printing.blocks import Blocks
from crm_desktop.printing.file import PdfFile
from crm_desktop.printing.heads import Heads
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.lines_table import Row, flowing
from crm_desktop.printing.pages import Room, paginate
from crm_desktop.printing.paper import ONE_SUM, AnyPaper, Party
from crm_desktop.printing.sheet import Block, Palette, Sheet
from crm_desktop.printing.thai_text import clean
from crm_desktop.printing.words import keeping, own_words

ABOVE_FOOT = 6.0  # between content and footer


class Content:
    """What a paper says between its heads and its footers; every family of papers has its own.

    `above` follows the masthead, `head` stands over the rows of every page, `opening` is where
    the carried sum begins, `notice` is framed beside the title.
    """

    party: Party | None = None
    opening: Money = Money.ZERO
    notice: str = ""

    def __init__(self, paper: Any, say: Labels, palette: Palette, width: float) -> None:
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

    def strip(self, heads: Heads) -> Block:
        """The whole paper as one strip, heads and all, for kinds that print on a roll."""
        raise NotImplementedError

    def carried(self, code: str, amount: Money) -> Block:
        """What stands at the foot of a page and the head of the next; nothing by default."""
        return Block()

    def flow(self, label_code: str, texts: list[str]) -> list[Row]:
        """Labelled words as rows."""
        return flowing(self.say(label_code), texts, self.palette, self.width)


Make = type[Content]


def set_paper(paper: AnyPaper, make: Make, file: PdfFile) -> None:
    """Adds the pages of a cleaned paper, whose content `make` puts together, to the file."""
    with keeping(_words_of(paper)):
        _Setting(paper, make, file).print()


def _words_of(paper: AnyPaper) -> frozenset[str]:
    """What the paper itself shows to be words, in the names of its goods and in its addresses."""
    lines, party = getattr(paper, "lines", ()), getattr(paper, "customer", Party(""))
    return own_words((line.description for line in lines), (*party.address, party.site))


def printable_paper(paper: AnyPaper) -> AnyPaper:
    """The paper without control characters; Refused where no face has a character."""
    texts: set[str] = set()
    cleaned: AnyPaper = _cleaned(paper, texts)
    text = "".join(texts)
    charset.refuse_varied(text)
    if charset.lacking(text):
        for path, characters in charset.strange(paper):
            field = [step for step in path if isinstance(step, str)][-1]
            raise charset.refusal(path, characters, field)
    return cleaned


def _cleaned(value: Any, texts: set[str]) -> Any:
    """The value with every text in it cleaned and noted, whatever holds the text."""
    if isinstance(value, str):
        text = clean(value)
        texts.add(text)
        return text
    if isinstance(value, tuple):
        return tuple(_cleaned(item, texts) for item in value)
    if is_dataclass(value) and not isinstance(value, Money | type):
        names = (f.name for f in fields(value))
        return replace(value, **{name: _cleaned(getattr(value, name), texts) for name in names})
    return value


class _Setting:
    """One paper on its way to the page: blocks made once, pages planned, then drawn."""

    def __init__(self, paper: AnyPaper, make: Make, file: PdfFile) -> None:
        self.paper, self.say = paper, Labels(paper.language, paper.era)
        look = paper.look
        if look.page_size == "roll" and paper.kind not in ONE_SUM:
            look = replace(look, page_size="A5")
        self.palette = Palette.of(look)
        self.sheet = Sheet(look, file.canvas, self.palette)
        self.on_a_roll = look.page_size == "roll"
        self.content = make(paper, self.say, self.palette, self.sheet.inner)

    def print(self) -> None:
        """Draw every page, once per mark of the set."""
        for mark in self.paper.sheets or ("",):
            self._mark(mark)
            if self.on_a_roll:
                self._strip()
                continue
            pages = self._plan()
            carried = self.content.opening
            for place, rows in enumerate(pages):
                carried = self._page(rows, pages[:place], pages[place + 1 :], carried)

    def _strip(self) -> None:
        """One page as long as what is on it."""
        sheet, strip = self.sheet, self.content.strip(self.heads)
        sheet.cut(sheet.top + strip.height)
        sheet.begin_page()
        sheet.draw(strip, sheet.top)
        sheet.end_page()

    def _mark(self, mark: str) -> None:
        sheet = self.sheet
        self.heads = Heads(self.paper, self.say, self.palette, sheet.inner, mark, sheet.unit)
        self.foot = sheet.floor - self.heads.footer(999, 999).height
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
        if pages is None:
            pages = self._apart(rows)
        return pages

    def _apart(self, rows: list[Row]) -> list[list[Row]]:
        """A closing block with no room beside a row stands on a page of its own, or goes on from
        page to page where not even that holds it."""
        room = self._room()._replace(closing=0.0)
        if rows and self.closing.height <= room.other:
            return [*(paginate(rows, room) or []), []]
        *parts, last = (Row(part, in_table=False) for part in self.closing.parts)
        if parts:
            parts[-1] = parts[-1]._replace(keep_with_next=True)
        self.closing = Block()
        return paginate([*rows, *parts, last], room) or []

    def _room(self) -> Room:
        content = self.content
        page = self.foot - ABOVE_FOOT - self.sheet.top
        return Room(
            first=page - self.masthead.height - content.above.height - content.head.height,
            other=page - self.running_head.height - content.head.height,
            carried=content.carried("carried_forward", Money.ZERO).height,
            closing=self.closing.height,
        )

    def _page(
        self, rows: list[Row], before: list[list[Row]], after: list[list[Row]], carried: Money
    ) -> Money:
        sheet, content, in_table = self.sheet, self.content, _in_table([rows])
        sheet.begin_page(self.say(mark) if (mark := self.paper.watermark) else "")
        y = sheet.top
        for block in (self.masthead, content.above) if not before else (self.running_head,):
            y = sheet.draw(block, y)
        y = sheet.draw(content.head, y) if in_table else y
        if before and in_table:
            y = sheet.draw(content.carried("brought_forward", carried), y)
        for row in rows:
            y = sheet.draw(row.block, y)
        carried += Money.sum(row.amount for row in rows)
        if not after:
            sheet.draw(self.closing, y)
        elif _in_table(after):
            sheet.draw(content.carried("carried_forward", carried), y)
        number = len(before) + 1
        sheet.draw(self.heads.footer(number, number + len(after)), self.foot)
        if self.paper.stamp:
            sheet.stamp(self.say(f"stamp_{self.paper.stamp}"))
        sheet.end_page()
        return carried


def _in_table(pages: list[list[Row]]) -> bool:
    """Whether any row of the table stands on these pages."""
    return any(row.in_table for rows in pages for row in rows)
