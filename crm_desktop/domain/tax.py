"""Value added tax: its classes, its dated rates, and its two directions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Self

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money


class VatClass(StrEnum):
    """How the Revenue Code treats what a line sells."""

    STANDARD = "standard"
    ZERO = "zero"
    EXEMPT = "exempt"

    def rate(self, standard: Decimal) -> Decimal:
        """The class's rate in percent, where `standard` is the day's rate."""
        return standard if self is VatClass.STANDARD else Decimal(0)


@dataclass(frozen=True, slots=True)
class VatRates:
    """The standard rate in percent by the day it took effect, because decrees renew it."""

    steps: tuple[tuple[date, Decimal], ...]

    @classmethod
    def of(cls, setting: Mapping[str, str]) -> Self:
        """Read the setting {ISO date: percent}."""
        return cls(tuple((date.fromisoformat(day), Decimal(rate)) for day, rate in setting.items()))

    def on(self, day: date) -> Decimal:
        """The rate in percent on a day; refuses with `no_vat_rate` before the first."""
        known = [step for step in self.steps if step[0] <= day]
        if not known:
            raise Refused("no_vat_rate", date=day)
        return max(known)[1]


THAI_VAT = VatRates.of({"1992-01-01": "7", "1997-08-16": "10", "1999-04-01": "7"})


def vat_within(total: Money, rate: Decimal) -> Money:
    """The VAT inside a total that includes it: half-up(total × rate / (100 + rate))."""
    return total.times(Fraction(rate) / (100 + Fraction(rate)))


def vat_on(base: Money, rate: Decimal) -> Money:
    """The VAT that comes on top of a base: half-up(base × rate / 100)."""
    return base.times(Fraction(rate) / 100)
