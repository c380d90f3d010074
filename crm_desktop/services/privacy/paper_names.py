"""Papers and the names on them: which keep what was printed, and how the others let go of it."""

import hashlib
import json
from base64 import b64decode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.customers.customers import printed_party
from crm_desktop.services.papers import documents
from crm_desktop.services.privacy.terms import terms_and_version
from crm_desktop.services.privacy.values import empty_values, forget_gone
from crm_desktop.services.registry import Context
from crm_desktop.store import bulk

WORDS = (*("contact", "project", "delivery_address", "remarks", "received_name", "lost_reason"),)
"""Of a paper, what people typed about a person."""
MOVED: dict[str, tuple[str, tuple[str, ...]]] = {
    "delivery": ("document_id", ("receiver", "note")),
    "deposit_entry": ("deposit_id", ("reference", "reason")),
    "deposit_claim": ("deposit_id", ("payee", "reason")),
    "deposit": ("document_id", ("payer",)),
    "request": ("document_id", ("reason", "competitor")),
    "goods_move": ("document_id", ("note",)),
    "supplier_quote": ("document_id", ("note",)),
}
STAYING = ("signature", "quote")
"""A signature is pointed to, so it is blanked; a supplier's quote is no word about the person."""
BLANK = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjRcwAAAABJRU5ErkJggg=="
)
DATED = """
SELECT d.id, d.kind, d.number, substr(d.issued_at, 1, 10),
    (SELECT MAX(e.dated) FROM deposit_entry e WHERE e.deposit_id = d.id),
    (SELECT MAX(v.delivered_on) FROM delivery v WHERE v.document_id = d.id)
FROM document d WHERE d.customer_id IN ({people}) ORDER BY d.id
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the customer; `kept_until` is the last day on which it keeps its names, None
    where it has nothing to keep them for."""

    id: int
    kind: str
    kept_until: date | None


def papers(context: Context, people: Iterable[int]) -> tuple[Paper, ...]:
    """All of them. What was issued is kept as the law says, counted from the last money or goods
    on it; what never got a number is nobody's proof."""
    terms = terms_and_version(context)[0]
    listed = ", ".join(map(str, people))
    found = []
    for paper_id, kind, number, *days in context.store.database.execute_sql(
        DATED.format(people=listed)
    ).fetchall():
        last = max(filter(None, days), default=None)
        until = terms.paper_kept_until(date.fromisoformat(last)) if number and last else None
        kept = until if until and until >= context.today else None
        found.append(Paper(paper_id, kind, kept))
    return tuple(found)


def files(context: Context, listed: Sequence[Paper]) -> list[int]:
    """Photos, drawings and scans that go: those that no kept paper shows or is signed with."""
    table, gone = context.t.attachment, []
    kept = {paper.id for paper in listed if paper.kept_until}
    columns = (table.c.id, table.c.document_id, table.c.use, table.c.printed)
    for chunk in bulk.chunks([paper.id for paper in listed], 500):
        rows = table.select(*columns).where(table.c.document_id << chunk)
        for file_id, paper_id, use, printed in rows.tuples():
            if use not in STAYING and not (printed and paper_id in kept):
                gone.append(file_id)
    return gone


def empty(context: Context, listed: Sequence[Paper]) -> list[date]:
    """Empties every paper that need not keep its names; answers until when the others do."""
    table, gone = context.t.attachment, files(context, listed)
    for chunk in bulk.chunks(gone, 500):
        table.delete().where(table.c.id << chunk).execute()
    empty_values(context, "attachment", gone, ("name",))
    forget_gone(context, "attachment", "detached", "document_id", [paper.id for paper in listed])
    for paper in listed:
        if paper.kept_until is None:
            _empty(context, paper)
    context.touched |= {"attachment", "document"}
    return [paper.kept_until for paper in listed if paper.kept_until]


def _empty(context: Context, paper: Paper) -> None:
    row = context.row("document", paper.id)
    document, told = context.t.document, _without_words(paper.kind, row["facts"])
    values = dict.fromkeys(WORDS, "") | {"facts": told}
    document.update(**values).where(document.c.id == paper.id).execute()
    _empty_beside(context, paper.id)
    empty_values(context, "document", [paper.id], (*WORDS, "facts"))
    if row["frozen_sha256"]:
        _refreeze(context, paper.id, row)


def _without_words(kind: str, facts: str) -> str:
    """Days and choices stay, for lists and sums read them."""
    plain = {fact.key for fact in KINDS[kind].facts if fact.type in ("day", "choice")}
    kept = {key: value for key, value in json.loads(facts).items() if key in plain}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _empty_beside(context: Context, document_id: int) -> None:
    """Who received the goods, who paid, whose account: with the paper they were for."""
    run = context.store.database.execute_sql
    for table, (column, words) in MOVED.items():
        key = column if table == "deposit" else "id"
        found = run(f"SELECT {key} FROM {table} WHERE {column} = {document_id:d}").fetchall()
        emptied = ", ".join(f"{name} = ''" for name in words)
        run(f"UPDATE {table} SET {emptied} WHERE {column} = {document_id:d}")
        empty_values(context, table, [row[0] for row in found], words)
    parts = f"delivery_id IN (SELECT id FROM delivery WHERE document_id = {document_id:d})"
    found = run(f"SELECT id FROM delivery_line WHERE {parts}").fetchall()
    run(f"UPDATE delivery_line SET mismatch = '' WHERE {parts}")
    empty_values(context, "delivery_line", [row[0] for row in found], ("mismatch",))
    asked = f"request_id IN (SELECT id FROM request WHERE document_id = {document_id:d})"
    run(f"UPDATE request_answer SET note = '' WHERE {asked}")
    run(f"UPDATE deposit SET details = '{{}}' WHERE document_id = {document_id:d}")
    empty_values(context, "deposit", [document_id], ("details",))
    attachment = context.t.attachment
    blank = {"name": "-", "mime": "image/png", "content": BLANK, "size": len(BLANK)}
    blank["sha256"] = hashlib.sha256(BLANK).hexdigest()
    signed = (attachment.c.document_id == document_id) & (attachment.c.use == "signature")
    attachment.update(**blank).where(signed).execute()
    hung = attachment.select(attachment.c.id).where(attachment.c.document_id == document_id)
    empty_values(context, "attachment", [row[0] for row in hung.tuples()], ("name",))


def _refreeze(context: Context, document_id: int, row: dict[str, str]) -> None:
    """The print is another now; that one followed from the other stands in the audit."""
    table, document = context.t.document_party, context.t.document
    for party in context.rows("document_party", document_id=document_id):
        said = json.loads(party["customer"])
        said["customer"] = printed_party(context, int(row["customer_id"]), row["language"])
        text = json.dumps(said, ensure_ascii=False, sort_keys=True)
        table.update(customer=text).where(table.c.document_id == document_id).execute()
    now = documents.fingerprint(context, document_id)
    document.update(frozen_sha256=now).where(document.c.id == document_id).execute()
    attachment = context.t.attachment
    covered = (attachment.c.document_id == document_id) & (attachment.c.covers != "")
    attachment.update(covers=now).where(covered).execute()
    changed = {"frozen_sha256": row["frozen_sha256"]}, {"frozen_sha256": now}
    context.audit("document", document_id, "anonymised", *changed)
