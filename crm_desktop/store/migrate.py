"""Brings a database to this program's schema, or says that it cannot."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.store import backup, triggers
from crm_desktop.store.ddl import engine_of

FOLDER = Path(__file__).parent / "migrations"
HISTORY = "schema_migration"
LOCK = 0x6372_6D33


def known() -> list[str]:
    """The migrations this program brings, in order."""
    return sorted(path.stem for path in FOLDER.glob("[0-9]*.py"))


def applied(database: Any) -> list[str]:
    """The migrations this database has had; empty for a new one."""
    if not database.table_exists(HISTORY):
        return []
    rows = database.execute_sql(f"SELECT name FROM {HISTORY} ORDER BY name")
    return [row[0] for row in rows.fetchall()]


def pending(database: Any) -> list[str]:
    """What is still to be run; raises Refused `database_newer` for a newer program's database."""
    done = applied(database)
    newer = sorted(set(done) - set(known()))
    if newer:
        raise Refused("database_newer", found=newer[-1], known=known()[-1])
    return [name for name in known() if name not in done]


def up(database: Any) -> list[str]:
    """Runs what is pending and returns its names; a SQLite file with data is copied first.

    All of it is one transaction, so that a failure leaves the old version; of two copies that
    start at once the second waits and finds the work done. Refused `database_foreign` for the
    tables of another program.
    """
    if not pending(database):
        return []
    from playhouse.migrations import Runner  # late: it loads every driver there is

    with _alone(database):
        if not pending(database):
            return []
        if applied(database):
            _back_up(database)
        elif database.get_tables():
            raise Refused("database_foreign")
        done = [str(name) for name in Runner(database, str(FOLDER), HISTORY).up()]
        triggers.recreate(database)
    return done


@contextmanager
def _alone(database: Any) -> Iterator[None]:
    """The one transaction; SQLite would not let go of its foreign keys once inside."""
    if engine_of(database) == "postgresql":
        with database.atomic():
            database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            yield
        return
    database.pragma("foreign_keys", 0)
    try:
        with database.atomic():
            yield
    finally:
        database.pragma("foreign_keys", 1)


def _back_up(database: Any) -> None:
    """A server has backups of its own; a file gets its copy beside it."""
    if engine_of(database) == "sqlite":
        path = Path(database.database)
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        backup.copy(path, path.with_name(f"{path.stem}-before-{known()[-1]}-{moment}.db"))
