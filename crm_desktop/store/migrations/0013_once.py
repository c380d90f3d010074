"""What a form asked for is done once, also where the connection broke before the answer came."""

from typing import Any

from crm_desktop.store.ddl import run

TABLES = """
CREATE TABLE done_once (
    token TEXT {bytewise} PRIMARY KEY, asked TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL
);
CREATE INDEX done_once_at ON done_once (at);
"""


def up(migrator: Any, db: Any) -> None:
    """Make the table; an old database has nothing to put in."""
    run(db, TABLES)
