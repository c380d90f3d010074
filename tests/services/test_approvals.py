"""Requests: who is asked, who may answer, and what every answer does to the paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from crm_desktop.domain.authority import Grade, Level, ladder, rows_to_json, shipped
from crm_desktop.domain.errors import NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.services import integrity
from crm_desktop.services.authority import approval_queue
from crm_desktop.services.authority.approvals import (
    AnswerRequest,
    ConfirmSpoken,
    MarkSeen,
    RecallRequest,
)
from crm_desktop.services.authority.requests import Consulted
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.papers.quotation_life import (
    CancelQuotation,
    ExtendQuotation,
    FollowQuotation,
)
from crm_desktop.services.papers.quotations import IssueQuotation, Outcome, ReviseQuotation
from crm_desktop.services.today import today
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

Ask = Callable[[SellingShop], Outcome]


def superior(shop: SellingShop) -> Outcome:
    """A paper that the supervisor decides."""
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))


def consult(shop: SellingShop) -> Outcome:
    """A paper that needs the supervisor's advice."""
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="8%")))


def answer(
    shop: SellingShop, outcome: Outcome, verdict: str, note: str = "", who: str = "supervisor"
) -> str:
    version = shop.request(outcome.request_id)["version"]
    assert outcome.request_id is not None
    command = AnswerRequest(outcome.request_id, version, verdict, note)
    state: str = getattr(shop.desk, who).execute(command)
    return state


def issue(shop: SellingShop, document_id: int, reason: str = "") -> Outcome:
    paper = shop.paper(document_id)
    return shop.desk.officer.execute(IssueQuotation(document_id, paper.version, reason))


def test_an_approved_paper_is_issued_with_the_superiors_name(shop: SellingShop) -> None:
    asked = superior(shop)
    assert asked.answerer == "คุณsupervisor"
    assert answer(shop, asked, "approve") == "approved"
    assert issue(shop, asked.id).number == "QT01-6911-00001"


def test_a_superior_paper_without_a_reason_is_not_sent(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    with pytest.raises(Refused, match="reason_needed") as refused:
        shop.submit(draft, reason=" ")
    assert refused.value.field == "reason"
    assert shop.paper(draft.id).state == "draft"


@pytest.mark.parametrize(("verdict", "state"), [("return", "returned"), ("reject", "rejected")])
def test_sending_back_needs_a_note_and_makes_the_paper_a_draft_again(
    shop: SellingShop, verdict: str, state: str
) -> None:
    asked = superior(shop)
    with pytest.raises(Refused, match="note_needed") as refused:
        answer(shop, asked, verdict)
    assert refused.value.field == "note"
    assert answer(shop, asked, verdict, "ลดได้ไม่เกิน 8 %") == state
    paper = shop.paper(asked.id)
    assert paper.state == "draft"
    assert paper.request is not None
    assert (paper.request.name, paper.request.note) == ("คุณsupervisor", "ลดได้ไม่เกิน 8 %")


def test_nobody_answers_their_own_request(shop: SellingShop) -> None:
    saved = shop.draft(shop.line("CEM", 4000), who="supervisor")
    asked = shop.submit(saved, who="supervisor")
    with pytest.raises(NotAllowed, match="not_own_request"):
        answer(shop, asked, "approve")


@pytest.mark.parametrize("part", ["edited_by_id", "owner_id"])
def test_a_superior_with_a_hand_in_the_paper_is_passed_by(shop: SellingShop, part: str) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    document = shop.store.t.document
    with shop.store.write():
        document.update(**{part: 2}).where(document.c.id == draft.id).execute()
    asked = shop.submit(draft)
    assert asked.answerer == "คุณmanager"
    with pytest.raises(NotAllowed, match="not_own_request"):
        answer(shop, asked, "approve")
    assert shop.desk.supervisor.read(approval_queue.queue_page).rows == ()
    assert answer(shop, asked, "approve", who="manager") == "approved"


def test_what_the_director_edited_is_not_left_without_an_answer(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="40%"))
    document = shop.store.t.document
    with shop.store.write():
        document.update(edited_by_id=4).where(document.c.id == draft.id).execute()
    asked = shop.submit(draft)
    (row,) = shop.desk.director.read(approval_queue.queue_page).rows
    assert (row.id, row.mine) == (asked.request_id, True)
    assert answer(shop, asked, "approve", who="director") == "approved"


def test_an_officer_cannot_answer_a_colleagues_request(shop: SellingShop) -> None:
    with pytest.raises(NotAllowed):
        answer(shop, superior(shop), "approve", who="other")


def test_somebody_outside_the_line_cannot_answer(shop: SellingShop) -> None:
    with pytest.raises(NotAllowed, match="not_your_request"):
        answer(shop, superior(shop), "approve", who="credit")


def test_a_paper_beyond_the_supervisor_climbs_to_who_can_decide_it(shop: SellingShop) -> None:
    asked = shop.submit(shop.draft(shop.line("CEM", 60, discount="20%")))
    assert asked.answerer == "คุณmanager"
    page = shop.desk.supervisor.read(approval_queue.queue_page)
    assert [row.id for row in page.rows] == []
    assert answer(shop, asked, "approve", who="manager") == "approved"


def test_the_second_of_two_superiors_is_told_who_was_first(shop: SellingShop) -> None:
    asked = superior(shop)
    version = shop.request(asked.request_id)["version"]
    answer(shop, asked, "approve", who="manager")
    assert asked.request_id is not None
    with pytest.raises(Stale, match="already_answered") as refused:
        shop.desk.supervisor.execute(AnswerRequest(asked.request_id, version, "reject", "ช้าไป"))
    assert refused.value.values["name"] == "คุณmanager"
    assert shop.paper(asked.id).state == "ready"


def test_recall_against_approve_has_one_winner(shop: SellingShop) -> None:
    asked = superior(shop)
    version = shop.request(asked.request_id)["version"]
    assert asked.request_id is not None
    shop.desk.officer.execute(RecallRequest(asked.request_id, version))
    assert shop.paper(asked.id).state == "draft"
    with pytest.raises(Stale):
        shop.desk.supervisor.execute(AnswerRequest(asked.request_id, version, "approve"))


def test_only_the_requester_recalls(shop: SellingShop) -> None:
    asked = superior(shop)
    version = shop.request(asked.request_id)["version"]
    assert asked.request_id is not None
    with pytest.raises(NotAllowed, match="recall_not_yours"):
        shop.desk.supervisor.execute(RecallRequest(asked.request_id, version))


def test_advice_in_favour_lets_the_officer_issue(shop: SellingShop) -> None:
    asked = consult(shop)
    with pytest.raises(WrongState, match="advice_missing"):
        issue(shop, asked.id)
    with pytest.raises(WrongState, match="verdict_not_asked"):
        answer(shop, asked, "approve")
    assert answer(shop, asked, "advise_for") == "advised"
    assert issue(shop, asked.id).state == "issued"


def test_advice_against_climbs_to_a_decision(shop: SellingShop) -> None:
    asked = consult(shop)
    assert answer(shop, asked, "advise_against", "กำไรบาง") == "waiting"
    request = shop.request(asked.request_id)
    assert (request["level"], request["step"]) == ("SUPERIOR", 2)
    with pytest.raises(WrongState, match="advice_missing"):
        issue(shop, asked.id)
    assert answer(shop, asked, "approve", who="manager") == "approved"


def test_a_row_may_let_the_officer_go_on_against_advice_with_a_reason(shop: SellingShop) -> None:
    rows = tuple(replace(row, may_go_on_against_advice=True) for row in shipped().rows)
    shop.confirm(tuple(rows_to_json(rows)))
    asked = consult(shop)
    assert answer(shop, asked, "advise_against", "กำไรบาง") == "advised"
    assert answers(shop) == ["against_note"], "no must not read as yes"
    with pytest.raises(Refused, match="reason_against_advice") as refused:
        issue(shop, asked.id)
    assert refused.value.field == "reason"
    assert issue(shop, asked.id, "ลูกค้าซื้อประจำทุกเดือน").number


def test_advice_on_an_extension_carries_it_out_and_advice_against_climbs(
    shop: SellingShop,
) -> None:
    advice = (ladder("days", (Level.CONSULT, 30), (Level.SUPERIOR, None)),)
    rows = [
        replace(row, conditions=advice, may_go_on_against_advice=True)
        if (row.matter, row.grade) == ("quotation.extend", Grade.G3)
        else row
        for row in shipped().rows
    ]
    shop.confirm(tuple(rows_to_json(rows)))
    issued = shop.issued(valid_days=5)
    longer = ExtendQuotation(issued.id, issued.version, 20, "ลูกค้าขอเวลา")
    asked = shop.desk.officer.execute(longer)
    assert answer(shop, asked, "advise_against", "ราคาจะขึ้น") == "waiting"
    assert answer(shop, asked, "reject", "ราคาจะขึ้น", who="manager") == "rejected"
    asked = shop.desk.officer.execute(longer)
    assert answer(shop, asked, "advise_for") == "approved"
    assert shop.paper(issued.id).valid_until == shop.desk.now.date() + timedelta(days=20)


def spoken(shop: SellingShop, who: int = 2, **values: object) -> Consulted:
    at = shop.desk.now - timedelta(minutes=5)
    return replace(Consulted(who, at, "ให้ได้ 8 %"), **values)  # type: ignore[arg-type]


def test_advice_by_phone_issues_at_once_and_waits_for_its_confirmation(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    outcome = shop.submit(draft, consulted=spoken(shop), issue=True)
    assert outcome.state == "issued"
    (row,) = shop.desk.supervisor.read(approval_queue.queue_page).rows
    assert row.spoken
    assert shop.desk.manager.read(approval_queue.request_card, row.id).verdicts == ()
    assert shop.desk.supervisor.read(approval_queue.request_card, row.id).verdicts
    shop.desk.supervisor.execute(ConfirmSpoken(row.id, row.version, True))
    assert shop.desk.supervisor.read(approval_queue.queue_page).rows == ()


def answers(shop: SellingShop) -> list[str]:
    """How the answers read that wait on the officer's Today."""
    sections = {each.code: each.lines for each in shop.desk.officer.read(today.today).sections}
    return [line.code.removeprefix("today_answer_") for line in sections["today_answers"]]


def test_a_denied_phone_consultation_takes_an_unissued_paper_back(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    outcome = shop.submit(draft, consulted=spoken(shop))
    assert outcome.state == "ready"
    (row,) = shop.desk.supervisor.read(approval_queue.queue_page).rows
    with pytest.raises(Refused, match="note_needed"):
        shop.desk.supervisor.execute(ConfirmSpoken(row.id, row.version, False))
    shop.desk.supervisor.execute(ConfirmSpoken(row.id, row.version, False, "ไม่เคยคุย"))
    assert shop.paper(outcome.id).state == "draft"
    assert answers(shop) == ["denied_note"]


def test_advice_that_was_never_given_is_not_told_as_advice_after_the_paper_went_out(
    shop: SellingShop,
) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    outcome = shop.submit(draft, consulted=spoken(shop), issue=True)
    (row,) = shop.desk.supervisor.read(approval_queue.queue_page).rows
    shop.desk.supervisor.execute(ConfirmSpoken(row.id, row.version, False, "ไม่เคยคุย"))
    assert (shop.paper(outcome.id).state, answers(shop)) == ("issued", ["denied_note"])
    (news,) = shop.desk.officer.read(today.news)
    assert "ไม่ได้ให้คำปรึกษา" in sentence(news.code.removesuffix("_note"), "th", **news.values)


def test_a_paper_issued_on_advice_by_phone_ends_with_its_validity(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"), valid_days=3)
    outcome = shop.submit(draft, consulted=spoken(shop), issue=True)
    assert shop.desk.officer.read(approval_queue.asked_by_me) == ()
    (row,) = shop.desk.supervisor.read(approval_queue.queue_page).rows
    shop.desk.supervisor.execute(ConfirmSpoken(row.id, row.version, True))
    shop.desk.later(days=4)
    assert shop.system.execute(Housekeeping()).expired == (outcome.number,)


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"words": " "}, "words_needed", "words"),
        ({"spoken_at": datetime.fromisoformat("2026-11-21T09:00+07:00")}, "spoken_not_today", None),
        ({"spoken_at": datetime.fromisoformat("2026-11-22T23:00+07:00")}, "spoken_not_today", None),
        ({"superior_id": 6}, "not_your_superior", "superior_id"),
    ],
)
def test_a_phone_consultation_is_not_made_up(
    shop: SellingShop, values: dict[str, object], code: str, field: str | None
) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    with pytest.raises(Refused) as refused:
        shop.submit(draft, consulted=spoken(shop, **values))
    assert refused.value.code == code
    assert refused.value.field == (field or "spoken_at")


def test_a_superior_decision_cannot_be_taken_by_phone(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    with pytest.raises(WrongState, match="consult_not_asked"):
        shop.submit(draft, consulted=spoken(shop))


def test_a_credit_problem_is_answered_by_credit_finance_first(shop: SellingShop) -> None:
    shop.tell_credit(outstanding=90_000, overdue=1_000)
    asked = shop.submit(shop.draft(shop.line("CEM", 10)))
    with pytest.raises(NotAllowed, match="credit_answers_first"):
        answer(shop, asked, "approve", who="director")
    assert answer(shop, asked, "approve", who="credit") == "waiting"
    assert answer(shop, asked, "approve", who="director") == "approved"


def test_credit_turned_bad_while_waiting_is_not_approved_by_who_may_not(shop: SellingShop) -> None:
    asked = superior(shop)
    shop.tell_credit(blocked=True)
    assert answer(shop, asked, "approve") == "climbed"
    assert shop.request(asked.request_id)["answerer_id"] == 4
    assert answer(shop, asked, "approve", who="director") == "approved"


def test_a_stricter_matrix_while_waiting_is_obeyed(shop: SellingShop) -> None:
    asked = consult(shop)
    strict = (ladder("amount", (Level.SUPERIOR, None)),)
    rows = [
        replace(row, conditions=strict) if row.grade is Grade.G3 else row for row in shipped().rows
    ]
    shop.confirm(tuple(rows_to_json(rows)))
    with pytest.raises(WrongState, match="verdict_not_asked"):
        answer(shop, asked, "advise_for")
    assert asked.request_id is not None
    card = shop.desk.supervisor.read(approval_queue.request_card, asked.request_id)
    assert card.verdicts == ("approve", "return", "reject")
    assert answer(shop, asked, "approve") == "approved"


def test_a_paper_stays_acceptable_when_who_approved_it_has_left(shop: SellingShop) -> None:
    asked = superior(shop)
    answer(shop, asked, "approve")
    issued = issue(shop, asked.id)
    person = shop.store.t.person
    with shop.store.write():
        person.update(active=0).where(person.c.username == "supervisor").execute()
    accept = FollowQuotation(issued.id, issued.version, "accept")
    assert shop.desk.officer.execute(accept).state == "accepted"


def test_what_waits_for_somebody_who_has_left_waits_for_who_stands_above(
    shop: SellingShop,
) -> None:
    asked = superior(shop)
    person = shop.store.t.person
    with shop.store.write():
        person.update(active=0).where(person.c.username == "supervisor").execute()
    rows = shop.desk.manager.read(approval_queue.queue_page).rows
    assert [row.id for row in rows] == [asked.request_id]


def test_what_waits_about_a_superseded_paper_is_void(shop: SellingShop) -> None:
    first = shop.issued(valid_days=5)
    second = shop.desk.officer.execute(ReviseQuotation(first.id))
    longer = ExtendQuotation(first.id, first.version, 20, "ลูกค้าขอเวลา")
    asked = shop.desk.officer.execute(longer)
    shop.submit(second, issue=True)
    assert shop.request(asked.request_id)["state"] == "voided"
    assert shop.paper(first.id).state == "superseded"
    assert shop.system.read(integrity.verify).faults == ()


def test_whoever_issues_on_worse_credit_asks_in_their_own_name(shop: SellingShop) -> None:
    ready = shop.submit(shop.draft())
    shop.tell_credit(outstanding=5_000, overdue=5_000)
    issued = shop.desk.director.execute(IssueQuotation(ready.id, ready.version))
    assert (issued.state, issued.level) == ("issued", "OWN")
    request = shop.paper(ready.id).request
    assert request is not None
    assert (request.verdict, request.name) == ("own", "คุณdirector")
    assert shop.request(ready.request_id)["state"] == "voided"


def test_reading_before_the_answer_does_not_push_the_superiors_answer_away(
    shop: SellingShop,
) -> None:
    asked = superior(shop)
    assert asked.request_id is not None
    shop.desk.officer.execute(MarkSeen(asked.request_id))
    assert shop.request(asked.request_id)["version"] == 1


def test_a_card_of_a_request_that_does_not_exist_is_refused(shop: SellingShop) -> None:
    with pytest.raises(Refused, match="not_found"):
        shop.desk.supervisor.read(approval_queue.request_card, 999)


def test_until_a_matrix_is_confirmed_the_top_grade_answers(shop: SellingShop) -> None:
    matrix = shop.store.t.matrix
    with shop.store.write():
        for trigger in ("update", "delete"):
            on = " ON matrix" if shop.store.engine == "postgresql" else ""
            shop.store.database.execute_sql(f"DROP TRIGGER matrix_no_{trigger}{on}")
        matrix.delete().execute()
    asked = shop.submit(shop.draft())
    assert (asked.level, asked.answerer) == ("SUPERIOR", "คุณdirector")


def test_the_customer_who_waits_stands_on_top_of_the_queue(shop: SellingShop) -> None:
    first = superior(shop)
    shop.desk.later(minutes=1)
    draft = shop.draft(shop.line("STEEL", 200, discount="13%"), customer_id=shop.new_customer("ก"))
    second = shop.submit(draft, waiting=True)
    page = shop.desk.supervisor.read(approval_queue.queue_page)
    assert [row.id for row in page.rows] == [second.request_id, first.request_id]


def test_the_queue_pages_through_every_request_once(shop: SellingShop) -> None:
    asked = []
    for index in range(5):
        shop.desk.later(minutes=1)
        customer = shop.new_customer(f"ลูกค้า {index}")
        draft = shop.draft(shop.line("CEM", 9, discount="12%"), customer_id=customer)
        asked.append(shop.submit(draft).request_id)
    first = shop.desk.supervisor.read(approval_queue.queue_page, None, 2)
    second = shop.desk.supervisor.read(approval_queue.queue_page, first.next, 2)
    third = shop.desk.supervisor.read(approval_queue.queue_page, second.next, 2)
    assert [row.id for row in (*first.rows, *second.rows, *third.rows)] == asked
    assert third.next is None


def test_the_card_shows_what_the_supervisor_needs_and_hides_margin_from_officers(
    shop: SellingShop,
) -> None:
    before = shop.issued(shop.line("CEM", 5))
    shop.tell_credit(outstanding=10)
    asked = superior(shop)
    assert asked.request_id is not None
    card = shop.desk.supervisor.read(approval_queue.request_card, asked.request_id)
    assert card.decision.level is Level.SUPERIOR
    assert [price.reference for price in card.last_prices] == [before.number]
    assert [other.reference for other in card.others] == [before.number]
    assert card.credit is not None
    assert card.credit.outstanding == Money.of(10)
    assert card.margin is not None
    assert card.verdicts == ("approve", "return", "reject")
    own = shop.desk.officer.read(approval_queue.request_card, asked.request_id)
    assert own.margin is None


def test_the_officer_finds_the_answer_on_today_until_it_is_read(shop: SellingShop) -> None:
    asked = superior(shop)
    answer(shop, asked, "return", "แก้ราคา")
    assert answers(shop) == ["returned_note"]
    assert asked.request_id is not None
    shop.desk.officer.execute(MarkSeen(asked.request_id))
    assert answers(shop) == []


def test_another_running_copy_hears_of_the_answer(shop: SellingShop) -> None:
    asked = superior(shop)
    shop.desk.officer.poll()
    answer(shop, asked, "approve")
    assert {"request", "document"} <= shop.desk.officer.poll()
    assert shop.desk.officer.poll() == frozenset()


def test_an_approved_cancelling_cancels_and_a_rejected_one_does_not(shop: SellingShop) -> None:
    for verdict, state in (("reject", "issued"), ("approve", "cancelled")):
        issued = shop.issued()
        paper = shop.paper(issued.id)
        asked = shop.desk.officer.execute(CancelQuotation(issued.id, paper.version, "พิมพ์ผิด"))
        answer(shop, asked, verdict, "ดูแล้ว")
        assert shop.paper(issued.id).state == state


def test_an_answer_once_given_can_be_neither_changed_nor_taken_out(shop: SellingShop) -> None:
    answer(shop, superior(shop), "approve")
    for change in ("UPDATE request_answer SET note = 'x'", "DELETE FROM request_answer"):
        with pytest.raises(Exception, match="append-only"), shop.store.write():
            shop.store.database.execute_sql(change)
