"""Housekeeping: time does its work once, however often and from wherever it is called."""

from datetime import timedelta

import pytest

from crm_desktop.services.housekeeping import BATCH, Chores, Housekeeping, chores
from crm_desktop.services.registry import MOVERS_LOCK
from crm_desktop.store import Store, audit
from tests.services.office import Office, office

__all__ = ["office"]


def states(office: Office) -> list[str]:
    return [row["state"] for row in office.rows("document")]


def test_what_ran_out_expires_once_and_leaves_its_trace(office: Office) -> None:
    yesterday, today = office.day(-1).isoformat(), office.today.isoformat()
    office.quotation(valid_until=yesterday, follow_up_on=today)
    office.quotation(valid_until=today)
    office.quotation(valid_until=yesterday, state="accepted")
    office.quotation("far", valid_until=yesterday, state="negotiating")
    done = office.desk("nok").execute(Housekeeping())
    assert states(office) == ["expired", "issued", "accepted", "expired"]
    assert done.expired == ("QT01-6911-00001", "QT01-6911-00004")
    assert office.rows("document")[0]["follow_up_on"] is None
    told = [(row["subject"], row["event"], row["actor_id"]) for row in office.rows("timeline")]
    assert told == [("quotation", "expire", None)] * 2


def test_running_twice_does_nothing_the_second_time(office: Office) -> None:
    office.quotation(valid_until=office.day(-1).isoformat())
    office.desk("nok").execute(Housekeeping())
    head = audit.head(office.store)
    again = office.desk("lek").execute(Housekeeping())
    assert (again.expired, again.more, again.busy) == ((), False, False)
    assert audit.head(office.store) == head


def test_a_week_without_the_program_is_made_up_for(office: Office) -> None:
    for days in range(7):
        office.quotation(valid_until=office.day(days).isoformat())
    office.now += timedelta(days=7)
    assert len(office.desk("nok").execute(Housekeeping()).expired) == 7


def test_a_paper_that_waits_for_an_answer_is_left_alone(office: Office) -> None:
    paper = office.quotation(valid_until=office.day(-1).isoformat())
    office.request(paper, matter="quotation.extend")
    assert office.desk("nok").execute(Housekeeping()).expired == ()


def test_a_paper_issued_on_advice_runs_out_like_any_other(office: Office) -> None:
    paper = office.quotation(valid_until=office.day(-1).isoformat())
    office.request(paper, state="advised", closed_at=office.now.isoformat())
    assert len(office.desk("nok").execute(Housekeeping()).expired) == 1


def test_a_great_backlog_is_worked_off_in_bounded_runs(office: Office) -> None:
    with office.store.write():
        for _ in range(BATCH + 1):
            office.quotation(valid_until=office.day(-1).isoformat())
    first = office.desk("nok").execute(Housekeeping())
    second = office.desk("nok").execute(Housekeeping())
    assert (len(first.expired), first.more) == (BATCH, True)
    assert (len(second.expired), second.more) == (1, False)


def test_the_program_itself_is_on_record_not_who_sat_there(office: Office) -> None:
    office.quotation(valid_until=office.day(-1).isoformat())
    office.desk("nok").execute(Housekeeping())
    assert {row["actor_id"] for row in office.rows("audit_line")} == {None}
    assert office.desk("nok").actor is not None
    assert office.desk("nok").actor.username == "nok"


def test_the_days_audit_head_is_kept_once_and_proves_what_came_before(office: Office) -> None:
    first = office.desk("nok").execute(Housekeeping())
    office.quotation(valid_until=office.day(-1).isoformat())
    second = office.desk("nok").execute(Housekeeping())
    assert (first.audit_line, first.audit_hash) == (second.audit_line, second.audit_hash)
    office.now += timedelta(days=1)
    next_day = office.desk("nok").execute(Housekeeping())
    assert next_day.audit_line is not None
    line = office.store.t.audit_line
    rows = line.select(line.c.hash).where(line.c.id == next_day.audit_line).tuples()
    assert [row[0] for row in rows] == [next_day.audit_hash]
    assert list(audit.verify(office.store)) == []


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_two_copies_never_keep_house_together(office: Office, store_url: str) -> None:
    other = Store.open(store_url)
    with other.write():
        other.database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (MOVERS_LOCK,))
        assert office.desk("nok").execute(Housekeeping()).busy
    other.close()
    assert not office.desk("nok").execute(Housekeeping()).busy


def test_a_desk_where_nothing_is_due_is_left_in_peace(office: Office) -> None:
    assert office.desk("nok").read(chores) == Chores(house=True, letters=False), "a new day"
    office.desk("nok").execute(Housekeeping())
    assert office.desk("lek").read(chores) == Chores(house=False, letters=False)
    head = audit.head(office.store)
    office.desk("nok").execute(Housekeeping())
    assert audit.head(office.store) == head
    office.quotation(valid_until=office.day(-1).isoformat())
    assert office.desk("lek").read(chores).house
    office.desk("nok").execute(Housekeeping())
    paper = office.quotation(valid_until=office.day(9).isoformat())
    office.request(paper, due_at=office.now.isoformat(timespec="milliseconds"))
    assert office.desk("lek").read(chores).house
