"""What stands in rows of seven days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ui.tokens import Tone

DAYS = 7


@dataclass(frozen=True)
class Entry:
    """Something that stands on a day; `words` tell it aloud and under the pointer."""

    key: Any
    first: str
    second: str
    words: str
    tone: Tone = Tone.PLAIN
    movable: bool = False

    @property
    def text(self) -> str:
        """Both rows of words as one."""
        return f"{self.first} {self.second}".strip()


@dataclass(frozen=True)
class Cell:
    """A day; `note` names a day off, `faint` one that is not of the month in view."""

    day: date
    title: str
    entries: tuple[Entry, ...] = ()
    note: str = ""
    closed: bool = False
    faint: bool = False
    today: bool = False


@dataclass(frozen=True)
class Line:
    """Seven days, of somebody where it has a `name`; `key` says whose."""

    key: Any
    name: str
    cells: tuple[Cell, ...]
