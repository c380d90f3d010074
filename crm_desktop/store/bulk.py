"""Many rows at once, a thousand times faster than one by one; the caller holds the transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain, islice
from typing import Any, TypeVar

from crm_desktop.store.ddl import engine_of
from crm_desktop.store.orm import OperationalError, peewee

T = TypeVar("T")
MOST_PARAMETERS = 6_000
LOADING_KIB = 128 * 1024
WIDE = 10
"""Rows of so many columns go one by one: SQLite reads a statement of many of them longer."""


def insert(
    database: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], end: str = ""
) -> None:
    """Inserts rows of values in the order of `columns`; `end` may say what a conflict does."""
    names = ", ".join(f'"{name}"' for name in columns)
    row = f"({', '.join([database.param] * len(columns))})"
    head = f"INSERT INTO {table} ({names}) VALUES "
    if engine_of(database) == "sqlite" and len(columns) >= WIDE:
        with peewee.__exception_wrapper__, closing(database.cursor()) as cursor:
            cursor.executemany(f"{head}{row} {end}", rows)
        return
    size = MOST_PARAMETERS // len(columns)
    waiting = iter(rows)
    while chunk := list(islice(waiting, size)):
        if len(chunk) == size and engine_of(database) == "postgresql":
            _copy(database, table, names, chain(chunk, waiting), end)
            return
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


@contextmanager
def loading(database: Any, tables: Sequence[str]) -> Iterator[None]:
    """Rows by the hundred thousand into `tables`: their indexes are made anew at the end, in order.

    The caller holds the transaction. Uniqueness that is more than the primary key's is told at
    the end, too; memory beside stays under `LOADING_KIB`.
    """
    indexes = _indexes(database, tables)
    for name, _ in indexes:
        database.execute_sql(f"DROP INDEX {name}")
    with roomy(database):
        yield
        for _, definition in indexes:
            database.execute_sql(definition)
        if engine_of(database) == "postgresql":  # it would plan for the empty tables of before
            database.execute_sql(f"ANALYZE {', '.join(tables)}")


@contextmanager
def roomy(database: Any) -> Iterator[None]:
    """Memory of `LOADING_KIB` for sorting and for pages that many rows come to again and again;
    the caller holds the transaction."""
    room = _give_room(database, LOADING_KIB)
    try:
        yield
    finally:
        if engine_of(database) == "sqlite":  # elsewhere it ends with the transaction
            _give_room(database, room)


@contextmanager
def straight(database: Any) -> Iterator[None]:
    """A SQLite file that nobody else has open gets new pages written once, at their place, instead
    of into the log and from there; what was there before is kept in a journal, by which a file that
    was left half-way is made as it was when it is opened next. Outside of transactions only."""
    wants = engine_of(database) == "sqlite" and database.pragma("journal_mode") == "wal"
    if wants:
        try:
            database.pragma("journal_mode", "delete")
        except OperationalError:  # somebody else has it open: then by the log, as ever
            wants = False
    try:
        yield
    finally:
        if wants:
            database.pragma("journal_mode", "wal")
            database.execute_sql("SELECT 1 FROM sqlite_master").fetchone()  # opens the log


def _give_room(database: Any, kib: int) -> int:
    """Lets sorting and pages in memory take so much; answers what they had."""
    if engine_of(database) == "sqlite":
        had = -int(database.pragma("cache_size"))
        database.pragma("cache_size", -kib)
        return had
    had = database.execute_sql(
        "SELECT setting::bigint FROM pg_settings WHERE name = 'maintenance_work_mem'"
    ).fetchone()[0]
    database.execute_sql(f"SET LOCAL maintenance_work_mem = {kib:d}")
    return int(had)


def _indexes(database: Any, tables: Sequence[str]) -> list[tuple[str, str]]:
    """Name and definition of every index of `tables` but those that are a constraint's."""
    marks = ", ".join([database.param] * len(tables))
    sql = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        f" AND tbl_name IN ({marks}) ORDER BY name",
        "postgresql": "SELECT i.indexname, i.indexdef FROM pg_indexes i"
        " WHERE i.schemaname = current_schema() AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)"
        f" AND i.tablename IN ({marks}) ORDER BY i.indexname",
    }
    found = database.execute_sql(sql[engine_of(database)], tuple(tables)).fetchall()
    return [(row[0], row[1]) for row in found]


def _copy(database: Any, table: str, names: str, rows: Iterable[Sequence[Any]], end: str) -> None:
    """PostgreSQL's own way for many rows; conflicts are settled from a table beside."""
    target = f"arriving_{table}" if end else table
    if end:
        database.execute_sql(
            f"CREATE TEMP TABLE {target} ON COMMIT DROP AS SELECT {names} FROM {table} WITH NO DATA"
        )
    with (
        peewee.__exception_wrapper__,  # as execute_sql does
        database.cursor() as cursor,
        cursor.copy(f"COPY {target} ({names}) FROM STDIN") as stream,
    ):
        for row in rows:
            stream.write_row(row)
    if end:
        database.execute_sql(f"INSERT INTO {table} ({names}) SELECT {names} FROM {target} {end}")
        database.execute_sql(f"DROP TABLE {target}")
