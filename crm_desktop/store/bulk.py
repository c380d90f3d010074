"""Many rows at once, a thousand times faster than one by one; the caller holds the transaction."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")
MOST_PARAMETERS = 6_000


def insert(
    database: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], end: str = ""
) -> None:
    """Inserts rows of values in the order of `columns`; `end` may say what a conflict does."""
    row = f"({', '.join([database.param] * len(columns))})"
    names = ", ".join(f'"{name}"' for name in columns)
    head = f"INSERT INTO {table} ({names}) VALUES "
    for chunk in chunks(rows, MOST_PARAMETERS // len(columns)):
        values = [value for each in chunk for value in each]
        database.execute_sql(head + ", ".join([row] * len(chunk)) + " " + end, values)


def rows_in(database: Any, sql: str, ids: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of `sql`, whose `{ids}` stands for a list, a chunk of ids at a time."""
    for chunk in chunks(ids, MOST_PARAMETERS):
        marks = ", ".join([database.param] * len(chunk))
        yield from database.execute_sql(sql.format(ids=marks), chunk).fetchall()


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk
