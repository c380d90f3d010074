"""What stands above the content of every paper and at the foot of each page."""

from collections.abc import Sequence

from crm_desktop.printing.labels import Labels
from crm_desktop.printing.paper import AnyPaper, Party, Seller
from crm_desktop.printing.pictures import logo_block
from crm_desktop.printing.sheet import (
    FINE,
    HAIR,
    NAME,
    SMALL,
    STRONG,
    Block,
    Palette,
    Style,
)

LOGO = (92.0, 54.0)
TITLE_SHARE = 0.46  # of the width at most; the seller gets what the title leaves


class Heads:
    """Makes the heads and footers of one paper at one width; `mark` is original, copy or none."""

    def __init__(
        self, paper: AnyPaper, say: Labels, palette: Palette, width: float, mark: str = ""
    ) -> None:
        self.paper, self.say, self.palette, self.width = paper, say, palette, width
        self.mark = say(f"sheet_{mark}") if mark and not paper.copy_number else ""

    def masthead(self, notice: str = "") -> Block:
        """The seller on the left, the name of the paper and its number on the right.

        A notice says, framed, what the paper is not.
        """
        block = Block()
        title, share = self._title(self.width * TITLE_SHARE, notice)
        if not self.paper.look.letterhead_mm:
            block.place(self._seller(self.paper.seller, self.width - share - 24), 0, 0)
        block.place(title, self.width, 0)
        block.height += 9
        block.rule(0, block.height, self.width, self.palette.accent, 1.1)
        block.height += 10
        return block

    def running_head(self, party: Party | None) -> Block:
        """What a following page begins with, so that a loose sheet is known."""
        block, paper = Block(), self.paper
        names = _names(paper.seller, self.say.languages)
        block.text(0, 0, names[0], STRONG)
        block.text(0, STRONG.leading, party.name if party else "", SMALL)
        block.text(self.width, 0, self.name_of_paper(" · "), STRONG, "right")
        block.text(self.width, STRONG.leading, self.say.day(paper.dated), SMALL, "right")
        block.height = STRONG.leading + SMALL.leading + 8
        block.rule(0, block.height, self.width, self.palette.accent, 1.1)
        block.height += 10
        return block

    def name_of_paper(self, joint: str = " ") -> str:
        """What the file, the following pages and the footer call the paper."""
        return joint.join(part for part in (self._kind(" / "), self.reference()) if part)

    def reference(self) -> str:
        """The number, which says the revision too, or the draft reference."""
        return self.paper.number or self.paper.draft_reference

    def _kind(self, joint: str) -> str:
        return self.say(f"title_{self.paper.kind.lower()}", joint)

    def _seller(self, seller: Seller, width: float) -> Block:
        block, left = Block(), 0.0
        if seller.logo:
            picture, wide = logo_block(seller.logo, *LOGO)
            block.place(picture, 0, 2)
            left = wide + 13
        first, *more = _names(seller, self.say.languages)
        y = block.lines(left, 0, _SELLER.lines(first, width - left), _SELLER)
        y = block.lines(left, y, [s for n in more for s in STRONG.lines(n, width - left)], STRONG)
        for text in self._seller_lines(seller):
            y = block.lines(left, y, SMALL.lines(text, width - left), SMALL)
        return block

    def _seller_lines(self, seller: Seller) -> list[str]:
        address = {"th": seller.address_th, "en": seller.address_en or seller.address_th}
        lines = [line for code in self.say.languages for line in address[code]]
        tax = f"{self.say('tax_number')} {seller.tax_number}"
        reach = [f"{self.say('phone')} {seller.phone}" if seller.phone else "", seller.email]
        return [
            *dict.fromkeys(lines),
            "  ".join((tax, self.say.branch(seller.branch_code))),
            "  ".join(part for part in (*reach, seller.website) if part),
        ]

    def _title(self, most: float, notice: str) -> tuple[Block, float]:
        """The paper's name and number, set to the left of x = 0, and the width they take."""
        paper, block, y, width = self.paper, Block(), -4.0, 0.0
        first, *more = self.say.each(f"title_{paper.kind.lower()}")
        draft = self.reference() and self.say("draft_reference", reference=self.reference())
        number = paper.number or draft
        copy = self.say("copy", number=paper.copy_number) if paper.copy_number else ""
        parts = [(first, self.palette.title), *((text, NAME) for text in (*more, number) if text)]
        parts += [(text, SMALL) for text in self._standing()]
        parts += [(text, self.palette.strong) for text in (self.mark, copy) if text]
        for text, style in parts:
            lines = style.lines(text, most)
            width = max(width, style.widest(lines))
            y = block.lines(0, y, lines, style, "right")
        if notice:
            width = max(width, self._notice(block, y + 3, NAME.lines(notice, most - 18)))
        return block, width

    def _notice(self, block: Block, y: float, lines: list[str]) -> float:
        """The framed words at the right edge x = 0; the width they take."""
        width, height = NAME.widest(lines) + 18, len(lines) * NAME.leading + 4
        block.frame(-width, y, width, height, self.palette.accent)
        block.lines(-9, y + 2, lines, NAME, "right")
        block.height = y + height
        return width

    def _standing(self) -> list[str]:
        """Which revision this is, and what it takes the place of."""
        paper = self.paper
        revision = self.say("revision", number=paper.revision) if paper.revision > 1 else ""
        replaces = self.say("replaces", number=paper.replaces) if paper.replaces else ""
        return [text for text in (revision, replaces) if text]

    def footer(self, page: int, pages: int) -> Block:
        """The paper's name, the shop's line and which page of how many."""
        block = Block()
        block.rule(0, 0, self.width, HAIR)
        known = "  ".join(part for part in (self.reference(), self.mark) if part)
        block.text(0, 4, known, FINE)
        block.text(self.width / 2, 4, self.paper.seller.footer, FINE, "center")
        block.text(self.width, 4, self.say("page", page=page, pages=pages), FINE, "right")
        return block


_SELLER = Style(NAME.font, 12.5, 18.8)


def _names(seller: Seller, languages: Sequence[str]) -> list[str]:
    names = {"th": seller.name_th, "en": seller.name_en or seller.name_th}
    return list(dict.fromkeys(names[code] for code in languages))
