"""Rounds: how often a customer is to be met, when that was last so, photos and order of visits."""

from typing import Any

from crm_desktop.store.ddl import run

COLUMNS = """
ALTER TABLE customer ADD COLUMN rhythm TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN contact_on TEXT;
ALTER TABLE customer ADD COLUMN due_on TEXT;
CREATE INDEX customer_by_rhythm ON customer (rhythm, sort_key, id) WHERE due_on IS NOT NULL;
CREATE INDEX customer_due ON customer (due_on, id) WHERE due_on IS NOT NULL;
CREATE INDEX customer_due_of_owner ON customer (owner_id, due_on, id) WHERE due_on IS NOT NULL;
CREATE INDEX customer_due_in_branch ON customer (branch_id, due_on, id) WHERE due_on IS NOT NULL;
CREATE INDEX customer_due_of_owner_class ON customer (owner_id, rhythm, due_on, id)
    WHERE due_on IS NOT NULL;
CREATE INDEX customer_due_of_class ON customer (rhythm, due_on, id) WHERE due_on IS NOT NULL;
CREATE INDEX customer_due_in_zone ON customer (zone, due_on, id) WHERE due_on IS NOT NULL;
ALTER TABLE visit ADD COLUMN unplanned {int} NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN position {int} NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN root_id {int} REFERENCES visit (id);
ALTER TABLE visit ADD COLUMN sequence {int} NOT NULL DEFAULT 0;
CREATE TABLE visit_photo (
    id {id}, visit_id {int} NOT NULL REFERENCES visit (id), name TEXT NOT NULL,
    width {int} NOT NULL, height {int} NOT NULL, sha256 TEXT NOT NULL, content {bytes} NOT NULL,
    by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX visit_photo_of ON visit_photo (visit_id, id);
"""

KNOWN = """
UPDATE visit SET unplanned = 1 WHERE id IN
    (SELECT subject_id FROM timeline WHERE subject = 'visit' AND event = 'logged');
CREATE TEMPORARY TABLE known_contact AS SELECT customer_id, MAX(day) AS day FROM (
    SELECT customer_id, planned_on AS day FROM visit
        WHERE state = 'done' AND outcome <> 'outcome_not_met'
    UNION ALL SELECT customer_id, substr(at, 1, 10) FROM timeline
        WHERE customer_id IS NOT NULL AND (
            (subject = 'quotation' AND event IN ('confirm_receipt', 'negotiate', 'accept', 'lose'))
            OR (subject = 'quotation' AND event = 'follow_up'
                AND detail NOT LIKE '%%"reason": ""%%')
            OR (subject IN ('sales_order', 'back_order', 'special_order') AND event = 'confirm'))
    ) AS found GROUP BY customer_id;
CREATE UNIQUE INDEX known_contact_of ON known_contact (customer_id);
UPDATE customer SET contact_on =
    (SELECT day FROM known_contact WHERE known_contact.customer_id = customer.id)
    WHERE id IN (SELECT customer_id FROM known_contact);
DROP TABLE known_contact;
"""


def up(migrator: Any, db: Any) -> None:
    """Adds the columns and fills in what is known; nobody has a class yet, so nothing is due."""
    for script in (COLUMNS, KNOWN):
        run(db, script)
