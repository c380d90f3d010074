"""What nobody answers in time: it climbs one level with an alert, and time approves nothing."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.services.authority import approval_queue, escalating, requests
from crm_desktop.services.authority.approvals import AnswerRequest, ConfirmSpoken
from crm_desktop.services.authority.calendars import (
    DayOff,
    SaveCalendar,
    SaveTimeLimits,
    public_holidays,
    times,
)
from crm_desktop.services.authority.delegations import Delegate
from crm_desktop.services.authority.requests import Consulted
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.papers.quotations import Outcome
from crm_desktop.services.today import today
from crm_desktop.store import audit
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

MONDAY_NINE = datetime.fromisoformat("2026-11-23T09:00:00+07:00")


@pytest.fixture
def monday(shop: SellingShop) -> SellingShop:
    """The shop when its week has begun, with the holidays of the year put in."""
    shop.desk.now = MONDAY_NINE
    shop.system.execute(Housekeeping())
    return shop


def asked(shop: SellingShop, *, waiting: bool = False, quantity: int = 60) -> Outcome:
    """A paper that the supervisor decides."""
    return shop.submit(shop.draft(shop.line("CEM", quantity, discount="12%")), waiting=waiting)


def keep(shop: SellingShop) -> tuple[int, ...]:
    return shop.system.execute(Housekeeping()).escalated


def answerer(shop: SellingShop, outcome: Outcome) -> str:
    row = shop.request(outcome.request_id)
    if row["answerer_id"] is None:
        return str(row["answerer_role"])
    person = shop.store.t.person
    rows = person.select(person.c.username).where(person.c.id == row["answerer_id"]).tuples()
    return str(next(iter(rows))[0])


def test_what_waits_longer_than_four_working_hours_goes_to_the_next_superior(
    monday: SellingShop,
) -> None:
    outcome = asked(monday)
    monday.desk.now = MONDAY_NINE.replace(hour=13, minute=59)
    assert keep(monday) == ()
    monday.desk.later(minutes=1)
    assert keep(monday) == (outcome.request_id,)
    assert answerer(monday, outcome) == "manager"
    row = monday.request(outcome.request_id)
    assert (row["state"], row["escalations"]) == ("waiting", 1)
    (queued,) = monday.desk.manager.read(approval_queue.queue_page).rows
    assert (queued.id, queued.mine) == (outcome.request_id, True)


def test_time_alone_never_approves_however_long_nobody_comes(monday: SellingShop) -> None:
    outcome = asked(monday)
    for _ in range(10):
        monday.desk.later(days=3)
        keep(monday)
    assert answerer(monday, outcome) == "director"
    assert monday.request(outcome.request_id)["state"] == "waiting"
    assert monday.paper(outcome.id).state == "waiting"
    assert monday.request(outcome.request_id)["escalations"] > 3


def test_after_a_week_off_a_request_climbs_one_level_not_all_of_them(monday: SellingShop) -> None:
    outcome = asked(monday)
    monday.desk.later(days=7)
    assert keep(monday) == (outcome.request_id,)
    assert keep(monday) == ()
    assert answerer(monday, outcome) == "manager"


def test_a_second_copy_that_keeps_house_at_once_finds_nothing_to_do(monday: SellingShop) -> None:
    asked(monday)
    monday.desk.later(days=1)
    assert len(keep(monday)) == 1
    while monday.system.execute(Housekeeping()).more:
        continue
    head = audit.head(monday.store)
    assert keep(monday) == ()
    assert audit.head(monday.store) == head


def test_a_customer_who_stands_there_waits_ten_minutes_also_after_hours(
    monday: SellingShop,
) -> None:
    monday.desk.now = datetime.fromisoformat("2026-11-28T16:55:00+07:00")
    outcome = asked(monday, waiting=True)
    monday.desk.later(minutes=9)
    assert keep(monday) == ()
    monday.desk.later(minutes=1)
    assert keep(monday) == (outcome.request_id,)


def test_a_public_holiday_is_no_working_time(monday: SellingShop) -> None:
    monday.desk.now = datetime.fromisoformat("2026-12-30T16:00:00+07:00")
    asked(monday)
    monday.desk.now = datetime.fromisoformat("2027-01-02T10:59:00+07:00")  # 31/12 and 1/1 are off
    assert keep(monday) == ()
    monday.desk.later(minutes=1)
    assert len(keep(monday)) == 1


def test_whoever_was_asked_first_may_still_answer(monday: SellingShop) -> None:
    outcome = asked(monday)
    monday.desk.later(days=1)
    keep(monday)
    version = monday.request(outcome.request_id)["version"]
    command = AnswerRequest(outcome.request_id or 0, version, "approve")
    assert monday.desk.supervisor.execute(command) == "approved"


def test_an_answer_to_what_just_climbed_is_told_so_and_not_lost(monday: SellingShop) -> None:
    outcome = asked(monday)
    version = monday.request(outcome.request_id)["version"]
    monday.desk.later(days=1)
    keep(monday)
    with pytest.raises(Stale):
        monday.desk.supervisor.execute(AnswerRequest(outcome.request_id or 0, version, "approve"))


def test_a_limit_of_its_own_holds_for_its_matter_only(monday: SellingShop) -> None:
    manager = monday.desk.manager
    manager.execute(SaveTimeLimits(0, 240, 10, (("quotation.issue", 30),)))
    asked(monday)
    monday.desk.later(minutes=30)
    assert len(keep(monday)) == 1


def test_holidays_are_put_in_once_and_stay_as_the_shop_changed_them(monday: SellingShop) -> None:
    manager = monday.desk.manager
    shown = manager.read(times).calendar
    assert {each.day.year for each in shown.days_off} == {2026, 2027}
    fewer = tuple(each for each in shown.days_off if each.day.month != 12)
    own = DayOff(MONDAY_NINE.date() + timedelta(days=2), "หยุดตรวจนับสินค้า")
    manager.execute(SaveCalendar(shown.version, shown.week, (*fewer, own)))
    keep(monday)
    assert manager.read(times).calendar.days_off == tuple(
        sorted((*fewer, own), key=lambda each: each.day)
    )


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-04-13", "สงกรานต์"),
        ("2026-03-03", "มาฆบูชา"),  # full moon of the third lunar month
        ("2026-07-29", "อาสาฬหบูชา"),
        ("2027-05-20", "วิสาขบูชา"),
        ("2026-12-07", "ชดเชย"),  # 5 December falls on a Saturday
    ],
)
def test_the_days_of_the_lunar_calendar_are_the_right_ones(day: str, name: str) -> None:
    found = {str(each.day): each for each in public_holidays(int(day[:4]))}
    assert name in found[day].name_th
    assert found[day].called("en").isascii()


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        ((("17:00", "08:00"),), "hours_backwards"),
        ((("08:00", "12:00"), ("11:00", "17:00")), "hours_overlap"),
        ((("8 o'clock", "12:00"),), "bad_hours"),
    ],
)
def test_hours_that_cannot_be_are_refused_beside_their_day(
    monday: SellingShop, hours: tuple[tuple[str, str], ...], code: str
) -> None:
    shown = monday.desk.manager.read(times).calendar
    week = (shown.week[0], hours, *shown.week[2:])
    with pytest.raises(Refused, match=code) as refused:
        monday.desk.manager.execute(SaveCalendar(shown.version, week, shown.days_off))
    assert refused.value.field == "week.1"
    assert monday.desk.manager.read(times).calendar == shown


def test_a_week_that_never_opens_and_a_limit_of_nothing_are_refused(monday: SellingShop) -> None:
    manager, shown = monday.desk.manager, monday.desk.manager.read(times).calendar
    with pytest.raises(Refused, match="never_open"):
        manager.execute(SaveCalendar(shown.version, ((),) * 7, ()))
    with pytest.raises(Refused, match="limit_out_of_range") as refused:
        manager.execute(SaveTimeLimits(0, 240, 0))
    assert refused.value.field == "waiting"


def test_of_two_who_change_the_hours_the_second_is_told(monday: SellingShop) -> None:
    manager, shown = monday.desk.manager, monday.desk.manager.read(times).calendar
    manager.execute(SaveCalendar(shown.version, shown.week, ()))
    with pytest.raises(Stale):
        monday.desk.director.execute(SaveCalendar(shown.version, shown.week, shown.days_off))


def lines(shop: SellingShop, who: str, section: str) -> list[tuple[str, bool]]:
    found = getattr(shop.desk, who).read(today.today).sections
    return [(line.code, line.late) for each in found for line in each.lines if each.code == section]


def test_who_asked_and_who_was_passed_by_are_told_where_it_is_now(monday: SellingShop) -> None:
    asked(monday)
    monday.desk.later(days=1)
    keep(monday)
    assert lines(monday, "officer", "today_passed_up") == [("today_passed_up_own", True)]
    assert lines(monday, "supervisor", "today_passed_up") == [("today_passed_up_by", True)]
    assert lines(monday, "manager", "today_waiting") == [("today_waiting_escalated", True)]
    assert lines(monday, "manager", "today_passed_up") == []
    assert "today_passed_up" in {each.section for each in monday.desk.officer.read(today.news)}


def test_credit_finance_is_not_skipped_but_their_superior_hears_of_it(monday: SellingShop) -> None:
    monday.tell_credit(limit=0, outstanding=10, overdue=10)
    outcome = asked(monday)
    assert answerer(monday, outcome) == "credit"
    monday.desk.later(days=1)
    keep(monday)
    assert answerer(monday, outcome) == "credit"
    assert monday.request(outcome.request_id)["escalations"] == 1
    assert lines(monday, "director", "today_overdue_above") == [("today_overdue_credit", True)]
    assert lines(monday, "credit", "today_waiting") == [("today_waiting_overdue", True)]
    assert lines(monday, "officer", "today_passed_up") == [("today_passed_up_own_credit", True)]


def test_only_who_let_the_time_pass_reads_that_it_went_past_them(monday: SellingShop) -> None:
    def passed_by() -> list[str]:
        heads = ("credit", "supervisor", "manager", "director")
        return [who for who in heads if lines(monday, who, "today_passed_up")]

    monday.tell_credit(limit=0, outstanding=10, overdue=10)
    outcome = asked(monday)
    monday.desk.later(days=1)
    keep(monday)
    assert passed_by() == []  # it waits for credit-finance, and for nobody after them yet
    version = monday.request(outcome.request_id)["version"]
    monday.desk.credit.execute(AnswerRequest(outcome.request_id or 0, version, "approve"))
    assert passed_by() == []  # credit-finance answered, however late
    monday.desk.later(days=1)
    keep(monday)
    assert answerer(monday, outcome) == "director"
    assert passed_by() == []  # nobody stands above
    assert len(lines(monday, "director", "today_waiting")) == 1


def test_a_request_stands_once_for_a_head_who_asked_it_or_stands_in_for_who_is_late(
    monday: SellingShop,
) -> None:
    person = monday.store.t.person
    person.update(superior_id=3).where(person.c.username == "credit").execute()
    monday.tell_credit(limit=0, outstanding=10, overdue=10)
    monday.submit(monday.draft(monday.line("CEM", 10), who="manager"), who="manager")
    monday.desk.later(days=1)
    keep(monday)
    assert lines(monday, "manager", "today_passed_up") == [("today_passed_up_own_credit", True)]
    assert lines(monday, "manager", "today_overdue_above") == []
    day = monday.desk.now.date()
    monday.desk.credit.execute(Delegate(4, day, day, "ลา"))
    assert lines(monday, "director", "today_waiting") == [("today_waiting_overdue", True)]
    assert lines(monday, "director", "today_overdue_above") == []


def test_advice_by_phone_that_nobody_confirmed_keeps_the_next_from_being_noted(
    monday: SellingShop,
) -> None:
    def phoned() -> Outcome:
        words = Consulted(2, monday.desk.now, "ลดได้")
        draft = monday.draft(monday.line("CEM", 60, discount="8%"))
        return monday.submit(draft, consulted=words)

    first = phoned()
    assert lines(monday, "manager", "today_overdue_above") == []
    monday.desk.later(days=1)
    assert lines(monday, "supervisor", "today_waiting") == [("today_waiting_spoken_late", True)]
    assert lines(monday, "manager", "today_overdue_above") == [("today_overdue_spoken", True)]
    with pytest.raises(Refused, match="spoken_unconfirmed") as refused:
        phoned()
    assert refused.value.field == "consulted"
    version = monday.request(first.request_id)["version"]
    monday.desk.supervisor.execute(ConfirmSpoken(first.request_id or 0, version, agrees=True))
    assert phoned().state == "ready"


def test_what_waited_before_the_program_knew_limits_gets_its_time_and_then_climbs(
    monday: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(escalating, "BATCH", 1)
    outcomes = [asked(monday), asked(monday)]
    with monday.store.write():
        monday.store.t.request.update(due_at=None).execute()
    runs = [monday.system.execute(Housekeeping())]
    while runs[-1].more:
        runs.append(monday.system.execute(Housekeeping()))
    assert all(monday.request(each.request_id)["due_at"] for each in outcomes), "in one round"
    assert not any(each.escalated for each in runs)
    monday.desk.later(hours=5)
    assert (*keep(monday), *keep(monday)) == tuple(each.request_id for each in outcomes)


def test_one_request_that_cannot_be_judged_keeps_no_other_from_climbing(
    monday: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, whole = asked(monday), asked(monday, quantity=61)
    judged = requests.decided_now

    def refusing(context: Any, request: Any, row: Any) -> Any:
        if request["id"] == broken.request_id:
            context.audit("request", request["id"], "half done", {}, {"state": "x"})
            raise Refused("not_found", record="matrix", record_id=9)
        return judged(context, request, row)

    monkeypatch.setattr(requests, "decided_now", refusing)
    monday.desk.later(days=1)
    assert keep(monday) == (whole.request_id,)
    assert answerer(monday, broken) == "supervisor"
    assert "half done" not in {
        row[0]
        for row in monday.store.t.audit_line.select(monday.store.t.audit_line.c.event).tuples()
    }


def test_at_the_top_the_alert_comes_again_in_working_hours_not_every_ten_minutes(
    monday: SellingShop,
) -> None:
    outcome = monday.submit(monday.draft(monday.line("CEM", 20_000, discount="12%")), waiting=True)
    assert answerer(monday, outcome) == "director"
    for _ in range(60):
        monday.desk.later(minutes=10)
        keep(monday)
    assert monday.request(outcome.request_id)["escalations"] <= 3


def test_who_wrote_the_paper_is_left_out_when_it_climbs(monday: SellingShop) -> None:
    outcome = asked(monday)
    document = monday.store.t.document
    with monday.store.write():
        document.update(edited_by_id=3).where(document.c.id == outcome.id).execute()
    monday.desk.later(days=1)
    keep(monday)
    assert answerer(monday, outcome) == "director"
