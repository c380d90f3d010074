"""The chain of what changed: nobody rewrites it unseen, and erasing a person does not break it."""

from collections.abc import Callable
from typing import Any

import pytest

from crm_desktop.store import Store, audit, triggers
from crm_desktop.store.audit import Entry, Fault
from tests.race import Race
from tests.store.workers import write_lines

AT = "2026-11-22T09:00:00.000+07:00"
TAMPER: dict[str, tuple[str, tuple[str, int, str]]] = {
    "an actor was changed": (
        "UPDATE audit_line SET actor_id = 7 WHERE id = 2",
        ("audit_line_changed", 2, ""),
    ),
    "a moment was changed": (
        "UPDATE audit_line SET at = '2020-01-01' WHERE id = 2",
        ("audit_line_changed", 2, ""),
    ),
    "digests were changed": (
        "UPDATE audit_line SET digests = 'no json' WHERE id = 2",
        ("audit_line_changed", 2, ""),
    ),
    "a link was changed": (
        "UPDATE audit_line SET previous = '0' WHERE id = 2",
        ("audit_line_inserted", 2, ""),
    ),
    "a value was changed": (
        "UPDATE audit_value SET after = 'forged' WHERE line_id = 2",
        ("audit_value_changed", 2, "name"),
    ),
    "a value was changed without its salt": (
        "UPDATE audit_value SET after = 'forged', salt = NULL WHERE line_id = 2",
        ("audit_value_changed", 2, "name"),
    ),
    "a value was taken out": (
        "DELETE FROM audit_value WHERE line_id = 2",
        ("audit_value_missing", 2, "name"),
    ),
    "a value was put in": (
        "INSERT INTO audit_value (line_id, field, salt, after) VALUES (2, 'grade', 'a', 'G6')",
        ("audit_value_inserted", 2, "grade"),
    ),
    "a line was put in at the end": (
        "INSERT INTO audit_line SELECT 5, at, actor_id, command, record, record_id, event, digests,"
        " previous, hash FROM audit_line WHERE id = 4",
        ("audit_line_inserted", 5, ""),
    ),
    "a line was put in before the first": (
        "INSERT INTO audit_line SELECT 0, at, actor_id, command, record, record_id, event, digests,"
        " previous, hash FROM audit_line WHERE id = 1",
        ("audit_line_inserted", 0, ""),
    ),
}


def write(store: Store, *entries: Entry) -> None:
    with store.write():
        audit.append(store, AT, None, "test", list(entries))


def named(record_id: int, name: str = "คุณสมชาย") -> Entry:
    return Entry("person", record_id, "added", {}, {"name": name})


def unguard(store: Store) -> None:
    """What an attacker does who holds the database's own password."""
    for table, what, _, _ in triggers.rules():
        on = "" if store.engine == "sqlite" else f" ON {table}"
        store.database.execute_sql(f"DROP TRIGGER {table}_no_{what}{on}")


@pytest.fixture
def chain(store: Store) -> Store:
    """Four lines in two commands."""
    write(store, named(1), named(2))
    write(store, named(3), named(4))
    assert list(audit.verify(store)) == []
    return store


@pytest.mark.parametrize("how", TAMPER)
def test_verify_names_what_was_tampered_with(chain: Store, how: str) -> None:
    statement, found = TAMPER[how]
    unguard(chain)
    chain.database.execute_sql(statement)
    assert Fault(*found) in list(audit.verify(chain))


def test_verify_says_how_many_lines_are_missing(chain: Store) -> None:
    unguard(chain)
    chain.database.execute_sql("DELETE FROM audit_value WHERE line_id IN (2, 3)")
    chain.database.execute_sql("DELETE FROM audit_line WHERE id IN (2, 3)")
    assert list(audit.verify(chain)) == [Fault("audit_line_missing", 2, "2")]


def test_a_rewritten_line_does_not_fit_the_next_even_with_a_new_hash(chain: Store) -> None:
    unguard(chain)
    line = chain.t.audit_line
    row = next(iter(line.select().where(line.c.id == 2).dicts()))
    forged = audit._hash({**row, "actor_id": 7})
    line.update(actor_id=7, hash=forged).where(line.c.id == 2).execute()
    assert list(audit.verify(chain)) == [Fault("audit_line_inserted", 3)]


def test_a_long_chain_is_walked_page_by_page(chain: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "VERIFY_PAGE", 3)
    assert list(audit.verify(chain)) == []
    unguard(chain)
    chain.database.execute_sql("UPDATE audit_line SET event = 'x' WHERE id = 4")
    assert list(audit.verify(chain)) == [Fault("audit_line_changed", 4)]


def replace_on(store: Store, table: str, columns: str) -> None:
    """The same row once more, over the old one."""
    if store.engine == "sqlite":
        store.database.execute_sql(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        return
    key, column = columns.split("/")
    store.database.execute_sql(
        f"INSERT INTO {table} SELECT * FROM {table}"
        f" ON CONFLICT ({key}) DO UPDATE SET {column} = 'forged'"
    )


FORBIDDEN: dict[str, Callable[[Store], Any]] = {
    "change a line": lambda store: store.t.audit_line.update(event="x").execute(),
    "delete a line": lambda store: store.t.audit_line.delete().execute(),
    "replace a line": lambda store: replace_on(store, "audit_line", "id/event"),
    "rewrite a value": lambda store: store.t.audit_value.update(after="x").execute(),
    "empty a value by half": lambda store: store.t.audit_value.update(salt=None).execute(),
    "delete a value": lambda store: store.t.audit_value.delete().execute(),
    "replace a value": lambda store: replace_on(store, "audit_value", "line_id, field/after"),
    "rename a value": lambda store: store.t.audit_value.update(
        field="x", salt=None, before=None, after=None
    ).execute(),
}


@pytest.mark.parametrize("how", FORBIDDEN)
def test_the_database_itself_refuses_to_rewrite_history(chain: Store, how: str) -> None:
    with pytest.raises(Exception, match="append-only"), chain.write():
        FORBIDDEN[how](chain)
    assert list(audit.verify(chain)) == []
    assert audit.head(chain)[0] == 4


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", triggers.UNTRUNCATED)
def test_history_cannot_be_truncated(chain: Store, table: str) -> None:
    with pytest.raises(Exception, match="append-only"), chain.write():
        chain.database.execute_sql(f"TRUNCATE {table} CASCADE")


def test_an_erased_person_leaves_a_valid_chain(chain: Store) -> None:
    value = chain.t.audit_value
    with chain.write():
        value.update(salt=None, before=None, after=None).where(value.c.line_id == 2).execute()
    assert list(audit.verify(chain)) == []
    write(chain, named(5))
    assert list(audit.verify(chain)) == []


@pytest.mark.parametrize(
    "how", ["detail = 'x'", "event = 'y'", "detail = '{}', event = 'y'", "actor_id = 7", "at = ''"]
)
def test_of_what_happened_only_the_words_about_a_person_can_be_taken_away(
    store: Store, how: str
) -> None:
    told = {"subject": "note", "subject_id": 1, "event": "noted", "detail": '{"text": "ที่บ้าน"}'}
    with store.write():
        store.t.timeline.insert(**told, at=AT).execute()
    with pytest.raises(Exception, match="append-only"), store.write():
        store.database.execute_sql(f"UPDATE timeline SET {how}")
    with store.write():
        store.database.execute_sql("UPDATE timeline SET detail = '{}'")
    with pytest.raises(Exception, match="append-only"), store.write():
        store.database.execute_sql("DELETE FROM timeline")


def test_equal_values_cannot_be_told_from_their_digests(store: Store) -> None:
    write(store, named(1), named(1))
    line = store.t.audit_line
    first, second = (row[0] for row in line.select(line.c.digests).order_by(line.c.id).tuples())
    assert first != second


def test_only_what_changed_is_kept(store: Store) -> None:
    write(store, Entry("person", 1, "changed", {"a": 1, "b": "x"}, {"a": 1, "b": "y"}))
    value = store.t.audit_value
    columns = (value.c.field, value.c.before, value.c.after)
    assert list(value.select(*columns).tuples()) == [("b", "x", "y")]


def test_a_failed_command_leaves_no_line(chain: Store) -> None:
    with pytest.raises(AttributeError):
        write(chain, named(5), None)  # type: ignore[arg-type]
    assert audit.head(chain)[0] == 4


def test_four_desks_that_write_at_once_make_one_whole_chain(store: Store, store_url: str) -> None:
    race = Race(write_lines, store_url, [(15,)] * 4)
    race.run()
    assert race.exit_codes == [0] * 4
    assert list(audit.verify(store)) == []
    assert audit.head(store)[0] == 60
