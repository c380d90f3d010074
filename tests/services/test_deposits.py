"""Deposits: nothing is taken twice, used before it is there, or lost unseen."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.messages import sentence
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.deposits.deposit_lists import Deposit
from crm_desktop.services.deposits.deposit_uses import ApplyDeposit, ReverseEntry
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    BounceDeposit,
    CancelDeposit,
    ClearDeposit,
    ReceiveDeposit,
    RecordTaxInvoice,
)
from crm_desktop.services.deposits.till import CountTill
from crm_desktop.services.orders.orders import CancelOrder, IssueOrder, SaveOrder, SubmitOrder
from crm_desktop.services.orders.purchasing import RequestPurchase
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.store.orm import DatabaseError
from tests.services.deposit_shop import CHEQUE, DepositShop, baht, desk, till
from tests.services.desk import Desk
from tests.services.goods_shop import GoodsShop

__all__ = ["desk", "till"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


# ---------------------------------------------------------------- asked for


def test_the_deposit_that_the_paper_requires_is_asked_once_however_often_pressed(
    till: DepositShop,
) -> None:
    order = till.order()
    asked = till.ask(order)
    assert till.read(asked.id).expected == baht(3_000)
    told = till.refused("officer", AskDeposit(order))
    assert (told.code, told.field) == ("deposit_asked_already", "amount")
    assert told.values["reference"] == till.read(asked.id).reference
    till.receive(asked.id, 3_000)
    assert till.refused("officer", AskDeposit(order)).code == "deposit_none_required"


@SQLITE
def test_nobody_asks_for_more_than_is_due(till: DepositShop) -> None:
    order = till.order()
    told = till.refused("officer", AskDeposit(order, baht("10000.01")))
    assert (told.code, told.field, told.values) == (
        "deposit_above_due",
        "amount",
        {"due": baht(10_000)},
    )
    till.held(order, 4_000)
    assert till.refused("officer", AskDeposit(order, baht(6_001))).values["due"] == baht(6_000)
    assert till.refused("officer", AskDeposit(order, Money.ZERO)).field == "amount"
    till.ask(order, 6_000)


@SQLITE
def test_a_deposit_may_be_paid_against_the_draft_reference_of_an_approved_paper(
    till: DepositShop,
) -> None:
    typed = till.shop.content(till.line(10_000), deposit_percent=30)
    director = till.desk.director
    draft = director.execute(SaveOrder("BO", None, 0, typed))
    told = till.refused("officer", AskDeposit(draft.id))
    assert isinstance(told, WrongState)
    assert (told.code, told.field) == ("deposit_paper_closed", "document_id")
    ready = director.execute(SubmitOrder(draft.id, draft.version))
    assert (ready.state, ready.number) == ("ready", None)
    held = till.held(draft.id)
    assert held.for_reference.startswith("D-")
    paper = director.execute(IssueOrder(ready.id, ready.version))
    assert till.paper(paper.id).held == baht(3_000)


@SQLITE
def test_a_purchase_request_takes_no_customers_money(till: DepositShop) -> None:
    order = till.order()
    till.held(order)
    version = till.shop.store.t.document.select().where(till.shop.store.t.document.c.id == order)
    saved = till.desk.director.execute(
        RequestPurchase(order, next(iter(version.dicts()))["version"])
    )
    assert till.refused("officer", AskDeposit(saved.id)).code == "deposit_not_for_this"


@SQLITE
def test_a_deposit_that_never_came_is_given_up_and_one_that_came_is_not(till: DepositShop) -> None:
    order = till.order()
    asked = till.ask(order)
    till.do("officer", CancelDeposit(asked.id, 1, "ลูกค้าไม่ชำระ"))
    assert till.read(asked.id).state == "cancelled"
    held = till.held(order)
    told = till.refused("officer", CancelDeposit(held.id, held.version, "ผิด"))
    assert isinstance(told, WrongState)


@SQLITE
def test_a_cancelled_order_keeps_its_money_and_waits_for_no_more(till: DepositShop) -> None:
    order = till.order()
    held = till.held(order, 1_000)
    asked = till.ask(order, 2_000)
    paper = till.desk.director.execute(CancelOrder(order, till.version(order), "ลูกค้าเลิก"))
    assert paper.state == "cancelled"
    assert till.read(held.id).state == "held"
    assert till.read(asked.id).state == "cancelled"
    assert till.refused("officer", AskDeposit(order)).code == "deposit_paper_closed"


# ---------------------------------------------------------------- received


def test_money_gets_its_numbered_receipt_and_the_rest_is_waited_for(till: DepositShop) -> None:
    order = till.order()
    asked = till.ask(order)
    part = till.receive(asked.id, 1_000)
    assert (part.number, part.state, part.held) == ("DP01-6911-00001", "held", baht(1_000))
    assert part.vat == baht("65.42")
    rest = till.paper(order).rows[1]
    assert (rest.state, rest.expected, rest.number) == ("expected", baht(2_000), None)
    assert till.receive(rest.id, 2_000).number == "DP01-6911-00002"
    stands = till.paper(order)
    assert (stands.held, stands.missing, stands.remainder) == (
        baht(3_000),
        Money.ZERO,
        baht(7_000),
    )
    assert stands.due == baht(10_000)


def test_the_same_money_is_not_received_twice_by_two_presses(till: DepositShop) -> None:
    asked = till.ask(till.order())
    command = ReceiveDeposit(asked.id, 1, baht(3_000), "cash", till.today)
    till.do("cashier", command)
    assert isinstance(till.refused("cashier", command), Stale)


BAD_MONEY: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"amount": baht("10000.01")}, "deposit_above_due", "amount"),
    ({"amount": Money.ZERO}, "bad_price", "amount"),
    ({"amount": baht(-5)}, "bad_price", "amount"),
    ({"method": "gold"}, "bad_choice", "method"),
    ({"received_on": date(2026, 11, 21)}, "date_before_paper", "received_on"),
    ({"received_on": date(2026, 11, 23)}, "date_in_future", "received_on"),
    ({"method": "cheque"}, "deposit_detail_missing", "details.bank"),
    ({"method": "transfer"}, "deposit_detail_missing", "details.reference"),
    (
        {"method": "card", "details": (("card_last4", "12x4"),)},
        "bad_card_last4",
        "details.card_last4",
    ),
    (
        {"method": "cheque", "details": (*CHEQUE[:2], ("cheque_date", "30/2/2569"))},
        "bad_date",
        "details.cheque_date",
    ),
    (
        {"method": "cheque", "details": (*CHEQUE[:2], ("cheque_date", "1957-01-01"))},
        "cheque_stale",
        "details.cheque_date",
    ),
    (
        {"method": "cheque", "details": (*CHEQUE[:2], ("cheque_date", "2027-05-23"))},
        "cheque_too_far",
        "details.cheque_date",
    ),
    ({"details": (("bank", "x"),)}, "fact_unknown", "details.bank"),
    (
        {"method": "cheque", "details": CHEQUE, "confirmed": True},
        "cheque_clears_later",
        "confirmed",
    ),
)


@SQLITE
def test_bad_money_is_refused_at_its_field_and_moves_nothing(till: DepositShop) -> None:
    asked = till.ask(till.order())
    for values, code, field in BAD_MONEY:
        given = {"amount": baht(3_000), "method": "cash", "received_on": till.today, **values}
        told = till.refused("cashier", ReceiveDeposit(asked.id, 1, **given))
        assert (told.code, told.field) == (code, field)


@SQLITE
def test_only_the_cashier_takes_money(till: DepositShop) -> None:
    asked = till.ask(till.order())
    command = ReceiveDeposit(asked.id, 1, baht(3_000), "cash", till.today)
    for who in ("officer", "director", "credit"):
        with pytest.raises(NotAllowed):
            till.do(who, command)


@SQLITE
def test_money_that_nobody_has_seen_yet_buys_nothing(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order, 3_000, "transfer")
    assert (deposit.state, deposit.awaiting, deposit.free) == ("awaiting", baht(3_000), Money.ZERO)
    assert till.paper(order).missing == baht(3_000)
    told = till.refused("officer", ApplyDeposit(deposit.id, deposit.version, order, baht(1)))
    assert (told.code, told.field) == ("deposit_not_cleared", "amount")
    assert till.clear(deposit).state == "held"
    assert till.paper(order).missing == Money.ZERO
    seen = till.held(order, 1_000, "promptpay", confirmed=True)
    assert seen.state == "held"


@SQLITE
def test_a_cheque_is_no_money_before_its_day(till: DepositShop) -> None:
    details = (*CHEQUE[:2], ("cheque_date", "2026-11-25"))
    deposit = till.held(till.order(), 3_000, "cheque", details=details)
    told = till.refused("cashier", ClearDeposit(deposit.id, deposit.version, till.today))
    assert (told.code, told.field) == ("cheque_before_its_day", "on")
    yesterday = till.today - timedelta(days=1)
    told = till.refused("cashier", ClearDeposit(deposit.id, deposit.version, yesterday))
    assert told.code == "date_before_paper"
    till.desk.later(days=3)
    assert till.clear(deposit).state == "held"


@SQLITE
def test_the_receipt_shows_the_vat_of_each_class_and_keeps_the_customer_as_printed(
    till: DepositShop,
) -> None:
    exempt = till.line(5_000, vat_class=VatClass.EXEMPT)
    order = till.order(till.line(10_700), exempt)
    deposit = till.held(order, 1_000)
    assert [(part.vat_class, part.amount, part.vat) for part in deposit.vat_split] == [
        (VatClass.STANDARD, baht("681.53"), baht("44.59")),
        (VatClass.EXEMPT, baht("318.47"), Money.ZERO),
    ]
    table = till.shop.store.t.document
    row = next(iter(table.select().where(table.c.id == deposit.id).dicts()))
    assert (row["total_satang"], row["vat_satang"]) == (100_000, 4_459)
    assert row["frozen_sha256"]


# ---------------------------------------------------------------- cleared or not


def test_a_bounced_cheque_after_purchase_puts_the_order_at_risk_in_everybodys_sight(
    till: DepositShop,
) -> None:
    order = till.order()
    deposit = till.clear(till.held(order, 3_000, "cheque"))
    request = till.desk.director.execute(RequestPurchase(order, till.version(order)))
    till.desk.director.execute(SubmitOrder(request.id, request.version, issue=True))
    assert not till.paper(order).at_risk
    deposit = till.bounce(deposit)
    assert (deposit.state, deposit.held) == ("bounced", Money.ZERO)
    stands = till.paper(order)
    assert (stands.at_risk, stands.missing) == (True, baht(3_000))
    table = till.shop.store.t.timeline
    told = table.select().where(table.c.subject_id == order, table.c.event == "deposit_at_risk")
    assert len(list(told.dicts())) == 1
    till.held(order, 3_000)
    assert not till.paper(order).at_risk


@SQLITE
def test_a_deposit_that_was_used_cannot_bounce_unseen(till: DepositShop) -> None:
    order = till.order()
    deposit = till.apply(till.clear(till.held(order, 3_000, "cheque")), order, 500)
    command = BounceDeposit(deposit.id, deposit.version, till.today, "เช็คคืน")
    told = till.refused("credit", command)
    assert (told.code, told.values) == ("deposit_used", {"used": baht(500)})
    used = next(entry for entry in deposit.entries if entry.kind == "apply")
    reverse = ReverseEntry(deposit.id, deposit.version, used.id, "เช็คคืน")
    till.do("supervisor", reverse)
    assert till.bounce(deposit).state == "bounced"
    assert till.paper(order).applied == Money.ZERO


@SQLITE
def test_a_bounce_drops_what_was_asked_of_the_money(till: DepositShop) -> None:
    deposit = till.clear(till.held(till.order(), 3_000, "cheque"))
    claimed = till.refund(deposit, 1_000)
    deposit = till.bounce(deposit)
    assert [claim.state for claim in deposit.claims] == ["dropped"]
    assert till.shop.request(claimed.request_id)["state"] == "voided"
    assert (deposit.held, deposit.reserved) == (Money.ZERO, Money.ZERO)


@SQLITE
def test_cash_does_not_bounce(till: DepositShop) -> None:
    deposit = till.held(till.order())
    told = till.refused("credit", BounceDeposit(deposit.id, deposit.version, till.today, "คืน"))
    assert told.code == "deposit_cannot_bounce"


@SQLITE
def test_a_bounce_says_why_and_when(till: DepositShop) -> None:
    deposit = till.held(till.order(), 3_000, "cheque")
    told = till.refused("cashier", BounceDeposit(deposit.id, deposit.version, till.today, " "))
    assert (told.code, told.field) == ("reason_needed", "reason")
    tomorrow = till.today + timedelta(days=1)
    told = till.refused("cashier", BounceDeposit(deposit.id, deposit.version, tomorrow, "คืน"))
    assert (told.code, told.field) == ("date_in_future", "on")


@SQLITE
def test_a_special_order_is_ordered_only_while_its_deposit_is_there(desk: Desk) -> None:
    shop = GoodsShop(desk)
    till = DepositShop(shop)
    order = shop.special(deposit_percent=Decimal(50))
    assert shop.row(order)["state"] == "confirmed"
    deposit = till.held(order, "722.50", "cheque")
    assert shop.row(order)["state"] == "confirmed"
    till.clear(deposit)
    assert shop.row(order)["state"] == "deposit_held"
    till.bounce(deposit)
    assert shop.row(order)["state"] == "confirmed"
    till.held(order, "722.50")
    claimed = till.refund(till.held(order, 100), 100)
    assert shop.row(order)["state"] == "deposit_held"
    till.answer(claimed)
    till.pay(claimed.claim_id)
    assert shop.row(order)["state"] == "deposit_held"


# ---------------------------------------------------------------- taken back


def test_a_wrongly_typed_receipt_is_taken_back_by_an_opposite_entry(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order, 10_000)
    entry = deposit.entries[0]
    wrong = ReverseEntry(deposit.id, deposit.version, entry.id, "")
    assert till.refused("supervisor", wrong).code == "reason_needed"
    with pytest.raises(NotAllowed):
        till.do("cashier", ReverseEntry(deposit.id, deposit.version, entry.id, "พิมพ์ผิด"))
    till.do("supervisor", ReverseEntry(deposit.id, deposit.version, entry.id, "พิมพ์ผิด"))
    again = till.read(deposit.id)
    assert (again.state, again.held, again.number) == ("cancelled", Money.ZERO, deposit.number)
    assert [each.kind for each in again.entries] == ["receive", "clear", "reverse", "reverse"]
    told = till.refused("supervisor", ReverseEntry(again.id, again.version, entry.id, "อีก"))
    assert told.code == "entry_reversed_already"
    fresh = till.paper(order).rows[-1]
    assert (fresh.state, fresh.number, fresh.expected) == ("expected", None, baht(10_000))
    right = till.receive(fresh.id, 1_000)
    assert (right.held, right.vat) == (baht(1_000), baht("65.42"))
    assert right.number != deposit.number


@SQLITE
def test_a_receipt_once_printed_is_never_the_paper_of_other_money(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order)
    undo(till, deposit)
    version = till.version(deposit.id)
    again = ReceiveDeposit(deposit.id, version, baht(2_000), "cash", till.today)
    assert isinstance(till.refused("cashier", again), WrongState)
    invoice = RecordTaxInvoice(deposit.id, version, "TX-9", till.today)
    assert isinstance(till.refused("credit", invoice), WrongState)
    till.desk.later(days=40)
    receipt = till.read(deposit.id)
    assert (receipt.amount, receipt.received_on) == (Money.ZERO, deposit.received_on)
    table = till.shop.store.t.document
    row = next(iter(table.select().where(table.c.id == deposit.id).dicts()))
    assert (row["total_satang"], row["state"]) == (300_000, "cancelled")


def undo(till: DepositShop, deposit: Deposit, kind: str = "receive") -> None:
    """The supervisor takes the youngest entry of a kind back."""
    entry = [each for each in till.read(deposit.id).entries if each.kind == kind][-1]
    till.do("supervisor", ReverseEntry(deposit.id, till.version(deposit.id), entry.id, "คีย์ผิด"))


@SQLITE
def test_a_receipt_with_its_tax_invoice_is_not_taken_back_behind_accounting(
    till: DepositShop,
) -> None:
    order, other = till.order(), till.order()
    deposit = till.held(order)
    till.do("credit", RecordTaxInvoice(deposit.id, deposit.version, "TX-1", till.today))
    version, entry = till.version(deposit.id), deposit.entries[0].id
    told = till.refused("supervisor", ReverseEntry(deposit.id, version, entry, "ผิด"))
    assert (told.code, told.field, told.values) == (
        "deposit_invoiced",
        "entry_id",
        {"number": "TX-1"},
    )
    assert "ใบลดหนี้" in sentence(told.code, "th", **told.values)
    assert not till.read(deposit.id).entries[0].reversible
    till.transfer(deposit, other, 1_000, "director")
    moved = till.read(till.newest("document"))
    till.do("credit", RecordTaxInvoice(moved.id, moved.version, "TX-2", till.today))
    back = ReverseEntry(deposit.id, till.version(deposit.id), till.entries(deposit.id)[-1], "ผิด")
    assert till.refused("supervisor", back).code == "deposit_invoiced"


@SQLITE
def test_a_closed_paper_asks_for_no_money_again(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order)
    till.do("director", CancelOrder(order, till.version(order), "ลูกค้าเลิก"))
    undo(till, deposit)
    stands = till.paper(order)
    assert [row.state for row in stands.rows] == ["cancelled"]
    assert stands.expected == Money.ZERO


@SQLITE
def test_a_bounce_taken_back_holds_no_more_than_the_goods_cost(till: DepositShop) -> None:
    order = till.order(till.line(1_000))
    deposit = till.bounce(till.held(order, 1_000, "cheque"))
    instead = till.held(order, 1_000)
    entry = till.entries(deposit.id)[-1]
    wrong = ReverseEntry(deposit.id, till.version(deposit.id), entry, "ธนาคารแจ้งผิด")
    told = till.refused("supervisor", wrong)
    assert (told.code, told.field) == ("deposit_above_due", "entry_id")
    undo(till, instead)
    till.do("supervisor", wrong)
    stands = till.paper(order)
    assert (stands.held, stands.remainder) == (baht(1_000), Money.ZERO)


@SQLITE
def test_a_receipt_that_something_was_built_on_is_not_pulled_from_under_it(
    till: DepositShop,
) -> None:
    order = till.order()
    deposit = till.apply(till.held(order), order, 100)
    entry = deposit.entries[0].id
    told = till.refused("supervisor", ReverseEntry(deposit.id, deposit.version, entry, "ผิด"))
    assert (told.code, told.field) == ("deposit_used", "entry_id")
    other = till.held(order, 1_000)
    till.refund(other, 400)
    version = till.read(other.id).version
    told = till.refused("supervisor", ReverseEntry(other.id, version, other.entries[0].id, "ผิด"))
    assert told.code == "deposit_reserved"


@SQLITE
def test_another_deposits_entry_is_not_reached(till: DepositShop) -> None:
    order = till.order()
    first, second = till.held(order, 1_000), till.held(order, 1_000)
    command = ReverseEntry(first.id, first.version, second.entries[0].id, "ผิด")
    assert till.refused("supervisor", command).code == "not_found"


# ---------------------------------------------------------------- kept for good


def test_no_entry_of_the_ledger_and_no_count_is_ever_changed_or_deleted(
    till: DepositShop,
) -> None:
    till.held(till.order())
    till.do("cashier", CountTill(till.today, (("cash", baht(3_000)),)))
    store = till.shop.store
    for statement in (
        "UPDATE deposit_entry SET satang = 1",
        "UPDATE deposit_entry SET reason = 'x' WHERE id = 1",
        "DELETE FROM deposit_entry",
        "UPDATE till_count SET counted_satang = 1",
        "DELETE FROM till_count",
    ):
        with pytest.raises(DatabaseError, match="append-only"), store.database.atomic():
            store.database.execute_sql(statement)
    if store.engine == "sqlite":
        with pytest.raises(DatabaseError, match="append-only"), store.database.atomic():
            store.database.execute_sql(
                "INSERT OR REPLACE INTO deposit_entry SELECT * FROM deposit_entry WHERE id = 1"
            )
    else:
        with pytest.raises(DatabaseError, match="append-only"), store.database.atomic():
            store.database.execute_sql("TRUNCATE deposit_entry CASCADE")


def test_a_kind_that_takes_money_says_so_itself() -> None:
    takes = {kind.code for kind in KINDS.values() if kind.takes_deposit}
    assert takes == {"SO", "BO", "SP"}


@SQLITE
def test_the_ledger_is_read_as_it_stands(till: DepositShop) -> None:
    deposit = till.held(till.order())
    with till.shop.store.read():
        context = Context(till.shop.store, SYSTEM, till.desk.now)
        found = deposit_ledger.account(context, deposit.id)
        assert (found.reference, found.free) == (deposit.number, deposit.free)
        with pytest.raises(Refused, match="not_found"):
            deposit_ledger.account(context, deposit.for_id)
