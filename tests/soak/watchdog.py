"""Says how long the window did not answer, and what it was doing."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread, get_ident

from PySide6.QtCore import Qt, QTimer

BEAT_MS = 2
LOOK_SECONDS = 0.01
SUSPECT_SECONDS = 0.04
"""From here on a gap is looked into: what blocks for long is caught in it several times."""

PLACES = 3
CALLS = 4
"""Places that are told of a gap, where it was seen most often; calls that are told of a place."""

ROOT = f"{Path(__file__).parents[2]}{os.sep}"
OWN = (f"{ROOT}ui{os.sep}", f"{ROOT}crm_desktop{os.sep}")


@dataclass
class Gap:
    """The longest time between two beats, the most that the main thread worked between two, both in
    seconds, and where the program was in the first. On a busy machine the second tells more."""

    seconds: float = 0.0
    worked: float = 0.0
    seen: list[str] = field(default_factory=list)


class Watchdog:
    """The main thread's event loop beats; a thread beside it looks what holds it up."""

    def __init__(self) -> None:
        self._main, self._last, self._work = get_ident(), time.perf_counter(), time.thread_time()
        self._worst, self._seen = Gap(), Counter[str]()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)

    @contextmanager
    def watching(self) -> Iterator[Gap]:
        """The longest gap while this lasts."""
        self._beat()
        self._worst = Gap()
        self._timer.start()
        yield self._worst
        self._beat()
        self._timer.stop()

    def __enter__(self) -> "Watchdog":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        now, work, worst = time.perf_counter(), time.thread_time(), self._worst
        worst.worked = max(worst.worked, work - self._work)
        if now - self._last > worst.seconds:
            worst.seconds = now - self._last
            worst.seen = [place for place, _ in self._seen.most_common(PLACES)]
        self._last, self._work, self._seen = now, work, Counter()

    def _look(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            seen, last = self._seen, self._last
            if time.perf_counter() - last > SUSPECT_SECONDS:
                place = _told(self._main)
                if place and last == self._last:
                    seen[place] += 1


def _told(thread: int) -> str:
    """The program's own functions on the way, the innermost last.

    No frame is kept: a painter that lives longer than its paintEvent takes the process down.
    """
    own, frame = list[str](), sys._current_frames().get(thread)
    while frame and len(own) < CALLS:
        code = frame.f_code
        if code.co_filename.startswith(OWN) and not code.co_filename.endswith("driver.py"):
            file = code.co_filename.removeprefix(ROOT)
            own.insert(0, f"{file}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return " → ".join(own)
