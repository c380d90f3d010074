"""Any acts in any order, with crashes in between: no satang is lost, doubled or moved by halves.

The commands run on the real store; beside them runs a model of plain sums that knows nothing of
the program. Every act that the model allows must succeed, every other must be refused, and after
each the ledgers, the states on the documents and the sums of the papers are those of the model.
"""

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from crm_desktop.domain.deposits import balance, state_of
from crm_desktop.domain.money import Money
from crm_desktop.services import integrity
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.deposits import deposit_ledger, deposit_reports
from crm_desktop.services.deposits.deposit_claims import (
    AskForfeit,
    AskRefund,
    AskTransfer,
    DropClaim,
    PayRefund,
)
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    BounceDeposit,
    CancelDeposit,
    ClearDeposit,
    ReceiveDeposit,
)
from crm_desktop.services.orders.deliveries import DeliverGoods
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder, SubmitOrder
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.registry import SYSTEM, Context
from tests.services.crashing import Keys
from tests.services.deposit_model import PIECES, USES, Book, Claim, Line, Paper, Pot, half_up, typed
from tests.services.deposit_shop import DETAILS, DepositShop, desk, till

__all__ = ["desk", "till"]

PRICE = Decimal("107.77")
METHODS = ("cash", "transfer", "card", "cheque", "promptpay")
# How much somebody types: a part of what may be, all of it, or more.
SUMS = st.tuples(st.sampled_from(["some", "some", "all", "more"]), st.integers(0, 10**9))
PICK = st.integers(0, 10**6)
CRASHES = st.one_of(st.none(), st.integers(1, 45))


class DepositMachine(Book, Keys, RuleBasedStateMachine):
    """The people of a shop with the money of two customers."""

    def __init__(self, till: DepositShop) -> None:
        Book.__init__(self)
        RuleBasedStateMachine.__init__(self)
        self.till = till
        self.store = till.shop.store

    @initialize()
    def begin(self) -> None:
        self.names = {
            self.till.shop.new_customer(name): name for name in ("คุณสมศรี ใจดี", "คุณมานะ รักงาน")
        }
        self.customer, self.other = self.names
        pieces = (self.till.line(PRICE, PIECES),)
        for kind, lines, percent in (
            ("SO", pieces, 0),
            ("BO", (self.till.line("5000.05"),), 30),
            ("BO", (self.till.line(700),), 30),
        ):
            given = {"customer_id": self.customer, "deposit_percent": Decimal(percent)}
            document = self.till.order(*lines, kind=kind, **given)
            due = sum(Money.of(line.unit_price.baht * line.quantity).satang for line in lines)
            self.papers[document] = Paper(document, due, self.customer, percent)
        self.shop_order, self.large, self.small = self.papers
        self.papers |= {paper.id: paper for paper in (self.unnumbered(), self.other_order())}
        for paper, amount, method in (
            (self.shop_order, 300, "cash"),
            (self.shop_order, "200.01", "card"),
            (self.large, "1500.02", "transfer"),
            (self.small, 210, "cash"),
        ):
            deposit = self.till.held(paper, amount, method)
            pot = self.expects(deposit.id, paper, deposit.amount.satang)
            pot.method = method
            pot.lines.append(Line("receive", pot.asked))
            if deposit.state == "held":
                pot.lines.append(Line("clear", pot.asked))

    def unnumbered(self) -> Paper:
        """An approved order without its number, whose customer may still change."""
        saved = self.till.do("director", SaveOrder("SO", None, 0, self.content(self.customer)))
        ready = self.till.do("director", SubmitOrder(saved.id, saved.version))
        return Paper(ready.id, 80_010, self.customer, 0, numbered=False)

    def other_order(self) -> Paper:
        """What the other customer ordered."""
        given = {"customer_id": self.other, "deposit_percent": Decimal(0)}
        order = self.till.order(self.till.line("600.60"), kind="SO", **given)
        return Paper(order, 60_060, self.other, 0)

    def content(self, customer_id: int) -> Content:
        line = self.till.line("800.10")
        return self.till.shop.content(line, customer_id=customer_id)

    # ------------------------------------------------------------ money comes

    @rule(paper=PICK, how=st.one_of(st.none(), SUMS), crash=CRASHES)
    def ask(self, paper: int, how: tuple[str, int] | None, crash: int | None) -> None:
        of = self.paper(paper)
        room = self.remainder(of.id) - self.expected(of.id)
        if how is None:
            required = half_up(Decimal(of.due) * of.percent / 100)
            amount = required - of.due + self.remainder(of.id)
        else:
            amount = typed(how, room)
        waits = any(pot.is_expected for pot in self.of(of.id))
        allowed = of.takes_more and not waits and 0 < amount <= room
        sum_ = None if how is None else Money(amount)
        saved = self.press("officer", AskDeposit(of.id, sum_), allowed, crash)
        if saved:
            self.expects(saved.id, of.id, amount)

    @precondition(lambda self: any(pot.is_expected for pot in self.pots.values()))
    @rule(pick=PICK, how=SUMS, method=st.sampled_from(METHODS), seen=st.booleans(), crash=CRASHES)
    def receive(
        self, pick: int, how: tuple[str, int], method: str, seen: bool, crash: int | None
    ) -> None:
        pot = self.pot(pick, lambda each: each.is_expected)
        of, due = self.papers[pot.paper], self.remainder(pot.paper)
        amount = typed(how, min(pot.asked, due) if how[1] % 3 else due)
        ended = of.cancelled
        allowed = pot.is_expected and not ended and amount <= due
        allowed &= not (seen and method == "cheque")
        command = ReceiveDeposit(
            pot.id,
            self.version("document", pot.id),
            Money(amount),
            method,
            self.till.today,
            DETAILS.get(method, ()),
            confirmed=seen,
        )
        received = self.press("cashier", command, allowed, crash)
        if not received:
            return
        rest, pot.asked, pot.method = pot.asked - amount, min(pot.asked, amount), method
        pot.lines.append(Line("receive", amount))
        if seen or method in ("cash", "card"):
            pot.lines.append(Line("clear", amount))
        room = self.remainder(pot.paper) - self.expected(pot.paper)
        assert bool(received.rest_id) == (rest > 0 and room > 0)
        if received.rest_id:
            self.expects(received.rest_id, pot.paper, min(rest, room))

    @precondition(lambda self: any(pot.held > pot.cleared for pot in self.pots.values()))
    @rule(pick=PICK, crash=CRASHES)
    def clear(self, pick: int, crash: int | None) -> None:
        pot = self.pot(pick, lambda each: each.held and not each.cleared)
        allowed = bool(pot.held) and not pot.cleared
        command = ClearDeposit(pot.id, self.version("document", pot.id), self.till.today)
        held = pot.held
        if self.press("cashier", command, allowed, crash):
            pot.lines.append(Line("clear", held))

    @precondition(lambda self: any(pot.may_bounce for pot in self.pots.values()))
    @rule(pick=PICK, crash=CRASHES)
    def bounce(self, pick: int, crash: int | None) -> None:
        pot = self.pot(pick, lambda each: each.may_bounce or (each.held and not pick % 3))
        allowed = pot.may_bounce
        command = BounceDeposit(pot.id, self.version("document", pot.id), self.till.today, "คืน")
        held = pot.held
        if self.press("credit", command, allowed, crash):
            pot.lines.append(Line("bounce", held))
            pot.drop_claims()

    @rule(pick=PICK, crash=CRASHES)
    def give_up(self, pick: int, crash: int | None) -> None:
        pot = self.pot(pick, lambda each: each.is_expected and not pick % 3)
        allowed = pot.is_expected
        command = CancelDeposit(pot.id, self.version("document", pot.id), "ไม่มา")
        if self.press("officer", command, allowed, crash):
            pot.cancelled = True

    # ------------------------------------------------------------ money goes

    @rule(pick=PICK, paper=PICK, how=SUMS, crash=CRASHES)
    def apply(self, pick: int, paper: int, how: tuple[str, int], crash: int | None) -> None:
        pot, of = self.pot(pick, lambda each: each.free > 0), self.paper(paper)
        own = pot.paper == of.id
        due = of.due - self.applied(of.id) if own else self.remainder(of.id)
        amount = typed(how, min(pot.free, due))
        allowed = not of.cancelled and amount <= min(pot.free, due)
        allowed &= own or amount <= self.spare(pot.paper)
        allowed &= of.numbered and of.customer == pot.customer
        version = self.version("document", pot.id)
        command = ApplyDeposit(pot.id, version, of.id, Money(amount))
        if self.press("officer", command, allowed, crash):
            pot.lines.append(Line("apply", amount, of.id))

    @precondition(lambda self: self.papers[self.shop_order].takes_more)
    @rule(pieces=st.integers(1, 3), crash=CRASHES)
    def deliver(self, pieces: int, crash: int | None) -> None:
        of = self.papers[self.shop_order]
        pieces = min(pieces, of.left)
        ((line_id, value),) = self.till.lines(of.id)
        worth, before = value * (of.delivered + pieces) // PIECES, value * of.delivered // PIECES
        assert value % PIECES == 0
        wanted = self.taken_off(of, worth, worth - before)
        part = ((line_id, Decimal(pieces)),)
        version = self.version("document", of.id)
        command = DeliverGoods(of.id, version, self.till.today, part, "คุณรับ")
        done = self.press("director", command, True, crash)
        of.delivered += pieces
        assert done.deducted == Money(sum(wanted.values()))
        for pot_id, amount in wanted.items():
            self.pots[pot_id].lines.append(Line("apply", amount, of.id))

    @rule(
        pick=PICK,
        kind=st.sampled_from(["refund", "forfeit", "transfer"]),
        paper=PICK,
        how=SUMS,
        who=st.sampled_from(["officer", "director"]),
        crash=CRASHES,
    )
    def claim(
        self,
        pick: int,
        kind: str,
        paper: int,
        how: tuple[str, int],
        who: str,
        crash: int | None,
    ) -> None:
        pot, of = self.pot(pick, lambda each: each.free > 0), self.paper(paper)
        amount = typed(how, pot.free)
        waits = any(each.kind == kind and each.state == "waiting" for each in pot.claims)
        allowed = amount <= pot.free and not waits
        if kind == "transfer":
            allowed &= self.may_move(pot, of, amount)
        version, sum_ = self.version("document", pot.id), Money(amount)
        command: Any = {
            "refund": AskRefund(pot.id, version, sum_, self.names[pot.customer], "เลิก"),
            "forfeit": AskForfeit(pot.id, version, sum_, "ข้อ 4", "ไม่มารับ"),
            "transfer": AskTransfer(pot.id, version, of.id, sum_, "ย้าย"),
        }[kind]
        claimed = self.press(who, command, allowed, crash)
        if claimed:
            asked = Claim(claimed.claim_id, kind, amount, of.id)
            pot.claims.append(asked)
            if who == "director":
                self.grant(pot, asked)
            assert claimed.state == asked.state

    def grant(self, pot: Pot, asked: Claim) -> None:
        if asked.kind == "refund":
            asked.state = "approved"
            return
        asked.state = "done"
        if asked.kind == "forfeit":
            pot.lines.append(Line("forfeit", asked.amount))
            return
        new_id = self.till.newest("document")
        pot.lines.append(Line("transfer_out", asked.amount, new_id))
        new = self.expects(new_id, asked.target, asked.amount)
        new.method = pot.method
        new.lines.append(Line("transfer_in", asked.amount, pot.id))

    @precondition(lambda self: self.claims("waiting"))
    @rule(pick=PICK, verdict=st.sampled_from(["approve", "approve", "reject"]), crash=CRASHES)
    def answer(self, pick: int, verdict: str, crash: int | None) -> None:
        asked = self.claims("waiting")
        pot, claim = asked[pick % len(asked)]
        request = self.till.shop.request(self.till.request_of(claim.id))
        allowed = True
        if verdict == "approve" and claim.kind == "transfer":
            allowed = self.may_move(pot, self.papers[claim.target], claim.amount)
        command = AnswerRequest(request["id"], request["version"], verdict, "ตามนี้")
        if self.press("director", command, allowed, crash):
            if verdict == "approve":
                self.grant(pot, claim)
            else:
                claim.state = "dropped"

    @precondition(lambda self: self.claims("waiting", "approved", "done", "dropped"))
    @rule(pick=PICK, crash=CRASHES)
    def pay(self, pick: int, crash: int | None) -> None:
        asked = self.claims("approved") or self.claims("waiting", "done", "dropped")
        pot, claim = asked[pick % len(asked)]
        version = self.version("deposit_claim", claim.id)
        payee = self.names[pot.customer]
        command = PayRefund(claim.id, version, "transfer", "PAY-1", self.till.today, payee)
        if self.press("credit", command, claim.state == "approved", crash):
            claim.state = "done"
            pot.lines.append(Line("refund", claim.amount))

    @precondition(lambda self: self.claims("approved"))
    @rule(pick=PICK, crash=CRASHES)
    def drop(self, pick: int, crash: int | None) -> None:
        asked = self.claims("approved")
        _, claim = asked[pick % len(asked)]
        version = self.version("deposit_claim", claim.id)
        assert self.press("officer", DropClaim(claim.id, version), True, crash)
        claim.state = "dropped"

    # ------------------------------------------------------------ mistakes, and the end of papers

    @rule(pick=PICK, entry=PICK, crash=CRASHES)
    def reverse(self, pick: int, entry: int, crash: int | None) -> None:
        pot = self.pot(pick, lambda each: any(line.alive for line in each.lines))
        if not pot.lines:
            return
        place = entry % len(pot.lines)
        line = pot.lines[place]
        partner = self.pots.get(line.target) if line.kind == "transfer_out" else None
        allowed = line.alive and line.kind not in ("reverse", "transfer_in")
        if line.kind in ("receive", "clear"):
            allowed &= pot.is_untouched
        if partner is not None:
            allowed &= partner.is_untouched
        of = self.papers[pot.paper]
        if line.kind == "bounce":
            allowed &= of.cancelled or line.amount <= self.remainder(of.id)
        command = ReverseEntry(
            pot.id, self.version("document", pot.id), self.till.entries(pot.id)[place], "ผิด"
        )
        if not self.press("supervisor", command, allowed, crash):
            return
        clears = [each for each in pot.lines if each.kind == "clear" and each.alive]
        for gone in [*(clears if line.kind == "receive" else []), line]:
            gone.alive = False
            pot.lines.append(Line("reverse", gone.amount, alive=False))
        if partner is not None:
            for each in partner.lines:
                each.alive = False
            partner.lines.append(Line("reverse", line.amount, alive=False))
            partner.cancelled = True
        if line.kind != "receive":
            return
        pot.cancelled = True
        again = min(pot.asked, self.remainder(of.id) - self.expected(of.id))
        if again > 0 and not of.cancelled:
            self.expects(self.till.newest("document"), of.id, again)

    @precondition(lambda self: self.papers[self.shop_order].takes_more)
    @rule(pieces=st.integers(1, 4), crash=CRASHES)
    def give_up_goods(self, pieces: int, crash: int | None) -> None:
        of = self.papers[self.shop_order]
        ((line_id, value),) = self.till.lines(of.id)
        if pieces >= of.left:
            return
        worth = value * pieces // PIECES
        version, part = self.version("document", of.id), ((line_id, Decimal(pieces)),)
        command = CancelOrder(of.id, version, "ลูกค้าขอลด", lines=part)
        if self.press("director", command, self.applied(of.id) <= of.due - worth, crash):
            of.due -= worth
            of.given_up += pieces
            self.expects_less(of.id)

    @rule(crash=CRASHES)
    def change_customer(self, crash: int | None) -> None:
        (of,) = (paper for paper in self.papers.values() if not paper.numbered)
        customer = self.customer if of.customer == self.other else self.other
        allowed = not of.cancelled and all(pot.cancelled for pot in self.of(of.id))
        version = self.version("document", of.id)
        command = SaveOrder("SO", of.id, version, self.content(customer))
        saved = self.press("director", command, allowed, crash)
        if saved:
            assert saved.state == "draft"
            self.press("director", SubmitOrder(of.id, saved.version), True, None)
            of.customer = customer

    @rule(paper=PICK, sure=st.integers(0, 9), crash=CRASHES)
    def cancel(self, paper: int, sure: int, crash: int | None) -> None:
        of = self.paper(paper)
        if sure < 9 or of.cancelled or of.delivered:
            return
        command = CancelOrder(of.id, self.version("document", of.id), "ลูกค้าเลิก")
        if not self.press("director", command, not self.applied(of.id), crash):
            return
        of.cancelled, of.due = True, 0 if of.numbered else of.due
        for pot in self.of(of.id):
            pot.cancelled |= pot.is_expected

    # ------------------------------------------------------------ what must always hold

    @invariant()
    def the_store_says_what_the_model_says(self) -> None:
        with self.store.read():
            context = Context(self.store, SYSTEM, self.till.desk.now)
            for pot in self.pots.values():
                found = deposit_ledger.account(context, pot.id)
                sums = balance(map(deposit_ledger.entry_of, found.entries))
                assert sums.is_sound
                assert (sums.held.satang, sums.cleared.satang) == (pot.held, pot.cleared)
                assert sums.used.satang == pot.total(*USES)
                assert found.reserved.satang == pot.reserved <= max(pot.cleared, 0)
                assert Money.ZERO <= sums.vat_used <= sums.vat
                if not sums.held:
                    assert sums.vat_left <= Money(len(self.pots))
                if not pot.lines:
                    state = "cancelled" if pot.cancelled else "expected"
                else:
                    state = state_of(sums)
                assert found.row["state"] == state
                assert len(found.entries) == len(pot.lines)
            for paper in self.papers.values():
                row = context.row("document", paper.id)
                stands = deposit_ledger.cover(context, row)
                assert stands.due.satang == paper.due
                assert stands.applied.satang == self.applied(paper.id)
                assert stands.held.satang == sum(pot.held for pot in self.of(paper.id))
                assert stands.expected.satang == self.expected(paper.id)

    def teardown(self) -> None:
        if not self.papers:
            return
        for customer in self.names:
            told = self.till.desk.director.read(
                deposit_reports.statement, customer, self.till.today, self.till.today
            )
            theirs = (pot.held for pot in self.pots.values() if pot.customer == customer)
            assert told.closing.satang == sum(theirs)


def run(till: DepositShop, examples: int, steps: int) -> None:
    """Lets the machine play so often."""
    if till.shop.store.engine == "sqlite":
        till.shop.store.database.execute_sql("PRAGMA synchronous = OFF")
    run_state_machine_as_test(
        partial(DepositMachine, till),  # type: ignore[arg-type]
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert till.shop.system.read(integrity.verify).faults == ()


def test_no_satang_is_lost_or_doubled_whatever_is_pressed_and_wherever_it_crashes(
    till: DepositShop,
) -> None:
    run(till, *((10, 30) if till.shop.store.engine == "sqlite" else (3, 20)))


@pytest.mark.soak
def test_no_satang_is_lost_or_doubled_in_a_long_day(till: DepositShop) -> None:
    run(till, 300, 60)
