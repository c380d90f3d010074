"""Somebody at the real windows, in a process that may be killed at any moment.

`python -m tests.soak.typist URL FOLDER SEED DEATH` types customers, quotations and back orders
with deposits by keys, on a demo shop, until it is killed. What comes next, and how fast it is
typed, is drawn from the seed. With DEATH above 0 it kills itself at the write of that number, to
the database or of a draft: a moment in the middle of something, which comes again.

Each line on its output is a moment (seconds of the machine's monotonic clock) and what was so
from then on: the words in a form, a form put away, the last line of the audit after a command.
"""

import argparse
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.store import audit
from ui.app import Program
from ui.desk import Desk
from ui.driver import Driver
from ui.errors import _Messenger, install
from ui.forms.base import Form
from ui.places import new_id
from ui.walk.back_order import BackOrderWalk
from ui.walk.quotation import QuotationWalk
from ui.walk.steps import OFFICER

SLOWEST_SECONDS = 0.08
LONG_WORDS = "ลูกค้าขอให้ส่งของหน้างานก่อนแปดโมงเช้า โทรหาคุณมานะก่อนรถออก 081-234-5678 "
LOST = (Refused, LookupError, AttributeError, StopIteration)
"""What hands meet that take one screen for another; what screens meet, `watch_errors` sees."""

NAMES = ("สมหญิง", "ประเสริฐ", "วิไล", "มานพ", "ก่อสร้างไทยรุ่งเรือง", "อ้อยทิพย์", "Smith")


def tell(kind: str, *what: Any) -> None:
    """One line, out of this process before anything else happens."""
    print(json.dumps([time.monotonic(), kind, *what]), flush=True)


class Hands(Driver):
    """Types as people do: letter by letter, sometimes fast, sometimes thinking."""

    luck: random.Random

    def write(self, text: str) -> None:
        pace = self.luck.uniform(0, SLOWEST_SECONDS)
        for letter in text:
            target = QApplication.focusWidget() or self.window
            none = Qt.KeyboardModifier.NoModifier
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, none, letter))
            self._wait(pace)
        self.rest()

    def picture(self, name: str) -> None:
        """Nobody looks at these."""


class Jobs(QuotationWalk, BackOrderWalk):
    """What is typed at a counter, each job to its end or left in the middle."""

    def __init__(self, driver: Hands) -> None:
        super().__init__(driver, "th")
        self.luck = driver.luck

    def take_paper(self, picture: str) -> Path:
        return Path()

    def any(self) -> None:
        """The next job; a form that an earlier one left open stays open, as at a counter."""
        job: Callable[[], None] = self.luck.choice(
            (self.new_customer, self.quotation, self.begun_quotation, self.money)
        )
        self.driver.until(lambda: not self.desk.lost, "server")
        tell("job", job.__name__)
        self.driver.enter(OFFICER)
        job()

    def new_customer(self) -> None:
        driver = self.driver
        driver.main.open_record("customer", new_id())
        driver.rest()
        form = driver.main.middle.current().form  # type: ignore[union-attr]
        form.first_field().widget.setFocus()
        driver.write(f"คุณ{self.luck.choice(NAMES)} {self.luck.randrange(10**6)}")
        driver.tab_to(form.fields["phones"].widget)
        driver.write(f"08{self.luck.randrange(10**8):08d}")
        if self.luck.random() < 0.7:
            driver.press("Ctrl+S")

    def quotation(self) -> None:
        """Asked, answered, issued."""
        self.find_customer()
        self.quote()
        self.submit()
        self.answer()
        self.issue()

    def begun_quotation(self) -> None:
        """Long words in a paper that is not saved yet, and mostly never is."""
        driver = self.driver
        self.find_customer()
        driver.press("F2")
        driver.write(self.codes()[0])
        driver.press("Return")
        driver.write("12")
        driver.press("Return", "Return", "Return")
        form = driver.main.middle.current().form  # type: ignore[union-attr]
        driver.tab_to(form.fields["remarks"].widget)
        for _ in range(self.luck.randint(1, 3)):
            driver.write(LONG_WORDS)
        if self.luck.random() < 0.3:
            driver.press("Ctrl+S")

    def money(self) -> None:
        """A back order, confirmed; its deposit, asked and received."""
        self.order()
        self.receive_money(self.ask_deposit(self.paper))


def resume(driver: Hands) -> None:
    """What was typed before a kill is offered as it was kept; somebody goes on with it, then saves
    it or throws it away."""
    driver.enter(OFFICER)
    for draft in driver.desk.drafts.list(driver.desk.actor.person_id):
        driver.main.foot.draft_chosen.emit(draft)
        driver.rest()
        form = next(each for each in driver.main.findChildren(Form) if each.key == draft.key)
        form.offer.buttons[0].click()
        tell("resumed", driver.desk.actor.person_id, draft.key, words_in(form))
        driver.press("Ctrl+S")
        if not form.leave():
            form.bar.buttons[-1].click()
    tell("begins")


def words_in(form: Form) -> dict[str, Any]:
    """What a draft of the form would hold."""
    return {key: field.raw() for key, field in form.fields.items() if key not in form.NEVER_KEPT}


def watch_forms() -> None:
    """Tell what stands in a form before anything can be done about it, and when it is stored."""
    changed, settle = Form._changed, Form.settle

    def tell_changed(form: Form) -> None:
        if not form._filling:
            words = words_in(form) if form._raw() != form._base else None
            tell("words", form.person_id, form.key, words)
        changed(form)

    def tell_settled(form: Form) -> None:
        settle(form)
        tell("words", form.person_id, form.key, None)

    Form._changed, Form.settle = tell_changed, tell_settled  # type: ignore[method-assign]


def watch_commands(application: Application) -> None:
    """Tell the end of the audit after each command: what is told is stored for good."""
    execute = application.execute

    def tell_executed(command: Any, *arguments: Any) -> Any:
        answer = execute(command, *arguments)
        with application.store.read():
            tell("done", command.name, *audit.head(application.store))
        return answer

    application.execute = tell_executed  # type: ignore[method-assign]


def watch_errors(desk: Desk) -> None:
    """What nobody foresaw is a fault of the program: this process ends, but not by a kill."""
    install(desk.refuse)

    def end(_number: str, trace: str) -> None:
        print(trace, file=sys.stderr, flush=True)
        os._exit(1)

    _Messenger.instance().problem.connect(end)


def die_at(number: int, application: Application) -> None:
    """Ends the process when it begins the write of that number."""
    begun, database = count(1), application.store.database

    def deadly(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(what: Any, *arguments: Any, **named: Any) -> Any:
            reads = isinstance(what, str) and what.lstrip().startswith(("SELECT", "WITH"))
            if not reads and next(begun) == number:
                tell("dies", str(what)[:60])
                os.kill(os.getpid(), signal.SIGKILL)
            return real(what, *arguments, **named)

        return call

    database.execute_sql = deadly(database.execute_sql)
    os.fsync = deadly(os.fsync)


def main() -> None:
    """Types until it is killed."""
    url, folder, seed, death = sys.argv[1:]
    qt = QApplication([])
    application = Application.open(url)
    watch_forms()
    watch_commands(application)
    if int(death):
        die_at(int(death), application)
    desk = Desk(application, Path(folder))
    watch_errors(desk)
    options = argparse.Namespace(person=None, language="th", theme="light", database=url)
    program = Program(qt, desk, options)
    program.start()
    driver = Hands(program, desk, Path(folder), 0)
    driver.luck = random.Random(seed)
    driver.window.resize(1366, 768)
    resume(driver)
    jobs = Jobs(driver)
    while True:
        try:
            jobs.any()
        except LOST as stuck:  # the hands lost their way, which is no fault of the program's
            tell("lost", repr(stuck))


if __name__ == "__main__":
    main()
