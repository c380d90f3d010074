"""Work that follows typing: at once while it is quick, and never so often that typing waits."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

QUICK_MS = 25
LONGEST_MS = 300
REST_MS = 90
"""How long a cursor rests on a row before its card is read: longer than a held key takes to
repeat, so that whoever runs down a list waits for no card on the way."""


class Pace(QTimer):
    """`start` asks for `work` once what is waiting to be handled has been: keys typed meanwhile
    are one. Where the work was not quick, it next waits as long as it took, at most `LONGEST_MS`,
    and each new `start` begins the wait anew."""

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent, interval=0, singleShot=True)
        self._work = work
        self.timeout.connect(self.do)

    def do(self) -> None:
        """The work now, instead of the one asked for."""
        self.stop()
        clock = QElapsedTimer()
        clock.start()
        try:
            self._work()
        finally:
            took = clock.elapsed()
            self.setInterval(min(took, LONGEST_MS) if took > QUICK_MS else 0)
