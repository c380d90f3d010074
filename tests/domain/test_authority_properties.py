"""Whatever the table, the people and the paper: nothing slips through, and nothing gets stuck.

Each property holds the program against `authority_naive`, which reads the same table slowly. A
drawn question is asked of several papers by everybody in the office, so that a few hundred drawn
ones are many thousand decisions.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    SCALES,
    TOP,
    Credit,
    Decider,
    Decision,
    Facts,
    Grade,
    Level,
    Matrix,
    MatrixState,
    Reason,
    Row,
    Stock,
    decide,
    describe_row,
    milder,
    relief,
    rows_to_json,
    rule,
    stricter,
)
from crm_desktop.domain.money import Money
from crm_desktop.messages import explain, show
from tests.domain import authority_naive as naive
from tests.domain.authority_naive import Office, Said
from tests.domain.authority_strategies import (
    MATTER,
    cases,
    decider,
    facts,
    near,
    offices,
    rows,
    torn_rows,
)

OWN, CONSULT, SUPERIOR = Level
LANGUAGES = ("th", "en")
below = st.sampled_from([grade for grade in Grade if grade is not TOP])


class Question(NamedTuple):
    """A matter, the table, some papers, the people, and who has a hand in the papers."""

    matter: str
    matrix: Matrix
    papers: tuple[Facts, ...]
    office: Office
    barred: frozenset[int]

    def asked(self) -> Iterator[tuple[Facts, int, Decision]]:
        """Every paper submitted by everybody."""
        for known in self.papers:
            for person in self.office.people:
                actor = decider(self.office, person)
                yield known, person, decide(self.matter, actor, known, self.matrix, self.barred)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    matter, matrix, *papers = draw(cases(papers=3))
    office = draw(offices(matrix))
    barred = draw(st.frozensets(st.sampled_from(sorted(office.people)), max_size=2))
    return Question(matter, matrix, tuple(papers), office, barred)


@given(questions())
def test_no_paper_goes_out_milder_than_its_strictest_condition(question: Question) -> None:
    for known, person, decision in question.asked():
        wanted = question.office.asked_level(question.matter, person, known.to_json())
        assert decision.level.name == wanted


@given(st.data())
def test_a_faulty_table_lets_nothing_slip_through_its_gaps(data: st.DataObject) -> None:
    row = data.draw(torn_rows(Grade.G3))
    known = data.draw(near(row.conditions))
    matrix = Matrix(7, (row,), MatrixState.CONFIRMED)
    (plain,) = rows_to_json((row,))
    level = rule(MATTER, Grade.G3, None, known, matrix).level
    assert level.name == naive.verdict(plain, known.to_json()).level


@given(questions())
def test_the_first_above_who_may_answer_is_asked_and_nobody_with_a_hand_in_it(
    question: Question,
) -> None:
    office, barred = question.office, set(question.barred)
    for known, person, decision in question.asked():
        if decision.level is OWN:
            assert (decision.answerer, decision.steps) == (None, ())
            continue
        plain, answerer = known.to_json(), decision.answerer
        wanted = office.answerer(question.matter, person, plain, barred)
        assert decision.steps[-1].value == "superior"
        assert answerer is not None
        assert answerer.person == wanted
        if wanted is None:
            assert answerer.grade is TOP
            assert decision.unanswered is not None
            continue
        who, branch = office.people[wanted], known.branch or office.people[person].branch
        assert who.active
        assert {who.id, who.deputy}.isdisjoint({person} | barred)
        assert office.able(question.matter, who, branch, plain)


@given(questions())
def test_everybody_who_is_passed_by_is_named_with_a_reason(question: Question) -> None:
    for _, person, decision in question.asked():
        line = [each.id for each in question.office.superiors(person)]
        passed = [climb.who.person for climb in decision.climbed]
        assert line[: len(passed)] == passed
        if decision.level is OWN:
            assert passed == []
        elif decision.unanswered is None:
            assert decision.answerer is not None
            assert line[len(passed)] == decision.answerer.person
        else:
            assert line == passed
        for climb in decision.climbed:
            assert climb.reasons
            for language in LANGUAGES:
                assert f"คุณ{climb.who.person}" in explain(climb.reasons[0], language)


def pointed_at(said: Iterable[Said]) -> set[tuple[Any, ...]]:
    """Bands as a reader would point at them."""
    return {
        (each.kind, each.level, each.value, each.band and (each.band["past"], each.band["to"]))
        for each in said
    }


@given(questions())
def test_the_officer_is_shown_exactly_the_bands_that_decided(question: Question) -> None:
    office = question.office
    for known, person, decision in question.asked():
        who = office.people[person]
        row = office.row_of(question.matter, who.grade, known.branch or who.branch)
        if row is None or who.grade == "G6":
            continue
        wanted = naive.verdict(row, known.to_json())
        if wanted.level != decision.level.name:
            assert decision.reasons[0].code == "authority_never_own"
            continue
        bands = json.loads(json.dumps(decision.to_json()))["bands"]
        told = {
            (each["condition"], each["level"], each["value"], (each["past"], each["to"]))
            for each in bands
        }
        assert told == pointed_at(wanted.deciding)
        assert len(decision.reasons) >= len(bands)
        for each in decision.reasons:
            assert all(explain(each, language) for language in LANGUAGES)


@st.composite
def changed(draw: st.DrawFn, before: Facts) -> Facts:
    """The same goods with other figures, most of them milder."""
    after, groups = draw(facts), before.discount_by_group
    cut = draw(st.decimals(0, 1, places=2))
    return replace(
        draw(st.sampled_from([before, after])),
        amount=min(after.amount, before.amount),
        discount=min(after.discount, before.discount),
        discount_by_group={each: groups[each] * cut for each in groups},
        unlisted=min(after.unlisted, before.unlisted),
        credit=draw(st.sampled_from([before.credit, frozenset({Credit.OK})])),
        below_cost=before.below_cost and draw(st.booleans()),
        stock=draw(st.sampled_from([before.stock, *milder_stock(before.stock)])),
        branch=before.branch,
    )


def milder_stock(stock: Stock | None) -> list[Stock]:
    """What is better than this; anything is better than not known."""
    return list(Stock) if stock is None else list(Stock)[: list(Stock).index(stock)]


@given(st.data())
def test_a_change_that_keeps_an_approval_never_needed_a_stricter_one(data: st.DataObject) -> None:
    matter, matrix, before = data.draw(cases())
    after = data.draw(changed(before))
    assume(milder(after, before))
    for grade in Grade:
        actor = Decider.of_grade(grade, before.branch)
        then, now = (decide(matter, actor, each, matrix) for each in (before, after))
        assert now.level <= then.level
        assert not stricter(now.asked, then.asked)


@given(cases())
def test_a_version_read_back_decides_as_the_one_that_was_confirmed(
    case: tuple[str, Matrix, Facts],
) -> None:
    matter, matrix, known = case
    kept = Matrix.from_json(json.loads(json.dumps(matrix.to_json())))
    then = Facts.from_json(json.loads(json.dumps(known.to_json())))
    for grade in Grade:
        actor = Decider.of_grade(grade, known.branch)
        first, again = decide(matter, actor, known, matrix), decide(matter, actor, then, kept)
        assert first.to_json() == again.to_json()
        assert (first.reasons, relief(first)) == (again.reasons, relief(again))


def in_figures(said: Reason) -> Reason:
    """ "No discount" as the "at most 0" that it means."""
    nothing = {"discount": Decimal(0), "unlisted": Money.ZERO}.get(kind_of(said))
    if nothing is None or not said.code.endswith("_none"):
        return said
    return Reason(f"{said.code.removesuffix('none')}upto", {**said.values, "to": nothing})


def follow(known: Facts, wanted: Reason) -> Facts:
    """The facts as they are once somebody did what they were told."""
    wanted = in_figures(wanted)
    name, values = wanted.code.removeprefix("authority_"), wanted.values
    kind, _, choice = name.partition("_is_")
    if choice:
        cases: dict[str, Callable[[str], Any]] = {
            "below_cost": lambda each: each == "yes",
            "credit": lambda each: frozenset({Credit(each)}),
            "stock": Stock,
        }
        return replace(known, **{kind: cases[kind](choice)})
    if name == "discount_group_upto":
        groups = known.discount_by_group
        assert groups[values["group"]] > values["to"]
        return replace(known, discount_by_group={**groups, values["group"]: values["to"]})
    kind, _, shape = name.rpartition("_")
    assert shape == "upto"
    return replace(known, **{kind: values["to"]})


@given(cases(), below)
def test_who_does_what_the_banner_says_may_decide_alone(
    case: tuple[str, Matrix, Facts], grade: Grade
) -> None:
    matter, matrix, known = case
    actor = Decider.of_grade(grade, known.branch)
    decision = decide(matter, actor, known, matrix)
    for target in (OWN, CONSULT):
        steps = relief(decision, target)
        assert bool(steps) is (decision.level > target)
        if not steps or steps[0].code == "authority_relief_none":
            continue
        after = known
        for step in steps:
            after = follow(after, step)
        assert decide(matter, actor, after, matrix).level <= target


def applies(statement: Reason, known: Facts, apart: frozenset[str]) -> bool:
    """Whether a statement of a cell is true of a paper; what nobody knows may be anything."""
    held = held_by(statement, known, apart)
    return any(each is None or covers(statement, each) for each in held)


def keeps(limit: Reason, known: Facts) -> bool:
    """Whether a paper lies within what a row says a condition does not count for."""
    said, worst = limit, 0
    if limit.code == "authority_or_milder":
        said = limit.values["case"]
        kind, _, choice = said.code.removeprefix("authority_").partition("_is_")
        worst = SCALES[kind].choices.index(choice)
    held = held_by(said, known, frozenset())
    if worst:
        return all(each in SCALES[kind_of(said)].choices[: worst + 1] for each in held)
    return all(each is not None and covers(said, each) for each in held)


def held_by(statement: Reason, known: Facts, apart: frozenset[str]) -> list[Any]:
    """What a paper has of that which a statement speaks of."""
    plain, groups, kind = known.to_json(), known.discount_by_group, kind_of(statement)
    if kind == "credit":
        return plain["credit"] or ["ok"]
    if kind == "below_cost":
        return ["yes" if known.below_cost else "no"]
    if kind == "stock":
        return [plain["stock"]]
    if "group" in statement.values:
        return [groups[each] for each in groups if each == statement.values["group"]]
    if kind == "discount" and apart and groups:
        return [groups[each] for each in groups if each not in apart]
    return [_number(plain[kind])]


def covers(statement: Reason, value: Any) -> bool:
    """Whether a statement is true of one value."""
    _, _, choice = statement.code.partition("_is_")
    if choice:
        return bool(value == choice)
    figures = in_figures(statement).values
    past, to = (_number(figures.get(end)) for end in ("past", "to"))
    if kind_of(statement) == "deposit_share":  # at least so much, and below so much
        return (to is None or value >= to) and (past is None or value < past)
    return (past is None or value > past) and (to is None or value <= to)


def _number(bound: Any) -> Decimal | None:
    return None if bound is None else Decimal(str(getattr(bound, "baht", bound)))


def kind_of(statement: Reason) -> str:
    """What a statement measures."""
    return next((kind for kind in SCALES if statement.code.startswith(f"authority_{kind}_")), "")


def read_back(cells: Mapping[Level, tuple[Reason, ...]], known: Facts) -> Level:
    """The level that somebody finds who has nothing but the printed row."""
    said = [each for cell in cells.values() for each in cell]
    apart = frozenset(each.values["group"] for each in said if "group" in each.values)
    spared = [each.values for each in said if each.code == "authority_spared"]
    idle = {
        each["condition"].code.removeprefix("authority_condition_")
        for each in spared
        if all(keeps(when, known) for when in each["when"])
    }
    for level in (SUPERIOR, CONSULT):
        for each in cells[level]:
            kind = kind_of(each)
            if kind and kind not in idle and applies(each, known, apart):
                return level
    return next((level for level in (OWN, CONSULT) if cells[level]), SUPERIOR)


@given(st.data(), below)
def test_a_row_read_aloud_says_what_it_decides(data: st.DataObject, grade: Grade) -> None:
    row = data.draw(rows(grade).filter(readable))
    cells = describe_row(row)
    (plain,) = rows_to_json((row,))
    for drawn in data.draw(st.lists(near(row.conditions), min_size=3, max_size=3)):
        highest = max(drawn.discount_by_group.values(), default=drawn.discount)
        known = replace(drawn, discount=highest)
        assert read_back(cells, known).name == naive.verdict(plain, known.to_json()).level


def readable(row: Row) -> bool:
    """Whether it is clear which discount is meant where one does not count."""
    grouped = any(condition.group for condition in row.conditions)
    spared = any(condition.unless for condition in row.conditions)
    return not grouped or not spared


@given(rows(Grade.G3) | rows(Grade.G5))
def test_every_bound_of_a_row_is_read_aloud_with_its_figure(row: Row) -> None:
    cells = describe_row(row)
    said = [each for cell in cells.values() for each in cell]
    for each in said:
        for language in LANGUAGES:
            text = explain(each, language)
            for name, value in each.values.items():
                assert show(value, language) in text, name
    floor = next((level for level in (OWN, CONSULT) if cells[level]), SUPERIOR)
    for condition in row.conditions:
        if condition.scale.choices:
            continue
        told = {
            end
            for each in said
            if kind_of(each) == condition.kind and each.values.get("group") == condition.group
            for end in in_figures(each).values.values()
        }
        for band, following in pairwise(condition.bands):
            if max(band.level, floor) is not max(following.level, floor):
                assert band.to in told


PROPERTIES = tuple(value for name, value in sorted(globals().items()) if name.startswith("test_"))


@pytest.mark.soak
@pytest.mark.parametrize("holds", PROPERTIES)
def test_the_same_over_many_thousand_tables(holds: Callable[[], None]) -> None:
    settings(max_examples=4_000, deadline=None, suppress_health_check=list(HealthCheck))(holds)()
