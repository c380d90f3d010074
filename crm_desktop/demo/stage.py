"""What the demo plays on: the one door with a clock that is moved and people who take turns."""

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any, TypeVar

from crm_desktop.application import Application
from crm_desktop.services.registry import SYSTEM, Command, Context
from crm_desktop.store import Store, audit
from resources import resource

R = TypeVar("R")


@cache
def words(name: str) -> dict[str, Any]:
    """One of the word lists in resources/demo."""
    return tomllib.loads(resource(f"demo/{name}.toml").read_text(encoding="utf-8"))


def workday(day: date) -> date:
    """The day itself, or the Monday after a Sunday."""
    return day + timedelta(days=1) if day.weekday() == 6 else day


class Stage:
    """A store under a clock; the same seed gives the same luck in every part of the play."""

    def __init__(self, store: Store, seed: int, moment: datetime) -> None:
        self.store = store
        self.moment = moment
        self._desks: dict[int, Application] = {}
        self._house = Application(store, clock=lambda: self.moment)
        self._house.act_as_system()
        self.people: dict[str, int] = {}
        self._seed = seed

    def luck(self, part: str) -> Random:
        """A generator of its own for each part, so that a change in one leaves the others."""
        return Random(self.seed_of(part))

    def seed_of(self, part: str) -> str:
        """What the luck of a part begins with."""
        return f"{self._seed}/{part}"

    def do(self, person_id: int, command: Command[R]) -> R:
        """Executes a command as a person."""
        return self._at_desk(person_id).execute(command)

    def read(self, person_id: int, query: Callable[..., R], *args: Any) -> R:
        """What a person reads."""
        return self._at_desk(person_id).read(query, *args)

    def _at_desk(self, person_id: int) -> Application:
        """Everybody stays logged in at a desk of their own: nobody is looked up at each turn."""
        if person_id not in self._desks:
            self._desks[person_id] = Application(self.store, clock=lambda: self.moment)
            self._desks[person_id].become(person_id)
        return self._desks[person_id]

    def do_as_system(self, command: Command[R]) -> R:
        """Executes a command as the desk itself."""
        return self._house.execute(command)

    @contextmanager
    def work(self, name: str) -> Iterator[Context]:
        """A context for what is too much for single commands; its audit lines are written too."""
        context = Context(self.store, SYSTEM, self.moment, name)
        yield context
        audit.append(self.store, context.moment, None, name, context.entries)
