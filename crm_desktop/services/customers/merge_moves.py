"""What points to a customer, table by table, and how it comes to point to another and back.

A test reads the schema and fails for a pointer that is named nowhere here.
"""

from collections.abc import Iterator
from typing import Any

from crm_desktop.services.registry import Context
from crm_desktop.store import bulk

MOVED: tuple[tuple[str, str], ...] = (
    ("document", "customer_id"),
    ("request", "customer_id"),
    ("visit", "customer_id"),
    ("receivable", "customer_id"),
    ("sale_bill", "customer_id"),
    ("payment", "customer_id"),
    ("customer", "merged_into_id"),
)
"""Table and column: these point to the survivor from the merge on."""

THROUGH_ALIAS: tuple[tuple[str, str], ...] = (
    ("timeline", "customer_id"),
    ("customer_consent", "customer_id"),
)
"""What may only grow stays with the record it was written for and is read through `aliases`."""

OWN: tuple[tuple[str, str], ...] = (
    ("customer_contact", "customer_id"),
    ("customer_phone", "customer_id"),
    ("customer_address", "customer_id"),
    ("customer_credit", "customer_id"),
)
"""Parts of the record itself: united in the survivor, kept whole for the way back."""

AS_IT_WAS: tuple[tuple[str, str], ...] = (
    ("document", "frozen_customer_id"),
    ("customer_pair", "one_id"),
    ("customer_pair", "other_id"),
    ("customer_merge", "survivor_id"),
    ("customer_merge_part", "customer_id"),
    ("customer_erasure", "customer_id"),
)
"""What names a record because it is about that record: who was printed, who looked alike, who was
merged, who was anonymised."""

MOST_ROUNDS = 5
LOG = ("merge_id", "record", "record_id", "column_name", "from_id")


def move_all(context: Context, merge_id: int, lost_id: int, survivor_id: int) -> int:
    """Lets everything that points to the lost record point to the survivor, on record; answers
    how much that was.

    On PostgreSQL somebody may have written about the lost record until a moment ago: whoever was
    waited for is found in another round.
    """
    count = 0
    for _ in range(MOST_ROUNDS):
        moved = sum(_move(context, merge_id, *each, lost_id, survivor_id) for each in MOVED)
        count += moved
        if not moved or context.store.engine == "sqlite":
            break
    return count


def _move(
    context: Context, merge_id: int, table: str, column: str, lost_id: int, survivor_id: int
) -> int:
    database, mark = context.store.database, context.store.database.param
    found = database.execute_sql(
        f"SELECT id FROM {table} WHERE {column} = {mark} ORDER BY id", (lost_id,)
    )
    ids = [row[0] for row in found.fetchall()]
    if not ids:
        return 0
    frozen = ""
    if (table, column) == MOVED[0]:
        # What was printed, or is as it will print, keeps its customer: the hash is over it.
        frozen = ", frozen_customer_id = CASE WHEN frozen_sha256 IS NULL THEN frozen_customer_id"
        frozen += " ELSE COALESCE(frozen_customer_id, customer_id) END"
    text = f"UPDATE {table} SET {column} = {mark}{frozen} WHERE {column} = {mark}"
    database.execute_sql(text, (survivor_id, lost_id))
    rows = ((merge_id, table, each, column, lost_id) for each in ids)
    bulk.insert(database, "customer_merge_move", LOG, rows)
    context.touched.add(table)
    return len(ids)


def strayed(context: Context, merge_id: int, survivor_id: int) -> Iterator[tuple[str, int]]:
    """What was moved and points to somebody else by now, or is gone: table and id."""
    database, mark = context.store.database, context.store.database.param
    for table, column in MOVED:
        text = (
            f"SELECT m.record_id FROM customer_merge_move m LEFT JOIN {table} t"
            f" ON t.id = m.record_id AND t.{column} = {mark}"
            f" WHERE m.merge_id = {mark} AND m.record = {mark} AND m.column_name = {mark}"
            " AND t.id IS NULL ORDER BY m.record_id"
        )
        for row in database.execute_sql(text, (survivor_id, merge_id, table, column)).fetchall():
            yield table, row[0]


def move_back(context: Context, merge_id: int) -> int:
    """Lets each of them point again to where it did, and answers how many; a paper that was frozen
    in the survivor's name since stays there with what was asked about it."""
    database, mark = context.store.database, context.store.database.param
    stays = _frozen_since(context, merge_id)
    groups: dict[tuple[str, str, int], list[int]] = {}
    for move in context.rows("customer_merge_move", "id", merge_id=merge_id):
        if (move["record"], move["record_id"]) not in stays:
            key = (move["record"], move["column_name"], move["from_id"])
            groups.setdefault(key, []).append(move["record_id"])
    for (table, column, from_id), ids in groups.items():
        for chunk in bulk.chunks(ids, 500):
            marks = ", ".join([mark] * len(chunk))
            text = f"UPDATE {table} SET {column} = {mark} WHERE id IN ({marks})"
            database.execute_sql(text, (from_id, *chunk))
            if (table, column) == MOVED[0]:
                text = f"UPDATE document SET frozen_customer_id = NULL WHERE id IN ({marks})"
                text += " AND frozen_customer_id = customer_id"
                database.execute_sql(text, chunk)
        context.touched.add(table)
    return sum(map(len, groups.values()))


def _frozen_since(context: Context, merge_id: int) -> frozenset[tuple[str, int]]:
    """Papers that were drafts at the merge and are frozen by now, whose hash is over the survivor,
    and the requests about them: table and id."""
    database, mark = context.store.database, context.store.database.param
    text = (
        "SELECT d.id, r.id FROM customer_merge_move m JOIN document d ON d.id = m.record_id"
        f" LEFT JOIN request r ON r.document_id = d.id WHERE m.merge_id = {mark}"
        " AND m.record = 'document' AND d.frozen_sha256 IS NOT NULL"
        " AND d.frozen_customer_id IS NULL"
    )
    rows = database.execute_sql(text, (merge_id,)).fetchall()
    papers = {("document", row[0]) for row in rows}
    return frozenset(papers | {("request", row[1]) for row in rows if row[1] is not None})


def parted(context: Context, survivor_id: int, lost_id: int, through: tuple[int, ...] = ()) -> str:
    """Until when the one stood for the other, as stored: over a third record too, then until the
    first of those merges was undone; empty where it never did, or does."""
    database, mark = context.store.database, context.store.database.param
    text = (
        "SELECT m.survivor_id, MAX(m.undone_at) FROM customer_merge_part p"
        f" JOIN customer_merge m ON m.id = p.merge_id WHERE p.customer_id = {mark}"
        f" AND m.survivor_id <> {mark} AND m.undone_at IS NOT NULL GROUP BY m.survivor_id"
    )
    latest, beyond = "", (*through, lost_id)
    for over, until in database.execute_sql(text, (lost_id, lost_id)).fetchall():
        if over == survivor_id:
            latest = max(latest, until)
        elif over not in through:
            latest = max(latest, min(until, parted(context, survivor_id, over, beyond)))
    return latest


def left_behind(context: Context) -> Iterator[tuple[str, int]]:
    """Whatever points to a record that was merged, for `crm verify`: there is nothing."""
    for table, column in MOVED:
        text = (
            f"SELECT t.id FROM customer c JOIN {table} t ON t.{column} = c.id"
            " WHERE c.merged_into_id IS NOT NULL ORDER BY t.id LIMIT 20"
        )
        for row in context.store.database.execute_sql(text).fetchall():
            yield table, row[0]


def counts(context: Context, customer_ids: list[int]) -> dict[str, int]:
    """How much points to these, by table; for the preview."""
    found: dict[str, Any] = {}
    for table, column in MOVED[:-1]:
        text = f"SELECT COUNT(*) FROM {table} WHERE {column} IN ({{ids}})"
        found[table] = sum(
            row[0] for row in bulk.rows_in(context.store.database, text, customer_ids)
        )
    return {table: count for table, count in found.items() if count}
