"""Search: what each record may be found by, as text, as trigrams, and by first letters."""

from typing import Any

from crm_desktop.store.ddl import engine_of, run

SUBJECTS = ("customer", "product", "document")

TEXT = """
CREATE TABLE {subject}_search (id {{int}} PRIMARY KEY, text TEXT NOT NULL)
"""

SQLITE = """
CREATE VIRTUAL TABLE {subject}_trigram USING fts5 (
    text, content='{subject}_search', content_rowid='id', columnsize=0,
    tokenize='trigram case_sensitive 1'
);
CREATE TABLE {subject}_word (word TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (word, id))
    WITHOUT ROWID
"""

POSTGRESQL = """
CREATE TABLE {subject}_word (
    word TEXT COLLATE "C" NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (word, id)
)
"""

TRIGRAMS = """
CREATE INDEX {subject}_trigram ON {subject}_search USING gin (text gin_trgm_ops)
"""


def up(migrator: Any, db: Any) -> None:
    """Make the tables; without the extension PostgreSQL searches on, only slower."""
    sqlite = engine_of(db) == "sqlite"
    trigrams = not sqlite and _has_trigrams(db)
    for subject in SUBJECTS:
        run(db, TEXT.format(subject=subject))
        run(db, (SQLITE if sqlite else POSTGRESQL).format(subject=subject))
        if trigrams:
            run(db, TRIGRAMS.format(subject=subject))


def _has_trigrams(db: Any) -> bool:
    """Whether pg_trgm is there or could be made; `crm doctor` tells when it is not."""
    from crm_desktop.store.orm import PeeweeException

    try:
        with db.atomic():
            db.execute_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except PeeweeException:
        return False
    return True
