"""How often a customer is to be met, when that was last so, and by when it is to be so again.

A contact is a visit held in any way in which the customer was met, a quotation's follow-up of
which a note was written, the customer's own word on a quotation, and a purchase (an order given
its number). The day of the last one stands with the customer, and with it the day that is due, so
that a list of those who are overdue is one step along an index.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.domain.rounds import CLASSES, LONGEST_CYCLE, MOST_A_DAY, Rounds, due_day
from crm_desktop.domain.visiting import Outcome
from crm_desktop.services import settings
from crm_desktop.services.customers import aliases
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.store import bulk

ROUNDS, MET = "rounds", "met"
SPOKEN = frozenset({"confirm_receipt", "negotiate", "accept", "lose"})
"""What moves a quotation because the customer said so."""
BOUGHT = frozenset({"SO", "BO", "SP"})
MOST = 500
DUE_ON = {
    "sqlite": "date(COALESCE(contact_on, substr(created_at, 1, 10)), '+' || {days} || ' days')",
    "postgresql": "to_char(COALESCE(contact_on, substr(created_at, 1, 10))::date"
    " + {days}::integer, 'YYYY-MM-DD')",
}


@dataclass(frozen=True)
class SaveRounds(Command[None]):
    """Replaces the cycles and the most visits of a day; what is due moves with them."""

    name: ClassVar[str] = "rounds.save"
    permission: ClassVar[str] = "calendar.save"
    version: int
    rounds: Rounds


@dataclass(frozen=True)
class SetRhythm(Command[int]):
    """Puts customers into a class ("" for none); answers how many were in another before. Where
    `was` is given, one that is in another class by now is Stale and nothing changes."""

    name: ClassVar[str] = "customer.rhythm"
    permission: ClassVar[str] = "customer.save"
    ids: tuple[int, ...]
    rhythm: str
    was: str | None = None


@handles(SaveRounds)
def save_rounds(context: Context, command: SaveRounds) -> None:
    """Refuses a cycle of no days and one of more than two years."""
    rounds = command.rounds
    for field in ("a_days", "b_days", "c_days"):
        if not 1 <= getattr(rounds, field) <= LONGEST_CYCLE:
            raise Refused("cycle_out_of_range", field, most=LONGEST_CYCLE)
    if not 1 <= rounds.per_day <= MOST_A_DAY:
        raise Refused("per_day_out_of_range", "per_day", most=MOST_A_DAY)
    old, known = rounds_and_version(context)
    settings.store(context, ROUNDS, command.version, asdict(rounds))
    context.reversible(command, SaveRounds(known + 1, old))
    database = context.store.database
    due = DUE_ON[context.store.engine].format(days=database.param)
    for rhythm in CLASSES:
        text = f"UPDATE customer SET due_on = {due} WHERE rhythm = {database.param} AND active = 1"
        database.execute_sql(text, (rounds.days(rhythm), rhythm))
    context.touched.add("customer")


@query("customer.read")
def rounds_and_version(context: Context) -> tuple[Rounds, int]:
    """The cycles in force, with the version that a save must name."""
    value, version = settings.load(context, ROUNDS)
    return Rounds(**value), version


@handles(SetRhythm)
def set_rhythm(context: Context, command: SetRhythm) -> int:
    """One class for all that are named; what they were is in the audit and on no other paper."""
    rhythm = checked(command.rhythm)
    if len(command.ids) > MOST:
        raise Refused("too_many_at_once", "ids", most=MOST)
    changed = []
    for customer_id in sorted(set(command.ids)):
        context.hold("customer", customer_id)
        row = context.row("customer", customer_id)
        if command.was is not None and row["rhythm"] != command.was:
            raise Stale("stale", record="customer", version=row["version"])
        if row["rhythm"] != rhythm:
            values = {"rhythm": rhythm, "due_on": due_of(context, rhythm, row)}
            context.update("customer", customer_id, row["version"], "rhythm", **values)
            changed.append(row)
    classes = {row["rhythm"] for row in changed}
    if len(classes) == 1:  # customers of several classes have no one command that puts them back
        ids = tuple(row["id"] for row in changed)
        context.reversible(command, SetRhythm(ids, classes.pop(), rhythm))
    return len(changed)


def checked(rhythm: str) -> str:
    """A class as it is stored; Refused `bad_choice`."""
    found = rhythm.strip().upper()
    if found and found not in CLASSES:
        raise Refused("bad_choice", "rhythm", value=rhythm)
    return found


def due_of(context: Context, rhythm: str, row: dict[str, Any] | None, active: bool = True) -> Any:
    """The day that is due as it is stored; who is new was met today, and nobody is due who is
    put aside."""
    if not active or (row is not None and not row["active"]):
        return None
    since = context.today
    if row is not None:
        since = date.fromisoformat(row["contact_on"] or row["created_at"][:10])
    due = due_day(rounds_of(context), rhythm, since)
    return due and due.isoformat()


def rounds_of(context: Context) -> Rounds:
    """The cycles, read once in a command."""
    if ROUNDS not in context.memo:
        context.memo[ROUNDS] = rounds_and_version(context)[0]
    found: Rounds = context.memo[ROUNDS]
    return found


def met(context: Context, customer_id: int, day: date | None = None) -> None:
    """A contact, today unless a day is named; one that is older than the last changes nothing.

    The version stays, for whoever has the customer's form open changes none of this.
    """
    text = (day or context.today).isoformat()
    customer = context.t.customer
    columns = ("rhythm", "active", "contact_on", "created_at")
    rows = customer.select(*(getattr(customer.c, name) for name in columns))
    for row in rows.where(customer.c.id == customer_id).dicts():
        if (row["contact_on"] or "") < text:
            due = due_of(context, row["rhythm"], {**row, "contact_on": text})
            write = customer.update(contact_on=text, due_on=due)
            write.where(customer.c.id == customer_id).execute()
            context.touched.add("customer")
            context.memo.setdefault(MET, {})[customer_id] = (row["contact_on"] or "", text)


def met_now(context: Context) -> tuple[tuple[int, str, str], ...]:
    """Whose last contact this command is: customer, the day of the one before it ("" for none),
    and its own."""
    return tuple((each, *days) for each, days in context.memo.get(MET, {}).items())


def unmet(context: Context, customer_id: int, before: str, day: str) -> None:
    """That contact was none; another of that day stays, and so does one that came since or lies
    between the two."""
    customer = context.t.customer
    for row in context.rows("customer", id=customer_id):
        if (row["contact_on"] or "") != day:
            return
        known = (each for each in _known(context, customer_id) if each <= day)
        last = max(before, *known, "")
        if last == day:
            return
        due = due_of(context, row["rhythm"], {**row, "contact_on": last or None})
        write = customer.update(contact_on=last or None, due_on=due)
        write.where(customer.c.id == customer_id).execute()
        context.touched.add("customer")
        context.memo.setdefault(MET, {})[customer_id] = (day, last)


def _known(context: Context, customer_id: int) -> Iterator[str]:
    """The days of all contacts that stand: visits, purchases, notes, and the customer's word.

    Each is asked for by the customer alone, for by kind or subject they are the whole table.
    """
    people = aliases.ids_of(context, customer_id)
    visit, paper, line = context.t.visit, context.t.document, context.t.timeline
    held = visit.select(visit.c.planned_on, visit.c.done_at, visit.c.outcome)
    for day, done_at, outcome in held.where(
        visit.c.customer_id << people, visit.c.state == "done"
    ).tuples():
        if outcome != Outcome.NOT_MET.value:
            yield min(day, (done_at or day)[:10])
    papers = paper.select(paper.c.id, paper.c.kind, paper.c.number, paper.c.issued_at)
    quoted = []
    for paper_id, kind, number, issued_at in papers.where(paper.c.customer_id << people).tuples():
        if kind == "QT":
            quoted.append(paper_id)
        elif kind in BOUGHT and number and issued_at:
            yield issued_at[:10]
    told = line.select(line.c.at, line.c.event, line.c.detail)
    for at, event, detail in told.where(line.c.customer_id << people).tuples():
        if event == "follow_up" and json.loads(detail).get("reason"):
            yield at[:10]
    for chunk in bulk.chunks(quoted, MOST):
        yield from _spoken(context, chunk)


def _spoken(context: Context, papers: list[int]) -> Iterator[str]:
    """The days of the steps by the customer's word on quotations; one that was taken back is none,
    unless that was taken back in its turn."""
    line = context.t.audit_line
    lines = line.select(line.c.record_id, line.c.event, line.c.at)
    lines = lines.where(line.c.record == "document", line.c.record_id << papers)
    days: list[str] = []
    last: dict[int, tuple[str, bool]] = {}
    written = list(lines.order_by(line.c.id).tuples())
    for each in context.entries:  # what this command writes has no line yet
        if each.record == "document" and each.record_id in papers:
            written.append((each.record_id, each.event, context.moment))
    for paper_id, event, at in written:
        day, stands = last.get(paper_id, ("", True))
        if event == "taken_back":
            last[paper_id] = (day, not stands)
            continue
        days += [day] if stands else []
        last[paper_id] = (at[:10] if event in SPOKEN else "", True)
    yield from days
    yield from (day for day, stands in last.values() if stands)


def heard(context: Context, kind: str, event: str, numbered: bool, customer_id: int) -> None:
    """What a step of a paper says of contact: the customer's own word, or a purchase."""
    if (kind == "QT" and event in SPOKEN) or (kind in BOUGHT and numbered):
        met(context, customer_id)


def contacts_of(context: Context, ids: tuple[int, ...]) -> dict[int, date]:
    """The last contact of some customers, those without any left out."""
    customer, found = context.t.customer, dict[int, date]()
    for chunk in bulk.chunks(list(ids), MOST):
        rows = customer.select(customer.c.id, customer.c.contact_on)
        rows = rows.where(customer.c.id.in_(chunk), customer.c.contact_on.is_null(False))
        found |= {row[0]: date.fromisoformat(row[1]) for row in rows.tuples()}
    return found
