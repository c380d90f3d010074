"""Absence: who answers for whom, for how long, and what nobody gains by it."""

from datetime import timedelta

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.services.authority import absences, approval_queue
from crm_desktop.services.authority.approvals import AnswerRequest, MarkSeen, RecallRequest
from crm_desktop.services.authority.delegations import (
    Delegate,
    Delegation,
    EndDelegation,
    HandOver,
    delegations,
)
from crm_desktop.services.papers.quotation_life import SetFollowUp
from crm_desktop.services.papers.quotations import Outcome, SaveQuotation
from crm_desktop.services.today import today
from crm_desktop.services.visits.visits import PlanVisit
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

IDS = {name: number for number, name in enumerate(PEOPLE, start=1)}


def lend(
    shop: SellingShop,
    who: str = "supervisor",
    to: str = "sales",
    *,
    begins: int = 0,
    days: int = 1,
    matters: tuple[str, ...] = (),
    of: str | None = None,
) -> int:
    """Authority lent for some days from today on."""
    first = shop.desk.now.date() + timedelta(days=begins)
    last = first + timedelta(days=days - 1)
    principal = IDS[of] if of else None
    command = Delegate(IDS[to], first, last, "ลาพักร้อน", matters, principal)
    made: int = getattr(shop.desk, who).execute(command)
    return made


def asked(shop: SellingShop, discount: str = "12%", who: str = "officer") -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount=discount), who=who), who=who)


def answer(shop: SellingShop, outcome: Outcome, who: str, verdict: str = "approve") -> str:
    version = shop.request(outcome.request_id)["version"]
    command = AnswerRequest(outcome.request_id or 0, version, verdict, "ดูแล้ว")
    state: str = getattr(shop.desk, who).execute(command)
    return state


def queue(shop: SellingShop, who: str) -> list[tuple[int, str]]:
    program = getattr(shop.desk, who)
    program.poll()
    rows = program.read(approval_queue.queue_page).rows
    return [(row.id, row.stead) for row in rows if row.mine]


def test_a_day_of_absence_from_the_appointment_to_the_end(shop: SellingShop) -> None:
    lend(shop, begins=1)
    outcome = asked(shop)
    with pytest.raises(NotAllowed):
        answer(shop, outcome, "sales")
    shop.desk.later(days=1)
    again = asked(shop)
    assert again.answerer == "คุณsupervisor (คุณsales ปฏิบัติหน้าที่แทน)"
    assert queue(shop, "sales") == [
        (outcome.request_id, "คุณsupervisor"),
        (again.request_id, "คุณsupervisor"),
    ]
    assert answer(shop, outcome, "sales") == "approved"
    card = shop.desk.supervisor.read(approval_queue.request_card, outcome.request_id or 0)
    assert [(each.name, each.stead) for each in card.history] == [("คุณsales", "คุณsupervisor")]
    paper = shop.paper(outcome.id)
    assert paper.request is not None
    assert paper.request.name == "คุณsales (แทน คุณsupervisor)"
    shop.desk.later(days=1)
    with pytest.raises(NotAllowed, match="lent_no_longer"):
        answer(shop, again, "sales")
    assert answer(shop, again, "supervisor") == "approved"


def test_the_last_day_counts_whole_and_the_day_after_not_at_all(shop: SellingShop) -> None:
    lend(shop, days=2)
    first, second = asked(shop), asked(shop)
    shop.desk.now = shop.desk.now.replace(hour=23, minute=59) + timedelta(days=1)
    assert answer(shop, first, "sales") == "approved"
    shop.desk.later(minutes=1)
    with pytest.raises(NotAllowed, match="lent_no_longer"):
        answer(shop, second, "sales")
    assert queue(shop, "supervisor") == [(second.request_id, "")]


def test_authority_that_was_lent_is_not_passed_on(shop: SellingShop) -> None:
    lend(shop, "supervisor", "manager")
    lend(shop, "manager", "sales")
    outcome = asked(shop)
    assert outcome.answerer == "คุณsupervisor (คุณmanager ปฏิบัติหน้าที่แทน)"
    assert answer(shop, outcome, "sales") == "approved", "as the manager, who stands above as well"
    said = shop.store.t.request_answer.select().where(
        shop.store.t.request_answer.c.request_id == outcome.request_id
    )
    assert [row["for_id"] for row in said.dicts()] == [IDS["manager"]]
    credit_only = asked(shop, "20%")
    assert queue(shop, "sales") == [(credit_only.request_id, "คุณmanager")]


@pytest.mark.parametrize("part", ["requester_id", "edited_by_id", "owner_id"])
def test_a_deputy_with_a_hand_in_the_paper_never_answers_it(shop: SellingShop, part: str) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    document = shop.store.t.document
    deputy = "officer" if part == "requester_id" else "credit"
    if part != "requester_id":
        with shop.store.write():
            document.update(**{part: IDS[deputy]}).where(document.c.id == draft.id).execute()
    lend(shop, to=deputy)
    outcome = shop.submit(draft)
    assert outcome.answerer == "คุณmanager", "it climbs past who is away"
    assert queue(shop, deputy) == []
    with pytest.raises(NotAllowed, match="not_own_request"):
        answer(shop, outcome, deputy)
    assert answer(shop, outcome, "manager") == "approved"


def test_what_waits_climbs_when_the_deputy_turns_out_to_have_asked_it(shop: SellingShop) -> None:
    outcome = asked(shop)
    lend(shop, to="officer")
    assert shop.request(outcome.request_id)["answerer_id"] == IDS["manager"]
    card = shop.desk.manager.read(approval_queue.request_card, outcome.request_id or 0)
    assert [each.code for each in card.route] == ["route_deputy_barred"]
    assert answer(shop, outcome, "manager") == "approved"


def test_only_the_matters_that_were_lent_are_the_deputys(shop: SellingShop) -> None:
    lend(shop, matters=("quotation.extend",))
    outcome = asked(shop)
    assert outcome.answerer == "คุณsupervisor"
    assert queue(shop, "sales") == []
    with pytest.raises(NotAllowed, match="not_your_request"):
        answer(shop, outcome, "sales")


def test_the_principal_may_answer_meanwhile_and_the_deputy_is_told(shop: SellingShop) -> None:
    lend(shop)
    outcome = asked(shop)
    version = shop.request(outcome.request_id)["version"]
    assert answer(shop, outcome, "supervisor") == "approved"
    with pytest.raises(Stale, match="already_answered") as told:
        shop.desk.sales.execute(AnswerRequest(outcome.request_id or 0, version, "approve"))
    assert told.value.values["name"] == "คุณsupervisor"


def test_a_deputy_answers_nothing_that_the_absent_superior_had_a_hand_in(
    shop: SellingShop,
) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="20%"))
    paper = shop.paper(draft.id, "manager")
    edited = shop.desk.manager.execute(SaveQuotation(draft.id, paper.version, paper.content))
    outcome = shop.submit(edited)
    lend(shop, "manager")
    assert (outcome.answerer, queue(shop, "sales")) == ("คุณdirector", [])
    with pytest.raises(NotAllowed, match="not_your_request"):
        answer(shop, outcome, "sales")


def test_a_deputy_decides_no_more_than_the_absent_superior_could(shop: SellingShop) -> None:
    lend(shop, to="sales")
    outcome = asked(shop, "20%")
    assert outcome.answerer == "คุณmanager"
    with pytest.raises(NotAllowed, match="beyond_and_passed_on") as refused:
        answer(shop, outcome, "sales")
    assert refused.value.values["name"] == "คุณmanager"
    assert shop.request(outcome.request_id)["answerer_id"] == IDS["manager"]


def test_credit_finance_is_stood_in_for_too(shop: SellingShop) -> None:
    shop.tell_credit(limit=1_000, outstanding=900)
    lend(shop, "credit", "receiving")
    outcome = asked(shop)
    assert shop.request(outcome.request_id)["answerer_role"] == "credit"
    assert queue(shop, "receiving") == [(outcome.request_id, "คุณcredit")]
    assert answer(shop, outcome, "receiving") == "waiting"
    assert queue(shop, "receiving") == []


def test_two_deputies_at_once_are_refused_and_the_first_named(shop: SellingShop) -> None:
    lend(shop, to="sales", days=3, matters=("quotation.issue",))
    with pytest.raises(Refused, match="delegation_overlaps") as refused:
        lend(shop, to="credit", begins=2)
    assert refused.value.values["name"] == "คุณsales"
    lend(shop, to="credit", begins=2, matters=("document.cancel",))
    lend(shop, to="credit", begins=3)


@pytest.mark.parametrize(
    ("who", "to", "more", "code"),
    [
        ("supervisor", "supervisor", {}, "deputy_is_self"),
        ("supervisor", "administrator", {}, "deputy_without_business"),
        ("supervisor", "other", {}, "deputy_other_branch"),
        ("supervisor", "sales", {"begins": -1}, "delegation_past"),
        ("supervisor", "sales", {"days": 0}, "delegation_backwards"),
        ("supervisor", "sales", {"days": 400}, "delegation_long"),
        ("supervisor", "sales", {"of": "manager"}, "delegation_not_yours"),
        ("manager", "sales", {"of": "officer"}, "nothing_to_lend"),
    ],
)
def test_what_cannot_be_arranged_is_refused_with_a_sentence(
    shop: SellingShop, who: str, to: str, more: dict[str, int], code: str
) -> None:
    with pytest.raises(Refused, match=code):
        lend(shop, who, to, **more)  # type: ignore[arg-type]


def test_a_superior_appoints_for_somebody_who_fell_ill(shop: SellingShop) -> None:
    lend(shop, "manager", "sales", of="supervisor")
    outcome = asked(shop)
    assert queue(shop, "sales") == [(outcome.request_id, "คุณsupervisor")]


def seen(shop: SellingShop, who: str, *, over: bool = False) -> list[Delegation]:
    program = getattr(shop.desk, who)
    return list(program.read(delegations, over=over))


def test_why_somebody_is_away_is_not_everybodys_to_read(shop: SellingShop) -> None:
    lend(shop)
    for who in ("supervisor", "sales", "manager"):
        assert [each.reason for each in seen(shop, who)] == ["ลาพักร้อน"]
    assert [(each.reason, each.ends) for each in seen(shop, "cashier")] == [("", False)]


def test_an_arrangement_ends_at_once_for_those_it_concerns(shop: SellingShop) -> None:
    lend(shop)
    (made,) = seen(shop, "supervisor")
    with pytest.raises(NotAllowed, match="delegation_not_yours"):
        shop.desk.officer.execute(EndDelegation(made.id, made.version))
    outcome = asked(shop)
    version = shop.request(outcome.request_id)["version"]
    shop.desk.supervisor.execute(EndDelegation(made.id, made.version))
    with pytest.raises(NotAllowed, match="lent_no_longer"):
        shop.desk.sales.execute(AnswerRequest(outcome.request_id or 0, version, "approve"))
    assert queue(shop, "supervisor") == [(outcome.request_id, "")]
    with pytest.raises(Refused, match="delegation_over"):
        shop.desk.supervisor.execute(EndDelegation(made.id, made.version + 1))
    assert seen(shop, "supervisor") == []
    assert [each.over for each in seen(shop, "supervisor", over=True)] == [True]


def test_an_officer_as_deputy_answers_but_sees_no_cost_and_no_team(shop: SellingShop) -> None:
    outcome = asked(shop)
    lend(shop, "manager", "sales")
    sales = shop.desk.sales
    sales.poll()
    assert sales.actor is not None
    assert sales.actor.may("request.answer")
    assert not sales.actor.may("cost.see")
    assert not sales.actor.may("team.read")
    card = sales.read(approval_queue.request_card, outcome.request_id or 0)
    assert card.margin is None


# ---------------------------------------------------------------- work that is handed over


def hand_over(shop: SellingShop, to: str, *, days: int = 1) -> int:
    """The officer's work left to a colleague from today on."""
    today = shop.desk.now.date()
    command = HandOver(IDS[to], today, today + timedelta(days=days - 1), "ลากิจ")
    return shop.desk.officer.execute(command)


@pytest.fixture
def colleague(shop: SellingShop) -> str:
    """A second officer of the branch."""
    person = shop.store.t.person
    with shop.store.write():
        person.update(roles="officer").where(person.c.username == "receiving").execute()
    shop.desk.receiving.become(IDS["receiving"])
    return "receiving"


def lines(shop: SellingShop, who: str, section: str) -> list[tuple[str, str]]:
    program = getattr(shop.desk, who)
    found = program.read(today.today, whole=False)
    return [
        (line.reference, line.stead)
        for each in found.sections
        if each.code == section
        for line in each.lines
    ]


def test_a_colleague_sees_the_absent_officers_work_and_whose_it_is(
    shop: SellingShop, colleague: str
) -> None:
    issued = shop.issued()
    follow = SetFollowUp(issued.id, issued.version, shop.desk.now.date())
    shop.desk.officer.execute(follow)
    shop.desk.officer.execute(PlanVisit(shop.customer, shop.desk.now.date(), "เสนอสี"))
    rejected = asked(shop)
    answer(shop, rejected, "supervisor", "return")
    assert lines(shop, colleague, "today_follow_ups") == []
    before = shop.desk.receiving.read(today.counts).today
    hand_over(shop, colleague)
    assert lines(shop, colleague, "today_follow_ups") == [(issued.number, "คุณofficer")]
    assert [name for _, name in lines(shop, colleague, "today_visits")] == ["คุณofficer"]
    ((_, name),) = lines(shop, colleague, "today_answers")
    assert name == "คุณofficer"
    stands_in = 1  # the line that names the absent colleague
    assert shop.desk.receiving.read(today.counts).today == before + 3 + stands_in
    assert lines(shop, "officer", "today_follow_ups") == [(issued.number, "")]
    assert lines(shop, colleague, "today_stand_ins") == [("คุณofficer", "")]
    shop.desk.later(days=1)
    assert lines(shop, colleague, "today_follow_ups") == []


def test_an_answer_stays_unread_for_the_officer_who_is_away(
    shop: SellingShop, colleague: str
) -> None:
    outcome = asked(shop)
    answer(shop, outcome, "supervisor")
    hand_over(shop, colleague)
    (section,) = (
        each
        for each in shop.desk.receiving.read(today.today, whole=False).sections
        if each.code == "today_answers"
    )
    assert [line.actions for line in section.lines] == [("open",)]
    with pytest.raises(NotAllowed, match="not_your_request"):
        shop.desk.receiving.execute(MarkSeen(outcome.request_id or 0))


def test_nobody_is_told_of_an_answer_that_they_gave_themselves(shop: SellingShop) -> None:
    hand_over(shop, "supervisor")
    outcome = asked(shop)
    answer(shop, outcome, "supervisor")
    assert lines(shop, "supervisor", "today_answers") == []
    assert [reference for reference, _ in lines(shop, "officer", "today_answers")] == [
        shop.paper(outcome.id).reference
    ]


def test_the_officer_reads_for_whom_the_deputy_answered(shop: SellingShop) -> None:
    lend(shop)
    answer(shop, asked(shop), "sales")
    (told,) = (
        line.values["person"]
        for line in shop.desk.officer.read(today.news)
        if line.section == "today_answers"
    )
    assert told == "คุณsales (แทน คุณsupervisor)"


def test_who_is_away_is_not_told_to_stand_in_for_their_deputy(shop: SellingShop) -> None:
    lend(shop)
    assert lines(shop, "sales", "today_stand_ins") == [("คุณsupervisor", "")]
    assert lines(shop, "supervisor", "today_stand_ins") == []
    assert lines(shop, "supervisor", "today_stood_in") == [("คุณsales", "")]
    assert "today_stood_in" not in {line.section for line in shop.desk.supervisor.read(today.news)}


def test_who_serves_customers_is_offered_before_who_moves_goods(shop: SellingShop) -> None:
    offered = shop.desk.supervisor.read(absences.planning).deputies
    names = [each.name.removeprefix("คุณ") for each in offered]
    assert set(names[-4:]) == {"cashier", "sales", "receiving", "logistics"}
    assert {"officer", "credit", "director"} < set(names[:-4])


def test_whoever_has_the_work_takes_a_request_back_and_nobody_else(
    shop: SellingShop, colleague: str
) -> None:
    outcome = asked(shop)
    version = shop.request(outcome.request_id)["version"]
    with pytest.raises(NotAllowed, match="recall_not_yours"):
        shop.desk.receiving.execute(RecallRequest(outcome.request_id or 0, version))
    hand_over(shop, colleague)
    shop.desk.receiving.execute(RecallRequest(outcome.request_id or 0, version))
    assert shop.paper(outcome.id).state == "draft"


@pytest.mark.parametrize(
    ("to", "code"), [("sales", "deputy_not_desk"), ("other", "deputy_other_branch")]
)
def test_work_goes_only_to_somebody_who_can_do_it(shop: SellingShop, to: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        hand_over(shop, to)


def test_what_a_deputy_is_asked_says_for_whom(shop: SellingShop) -> None:
    lend(shop)
    asked(shop)
    shop.desk.sales.poll()
    ((_, name),) = lines(shop, "sales", "today_waiting")
    assert name == "คุณsupervisor"
    assert shop.desk.sales.read(today.counts).approvals == 1
    (told,) = [each for each in shop.desk.sales.read(today.news) if each.kind == "delegation"]
    assert told.code == "today_stand_in_authority"


def test_whoever_arranges_it_is_told_what_speaks_against_a_deputy(shop: SellingShop) -> None:
    lend(shop, "manager", "credit")
    supervisor, today = shop.desk.supervisor, shop.desk.now.date()
    found = supervisor.read(absences.planning)
    assert [each.name for each in found.principals] == ["คุณsupervisor", "คุณofficer"]
    assert "คุณadministrator" not in [each.name for each in found.deputies]

    def told(to: str) -> list[str]:
        ids = IDS["supervisor"], IDS[to]
        return [
            each.code for each in supervisor.read(absences.doubts, "authority", *ids, today, today)
        ]

    assert told("manager") == ["deputy_away"]
    assert told("officer") == ["deputy_asks", "deputy_sees_less"]
    assert told("credit") == []
