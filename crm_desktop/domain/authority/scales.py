"""What a condition measures: each scale runs from mild to strict, whatever its unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from crm_desktop.domain.authority.terms import Credit, Reason, Stock, reason
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

Value: TypeAlias = Money | Decimal | int | str
Position: TypeAlias = int | Decimal

INFINITE = Decimal("Infinity")
BEYOND_ALL = 10**18
LARGEST = Decimal(10) ** 13
PLAIN = re.compile(r"[\d.,]+\s*%?")  # 1e9 is a number to a program only


@dataclass(frozen=True, slots=True)
class Scale:
    """One kind of condition: baht, percent or days, or a choice of named cases.

    On a falling scale (the deposit share) less is stricter, so "at least 30 %" is the same
    band there as "at most 30 %" is elsewhere: it reaches 30, and 30 is included.
    """

    name: str
    unit: str
    falling: bool = False
    choices: tuple[str, ...] = ()

    @property
    def title(self) -> Reason:
        """The condition's name for the reader."""
        return reason(f"condition_{self.name}")

    @property
    def farthest(self) -> Position:
        """Past everything on the scale: the open end, of the type that compares fastest."""
        return INFINITE if self.unit == "percent" else BEYOND_ALL

    def position(self, value: Value) -> Position:
        """Where a value stands: a greater position is a stricter case; ValueError off the scale."""
        if self.choices:
            return self.choices.index(str(value))
        if isinstance(value, Money):
            return value.satang
        if isinstance(value, str):
            raise ValueError(value)
        return Decimal(value).copy_negate() if self.falling else value

    def parse(self, text: str) -> Value:
        """The value of a cell or of stored data; Refused if it is none of this scale."""
        text = text.strip()
        if self.choices:
            if text in self.choices:
                return text
            raise self._unreadable(text)
        try:
            number = Decimal(text.replace(",", "").removesuffix("%").strip())
        except InvalidOperation:
            raise self._unreadable(text) from None
        if not PLAIN.fullmatch(text) or number >= LARGEST:
            raise self._unreadable(text)
        return self._of_number(number, text)

    def _of_number(self, number: Decimal, text: str) -> Value:
        if self.unit == "percent":
            return number
        units = number * 100 if self.unit == "baht" else number
        if units != int(units):
            raise self._unreadable(text)
        return Money(int(units)) if self.unit == "baht" else int(units)

    def _unreadable(self, text: str) -> Refused:
        return Refused("authority_value_unreadable", text=text, condition=self.title)


SCALES: Mapping[str, Scale] = {
    scale.name: scale
    for scale in (
        Scale("amount", "baht"),
        Scale("discount", "percent"),
        Scale("below_cost", "choice", choices=("no", "yes")),
        Scale("unlisted", "baht"),
        Scale("credit", "choice", choices=tuple(Credit)),
        Scale("deposit_share", "percent", falling=True),
        Scale("stock", "choice", choices=tuple(Stock)),
        Scale("days", "days"),
    )
}


def plain(value: Value) -> str:
    """A value as exact text, such as `Scale.parse` reads."""
    if isinstance(value, Money):
        return f"{value.baht:f}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
