"""A superior answers at the officer's PC: one answer, on record, and nothing of theirs stays."""

from functools import cache
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.services import people
from crm_desktop.services.authority import approval_queue
from crm_desktop.services.authority.approvals import AnswerLimit, AnswerRequest, RecallRequest
from crm_desktop.services.authority.delegations import Delegate
from crm_desktop.services.papers.quotations import Outcome
from crm_desktop.services.registry import HANDLERS
from crm_desktop.services.settings import SaveBranch
from tests.services.desk import PASSWORD, desk
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]

WRONG = "not the password"


@cache
def stored_password() -> str:
    """Made once: argon2 takes its time on purpose."""
    return str(people._hasher().hash(PASSWORD))


@pytest.fixture(autouse=True)
def secret(shop: SellingShop) -> None:
    """Everybody of the shop has a password after all."""
    person = shop.store.t.person
    with shop.store.write():
        person.update(password_hash=stored_password()).execute()


def ask(shop: SellingShop, **values: Any) -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")), **values)


def answer(outcome: Outcome, verdict: str = "approve", **values: Any) -> AnswerRequest:
    assert outcome.request_id is not None
    return AnswerRequest(outcome.request_id, 1, verdict, **values)


def officer_as(shop: SellingShop) -> Application:
    """The officer's program, seen to be the officer's before and after."""
    program: Application = shop.desk.officer
    assert program.actor is not None
    assert program.actor.username == "officer"
    return program


def last_answer(shop: SellingShop) -> dict[str, Any]:
    table = shop.store.t.request_answer
    rows: list[dict[str, Any]] = list(table.select().order_by(table.c.id).dicts())
    return rows[-1]


def test_the_answer_is_the_superiors_and_says_at_whose_pc(shop: SellingShop) -> None:
    asked, officer = ask(shop), officer_as(shop)
    said = officer.execute_as("supervisor", PASSWORD, answer(asked, note="ให้ครั้งนี้"))
    assert said == "approved"
    row = last_answer(shop)
    assert (row["person_id"], row["beside_id"]) == (2, 1)
    assert asked.request_id is not None
    (told,) = officer.read(approval_queue.request_card, asked.request_id).history
    assert (told.name, told.beside) == ("คุณsupervisor", "คุณofficer")
    line = shop.store.t.audit_line
    actors = line.select(line.c.actor_id).where(line.c.command == "request.answer")
    assert {each[0] for each in actors.tuples()} == {2}


def test_an_answer_in_the_queue_is_beside_nobody(shop: SellingShop) -> None:
    shop.desk.supervisor.execute(answer(ask(shop)))
    assert last_answer(shop)["beside_id"] is None


def fails(_context: Any, _command: Any) -> None:
    raise RuntimeError("the light went out")


@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        (("supervisor", WRONG), Refused),
        (("officer", PASSWORD), NotAllowed),
        (("cashier", PASSWORD), NotAllowed),
        (("credit", PASSWORD), NotAllowed),
    ],
)
def test_whatever_goes_wrong_the_officer_stays_the_officer(
    shop: SellingShop, attempt: tuple[str, str], error: type[Exception]
) -> None:
    asked, officer = ask(shop), officer_as(shop)
    before = officer.actor
    with pytest.raises(error):
        officer.execute_as(*attempt, answer(asked))
    assert officer.actor == before
    assert shop.request(asked.request_id)["state"] == "waiting"
    with pytest.raises(NotAllowed):
        officer.execute(answer(asked))


def test_a_fault_in_the_middle_leaves_no_right_behind(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, officer = ask(shop), officer_as(shop)
    monkeypatch.setitem(HANDLERS, AnswerRequest, fails)
    with pytest.raises(RuntimeError):
        officer.execute_as("supervisor", PASSWORD, answer(asked))
    monkeypatch.undo()
    assert officer.actor is not None
    assert officer.actor.username == "officer"
    with pytest.raises(NotAllowed):
        officer.execute(answer(asked))


def test_nothing_but_an_answer_is_done_for_somebody_elses_password(shop: SellingShop) -> None:
    branch = SaveBranch(None, 0, "03", "สาขา 03", "Branch 03")
    with pytest.raises(NotAllowed):
        shop.desk.officer.execute_as("administrator", PASSWORD, branch)
    asked = ask(shop)
    assert asked.request_id is not None
    with pytest.raises(NotAllowed):
        shop.desk.other.execute_as("officer", PASSWORD, RecallRequest(asked.request_id, 1))


def test_guessing_is_slowed_as_at_the_login_and_counted_with_it(shop: SellingShop) -> None:
    asked, officer = ask(shop), officer_as(shop)
    for _ in range(people.FREE_ATTEMPTS):
        with pytest.raises(Refused) as told:
            officer.execute_as("supervisor", WRONG, answer(asked))
    assert told.value.field == "password"
    with pytest.raises(Refused, match="login_slowed"):
        officer.execute_as("supervisor", PASSWORD, answer(asked))
    elsewhere = Application(shop.store, lambda: shop.desk.now)
    with pytest.raises(Refused, match="login_slowed"):
        elsewhere.login("supervisor", PASSWORD)
    shop.desk.later(minutes=6)
    assert officer.execute_as("supervisor", PASSWORD, answer(asked)) == "approved"


def test_a_deputy_answers_there_too_and_nobody_whose_own_it_is(shop: SellingShop) -> None:
    day = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(9, day, day, "ลาป่วย"))
    asked = ask(shop)
    assert shop.desk.officer.execute_as("sales", PASSWORD, answer(asked)) == "approved"
    row = last_answer(shop)
    assert (row["person_id"], row["for_id"], row["beside_id"]) == (9, 2, 1)


def test_limits_can_be_given_there(shop: SellingShop) -> None:
    asked = ask(shop)
    limits = (AnswerLimit("discount", "8"),)
    shop.desk.officer.execute_as("supervisor", PASSWORD, answer(asked, limits=limits))
    assert shop.paper(asked.id).state == "draft"


def test_nobody_at_the_desk_lends_it_to_nobody(shop: SellingShop) -> None:
    asked = ask(shop)
    empty = Application(shop.store, lambda: shop.desk.now)
    with pytest.raises(NotAllowed, match="not_logged_in"):
        empty.execute_as("supervisor", PASSWORD, answer(asked))


def test_who_was_let_go_lends_their_pc_no_longer(shop: SellingShop) -> None:
    asked, officer = ask(shop), officer_as(shop)
    person = shop.store.t.person
    with shop.store.write():
        person.update(active=0).where(person.c.username == "officer").execute()
    with pytest.raises(Refused, match="person_inactive"):
        officer.execute_as("supervisor", PASSWORD, answer(asked))
    assert shop.request(asked.request_id)["state"] == "waiting"


def test_the_screens_hear_of_the_answer_and_the_officer_reads_with_their_own_rights(
    shop: SellingShop,
) -> None:
    asked, officer = ask(shop), officer_as(shop)
    heard: list[frozenset[str]] = []
    officer.listen(heard.append)
    officer.execute_as("supervisor", PASSWORD, answer(asked))
    assert any("request" in tables for tables in heard)
    assert asked.request_id is not None
    assert officer.read(approval_queue.request_card, asked.request_id).margin is None
