"""Random matrices and facts for the property tests of the authority."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    MATTERS,
    SCALES,
    TOP,
    Band,
    Condition,
    Credit,
    Decider,
    Deputy,
    Facts,
    Grade,
    Level,
    Limit,
    Matrix,
    MatrixState,
    Row,
    Scale,
    Step,
    Stock,
    ladder,
    rows_to_json,
)
from crm_desktop.domain.authority.scales import Value
from crm_desktop.domain.money import Money
from tests.domain.authority_naive import Office, Somebody

MATTER = "quotation.issue"
GROUPS = ("กระเบื้อง", "CEMENT")
BRANCHES = ("01", "02")

money = st.integers(0, 10**11).map(Money)
percent = st.decimals(0, 100, places=2)
levels = st.sampled_from(Level)
KINDS = st.lists(st.sampled_from(sorted(SCALES)), min_size=1, max_size=4, unique=True)
SOME_GROUPS = st.lists(st.sampled_from(GROUPS), unique=True)
matters = st.sampled_from((MATTER, "deposit.refund")) | st.sampled_from(sorted(MATTERS))


@cache
def bounds(scale: Scale) -> st.SearchStrategy[Value]:
    """Values of one scale."""
    if scale.choices:
        return st.sampled_from(scale.choices)
    of_unit: dict[str, st.SearchStrategy[Value]] = {
        "baht": money,
        "percent": percent,
        "days": st.integers(0, 400),
    }
    return of_unit[scale.unit]


@cache
def _ends(kind: str) -> st.SearchStrategy[set[Value]]:
    return st.sets(bounds(SCALES[kind]), max_size=3)


@cache
def _levels(count: int) -> st.SearchStrategy[list[Level]]:
    return st.lists(levels, min_size=count, max_size=count)


@cache
def _unless() -> st.SearchStrategy[tuple[Limit, ...]]:
    return st.just(()) | st.just(()) | st.tuples(limits())


@cache
@st.composite
def conditions(draw: st.DrawFn, kind: str, group: str | None = None) -> Condition:
    """A sound condition: bands without gap or overlap, never milder where the case is worse."""
    scale = SCALES[kind]
    unless = draw(_unless())
    if scale.choices:
        rising = sorted(draw(_levels(len(scale.choices))))
        cases = map(Band, rising, scale.choices)
        bands = tuple(
            case._replace(steps=(Step.CREDIT, Step.SUPERIOR))
            if case.level > Level.OWN and kind == "credit"
            else case
            for case in cases
        )
        return Condition(kind, bands, unless=unless)
    ends = sorted(draw(_ends(kind)), key=scale.position)
    steps = sorted(draw(_levels(len(ends) + 1)))
    rungs = zip(steps, [*ends, None], strict=True)
    return ladder(kind, *rungs, group=group, unless=unless)


@cache
@st.composite
def limits(draw: st.DrawFn) -> Limit:
    """A value that spares a condition."""
    kind = draw(st.sampled_from(sorted(SCALES)))
    return Limit(kind, draw(bounds(SCALES[kind])))


@cache
@st.composite
def torn(draw: st.DrawFn, kind: str) -> Condition:
    """Bands that no version would be confirmed with: gaps, overlaps, milder where it is worse."""
    scale = SCALES[kind]
    if scale.choices:
        bands = [Band(draw(levels), each) for each in draw(st.lists(bounds(scale), max_size=5))]
        return Condition(kind, tuple(bands))
    ends = st.none() | bounds(scale)
    pieces = draw(st.lists(st.tuples(levels, ends, ends), max_size=4))
    return Condition(kind, tuple(Band(*each) for each in pieces))


@cache
@st.composite
def torn_rows(draw: st.DrawFn, grade: Grade) -> Row:
    """A row that is wrong."""
    kinds = draw(st.lists(st.sampled_from(sorted(SCALES)), max_size=3, unique=True))
    return Row(MATTER, grade, tuple(draw(torn(kind)) for kind in kinds))


@cache
@st.composite
def rows(draw: st.DrawFn, grade: Grade, branch: str | None = None, matter: str = MATTER) -> Row:
    """A sound row of a grade below the top; any row of the top grade decides."""
    kinds = draw(KINDS)
    parts = [draw(conditions(kind)) for kind in kinds]
    if "discount" in kinds:
        groups = draw(SOME_GROUPS)
        parts += [draw(conditions("discount", group)) for group in groups]
    if grade is TOP:
        parts = [ladder("amount", (Level.OWN, None))]
    return Row(matter, grade, tuple(parts), branch, draw(st.booleans()), draw(st.booleans()))


@st.composite
def matrices(
    draw: st.DrawFn,
    state: MatrixState | None = MatrixState.CONFIRMED,
    matter: str = MATTER,
) -> Matrix:
    """Some rows of one matter, general ones and branches' own."""
    places = [(grade, branch) for grade in Grade for branch in (None, *BRANCHES)]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=6))
    table = tuple(draw(rows(grade, branch, matter)) for grade, branch in chosen)
    return Matrix(draw(st.integers(1, 99)), table, state or draw(st.sampled_from(MatrixState)))


facts = st.builds(
    Facts,
    amount=money,
    discount=percent,
    discount_by_group=st.dictionaries(st.sampled_from((*GROUPS, "PAINT")), percent),
    below_cost=st.booleans(),
    unlisted=money,
    credit=st.frozensets(st.sampled_from(Credit)),
    deposit_share=st.none() | percent,
    stock=st.none() | st.sampled_from(Stock),
    days=st.none() | st.integers(0, 400),
    branch=st.none() | st.sampled_from((*BRANCHES, "03")),
)


def _bounds_of(conditions: Iterable[Condition]) -> dict[str, list[Value]]:
    """The values at which something changes."""
    found: dict[str, list[Value]] = {}
    for condition in conditions:
        ends = [end for band in condition.bands for end in (band.past, band.to)]
        found.setdefault(condition.kind, []).extend(end for end in ends if end is not None)
        for limit in condition.unless:
            found.setdefault(limit.kind, []).append(limit.to)
    return found


def _beside(value: Any) -> list[Any]:
    """A bound and its nearest neighbours."""
    step = Money(1) if isinstance(value, Money) else type(value)(1)
    if isinstance(value, Decimal):
        step = Decimal("0.01")
    nearest = (value - step, value, value + step)
    return [each for each in nearest if each >= step - step]


@st.composite
def near(draw: st.DrawFn, conditions: Iterable[Condition]) -> Facts:
    """Facts of which many lie on a bound of the conditions, or next to one."""
    given, ends = draw(facts), _bounds_of(conditions)
    changed: dict[str, Any] = {}
    for kind in ("amount", "discount", "unlisted", "deposit_share", "days"):
        values = [each for end in ends.get(kind, ()) for each in _beside(end)]
        if values and draw(st.booleans()):
            changed[kind] = draw(st.sampled_from(values))
            if kind == "discount":
                groups = given.discount_by_group
                per_group = {each: draw(st.sampled_from(values)) for each in groups}
                changed["discount_by_group"] = per_group
    return replace(given, **changed)


@st.composite
def cases(draw: st.DrawFn, papers: int = 1) -> tuple[Any, ...]:
    """A matter, a table of it, and papers near its bounds."""
    matter = draw(matters)
    table = draw(matrices(None, matter))
    found = near([condition for row in table.rows for condition in row.conditions])
    return matter, table, *(draw(found) for _ in range(papers))


@st.composite
def offices(draw: st.DrawFn, matrix: Matrix) -> Office:
    """People who report to each other without circles, some gone, some away with a deputy."""
    count = draw(st.integers(1, 5))
    ids = range(1, count + 1)
    people = {
        each: Somebody(
            id=each,
            grade=draw(st.sampled_from(Grade)).name,
            branch=draw(st.none() | st.sampled_from(BRANCHES)),
            superior=draw(st.none() | st.sampled_from(range(1, each))) if each > 1 else None,
            active=each == count or draw(st.integers(0, 3)) > 0,
            deputy=draw(st.none() | st.sampled_from([other for other in ids if other != each]))
            if count > 1
            else None,
            answers=draw(st.integers(0, 5)) > 0,
        )
        for each in ids
    }
    confirmed = matrix.state is MatrixState.CONFIRMED
    return Office(people, rows_to_json(matrix.rows) if confirmed else None)


def decider(office: Office, person: int) -> Decider:
    """Somebody with those above, as the program is told of them."""

    def known(who: Somebody, line: tuple[Decider, ...] = ()) -> Decider:
        deputy = None if who.deputy is None else Deputy(who.deputy, f"คุณ{who.deputy}")
        name, grade = f"คุณ{who.id}", Grade[who.grade]
        return Decider(who.id, name, grade, who.branch, line, deputy, who.answers)

    line = tuple(known(each) for each in office.superiors(person))
    return known(office.people[person], line)
