"""The figures of the team on their way out: as sheets, and as the sections of the report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Any, cast

from crm_desktop.domain.authority import MATTERS
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.exchange.xlsx import Cell
from crm_desktop.messages import explain, sentence, show
from crm_desktop.printing.figures import ReportBar, ReportSection, TeamReport
from crm_desktop.printing.paper import Language
from crm_desktop.services.look import dressed
from crm_desktop.services.papers import finders, paper_parts
from crm_desktop.services.papers.follow_ups import kept
from crm_desktop.services.papers.forecast import LATER, OVER, forecast, lost_reasons, win_rates
from crm_desktop.services.registry import Context, query
from crm_desktop.services.team.decisions import DecisionRow, Span, decisions, discounts
from crm_desktop.services.team.limits import near_limits, splits
from crm_desktop.services.team.members import READ, member
from crm_desktop.services.team.officers import officers

LISTED = 60
"""Papers that the report lists at most under a view; the sheet has them all."""
Getter = Callable[[Any], Any]


@dataclass(frozen=True)
class Table:
    """One view: how it is read, its columns by code (the first `words` are no figures), and what
    its bars are made of (the pieces by code)."""

    key: str
    read: Callable[[Context, Span, bool], Sequence[Any]]
    columns: Mapping[str, str | Getter]
    words: int = 1
    pieces: Mapping[str, Getter] | None = None
    text: Getter = str
    by_matter: bool = False


def percent(part: Fraction | None) -> Decimal | None:
    """Percent to one place; nothing where nothing could be divided."""
    if part is None:
        return None
    tenths = int(abs(part) * 1000 + Fraction(1, 2))
    return Decimal(tenths if part >= 0 else -tenths).scaleb(-1)


def _minutes(count: Fraction | int | None) -> Decimal | None:
    if count is None:
        return None
    exact = Fraction(count)
    return Decimal(exact.numerator) / exact.denominator


def _share(name: str) -> Getter:
    return lambda row: percent(row.share(getattr(row, name)))


def _of_hundred(name: str) -> Getter:
    def length(row: DecisionRow) -> int:
        return 1000 * int(getattr(row, name)) // row.answered if row.answered else 0

    return length


def _decisions(context: Context, span: Span, by_matter: bool) -> Sequence[Any]:
    """Three views are of the same figures, which one report reads but once."""
    key = ("team.decisions", span, by_matter)
    if key not in context.memo:
        context.memo[key] = decisions(context, span, by_matter=by_matter)
    found: Sequence[Any] = context.memo[key]
    return found


def _of_state(state: str) -> Getter:
    return lambda row: next(value for each, _, value in row.stages if each == state)


PERSON: Mapping[str, str | Getter] = {"person": "person", "matter": "matter"}
TABLES: Mapping[str, Table] = {
    table.key: table
    for table in (
        Table(
            "officers",
            lambda context, span, _: officers(context, span.scope),
            {
                "person": "name",
                "papers": "papers",
                "waiting": "waiting",
                "to_answer": "to_answer",
                "late": "late",
                "old_drafts": "old_drafts",
                "baht": "baht",
            },
            pieces={"papers": lambda row: row.papers - row.late, "late": attrgetter("late")},
            text=lambda row: f"{row.papers:,}",
        ),
        Table(
            "levels",
            _decisions,
            {
                **PERSON,
                **{name: name for name in ("asked", "own", "consult", "superior")},
                **{f"{name}_share": _share(name) for name in ("own", "consult", "superior")},
            },
            words=2,
            pieces={name: attrgetter(name) for name in ("own", "consult", "superior")},
            text=lambda row: f"{row.asked:,}",
            by_matter=True,
        ),
        Table(
            "answers",
            _decisions,
            {
                **PERSON,
                **{name: name for name in ("answered", "returned", "rejected")},
                "sent_back": lambda row: percent(row.sent_back),
            },
            words=2,
            pieces={name: _of_hundred(name) for name in ("returned", "rejected")},
            text=lambda row: percent(row.sent_back),
            by_matter=True,
        ),
        Table(
            "waits",
            _decisions,
            {
                **PERSON,
                "answered": "answered",
                "median": lambda row: _minutes(row.median),
                "p90": lambda row: _minutes(row.p90),
            },
            words=2,
            pieces={
                "median": lambda row: int(row.median or 0),
                "p90": lambda row: max((row.p90 or 0) - int(row.median or 0), 0),
            },
            text=lambda row: _minutes(row.p90),
            by_matter=True,
        ),
        Table(
            "discounts",
            lambda context, span, _: discounts(context, span),
            {
                "person": "person",
                "count": "papers",
                "listed": "listed",
                "discount": "discount",
                "discount_share": lambda row: percent(row.share),
            },
            pieces={"discount": lambda row: row.discount.satang},
            text=lambda row: row.discount,
        ),
        Table(
            "near",
            lambda context, span, _: near_limits(context, span),
            {
                "reference": "reference",
                "person": "person",
                "customer": "customer",
                "row": lambda row: row.row.split("/"),
                "what": lambda row: (row.what, row.group),
                "value": "value",
                "bound": "bound",
                "version": "version",
                "day": lambda row: row.asked_at.date(),
            },
            words=5,
        ),
        Table(
            "splits",
            lambda context, span, _: splits(context, span),
            {
                "person": "person",
                "customer": "customer",
                "matter": "matter",
                "numbers": lambda row: ", ".join(paper.reference for paper in row.papers),
                "together": "total",
                "bound": "bound",
                "first_on": "first_on",
                "last_on": "last_on",
            },
            words=4,
        ),
        Table(
            "follow_ups",
            lambda context, span, _: kept(context, span),
            {
                **{name: name for name in ("person", "due", "in_time")},
                "done_late": "late",
                "missed": "missed",
                "in_time_share": lambda row: percent(row.share),
            },
            pieces={name: attrgetter(name) for name in ("in_time", "missed")},
            text=lambda row: percent(row.share),
        ),
        Table(
            "won",
            lambda context, span, _: win_rates(context, span),
            {
                **{name: name for name in ("person", "won", "lost", "expired")},
                "won_baht": "won_value",
                "win_rate": lambda row: percent(row.rate),
                "win_rate_value": lambda row: percent(row.value_rate),
            },
            pieces={name: attrgetter(name) for name in ("won", "lost", "expired")},
            text=lambda row: percent(row.rate),
        ),
        Table(
            "lost_reasons",
            lambda context, span, _: lost_reasons(context, span),
            {"lost_code": "code", "count": "papers", "lost_baht": "value"},
            pieces={"count": attrgetter("papers")},
            text=lambda row: f"{row.papers:,}",
        ),
        Table(
            "forecast",
            lambda context, span, _: forecast(context, span.scope).months,
            {
                "month": "id",
                "count": "papers",
                **{f"forecast_{state}": _of_state(state) for state in OPEN_STATES},
                "open_baht": "value",
                "weighted": "weighted",
            },
            pieces={"weighted": lambda row: row.weighted.satang},
            text=attrgetter("weighted"),
        ),
        Table(
            "forecast_kept",
            lambda context, span, _: forecast(context, span.scope).past,
            {
                "month": "id",
                "forecast_then": "forecast",
                "actual": "actual",
                "count": "won",
                "forecast_error": lambda row: percent(row.error),
            },
            pieces={"actual": lambda row: row.actual.satang},
            text=attrgetter("actual"),
        ),
    )
}
SALES = ("forecast", "forecast_kept", "follow_ups", "won", "lost_reasons")
"""The views of the report about quotations alone."""


def _read(
    context: Context, table: Table, span: Span, by_matter: bool
) -> tuple[list[str], list[Any], list[tuple[Cell, ...]]]:
    """The columns that are used, the rows, and their cells in the actor's language."""
    rows = list(table.read(context, span, by_matter))
    alone = table.by_matter and not by_matter
    columns = {name: how for name, how in table.columns.items() if not (alone and name == "matter")}
    getters = [attrgetter(how) if isinstance(how, str) else how for how in columns.values()]
    actor = context.actor
    cells = [
        tuple(
            _cell(name, getter(row), actor.language, actor.era)
            for name, getter in zip(columns, getters, strict=True)
        )
        for row in rows
    ]
    return list(columns), rows, cells


def _cell(name: str, value: Any, language: str, era: str) -> Cell:
    """A cell; codes become words, and a month (YYYY-MM) is read in the era of every day."""
    if name == "matter":
        return explain(MATTERS[value].title, language) if value else ""
    if name == "row":
        matter, *rest = value
        return " ".join((explain(MATTERS[matter].title, language), *rest))
    if name == "what":
        kind, group = value
        return f"{sentence(f'team_what_{kind}', language)} {group}".strip()
    if name == "lost_code":
        return sentence(f"lost_{value or 'uncoded'}", language)
    if name == "month":
        return month_words(value, language, era)
    return cast(Cell, value)


def month_words(month: str, language: str, era: str) -> str:
    """A month as 11/2569; what has no month of its own by its word."""
    if month in (OVER, LATER):
        return sentence(f"pipeline_month_{month}", language)
    return show(date.fromisoformat(f"{month}-01"), language, era)[len("01/") :]


# ---------------------------------------------------------------- sheets


@query(READ)
def view_sheet(context: Context, key: str, span: Span, *, by_matter: bool = False) -> Sheet:
    """One view as a sheet, all its rows."""
    names, _, cells = _read(context, TABLES[key], span, by_matter)
    language = context.actor.language
    heading = tuple(sentence(f"team_column_{name}", language) for name in names)
    return Sheet(sentence(f"team_view_{key}", language), heading, tuple(cells))


# ---------------------------------------------------------------- the report


@query(READ)
def team_report(
    context: Context, span: Span, language: str = "", views: Sequence[str] = ()
) -> TeamReport:
    """The views of a period, or those named, for the printer."""
    speech = language or context.actor.language
    tongue = "en" if speech == "en" else "th"
    spoken = replace(context, actor=replace(context.actor, language=tongue))
    span.check()
    report = TeamReport(
        seller=paper_parts.seller_now(context),
        dated=span.until,
        finder=finders.team(
            span.since, span.until, span.scope.person_id, span.scope.branch_id, span.scope.team
        ),
        language=cast(Language, speech),
        details=_details(spoken, span),
        proposer=paper_parts.signatory(context, context.actor.person_id or None, speech),
        sections=tuple(_section(spoken, TABLES[key], span) for key in views or TABLES),
    )
    return dressed(context, report)


def _details(context: Context, span: Span) -> tuple[tuple[str, str], ...]:
    language, era = context.actor.language, context.actor.era
    days = f"{show(span.since, language, era)} – {show(span.until, language, era)}"
    return (
        ("team_period", days),
        ("team_whose", _whose(context, span)),
        ("team_drawn", show(context.now.replace(second=0), language, era)),
    )


def _whose(context: Context, span: Span) -> str:
    scope, language = span.scope, context.actor.language
    if scope.person_id is not None:
        return member(context, scope.person_id).name
    if scope.branch_id is not None:
        branch = context.known("branch", scope.branch_id)
        return sentence("team_scope_branch", language, code=branch["code"])
    return sentence("team_scope_team" if scope.team else "team_scope_all", language)


def _section(context: Context, table: Table, span: Span) -> ReportSection:
    language = context.actor.language
    names, rows, cells = _read(context, table, span, False)
    more = len(cells) - LISTED
    pieces = table.pieces or {}
    words = table.words - (table.by_matter and "matter" not in names)
    return ReportSection(
        title=sentence(f"team_view_{table.key}", language),
        meaning=sentence(f"team_meaning_{table.key}", language),
        heading=tuple(sentence(f"team_column_{name}", language) for name in names),
        rows=tuple(_shown(context, row) for row in cells[:LISTED]),
        figures_from=words,
        bars=_bars(context, names, rows, table) if table.pieces else (),
        legend=tuple(sentence(f"team_column_{piece}", language) for piece in pieces),
        note=_note(more, bool(cells), language),
    )


def _note(more: int, any_rows: bool, language: str) -> str:
    """What of a section is not shown, or that there is nothing."""
    if more > 0:
        return sentence("team_report_more", language, count=more)
    return "" if any_rows else sentence("team_no_data", language)


def _shown(context: Context, cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(_text(context, cell) for cell in cells)


def _text(context: Context, cell: Any) -> str:
    """A cell as it prints; nothing to divide by says so."""
    language, era = context.actor.language, context.actor.era
    if cell is None:
        return sentence("team_no_data", language)
    if isinstance(cell, int | Decimal):
        return f"{cell:,f}" if isinstance(cell, Decimal) else f"{cell:,}"
    return show(cell, language, era)


def _bars(
    context: Context, names: Sequence[str], rows: Iterable[Any], table: Table
) -> tuple[ReportBar, ...]:
    who, actor = table.columns[names[0]], context.actor
    name = attrgetter(who) if isinstance(who, str) else who
    return tuple(
        ReportBar(
            str(_cell(names[0], name(row), actor.language, actor.era)),
            tuple(int(piece(row)) for piece in (table.pieces or {}).values()),
            _text(context, table.text(row)),
        )
        for row in rows
    )
