"""Discounts as typed: baht, percent, or a chain where each part takes from what is left."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest
from typing import Self

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import LARGEST_PRICE, Money, plain_decimal

_BAHT = re.compile(r"\s*(?:฿|บาท|บ\.?)$")
_LONGEST_CHAIN = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a chain: so many percent, or so many baht."""

    value: Decimal
    is_percent: bool

    def left_of(self, amount: Fraction) -> Fraction:
        """What this step leaves, exact."""
        value = Fraction(self.value)
        return amount * (100 - value) / 100 if self.is_percent else amount - value


@dataclass(frozen=True, slots=True)
class Discount:
    """A chain of steps; none at all is no discount."""

    steps: tuple[Step, ...] = ()

    @classmethod
    def parse(cls, text: str, field: str | None = None) -> Self:
        """Read `10+5%` (a chain of percents), `5%`, `100` (baht), `5%+20`, `100฿+5%` or nothing.

        A number without a sign takes the sign of the part that follows it, the last one is baht.
        Refuses with `bad_discount`.
        """
        steps: list[Step] = []
        is_percent = False
        for part in reversed(text.split("+") if text.strip() else []):
            step = _step(part.strip(), is_percent)
            if step is None:
                raise Refused("bad_discount", field, text=text)
            steps.insert(0, step)
            is_percent = step.is_percent
        if len(steps) > _LONGEST_CHAIN or (len(steps) > 1 and any(map(_takes_all, steps))):
            raise Refused("bad_discount", field, text=text)
        return cls(tuple(step for step in steps if step.value))

    def left_of(self, amount: Fraction) -> Fraction:
        """What is left of an exact amount before any rounding, never below zero."""
        for step in self.steps:
            amount = step.left_of(amount)
        return max(amount, Fraction(0))

    def exceeds(self, amount: Money) -> bool:
        """Whether the typed baht are more than there is to take from."""
        left = Fraction(amount.baht)
        for step in self.steps:
            left = step.left_of(left)
        return left < 0

    def take_from(self, amount: Money) -> Money:
        """The discount on an amount, half-up on what is left, never more than the amount."""
        if amount <= Money.ZERO:
            return Money.ZERO
        return amount - Money.of(self.left_of(Fraction(amount.baht)))

    def percent_of(self, amount: Money) -> Decimal:
        """The whole chain as percent of an amount, not rounded to satang."""
        if amount <= Money.ZERO:
            return Decimal(0)
        exact = Fraction(amount.baht)
        return as_decimal(100 - 100 * self.left_of(exact) / exact)

    def __bool__(self) -> bool:
        return bool(self.steps)

    def __str__(self) -> str:
        return "+".join(
            f"{_plain(step.value)}{_sign(step, following)}"
            for step, following in zip_longest(self.steps, self.steps[1:])
        )


NO_DISCOUNT = Discount()


def as_decimal(value: Fraction) -> Decimal:
    """Turn an exact ratio into a Decimal (28 digits, exact where it has an end)."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _step(part: str, following_is_percent: bool) -> Step | None:
    is_baht = bool(_BAHT.search(part))
    is_percent = part.endswith("%") or (following_is_percent and not is_baht)
    number = _BAHT.sub("", part) if is_baht else part.removesuffix("%")
    value = plain_decimal(number, 4 if is_percent else 2)
    highest = Decimal(100) if is_percent else LARGEST_PRICE.baht
    return None if value is None or not 0 <= value <= highest else Step(value, is_percent)


def _takes_all(step: Step) -> bool:
    return step.is_percent and step.value == 100


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sign(step: Step, following: Step | None) -> str:
    """Write only the signs that reading back needs."""
    follows_percent = following is not None and following.is_percent
    if step.is_percent:
        return "" if follows_percent else "%"
    return "฿" if follows_percent else ""
