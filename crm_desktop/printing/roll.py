"""A paper about one sum as a strip from a roll: everything in one narrow column."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crm_desktop.printing.blocks import Blocks, Field, Figure, Signer
from crm_desktop.printing.heads import Heads
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.money_papers import MoneyPaper
from crm_desktop.printing.paper import BankAccount, Party
from crm_desktop.printing.pictures import finder_block, logo_block, qr_block
from crm_desktop.printing.sheet import (
    ACCENT,
    BODY,
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

LOGO = (110.0, 46.0)
FINDER_MODULE = 4 * 72 / 203  # points: four dots of a thermal head
PAY_QR = 112.0  # points; 37 modules of a Thai QR are then 1.1 mm each
AMOUNT = Style(STRONG.font, 15, 22.5)
GAP = 8.0  # least room between a label and what stands at the right edge


class Told(NamedTuple):
    """What a kind puts on its strip between the customer and the signatures.

    `figures` are what the sum consists of; `standing` what the paper it is for comes to, below its
    name; `words` are labelled and run as long as they need.
    """

    amount: str
    method: Sequence[Field]
    figures: Sequence[Figure]
    standing: Sequence[Figure]
    words: Sequence[Field]
    clauses: Sequence[str]
    signers: Sequence[Signer]
    pay_to: str
    notice: str


class Strip:
    """Sets one strip; every step goes on below the last."""

    def __init__(self, paper: MoneyPaper, say: Labels, palette: Palette, heads: Heads) -> None:
        self.paper, self.say, self.palette, self.heads = paper, say, palette, heads
        self.width = heads.width
        self.blocks = Blocks(say, palette, heads.width)
        self.block = Block()

    def set(self, facts: Sequence[Field], party_label: str, told: Told) -> Block:
        """The whole strip."""
        self._warnings()
        self._shop()
        self._rule()
        title, _ = self.heads.title(self.width, told.notice, "center")
        self.block.place(title, self.width / 2, self.block.height + 4)
        self._rule()
        self._party(party_label, self.paper.customer)
        self._fields(facts)
        self._rule()
        self._money(told)
        self._fields(told.method)
        self.block.height += 3
        if self.paper.bank:
            self._bank(self.paper.bank, told.pay_to)
        self._words(told)
        for signer in told.signers:
            self._sign(signer)
        self._foot()
        return self.block

    # ------------------------------------------------------------------- heads

    def _shop(self) -> None:
        seller = self.paper.seller
        if seller.logo:
            picture, wide = logo_block(seller.logo, *LOGO, grey=True)
            self.block.place(picture, (self.width - wide) / 2, self.block.height)
            self.block.height += 4
        first, *more = self.heads.names()
        self._lines(NAME.balanced(first, self.width), NAME, "center")
        for name in more:
            self._lines(STRONG.balanced(name, self.width), STRONG, "center")
        for text in self.heads.seller_lines():
            self._lines(SMALL.balanced(text, self.width), SMALL, "center")

    def _warnings(self) -> None:
        """What a sheet says across its whole face."""
        paper = self.paper
        texts = [self.say(paper.watermark)] if paper.watermark else []
        texts += [self.say(f"stamp_{paper.stamp}")] if paper.stamp else []
        for text in texts:
            lines = AMOUNT.lines(text, self.width - 12)
            height = len(lines) * AMOUNT.leading + 4
            self.block.frame(0, self.block.height, self.width, height, ACCENT)
            self.block.height += 2
            self._lines(lines, AMOUNT, "center")
            self.block.height += 8

    def _party(self, label: str, party: Party) -> None:
        code = f"  {party.code}" if party.code else ""
        head = self.palette.head
        self._lines(head.lines(self.say(label) + code, self.width), head)
        self._lines(STRONG.lines(party.name, self.width), STRONG)
        tax = f"{self.say('tax_number')} {party.tax_number}" if party.tax_number else ""
        phone = f"{self.say('phone')} {party.phone}" if party.phone else ""
        for text in (*party.address, tax, self.say.branch(party.branch_code), phone):
            if text:
                self._lines(SMALL.lines(text, self.width), SMALL)
        self.block.height += 3

    # ------------------------------------------------------------------- money

    def _money(self, told: Told) -> None:
        amount = str(self.paper.amount)
        self._beside(" / ".join(self.say.each(told.amount)), amount, STRONG, AMOUNT)
        for words in self.say.words(self.paper.amount):
            self._lines(BODY.balanced(words, self.width), BODY, "center")
        self.block.height += 3
        for figure in told.figures:
            self._beside(figure.label, str(figure.amount), SMALL, BODY)
        if told.standing:
            self._lines([f"{self.say('for_paper')}  {self.paper.for_paper}"], self.palette.head)
        for figure in told.standing:
            self._beside(figure.label, str(figure.amount), SMALL, BODY)
        self._rule()

    def _bank(self, bank: BankAccount, label: str) -> None:
        self._lines(
            self.palette.head.lines(self.say(label), self.width), self.palette.head, "center"
        )
        if bank.qr_payload:
            top = self.block.height + 8
            left = (self.width - PAY_QR) / 2
            self.block.place(qr_block(bank.qr_payload, PAY_QR), left, top)
            self.block.height += 8
            self._lines(SMALL.lines(self.say("qr_note"), self.width), SMALL, "center")
        place = "  ".join(part for part in (bank.bank, bank.branch) if part)
        for text, style in ((place, BODY), (bank.name, BODY), (bank.number, STRONG)):
            if text:
                self._lines(style.lines(text, self.width), style, "center")
        self.block.height += 3

    # ------------------------------------------------------- words and signatures

    def _words(self, told: Told) -> None:
        for label, text in told.words:
            self._lines([label], self.palette.head)
            self._lines(SMALL.lines(text, self.width), SMALL)
            self.block.height += 3
        for clause in told.clauses:
            self._lines(STRONG.lines(clause, self.width), STRONG)
            self.block.height += 3

    def _sign(self, signer: Signer) -> None:
        """A line to sign on with room above it, as wide as the strip allows."""
        width = self.width * 0.86
        below = self.block.height + 6
        self.block.place(self.blocks.signature(signer, width), (self.width - width) / 2, below)
        self.block.height += 2

    def _foot(self) -> None:
        self._rule()
        if footer := self.paper.seller.footer:
            self._lines(SMALL.balanced(footer, self.width), SMALL, "center")
        if self.paper.finder:
            code, wide = finder_block(self.paper.finder, FINDER_MODULE * self.heads.unit)
            side = code.height
            self.block.place(code, (self.width - side) / 2, self.block.height + 6)
            self.block.height += wide - side
            self._lines([self.paper.finder], FINE, "center")

    # ------------------------------------------------------------------- lines

    def _lines(self, lines: Iterable[str], style: Style, align: Align = "left") -> None:
        x = {"left": 0.0, "center": self.width / 2, "right": self.width}[align]
        self.block.height = self.block.lines(x, self.block.height, list(lines), style, align)

    def _rule(self) -> None:
        self.block.height += 5
        self.block.rule(0, self.block.height, self.width, HAIR)
        self.block.height += 5

    def _fields(self, fields: Sequence[Field]) -> None:
        for label, value in fields:
            if value:
                self._beside(label, value, SMALL, BODY)

    def _beside(self, label: str, value: str, left: Style, right: Style) -> None:
        """A label and what stands at the right edge, below it where both are too wide."""
        room = self.width - left.measure(label) - GAP
        top, lines = self.block.height, right.lines(value, max(room, self.width * 0.5))
        if right.widest(lines) > room:
            self._lines(left.lines(label, self.width), left)
            self._lines(right.lines(value, self.width), right, "right")
            return
        self.block.text(0, top + right.baseline - left.baseline, label, left)
        self._lines(lines, right, "right")
