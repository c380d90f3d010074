"""What was decided in a period: how strictly, how it was answered, how long that took."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from operator import attrgetter
from typing import Any

from crm_desktop.domain.authority import Level
from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.deadlines import load_calendar
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.services.team.members import EVERYBODY, READ, Member, Scope, ids, within
from crm_desktop.services.team.worked import Worked
from crm_desktop.store.orm import Case, Select, fn

LONGEST_DAYS = 731
DECISIVE = ("approve", "return", "reject", "advise_for", "advise_against")
"""The answers of somebody else; what was said by phone, recalled or voided is none."""
OFFERS = ("QT", "SO", "BO", "SP")
"""Kinds that sell at prices of their own."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included, and whose requests; the day counts on which one was asked."""

    since: date
    until: date
    scope: Scope = EVERYBODY

    def check(self) -> None:
        """Refuses a span that runs backwards or is longer than two years."""
        if self.until < self.since:
            raise Refused("period_backwards", "until", since=self.since, until=self.until)
        if (self.until - self.since).days > LONGEST_DAYS:
            raise Refused("period_long", "since", days=LONGEST_DAYS)

    @property
    def begins(self) -> str:
        """The first moment, as moments are stored."""
        return datetime.combine(self.since, datetime.min.time(), BANGKOK).isoformat(
            timespec="milliseconds"
        )

    @property
    def ends(self) -> str:
        """The first moment that is not in it any more."""
        after = self.until + timedelta(days=1)
        return datetime.combine(after, datetime.min.time(), BANGKOK).isoformat(
            timespec="milliseconds"
        )


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One person's requests of one matter (`matter` "" for all of them together).

    `own`, `consult` and `superior` say how strictly they were decided; `answered` were answered by
    somebody else, `returned` and `rejected` of them; `median` and `p90` are working minutes from
    the question to that answer, None where nothing was answered.
    """

    person_id: int
    person: str
    matter: str
    own: int = 0
    consult: int = 0
    superior: int = 0
    answered: int = 0
    returned: int = 0
    rejected: int = 0
    median: Fraction | None = None
    p90: int | None = None

    @property
    def id(self) -> str:
        """One row for each person and matter."""
        return f"{self.person_id}/{self.matter}"

    @property
    def asked(self) -> int:
        """How many there were."""
        return self.own + self.consult + self.superior

    def share(self, count: int) -> Fraction | None:
        """The part of what was asked; None where nothing was."""
        return Fraction(count, self.asked) if self.asked else None

    @property
    def sent_back(self) -> Fraction | None:
        """The part of the answers that were returned or rejected; None where there were none."""
        return Fraction(self.returned + self.rejected, self.answered) if self.answered else None


@dataclass(frozen=True, slots=True)
class DiscountRow:
    """What one person's standing papers of the period are below the list, and over what sum."""

    id: int
    person: str
    papers: int
    listed: Money
    discount: Money

    @property
    def share(self) -> Fraction | None:
        """The part of the list prices; None where nothing had one."""
        return Fraction(self.discount.satang, self.listed.satang) if self.listed else None


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A request behind a figure, with its paper; `minutes` of working time until `verdict`."""

    id: int
    document_id: int
    kind: str
    reference: str
    customer: str
    person: str
    matter: str
    level: str
    verdict: str
    asked_at: datetime
    minutes: int | None
    total: Money


# ---------------------------------------------------------------- levels, answers, waiting


@query(READ)
def decisions(context: Context, span: Span, *, by_matter: bool = False) -> tuple[DecisionRow, ...]:
    """One row per person who asked anything, or per person and matter, by name."""
    found = reached(context, span)
    levels, answers = _levels(context, span, found), _answers(context, span, found)
    names = {each.id: each.name for each in found}
    keys = dict.fromkeys(_keys(levels, by_matter))
    rows = [_row(key, names, levels, answers, by_matter) for key in keys]
    return tuple(sorted(rows, key=attrgetter("person", "person_id", "matter")))


def reached(context: Context, span: Span) -> tuple[Member, ...]:
    """Whose requests a span asks for; Refused for a span that is none."""
    span.check()
    return within(context, span.scope)


def in_span(context: Context, span: Span, found: Iterable[Member]) -> Any:
    """The condition of requests asked in the span by these people."""
    request = context.t.request
    asked = (request.c.asked_at >= span.begins) & (request.c.asked_at < span.ends)
    return asked & (request.c.requester_id << ids(found))


Key = tuple[int, str]


def _levels(context: Context, span: Span, found: Iterable[Member]) -> dict[Key, dict[str, int]]:
    """How many of each level, by person and matter."""
    request = context.t.request
    key = (request.c.requester_id, request.c.matter)
    rows = request.select(*key, request.c.level, fn.COUNT(request.c.id))
    rows = rows.where(in_span(context, span, found)).group_by(*key, request.c.level)
    counts: dict[Key, dict[str, int]] = {}
    for person, matter, level, count in rows.tuples():
        counts.setdefault((person, matter), {})[level] = int(count)
    return counts


Given = list[tuple[str, int]]
"""The verdict of each answered request with the working minutes until then."""


def _answers(context: Context, span: Span, found: Iterable[Member]) -> dict[Key, Given]:
    """The last answer of each request that somebody else gave."""
    request, answer = context.t.request, context.t.request_answer
    rows = (
        request.select(
            *(request.c.id, request.c.requester_id, request.c.matter, request.c.asked_at),
            *(answer.c.verdict, answer.c.at),
        )
        .join(answer, on=answer.c.request_id == request.c.id)
        .where(in_span(context, span, found), answer.c.verdict << DECISIVE)
        .order_by(request.c.id, answer.c.id)
    )
    last = {row[0]: row[1:] for row in rows.tuples()}
    worked = Worked(load_calendar(context), span.since)
    given: dict[Key, Given] = {}
    for person, matter, asked_at, verdict, at in last.values():
        given.setdefault((person, matter), []).append((verdict, worked.minutes(asked_at, at)))
    return given


def _keys(levels: Iterable[Key], by_matter: bool) -> Iterable[Key]:
    return ((person, matter if by_matter else "") for person, matter in levels)


def _row(
    key: Key,
    names: Mapping[int, str],
    levels: Mapping[Key, Mapping[str, int]],
    answers: Mapping[Key, Given],
    by_matter: bool,
) -> DecisionRow:
    person, matter = key
    mine = [each for each in levels if each == key or (not by_matter and each[0] == person)]
    counts = {
        level.name.lower(): sum(levels[each].get(level.name, 0) for each in mine) for level in Level
    }
    given = [answer for each in mine for answer in answers.get(each, ())]
    minutes = sorted(minutes for _, minutes in given)
    verdicts = [verdict for verdict, _ in given]
    return DecisionRow(
        person,
        names[person],
        matter,
        **counts,
        answered=len(given),
        returned=verdicts.count("return"),
        rejected=verdicts.count("reject"),
        median=median(minutes),
        p90=percentile(minutes, 90),
    )


def median(values: Sequence[int]) -> Fraction | None:
    """The middle of sorted values, or the mean of the two in the middle; None of none."""
    if not values:
        return None
    middle = len(values) // 2
    if len(values) % 2:
        return Fraction(values[middle])
    return Fraction(values[middle - 1] + values[middle], 2)


def percentile(values: Sequence[int], percent: int) -> int | None:
    """The least of sorted values that so many percent do not exceed (nearest rank)."""
    if not values:
        return None
    return values[-(-len(values) * percent // 100) - 1]


# ---------------------------------------------------------------- what stands behind it


@query(READ)
def decided_page(
    context: Context, span: Span, figure: str, wanted: ListQuery, *, matter: str = ""
) -> Page[DecidedRow]:
    """The requests that a figure of `decisions` counts, the newest first: a level by its name,
    `answered`, `returned`, `rejected`, or `asked` for all."""
    found = reached(context, span)
    request, last = context.t.request, context.t.request_answer.alias("last")
    rows = _requests(context, last).where(in_span(context, span, found))
    if matter:
        rows = rows.where(request.c.matter == matter)
    if figure in ("own", "consult", "superior"):
        rows = rows.where(request.c.level == figure.upper())
    elif figure != "asked":
        verdicts = {"returned": ("return",), "rejected": ("reject",)}.get(figure, DECISIVE)
        rows = rows.where(last.c.verdict << verdicts)
    key = request.c.id
    read = keyset(rows, key, key, ListQuery(None, True, after=wanted.after, limit=wanted.limit))
    shown = read[: wanted.limit]
    following = (shown[-1]["id"], shown[-1]["id"]) if len(read) > wanted.limit else None
    worked = Worked(load_calendar(context), span.since)
    return Page(tuple(_decided(row, worked) for row in shown), following)


def _requests(context: Context, last: Any) -> Any:
    """Requests with their papers and the decisive answer that nothing decisive came after."""
    request, document = context.t.request, context.t.document
    customer, person, later = context.t.customer, context.t.person, context.t.request_answer
    newest = later.select(fn.MAX(later.c.id)).where(
        later.c.request_id == request.c.id, later.c.verdict << DECISIVE
    )
    return (
        request.select(
            *(request.c.id, request.c.document_id, request.c.matter, request.c.level),
            *(request.c.asked_at, request.c.amount_satang),
            *(document.c.kind, document.c.number, document.c.draft_reference),
            *(last.c.verdict, last.c.at),
            customer.c.name.alias("customer"),
            getattr(person.c, context.naming).alias("person"),
        )
        .join(document, on=document.c.id == request.c.document_id)
        .join(customer, on=customer.c.id == request.c.customer_id)
        .join(person, on=person.c.id == request.c.requester_id)
        .left_outer_join(last, on=last.c.id == newest)
    )


def _decided(row: Mapping[str, Any], worked: Worked) -> DecidedRow:
    return DecidedRow(
        id=row["id"],
        document_id=row["document_id"],
        kind=row["kind"],
        reference=row["number"] or row["draft_reference"],
        customer=row["customer"],
        person=row["person"],
        matter=row["matter"],
        level=row["level"],
        verdict=row["verdict"] or "",
        asked_at=datetime.fromisoformat(row["asked_at"]),
        minutes=worked.minutes(row["asked_at"], row["at"]) if row["at"] else None,
        total=Money(row["amount_satang"]),
    )


# ---------------------------------------------------------------- discounts


@query(READ)
def discounts(context: Context, span: Span) -> tuple[DiscountRow, ...]:
    """What each person's papers of the period are below the list, the most first.

    A paper counts while it stands, from the day it was issued; a line that came from an earlier
    paper counts there, where its price was given. A paper dearer than the list counts as zero.
    """
    found = reached(context, span)
    names = {each.id: each.name for each in found}
    papers = _discounted(context, span, found).alias("paper")
    off = Case(None, [(papers.c.off > 0, papers.c.off)], 0)
    columns = papers.c.owner_id, fn.COUNT(papers.c.id), fn.SUM(papers.c.listed), fn.SUM(off)
    rows = Select([papers], columns).group_by(papers.c.owner_id).bind(context.store.database)
    made = [
        DiscountRow(person, names[person], int(count), _satang(listed), _satang(taken))
        for person, count, listed, taken in rows.tuples()
    ]
    return tuple(sorted(made, key=lambda row: (-row.discount.satang, row.person)))


def _discounted(context: Context, span: Span, found: Iterable[Member]) -> Any:
    """Per paper the list prices of its own lines and what they are below them, in thousandths of
    a satang; the paper's own discount counts unless lines came from elsewhere."""
    document, line = context.t.document, context.t.document_line
    has_list = line.c.list_price_satang.is_null(False) & line.c.source_id.is_null()
    listed = Case(None, [(has_list, line.c.quantity_milli * line.c.list_price_satang)], 0)
    sold = Case(None, [(has_list, line.c.net_satang * 1000)], 0)
    whole = Case(None, [(fn.COUNT(line.c.source_id) == 0, document.c.discount_satang * 1000)], 0)
    return (
        document.select(
            document.c.id,
            document.c.owner_id,
            fn.SUM(listed).alias("listed"),
            (fn.SUM(listed) - fn.SUM(sold) + whole).alias("off"),
        )
        .join(line, on=line.c.document_id == document.c.id)
        .where(_standing(context, span, found))
        .group_by(document.c.id, document.c.owner_id, document.c.discount_satang)
    )


def _standing(context: Context, span: Span, found: Iterable[Member]) -> Any:
    """Offers and orders issued in the span by these people that were not given up since."""
    document = context.t.document
    issued = (document.c.issued_at >= span.begins) & (document.c.issued_at < span.ends)
    stands = None
    for code in OFFERS:
        each = (document.c.kind == code) & (document.c.state << KINDS[code].standing)
        stands = each if stands is None else stands | each
    return issued & (document.c.owner_id << ids(found)) & stands


def _satang(milli: Any) -> Money:
    """Thousandths of a satang, rounded half-up once."""
    return Money.of(Fraction(int(milli or 0), 100_000))


@query(READ)
def discount_page(context: Context, span: Span, wanted: ListQuery) -> Page[DecidedRow]:
    """The papers behind one person's discount, the newest first."""
    found = reached(context, span)
    document, customer, person = context.t.document, context.t.customer, context.t.person
    rows = (
        document.select(
            *(document.c.id, document.c.kind, document.c.number, document.c.issued_at),
            document.c.total_satang,
            customer.c.name.alias("customer"),
            getattr(person.c, context.naming).alias("person"),
        )
        .join(customer, on=customer.c.id == document.c.customer_id)
        .join(person, on=person.c.id == document.c.owner_id)
        .where(_standing(context, span, found))
    )
    key = document.c.id
    read = keyset(rows, key, key, ListQuery(None, True, after=wanted.after, limit=wanted.limit))
    shown = read[: wanted.limit]
    following = (shown[-1]["id"], shown[-1]["id"]) if len(read) > wanted.limit else None
    return Page(tuple(_paper(row) for row in shown), following)


def _paper(row: Mapping[str, Any]) -> DecidedRow:
    return DecidedRow(
        id=row["id"],
        document_id=row["id"],
        kind=row["kind"],
        reference=row["number"],
        customer=row["customer"],
        person=row["person"],
        matter="",
        level="",
        verdict="",
        asked_at=datetime.fromisoformat(row["issued_at"]),
        minutes=None,
        total=Money(row["total_satang"]),
    )
