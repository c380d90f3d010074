"""What went out to the ERP and in which batch, and what its watched folder brought in."""

from typing import Any

from crm_desktop.store.ddl import run

TABLES = """
CREATE TABLE erp_batch (
    id {id}, subject TEXT NOT NULL CHECK (subject IN ('orders', 'deposits')),
    records {int} NOT NULL CHECK (records > 0), by_id {int} REFERENCES person (id),
    branch_id {int} REFERENCES branch (id), at TEXT NOT NULL
);
CREATE TABLE erp_sent (
    id {id}, batch_id {int} NOT NULL REFERENCES erp_batch (id),
    what TEXT NOT NULL CHECK (what IN ('order', 'cancel', 'deposit')), record_id {int} NOT NULL,
    UNIQUE (what, record_id)
);
CREATE INDEX erp_sent_of ON erp_sent (batch_id, id);
CREATE TABLE watched_file (
    id {id}, version {int} NOT NULL DEFAULT 1, kind TEXT NOT NULL, file TEXT NOT NULL,
    claim TEXT NOT NULL, sha256 TEXT NOT NULL, size {int} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'failed')), added {int} NOT NULL DEFAULT 0,
    updated {int} NOT NULL DEFAULT 0, skipped {int} NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '', put_away {int} NOT NULL DEFAULT 0, at TEXT NOT NULL,
    settled_at TEXT, settled_by_id {int} REFERENCES person (id)
);
CREATE INDEX watched_file_claim ON watched_file (claim) WHERE put_away = 0;
CREATE INDEX watched_file_failed ON watched_file (id) WHERE state = 'failed' AND settled_at IS NULL;
CREATE TABLE watched_seen (
    id {id}, file TEXT NOT NULL UNIQUE, size {int} NOT NULL, changed_ns {int} NOT NULL,
    since TEXT NOT NULL, tries {int} NOT NULL DEFAULT 0
);
"""


def up(migrator: Any, db: Any) -> None:
    """Add tables; the runner wraps this in one transaction."""
    run(db, TABLES)
