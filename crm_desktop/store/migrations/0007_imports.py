"""Lists taken in: what each did and how to undo it, what headings mean, payments and POS bills."""

from typing import Any

from crm_desktop.store.ddl import run

TABLES = """
CREATE TABLE import_run (
    id {id}, version {int} NOT NULL DEFAULT 1, kind TEXT NOT NULL, file TEXT NOT NULL,
    file_sha256 TEXT NOT NULL, source TEXT NOT NULL DEFAULT '', lines {int} NOT NULL,
    added {int} NOT NULL, changed {int} NOT NULL, unchanged {int} NOT NULL,
    wrong {int} NOT NULL, doubles {int} NOT NULL, left_out {int} NOT NULL,
    more TEXT NOT NULL DEFAULT '{{}}', at TEXT NOT NULL, by_id {int} REFERENCES person (id),
    undone_at TEXT, undone_by_id {int} REFERENCES person (id)
);
CREATE INDEX import_run_of_kind ON import_run (kind, id);
CREATE TABLE import_kept (
    id {id}, run_id {int} NOT NULL REFERENCES import_run (id), held TEXT NOT NULL,
    content {bytes} NOT NULL
);
CREATE INDEX import_kept_of ON import_kept (run_id, id);
CREATE TABLE import_mapping (
    id {id}, version {int} NOT NULL DEFAULT 1, kind TEXT NOT NULL, headings TEXT NOT NULL,
    mapping TEXT NOT NULL, at TEXT NOT NULL, by_id {int} REFERENCES person (id)
);
CREATE UNIQUE INDEX import_mapping_once ON import_mapping (kind, headings);
CREATE TABLE payment (
    id {id}, reference TEXT {bytewise} NOT NULL, bill_number TEXT {bytewise} NOT NULL,
    customer_id {int} NOT NULL REFERENCES customer (id), paid_on TEXT NOT NULL,
    amount_satang {int} NOT NULL, counted {int} NOT NULL, as_of TEXT NOT NULL, source TEXT NOT NULL
);
CREATE UNIQUE INDEX payment_once ON payment (reference, bill_number);
CREATE INDEX payment_of_customer ON payment (customer_id, paid_on, id);
CREATE INDEX payment_of_bill ON payment (bill_number);
CREATE TABLE sale_bill (
    id {id}, bill_number TEXT {bytewise} NOT NULL UNIQUE,
    customer_id {int} NOT NULL REFERENCES customer (id),
    branch_id {int} REFERENCES branch (id), billed_on TEXT NOT NULL,
    amount_satang {int} NOT NULL, paid_by TEXT NOT NULL, as_of TEXT NOT NULL, source TEXT NOT NULL
);
CREATE INDEX sale_bill_of_customer ON sale_bill (customer_id, billed_on, id);
"""


def up(migrator: Any, db: Any) -> None:
    """Make the tables; the runner wraps this in one transaction."""
    run(db, TABLES)
