"""Starts the windows: database, theme, language, login, main window."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from crm_desktop import paths, settings
from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import explain
from crm_desktop.services.clock import behind
from crm_desktop.services.registry import Actor
from crm_desktop.services.settings import branches, shop
from ui import errors
from ui.collecting import Collector
from ui.desk import Desk
from ui.finding import finder
from ui.housekeeping import Housekeeper
from ui.login import DEMO_PASSWORD, LoginWindow, Offered
from ui.main_window import MainWindow
from ui.notices import read_news
from ui.tasks import Task
from ui.theme import Scheme, Theme
from ui.translations import Translations
from ui.tray import system_icon
from ui.warming import warm

if TYPE_CHECKING:
    from ui.first_run.window import FirstRunWindow


ANOTHER = 75
"""The status of a run that ends because another database is to be opened."""


class Program(QObject):
    """The windows of one run: a login, then a main window per person that takes over; before all,
    where nobody could log in, the first run. `next` is the database to open after this run."""

    def __init__(self, application: QApplication, desk: Desk, options: argparse.Namespace) -> None:
        super().__init__(application)
        self._desk, self._options = desk, options
        self._theme = Theme(application, Scheme(options.theme or Scheme.SYSTEM))
        self._translations = Translations(application)
        self._speak(options.language or settings.load().language or "th")
        url = settings.database_url(options.database)
        self._house = Housekeeper(desk, lambda: Application.open(url), self)
        self._tray = system_icon(self)
        self._collector = Collector(self)
        self.next = ""
        self.first: FirstRunWindow | None = None
        self.login: LoginWindow | None = None
        self.window: MainWindow | None = None
        self._counting: Task | None = None

    def _speak(self, language: str) -> None:
        self._translations.use(language)
        self._desk.speak(language)

    def start(self) -> None:
        """Ask who is there, or where nobody is yet what a new shop is asked; on a demo database
        let in the person who was named."""
        warm(self._desk.tasks, self, self._collector.settle)
        if self._desk.is_new():
            self._set_up()
        else:
            self._ask(self._options.person or "")

    def _set_up(self, typed: Mapping[str, Any] | None = None) -> None:
        from ui.first_run.window import FirstRunWindow

        self.first = FirstRunWindow(self._desk)
        self.first.finished.connect(self._begin)
        self.first.elsewhere.connect(self._go_elsewhere)
        self.first.spoken.connect(self._set_up_in)
        if typed is not None:
            self.first.form.take_over(typed)
        self.first.show()

    def _set_up_in(self, language: str) -> None:
        """The same questions in the other language, with what was typed so far."""
        assert self.first is not None
        old, typed = self.first, self.first.form.typed()
        self._speak(language)
        settings.save(replace(settings.load(), language=language))
        self._set_up(typed)
        old.hide()
        old.deleteLater()

    def _begin(self, username: str) -> None:
        """The desk is set up: its first person comes in."""
        self._desk.logout()
        first, self.first = self.first, None
        self._ask(username)
        if first:
            first.hide()
            first.deleteLater()

    def _go_elsewhere(self, url: str, remembered: bool) -> None:
        """End this run for another on that database."""
        if remembered:
            settings.save(replace(settings.load(), database=url))
        self.next = url
        QApplication.exit(ANOTHER)

    def _ask(self, username: str) -> None:
        self.login = LoginWindow(self._desk, self._people())
        self.login.entered.connect(self.enter)
        self.login.panel.ask(username)
        if self._options.person and self._desk.demo_people():
            self.login.panel.enter_as(self._options.person, DEMO_PASSWORD)
        if self.window is None:
            self.login.show()

    def stop(self) -> None:
        """Leave nothing behind: the windows go, and Qt speaks its own language again."""
        self._collector.stop()
        for window in (self.window, self.login, self.first):
            if window:
                window.close()
                window.deleteLater()
        self._translations.use("en")
        self.deleteLater()

    def leave(self) -> None:
        """What is on its way beside the windows comes to its end."""
        if self._tray:
            self._tray.hide()
        self._house.finish()

    def enter(self, actor: Actor) -> None:
        """Give `actor` a main window in their language and theme."""
        self._speak(self._options.language or actor.language)
        kept = self._desk.state.text("theme", actor.theme)
        self._theme.choose(Scheme(self._options.theme or kept))
        self._desk.idle_after(self._desk.read(shop).idle_lock_minutes)
        old = self.window
        self.window = MainWindow(
            self._desk,
            self._theme,
            self._translations,
            find=finder(self._desk),
            counts=self._counts,
            follow_up=self._follow_up,
            people=self._people,
            news=lambda: read_news(self._desk),
            behind=lambda: self._desk.read(behind),
            branch=self._branch(actor),
            database=self._desk.engine,
            tray=self._tray,
        )
        self.window.left_to.connect(self.enter)
        self.window.show()
        self._house.begin()
        if old:
            old.dismiss()
        if self.login:
            self.login.hide()
            self.login.deleteLater()
            self.login = None

    def _branch(self, actor: Actor) -> str:
        found = [b for b in self._desk.read(branches) if b.id == actor.branch_id]
        thai = self._desk.language == "th"
        return " · ".join(b.name_th if thai else b.name_en or b.name_th for b in found)

    def _people(self) -> Sequence[Offered]:
        return [
            Offered(
                person.username,
                person.called(self._desk.language),
                f"{person.grade} · {person.username}",
            )
            for person in self._desk.demo_people()
        ]

    def _follow_up(self) -> tuple[str, Any] | None:
        from crm_desktop.services.today.today import today

        if not self._desk.may("today.read"):
            return None
        sections = self._desk.read(today, whole=False).sections
        due = [line for s in sections if s.code == "today_follow_ups" for line in s.lines]
        return (due[0].kind, due[0].record_id) if due else None

    def _counts(self, show: Callable[[Mapping[str, int]], object]) -> None:
        """Count beside the window, for what waits may be long; only the latest count is shown."""
        from crm_desktop.services.today.today import counts

        if self._counting:
            self._counting.cancel()
        if not self._desk.may("today.read"):
            return
        self._counting = self._desk.beside(
            lambda application, _: asdict(application.read(counts)),
            show,
            lambda _: None,
            quiet=True,
        )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("crm-desktop", description="The customer-relations desk.")
    parser.add_argument("--database", help="URL of the database (sqlite:///… or postgresql://…)")
    parser.add_argument("--as", dest="person", metavar="NAME", help="user name to sign in")
    parser.add_argument("--language", choices=("th", "en"))
    parser.add_argument("--theme", choices=tuple(Scheme))
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the windows until the last is closed, on one database after the other where the first
    run leads to another; the exit status."""
    options = _options(arguments)
    while (status := _run(options)) == ANOTHER:
        continue
    return status


def _run(options: argparse.Namespace) -> int:
    try:
        application = Application.open(settings.database_url(options.database))
    except Refused as refusal:
        print(explain(refusal, options.language or "th"), file=sys.stderr)
        return 1
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    desk = Desk(application, paths.data_folder())
    errors.install(desk.refuse)
    program = Program(qt, desk, options)
    program.start()
    status = qt.exec()
    desk.leave()
    program.leave()
    if status == ANOTHER:
        program.stop()
        options.database = program.next
    _clear(qt)
    application.close()
    return status


def _clear(qt: QApplication) -> None:
    """Every window goes now: the interpreter, as it ends, would take their parts in any order."""
    for window in qt.topLevelWidgets():
        window.deleteLater()
    qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
