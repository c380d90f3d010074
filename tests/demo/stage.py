"""What the tests of the demo shop stand on: its day, the one shop of a run, its people's desks."""

import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.demo import fill
from crm_desktop.store import BANGKOK, Store

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=BANGKOK)
CUSTOMERS, SEED, PAPERS = 60, 7, 36
LONGEST_FILLING = 300


class Shop:
    """The store, and what the play said while it was filled."""

    def __init__(self, store: Store, said: list[str]) -> None:
        self.store, self.said = store, said

    def desk(self, username: str) -> Application:
        """The program with that person at it."""
        person = self.store.t.person
        rows = person.select(person.c.id).where(person.c.username == username)
        app = Application(self.store, clock=lambda: NOW)
        app.become(next(iter(rows.tuples()))[0])
        return app


class Heard(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def fill_shop(path: Path) -> list[str]:
    """A shop of sixty customers after a year, on SQLite, and what was logged meanwhile."""
    return filled(path, CUSTOMERS, SEED, NOW, papers=PAPERS)


def filled(path: Path, *how: Any, **more: Any) -> list[str]:
    """A shop as `demo.fill` makes it, on SQLite, and what was logged meanwhile."""
    heard, log = Heard(), logging.getLogger("crm_desktop.demo")
    log.addHandler(heard)
    store = Store.open(f"sqlite:///{path}", migrations=True)
    try:
        fill(store, *how, **more)
        store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        store.close()
        log.removeHandler(heard)
    return heard.said


def shop_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo shop's file, to copy; what was logged while it was filled lies beside it."""
    return made_once(tmp_path_factory, "demo-shop", fill_shop)


def made_once(
    tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], list[str]]
) -> Path:
    """A shop's file, to copy: filling takes longer than all tests on it, so one worker does it for
    all. What `make` answers lies beside it, as `.log`."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    path = root / f"{name}.db"
    with _alone(root / f"{name}.lock"):
        if not path.exists():
            new = tmp_path_factory.mktemp(name) / "new.db"
            path.with_suffix(".log").write_text("\n".join(make(new)), encoding="utf-8")
            shutil.move(new, path)
    return path


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """SQLite's own lock keeps the other workers waiting, on every system alike."""
    with closing(sqlite3.connect(file, timeout=LONGEST_FILLING, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
