"""Templates: lines and terms of a paper under a name, of one officer or of a whole branch."""

from typing import Any

from crm_desktop.store.ddl import run

TABLES = """
CREATE TABLE template (
    id {id}, version {int} NOT NULL DEFAULT 1,
    scope TEXT NOT NULL CHECK (scope IN ('person', 'branch')),
    owner_id {int} NOT NULL REFERENCES person (id),
    branch_id {int} NOT NULL REFERENCES branch (id),
    name TEXT NOT NULL, found_by TEXT NOT NULL, sort_key TEXT {bytewise} NOT NULL,
    content TEXT NOT NULL, created_at TEXT NOT NULL, removed_at TEXT
);
CREATE INDEX template_person ON template (owner_id, sort_key, id)
    WHERE scope = 'person' AND removed_at IS NULL;
CREATE INDEX template_branch ON template (branch_id, sort_key, id)
    WHERE scope = 'branch' AND removed_at IS NULL;
"""


def up(migrator: Any, db: Any) -> None:
    """Adds the table and its indexes; the runner wraps this in one transaction."""
    run(db, TABLES)
