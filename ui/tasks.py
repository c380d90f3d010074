"""Long work beside the window: on values or on a connection of its own, never killed."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from crm_desktop.printing.turn import SETTING

BAR_AFTER_MS = 100
CANCEL_AFTER_MS = 1_000
WORKERS = 2


class Task(QObject):
    """Work under way. The work gets it as its argument, tells `report` how far it is, and ends
    early of its own accord when `cancelled` is True."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cancelled = False

    def report(self, part: int, whole: int) -> None:
        """Tell how far the work is; may be called from the worker."""
        self.progressed.emit(part, whole)

    def cancel(self) -> None:
        """Ask the work to end; neither `done` nor `failed` follows."""
        self.cancelled = True


Work = Callable[[Task], Any]


class _Run(QRunnable):
    def __init__(
        self,
        task: Task,
        work: Work,
        finish: Callable[[Task, bool, Any], None],
        held: AbstractContextManager[Any],
    ) -> None:
        super().__init__()
        self._task, self._work, self._finish, self._held = task, work, finish, held

    def run(self) -> None:
        try:
            with self._held:
                answer = self._work(self._task)
        except Exception as error:  # noqa: BLE001 - handed to the main thread, which reports it
            self._finish(self._task, False, error)
        else:
            self._finish(self._task, True, answer)


class Tasks(QObject):
    """Runs work on a few threads; single papers go through one of their own."""

    started = Signal(object)
    _finished = Signal(object, bool, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {"work": QThreadPool(self), "paper": QThreadPool(self)}
        self._pools["work"].setMaxThreadCount(WORKERS)
        self._pools["paper"].setMaxThreadCount(1)
        self._running: set[Task] = set()
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Work,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        paper: bool = False,
        quiet: bool = False,
    ) -> Task:
        """Start `work(task)`; `done(answer)` or `failed(error)` follow in the main thread.

        Without `failed` an error becomes a problem report. `quiet` work, which nobody asked for,
        shows no bar.
        """
        task = Task(self)
        if done:
            task.done.connect(done)
        task.failed.connect(failed or _raise)
        self._running.add(task)
        if not quiet:
            self.started.emit(task)
        run = _Run(task, work, self._finished.emit, SETTING if paper else nullcontext())
        self._pools["paper" if paper else "work"].start(run)
        return task

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def finish(self) -> None:
        """Ask everything to end and wait for it; for leaving the program."""
        for task in self._running:
            task.cancel()
        for pool in self._pools.values():
            pool.waitForDone()

    def _end(self, task: Task, well: bool, answer: Any) -> None:
        self._running.discard(task)
        task.ended.emit()
        if not task.cancelled:
            (task.done if well else task.failed).emit(answer)
        task.deleteLater()


def _raise(error: Exception) -> None:
    raise error


class TaskBar(QWidget):
    """A thin bar that shows after 100 ms of work, with a way to cancel after one second."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.cancel)
        self._soon = QTimer(self, interval=BAR_AFTER_MS, singleShot=True)
        self._later = QTimer(self, interval=CANCEL_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.show)
        self._later.timeout.connect(self.cancel.show)
        tasks.started.connect(self._watch)
        self._rest()

    def _watch(self, task: Task) -> None:
        self._task = task
        self._bar.setRange(0, 0)
        task.progressed.connect(self._move)
        task.ended.connect(self._ended)
        self._soon.start()
        self._later.start()

    def _ended(self) -> None:
        """A slot of this bar, not a lambda: it goes when the bar goes, before the task ends."""
        self._rest(self.sender())

    def _move(self, part: int, whole: int) -> None:
        self._bar.setRange(0, whole)
        self._bar.setValue(part)

    def _rest(self, task: QObject | None = None) -> None:
        if task is self._task:
            self._task = None
            self._soon.stop()
            self._later.stop()
            self.hide()
            self.cancel.hide()

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()
            self._rest(self._task)
