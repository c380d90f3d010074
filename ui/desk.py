"""The bridge between the windows and the one door: who is here, what changed, what went wrong."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from threading import local
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.application import Application
from crm_desktop.domain.dates import format_date
from crm_desktop.domain.errors import NotAllowed, Refused, Unavailable
from crm_desktop.messages import explain
from crm_desktop.services.people import Person, is_new, people
from crm_desktop.services.registry import Actor, Command, Context
from crm_desktop.services.settings import shop
from ui.copies import Copies
from ui.drafts import Drafts
from ui.errors import report
from ui.lookout import Lookout
from ui.tasks import Task, Tasks
from ui.tokens import Tone
from ui.turn import BUSY, Turn
from ui.window_state import WindowState

POLL_MS = 500
IDLE_MINUTES = 10
LOST = ("database_unreachable", "database_gone", "database_cannot_open")

R = TypeVar("R")
P = ParamSpec("P")

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class TakesRefusal(Protocol):
    """A form: it can put a refusal beside the field it names."""

    def refused(self, refusal: Refused) -> None: ...


class Desk(QObject):
    """One per running program. Screens read and execute through it and reload on `changed`.

    `said` carries a sentence for the status line with its tone; `reachable` turns False when the
    database is gone and True when it answers again; `idle` asks for the lock; `undoable` says
    whether the last act can be taken back.
    """

    changed = Signal(object)
    said = Signal(str, object)
    reachable = Signal(bool)
    idle = Signal()
    undoable = Signal(bool)
    person_changed = Signal()

    def __init__(self, application: Application, folder: Path) -> None:
        super().__init__()
        self._application = application
        self._answers, self._why = True, ""
        self.turn, self._owed = Turn(application, self), False
        self.turn.came.connect(self._turn_came)
        self._here = local()
        self._language = "th"
        self.drafts = Drafts(folder / "drafts")
        self.tasks = Tasks(self)
        self.copies = Copies()
        self._reverse: Command[Any] | None = None
        self._unsent: dict[tuple[int, Hashable], Any] = {}
        self._state = WindowState(folder / "layout.ini")
        application.listen(self._own_change)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look_around)
        self._lookout: Lookout | None = None
        self._still = QTimer(self, interval=IDLE_MINUTES * 60_000, singleShot=True)
        self._still.timeout.connect(self.idle)

    # Who is here ------------------------------------------------------------------------------

    @property
    def actor(self) -> Actor:
        """Who is at the desk; NotAllowed when nobody is."""
        if self._application.actor is None:
            raise NotAllowed("not_logged_in")
        return self._application.actor

    @property
    def present(self) -> bool:
        """Whether somebody is logged in."""
        return self._application.actor is not None

    @property
    def language(self) -> str:
        """The language that is on: th or en."""
        return self._language

    def speak(self, language: str) -> None:
        """Make `language` the one of sentences, dates and people's names."""
        self._language = language
        self._application.language = language

    @property
    def era(self) -> str:
        """The calendar era that the person chose: buddhist or gregorian."""
        return self.actor.era if self.present else "buddhist"

    @property
    def state(self) -> WindowState:
        """The layout of whoever is here."""
        return self._state.of(self.actor.person_id if self.present else 0)

    def may(self, permission: str) -> bool:
        """Whether the person's roles hold the permission."""
        return self.present and self.actor.may(permission)

    def login(self, username: str, password: str) -> Actor:
        """Let a person in; raises Refused on the field `password`."""
        before = self._application.actor
        try:
            actor = self._application.login(username, password)
        except Unavailable as gone:
            self.turn.miss(gone)
            raise
        if before is None or before.person_id != actor.person_id:
            self._may_undo(None)  # nobody takes back what another did
        self._watch()
        self._still.start()
        self.person_changed.emit()
        return actor

    def logout(self) -> None:
        """Nobody is here any more."""
        self._poll.stop()
        self._still.stop()
        self._may_undo(None)
        self._application.logout()

    @property
    def engine(self) -> str:
        """What kind of database this is, as people call it."""
        return {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[self._application.store.engine]

    def is_new(self) -> bool:
        """Whether nobody can log in yet; whoever sets the desk up then does so as the system."""
        self._application.act_as_system()
        new = self._application.read(is_new)
        if not new:
            self._application.logout()
        return new

    @property
    def lost(self) -> bool:
        """Whether the database was not there when it was last asked; a busy one is."""
        return not self._answers and self._why in LOST

    def demo_people(self) -> tuple[Person, ...]:
        """Everybody of a demo database, to pick from before anyone is here; else nobody."""
        before = self._application.actor
        self._application.act_as_system()
        try:
            demo = self._application.read(shop).demo
            return self._application.read(people) if demo else ()
        finally:
            self._application.actor = before

    def keep(self, about: Hashable, words: Any) -> None:
        """Keep what this person wrote `about` something and did not send yet, until the program
        ends; what is empty is forgotten."""
        self._unsent.pop((self.actor.person_id, about), None)
        if words:
            self._unsent[self.actor.person_id, about] = words

    def kept(self, about: Hashable) -> Any:
        """What this person wrote about it and did not send; None for nothing."""
        return self._unsent.get((self.actor.person_id, about))

    # Reading and changing ---------------------------------------------------------------------

    def read(
        self, query: Callable[Concatenate[Context, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The answer of a query function; Unavailable also shows the calm banner."""
        beside: Application | None = getattr(self._here, "application", None)
        if beside is not None:
            return beside.read(query, *args, **kwargs)
        self._require_server()
        try:
            answer = self._application.read(query, *args, **kwargs)
        except Unavailable as gone:
            self._reached(False, gone.code)
            raise
        self._reached(True)
        return answer

    @contextmanager
    def reading_by(self, application: Application) -> Iterator[None]:
        """Inside, what this thread reads goes by the connection of work beside the window, so that
        it may ask what screens ask."""
        self._here.application = application
        try:
            yield
        finally:
            del self._here.application

    def execute(
        self, command: Command[R], form: TakesRefusal | None = None, token: str = ""
    ) -> R | bool | None:
        """Carry the command out, once under a `token`. None: refused, and the form or the status
        line says why.

        A command without an answer gives True. Who asks under a token and met another writer
        (`turn.missed`) asks again by itself, and says so.
        """
        self.turn.missed = False
        try:
            self._require_server()
            answer = self._application.execute(command, token)
        except Unavailable as gone:
            self._not_done(gone, bool(token) or command.passing)
            return None
        except Refused as refusal:
            self._pass_on(refusal, form)
            return None
        except Exception as error:  # noqa: BLE001 - the one place that turns faults into a report
            report(error)
            return None
        self._reached(True)
        self._owed = False
        if not command.passing:
            self._may_undo(self._application.reverse)
        return True if answer is None else answer

    def _not_done(self, gone: Unavailable, quiet: bool) -> None:
        if not self.turn.miss(gone):
            self._reached(False, gone.code)
            self.refuse(gone)
        elif not quiet:
            self._owed = True
            words = self.tr(
                "Not stored: somebody else is writing just now. Please do it once more in a moment."
            )
            self.say(words, Tone.WARN)

    def _turn_came(self) -> None:
        if self._owed and self.present:
            words = self.tr("Please do it once more: nobody else is writing any more.")
            self.say(words, Tone.INFO)
        self._owed = False

    def undo(self) -> None:
        """Take the last act back; taking back is an act, and can be taken back too."""
        if self._reverse is None:
            self.say(self.tr("There is nothing to take back."), Tone.INFO)
        elif self.execute(self._reverse) is not None:
            self.say(self.tr("Taken back."))

    def _may_undo(self, reverse: Command[Any] | None) -> None:
        self._reverse = reverse
        self.undoable.emit(reverse is not None)

    def _pass_on(self, refusal: Refused, form: TakesRefusal | None) -> None:
        if form is None:
            self.refuse(refusal)
        else:
            form.refused(refusal)

    def refuse(self, refusal: Refused) -> None:
        """Say at the foot of the window why something cannot be done."""
        self.said.emit(self.explain(refusal), Tone.STOP)

    def beside(
        self,
        work: Callable[[Application, Task], R],
        done: Callable[[R], object],
        failed: Callable[[Refused], object] | None = None,
        *,
        quiet: bool = False,
    ) -> Task:
        """Start long work of whoever is here on a connection of its own, beside the window; what
        it is refused with is said at the foot unless `failed` says it. `quiet` shows no bar."""
        actor, refused = self.actor, failed or self.refuse

        def on_its_own(task: Task) -> R:
            with closing(self._application.another(actor)) as application:
                application.given_up = lambda: task.cancelled
                return work(application, task)

        def ended_badly(error: Exception) -> None:
            if not isinstance(error, Refused):
                raise error
            if isinstance(error, Unavailable):
                self._reached(False, error.code)
            refused(error)

        return self.tasks.run(on_its_own, done, ended_badly, quiet=quiet)

    def leave(self) -> None:
        """The program ends, what is under way too; no copy of the shop’s files stays on this PC."""
        if self._lookout:
            self._lookout.leave()
        self.tasks.finish()
        self.copies.remove()

    # Words ------------------------------------------------------------------------------------

    def explain(self, refusal: Any) -> str:
        """The sentence of a refusal or reason in the person's language."""
        return explain(refusal, self.language, self.era)

    def day(self, day: date | None) -> str:
        """A day as the person reads it; "" for None."""
        return "" if day is None else format_date(day, self.language, self.era)

    def long_day(self, day: date) -> str:
        """A day in full, in the era of every other day on the screen."""
        in_words = self.language == "th" or self.era == "gregorian"
        return format_date(day, self.language, self.era, long=in_words)

    def say(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Tell something in passing, at the foot of the window."""
        self.said.emit(sentence, tone)

    # What others do ---------------------------------------------------------------------------

    def look_around(self) -> None:
        """Ask what other copies of the program changed, and tell the screens."""
        try:
            tables = self._application.poll()
        except Unavailable as gone:
            self._reached(False, gone.code)
            return
        self._reached(True)
        if tables:
            self.changed.emit(tables)

    def _watch(self) -> None:
        """A file is asked here; a server beside the window, for it may stop answering."""
        store, actor = self._application.store, self.actor
        if store.engine == "sqlite":
            self._poll.start()
        elif self._lookout is None:
            self._lookout = Lookout(lambda: self._application.another(actor), store.hang_up, self)
            self._lookout.reached.connect(self._found)
            self._lookout.heard.connect(self._heard)

    def _found(self, there: bool) -> None:
        self._reached(there, "" if there else "database_unreachable")

    def _heard(self, day: date, news: list[tuple[int, str]]) -> None:
        if not self.present:
            return
        try:
            tables = self._application.hear(day, news)
        except Unavailable as gone:
            self._reached(False, gone.code)
            return
        if tables:
            self.changed.emit(tables)

    def _require_server(self) -> None:
        """Nobody waits for a server of which the lookout knows that it does not answer."""
        if self._lookout and not self._answers:
            raise Unavailable("database_unreachable")

    def _own_change(self, tables: frozenset[str]) -> None:
        if tables:
            self.changed.emit(tables)

    def _reached(self, answers: bool, why: str = "") -> None:
        if why == BUSY:
            return  # it is there
        self._why = why or self._why
        if answers != self._answers:
            self._answers = answers
            self.reachable.emit(answers)

    # Idleness ---------------------------------------------------------------------------------

    def watch(self, window: QWidget) -> None:
        """Count input into this window as somebody being there."""
        window.winId()
        window.windowHandle().installEventFilter(self)

    def idle_after(self, minutes: int) -> None:
        """Ask for the lock after so many minutes without input."""
        self._still.setInterval(minutes * 60_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._still.isActive():
            self._still.start()
        return False
