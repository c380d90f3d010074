"""People and the matrix change while a request waits: it always reaches somebody who can answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.authority import Level, ladder, rows_to_json, shipped
from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import approval_queue, matrices
from crm_desktop.services.authority.approvals import AnswerRequest, ConfirmSpoken
from crm_desktop.services.authority.delegations import Delegate, HandOver
from crm_desktop.services.authority.requests import Consulted
from crm_desktop.services.housekeeping import Housekeeping, chores
from crm_desktop.services.papers.quotations import Outcome, SaveQuotation
from crm_desktop.services.people import SavePerson
from crm_desktop.services.team.reassigning import Part, Reassign
from crm_desktop.services.today import today
from crm_desktop.services.today.today import news
from crm_desktop.store import audit
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

IDS = {name: number for number, name in enumerate(PEOPLE, start=1)}
NAMES = {number: name for name, number in IDS.items()}


def asked(shop: SellingShop, discount: str = "12%") -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount=discount)))


def change(shop: SellingShop, who: str, **values: Any) -> None:
    """The administrator saves a person with something else."""
    table = shop.store.t.person
    (row,) = table.select().where(table.c.username == who).dicts()
    now = {
        "grade": row["grade"],
        "superior_id": row["superior_id"],
        "roles": tuple(row["roles"].split()),
        "active": bool(row["active"]),
        **values,
    }
    names = {"username": who, "full_name": row["name"], "full_name_en": row["name_en"]}
    command = SavePerson(
        id=row["id"], version=row["version"], branch_id=row["branch_id"], **names, **now
    )
    shop.desk.administrator.execute(command)


def hired(shop: SellingShop, who: str, role: str, grade: str, above: str) -> int:
    """Somebody new."""
    return shop.desk.administrator.execute(
        SavePerson(
            id=None,
            version=0,
            username=who,
            full_name=f"คุณ{who}",
            full_name_en=who,
            roles=(role,),
            grade=grade,
            branch_id=1,
            superior_id=IDS[above],
            password="a long password",
        )
    )


def asks(shop: SellingShop, outcome: Outcome) -> str:
    """Whose answer is waited for."""
    row = shop.request(outcome.request_id)
    return (
        NAMES.get(row["answerer_id"], str(row["answerer_id"]))
        if row["answerer_id"]
        else str(row["answerer_role"])
    )


def why(shop: SellingShop, outcome: Outcome, who: str = "director") -> list[str]:
    card = getattr(shop.desk, who).read(approval_queue.request_card, outcome.request_id or 0)
    return [each.code for each in card.route]


def kept(shop: SellingShop) -> None:
    """Housekeeping, until nothing is left to be done."""
    while shop.system.execute(Housekeeping()).more:
        continue
    assert not shop.system.read(chores).house


def answer(shop: SellingShop, outcome: Outcome, who: str, verdict: str = "approve") -> str:
    version = shop.request(outcome.request_id)["version"]
    command = AnswerRequest(outcome.request_id or 0, version, verdict, "ดูแล้ว")
    state: str = getattr(shop.desk, who).execute(command)
    return state


def test_a_superior_who_leaves_mid_request_leaves_nobody_waiting(shop: SellingShop) -> None:
    outcome = asked(shop)
    version = shop.request(outcome.request_id)["version"]
    change(shop, "supervisor", active=False)
    assert (asks(shop, outcome), why(shop, outcome)) == ("manager", ["route_answerer_left"])
    with pytest.raises(Refused):
        shop.desk.supervisor.execute(AnswerRequest(outcome.request_id or 0, version, "approve"))
    with pytest.raises(Stale, match="request_moved"):
        shop.desk.manager.execute(AnswerRequest(outcome.request_id or 0, version, "approve"))
    assert answer(shop, outcome, "manager") == "approved"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"grade": "G3"}, "route_authority_changed"),
        ({"roles": ("sales",)}, "route_answerer_left"),
    ],
)
def test_who_lost_grade_or_role_is_not_waited_for(
    shop: SellingShop, values: dict[str, Any], code: str
) -> None:
    outcome = asked(shop)
    change(shop, "supervisor", **values)
    assert (asks(shop, outcome), why(shop, outcome)) == ("manager", [code])


def test_another_superior_of_the_officer_gets_what_waits(shop: SellingShop) -> None:
    outcome = asked(shop)
    NAMES[hired(shop, "second", "supervisor", "G4", "manager")] = "second"
    (second,) = (number for number, name in NAMES.items() if name == "second")
    change(shop, "officer", superior_id=second)
    assert (asks(shop, outcome), why(shop, outcome)) == ("second", ["route_line_changed"])
    with pytest.raises(NotAllowed, match="not_your_request"):
        answer(shop, outcome, "supervisor")


def test_a_promotion_while_waiting_changes_nothing_that_was_asked(shop: SellingShop) -> None:
    outcome = asked(shop)
    change(shop, "officer", grade="G4", roles=("supervisor",))
    assert asks(shop, outcome) == "supervisor"
    with pytest.raises(NotAllowed, match="not_own_request"):
        answer(shop, outcome, "officer")
    assert answer(shop, outcome, "supervisor") == "approved"


def test_what_a_head_gave_to_another_line_goes_up_in_the_requesters_own(
    shop: SellingShop,
) -> None:
    aside = hired(shop, "aside", "manager", "G5", "director")
    chosen = hired(shop, "chosen", "supervisor", "G4", "director")
    with shop.store.write():
        person = shop.store.t.person
        person.update(superior_id=aside).where(person.c.id == chosen).execute()
    outcome = asked(shop)
    part = Part("answers", chosen)
    shop.desk.director.execute(Reassign(IDS["supervisor"], (part,), "ลาพัก"))
    assert asks(shop, outcome) == str(chosen)
    card = shop.desk.director.read(approval_queue.request_card, outcome.request_id or 0)
    assert card.above == "คุณmanager"
    shop.desk.later(days=2)
    kept(shop)
    assert (asks(shop, outcome), why(shop, outcome)) == (
        "manager",
        ["route_reassigned", "route_escalated"],
    )
    shop.desk.later(days=1)
    kept(shop)
    assert asks(shop, outcome) == "director"


def test_what_has_climbed_does_not_come_down_again(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 60, discount="8%")))
    assert answer(shop, outcome, "supervisor", "advise_against") == "waiting"
    assert asks(shop, outcome) == "manager"
    change(shop, "manager", active=False)
    assert asks(shop, outcome) == "director", "not the supervisor, who was against it"
    assert shop.request(outcome.request_id)["level"] == "SUPERIOR"


def test_the_last_director_cannot_leave_what_waits_for_nobody(shop: SellingShop) -> None:
    with pytest.raises(Refused, match="last_director"):
        change(shop, "director", active=False)
    with pytest.raises(Refused, match="last_director"):
        change(shop, "director", roles=("manager",))


def stricter(shop: SellingShop, *, days: int = 0) -> None:
    """A version in which a supervisor gives no discount."""
    none = ladder("discount", (Level.OWN, 0), (Level.SUPERIOR, None))
    rows = tuple(
        replace(row, conditions=tuple(none if c.kind == "discount" else c for c in row.conditions))
        if (row.matter, row.grade.name) == ("quotation.issue", "G4")
        else row
        for row in shipped().rows
    )
    on = shop.desk.now.date() + timedelta(days=days)
    draft = matrices.DraftMatrix(tuple(rows_to_json(rows)), "เข้มขึ้น", on)
    version = shop.desk.director.execute(draft)
    shop.desk.manager.execute(matrices.ConfirmMatrix(version))


def test_a_stricter_matrix_moves_what_waits_at_once(shop: SellingShop) -> None:
    outcome = asked(shop)
    stricter(shop)
    assert (asks(shop, outcome), why(shop, outcome)) == ("manager", ["route_authority_changed"])


def test_who_was_passed_by_is_promised_no_answer_that_a_stricter_matrix_refuses(
    shop: SellingShop,
) -> None:
    def passed_up() -> tuple[list[str], bool]:
        sections = shop.desk.supervisor.read(today.today).sections
        codes = [line.code for each in sections for line in each.lines]
        card = shop.desk.supervisor.read(approval_queue.request_card, outcome.request_id or 0)
        return [each for each in codes if each.startswith("today_passed_up")], bool(card.verdicts)

    outcome = asked(shop)
    shop.desk.later(days=2)
    kept(shop)
    assert asks(shop, outcome) == "manager"
    assert passed_up() == (["today_passed_up_by"], True)
    stricter(shop)
    assert passed_up() == (["today_passed_up_beyond"], False)
    with pytest.raises(NotAllowed, match="beyond_and_passed_on"):
        answer(shop, outcome, "supervisor")


def test_a_version_that_takes_over_by_its_day_moves_what_waits_that_day(shop: SellingShop) -> None:
    outcome = asked(shop)
    stricter(shop, days=1)
    shop.system.execute(Housekeeping())
    assert asks(shop, outcome) == "supervisor"
    shop.desk.now = shop.desk.now.replace(hour=0, minute=1) + timedelta(days=1)
    assert shop.system.execute(Housekeeping()).rerouted == (outcome.request_id,)
    assert asks(shop, outcome) == "manager"
    while shop.system.execute(Housekeeping()).more:
        continue
    head = audit.head(shop.store)
    assert shop.system.execute(Housekeeping()).rerouted == ()
    assert audit.head(shop.store) == head, "a run after all is done finds nothing to do"


def test_a_milder_matrix_brings_nothing_down(shop: SellingShop) -> None:
    outcome = asked(shop, "20%")
    assert asks(shop, outcome) == "manager"
    none = ladder("amount", (Level.OWN, Money.of(10_000_000)), (Level.SUPERIOR, None))
    rows = tuple(
        replace(row, conditions=(none,)) if row.grade.name == "G4" else row
        for row in shipped().rows
    )
    shop.confirm(tuple(rows_to_json(rows)))
    assert asks(shop, outcome) == "manager"
    with pytest.raises(NotAllowed, match="beyond_and_passed_on"):
        answer(shop, outcome, "supervisor")
    assert asks(shop, outcome) == "manager"
    assert answer(shop, outcome, "manager") == "approved"


def over_limit(shop: SellingShop) -> Outcome:
    """A paper that credit-finance answers first, then the supervisor, who may decide on credit."""
    rows = tuple(
        replace(row, conditions=tuple(c for c in row.conditions if c.kind != "credit"))
        if row.grade.name in ("G4", "G5")
        else row
        for row in shipped().rows
    )
    shop.confirm(tuple(rows_to_json(rows)))
    shop.tell_credit(limit=1_000, outstanding=900)
    outcome = asked(shop)
    assert asks(shop, outcome) == "credit"
    return outcome


def test_without_credit_finance_the_director_answers_for_them(shop: SellingShop) -> None:
    outcome = over_limit(shop)
    change(shop, "credit", active=False)
    assert (asks(shop, outcome), why(shop, outcome)) == ("director", ["route_credit_nobody"])
    (alert,) = [each for each in shop.desk.director.read(news) if each.kind == "request"]
    assert (alert.code, alert.late) == ("today_waiting_for_credit", True)
    with pytest.raises(NotAllowed, match="not_your_request"):
        answer(shop, outcome, "supervisor")
    assert answer(shop, outcome, "director") == "waiting", "the superior is still asked"
    assert asks(shop, outcome) == "supervisor"
    again = asked(shop)
    assert (asks(shop, again), why(shop, again)) == ("director", ["route_credit_nobody"])


def test_a_superior_who_leaves_before_their_turn_is_replaced_too(shop: SellingShop) -> None:
    outcome = over_limit(shop)
    change(shop, "supervisor", active=False)
    assert asks(shop, outcome) == "credit"
    version = shop.request(outcome.request_id)["version"]
    assert answer(shop, outcome, "credit") == "waiting"
    assert asks(shop, outcome) == "manager"
    with pytest.raises(Stale, match="already_answered"):
        shop.desk.manager.execute(AnswerRequest(outcome.request_id or 0, version, "approve"))


def test_a_superior_without_the_task_of_answering_is_passed_by(shop: SellingShop) -> None:
    change(shop, "supervisor", roles=("sales",))
    outcome = asked(shop)
    assert asks(shop, outcome) == "manager"


def test_advice_by_phone_of_who_left_is_confirmed_by_the_next(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    said = Consulted(IDS["supervisor"], shop.desk.now, "ให้ได้")
    outcome = shop.submit(draft, consulted=said)
    change(shop, "supervisor", active=False)
    assert asks(shop, outcome) == "manager"
    version = shop.request(outcome.request_id)["version"]
    shop.desk.manager.execute(ConfirmSpoken(outcome.request_id or 0, version, agrees=True))
    assert shop.request(outcome.request_id)["spoken"] == 0


def takes_it_over(shop: SellingShop, paper: int) -> None:
    part = Part("papers", IDS["supervisor"], (paper,))
    shop.desk.manager.execute(Reassign(IDS["officer"], (part,), "ย้าย"))


def makes_it_milder(shop: SellingShop, paper: int) -> None:
    there = shop.paper(paper, "supervisor")
    less = replace(there.content, lines=(shop.line("CEM", 50, discount="8%"),))
    saved = shop.desk.supervisor.execute(SaveQuotation(paper, there.version, less))
    assert saved.kept


@pytest.mark.parametrize("comes_to_have_a_hand", [takes_it_over, makes_it_milder])
def test_words_by_phone_are_not_lost_nor_confirmed_by_an_adviser_whose_paper_it_is_by_now(
    shop: SellingShop, comes_to_have_a_hand: Callable[[SellingShop, int], None]
) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    said = Consulted(IDS["supervisor"], shop.desk.now, "ให้ได้")
    outcome = shop.submit(draft, consulted=said)
    comes_to_have_a_hand(shop, draft.id)
    assert (asks(shop, outcome), why(shop, outcome)) == ("manager", ["route_answerer_barred"])
    request = shop.store.t.request
    version = shop.request(outcome.request_id)["version"]
    agrees = ConfirmSpoken(outcome.request_id or 0, version, agrees=True)
    with shop.store.write():
        request.update(answerer_id=IDS["supervisor"]).execute()
    with pytest.raises(NotAllowed, match="not_own_request"):
        shop.desk.supervisor.execute(agrees)
    kept(shop)
    assert asks(shop, outcome) == "manager", "nor where it was left to be moved"
    shop.desk.manager.execute(replace(agrees, version=version + 1))
    shop.desk.later(days=1)
    again = shop.draft(shop.line("CEM", 60, discount="8%"))
    shop.submit(again, consulted=Consulted(IDS["supervisor"], shop.desk.now, "ให้ได้"))


def test_advice_by_phone_of_a_deputy_is_theirs_to_confirm(shop: SellingShop) -> None:
    today = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(IDS["sales"], today, today, "ลา"))
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    advisers = shop.desk.officer.read(approval_queue.may_consult, draft.id)
    assert [(each.name, each.stead) for each in advisers] == [
        ("คุณsales", "คุณsupervisor"),
        ("คุณsupervisor", ""),
        ("คุณmanager", ""),
        ("คุณdirector", ""),
    ]
    with pytest.raises(NotAllowed, match="not_your_superior"):
        shop.submit(draft, consulted=Consulted(IDS["credit"], shop.desk.now, "ให้ได้"))
    outcome = shop.submit(draft, consulted=Consulted(IDS["sales"], shop.desk.now, "ให้ได้"))
    assert shop.system.execute(Housekeeping()).rerouted == ()
    version = shop.request(outcome.request_id)["version"]
    shop.desk.sales.execute(ConfirmSpoken(outcome.request_id or 0, version, agrees=True))
    card = shop.desk.manager.read(approval_queue.request_card, outcome.request_id or 0)
    assert [(each.verdict, each.stead) for each in card.history] == [
        ("spoken", "คุณsupervisor"),
        ("confirm_spoken", "คุณsupervisor"),
    ]


def test_what_a_deputy_did_not_confirm_in_time_is_for_the_principal(shop: SellingShop) -> None:
    today = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(IDS["sales"], today, today, "ลา"))
    draft = shop.draft(shop.line("CEM", 60, discount="8%"))
    outcome = shop.submit(draft, consulted=Consulted(IDS["sales"], shop.desk.now, "ให้ได้"))
    shop.desk.later(days=1)
    shop.system.execute(Housekeeping())
    assert asks(shop, outcome) == "supervisor"
    version = shop.request(outcome.request_id)["version"]
    shop.desk.supervisor.execute(ConfirmSpoken(outcome.request_id or 0, version, agrees=True))
    assert shop.request(outcome.request_id)["spoken"] == 0
    card = shop.desk.manager.read(approval_queue.request_card, outcome.request_id or 0)
    assert [each.stead for each in card.history] == ["คุณsupervisor", ""], "nobody is their deputy"


def test_a_version_that_wants_credit_finance_first_has_it_asked(shop: SellingShop) -> None:
    rows = tuple(
        replace(row, conditions=tuple(c for c in row.conditions if c.kind != "credit"))
        for row in shipped().rows
    )
    shop.confirm(tuple(rows_to_json(rows)))
    shop.tell_credit(limit=1_000, outstanding=900)
    outcome = asked(shop)
    assert asks(shop, outcome) == "supervisor"
    shop.confirm(tuple(rows_to_json(shipped().rows)))
    assert (asks(shop, outcome), why(shop, outcome)) == (
        "credit",
        ["route_matrix_changed", "route_authority_changed"],
    )
    assert answer(shop, outcome, "credit") == "waiting"
    assert asks(shop, outcome) == "director"


def test_a_deputy_who_leaves_gives_everything_back(shop: SellingShop) -> None:
    today = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(IDS["sales"], today, today, "ลา"))
    change(shop, "sales", active=False)
    outcome = asked(shop)
    assert outcome.answerer == "คุณsupervisor"
    with pytest.raises(Refused):
        answer(shop, outcome, "sales")
    assert answer(shop, outcome, "supervisor") == "approved"


def test_what_moved_is_told_once_and_to_who_has_the_paper_too(shop: SellingShop) -> None:
    def told(who: str) -> list[str]:
        program: Application = colleague if who == "colleague" else getattr(shop.desk, who)
        sections = program.read(today.today, whole=False).sections
        codes = [line.code for each in sections for line in each.lines]
        return [each for each in codes if each.startswith(("today_passed", "today_moved"))]

    colleague, day = Application(shop.store, lambda: shop.desk.now), shop.desk.now.date()
    colleague.become(hired(shop, "colleague", "officer", "G3", "supervisor"))
    last = day + timedelta(days=9)
    shop.desk.officer.execute(HandOver(colleague.actor.person_id, day, last, "ลา"))
    climbed = asked(shop)
    shop.desk.later(days=2)
    kept(shop)
    assert (asks(shop, climbed), told("officer")) == ("manager", ["today_passed_up_own"])
    change(shop, "manager", active=False)
    assert told("officer") == told("colleague") == ["today_passed_up_own"], "once is enough"
    moved, table = asked(shop), shop.store.t.document
    with shop.store.write():
        table.update(owner_id=IDS["other"]).where(table.c.id == moved.id).execute()
    change(shop, "supervisor", active=False)
    assert told("other") == ["today_moved_to"]
    assert sorted(told("officer")) == ["today_moved_to", "today_passed_up_own"]


def test_who_asked_hears_who_has_it_now(shop: SellingShop) -> None:
    def heard(who: str = "officer") -> list[tuple[str, Any]]:
        told = getattr(shop.desk, who).read(news)
        moved = [each for each in told if each.section == "today_moved"]
        return [(each.code, each.values["answerer"]) for each in moved]

    outcome = asked(shop)
    assert heard() == []
    change(shop, "supervisor", active=False)
    assert heard() == [("today_moved_to", "คุณmanager")]
    part = Part("answers", IDS["director"])
    shop.desk.director.execute(Reassign(IDS["manager"], (part,), "ลาพัก"))
    assert heard() == [("today_moved_to", "คุณdirector")]
    assert heard("manager") == []
    answer(shop, outcome, "director")
    assert heard() == []
