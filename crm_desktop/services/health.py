"""Whether this PC, this program and this database are fit to work; asks nobody who is there."""

import locale
import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from crm_desktop import __version__
from crm_desktop.domain.errors import Refused
from crm_desktop.services.clock import lag, minutes_behind
from crm_desktop.store import audit, migrate
from crm_desktop.store.ddl import engine_of
from crm_desktop.store.engines import calm_errors, describe, moment, open_database, sqlite_path

LEAST_FREE_BYTES = 500_000_000
PACKAGES = ("PySide6_Essentials", "peewee", "psycopg", "reportlab", "uharfbuzz", "geothai")
UTF8 = (".UTF-8", ".UTF8")
LETTERS = """
SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END),
    COUNT(CASE WHEN state = 'given_up' AND NOT EXISTS (
        SELECT 1 FROM letter AS later WHERE later.person_id = letter.person_id
        AND later.state = 'sent' AND later.id > letter.id) THEN 1 END)
FROM letter WHERE state IN ('waiting', 'given_up')"""
THAI_PROBE = "ปูนซีเมนต์"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, and what was found; `code` and `values` are a warning if it is bad."""

    subject: str
    found: str
    code: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def pending_migrations(url: str) -> list[str]:
    """What `crm migrate` would run; Unavailable, or Refused for a newer program's database."""
    database = open_database(url)
    with calm_errors():
        database.connect()
        try:
            return migrate.pending(database)
        finally:
            database.close()


def examine(url: str) -> Iterator[Finding]:
    """Everything that can be looked at, one after the other; nothing here raises."""
    yield Finding("program", __version__)
    yield Finding("python", f"{platform.python_version()} ({platform.platform()})")
    for name in PACKAGES:
        yield Finding(name, _package(name))
    yield Finding("sqlite", sqlite3.sqlite_version)
    yield Finding("locale", ".".join(filter(None, locale.getlocale())) or "C")
    yield Finding("database", describe(url))
    yield from _tried("database", lambda: _database(url))


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


def _tried(subject: str, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from look()
    except Refused as problem:
        yield Finding(subject, "–", problem.code, problem.values)


def _database(url: str) -> Iterator[Finding]:
    is_file = url.startswith("sqlite:")
    if is_file:
        yield from _disk(Path(sqlite_path(url)))
        if not Path(sqlite_path(url)).exists():
            yield Finding("database", sqlite_path(url), "health_no_file")
            return
    database = open_database(url)
    with calm_errors():
        database.connect()
        try:
            yield from _schema(database)
            yield from _letters(database)
            yield from _clock(database)
            if engine_of(database) == "postgresql":
                yield from _postgresql(database)
            else:
                yield from _whole(database)
        finally:
            database.close()


def _disk(path: Path) -> Iterator[Finding]:
    folder = next(each for each in (path.absolute().parents) if each.exists())
    free = shutil.disk_usage(folder).free
    warning = "health_disk_full" if free < LEAST_FREE_BYTES else ""
    yield Finding("free_disk", f"{free // 1_000_000:,} MB", warning)


def _schema(database: Any) -> Iterator[Finding]:
    applied, todo = migrate.applied(database), migrate.pending(database)
    yield Finding("schema", applied[-1] if applied else "–")
    if todo:
        yield Finding("pending_migrations", ", ".join(todo), "health_migrations_pending")


def _clock(database: Any) -> Iterator[Finding]:
    """A clock behind the records makes waiting times and days wrong, though it loses nothing."""
    if not database.table_exists("audit_line"):
        return
    now = moment(database)
    late = minutes_behind(now, audit.last_moment(database))
    code = "clock_behind" if late else ""
    yield Finding("clock", f"{now:%Y-%m-%d %H:%M}", code, {"lag": lag(late)})


def _letters(database: Any) -> Iterator[Finding]:
    """Mail that waits, and a warning for people whom none has reached since the last try."""
    if "letter" not in database.get_tables():
        return
    waiting, given_up = database.execute_sql(LETTERS).fetchone()
    warning = "health_letters_given_up" if given_up else ""
    yield Finding("letters", str(waiting), warning, {"count": given_up})


def _whole(database: Any) -> Iterator[Finding]:
    found = database.execute_sql("PRAGMA quick_check(1)").fetchone()[0]
    yield Finding("file", found, "" if found == "ok" else "database_damaged")


def _postgresql(database: Any) -> Iterator[Finding]:
    """The trigram index knows letters by LC_CTYPE: with C, no Thai letter is one."""

    def ask(query: str) -> str:
        row = database.execute_sql(query).fetchone()
        return str(row[0]) if row else ""

    yield Finding("postgresql", ask("SHOW server_version"))
    encoding = ask("SHOW server_encoding")
    yield Finding("encoding", encoding, "" if encoding == "UTF8" else "health_not_utf8")
    ctype = ask("SELECT datctype FROM pg_database WHERE datname = current_database()")
    yield Finding("lc_ctype", ctype, "" if ctype.upper().endswith(UTF8) else "health_lc_ctype")
    trigrams = ask("SELECT extversion FROM pg_extension WHERE extname = 'pg_trgm'")
    yield Finding("pg_trgm", trigrams or "–", "" if trigrams else "health_no_trigrams")
    if trigrams:
        known = ask(f"SELECT cardinality(show_trgm('{THAI_PROBE}'))")
        yield Finding("pg_trgm_thai", known, "" if known != "0" else "health_lc_ctype")
