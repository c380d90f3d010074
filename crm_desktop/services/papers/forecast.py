"""The forecast: what open quotations are likely worth by expected month, and how it came true."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.domain.pipeline import CLOSED, months_from, weighted
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.papers.stages import Likelihood, likelihood
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import EVERYBODY, Scope, ids, within
from crm_desktop.store.orm import SQL, fn

READ = "quotation.read"
AHEAD = 4
"""Months that stand apart; what is expected later stands together as `LATER`."""
OVER, LATER = "over", "later"
BACK = 6
MONTH = 7
"""Letters of a day that name its month."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One expected month (YYYY-MM; `over` where the day has passed, `later`): by stage the value
    and how many papers, and all of it weighted."""

    id: str
    papers: int
    stages: tuple[tuple[str, int, Money], ...]
    value: Money
    weighted: Money


@dataclass(frozen=True, slots=True)
class Past:
    """A month that was forecast as it began, beside what was then accepted in it."""

    id: str
    forecast: Money | None
    actual: Money
    won: int

    @property
    def error(self) -> Fraction | None:
        """(forecast − actual) ÷ actual; None where nothing was kept, or nothing accepted."""
        if self.forecast is None or not self.actual.satang:
            return None
        return Fraction(self.forecast.satang - self.actual.satang, self.actual.satang)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The open months with their sum, and what the last ones came to."""

    months: tuple[MonthRow, ...]
    value: Money
    weighted: Money
    past: tuple[Past, ...]
    likelihood: Likelihood


@dataclass(frozen=True, slots=True)
class ForecastPaper:
    """One paper behind a figure."""

    id: int
    reference: str
    state: str
    customer_id: int
    customer: str
    owner: str
    total: Money
    weighted: Money
    on: date


@dataclass(frozen=True, slots=True)
class Won:
    """What became of the papers that closed in a period, for one person; shares are None where
    nothing closed."""

    id: int
    person: str
    won: int
    lost: int
    expired: int
    won_value: Money
    closed_value: Money

    @property
    def rate(self) -> Fraction | None:
        """Won of won, lost and expired, by count."""
        closed = self.won + self.lost + self.expired
        return Fraction(self.won, closed) if closed else None

    @property
    def value_rate(self) -> Fraction | None:
        """The same by value."""
        closed = self.closed_value.satang
        return Fraction(self.won_value.satang, closed) if closed else None


@dataclass(frozen=True, slots=True)
class LostReason:
    """How many papers of a period were lost for one reason ("" where nobody coded it)."""

    code: str
    papers: int
    value: Money


def _whose(context: Context, rows: Any, table: Any, scope: Scope | None) -> Any:
    """The actor's own (None), or a scope of the team; heads alone may look at others'."""
    if scope is None:
        return rows.where(table.c.owner_id == context.actor.person_id)
    if not context.actor.may("team.read"):
        raise NotAllowed("not_your_team")
    if scope != EVERYBODY or context.branches("team.read") is not None:
        rows = rows.where(table.c.owner_id << ids(within(context, scope)))
    return rows


def _out(context: Context, rows: Any) -> Any:
    """Open quotations with an expected day; literals, for the partial index."""
    document = context.t.document
    states = ", ".join(f"'{state}'" for state in OPEN_STATES)
    return rows.where(
        document.c.state.in_(SQL(f"({states})")),
        document.c.expected_on.is_null(False),
        document.c.kind == KIND.code,
    )


def buckets(today: date) -> tuple[str, ...]:
    """The rows of the forecast in their order."""
    return (OVER, *months_from(today, AHEAD), LATER)


def _bucket(month: str, over: bool, known: Iterable[str]) -> str:
    if over:
        return OVER
    return month if month in known else LATER


@query(READ)
def forecast(context: Context, scope: Scope | None = None) -> Forecast:
    """Σ open value × share of its stage, by expected month."""
    shares, today = likelihood(context), context.today
    names = buckets(today)
    sums: dict[tuple[str, str], list[int]] = {}
    for month, state, over, papers, satang in _sums(context, scope):
        held = sums.setdefault((_bucket(month, bool(over), names), state), [0, 0])
        held[0] += papers
        held[1] += int(satang)
    months = tuple(_month(name, sums, shares) for name in names)
    return Forecast(
        months=months,
        value=Money.sum(each.value for each in months),
        weighted=Money.sum(each.weighted for each in months),
        past=_past(context, scope),
        likelihood=shares,
    )


def _sums(context: Context, scope: Scope | None) -> Any:
    document, today = context.t.document, context.today.isoformat()
    month = fn.SUBSTR(document.c.expected_on, SQL("1"), SQL(str(MONTH)))
    over = SQL(f"CASE WHEN expected_on < '{today}' THEN 1 ELSE 0 END")
    rows = document.select(
        month, document.c.state, over, fn.COUNT(SQL("1")), fn.SUM(document.c.total_satang)
    )
    rows = _whose(context, _out(context, rows), document, scope)
    return rows.group_by(month, document.c.state, over).tuples()


def _month(name: str, sums: Mapping[tuple[str, str], list[int]], shares: Likelihood) -> MonthRow:
    stages = tuple((state, *_counted(sums.get((name, state), [0, 0]))) for state in OPEN_STATES)
    return MonthRow(
        name,
        sum(papers for _, papers, _ in stages),
        stages,
        Money.sum(value for *_, value in stages),
        Money.sum(weighted(value, shares.of(state).share) for state, _, value in stages),
    )


def _counted(found: list[int]) -> tuple[int, Money]:
    return found[0], Money(found[1])


def _past(context: Context, scope: Scope | None) -> tuple[Past, ...]:
    """The months of which a forecast was kept, the latest first, this one included."""
    kept, document = context.t.forecast_kept, context.t.document
    rows = kept.select(kept.c.month, fn.SUM(kept.c.weighted_satang))
    rows = _whose(context, rows.where(kept.c.month == kept.c.kept_month), kept, scope)
    rows = rows.group_by(kept.c.month).order_by(kept.c.month.desc()).limit(BACK)
    found = []
    for month, satang in rows.tuples():
        won = document.select(
            fn.COUNT(SQL("1")), fn.COALESCE(fn.SUM(document.c.total_satang), 0)
        ).where(
            document.c.closed_on.is_null(False),
            document.c.closed_on.between(f"{month}-01", f"{month}-31"),
            document.c.state == "accepted",
        )
        papers, actual = next(iter(_whose(context, won, document, scope).tuples()))
        found.append(Past(month, Money(int(satang)), Money(int(actual)), papers))
    return tuple(found)


@query(READ)
def forecast_papers(
    context: Context, month: str, state: str, scope: Scope | None, wanted: ListQuery
) -> Page[ForecastPaper]:
    """The papers behind a figure: of a month (or `over`, `later`, "" for all) and a stage ("" for
    all). Of a month that is over, `state` "accepted" are those it was won by."""
    document, customer, person = context.t.document, context.t.customer, context.t.person
    won = state == "accepted"
    on = document.c.closed_on if won else document.c.expected_on
    names = ("id", "number", "state", "customer_id", "total_satang")
    rows = document.select(
        *(getattr(document.c, name) for name in names),
        on,
        customer.c.name.alias("customer"),
        getattr(person.c, context.naming).alias("owner"),
    )
    rows = rows.join(person, on=person.c.id == document.c.owner_id)
    rows = rows.join(customer, on=customer.c.id == document.c.customer_id)
    if won:
        rows = rows.where(on.is_null(False), document.c.state == state)
    else:
        rows = _out(context, rows)
        rows = rows.where(document.c.state == state) if state else rows
    rows = _whose(context, _in_month(context, rows, on, month), document, scope)
    found = keyset(rows, on, document.c.id, wanted)
    shown, key = found[: wanted.limit], "closed_on" if won else "expected_on"
    following = (shown[-1][key], shown[-1]["id"]) if len(found) > wanted.limit else None
    shares = likelihood(context)
    return Page(tuple(_paper(each, key, shares) for each in shown), following)


def _in_month(context: Context, rows: Any, on: Any, month: str) -> Any:
    today = context.today.isoformat()
    if month == OVER:
        return rows.where(on < today)
    if month == LATER:
        *_, last = months_from(context.today, AHEAD)
        return rows.where(on > f"{last}-31")
    if not month:
        return rows
    rows = rows.where(on.between(f"{month}-01", f"{month}-31"))
    current = month == today[:MONTH] and on.name == "expected_on"
    return rows.where(on >= today) if current else rows


def _paper(row: Mapping[str, Any], key: str, shares: Likelihood) -> ForecastPaper:
    total, state = Money(row["total_satang"]), row["state"]
    return ForecastPaper(
        id=row["id"],
        reference=row["number"],
        state=state,
        customer_id=row["customer_id"],
        customer=row["customer"],
        owner=row["owner"],
        total=total,
        weighted=weighted(total, shares.of(state).share) if state in OPEN_STATES else total,
        on=date.fromisoformat(row[key]),
    )


# ---------------------------------------------------------------- kept, and what came of it


def keep_forecast(context: Context) -> None:
    """Keeps, once a month as it begins here, what was forecast by owner, month and stage."""
    kept, document = context.t.forecast_kept, context.t.document
    month = context.today.isoformat()[:MONTH]
    if list(kept.select(kept.c.id).where(kept.c.kept_month == month).limit(1).tuples()):
        return
    shares = likelihood(context)
    on = fn.SUBSTR(document.c.expected_on, SQL("1"), SQL(str(MONTH)))
    by = (on, document.c.branch_id, document.c.owner_id, document.c.state)
    rows = _out(context, document.select(*by, fn.COUNT(SQL("1")), fn.SUM(document.c.total_satang)))
    rows = rows.where(document.c.expected_on >= f"{month}-01").group_by(*by)
    lines = [
        {
            "kept_month": month, "kept_on": context.today.isoformat(), "month": expected,
            "branch_id": branch, "owner_id": owner, "state": state, "papers": papers,
            "value_satang": int(satang),
            "weighted_satang": weighted(Money(int(satang)), shares.of(state).share).satang,
        }
        for expected, branch, owner, state, papers, satang in rows.tuples()
    ]  # fmt: skip
    kept.add_all(lines)
    if lines:
        context.audit("forecast_kept", 0, "kept", {}, {"month": month, "rows": len(lines)})


@query("team.read")
def win_rates(context: Context, span: Span) -> tuple[Won, ...]:
    """By owner, what closed in a period; a base number counts once, for what was superseded by
    its successor is not closed."""
    span.check()
    document = context.t.document
    people = within(context, span.scope)
    rows = document.select(
        document.c.owner_id, document.c.state, fn.COUNT(SQL("1")), fn.SUM(document.c.total_satang)
    ).where(_ended(context, span), document.c.owner_id << ids(people))
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for owner, state, papers, satang in rows.group_by(
        document.c.owner_id, document.c.state
    ).tuples():
        found.setdefault(owner, {})[state] = (papers, int(satang))
    none = (0, 0)
    made = []
    for each in people:
        ended = found.get(each.id)
        if ended:
            won, lost, expired = (ended.get(state, none)[0] for state in CLOSED)
            values = Money(ended.get("accepted", none)[1]), Money(sum(v for _, v in ended.values()))
            made.append(Won(each.id, each.name, won, lost, expired, *values))
    return tuple(made)


def _ended(context: Context, span: Span) -> Any:
    document = context.t.document
    return (
        document.c.closed_on.is_null(False)
        & document.c.closed_on.between(span.since.isoformat(), span.until.isoformat())
        & (document.c.state << CLOSED)
    )


@query("team.read")
def lost_reasons(context: Context, span: Span) -> tuple[LostReason, ...]:
    """Lost papers of a period by coded reason, the commonest first."""
    span.check()
    document = context.t.document
    people = ids(within(context, span.scope))
    count, total = fn.COUNT(SQL("1")), fn.SUM(document.c.total_satang)
    rows = document.select(document.c.lost_code, count, total).where(
        _ended(context, span), document.c.state == "lost", document.c.owner_id << people
    )
    found = rows.group_by(document.c.lost_code).tuples()
    made = [LostReason(code, papers, Money(int(satang))) for code, papers, satang in found]
    return tuple(sorted(made, key=lambda each: (-each.papers, each.code)))
