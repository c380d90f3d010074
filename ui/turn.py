"""A file has one writer at a time: what met another is done as soon as that one is through.

Somebody who takes a long list in writes for half a minute. The window waits for nobody so long: it
looks again and again, for some microseconds, whether the file is free.
"""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from crm_desktop.application import Application
from crm_desktop.domain.errors import Unavailable

EVERY_MS = 100
BUSY = "database_locked"


class Turn(QObject):
    """`came` tells whoever waits that they may try; who tries first may meet the next writer, and
    then the others go on waiting. `missed` says that the last command met one."""

    came = Signal()

    def __init__(self, application: Application, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self.missed = application.store, False
        self._store.hurry()
        self._look = QTimer(self, interval=EVERY_MS)
        self._look.timeout.connect(self._ask)

    def miss(self, gone: Unavailable) -> bool:
        """Whether it was another writer of a file that kept a command from being done; then `came`
        follows."""
        self.missed = gone.code == BUSY and self._store.engine == "sqlite"
        if self.missed:
            self._look.start()
        return self.missed

    def after(self, work: Callable[[], object]) -> None:
        """Does it once, as soon as they may try."""
        self.came.connect(work, Qt.ConnectionType.SingleShotConnection)

    def _ask(self) -> None:
        """A file that is gone lets them try too: they hear what it is."""
        with suppress(Unavailable):
            if not self._store.is_free():
                return
        self._look.stop()
        self.missed = False
        self.came.emit()
