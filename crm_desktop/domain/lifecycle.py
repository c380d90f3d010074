"""Lives of papers as data: rows of state, event, next, guard, who; what is no row cannot happen."""

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from crm_desktop.domain.errors import WrongState


class Code(str):
    """A text that is itself a code of the message catalogue, read to the user as its sentence."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One legal step: `guard` names what must hold (or None), `who` the permissions, any of."""

    state: str
    event: str
    next: str
    guard: str | None
    who: frozenset[str]


@dataclass(frozen=True)
class StateTable:
    """All rows of one kind; `name` begins the codes of its states, events and guards."""

    name: str
    initial: str
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        """Refuse a table that could answer one event in two ways."""
        if len(self._by_step) != len(self.rows):
            raise ValueError(f"{self.name}: a state has two rows for one event")

    @cached_property
    def _by_step(self) -> dict[tuple[str, str], Row]:
        return {(row.state, row.event): row for row in self.rows}

    @cached_property
    def states(self) -> tuple[str, ...]:
        """Every state, in the order of the rows, the initial one first."""
        found = [self.initial, *(state for row in self.rows for state in (row.state, row.next))]
        return tuple(dict.fromkeys(found))

    @cached_property
    def finals(self) -> frozenset[str]:
        """The states that nothing leads out of."""
        return frozenset(self.states) - {row.state for row in self.rows}

    def row(self, state: str, event: str) -> Row:
        """The row of an event; raises WrongState (`wrong_state`) where there is none."""
        try:
            return self._by_step[state, event]
        except KeyError:
            raise WrongState(
                "wrong_state", state=self.state_code(state), event=self.event_code(event)
            ) from None

    def next(self, state: str, event: str) -> str:
        """The state that follows; raises WrongState where there is no row."""
        return self.row(state, event).next

    def events(self, state: str) -> tuple[str, ...]:
        """What may happen in a state, whoever asks."""
        return tuple(row.event for row in self.rows if row.state == state)

    def offers(self, state: str, permissions: Set[str]) -> tuple[Row, ...]:
        """What a holder of these permissions may do in a state: the buttons to show."""
        return tuple(row for row in self.rows if row.state == state and row.who & permissions)

    def as_rows(self) -> tuple[tuple[str, str, str, str, str], ...]:
        """The table for help and docs: state, event, next, guard, who."""
        return tuple(
            (row.state, row.event, row.next, row.guard or "", ", ".join(sorted(row.who)))
            for row in self.rows
        )

    def state_code(self, state: str) -> Code:
        """The code of a state's name in the message catalogue."""
        return Code(f"{self.name}_state_{state}")

    def event_code(self, event: str) -> Code:
        """The code of an event's name in the message catalogue."""
        return Code(f"{self.name}_event_{event}")

    def guard_code(self, guard: str) -> Code:
        """The code of a guard's sentence in the message catalogue."""
        return Code(f"{self.name}_guard_{guard}")
