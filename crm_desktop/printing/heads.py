"""What stands above the content of every paper and at the foot of each page."""

from collections.abc import Sequence

from crm_desktop.printing.labels import Labels
from crm_desktop.printing.paper import AnyPaper, Party, Seller
from crm_desktop.printing.pictures import finder_block, logo_block
from crm_desktop.printing.sheet import (
    ACCENT,
    FINE,
    HAIR,
    NAME,
    SMALL,
    STRONG,
    Align,
    Block,
    Palette,
    Style,
)

LOGO = (92.0, 54.0)
TITLE_SHARE = 0.46  # of the width at most; the seller gets what the title leaves
NAME_SHARE = 0.36  # of the width: a longer name of the paper is set smaller
FINDER_MODULE = 1.12  # points, 0.395 mm: what a counter's scanner reads from a worn print
MOST_RUNNING = 0.7  # of the width, for the paper's name at the head of following pages

Told = tuple[str, Style]


class Heads:
    """Makes the heads and footers of one paper at one width; `mark` is original, copy or none,
    `unit` is how many of the width's points one point of the finished page takes."""

    def __init__(
        self,
        paper: AnyPaper,
        say: Labels,
        palette: Palette,
        width: float,
        mark: str = "",
        unit: float = 1.0,
    ) -> None:
        self.paper, self.say, self.palette, self.width = paper, say, palette, width
        self.unit = unit
        self.mark = say(f"sheet_{mark}") if mark and not paper.copy_number else ""

    def masthead(self, notice: str = "") -> Block:
        """The seller on the left, the name of the paper and its number on the right; the name alone
        in the middle where the shop is on the sheet already.

        A notice says, framed, what the paper is not.
        """
        block, manner = Block(), self.palette.manner
        if manner.centered:
            title, _ = self.title(self.width, notice, "center")
            block.place(title, self.width / 2, 0)
        else:
            title, share = self.title(self.width * TITLE_SHARE, notice, "right")
            if manner.seller:
                block.place(self._seller(self.paper.seller, self.width - share - 24), 0, 0)
            block.place(title, self.width, 0)
        block.height += 9
        block.rule(0, block.height, self.width, ACCENT)
        block.height += 10
        return block

    def running_head(self, party: Party | None) -> Block:
        """What a following page begins with, so that a loose sheet is known."""
        block, paper = Block(), self.paper
        names = self.names()[:1] if self.palette.manner.seller else []
        left = [(name, STRONG) for name in names]
        left += [(party.name, SMALL if names else STRONG)] if party else []
        known = "  ".join(filter(None, (self.name_of_paper(" · "), *self.marks())))
        right = [(known, STRONG), (self.say.day(paper.dated), SMALL)]
        share = max(style.measure(text) for text, style in right)
        share = min(share, self.width * MOST_RUNNING)
        self._below(block, left, 0, self.width - share - 16, "left")
        self._below(block, right, self.width, share + 0.1, "right")
        block.height += 8
        block.rule(0, block.height, self.width, ACCENT)
        block.height += 10
        return block

    def _below(
        self, block: Block, texts: Sequence[Told], x: float, width: float, align: Align
    ) -> None:
        y = 0.0
        for text, style in texts:
            y = block.lines(x, y, style.lines(text, width), style, align)

    def marks(self) -> list[str]:
        """Which of a set this is, or which reprint."""
        again = self.paper.copy_number
        copy = self.say("copy", number=again) if again else ""
        return [text for text in (self.mark, copy) if text]

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
            picture, wide = logo_block(seller.logo, *LOGO, grey=self.palette.manner.grey)
            block.place(picture, 0, 2)
            left = wide + 13
        first, *more = self.names()
        y = block.lines(left, 0, _SELLER.lines(first, width - left), _SELLER)
        y = block.lines(left, y, [s for n in more for s in STRONG.lines(n, width - left)], STRONG)
        for text in self.seller_lines():
            y = block.lines(left, y, SMALL.lines(text, width - left), SMALL)
        return block

    def names(self) -> list[str]:
        """What the shop is called, once per language."""
        seller = self.paper.seller
        names = {"th": seller.name_th, "en": seller.name_en or seller.name_th}
        return list(dict.fromkeys(names[code] for code in self.say.languages))

    def seller_lines(self) -> list[str]:
        """Where the shop is, its tax number and branch, how it is reached."""
        seller = self.paper.seller
        address = {"th": seller.address_th, "en": seller.address_en or seller.address_th}
        lines = [line for code in self.say.languages for line in address[code]]
        tax = f"{self.say('tax_number')} {seller.tax_number}"
        reach = [f"{self.say('phone')} {seller.phone}" if seller.phone else "", seller.email]
        return [
            *dict.fromkeys(lines),
            "  ".join((tax, self.say.branch(seller.branch_code))),
            "  ".join(part for part in (*reach, seller.website) if part),
        ]

    def title(self, most: float, notice: str, align: Align) -> tuple[Block, float]:
        """The paper's name and number, set to the left of x = 0 or around it, and their width."""
        paper, block, y, width = self.paper, Block(), -4.0, 0.0
        first, *more = self.say.each(f"title_{paper.kind.lower()}")
        draft = self.reference() and self.say("draft_reference", reference=self.reference())
        number = paper.number or draft
        room = max(self.width * NAME_SHARE, most * 0.75)
        named = self.palette.title(first, room)
        parts = [(first, named), *((text, NAME) for text in (*more, number) if text)]
        parts += [(text, SMALL) for text in self._standing()]
        for text, style in parts:
            lines = style.lines(text, most)
            width = max(width, style.widest(lines))
            y = block.lines(0, y, lines, style, align)
        for text in (*self.marks(), *([notice] if notice else [])):
            told = text.split(" / ") if NAME.measure(text) > room else [text]
            lines = [line for each in told for line in NAME.balanced(each, most - 18)]
            width = max(width, self._framed(block, y + 3, lines, align))
            y = block.height + 1
        return block, width

    def _framed(self, block: Block, y: float, lines: list[str], align: Align) -> float:
        """Framed words at the right edge x = 0 or around it; the width they take."""
        width, height = NAME.widest(lines) + 18, len(lines) * NAME.leading + 4
        block.frame(-width if align == "right" else -width / 2, y, width, height, ACCENT)
        block.lines(-9 if align == "right" else 0, y + 2, lines, NAME, align)
        block.height = y + height
        return width

    def _standing(self) -> list[str]:
        """Which revision this is, and what it takes the place of."""
        paper = self.paper
        revision = self.say("revision", number=paper.revision) if paper.revision > 1 else ""
        replaces = self.say("replaces", number=paper.replaces) if paper.replaces else ""
        return [text for text in (revision, replaces) if text]

    def footer(self, page: int, pages: int) -> Block:
        """The paper's name with the code that finds it, the shop's line, which page of how many."""
        block, paper = Block(), self.paper
        block.rule(0, 0, self.width, HAIR)
        left = 0.0
        if paper.finder:
            code, wide = finder_block(paper.finder, FINDER_MODULE * self.unit)
            block.place(code, 0, 5)
            left = wide + 5
        known = "  ".join(part for part in (paper.finder or self.reference(), self.mark) if part)
        number = self.say("page", page=page, pages=pages)
        block.text(left, 4, known, FINE)
        block.text(self.width, 4, number, FINE, "right")
        block.height = max(block.height, 4 + FINE.leading)
        between = self.width - 2 * max(left + FINE.measure(known), FINE.measure(number)) - 20
        line = paper.seller.footer
        if FINE.measure(line) <= between:
            block.text(self.width / 2, 4, line, FINE, "center")
        else:  # a line of its own below, as wide as the code leaves it
            lines = FINE.balanced(line, self.width - 2 * left)
            block.lines(self.width / 2, 4 + FINE.leading, lines, FINE, "center")
        return block


_SELLER = Style(NAME.font, 12.5, 18.8)
