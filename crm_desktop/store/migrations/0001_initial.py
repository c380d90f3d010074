"""The first schema: people, customers, products, papers, requests, visits, settings, audit."""

from typing import Any

from crm_desktop.store.ddl import run

TABLES = """
CREATE TABLE setting (
    key TEXT PRIMARY KEY, version {int} NOT NULL DEFAULT 1, value TEXT NOT NULL
);
CREATE TABLE branch (
    id {id}, version {int} NOT NULL DEFAULT 1, code TEXT NOT NULL UNIQUE,
    name_th TEXT NOT NULL, name_en TEXT NOT NULL, tax_branch TEXT NOT NULL,
    address_th TEXT NOT NULL, address_en TEXT NOT NULL, phone TEXT NOT NULL
);
CREATE TABLE person (
    id {id}, version {int} NOT NULL DEFAULT 1, username TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, name_en TEXT NOT NULL, roles TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('G3', 'G4', 'G5', 'G6')),
    branch_id {int} NOT NULL REFERENCES branch (id), superior_id {int} REFERENCES person (id),
    password_hash TEXT NOT NULL, language TEXT NOT NULL DEFAULT 'th',
    theme TEXT NOT NULL DEFAULT 'system', era TEXT NOT NULL DEFAULT 'buddhist',
    active {int} NOT NULL DEFAULT 1, failed_attempts {int} NOT NULL DEFAULT 0,
    blocked_until TEXT, CHECK (superior_id IS NULL OR superior_id <> id)
);
CREATE TABLE customer (
    id {id}, version {int} NOT NULL DEFAULT 1, code TEXT {bytewise} NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'company')),
    name TEXT NOT NULL, name_en TEXT NOT NULL DEFAULT '', bare_name TEXT {bytewise} NOT NULL,
    sort_key TEXT {bytewise} NOT NULL, tax_number TEXT {bytewise}, tax_branch TEXT,
    phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
    line_id TEXT NOT NULL DEFAULT '', segment TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL DEFAULT '',
    price_level TEXT NOT NULL DEFAULT 'retail', paper_language TEXT NOT NULL DEFAULT 'th',
    owner_id {int} REFERENCES person (id), branch_id {int} NOT NULL REFERENCES branch (id),
    note TEXT NOT NULL DEFAULT '', active {int} NOT NULL DEFAULT 1, created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX customer_company_once ON customer (tax_number, tax_branch)
    WHERE kind = 'company' AND active = 1;
CREATE INDEX customer_tax_number ON customer (tax_number);
CREATE INDEX customer_by_name ON customer (sort_key, id);
CREATE INDEX customer_by_owner ON customer (owner_id, sort_key, id);
CREATE INDEX customer_by_zone ON customer (zone, sort_key, id);
CREATE INDEX customer_by_segment ON customer (segment, sort_key, id);
CREATE INDEX customer_by_bare_name ON customer (bare_name);
CREATE TABLE customer_contact (
    id {id}, customer_id {int} NOT NULL REFERENCES customer (id), position {int} NOT NULL,
    name TEXT NOT NULL, duty TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL,
    line_id TEXT NOT NULL
);
CREATE INDEX customer_contact_of ON customer_contact (customer_id);
CREATE TABLE customer_phone (
    id {id}, customer_id {int} NOT NULL REFERENCES customer (id), position {int} NOT NULL,
    typed TEXT NOT NULL, digits TEXT {bytewise} NOT NULL, reversed TEXT {bytewise} NOT NULL
);
CREATE INDEX customer_phone_of ON customer_phone (customer_id);
CREATE INDEX customer_phone_digits ON customer_phone (digits, customer_id);
CREATE INDEX customer_phone_tail ON customer_phone (reversed, customer_id);
CREATE TABLE customer_address (
    id {id}, customer_id {int} NOT NULL REFERENCES customer (id), position {int} NOT NULL,
    use TEXT NOT NULL CHECK (use IN ('billing', 'delivery')), label TEXT NOT NULL,
    house TEXT NOT NULL, moo TEXT NOT NULL, building TEXT NOT NULL, soi TEXT NOT NULL,
    road TEXT NOT NULL, subdistrict TEXT NOT NULL, district TEXT NOT NULL, province TEXT NOT NULL,
    postcode TEXT NOT NULL
);
CREATE INDEX customer_address_of ON customer_address (customer_id);
CREATE TABLE customer_consent (
    id {id}, customer_id {int} NOT NULL REFERENCES customer (id), purpose TEXT NOT NULL,
    text_version TEXT NOT NULL, channel TEXT NOT NULL,
    given {int} NOT NULL CHECK (given IN (0, 1)), at TEXT NOT NULL,
    by_id {int} NOT NULL REFERENCES person (id)
);
CREATE INDEX customer_consent_of ON customer_consent (customer_id, purpose, id);
CREATE TABLE customer_credit (
    customer_id {int} PRIMARY KEY REFERENCES customer (id), limit_satang {int} NOT NULL,
    outstanding_satang {int} NOT NULL, overdue_satang {int} NOT NULL, term_days {int} NOT NULL,
    blocked {int} NOT NULL DEFAULT 0, as_of TEXT NOT NULL, source TEXT NOT NULL
);
CREATE TABLE product (
    id {id}, version {int} NOT NULL DEFAULT 1, code TEXT {bytewise} NOT NULL UNIQUE,
    barcode TEXT {bytewise},
    name TEXT NOT NULL, name_en TEXT NOT NULL DEFAULT '', sort_key TEXT {bytewise} NOT NULL,
    product_group TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL,
    vat_class TEXT NOT NULL DEFAULT 'standard', cost_satang {int},
    supplier TEXT NOT NULL DEFAULT '', lead_days {int}, active {int} NOT NULL DEFAULT 1,
    imported_at TEXT NOT NULL
);
CREATE INDEX product_barcode ON product (barcode);
CREATE INDEX product_by_name ON product (sort_key, id);
CREATE INDEX product_by_group ON product (product_group, sort_key, id);
CREATE TABLE product_unit (
    product_id {int} NOT NULL REFERENCES product (id), unit TEXT NOT NULL,
    factor_milli {int} NOT NULL CHECK (factor_milli > 0), PRIMARY KEY (product_id, unit)
);
CREATE TABLE product_price (
    product_id {int} NOT NULL REFERENCES product (id), level TEXT NOT NULL,
    from_quantity_milli {int} NOT NULL DEFAULT 0, price_satang {int} NOT NULL,
    valid_from TEXT NOT NULL DEFAULT '', valid_until TEXT NOT NULL DEFAULT '9999-12-31',
    PRIMARY KEY (product_id, level, from_quantity_milli, valid_from)
);
CREATE TABLE product_stock (
    product_id {int} NOT NULL REFERENCES product (id),
    branch_id {int} NOT NULL REFERENCES branch (id),
    quantity_milli {int} NOT NULL, as_of TEXT NOT NULL, PRIMARY KEY (product_id, branch_id)
);
CREATE TABLE number_series (
    kind TEXT NOT NULL, branch_code TEXT NOT NULL, period TEXT NOT NULL, last {int} NOT NULL,
    PRIMARY KEY (kind, branch_code, period)
);
CREATE TABLE document (
    id {id}, version {int} NOT NULL DEFAULT 1, kind TEXT NOT NULL, state TEXT NOT NULL,
    number TEXT {bytewise} UNIQUE, base_number TEXT, revision {int} NOT NULL DEFAULT 1,
    replaces_id {int} REFERENCES document (id), draft_reference TEXT {bytewise} NOT NULL UNIQUE,
    family_id {int} NOT NULL, branch_id {int} NOT NULL REFERENCES branch (id),
    owner_id {int} NOT NULL REFERENCES person (id),
    edited_by_id {int} NOT NULL REFERENCES person (id),
    customer_id {int} NOT NULL REFERENCES customer (id), contact TEXT NOT NULL DEFAULT '',
    project TEXT NOT NULL DEFAULT '', delivery_address TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT 'th', created_at TEXT NOT NULL, issued_at TEXT,
    valid_days {int} NOT NULL, valid_until TEXT, delivery_terms TEXT NOT NULL DEFAULT '',
    payment_terms TEXT NOT NULL DEFAULT '', remarks TEXT NOT NULL DEFAULT '',
    deposit_percent TEXT NOT NULL DEFAULT '0', follow_up_on TEXT,
    prices_include_vat {int} NOT NULL, vat_rate TEXT NOT NULL,
    document_discount TEXT NOT NULL DEFAULT '', subtotal_satang {int} NOT NULL DEFAULT 0,
    discount_satang {int} NOT NULL DEFAULT 0, net_satang {int} NOT NULL DEFAULT 0,
    vat_satang {int} NOT NULL DEFAULT 0, total_satang {int} NOT NULL DEFAULT 0,
    frozen_sha256 TEXT, approved_request_id {int}, print_count {int} NOT NULL DEFAULT 0,
    lost_reason TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX document_revision ON document (kind, base_number, revision)
    WHERE base_number IS NOT NULL;
CREATE INDEX document_recent ON document (kind, branch_id, id);
CREATE INDEX document_by_state ON document (kind, branch_id, state, id);
CREATE INDEX document_by_customer ON document (customer_id, id);
CREATE INDEX document_follow_up ON document (follow_up_on) WHERE follow_up_on IS NOT NULL;
CREATE INDEX document_owner ON document (owner_id, kind, created_at);
CREATE INDEX document_family ON document (family_id);
CREATE INDEX document_validity ON document (valid_until)
    WHERE state IN ('issued', 'received', 'negotiating');
CREATE TABLE document_line (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), position {int} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('product', 'text', 'heading', 'subtotal')),
    product_id {int} REFERENCES product (id), code TEXT NOT NULL, description TEXT NOT NULL,
    product_group TEXT NOT NULL, quantity_milli {int} NOT NULL, unit TEXT NOT NULL,
    unit_price_satang {int} NOT NULL, list_price_satang {int}, discount TEXT NOT NULL,
    net_satang {int} NOT NULL, vat_class TEXT NOT NULL
);
CREATE UNIQUE INDEX document_line_of ON document_line (document_id, position);
CREATE INDEX document_line_product ON document_line (product_id, document_id);
CREATE TABLE document_party (
    document_id {int} PRIMARY KEY REFERENCES document (id), customer TEXT NOT NULL
);
CREATE TABLE document_print (
    id {id}, document_id {int} NOT NULL REFERENCES document (id), exit TEXT NOT NULL,
    copy {int} NOT NULL, language TEXT NOT NULL, at TEXT NOT NULL,
    by_id {int} NOT NULL REFERENCES person (id)
);
CREATE INDEX document_print_of ON document_print (document_id);
CREATE TABLE matrix (
    version {int} PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed')),
    content TEXT NOT NULL, author_id {int} REFERENCES person (id), reason TEXT NOT NULL,
    effective_from TEXT NOT NULL, created_at TEXT NOT NULL,
    confirmed_by_id {int} REFERENCES person (id), confirmed_at TEXT,
    alone {int} NOT NULL DEFAULT 0
);
CREATE TABLE request (
    id {id}, version {int} NOT NULL DEFAULT 1, matter TEXT NOT NULL,
    document_id {int} NOT NULL REFERENCES document (id),
    customer_id {int} NOT NULL REFERENCES customer (id),
    branch_id {int} NOT NULL REFERENCES branch (id),
    requester_id {int} NOT NULL REFERENCES person (id), level TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('waiting', 'advised', 'approved', 'returned', 'rejected', 'recalled', 'voided')),
    step {int} NOT NULL DEFAULT 1, answerer_id {int} REFERENCES person (id),
    answerer_role TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL,
    competitor TEXT NOT NULL DEFAULT '', customer_waiting {int} NOT NULL DEFAULT 0,
    matrix_version {int} NOT NULL, amount_satang {int} NOT NULL, facts TEXT NOT NULL,
    decision TEXT NOT NULL, frozen_sha256 TEXT NOT NULL, asked_at TEXT NOT NULL, closed_at TEXT,
    spoken {int} NOT NULL DEFAULT 0, seen {int} NOT NULL DEFAULT 0
);
CREATE INDEX request_queue ON request (answerer_id, customer_waiting, asked_at)
    WHERE state = 'waiting';
CREATE INDEX request_role_queue ON request (answerer_role, customer_waiting, asked_at)
    WHERE state = 'waiting';
CREATE UNIQUE INDEX request_once ON request (document_id, matter)
    WHERE state IN ('waiting', 'advised');
CREATE INDEX request_of_requester ON request (requester_id, seen, id);
CREATE INDEX request_of_document ON request (document_id, id);
CREATE TABLE request_step (
    id {id}, request_id {int} NOT NULL REFERENCES request (id), position {int} NOT NULL,
    answerer_id {int} REFERENCES person (id), role TEXT NOT NULL, why TEXT NOT NULL
);
CREATE UNIQUE INDEX request_step_of ON request_step (request_id, position);
CREATE TABLE request_answer (
    id {id}, request_id {int} NOT NULL REFERENCES request (id), position {int} NOT NULL,
    person_id {int} NOT NULL REFERENCES person (id), verdict TEXT NOT NULL, note TEXT NOT NULL,
    spoken_at TEXT, at TEXT NOT NULL
);
CREATE INDEX request_answer_of ON request_answer (request_id, id);
CREATE TABLE visit (
    id {id}, version {int} NOT NULL DEFAULT 1,
    customer_id {int} NOT NULL REFERENCES customer (id),
    branch_id {int} NOT NULL REFERENCES branch (id),
    officer_id {int} NOT NULL REFERENCES person (id), state TEXT NOT NULL,
    planned_on TEXT NOT NULL, planned_time TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL,
    purpose TEXT NOT NULL, outcome TEXT NOT NULL DEFAULT '', obstacle TEXT NOT NULL DEFAULT '',
    promised TEXT NOT NULL DEFAULT '', next_on TEXT, done_at TEXT
);
CREATE INDEX visit_day ON visit (officer_id, planned_on, id);
CREATE INDEX visit_open ON visit (officer_id, planned_on, id)
    WHERE state IN ('planned', 'confirmed');
CREATE INDEX visit_of_customer ON visit (customer_id, id);
CREATE TABLE timeline (
    id {id}, at TEXT NOT NULL, actor_id {int} REFERENCES person (id),
    customer_id {int} REFERENCES customer (id), subject TEXT NOT NULL, subject_id {int} NOT NULL,
    event TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE INDEX timeline_of_customer ON timeline (customer_id, id);
CREATE INDEX timeline_of_subject ON timeline (subject, subject_id, id);
CREATE TABLE audit_line (
    id {int} PRIMARY KEY, at TEXT NOT NULL, actor_id {int}, command TEXT NOT NULL,
    record TEXT NOT NULL, record_id {int} NOT NULL, event TEXT NOT NULL,
    digests TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE INDEX audit_line_of ON audit_line (record, record_id, id);
CREATE TABLE audit_value (
    line_id {int} NOT NULL REFERENCES audit_line (id), field TEXT NOT NULL, salt TEXT,
    before TEXT, after TEXT, PRIMARY KEY (line_id, field)
);
"""


def up(migrator: Any, db: Any) -> None:
    """Make every table; the runner wraps this in one transaction."""
    run(db, TABLES)
