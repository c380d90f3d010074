"""Goods as the desk knows them, as frozen values; quantities exact, prices per unit in baht."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass

BASE_LEVEL = "retail"


@dataclass(frozen=True, slots=True)
class Unit:
    """A selling unit; `factor` is how many of the product's own unit are in one of it."""

    name: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Price:
    """A list price per the product's own unit, from a quantity on, between two days."""

    level: str
    from_quantity: Decimal
    price: Money
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the day lies in its time; an open end holds."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class BranchStock:
    """What lay in a branch when the shop's system last said so; `age` counts from then to now."""

    branch_id: int
    branch: str
    quantity: Decimal
    as_of: datetime
    age: timedelta


@dataclass(frozen=True, slots=True)
class Goods:
    """A product as a document line needs it; `cost` is for rules, never for a screen."""

    id: int
    code: str
    name: str
    name_en: str
    unit: str
    product_group: str
    vat_class: VatClass
    units: tuple[Unit, ...]
    prices: tuple[Price, ...]
    cost: Money | None = field(default=None, repr=False)

    def factor(self, unit: str) -> Decimal | None:
        """How many own units one `unit` is; None for a unit it is not sold in."""
        if unit == self.unit:
            return Decimal(1)
        return next((each.factor for each in self.units if each.name == unit), None)

    def price(self, level: str, unit: str, quantity: Decimal, day: date) -> Money | None:
        """The list price of one `unit` when so many are bought; retail where a level has none.

        Of one quantity step the price that began last holds; of the steps reached the lowest.
        """
        factor = self.factor(unit)
        if factor is None:
            return None
        for asked in (level, BASE_LEVEL):
            steps: dict[Decimal, Price] = {}
            for each in self.prices:
                if each.level == asked and each.holds_on(day):
                    held = steps.get(each.from_quantity)
                    if held is None or _began(each) >= _began(held):
                        steps[each.from_quantity] = each
            reached = [each.price for step, each in steps.items() if step <= quantity * factor]
            if reached:
                return min(reached).times(factor)
        return None

    def cost_in(self, unit: str) -> Money | None:
        """The cost of one `unit`; None where nobody said."""
        factor = self.factor(unit)
        return self.cost.times(factor) if self.cost is not None and factor is not None else None


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product as a line of a list: the price of one level, stock of the actor's branch and its
    moment."""

    id: int
    code: str
    barcode: str
    name: str
    name_en: str
    product_group: str
    unit: str
    vat_class: VatClass
    price: Money | None
    stock: Decimal | None
    stock_as_of: datetime | None
    active: bool


@dataclass(frozen=True, slots=True)
class ProductCard:
    """All that may be said about a product; `cost` is None for who may not see it."""

    id: int
    version: int
    code: str
    barcode: str
    name: str
    name_en: str
    product_group: str
    unit: str
    vat_class: VatClass
    supplier: str
    lead_days: int | None
    active: bool
    imported_at: datetime
    units: tuple[Unit, ...]
    prices: tuple[Price, ...]
    stock: tuple[BranchStock, ...]
    cost: Money | None = None


def _began(price: Price) -> date:
    return price.valid_from or date.min
