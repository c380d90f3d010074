"""Orders, goods on their way, deposits and what credit-finance says of open bills."""

from typing import Any

from crm_desktop.store.ddl import run

COLUMNS = """
ALTER TABLE document ADD COLUMN parent_id {int} REFERENCES document (id);
ALTER TABLE document ADD COLUMN facts TEXT NOT NULL DEFAULT '{{}}';
ALTER TABLE document ADD COLUMN outside_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN first_promise_on TEXT;
ALTER TABLE document ADD COLUMN promised_on TEXT;
ALTER TABLE document ADD COLUMN arrived_on TEXT;
ALTER TABLE document ADD COLUMN waived_request_id {int};
ALTER TABLE document_line ADD COLUMN source_id {int} REFERENCES document_line (id);
ALTER TABLE request ADD COLUMN detail TEXT NOT NULL DEFAULT '';
CREATE INDEX document_parent ON document (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX document_work ON document (owner_id, kind, state);
CREATE INDEX document_promise ON document (promised_on) WHERE promised_on IS NOT NULL;
CREATE INDEX document_line_source ON document_line (source_id) WHERE source_id IS NOT NULL;
"""

GOODS = """
CREATE TABLE goods_move (
    id {id}, document_id {int} NOT NULL REFERENCES document (id),
    line_id {int} NOT NULL REFERENCES document_line (id), from_stage TEXT NOT NULL,
    event TEXT NOT NULL, to_stage TEXT NOT NULL,
    quantity_milli {int} NOT NULL CHECK (quantity_milli > 0),
    receipt_id {int}, delivery_id {int}, target_id {int} REFERENCES document (id),
    note TEXT NOT NULL DEFAULT '', by_id {int} REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX goods_move_of ON goods_move (document_id, line_id, id);
CREATE TABLE goods_stage (
    line_id {int} NOT NULL REFERENCES document_line (id), stage TEXT NOT NULL,
    quantity_milli {int} NOT NULL CHECK (quantity_milli >= 0),
    document_id {int} NOT NULL REFERENCES document (id),
    product_id {int} REFERENCES product (id), branch_id {int} NOT NULL REFERENCES branch (id),
    PRIMARY KEY (line_id, stage)
);
CREATE INDEX goods_stage_document ON goods_stage (document_id);
CREATE INDEX goods_stage_waiting ON goods_stage (branch_id, product_id, stage)
    WHERE quantity_milli > 0;
CREATE TABLE receipt (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), position {int} NOT NULL,
    received_on TEXT NOT NULL, supplier_slip TEXT NOT NULL, note TEXT NOT NULL,
    by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE UNIQUE INDEX receipt_of ON receipt (document_id, position);
CREATE TABLE receipt_line (
    id {id}, receipt_id {int} NOT NULL REFERENCES receipt (id),
    line_id {int} NOT NULL REFERENCES document_line (id),
    accepted_milli {int} NOT NULL CHECK (accepted_milli >= 0),
    rejected_milli {int} NOT NULL CHECK (rejected_milli >= 0),
    disposition TEXT NOT NULL, findings TEXT NOT NULL
);
CREATE INDEX receipt_line_of ON receipt_line (receipt_id);
CREATE TABLE arrival_move (
    id {id}, product_id {int} REFERENCES product (id),
    branch_id {int} NOT NULL REFERENCES branch (id), event TEXT NOT NULL,
    quantity_milli {int} NOT NULL, line_id {int} NOT NULL REFERENCES document_line (id),
    receipt_id {int} REFERENCES receipt (id), by_id {int} REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX arrival_move_of ON arrival_move (branch_id, product_id);
CREATE INDEX arrival_move_line ON arrival_move (line_id);
CREATE TABLE arrival_pool (
    id {id}, branch_id {int} NOT NULL REFERENCES branch (id),
    product_id {int} REFERENCES product (id), line_id {int} REFERENCES document_line (id),
    quantity_milli {int} NOT NULL CHECK (quantity_milli >= 0),
    UNIQUE (branch_id, product_id), UNIQUE (line_id),
    CHECK ((product_id IS NULL) <> (line_id IS NULL))
);
CREATE INDEX arrival_pool_there ON arrival_pool (branch_id, id) WHERE quantity_milli > 0;
CREATE TABLE promise (
    id {id}, document_id {int} NOT NULL REFERENCES document (id),
    line_id {int} NOT NULL REFERENCES document_line (id), promised_on TEXT NOT NULL,
    reason TEXT NOT NULL, source TEXT NOT NULL, by_id {int} REFERENCES person (id),
    at TEXT NOT NULL
);
CREATE INDEX promise_of ON promise (document_id, line_id, id);
CREATE TABLE telling (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), about TEXT NOT NULL,
    channel TEXT NOT NULL, words TEXT NOT NULL, promised_on TEXT,
    by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX telling_of ON telling (document_id, id);
CREATE TABLE delivery (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), position {int} NOT NULL,
    delivered_on TEXT NOT NULL, receiver TEXT NOT NULL, note TEXT NOT NULL,
    value_satang {int} NOT NULL, vat_satang {int} NOT NULL, deducted_satang {int} NOT NULL,
    signature_id {int}, by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE UNIQUE INDEX delivery_of ON delivery (document_id, position);
CREATE TABLE delivery_line (
    id {id}, delivery_id {int} NOT NULL REFERENCES delivery (id),
    line_id {int} NOT NULL REFERENCES document_line (id),
    quantity_milli {int} NOT NULL CHECK (quantity_milli > 0), value_satang {int} NOT NULL,
    mismatch TEXT NOT NULL DEFAULT ''
);
CREATE INDEX delivery_line_of ON delivery_line (delivery_id);
CREATE TABLE supplier_quote (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), supplier TEXT NOT NULL,
    reference TEXT NOT NULL, cost_satang {int}, lead_days {int} NOT NULL,
    valid_until TEXT, note TEXT NOT NULL, by_id {int} NOT NULL REFERENCES person (id),
    at TEXT NOT NULL
);
CREATE INDEX supplier_quote_of ON supplier_quote (document_id, id);
CREATE TABLE attachment (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), use TEXT NOT NULL,
    name TEXT NOT NULL, mime TEXT NOT NULL, size {int} NOT NULL, sha256 TEXT NOT NULL,
    content {bytes} NOT NULL, printed {int} NOT NULL DEFAULT 0,
    covers TEXT NOT NULL DEFAULT '',
    by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX attachment_of ON attachment (document_id, id);
"""

DEPOSITS = """
CREATE TABLE deposit (
    document_id {int} PRIMARY KEY REFERENCES document (id),
    for_id {int} NOT NULL REFERENCES document (id), payer TEXT NOT NULL,
    expected_satang {int} NOT NULL, method TEXT NOT NULL DEFAULT '',
    details TEXT NOT NULL DEFAULT '{{}}', vat_split TEXT NOT NULL DEFAULT '[]',
    received_on TEXT, received_by_id {int} REFERENCES person (id),
    tax_invoice TEXT NOT NULL DEFAULT '', tax_invoice_on TEXT
);
CREATE INDEX deposit_for ON deposit (for_id);
CREATE INDEX deposit_tax_invoice ON deposit (tax_invoice) WHERE tax_invoice <> '';
CREATE TABLE deposit_entry (
    id {id}, deposit_id {int} NOT NULL REFERENCES document (id),
    kind TEXT NOT NULL CHECK (kind IN ('receive', 'clear', 'bounce', 'apply', 'refund', 'forfeit',
        'transfer_out', 'transfer_in', 'reverse')),
    satang {int} NOT NULL CHECK (satang > 0), vat_satang {int} NOT NULL,
    target_id {int} REFERENCES document (id), delivery_id {int} REFERENCES delivery (id),
    reverses_id {int} UNIQUE REFERENCES deposit_entry (id), claim_id {int},
    method TEXT NOT NULL, reference TEXT NOT NULL, reason TEXT NOT NULL, dated TEXT NOT NULL,
    by_id {int} REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX deposit_entry_of ON deposit_entry (deposit_id, id);
CREATE INDEX deposit_entry_day ON deposit_entry (dated, id);
CREATE INDEX deposit_entry_target ON deposit_entry (target_id) WHERE target_id IS NOT NULL;
CREATE TABLE deposit_claim (
    id {id}, version {int} NOT NULL DEFAULT 1,
    deposit_id {int} NOT NULL REFERENCES document (id), matter TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'done', 'dropped')),
    satang {int} NOT NULL CHECK (satang > 0), request_id {int} REFERENCES request (id),
    target_id {int} REFERENCES document (id), payee TEXT NOT NULL, term TEXT NOT NULL,
    reason TEXT NOT NULL, by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX deposit_claim_of ON deposit_claim (deposit_id, id);
CREATE INDEX deposit_claim_open ON deposit_claim (state, id)
    WHERE state IN ('waiting', 'approved');
CREATE TABLE till_count (
    id {id}, branch_id {int} NOT NULL REFERENCES branch (id),
    cashier_id {int} NOT NULL REFERENCES person (id), day TEXT NOT NULL, method TEXT NOT NULL,
    system_satang {int} NOT NULL, counted_satang {int} NOT NULL, note TEXT NOT NULL,
    by_id {int} NOT NULL REFERENCES person (id), at TEXT NOT NULL
);
CREATE INDEX till_count_day ON till_count (branch_id, day, cashier_id, id);
CREATE TABLE receivable (
    id {id}, customer_id {int} NOT NULL REFERENCES customer (id),
    bill_number TEXT {bytewise} NOT NULL UNIQUE, document_id {int} REFERENCES document (id),
    billed_on TEXT NOT NULL, due_on TEXT NOT NULL, amount_satang {int} NOT NULL,
    paid_satang {int} NOT NULL, as_of TEXT NOT NULL, source TEXT NOT NULL
);
CREATE INDEX receivable_of ON receivable (customer_id, due_on);
CREATE INDEX receivable_due ON receivable (due_on) WHERE paid_satang < amount_satang;
CREATE INDEX receivable_paper ON receivable (document_id) WHERE document_id IS NOT NULL;
"""


def up(migrator: Any, db: Any) -> None:
    """Add columns and tables; the runner wraps this in one transaction."""
    for script in (COLUMNS, GOODS, DEPOSITS):
        run(db, script)
