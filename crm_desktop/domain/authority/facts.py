"""What is known of a paper when its authority is asked, and how each condition reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from crm_desktop.domain.authority.scales import Position, Value, plain
from crm_desktop.domain.authority.terms import Credit, Stock
from crm_desktop.domain.money import Money

NO_MONEY = Money(0)
NOTHING = Decimal(0)
CREDIT_OK = frozenset({Credit.OK})


@dataclass(frozen=True)
class Facts:
    """The figures a matrix judges; what a paper has no say on stays at its default.

    `amount` is the grand total with VAT before deposits, with `split_amount` of it being the
    same officer's other papers of the matter for this customer or project. `discount`,
    `below_cost` and `unlisted` measure only what no approved paper carries already: prices and
    discounts that pass down unchanged count as at list. `credit` is that of the paper as it
    would be paid: what is paid in full is never over the limit. None is "not known", which the
    strictest band of a condition judges; a paper that asks no deposit has a share of 0.
    """

    amount: Money = NO_MONEY
    split_amount: Money = NO_MONEY
    discount: Decimal = NOTHING
    discount_by_group: Mapping[str, Decimal] = field(default_factory=dict, hash=False)
    below_cost: bool = False
    unlisted: Money = NO_MONEY
    credit: frozenset[Credit] = CREDIT_OK
    deposit_share: Decimal | None = None
    stock: Stock | None = None
    days: int | None = None
    branch: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Exact plain data, to be kept with a request."""
        return {
            "amount": plain(self.amount),
            "split_amount": plain(self.split_amount),
            "discount": plain(self.discount),
            "discount_by_group": {
                group: plain(percent) for group, percent in sorted(self.discount_by_group.items())
            },
            "below_cost": self.below_cost,
            "unlisted": plain(self.unlisted),
            "credit": sorted(self.credit),
            "deposit_share": None if self.deposit_share is None else plain(self.deposit_share),
            "stock": self.stock,
            "days": self.days,
            "branch": self.branch,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Facts":
        """The facts that `to_json` wrote."""
        share, stock, credit = data["deposit_share"], data["stock"], data["credit"]
        return cls(
            amount=_money(data["amount"]),
            split_amount=_money(data["split_amount"]),
            discount=Decimal(data["discount"]),
            discount_by_group={
                group: Decimal(percent) for group, percent in data["discount_by_group"].items()
            },
            below_cost=data["below_cost"],
            unlisted=_money(data["unlisted"]),
            credit=CREDIT_OK if credit == ["ok"] else frozenset(map(Credit, credit)),
            deposit_share=None if share is None else Decimal(share),
            stock=None if stock is None else Stock(stock),
            days=data["days"],
            branch=data["branch"],
        )


def _money(text: str) -> Money:
    """Baht as `to_json` writes them; spelled out, because a replay reads very many."""
    if text == "0.00":
        return NO_MONEY
    whole, _, satang = text.partition(".")
    return Money(int(whole + satang)) if len(satang) == 2 else Money.of(text)


# Where a value stands on its scale (None: not known), the value, and its product group.
Reading: TypeAlias = tuple[Position | None, Value | None, str | None]
Reader: TypeAlias = Callable[[Facts], tuple[Reading, ...]]

_BELOW_COST: dict[bool, tuple[Reading, ...]] = {
    False: ((0, "no", None),),
    True: ((1, "yes", None),),
}
_CREDIT: tuple[tuple[Credit, Reading], ...] = tuple(
    (state, (index, state, None)) for index, state in enumerate(Credit)
)
_PAID = (_CREDIT[0][1],)
_STOCK: dict[Stock | None, tuple[Reading, ...]] = {
    None: ((None, None, None),),
    **{state: ((index, state, None),) for index, state in enumerate(Stock)},
}


def _credit(facts: Facts) -> tuple[Reading, ...]:
    held = facts.credit or CREDIT_OK
    if held == CREDIT_OK:
        return _PAID
    return tuple([reading for state, reading in _CREDIT if state in held])


def _deposit_share(facts: Facts) -> tuple[Reading, ...]:
    share = facts.deposit_share
    return ((None if share is None else share.copy_negate(), share, None),)


READERS: Mapping[str, Reader] = {
    "amount": lambda facts: ((facts.amount.satang, facts.amount, None),),
    "discount": lambda facts: ((facts.discount, facts.discount, None),),
    "below_cost": lambda facts: _BELOW_COST[facts.below_cost],
    "unlisted": lambda facts: ((facts.unlisted.satang, facts.unlisted, None),),
    "credit": _credit,
    "deposit_share": _deposit_share,
    "stock": lambda facts: _STOCK[facts.stock],
    "days": lambda facts: ((facts.days, facts.days, None),),
}


def group_reader(group: str) -> Reader:
    """Reads the discount of one product group that has bands of its own."""

    def read(facts: Facts) -> tuple[Reading, ...]:
        percent = facts.discount_by_group.get(group)
        return () if percent is None else ((percent, percent, group),)

    return read


def rest_reader(apart: frozenset[str]) -> Reader:
    """Reads the discount left to the general bands when the groups `apart` have their own.

    Each group of the rest counts for itself: their average would be milder than the strictest
    of them. Without groups, the whole paper's discount is read.
    """

    def read(facts: Facts) -> tuple[Reading, ...]:
        if not facts.discount_by_group:
            return ((facts.discount, facts.discount, None),)
        return tuple(
            [
                (percent, percent, group)
                for group, percent in facts.discount_by_group.items()
                if group not in apart
            ]
        )

    return read


def milder(after: Facts, before: Facts) -> bool:
    """Whether a change left nothing stricter: only then does an approval outlive it."""
    groups = after.discount_by_group.keys() | before.discount_by_group.keys()
    pairs = [
        *((READERS[kind](after), READERS[kind](before)) for kind in READERS if kind != "credit"),
        *((group_reader(group)(after), group_reader(group)(before)) for group in groups),
    ]
    worse_credit = (after.credit - before.credit) - CREDIT_OK
    return not worse_credit and all(_not_worse(now, then) for now, then in pairs)


def _not_worse(now: tuple[Reading, ...], then: tuple[Reading, ...]) -> bool:
    if not now:
        return True
    position = now[0][0]
    known = then[0][0] if then else NOTHING
    if position is None or known is None:
        return known is None
    return position <= known
