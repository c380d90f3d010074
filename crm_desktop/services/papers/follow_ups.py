"""Follow-ups of open quotations: done with what came of it, the next date, objections, and how
many were done by their date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.kinds.quotation import KIND, OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.domain.pipeline import NO_ANSWER, RESULTS, check_objection, work_day
from crm_desktop.services.authority.deadlines import load_calendar
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.papers import documents, stages
from crm_desktop.services.papers.quotation_life import spoken
from crm_desktop.services.papers.quotations import Saved, at_version
from crm_desktop.services.registry import Command, Context, Page, handles, query
from crm_desktop.services.taking_back import offer
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import ids, within
from crm_desktop.store.orm import SQL, fn

FOLLOW = "quotation.follow"
READ = "quotation.read"
FARTHEST_DAYS = 366
WHENS = ("overdue", "today", "week", "later")


@dataclass(frozen=True)
class RecordFollowUp(Command[Saved]):
    """The customer was spoken with (or did not answer): how, what came of it, and the next date.

    Without `next_on` the shop's rhythm says it. An objection goes in the same step. Who answered
    said something: `follow_up_note_needed` without a note.
    """

    name: ClassVar[str] = "quotation.followed_up"
    permission: ClassVar[str] = FOLLOW
    id: int
    version: int
    how: str
    result: str
    note: str = ""
    next_on: date | None = None
    objection: str = ""
    answer: str = ""


@dataclass(frozen=True)
class RecordObjection(Command[int]):
    """What the customer has against the offer, and what was answered; answers its id."""

    name: ClassVar[str] = "quotation.objection"
    permission: ClassVar[str] = FOLLOW
    id: int
    code: str
    words: str = ""
    answer: str = ""


@dataclass(frozen=True)
class SetExpected(Command[Saved]):
    """When the customer will likely decide, for the forecast."""

    name: ClassVar[str] = "quotation.expect"
    permission: ClassVar[str] = FOLLOW
    id: int
    version: int
    on: date


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """An open paper that is to be followed up; `due_on` is the day on which it was due first,
    `objection` the code of the last one."""

    id: int
    version: int
    reference: str
    state: str
    customer_id: int
    customer: str
    phone: str
    contact: str
    owner: str
    total: Money
    follow_up_on: date
    due_on: date
    valid_until: date
    expected_on: date | None
    objection: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a form begins with: the next date of the rhythm, the next working day for who did not
    answer, and today."""

    next_on: date
    again_on: date
    expected_on: date | None
    today: date


@dataclass(frozen=True, slots=True)
class Kept:
    """Follow-ups of one person that were due in a period; the share is None where none was."""

    id: int
    person: str
    due: int
    in_time: int
    late: int
    missed: int

    @property
    def share(self) -> Fraction | None:
        """Done by their date of all that were due."""
        return Fraction(self.in_time, self.due) if self.due else None


def _open(context: Context, document_id: int, version: int | None = None) -> dict[str, Any]:
    """The open quotation, held; WrongState once the customer has decided."""
    if version is None:
        context.hold("document", document_id)
        row = documents.row_of(context, document_id, FOLLOW)
        if row["kind"] != KIND.code:
            raise Refused("not_found", record="document", record_id=document_id)
    else:
        row = at_version(context, document_id, version, FOLLOW)
    if row["state"] not in OPEN_STATES:
        raise WrongState("follow_up_not_open", state=KIND.states.state_code(row["state"]))
    return row


@handles(RecordFollowUp)
def record_follow_up(context: Context, command: RecordFollowUp) -> Saved:
    """Keeps what was due as done today, and puts the next date."""
    row = _open(context, command.id, command.version)
    if command.result not in RESULTS:
        raise Refused("bad_choice", "result", value=command.result)
    if not command.how:
        raise Refused("bad_choice", "how", value=command.how)
    note = command.note.strip()
    if not note and command.result != NO_ANSWER:
        raise Refused("follow_up_note_needed", "note")
    objection = command.objection
    if objection:
        _object(context, row, objection, note, command.answer)
    columns = spoken(context, row, command.next_on, command.result, command.how, note, always=True)
    context.update("document", row["id"], row["version"], "followed_up", **columns)
    told = {"how": command.how, "result": command.result, "reason": note}
    on = columns["follow_up_on"]
    context.tell(KIND.name, row["id"], "followed_up", row["customer_id"], on=on, **told)
    return Saved(row["id"], row["version"] + 1, row["state"])


@handles(RecordObjection)
def record_objection(context: Context, command: RecordObjection) -> int:
    """One objection more; the paper itself stays as it is."""
    row = _open(context, command.id)
    return _object(context, row, command.code, command.words, command.answer)


def _object(context: Context, row: Mapping[str, Any], code: str, words: str, answer: str) -> int:
    check_objection(code, words)
    words, answer = words.strip(), answer.strip()
    told = {"objection": code, "reason": words, "answer": answer}
    context.tell(KIND.name, row["id"], "objection", row["customer_id"], **told)
    return context.insert(
        "objection", "heard",
        document_id=row["id"], code=code, words=words, answer=answer,
        by_id=context.actor.person_id, at=context.moment,
    )  # fmt: skip


@handles(SetExpected)
def set_expected(context: Context, command: SetExpected) -> Saved:
    """A day from today on, and within a year."""
    row = _open(context, command.id, command.version)
    if command.on < context.today:
        raise Refused("expected_past", "on", today=context.today)
    if command.on > context.today + timedelta(days=FARTHEST_DAYS):
        raise Refused("expected_far", "on", days=FARTHEST_DAYS)
    columns = {"expected_on": command.on.isoformat(), "expected_by_hand": 1}
    context.update("document", row["id"], row["version"], "expected", **columns)
    context.tell(KIND.name, row["id"], "expected", row["customer_id"], on=columns["expected_on"])
    offer(context, command)
    return Saved(row["id"], row["version"] + 1, row["state"])


@query(READ)
def proposal(context: Context, document_id: int) -> Proposal:
    """What the next date would be if the customer were spoken with now."""
    row = documents.row_of(context, document_id, READ)
    expected = row["expected_on"]
    if row["valid_until"] is None:
        raise WrongState("follow_up_not_open", state=KIND.states.state_code(row["state"]))
    return Proposal(
        stages.next_follow_up(context, row),
        work_day(context.today + timedelta(days=1), load_calendar(context)),
        date.fromisoformat(expected) if expected else None,
        context.today,
    )


# ---------------------------------------------------------------- the table


@query(READ)
def follow_up_page(context: Context, wanted: ListQuery) -> Page[FollowUpRow]:
    """Open quotations by their next date; filters: when (overdue, today, week, later), mine."""
    document, customer = context.t.document, context.t.customer
    person, objection = context.t.person, context.t.objection
    last = objection.select(fn.MAX(objection.c.id)).where(objection.c.document_id == document.c.id)
    names = ("id", "version", "number", "state", "customer_id", "contact", "total_satang")
    days = ("follow_up_on", "follow_due_on", "valid_until", "expected_on")
    rows = (
        document.select(
            *(getattr(document.c, name) for name in (*names, *days)),
            customer.c.name.alias("customer"),
            customer.c.phone,
            getattr(person.c, context.naming).alias("owner"),
            objection.c.code.alias("objection"),
        )
        .join(customer, on=customer.c.id == document.c.customer_id)
        .join(person, on=person.c.id == document.c.owner_id)
        .left_outer_join(objection, on=objection.c.id == last)
        .where(
            document.c.follow_up_on.is_null(False),
            document.c.kind == KIND.code,
            document.c.state << OPEN_STATES,
        )
    )
    rows = _narrowed(context, rows, wanted.filters)
    found = keyset(rows, document.c.follow_up_on, document.c.id, wanted)
    shown = found[: wanted.limit]
    more = len(found) > wanted.limit
    following = (shown[-1]["follow_up_on"], shown[-1]["id"]) if more else None
    return Page(tuple(_row(each) for each in shown), following)


def _narrowed(context: Context, rows: Any, filters: Mapping[str, Any]) -> Any:
    document, today = context.t.document, context.today
    branch_id = context.branches(READ)
    if branch_id is not None:
        rows = rows.where(document.c.branch_id == branch_id)
    if filters.get("mine"):
        rows = rows.where(document.c.owner_id == context.actor.person_id)
    on, (first, last) = document.c.follow_up_on, _span(today, filters.get("when") or "")
    if first:
        rows = rows.where(on >= first.isoformat())
    return rows.where(on <= last.isoformat()) if last else rows


def _span(today: date, when: str) -> tuple[date | None, date | None]:
    """From and to which day; a week ends seven days from today."""
    week = today + timedelta(days=7)
    return {
        "overdue": (None, today - timedelta(days=1)),
        "today": (today, today),
        "week": (today + timedelta(days=1), week),
        "later": (week + timedelta(days=1), None),
        "due": (None, today),
    }.get(when, (None, None))


def _row(row: Mapping[str, Any]) -> FollowUpRow:
    def day(name: str) -> date:
        return date.fromisoformat(row[name])

    return FollowUpRow(
        id=row["id"],
        version=row["version"],
        reference=row["number"],
        state=row["state"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        phone=row["phone"],
        contact=row["contact"],
        owner=row["owner"],
        total=Money(row["total_satang"]),
        follow_up_on=day("follow_up_on"),
        due_on=day("follow_due_on") if row["follow_due_on"] else day("follow_up_on"),
        valid_until=day("valid_until"),
        expected_on=day("expected_on") if row["expected_on"] else None,
        objection=row["objection"] or "",
    )


@query(READ)
def last_objection(context: Context, document_id: int) -> str:
    """The code of what the customer said last against a paper; "" for nothing."""
    row = documents.row_of(context, document_id, READ)
    found = context.rows("objection", "id DESC", document_id=row["id"])
    return str(found[0]["code"]) if found else ""


# ---------------------------------------------------------------- done by their date


@query("team.read")
def kept(context: Context, span: Span) -> tuple[Kept, ...]:
    """By owner, the follow-ups due in a period: done by their date, done late, missed or still
    owed. What is due later than today is not counted yet."""
    span.check()
    people = within(context, span.scope)
    since, last = span.since.isoformat(), min(span.until, context.today).isoformat()
    counts = {each.id: [0, 0, 0] for each in people}
    for owner, done_on, due_on in _due(context, since, last, ids(people)):
        counts[owner][2 if done_on is None else int(done_on > due_on)] += 1
    found = [Kept(each.id, each.name, sum(counts[each.id]), *counts[each.id]) for each in people]
    return tuple(sorted((each for each in found if each.due), key=lambda each: -each.due))


def _due(context: Context, since: str, until: str, owners: list[int]) -> Any:
    """(owner, done on or None, due on): what is on record, then what is open and was due before
    today or is due today."""
    done, document = context.t.follow_up, context.t.document
    yield from (
        done.select(done.c.owner_id, done.c.done_on, done.c.due_on)
        .where(done.c.due_on.between(since, until), done.c.owner_id << owners)
        .tuples()
    )
    yesterday = (context.today - timedelta(days=1)).isoformat()
    due = fn.COALESCE(document.c.follow_due_on, document.c.follow_up_on)
    yield from (
        document.select(document.c.owner_id, SQL("NULL"), due)
        .where(
            document.c.follow_up_on.is_null(False),
            document.c.kind == KIND.code,
            document.c.state << OPEN_STATES,
            due.between(since, min(until, yesterday)),
            document.c.owner_id << owners,
        )
        .tuples()
    )
