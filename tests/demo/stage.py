"""What the tests of the demo shop stand on: its day, and the desks of its people."""

import logging
from datetime import datetime

from crm_desktop.application import Application
from crm_desktop.store import BANGKOK, Store

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=BANGKOK)


class Shop:
    """The store, and what the play said while it was filled."""

    def __init__(self, store: Store, said: list[str]) -> None:
        self.store, self.said = store, said

    def desk(self, username: str) -> Application:
        """The program with that person at it."""
        person = self.store.t.person
        rows = person.select(person.c.id).where(person.c.username == username)
        app = Application(self.store, clock=lambda: NOW)
        app.become(next(iter(rows.tuples()))[0])
        return app


class Heard(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
