"""A copy of a SQLite database that was read back and found whole before anyone relies on it."""

import sqlite3
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused


def copy(database: Any, destination: Path) -> Path:
    """Writes a consistent copy while others work; Refused `backup_failed` if it does not verify."""
    destination.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(destination) as target:
        database.connection().backup(target)
    target.close()
    check = sqlite3.connect(destination)
    try:
        found = check.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        check.close()
    if found != "ok":
        raise Refused("backup_failed", path=str(destination))
    return destination
