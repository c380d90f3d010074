"""Keeps the house beside the windows: after the first sign-in, then every hour."""

import logging
from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, QTimer

from crm_desktop.application import Application
from ui.tasks import Task, Tasks

AFTER_MS = 3_000
EVERY_MS = 60 * 60 * 1000


class Housekeeper(QObject):
    """Works in the background with a connection of its own, so that no key press waits for it."""

    def __init__(self, tasks: Tasks, open_desk: Callable[[], Application], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._open = tasks, open_desk
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self) -> None:
        """Start the rhythm; once is enough for a whole run of the program."""
        if not self._timer.isActive():
            self._timer.start()
            QTimer.singleShot(AFTER_MS, self.keep)

    def keep(self) -> None:
        """One round; what fails is tried again in an hour and stands in the log."""
        self._tasks.run(self._work, failed=_note, quiet=True)

    def _work(self, task: Task) -> None:
        from crm_desktop.services.housekeeping import Housekeeping  # not before the first window

        with closing(self._open()) as application:
            application.act_as_system()
            while not task.cancelled and application.execute(Housekeeping()).more:
                continue


def _note(error: Exception) -> None:
    logging.getLogger(__name__).warning("housekeeping was not done: %s", error, exc_info=error)
