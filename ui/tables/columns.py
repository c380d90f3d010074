"""Columns are declared, not programmed: one frozen value each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt

from ui.tokens import Tone

Row = Any
"""A frozen row value of the core; it has an `id`."""


class Align(Enum):
    """How the cells of a column stand; figures stand right."""

    LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def plain(value: object) -> str:
    """The value as it is; nothing for None."""
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Column:
    """One column of a list.

    `key` is the attribute of the row (or `value` computes it), `format` makes the words, `sort` is
    the database's sort key (None: cannot be sorted), `tone` turns the cell into a state label,
    `muted` prints it quietly, `icon` names an icon for the row, `meaning` is told under the pointer
    at its head, `exported` is what a file gets where that is more than the words.
    """

    key: str
    title: str
    width: int = 120
    align: Align = Align.LEFT
    format: Callable[[Any], str] = plain
    sort: str | None = None
    value: Callable[[Row], Any] | None = None
    tone: Callable[[Row], Tone | None] | None = None
    icon: Callable[[Row], str | None] | None = None
    muted: bool = False
    strong: bool = False
    stretch: bool = False
    shown: bool = True
    meaning: str = ""
    exported: Callable[[Row], Any] | None = None

    def raw(self, row: Row) -> Any:
        """The frozen value of this cell."""
        return self.value(row) if self.value else getattr(row, self.key)

    def text(self, row: Row) -> str:
        """The words of this cell."""
        return self.format(self.raw(row))


Columns = Sequence[Column]
