"""Windows that are gone are torn down where windows live: a worker that did it would crash."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.collecting import Collector
from ui.tasks import Tasks


class Window(QWidget):
    """In a cycle with itself, as windows with slots of their own are."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    gc.enable()
    made = Collector()
    yield made
    made.stop()


def test_a_worker_that_needs_much_memory_never_takes_a_closed_window_down(
    collector: Collector, qtbot: QtBot
) -> None:
    gone_in: list[threading.Thread] = []
    window = Window()
    weakref.finalize(window, lambda: gone_in.append(threading.current_thread()))
    del window
    tasks = Tasks()
    with qtbot.waitSignal(tasks.run(lambda _: [[] for _ in range(100_000)]).ended):
        pass
    qtbot.waitUntil(lambda: gc.collect() >= 0 and bool(gone_in))
    assert gone_in == [threading.main_thread()]


def test_what_lies_in_cycles_goes_by_itself_while_the_window_is_open(
    collector: Collector, qtbot: QtBot
) -> None:
    class Knot:
        def __init__(self) -> None:
            self.myself = self

    knots = [Knot() for _ in range(2_000)]
    one = weakref.ref(knots[0])
    del knots
    qtbot.waitUntil(lambda: one() is None)
