"""Where papers crowd below a limit: just under a bound of one's own row, or cut in several."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import groupby
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
    discount = SQL(DISCOUNT[context.store.engine])
    parts = []
    for kind, group, to in _limits(_matrix(context, version), matter):
        if kind == "amount":
            satang = to.satang
            low = satang * (100 - NEAR_PERCENT) // 100
            parts.append(context.t.request.c.amount_satang.between(low, satang))
        elif group:
            parts.append(context.t.request.c.facts.contains(json.dumps(group, ensure_ascii=False)))
        else:
            low, high = to * (99 - NEAR_PERCENT) / 100, to * 101 / 100
            parts.append(SQL(f"{discount.sql} BETWEEN {low:f} AND {high:f}"))
    return reduce(or_, parts) if parts else None


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
    people, matrix = {each.id: each for each in found}, matrices.in_force(context)
    days = load_shop(context)[0].split_days
    rows: dict[tuple[int, ...], SplitRow] = {}
    for owner, kind, papers in _candidates(context, span, found):
        who, matter = people[owner], KINDS[kind].matter or ""
        bounds = _amount_bounds(matrix.row(matter, Grade[who.grade], who.branch))
        for group, bound in _groups(papers, bounds, days):
            made = _split(who.name, matter, group, bound)
            rows.setdefault(tuple(paper.id for paper in group), made)
    return tuple(sorted(rows.values(), key=lambda row: (row.last_on, row.id), reverse=True))


def _amount_bounds(row: Row | None) -> list[int]:
    """The bounds of amount in the row of somebody, in satang, the lowest first."""
    conditions = [] if row is None else [c for c in row.conditions if c.kind == "amount"]
    bounds = {b.to.satang for c in conditions for b in c.bands if isinstance(b.to, Money)}
    return sorted(bounds)


class Begun(NamedTuple):
    """A paper of a group, as it is stored."""

    id: int
    owner_id: int
    kind: str
    customer_id: int
    project: str
    total_satang: int
    created_at: str
    number: str | None
    draft_reference: str
    base_number: str | None
    customer: str


Papers = list[Begun]


def _candidates(
    context: Context, span: Span, found: Iterable[Member]
) -> Iterator[tuple[int, str, Papers]]:
    """The papers of each person, kind and customer (and of each project) where there are several
    begun in the span; only those are read."""
    document = context.t.document
    lists = list(found)
    for column in (document.c.customer_id, document.c.project):
        rows = _several(context, span, lists, column)
        for (owner, kind, _), papers in groupby(rows, attrgetter("owner_id", "kind", column.name)):
            yield owner, kind, list(papers)


def _several(context: Context, span: Span, found: list[Member], column: Any) -> Papers:
    document, customer = context.t.document, context.t.customer
    live = _begun(context, document, span, found)
    if column.name == "project":
        live &= document.c.project != ""
    lowest = _lowest(context, found)
    group = (document.c.owner_id, document.c.kind, column)
    several = (
        document.select(*group)
        .where(live)
        .group_by(*group)
        .having(fn.COUNT(document.c.id) > 1, fn.SUM(document.c.total_satang) > lowest)
        .alias("several")
    )
    rows = (
        document.select(
            *(getattr(document.c, name) for name in Begun._fields[:-1]),
            customer.c.name,
        )
        .join(customer, on=customer.c.id == document.c.customer_id)
        .join(
            several,
            on=(several.c.owner_id == document.c.owner_id)
            & (several.c.kind == document.c.kind)
            & (getattr(several.c, column.name) == column),
        )
        .where(live)
        .order_by(*group, document.c.created_at, document.c.id)
    )
    return [Begun._make(row) for row in rows.tuples()]


def _begun(context: Context, document: Any, span: Span, found: list[Member]) -> Any:
    """Papers begun in the span that count as another's split: on their way out, or out."""
    each = [
        (document.c.kind == kind.code) & (document.c.state << counted(kind))
        for kind in KINDS.values()
        if kind.lined and kind.matter
    ]
    begun = (document.c.created_at >= span.begins) & (document.c.created_at < span.ends)
    return begun & (document.c.owner_id << ids(found)) & reduce(or_, each)


def _lowest(context: Context, found: list[Member]) -> int:
    """The lowest bound of anybody here: what does not come to that passes none."""
    matrix = matrices.in_force(context)
    grades = {each.grade for each in found}
    bounds = [
        bound
        for row in matrix.rows
        if row.grade.name in grades
        for bound in _amount_bounds(row)[:1]
    ]
    return min(bounds, default=0)


def _groups(
    papers: Papers, bounds: Sequence[int], days: int
) -> Iterator[tuple[tuple[Begun, ...], int]]:
    """Runs of papers begun within so many days of the first, with the highest bound that all pass
    together and none alone; a run within a longer one is told only once."""
    moments, told = [_moment(paper) for paper in papers], 0
    for first, begun in enumerate(moments):
        end = bisect_right(moments, begun + timedelta(days=days), first)
        if end - first < 2 or end <= told:
            continue
        run = list({each.base_number or each.id: each for each in papers[first:end]}.values())
        bound = _passed(run, bounds)
        if len(run) > 1 and bound is not None:
            told = end
            yield tuple(run), bound


def _passed(run: Papers, bounds: Sequence[int]) -> int | None:
    """The highest bound that the run passes and its largest paper does not."""
    total = sum(each.total_satang for each in run)
    largest = max(each.total_satang for each in run)
    return max((bound for bound in bounds if largest <= bound < total), default=None)


def _moment(paper: Begun) -> datetime:
    return datetime.fromisoformat(paper.created_at)


def _split(person: str, matter: str, group: tuple[Begun, ...], bound: int) -> SplitRow:
    customers = dict.fromkeys(paper.customer for paper in group)
    projects = {paper.project for paper in group}
    return SplitRow(
        id=group[-1].id,
        person=person,
        matter=matter,
        customer=", ".join(customers),
        project=projects.pop() if len(projects) == 1 else "",
        bound=Money(bound),
        total=Money(sum(paper.total_satang for paper in group)),
        papers=tuple(_paper(paper, person) for paper in group),
        first_on=_moment(group[0]).date(),
        last_on=_moment(group[-1]).date(),
    )


def _paper(paper: Begun, person: str) -> DecidedRow:
    return DecidedRow(
        id=paper.id,
        document_id=paper.id,
        kind=paper.kind,
        reference=paper.number or paper.draft_reference,
        customer=paper.customer,
        person=person,
        matter="",
        level="",
        verdict="",
        asked_at=_moment(paper),
        minutes=None,
        total=Money(paper.total_satang),
    )
