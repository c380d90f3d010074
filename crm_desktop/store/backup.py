"""A copy of a SQLite database that was read back and found whole before anyone relies on it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from crm_desktop.domain.errors import Refused


def copy(source: Path, destination: Path) -> Path:
    """Writes a consistent copy while others work; Refused `backup_failed` if it does not verify.

    It reads through a connection of its own, for one that holds the write lock may not copy.
    """
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(destination)) as new:
            live.backup(new)
        with closing(sqlite3.connect(destination)) as written:
            found = written.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise Refused("backup_failed", path=str(destination), found=found)
    except BaseException:
        destination.unlink(missing_ok=True)
        raise
    return destination
