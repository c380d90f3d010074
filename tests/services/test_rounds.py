"""Rounds: nobody who is due is forgotten, and no round is planned that nobody can keep."""

from datetime import timedelta
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.rounds import Rounds
from crm_desktop.domain.visiting import Outcome
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.customers.rhythms import SaveRounds, SetRhythm, rounds_and_version
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotation_life import FollowQuotation, SetFollowUp
from crm_desktop.services.registry import Page
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.visits.coverage import CoverageRow, coverage, coverage_sheet, covered_page
from crm_desktop.services.visits.due import due_page, due_zones, overdue_count
from crm_desktop.services.visits.planning import PlannedStop, PlanVisits, Round, proposed_round
from crm_desktop.services.visits.visits import (
    CancelVisit,
    LogUnplannedVisit,
    LogVisit,
    MissVisit,
    PlanVisit,
    RescheduleVisit,
)
from tests.services.office import Office, office

__all__ = ["office"]


def known(office: Office, customer_id: int = 1) -> Any:
    return office.desk("nok").read(customer, customer_id)


def spoke(office: Office, customer_id: int = 1, days: int = 0, **values: Any) -> int:
    """A visit logged on the spot so many days from today."""
    values = {"outcome": Outcome.FOLLOW_UP, "next_on": office.day(60), **values}
    return office.desk("nok").execute(
        LogUnplannedVisit(customer_id, held_on=office.day(days), **values)
    )


def classed(office: Office, **classes: int) -> None:
    for rhythm, customer_id in classes.items():
        office.desk("nok").execute(SetRhythm((customer_id,), rhythm))


def due(office: Office, who: str = "nok", **filters: Any) -> Page[Any]:
    return office.desk(who).read(due_page, ListQuery(filters=filters))


def more(office: Office, count: int, **values: Any) -> list[int]:
    """So many more customers of class A in a zone."""
    made = []
    for number in range(count):
        given = {"zone": "บางนา", "rhythm": "A", "owner_id": office.id_of("nok"), **values}
        made.append(
            office.desk("nok").execute(
                SaveCustomer(None, 0, "person", f"ลูกค้า {number}", ("081-234-5678",), **given)
            )
        )
    return made


# ---------------------------------------------------------------- rhythm


def test_the_next_date_follows_the_class_and_the_last_contact(office: Office) -> None:
    spoke(office, days=-10)
    assert (known(office).rhythm, known(office).due_on) == ("", None)
    classed(office, A=1)
    found = known(office)
    assert (found.contact_on, found.due_on) == (office.day(-10), office.day(-3))
    spoke(office, days=-1)
    assert known(office).due_on == office.day(6)
    spoke(office, days=-5)  # logged late, and older than what is known
    assert known(office).due_on == office.day(6)
    classed(office, C=1)
    assert known(office).due_on == office.day(181)


def test_a_door_that_nobody_opened_is_no_contact(office: Office) -> None:
    classed(office, A=1)
    before = known(office).due_on
    spoke(office, outcome=Outcome.NOT_MET)
    assert (known(office).contact_on, known(office).due_on) == (None, before)


def test_words_on_a_quotation_are_contact_but_putting_it_off_is_not(office: Office) -> None:
    classed(office, B=1)
    quotation = office.quotation()
    office.desk("nok").execute(SetFollowUp(quotation, 1, office.day(3)))
    assert known(office).contact_on is None
    office.desk("nok").execute(SetFollowUp(quotation, 2, office.day(4), "โทรแล้ว รอแบบ"))
    assert known(office).contact_on == office.today
    office.now += timedelta(days=2)
    office.desk("nok").execute(FollowQuotation(quotation, 3, "negotiate"))
    assert (known(office).contact_on, known(office).due_on) == (office.today, office.day(30))


def test_a_contact_makes_nobodys_open_form_stale(office: Office) -> None:
    classed(office, A=1)
    version = known(office).version
    spoke(office)
    assert known(office).version == version


def test_the_form_keeps_a_class_it_does_not_name_and_who_is_put_aside_is_not_due(
    office: Office,
) -> None:
    (added,) = more(office, 1)
    row = known(office, added)
    assert (row.rhythm, row.due_on) == ("A", office.day(7))
    save = SaveCustomer(added, row.version, "person", row.name, ("081-234-5678",))
    office.desk("nok").execute(save)
    assert known(office, added).rhythm == "A"
    put_aside = SaveCustomer(
        added, row.version + 1, "person", row.name, ("081-234-5678",), active=False
    )
    office.desk("nok").execute(put_aside)
    assert known(office, added).due_on is None
    back = SaveCustomer(added, row.version + 2, "person", row.name, ("081-234-5678",))
    office.desk("nok").execute(back)
    assert known(office, added).due_on == office.day(7)


def test_other_cycles_move_what_is_due_and_only_a_head_sets_them(office: Office) -> None:
    spoke(office, days=-10)
    classed(office, A=1)
    with pytest.raises(NotAllowed):
        office.desk("nok").execute(SaveRounds(0, Rounds(a_days=14)))
    people = office.store.t.person
    people.update(roles="manager").where(people.c.username == "boss").execute()
    with pytest.raises(Refused, match="cycle_out_of_range"):
        office.desk("boss").execute(SaveRounds(0, Rounds(b_days=0)))
    office.desk("boss").execute(SaveRounds(0, Rounds(a_days=14, per_day=3)))
    assert known(office).due_on == office.day(4)
    assert office.desk("nok").read(rounds_and_version) == (Rounds(a_days=14, per_day=3), 1)


def test_a_class_that_there_is_not_is_refused_and_the_list_finds_those_of_one(
    office: Office,
) -> None:
    with pytest.raises(Refused, match="bad_choice"):
        office.desk("nok").execute(SetRhythm((1,), "D"))
    assert office.desk("nok").execute(SetRhythm((1, 2), "b")) == 2
    assert office.desk("nok").execute(SetRhythm((1, 2), "B")) == 0
    found = office.desk("nok").read(customer_page, ListQuery("name", filters={"rhythm": "B"}))
    assert {row.id for row in found.rows} == {1, 2}


# ---------------------------------------------------------------- who is due


def test_who_is_overdue_longest_stands_first_with_what_is_planned(office: Office) -> None:
    spoke(office, 1, -20)
    spoke(office, 2, -30)
    classed(office, A=1)
    office.desk("nok").execute(SetRhythm((2,), "A"))
    office.desk("nok").execute(PlanVisit(2, office.day(3), "แวะ"))
    rows = due(office).rows
    assert [(row.id, row.days, row.planned_on) for row in rows] == [
        (2, 23, office.day(3)),
        (1, 13, None),
    ]
    first = office.desk("nok").read(due_page, ListQuery(limit=1))
    rest = office.desk("nok").read(due_page, ListQuery(limit=1, after=first.next))
    assert [row.id for row in (*first.rows, *rest.rows)] == [2, 1]
    assert overdue_count.permission == "visit.read"  # type: ignore[attr-defined]
    assert office.desk("nok").read(overdue_count) == 2


def test_zones_tell_who_is_overdue_and_who_comes_due_within_the_week(office: Office) -> None:
    spoke(office, 1, -20)
    classed(office, A=1)
    more(office, 2, zone="พระโขนง")
    zones = office.desk("nok").read(due_zones, office.id_of("nok"))
    assert [(each.zone, each.overdue, each.week) for each in zones] == [("พระโขนง", 0, 2)]
    everywhere = office.desk("nok").read(due_zones)
    assert {(each.zone, each.overdue, each.week) for each in everywhere} == {
        ("บางนา", 1, 0),
        ("พระโขนง", 0, 2),
    }
    assert len(due(office, within="week", zone="พระโขนง").rows) == 2
    assert due(office, zone="พระโขนง").rows == ()


def test_who_is_due_near_a_planned_visit_is_proposed_and_who_has_a_visit_is_not(
    office: Office,
) -> None:
    first, second = more(office, 2)
    more(office, 1, zone="ไกล")
    office.desk("nok").execute(PlanVisit(1, office.day(2), "ส่งราคา"))
    found = due(office, within="near").rows
    assert {row.id for row in found} == {first, second}
    assert {(row.near, row.near_on) for row in found} == {("ร้านสมชายวัสดุ", office.day(2))}
    office.desk("nok").execute(PlanVisit(first, office.day(3), "แวะ"))
    assert {row.id for row in due(office, within="near").rows} == {second}


def test_another_branch_sees_none_of_it(office: Office) -> None:
    more(office, 1)
    assert due(office, "far", within="week").rows == ()
    assert office.desk("far").read(due_zones) == ()


# ---------------------------------------------------------------- rounds


def proposed(office: Office, ids: list[int], days: int, who: str = "nok") -> Round:
    read = office.desk(who).read
    return read(proposed_round, tuple(ids), office.day(1), office.day(days))


def test_a_round_levels_the_days_and_leaves_out_sundays_and_who_has_a_visit(
    office: Office,
) -> None:
    ids = more(office, 7)
    office.desk("nok").execute(PlanVisit(ids[0], office.day(1), "นัดแล้ว"))
    found = proposed(office, ids, 6)  # from Tuesday to Sunday
    counts = {load.day: load.added for load in found.days}
    assert [counts[office.day(n)] for n in range(1, 7)] == [1, 2, 1, 1, 1, 0]
    (left_out,) = [row for row in found.rows if row.day is None]
    assert (left_out.customer_id, left_out.why) == (ids[0], "planned_already")
    stops = tuple(PlannedStop(row.customer_id, row.day) for row in found.rows if row.day)
    made = office.desk("nok").execute(PlanVisits(stops, "เยี่ยมตามรอบ"))
    assert len(made) == 6
    assert all(row.why == "planned_already" for row in proposed(office, ids, 6).rows)


@pytest.mark.parametrize(
    ("stops", "code"),
    [
        ([], "round_empty"),
        ([(0, 6)], "round_day_closed"),
        ([(0, 1), (0, 2)], "round_twice"),
        ([(0, -2)], "visit_day_past"),
        ([(n, 1) for n in range(9)], "round_day_full"),
    ],
)
def test_a_round_that_nobody_can_keep_leaves_nothing(
    office: Office, stops: list[tuple[int, int]], code: str
) -> None:
    ids = more(office, 9)
    wanted = tuple(PlannedStop(ids[place], office.day(days)) for place, days in stops)
    with pytest.raises(Refused) as caught:
        office.desk("nok").execute(PlanVisits(wanted, "แวะ"))
    assert caught.value.code == code
    assert office.rows("visit") == []


def test_a_visit_that_nobody_settled_keeps_no_customer_out_of_the_next_round(
    office: Office,
) -> None:
    (customer_id,) = more(office, 1)
    visit = office.desk("nok").execute(PlanVisit(customer_id, office.day(1), "แวะ"))
    past = office.day(-5).isoformat()
    table = office.store.t.visit
    with office.store.write():
        table.update(planned_on=past).where(table.c.id == visit).execute()
    (row,) = proposed(office, [customer_id], 6).rows
    assert row.day is not None


def test_what_a_colleague_planned_meanwhile_is_not_planned_again(office: Office) -> None:
    (customer_id,) = more(office, 1)
    stop = (PlannedStop(customer_id, office.day(1)),)
    office.desk("lek").execute(PlanVisits(stop, "แวะ"))
    with pytest.raises(Refused, match="round_planned_already"):
        office.desk("nok").execute(PlanVisits(stop, "แวะ"))


@pytest.mark.parametrize(("first", "last"), [(-1, 3), (3, 2), (1, 200)])
def test_days_that_no_round_can_have_are_refused(office: Office, first: int, last: int) -> None:
    with pytest.raises(Refused, match="round_days"):
        office.desk("nok").read(proposed_round, (1,), office.day(first), office.day(last))


# ---------------------------------------------------------------- coverage


def figures(office: Office, by: str = "officer", who: str = "boss") -> dict[str, CoverageRow]:
    span = Span(office.day(-30), office.today)
    compared = (office.day(-61), office.day(-31))
    return {row.key: row for row in office.desk(who).read(coverage, span, by, compared)}


def week_of_visits(office: Office) -> list[int]:
    """Five of class A, of whom two were met, one on the spot; one visit missed, one called off."""
    people = office.store.t.person
    below = people.c.username.in_(("nok", "lek"))
    people.update(superior_id=office.id_of("boss")).where(below).execute()
    ids = more(office, 5)
    visits = [office.desk("nok").execute(PlanVisit(each, office.day(1), "แวะ")) for each in ids[:4]]
    office.now += timedelta(days=2)
    log = LogVisit(visits[0], 1, Outcome.SOLD, office.day(9))
    office.desk("nok").execute(log)
    office.desk("nok").execute(MissVisit(visits[1], 1, "ไม่ว่าง"))
    office.desk("nok").execute(CancelVisit(visits[2], 1, "ไม่ต้องแล้ว"))
    spoke(office, ids[4])
    return ids


def test_coverage_counts_whom_it_should_and_every_figure_opens_its_records(
    office: Office,
) -> None:
    ids = week_of_visits(office)  # the fourth visit is open, and its day is over
    row = figures(office)[str(office.id_of("nok"))]
    now = row.now
    assert (now.assigned, now.visited, now.planned, now.kept, now.overdue) == (5, 2, 3, 1, 0)
    assert (str(now.coverage), str(now.plan_kept)) == ("2/5", "1/3")
    assert row.before.plan_kept is None
    span = Span(office.day(-30), office.today)
    for figure in ("assigned", "visited", "unvisited", "overdue", "planned", "kept", "broken"):
        page = office.desk("boss").read(covered_page, span, "officer", row.key, figure, ListQuery())
        assert len(page.rows) == getattr(now, figure), figure
        everybody = office.desk("boss").read(
            covered_page, span, "officer", "*", figure, ListQuery()
        )
        assert len(everybody.rows) == getattr(now, figure), figure
    met = office.desk("boss").read(covered_page, span, "zone", "บางนา", "visited", ListQuery())
    assert {each.customer_id for each in met.rows} == {ids[0], ids[4]}


def test_coverage_adds_up_in_every_cut_and_says_so_where_there_is_nothing(
    office: Office,
) -> None:
    week_of_visits(office)
    for by in ("zone", "province", "class"):
        total = list(figures(office, by).values())[-1].now
        assert (total.assigned, total.visited, total.planned, total.kept) == (5, 2, 3, 1), by
    nobody = figures(office, who="far")
    assert nobody == {}
    sheet = office.desk("boss").read(coverage_sheet, Span(office.day(-30), office.today))
    assert sheet.heading[0] == "พนักงาน"
    assert sheet.rows[0][:3] == ("คุณnok", 5, 2)


def test_a_shut_gate_is_no_visit_in_the_coverage(office: Office) -> None:
    """Whoever was not met counts as not visited, however often somebody stood there."""
    ids = week_of_visits(office)
    spoke(office, ids[3], outcome=Outcome.NOT_MET)
    row = figures(office)[str(office.id_of("nok"))]
    assert (row.now.assigned, row.now.visited, row.now.unvisited) == (5, 2, 3)
    span = Span(office.day(-30), office.today)
    page = office.desk("boss").read(covered_page, span, "officer", row.key, "visited", ListQuery())
    assert {each.customer_id for each in page.rows} == {ids[0], ids[4]}


def test_an_officer_sees_the_own_coverage_alone(office: Office) -> None:
    week_of_visits(office)
    office.desk("lek").execute(SetRhythm((1,), "A"))
    assert list(figures(office, who="nok")) == [str(office.id_of("nok"))]
    assert figures(office, who="lek") == {}


def test_a_visit_that_moved_keeps_its_place_in_what_was_planned(office: Office) -> None:
    week_of_visits(office)
    (customer_id,) = more(office, 1)
    visit = office.desk("nok").execute(PlanVisit(customer_id, office.day(1), "แวะ"))
    office.desk("nok").execute(
        RescheduleVisit(visit, 1, office.day(2), "ฝนตก", officer_id=office.id_of("lek"))
    )
    moved = office.rows("visit")[-1]
    assert (moved["officer_id"], moved["root_id"]) == (office.id_of("lek"), visit)
    office.now += timedelta(days=3)
    rows = figures(office)
    assert rows[str(office.id_of("nok"))].now.planned == 4
    assert rows[str(office.id_of("lek"))].now.planned == 1
