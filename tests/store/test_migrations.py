"""Schema changes: whoever comes first makes them, whole or not at all, after a verified backup."""

import gzip
import sqlite3
from base64 import b64decode
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.authority.approval_queue import queue_page, request_card
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.authority.matrices import ConfirmMatrix, matrix_in_force
from crm_desktop.services.customers.completeness import measure
from crm_desktop.services.integrity import verify
from crm_desktop.services.look import logo_and_version, look_and_version
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.store import BANGKOK, Store, audit, engines, migrate, triggers
from tests.race import Race
from tests.services.desk import PEOPLE
from tests.store.conftest import Program
from tests.store.workers import open_new

SAMPLES = Path(__file__).parent / "samples"
WAITING_IN_SAMPLE = 7
FIRST = "0001_initial"
NEXT = "0900_next"
ADD_COLUMN = "db.execute_sql('ALTER TABLE branch ADD COLUMN opened_on TEXT')"
REBUILD = (
    "migrator.migrate(migrator.alter_column_type('timeline', 'event', __import__('peewee')"
    ".CharField()))"
)
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def add_branch(store: Store, code: str = "01") -> None:
    texts = {"tax_branch": "00000", "address_th": "", "address_en": "", "phone": ""}
    with store.write():
        store.t.branch.insert(code=code, name_th="สาขา", name_en="Branch", **texts).execute()
        entry = audit.Entry("branch", 1, "added", {}, {"name_th": "สาขา"})
        audit.append(store, "2026-11-22T09:00:00+07:00", None, "test", [entry])


def branches(store: Store) -> list[str]:
    return [row[0] for row in store.t.branch.select(store.t.branch.c.name_th).tuples()]


def backups(url: str) -> list[Path]:
    path = Path(engines.sqlite_path(url))
    return sorted(path.parent.glob("*-before-*.db"))


def test_a_database_of_the_first_version_is_brought_up_with_its_data(
    empty_url: str, program: Program
) -> None:
    program.knows_only(FIRST)
    old = Store.open(empty_url, migrations=True)
    add_branch(old)
    old.close()
    program.is_this_one()
    store = Store.open(empty_url, migrations=True)
    assert migrate.applied(store.database) == migrate.known() != [FIRST]
    assert branches(store) == ["สาขา"]
    assert list(audit.verify(store)) == []
    store.close()


@SQLITE
def test_a_copy_that_was_read_back_lies_beside_a_file_before_it_is_changed(
    store: Store, store_url: str, program: Program
) -> None:
    add_branch(store)
    store.close()
    program.brings(NEXT, ADD_COLUMN)
    Store.open(store_url).close()
    (copy,) = backups(store_url)
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT name_th FROM branch").fetchall() == [("สาขา",)]
        names = [row[0] for row in kept.execute("SELECT name FROM schema_migration")]
        assert NEXT not in names
        assert kept.execute("SELECT count(*) FROM audit_line").fetchone() == (1,)


@SQLITE
def test_nothing_is_copied_where_nothing_changes(store: Store, store_url: str) -> None:
    store.close()
    Store.open(store_url, migrations=True).close()
    assert backups(store_url) == []


@SQLITE
def test_without_a_whole_backup_nothing_is_changed(
    store: Store, store_url: str, program: Program
) -> None:
    add_branch(store)
    store.close()
    path = Path(engines.sqlite_path(store_url))
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'audit_line_of'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek(page * 4096 - 8)  # an entry of the index: what it points to is no longer so
        file.write(b"\xa5" * 4)
    program.brings(NEXT, ADD_COLUMN)
    with pytest.raises(Refused) as caught:
        Store.open(store_url)
    assert caught.value.code == "backup_failed"
    assert backups(store_url) == []
    with closing(sqlite3.connect(path)) as database:
        names = [row[0] for row in database.execute("SELECT name FROM schema_migration")]
    assert NEXT not in names


def test_a_migration_that_fails_leaves_the_old_version_whole(
    store: Store, store_url: str, program: Program
) -> None:
    add_branch(store)
    store.close()
    program.brings(NEXT, ADD_COLUMN)
    program.brings("0901_broken", "db.execute_sql('DROP TABLE timeline'); raise RuntimeError")
    with pytest.raises(RuntimeError):
        Store.open(store_url, migrations=True)
    (program.folder / "0901_broken.py").unlink()
    (program.folder / f"{NEXT}.py").unlink()
    again = Store.open(store_url)
    assert migrate.pending(again.database) == []
    assert again.database.table_exists("timeline")
    assert branches(again) == ["สาขา"]
    again.close()


def test_a_rebuilt_table_is_guarded_again(store: Store, store_url: str, program: Program) -> None:
    add_branch(store)
    with store.write():
        store.t.timeline.insert(
            at="2026-11-22", subject="note", subject_id=1, event="note", detail="{}"
        ).execute()
    store.close()
    program.brings(NEXT, REBUILD)
    migrated = Store.open(store_url, migrations=True)
    assert triggers.missing(migrated.database) == set()
    with pytest.raises(Exception, match="append-only"), migrated.write():
        migrated.t.timeline.update(event="other").execute()
    assert [row[0] for row in migrated.t.timeline.select(migrated.t.timeline.c.event).tuples()] == [
        "note"
    ]
    migrated.close()


@SQLITE
def test_a_rebuilt_table_does_not_take_its_children_along(
    store: Store, store_url: str, program: Program
) -> None:
    add_branch(store)
    with store.write():
        store.t.person.insert(
            username="nok", name="นก", name_en="Nok", roles="officer", grade="G3", branch_id=1,
            password_hash="-",
        ).execute()  # fmt: skip
    store.close()
    program.brings(
        NEXT,
        "migrator.migrate(migrator.alter_column_type('branch', 'phone', __import__('peewee')"
        ".CharField()))",
    )
    migrated = Store.open(store_url)
    assert migrated.database.execute_sql("PRAGMA foreign_keys").fetchone() == (1,)
    assert migrated.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert migrated.t.person.select().count() == 1
    migrated.close()


def test_desks_that_start_together_make_one_database(empty_url: str) -> None:
    race = Race(open_new, empty_url, [()] * 6)
    race.run()
    assert race.exit_codes == [0] * 6
    store = Store.open(empty_url)
    assert migrate.applied(store.database) == migrate.known()
    store.close()


def sample(name: str, folder: Path) -> Store:
    """A database that an older program left, opened and so brought up by this one."""
    path = folder / "desk.db"
    path.write_bytes(gzip.decompress((SAMPLES / f"{name}.db.gz").read_bytes()))
    return Store.open(f"sqlite:///{path}")


def verified(store: Store) -> int:
    """How many papers there are, all of them sound."""
    program = Application(store)
    program.act_as_system()
    found = program.read(verify)
    assert found.faults == ()
    return found.papers


@pytest.mark.parametrize(
    ("name", "papers"),
    [
        ("0002_search", 2),
        ("0003_orders", 15),
        ("0004_authority", 15),
        ("0005_look", 15),
        ("0014_views", 15),
    ],
)
def test_papers_issued_under_an_older_version_are_still_what_was_approved(
    name: str, papers: int, tmp_path: Path
) -> None:
    store = sample(name, tmp_path)
    assert verified(store) == papers
    store.close()


def test_what_waited_under_an_older_version_is_still_answered(tmp_path: Path) -> None:
    store = sample("0003_orders", tmp_path)
    answered = set()
    for username in ("credit", "supervisor", "manager", "director"):
        program = Application(store, lambda: datetime(2026, 11, 22, 9, 30, tzinfo=BANGKOK))
        program.become(list(PEOPLE).index(username) + 1)
        for row in program.read(queue_page).rows:
            if row.mine:
                (verdict, *_) = program.read(request_card, row.id).verdicts
                program.execute(AnswerRequest(row.id, row.version, verdict))
                answered.add(row.id)
    request = store.t.request
    waiting = request.select(request.c.id).where(request.c.state == "waiting")
    assert list(waiting.tuples()) == []
    assert len(answered) == WAITING_IN_SAMPLE
    verified(store)
    store.close()


def test_the_draft_that_the_owner_left_under_an_older_version_is_still_the_owners(
    tmp_path: Path,
) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(gzip.decompress((SAMPLES / "0003_orders.db.gz").read_bytes()))
    director = list(PEOPLE).index("director") + 1
    with closing(sqlite3.connect(path)) as old, old:
        old.execute(
            "INSERT INTO matrix (version, state, content, author_id, reason, effective_from,"
            " created_at) SELECT 2, 'draft', content, ?, reason, '2026-11-22', created_at"
            " FROM matrix WHERE version = 1",
            (director,),
        )
    store = Store.open(f"sqlite:///{path}")
    program = Application(store, lambda: datetime(2026, 11, 22, 9, 30, tzinfo=BANGKOK))
    program.become(list(PEOPLE).index("administrator") + 1)
    program.execute(ConfirmMatrix(2))
    assert program.read(matrix_in_force).version == 2
    store.close()


def test_terms_and_logo_of_an_older_version_stay_on_the_papers(tmp_path: Path) -> None:
    store = sample("0004_authority", tmp_path)
    program = Application(store)
    program.act_as_system()
    look, version = program.read(look_and_version)
    assert (look.terms_th, look.terms_en) == ("ไม่รับเปลี่ยนหรือคืน\nกรุณาตรวจรับสินค้า", "No returns.")
    assert (look.special_terms_th, look.special_terms_en) == ("ไม่คืนมัดจำ", "Deposits stay.")
    assert b64decode(program.read(logo_and_version)[0]).startswith(b"\x89PNG")
    assert version == 1
    kept = store.database.execute_sql("SELECT value FROM setting WHERE key = 'shop'").fetchone()[0]
    assert "terms" not in kept
    assert "logo" not in kept
    store.close()


def test_offers_of_an_older_version_come_with_their_stages_and_receipts(tmp_path: Path) -> None:
    store = sample("0005_look", tmp_path)
    document, line = store.t.document, store.t.timeline
    papers = list(document.select().where(document.c.kind == "QT").dicts())
    assert papers
    for row in papers:
        said = line.select(line.c.event, line.c.at).where(
            line.c.subject == "quotation", line.c.subject_id == row["id"]
        )
        events = dict(said.order_by(line.c.id).tuples())
        assert row["stage_at"]
        assert row["received_at"] == events.get("confirm_receipt")
        assert bool(row["reached"] & 1) == ("issue" in events)
        assert bool(row["reached"] & 4) == ("negotiate" in events)
        closed = max((events.get(each, "") for each in ("accept", "lose", "expire")), default="")
        ended = row["state"] in ("accepted", "lost", "expired")
        assert row["closed_on"] == (closed[:10] if ended else None)
        is_open = row["state"] in ("issued", "received", "negotiating")
        assert (row["expected_on"] is not None) == is_open
    store.close()


def test_who_was_met_under_an_older_version_is_known_to_have_been_met(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(gzip.decompress((SAMPLES / "0005_look.db.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as old, old:
        old.execute("DELETE FROM visit")
        visits = (
            (901, 1, "done", "2026-10-01", "outcome_sold"),
            (902, 1, "done", "2026-10-09", "outcome_not_met"),
            (903, 2, "missed", "2026-10-02", ""),
        )
        old.executemany(
            "INSERT INTO visit (id, customer_id, branch_id, officer_id, state, planned_on, channel,"
            " purpose, outcome) VALUES (?, ?, 1, 1, ?, ?, 'meet_visit', 'x', ?)",
            visits,
        )
        told = (
            (1, "visit", 901, "logged", "2026-10-01T10:00:00.000+07:00", "{}"),
            (2, "quotation", 1, "follow_up", "2026-10-05T10:00:00.000+07:00", '{"reason": ""}'),
            (2, "quotation", 1, "follow_up", "2026-10-04T10:00:00.000+07:00", '{"reason": "x"}'),
        )
        old.executemany(
            "INSERT INTO timeline (customer_id, subject, subject_id, event, at, detail)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            told,
        )
        later = "DELETE FROM timeline WHERE customer_id IN (1, 2) AND at > '2026-10-10'"
        old.execute("DROP TRIGGER timeline_no_delete")
        old.execute(later)
    store = Store.open(f"sqlite:///{path}")
    customer, visit = store.t.customer, store.t.visit
    rows = customer.select(customer.c.contact_on, customer.c.due_on).order_by(customer.c.id)
    assert list(rows.limit(2).tuples()) == [("2026-10-01", None), ("2026-10-04", None)]
    unplanned = visit.select(visit.c.id).where(visit.c.unplanned == 1)
    assert list(unplanned.tuples()) == [(901,)]
    store.close()


def test_what_customers_lack_is_counted_as_a_save_counts_it(tmp_path: Path) -> None:
    store = sample("0005_look", tmp_path)
    customer = store.t.customer
    columns = (customer.c.id, customer.c.lacking, customer.c.completeness)
    rows = customer.select(*columns).order_by(customer.c.id)
    filled = list(rows.tuples())
    assert filled
    assert all(percent is not None for _, _, percent in filled)
    context = Context(store, SYSTEM, datetime(2026, 11, 22, 9, 30, tzinfo=BANGKOK))
    with store.write():
        measure(context, [each[0] for each in filled])
    assert list(rows.tuples()) == filled
    store.close()
