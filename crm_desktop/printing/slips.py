"""Papers about one sum of money: deposit receipt, pay-in slip, refund voucher."""

from collections.abc import Callable
from dataclasses import dataclass

from crm_desktop.printing.blocks import (
    QR_SIZE,
    SUMS_WIDTH,
    Field,
    Figure,
    Signer,
    detail_fields,
)
from crm_desktop.printing.heads import Heads
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.layout import Content
from crm_desktop.printing.lines_table import Row
from crm_desktop.printing.money_papers import MoneyPaper, Payment
from crm_desktop.printing.roll import Strip, Told
from crm_desktop.printing.sheet import BODY, STRONG, Block, Palette, Stack


@dataclass(frozen=True)
class SlipForm:
    """What one kind looks like: labels over the person, the sum, the method and the account.

    `clauses` are printed on every paper of the kind.
    """

    party: str
    amount: str
    method: str
    signers: Callable[[MoneyPaper], list[Signer]]
    pay_to: str = "pay_to"
    notice: str = ""
    clauses: tuple[str, ...] = ()
    qr_size: float = QR_SIZE


SLIPS = {
    "DP": SlipForm(
        party="received_from",
        amount="amount_received",
        method="paid_by",
        signers=lambda paper: [
            Signer("signed_by_payer", paper.customer_signed),
            Signer("signed_by_cashier", paper.cashier),
        ],
        pay_to="pay_remainder",
        notice="not_a_tax_invoice",
    ),
    "PI": SlipForm(
        party="customer",
        amount="amount_to_pay",
        method="paid_by",
        signers=lambda paper: [Signer("signed_by_issuer", paper.proposer)],
        notice="not_a_receipt",
        clauses=("qr_no_proof",),
        qr_size=128.0,
    ),
    "RV": SlipForm(
        party="refund_to",
        amount="amount_refunded",
        method="refunded_by",
        signers=lambda paper: [
            Signer("signed_by_approver", paper.approver),
            Signer("signed_by_paying_cashier", paper.cashier),
            Signer("signed_by_payee", paper.customer_signed),
        ],
    ),
}


class Slip(Content):
    """A paper about one sum: who, how much, how, what it belongs to, signatures."""

    def __init__(self, paper: MoneyPaper, say: Labels, palette: Palette, width: float) -> None:
        super().__init__(paper, say, palette, width)
        self.paper, self.form, self.party = paper, SLIPS[paper.kind], paper.customer
        self.notice = say(self.form.notice) if self.form.notice else ""
        self.facts = _facts(paper, say)
        self.above = self.blocks.parties(self.form.party, paper.customer, self.facts)

    def strip(self, heads: Heads) -> Block:
        """The same as a strip from a roll."""
        paper, say = self.paper, self.say
        terms = [f"{place}. {term}" for place, term in enumerate(paper.terms, start=1)]
        words = (("reason", paper.reason), ("remarks", paper.remarks), ("terms", "\n".join(terms)))
        told = Told(
            amount=self.form.amount,
            method=self._method(paper.payment) if paper.payment else [],
            figures=self._within(),
            standing=self._standing(),
            words=[(say(code), text) for code, text in words if text],
            clauses=[say(code) for code in self._clauses()],
            signers=self.form.signers(paper),
            pay_to=self.form.pay_to,
            notice=self.notice,
        )
        return Strip(paper, say, self.palette, heads).set(self.facts, self.form.party, told)

    def flowing(self) -> list[Row]:
        """Reason, remarks and terms that are too long for one page."""
        reason = self.flow("reason", [self.paper.reason]) if self.paper.reason else []
        return reason + super().flowing()

    def closing(self, *, whole: bool) -> Block:
        """Everything below the parties: a slip is one piece."""
        stack, paper = Stack(), self.paper
        stack.add(self.blocks.total(self.form.amount, paper.amount), 4)
        stack.add(self._method_beside_figures(), 9)
        clauses = [self.say(code) for code in self._clauses()]
        if paper.bank:
            form, width = self.form, self.width - 10
            bank = self.blocks.bank(paper.bank, width, form.pay_to, form.qr_size, clauses)
            stack.add(bank, 9, 5)
            clauses = []
        if whole:
            self._words(stack)
        for words in clauses:
            clause = Block()
            clause.lines(0, 0, STRONG.lines(words, self.width - 10), STRONG)
            stack.add(clause, 9, 5)
        stack.add(self.blocks.signatures(self.form.signers(paper)), 26)
        return stack

    def _words(self, stack: Stack) -> None:
        """Reason, remarks and terms, where they are short enough to stay here."""
        paper = self.paper
        for code, text in (("reason", paper.reason), ("remarks", paper.remarks)):
            if text:
                block = Block()
                y = block.lines(0, 0, [self.say(code)], self.palette.head)
                block.lines(0, y, BODY.lines(text, self.width - 10), BODY)
                stack.add(block, 6, 5)
        if paper.terms:
            stack.add(self.blocks.terms(paper.terms), 6)

    def _clauses(self) -> tuple[str, ...]:
        cheque = self.paper.payment is not None and self.paper.payment.method == "cheque"
        received = self.paper.kind == "DP"
        return (*self.form.clauses, *(["cheque_clause"] if cheque and received else []))

    def _method_beside_figures(self) -> Block:
        block, payment = Block(), self.paper.payment
        if payment:
            block.place(self._payment(payment, self.width - SUMS_WIDTH - 26), 5, 0)
        block.place(self._figures(), self.width - SUMS_WIDTH, 0)
        return block

    def _payment(self, payment: Payment, width: float) -> Block:
        block, say = Block(), self.say
        y = block.lines(0, 0, [say(self.form.method)], self.palette.head)
        y = block.lines(0, y, STRONG.lines(say(f"method_{payment.method}"), width), STRONG)
        block.place(self.blocks.fields(self._method(payment)[1:], width), 0, y + 1)
        return block

    def _method(self, payment: Payment) -> list[Field]:
        """How the money came or goes out, and what is known of it."""
        say = self.say
        return [
            (say(self.form.method), say(f"method_{payment.method}")),
            (say("bank"), payment.bank),
            (say("account"), payment.account),
            (say("cheque_number"), payment.cheque_number),
            (say("cheque_on"), say.day(payment.cheque_on) if payment.cheque_on else ""),
            (say("card_last_four"), payment.card_last_four and f"•••• {payment.card_last_four}"),
            (say("reference"), payment.reference),
            (say("paid_at"), _moment(payment, say)),
        ]

    def _figures(self) -> Block:
        """What the sum consists of, then what the paper it belongs to still waits for."""
        paper, say, block, y = self.paper, self.say, Block(), 0.0
        if paper.vat:
            y = block.lines(0, 0, [say("sum_includes")], self.palette.head)
            y = block.place(self.blocks.figures(self._within()), 0, y)
        if rows := self._standing():
            label = f"{say('for_paper')}  {paper.for_paper}".rstrip()
            y = block.lines(0, y + 5 * bool(y), [label], self.palette.head)
            block.place(self.blocks.figures(rows), 0, y)
        return block

    def _standing(self) -> list[Figure]:
        """What the paper it belongs to comes to and still waits for."""
        paper = self.paper
        known = [("paper_total", paper.paper_total), ("paper_remainder", paper.remainder)]
        return [Figure(self.say(code), amount) for code, amount in known if amount is not None]

    def _within(self) -> list[Figure]:
        rows: list[Figure] = []
        for part in self.paper.vat:
            if part.rate is None:
                rows.append(Figure(self.say("vat_exempt"), part.base))
                continue
            rows.append(Figure(self.say("vat_base", rate=part.rate), part.base))
            rows.append(Figure(self.say("vat", rate=part.rate), part.vat))
        return rows


def _moment(payment: Payment, say: Labels) -> str:
    """Day and time of the money, in the paper's own era."""
    if payment.at is None:
        return ""
    return f"{say.day(payment.at.date())}  {payment.at:%H:%M}"


def _facts(paper: MoneyPaper, say: Labels) -> list[Field]:
    invoiced = f"  {say.short_day(paper.tax_invoice_on)}" if paper.tax_invoice_on else ""
    return [
        (say("date"), say.day(paper.dated)),
        (say("for_paper"), paper.for_paper),
        (say("deposit_number"), paper.deposit_number),
        (say("due"), say.day(paper.due) if paper.due else ""),
        (say("tax_invoice"), paper.tax_invoice and paper.tax_invoice + invoiced),
        *detail_fields(paper, say),
    ]
