"""Refund, forfeit, transfer: asked, answered, carried out by different people, or not at all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.services.authority.approvals import AnswerRequest, RecallRequest
from crm_desktop.services.authority.delegations import HandOver
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.deposits.deposit_claims import (
    AskForfeit,
    AskRefund,
    AskTransfer,
    DropClaim,
)
from crm_desktop.services.deposits.deposit_lists import Claim, Deposit
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits.deposits import BounceDeposit
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.people import SavePerson
from crm_desktop.services.registry import Command
from tests.race import Race
from tests.services import racers
from tests.services.deposit_shop import PAYER, DepositShop, baht, desk, till
from tests.services.desk import PEOPLE

__all__ = ["desk", "till"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def claim_of(till: DepositShop, deposit: Deposit, who: str = "director") -> Claim:
    return till.read(deposit.id, who).claims[-1]


def refund_of(deposit: Deposit, amount: object = 1_000, **values: Any) -> AskRefund:
    given = {"payee": PAYER, "reason": "ลูกค้ายกเลิก", **values}
    return AskRefund(deposit.id, deposit.version, baht(amount), **given)


# ---------------------------------------------------------------- reserved


def test_a_sum_asked_for_is_nobody_elses_until_it_is_answered(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order)
    claimed = till.refund(deposit, 2_500)
    assert (claimed.state, claimed.level) == ("waiting", "SUPERIOR")
    waiting = till.read(deposit.id)
    assert (waiting.held, waiting.reserved, waiting.free) == (baht(3_000), baht(2_500), baht(500))
    assert till.paper(order).missing == baht(2_500)
    told = till.refused("officer", ApplyDeposit(deposit.id, waiting.version, order, baht(501)))
    assert (told.code, told.field) == ("deposit_reserved", "amount")
    forfeit = AskForfeit(deposit.id, waiting.version, baht(501), "ข้อ 3", "ไม่มารับ")
    assert till.refused("officer", forfeit).code == "deposit_reserved"
    till.apply(waiting, order, 500)
    till.answer(claimed, "reject")
    assert till.read(deposit.id).free == baht(2_500)
    assert claim_of(till, deposit).state == "dropped"


@SQLITE
@pytest.mark.parametrize("end", ["return", "reject", "recall", "drop"])
def test_what_is_not_granted_is_free_again(till: DepositShop, end: str) -> None:
    deposit = till.held(till.order())
    claimed = till.refund(deposit, 1_000)
    if end == "recall":
        till.do("officer", RecallRequest(claimed.request_id, 1))
    elif end == "drop":
        with pytest.raises(NotAllowed, match="recall_not_yours"):
            till.do("supervisor", DropClaim(claimed.claim_id, claimed.claim_version))
        today = till.today
        till.do("officer", HandOver(list(PEOPLE).index("manager") + 1, today, today, "ลา"))
        assert not claim_of(till, deposit, "supervisor").droppable
        assert claim_of(till, deposit, "manager").droppable
        till.do("manager", DropClaim(claimed.claim_id, claimed.claim_version))
        assert till.shop.request(claimed.request_id)["state"] == "recalled"
    else:
        till.answer(claimed, end)
    after = till.read(deposit.id)
    assert (after.free, after.state, len(after.entries)) == (baht(3_000), "held", 2)
    assert claim_of(till, deposit).state == "dropped"
    assert till.refund(after, 3_000).state == "waiting"


# ---------------------------------------------------------------- refund


def test_a_refund_is_asked_approved_and_paid_by_three_people(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order)
    claimed = till.refund(deposit, 1_000)
    till.answer(claimed)
    claim = claim_of(till, deposit, "credit")
    assert (claim.state, claim.payable, claim.payee) == ("approved", True, PAYER)
    assert not claim_of(till, deposit, "officer").payable
    till.pay(claimed.claim_id)
    after = till.read(deposit.id)
    assert (after.state, after.held, after.reserved) == ("partly_used", baht(2_000), Money.ZERO)
    paid = after.entries[-1]
    assert (paid.kind, paid.amount, paid.method, paid.reference) == (
        "refund",
        baht(1_000),
        "transfer",
        "PAY-1",
    )
    assert claim_of(till, deposit).state == "done"
    assert till.paper(order).missing == baht(1_000)


def make_credit_of(till: DepositShop, *usernames: str) -> None:
    """People who serve the desk and work for credit-finance too."""
    table = till.shop.store.t.person
    for username in usernames:
        row = next(iter(table.select().where(table.c.username == username).dicts()))
        change = SavePerson(
            id=row["id"],
            version=row["version"],
            username=username,
            full_name=row["name"],
            full_name_en=row["name_en"],
            roles=(PEOPLE[username][0], "credit"),
            grade=row["grade"],
            branch_id=row["branch_id"],
            superior_id=row["superior_id"],
        )
        till.shop.system.execute(change)


@SQLITE
@pytest.mark.parametrize("who", ["officer", "supervisor"])
def test_nobody_pays_what_they_asked_for_or_approved(till: DepositShop, who: str) -> None:
    make_credit_of(till, "officer", "supervisor")
    deposit = till.held(till.order())
    claimed = till.refund(deposit, 1_000)
    till.answer(claimed)
    assert not claim_of(till, deposit, who).payable
    with pytest.raises(NotAllowed, match="claim_not_yours_to_pay"):
        till.pay(claimed.claim_id, who)
    assert till.read(deposit.id).held == baht(3_000)
    till.pay(claimed.claim_id, "credit")


@SQLITE
def test_only_the_top_grants_a_refund_to_itself_and_does_not_pay_it_either(
    till: DepositShop,
) -> None:
    make_credit_of(till, "director")
    deposit = till.held(till.order())
    for who in ("supervisor", "manager"):
        claimed = till.refund(deposit, 1_000, who)
        assert (claimed.level, claimed.state) == ("SUPERIOR", "waiting")
        with pytest.raises(NotAllowed, match="not_own_request"):
            till.answer(claimed, who=who)
        till.do(who, RecallRequest(claimed.request_id, 1))
    claimed = till.refund(deposit, 1_000, "director")
    assert (claimed.level, claimed.state) == ("OWN", "approved")
    with pytest.raises(NotAllowed, match="claim_not_yours_to_pay"):
        till.pay(claimed.claim_id, "director")


@SQLITE
def test_money_goes_back_to_who_paid_or_whose_it_is_and_to_nobody_else(till: DepositShop) -> None:
    deposit = till.held(till.order(), payer="นายสมชาย ใจดี")
    told = till.refused("officer", refund_of(deposit, payee="นายสมศักดิ์ ใจร้าย"))
    assert (told.code, told.field) == ("refund_other_person", "payee")
    assert till.refused("officer", refund_of(deposit, payee=" ")).code == "payee_missing"
    claimed = till.refund(deposit, 1_000, payee="สมชาย  ใจดี")
    till.answer(claimed)
    with pytest.raises(Refused) as other:
        till.pay(claimed.claim_id, payee=PAYER)
    assert (other.value.code, other.value.field) == ("refund_other_person", "payee")
    till.pay(claimed.claim_id, payee="คุณสมชาย ใจดี")


@SQLITE
def test_a_payment_that_cannot_be_true_is_refused_at_its_field(till: DepositShop) -> None:
    claimed = till.refund(till.held(till.order()), 1_000, "director")
    day = timedelta(days=1)
    bad: tuple[tuple[dict[str, Any], str, str], ...] = (
        ({"method": "gold"}, "bad_choice", "method"),
        ({"reference": " "}, "refund_reference_missing", "reference"),
        ({"paid_on": till.today - day}, "date_before_paper", "paid_on"),
        ({"paid_on": till.today + day}, "date_in_future", "paid_on"),
    )
    for values, code, field in bad:
        told = till.refused("credit", till.payment(claimed.claim_id, **values))
        assert (told.code, told.field) == (code, field)


def test_a_refund_is_paid_once(till: DepositShop) -> None:
    deposit = till.held(till.order())
    pay = till.payment(till.refund(deposit, 1_000, "director").claim_id)
    till.do("credit", pay)
    assert isinstance(till.refused("credit", pay), Stale)
    assert till.read(deposit.id).held == baht(2_000)


@SQLITE
def test_only_what_was_approved_is_paid(till: DepositShop) -> None:
    claimed = till.refund(till.held(till.order()), 1_000)
    with pytest.raises(WrongState, match="claim_not_open"):
        till.pay(claimed.claim_id)


@SQLITE
def test_an_approved_refund_that_nobody_wants_is_let_go(till: DepositShop) -> None:
    deposit = till.held(till.order())
    claimed = till.refund(deposit, 1_000, "director")
    till.do("officer", DropClaim(claimed.claim_id, claimed.claim_version, "ลูกค้าเปลี่ยนใจ"))
    assert till.read(deposit.id).free == baht(3_000)
    with pytest.raises(WrongState, match="claim_not_open"):
        till.pay(claimed.claim_id)


@SQLITE
def test_asking_in_pieces_does_not_help(till: DepositShop) -> None:
    order = till.order(till.line(90_000))
    first, second = till.held(order, 15_000), till.held(order, 15_000)
    near = till.refund(first, 15_000).answerer
    claimed = till.refund(second, 5_000)
    assert claimed.answerer == near
    till.answer(claimed)
    assert till.refund(second, 1).answerer != near


BAD_CLAIMS: tuple[tuple[Callable[[Deposit], Command[Any]], str, str], ...] = (
    (lambda it: refund_of(it, 3_001), "deposit_more_than_held", "amount"),
    (lambda it: refund_of(it, 0), "bad_price", "amount"),
    (lambda it: refund_of(it, reason=""), "reason_needed", "reason"),
    (
        lambda it: AskForfeit(it.id, it.version, baht(1), " ", "ไม่มารับ"),
        "forfeit_term_missing",
        "term",
    ),
    (
        lambda it: AskTransfer(it.id, it.version, it.for_id, baht(1), "ย้าย"),
        "deposit_there_already",
        "to_document_id",
    ),
    (
        lambda it: AskTransfer(it.id, it.version, it.id, baht(1), "ย้าย"),
        "deposit_not_for_this",
        "to_document_id",
    ),
)


@SQLITE
def test_what_cannot_be_asked_is_said_at_its_field(till: DepositShop) -> None:
    deposit = till.held(till.order())
    for make, code, field in BAD_CLAIMS:
        told = till.refused("officer", make(deposit))
        assert (told.code, told.field) == (code, field)


@SQLITE
def test_two_presses_ask_once(till: DepositShop) -> None:
    deposit = till.held(till.order())
    command = refund_of(deposit)
    till.do("officer", command)
    assert isinstance(till.refused("officer", command), Stale)
    again = refund_of(till.read(deposit.id))
    assert till.refused("officer", again).code == "claim_waiting"


@SQLITE
def test_money_that_has_not_cleared_is_not_given_back(till: DepositShop) -> None:
    deposit = till.held(till.order(), 3_000, "cheque")
    assert till.refused("officer", refund_of(deposit)).code == "deposit_not_cleared"


# ---------------------------------------------------------------- forfeit


def test_a_forfeit_under_authority_cites_its_term_for_good(till: DepositShop) -> None:
    deposit = till.held(till.order())
    claimed = till.forfeit(deposit, 3_000, term="เงื่อนไขสั่งพิเศษ ข้อ 4")
    assert till.read(deposit.id).held == baht(3_000)
    till.answer(claimed)
    after = till.read(deposit.id)
    assert (after.state, after.held) == ("forfeited", Money.ZERO)
    assert "ข้อ 4" in after.entries[-1].reason
    assert after.claims[0].term == "เงื่อนไขสั่งพิเศษ ข้อ 4"
    entry = after.entries[-1].id
    till.do("supervisor", ReverseEntry(after.id, after.version, entry, "ลูกค้ามารับแล้ว"))
    assert till.read(deposit.id).state == "held"


# ---------------------------------------------------------------- transfer


def test_a_transfer_makes_a_deposit_of_its_own_and_comes_back_whole(till: DepositShop) -> None:
    order, other = till.order(), till.order()
    deposit = till.held(order)
    claimed = till.transfer(deposit, other, 1_000)
    till.answer(claimed)
    moved = till.read(till.paper(other).rows[0].id)
    assert (moved.state, moved.held, moved.number) == ("held", baht(1_000), "DP01-6911-00002")
    assert (moved.payer, moved.method) == (PAYER, "cash")
    left = till.read(deposit.id)
    assert (left.state, left.held) == ("partly_used", baht(2_000))
    assert moved.vat == left.entries[-1].vat == baht("65.42")
    assert left.entries[-1].target_reference == moved.number
    out = left.entries[-1].id
    inside = ReverseEntry(moved.id, moved.version, moved.entries[0].id, "ผิด")
    assert till.refused("supervisor", inside).code == "reverse_at_source"
    till.do("supervisor", ReverseEntry(left.id, left.version, out, "ย้ายผิดใบ"))
    assert till.read(deposit.id).state == "held"
    assert till.read(moved.id).state == "cancelled"
    assert (till.paper(other).held, till.paper(order).held) == (Money.ZERO, baht(3_000))


@SQLITE
def test_a_cheque_that_bounces_after_its_money_moved_is_undone_where_it_began(
    till: DepositShop,
) -> None:
    order, other = till.order(), till.order()
    deposit = till.clear(till.held(order, 3_000, "cheque"))
    till.transfer(deposit, other, 3_000, "supervisor")
    moved = till.read(till.paper(other).rows[0].id)
    told = till.refused("credit", BounceDeposit(moved.id, moved.version, till.today, "เช็คคืน"))
    assert told.code == "deposit_cannot_bounce"
    deposit = till.read(deposit.id)
    bounce = BounceDeposit(deposit.id, deposit.version, till.today, "เช็คคืน")
    assert till.refused("credit", bounce).code == "deposit_used"
    back = ReverseEntry(deposit.id, deposit.version, deposit.entries[-1].id, "เช็คคืน")
    till.do("supervisor", back)
    assert till.bounce(deposit).state == "bounced"


@SQLITE
def test_a_transfer_that_was_used_does_not_come_back(till: DepositShop) -> None:
    order, other = till.order(), till.order()
    deposit = till.held(order)
    till.transfer(deposit, other, 1_000, "supervisor")
    moved = till.read(till.paper(other).rows[0].id)
    till.apply(moved, other, 400)
    left = till.read(deposit.id)
    command = ReverseEntry(left.id, left.version, left.entries[-1].id, "ผิด")
    assert till.refused("supervisor", command).code == "deposit_used"


@SQLITE
def test_money_moves_only_within_one_customer_and_only_where_there_is_room(
    till: DepositShop,
) -> None:
    deposit = till.held(till.order())
    stranger = till.order(customer_id=till.shop.new_customer("คุณคนอื่น"))
    small = till.order(till.line(500))

    def move(to_id: int, amount: object) -> AskTransfer:
        return AskTransfer(deposit.id, deposit.version, to_id, baht(amount), "ย้าย")

    told = till.refused("officer", move(stranger, 100))
    assert (told.code, told.field) == ("deposit_other_customer", "to_document_id")
    told = till.refused("officer", move(small, 501))
    assert (told.code, told.values) == ("deposit_above_due", {"due": baht(500)})
    till.do("officer", move(small, 500))


@SQLITE
def test_an_answer_that_comes_too_late_for_the_other_paper_moves_nothing(
    till: DepositShop,
) -> None:
    order, small = till.order(), till.order(till.line(500))
    deposit = till.held(order)
    claimed = till.transfer(deposit, small, 500)
    till.held(small, 500)
    request = till.shop.request(claimed.request_id)
    told = till.refused("supervisor", AnswerRequest(request["id"], request["version"], "approve"))
    assert told.code == "deposit_above_due"
    till.answer(claimed, "return")
    assert till.read(deposit.id).free == baht(3_000)


@SQLITE
def test_moved_money_keeps_the_vat_it_came_with(till: DepositShop) -> None:
    taxed = till.order()
    mixed = till.order(till.line(10_700), till.line(5_000, vat_class=VatClass.EXEMPT))
    deposit = till.held(taxed)
    till.transfer(deposit, mixed, 1_000, "supervisor")
    moved = till.read(till.paper(mixed).rows[0].id)
    assert [(part.vat_class, part.vat) for part in moved.vat_split] == [
        (VatClass.STANDARD, baht("65.42"))
    ]


# ---------------------------------------------------------------- lists and races


@SQLITE
def test_the_list_of_claims_shows_what_waits_and_what_is_to_be_paid(till: DepositShop) -> None:
    order = till.order()
    first, second = till.held(order, 1_000), till.held(order, 1_000)
    waiting, approved = till.refund(first, 100), till.refund(second, 200, "director")

    def ids(who: str = "credit", **filters: Any) -> list[int]:
        program = getattr(till.desk, who)
        page = program.read(deposit_lists.claims_page, ListQuery(filters=filters))
        return [row.id for row in page.rows]

    assert ids() == [waiting.claim_id, approved.claim_id]
    assert ids(state="approved", matter="deposit.refund") == [approved.claim_id]
    assert ids(deposit_id=first.id) == [waiting.claim_id]
    assert ids("other") == []
    assert till.read(second.id, "credit").events == ("apply", "pay", "invoice")


def test_a_refund_paid_by_two_at_once_is_paid_once(till: DepositShop, store_url: str) -> None:
    deposit = till.held(till.order())
    claimed = till.refund(deposit, 1_000, "director")
    pay = till.payment(claimed.claim_id)
    person = list(PEOPLE).index("credit") + 1
    race = Race(racers.press, store_url, [(person, (pay,)), (person, (pay,))])
    race.run()
    assert sorted(race.told) == [["done"], ["stale"]]
    after = till.read(deposit.id)
    assert (after.held, len(after.entries)) == (baht(2_000), 3)
