"""Whether the server is there, and what others changed: asked beside the window, twice a second.

A network that swallows what it is given makes whoever asks wait for seconds. That must never be the
window, so a thread asks on a connection of its own; while it has no answer the window asks nothing,
and whatever the window has asked already is broken off.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from PySide6.QtCore import QObject, Signal

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused

EVERY_SECONDS = 0.5
SILENT_SECONDS = 1.5
"""Without an answer for so long the server counts as gone; a socket by itself waits longer."""


class Lookout(QObject):
    """`reached` tells after every question whether there was an answer, `heard` the day and what
    was changed since the last. `hang_up` breaks off what the window waits for."""

    reached = Signal(bool)
    heard = Signal(object, object)

    def __init__(
        self,
        another: Callable[[], Application],
        hang_up: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._another, self._hang_up = another, hang_up
        self._end = threading.Event()
        self._answered = monotonic()
        self._threads = [
            threading.Thread(target=work, name=f"lookout {work.__name__}", daemon=True)
            for work in (self._watch, self._guard)
        ]
        for thread in self._threads:
            thread.start()

    def leave(self) -> None:
        """Ask no more; a question that is under way may still wait for a dead network."""
        self._end.set()
        for thread in self._threads:
            thread.join(EVERY_SECONDS)

    def _watch(self) -> None:
        with suppress(RuntimeError):  # this object is gone: the program has ended meanwhile
            while not self._end.is_set():
                self._stay()
                self._end.wait(EVERY_SECONDS)

    def _stay(self) -> None:
        """Look again and again on one connection, until it breaks."""
        try:
            application = self._another()
            try:
                while not self._end.wait(EVERY_SECONDS):
                    day, news = application.look()
                    self._answered = monotonic()
                    self.reached.emit(True)
                    self.heard.emit(day, news)
            finally:
                application.close()
        except Refused:  # gone, or not fit for this program just now
            if not self._end.is_set():
                self.reached.emit(False)

    def _guard(self) -> None:
        """Once the server is silent, nobody goes on waiting for it."""
        told = False
        with suppress(RuntimeError):
            while not self._end.wait(EVERY_SECONDS / 2):
                silent = monotonic() - self._answered > SILENT_SECONDS
                if silent and not told:
                    self._hang_up()
                    self.reached.emit(False)
                told = silent
