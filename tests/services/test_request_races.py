"""When two things happen at once to a request: each has a defined end, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.authority import Grade, Level, ladder, rows_to_json, shipped
from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.services import integrity, people
from crm_desktop.services.authority import approval_queue
from crm_desktop.services.authority.approvals import AnswerLimit, AnswerRequest, RecallRequest
from crm_desktop.services.authority.delegations import Delegate, EndDelegation, delegations
from crm_desktop.services.authority.matrices import ConfirmMatrix, DraftMatrix
from crm_desktop.services.authority.pressing import CustomerWaits
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.papers.quotation_life import CancelQuotation
from crm_desktop.services.papers.quotations import (
    IssueQuotation,
    Outcome,
    SaveQuotation,
    SubmitQuotation,
)
from crm_desktop.services.people import SavePerson
from tests.race import Race
from tests.services import racers
from tests.services.desk import PASSWORD, PEOPLE, desk
from tests.services.racers import Press
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]

TIMES = 2
EIGHT = (AnswerLimit("discount", "8"),)
WHO = {name: number for number, name in enumerate(PEOPLE, start=1)}


def ask(shop: SellingShop, *, waiting: bool = False) -> Outcome:
    """A paper that the supervisor decides, and so may anybody above."""
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    return shop.submit(draft, waiting=waiting)


def answer(outcome: Outcome, verdict: str = "approve", **values: Any) -> AnswerRequest:
    """An answer to the request as it was first asked."""
    assert outcome.request_id is not None
    note = "" if verdict == "approve" else "ราคาต่ำไป"
    return AnswerRequest(outcome.request_id, 1, verdict, note, **values)


def by(who: str, command: Any, signed: tuple[str, str] | None = None) -> Press:
    return WHO[who], command, signed


def recall(outcome: Outcome) -> RecallRequest:
    assert outcome.request_id is not None
    return RecallRequest(outcome.request_id, 1)


# ------------------------------------------------------------ what two press in one moment


def two_superiors(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    return by("supervisor", answer(asked)), by("manager", answer(asked, "reject"))


def double_press(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    return by("supervisor", answer(asked)), by("supervisor", answer(asked))


def deputy_and_principal(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    return by("sales", answer(asked)), by("supervisor", answer(asked, "return"))


def at_the_pc_and_in_the_queue(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    signed = ("supervisor", PASSWORD)
    return by("officer", answer(asked), signed), by("manager", answer(asked, "reject"))


def at_two_pcs(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    signed = ("supervisor", PASSWORD)
    return by("officer", answer(asked), signed), by("sales", answer(asked), signed)


def recall_and_approve(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    return by("officer", recall(asked)), by("supervisor", answer(asked))


def recall_and_limits(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    return by("officer", recall(asked)), by("supervisor", answer(asked, limits=EIGHT))


def edit_and_issue(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    shop.desk.supervisor.execute(answer(asked))
    paper = shop.paper(asked.id)
    dearer = replace(paper.content, lines=(shop.line("CEM", 90, discount="12%"),))
    edit = SaveQuotation(asked.id, paper.version, dearer)
    return by("officer", edit), by("director", IssueQuotation(asked.id, paper.version))


def cancel_and_approve(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    cancel = CancelQuotation(asked.id, asked.version, "ลูกค้าเลิกซื้อ")
    return by("officer", cancel), by("supervisor", answer(asked))


def escalation_and_approve(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop, waiting=True)
    return by("officer", Housekeeping()), by("supervisor", answer(asked))


def two_housekeepers(shop: SellingShop) -> tuple[Press, Press]:
    ask(shop, waiting=True)
    return by("officer", Housekeeping()), by("other", Housekeeping())


def waits_and_approve(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    assert asked.request_id is not None
    return by("officer", CustomerWaits(asked.request_id)), by("supervisor", answer(asked))


def within_and_drop(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    shop.desk.supervisor.execute(answer(asked, limits=EIGHT))
    saved = shop.edited(asked.id, lines=(shop.line("CEM", 60, discount="8%"),))
    drop = CancelQuotation(saved.id, saved.version, "ลูกค้าเลิกซื้อ")
    return (
        by("officer", SubmitQuotation(saved.id, saved.version, Plea("–"), issue=True)),
        by("director", drop),
    )


def matrix_and_approve(shop: SellingShop) -> tuple[Press, Press]:
    asked = ask(shop)
    rows = tuple(rows_to_json(shipped().rows))
    draft = DraftMatrix(rows, "ลองใหม่", shop.desk.now.date())
    version = shop.desk.administrator.execute(draft)
    return by("manager", ConfirmMatrix(version)), by("supervisor", answer(asked))


def matrix_and_housekeeper(shop: SellingShop) -> tuple[Press, Press]:
    confirming, _ = matrix_and_approve(shop)
    ask(shop, waiting=True)
    return confirming, by("officer", Housekeeping())


ONE = {("already_answered", "done"), ("done", "already_answered")}
STALE = {("stale", "done"), ("done", "stale")}
BOTH = {("done", "done")}

# What both press, and what they may be told, first and second.
PRESSED: dict[str, tuple[Callable[[SellingShop], tuple[Press, Press]], set[tuple[str, str]]]] = {
    "two superiors": (two_superiors, ONE),
    "the same twice": (double_press, ONE),
    "deputy and principal": (deputy_and_principal, ONE),
    "at the PC and in the queue": (at_the_pc_and_in_the_queue, ONE),
    "at two PCs": (at_two_pcs, ONE),
    "recall and approve": (recall_and_approve, ONE),
    "recall and limits": (recall_and_limits, ONE),
    "edit and issue": (edit_and_issue, {("document_not_editable", "done"), ("done", "stale")}),
    "cancel and approve": (cancel_and_approve, {("document_locked", "done"), ("stale", "done")}),
    "customer waits and approve": (
        waits_and_approve,
        {("done", "request_moved"), ("request_not_waiting", "done")},
    ),
    "within and drop": (within_and_drop, STALE),
    "matrix and approve": (matrix_and_approve, BOTH | {("done", "request_moved")}),
    "escalation and approve": (escalation_and_approve, BOTH | {("done", "request_moved")}),
    "two housekeepers": (two_housekeepers, BOTH),
    "matrix and housekeeper": (matrix_and_housekeeper, BOTH),
}


def test_of_two_at_once_each_has_a_defined_end(shop: SellingShop, store_url: str) -> None:
    day = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(WHO["sales"], day, day, "ลาป่วย"))
    person = shop.store.t.person
    with shop.store.write():
        person.update(password_hash=people._hasher().hash(PASSWORD)).where(
            person.c.username == "supervisor"
        ).execute()
    names = [name for name in PRESSED for _ in range(TIMES)]
    pressed = [PRESSED[name][0](shop) for name in names]
    race = Race(
        racers.press_or_sign, store_url, [tuple(side) for side in zip(*pressed, strict=True)]
    )
    race.run()
    assert race.exit_codes == [0, 0]
    for name, *told in zip(names, *race.told, strict=True):
        assert tuple(told) in PRESSED[name][1], name
    faultless(shop)


def faultless(shop: SellingShop) -> None:
    """No request was answered twice, escalated twice or left between two states."""
    assert shop.system.read(integrity.verify).faults == ()
    answers = shop.store.t.request_answer
    ending = ("approve", "return", "reject", "recall")
    closed = list(answers.select(answers.c.request_id).where(answers.c.verdict << ending).tuples())
    assert len(closed) == len(set(closed))
    request = shop.store.t.request
    assert {row[0] for row in request.select(request.c.escalations).tuples()} <= {0, 1}


# ------------------------------------------------------------ one after the other


def test_the_second_of_two_superiors_is_told_who_was_first(shop: SellingShop) -> None:
    asked = ask(shop)
    shop.desk.supervisor.execute(answer(asked))
    with pytest.raises(Stale) as told:
        shop.desk.manager.execute(answer(asked, "reject"))
    assert told.value.code == "already_answered"
    assert told.value.values["name"] == "คุณsupervisor"
    assert asked.request_id is not None
    card = shop.desk.manager.read(approval_queue.request_card, asked.request_id)
    assert [each.verdict for each in card.history] == ["approve"]


def test_what_was_passed_up_can_still_be_answered_after_another_look(shop: SellingShop) -> None:
    asked = ask(shop, waiting=True)
    shop.desk.later(minutes=11)
    shop.system.execute(Housekeeping())
    with pytest.raises(Stale, match="request_moved"):
        shop.desk.supervisor.execute(answer(asked))
    request = shop.request(asked.request_id)
    again = AnswerRequest(request["id"], request["version"], "approve")
    assert shop.desk.supervisor.execute(again) == "approved"


def test_a_matrix_that_became_milder_meanwhile_changes_nothing_of_what_is_asked(
    shop: SellingShop,
) -> None:
    asked = ask(shop)
    own = (ladder("amount", (Level.OWN, None)),)
    mild = [
        replace(row, conditions=own) if row.grade is Grade.G3 else row for row in shipped().rows
    ]
    shop.confirm(tuple(rows_to_json(mild)))
    assert asked.request_id is not None
    card = shop.desk.supervisor.read(approval_queue.request_card, asked.request_id)
    assert card.verdicts == ("approve", "return", "reject")
    assert shop.paper(asked.id).state == "waiting"


def test_a_matrix_that_became_stricter_between_reading_and_answering_is_obeyed(
    shop: SellingShop,
) -> None:
    asked = ask(shop)
    none = (ladder("discount", (Level.SUPERIOR, None)),)
    strict = [
        replace(row, conditions=none) if row.grade is Grade.G4 else row for row in shipped().rows
    ]
    shop.confirm(tuple(rows_to_json(strict)))
    with pytest.raises(Refused) as told:
        shop.desk.supervisor.execute(answer(asked))
    assert told.value.code == "request_moved"
    assert shop.request(asked.request_id)["answerer_id"] == WHO["manager"]


def save(shop: SellingShop, username: str, **values: Any) -> None:
    """The administrator changes a person."""
    table = shop.store.t.person
    row = next(iter(table.select().where(table.c.username == username).dicts()))
    given = {
        "grade": row["grade"],
        "roles": tuple(row["roles"].split()),
        "superior_id": row["superior_id"],
        "active": True,
        **values,
    }
    shop.desk.administrator.execute(
        SavePerson(
            id=row["id"],
            version=row["version"],
            username=username,
            full_name=row["name"],
            full_name_en=row["name_en"],
            branch_id=row["branch_id"],
            **given,
        )
    )


def test_an_officer_who_is_promoted_meanwhile_still_has_to_be_answered(shop: SellingShop) -> None:
    asked = ask(shop)
    save(shop, "officer", grade="G5")
    assert shop.paper(asked.id).state == "waiting"
    version = shop.request(asked.request_id)["version"]
    assert asked.request_id is not None
    shop.desk.officer.execute(RecallRequest(asked.request_id, version))
    again = shop.submit(shop.edited(asked.id))
    assert (again.state, again.level) == ("ready", "OWN")


def test_a_superior_who_is_deactivated_while_the_card_is_open_answers_nothing(
    shop: SellingShop,
) -> None:
    asked = ask(shop)
    supervisor = shop.desk.supervisor
    save(shop, "supervisor", active=False)
    with pytest.raises(Refused, match="person_inactive"):
        supervisor.execute(answer(asked))
    request = shop.request(asked.request_id)
    assert (request["state"], request["answerer_id"]) == ("waiting", WHO["manager"])


def test_whose_deputy_was_called_off_while_the_card_is_open_answers_nothing(
    shop: SellingShop,
) -> None:
    day = shop.desk.now.date()
    asked = ask(shop)
    shop.desk.supervisor.execute(Delegate(WHO["sales"], day, day, "ลาป่วย"))
    assert asked.request_id is not None
    card = shop.desk.sales.read(approval_queue.request_card, asked.request_id)
    assert card.verdicts
    (lent,) = shop.desk.supervisor.read(delegations)
    shop.desk.supervisor.execute(EndDelegation(lent.id, lent.version))
    with pytest.raises(NotAllowed):
        shop.desk.sales.execute(answer(asked))
    assert shop.request(asked.request_id)["state"] == "waiting"
