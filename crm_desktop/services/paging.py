"""A page at a time, by the key of the last row, so that depth costs nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LARGEST_PAGE = 500


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
