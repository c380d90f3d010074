"""The demo shop: believable, whole, and the same for the same seed."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from stdnum.th import tin

from crm_desktop.application import Application
from crm_desktop.demo import clients, fill
from crm_desktop.demo.clients import OFFICERS
from crm_desktop.demo.day import office_day
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.permissions import ROLES
from crm_desktop.services.authority.matrices import matrix_in_force, matrix_versions
from crm_desktop.services.authority.replays import replay
from crm_desktop.services.credit.credit import credit_state
from crm_desktop.services.integrity import verify
from crm_desktop.services.people import people
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.settings import shop
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.limits import splits
from crm_desktop.services.today.today import today
from crm_desktop.store import Store
from tests.demo.stage import NOW, SEED, Shop, fill_shop

KEPT = {
    "person": ("id", "username", "name", "superior_id"),
    "product": ("id", "code", "name", "cost_satang"),
    "customer": ("id", "code", "name", "tax_number", "phone"),
    "document": ("id", "number", "draft_reference", "state", "total_satang", "issued_at"),
    "deposit_entry": ("id", "deposit_id", "kind", "satang", "dated"),
    "goods_move": ("id", "line_id", "event", "quantity_milli"),
    "attachment": ("id", "sha256"),
    "receivable": ("id", "bill_number", "paid_satang"),
    "request": ("id", "document_id", "level", "state", "asked_at"),
    "visit": ("id", "customer_id", "state", "planned_on"),
}


def dump(store: Store) -> dict[str, list[Any]]:
    found = {}
    for name, columns in KEPT.items():
        table = getattr(store.t, name)
        chosen = [getattr(table.c, column) for column in columns]
        found[name] = list(table.select(*chosen).order_by(table.c.id).tuples())
    return found


@pytest.fixture
def desk(filled: Store) -> Application:
    app = Application(filled, clock=lambda: NOW)
    app.act_as_system()
    return app


def states(store: Store, table: str) -> Counter[str]:
    rows = getattr(store.t, table)
    return Counter(row[0] for row in rows.select(rows.c.state).tuples())


def test_every_invariant_holds_in_the_shop_that_people_try_first(desk: Application) -> None:
    assert desk.read(verify).faults == ()


def test_the_same_seed_gives_the_same_shop(filled: Store, tmp_path: Path) -> None:
    fill_shop(tmp_path / "again.db")
    again = Store.open(f"sqlite:///{tmp_path / 'again.db'}")
    assert dump(again) == dump(filled)
    again.close()


def test_another_seed_gives_another_shop(filled: Store, tmp_path: Path) -> None:
    other = Store.open(f"sqlite:///{tmp_path / 'other.db'}")
    fill(other, 5, SEED + 1, NOW, papers=0)
    assert dump(other)["customer"] != dump(filled)["customer"][:5]
    other.close()


def test_somebody_of_every_role_can_log_in(filled: Store, desk: Application) -> None:
    everybody = desk.read(people)
    assert {role for person in everybody for role in person.roles} == set(ROLES)
    assert [person.grade for person in everybody if person.superior_id is None] == ["G6"]
    app = Application(filled, clock=lambda: NOW)
    assert app.login("somchai", "demo").grade == "G3"


def test_the_login_window_can_say_that_this_is_a_demo(desk: Application) -> None:
    assert desk.read(shop).demo
    assert tin.is_valid(desk.read(shop).tax_number)


def test_the_matrix_is_in_force_from_the_first_minute(desk: Application) -> None:
    assert desk.read(matrix_in_force).version == 1


def test_papers_stand_in_every_state_a_desk_meets(filled: Store) -> None:
    found = states(filled, "document")
    wanted = {
        *("draft", "waiting", "ready", "issued", "received", "negotiating"),
        *("accepted", "lost", "expired", "superseded", "cancelled"),
    }
    assert wanted <= set(found)


def test_somebody_waits_for_every_answerer(filled: Store) -> None:
    request = filled.t.request
    rows = request.select(request.c.level, request.c.answerer_id, request.c.answerer_role)
    waiting = set(rows.where(request.c.state == "waiting").tuples())
    grades = {row.id: row.grade for row in filled.t.person.select().namedtuples()}
    asked = {(level, role or grades[person]) for level, person, role in waiting}
    assert {("CONSULT", "G4"), ("SUPERIOR", "G4"), ("SUPERIOR", "G5")} <= asked
    assert {("SUPERIOR", "G6"), ("SUPERIOR", "credit")} <= asked
    assert {"returned", "rejected", "approved", "advised"} <= set(states(filled, "request"))


def test_no_old_request_was_forgotten(filled: Store) -> None:
    request = filled.t.request
    rows = request.select(request.c.asked_at).where(request.c.state == "waiting")
    assert all(asked.startswith("2026-11-20") for (asked,) in rows.tuples())


def test_nothing_stands_open_that_ran_out_long_ago(filled: Store) -> None:
    document = filled.t.document
    opened = document.select(document.c.valid_until).where(
        document.c.kind == "QT", document.c.state << OPEN_STATES
    )
    assert all(until >= "2026-11-20" for (until,) in opened.tuples())


@pytest.mark.parametrize("officer", OFFICERS["01"])
def test_an_officer_finds_a_day_worth_working(filled: Store, officer: str) -> None:
    app = Application(filled, clock=lambda: NOW)
    app.login(officer, "demo")
    found = {section.code: section.lines for section in app.read(today).sections}
    due = [(NOW.date() - line.due).days for line in found["today_follow_ups"] if line.due]
    assert 2 <= len(due) <= 5
    assert max(due) <= 3
    assert sum(line.due == NOW.date() for line in found["today_visits"]) in (1, 2, 3)
    assert sum(line.late for line in found["today_visits"]) == 1
    assert 2 <= len(found["today_answers"]) <= 3


def test_the_supervisor_has_questions_of_several_kinds(filled: Store) -> None:
    app = Application(filled, clock=lambda: NOW)
    app.login("wanida", "demo")
    lines = next(s.lines for s in app.read(today).sections if s.code == "today_waiting")
    assert 5 <= len(lines) <= 9
    assert sum(line.late for line in lines) == 1


def test_the_manager_sees_what_the_demos_draft_would_change_and_orders_in_parts(demo: Shop) -> None:
    manager = demo.desk("prasit")
    (draft,) = (v.version for v in manager.read(matrix_versions) if v.state == "draft")
    assert manager.read(replay, draft, 365).changes["milder"] >= 5
    found = manager.read(splits, Span(NOW.date(), NOW.date()))
    assert [row.person for row in found if row.matter == "quotation.issue"] == ["สมชาย ใจดี"]


@pytest.mark.parametrize(
    ("made", "begins", "ends"),
    [
        (NOW, "2026-11-20 08:10", "2026-11-20 14:30"),
        (NOW.replace(hour=22), "2026-11-20 08:10", "2026-11-20 17:00"),
        (NOW.replace(hour=3), "2026-11-19 08:10", "2026-11-19 17:00"),
    ],
)
def test_nobody_worked_at_night(made: datetime, begins: str, ends: str) -> None:
    opens, last = office_day(made)
    assert (f"{opens:%Y-%m-%d %H:%M}", f"{last:%Y-%m-%d %H:%M}") == (begins, ends)


def test_customers_bear_numbers_and_phones_that_exist(filled: Store) -> None:
    rows = list(filled.t.customer.select().dicts())
    numbers = [row["tax_number"] for row in rows if row["tax_number"]]
    assert all(map(tin.is_valid, numbers))
    assert len(set(numbers)) == len(numbers) > 15
    assert {row["kind"] for row in rows} == {"company", "person"}


def test_some_credit_is_bad_enough_to_need_credit_finance(filled: Store) -> None:
    context = Context(filled, SYSTEM, NOW)
    ids = [row[0] for row in filled.t.customer.select(filled.t.customer.c.id).tuples()]
    held = {state for each in ids for state in credit_state(context, each)}
    assert held == {"ok", "overdue", "over_limit", "blocked"}


def test_a_desk_in_use_is_never_filled_with_inventions(filled: Store) -> None:
    with pytest.raises(Refused) as caught:
        fill(filled, 5, 1, NOW, papers=0)
    assert caught.value.code == "desk_set_up_already"


def test_a_crowd_is_found_and_numbered_like_single_customers(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crm_desktop.services.customers.customer_lists import customer
    from crm_desktop.services.customers.customer_pages import customer_page
    from crm_desktop.services.customers.customers import SaveCustomer
    from crm_desktop.services.paging import ListQuery

    monkeypatch.setattr(clients, "THROUGH_THE_DOOR", 20)
    fill(store, 60, 3, NOW, papers=0)
    app = Application(store, clock=lambda: NOW)
    app.login("thanakorn", "demo")
    (row,) = app.read(customer_page, ListQuery(text="C-000051")).rows
    last = app.read(customer, row.id)
    assert last.code == "C-000051"
    assert row.id in [hit.id for hit in app.read(customer_page, ListQuery(text=last.name)).rows]
    phone = last.phones[0].digits[-7:]
    assert row.id in [hit.id for hit in app.read(customer_page, ListQuery(text=phone)).rows]
    fresh = app.execute(SaveCustomer(None, 0, "person", "ลูกค้าใหม่", ("081-234-5678",)))
    assert app.read(customer, fresh).code == "C-000061"
    app.act_as_system()
    assert app.read(verify).faults == ()


def test_open_offers_are_lived_with_calls_objections_and_a_forecast(filled: Store) -> None:
    done, said, kept = filled.t.follow_up, filled.t.objection, filled.t.forecast_kept
    results = {row[0] for row in done.select(done.c.result).tuples()}
    assert {"received", "accepted", "lost", "thinking", "no_answer"} <= results
    assert len({row[0] for row in said.select(said.c.code).tuples()}) > 1
    assert len({row[0] for row in kept.select(kept.c.kept_month).tuples()}) > 3
    call = filled.t.price_call
    assert {row[0] for row in call.select(call.c.state).tuples()} >= {"open", "told"}
