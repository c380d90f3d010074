"""The words of the authority matrix: levels, grades, matters and what a reason is."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple

from crm_desktop.domain.errors import Refused


class Reason(NamedTuple):
    """A code of the message catalogue with the values of its sentence."""

    code: str
    values: Mapping[str, Any]


def reason(code: str, **values: Any) -> Reason:
    """A reason of this subject; its catalogue ids all begin with `authority_`."""
    return Reason(f"authority_{code}", values)


class Level(IntEnum):
    """What becomes of a submitted paper; a greater level is a stricter one."""

    OWN = 0
    CONSULT = 1
    SUPERIOR = 2

    @property
    def title(self) -> Reason:
        """The heading of the level's column."""
        return reason(f"level_{self.name.lower()}")


class Grade(IntEnum):
    """What a person may decide grows with the grade; what they may touch is their role's."""

    G3 = 3
    G4 = 4
    G5 = 5
    G6 = 6

    @property
    def title(self) -> Reason:
        """What people of the grade are called."""
        return reason(f"grade_{self.name.lower()}")


TOP = max(Grade)


class Credit(StrEnum):
    """What credit-finance's snapshot says of a paper as it would be paid; several may hold."""

    OK = "ok"
    OVER_LIMIT = "over_limit"
    OVERDUE = "overdue"
    BLOCKED = "blocked"


class Stock(StrEnum):
    """How much of a paper can be taken from the shelf."""

    STOCKED = "stocked"
    PARTLY = "partly"
    NONE = "none"


class Step(StrEnum):
    """Who answers a request, in order; the superior is always the last."""

    CREDIT = "credit"
    SUPERIOR = "superior"


class Matter(NamedTuple):
    """Something a grade may or may not decide; `kind` is the paper it belongs to, if only one."""

    name: str
    kind: str | None

    @property
    def title(self) -> Reason:
        """The matter's name for the reader."""
        return reason(f"matter_{self.name.replace('.', '_')}")


MATTERS: Mapping[str, Matter] = {
    name: Matter(name, kind)
    for name, kind in (
        ("quotation.issue", "QT"),
        ("sales_order.issue", "SO"),
        ("back_order.issue", "BO"),
        ("purchase_request.issue", "PR"),
        ("special_order.issue", "SP"),
        ("reservation.issue", "RS"),
        ("drop_ship.issue", "DS"),
        ("quotation.extend", "QT"),
        ("reservation.extend", "RS"),
        ("deposit.waive", None),
        ("deposit.refund", "DP"),
        ("deposit.forfeit", "DP"),
        ("deposit.transfer", "DP"),
        ("document.cancel", None),
        ("price.change_after_approval", None),
        ("goods.return", "RT"),
        ("customer.merge", None),
        ("case.compensate", "CS"),
        ("matrix.change", None),
    )
}


NEVER_OWN = frozenset({"deposit.refund"})
"""Matters that whoever asks never decides, the top grade apart: nobody stands above it."""


class UnknownMatter(Refused):
    """Asking about a matter that does not exist is an error, not a decision."""

    def __init__(self, matter: str) -> None:
        super().__init__("authority_matter_unknown", "matter", matter=matter)
