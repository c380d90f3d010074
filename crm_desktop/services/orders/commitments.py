"""What a customer stands to owe beyond the finance department's snapshot, and has paid ahead."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from crm_desktop.domain.deposits import Entry, balance
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.orders import goods
from crm_desktop.services.registry import Context

COUNTED = {
    "SO": ("confirmed", "handed_off", "in_fulfilment", "partly_delivered", "delivered"),
    "BO": ("confirmed", "requested", "ordered", "arrived", "told", "partly_delivered"),
    "SP": ("confirmed", "deposit_held", "ordered", "arrived", "inspected"),
}
"""States of a paper that is not handed over or has no bill yet, by kind."""

FINISHED = {"SO": ("settled",), "BO": ("delivered",), "SP": ("collected", "refused")}
"""States of what was handed over and should be billed: it counts until a bill names it, or a
snapshot of a later day than its last delivery, or than what somebody typed as its bill, has it."""

APPLIED = """
SELECT e.target_id, SUM(e.satang) FROM deposit_entry e
WHERE e.kind = 'apply' AND e.target_id IN ({ids})
  AND NOT EXISTS (SELECT 1 FROM deposit_entry r WHERE r.reverses_id = e.id)
GROUP BY e.target_id
"""
# A bill written after the snapshot is not in its outstanding, but what was paid of it is gone.
BILLED = """
SELECT document_id, SUM(CASE WHEN billed_on <= {day} THEN amount_satang ELSE paid_satang END)
FROM receivable WHERE document_id IN ({ids}) GROUP BY document_id
"""
GONE = """
SELECT DISTINCT document_id FROM goods_stage
WHERE document_id IN ({ids}) AND stage IN ({stages}) AND quantity_milli > 0
"""
FINISHED_SINCE = """
SELECT d.id FROM document d JOIN delivery v ON v.document_id = d.id
WHERE d.customer_id = {mark} AND v.delivered_on >= {mark}
UNION SELECT t.subject_id FROM timeline t
WHERE t.customer_id IN (SELECT id FROM customer WHERE id = {mark} OR merged_into_id = {mark})
    AND t.subject = {mark} AND t.event = 'settle' AND t.at >= {mark}
"""
LEDGERS = """
SELECT e.deposit_id, e.id, e.kind, e.satang, e.reverses_id
FROM document d JOIN deposit_entry e ON e.deposit_id = d.id
WHERE d.customer_id = {mark} AND d.kind = 'DP' AND d.state IN ('held', 'partly_used')
ORDER BY e.id
"""
ASKED_BACK = """
SELECT COALESCE(SUM(c.satang), 0) FROM document d JOIN deposit_claim c ON c.deposit_id = d.id
WHERE d.customer_id = {mark} AND d.kind = 'DP' AND c.state IN ('waiting', 'approved')
"""


def unbilled(context: Context, customer_id: int, as_of: datetime) -> Money:
    """What the customer's confirmed orders still come to, less the deposits applied to them and
    the bills that the snapshot of `as_of` has."""
    day = as_of.date().isoformat()
    rows = _orders(context, customer_id, day)
    if not rows:
        return Money.ZERO
    ids = [row["id"] for row in rows]
    gone = {row[0] for row in _ask(context, GONE, ids, stages=goods.GONE)}
    applied = {row[0]: int(row[1]) for row in _ask(context, APPLIED, ids)}
    billed = {row[0]: int(row[1]) for row in _ask(context, BILLED, ids, day=(day,))}
    total = 0
    for row in rows:
        due = goods.due(context, row).satang if row["id"] in gone else row["total_satang"]
        total += max(due - applied.get(row["id"], 0) - billed.get(row["id"], 0), 0)
    return Money(total)


def unapplied(context: Context, customer_id: int) -> Money:
    """Cleared deposits of the customer that nothing has used and nobody has asked back."""
    run, mark = context.store.database.execute_sql, context.store.database.param
    ledgers: dict[int, list[Entry]] = {}
    for deposit_id, entry_id, kind, satang, reverses in run(
        LEDGERS.format(mark=mark), (customer_id,)
    ).fetchall():
        entry = Entry(entry_id, kind, Money(satang), reverses=reverses)
        ledgers.setdefault(deposit_id, []).append(entry)
    cleared = Money.sum(balance(entries).cleared for entries in ledgers.values())
    (asked,) = run(ASKED_BACK.format(mark=mark), (customer_id,)).fetchone()
    return max(cleared - Money(int(asked)), Money.ZERO)


def _orders(context: Context, customer_id: int, day: str) -> list[dict[str, Any]]:
    """What is under way, and what was finished on the snapshot's day or after it."""
    document, database = context.t.document, context.store.database
    sql = FINISHED_SINCE.format(mark=database.param)
    who, settled = (customer_id, day), (customer_id, customer_id, KINDS["SO"].name, day)
    found = database.execute_sql(sql, (*who, *settled))
    since = [row[0] for row in found.fetchall()]
    chosen = _in_states(context, COUNTED)
    chosen |= _in_states(context, FINISHED) & (document.c.id << since)
    rows = document.select().where(document.c.customer_id == customer_id, chosen)
    return list(rows.dicts())


def _in_states(context: Context, states: Mapping[str, Sequence[str]]) -> Any:
    document = context.t.document
    each = ((document.c.kind == kind) & (document.c.state << of) for kind, of in states.items())
    return reduce(or_, each)


def _ask(
    context: Context, sql: str, ids: Sequence[int], **given: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Rows of a text whose `{ids}` and other names stand for lists of values, in that order."""
    mark = context.store.database.param
    lists = {"ids": ids, **given}
    order = sorted(lists, key=lambda name: sql.index(f"{{{name}}}"))
    text = sql.format(**{name: ", ".join([mark] * len(values)) for name, values in lists.items()})
    values = [value for name in order for value in lists[name]]
    return list(context.store.database.execute_sql(text, values).fetchall())
