"""One URL opens either database; where the engines differ is said here and in ddl.py."""

import ctypes
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.store.orm import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    load_driver,
    peewee,
)

BUSY_SECONDS = 10
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs", "davfs"}
)
WINDOWS_REMOTE_DRIVE = 4


def open_database(url: str) -> Any:
    """The peewee database of `url`, not yet connected.

    Raises Refused `database_url` for a URL of neither engine and `database_on_network` for a
    SQLite file on a network share, where its locks cannot be trusted.
    """
    if url.startswith("sqlite:///"):
        return _sqlite(Path(sqlite_path(url)))
    if url.startswith(("postgresql://", "postgres://")):
        return _postgresql(url)
    raise Refused("database_url", url=url.rsplit("@", maxsplit=1)[-1])


def sqlite_path(url: str) -> str:
    """The file that `sqlite:///relative`, `sqlite:////absolute` or `sqlite:///C:/…` names."""
    return unquote(url.removeprefix("sqlite:///"))


def _sqlite(path: Path) -> Any:
    if on_network_share(path):
        raise Refused("database_on_network", path=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    return peewee.SqliteDatabase(
        str(path),
        timeout=BUSY_SECONDS,
        lock_type="IMMEDIATE",
        pragmas={
            "journal_mode": "wal",
            "synchronous": "full",
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "cache_size": -16_000,
            "mmap_size": 256 * 1024 * 1024,
        },
    )


def _postgresql(url: str) -> Any:
    load_driver()
    return peewee.PostgresqlDatabase(
        "postgresql://" + url.split("://", 1)[1],
        prefer_psycopg3=True,
        connect_timeout=5,
        keepalives_idle=5,
        keepalives_interval=2,
        keepalives_count=3,
        tcp_user_timeout=10_000,
        options="-c TimeZone=Asia/Bangkok -c lock_timeout=10s",
    )


def describe(url: str) -> str:
    """What people call this database: a path, or server and name; never a secret."""
    if url.startswith("sqlite:///"):
        return sqlite_path(url)
    parts = urlsplit(url)
    return f"{parts.hostname or 'localhost'}/{parts.path.lstrip('/')}"


def on_network_share(path: Path) -> bool:
    """Whether the file lies on another machine's disk, by what the operating system says."""
    if sys.platform == "win32":
        return _on_windows_share(path)
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    return file_system_of(path.absolute(), mounts.read_text()) in NETWORK_FILE_SYSTEMS


def _on_windows_share(path: Path) -> bool:
    text = str(path)
    if text.startswith(("\\\\", "//")):
        return True
    drive = os.path.splitdrive(str(path.absolute()))[0] + "\\"
    windll = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    return bool(windll.kernel32.GetDriveTypeW(drive) == WINDOWS_REMOTE_DRIVE)


def file_system_of(path: Path, mounts: str) -> str:
    """The type of the deepest mount above `path`, read from the text of /proc/mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, name = line.split()[:3]
        point = point.replace("\\040", " ")
        inside = point == "/" or str(path) == point or str(path).startswith(point + "/")
        if inside and len(point) >= len(best):
            best, kind = point, name
    return kind


@contextmanager
def calm_errors() -> Iterator[None]:
    """Turns what an engine throws when it cannot be reached or read into `Unavailable`."""
    try:
        yield
    except (OperationalError, InterfaceError, DatabaseError) as problem:
        code = _code_of(problem)
        if code is None:
            raise
        raise Unavailable(code) from problem


def is_locked(problem: BaseException) -> bool:
    """Whether another writer held the database for longer than the busy timeout."""
    text = str(problem).lower()
    return "locked" in text or "lock timeout" in text


def _code_of(problem: BaseException) -> str | None:
    text = str(problem).lower()
    for words, code in (
        (("not a database", "malformed", "disk image"), "database_damaged"),
        (("database or disk is full", "no space left"), "disk_full"),
        (("readonly", "read-only"), "database_read_only"),
        (("unable to open",), "database_cannot_open"),
    ):
        if any(word in text for word in words):
            return code
    if is_locked(problem):
        return "database_locked"
    cause = problem.__cause__ or problem.__context__ or problem
    if isinstance(cause, sqlite3.Error):
        return None
    return "database_unreachable" if _connection_lost(problem, text) else None


def _connection_lost(problem: BaseException, text: str) -> bool:
    words = ("connection", "server", "closed", "could not", "timeout expired", "terminating")
    return isinstance(problem, (OperationalError, InterfaceError)) and any(
        word in text for word in words
    )
