"""What PostgreSQL ends so that others can go on is tried again, once and from the beginning."""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any, ClassVar

import psycopg
import pytest

from crm_desktop.application import Application
from crm_desktop.domain.errors import Unavailable
from crm_desktop.services.registry import HANDLERS, Command, Context
from crm_desktop.services.settings import SaveBranch, branches
from crm_desktop.store import Store, audit

pytestmark = pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)

LOCK = "SELECT id FROM branch WHERE code = %s FOR NO KEY UPDATE"
WAITS = "SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND pid = %s"


@dataclass(frozen=True)
class Step(Command[str]):
    """A command whose handler each test writes."""

    name: ClassVar[str] = "step"
    permission: ClassVar[str] = "system.housekeeping"


class Desk:
    """The program at work by itself, with two branches to lock."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.application = Application(store)
        self.application.act_as_system()
        for code in ("01", "02"):
            self.application.execute(SaveBranch(None, 0, code, f"สาขา {code}", f"Branch {code}"))
        self.seen: list[Context] = []
        self.told: list[frozenset[str]] = []
        self.application.listen(self.told.append)

    def names(self) -> set[str]:
        """The Thai names of the branches."""
        return {each.name_th for each in self.application.read(branches)}

    def rename(self, context: Context, name: str) -> None:
        """Writes with an audit line and a line on the timeline, as handlers do."""
        self.seen.append(context)
        row = context.row("branch", 1)
        context.update("branch", 1, row["version"], "renamed", name_th=name)

    def handles(self, handler: Any) -> None:
        HANDLERS[Step] = handler


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    """The desk whose one command is written by the test."""
    yield Desk(store)
    HANDLERS.pop(Step, None)


def lines(store: Store) -> int:
    line = store.t.audit_line
    return int(line.select().count())


def test_of_two_who_wait_for_each_other_nobody_has_to_press_again(
    desk: Desk, store_url: str
) -> None:
    with psycopg.connect(store_url) as other:
        other.execute("SET deadlock_timeout = '60s'")  # so that it is ours that is ended
        other.execute(LOCK, ["02"])

        def crosses() -> None:
            other.execute(LOCK, ["01"])
            other.commit()

        thread = Thread(target=crosses)

        def work(context: Context, _: Step) -> str:
            desk.rename(context, "ใหม่")
            run = context.store.database.execute_sql
            if len(desk.seen) == 1:
                thread.start()
                while not run(WAITS, (other.info.backend_pid,)).fetchone()[0]:
                    pass
            run(LOCK, ("02",))
            return "done"

        desk.handles(work)
        assert desk.application.execute(Step()) == "done"
        thread.join()
    assert len(desk.seen) == 2
    assert "ใหม่" in desk.names()


@pytest.mark.parametrize("state", ["40P01", "40001"])
def test_what_was_taken_back_is_written_and_told_once(desk: Desk, state: str) -> None:
    def work(context: Context, _: Step) -> str:
        desk.rename(context, f"ครั้งที่ {len(desk.seen) + 1}")
        if len(desk.seen) == 1:
            context.touched.add("customer")
            raise_(context, state)
        return context.actor.username

    before = lines(desk.store)
    desk.handles(work)
    assert desk.application.execute(Step()) == "system"
    first, second = desk.seen
    assert first is not second
    assert (len(second.entries), lines(desk.store)) == (1, before + 1)
    assert desk.told == [frozenset({"branch"})]
    assert desk.names() == {"ครั้งที่ 2", "สาขา 02"}
    assert list(audit.verify(desk.store)) == []


def test_who_loses_twice_is_told_that_the_database_is_busy(desk: Desk) -> None:
    def work(context: Context, _: Step) -> str:
        desk.rename(context, "ใหม่")
        return raise_(context, "40P01")

    desk.handles(work)
    with pytest.raises(Unavailable, match="database_locked"):
        desk.application.execute(Step())
    assert len(desk.seen) == 2
    assert "ใหม่" not in desk.names()
    assert desk.told == []


@pytest.mark.parametrize("state", ["55P03", "08006"])
def test_what_may_have_been_stored_or_waited_long_is_not_done_again(desk: Desk, state: str) -> None:
    def work(context: Context, _: Step) -> str:
        desk.rename(context, "ใหม่")
        return raise_(context, state)

    desk.handles(work)
    with pytest.raises(Unavailable):
        desk.application.execute(Step())
    assert len(desk.seen) == 1


def raise_(context: Context, state: str) -> str:
    """The server ends the transaction with this SQLSTATE."""
    text = f"DO $$ BEGIN RAISE EXCEPTION SQLSTATE '{state}'; END $$"
    context.store.database.execute_sql(text)
    return "not reached"
