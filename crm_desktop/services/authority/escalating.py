"""What nobody answered in time goes up one level, with an alert; time alone approves nothing."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from crm_desktop.domain.authority import TOP, Grade
from crm_desktop.services.authority import answerers, requests
from crm_desktop.services.authority.approvals import hand_up
from crm_desktop.services.registry import Context

BATCH = 20


def escalate(context: Context) -> tuple[int, ...]:
    """Hands up some of what is overdue by one level, however long it was; answers which requests,
    none where none are left. Each then has its full time again, so that a desk that was closed for
    a week asks the next superior before the one above.
    """
    context.take_turn()
    due = overdue(context).limit(BATCH).tuples()
    # In the order of the papers, as everybody who holds several of them takes them.
    ids = [request_id for _, request_id in sorted(due)]
    return tuple(each for each in ids if context.apart(partial(_escalate, context, each)))


def begin(context: Context) -> bool:
    """Gives some of what waits without a limit the time that everybody has, as long as there is
    any."""
    context.take_turn()
    ids = [request_id for (request_id,) in unset(context).limit(BATCH).tuples()]
    begun = [each for each in ids if context.apart(partial(_begin, context, each))]
    return bool(begun)


def overdue(context: Context) -> Any:
    """Paper and request of what waited too long, longest first."""
    request = context.t.request
    late = (request.c.state == "waiting") & (request.c.due_at <= context.moment)
    found = request.select(request.c.document_id, request.c.id).where(late)
    return found.order_by(request.c.due_at, request.c.id)


def unset(context: Context) -> Any:
    """The ids of what waits since before the program knew limits."""
    request = context.t.request
    none = (request.c.state == "waiting") & request.c.due_at.is_null()
    return request.select(request.c.id).where(none)


def _begin(context: Context, request_id: int) -> bool:
    request = context.row("request", request_id)
    due = requests.due(context, request["matter"], request["customer_waiting"])
    context.update("request", request_id, request["version"], "due", **due)
    return True


def _escalate(context: Context, request_id: int) -> bool:
    """Whether the request was still overdue once it was held."""
    context.hold("document", context.row("request", request_id)["document_id"])
    request = context.row("request", request_id)
    if request["state"] != "waiting" or request["due_at"] > context.moment:
        return False
    row = context.row("document", request["document_id"])
    counted = {"escalations": request["escalations"] + 1}
    if is_last(context, request):
        # Told again after working hours, also where the customer waits: nobody comes any faster.
        again = requests.due(context, request["matter"], customer_waiting=False)
        context.update("request", request_id, request["version"], "overdue", **again, **counted)
        return True
    decision, level = requests.decided_now(context, request, row)
    above = answerers.above(context, request, row, request["answerer_id"], decision.facts)
    hand_up(context, request, above, level, "escalated", "", **counted)
    name = {"reference": row["number"] or row["draft_reference"]}
    context.tell("request", request_id, "escalated", request["customer_id"], **name)
    return True


def is_last(context: Context, request: Mapping[str, Any]) -> bool:
    """Whether nobody stands above whoever is asked: a role's queue has all who hold the role, and
    credit-finance answers before any superior."""
    if request["answerer_id"] is None:
        return True
    return Grade[context.known("person", request["answerer_id"])["grade"]] is TOP
