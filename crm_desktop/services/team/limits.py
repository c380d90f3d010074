"""Where papers crowd below a limit: just under a bound of one's own row, or cut in several."""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import reduce
from itertools import chain
from operator import attrgetter, or_
from typing import Any, NamedTuple

from crm_desktop.domain.authority import Facts, Grade, Matrix, Row
from crm_desktop.domain.authority.decide import Finding, judge
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import matrices
from crm_desktop.services.authority.appraisal import counted
from crm_desktop.services.registry import Context, query
from crm_desktop.services.settings import load_shop
from crm_desktop.services.team.decisions import DecidedRow, Span, in_span, reached
from crm_desktop.services.team.members import READ, Member, ids
from crm_desktop.store import bulk
from crm_desktop.store.orm import SQL, fn

NEAR_PERCENT = 5
"""How far below a bound still counts as just under it, in percent of the bound."""
MOST = 500
"""Papers that are listed at most, the newest; more would be read by nobody."""
SIFTED = 10 * MOST
WATCHED = ("amount", "discount")
DISCOUNT = {
    "sqlite": "CAST(json_extract(facts, '$.discount') AS NUMERIC)",
    "postgresql": "CAST(CAST(facts AS json) ->> 'discount' AS NUMERIC)",
}
"""The discount of a stored request, for sifting only: what is found is compared exactly."""


@dataclass(frozen=True, slots=True)
class NearRow:
    """A request whose amount or discount (`what`) lies just under a bound of the row that decided
    it; `group` is the product group where the band is that of one."""

    id: int
    document_id: int
    kind: str
    reference: str
    customer: str
    person: str
    matter: str
    level: str
    what: str
    group: str
    value: Any
    bound: Any
    row: str
    version: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class SplitRow:
    """Papers of one person for one customer or project within the days of the setting, each within
    a bound that all together pass."""

    id: int
    person: str
    matter: str
    customer: str
    project: str
    bound: Money
    total: Money
    papers: tuple[DecidedRow, ...]
    first_on: date
    last_on: date


# ---------------------------------------------------------------- just under a limit


@query(READ)
def near_limits(context: Context, span: Span) -> tuple[NearRow, ...]:
    """Requests just under a limit, the newest first; sifted by the database, compared exactly."""
    found = reached(context, span)
    bounds = _bounds(context, span, found)
    if not bounds:
        return ()
    rows: list[NearRow] = []
    for stored in _sifted(context, span, found, bounds):
        rows += _near(context, stored)
        if len(rows) >= MOST:
            break
    return tuple(rows[:MOST])


def _bounds(context: Context, span: Span, found: Iterable[Member]) -> list[Any]:
    """Conditions that sift the requests of each matter and version by the bounds of its rows."""
    request = context.t.request
    pairs = request.select(request.c.matrix_version, request.c.matter).distinct()
    conditions = []
    for version, matter in pairs.where(in_span(context, span, found)).tuples():
        sieve = _sieve(context, version, matter)
        if sieve is not None:
            of_pair = (request.c.matrix_version == version) & (request.c.matter == matter)
            conditions.append(of_pair & sieve)
    return conditions


def _sieve(context: Context, version: int, matter: str) -> Any:
    """What lies near any bound of the matter's rows, whoever's; a little wide, never narrow."""
    request = context.t.request
    parts, discounts = [], list[tuple[Decimal, Decimal]]()
    for kind, group, to in _limits(_matrix(context, version), matter):
        if kind == "amount":
            satang = to.satang
            low = satang * (100 - NEAR_PERCENT) // 100
            parts.append(request.c.amount_satang.between(low, satang))
        elif group:
            parts.append(request.c.facts.contains(json.dumps(group, ensure_ascii=False)))
        else:
            discounts.append((to * (99 - NEAR_PERCENT) / 100, to * 101 / 100))
    if discounts:  # last, for it takes longest
        parts.append(_discount_in(context.store.engine, discounts))
    return reduce(or_, parts) if parts else None


def _discount_in(engine: str, spans: Iterable[tuple[Decimal, Decimal]]) -> Any:
    """That the discount lies in one of the spans; PostgreSQL is to read the stored facts once, not
    once for each."""
    discount = DISCOUNT[engine]
    if engine == "postgresql":
        ranges = ", ".join(f"'[{low:f},{high:f}]'" for low, high in spans)
        return SQL(f"{discount} <@ ANY (CAST(ARRAY[{ranges}] AS numrange[]))")
    each = (f"{discount} BETWEEN {low:f} AND {high:f}" for low, high in spans)
    return SQL(f"({' OR '.join(each)})")


def _limits(matrix: Matrix, matter: str) -> set[tuple[str, str | None, Any]]:
    rows = [row for row in matrix.rows if row.matter == matter]
    grouped = {c.group for row in rows for c in row.conditions if c.group}
    return {
        (condition.kind, condition.group, band.to)
        for row in rows
        for condition in row.conditions
        for band in condition.bands
        if condition.kind in WATCHED and band.to is not None
    } | {("discount", group, 0) for group in grouped}


def _matrix(context: Context, version: int) -> Matrix:
    return matrices.confirmed(context, version) if version else matrices.UNDECIDED


def _sifted(
    context: Context, span: Span, found: Iterable[Member], bounds: Sequence[Any]
) -> Iterator[dict[str, Any]]:
    """What passes the sieve, which reads columns of the request alone and so stands apart."""
    request, document = context.t.request, context.t.document
    customer, person = context.t.customer, context.t.person
    near = request.select(request.c.id).where(in_span(context, span, found), reduce(or_, bounds))
    rows = (
        request.select(
            *(request.c.id, request.c.document_id, request.c.matter, request.c.level),
            *(request.c.facts, request.c.decision, request.c.matrix_version, request.c.asked_at),
            *(document.c.kind, document.c.number, document.c.draft_reference),
            customer.c.name.alias("customer"),
            getattr(person.c, context.naming).alias("person"),
        )
        .join(document, on=document.c.id == request.c.document_id)
        .join(customer, on=customer.c.id == request.c.customer_id)
        .join(person, on=person.c.id == request.c.requester_id)
        .where(request.c.id << near)
        .order_by(request.c.id.desc())
        .limit(SIFTED)
    )
    yield from rows.dicts()


def _near(context: Context, stored: Mapping[str, Any]) -> Iterator[NearRow]:
    """One row per condition that the request comes close to, by the row that decided it."""
    facts = Facts.from_json(json.loads(stored["facts"]))
    grade = Grade[json.loads(stored["decision"])["grade"]]
    version = stored["matrix_version"]
    row = _matrix(context, version).row(stored["matter"], grade, facts.branch)
    for finding in _close(row, facts):
        assert row is not None
        yield NearRow(
            id=stored["id"],
            document_id=stored["document_id"],
            kind=stored["kind"],
            reference=stored["number"] or stored["draft_reference"],
            customer=stored["customer"],
            person=stored["person"],
            matter=stored["matter"],
            level=stored["level"],
            what=finding.condition.kind,
            group=finding.group or "",
            value=finding.value,
            bound=finding.band.to if finding.band else None,
            row=row.key,
            version=version,
            asked_at=datetime.fromisoformat(stored["asked_at"]),
        )


def _close(row: Row | None, facts: Facts) -> list[Finding]:
    """The findings of amount and discount that lie in the last few percent of their band, where
    what comes after it is stricter."""
    return [] if row is None else [each for each in judge(row.checks, facts) if _is_close(each)]


def _is_close(finding: Finding) -> bool:
    band, scale = finding.band, finding.condition.scale
    if finding.condition.kind not in WATCHED or band is None or band.to is None:
        return False
    if finding.value is None or not any(b.level > band.level for b in finding.condition.bands):
        return False
    value, bound = scale.position(finding.value), scale.position(band.to)
    return bool(value) and value * 100 >= bound * (100 - NEAR_PERCENT)


# ---------------------------------------------------------------- one order in several papers


@query(READ)
def splits(context: Context, span: Span) -> tuple[SplitRow, ...]:
    """Groups of papers that together pass a bound which none of them passes alone, the latest
    first. What makes a group is the shop's setting `split_days`, as in every decision."""
    found = reached(context, span)
    people, days = {each.id: each for each in found}, load_shop(context)[0].split_days
    of_row = _bounds_of(context)
    runs: dict[tuple[int, ...], tuple[Papers, int]] = {}
    for owner, kind, papers in _together(_begun(context, span, found)):
        who = people[owner]
        for run, bound in _runs(papers, of_row(kind, who), days):
            runs.setdefault(tuple(paper.id for paper in run), (run, bound))
    told = _told(context, {paper.id for run, _ in runs.values() for paper in run})
    rows = [_split(people[run[0].owner_id], run, bound, told) for run, bound in runs.values()]
    return tuple(sorted(rows, key=lambda row: (row.last_on, row.id), reverse=True))


def _bounds_of(context: Context) -> Callable[[str, Member], list[int]]:
    """The bounds of amount that somebody's papers of a kind have, each row read but once."""
    matrix, known = matrices.in_force(context), dict[tuple[str, str, str | None], list[int]]()

    def bounds(kind: str, who: Member) -> list[int]:
        key = kind, who.grade, who.branch
        if key not in known:
            row = matrix.row(KINDS[kind].matter or "", Grade[who.grade], who.branch)
            known[key] = _amount_bounds(row)
        return known[key]

    return bounds


def _amount_bounds(row: Row | None) -> list[int]:
    """The bounds of amount in the row of somebody, in satang, the lowest first."""
    conditions = [] if row is None else [c for c in row.conditions if c.kind == "amount"]
    bounds = {b.to.satang for c in conditions for b in c.bands if isinstance(b.to, Money)}
    return sorted(bounds)


class Begun(NamedTuple):
    """A paper that may be one of several, as it is stored."""

    id: int
    owner_id: int
    kind: str
    customer_id: int
    project: str
    total_satang: int
    created_at: str
    base_number: str | None


Papers = list[Begun]


def _begun(context: Context, span: Span, found: Iterable[Member]) -> Papers:
    """Papers begun in the span that count as another's split: on their way out, or out.

    Read in one go and put together here: a grouping in the database takes several times as long.
    """
    document = context.t.document
    each = [
        (document.c.kind == kind.code) & (document.c.state << counted(kind))
        for kind in KINDS.values()
        if kind.lined and kind.matter
    ]
    rows = document.select(*(getattr(document.c, name) for name in Begun._fields)).where(
        document.c.created_at >= span.begins,
        document.c.created_at < span.ends,
        document.c.owner_id << ids(found),
        reduce(or_, each),
    )
    return [Begun._make(row) for row in context.store.database.execute(rows).fetchall()]


def _together(begun: Papers) -> Iterator[tuple[int, str, Papers]]:
    """The papers of each person, kind and customer, then of each project, in the order in which
    they were begun, where there are several."""
    customers: dict[tuple[int, str, int], Papers] = {}
    projects: dict[tuple[int, str, str], Papers] = {}
    for paper in begun:
        key = paper.owner_id, paper.kind
        customers.setdefault((*key, paper.customer_id), []).append(paper)
        if paper.project:
            projects.setdefault((*key, paper.project), []).append(paper)
    for (owner, kind, _), papers in chain(customers.items(), projects.items()):
        if len(papers) > 1:
            yield owner, kind, sorted(papers, key=attrgetter("created_at", "id"))


def _runs(papers: Papers, bounds: Sequence[int], days: int) -> Iterator[tuple[Papers, int]]:
    """Runs of papers begun within so many days of the first, with the highest bound that all pass
    together and none alone; a run within a longer one is told only once."""
    if not bounds or sum(paper.total_satang for paper in papers) <= bounds[0]:
        return
    moments, told = [_moment(paper) for paper in papers], 0
    for first, begun in enumerate(moments):
        end = bisect_right(moments, begun + timedelta(days=days), first)
        if end - first < 2 or end <= told:
            continue
        run = list({each.base_number or each.id: each for each in papers[first:end]}.values())
        bound = _passed(run, bounds)
        if len(run) > 1 and bound is not None:
            told = end
            yield run, bound


def _passed(run: Papers, bounds: Sequence[int]) -> int | None:
    """The highest bound that the run passes and its largest paper does not."""
    total = sum(each.total_satang for each in run)
    largest = max(each.total_satang for each in run)
    return max((bound for bound in bounds if largest <= bound < total), default=None)


def _moment(paper: Begun) -> datetime:
    return datetime.fromisoformat(paper.created_at)


def _told(context: Context, found: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What papers are called, and their customers."""
    document, customer = context.t.document, context.t.customer
    named = fn.COALESCE(document.c.number, document.c.draft_reference)
    rows = document.select(document.c.id, named, customer.c.name).join(
        customer, on=customer.c.id == document.c.customer_id
    )
    return {
        ident: (reference, name)
        for chunk in bulk.chunks(sorted(found), bulk.MOST_PARAMETERS)
        for ident, reference, name in rows.where(document.c.id << chunk).tuples()
    }


def _split(who: Member, run: Papers, bound: int, told: Mapping[int, tuple[str, str]]) -> SplitRow:
    customers = dict.fromkeys(told[paper.id][1] for paper in run)
    projects = {paper.project for paper in run}
    return SplitRow(
        id=run[-1].id,
        person=who.name,
        matter=KINDS[run[0].kind].matter or "",
        customer=", ".join(customers),
        project=projects.pop() if len(projects) == 1 else "",
        bound=Money(bound),
        total=Money(sum(paper.total_satang for paper in run)),
        papers=tuple(_paper(paper, who.name, *told[paper.id]) for paper in run),
        first_on=_moment(run[0]).date(),
        last_on=_moment(run[-1]).date(),
    )


def _paper(paper: Begun, person: str, reference: str, customer: str) -> DecidedRow:
    return DecidedRow(
        id=paper.id,
        document_id=paper.id,
        kind=paper.kind,
        reference=reference,
        customer=customer,
        person=person,
        matter="",
        level="",
        verdict="",
        asked_at=_moment(paper),
        minutes=None,
        total=Money(paper.total_satang),
    )
