"""Papers with lines: a quotation, orders, a purchase request, a delivery slip.

They differ by a row of `FORMS`; everything else is the same for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from crm_desktop.domain.money import Money
from crm_desktop.printing.blocks import SUMS_WIDTH, Field, Figure, Signer, detail_fields
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import LinesTable, Row, carried
from crm_desktop.printing.paper import DepositReceived, Paper, Specification, Sums
from crm_desktop.printing.sheet import BODY, FINE, SMALL, STRONG, Block, Palette, Stack
from crm_desktop.printing.specification import specification_rows

MOST_SPECIAL_LINES = 10
MOST_DEPOSITS = 20  # that stand together on a page

GOODS = ("number", "code", "description")
PRICES = ("price", "discount", "amount")


class Form(NamedTuple):
    """What one kind of lined paper looks like.

    `signing` are the roles of proposer, approver and customer, `seal` what stands below the
    customer's line, `party` the label over whom the paper is for.
    """

    columns: tuple[str, ...]
    signing: tuple[str, str, str]
    seal: str = "customer_seal"
    party: str = "customer"

    @property
    def has_money(self) -> bool:
        """Whether it prints any price or sum at all."""
        return "amount" in self.columns


FORMS = {
    "QT": Form(
        (*GOODS, "quantity", "unit", *PRICES),
        ("signed_by_proposer", "signed_by_approver", "signed_by_customer"),
    ),
    "SO": Form(
        (*GOODS, "promised", "quantity", "unit", *PRICES),
        ("signed_by_order_taker", "signed_by_approver", "signed_by_buyer"),
    ),
    "BO": Form(
        (*GOODS, "promised", "quantity", "unit", *PRICES),
        ("signed_by_order_taker", "signed_by_approver", "signed_by_buyer"),
    ),
    "PR": Form(
        (*GOODS, "quantity", "unit", "needed", "reference"),
        ("signed_by_requester", "signed_by_approver", "signed_by_department"),
        seal="",
        party="to_department",
    ),
    "SP": Form(
        (*GOODS, "promised", "quantity", "unit", *PRICES),
        ("signed_by_order_taker", "signed_by_approver", "signed_by_buyer"),
    ),
    "DL": Form(
        (*GOODS, "ordered", "delivered", "remaining", "unit", *PRICES),
        ("signed_by_deliverer", "signed_by_checker", "signed_by_receiver"),
        seal="received_in_order",
    ),
}


class Lined(Content):
    """A paper with lines: parties, the table, sums beside remarks, signatures."""

    def __init__(self, paper: Paper, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self.paper, self.form, self.party = paper, FORMS[paper.kind], paper.customer
        facts = lined_facts(paper, say)
        self.above = self.blocks.parties(self.form.party, paper.customer, facts, paper.subject)
        self.table = LinesTable(paper, self.form.columns, say, palette, width)
        self.head = self.table.head()

    def rows(self) -> list[Row]:
        """The lines, and below them what a special order must be like."""
        rows, wanted = self.table.rows(), self.paper.specification
        return rows + (self._specification(wanted) if wanted else [])

    def flowing(self) -> list[Row]:
        """Remarks, terms and long special-order terms."""
        rows, paper = super().flowing(), self.paper
        if self._special_terms_flow:
            rows += self.flow("special_order", [paper.special_order_terms])
        return rows

    def carried(self, code: str, amount: Money) -> Block:
        """The sum of the lines so far, where the paper speaks of money."""
        if not self.form.has_money:
            return Block()
        return carried(self.say, code, amount, self.width)

    def closing(self, *, whole: bool) -> Block:
        """Sums, words, bank, terms and signatures."""
        stack, paper = Stack(), self.paper
        if self.form.has_money:
            stack.add(self._sums_beside_remarks(whole), 8)
            stack.add(self.blocks.total("grand_total", paper.sums.grand_total), 6)
            for place, payment in enumerate(self._payments(paper.sums)):
                stack.add(payment, 0 if place else 7)
        elif whole and paper.remarks:
            remarks = Block()
            self._remarks(remarks, 0, self.width - 10)
            stack.add(remarks, 8)
        if whole and paper.terms:
            stack.add(self.blocks.terms(paper.terms), 6)
        if paper.special_order_terms and (whole or not self._special_terms_flow):
            stack.add(self.blocks.marked("special_order", paper.special_order_terms), 8)
        stack.add(self._signatures(), 14)
        return stack

    @property
    def _special_terms_flow(self) -> bool:
        """Whether the special-order terms are too long to stay right above the signatures."""
        lines = STRONG.lines(self.paper.special_order_terms, self.width)
        return len(lines) > MOST_SPECIAL_LINES

    def _specification(self, wanted: Specification) -> list[Row]:
        return specification_rows(wanted, self.say, self.palette, self.width)

    def _sums_beside_remarks(self, whole: bool) -> Block:
        block = Block()
        width = self.width - SUMS_WIDTH - 26
        sums = self.paper.sums
        including = "prices_include_vat" if sums.prices_include_vat else "prices_exclude_vat"
        y = block.lines(5, 0, SMALL.lines(self.say(including), width), SMALL)
        if whole and self.paper.remarks:
            self._remarks(block, y + 4, width)
        block.place(self.blocks.figures(sum_figures(sums, self.say)), self.width - SUMS_WIDTH, 0)
        return block

    def _remarks(self, block: Block, y: float, width: float) -> float:
        y = block.lines(5, y, [self.say("remarks")], self.palette.head)
        return block.lines(5, y, BODY.lines(self.paper.remarks, width), BODY)

    def _payments(self, sums: Sums) -> Iterator[Block]:
        """The payment, before it as many deposits as would be too many on one page."""
        deposits = sums.deposits
        while len(deposits) > MOST_DEPOSITS:
            block = Block()
            some = self._deposits(deposits[:MOST_DEPOSITS])
            block.place(some, self.width - SUMS_WIDTH, 0)
            yield block
            deposits = deposits[MOST_DEPOSITS:]
        yield self._payment(replace(sums, deposits=deposits))

    def _payment(self, sums: Sums) -> Block:
        """Where to pay on the left; what was paid and what remains on the right."""
        block = Block()
        width = self.width - SUMS_WIDTH - 26
        block.place(self.blocks.bank(self.paper.bank, width, "pay_to"), 5, 0)
        block.place(self._remainder(sums), self.width - SUMS_WIDTH, 0)
        return block

    def _remainder(self, sums: Sums) -> Block:
        block = self._deposits(sums.deposits)
        if sums.remainder is not None:
            y = block.height + (3 if sums.deposits else 0)
            block.text(0, y, self.say("remainder"), STRONG)
            block.text(SUMS_WIDTH - 5, y, str(sums.remainder), STRONG, "right")
            note = self._within(sums.remainder_vat)
            block.height = y + STRONG.leading
            block.lines(8, block.height - 1, [note] * bool(note), FINE)
        if sums.withholding is not None and sums.withholding_rate is not None:
            note = self.say("withholding", rate=sums.withholding_rate, amount=sums.withholding)
            block.lines(0, block.height, FINE.lines(note, SUMS_WIDTH - 5), FINE)
        return block

    def _deposits(self, deposits: Sequence[DepositReceived]) -> Block:
        return self.blocks.figures(
            [
                Figure(
                    self.say("deposit", number=d.number, on=d.on), -d.amount, self._within(d.vat)
                )
                for d in deposits
            ]
        )

    def _within(self, vat: Money | None) -> str:
        return "" if vat is None else self.say("vat_within", vat=vat)

    def _signatures(self) -> Block:
        paper = self.paper
        ours, approver, theirs = self.form.signing
        return self.blocks.signatures(
            [
                Signer(ours, paper.proposer),
                Signer(approver, paper.approver),
                Signer(theirs, paper.customer_signed, self.form.seal),
            ]
        )


def sum_figures(sums: Sums, say: Labels) -> list[Figure]:
    """What stands between the lines and the grand total."""
    rows = [Figure(say("subtotal"), sums.subtotal)]
    if sums.discount:
        label = f"{say('document_discount')} {sums.discount_text}".rstrip()
        rows.append(Figure(label, -sums.discount))
        rows.append(Figure(say("after_discount"), sums.subtotal - sums.discount))
    for part in sums.vat:
        if part.rate is None:
            rows.append(Figure(say("vat_exempt"), part.base))
            continue
        if part.base != rows[-1].amount:
            rows.append(Figure(say("vat_base", rate=part.rate), part.base))
        rows.append(Figure(say("vat", rate=part.rate), part.vat))
    return rows


def lined_facts(paper: Paper, say: Labels) -> list[Field]:
    """What stands beside the customer: dates, terms, who sells."""
    sales = "  ".join(part for part in (paper.salesperson, paper.salesperson_phone) if part)
    return [
        (say("date"), say.day(paper.dated)),
        (say("source"), paper.source),
        (say("customer_reference"), paper.customer_reference),
        (say("valid_until"), _validity(paper, say)),
        (say("delivery"), paper.delivery),
        (say("payment_terms"), paper.payment_terms),
        (say("salesperson"), sales),
        *detail_fields(paper, say),
    ]


def _validity(paper: Paper, say: Labels) -> str:
    """Until when the prices hold: the day, and how many days that is."""
    day = say.day(paper.valid_until) if paper.valid_until else ""
    days = say("days", count=paper.valid_days) if paper.valid_days else ""
    return f"{day} ({days})" if day and days else day or days
