"""The one door: opens the store, knows the actor, executes commands and answers queries."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from time import sleep
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from crm_desktop.domain.errors import NotAllowed, Refused, Unavailable
from crm_desktop.log import unexpected
from crm_desktop.services import people
from crm_desktop.services.registry import (
    AFTERWARDS,
    HANDLERS,
    SYSTEM,
    Actor,
    Command,
    Context,
    permission_of,
)
from crm_desktop.store import Store, audit, is_taken_back

R = TypeVar("R")
P = ParamSpec("P")
BREATH_SECONDS = 0.05
MOST_NEWS = 5_000
WHO = frozenset({"person", "delegation"})
"""Tables that say what a person may do."""

Listener = Callable[[frozenset[str]], None]


class Application:
    """A running desk without a screen; one per window process, terminal run or test person."""

    def __init__(self, store: Store, clock: Callable[[], datetime] | None = None) -> None:
        self.store = store
        self.actor: Actor | None = None
        self.language: str | None = None
        """What this copy speaks; None: to each person their own language."""
        self._given_clock = clock
        self._clock = clock or store.now
        self._listeners: list[Listener] = []
        self._own: set[int] = set()
        self.reverse: Command[Any] | None = None
        """What takes the last command back; None where nothing does."""
        self.given_up: Callable[[], bool] = bool
        """Whether nobody waits for a command any more: asked before its work is stored."""
        with store.read():
            self._seen = self._looked = audit.head(store)[0]
            self._day = self._clock().date()

    @classmethod
    def open(cls, url: str, clock: Callable[[], datetime] | None = None) -> Self:
        """Opens the database of `url`; raises what `Store.open` raises."""
        return cls(Store.open(url), clock)

    def another(self, actor: Actor) -> Self:
        """The same desk on a connection of its own, for long work of that person beside it; it
        looks on from what this one has heard of."""
        made = type(self).open(self.store.url, self._given_clock)
        made.actor, made.language = actor, self.language
        made._looked = self._seen
        return made

    def close(self) -> None:
        """Leaves the database."""
        self.store.close()

    def login(self, username: str, password: str) -> Actor:
        """Makes the person the actor; raises Refused `wrong_password` or `login_slowed`."""
        self.become(self._signed(username, password, "person.login"))
        assert self.actor is not None
        return self.actor

    def become(self, person_id: int) -> None:
        """Takes over as a person whose password was checked before."""
        with self.store.read():
            self.actor = people.actor(self.store, person_id, self._clock())

    def act_as_system(self) -> None:
        """For housekeeping, first set-up and demo data: the actor that is no person."""
        self.actor = SYSTEM

    def logout(self) -> None:
        """Nobody is at the desk; nothing can be executed or read until the next login."""
        self.actor = None

    def execute(self, command: Command[R], token: str = "") -> R:
        """Carries the command out in one transaction, or raises and leaves nothing behind.

        Under a `token` it is done once: asked again it gives the answer of the first time.
        """
        actor = self._present()

        def work(context: Context) -> R:
            if not token or type(command) in AFTERWARDS:
                return self._handle(context, command)
            context.actor.require(permission_of(type(command)))
            from crm_desktop.services.once import do_once  # late: the first list needs none

            return do_once(context, token, command, lambda: self._handle(context, command))

        answer = self._transact(actor, command.name, work)
        follow = AFTERWARDS.get(type(command))
        if follow:
            answer = follow(answer, lambda more: self._transact(actor, command.name, more))
        return answer

    def execute_as(self, username: str, password: str, command: Command[R]) -> R:
        """Carries one command out as somebody else, who signs in for it at this person's PC.

        Tries are counted as at the login; whoever is at the desk stays who they are, whatever
        comes of it. Raises what `login` and `execute` raise.
        """
        here = self._present()
        if not command.beside:
            raise NotAllowed("not_allowed", permission=permission_of(type(command)))
        person_id = self._signed(username, password, "person.answer_here")
        with self.store.read():
            people.actor(self.store, here.person_id, self._clock())
            actor = people.actor(self.store, person_id, self._clock())

        def work(context: Context) -> R:
            context.beside = here.person_id
            return self._handle(context, command)

        return self._transact(actor, command.name, work)

    def _signed(self, username: str, password: str, name: str) -> int:
        """The person whose name and password these are; every try is counted and on record."""
        with self.store.read():
            attempt = people.judge(self.store, username, password, self._clock())
        return people.settle(
            self._transact(SYSTEM, name, lambda context: people.record(context, attempt))
        )

    @staticmethod
    def _handle(context: Context, command: Command[R]) -> R:
        context.actor.require(permission_of(type(command)))
        answer: R = HANDLERS[type(command)](context, command)
        return answer

    def read(
        self, function: Callable[Concatenate[Context, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Answers a query function for the actor."""
        actor = self._present()
        actor.require(function.permission)  # type: ignore[attr-defined]
        with self.store.read():
            context = Context(self.store, self._spoken_to(actor), self._clock())
            return function(context, *args, **kwargs)

    def listen(self, callback: Listener) -> None:
        """Calls back with the names of changed tables after each commit of this copy."""
        self._listeners.append(callback)

    def poll(self) -> frozenset[str]:
        """The tables that other copies of the program changed since the last call."""
        return self.hear(*self.look())

    def look(self) -> tuple[date, list[tuple[int, str]]]:
        """The day it is, and the audit lines since the last call: the chain is the feed, for its
        last line is one indexed read away on both engines."""
        with self.store.read():
            day = self._clock().date()
            line = self.store.t.audit_line
            rows = line.select(line.c.id, line.c.record).where(line.c.id > self._looked)
            found = list(rows.order_by(line.c.id).limit(MOST_NEWS).tuples())
        self._looked = found[-1][0] if found else self._looked
        return day, found

    def hear(self, day: date, news: list[tuple[int, str]]) -> frozenset[str]:
        """The tables that others changed by what a copy on this database has looked at.

        Where people or their deputies changed, the actor is read anew, so that it counts for reads
        too; so is it when a day begins, for deputies come and go with the days.
        """
        found = [(line_id, record) for line_id, record in news if line_id > self._seen]
        if not found and day == self._day:
            return frozenset()
        foreign = frozenset(record for line_id, record in found if line_id not in self._own)
        if day != self._day:
            foreign |= {"delegation"}
        self._day, self._seen = day, max([self._seen, *(line_id for line_id, _ in found)])
        self._own = {line_id for line_id in self._own if line_id > self._seen}
        if foreign & WHO:
            self._look_again()
        return foreign

    def _present(self) -> Actor:
        if self.actor is None:
            raise NotAllowed("not_logged_in")
        return self.actor

    def _transact(self, actor: Actor, name: str, work: Callable[[Context], R]) -> R:
        """Does the work in one transaction, a second time where the server took the first back."""
        try:
            answer, context = self._attempt(actor, name, work)
        except Unavailable as problem:
            if not is_taken_back(problem):
                raise
            sleep(BREATH_SECONDS)  # for whoever was let through to go on first
            answer, context = self._attempt(actor, name, work)
        self.reverse = context.reverse
        if context.touched & WHO:
            self._look_again()
        self._tell(frozenset(context.touched))
        return answer

    def _attempt(self, actor: Actor, name: str, work: Callable[[Context], R]) -> tuple[R, Context]:
        """All of the work, stored, with a context of its own."""
        with self.store.write():
            now = self._clock()
            context = Context(self.store, self._spoken_to(self._fresh(actor, now)), now, name)
            answer = work(context)
            if self.given_up():
                raise Refused("given_up")
            person = context.actor.person_id or None
            own = audit.append(self.store, context.moment, person, name, context.entries)
        if own and context.reverse_of:
            context.reverse = context.reverse_of(own)
        self._own.update(own)
        return answer, context

    def _tell(self, tables: frozenset[str]) -> None:
        """What is committed stays so: a screen that cannot be drawn is only a case for the log."""
        for callback in self._listeners:
            try:
                callback(tables)
            except Exception as problem:  # noqa: BLE001 - whatever it is, it comes after the commit
                unexpected(problem)

    def _look_again(self) -> None:
        if self.actor is None or self.actor.person_id == 0:
            return
        try:
            self.become(self.actor.person_id)
        except Refused:
            self.actor = replace(self.actor, roles=frozenset(), lent=frozenset())

    def _spoken_to(self, actor: Actor) -> Actor:
        return replace(actor, language=self.language) if self.language else actor

    def _fresh(self, actor: Actor, now: datetime) -> Actor:
        """The actor as the people table has it now: somebody may have taken a role away."""
        if actor.person_id == 0:
            return actor
        current = people.actor(self.store, actor.person_id, now)
        if self.actor is actor:
            self.actor = current
        return current
