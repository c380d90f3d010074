"""One URL opens either database; where the engines differ is said here and in ddl.py."""

import re
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePath, PureWindowsPath
from time import monotonic, sleep
from typing import Any
from urllib.parse import unquote, urlsplit

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.store.ddl import engine_of
from crm_desktop.store.orm import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    load_driver,
    peewee,
)
from crm_desktop.store.writer import Writer

BUSY_SECONDS = 10
HASTE_SECONDS = 0.05
"""A window stands still for no longer than 100 ms in all; an ordinary save locks for a few."""
BREATH_SECONDS = 0.02
CONNECT_SECONDS = 3
SILENT_SECONDS = 3
"""How long a server may be silent before it counts as gone; libpq takes at least two."""
NETWORK_FILE_SYSTEMS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "ceph"),
        *("glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse"),
    }
)
WINDOWS_REMOTE_DRIVE = 4
# What the engines say by number, since their words come in the language of the server.
SQLITE_PROBLEMS = {
    "SQLITE_BUSY": "database_locked",
    "SQLITE_LOCKED": "database_locked",
    "SQLITE_CORRUPT": "database_damaged",
    "SQLITE_NOTADB": "database_damaged",
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "database_read_only",
    "SQLITE_CANTOPEN": "database_cannot_open",
    "SQLITE_PERM": "database_cannot_open",
    "SQLITE_IOERR": "disk_failing",
}
POSTGRESQL_PROBLEMS = {
    "55P03": "database_locked",
    "40P01": "database_locked",
    "40001": "database_locked",
    "53100": "disk_full",
    "58030": "disk_failing",
    "XX001": "database_damaged",
    "XX002": "database_damaged",
    "25006": "database_read_only",
    "53300": "database_unreachable",
}
TAKEN_BACK = ("40P01", "40001")
"""PostgreSQL ended the transaction so that others can go on: it stored nothing and may be tried
again."""
CONNECTION_LOST = ("08", "28", "3D", "57P")


def open_database(url: str) -> Any:
    """The peewee database of `url`, not yet connected.

    Raises Refused `database_url` for a URL of neither engine and `database_on_network` for a
    SQLite file on a network share, where its locks cannot be trusted.
    """
    if url.startswith("sqlite:///"):
        database = _sqlite(Path(sqlite_path(url)))
    elif url.startswith(("postgresql://", "postgres://")):
        database = _postgresql(url)
    else:
        raise Refused("database_url", url=url.rsplit("@", maxsplit=1)[-1])
    database.context_class = Writer
    return database


def sqlite_path(url: str) -> str:
    """The file that `sqlite:///relative`, `sqlite:////absolute` or `sqlite:///C:/…` names."""
    return unquote(url.removeprefix("sqlite:///"))


def file_identity(url: str) -> tuple[int, int] | None:
    """Which file a SQLite URL names at this moment; None for a server, or where there is none.

    A file that was deleted or replaced can still be written through an open connection, and all
    of it would be lost.
    """
    if not url.startswith("sqlite:///"):
        return None
    try:
        found = Path(sqlite_path(url)).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _sqlite(path: Path) -> Any:
    if on_network_share(path):
        raise Refused("database_on_network", path=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Unavailable("database_cannot_open") from problem
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
        connect_timeout=CONNECT_SECONDS,
        keepalives_idle=2,
        keepalives_interval=1,
        keepalives_count=2,
        tcp_user_timeout=SILENT_SECONDS * 1000,
        # Compiling a query costs more than any of the desk's takes.
        options=f"-c TimeZone=Asia/Bangkok -c lock_timeout={BUSY_SECONDS * 1000:.0f} -c jit=off",
    )


def connect(database: Any) -> None:
    """Connects, and tries again while others are at a new file.

    Its switch to a write-ahead log is the one thing for which SQLite does not wait by itself.
    """
    until = monotonic() + BUSY_SECONDS
    while database.is_closed():
        try:
            database.connect()
        except Exception as problem:
            waits = engine_of(database) == "sqlite" and is_locked(problem)
            if not waits or monotonic() > until:
                raise
            sleep(BREATH_SECONDS)


def hang_up(handle: int) -> None:
    """Shuts a socket for both ways; its owner closes it. One that is gone already is no error."""
    plug = socket.socket(fileno=handle)
    try:
        plug.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
    finally:
        plug.detach()


def moment(database: Any) -> datetime:
    """The database's clock in Asia/Bangkok; a SQLite file has the clock of its PC."""
    if engine_of(database) == "sqlite":
        return datetime.now(BANGKOK)
    found: datetime = database.execute_sql("SELECT now()").fetchone()[0]
    return found.astimezone(BANGKOK)


def describe(url: str) -> str:
    """What people call this database: a path, or server and name; never a secret."""
    if url.startswith("sqlite:///"):
        return sqlite_path(url)
    parts = urlsplit(url)
    return f"{parts.hostname or 'localhost'}/{parts.path.lstrip('/')}"


def on_network_share(path: Path) -> bool:
    """Whether the file lies on another machine's disk, by what the operating system says."""
    if sys.platform == "win32":
        return on_windows_share(path.absolute())
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    return file_system_of(path.resolve(), mounts.read_text()) in NETWORK_FILE_SYSTEMS


def on_windows_share(path: PurePath) -> bool:
    """Whether an absolute path names a server, or a drive letter that stands for one."""
    import ctypes  # late: for Windows alone

    drive = PureWindowsPath(path).drive
    windll = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    return drive.startswith("\\\\") or (
        windll.kernel32.GetDriveTypeW(drive + "\\") == WINDOWS_REMOTE_DRIVE
    )


def file_system_of(path: PurePath, mounts: str) -> str:
    """The type of the deepest mount above `path`, read from the text of /proc/mounts."""
    best, kind = 0, ""
    for line in mounts.splitlines():
        _, written, name = line.split()[:3]
        point = PurePath(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), written))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), name
    return kind


@contextmanager
def calm_errors() -> Iterator[None]:
    """Turns what an engine throws when it cannot be reached or read into `Unavailable`.

    Two people who save the same unique value in the same moment both passed the check before it;
    the second is told with Refused `taken_meanwhile`.
    """
    try:
        yield
    except (DatabaseError, InterfaceError, sqlite3.Error) as problem:
        if _is_taken(problem):
            raise Refused("taken_meanwhile") from problem
        code = _code_of(problem)
        if code is None:
            raise
        raise Unavailable(code) from problem


def _is_taken(problem: BaseException) -> bool:
    root = getattr(problem, "orig", problem)
    name, state = getattr(root, "sqlite_errorname", ""), getattr(root, "sqlstate", "")
    return name in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY") or state == "23505"


def is_locked(problem: BaseException) -> bool:
    """Whether another writer held the database for longer than the busy timeout."""
    return _code_of(problem) == "database_locked"


def is_taken_back(problem: BaseException) -> bool:
    """Whether an `Unavailable` says that the server gave one transaction up for another."""
    cause = problem.__cause__
    return getattr(getattr(cause, "orig", cause), "sqlstate", None) in TAKEN_BACK


def _code_of(problem: BaseException) -> str | None:
    """The sentence for it; None for what is the program's fault and not the database's state."""
    root = getattr(problem, "orig", problem)
    if isinstance(root, sqlite3.Error):
        name = getattr(root, "sqlite_errorname", "")
        return SQLITE_PROBLEMS.get("_".join(name.split("_")[:2]))
    state = getattr(root, "sqlstate", None)
    if state:
        lost = state.startswith(CONNECTION_LOST)
        return POSTGRESQL_PROBLEMS.get(state, "database_unreachable" if lost else None)
    unsaid = isinstance(problem, (OperationalError, InterfaceError)) and root is not problem
    return "database_unreachable" if unsaid else None
