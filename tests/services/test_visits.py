"""Visits through the one door: nothing is held without an outcome, and nothing is overwritten."""

from datetime import date, timedelta
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.domain.visiting import Channel, Obstacle, Outcome
from crm_desktop.services.visits import visit_lists
from crm_desktop.services.visits.visits import (
    CancelVisit,
    ConfirmVisit,
    LogUnplannedVisit,
    LogVisit,
    MissVisit,
    PlanVisit,
    RescheduleVisit,
)
from tests.services.office import Office, office

__all__ = ["office"]


def plan(office: Office, who: str = "nok", **values: Any) -> int:
    wanted = {"customer_id": 1, "planned_on": office.day(1), "purpose": "เสนอกระเบื้อง", **values}
    return office.desk(who).execute(PlanVisit(**wanted))


def seen(office: Office, visit_id: int, who: str = "nok") -> visit_lists.Visit:
    return office.desk(who).read(visit_lists.visit, visit_id)


def refusal(office: Office, command: Any, who: str = "nok") -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        office.desk(who).execute(command)
    return caught.value.code, caught.value.field


def test_a_planned_visit_stands_in_the_officers_week_and_on_the_customers_timeline(
    office: Office,
) -> None:
    visit_id = plan(office, time="9.30", channel=Channel.PHONE)
    found = seen(office, visit_id)
    assert (found.state, found.planned_on, found.time) == ("planned", office.day(1), "09:30")
    assert (found.customer, found.officer, found.zone) == ("ร้านสมชายวัสดุ", "คุณnok", "บางนา")
    assert found.channel is Channel.PHONE
    line = office.rows("timeline")[-1]
    assert (line["subject"], line["event"], line["customer_id"]) == ("visit", "planned", 1)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"days": -1}, ("visit_day_past", "planned_on")),
        ({"days": 400}, ("visit_day_far", "planned_on")),
        ({"time": "25:00"}, ("visit_time_bad", "time")),
        ({"time": "เช้า"}, ("visit_time_bad", "time")),
        ({"purpose": "  "}, ("visit_purpose_needed", "purpose")),
        ({"customer_id": 3}, ("visit_customer_inactive", "customer")),
        ({"customer_id": 99}, ("not_found", None)),
        ({"officer_id": 5}, ("visit_officer_cannot", "officer")),
    ],
)
def test_a_wrong_plan_is_refused_beside_its_field_and_leaves_nothing(
    office: Office, changed: dict[str, Any], expected: tuple[str, str]
) -> None:
    planned_on = office.day(changed.get("days", 1))
    given = {name: value for name, value in changed.items() if name != "days"}
    wanted = {"customer_id": 1, "planned_on": planned_on, "purpose": "x", **given}
    assert refusal(office, PlanVisit(**wanted)) == expected
    assert office.rows("visit") == office.rows("timeline") == []


def test_a_held_visit_keeps_outcome_obstacle_and_promise_and_plans_the_next(office: Office) -> None:
    visit_id = plan(office)
    office.now += timedelta(days=1)
    next_id = office.desk("nok").execute(
        LogVisit(
            visit_id,
            1,
            Outcome.QUOTATION,
            office.day(7),
            Obstacle.PRICE,
            "ส่งราคาพื้นไวนิล",
            plan_next=True,
        )
    )
    done = seen(office, visit_id)
    assert (done.state, done.outcome, done.obstacle) == ("done", Outcome.QUOTATION, Obstacle.PRICE)
    assert (done.promised, done.next_on) == ("ส่งราคาพื้นไวนิล", office.day(7))
    assert next_id is not None
    following = seen(office, next_id)
    assert (following.planned_on, following.purpose) == (office.day(7), "ส่งราคาพื้นไวนิล")


@pytest.mark.parametrize(
    ("outcome", "days", "expected"),
    [
        (None, 7, ("visit_outcome_needed", "outcome")),
        (Outcome.SOLD, None, ("visit_next_needed", "next_on")),
        (Outcome.SOLD, 0, ("visit_next_not_future", "next_on")),
        (Outcome.SOLD, 400, ("visit_day_far", "next_on")),
    ],
)
def test_no_visit_is_done_without_outcome_and_a_next_date_to_come(
    office: Office, outcome: Outcome | None, days: int | None, expected: tuple[str, str]
) -> None:
    visit_id = plan(office)
    next_on = None if days is None else office.day(days)
    assert refusal(office, LogVisit(visit_id, 1, outcome, next_on)) == expected
    assert refusal(office, LogUnplannedVisit(1, outcome, next_on)) == expected
    assert seen(office, visit_id).state == "planned"


def test_a_visit_on_the_spot_is_told_from_a_planned_one(office: Office) -> None:
    visit_id = office.desk("nok").execute(
        LogUnplannedVisit(
            2, Outcome.SOLD, office.day(30), channel=Channel.COUNTER, held_on=office.day(-1)
        )
    )
    found = seen(office, visit_id)
    assert (found.state, found.planned_on, found.channel) == (
        "done",
        office.day(-1),
        Channel.COUNTER,
    )
    assert [row["event"] for row in office.rows("timeline")] == ["logged"]
    assert refusal(
        office, LogUnplannedVisit(1, Outcome.SOLD, office.day(1), held_on=office.day(1))
    ) == ("visit_held_day", "held_on")


def test_moving_a_visit_keeps_the_old_one_on_record(office: Office) -> None:
    visit_id = plan(office, time="10:00")
    office.desk("nok").execute(ConfirmVisit(visit_id, 1))
    moved = office.desk("nok").execute(
        RescheduleVisit(visit_id, 2, office.day(3), "ลูกค้าติดประชุม", "14:00")
    )
    old, new = seen(office, visit_id), seen(office, moved)
    assert (old.state, old.next_on) == ("rescheduled", office.day(3))
    assert (new.state, new.planned_on, new.time) == ("planned", office.day(3), "14:00")
    assert (new.purpose, new.officer) == (old.purpose, old.officer)


@pytest.mark.parametrize(("command", "state"), [(MissVisit, "missed"), (CancelVisit, "cancelled")])
def test_a_visit_that_was_not_held_says_why(office: Office, command: Any, state: str) -> None:
    visit_id = plan(office)
    assert refusal(office, command(visit_id, 1, " ")) == ("visit_reason_needed", "reason")
    office.desk("nok").execute(command(visit_id, 1, "ลูกค้าไม่อยู่"))
    assert seen(office, visit_id).state == state
    assert "ลูกค้าไม่อยู่" in office.rows("timeline")[-1]["detail"]


COMMANDS = {
    "confirm": lambda visit_id, office: ConfirmVisit(visit_id, 1),
    "complete": lambda visit_id, office: LogVisit(visit_id, 1, Outcome.SOLD, office.day(5)),
    "miss": lambda visit_id, office: MissVisit(visit_id, 1, "x"),
    "reschedule": lambda visit_id, office: RescheduleVisit(visit_id, 1, office.day(2), "x"),
    "cancel": lambda visit_id, office: CancelVisit(visit_id, 1, "x"),
}


@pytest.mark.parametrize("event", COMMANDS)
def test_nothing_happens_that_is_no_row_of_the_state_table(office: Office, event: str) -> None:
    for state in STATES.states:
        visit_id = plan(office)
        visit = office.store.t.visit
        visit.update(state=state).where(visit.c.id == visit_id).execute()
        command = COMMANDS[event](visit_id, office)
        if event in STATES.events(state):
            office.desk("nok").execute(command)
            assert seen(office, visit_id).state == STATES.next(state, event)
        else:
            with pytest.raises(WrongState):
                office.desk("nok").execute(command)


def test_the_second_of_two_people_is_told_and_overwrites_nothing(office: Office) -> None:
    visit_id = plan(office)
    office.desk("lek").execute(ConfirmVisit(visit_id, 1))
    with pytest.raises(Stale):
        office.desk("nok").execute(LogVisit(visit_id, 1, Outcome.SOLD, office.day(5)))
    assert seen(office, visit_id).state == "confirmed"


def test_officers_serve_their_branch_and_no_other(office: Office) -> None:
    visit_id = plan(office)
    with pytest.raises(NotAllowed):
        office.desk("far").execute(ConfirmVisit(visit_id, 1))
    with pytest.raises(NotAllowed):
        plan(office, "far", officer_id=office.id_of("nok"))
    with pytest.raises(NotAllowed):
        seen(office, visit_id, "far")
    with pytest.raises(NotAllowed):
        plan(office, "till")
    assert office.desk("far").read(visit_lists.visits_of_customer, 1).rows == ()
    planned = plan(office, "lek", officer_id=office.id_of("nok"))
    assert seen(office, planned).officer == "คุณnok"


def test_a_plan_offers_the_officers_of_the_branch_and_oneself_first(office: Office) -> None:
    found = office.desk("lek").read(visit_lists.calendar)
    assert [each.name for each in found.officers] == ["คุณlek", "คุณnok", "คุณboss"]
    assert (found.today, found.heads) == (office.today, False)
    assert office.desk("boss").read(visit_lists.calendar).heads


def test_a_week_is_read_a_page_at_a_time_in_the_order_of_the_day(office: Office) -> None:
    times = ["14:00", "", "09:00", "09:00", "10:30"]
    for number, time in enumerate(times):
        plan(office, planned_on=office.day(number % 2), time=time)
    plan(office, "lek", planned_on=office.today)
    nok, rows, after = office.id_of("nok"), [], None
    while True:
        page = office.desk("nok").read(
            visit_lists.visits_between,
            office.today,
            office.day(6),
            officer_id=nok,
            after=after,
            limit=2,
        )
        rows += page.rows
        after = page.next
        if after is None:
            break
    assert [(row.planned_on, row.time) for row in rows] == sorted(
        (office.day(number % 2), time) for number, time in enumerate(times)
    )
    assert len({row.id for row in rows}) == 5


def test_the_days_of_a_week_count_what_is_open_and_done(office: Office) -> None:
    plan(office, planned_on=office.today)
    visit_id = plan(office, planned_on=office.today)
    office.desk("nok").execute(LogVisit(visit_id, 1, Outcome.SOLD, office.day(5)))
    days = office.desk("nok").read(visit_lists.visit_days, office.today, office.day(6))
    assert [(each.total, each.open, each.done) for each in days[:2]] == [(2, 1, 1), (0, 0, 0)]
    assert len(days) == 7


def test_a_visit_whose_day_has_passed_is_overdue_until_somebody_settles_it(office: Office) -> None:
    visit_id = plan(office)
    assert office.desk("nok").read(visit_lists.overdue_visits).rows == ()
    office.now += timedelta(days=9)
    (found,) = office.desk("boss").read(visit_lists.overdue_visits).rows
    assert (found.id, found.overdue) == (visit_id, True)
    office.desk("nok").execute(MissVisit(visit_id, 1, "ฝนตกหนัก"))
    assert office.desk("nok").read(visit_lists.overdue_visits).rows == ()


def test_a_customers_visits_come_newest_first_a_page_at_a_time(office: Office) -> None:
    ids = [plan(office) for _ in range(3)]
    first = office.desk("nok").read(visit_lists.visits_of_customer, 1, limit=2)
    assert [row.id for row in first.rows] == ids[:0:-1]
    assert first.next is not None
    rest = office.desk("nok").read(visit_lists.visits_of_customer, 1, before=first.next[0], limit=2)
    assert [row.id for row in rest.rows] == ids[:1]


def test_every_code_of_a_visit_has_a_name_in_both_languages() -> None:
    from crm_desktop.messages import known

    codes = [each.value for kind in (Channel, Outcome, Obstacle) for each in kind]
    codes += [STATES.state_code(state) for state in STATES.states]
    assert [code for code in codes for language in ("th", "en") if not known(code, language)] == []


def test_the_day_of_a_visit_is_a_day_of_the_gregorian_store(office: Office) -> None:
    plan(office, planned_on=date(2026, 12, 1))
    assert office.rows("visit")[-1]["planned_on"] == "2026-12-01"
