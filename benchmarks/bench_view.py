"""The list of a million customers: first view, and the memory it takes.

Row 10 of docs/speed.md. A process of its own opens the big file, lets an officer in, and has an
empty window on the screen; time and memory then run until the list stands in the window and is
painted. The program's is its place of customers whole, with filters and the panel of the card. The
floor is a bare QTableView over a model of the columns that fetches hundred rows by one SELECT.
What Python must load for either is not counted: both are made once, shown and thrown away before.
Run as `python -m benchmarks.bench_view`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

from benchmarks.bench_keys import Painted
from benchmarks.bench_search import COLUMNS
from benchmarks.big import CUSTOMERS, PERSON, big_url
from benchmarks.measure import milliseconds, told, verdict
from crm_desktop.application import Application

RUNS = 7
PAGE = 100
REST_SECONDS = 1.5
MOST_MS, MOST_MIB = 150.0, 60.0
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Bare(QAbstractTableModel):
    """Hundred rows at a time, newest first."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self._run = app.store.database.execute_sql
        self._rows: list[Sequence[Any]] = []
        self.fetchMore()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(COLUMNS.split(", "))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role == Qt.ItemDataRole.DisplayRole
        return self._rows[index.row()][index.column()] if shown else None

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        return len(self._rows) < CUSTOMERS

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        last = self._rows[-1][0] if self._rows else CUSTOMERS * 2
        sql = f"SELECT {COLUMNS} FROM customer WHERE id < ? ORDER BY id DESC LIMIT {PAGE}"
        rows = self._run(sql, (last,)).fetchall()
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()


def bare(app: Application, home: Path) -> Callable[[], QWidget]:
    """Makes the floor's table."""

    def make() -> QWidget:
        table, model = QTableView(), Bare(app)
        model.setParent(table)
        table.setModel(model)
        return table

    return make


def program(app: Application, home: Path) -> Callable[[], QWidget]:
    """Makes the desk's place of customers."""
    from ui.customers import CustomersScreen
    from ui.desk import Desk
    from ui.theme import Theme

    desk = Desk(app, home)
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    Theme(qt)
    return lambda: CustomersScreen(desk)


KINDS = {"bare": bare, "program": program}


def child(kind: str, url: str) -> None:
    """One first view, in milliseconds and MiB."""
    qt = QApplication(sys.argv[:1])
    app = Application.open(url)
    app.login(PERSON, "demo")
    with tempfile.TemporaryDirectory() as home:
        make = KINDS[kind](app, Path(home))
        window = QMainWindow()
        window.resize(1366, 768)
        window.show()

        def show() -> None:
            window.setCentralWidget(place := make())
            table = place if isinstance(place, QTableView) else place.findChild(QTableView)
            assert isinstance(table, QTableView)
            painted = Painted(table.viewport())
            while not painted.seen:
                qt.processEvents()

        show()
        rested = time.perf_counter() + REST_SECONDS
        while time.perf_counter() < rested:  # the card comes, and loads what it needs, after that
            qt.processEvents()
        if first := window.takeCentralWidget():
            first.deleteLater()
        qt.processEvents()
        before = resident()
        taken = milliseconds(show)
        print(json.dumps([taken, resident() - before]), flush=True)
    os._exit(0)


def resident() -> float:
    """What this process holds of memory now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def run(kind: str, url: str) -> tuple[float, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.bench_view", kind, url]
    quiet = {**os.environ, "QT_LOGGING_RULES": "*=false"}
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=quiet)
    taken, memory = json.loads(done.stdout.splitlines()[-1])
    return taken, memory


def main() -> None:
    """Measure both in turn, a process each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    url = big_url()
    floors, ours = zip(*((run("bare", url), run("program", url)) for _ in range(RUNS)), strict=True)
    told(
        f"first view of {CUSTOMERS:,} customers",
        [taken for taken, _ in floors],
        [taken for taken, _ in ours],
        most=MOST_MS,
    )
    most = max(memory for _, memory in ours)
    print(f"  most memory more: {most:.0f} MiB (target {MOST_MIB:g}): {verdict(most <= MOST_MIB)}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case [kind, url]:
            child(kind, url)
        case _:
            main()
