"""The blocks that papers are put together from: parties, figures, bank, terms, signatures."""

from collections.abc import Sequence
from typing import NamedTuple

from crm_desktop.domain.money import Money
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.paper import AnyPaper, BankAccount, Party, Signatory
from crm_desktop.printing.pictures import qr_block, signature_block
from crm_desktop.printing.sheet import (
    ACCENT,
    BODY,
    FINE,
    LOWER,
    MUTED,
    NAME,
    SMALL,
    STRONG,
    TINT,
    Block,
    Palette,
    Style,
)

PARTY_SHARE = 0.54
SUMS_WIDTH = 234.0
QR_SIZE = 76.0
SIGNING_ROOM = 28.0
SIGNATURE_HEIGHT = 36.0
SIGNERS_A_ROW = 3
SIGNERS_GAP = 20.0

Field = tuple[str, str]  # label and value


class Figure(NamedTuple):
    """A labelled amount; the note is fine print below it."""

    label: str
    amount: Money
    note: str = ""


class Signer(NamedTuple):
    """A signature line: the label of its role, who signs, the label of what stands there instead
    of a rank."""

    role: str
    who: Signatory | None
    note: str = ""


class Blocks:
    """Makes blocks in the paper's words and colours at one width."""

    def __init__(self, say: Labels, palette: Palette, width: float) -> None:
        self.say, self.palette, self.width = say, palette, width

    # -------------------------------------------------------------- who and when

    def parties(
        self, role: str, party: Party | None, fields: Sequence[Field], subject: str = ""
    ) -> Block:
        """Whom the paper is for on the left, dates and terms on the right."""
        block = Block()
        left = self.width * PARTY_SHARE if party else 0.0
        if party:
            block.place(self._party(role, party, left - 22), 0, 0)
        block.place(self.fields(fields, self.width - left), left, 0)
        if subject:
            text = f"{self.say('subject')}  {subject}"
            block.lines(0, block.height + 5, BODY.lines(text, self.width), BODY)
        block.height += 10
        return block

    def fields(self, fields: Sequence[Field], width: float) -> Block:
        """Labels with their values, those without a value left out."""
        block, y = Block(), 0.0
        shown = [field for field in fields if field[1]]
        indent = min(SMALL.widest([label for label, _ in shown]) + 12, width * 0.5)
        for label, value in shown:
            below = block.lines(0, y + LOWER, SMALL.lines(label, indent - 6), SMALL)
            y = max(below, block.lines(indent, y, BODY.lines(value, width - indent), BODY)) + 0.8
        return block

    def _party(self, role: str, party: Party, width: float) -> Block:
        block = Block()
        code = f"  {party.code}" if party.code else ""
        head = self.palette.head
        y = block.lines(0, 0, head.lines(self.say(role) + code, width), head)
        y = block.lines(0, y + 1, NAME.balanced(party.name, width), NAME)
        address = [line for part in party.address for line in BODY.balanced(part, width)]
        y = block.lines(0, y, address, BODY)
        for text in self._party_lines(party, width):
            y = block.lines(0, y, BODY.balanced(text, width), BODY)
        return block

    def _party_lines(self, party: Party, width: float) -> list[str]:
        """Facts that belong together share a line where they fit."""
        tax = f"{self.say('tax_number')} {party.tax_number}" if party.tax_number else ""
        phone = f"{self.say('phone')} {party.phone}" if party.phone else ""
        contact = f"{self.say('contact')} {party.contact}" if party.contact else ""
        rows = [
            (tax, self.say.branch(party.branch_code)),
            (contact, phone, party.email),
            (f"{self.say('site')} {party.site}" if party.site else "",),
        ]
        lines: list[str] = []
        for row in rows:
            parts = [part for part in row if part]
            joined = "  ".join(parts)
            lines += parts if BODY.measure(joined) > width else [joined] * bool(parts)
        return lines

    # ------------------------------------------------------------------- figures

    def figures(self, figures: Sequence[Figure]) -> Block:
        """Amounts below one another, as wide as sums are."""
        block, y = Block(), 0.0
        for label, amount, note in figures:
            lines = SMALL.lines(label, SUMS_WIDTH - 5 - max(BODY.measure(str(amount)), 61) - 8)
            block.text(SUMS_WIDTH - 5, y, str(amount), BODY, "right")
            y = max(block.lines(0, y + LOWER, lines, SMALL) - LOWER, y + BODY.leading) + 0.6
            if note:
                y = block.lines(8, y - 1.5, FINE.lines(note, SUMS_WIDTH - 82), FINE) + 0.6
            block.height = max(block.height, y)
        return block

    def total(self, label_code: str, amount: Money) -> Block:
        """The one figure that must be found at a glance, with its words."""
        block, pad = Block(), 6.5
        left = self.width - SUMS_WIDTH
        words = [
            line for text in self.say.words(amount) for line in STRONG.balanced(text, left - 24)
        ]
        room = SUMS_WIDTH - 5 - _TOTAL.measure(str(amount)) - 10
        strong = self.palette.strong
        label = [line for text in self.say.each(label_code) for line in strong.lines(text, room)]
        height = max(len(words), len(label), 1.2) * STRONG.leading + 2 * pad
        block.band(0, 0, self.width, height, TINT)
        block.rule(0, 0, self.width, ACCENT)
        block.rule(0, height, self.width, ACCENT)
        block.lines(5, (height - len(words) * STRONG.leading) / 2, words, STRONG)
        block.lines(left, (height - len(label) * STRONG.leading) / 2, label, strong)
        middle = (height - _TOTAL.leading) / 2
        block.text(self.width - 5, middle, str(amount), _TOTAL, "right")
        block.height = height
        return block

    def bank(
        self,
        bank: BankAccount | None,
        width: float,
        label: str,
        size: float = QR_SIZE,
        clauses: Sequence[str] = (),
    ) -> Block:
        """Where to pay: the account, beside the Thai QR where there is one, and what must be known
        before paying."""
        block = Block()
        if bank is None:
            return block
        left, y = 0.0, 0.0
        if bank.qr_payload:
            block.place(qr_block(bank.qr_payload, size), 0, 2)
            left = size + max(12.0, size / 8)
        y = block.lines(
            left, y, self.palette.head.lines(self.say(label), width - left), self.palette.head
        )
        place = "  ".join(part for part in (bank.bank, bank.branch) if part)
        for text, style in ((place, BODY), (bank.name, BODY), (bank.number, STRONG)):
            if text:
                y = block.lines(left, y, style.lines(text, width - left), style)
        if bank.qr_payload:
            y = block.lines(left, y, FINE.lines(self.say("qr_note"), width - left), FINE)
        for clause in clauses:
            y = block.lines(left, y + 5, STRONG.lines(clause, width - left), STRONG)
        return block

    # ------------------------------------------------------- words and signatures

    def terms(self, terms: Sequence[str]) -> Block:
        """Numbered terms."""
        block = Block()
        y = block.lines(5, 0, [self.say("terms")], self.palette.head)
        for number, term in enumerate(terms, start=1):
            block.text(5, y, f"{number}.", SMALL)
            y = block.lines(20, y, SMALL.lines(term, self.width - 25), SMALL)
        return block

    def marked(self, label_code: str, text: str) -> Block:
        """Words that must not be missed, such as the non-return term above a signature."""
        block, pad = Block(), 6.0
        lines = STRONG.lines(text, self.width - 2 * pad - 8)
        height = STRONG.leading * (len(lines) + 1) + 2 * pad
        block.band(0, 0, 2.4, height, ACCENT)
        block.text(pad + 6, pad, self.say(label_code), self.palette.strong)
        block.lines(pad + 6, pad + STRONG.leading, lines, STRONG)
        block.height = height
        return block

    def signatures(self, signers: Sequence[Signer]) -> Block:
        """Signature lines side by side, two of them at the edges, one on the right."""
        block = Block()
        width = (self.width - 2 * SIGNERS_GAP) / SIGNERS_A_ROW
        step = (self.width - width) / max(len(signers) - 1, 1)
        ranks = max(1, *(len(self._rank(signer)) for signer in signers))
        for place, signer in enumerate(signers, start=len(signers) == 1):
            block.place(self.signature(signer, width, ranks), place * step, 0)
        return block

    def _rank(self, signer: Signer) -> tuple[str, ...]:
        """What stands below the role."""
        if signer.who and signer.who.position:
            return (signer.who.position,)
        return self.say.each(signer.note) if signer.note else ()

    def signature(self, signer: Signer, width: float, ranks: int = 0) -> Block:
        """One line to sign on, with who signs and when; the rank takes so many lines at least, so
        that the days of those beside one another stand in line."""
        block, middle, y = Block(), width / 2, SIGNING_ROOM + 2
        who = signer.who or Signatory("")
        if who.picture:
            grey = self.palette.manner.grey
            picture = signature_block(who.picture, width - 32, SIGNATURE_HEIGHT, grey=grey)
            block.place(picture, 16, SIGNING_ROOM - SIGNATURE_HEIGHT)
        block.rule(8, SIGNING_ROOM, width - 16, MUTED)
        day = self.say.day(who.on) if who.on else "........ / ........ / ............"
        rank = self._rank(signer)
        parts = [
            (f"( {who.name or '.' * 34} )", BODY),
            *((role, _ROLE) for role in self.say.each(signer.role)),
            *((words, SMALL) for words in (*rank, *[""] * (ranks - len(rank)))),
            *((words, SMALL) for words in self.say.each("approved_self") if who.alone),
            (f"{self.say('date')}  {day}", SMALL),
        ]
        for text, style in parts:
            y = block.lines(middle, y + 0.5, style.lines(text, width), style, "center")
        return block


_TOTAL = Style(STRONG.font, 13, 19.5, ACCENT)
_ROLE = Style(STRONG.font, 8, 12.4)


def detail_fields(paper: AnyPaper, say: Labels) -> list[Field]:
    """The extra facts of the kind, labelled."""
    return [(say(label), value) for label, value in paper.details]
