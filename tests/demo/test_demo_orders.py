"""Orders and money of the demo shop: every state, everybody's day, nothing cut short."""

from base64 import b64decode
from collections import Counter
from random import Random

import pytest

from crm_desktop.application import Application
from crm_desktop.demo import fill
from crm_desktop.demo.drawing import drawing, signature
from crm_desktop.services.credit.debts import debtor_page
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.integrity import verify
from crm_desktop.services.orders import goods_lists
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.today.today import PARTS, today
from crm_desktop.services.today.today_lines import Line
from crm_desktop.store import Store
from tests.demo.stage import NOW, Shop

STATES = {
    "SO": {"draft", "confirmed", "handed_off", "partly_delivered", "delivered", "settled"},
    "BO": {"waiting", "confirmed", "requested", "ordered", "arrived", "told", "cancelled"},
    "PR": {"issued", "acknowledged", "confirmed", "received"},
    "SP": {"signed", "quoted", "confirmed", "deposit_held", "arrived", "inspected", "refused"},
    "DP": {"expected", "awaiting", "bounced", "held", "refunded", "forfeited", "transferred"},
}
WORK = {
    "somchai": ("today_risks", "today_tell", "today_uncollected", "today_quotes"),
    "piti": ("today_bounced",),
    "sunee": ("today_deposits", "today_clearing", "today_bounced"),
    "wichai": ("today_refunds", "today_clearing", "today_unbilled"),
    "narong": ("today_purchases", "today_undated", "today_risks", "today_handed_off"),
    "bunmee": ("today_inspect", "today_allocate"),
    "kritsada": ("today_handed_off",),
    "ratree": ("today_deposits",),
    "chaiya": ("today_purchases", "today_handed_off"),
}


def sections(demo: Shop, username: str) -> dict[str, tuple[Line, ...]]:
    return {each.code: each.lines for each in demo.desk(username).read(today).sections}


@pytest.mark.parametrize("kind", STATES)
def test_orders_and_money_stand_in_every_state_that_people_meet(filled: Store, kind: str) -> None:
    document = filled.t.document
    rows = document.select(document.c.state).where(document.c.kind == kind)
    assert STATES[kind] - {state for (state,) in rows.tuples()} == set()


@pytest.mark.parametrize("username", WORK)
def test_everybody_finds_work_of_their_own(demo: Shop, username: str) -> None:
    found = sections(demo, username)
    assert [code for code in WORK[username] if not found[code]] == []


def test_every_section_of_today_can_be_seen_somewhere(demo: Shop) -> None:
    person = demo.store.t.person
    there = person.select(person.c.username).where(person.c.active == 1)
    names = [row[0] for row in there.tuples() if row[0] != "admin"]
    seen = {code for name in names for code, lines in sections(demo, name).items() if lines}
    elsewhere = {"today_returned", "today_expiring", "today_moved", "today_watched"}
    assert {part.code for part in PARTS} - seen <= elsewhere


def test_heads_find_work_that_has_nobody_and_what_others_left_too_long(demo: Shop) -> None:
    (gone,) = sections(demo, "anong")["today_left_behind"]
    assert (gone.person, gone.values["papers"], gone.values["visits"]) == ("อรทัย วงศ์สว่าง", 1, 1)
    (draft,) = sections(demo, "thanakorn")["today_confirm"]
    assert draft.values["author"] == "ประสิทธิ์ มั่นคงเจริญ"
    assert [line.code for line in sections(demo, "prasit")["today_overdue_above"]] == [
        "today_overdue_credit"
    ]


def test_today_and_the_lists_of_orders_say_the_same(demo: Shop) -> None:
    desk, every = demo.desk("thanakorn"), ListQuery(limit=200)
    found = {
        each.code: {line.record_id for line in each.lines} for each in desk.read(today).sections
    }
    risks = {row.id for row in desk.read(goods_lists.promises_at_risk, every).rows}
    telling = desk.read(goods_lists.to_tell, every).rows
    here = {row.id for row in desk.read(goods_lists.uncollected, every).rows}
    moved = {row.id for row in telling if row.about == "promise"}
    assert found["today_risks"] == risks | moved
    assert found["today_tell"] == {row.id for row in telling if row.about == "arrival"}
    assert found["today_tell"] | found["today_uncollected"] == here
    new = {row.id for row in demo.desk("narong").read(goods_lists.unacknowledged, every).rows}
    assert {line.record_id for line in sections(demo, "narong")["today_purchases"]} == new


def test_promises_are_kept_and_broken_and_goods_rejected(filled: Store) -> None:
    document, line = filled.t.document, filled.t.receipt_line
    promised = document.select(document.c.first_promise_on, document.c.promised_on).where(
        document.c.kind == "BO", document.c.first_promise_on.is_null(False)
    )
    assert {first < later for first, later in promised.tuples()} == {True, False}
    assert any(milli for (milli,) in line.select(line.c.rejected_milli).tuples())


def test_money_comes_in_every_way_and_the_tills_are_counted(filled: Store) -> None:
    deposit, counted = filled.t.deposit, filled.t.till_count
    methods = {row[0] for row in deposit.select(deposit.c.method).tuples()} - {""}
    assert methods == {"cash", "transfer", "promptpay", "card", "cheque"}
    assert counted.select().count() > 5
    assert any(number for (number,) in deposit.select(deposit.c.tax_invoice).tuples())


def test_most_bills_were_paid_and_some_of_this_desks_own_were_not(filled: Store) -> None:
    bill = filled.t.receivable
    rows = list(bill.select(bill.c.paid_satang, bill.c.amount_satang).tuples())
    assert sum(paid == amount for paid, amount in rows) > len(rows) / 2
    late = bill.select(bill.c.id).where(
        bill.c.document_id.is_null(False),
        bill.c.due_on < NOW.date().isoformat(),
        bill.c.paid_satang < bill.c.amount_satang,
    )
    assert late.count()


def test_a_few_customers_owe_too_long_some_of_them_blocked(demo: Shop) -> None:
    rows = demo.desk("wichai").read(debtor_page, ListQuery(limit=200)).rows
    late = [row for row in rows if row.overdue]
    assert 3 <= len(late) < len(rows) / 2
    assert {row.blocked for row in late} == {True, False}
    assert all(any(row.ages[place] for row in late) for place in range(3))


def test_the_customer_card_and_the_due_list_tell_the_same_debt(demo: Shop) -> None:
    desk = demo.desk("wichai")
    for row in desk.read(debtor_page, ListQuery(limit=200)).rows:
        credit = desk.read(customer, row.id).credit
        assert credit is not None
        assert (credit.outstanding, credit.overdue) == (row.due, row.overdue)


def test_goods_are_signed_for_and_made_after_a_drawing(filled: Store) -> None:
    attachment = filled.t.attachment
    uses = Counter(row[0] for row in attachment.select(attachment.c.use).tuples())
    assert uses["signature"] > 5
    assert uses["drawing"] > 3


@pytest.mark.parametrize("draw", [signature, drawing])
def test_pictures_are_pictures(draw: object) -> None:
    assert callable(draw)
    first, again, other = (b64decode(draw(Random(seed))) for seed in (1, 1, 2))
    assert first.startswith(b"\x89PNG\r\n\x1a\n")
    assert first == again != other
    assert len(first) < 5_000


def test_no_life_is_cut_short(demo: Shop) -> None:
    assert demo.said == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, 9))
@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_whatever_the_seed_nothing_is_wrong(store: Store, seed: int) -> None:
    fill(store, 15, seed, NOW, papers=6)
    app = Application(store, clock=lambda: NOW)
    app.act_as_system()
    assert app.read(verify).faults == ()
