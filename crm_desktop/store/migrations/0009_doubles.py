"""Doubles: likely pairs and what was said of them, merges that can be undone, what is missing."""

from typing import Any

from crm_desktop.store.ddl import run

COLUMNS = """
ALTER TABLE customer ADD COLUMN merged_into_id {int} REFERENCES customer (id);
ALTER TABLE customer ADD COLUMN looked_version {int} NOT NULL DEFAULT 0;
ALTER TABLE customer ADD COLUMN near_front TEXT {bytewise};
ALTER TABLE customer ADD COLUMN near_back TEXT {bytewise};
ALTER TABLE customer ADD COLUMN completeness {int};
ALTER TABLE customer ADD COLUMN lacking {int};
ALTER TABLE document ADD COLUMN frozen_customer_id {int} REFERENCES customer (id);
CREATE INDEX customer_merged ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX customer_unlooked ON customer (id) WHERE looked_version <> version;
CREATE INDEX customer_near_front ON customer (near_front, id) WHERE near_front IS NOT NULL;
CREATE INDEX customer_near_back ON customer (near_back, id) WHERE near_back IS NOT NULL;
CREATE INDEX customer_email ON customer (email, id) WHERE email <> '';
CREATE INDEX customer_line_id ON customer (line_id, id) WHERE line_id <> '';
CREATE INDEX customer_incomplete ON customer (completeness, id, lacking)
    WHERE completeness < 100;
CREATE INDEX customer_incomplete_owner ON customer (owner_id, completeness, id, lacking)
    WHERE completeness < 100;
CREATE INDEX customer_incomplete_zone ON customer (zone, completeness, id, lacking)
    WHERE completeness < 100;
"""

# What counts and how much, as services/customers/completeness.py says it.
FILL = """
UPDATE customer SET lacking =
    (CASE WHEN EXISTS (SELECT 1 FROM customer_phone p WHERE p.customer_id = customer.id)
        THEN 0 ELSE 1 END)
    + (CASE WHEN EXISTS (SELECT 1 FROM customer_address a WHERE a.customer_id = customer.id
        AND a.use = 'billing' AND a.subdistrict <> '' AND a.postcode <> '') THEN 0 ELSE 2 END)
    + (CASE WHEN kind = 'company' AND tax_number IS NULL THEN 4 ELSE 0 END)
    + (CASE WHEN kind = 'company' AND NOT EXISTS
        (SELECT 1 FROM customer_contact c WHERE c.customer_id = customer.id) THEN 8 ELSE 0 END)
    + (CASE WHEN owner_id IS NULL THEN 16 ELSE 0 END)
    + (CASE WHEN zone = '' THEN 32 ELSE 0 END)
    + (CASE WHEN segment = '' THEN 64 ELSE 0 END)
    + (CASE WHEN email = '' AND line_id = '' THEN 128 ELSE 0 END)
    + (CASE WHEN EXISTS (SELECT 1 FROM customer_consent s WHERE s.customer_id = customer.id)
        THEN 0 ELSE 256 END);
UPDATE customer SET completeness = 100 - (20 * (lacking & 1) + 20 * (lacking & 2) / 2
    + 15 * (lacking & 4) / 4 + 10 * (lacking & 8) / 8 + 10 * (lacking & 16) / 16
    + 5 * (lacking & 32) / 32 + 5 * (lacking & 64) / 64 + 10 * (lacking & 128) / 128
    + 5 * (lacking & 256) / 256)
    WHERE active = 1;
"""

TABLES = """
CREATE TABLE customer_pair (
    id {id}, version {int} NOT NULL DEFAULT 1,
    one_id {int} NOT NULL REFERENCES customer (id),
    other_id {int} NOT NULL REFERENCES customer (id),
    score {int} NOT NULL CHECK (score BETWEEN 0 AND 100), reasons TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'apart')), found_at TEXT NOT NULL,
    decided_by_id {int} REFERENCES person (id), decided_at TEXT, note TEXT NOT NULL DEFAULT '',
    UNIQUE (one_id, other_id), CHECK (one_id < other_id)
);
CREATE INDEX customer_pair_work ON customer_pair (score, id) WHERE state = 'open';
CREATE INDEX customer_pair_apart ON customer_pair (decided_at, id) WHERE state = 'apart';
CREATE INDEX customer_pair_other ON customer_pair (other_id);
CREATE TABLE customer_merge (
    id {id}, version {int} NOT NULL DEFAULT 1,
    document_id {int} NOT NULL UNIQUE REFERENCES document (id),
    survivor_id {int} NOT NULL REFERENCES customer (id), choices TEXT NOT NULL,
    reason TEXT NOT NULL, consents TEXT NOT NULL DEFAULT '{{}}', by_id {int} REFERENCES person (id),
    merged_at TEXT, undone_at TEXT
);
CREATE INDEX customer_merge_of ON customer_merge (survivor_id, id);
CREATE TABLE customer_merge_part (
    id {id}, merge_id {int} NOT NULL REFERENCES customer_merge (id),
    customer_id {int} NOT NULL REFERENCES customer (id), seen_version {int} NOT NULL,
    left_version {int}, before TEXT NOT NULL DEFAULT '', credit TEXT NOT NULL DEFAULT '{{}}',
    UNIQUE (merge_id, customer_id)
);
CREATE INDEX customer_merge_part_of ON customer_merge_part (customer_id, merge_id);
CREATE TABLE customer_merge_move (
    id {id}, merge_id {int} NOT NULL REFERENCES customer_merge (id), record TEXT NOT NULL,
    record_id {int} NOT NULL, column_name TEXT NOT NULL, from_id {int} NOT NULL
);
CREATE INDEX customer_merge_move_of ON customer_merge_move (merge_id, id);
"""


def up(migrator: Any, db: Any) -> None:
    """Add columns and tables, and count what each customer lacks; one transaction around it."""
    for script in (COLUMNS, FILL, TABLES):
        run(db, script)
