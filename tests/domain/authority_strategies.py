"""Random matrices and facts for the property tests of the authority."""

from hypothesis import strategies as st

from crm_desktop.domain.authority import (
    SCALES,
    TOP,
    Band,
    Condition,
    Credit,
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
)
from crm_desktop.domain.authority.scales import Value
from crm_desktop.domain.money import Money

MATTER = "quotation.issue"
GROUPS = ("กระเบื้อง", "CEMENT")
BRANCHES = ("01", "02")

money = st.integers(0, 10**11).map(Money)
percent = st.decimals(0, 100, places=2)
levels = st.sampled_from(Level)


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


@st.composite
def conditions(draw: st.DrawFn, kind: str, group: str | None = None) -> Condition:
    """A sound condition: bands without gap or overlap, never milder where the case is worse."""
    scale = SCALES[kind]
    unless = draw(st.just(()) | st.tuples(limits()))
    if scale.choices:
        cases = [Band(draw(levels), choice) for choice in scale.choices]
        bands = tuple(
            case._replace(steps=(Step.CREDIT, Step.SUPERIOR))
            if case.level > Level.OWN and kind == "credit"
            else case
            for case in cases
        )
        return Condition(kind, bands, unless=unless)
    ends = sorted(draw(st.sets(bounds(scale), max_size=3)), key=scale.position)
    steps = sorted(draw(st.lists(levels, min_size=len(ends) + 1, max_size=len(ends) + 1)))
    rungs = zip(steps, [*ends, None], strict=True)
    return ladder(kind, *rungs, group=group, unless=unless)


@st.composite
def limits(draw: st.DrawFn) -> Limit:
    """A value that spares a condition."""
    kind = draw(st.sampled_from(sorted(SCALES)))
    return Limit(kind, draw(bounds(SCALES[kind])))


@st.composite
def rows(draw: st.DrawFn, grade: Grade, branch: str | None = None) -> Row:
    """A sound row of a grade below the top; any row of the top grade decides."""
    kinds = draw(st.lists(st.sampled_from(sorted(SCALES)), min_size=1, max_size=4, unique=True))
    parts = [draw(conditions(kind)) for kind in kinds]
    if "discount" in kinds:
        groups = draw(st.lists(st.sampled_from(GROUPS), unique=True))
        parts += [draw(conditions("discount", group)) for group in groups]
    if grade is TOP:
        parts = [ladder("amount", (Level.OWN, None))]
    return Row(MATTER, grade, tuple(parts), branch, draw(st.booleans()), draw(st.booleans()))


@st.composite
def matrices(draw: st.DrawFn, state: MatrixState | None = MatrixState.CONFIRMED) -> Matrix:
    """Some rows of one matter, general ones and branches' own."""
    places = [(grade, branch) for grade in Grade for branch in (None, *BRANCHES)]
    chosen = draw(st.lists(st.sampled_from(places), unique=True))
    table = tuple(draw(rows(grade, branch)) for grade, branch in chosen)
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
