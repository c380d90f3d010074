"""Parts of Today about orders: bought, promised, arrived, told, handed on, billed."""

from datetime import date, timedelta
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.orders.goods_lists import (
    AWAITED,
    LIVE,
    arrival_untold,
    came_to_nothing,
    promise_untold,
    replacement_awaited,
    stands,
)
from crm_desktop.services.registry import Context
from crm_desktop.services.settings import load_shop
from crm_desktop.services.today.today_lines import (
    Facts,
    Line,
    Part,
    Row,
    Values,
    always,
    days_since,
    each,
    paper_line,
    papers,
)

DESK = "order.save"
"""Who takes orders answers for them to the customer."""
ANSWER, PROMISE, ALLOCATE = "purchase.answer", "order.promise", "goods.allocate"
ACCEPT, INSPECT, QUOTE, BOOKS = "order.accept", "goods.inspect", "order.quote", "deposit.account"


# ---------------------------------------------------------------- purchase requests


def _new_requests(context: Context, whole: bool) -> Any:
    document = context.t.document
    rows = papers(context, ("PR",), ANSWER, whole).where(document.c.state == "issued")
    return rows.order_by(document.c.issued_at, document.c.id)


def _new_request_line(context: Context, row: Row) -> Line:
    days = days_since(context, row["issued_at"])
    code = "today_purchase_new_late" if days else "today_purchase_new"
    return _request("today_purchases", row, code, {"days": days}, late=days > 0)


def _undated(context: Context, whole: bool) -> Any:
    """Requests without the supplier's day, also for a replacement, and those whose day is over."""
    document, today = context.t.document, context.today.isoformat()
    rows = papers(context, ("PR",), ANSWER, whole).where(
        document.c.state << ("acknowledged", "confirmed", "partly_received"),
        document.c.promised_on.is_null() | (document.c.promised_on < today),
    )
    rows = rows.select_extend(came_to_nothing(context, "replace").alias("replaced"))
    return rows.order_by(document.c.promised_on.is_null(False), document.c.promised_on)


def _undated_line(context: Context, row: Row) -> Line:
    section = "today_undated"
    if row["promised_on"] is None:
        asked = {"days": days_since(context, row["issued_at"])}
        code = "today_purchase_replacement" if row["replaced"] else "today_purchase_undated"
        return _request(section, row, code, asked, late=bool(row["replaced"]))
    due = date.fromisoformat(row["promised_on"])
    values = {"days": (context.today - due).days, "day": due}
    return _request(section, row, "today_purchase_late", values, due=due, late=True)


def _request(section: str, row: Row, code: str, values: Values, **more: Any) -> Line:
    """What Sales is asked to buy has no price."""
    name = KINDS["PR"].name
    facts = Facts(name, row["id"], None, name)
    return paper_line(section, row, code, values, ("open", "done"), facts=facts, **more)


# ---------------------------------------------------------------- promises


def _risks(context: Context, whole: bool) -> Any:
    """Goods not here whose day is over or near, days moved that the customer has not heard, and
    special orders that want others in place of what failed its inspection."""
    document = context.t.document
    last = context.today + timedelta(days=load_shop(context)[0].promise_risk_days)
    near = (document.c.promised_on <= last.isoformat()) & stands(context, AWAITED)
    rows = papers(context, ("BO", "SP"), PROMISE, whole)
    replaced = replacement_awaited(context)
    rows = rows.where(document.c.state << LIVE, near | promise_untold(context) | replaced)
    rows = rows.select_extend(replaced.alias("replaced"))
    return rows.order_by(document.c.promised_on.is_null(), document.c.promised_on, document.c.id)


def _risk_line(context: Context, row: Row) -> Line:
    due, first = (
        date.fromisoformat(row[key]) if row[key] else None
        for key in ("promised_on", "first_promise_on")
    )
    days = (due - context.today).days if due else 0
    values = {"days": abs(days), "day": due, "first": first}
    last = load_shop(context)[0].promise_risk_days
    if row["replaced"]:
        ordered = row["state"] == "ordered"
        code = "today_replacement_awaited" if ordered else "today_replacement_to_order"
    elif days < 0:
        code = "today_promise_late"
    elif days > last:
        code = "today_promise_moved"
    else:
        code = "today_promise_near" if days else "today_promise_now"
    tells = ("done",) if due and days >= 0 else ()
    late = days < 0 or bool(row["replaced"])
    actions = ("open", *tells, "put_off")
    return paper_line("today_risks", row, code, values, actions, due=due, late=late)


# ---------------------------------------------------------------- goods that are here


def _to_allocate(context: Context, whole: bool) -> Any:
    document = context.t.document
    rows = papers(context, ("BO",), ALLOCATE, whole).where(
        document.c.state << LIVE, stands(context, ("received",))
    )
    return rows.order_by(document.c.issued_at, document.c.id)


def _allocate_line(context: Context, row: Row) -> Line:
    return paper_line("today_allocate", row, "today_allocate_line", {}, ("open", "done"))


def _to_tell(context: Context, whole: bool) -> Any:
    """Goods are kept for the customer, who does not know it yet."""
    document = context.t.document
    rows = papers(context, ("BO", "SP"), DESK, whole)
    rows = rows.where(document.c.state << LIVE, arrival_untold(context))
    return rows.order_by(document.c.arrived_on, document.c.id)


def _tell_line(context: Context, row: Row) -> Line:
    days = days_since(context, row["arrived_on"])
    code = "today_tell_late" if days else "today_tell_now"
    actions = ("open", "done")
    return paper_line("today_tell", row, code, {"days": days}, actions, late=days > 0)


def _uncollected(context: Context, whole: bool) -> Any:
    """Told and not fetched, what has lain longest in front."""
    document = context.t.document
    waits = stands(context, ("told",))
    waits |= (document.c.state == "inspected") & ~arrival_untold(context)
    rows = papers(context, ("BO", "SP"), DESK, whole)
    rows = rows.where(document.c.state << LIVE, waits)
    return rows.order_by(document.c.arrived_on, document.c.id)


def _uncollected_line(context: Context, row: Row) -> Line:
    days = days_since(context, row["arrived_on"])
    late = days > load_shop(context)[0].storage_free_days
    code = "today_uncollected_long" if late else "today_uncollected_line"
    return paper_line("today_uncollected", row, code, {"days": days}, late=late)


# ---------------------------------------------------------------- one state, one next step


def _in_state(
    code: str,
    permission: str,
    kind: str,
    state: str,
    words: str,
    *actions: str,
    counted: tuple[str, ...] = ("orders",),
) -> Part:
    """A part of all papers of a kind in one state, in the order they came."""

    def rows(context: Context, whole: bool) -> Any:
        document = context.t.document
        found = papers(context, (kind,), permission, whole).where(document.c.state == state)
        return found.order_by(document.c.id)

    def line(_context: Context, row: Row) -> Line:
        return paper_line(code, row, words, {}, ("open", *actions))

    return Part(code, permission, rows, each(line), counted=counted)


WORK = ("orders",)
NEW_REQUESTS = Part(
    "today_purchases", ANSWER, _new_requests, each(_new_request_line), counted=WORK, told=always
)
UNDATED = Part("today_undated", ANSWER, _undated, each(_undated_line), counted=WORK)
RISKS = Part("today_risks", PROMISE, _risks, each(_risk_line), counted=WORK)
TO_ALLOCATE = Part("today_allocate", ALLOCATE, _to_allocate, each(_allocate_line), counted=WORK)
TO_TELL = Part("today_tell", DESK, _to_tell, each(_tell_line), counted=WORK, told=always)
UNCOLLECTED = Part("today_uncollected", DESK, _uncollected, each(_uncollected_line))
HANDED_OFF = _in_state(
    "today_handed_off", ACCEPT, "SO", "handed_off", "today_handed_off_line", "done"
)
TO_INSPECT = _in_state("today_inspect", INSPECT, "SP", "arrived", "today_inspect_line")
TO_QUOTE = _in_state("today_quotes", QUOTE, "SP", "signed", "today_quote_line")
UNBILLED = _in_state("today_unbilled", BOOKS, "SO", "delivered", "today_unbilled_line", "done")
