"""Keeps the house and sends letters beside the windows: after the first sign-in, every minute."""

import logging
from collections.abc import Callable
from contextlib import closing
from time import sleep

from PySide6.QtCore import QObject, QTimer

from crm_desktop.application import Application
from crm_desktop.domain.errors import Unavailable
from ui.desk import Desk
from ui.tasks import Task, Tasks

AFTER_MS = 3_000
EVERY_MS = 60 * 1000
LEAVES_WORK = frozenset({"person", "delegation", "matrix"})
"""Whose changes may leave requests to be moved on, beyond those that were moved at once."""


class Housekeeper(QObject):
    """Works in the background with a connection of its own, so that no key press waits for it.

    Letters go by threads of their own: a mail server that does not answer holds up neither long
    work nor a window that is closed.
    """

    def __init__(self, desk: Desk, open_desk: Callable[[], Application], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._open = desk, open_desk
        self._posting = Tasks(self)
        self._under_way: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        desk.changed.connect(self._look_soon)

    def begin(self) -> None:
        """Start the rhythm; once is enough for a whole run of the program."""
        if not self._timer.isActive():
            self._timer.start()
            QTimer.singleShot(AFTER_MS, self.keep)

    def look(self) -> None:
        """Ask what is to be done, which costs a millisecond; an idle desk does nothing more."""
        from crm_desktop.services.housekeeping import chores  # not before the first window

        if not self._desk.present:
            return
        try:
            found = self._desk.read(chores)
        except Unavailable:
            return  # the banner says so; there is another minute
        if found.house:
            self.keep()
        if found.letters:
            self.post()
        if found.watched:
            self.take_in()

    def _look_soon(self, tables: frozenset[str]) -> None:
        if tables & LEAVES_WORK:
            self.look()

    def keep(self) -> None:
        """One round of the house; what fails is tried again and stands in the log."""
        self._start("house", self._desk.tasks, _keep)

    def post(self) -> None:
        """One round of the letters."""
        self._start("letters", self._posting, _post)

    def take_in(self) -> None:
        """One look into the watched folder."""
        self._start("watched", self._posting, _take_in)

    def finish(self) -> None:
        """Wait for a letter that is on its way; for leaving the program."""
        self._timer.stop()
        self._posting.finish()

    def _start(self, name: str, tasks: Tasks, work: Callable[[Application, Task], None]) -> None:
        if name in self._under_way:
            return

        def on_its_own(task: Task) -> None:
            with closing(self._open()) as application:
                application.act_as_system()
                work(application, task)

        self._under_way.add(name)
        task = tasks.run(on_its_own, failed=_note, quiet=True)
        task.ended.connect(lambda: self._under_way.discard(name))


def _keep(application: Application, task: Task) -> None:
    from crm_desktop.services.housekeeping import BREATH_SECONDS, Housekeeping

    while not task.cancelled and application.execute(Housekeeping()).more:
        sleep(BREATH_SECONDS)


def _post(application: Application, task: Task) -> None:
    from crm_desktop.services.letters import SendLetters

    while not task.cancelled and application.execute(SendLetters()).more:
        continue


def _take_in(application: Application, task: Task) -> None:
    from crm_desktop.services.transfer.watched import TakeIn
    from crm_desktop.services.transfer.watching import sight

    while not task.cancelled and application.read(sight).todo:
        if not application.execute(TakeIn()).more:
            return


def _note(error: Exception) -> None:
    logging.getLogger(__name__).warning("work beside the windows failed: %s", error, exc_info=error)
