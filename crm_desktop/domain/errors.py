"""What the program says no with: a code and its values; the sentence is made for each reader."""

from typing import Any


class Refused(Exception):
    """A request that the user can mend.

    `code` names a sentence of the message catalogue, `values` fill it, and `field` names the
    input that the sentence stands beside (None: the whole form).
    """

    def __init__(self, code: str, /, field: str | None = None, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}({shown})"


class WrongState(Refused):
    """The state table has no row for this event in this state."""


class NeedsApproval(Refused):
    """The act is legal, but not without an answer that is not there."""


class Stale(Refused):
    """The record changed since the caller read it; `values["changes"]` names the fields."""


class NotAllowed(Refused):
    """The actor's roles do not hold the permission."""


class Unavailable(Refused):
    """The database does not answer now: gone, locked for too long, or out of reach."""
