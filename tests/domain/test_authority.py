"""Whose decision a paper is: the rules of the matrix and the rows it comes with."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    MATTERS,
    TOP,
    Asked,
    Band,
    Condition,
    Credit,
    Decider,
    Decision,
    Facts,
    Grade,
    Level,
    Limit,
    Matrix,
    MatrixState,
    Row,
    Step,
    Stock,
    UnknownMatter,
    decide,
    ladder,
    milder,
    relief,
    shipped,
    stricter,
)
from crm_desktop.domain.authority.decide import judge
from crm_desktop.domain.money import Money
from tests.domain.authority_strategies import MATTER, facts, matrices

G3, G4, G5, G6 = Grade
OWN, CONSULT, SUPERIOR = Level
SHIPPED = shipped(MatrixState.CONFIRMED)
DIRECTOR = Decider(4, "ดวงใจ", G6)
MANAGER = Decider(3, "มานพ", G5)
HEAD = Decider(2, "หทัย", G4)
OFFICER = Decider(1, "สมชาย", G3, "01", (HEAD, MANAGER, DIRECTOR))


def ask(
    baht: str = "0", discount: str = "0", *, matter: str = MATTER, grade: Grade = G3, **more: Any
) -> Decision:
    """The shipped matrix's answer for a person of a grade."""
    known = Facts(amount=Money.of(baht), discount=Decimal(discount))
    return decide(matter, Decider.of_grade(grade), replace(known, **more), SHIPPED)


@pytest.mark.parametrize(
    ("baht", "discount", "level"),
    [
        ("10000", "2", OWN),
        ("10000", "8", CONSULT),
        ("60000", "2", CONSULT),
        ("10000", "10.01", SUPERIOR),
        ("50000", "5", OWN),
        ("50000.01", "5", CONSULT),
        ("50000", "5.0000001", CONSULT),
        ("200000", "10", CONSULT),
        ("200000.01", "10", SUPERIOR),
        ("200000", "10.01", SUPERIOR),
    ],
)
def test_an_officer_learns_whose_quotation_it_is(baht: str, discount: str, level: Level) -> None:
    assert ask(baht, discount).level is level


SHELF = {"stock": Stock.STOCKED}
CELLS = [
    ("quotation.issue", G4, "500000", {"discount": Decimal(15)}, OWN),
    ("quotation.issue", G4, "500000.01", {}, SUPERIOR),
    ("quotation.issue", G4, "1", {"discount": Decimal("15.01")}, SUPERIOR),
    ("quotation.issue", G5, "2000000", {"discount": Decimal(25)}, OWN),
    ("quotation.issue", G5, "2000000.01", {}, SUPERIOR),
    ("quotation.issue", G6, "99000000", {"discount": Decimal(90), "below_cost": True}, OWN),
    ("quotation.issue", G3, "1", {"below_cost": True}, SUPERIOR),
    ("quotation.issue", G4, "1", {"below_cost": True}, SUPERIOR),
    ("quotation.issue", G5, "1", {"below_cost": True}, OWN),
    ("quotation.issue", G3, "9000", {"unlisted": Money.of("5000")}, OWN),
    ("quotation.issue", G3, "9000", {"unlisted": Money.of("5000.01")}, SUPERIOR),
    ("quotation.issue", G4, "9000", {"unlisted": Money.of("9000")}, OWN),
    ("quotation.issue", G5, "1", {"credit": frozenset({Credit.BLOCKED})}, SUPERIOR),
    ("quotation.issue", G3, "1", {"credit": frozenset({Credit.OVERDUE})}, SUPERIOR),
    ("quotation.issue", G4, "1", {"credit": frozenset({Credit.OVER_LIMIT})}, SUPERIOR),
    ("sales_order.issue", G3, "900000", SHELF, OWN),
    ("sales_order.issue", G3, "900000", {}, SUPERIOR),
    ("sales_order.issue", G3, "60000", {**SHELF, "discount": Decimal(1)}, CONSULT),
    ("sales_order.issue", G3, "60000", {**SHELF, "unlisted": Money.of("1")}, CONSULT),
    ("sales_order.issue", G3, "60000", {"stock": Stock.PARTLY}, CONSULT),
    ("sales_order.issue", G3, "1", {**SHELF, "credit": frozenset({Credit.OVERDUE})}, SUPERIOR),
    ("sales_order.issue", G3, "1", {**SHELF, "below_cost": True}, SUPERIOR),
    ("sales_order.issue", G4, "500000.01", SHELF, SUPERIOR),
    ("back_order.issue", G3, "20000", {"deposit_share": Decimal(30)}, OWN),
    ("back_order.issue", G3, "20000.01", {"deposit_share": Decimal(30)}, CONSULT),
    ("back_order.issue", G3, "100000.01", {"deposit_share": Decimal(30)}, SUPERIOR),
    ("back_order.issue", G3, "20000", {"deposit_share": Decimal("29.99")}, SUPERIOR),
    ("back_order.issue", G3, "20000", {}, SUPERIOR),
    ("back_order.issue", G4, "500000", {}, OWN),
    ("special_order.issue", G3, "50000", {"deposit_share": Decimal(50)}, CONSULT),
    ("special_order.issue", G3, "1", {"deposit_share": Decimal("49.9")}, SUPERIOR),
    ("special_order.issue", G4, "500000", {"deposit_share": Decimal(30)}, OWN),
    ("special_order.issue", G4, "1", {"deposit_share": Decimal(0)}, SUPERIOR),
    ("special_order.issue", G5, "2000000", {}, OWN),
    ("reservation.issue", G3, "900000", {"days": 7}, OWN),
    ("reservation.extend", G3, "1", {"days": 14}, CONSULT),
    ("reservation.issue", G3, "1", {"days": 15}, SUPERIOR),
    ("reservation.issue", G3, "1", {}, SUPERIOR),
    ("reservation.extend", G4, "1", {"days": 30}, OWN),
    ("reservation.issue", G4, "1", {"days": 31}, SUPERIOR),
    ("reservation.issue", G5, "1", {}, OWN),
    ("deposit.forfeit", G3, "1", {}, SUPERIOR),
    ("document.cancel", G4, "20000", {}, OWN),
    ("document.cancel", G4, "20000.01", {}, SUPERIOR),
    ("goods.return", G5, "200000", {}, OWN),
    ("goods.return", G5, "200000.01", {}, SUPERIOR),
]


@pytest.mark.parametrize(("matter", "grade", "baht", "more", "level"), CELLS)
def test_the_shipped_cells_decide_as_the_table_says(
    matter: str, grade: Grade, baht: str, more: dict[str, Any], level: Level
) -> None:
    assert ask(baht, matter=matter, grade=grade, **more).level is level


def test_every_matter_has_a_row_for_every_grade() -> None:
    assert {(row.matter, row.grade) for row in SHIPPED.rows} == {
        (matter, grade) for matter in MATTERS for grade in Grade
    }


@pytest.mark.parametrize("grade", [G4, Grade.G5])
def test_who_asks_for_a_refund_never_approves_it_whatever_the_row_says(grade: Grade) -> None:
    decision = ask("1", matter="deposit.refund", grade=grade)
    assert decision.level is SUPERIOR
    assert [each.code for each in decision.reasons] == ["authority_never_own"]
    assert ask("1", matter="deposit.refund", grade=TOP).level is OWN
    assert ask("1", matter="deposit.transfer", grade=grade).level is OWN


def test_an_unknown_matter_is_an_error_and_not_a_decision() -> None:
    with pytest.raises(UnknownMatter) as refused:
        ask(matter="quotation.isue")
    assert refused.value.values == {"matter": "quotation.isue"}


def test_without_a_row_the_superior_decides_and_is_told_why() -> None:
    matrix = replace(SHIPPED, rows=tuple(row for row in SHIPPED.rows if row.grade is not G3))
    decision = decide(MATTER, OFFICER, Facts(), matrix)
    assert (decision.level, decision.answerer) == (SUPERIOR, HEAD)
    assert [each.code for each in decision.reasons] == ["authority_no_row"]


def test_until_it_is_confirmed_the_top_grade_answers_everything() -> None:
    decision = decide(MATTER, OFFICER, Facts(), shipped())
    assert (decision.level, decision.answerer) == (SUPERIOR, DIRECTOR)
    assert [each.code for each in decision.reasons] == ["authority_unconfirmed"]
    assert [climb.who for climb in decision.climbed] == [HEAD, MANAGER]
    assert decision.climbed[0].reasons[1].code == "authority_unconfirmed"
    assert decide(MATTER, DIRECTOR, Facts(), shipped()).level is OWN


def test_the_top_grade_decides_its_own_papers_and_the_record_says_so() -> None:
    decision = decide(MATTER, DIRECTOR, Facts(), SHIPPED)
    assert (decision.level, decision.answerer, decision.steps) == (OWN, None, ())
    assert decision.reasons[0].code == "authority_top_grade"


def test_a_request_climbs_to_the_first_who_may_decide_and_says_why() -> None:
    known = Facts(Money.of("600000"))
    decision = decide(MATTER, OFFICER, known, SHIPPED)
    assert decision.answerer is MANAGER
    (climb,) = decision.climbed
    assert climb.who is HEAD
    assert [each.code for each in climb.reasons] == [
        "authority_climbed_limit",
        "authority_amount_over",
    ]
    assert climb.reasons[1].values["limit"] == Money.of("500000")


def test_advice_comes_from_somebody_who_could_decide_it() -> None:
    head = Row(MATTER, G4, (ladder("amount", (SUPERIOR, None)),))
    matrix = replace(SHIPPED, rows=(*(r for r in SHIPPED.rows if r.key != head.key), head))
    decision = decide(MATTER, OFFICER, Facts(Money.of("60000")), matrix)
    assert (decision.level, decision.answerer) == (CONSULT, MANAGER)


def test_nobody_answers_what_they_edited_gain_from_or_ask() -> None:
    loop = replace(OFFICER, line=(replace(OFFICER, grade=G5), HEAD, MANAGER))
    decision = decide(MATTER, loop, Facts(Money.of("60000")), SHIPPED, barred={2})
    assert decision.answerer is MANAGER
    assert [climb.code for climb in decision.climbed] == ["climbed_self", "climbed_barred"]


@pytest.mark.parametrize(
    ("line", "code"), [((), "authority_line_empty"), ((HEAD,), "authority_line_exhausted")]
)
def test_a_request_without_an_answerer_goes_to_the_top_grade(
    line: tuple[Decider, ...], code: str
) -> None:
    decision = decide(MATTER, replace(OFFICER, line=line), Facts(Money.of("600000")), SHIPPED)
    assert decision.answerer == Decider(None, "", TOP)
    assert decision.reasons[-1].code == code


def test_without_persons_the_answerer_is_a_grade() -> None:
    decision = ask("600000")
    assert decision.answerer is not None
    assert (decision.answerer.person, decision.answerer.grade) == (None, G5)


def test_credit_is_answered_by_credit_finance_first_and_then_the_director() -> None:
    decision = ask("1000", credit=frozenset({Credit.OVERDUE, Credit.OVER_LIMIT}))
    assert decision.steps == (Step.CREDIT, Step.SUPERIOR)
    assert [finding.value for finding in decision.bands] == [Credit.OVER_LIMIT, Credit.OVERDUE]
    assert decision.answerer is not None
    assert decision.answerer.grade is G6
    assert ask("60000").steps == (Step.SUPERIOR,)


def test_a_branch_with_its_own_row_is_judged_by_that_row_alone() -> None:
    own = Row(MATTER, G3, (ladder("amount", (OWN, Money.of("1000")), (SUPERIOR, None)),), "01")
    matrix = replace(SHIPPED, rows=(*SHIPPED.rows, own))
    known = Facts(Money.of("2000"), discount=Decimal(2))
    assert decide(MATTER, OFFICER, known, matrix).row is own
    assert decide(MATTER, OFFICER, replace(known, branch="02"), matrix).level is OWN
    assert decide(MATTER, replace(OFFICER, branch=None), known, matrix).level is OWN


def test_the_officer_reads_which_limit_was_passed() -> None:
    (why,) = ask("10000", "12").reasons
    assert why == (
        "authority_discount_over",
        {"grade": "G3", "value": Decimal(12), "limit": Decimal(5)},
    )


def test_splitting_a_paper_does_not_help_and_is_explained() -> None:
    codes = [each.code for each in ask("60000", split_amount=Money.of("30000")).reasons]
    assert codes == ["authority_amount_over", "authority_amount_split"]


def test_what_would_make_it_mine_names_every_bound_that_is_passed() -> None:
    decision = ask("60000", "12", credit=frozenset({Credit.OVERDUE}))
    assert relief(decision) == (
        ("authority_amount_upto", {"to": Money.of("50000")}),
        ("authority_discount_upto", {"to": Decimal(5)}),
        ("authority_credit_is_ok", {}),
    )
    assert relief(ask("1000", "12"), CONSULT) == (("authority_discount_upto", {"to": Decimal(10)}),)
    assert relief(ask("1000")) == ()


def test_what_can_never_be_mine_says_so() -> None:
    (why,) = relief(ask("1", matter="deposit.refund"))
    assert why.code == "authority_relief_none"


def test_a_product_group_has_its_own_limits_and_the_rest_the_general_ones() -> None:
    tiles = ladder("discount", (OWN, Decimal(20)), (SUPERIOR, None), group="TILES")
    row = Row(MATTER, G3, (ladder("discount", (OWN, Decimal(5)), (SUPERIOR, None)), tiles))
    matrix = Matrix(2, (row,), MatrixState.CONFIRMED)

    def level(**groups: int) -> Level:
        shares = {name: Decimal(percent) for name, percent in groups.items()}
        known = Facts(discount=Decimal(12), discount_by_group=shares)
        return decide(MATTER, OFFICER, known, matrix).level

    assert level(TILES=20) is OWN
    assert level(TILES=20, PAINT=5) is OWN
    assert level(TILES=21) is SUPERIOR
    assert level(TILES=0, PAINT=6, SAND=1) is SUPERIOR
    assert level() is SUPERIOR


def test_an_approval_outlives_only_what_makes_everything_milder() -> None:
    before = Facts(
        Money.of("1000"), discount=Decimal(5), deposit_share=Decimal(30), stock=Stock.PARTLY
    )
    kept: tuple[dict[str, Any], ...] = (
        {"amount": Money.of("999")},
        {"discount": Decimal(4)},
        {"deposit_share": Decimal(31)},
        {"stock": Stock.STOCKED},
        {},
    )
    voided: tuple[dict[str, Any], ...] = (
        {"amount": Money.of("1000.01")},
        {"discount": Decimal("5.01")},
        {"deposit_share": Decimal("29.99")},
        {"deposit_share": None},
        {"discount_by_group": {"TILES": Decimal(1)}},
        {"credit": frozenset({Credit.OVERDUE})},
        {"below_cost": True},
        {"days": 3, "amount": Money.of("2000")},
        {"amount": Money.of("1"), "unlisted": Money.of("1")},
    )
    assert all(milder(replace(before, **change), before) for change in kept)
    assert not any(milder(replace(before, **change), before) for change in voided)


def test_at_issue_it_is_asked_again_only_for_what_is_stricter() -> None:
    old = ask("60000", "12").asked
    assert not stricter(ask("60000", "12").asked, old)
    assert not stricter(ask("1000", "2").asked, old)
    assert stricter(ask("60000", "12", credit=frozenset({Credit.OVERDUE})).asked, old)
    assert stricter(ask("600000", "12").asked, old)
    overdue = ask("1", credit=frozenset({Credit.OVERDUE})).asked
    assert stricter(ask("1", credit=frozenset({Credit.BLOCKED})).asked, overdue)


def test_a_missing_band_is_the_superiors() -> None:
    gap = Condition("amount", (Band(OWN, Money(1)), Band(OWN, None, Money(100))))
    matrix = Matrix(2, (Row(MATTER, G3, (gap,)),), MatrixState.CONFIRMED)
    decision = decide(MATTER, OFFICER, Facts(Money(50)), matrix)
    assert decision.level is SUPERIOR
    assert decision.reasons[0].code == "authority_amount_unbanded"


def test_a_condition_is_spared_only_within_all_its_limits() -> None:
    spared = ladder(
        "amount", (SUPERIOR, None), unless=(Limit("days", 7), Limit("credit", Credit.OK))
    )
    matrix = Matrix(2, (Row(MATTER, G3, (spared,)),), MatrixState.CONFIRMED)
    decision = decide(MATTER, OFFICER, Facts(days=7), matrix)
    assert decision.level is OWN
    assert [each.code for each in decision.reasons] == ["authority_spared"]
    assert decide(MATTER, OFFICER, Facts(days=8), matrix).level is SUPERIOR
    assert decide(MATTER, OFFICER, Facts(), matrix).level is SUPERIOR


persons = st.builds(Decider, st.integers(1, 6), st.just("ก"), st.sampled_from(Grade))
actors = st.builds(
    Decider,
    st.integers(1, 6),
    st.just("ข"),
    st.sampled_from(Grade),
    st.none() | st.just("01"),
    st.lists(persons, max_size=4).map(tuple),
)
barred = st.frozensets(st.integers(1, 6))


@given(matrices(), actors, facts, barred)
def test_never_milder_than_the_strictest_condition(
    matrix: Matrix, actor: Decider, known: Facts, others: frozenset[int]
) -> None:
    decision = decide(MATTER, actor, known, matrix, others)
    if actor.grade is not TOP and decision.row is not None:
        levels = [finding.level for finding in decision.ruling.findings]
        assert decision.level is max(levels, default=SUPERIOR)
    elif actor.grade is not TOP:
        assert decision.level is SUPERIOR


@given(matrices(), actors, facts, barred)
def test_the_explanation_names_exactly_the_bands_that_decided(
    matrix: Matrix, actor: Decider, known: Facts, others: frozenset[int]
) -> None:
    decision = decide(MATTER, actor, known, matrix, others)
    row = decision.row
    if row is None or actor.grade is TOP:
        return
    found = judge(row.checks, known)
    decided = [each for each in found if each.level is decision.level and not each.spared]
    assert list(decision.bands) == decided
    extra = {"authority_spared", "authority_line_empty", "authority_line_exhausted"}
    extra |= {"authority_row_silent", "authority_amount_split"}
    assert sum(each.code not in extra for each in decision.reasons) == len(decided)
    for finding in decided:
        assert finding.band in (*finding.condition.bands, None)


@given(matrices(None), actors, facts, barred)
def test_a_request_reaches_somebody_else_within_their_own_authority(
    matrix: Matrix, actor: Decider, known: Facts, others: frozenset[int]
) -> None:
    decision = decide(MATTER, actor, known, matrix, others)
    answerer = decision.answerer
    assert (answerer is None) is (decision.level is OWN)
    if answerer is None:
        return
    assert decision.steps[-1] is Step.SUPERIOR
    if answerer.person is None:
        assert answerer.grade is TOP
        assert decision.unanswered is not None
        return
    assert answerer.person not in {actor.person, *others}
    branch = known.branch or actor.branch
    theirs = replace(answerer, branch=branch)
    assert decide(MATTER, theirs, known, matrix).level is OWN


@given(matrices(None), actors, facts, barred)
def test_a_stored_decision_says_again_what_it_asked(
    matrix: Matrix, actor: Decider, known: Facts, others: frozenset[int]
) -> None:
    decision = decide(MATTER, actor, known, matrix, others)
    stored = json.loads(json.dumps(decision.to_json()))
    assert Asked.from_json(stored) == decision.asked
    assert not stricter(decision.asked, Asked.from_json(stored))
    assert Facts.from_json(json.loads(json.dumps(known.to_json()))) == known
