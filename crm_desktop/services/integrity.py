"""Every promise that the stored data must keep, looked at one by one for `crm verify`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.customers.merge_moves import left_behind
from crm_desktop.services.deposits import ledger_integrity
from crm_desktop.services.deposits.ledger_integrity import Fault
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import stored_prices
from crm_desktop.services.registry import Context, query
from crm_desktop.services.settings import load_shop
from crm_desktop.store import audit, triggers

PAGE = 500
MONEY = {
    "subtotal_satang": "sum",
    "discount_satang": "document_discount",
    "net_satang": "net",
    "vat_satang": "vat",
    "total_satang": "grand_total",
}
BROKEN_REQUESTS = """
SELECT r.id FROM request r JOIN document d ON d.id = r.document_id
WHERE r.state = 'waiting' AND r.matter IN ({matters})
  AND (d.state <> 'waiting' OR d.frozen_sha256 IS NULL OR d.frozen_sha256 <> r.frozen_sha256)
"""
UNASKED_PAPERS = """
SELECT d.draft_reference FROM document d WHERE d.state = 'waiting' AND NOT EXISTS (
    SELECT 1 FROM request r WHERE r.document_id = d.id AND r.state IN ('waiting', 'advised'))
"""
UNAPPROVED_PAPERS = """
SELECT COALESCE(d.number, d.draft_reference) FROM document d
LEFT JOIN request r ON r.id = d.approved_request_id AND r.document_id = d.id
WHERE d.kind IN ({kinds}) AND (d.number IS NOT NULL OR d.state = 'ready')
  AND (r.id IS NULL OR r.state NOT IN ('approved', 'advised'))
"""
UNANSWERED_REQUESTS = """
SELECT r.id FROM request r WHERE r.state IN ('approved', 'advised') AND NOT EXISTS (
    SELECT 1 FROM request_answer a WHERE a.request_id = r.id AND a.verdict IN ({answers}))
"""
UNLIKE_APPROVED = """
SELECT d.id, COALESCE(d.number, d.draft_reference), d.frozen_sha256, r.frozen_sha256, r.id
FROM document d JOIN request r ON r.id = d.approved_request_id
WHERE d.kind IN ({kinds}) AND (d.number IS NOT NULL OR d.state = 'ready')
  AND (r.matter NOT IN ({matters}) OR d.frozen_sha256 IS NULL
       OR d.frozen_sha256 <> r.frozen_sha256)
"""
HASHES = """
SELECT v.before, v.after FROM audit_line l JOIN audit_value v ON v.line_id = l.id
WHERE l.record = 'document' AND l.record_id = {id:d} AND v.field = 'frozen_sha256' ORDER BY l.id
"""
USED = "SELECT limits FROM request_answer WHERE request_id = {id:d} AND verdict = 'within'"
ANSWERS = ("own", "approve", "advise_for", "advise_against", "spoken", "confirm_spoken")
QUESTIONS = (
    ("request_inconsistent", BROKEN_REQUESTS),
    ("paper_waits_for_nobody", UNASKED_PAPERS),
    ("paper_without_approval", UNAPPROVED_PAPERS),
    ("approval_without_answer", UNANSWERED_REQUESTS),
)


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found; `line` and `head` are the end of the audit chain, to compare with a print."""

    faults: tuple[Fault, ...]
    line: int
    head: str
    papers: int


@query("system.verify")
def verify(context: Context) -> Verified:
    """Reads everything once; only the walk over the papers grows with the years."""
    papers = [0]
    faults = (
        *_database(context),
        *_chain(context),
        *_numbers(context),
        *_papers(context, papers),
        *_requests(context),
        *_merged(context),
        *ledger_integrity.faults(context),
    )
    line, head = audit.head(context.store)
    return Verified(faults, line, head, papers[0])


def _database(context: Context) -> Iterator[Fault]:
    for name in sorted(triggers.missing(context.store.database)):
        yield Fault("guard_missing", {"name": name})
    if context.store.engine == "sqlite":
        run = context.store.database.execute_sql
        for (told,) in run("PRAGMA integrity_check").fetchall():
            if told != "ok":
                yield Fault("file_not_whole", {"told": told})
        for table, row, parent, _ in run("PRAGMA foreign_key_check").fetchall():
            yield Fault("orphan_row", {"table": table, "row": row, "parent": parent})


def _chain(context: Context) -> Iterator[Fault]:
    for fault in audit.verify(context.store):
        yield Fault(fault.code, {"line": fault.line, "detail": fault.detail})


def _numbers(context: Context) -> Iterator[Fault]:
    """A series has as many base numbers as it has counted, whatever their pattern was."""
    pattern = load_shop(context)[0].number_pattern
    taken = _taken(context)
    series = context.t.number_series
    counted = set()
    for row in series.select().where(series.c.branch_code != "").dicts():
        key = (row["kind"], row["branch_code"], row["period"])
        counted.add(key)
        numbers = taken.get(key, set())
        if len(numbers) == row["last"]:
            continue
        named = {"kind": row["kind"], "branch": row["branch_code"], "period": row["period"]}
        wanted = {pattern.format(running=each, **named) for each in range(1, row["last"] + 1)}
        missing, foreign = sorted(wanted - numbers), sorted(numbers - wanted)
        shown = ", ".join([*missing, *foreign][:10]) or pattern.format(running=1, **named)
        yield Fault("numbers_not_gapless", {"numbers": shown})
    for key in sorted(taken.keys() - counted):
        yield Fault("numbers_not_gapless", {"numbers": ", ".join(sorted(taken[key])[:10])})


def _taken(context: Context) -> dict[tuple[str, str, str], set[str]]:
    """Base numbers by kind, branch and Buddhist month of their first issue."""
    document, branch = context.t.document, context.t.branch
    rows = (
        document.select(
            document.c.kind, branch.c.code, document.c.issued_at, document.c.base_number
        )
        .join(branch, on=(branch.c.id == document.c.branch_id))
        .where(document.c.number.is_null(False), document.c.revision == 1)
    )
    found: dict[tuple[str, str, str], set[str]] = {}
    for kind, code, issued_at, number in rows.tuples():
        period = f"{(int(issued_at[:4]) + 543) % 100:02d}{issued_at[5:7]}"
        found.setdefault((kind, code, period), set()).add(number)
    return found


def _papers(context: Context, seen: list[int]) -> Iterator[Fault]:
    """Every paper: its sums added up anew, and that what was frozen is what stands there."""
    document, last = context.t.document, 0
    while True:
        page = document.select().where(document.c.id > last).order_by(document.c.id).limit(PAGE)
        rows = list(page.dicts())
        for row in rows:
            yield from _paper(context, row)
        seen[0] += len(rows)
        if len(rows) < PAGE:
            return
        last = rows[-1]["id"]


def _paper(context: Context, row: Mapping[str, Any]) -> Iterator[Fault]:
    reference = row["number"] or row["draft_reference"]
    if KINDS[row["kind"]].lined and not _adds_up(context, row):
        yield Fault("paper_sums_wrong", {"reference": reference})
    frozen = row["frozen_sha256"]
    if frozen and documents.fingerprint(context, row["id"]) != frozen:
        yield Fault("paper_not_as_frozen", {"reference": reference})
    if row["number"] and not frozen:
        yield Fault("paper_never_frozen", {"reference": reference})


def _adds_up(context: Context, row: Mapping[str, Any]) -> bool:
    try:
        content = documents.content_of(context, row)
        priced = stored_prices(content, Decimal(row["vat_rate"]))
    except (Refused, ValueError):
        return False
    stored = [each["net_satang"] for each in documents.line_rows(context, row["id"])]
    return stored == [net.satang for net in priced.nets] and all(
        row[column] == getattr(priced.totals, name).satang for column, name in MONEY.items()
    )


def _requests(context: Context) -> Iterator[Fault]:
    """What was asked, answered and issued fits together."""
    asking = [kind for kind in KINDS.values() if kind.matter]
    named = {
        "kinds": _listed(kind.code for kind in asking),
        "matters": _listed(kind.matter or "" for kind in asking),
        "answers": _listed(ANSWERS),
    }
    run = context.store.database.execute_sql
    for code, sql in QUESTIONS:
        for (which,) in run(sql.format(**named)).fetchall():
            yield Fault(code, {"reference": str(which)})
    for document_id, reference, frozen, *approved in run(
        UNLIKE_APPROVED.format(**named)
    ).fetchall():
        if not _followed(context, document_id, frozen, *approved):
            yield Fault("approval_of_another_paper", {"reference": reference})


def _merged(context: Context) -> Iterator[Fault]:
    """Nothing points to a record that another stands for."""
    for table, record_id in left_behind(context):
        yield Fault("points_to_merged", {"table": table, "row": record_id})


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(f"'{text}'" for text in texts)


def _followed(
    context: Context, document_id: int, frozen: str | None, approved: str, request_id: int
) -> bool:
    """Whether changes on record, which the approval outlived, lead from one hash to the other:
    milder ones, or those within the limits of the answer."""
    run, at = context.store.database.execute_sql, approved
    within = {dict(json.loads(row[0]))["frozen"] for row in run(USED.format(id=request_id))}
    for before, after in run(HASHES.format(id=document_id)):
        if after and (before == at or after in within):
            at = after
    return approved != frozen and at == frozen
