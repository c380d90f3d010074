"""Parts of Today about requests, quotations, what is ready, and visits."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from crm_desktop.domain.authority import Step
from crm_desktop.domain.kinds import KINDS, ORDERS
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services import letters
from crm_desktop.services.authority import delegations, requests, waiting
from crm_desktop.services.papers import price_rises
from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import (
    Facts,
    Line,
    Part,
    Row,
    always,
    each,
    on_list,
    paper_line,
    papers,
)
from crm_desktop.services.visits.visit_lists import open_visits
from crm_desktop.store.orm import SQL, Case, fn

FOLLOW, READ, WRITE, ISSUE = (f"quotation.{verb}" for verb in ("follow", "read", "save", "issue"))
EXPIRING_DAYS = 3
ANSWERED = ("advised", "approved", "returned", "rejected", "voided")
WRITTEN = ("QT", *(kind.code for kind in ORDERS))


# ---------------------------------------------------------------- requests and their answers


def requested(context: Context) -> Any:
    """Requests with their papers, customers and who asks."""
    request, document = context.t.request, context.t.document
    customer, person = context.t.customer, context.t.person
    return (
        request.select(
            *(request.c.id, request.c.version, request.c.document_id, request.c.customer_id),
            *(request.c.state, request.c.reason, request.c.customer_waiting, request.c.asked_at),
            *(request.c.amount_satang, request.c.spoken, request.c.escalations),
            *(request.c.requester_id, request.c.answerer_id, request.c.answerer_role),
            *(request.c.matter, request.c.limits, request.c.step),
            *(document.c.kind, document.c.number, document.c.draft_reference),
            customer.c.name.alias("customer"),
            customer.c.phone,
            getattr(person.c, context.naming).alias("person"),
        )
        .join(document, on=document.c.id == request.c.document_id)
        .join(customer, on=customer.c.id == request.c.customer_id)
        .join(person, on=person.c.id == request.c.requester_id)
    )


def _waiting(context: Context, whole: bool) -> Any:
    request = context.t.request
    return (
        requested(context)
        .where(waiting.is_open(context), waiting.for_actor(context))
        .order_by(request.c.customer_waiting.desc(), request.c.asked_at)
    )


def _answers(context: Context, whole: bool) -> Any:
    """For who asked, and for who has the paper now: it may have been handed over since."""
    request, owner = context.t.request, context.t.document.c.owner_id
    heir = Case(None, [(owner << delegations.work_of(context), owner)], request.c.requester_id)
    return (
        requested(context)
        .select_extend(heir.alias("heir_id"))
        .where(_unread(context))
        .order_by(request.c.id.desc())
    )


def _unread(context: Context) -> Any:
    """Answers that the actor is to hear: one's own, and those of an absent colleague that others
    gave."""
    request, answer, me = context.t.request, context.t.request_answer, context.actor.person_id
    asker, owner = request.c.requester_id, context.t.document.c.owner_id
    work = delegations.work_of(context)
    given = answer.select(answer.c.id).where(
        answer.c.request_id == request.c.id, answer.c.person_id == me
    )
    return (
        (request.c.seen == SQL("0"))  # a literal, for the partial index of what is unread
        & (request.c.state << ANSWERED)
        & ((asker << work) | (owner << work))
        & ((asker == me) | (owner == me) | ~fn.EXISTS(given))
    )


def _facts(row: Row) -> Facts:
    name = KINDS[row["kind"]].name
    return Facts("request", row["document_id"], row["amount_satang"], name)


def _waiting_line(context: Context, row: Row) -> Line:
    pressing = bool(row["customer_waiting"])
    code = "today_waiting_customer" if pressing else "today_waiting"
    code += "_line" if row["reason"] else "_plain"
    if requests.is_for_credit(context, row):
        pressing, code = True, "today_waiting_for_credit"
    if row["escalations"] and row["state"] == "waiting":
        overdue = row["answerer_role"] == Step.CREDIT.value  # nobody was asked before them
        pressing, code = True, "today_waiting_overdue" if overdue else "today_waiting_escalated"
    if row["spoken"]:
        pressing = row["asked_at"] < context.today.isoformat()
        code = "today_waiting_spoken_late" if pressing else "today_waiting_spoken"
    values = {"person": row["person"], "reason": row["reason"]}
    line = paper_line("today_waiting", row, code, values, late=pressing, facts=_facts(row))
    return replace(line, stead=waiting.stead(context, row))


def _answer_lines(context: Context, rows: list[Row]) -> list[Line]:
    """What was said to an absent colleague stays unread for them, whoever goes on with it."""
    words = _last_answers(context, [row["id"] for row in rows])
    lines = []
    for row in rows:
        person, note, verdict = words.get(row["id"], ("", "", ""))
        limited = row["state"] == "approved" and row["limits"]
        told = "limited" if limited else letters.told_as(row["state"], verdict)
        code = f"today_answer_{told}"
        if note and told != "voided":
            code += "_note"
        back = told in ("returned", "rejected", "against", "denied")
        values = {"person": person, "note": note}
        own = context.actor.person_id in (row["requester_id"], row["heir_id"])
        done, facts = ("open", "done") if own else ("open",), _facts(row)
        lines.append(paper_line("today_answers", row, code, values, done, late=back, facts=facts))
    return lines


def _last_answers(context: Context, request_ids: list[int]) -> dict[int, tuple[str, str, str]]:
    """Who gave the last answer of each request, for whom where they stood in, their note, and
    what they said."""
    answer, person = context.t.request_answer, context.t.person
    away = person.alias("away")
    called = (getattr(each.c, context.naming) for each in (person, away))
    rows = (
        answer.select(answer.c.request_id, answer.c.note, answer.c.verdict, *called)
        .join(person, on=person.c.id == answer.c.person_id)
        .left_outer_join(away, on=away.c.id == answer.c.for_id)
        .where(answer.c.request_id << request_ids)
        .order_by(answer.c.id)
    )
    return {
        request_id: (delegations.answered(context, name, stead) if stead else name, *said)
        for request_id, *said, name, stead in rows.tuples()
    }


# ---------------------------------------------------------------- quotations


def _is_open(context: Context) -> Any:
    """Whether the customer may still say yes; literals, for the partial index of validity."""
    states = ", ".join(f"'{state}'" for state in OPEN_STATES)
    return context.t.document.c.state.in_(SQL(f"({states})"))


def _due(context: Context, whole: bool) -> Any:
    document = context.t.document
    return (
        papers(context, ("QT",), READ, whole)
        .where(document.c.follow_up_on <= context.today.isoformat(), _is_open(context))
        .order_by(document.c.follow_up_on, document.c.id)
    )


def _due_line(context: Context, row: Row) -> Line:
    due = date.fromisoformat(row["follow_up_on"])
    days = (context.today - due).days
    code = "today_follow_up_late" if days else "today_follow_up_due"
    actions = ("open", "done", "put_off")
    return paper_line(
        "today_follow_ups", row, code, {"days": days}, actions, due=due, late=days > 0
    )


def _expiring(context: Context, whole: bool) -> Any:
    """Open papers that end within three days and are not due for a follow-up already."""
    document, day = context.t.document, context.today
    last = day + timedelta(days=EXPIRING_DAYS)
    rows = papers(context, ("QT",), READ, whole).where(
        _is_open(context),
        document.c.valid_until.between(day.isoformat(), last.isoformat()),
        document.c.follow_up_on.is_null() | (document.c.follow_up_on > day.isoformat()),
    )
    return rows.order_by(document.c.valid_until, document.c.id)


def _expiring_line(context: Context, row: Row) -> Line:
    due = date.fromisoformat(row["valid_until"])
    days = (due - context.today).days
    code = "today_expires_in" if days else "today_expires_now"
    values = {"days": days, "day": due}
    return paper_line("today_expiring", row, code, values, due=due, late=not days)


def _rises(context: Context, whole: bool) -> Any:
    """Customers of open offers whose goods cost more by now, the largest sums first."""
    call = context.t.price_call
    rows = price_rises.waiting(context, whole=whole)
    return rows.order_by(call.c.worth_satang.desc(), call.c.id)


def _rise_line(context: Context, row: Row) -> Line:
    until = date.fromisoformat(row["valid_until"])
    values = {"rise": Money(row["rise_satang"]), "day": until}
    facts = Facts("price_call", row["document_id"], row["worth_satang"], "quotation")
    late = until <= context.today
    return paper_line(
        "today_price_rises",
        {**row, "kind": "QT"},
        "today_price_rise_line",
        values,
        ("open", "done"),
        due=until,
        late=late,
        facts=facts,
    )


# ---------------------------------------------------------------- papers of every kind


def _ready(context: Context, whole: bool) -> Any:
    """Papers to issue, and special orders to submit now that the supplier has quoted.

    One whose answer the actor has not read yet stands there, not twice.
    """
    document, request = context.t.document, context.t.request
    unread = request.select(request.c.document_id).where(
        request.c.document_id == document.c.id, _unread(context)
    )
    rows = papers(context, WRITTEN, READ, whole)
    return rows.where(document.c.state << ("ready", "quoted"), ~fn.EXISTS(unread)).order_by(
        document.c.id
    )


def _ready_line(context: Context, row: Row) -> Line:
    code = "today_ready_line" if row["state"] == "ready" else "today_ready_quoted"
    return paper_line("today_ready", row, code, {})


def _returned(context: Context, whole: bool) -> Any:
    """Drafts sent back, or approved within limits that they do not keep yet; read, but not mended.

    Those not yet read stand among the answers.
    """
    document, request = context.t.document, context.t.request
    back = request.select(request.c.document_id).where(
        request.c.document_id == document.c.id,
        request.c.state.in_(("returned", "rejected"))
        | ((request.c.state == "approved") & (request.c.room != "")),
        (request.c.seen == 1) | (on_list(context) & ~_unread(context)),
    )
    rows = papers(context, WRITTEN, READ, whole)
    return rows.where(document.c.state == "draft", fn.EXISTS(back)).order_by(document.c.id)


def _returned_line(context: Context, row: Row) -> Line:
    return paper_line("today_returned", row, "today_returned_line", {})


# ---------------------------------------------------------------- visits


def _visits(context: Context, whole: bool) -> Any:
    """Open visits up to today, the oldest first."""
    visit = context.t.visit
    officers = None if whole else delegations.work_of(context)
    return (
        open_visits(context, officers)
        .where(visit.c.planned_on <= context.today.isoformat())
        .order_by(visit.c.planned_on, visit.c.planned_time, visit.c.id)
    )


def _visit_line(context: Context, row: Row) -> Line:
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


WAITING = Part(
    "today_waiting",
    "request.answer",
    _waiting,
    each(_waiting_line),
    counted=("approvals",),
    told=always,
)
ANSWERS = Part(
    "today_answers", "request.recall", _answers, _answer_lines, told=always, whose="heir_id"
)
FOLLOW_UPS = Part("today_follow_ups", FOLLOW, _due, each(_due_line))
VISITS = Part(
    "today_visits",
    "visit.read",
    _visits,
    each(_visit_line),
    counted=("visits",),
    whose="officer_id",
)
READY = Part("today_ready", ISSUE, _ready, each(_ready_line))
RETURNED = Part("today_returned", WRITE, _returned, each(_returned_line))
EXPIRING = Part("today_expiring", FOLLOW, _expiring, each(_expiring_line))
PRICE_RISES = Part("today_price_rises", FOLLOW, _rises, each(_rise_line), quiet=True)
