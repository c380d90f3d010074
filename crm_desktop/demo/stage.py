"""What the demo plays on: the one door with a clock that is moved and people who take turns."""

import tomllib
from collections.abc import Iterator
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
        self.app = Application(store, clock=lambda: self.moment)
        self.people: dict[str, int] = {}
        self._seed = seed

    def luck(self, part: str) -> Random:
        """A generator of its own for each part, so that a change in one leaves the others."""
        return Random(f"{self._seed}/{part}")

    def do(self, person_id: int, command: Command[R]) -> R:
        """Executes a command as a person."""
        if self.app.actor is None or self.app.actor.person_id != person_id:
            self.app.become(person_id)
        return self.app.execute(command)

    def do_as_system(self, command: Command[R]) -> R:
        """Executes a command as the desk itself."""
        self.app.act_as_system()
        return self.app.execute(command)

    @contextmanager
    def work(self, name: str) -> Iterator[Context]:
        """A context for what is too much for single commands; its audit lines are written too."""
        context = Context(self.store, SYSTEM, self.moment, name)
        yield context
        audit.append(self.store, context.moment, None, name, context.entries)
