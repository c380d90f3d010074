"""A page at a time, by the key of the last row, so that depth costs nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crm_desktop.store import Store, search
from crm_desktop.store.orm import SQL, NodeList

LARGEST_PAGE = 500
MOST_FOUND = 200


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list wants: an order, words to find, filters, and where the last page ended."""

    sort: str | None = None
    descending: bool = False
    text: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)
    after: tuple[Any, ...] | None = None
    limit: int = 100


def keyset(rows: Any, key: Any, record_id: Any, wanted: ListQuery) -> list[Any]:
    """The rows behind `wanted.after` in the order of (`key`, `record_id`), one more than asked.

    `rows` is a peewee select; the extra row tells whether there is a next page.
    """
    by_id = key is record_id
    if wanted.after is not None:
        value, last = wanted.after
        if by_id:
            rows = rows.where(record_id < last if wanted.descending else record_id > last)
        else:
            reached = key <= value if wanted.descending else key >= value
            beyond = key < value if wanted.descending else key > value
            further = record_id < last if wanted.descending else record_id > last
            rows = rows.where(reached, beyond | further)
    columns = (record_id,) if by_id else (key, record_id)
    order = [column.desc() if wanted.descending else column.asc() for column in columns]
    return list(rows.order_by(*order).limit(min(wanted.limit, LARGEST_PAGE) + 1).dicts())


def along(store: Store, wanted: ListQuery, column: Any) -> Any:
    """`column` for a condition that most papers meet, such as their branch or kind.

    Where nothing else narrows the list, SQLite, which does not count rows, would gather all of
    them by it and sort them for every page, instead of reading along the order asked for.
    PostgreSQL counts, and chooses by itself.
    """
    narrowed = wanted.text.strip() or any(
        value for name, value in wanted.filters.items() if name != "kind"
    )
    return column if narrowed else unindexed(store, column)


def unindexed(store: Store, column: Any) -> Any:
    """`column` for a condition that SQLite is to check row by row, not to look up."""
    return column if store.engine == "postgresql" else NodeList((SQL("+"), column), "")


def found(store: Store, table: Any, rows: Any, wanted: ListQuery) -> list[dict[str, Any]]:
    """Those of `rows`, a peewee select on `table`, that `wanted.text` finds, best first; further
    ones are looked for only where filters left room on the page."""
    best: list[dict[str, Any]] = []
    for most in (wanted.limit, MOST_FOUND):
        ids = search.find(store, table.__name__, wanted.text, most)
        read = {row["id"]: row for row in rows.where(table.c.id.in_(ids)).dicts()}
        best = [read[each] for each in ids if each in read]
        if len(best) >= wanted.limit or len(ids) < most:
            break
    return best[: wanted.limit]
