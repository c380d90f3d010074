"""Opening a database: what cannot be trusted is refused with a sentence, and nothing is changed."""

import ctypes
import os
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest

from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.store import Store, engines, migrate, triggers

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
POSTGRESQL = pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)


def file_of(url: str) -> Path:
    return Path(engines.sqlite_path(url))


def refused(url: str, kind: type[Refused] = Refused) -> Refused:
    """What opening answers."""
    with pytest.raises(kind) as caught:
        Store.open(url)
    return caught.value


def test_a_new_database_gets_all_tables_and_all_guards(empty_url: str) -> None:
    store = Store.open(empty_url, migrations=True)
    assert migrate.applied(store.database) == migrate.known()
    assert triggers.missing(store.database) == set()
    store.close()


def test_an_old_program_leaves_a_newer_database_alone(store: Store, store_url: str) -> None:
    with store.write():
        store.database.execute_sql(
            "INSERT INTO schema_migration (name, applied) VALUES ('9999_future', '2027-01-01')"
        )
    store.close()
    told = refused(store_url)
    assert told.code == "database_newer"
    assert told.values == {"found": "9999_future", "known": migrate.known()[-1]}


@POSTGRESQL
def test_no_desk_migrates_the_server_by_just_starting(store: Store, store_url: str) -> None:
    with store.write():
        store.database.execute_sql(f"DELETE FROM schema_migration WHERE name = '{_last()}'")
    store.close()
    told = refused(store_url)
    assert (told.code, told.values) == ("database_needs_migration", {"count": 1})


def _last() -> str:
    return migrate.known()[-1]


def test_the_database_of_another_program_is_not_built_upon(empty_url: str) -> None:
    database = engines.open_database(empty_url)
    database.connect()
    database.execute_sql("CREATE TABLE invoice (id INTEGER PRIMARY KEY)")
    database.close()
    with pytest.raises(Refused) as caught:
        Store.open(empty_url, migrations=True)
    assert caught.value.code == "database_foreign"
    database.connect()
    assert database.get_tables() == ["invoice"]
    database.close()


@SQLITE
@pytest.mark.parametrize("begin", [0, 100], ids=["no database at all", "damaged inside"])
def test_a_damaged_file_is_told_and_kept_as_it_is(store_url: str, begin: int) -> None:
    path = file_of(store_url)
    content = bytearray(path.read_bytes())
    content[begin:4096] = b"\xa5" * (4096 - begin)
    path.write_bytes(content)
    assert refused(store_url, Unavailable).code == "database_damaged"
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform != "linux", reason="/proc stands for a folder nobody may write")
@pytest.mark.parametrize("path", ["/proc/crm.db", "/proc/none/crm.db", "/dev/null/crm.db"])
def test_a_folder_where_no_file_can_be_is_told(path: str) -> None:
    assert refused(f"sqlite:///{path}", Unavailable).code == "database_cannot_open"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
@SQLITE
def test_a_read_only_folder_is_told(store_url: str) -> None:
    path = file_of(store_url)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        code = refused(store_url, Unavailable).code
    finally:
        path.parent.chmod(0o755)
    assert code in ("database_read_only", "database_cannot_open")


@SQLITE
def test_writing_where_only_reading_is_allowed_is_told(store: Store) -> None:
    store.database.execute_sql("PRAGMA query_only=1")
    with pytest.raises(Unavailable, match="database_read_only"), store.write():
        store.t.setting.insert(key="a", value="1").execute()


def test_who_holds_the_lock_too_long_costs_the_others_a_sentence_and_no_data(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    slow, quick = Store.open(store_url), Store.open(store_url)
    with slow.write():
        slow.t.setting.insert(key="same", value="slow").execute()
        with pytest.raises(Unavailable, match="database_locked"), quick.write():
            quick.t.setting.insert(key="same", value="quick").execute()
    with quick.write():
        quick.t.setting.update(value="quick").where(quick.t.setting.c.key == "same").execute()
    assert list(slow.t.setting.select(slow.t.setting.c.value).tuples()) == [("quick",)]
    slow.close()
    quick.close()


@SQLITE
def test_a_window_waits_out_an_ordinary_save_of_another_and_nothing_longer(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm_desktop.store.HASTE_SECONDS", 5)
    window, other = (
        Store.open(store_url),
        sqlite3.connect(file_of(store_url), isolation_level=None, check_same_thread=False),
    )
    window.hurry()
    other.execute("BEGIN IMMEDIATE")
    assert not window.is_free()
    saved = threading.Timer(0.02, other.execute, ["COMMIT"])
    saved.start()
    with window.write():
        window.t.setting.insert(key="same", value="window").execute()
    saved.join()
    monkeypatch.setattr("crm_desktop.store.HASTE_SECONDS", 0.02)
    window.hurry()
    tries: list[object] = []
    real = window.database.atomic

    def counted() -> object:
        tries.append(real())
        return tries[-1]

    monkeypatch.setattr(window.database, "atomic", counted)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="database_locked"), window.write():
        window.t.setting.delete().execute()
    assert len(tries) == 1
    other.execute("ROLLBACK")
    assert window.is_free()
    other.close()
    window.close()


@SQLITE
def test_a_file_that_another_program_locked_is_told(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(file_of(store_url), isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert refused(store_url, Unavailable).code == "database_locked"
        other.execute("ROLLBACK")


def test_a_removed_guard_stops_the_desk_until_it_is_put_back(store: Store, store_url: str) -> None:
    on = "" if store.engine == "sqlite" else " ON audit_line"
    store.database.execute_sql(f"DROP TRIGGER audit_line_no_delete{on}")
    store.close()
    told = refused(store_url)
    assert (told.code, told.values) == (
        "database_guards_missing",
        {"names": "audit_line_no_delete"},
    )
    Store.open(store_url, migrations=True).close()
    Store.open(store_url).close()


@POSTGRESQL
@pytest.mark.parametrize("guard", ["audit_line_no_update", "audit_value_no_truncate"])
def test_a_guard_that_was_switched_off_counts_as_gone(
    store: Store, store_url: str, guard: str
) -> None:
    table = guard.partition("_no_")[0]
    store.database.execute_sql(f"ALTER TABLE {table} DISABLE TRIGGER {guard}")
    store.close()
    assert refused(store_url).values == {"names": guard}


@SQLITE
def test_a_power_cut_or_a_replacing_insert_cannot_undo_what_was_stored(store: Store) -> None:
    def pragma(name: str) -> object:
        return store.database.execute_sql(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2  # FULL
    assert pragma("foreign_keys") == 1
    assert pragma("recursive_triggers") == 1
    assert pragma("busy_timeout") == engines.BUSY_SECONDS * 1000


@pytest.mark.parametrize("url", ["mysql://shop", "desk.db", "", "postgresql+psycopg://x"])
def test_a_url_of_neither_engine_is_told(url: str) -> None:
    assert refused(url).code == "database_url"


def test_a_password_is_never_told_on() -> None:
    assert refused("mysql://crm:secret@server/desk").values == {"url": "server/desk"}
    shown = engines.describe("postgresql://crm:secret@server:5432/desk")
    assert shown == "server/desk"


MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/shop\040files cifs rw 0 0
server:/export /mnt nfs4 rw 0 0
tmpfs /mnt/fast tmpfs rw 0 0
""".strip()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/desk/desk.db", "ext4"),
        ("/mnt/desk.db", "nfs4"),
        ("/mnt/shop files/desk.db", "cifs"),
        ("/mnt/shop files too/desk.db", "nfs4"),
        ("/mnt/fast/desk.db", "tmpfs"),
        ("/mntx/desk.db", "ext4"),
    ],
)
def test_the_deepest_mount_says_whose_disk_it_is(path: str, kind: str) -> None:
    assert engines.file_system_of(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "9p"])
def test_a_file_on_a_network_share_is_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "file_system_of", lambda *_: kind)
    monkeypatch.setattr(engines, "on_windows_share", lambda _: True)
    path = tmp_path / "new" / "desk.db"
    told = refused(f"sqlite:///{path}")
    assert (told.code, told.values) == ("database_on_network", {"path": str(path)})
    assert not path.parent.exists()


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"\\server\share\desk.db", True),
        (r"Z:\shop\desk.db", True),
        (r"C:\shop\desk.db", False),
    ],
)
def test_windows_is_asked_what_a_drive_letter_stands_for(
    path: str, remote: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = {"Z:\\": engines.WINDOWS_REMOTE_DRIVE, "C:\\": 3}
    kernel = SimpleNamespace(GetDriveTypeW=kinds.__getitem__)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert engines.on_windows_share(PureWindowsPath(path)) is remote


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_nothing_is_saved_into_a_file_that_was_deleted_meanwhile(store: Store) -> None:
    Path(engines.sqlite_path(store.url)).unlink()
    for act in (store.read, store.write):
        with pytest.raises(Unavailable, match="database_gone"), act():
            pytest.fail("the deleted file was used")


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_no_query_of_the_desk_waits_for_being_compiled(store: Store) -> None:
    """With thousands waiting the rail's one question took half a second, most of it for that."""
    assert store.database.execute_sql("SHOW jit").fetchone() == ("off",)
