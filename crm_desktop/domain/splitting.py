"""One paper made two: each line and every discount shared, so that no satang is lost between them.

Percents stay percents where both parts still round to what the whole was; else, and for baht, the
discount is written in baht on both. Only where a part of an undiscounted line rounds down, because
its quantity is no whole number, do both papers together come to a satang less than the whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.money import Money, share


@dataclass(frozen=True, slots=True)
class Part:
    """A priced line as it is split: `taken` of its `quantity` goes to the other paper."""

    quantity: Decimal
    unit_price: Money
    discount: str
    taken: Decimal

    @property
    def left(self) -> Decimal:
        """What stays."""
        return self.quantity - self.taken

    def net(self, quantity: Decimal, discount: str) -> Money:
        """The line with that quantity and discount, rounded as a paper rounds it."""
        gross = Fraction(quantity) * Fraction(self.unit_price.baht)
        return Money.of(Discount.parse(discount).left_of(gross))

    def gross(self, quantity: Decimal) -> Money:
        """The line without a discount."""
        return self.net(quantity, "")


Pair = tuple[str, str]
"""What a discount reads on the paper that stays and on the one that takes."""


def split_line(part: Part) -> Pair:
    """The discount of a line on both papers."""
    if not part.taken or not part.left:
        return part.discount, part.discount
    whole = part.net(part.quantity, part.discount)
    grosses = part.gross(part.left), part.gross(part.taken)
    if _is_percent(part.discount):
        nets = part.net(part.left, part.discount), part.net(part.taken, part.discount)
        return _pair(part.discount, whole, grosses, nets)
    shared = share(whole, [gross.satang for gross in grosses])
    return _in_baht(whole, grosses, shared)


def split_document(discount: str, whole: Money, sums: tuple[Money, Money]) -> Pair:
    """The document discount on both papers, of which `sums` are the lines; `whole` is what the
    paper came to after its discount."""
    parsed = Discount.parse(discount)
    left = tuple(each - parsed.take_from(each) for each in sums)
    if _is_percent(discount) or not parsed:
        return _pair(discount, whole, sums, (left[0], left[1]))
    return _in_baht(whole, sums, share(whole, [each.satang for each in sums]))


def _is_percent(discount: str) -> bool:
    steps = Discount.parse(discount).steps
    return all(step.is_percent for step in steps)


def _pair(
    discount: str, whole: Money, grosses: tuple[Money, Money], nets: tuple[Money, Money]
) -> Pair:
    """The same percents on both where they come to the whole; else one of them in baht."""
    missing = whole - nets[0] - nets[1]
    if not missing:
        return discount, discount
    for place in (1, 0):
        wanted = nets[place] + missing
        if Money.ZERO <= wanted <= grosses[place]:
            written = _baht(grosses[place] - wanted)
            return (written, discount) if place == 0 else (discount, written)
    return discount, discount


def _in_baht(whole: Money, grosses: tuple[Money, Money], shared: Sequence[Money]) -> Pair:
    """What each part must lose to come to its share, moved over where a part has too little."""
    first = min(shared[0], grosses[0])
    second = min(whole - first, grosses[1])
    first = min(whole - second, grosses[0])
    return _baht(grosses[0] - first), _baht(grosses[1] - second)


def _baht(amount: Money) -> str:
    return str(Discount.parse(str(amount.baht))) if amount else ""
