"""Brings a database to this program's schema, or says that it cannot."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.store import backup, triggers
from crm_desktop.store.ddl import engine_of

FOLDER = Path(__file__).parent / "migrations"
HISTORY = "schema_migration"


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


def up(database: Any, backup_name: Callable[[], Path] | None = None) -> list[str]:
    """Runs what is pending and returns its names; a SQLite file with data is copied first.

    Two copies of the program may start at once: whoever comes second finds the work done.
    """
    from playhouse.migrations import Runner

    todo = pending(database)
    if not todo:
        return []
    if engine_of(database) == "sqlite" and applied(database):
        backup.copy(database, (backup_name or (lambda: _beside(database)))())
    try:
        done = [str(name) for name in Runner(database, str(FOLDER), HISTORY).up()]
    except Exception:
        if pending(database):
            raise
        return []
    with database.atomic():
        triggers.recreate(database)
    return done


def _beside(database: Any) -> Path:
    path = Path(database.database)
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return path.with_name(f"{path.stem}-before-{known()[-1]}-{moment}.db")
