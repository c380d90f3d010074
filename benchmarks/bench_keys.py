"""From a key to the hits on the screen, while a name is typed into the search box of the window.

Row 3 of docs/speed.md. Every key of some names is pressed in the desk's window over the big file,
and the time runs until the list of hits has been painted for what stands in the box. The floor is
an empty Qt window with a line edit and a list widget: the same keys, the bare candidates of each
text (at most 200 by its trigrams, newest first; fewer than three letters by its first letters), the
names of ten of them, painted; no ranking, no papers or products, no icons. Run as
`python -m benchmarks.bench_keys`.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

from benchmarks.bench_search import sample, statement
from benchmarks.big import CUSTOMERS, PERSON, big_url
from benchmarks.measure import milliseconds, p95, told, verdict
from crm_desktop.application import Application

if TYPE_CHECKING:
    from ui.forms.lookup import Picker

NAMES = 25
KEYS_OF_ONE = 10
SHOWN = 10
HALF_MS, MOST_MS = 15.0, 50.0
NONE = Qt.KeyboardModifier.NoModifier


class Painted(QObject):
    """Knows whether a widget has been painted since it was last asked to wait."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.seen = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen |= event.type() == QEvent.Type.Paint
        return False


class Bare(QWidget):
    """A line edit above a list of what the bare candidates are called."""

    def __init__(self, app: Application) -> None:
        super().__init__()
        self._app = app
        self.box, self.list = QLineEdit(self), QListWidget(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.list)
        self.box.textEdited.connect(self._look)
        self.resize(1366, 768)

    def _look(self, text: str) -> None:
        run = self._app.store.database.execute_sql
        last = text.rpartition(" ")[2]
        names: list[str] = []
        if last:
            ids = [row[0] for row in run(*statement("sqlite", last)).fetchall()][:SHOWN]
            marks = ", ".join("?" * len(ids))
            rows = run(f"SELECT name FROM customer WHERE id IN ({marks})", ids).fetchall()
            names = [name for (name,) in rows]
        self.list.clear()
        self.list.addItems(names)
        self.list.viewport().update()


def key_to_paint(box: QLineEdit, painted: Painted, letter: str, shown: Callable[[], bool]) -> float:
    """Milliseconds from a key until what it found is painted."""

    def until() -> None:
        painted.seen = False
        QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))
        while not shown():
            QApplication.processEvents()

    return milliseconds(until)


def typed(box: QLineEdit, painted: Painted, name: str, shown: Callable[[], bool]) -> list[float]:
    """The times of the keys of one name, typed into an empty box."""
    box.clear()
    QApplication.processEvents()
    box.setFocus()
    return [key_to_paint(box, painted, letter, shown) for letter in name]


def window(app: Application, home: str) -> "Picker":
    """The search box of the desk's own window."""
    from ui.app import Program
    from ui.desk import Desk

    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    desk = Desk(app, Path(home))
    options = argparse.Namespace(person=None, language=None, theme="light", database=app.store.url)
    program = Program(qt, desk, options)
    program.enter(desk.login(PERSON, "demo"))
    assert program.window is not None
    for _ in range(200):
        QApplication.processEvents()
    return program.window.top.picker


def main() -> None:
    """Type each name into both in turn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = QApplication(sys.argv[:1])
    url = big_url()
    app, plain = Application.open(url), Application.open(url)
    with tempfile.TemporaryDirectory() as home:
        picker = window(app, home)
        box = picker.parentWidget().window().top.search  # type: ignore[union-attr]
        bare = Bare(plain)
        bare.show()
        ours, floor = Painted(picker.list.viewport()), Painted(bare.list.viewport())

        def settled() -> bool:
            return not picker.waiting and (ours.seen or picker.isHidden())

        times: tuple[list[float], list[float]] = ([], [])
        dice = random.Random(8)
        for name in sample(app, dice)[0][: NAMES + 2]:
            word = max(name.split(), key=len)[:KEYS_OF_ONE]
            times[0].extend(typed(bare.box, floor, word, lambda: floor.seen))
            times[1].extend(typed(box, ours, word, settled))
        qt.closeAllWindows()
    app.close()
    plain.close()
    held = p95(times[1]) <= MOST_MS
    told(f"key to painted hits of {CUSTOMERS:,}", *times, most=HALF_MS)
    print(f"  its p95 (target {MOST_MS:g} ms): {verdict(held)}")


if __name__ == "__main__":
    main()
