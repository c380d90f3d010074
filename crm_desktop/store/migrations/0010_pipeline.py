"""Quotations lived: stages, expected close, receipt, follow-ups done, objections, price rises."""

from typing import Any

from crm_desktop.store.ddl import run

COLUMNS = """
ALTER TABLE document ADD COLUMN stage_at TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN reached {int} NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN closed_on TEXT;
ALTER TABLE document ADD COLUMN expected_on TEXT;
ALTER TABLE document ADD COLUMN expected_by_hand {int} NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN follow_due_on TEXT;
ALTER TABLE document ADD COLUMN received_at TEXT;
ALTER TABLE document ADD COLUMN received_name TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN received_how TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN lost_code TEXT NOT NULL DEFAULT '';
"""

# What the papers of before went through stands on their timeline.
FILL = """
UPDATE document SET stage_at = COALESCE((SELECT MAX(at) FROM timeline
    WHERE subject = 'quotation' AND subject_id = document.id AND event IN
        ('submit', 'approve_own', 'keep_within', 'approve', 'approve_within', 'proceed', 'return',
        'reject', 'recall', 'issue', 'void', 'cancel', 'confirm_receipt', 'negotiate', 'accept',
        'lose', 'expire', 'supersede')), created_at)
    WHERE kind = 'QT';
UPDATE document SET reached = 1 + (CASE WHEN EXISTS (SELECT 1 FROM timeline
    WHERE subject = 'quotation' AND subject_id = document.id AND event = 'confirm_receipt')
    THEN 2 ELSE 0 END) + (CASE WHEN EXISTS (SELECT 1 FROM timeline
    WHERE subject = 'quotation' AND subject_id = document.id AND event = 'negotiate')
    THEN 4 ELSE 0 END)
    WHERE kind = 'QT' AND number IS NOT NULL;
UPDATE document SET received_at = (SELECT MAX(at) FROM timeline
    WHERE subject = 'quotation' AND subject_id = document.id AND event = 'confirm_receipt')
    WHERE kind = 'QT' AND number IS NOT NULL;
UPDATE document SET closed_on = SUBSTR(stage_at, 1, 10)
    WHERE kind = 'QT' AND state IN ('accepted', 'lost', 'expired');
UPDATE document SET expected_on = valid_until, follow_due_on = follow_up_on
    WHERE kind = 'QT' AND state IN ('issued', 'received', 'negotiating');
"""

INDEXES = """
CREATE INDEX document_board ON document (state, stage_at, id, branch_id, owner_id, total_satang)
    WHERE kind = 'QT';
CREATE INDEX document_closed
    ON document (closed_on, id, state, branch_id, owner_id, reached, total_satang)
    WHERE closed_on IS NOT NULL;
CREATE INDEX document_expected ON document (expected_on, id, state, branch_id, owner_id,
    total_satang) WHERE state IN ('issued', 'received', 'negotiating');
CREATE INDEX document_next_call ON document (follow_up_on, id, branch_id, owner_id)
    WHERE follow_up_on IS NOT NULL;
"""

TABLES = """
CREATE TABLE follow_up (
    id {id}, document_id {int} NOT NULL REFERENCES document (id),
    branch_id {int} NOT NULL REFERENCES branch (id),
    owner_id {int} NOT NULL REFERENCES person (id), due_on TEXT NOT NULL, done_on TEXT,
    how TEXT NOT NULL, result TEXT NOT NULL, note TEXT NOT NULL,
    by_id {int} REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX follow_up_of ON follow_up (document_id, id);
CREATE INDEX follow_up_due ON follow_up (due_on, branch_id, owner_id, done_on);
CREATE TABLE objection (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), code TEXT NOT NULL,
    words TEXT NOT NULL, answer TEXT NOT NULL, by_id {int} NOT NULL REFERENCES person (id),
    at TEXT NOT NULL
);
CREATE INDEX objection_of ON objection (document_id, id);
CREATE INDEX objection_at ON objection (at, code);
CREATE TABLE forecast_kept (
    id {id}, kept_month TEXT NOT NULL, kept_on TEXT NOT NULL, month TEXT NOT NULL,
    branch_id {int} NOT NULL REFERENCES branch (id),
    owner_id {int} NOT NULL REFERENCES person (id), state TEXT NOT NULL, papers {int} NOT NULL,
    value_satang {int} NOT NULL, weighted_satang {int} NOT NULL,
    UNIQUE (kept_month, month, branch_id, owner_id, state)
);
CREATE TABLE price_call (
    id {id}, version {int} NOT NULL DEFAULT 1,
    document_id {int} NOT NULL REFERENCES document (id),
    branch_id {int} NOT NULL REFERENCES branch (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'told', 'over')), found_on TEXT NOT NULL,
    worth_satang {int} NOT NULL, rise_satang {int} NOT NULL, valid_until TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '', told_by_id {int} REFERENCES person (id), told_at TEXT
);
CREATE UNIQUE INDEX price_call_open ON price_call (document_id) WHERE state = 'open';
CREATE INDEX price_call_worth ON price_call (worth_satang, id) WHERE state = 'open';
CREATE INDEX price_call_until ON price_call (valid_until, id) WHERE state = 'open';
CREATE INDEX price_call_told ON price_call (document_id, id);
CREATE TABLE price_call_line (
    id {id}, price_call_id {int} NOT NULL REFERENCES price_call (id), position {int} NOT NULL,
    product_id {int} NOT NULL REFERENCES product (id), code TEXT NOT NULL,
    description TEXT NOT NULL, quantity_milli {int} NOT NULL, unit TEXT NOT NULL,
    old_satang {int} NOT NULL, new_satang {int} NOT NULL
);
CREATE INDEX price_call_line_of ON price_call_line (price_call_id, position);
"""


def up(migrator: Any, db: Any) -> None:
    """Add columns and tables, and fill them from the timeline; one transaction around it all."""
    for script in (COLUMNS, FILL, INDEXES, TABLES):
        run(db, script)
