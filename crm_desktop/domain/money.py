"""Exact money: whole satang inside, Decimal baht at the edge, never a binary fraction."""

import operator
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import ClassVar, Self

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import arabic_digits


def half_up(value: Decimal, places: int = 2) -> Decimal:
    """Round half away from zero (Revenue Department order ป.86/2542)."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _nearest(numerator: int, denominator: int) -> int:
    """The quotient rounded half away from zero; whole numbers are many times quicker than
    fractions of them."""
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -whole if numerator < 0 else whole


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in whole satang."""

    satang: int

    ZERO: ClassVar["Money"]

    def __post_init__(self) -> None:
        """Refuse what is not whole, such as the float of a careless product."""
        operator.index(self.satang)

    @classmethod
    def of(cls, baht: str | int | Decimal | Fraction) -> Self:
        """Make money of an exact number of baht, half-up to the satang."""
        if not isinstance(baht, str | int | Decimal | Fraction):
            raise TypeError(f"money is exact, {type(baht).__name__} is not")
        exact = Fraction(baht.replace(",", "")) if isinstance(baht, str) else baht
        numerator, denominator = exact.as_integer_ratio()
        return cls(_nearest(numerator * 100, denominator))

    @property
    def baht(self) -> Decimal:
        """The amount in baht, always with two places."""
        return Decimal(self.satang).scaleb(-2)

    @classmethod
    def sum(cls, amounts: Iterable["Money"]) -> Self:
        """Add up; nothing adds up to zero."""
        return cls(sum(amount.satang for amount in amounts))

    def times(self, factor: Decimal | Fraction) -> "Money":
        """Multiply exactly, then round half-up to the satang."""
        numerator, denominator = factor.as_integer_ratio()
        return Money(_nearest(self.satang * numerator, denominator))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.satang + other.satang)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.satang - other.satang)

    def __mul__(self, count: int) -> "Money":
        return Money(self.satang * count)

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return Money(-self.satang)

    def __abs__(self) -> "Money":
        return Money(abs(self.satang))

    def __bool__(self) -> bool:
        return self.satang != 0

    def __str__(self) -> str:
        return f"{self.baht:,.2f}"


Money.ZERO = Money(0)
# A line of both largest values, a thousand times over, still fits a 64-bit column.
LARGEST_PRICE = Money.of("99999999.99")
LARGEST_QUANTITY = Decimal("999999.999")


def share(total: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """Split by largest remainder, so that the parts add up to the satang.

    Of equal remainders the earlier part gets the satang; where all weights are zero all count the
    same. Weights may not be negative.
    """
    if any(weight < 0 for weight in weights) or (total and not weights):
        raise ValueError("sharing needs weights of zero or more")
    counted = list(weights) if any(weights) else [1] * len(weights)
    whole, amount = sum(counted), abs(total.satang)
    parts = [amount * weight // whole for weight in counted]
    by_remainder = sorted(range(len(counted)), key=lambda i: -(amount * counted[i] % whole))
    for place in by_remainder[: amount - sum(parts)]:
        parts[place] += 1
    sign = -1 if total.satang < 0 else 1
    return tuple(Money(sign * part) for part in parts)


_NUMBER = re.compile(r"[+-]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)", re.ASCII)
_BAHT_SIGN = re.compile(r"\s*(?:฿|บาท|บ\.)\s*")


def plain_decimal(text: str, places: int) -> Decimal | None:
    """Read a number typed with Thai or Arabic digits and thousands commas; None for anything else.

    More than `places` decimals are not a number here, for rounding would hide what was typed.
    """
    typed = arabic_digits(text).strip()
    if len(typed) > 30 or not _NUMBER.fullmatch(typed):
        return None
    number = Decimal(typed.replace(",", ""))
    exact = half_up(number, places)
    return exact if exact == number else None


def parse_money(
    text: str, field: str | None = None, *, zero: bool = True, negative: bool = False
) -> Money:
    """Read baht as typed, a ฿ or บาท beside it allowed; refuses with `bad_price`."""
    lowest = -LARGEST_PRICE if negative else Money(0 if zero else 1)
    number = plain_decimal(_BAHT_SIGN.sub("", text), 2)
    amount = None if number is None else Money.of(number)
    if amount is None or not lowest <= amount <= LARGEST_PRICE or not (zero or amount):
        raise Refused("bad_price", field, text=text, lowest=lowest, highest=LARGEST_PRICE)
    return amount


def parse_quantity(
    text: str, field: str | None = None, *, zero: bool = False, negative: bool = False
) -> Decimal:
    """Read a quantity exact to thousandths; refuses with `bad_quantity`."""
    lowest = -LARGEST_QUANTITY if negative else Decimal(0) if zero else Decimal("0.001")
    number = plain_decimal(text, 3)
    if number is None or not lowest <= number <= LARGEST_QUANTITY or not (zero or number):
        raise Refused("bad_quantity", field, text=text, lowest=lowest, highest=LARGEST_QUANTITY)
    return number
