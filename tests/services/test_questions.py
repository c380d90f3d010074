"""What if: the answer without a paper is the answer that the paper gets."""

# ruff: noqa: F401, F811 - fixtures are imported

from decimal import Decimal

import pytest

from crm_desktop.domain.authority import Decision, Facts, Level
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.matrices import DraftMatrix
from crm_desktop.services.authority.questions import Question, what_if
from tests.services.desk import Desk, desk
from tests.services.shop import SellingShop, shop
from tests.services.test_replays import limited

TWELVE = Facts(amount=Money.of(10_000), discount=Decimal(12))


def asked(shop: SellingShop, **values: object) -> Decision:
    question = Question(**{"matter": "quotation.issue", "facts": TWELVE, **values})
    decision: Decision = shop.desk.officer.read(what_if, question)
    return decision


def test_a_grade_is_answered_by_the_grades_above(shop: SellingShop) -> None:
    decision = asked(shop, grade="G3")
    assert decision.level is Level.SUPERIOR
    assert decision.answerer is not None
    assert decision.answerer.grade.name == "G4"
    assert asked(shop, grade="G4").level is Level.OWN


def test_a_person_is_answered_by_the_superiors_they_have(shop: SellingShop) -> None:
    person = shop.desk.officer.actor
    assert person is not None
    decision = asked(shop, person_id=person.person_id)
    assert decision.answerer is not None
    assert decision.answerer.name == "คุณsupervisor"
    paper = shop.submit(shop.draft(shop.line("TILE", 2, discount="12%")))
    assert shop.request(paper.request_id)["answerer_id"] == decision.answerer.person
    alone = asked(shop, person_id=shop.desk.other.actor.person_id)  # type: ignore[union-attr]
    assert alone.unanswered == "line_empty"


def test_a_draft_is_asked_as_if_it_were_in_force(shop: SellingShop) -> None:
    facts = Facts(amount=Money.of(30_000))
    draft = shop.desk.director.execute(DraftMatrix.of(limited(20_000), "ลอง", shop.desk.now.date()))
    assert asked(shop, grade="G3", facts=facts).level is Level.OWN
    answer = asked(shop, grade="G3", facts=facts, version=draft)
    assert (answer.level, answer.version) == (Level.SUPERIOR, draft)


def test_before_any_version_holds_everything_is_the_top_grades(desk: Desk) -> None:
    decision = desk.officer.read(what_if, Question("quotation.issue", TWELVE, "G4"))
    assert decision.level is Level.SUPERIOR
    assert decision.answerer is not None
    assert decision.answerer.grade.name == "G6"


def test_a_version_that_does_not_exist_is_said(shop: SellingShop) -> None:
    with pytest.raises(Refused, match="not_found"):
        asked(shop, grade="G3", version=9)
