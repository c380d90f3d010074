"""Drives the real windows by keys, as a person would, and keeps what they look like.

The walk, the pictures of the documents and the tests of whole jobs are told in these words.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QMimeData,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from ui.app import Program
from ui.desk import Desk
from ui.login import DEMO_PASSWORD
from ui.main_window import MainWindow

SIZE = (1366, 768)
PAGES_SECONDS = 0.5
PATIENCE_SECONDS = 20
QUIET_MS = 350
SHORT_MS = 500
"""What waits longer than this for its time is not waited for."""
MOST_TABS = 90


class Driver:
    """A person at the desk, who looks on until the windows are still, and `quiet` milliseconds
    more, before doing the next thing."""

    def __init__(self, program: Program, desk: Desk, out: Path, quiet: int) -> None:
        self.program, self.desk, self.out = program, desk, out
        self._quiet = quiet
        self.pictures: list[Path] = []

    @property
    def window(self) -> QWidget:
        """The window that a person would look at now."""
        found = self.program.window or self.program.login or self.program.first
        assert found is not None
        return found

    @property
    def main(self) -> MainWindow:
        """The window of whoever is here."""
        assert self.program.window is not None
        return self.program.window

    def press(self, *keys: str) -> None:
        """One key after the other, each as a key sequence: `Ctrl+Return`, `F2`, `A`."""
        for key in keys:
            QTest.keyClick(*self._aim(key))
            self.rest()

    @contextmanager
    def held(self, key: str) -> Iterator[None]:
        """Keeps a key down meanwhile."""
        aim = self._aim(key)
        QTest.keyPress(*aim)
        yield
        QTest.keyRelease(*aim)
        self.rest()

    def _aim(self, key: str) -> tuple[QWidget, Qt.Key, Qt.KeyboardModifier]:
        pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
        target = QApplication.focusWidget() or self.window
        return target, pressed.key(), pressed.keyboardModifiers()

    def write(self, text: str) -> None:
        """Types text of any script, letter by letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                target = QApplication.focusWidget() or self.window
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(target, QKeyEvent(kind, 0, none, letter))
        self.rest()

    def tab_to(self, widget: QWidget, *, back: bool = False) -> None:
        """Tab (or Shift+Tab) until the cursor is in a widget; Refused `walk_stuck` when it never
        gets there."""
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        for _ in range(MOST_TABS):
            here = QApplication.focusWidget()
            if here is not None and (here is widget or widget.isAncestorOf(here)):
                return
            QTest.keyClick(here or self.window, key)
            QApplication.processEvents()
        raise Refused("walk_stuck", step=widget.accessibleName())

    def accept_dialog(self) -> None:
        """Takes the file that a dialog proposes."""
        modal = QApplication.activeModalWidget
        self.until(lambda: _inside(modal()), "PDF")
        dialog = modal()
        self.until(lambda: self._entered(dialog), "PDF")
        self.window.activateWindow()
        self.rest()

    def _entered(self, dialog: QWidget | None) -> bool:
        """Whether Enter closed the dialog; the first may only close the names that it offers."""
        if QApplication.activeModalWidget() is dialog:
            self.press("Return")
        return QApplication.activeModalWidget() is not dialog

    def drop(self, widget: QWidget, file: Path) -> None:
        """Drops a file on a widget."""
        data, at = QMimeData(), QPointF(widget.rect().center())
        data.setUrls([QUrl.fromLocalFile(str(file))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(at.toPoint(), copy, data, left, none)
        QApplication.sendEvent(widget, entering)
        if entering.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(at, copy, data, left, none))
        self.rest()

    def draw(self, widget: QWidget, points: Sequence[tuple[float, float]]) -> None:
        """One stroke from point to point, in shares of the widget, as a finger draws it."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        spots = [QPointF(x * widget.width(), y * widget.height()) for x, y in points]
        for number, spot in enumerate(spots):
            kind = QEvent.Type.MouseMove if number else QEvent.Type.MouseButtonPress
            QApplication.sendEvent(widget, _mouse(widget, kind, spot, left, none))
        kind = QEvent.Type.MouseButtonRelease
        QApplication.sendEvent(widget, _mouse(widget, kind, spots[-1], left, none))
        self.rest()

    def rest(self) -> None:
        """Lets the windows do what the keys started, to the end."""
        self._wait(self._quiet / 1000)
        self.until(self._still, "still")

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while True:
            QApplication.processEvents()
            if time.monotonic() >= end:
                return
            time.sleep(0.005)

    def _still(self) -> bool:
        """Whether nothing is under way, beside the windows or put off for a moment in them."""
        timers = (
            timer
            for window in QApplication.topLevelWidgets()
            for timer in window.findChildren(QTimer)
        )
        return not self.desk.tasks.busy and not any(
            timer.isActive() and timer.isSingleShot() and timer.interval() <= SHORT_MS
            for timer in timers
        )

    def until(self, done: Callable[[], bool], step: str) -> None:
        """Waits for what a step must bring about; Refused `walk_stuck` when it does not."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not done():
            if time.monotonic() > end:
                self._keep("stuck")
                raise Refused("walk_stuck", step=step)
            self._wait(0.02)

    def picture(self, name: str) -> None:
        """Keeps the window as it is now; pages of a paper are drawn by a thread of Qt's own, which
        tells nobody when it is done."""
        self.rest()
        if any(pages.isVisible() for pages in self.window.findChildren(QPdfView)):
            self._wait(PAGES_SECONDS)
        self._keep(name)

    def _keep(self, name: str) -> None:
        path = self.out / f"{name}.png"
        image = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        image.save(str(path))
        self.pictures.append(path)

    def enter(self, username: str) -> None:
        """Signs in at the window or over the lock, and waits for the person's own window; whoever
        is there already stays."""
        before = self.program.window
        if before is not None and self.desk.actor.username == username:
            return
        if before is not None:
            self.press("Ctrl+L", "Shift+Tab")
        self.press("Ctrl+A")
        self.write(username)
        self.press("Tab")
        self.write(DEMO_PASSWORD)
        self.press("Return")
        self.until(lambda: self.program.window not in (None, before), username)
        self.main.resize(*SIZE)


def _inside(dialog: QWidget | None) -> bool:
    """Whether the cursor is in a line of a dialog."""
    here = QApplication.focusWidget()
    return isinstance(here, QLineEdit) and here.window() is dialog


def _mouse(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton,
    keys: Qt.KeyboardModifier,
) -> QMouseEvent:
    there = QPointF(widget.mapToGlobal(at.toPoint()))
    return QMouseEvent(kind, at, there, button, button, keys)


@contextmanager
def driving(
    application: Application, out: Path, language: str, theme: str = "light", quiet: int = QUIET_MS
) -> Iterator[Driver]:
    """The program started on an open database, with a layout of its own that is thrown away."""
    if sys.platform.startswith("linux") and not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    before = qInstallMessageHandler(_without_platform_talk)
    out.mkdir(parents=True, exist_ok=True)
    out = out.resolve()
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(application, Path(home))
        desk.state.of(0).put("pdf_folder", str(out))
        url = application.store.url
        options = argparse.Namespace(person=None, language=language, theme=theme, database=url)
        program = Program(qt, desk, options)
        program.start()
        watched = os.environ.get("QT_QPA_PLATFORM") != "offscreen"
        driver = Driver(program, desk, out, quiet if watched else 0)
        driver.window.resize(*SIZE)
        try:
            yield driver
        finally:
            desk.tasks.finish()
            program.stop()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            desk.logout()
            qInstallMessageHandler(before)


def _without_platform_talk(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
    """Leaves out that a window which nobody sees cannot be raised."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def _has_screen() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
