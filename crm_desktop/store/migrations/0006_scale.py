"""Scale: every order that a list offers under the filters that it offers, along an index; and
on PostgreSQL Thai marks kept as letters, because its trigrams end where a letter does."""

from typing import Any

from crm_desktop.store.ddl import engine_of, run

SUBJECTS = ("customer", "product", "document")

INDEXES = """
CREATE INDEX customer_owner_newest ON customer (owner_id, id);
CREATE INDEX customer_owner_code ON customer (owner_id, code);
CREATE INDEX customer_zone_newest ON customer (zone, id);
CREATE INDEX customer_zone_code ON customer (zone, code);
CREATE INDEX customer_segment_newest ON customer (segment, id);
CREATE INDEX customer_segment_code ON customer (segment, code);
CREATE INDEX product_group_code ON product (product_group, code);
CREATE INDEX document_by_total ON document (total_satang, id);
CREATE INDEX document_by_validity ON document (valid_until, id) WHERE valid_until IS NOT NULL;
CREATE INDEX document_by_promise ON document (promised_on, id) WHERE promised_on IS NOT NULL;
CREATE INDEX receivable_by_due ON receivable (due_on, id);
CREATE INDEX receivable_by_billed ON receivable (billed_on, id);
CREATE INDEX receivable_by_amount ON receivable (amount_satang, id);
"""

# As store/search.py keeps them.
MARKS = """
UPDATE {subject}_search SET text = translate(text, 'ัิีึืฺุู็่้๊๋์ํ๎', 'あいうえおかきくけこさしすせそた');
UPDATE {subject}_word SET word = translate(word, 'ัิีึืฺุู็่้๊๋์ํ๎', 'あいうえおかきくけこさしすせそた')
"""


def up(migrator: Any, db: Any) -> None:
    """Make the indexes; the runner wraps this in one transaction."""
    run(db, INDEXES)
    if engine_of(db) == "postgresql":
        for subject in SUBJECTS:
            run(db, MARKS.format(subject=subject))
