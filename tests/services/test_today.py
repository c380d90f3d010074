"""Today: nobody misses what waits for them, and nobody sees what is not theirs."""

from datetime import timedelta

import pytest

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.messages import known
from crm_desktop.services.authority.approvals import MarkSeen
from crm_desktop.services.today import today
from crm_desktop.services.today.today import Counts, Line
from crm_desktop.services.visits.visits import PlanVisit
from tests.services.office import PEOPLE, Office, office

__all__ = ["office"]


def lines(office: Office, who: str, section: str, *, whole: bool | None = None) -> list[Line]:
    found = office.desk(who).read(today.today, whole=whole)
    return [line for each in found.sections for line in each.lines if each.code == section]


def references(office: Office, who: str, section: str) -> list[str]:
    return [line.reference for line in lines(office, who, section)]


def answer(office: Office, request_id: int, note: str = "") -> None:
    values = {"position": 1, "verdict": "x", "at": office.now.isoformat(), "note": note}
    office.store.t.request_answer.insert(
        request_id=request_id, person_id=office.id_of("boss"), **values
    ).execute()


def test_follow_ups_due_stand_on_their_owners_list_the_oldest_first(office: Office) -> None:
    due, late, later = (office.day(days).isoformat() for days in (0, -4, 1))
    office.quotation(follow_up_on=due)
    office.quotation(follow_up_on=late, state="negotiating")
    office.quotation(follow_up_on=later)
    office.quotation(follow_up_on=late, state="accepted")
    office.quotation("lek", follow_up_on=late)
    first, second = lines(office, "nok", "today_follow_ups")
    assert (first.code, first.late, first.values["days"]) == ("today_follow_up_late", True, 4)
    assert (second.code, second.late) == ("today_follow_up_due", False)
    assert second.actions == ("open", "done", "put_off")
    assert (second.customer, str(second.amount)) == ("ร้านสมชายวัสดุ", "12,000.00")
    assert second.phone == "081-234-5678"


def test_a_supervisor_sees_the_branch_and_can_look_at_their_own_alone(office: Office) -> None:
    due = office.today.isoformat()
    for owner in ("nok", "lek", "boss", "far"):
        office.quotation(owner, follow_up_on=due)
    whole = lines(office, "boss", "today_follow_ups")
    assert [line.person for line in whole] == ["คุณnok", "คุณlek", "คุณboss"]
    own = lines(office, "boss", "today_follow_ups", whole=False)
    assert [line.person for line in own] == ["คุณboss"]
    assert len(lines(office, "nok", "today_follow_ups", whole=True)) == 1


def test_a_request_waits_only_for_those_who_may_answer_it(office: Office) -> None:
    paper = [office.quotation(state="waiting", number=None) for _ in range(5)]
    office.request(paper[0], reason="ขอส่วนลด")
    pressing = office.request(paper[1], customer_waiting=1)
    office.request(paper[2], answerer_id=None, answerer_role="credit")
    office.request(paper[3], requester="boss", answerer_id=office.id_of("boss"))
    office.request(paper[4], state="approved")
    found = lines(office, "boss", "today_waiting")
    assert [line.code for line in found] == ["today_waiting_customer_line", "today_waiting_line"]
    assert (found[0].record_id, found[0].document_id) == (pressing, paper[1])
    assert lines(office, "nok", "today_waiting") == []


def test_advice_noted_by_phone_waits_for_the_one_who_gave_it(office: Office) -> None:
    paper = office.quotation(state="ready", number=None)
    office.request(paper, state="advised", spoken=1, seen=1)
    (found,) = lines(office, "boss", "today_waiting")
    assert found.code == "today_waiting_spoken"


def test_an_answer_is_heard_by_the_one_who_asked_until_they_have_seen_it(office: Office) -> None:
    papers = [office.quotation(state="draft") for _ in range(3)]
    returned = office.request(papers[0], state="returned")
    approved = office.request(papers[1], state="approved")
    seen = office.request(papers[2], state="rejected", seen=1)
    answer(office, returned, "ส่วนลดสูงไป")
    answer(office, approved)
    answer(office, seen, "ไม่ได้")
    found = lines(office, "nok", "today_answers")
    assert [line.code for line in found] == ["today_answer_approved", "today_answer_returned_note"]
    assert found[1].values == {"person": "คุณboss", "note": "ส่วนลดสูงไป"}
    assert lines(office, "lek", "today_answers") == []
    assert [line.document_id for line in lines(office, "nok", "today_returned")] == [papers[2]]


def test_who_took_the_paper_over_hears_the_answer_too_and_only_once(office: Office) -> None:
    returned, ready = (office.quotation("lek", state=state) for state in ("draft", "ready"))
    for paper, state in ((returned, "returned"), (ready, "approved")):
        answer(office, office.request(paper, requester="nok", state=state), "ลดไม่ได้")
    for who in ("nok", "lek"):
        found = lines(office, who, "today_answers")
        assert [line.document_id for line in found] == [ready, returned]
        assert found[0].actions == ("open", "done")
        assert lines(office, who, "today_ready") + lines(office, who, "today_returned") == []
    assert {line.document_id for line in office.desk("lek").read(today.news)} == {ready, returned}
    for line in lines(office, "lek", "today_answers"):
        office.desk("lek").execute(MarkSeen(line.record_id))
    assert lines(office, "nok", "today_answers") == lines(office, "lek", "today_answers") == []
    assert [line.document_id for line in lines(office, "lek", "today_returned")] == [returned]
    assert [line.document_id for line in lines(office, "lek", "today_ready")] == [ready]


def test_papers_ready_and_papers_about_to_expire_are_not_forgotten(office: Office) -> None:
    office.quotation(state="ready", draft_reference="D-READY")
    ends = [office.day(days).isoformat() for days in (0, 3, 4, 2)]
    for valid_until in ends[:3]:
        office.quotation(valid_until=valid_until)
    office.quotation(valid_until=ends[3], follow_up_on=office.today.isoformat())
    assert references(office, "nok", "today_ready") == ["D-READY"]
    found = lines(office, "nok", "today_expiring")
    assert [(line.code, line.values["days"]) for line in found] == [
        ("today_expires_now", 0),
        ("today_expires_in", 3),
    ]


def test_an_approval_just_given_stands_once_not_twice(office: Office) -> None:
    paper = office.quotation(state="ready")
    office.request(paper, state="approved")
    assert [line.document_id for line in lines(office, "nok", "today_answers")] == [paper]
    assert lines(office, "nok", "today_ready") == []
    assert [line.document_id for line in lines(office, "boss", "today_ready")] == [paper]


def test_visits_of_today_and_those_overdue_stand_together(office: Office) -> None:
    for days, time in ((1, ""), (0, "13:00"), (0, "09:00")):
        office.desk("nok").execute(PlanVisit(1, office.day(days), "เสนอสี", time))
    office.now += timedelta(days=1)
    found = lines(office, "nok", "today_visits")
    assert [(line.reference, line.late) for line in found] == [
        ("09:00", True),
        ("13:00", True),
        ("", False),
    ]
    assert lines(office, "lek", "today_visits") == []


def test_a_long_section_shows_its_first_page_and_says_that_there_is_more(office: Office) -> None:
    for _ in range(today.SHOWN + 1):
        office.quotation(follow_up_on=office.today.isoformat())
    found = office.desk("nok").read(today.today)
    (section,) = (each for each in found.sections if each.code == "today_follow_ups")
    assert (len(section.lines), section.more) == (today.SHOWN, True)


def test_each_role_has_the_sections_it_may_act_on(office: Office) -> None:
    sections = {who: tuple(part.code for part in parts(office, who)) for who in PEOPLE}
    assert sections["till"] == ("today_deposits", "today_bounced", "today_clearing")
    assert sections["books"] == (
        *("today_waiting", "today_refunds", "today_bounced", "today_clearing", "today_unbilled"),
    )
    assert sections["gate"] == ("today_inspect", "today_allocate")
    assert sections["truck"] == ("today_handed_off",)
    assert sections["boss"] == ("today_waiting", *sections["nok"])
    assert {code for codes in sections.values() for code in codes} == {
        part.code for part in today.PARTS if not part.quiet
    }


def parts(office: Office, who: str) -> tuple[today.Section, ...]:
    return office.desk(who).read(today.today).sections


@pytest.mark.parametrize("part", today.PARTS, ids=lambda part: part.code)
def test_every_section_has_a_heading_in_both_languages(part: today.Part) -> None:
    assert known(part.code, "th")
    assert known(part.code, "en")


def test_the_rail_counts_what_waits(office: Office) -> None:
    day = office.today.isoformat()
    paper = office.quotation(follow_up_on=day)
    office.request(paper, requester="nok", state="approved")
    office.request(office.quotation("lek", state="waiting", number=None), requester="lek")
    office.desk("nok").execute(PlanVisit(1, office.today, "เสนอสี"))
    assert office.desk("nok").read(today.counts) == Counts(today=3, approvals=0, visits=1)
    assert office.desk("boss").read(today.counts) == Counts(today=1, approvals=1, visits=0)
    assert office.desk("till").read(today.counts) == Counts(today=0, approvals=0, visits=0)


def test_the_rail_stops_counting_at_a_hundred(office: Office) -> None:
    with office.store.write():
        for _ in range(today.MOST + 5):
            office.quotation(follow_up_on=office.today.isoformat())
    assert office.desk("nok").read(today.counts).today == today.MOST + 1


def test_an_administrator_sees_no_customers_business(office: Office) -> None:
    person = office.store.t.person
    person.update(roles="administrator").where(person.c.username == "till").execute()
    with pytest.raises(NotAllowed):
        office.desk("till").read(today.today)
