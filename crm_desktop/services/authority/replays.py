"""Replay: which papers of the last days another version of the matrix would have sent elsewhere.

Both versions are asked anew, the one that decided then and the one in question, with the facts
that were kept and with people as they are today; so only the versions differ between the two.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from crm_desktop.domain.authority import (
    MATTERS,
    TOP,
    Decider,
    Decision,
    Facts,
    Grade,
    Level,
    Matrix,
    Step,
    decide,
)
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.messages import explain, sentence
from crm_desktop.services.authority import matrices
from crm_desktop.services.authority.questions import as_in_force
from crm_desktop.services.registry import Context, query
from crm_desktop.store.orm import fn

LONGEST_DAYS = 3_660
CHUNK = 5_000
KEPT = 5_000
"""So many papers are kept to be looked at, the newest; all are counted."""
BATCH = 500
CHANGES = ("stricter", "milder", "answerer")

Moved = tuple[str, Decision, Decision]
"""How a paper would have gone elsewhere, and what the two versions say of it."""
Told = Callable[[int, int], object]
"""Hears how many of how many papers are done; ends the work by what it raises."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a version sends a paper: its level, and who answers (nobody for what is one's own)."""

    level: Level
    answerer: str = ""
    grade: str = ""
    credit_first: bool = False


@dataclass(frozen=True, slots=True)
class ReplayRow:
    """A paper that would have gone elsewhere; `change` is one of `CHANGES`, `kind` what opens."""

    id: int
    document_id: int
    kind: str
    reference: str
    customer: str
    matter: str
    officer_id: int
    officer: str
    asked_on: date
    amount: Money
    change: str
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """How many papers of one matter or officer there were, and how many went which way; `key` is
    the matter, or the officer's id."""

    key: str
    name: str
    papers: int
    changes: Mapping[str, int]

    @property
    def elsewhere(self) -> int:
        """All that would have gone elsewhere."""
        return sum(self.changes.values())


@dataclass(frozen=True, slots=True)
class Replay:
    """What was found for a version; `rows` are the newest, `more` says that there are others."""

    version: int
    first: date
    until: date
    papers: int
    changes: Mapping[str, int]
    matters: tuple[Tally, ...]
    officers: tuple[Tally, ...]
    rows: tuple[ReplayRow, ...]
    more: bool


@dataclass
class _Counted:
    """The sums while the papers go by."""

    papers: Counter[tuple[str, int]] = field(default_factory=Counter)
    moved: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    kept: dict[int, Moved] = field(default_factory=dict)

    def take(self, request_id: int, about: tuple[str, int], found: Moved) -> None:
        """One paper that would have gone elsewhere."""
        self.moved[(*about, found[0])] += 1
        if len(self.kept) < KEPT:
            self.kept[request_id] = found


def _unheard(done: int, of: int) -> None:
    """Nobody wants to know how far it is."""


@query("matrix.replay")
def replay(context: Context, version: int, days: int, told: Told = _unheard) -> Replay:
    """The papers of the last `days` days under that version, a draft too, as if it were in force.

    Refused `replay_days` where the days make no sense.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused("replay_days", "days", most=LONGEST_DAYS)
    first = context.today - timedelta(days=days)
    judge = _Judge(context, as_in_force(context, version))
    counted, done = _Counted(), 0
    papers = _count(context, first)
    for rows in _chunks(context, first):
        for request_id, matter, requester, decided_by, facts, *barred in rows:
            about = (matter, requester)
            counted.papers[about] += 1
            found = judge.elsewhere(matter, requester, decided_by, facts, frozenset(barred))
            if found is not None:
                counted.take(request_id, about, found)
        done += len(rows)
        told(done, papers)
    return _found(context, version, first, counted)


# ---------------------------------------------------------------- reading


def _period(context: Context, rows: Any, first: date) -> Any:
    """The requests of the days in question, of the branches within reach."""
    request = context.t.request
    branch_id = context.branches("matrix.replay")
    rows = rows.where(request.c.asked_at >= first.isoformat())
    return rows if branch_id is None else rows.where(request.c.branch_id == branch_id)


def _count(context: Context, first: date) -> int:
    request = context.t.request
    found = _period(context, request.select(fn.COUNT(request.c.id)), first)
    return int(next(iter(found.tuples()))[0])


def _chunks(context: Context, first: date) -> Iterator[list[tuple[Any, ...]]]:
    """The newest requests first, some thousands at a time."""
    request, document = context.t.request, context.t.document
    rows = request.select(
        *(request.c.id, request.c.matter, request.c.requester_id, request.c.matrix_version),
        *(request.c.facts, document.c.edited_by_id, document.c.owner_id),
    ).join(document, on=document.c.id == request.c.document_id)
    rows = _period(context, rows, first).order_by(request.c.id.desc()).limit(CHUNK)
    last: int | None = None
    while True:
        wanted = rows if last is None else rows.where(request.c.id < last)
        found = context.store.database.execute_sql(*wanted.sql()).fetchall()
        if found:
            yield found
        if len(found) < CHUNK:
            return
        last = found[-1][0]


class _Judge:
    """Asks both versions about one paper after another; what does not change is read once."""

    def __init__(self, context: Context, chosen: Matrix) -> None:
        self.chosen = chosen
        self.asker: Callable[[int, str], Decider] = cache(
            lambda person, matter: matrices.decider(context, person, matter)
        )
        self.version: Callable[[int], Matrix] = cache(
            lambda number: matrices.confirmed(context, number) if number else matrices.UNDECIDED
        )
        self.alike = cache(self._alike)

    def elsewhere(
        self, matter: str, person: int, version: int, text: str, barred: frozenset[int]
    ) -> Moved | None:
        """How and where else the paper would have gone; None where it goes the same way."""
        data = json.loads(text)
        if self.alike(matter, person, version, data["branch"]):
            return None
        facts, asker = Facts.from_json(data), self.asker(person, matter)
        before = decide(matter, asker, facts, self.version(version), barred)
        after = decide(matter, asker, facts, self.chosen, barred)
        change = _change(before, after)
        return None if change is None else (change, before, after)

    def _alike(self, matter: str, person: int, version: int, branch: str | None) -> bool:
        """Whether no row that could be asked differs between the two versions."""
        asker, old = self.asker(person, matter), self.version(version)
        branch = branch or asker.branch
        grades = {asker.grade, *(above.grade for above in asker.line)} - {TOP}
        return old.state is self.chosen.state and all(
            old.row(matter, grade, branch) == self.chosen.row(matter, grade, branch)
            for grade in grades
        )


def _change(before: Decision, after: Decision) -> str | None:
    """One of `CHANGES`; None where level, answerer and steps are the same."""
    if before.level is not after.level:
        return "stricter" if after.level > before.level else "milder"
    if before.level is Level.OWN:
        return None
    same = _who(before) == _who(after) and before.steps == after.steps
    return None if same else "answerer"


def _who(decision: Decision) -> tuple[int | None, Grade] | None:
    answerer = decision.answerer
    return None if answerer is None else (answerer.person, answerer.grade)


def _outcome(decision: Decision) -> Outcome:
    if decision.level is Level.OWN:
        return Outcome(Level.OWN)
    answerer = decision.answerer
    assert answerer is not None
    first = Step.CREDIT in decision.steps
    return Outcome(decision.level, answerer.name, answerer.grade.name, first)


# ---------------------------------------------------------------- what was found


def _found(context: Context, version: int, first: date, counted: _Counted) -> Replay:
    names = _names(context)
    changes: Counter[str] = Counter()
    for (_, _, change), count in counted.moved.items():
        changes[change] += count
    return Replay(
        version=version,
        first=first,
        until=context.today,
        papers=counted.papers.total(),
        changes=dict(changes),
        matters=_tallies(counted, 0, lambda matter: matter_words(matter, context.actor.language)),
        officers=_tallies(counted, 1, lambda person: names.get(person, "")),
        rows=tuple(_rows(context, counted, names)),
        more=counted.moved.total() > len(counted.kept),
    )


def _names(context: Context) -> dict[int, str]:
    person = context.t.person
    return dict(person.select(person.c.id, getattr(person.c, context.naming)).tuples())


def _tallies(counted: _Counted, place: int, name: Callable[[Any], str]) -> tuple[Tally, ...]:
    """Per matter (`place` 0) or officer (1), the most touched first."""
    papers: Counter[Any] = Counter()
    moved: dict[Any, Counter[str]] = {}
    for about, count in counted.papers.items():
        papers[about[place]] += count
    for (*about_it, change), count in counted.moved.items():
        moved.setdefault(about_it[place], Counter())[change] += count
    made = [
        Tally(str(each), name(each), count, moved.get(each, {})) for each, count in papers.items()
    ]
    return tuple(sorted(made, key=lambda tally: (-tally.elsewhere, -tally.papers, tally.key)))


def _rows(context: Context, counted: _Counted, names: Mapping[int, str]) -> Iterator[ReplayRow]:
    request, document, customer = context.t.request, context.t.document, context.t.customer
    rows = (
        request.select(
            *(request.c.id, request.c.document_id, request.c.matter, request.c.requester_id),
            *(request.c.asked_at, request.c.amount_satang, document.c.kind),
            fn.COALESCE(document.c.number, document.c.draft_reference).alias("reference"),
            customer.c.name.alias("customer"),
        )
        .join(document, on=document.c.id == request.c.document_id)
        .join(customer, on=customer.c.id == request.c.customer_id)
        .order_by(request.c.id.desc())
    )
    ids = list(counted.kept)
    for begin in range(0, len(ids), BATCH):
        for row in rows.where(request.c.id << ids[begin : begin + BATCH]).dicts():
            yield _row(row, names, *counted.kept[row["id"]])


def _row(
    row: Mapping[str, Any], names: Mapping[int, str], change: str, before: Decision, after: Decision
) -> ReplayRow:
    return ReplayRow(
        id=row["id"],
        document_id=row["document_id"],
        kind=row["kind"],
        reference=row["reference"],
        customer=row["customer"],
        matter=row["matter"],
        officer_id=row["requester_id"],
        officer=names.get(row["requester_id"], ""),
        asked_on=datetime.fromisoformat(row["asked_at"]).date(),
        amount=Money(row["amount_satang"]),
        change=change,
        before=_outcome(before),
        after=_outcome(after),
    )


# ---------------------------------------------------------------- words, and the way out


def matter_words(matter: str, language: str) -> str:
    """What a matter is called."""
    return explain(MATTERS[matter].title, language)


def outcome_words(outcome: Outcome, language: str) -> str:
    """A level with who answers, in one line."""
    level = sentence(f"replay_level_{outcome.level.name.lower()}", language)
    if outcome.level is Level.OWN:
        return level
    who = f"{outcome.answerer} ({outcome.grade})" if outcome.answerer else outcome.grade
    code = "replay_outcome_credit" if outcome.credit_first else "replay_outcome"
    return sentence(code, language, level=level, who=who)


@query("matrix.replay")
def replay_sheet(context: Context, found: Replay) -> Sheet:
    """The papers that a replay kept, as a list for a spreadsheet."""
    language = context.actor.language
    columns = ("day", "number", "customer", "matter", "officer", "total", "change", "then", "would")
    return Sheet(
        sentence("replay_sheet", language, version=found.version),
        tuple(sentence(f"replay_column_{each}", language) for each in columns),
        tuple(
            (
                *(row.asked_on, row.reference, row.customer, matter_words(row.matter, language)),
                *(row.officer, row.amount, sentence(f"replay_{row.change}", language)),
                *(outcome_words(row.before, language), outcome_words(row.after, language)),
            )
            for row in found.rows
        ),
    )
