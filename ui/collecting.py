"""Garbage is collected in the main thread only.

Python collects in whichever thread asks for memory at the moment; a window that is gone and lies in
a cycle would then be torn down by a worker, and Qt takes the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250


class Collector(QObject):
    """Does what Python would do by itself, between events; `stop` hands that back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(sweep)
        self._timer.start()

    def settle(self) -> None:
        """What is loaded by now stays to the end: no later collection looks at it again."""
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Let Python collect again; no worker runs any more."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def sweep() -> None:
    """Collect the oldest generation that is due by Python's own thresholds."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    generations = [each for each, (count, threshold) in enumerate(due) if count > threshold]
    if generations:
        gc.collect(generations[-1])
