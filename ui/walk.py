"""`crm walk`: the main job through the real windows, driven by keys, with a picture of each step.

It signs in as an officer, finds a customer, quotes, watches the banner turn from own to superior,
submits, answers as the supervisor, issues, previews and saves the paper.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.approval_queue import queue_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.products import product_page
from crm_desktop.services.quotation_lists import QuotationRow, quotation_page
from crm_desktop.services.settings import shop
from ui.actions import ACTIONS
from ui.app import Program
from ui.desk import Desk
from ui.login import DEMO_PASSWORD

OFFICER, SUPERVISOR = "somchai", "wanida"
SIZE = (1366, 768)
PATIENCE_SECONDS = 20
QUIET_MS = 350
QUANTITIES = ("20", "300")
DISCOUNT = "10+5%"
WORDS = {
    "th": {"customer": "สม", "reason": "คู่แข่งเสนอราคาต่ำกว่า ลูกค้าสั่งซื้อประจำ"},
    "en": {"customer": "สม", "reason": "A competitor offered less; a regular customer"},
}


class Walker:
    """Presses keys where the focus is, as a person would, and keeps what the window looked like."""

    def __init__(self, program: Program, out: Path, language: str) -> None:
        self.program, self.out, self.language = program, out, language
        self.pictures: list[Path] = []

    @property
    def window(self) -> QWidget:
        """The window that a person would look at now."""
        found = self.program.window or self.program.login
        assert found is not None
        return found

    def press(self, *keys: str) -> None:
        """One key after the other, each as a key sequence: `Ctrl+Return`, `F2`, `A`."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack it
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            self.rest()

    def write(self, text: str) -> None:
        """Types text of any script, letter by letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                target = QApplication.focusWidget() or self.window
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(target, QKeyEvent(kind, 0, none, letter))
        self.rest()

    def rest(self, milliseconds: int = QUIET_MS) -> None:
        """Lets the windows do what the keys started."""
        end = time.monotonic() + milliseconds / 1000
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
        """Keeps the window as it is now."""
        self.rest()
        path = self.out / f"{len(self.pictures) + 1:02d}-{name}.png"
        self.window.grab().save(str(path))
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
        self.until(lambda: self.program.window not in (None, before), "enter")
        self.window.resize(*SIZE)


class Walk:
    """The steps of the main job; each leaves a picture."""

    def __init__(self, walker: Walker, desk: Desk) -> None:
        self.walker, self.desk = walker, desk
        self.words = WORDS[walker.language]
        self.paper: QuotationRow | None = None

    def go(self) -> Path:
        """All steps; answers the path of the saved paper."""
        walker = self.walker
        walker.picture("sign-in")
        walker.enter(OFFICER)
        walker.picture("today")
        self.find_customer()
        self.quote()
        self.submit()
        self.answer()
        return self.issue()

    def find_customer(self) -> None:
        """The search box answers while the officer types."""
        walker = self.walker
        walker.press("F3")
        walker.write(self.words["customer"])
        walker.picture("search")
        walker.press("Return")
        walker.picture("customer")

    def quote(self) -> None:
        """Two lines: the first is the officer's own, the second's discount is not."""
        walker, before = self.walker, self._latest()
        walker.press("F2")
        for code, quantity in zip(self._codes(), QUANTITIES, strict=True):
            walker.write(code)
            walker.press("Return")
            walker.write(quantity)
            walker.press("Return", "Return")
            if quantity == QUANTITIES[-1]:
                walker.write(DISCOUNT)
            walker.press("Return")
            walker.picture("own" if quantity == QUANTITIES[0] else "superior")
        walker.press("Ctrl+S")
        walker.until(lambda: self._latest() != before, "save")

    def submit(self) -> None:
        """The reason is compulsory for what the superior decides."""
        walker = self.walker
        walker.press("Ctrl+Return")
        walker.write(self.words["reason"])
        walker.picture("reason")
        walker.press("Ctrl+Return")
        self._until_state("waiting")
        walker.picture("waiting")

    def answer(self) -> None:
        """The supervisor takes over the PC and approves with one key."""
        walker = self.walker
        walker.enter(SUPERVISOR)
        window = walker.program.window
        assert window is not None
        window.open_record("request", self._request_id())
        walker.rest(1_200)
        walker.picture("queue")
        walker.press("A")
        self._until_state("ready")
        walker.picture("answered")

    def issue(self) -> Path:
        """The officer issues, sees the paper and saves it as a PDF."""
        walker = self.walker
        walker.enter(OFFICER)
        walker.press("Alt+1")
        walker.picture("answer-on-today")
        assert self.paper is not None
        window = self.walker.program.window
        assert window is not None
        window.open_record("quotation", self.paper.id)
        walker.rest()
        walker.press("Ctrl+Return")
        self._until_state("issued")
        walker.rest(1_500)
        walker.picture("paper")
        return self._save(window)

    def _save(self, window: QWidget) -> Path:
        target = self.walker.out / f"{self._row().reference}.pdf"
        self.walker.press(ACTIONS["document.pdf"].keys[0])
        self.walker.press("Ctrl+A")
        self.walker.write(str(target))
        self.walker.press("Return")
        self.walker.until(lambda: target.exists() and target.stat().st_size > 0, "save")
        self.walker.rest()
        return target

    def _codes(self) -> tuple[str, str]:
        wanted = ListQuery(sort="code", limit=200)
        rows = self.desk.read(product_page, wanted).rows
        priced = [row for row in rows if row.price and row.price.baht < 500]
        return priced[0].code, priced[-1].code

    def _latest(self) -> QuotationRow | None:
        page = self.desk.read(quotation_page, ListQuery(sort="id", descending=True, limit=1))
        self.paper = page.rows[0] if page.rows else None
        return self.paper

    def _row(self) -> QuotationRow:
        assert self.paper is not None
        wanted, wanted_id = ListQuery(sort="id", descending=True, limit=50), self.paper.id
        rows = self.desk.read(quotation_page, wanted).rows
        return next(row for row in rows if row.id == wanted_id)

    def _until_state(self, state: str) -> None:
        name = sentence(STATES.state_code(state), self.walker.language)
        self.walker.until(lambda: self._row().state == state, name)

    def _request_id(self) -> int:
        """The request that the supervisor finds in the queue for this paper."""
        assert self.paper is not None
        rows = self.desk.read(queue_page, limit=200).rows
        return next(row.id for row in rows if row.document_id == self.paper.id)


def main(url: str, out: str, language: str) -> int:
    """Walks on a demo database and prints where paper and pictures are; the exit status."""
    if sys.platform.startswith("linux") and not _has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    qInstallMessageHandler(_without_platform_talk)
    application = Application.open(url)
    _require_demo(application)
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(application, Path(home))
        options = argparse.Namespace(person=None, language=language, theme="light", database=url)
        program = Program(qt, desk, options)
        program.start()
        walker = Walker(program, folder, language)
        walker.window.resize(*SIZE)
        paper = Walk(walker, desk).go()
        desk.tasks.finish()
        if program.window:
            program.window.dismiss()
    application.close()
    for path in (paper, *walker.pictures):
        print(path)
    return 0


def _without_platform_talk(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
    """Leaves out that a window which nobody sees cannot be raised."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def _has_screen() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _require_demo(application: Application) -> None:
    """Refuses a real shop's database: the walk writes a quotation that nobody asked for."""
    application.act_as_system()
    demo = application.read(shop).demo
    application.logout()
    if not demo:
        raise Refused("walk_demo_only", database=application.store.name)
