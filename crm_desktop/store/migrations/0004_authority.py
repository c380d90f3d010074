"""Authority in full: who stands in for whom, limits in time and in answers, what was read and
signed, and letters that are on their way."""

from typing import Any

from crm_desktop.store.ddl import run

COLUMNS = """
ALTER TABLE person ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN notify TEXT NOT NULL DEFAULT '{{}}';
ALTER TABLE document ADD COLUMN frozen_owner_id {int} REFERENCES person (id);
ALTER TABLE request ADD COLUMN due_at TEXT;
ALTER TABLE request ADD COLUMN escalations {int} NOT NULL DEFAULT 0;
ALTER TABLE request ADD COLUMN limits TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN used_facts TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN room TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN competitor_satang {int};
ALTER TABLE request_answer ADD COLUMN for_id {int} REFERENCES person (id);
ALTER TABLE request_answer ADD COLUMN beside_id {int} REFERENCES person (id);
ALTER TABLE request_answer ADD COLUMN limits TEXT NOT NULL DEFAULT '';
ALTER TABLE document_print ADD COLUMN slip TEXT NOT NULL DEFAULT '';
ALTER TABLE matrix ADD COLUMN author_grade TEXT NOT NULL DEFAULT '';
UPDATE matrix SET author_grade = (SELECT grade FROM person WHERE person.id = matrix.author_id)
    WHERE state = 'draft' AND author_id IS NOT NULL;
CREATE INDEX document_replaces ON document (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX request_due ON request (due_at) WHERE state = 'waiting';
CREATE INDEX request_open ON request (customer_waiting DESC, asked_at, id, answerer_id)
    WHERE state IN ('waiting', 'advised');
CREATE INDEX request_asked ON request (asked_at);
CREATE INDEX request_unread ON request (id, requester_id, document_id) WHERE seen = 0;
CREATE INDEX request_answer_for ON request_answer (for_id) WHERE for_id IS NOT NULL;
"""

TABLES = """
CREATE TABLE delegation (
    id {id}, version {int} NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (kind IN ('authority', 'work')),
    principal_id {int} NOT NULL REFERENCES person (id),
    deputy_id {int} NOT NULL REFERENCES person (id),
    first_on TEXT NOT NULL, last_on TEXT NOT NULL, matters TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL, by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL,
    ended_at TEXT, ended_by_id {int} REFERENCES person (id),
    CHECK (principal_id <> deputy_id), CHECK (first_on <= last_on)
);
CREATE INDEX delegation_deputy ON delegation (deputy_id, last_on) WHERE ended_at IS NULL;
CREATE INDEX delegation_principal ON delegation (principal_id, last_on) WHERE ended_at IS NULL;
CREATE TABLE matrix_signature (
    id {id}, version {int} NOT NULL REFERENCES matrix (version),
    person_id {int} NOT NULL REFERENCES person (id), grade TEXT NOT NULL, at TEXT NOT NULL,
    UNIQUE (version, person_id, grade)
);
CREATE TABLE letter (
    id {id}, version {int} NOT NULL DEFAULT 1,
    person_id {int} NOT NULL REFERENCES person (id), address TEXT NOT NULL,
    request_id {int} REFERENCES request (id), about TEXT NOT NULL, subject TEXT NOT NULL,
    body TEXT NOT NULL, made_at TEXT NOT NULL, not_before TEXT NOT NULL,
    tries {int} NOT NULL DEFAULT 0, failure TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'given_up', 'dropped')), sent_at TEXT
);
CREATE INDEX letter_waiting ON letter (not_before) WHERE state = 'waiting';
CREATE INDEX letter_request ON letter (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX letter_sent ON letter (person_id, id) WHERE state = 'sent';
CREATE INDEX letter_given_up ON letter (id) WHERE state = 'given_up';
CREATE INDEX letter_made ON letter (made_at);
"""


def up(migrator: Any, db: Any) -> None:
    """Add columns and tables; the runner wraps this in one transaction."""
    for script in (COLUMNS, TABLES):
        run(db, script)
