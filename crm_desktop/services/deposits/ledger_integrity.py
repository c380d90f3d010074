"""What goods, deposits and bills must keep to, whatever was written behind the program."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.deposits.deposit_ledger import Account
from crm_desktop.services.orders import goods
from crm_desktop.services.orders.pool import HOLDING, base
from crm_desktop.services.registry import Context

PAGE = 500
FILES_AT_ONCE = 20
# A header may stand beyond what its quantities say: settled, or refused after a part was taken.
BEYOND = {("settled", "delivered"), ("refused", "collected")}
# What reading a ledger comes to whose entries or lines make no sense.
UNREADABLE = (Refused, KeyError, ValueError, ArithmeticError)
REFERENCE = "COALESCE(d.number, d.draft_reference)"

# Every line begins at the first stage of its kind, and only moves lead on from there.
STAGES = """
SELECT {reference}, l.position + 1 FROM (
    SELECT l.id AS line_id, CASE d.kind {initial} END AS stage, l.quantity_milli AS milli
    FROM document_line l JOIN document d ON d.id = l.document_id
    WHERE d.number IS NOT NULL AND d.kind IN ({kinds}) AND l.quantity_milli > 0
    UNION ALL SELECT line_id, to_stage, quantity_milli FROM goods_move
    UNION ALL SELECT line_id, from_stage, -quantity_milli FROM goods_move
    UNION ALL SELECT line_id, stage, -quantity_milli FROM goods_stage
) t JOIN document_line l ON l.id = t.line_id JOIN document d ON d.id = l.document_id
GROUP BY d.number, d.draft_reference, l.position, t.line_id, t.stage HAVING SUM(t.milli) <> 0
ORDER BY 1, 2
"""
STEPS = """
SELECT DISTINCT d.kind, m.from_stage, m.event, m.to_stage, {reference}
FROM goods_move m JOIN document d ON d.id = m.document_id
"""
STANDING = """
SELECT {reference}, d.kind, d.state, s.stage, SUM(s.quantity_milli)
FROM goods_stage s JOIN document d ON d.id = s.document_id
WHERE s.quantity_milli > 0 GROUP BY d.id, d.number, d.draft_reference, d.kind, d.state, s.stage
"""
POOLS = """
SELECT COALESCE(p.code, {reference}) FROM (
    SELECT branch_id, product_id, CASE WHEN product_id IS NULL THEN line_id END AS line_id,
        quantity_milli FROM arrival_move
    UNION ALL SELECT branch_id, product_id, line_id, -quantity_milli FROM arrival_pool
) t LEFT JOIN product p ON p.id = t.product_id LEFT JOIN document_line l ON l.id = t.line_id
LEFT JOIN document d ON d.id = l.document_id
GROUP BY t.branch_id, t.product_id, t.line_id, p.code, d.number, d.draft_reference
HAVING SUM(t.quantity_milli) <> 0
"""
ALLOCATED = """
SELECT {reference}, COALESCE(u.factor_milli, 1000), COALESCE(s.held, 0), COALESCE(a.taken, 0)
FROM document_line l JOIN document d ON d.id = l.document_id
LEFT JOIN (SELECT line_id, SUM(quantity_milli) AS held FROM goods_stage
    WHERE stage IN ({holding}) GROUP BY line_id) s ON s.line_id = l.id
LEFT JOIN (SELECT line_id, SUM(quantity_milli) AS taken FROM arrival_move
    WHERE event <> 'release' GROUP BY line_id) a ON a.line_id = l.id
LEFT JOIN product_unit u ON u.product_id = l.product_id AND u.unit = l.unit
WHERE d.kind = 'BO' AND l.product_id IS NOT NULL AND (s.held > 0 OR a.taken <> 0)
"""
QUESTIONS = (
    ("pool_wrong", POOLS),
    (
        "receipt_not_as_counted",
        """
SELECT {reference} FROM receipt r JOIN document d ON d.id = r.document_id
JOIN receipt_line l ON l.receipt_id = r.id
WHERE l.accepted_milli <> (SELECT COALESCE(SUM(m.quantity_milli), 0) FROM goods_move m
    WHERE m.receipt_id = r.id AND m.line_id = l.line_id AND m.event = 'receive')
""",
    ),
    (
        "delivery_not_as_moved",
        """
SELECT {reference} FROM delivery v JOIN document d ON d.id = v.document_id
WHERE v.value_satang <> (SELECT COALESCE(SUM(l.value_satang), 0) FROM delivery_line l
    WHERE l.delivery_id = v.id)
OR EXISTS (SELECT 1 FROM delivery_line l WHERE l.delivery_id = v.id AND l.quantity_milli <>
    (SELECT COALESCE(SUM(m.quantity_milli), 0) FROM goods_move m
     WHERE m.delivery_id = v.id AND m.line_id = l.line_id AND m.event = 'deliver'))
""",
    ),
    (
        "delivery_deduction_wrong",
        """
SELECT {reference} FROM delivery v JOIN document d ON d.id = v.document_id
WHERE v.deducted_satang <> (SELECT COALESCE(SUM(e.satang), 0) FROM deposit_entry e
    WHERE e.delivery_id = v.id AND e.kind = 'apply')
""",
    ),
    (
        "promise_forgotten",
        """
SELECT {reference} FROM document d WHERE d.first_promise_on IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM promise p WHERE p.document_id = d.id AND p.promised_on = d.first_promise_on)
""",
    ),
    (
        "special_unsigned",
        """
SELECT {reference} FROM document d
WHERE d.kind = 'SP' AND d.frozen_sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attachment a
    WHERE a.document_id = d.id AND a.use = 'signature' AND a.covers = d.frozen_sha256)
""",
    ),
    (
        "reversal_unlike_entry",
        """
SELECT {reference} FROM deposit_entry e JOIN document d ON d.id = e.deposit_id
LEFT JOIN deposit_entry o ON o.id = e.reverses_id
WHERE (e.kind = 'reverse') <> (e.reverses_id IS NOT NULL)
OR (e.kind = 'reverse' AND (o.deposit_id <> e.deposit_id OR o.satang <> e.satang
    OR o.vat_satang <> e.vat_satang OR o.kind = 'reverse'))
""",
    ),
    (
        "transfer_one_sided",
        """
SELECT {reference} FROM deposit_entry e JOIN document d ON d.id = e.deposit_id
WHERE e.kind IN ('transfer_out', 'transfer_in') AND NOT EXISTS (
    SELECT 1 FROM deposit_entry o WHERE o.deposit_id = e.target_id AND o.target_id = e.deposit_id
    AND o.satang = e.satang AND o.vat_satang = e.vat_satang AND o.kind <> e.kind
    AND o.kind IN ('transfer_out', 'transfer_in'))
""",
    ),
    (
        "deposit_other_customers",
        """
SELECT {reference} FROM deposit p JOIN document d ON d.id = p.document_id
JOIN document o ON o.id = p.for_id
WHERE o.customer_id <> d.customer_id AND d.state <> 'cancelled'
UNION SELECT {reference} FROM deposit_entry e JOIN document d ON d.id = e.deposit_id
JOIN document o ON o.id = e.target_id WHERE o.customer_id <> d.customer_id
""",
    ),
    (
        "claim_not_as_paid",
        """
SELECT {reference} FROM deposit_claim c JOIN document d ON d.id = c.deposit_id
WHERE (c.state = 'done') <> EXISTS (SELECT 1 FROM deposit_entry e
    WHERE e.claim_id = c.id AND e.deposit_id = c.deposit_id AND e.satang = c.satang)
""",
    ),
    (
        "bill_wrong",
        """
SELECT r.bill_number FROM receivable r LEFT JOIN document d ON d.id = r.document_id
WHERE r.paid_satang > r.amount_satang OR r.due_on < r.billed_on OR d.customer_id <> r.customer_id
""",
    ),
    (
        "credit_wrong",
        """
SELECT u.code FROM customer_credit c JOIN customer u ON u.id = c.customer_id
WHERE c.overdue_satang > c.outstanding_satang OR c.limit_satang < 0
""",
    ),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken promise as a code of the catalogue with its values."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


def faults(context: Context) -> Iterator[Fault]:
    """Every fault of goods, deposits, bills and files, each by the reference people know."""
    yield from _quantities(context)
    yield from _steps(context)
    yield from _headers(context)
    yield from _allocations(context)
    for code, sql in QUESTIONS:
        for (which,) in _ask(context, sql.format(reference=REFERENCE)):
            yield Fault(code, {"reference": str(which)})
    yield from _deposits(context)
    yield from _applied(context)
    yield from _files(context)


def _ask(context: Context, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    return list(context.store.database.execute_sql(sql, tuple(values)).fetchall())


def _quoted(words: Iterable[str]) -> str:
    """Names of our own tables of states as SQL texts."""
    return ", ".join(f"'{word}'" for word in words)


# ---------------------------------------------------------------- goods


def _quantities(context: Context) -> Iterator[Fault]:
    tables = {kind.code: kind.goods for kind in KINDS.values() if kind.goods is not None}
    initial = " ".join(f"WHEN '{code}' THEN '{table.initial}'" for code, table in tables.items())
    sql = STAGES.format(reference=REFERENCE, initial=initial, kinds=_quoted(tables))
    for reference, line in dict.fromkeys(_ask(context, sql)):
        yield Fault("goods_do_not_add_up", {"reference": reference, "line": line})


def _steps(context: Context) -> Iterator[Fault]:
    for kind, before, event, after, reference in _ask(context, STEPS.format(reference=REFERENCE)):
        table = KINDS[kind].goods
        rows = table.rows if table is not None else ()
        if (before, event, after) not in {(row.state, row.event, row.next) for row in rows}:
            yield Fault("goods_step_unknown", {"reference": reference, "event": event})


def _headers(context: Context) -> Iterator[Fault]:
    """What the header says is what its quantities come to."""
    found: dict[tuple[str, str, str], dict[str, int]] = {}
    for reference, kind, state, stage, milli in _ask(context, STANDING.format(reference=REFERENCE)):
        found.setdefault((reference, kind, state), {})[stage] = int(milli)
    for (reference, kind, state), stages in found.items():
        derive = KINDS[kind].derive
        follows = derive(stages) if derive is not None else None
        if follows not in (None, state) and (state, follows) not in BEYOND:
            yield Fault("paper_state_wrong", {"reference": reference})


def _allocations(context: Context) -> Iterator[Fault]:
    """What back orders hold came out of the pool, to the thousandth."""
    sql = ALLOCATED.format(reference=REFERENCE, holding=_quoted(HOLDING))
    for reference, factor, held, taken in _ask(context, sql):
        if base(int(held), int(factor)) != -int(taken):
            yield Fault("allocation_wrong", {"reference": reference})


# ---------------------------------------------------------------- deposits


def _deposits(context: Context) -> Iterator[Fault]:
    document, last = context.t.document, 0
    while True:
        page = document.select().where(document.c.kind == "DP", document.c.id > last)
        rows = list(page.order_by(document.c.id).limit(PAGE).dicts())
        yield from _of_accounts(context, rows)
        if len(rows) < PAGE:
            return
        last = rows[-1]["id"]


def _of_accounts(context: Context, rows: list[dict[str, Any]]) -> Iterator[Fault]:
    """Reads many at once; one whose ledger makes no sense at all is found alone."""
    try:
        accounts = ledger.accounts(context, rows)
    except UNREADABLE:
        if len(rows) == 1:
            yield _unreadable(rows[0])
            return
        for row in rows:
            yield from _of_accounts(context, [row])
        return
    for account in accounts:
        if not _is_sound(account):
            yield Fault("deposit_unbalanced", {"reference": account.reference})
        elif not _is_as_received(account):
            yield Fault("deposit_not_as_received", {"reference": account.reference})


def _unreadable(row: Mapping[str, Any]) -> Fault:
    return Fault("paper_unreadable", {"reference": row["number"] or row["draft_reference"]})


def _is_sound(account: Account) -> bool:
    """The ledger balances, says the state, and holds what is reserved."""
    balance, state = account.balance, account.row["state"]
    if not balance.is_sound or account.reserved > balance.held or balance.vat_used > balance.vat:
        return False
    if not account.entries:
        return state in ("expected", "cancelled")
    return bool(state == rules.state_of(balance))


def _is_as_received(account: Account) -> bool:
    """Number, sum and VAT of the receipt are those of the money."""
    row, came = account.row, account.balance.came
    if bool(row["number"]) != bool(account.entries):
        return False
    if not came:
        return True
    parts = account.parts
    return (
        came == Money(row["total_satang"])
        and Money.sum(part.amount for part in parts) == came
        and rules.vat_sum(parts) == account.balance.vat == Money(row["vat_satang"])
    )


def _applied(context: Context) -> Iterator[Fault]:
    """No paper is paid with more than it costs, nor with more VAT than it has."""
    sql = "SELECT DISTINCT target_id FROM deposit_entry WHERE kind = 'apply' ORDER BY target_id"
    for (paper_id,) in _ask(context, sql):
        row = context.row("document", paper_id)
        try:
            fits = _is_affordable(context, row)
        except UNREADABLE:
            yield _unreadable(row)
            continue
        if not fits:
            reference = row["number"] or row["draft_reference"]
            yield Fault("paper_paid_too_much", {"reference": reference})


def _is_affordable(context: Context, row: dict[str, Any]) -> bool:
    amount, vat = ledger.applied_to(context, row["id"])
    paper_vat = rules.vat_sum(ledger.paper_parts(context, row))
    return amount <= goods.due(context, row) and vat <= paper_vat


# ---------------------------------------------------------------- files


def _files(context: Context) -> Iterator[Fault]:
    """Attachments are what was attached; a few are read at a time, for they may be large."""
    table, last = context.t.attachment, 0
    while True:
        columns = (table.c.id, table.c.name, table.c.sha256, table.c.content)
        page = table.select(*columns).where(table.c.id > last).order_by(table.c.id)
        rows = list(page.limit(FILES_AT_ONCE).tuples())
        for file_id, name, digest, content in rows:
            if hashlib.sha256(bytes(content)).hexdigest() != digest:
                yield Fault("attachment_changed", {"name": name})
            last = file_id
        if len(rows) < FILES_AT_ONCE:
            return
