"""Drives the real windows by keys, as a person would, and keeps what they look like.

The walk, the pictures of the documents and the tests of whole jobs are told in these words.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from ui.app import Program
from ui.desk import Desk
from ui.login import DEMO_PASSWORD
from ui.main_window import MainWindow

SIZE = (1366, 768)
PATIENCE_SECONDS = 20
QUIET_MS = 350
SMALLEST_FILE = 0


class Driver:
    """A person at the desk: `quiet` milliseconds pass between what they do."""

    def __init__(self, program: Program, desk: Desk, out: Path, quiet: int) -> None:
        self.program, self.desk, self.out = program, desk, out
        self._quiet = quiet
        self.pictures: list[Path] = []

    @property
    def window(self) -> QWidget:
        """The window that a person would look at now."""
        found = self.program.window or self.program.login
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

    def rest(self, milliseconds: int | None = None) -> None:
        """Lets the windows do what the keys started."""
        quiet = self._quiet if milliseconds is None else milliseconds
        end = time.monotonic() + quiet / 1000
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.005)

    def until(self, done: Callable[[], bool], step: str) -> None:
        """Waits for what a step must bring about; Refused `walk_stuck` when it does not."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not done():
            if time.monotonic() > end:
                self.picture("stuck")
                raise Refused("walk_stuck", step=step)
            self.rest(50)

    def picture(self, name: str) -> None:
        """Keeps the window as it is now, as small a file as it can be."""
        self.rest()
        path = self.out / f"{name}.png"
        image = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        image.save(str(path), quality=SMALLEST_FILE)
        self.pictures.append(path)

    def enter(self, username: str) -> None:
        """Signs in at the window or over the lock, and waits for the person's own window."""
        before = self.program.window
        if before is not None:
            self.press("Ctrl+L", "Shift+Tab")
        self.press("Ctrl+A")
        self.write(username)
        self.press("Tab")
        self.write(DEMO_PASSWORD)
        self.press("Return")
        self.until(lambda: self.program.window not in (None, before), username)
        self.main.resize(*SIZE)


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
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(application, Path(home))
        url = application.store.url
        options = argparse.Namespace(person=None, language=language, theme=theme, database=url)
        program = Program(qt, desk, options)
        program.start()
        driver = Driver(program, desk, out, quiet)
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
