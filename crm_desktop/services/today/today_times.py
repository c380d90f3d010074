"""Parts of Today about requests that nobody answered in time, and advice never confirmed."""

from functools import reduce
from operator import or_
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.services import people
from crm_desktop.services.authority import delegations, requests, rerouting, waiting
from crm_desktop.services.authority.capacities import can_answer
from crm_desktop.services.registry import Context
from crm_desktop.services.today.today_lines import Facts, Line, Part, Row, always, each, paper_line
from crm_desktop.services.today.today_papers import requested
from crm_desktop.store.orm import SQL, fn


def _passed_up(context: Context, whole: bool) -> Any:
    """What climbed for want of an answer: for who asked it, and for whom it was passed by."""
    request = context.t.request
    answerer = context.t.person.alias("answerer")
    rows = requested(context).left_outer_join(answerer, on=answerer.c.id == request.c.answerer_id)
    return (
        rows.select_extend(
            *(request.c.facts, request.c.matrix_version),
            *(context.t.document.c.owner_id, context.t.document.c.edited_by_id),
            getattr(answerer.c, context.naming).alias("answerer"),
        )
        .where(
            request.c.state == SQL("'waiting'"),  # a literal, for the partial index of what is due
            request.c.due_at.is_null(False),
            request.c.escalations > 0,
            _passed(context),
            # Whoever is asked now has it among what waits.
            ~fn.COALESCE(waiting.for_actor(context), SQL("FALSE")),
        )
        .order_by(request.c.customer_waiting.desc(), request.c.asked_at)
    )


def _passed(context: Context) -> Any:
    """Whether the actor, or an absent colleague whose work they have, asked it or has its paper by
    now, or it went past them."""
    work = delegations.work_of(context)
    asked, has = context.t.request.c.requester_id << work, context.t.document.c.owner_id << work
    return asked | has | fn.EXISTS(_passed_by(context))


def _passed_by(context: Context) -> Any:
    """The steps of a request at which the actor did not answer in time: the next one says so."""
    step = context.t.request_step
    following = step.alias("following")
    asked = (step.c.answerer_id == context.actor.person_id) | (
        step.c.answerer_id.is_null() & (step.c.role << sorted(context.actor.roles))
    )
    return (
        step.select(step.c.id)
        .join(following, on=following.c.request_id == step.c.request_id)
        .where(
            step.c.request_id == context.t.request.c.id,
            following.c.position == step.c.position + 1,
            following.c.why.startswith('["escalated"'),
            asked,
        )
    )


def _passed_up_line(context: Context, row: Row) -> Line:
    own = not {row["requester_id"], row["owner_id"]}.isdisjoint(delegations.work_of(context))
    code = "today_passed_up_own" if own else "today_passed_up_by"
    if row["answerer"] is None:
        code += f"_{row['answerer_role']}"
    elif not own and not can_answer(context, row, row, requests.asked_facts(row)):
        code = "today_passed_up_beyond"
    values = {
        "person": row["person"],
        "answerer": row["answerer"] or "",
        "times": row["escalations"],
    }
    facts = Facts("request", row["document_id"], row["amount_satang"], KINDS[row["kind"]].name)
    return paper_line("today_passed_up", row, code, values, late=True, facts=facts)


def _overdue_above(context: Context, whole: bool) -> Any:
    """What credit-finance did not answer in time, for who stands above them, and advice by phone
    that somebody below did not confirm on its day."""
    request = context.t.request
    below = waiting.everybody_below(context, context.actor.person_id)
    credit = {each.id for each in people.people(context) if "credit" in each.roles}
    late = (request.c.state == "waiting") & (request.c.escalations > 0)
    late &= request.c.answerer_role == ("credit" if credit & set(below) else "-")
    unconfirmed = (request.c.state == "advised") & (request.c.spoken == 1)
    unconfirmed &= request.c.answerer_id << below
    oldest = fn.COALESCE(request.c.asked_at, "")  # not by the index of all requests ever asked
    unconfirmed &= oldest < context.today.isoformat()
    elsewhere = fn.COALESCE(waiting.for_actor(context), SQL("FALSE")) | _passed(context)
    return (
        requested(context)
        .where(waiting.is_open(context), late | unconfirmed, ~elsewhere)
        .order_by(oldest)
    )


def _overdue_above_line(context: Context, row: Row) -> Line:
    code = "today_overdue_spoken" if row["spoken"] else "today_overdue_credit"
    facts = Facts("request", row["document_id"], row["amount_satang"], KINDS[row["kind"]].name)
    values = {"person": row["person"]}
    return paper_line("today_overdue_above", row, code, values, late=True, facts=facts)


def _moved(context: Context, whole: bool) -> Any:
    """What somebody else answers than was asked, for who asked it or has the paper by now; what
    also climbed stands among what was passed up."""
    request, step = context.t.request, context.t.request_step
    answerer = context.t.person.alias("answerer")
    moved = (step.c.why.startswith(f'["{code}"') for code in rerouting.MOVED)
    at = step.select(step.c.id).where(
        step.c.request_id == request.c.id, step.c.position == request.c.step, reduce(or_, moved)
    )
    asker = fn.COALESCE(request.c.requester_id, 0)  # not by the index of all that was ever asked
    work = delegations.work_of(context)
    rows = requested(context).left_outer_join(answerer, on=answerer.c.id == request.c.answerer_id)
    return (
        rows.select_extend(getattr(answerer.c, context.naming).alias("answerer"))
        .where(
            request.c.state == SQL("'waiting'"),
            request.c.escalations == 0,
            (asker << work) | (context.t.document.c.owner_id << work),
            fn.EXISTS(at),
        )
        .order_by(request.c.customer_waiting.desc(), request.c.asked_at)
    )


def _moved_line(context: Context, row: Row) -> Line:
    code = "today_moved" + (f"_{row['answerer_role']}" if row["answerer"] is None else "_to")
    facts = Facts("request", row["document_id"], row["amount_satang"], KINDS[row["kind"]].name)
    values = {"answerer": row["answerer"] or ""}
    return paper_line("today_moved", row, code, values, facts=facts)


MOVED = Part("today_moved", "request.read", _moved, each(_moved_line), told=always, quiet=True)
PASSED_UP = Part(
    "today_passed_up",
    "request.read",
    _passed_up,
    each(_passed_up_line),
    told=always,
    quiet=True,
)
OVERDUE_ABOVE = Part(
    "today_overdue_above",
    "request.answer",
    _overdue_above,
    each(_overdue_above_line),
    told=always,
    quiet=True,
)
