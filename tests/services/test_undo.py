"""What is taken back is as it was before, and what others changed since is never undone with it."""

from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.kinds.customer_merge import KIND as CUSTOMER_MERGE
from crm_desktop.domain.lasting import LASTING, PARTLY
from crm_desktop.services.authority.matrices import DropMatrix
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customers import save_customer
from crm_desktop.services.customers.rhythms import SetRhythm
from crm_desktop.services.customers.unmerging import UndoMerge
from crm_desktop.services.integrity import verify
from crm_desktop.services.orders.ordering import OrderFromQuotation
from crm_desktop.services.papers.quotation_life import FollowQuotation
from crm_desktop.services.papers.quotations import SaveQuotation
from crm_desktop.services.registry import SYSTEM, Context, commands
from crm_desktop.services.taking_back import TakeBack
from crm_desktop.services.visits.appointments import calendar_of_days, calendar_of_visit
from crm_desktop.services.visits.visits import ConfirmVisit, PlanVisit
from tests.services.acts_undone import ACTS, DAY, SOMCHAI, UNDONE, VERSIONED, called
from tests.services.pipeline_shop import large
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
GROWING = (
    "audit_line",
    "audit_value",
    "timeline",
    "done_once",
    "schema_migration",
    "number_series",
)
ASKED = (
    "request",
    "request_step",
    "request_answer",
    "customer_merge",
    "customer_merge_part",
    "customer_merge_move",
)
"""The paper by which a merge was asked for and parted again stays."""
CHANGING = ("version", "id", "sequence", "looked_version")
"""Columns that count changes, and those of rows that are written anew."""


def content(shop: SellingShop) -> dict[str, list[Any]]:
    """All that people see, but what only grows and what counts changes."""
    found = {}
    for table in shop.store.database.get_tables():
        if table in (*GROWING, *ASKED) or "trigram" in table or "_search" in table:
            continue
        cursor = shop.store.database.execute_sql(f'SELECT * FROM "{table}"')
        names = [column[0] for column in cursor.description]
        hidden = (*CHANGING, "content", "sha256") if table == "visit_photo" else CHANGING
        rows = (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
        seen = filter(in_sight, rows)
        kept = [{name: row[name] for name in names if name not in hidden} for row in seen]
        found[table] = sorted(kept, key=repr)
    return found


def in_sight(row: dict[str, Any]) -> bool:
    """Whether anybody is shown that row: not what was taken away, nor the paper of a merge."""
    if "planned_on" in row:
        return bool(row["state"] != "cancelled")
    return row.get("removed_at") is None and row.get("kind") != CUSTOMER_MERGE.code


@pytest.mark.parametrize("act", ACTS)
def test_what_is_taken_back_is_as_it_was(shop: SellingShop, act: str) -> None:
    who, command = ACTS[act](shop)
    program = getattr(shop.desk, who)
    before = content(shop)
    program.execute(command)
    after, reverse = content(shop), program.reverse
    assert after != before
    program.execute(reverse)
    assert content(shop) == before
    again = program.reverse
    if not isinstance(reverse, UndoMerge):  # to merge is to ask again
        program.execute(again)
        assert content(shop) == after


def test_no_act_is_left_without_a_way_back_or_a_reason_why_it_lasts() -> None:
    lasting = [name for names in LASTING.values() for name in names]
    assert len(lasting) == len(set(lasting))
    assert set(lasting).isdisjoint(UNDONE)
    assert {*lasting, *UNDONE} == commands().keys()
    assert PARTLY.keys() <= UNDONE


@SQLITE
@pytest.mark.parametrize("act", VERSIONED)
def test_what_another_changed_since_is_not_undone_with_it(shop: SellingShop, act: str) -> None:
    who, command = ACTS[act](shop)
    program = getattr(shop.desk, who)
    program.execute(command)
    reverse, version = program.reverse, command.version  # type: ignore[attr-defined]
    program.execute(replace(command, version=version + 1))  # type: ignore[type-var]
    with pytest.raises(Stale):
        program.execute(reverse)


SINCE = {
    "negotiate": lambda shop: FollowQuotation(1, shop.paper(1).version, "accept"),
    "expect": lambda shop: FollowQuotation(1, shop.paper(1).version, "negotiate"),
    "plan": lambda _shop: ConfirmVisit(1, 1),
    "reschedule": lambda _shop: ConfirmVisit(2, 1),
    "plan_many": lambda _shop: ConfirmVisit(1, 1),
    "change_quotation": lambda shop: SaveQuotation(1, shop.paper(1).version, shop.content()),
}


@SQLITE
@pytest.mark.parametrize("act", SINCE)
def test_what_a_colleague_did_to_it_since_stays(shop: SellingShop, act: str) -> None:
    _, command = ACTS[act](shop)
    officer = shop.desk.officer
    officer.execute(command)
    reverse = officer.reverse
    assert reverse is not None
    shop.desk.supervisor.execute(SINCE[act](shop))
    now = content(shop)
    with pytest.raises(Stale):
        officer.execute(reverse)
    assert content(shop) == now, "all of it or nothing"


@SQLITE
def test_only_ones_own_act_of_today_is_taken_back_and_of_no_kind_that_lasts(
    shop: SellingShop,
) -> None:
    issued = large(shop)
    shop.desk.officer.execute(FollowQuotation(issued.id, issued.version, "negotiate"))
    reverse = shop.desk.officer.reverse
    assert isinstance(reverse, TakeBack)
    issuing = reverse.first - 1
    for forged in (TakeBack(issuing, issuing), TakeBack(issuing, 10**9), TakeBack(10**9, 10**9)):
        with pytest.raises(NotAllowed, match="take_back_not_yours"):
            shop.desk.officer.execute(forged)
    with pytest.raises(NotAllowed, match="take_back_not_yours"):
        shop.desk.supervisor.execute(reverse)
    shop.desk.later(days=1)
    with pytest.raises(NotAllowed, match="take_back_not_yours"):
        shop.desk.officer.execute(reverse)
    lines = []
    for purpose in "กข":
        shop.desk.later(minutes=1)
        shop.desk.officer.execute(PlanVisit(shop.customer, DAY, purpose))
        reverse = shop.desk.officer.reverse
        assert isinstance(reverse, TakeBack)
        lines.append(reverse.first)
    with pytest.raises(NotAllowed, match="take_back_not_yours"):
        shop.desk.officer.execute(TakeBack(lines[0], lines[1]))


def test_what_was_erased_or_stands_in_the_way_is_told(shop: SellingShop) -> None:
    who, command = ACTS["price_told"](shop)
    program = getattr(shop.desk, who)
    program.execute(command)
    reverse = program.reverse
    with shop.store.write():
        called(shop, 1)  # prices rose once more
    with pytest.raises(Stale):
        program.execute(reverse)
    with shop.store.write():
        value = shop.store.t.audit_value
        empty = value.update(salt=None, before=None, after=None)
        empty.where(value.c.line_id == reverse.first).execute()
    with pytest.raises(Refused, match="take_back_erased"):
        program.execute(reverse)


@SQLITE
def test_a_yes_from_which_an_order_came_stays(shop: SellingShop) -> None:
    paper = large(shop)
    shop.desk.officer.execute(FollowQuotation(paper.id, paper.version, "accept"))
    reverse = shop.desk.officer.reverse
    assert reverse is not None
    accepted = shop.paper(paper.id).version
    shop.desk.supervisor.execute(OrderFromQuotation(paper.id, accepted, "SO"))
    with pytest.raises(WrongState, match="take_back_ordered"):
        shop.desk.officer.execute(reverse)


@SQLITE
def test_a_step_that_ticked_a_follow_up_off_lasts_and_so_does_whatever_was_numbered(
    shop: SellingShop,
) -> None:
    paper = large(shop)
    assert shop.desk.officer.reverse is None
    due = shop.paper(paper.id).content.follow_up_on
    assert due is not None
    shop.desk.later(days=(due - shop.desk.now.date()).days)
    shop.desk.officer.execute(FollowQuotation(paper.id, paper.version, "negotiate"))
    assert shop.desk.officer.reverse is None


@SQLITE
def test_who_was_met_by_a_slip_is_due_as_before(shop: SellingShop) -> None:
    officer = shop.desk.officer
    officer.execute(SetRhythm((shop.customer,), "A"))
    _, command = ACTS["log_unplanned"](shop)
    shop.desk.later(days=1)
    was = officer.read(customer, shop.customer)
    officer.execute(command)
    officer.execute(officer.reverse)
    now = officer.read(customer, shop.customer)
    assert (now.contact_on, now.due_on) == (was.contact_on, was.due_on)


@SQLITE
def test_who_was_met_by_another_too_stays_met(shop: SellingShop) -> None:
    officer, supervisor = shop.desk.officer, shop.desk.supervisor
    officer.execute(SetRhythm((shop.customer,), "A"))
    paper = large(shop)
    _, command = ACTS["log_unplanned"](shop)
    for another in (FollowQuotation(paper.id, paper.version, "negotiate"), command):
        shop.desk.later(days=1)
        officer.execute(command)
        reverse = officer.reverse
        supervisor.execute(another)
        met = officer.read(customer, shop.customer)
        officer.execute(reverse)
        now = officer.read(customer, shop.customer)
        assert (now.contact_on, now.due_on) == (met.contact_on, met.due_on)
        assert now.contact_on == shop.desk.now.date()


@SQLITE
def test_nobody_else_is_met_or_unmet_by_what_is_taken_back(shop: SellingShop) -> None:
    officer = shop.desk.officer
    other = officer.execute(replace(SOMCHAI, tax_number=""))
    _, command = ACTS["log_unplanned"](shop)
    officer.execute(command)
    reverse = officer.reverse
    assert isinstance(reverse, TakeBack)
    with pytest.raises(NotAllowed, match="take_back_not_yours"):
        officer.execute(replace(reverse, met=((other, "1999-01-01", ""),)))
    assert officer.read(customer, other).contact_on is None


@SQLITE
def test_a_visit_moved_back_stands_in_other_calendars_where_it_stood(shop: SellingShop) -> None:
    officer = shop.desk.officer
    _, command = ACTS["reschedule"](shop)
    officer.execute(command)
    moved = officer.read(calendar_of_visit, 1).decode()
    officer.execute(officer.reverse)
    person = officer.actor.person_id if officer.actor else 0
    back = officer.read(calendar_of_days, person, DAY, DAY.replace(day=30)).decode()
    kept = next(part for part in back.split("BEGIN:VEVENT") if uid(moved) in part)
    assert "STATUS:TENTATIVE" in kept
    assert "DTSTART:20261125T023000Z" in kept
    assert sequence(kept) > sequence(moved)


def uid(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("UID"))


def sequence(text: str) -> int:
    line = next(line for line in text.splitlines() if line.startswith("SEQUENCE"))
    return int(line.partition(":")[2])


@SQLITE
def test_the_books_are_whole_after_everything_was_taken_back(shop: SellingShop) -> None:
    for act in ("merge", "negotiate", "reschedule", "log", "change_quotation"):
        who, command = ACTS[act](shop)
        program = getattr(shop.desk, who)
        program.execute(command)
        program.execute(program.reverse)
    assert shop.desk.administrator.read(verify).faults == ()


@SQLITE
def test_a_draft_of_the_matrix_that_another_wrote_is_not_made_ones_own(shop: SellingShop) -> None:
    who, command = ACTS["draft_matrix"](shop)
    version = getattr(shop.desk, who).execute(command)
    shop.desk.manager.execute(DropMatrix(version))
    assert shop.desk.manager.reverse is None


@SQLITE
def test_what_cannot_be_taken_back_offers_nothing(shop: SellingShop) -> None:
    shop.desk.officer.execute(SOMCHAI)
    assert shop.desk.officer.reverse is None


@SQLITE
def test_a_class_that_another_gave_since_is_not_overwritten(shop: SellingShop) -> None:
    found = shop.desk.officer.execute(SOMCHAI)
    shop.desk.officer.execute(SetRhythm((found,), "A"))
    reverse = shop.desk.officer.reverse
    assert reverse is not None
    shop.desk.supervisor.execute(SetRhythm((found,), "C"))
    with pytest.raises(Stale):
        shop.desk.officer.execute(reverse)


@SQLITE
def test_a_part_of_a_larger_act_is_not_taken_back_alone(shop: SellingShop) -> None:
    """A merge saves its survivor; the survivor as before, without the other, would lose both."""
    found = shop.desk.officer.execute(SOMCHAI)
    context = Context(
        shop.store, shop.desk.officer.actor or SYSTEM, shop.desk.now, "customer.merge"
    )
    with shop.store.write():
        save_customer(context, replace(SOMCHAI, id=found, version=1, zone="สีลม"))
    assert context.reverse is None
