"""Where the store holds something of a person, table by table.

A test reads the schema and fails for a table that leads to a customer and is named nowhere here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from crm_desktop.services.registry import Context

PAPERS = "SELECT id FROM document WHERE customer_id IN ({people})"
OF_PAPER = f"document_id IN ({PAPERS})"
OF_DEPOSIT = f"deposit_id IN ({PAPERS})"
OF_REQUEST = "request_id IN (SELECT id FROM request WHERE customer_id IN ({people}))"
OF_VISIT = "visit_id IN (SELECT id FROM visit WHERE customer_id IN ({people}))"
OF_DELIVERY = f"delivery_id IN (SELECT id FROM delivery WHERE {OF_PAPER})"
OF_PERSON = "customer_id IN ({people})"
LASTING = "survivor_id IN ({people}) AND merged_at IS NOT NULL AND undone_at IS NULL"


@dataclass(frozen=True, slots=True)
class Holding:
    """A table with what of it is a person's. `hidden` columns are the shop's own business or say
    again what another says, `words` are free texts about the person, which anonymisation empties
    wherever they stand."""

    table: str
    where: str = OF_PERSON
    hidden: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    file: str = ""


HELD: tuple[Holding, ...] = (
    Holding(
        "customer",
        "id IN ({people})",
        ("bare_name", "sort_key", "near_front", "near_back", "looked_version", "lacking"),
    ),
    Holding("customer_phone", hidden=("reversed",)),
    Holding("customer_contact"),
    Holding("customer_address"),
    Holding("customer_consent"),
    Holding("customer_credit"),
    Holding("customer_merge", LASTING),
    Holding("customer_merge_part", words=("before",)),
    Holding("customer_erasure"),
    Holding("document", hidden=("frozen_sha256",)),
    Holding("document_line", OF_PAPER),
    Holding("document_party", OF_PAPER),
    Holding("document_print", OF_PAPER),
    Holding("attachment", OF_PAPER, file="content"),
    Holding("delivery", OF_PAPER),
    Holding("delivery_line", OF_DELIVERY),
    Holding("deposit", OF_PAPER),
    Holding("deposit_entry", OF_DEPOSIT),
    Holding("deposit_claim", OF_DEPOSIT),
    Holding("receivable"),
    Holding("payment"),
    Holding("sale_bill"),
    Holding("promise", OF_PAPER, words=("reason",)),
    Holding("telling", OF_PAPER, words=("words",)),
    Holding("follow_up", OF_PAPER, words=("note",)),
    Holding("objection", OF_PAPER, words=("words", "answer")),
    Holding("price_call", OF_PAPER, words=("note",)),
    Holding(
        "request",
        hidden=(
            *("facts", "decision", "frozen_sha256", "limits", "used_facts", "room", "detail"),
            *("competitor", "competitor_satang"),
        ),
    ),
    Holding("request_answer", OF_REQUEST, ("limits",)),
    Holding("letter", OF_REQUEST, ("address", "body", "failure")),
    Holding("visit", words=("purpose", "promised")),
    Holding("visit_photo", OF_VISIT, file="content"),
    Holding("timeline"),
)
"""In the order in which a reader looks for it."""

NOT_THEIRS: dict[str, str] = {
    "customer_pair": "two records that look alike: it names another customer",
    "customer_merge_move": "pointers of a merge, no word about anybody",
    "request_step": "who of the shop was to answer",
    "price_call_line": "goods and their list prices",
    "supplier_quote": "what a supplier offered the shop",
    "goods_move": "goods on their way; why they did not go stands with the paper",
    "goods_stage": "goods on their way",
    "receipt": "goods taken in from a supplier",
    "receipt_line": "goods taken in from a supplier",
    "arrival_move": "goods taken in from a supplier",
    "arrival_pool": "goods taken in from a supplier",
}
"""What leads to a customer and is not held of them, with the reason."""

AUDITED = ("customer_note", "tax_number_view", "held_data", *(each.table for each in HELD))
"""What the audit calls records of a customer."""

Rows = Iterator[dict[str, Any]]


def rows(context: Context, holding: Holding, people: Iterable[int]) -> Rows:
    """What a table holds of these, in the order it came."""
    where = holding.where.format(people=", ".join(map(str, people)))
    order = (
        "" if holding.table in ("document_party", "deposit", "customer_credit") else "ORDER BY id"
    )
    cursor = context.store.database.execute_sql(
        f"SELECT * FROM {holding.table} WHERE {where} {order}"
    )
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        yield dict(zip(names, row, strict=True))


def ids_in(context: Context, holding: Holding, people: Iterable[int]) -> list[int]:
    """The rows of a table that are theirs, by id."""
    where = holding.where.format(people=", ".join(map(str, people)))
    text = f"SELECT id FROM {holding.table} WHERE {where} ORDER BY id"
    return [row[0] for row in context.store.database.execute_sql(text).fetchall()]
