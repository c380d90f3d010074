"""A server that goes away: one calm sentence, nothing half done, and the next try connects anew."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.messages import known
from crm_desktop.services.settings import SaveBranch, branches
from crm_desktop.store import Store, audit, engines
from tools import postgres

OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
BRANCH = SaveBranch(None, 0, "01", "สำนักงานใหญ่", "Head Office")
POSTGRESQL = pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
REFUSALS_AT_OPENING = (
    *("database_url", "database_on_network", "database_newer", "database_needs_migration"),
    *("database_foreign", "database_guards_missing", "backup_failed"),
)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(
    "code",
    sorted(
        {
            *engines.SQLITE_PROBLEMS.values(),
            *engines.POSTGRESQL_PROBLEMS.values(),
            *REFUSALS_AT_OPENING,
        }
    ),
)
def test_every_trouble_with_the_database_has_its_sentence(code: str, language: str) -> None:
    assert known(code, language)


@pytest.fixture
def cut(store_url: str) -> Iterator[Callable[[], None]]:
    """Ends every other connection to the database, as an administrator or a crash would."""
    with psycopg.connect(store_url, autocommit=True) as other:
        yield lambda: other.execute(OTHERS) and None  # type: ignore[func-returns-value]


@pytest.fixture
def desk(store: Store) -> Application:
    """The program at work by itself."""
    application = Application(store)
    application.act_as_system()
    return application


ACTS: dict[str, Callable[[Application], Any]] = {
    "poll": lambda desk: desk.poll(),
    "read": lambda desk: desk.read(branches),
    "execute": lambda desk: desk.execute(BRANCH),
    "login": lambda desk: desk.login("nobody", "wrong password"),
}


@POSTGRESQL
@pytest.mark.parametrize("act", ACTS)
def test_whatever_meets_the_lost_server_tells_it_once_and_goes_on(
    desk: Application, cut: Callable[[], None], act: str
) -> None:
    cut()
    with pytest.raises(Unavailable, match="database_unreachable"):
        ACTS[act](desk)
    assert desk.poll() == frozenset()
    assert desk.read(branches) == ()
    assert desk.execute(BRANCH) == desk.read(branches)[0].id


@POSTGRESQL
@pytest.mark.parametrize("at_the_end", [True, False], ids=["at commit", "between two writes"])
def test_a_transaction_that_loses_its_server_leaves_nothing_behind(
    desk: Application, store: Store, cut: Callable[[], None], at_the_end: bool
) -> None:
    def write() -> None:
        with store.write():
            store.t.setting.insert(key="half", value="1").execute()
            cut()
            if not at_the_end:
                store.t.setting.insert(key="other half", value="1").execute()

    with pytest.raises(Unavailable, match="database_unreachable"):
        write()
    assert desk.read(branches) == ()
    assert store.t.setting.select().count() == 0
    desk.execute(BRANCH)
    assert list(audit.verify(store)) == []


@POSTGRESQL
def test_a_refusal_that_cannot_even_be_rolled_back_is_told_as_the_lost_server(
    desk: Application, store: Store, cut: Callable[[], None]
) -> None:
    def write() -> None:
        with store.write():
            cut()
            raise Refused("anything")

    with pytest.raises(Unavailable):
        write()
    desk.execute(BRANCH)


def test_a_mistake_of_the_program_is_not_called_a_lost_server(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)no_such_table") as caught, store.read():
        store.database.execute_sql("SELECT * FROM no_such_table")
    assert not isinstance(caught.value, Unavailable)
    row = {"key": "a locked server, disk full", "value": None}
    with pytest.raises(Exception, match=r"(?i)null") as caught, store.write():
        store.t.setting.add_all([row])
    assert not isinstance(caught.value, Unavailable)


@pytest.mark.skipif(postgres.programs() is None, reason="no PostgreSQL programs")
def test_a_server_that_stops_and_comes_back_is_found_again() -> None:
    programs = postgres.programs()
    assert programs is not None
    with postgres.scratch() as folder, postgres.cluster(programs, folder) as url:
        store = Store.open(url, migrations=True)
        desk = Application(store)
        desk.act_as_system()
        data = Path(store.database.execute_sql("SHOW data_directory").fetchone()[0])

        def control(*words: str) -> None:
            log = str(data.parent / "log")
            pg_ctl = (programs / "pg_ctl", "-D", data, "-w", "-s", "-l", log, "-m", "fast")
            postgres.call(postgres.owner(), *pg_ctl, *words)

        control("stop")
        for act in (*ACTS.values(), lambda _: Store.open(url)):
            with pytest.raises(Unavailable, match="database_unreachable"):
                act(desk)
        control("restart")
        desk.execute(BRANCH)
        assert [each.code for each in desk.read(branches)] == ["01"]
        store.close()


@POSTGRESQL
def test_the_servers_clock_counts_and_not_that_of_the_pc(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class WrongClock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "WrongClock":
            raise AssertionError("the PC's clock was asked")

    monkeypatch.setattr("crm_desktop.store.datetime", WrongClock)
    told = store.database.execute_sql("SELECT clock_timestamp()").fetchone()[0]
    assert abs((store.now() - told).total_seconds()) < 60


def test_every_stored_moment_says_that_it_is_bangkoks(
    desk: Application, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    desk.execute(BRANCH)
    line = store.t.audit_line
    (moment,) = next(iter(line.select(line.c.at).tuples()))
    assert moment.endswith("+07:00")
    assert abs((store.now() - datetime.fromisoformat(moment)).total_seconds()) < 60


def test_the_second_of_two_who_take_one_value_at_once_gets_a_sentence(
    desk: Application, store: Store
) -> None:
    desk.execute(BRANCH)
    row = dict(next(iter(store.t.branch.select().dicts())))
    with pytest.raises(Refused, match="taken_meanwhile"), store.write():
        store.t.branch.insert(**{**row, "id": row["id"] + 1}).execute()
    assert len(desk.read(branches)) == 1


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_disk_that_is_full_at_a_save_is_told_as_such(desk: Application) -> None:
    database = desk.store.database
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.execute_sql(f"PRAGMA max_page_count = {pages}").fetchone()
    table = desk.store.t.watched_seen

    def fill() -> None:
        with desk.store.write():
            for number in range(2_000):  # each alone: there SQLite takes all back by itself
                row = {"file": f"{number}" * 40, "size": 1, "changed_ns": 1, "since": "2026-11-22"}
                table.insert(**row).execute()

    with pytest.raises(Unavailable, match="disk_full"):
        fill()
    with desk.store.read():
        assert table.select().count() == 0
