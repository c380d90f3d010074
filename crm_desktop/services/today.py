"""Today: what waits for this person now, a short page of each kind, and the counts of the rail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.domain.permissions import HEADS
from crm_desktop.services import waiting
from crm_desktop.services.registry import Context, query
from crm_desktop.services.visit_lists import open_visits
from crm_desktop.store.orm import SQL, Select, fn

FOLLOW = "quotation.follow"
SHOWN = 20
MOST = 99
EXPIRING_DAYS = 3
ANSWERED = ("advised", "approved", "returned", "rejected", "voided")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: `code` with `values` says in short why it stands here.

    `kind` is what opens (quotation, request, visit), `reference` its number, draft reference or
    hour, `actions` what can be done on the spot (open, done, put_off).
    """

    section: str
    kind: str
    record_id: int
    version: int
    document_id: int | None
    reference: str
    customer_id: int
    customer: str
    phone: str
    person: str
    code: str
    values: Mapping[str, Any]
    due: date | None
    late: bool
    amount: Money | None
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The first lines of one kind, most pressing first; `code` names its heading."""

    code: str
    lines: tuple[Line, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Today:
    """The sections that the person's roles have; `whole` where it is everybody's work.

    `heads` says that the person may choose between the two, `day` is the database's.
    """

    sections: tuple[Section, ...]
    whole: bool
    heads: bool
    day: date


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the rail, each counted to 99 at most (100 means more)."""

    today: int
    approvals: int
    visits: int


@query("today.read")
def today(context: Context, *, whole: bool | None = None) -> Today:
    """What waits for the actor; with `whole` (heads by default) for everybody within reach."""
    heads = not context.actor.roles.isdisjoint(HEADS.split())
    everybody = heads and whole is not False
    sections = (
        read(context, everybody) for permission, read in SECTIONS if context.actor.may(permission)
    )
    return Today(tuple(sections), everybody, heads, context.today)


@query("today.read")
def counts(context: Context) -> Counts:
    """What the rail shows beside Today, Approvals and Visits: the actor's own, in one read."""
    own = {
        "answers": _answers(context, ANSWERED),
        "follow_ups": _due(context, whole=False),
        "waiting": _waiting(context),
        "visits": _visits(context, whole=False),
    }
    columns = []
    for name, rows in own.items():
        few = rows.limit(MOST + 1).alias(name)
        columns.append(Select([few], [fn.COUNT(SQL("1"))]).alias(f"{name}_count"))
    row = next(iter(Select([], columns).bind(context.store.database).tuples()))
    answers, follow_ups, waiting, visits = map(int, row)
    may = context.actor.may
    due = (follow_ups if may(FOLLOW) else 0) + (visits if may("visit.read") else 0)
    return Counts(
        min(answers + due, MOST + 1),
        waiting if may("request.answer") else 0,
        visits if may("visit.read") else 0,
    )


@query("today.read")
def news(context: Context) -> tuple[Line, ...]:
    """What is told at once: answers not read yet, and customers who wait for the actor's answer."""
    lines = _read_answers(context, False).lines
    if context.actor.may("request.answer"):
        lines += tuple(line for line in _read_waiting(context, False).lines if line.late)
    return lines


def _section(code: str, rows: Any, line: Callable[[dict[str, Any]], Line]) -> Section:
    found = list(rows.limit(SHOWN + 1).dicts())
    return Section(code, tuple(line(row) for row in found[:SHOWN]), len(found) > SHOWN)


# ---------------------------------------------------------------- requests and their answers


def _requests(context: Context) -> Any:
    request, document = context.t.request, context.t.document
    customer, person = context.t.customer, context.t.person
    return (
        request.select(
            *(request.c.id, request.c.version, request.c.document_id, request.c.customer_id),
            *(request.c.state, request.c.reason, request.c.customer_waiting, request.c.asked_at),
            *(
                request.c.amount_satang,
                request.c.spoken,
                document.c.number,
                document.c.draft_reference,
            ),
            customer.c.name.alias("customer"),
            customer.c.phone,
            getattr(person.c, context.naming).alias("person"),
        )
        .join(document, on=document.c.id == request.c.document_id)
        .join(customer, on=customer.c.id == request.c.customer_id)
        .join(person, on=person.c.id == request.c.requester_id)
    )


def _waiting(context: Context) -> Any:
    request = context.t.request
    return (
        _requests(context)
        .where(waiting.is_open(context), waiting.for_actor(context))
        .order_by(request.c.customer_waiting.desc(), request.c.asked_at)
    )


def _answers(context: Context, states: tuple[str, ...]) -> Any:
    request = context.t.request
    return (
        _requests(context)
        .where(
            request.c.requester_id == context.actor.person_id,
            request.c.seen == 0,
            request.c.state << states,
        )
        .order_by(request.c.id.desc())
    )


def _read_waiting(context: Context, whole: bool) -> Section:
    def line(row: dict[str, Any]) -> Line:
        pressing = bool(row["customer_waiting"])
        code = "today_waiting_customer" if pressing else "today_waiting"
        code += "_line" if row["reason"] else "_plain"
        code = "today_waiting_spoken" if row["spoken"] else code
        values = {"person": row["person"], "reason": row["reason"]}
        return _request_line("today_waiting", row, code, values, pressing, ("open",))

    return _section("today_waiting", _waiting(context), line)


def _read_answers(context: Context, whole: bool) -> Section:
    rows = list(_answers(context, ANSWERED).limit(SHOWN + 1).dicts())
    words = _last_answers(context, [row["id"] for row in rows])

    def line(row: dict[str, Any]) -> Line:
        person, note = words.get(row["id"], ("", ""))
        code = f"today_answer_{row['state']}"
        if note and row["state"] != "voided":
            code += "_note"
        back = row["state"] in ("returned", "rejected")
        values = {"person": person, "note": note}
        return _request_line("today_answers", row, code, values, back, ("open", "done"))

    return Section("today_answers", tuple(map(line, rows[:SHOWN])), len(rows) > SHOWN)


def _last_answers(context: Context, request_ids: list[int]) -> dict[int, tuple[str, str]]:
    """Who gave the last answer of each request, and their note."""
    answer, person = context.t.request_answer, context.t.person
    rows = (
        answer.select(answer.c.request_id, getattr(person.c, context.naming), answer.c.note)
        .join(person, on=person.c.id == answer.c.person_id)
        .where(answer.c.request_id << request_ids)
        .order_by(answer.c.id)
    )
    return {request_id: (name, note) for request_id, name, note in rows.tuples()}


def _request_line(
    section: str,
    row: dict[str, Any],
    code: str,
    values: dict[str, Any],
    late: bool,
    actions: tuple[str, ...],
) -> Line:
    facts = _PaperFacts("request", row["document_id"], row["amount_satang"])
    return _paper_line(section, row, facts, code, values, None, late, actions)


class _PaperFacts(NamedTuple):
    """What a request and a quotation read from rows of their own."""

    kind: str
    document_id: int
    satang: int


def _paper_line(
    section: str,
    row: dict[str, Any],
    facts: _PaperFacts,
    code: str,
    values: dict[str, Any],
    due: date | None,
    late: bool,
    actions: tuple[str, ...],
) -> Line:
    return Line(
        section=section,
        kind=facts.kind,
        record_id=row["id"],
        version=row["version"],
        document_id=facts.document_id,
        reference=row["number"] or row["draft_reference"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        phone=row["phone"],
        person=row["person"],
        code=code,
        values=values,
        due=due,
        late=late,
        amount=Money(facts.satang),
        actions=actions,
    )


# ---------------------------------------------------------------- quotations


def _quotations(context: Context, *, whole: bool) -> Any:
    """Quotations of the actor's work list, or of every branch within reach."""
    document, branch = context.t.document, context.t.branch
    customer, person = context.t.customer, context.t.person
    own_branch = context.branches("quotation.read") if whole else None
    reach = branch.select(branch.c.id)
    if own_branch is not None:
        reach = reach.where(branch.c.id == own_branch)
    rows = (
        document.select(
            *(document.c.id, document.c.version, document.c.number, document.c.draft_reference),
            *(document.c.customer_id, document.c.total_satang, document.c.state),
            *(document.c.follow_up_on, document.c.valid_until),
            customer.c.name.alias("customer"),
            customer.c.phone,
            getattr(person.c, context.naming).alias("person"),
        )
        .join(customer, on=customer.c.id == document.c.customer_id)
        .join(person, on=person.c.id == document.c.owner_id)
        .where(document.c.kind == "QT", document.c.branch_id << reach)
    )
    return rows if whole else rows.where(document.c.owner_id == context.actor.person_id)


def _is_open(context: Context) -> Any:
    """Whether the customer may still say yes; literals, for the partial index of validity."""
    states = ", ".join(f"'{state}'" for state in OPEN_STATES)
    return context.t.document.c.state.in_(SQL(f"({states})"))


def _due(context: Context, *, whole: bool) -> Any:
    document = context.t.document
    return (
        _quotations(context, whole=whole)
        .where(document.c.follow_up_on <= context.today.isoformat(), _is_open(context))
        .order_by(document.c.follow_up_on, document.c.id)
    )


def _read_follow_ups(context: Context, whole: bool) -> Section:
    def line(row: dict[str, Any]) -> Line:
        due = date.fromisoformat(row["follow_up_on"])
        days = (context.today - due).days
        code = "today_follow_up_late" if days else "today_follow_up_due"
        actions = ("open", "done", "put_off")
        return _quotation_line(
            "today_follow_ups", row, code, {"days": days}, due, days > 0, actions
        )

    return _section("today_follow_ups", _due(context, whole=whole), line)


def _read_expiring(context: Context, whole: bool) -> Section:
    """Open papers that end within three days and are not due for a follow-up already."""
    document, day = context.t.document, context.today
    last = day + timedelta(days=EXPIRING_DAYS)
    rows = _quotations(context, whole=whole).where(
        _is_open(context),
        document.c.valid_until.between(day.isoformat(), last.isoformat()),
        document.c.follow_up_on.is_null() | (document.c.follow_up_on > day.isoformat()),
    )

    def line(row: dict[str, Any]) -> Line:
        due = date.fromisoformat(row["valid_until"])
        days = (due - day).days
        code = "today_expires_in" if days else "today_expires_now"
        return _quotation_line(
            "today_expiring", row, code, {"days": days, "day": due}, due, not days, ("open",)
        )

    return _section("today_expiring", rows.order_by(document.c.valid_until, document.c.id), line)


def _read_ready(context: Context, whole: bool) -> Section:
    """Papers to issue; one whose answer the actor has not read yet stands there, not twice."""
    document, request = context.t.document, context.t.request
    unread = request.select(request.c.document_id).where(
        request.c.document_id == document.c.id,
        request.c.requester_id == context.actor.person_id,
        request.c.seen == 0,
        request.c.state << ANSWERED,
    )
    rows = _quotations(context, whole=whole).where(document.c.state == "ready", ~fn.EXISTS(unread))

    def line(row: dict[str, Any]) -> Line:
        return _quotation_line("today_ready", row, "today_ready_line", {}, None, False, ("open",))

    return _section("today_ready", rows.order_by(document.c.id), line)


def _read_returned(context: Context, whole: bool) -> Section:
    """Drafts sent back and read, but not yet mended; those not yet read stand among the answers."""
    document, request = context.t.document, context.t.request
    back = request.select(request.c.document_id).where(
        request.c.document_id == document.c.id,
        request.c.state << ("returned", "rejected"),
        request.c.seen == 1,
    )
    rows = _quotations(context, whole=whole).where(document.c.state == "draft", fn.EXISTS(back))

    def line(row: dict[str, Any]) -> Line:
        code = "today_returned_line"
        return _quotation_line("today_returned", row, code, {}, None, False, ("open",))

    return _section("today_returned", rows.order_by(document.c.id), line)


def _quotation_line(
    section: str,
    row: dict[str, Any],
    code: str,
    values: dict[str, Any],
    due: date | None,
    late: bool,
    actions: tuple[str, ...],
) -> Line:
    facts = _PaperFacts("quotation", row["id"], row["total_satang"])
    return _paper_line(section, row, facts, code, values, due, late, actions)


# ---------------------------------------------------------------- visits


def _visits(context: Context, *, whole: bool) -> Any:
    """Open visits up to today, the oldest first."""
    visit = context.t.visit
    officer_id = None if whole else context.actor.person_id
    return (
        open_visits(context, officer_id)
        .where(visit.c.planned_on <= context.today.isoformat())
        .order_by(visit.c.planned_on, visit.c.planned_time, visit.c.id)
    )


def _read_visits(context: Context, whole: bool) -> Section:
    def line(row: dict[str, Any]) -> Line:
        due = date.fromisoformat(row["planned_on"])
        days = (context.today - due).days
        return Line(
            section="today_visits",
            kind="visit",
            record_id=row["id"],
            version=row["version"],
            document_id=None,
            reference=row["planned_time"],
            customer_id=row["customer_id"],
            customer=row["customer"],
            phone=row["phone"],
            person=row["officer"],
            code="today_visit_late" if days else "today_visit_due",
            values={"days": days, "purpose": row["purpose"]},
            due=due,
            late=days > 0,
            amount=None,
            actions=("open", "done", "put_off"),
        )

    return _section("today_visits", _visits(context, whole=whole), line)


SECTIONS: tuple[tuple[str, Callable[[Context, bool], Section]], ...] = (
    ("request.answer", _read_waiting),
    ("request.recall", _read_answers),
    (FOLLOW, _read_follow_ups),
    ("visit.read", _read_visits),
    ("quotation.issue", _read_ready),
    ("quotation.save", _read_returned),
    (FOLLOW, _read_expiring),
)
