"""Privacy: who was anonymised and what of their papers is still kept, and the lists of what is
due; what may only grow may from now on be emptied of a person's words."""

from typing import Any

from crm_desktop.store.ddl import run

TABLES = """
ALTER TABLE customer ADD COLUMN erased_at TEXT;
CREATE INDEX customer_quiet ON customer (COALESCE(contact_on, substr(created_at, 1, 10)), id)
    WHERE erased_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX attachment_age ON attachment (at, id);
CREATE INDEX request_of_customer ON request (customer_id, id);
CREATE TABLE customer_erasure (
    id {id}, customer_id {int} NOT NULL UNIQUE REFERENCES customer (id),
    code TEXT NOT NULL, reason TEXT NOT NULL, papers_until TEXT,
    by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX customer_erasure_papers ON customer_erasure (papers_until, id)
    WHERE papers_until IS NOT NULL;
"""


def up(migrator: Any, db: Any) -> None:
    """Adds a column, a table and indexes; the runner then makes the guards anew."""
    run(db, TABLES)
