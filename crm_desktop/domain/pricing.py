"""A paper's money, from its lines to its grand total, and what its prices say to authority."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from crm_desktop.domain.discounts import NO_DISCOUNT, Discount, as_decimal
from crm_desktop.domain.money import Money, share
from crm_desktop.domain.tax import VatClass, vat_on, vat_within


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line as typed; `list_price` is the customer level's, in the price's VAT mode.

    An `approved` line keeps the price of an approved paper: authority takes it as at list.
    """

    quantity: Decimal
    unit_price: Money
    discount: Discount = NO_DISCOUNT
    vat_class: VatClass = VatClass.STANDARD
    list_price: Money | None = None
    product_group: str = ""
    is_free_text: bool = False
    approved: bool = False

    @property
    def gross(self) -> Fraction:
        """Quantity × unit price in baht, exact."""
        return Fraction(self.quantity) * Fraction(self.unit_price.baht)

    @property
    def exact_net(self) -> Fraction:
        """The line after its own discount in baht, before rounding."""
        return self.discount.left_of(self.gross)

    @property
    def listed(self) -> Fraction | None:
        """What the line would cost at list price in baht; None where no list price exists."""
        if self.is_free_text or self.list_price is None:
            return None
        return Fraction(self.quantity) * Fraction(self.list_price.baht)


@dataclass(frozen=True, slots=True)
class LineTotal:
    """One line's money: `base` is its part of its class's base before VAT, adding up exactly."""

    gross: Money
    net: Money
    document_discount: Money
    base: Money

    @property
    def discount(self) -> Money:
        """What the line's own discount took."""
        return self.gross - self.net

    @property
    def final(self) -> Money:
        """The line after its share of the document discount."""
        return self.net - self.document_discount


@dataclass(frozen=True, slots=True)
class ClassTotal:
    """One VAT class of the paper: base + VAT is what the customer pays for it."""

    vat_class: VatClass
    rate: Decimal
    base: Money
    vat: Money

    @property
    def gross(self) -> Money:
        """Base and VAT together."""
        return self.base + self.vat


@dataclass(frozen=True, slots=True)
class Totals:
    """A paper's money in the order it is made, then the facts its prices give to the authority.

    `discount_percent` (and the same by product group) measures all discounts and price changes of
    the listed lines against their list prices, before any rounding to satang; a paper dearer than
    the list has 0. `unlisted` is the baht of lines without a list price, VAT included like every
    sum of the authority table.
    """

    lines: tuple[LineTotal, ...]
    sum: Money
    document_discount: Money
    classes: tuple[ClassTotal, ...]
    discount_percent: Decimal
    discount_by_group: tuple[tuple[str, Decimal], ...]
    unlisted: Money

    @property
    def after_discount(self) -> Money:
        """The sum less the document discount, with or without VAT as the prices are."""
        return self.sum - self.document_discount

    @property
    def net(self) -> Money:
        """The whole paper before VAT."""
        return Money.sum(part.base for part in self.classes)

    @property
    def vat(self) -> Money:
        """The whole paper's VAT."""
        return Money.sum(part.vat for part in self.classes)

    @property
    def grand_total(self) -> Money:
        """What the customer pays, VAT included, before deposits."""
        return self.net + self.vat


class Measured(NamedTuple):
    """A line as the authority measures it, in exact baht; `listed` is None without a list price."""

    group: str
    listed: Fraction | None
    net: Fraction
    approved: bool = False


def add_up(
    lines: Sequence[PriceLine],
    *,
    rate: Decimal,
    prices_include_vat: bool,
    document_discount: Discount = NO_DISCOUNT,
) -> Totals:
    """Round lines, add, take the document discount, then VAT per class; `rate` in percent."""
    measured = [
        Measured(line.product_group, line.listed, line.exact_net, line.approved) for line in lines
    ]
    nets = [Money.of(each.net) for each in measured]
    total = Money.sum(nets)
    taken = document_discount.take_from(total)
    shares = share(taken, [max(net.satang, 0) for net in nets])
    finals = [net - part for net, part in zip(nets, shares, strict=True)]
    classes = _classes(lines, finals, rate, prices_include_vat)
    kept = Fraction(1)
    if total > Money.ZERO:
        kept = document_discount.left_of(Fraction(total.baht)) / Fraction(total.baht)
    return Totals(
        lines=tuple(
            LineTotal(Money.of(line.gross), net, part, base)
            for line, net, part, base in zip(
                lines, nets, shares, _bases(lines, finals, classes), strict=True
            )
        ),
        sum=total,
        document_discount=taken,
        classes=classes,
        discount_percent=_discount_percent(measured, kept),
        discount_by_group=_by_group(measured, kept),
        unlisted=_unlisted(lines, measured, finals, rate, prices_include_vat),
    )


def _classes(
    lines: Sequence[PriceLine], finals: Sequence[Money], rate: Decimal, prices_include_vat: bool
) -> tuple[ClassTotal, ...]:
    found = []
    for vat_class in VatClass:
        if any(line.vat_class is vat_class for line in lines):
            amount = _amount_of(vat_class, lines, finals)
            found.append(_class_total(vat_class, amount, vat_class.rate(rate), prices_include_vat))
    return tuple(found)


def _class_total(
    vat_class: VatClass, amount: Money, rate: Decimal, prices_include_vat: bool
) -> ClassTotal:
    if prices_include_vat:
        vat = vat_within(amount, rate)
        return ClassTotal(vat_class, rate, amount - vat, vat)
    return ClassTotal(vat_class, rate, amount, vat_on(amount, rate))


def _amount_of(vat_class: VatClass, lines: Sequence[PriceLine], finals: Sequence[Money]) -> Money:
    pairs = zip(lines, finals, strict=True)
    return Money.sum(final for line, final in pairs if line.vat_class is vat_class)


def _bases(
    lines: Sequence[PriceLine], finals: Sequence[Money], classes: Sequence[ClassTotal]
) -> list[Money]:
    """Share each class's base over its lines, so that printed parts add up."""
    bases = list(finals)
    for part in classes:
        places = [i for i, line in enumerate(lines) if line.vat_class is part.vat_class]
        shares = share(part.base, [max(finals[i].satang, 0) for i in places])
        for place, base in zip(places, shares, strict=True):
            bases[place] = base
    return bases


def _discount_percent(lines: Iterable[Measured], kept: Fraction) -> Decimal:
    """Percent below list; `kept` is the part that the paper's own discount leaves."""
    listed = paid = approved = Fraction(0)
    for line in lines:
        if line.approved:
            approved += line.net
        elif line.listed is not None:
            listed += line.listed
            paid += line.net
    paid *= kept
    whole = listed + approved * kept
    return as_decimal(100 * (listed - paid) / whole) if listed > paid else Decimal(0)


def _by_group(lines: Sequence[Measured], kept: Fraction) -> tuple[tuple[str, Decimal], ...]:
    groups = sorted({line.group for line in lines if line.listed is not None})
    return tuple(
        (group, _discount_percent([line for line in lines if line.group == group], kept))
        for group in groups
    )


def _unlisted(
    lines: Sequence[PriceLine],
    measured: Sequence[Measured],
    finals: Sequence[Money],
    rate: Decimal,
    prices_include_vat: bool,
) -> Money:
    places = [i for i, line in enumerate(measured) if line.listed is None and not line.approved]
    classes = _classes(
        [lines[i] for i in places], [finals[i] for i in places], rate, prices_include_vat
    )
    return Money.sum(part.gross for part in classes)
