"""Views of lists: what a person keeps under a name, on whichever PC they sit down."""

from typing import Any

from crm_desktop.store.ddl import run

TABLES = """
CREATE TABLE list_view (
    id {id}, version {int} NOT NULL DEFAULT 1,
    person_id {int} NOT NULL REFERENCES person (id), list TEXT NOT NULL, name TEXT NOT NULL,
    content TEXT NOT NULL, opens {int} NOT NULL DEFAULT 0, created_at TEXT NOT NULL,
    removed_at TEXT
);
CREATE UNIQUE INDEX list_view_name ON list_view (person_id, list, name)
    WHERE removed_at IS NULL;
CREATE UNIQUE INDEX list_view_opens ON list_view (person_id, list)
    WHERE removed_at IS NULL AND opens = 1;
"""


def up(migrator: Any, db: Any) -> None:
    """Adds the table and its indexes; the runner wraps this in one transaction."""
    run(db, TABLES)
