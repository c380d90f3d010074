"""The blocks above and below the lines that every kind of paper shares."""

from collections.abc import Sequence

from crm_desktop.domain.money import Money
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.paper import Paper, Party, Seller, Signatory, Sums
from crm_desktop.printing.pictures import logo_block, qr_block
from crm_desktop.printing.sheet import (
    BODY,
    FINE,
    HAIR,
    MUTED,
    NAME,
    SMALL,
    STRONG,
    Block,
    Palette,
    Style,
)

LOGO = (92.0, 54.0)
TITLE_SHARE = 0.46  # of the width at most; the seller gets what the title leaves
PARTY_SHARE = 0.54
SUMS_WIDTH = 234.0
QR_SIZE = 76.0
MOST_SPECIAL_LINES = 10
SIGNING_ROOM = 28.0
LOWER = BODY.baseline - SMALL.baseline  # sets a small label on the baseline of its value

Field = tuple[str, str]  # label and value


class Blocks:
    """Makes the blocks of one paper at one width."""

    def __init__(self, paper: Paper, say: Labels, palette: Palette, width: float) -> None:
        self.paper, self.say, self.palette, self.width = paper, say, palette, width

    # ------------------------------------------------------------ above the lines

    def masthead(self) -> Block:
        """The seller on the left, the name of the paper and its number on the right."""
        block = Block()
        title, share = self._title(self.width * TITLE_SHARE)
        if not self.paper.look.letterhead_mm:
            block.place(self._seller(self.paper.seller, self.width - share - 24), 0, 0)
        block.place(title, self.width, 0)
        block.height += 9
        block.rule(0, block.height, self.width, self.palette.accent, 1.1)
        block.height += 10
        return block

    def running_head(self) -> Block:
        """What a following page begins with, so that a loose sheet is known."""
        block, paper = Block(), self.paper
        names = _names(paper.seller, self.say.languages)
        block.text(0, 0, names[0], STRONG)
        block.text(0, STRONG.leading, paper.customer.name, SMALL)
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
        """The number with its revision, or the draft reference."""
        paper = self.paper
        revision = f" R{paper.revision}" if paper.number and paper.revision > 1 else ""
        return (paper.number or paper.draft_reference) + revision

    def parties(self, fields: Sequence[Field]) -> Block:
        """The customer on the left, dates and terms on the right."""
        block = Block()
        left = self.width * PARTY_SHARE
        block.place(self._customer(self.paper.customer, left - 22), 0, 0)
        block.place(self._fields(fields, self.width - left), left, 0)
        if self.paper.subject:
            text = f"{self.say('subject')}  {self.paper.subject}"
            block.lines(0, block.height + 5, BODY.lines(text, self.width), BODY)
        block.height += 10
        return block

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

    def _title(self, most: float) -> tuple[Block, float]:
        """The paper's name and number, set to the left of x = 0, and the width they take."""
        paper, block, y, width = self.paper, Block(), -4.0, 0.0
        first, *more = self.say.each(f"title_{paper.kind.lower()}")
        number = paper.number or self.say("draft_reference", reference=self.reference())
        copy = self.say("copy", number=paper.copy_number) if paper.copy_number else ""
        parts = [(first, self.palette.title), *((text, NAME) for text in (*more, number))]
        parts += [(text, SMALL) for text in self._standing()] + [(copy, self._accent)] * bool(copy)
        for text, style in parts:
            lines = style.lines(text, most)
            width = max(width, style.widest(lines))
            y = block.lines(0, y, lines, style, "right")
        return block, width

    def _standing(self) -> list[str]:
        """Which revision this is, and what it takes the place of."""
        paper = self.paper
        revision = self.say("revision", number=paper.revision) if paper.revision > 1 else ""
        replaces = self.say("replaces", number=paper.replaces) if paper.replaces else ""
        return [text for text in (revision, replaces) if text]

    def _customer(self, party: Party, width: float) -> Block:
        block = Block()
        code = f"  {party.code}" if party.code else ""
        y = block.lines(0, 0, [self.say("customer") + code], self.palette.head)
        y = block.lines(0, y + 1, NAME.balanced(party.name, width), NAME)
        address = [line for part in party.address for line in BODY.balanced(part, width)]
        y = block.lines(0, y, address, BODY)
        for text in self._customer_lines(party, width):
            y = block.lines(0, y, BODY.balanced(text, width), BODY)
        return block

    def _customer_lines(self, party: Party, width: float) -> list[str]:
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

    def _fields(self, fields: Sequence[Field], width: float) -> Block:
        block, y = Block(), 0.0
        indent = min(SMALL.widest([label for label, _ in fields]) + 12, width * 0.5)
        for label, value in fields:
            if not value:
                continue
            below = block.lines(0, y + LOWER, SMALL.lines(label, indent - 6), SMALL)
            y = max(below, block.lines(indent, y, BODY.lines(value, width - indent), BODY)) + 0.8
        return block

    # ------------------------------------------------------------ below the lines

    def closing(self, *, with_terms: bool) -> Block:
        """Sums, words, bank, terms and signatures: one block, for it is never torn."""
        block, paper = Block(), self.paper
        y = block.place(self._sums_beside_remarks(with_terms), 0, 8)
        y = block.place(self._grand_total(paper.sums), 0, y + 6)
        y = block.place(self._payment(paper.sums), 0, y + 7)
        if with_terms and paper.terms:
            y = block.place(self._terms(), 0, y + 6)
        if paper.special_order_terms and (with_terms or not self.special_terms_flow):
            y = block.place(self._special_terms(), 0, y + 8)
        block.place(self._signatures(), 0, y + 14)
        return block

    @property
    def special_terms_flow(self) -> bool:
        """Whether the special-order terms are too long to stay right above the signatures."""
        lines = STRONG.lines(self.paper.special_order_terms, self.width)
        return len(lines) > MOST_SPECIAL_LINES

    def _sums_beside_remarks(self, with_terms: bool) -> Block:
        block = Block()
        width = self.width - SUMS_WIDTH - 26
        sums = self.paper.sums
        including = "prices_include_vat" if sums.prices_include_vat else "prices_exclude_vat"
        y = block.lines(5, 0, SMALL.lines(self.say(including), width), SMALL)
        if with_terms and self.paper.remarks:
            y = block.lines(5, y + 4, [self.say("remarks")], self.palette.head)
            block.lines(5, y, BODY.lines(self.paper.remarks, width), BODY)
        block.place(self._amounts(self._sum_rows(sums)), self.width - SUMS_WIDTH, 0)
        return block

    def _sum_rows(self, sums: Sums) -> list[tuple[str, Money]]:
        rows = [(self.say("subtotal"), sums.subtotal)]
        if sums.discount:
            label = f"{self.say('document_discount')} {sums.discount_text}".rstrip()
            rows.append((label, -sums.discount))
            rows.append((self.say("after_discount"), sums.subtotal - sums.discount))
        for part in sums.vat:
            if part.rate is None:
                rows.append((self.say("vat_exempt"), part.base))
                continue
            if part.base != rows[-1][1]:
                rows.append((self.say("vat_base", rate=part.rate), part.base))
            rows.append((self.say("vat", rate=part.rate), part.vat))
        return rows

    def _amounts(self, rows: Sequence[tuple[str, Money]]) -> Block:
        block, y = Block(), 0.0
        for label, amount in rows:
            lines = SMALL.lines(label, SUMS_WIDTH - 74)
            block.text(SUMS_WIDTH - 5, y, str(amount), BODY, "right")
            y = max(block.lines(0, y + LOWER, lines, SMALL) - LOWER, y + BODY.leading) + 0.6
            block.height = max(block.height, y)
        return block

    def _grand_total(self, sums: Sums) -> Block:
        """The one figure that must be found at a glance, with its words."""
        block, pad = Block(), 6.5
        left = self.width - SUMS_WIDTH
        words = [
            line
            for text in self.say.words(sums.grand_total)
            for line in STRONG.balanced(text, left - 24)
        ]
        label = self.say.each("grand_total")
        height = max(len(words) * STRONG.leading, 16.5, len(label) * 13.0) + 2 * pad
        block.band(0, 0, self.width, height, self.palette.tint)
        block.rule(0, 0, self.width, self.palette.accent, 0.9)
        block.rule(0, height, self.width, self.palette.accent, 0.9)
        block.lines(5, (height - len(words) * STRONG.leading) / 2, words, STRONG)
        top = (height - len(label) * STRONG.leading) / 2
        block.lines(left, top, list(label), self._accent)
        total = Style(STRONG.font, 13, 19.5, self.palette.accent)
        block.text(
            self.width - 5, (height - total.leading) / 2, str(sums.grand_total), total, "right"
        )
        block.height = height
        return block

    def _payment(self, sums: Sums) -> Block:
        """Where to pay on the left; what was paid and what remains on the right."""
        block = Block()
        block.place(self._bank(self.width - SUMS_WIDTH - 26), 5, 0)
        rows = [(self.say("deposit", number=d.number, on=d.on), -d.amount) for d in sums.deposits]
        right = self._amounts(rows)
        if sums.remainder is not None:
            y = right.height + (3 if rows else 0)
            right.text(0, y, self.say("remainder"), STRONG)
            right.text(SUMS_WIDTH - 5, y, str(sums.remainder), STRONG, "right")
            right.height = y + STRONG.leading
        if sums.withholding is not None and sums.withholding_rate is not None:
            note = self.say("withholding", rate=sums.withholding_rate, amount=sums.withholding)
            right.lines(0, right.height, FINE.lines(note, SUMS_WIDTH - 5), FINE)
        block.place(right, self.width - SUMS_WIDTH, 0)
        return block

    def _bank(self, width: float) -> Block:
        block, bank = Block(), self.paper.bank
        if bank is None:
            return block
        left, y = 0.0, 0.0
        if bank.qr_payload:
            block.place(qr_block(bank.qr_payload, QR_SIZE), 0, 2)
            left = QR_SIZE + 12
        y = block.lines(left, y, [self.say("pay_to")], self.palette.head)
        place = "  ".join(part for part in (bank.bank, bank.branch) if part)
        for text, style in ((place, BODY), (bank.name, BODY), (bank.number, STRONG)):
            if text:
                y = block.lines(left, y, style.lines(text, width - left), style)
        if bank.qr_payload:
            block.lines(left, y, FINE.lines(self.say("qr_note"), width - left), FINE)
        return block

    def _terms(self) -> Block:
        block = Block()
        y = block.lines(5, 0, [self.say("terms")], self.palette.head)
        for number, term in enumerate(self.paper.terms, start=1):
            block.text(5, y, f"{number}.", SMALL)
            y = block.lines(20, y, SMALL.lines(term, self.width - 25), SMALL)
        return block

    def _special_terms(self) -> Block:
        """The non-return term of special orders, which stands above the signature."""
        block, pad = Block(), 6.0
        lines = STRONG.lines(self.paper.special_order_terms, self.width - 2 * pad - 8)
        height = STRONG.leading * (len(lines) + 1) + 2 * pad
        block.band(0, 0, 2.4, height, self.palette.accent)
        block.text(pad + 6, pad, self.say("special_order"), self._accent)
        block.lines(pad + 6, pad + STRONG.leading, lines, STRONG)
        block.height = height
        return block

    def _signatures(self) -> Block:
        block, paper, gap = Block(), self.paper, 20.0
        width = (self.width - 2 * gap) / 3
        customer = Signatory("", self.say.each("customer_seal")[0])
        signers = [
            ("signed_by_proposer", paper.proposer or Signatory("")),
            ("signed_by_approver", paper.approver or Signatory("")),
            ("signed_by_customer", customer),
        ]
        for place, (code, who) in enumerate(signers):
            block.place(self._signature(code, who, width), place * (width + gap), 0)
        return block

    def _signature(self, code: str, who: Signatory, width: float) -> Block:
        block, middle, y = Block(), width / 2, SIGNING_ROOM + 2
        block.rule(8, SIGNING_ROOM, width - 16, MUTED, 0.6)
        day = self.say.day(who.on) if who.on else "........ / ........ / ............"
        parts = [
            (f"( {who.name or '.' * 34} )", BODY),
            *((role, _ROLE) for role in self.say.each(code)),
            (who.position, SMALL),
            (f"{self.say('date')}  {day}", SMALL),
        ]
        for text, style in parts:
            y = block.lines(middle, y + 0.5, style.lines(text, width), style, "center")
        return block

    @property
    def _accent(self) -> Style:
        return Style(STRONG.font, STRONG.size, STRONG.leading, self.palette.accent)

    def footer(self, page: int, pages: int) -> Block:
        """The paper's name, the shop's line and which page of how many."""
        block = Block()
        block.rule(0, 0, self.width, HAIR)
        block.text(0, 4, self.reference(), FINE)
        block.text(self.width / 2, 4, self.paper.seller.footer, FINE, "center")
        block.text(self.width, 4, self.say("page", page=page, pages=pages), FINE, "right")
        return block


_SELLER = Style(NAME.font, 12.5, 18.8)
_ROLE = Style(STRONG.font, 8, 12.4)


def _names(seller: Seller, languages: Sequence[str]) -> list[str]:
    names = {"th": seller.name_th, "en": seller.name_en or seller.name_th}
    return list(dict.fromkeys(names[code] for code in languages))


def validity(paper: Paper, say: Labels) -> str:
    """Until when the prices hold: the day, and how many days that is."""
    day = say.day(paper.valid_until) if paper.valid_until else ""
    days = say("days", count=paper.valid_days) if paper.valid_days else ""
    return f"{day} ({days})" if day and days else day or days
