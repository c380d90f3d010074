"""A door that answers as each test tells it to, and two people to stand before it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from crm_desktop.domain.errors import Unavailable
from crm_desktop.services.registry import Actor

SOMSRI = Actor(1, "somsri", "สมศรี ใจดี", frozenset({"officer"}), "G3", 1, "en", "Somsri Jaidee")
WICHAI = Actor(2, "wichai", "วิชัย พัฒนา", frozenset({"supervisor"}), "G4", 1, "en", "Wichai Pattana")


@dataclass
class Door:
    """Stands in for the Application: remembers commands, answers or raises what it was given."""

    actor: Actor | None = SOMSRI
    language: str | None = None
    reverse: Any = None
    store: Any = field(default_factory=lambda: SimpleNamespace(engine="sqlite", hurry=lambda: None))
    executed: list[Any] = field(default_factory=list)
    answer: Any = 1
    others_changed: frozenset[str] = frozenset()
    gone: bool = False
    listeners: list[Callable[[frozenset[str]], None]] = field(default_factory=list)
    people: dict[str, Actor] = field(default_factory=lambda: {"somsri": SOMSRI, "wichai": WICHAI})
    refuse_login: Exception | None = None

    def listen(self, callback: Callable[[frozenset[str]], None]) -> None:
        self.listeners.append(callback)

    def another(self, actor: Actor) -> "Door":
        return self

    def close(self) -> None:
        """Nothing is open here."""

    def execute(self, command: Any, token: str = "") -> Any:
        self._answering()
        self.executed.append(command)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def read(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self._answering()
        return query(None, *args, **kwargs)

    def poll(self) -> frozenset[str]:
        self._answering()
        return self.others_changed

    def login(self, username: str, password: str) -> Actor:
        if self.refuse_login:
            raise self.refuse_login
        self.actor = self.people[username]
        return self.actor

    def logout(self) -> None:
        self.actor = None

    def _answering(self) -> None:
        if self.gone:
            raise Unavailable("database_gone", path="desk.db")
