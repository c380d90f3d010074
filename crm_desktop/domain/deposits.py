"""A deposit's ledger: what came is applied, refunded, forfeited, moved on, or still held.

The ledger only grows; a mistake is taken back by an entry that names the one it reverses.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money, share
from crm_desktop.domain.tax import VatClass, vat_within

METHODS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "cash": ((), ()),
    "transfer": (("bank", "account", "reference", "at"), ("reference",)),
    "card": (("bank", "reference", "card_last4"), ("card_last4",)),
    "cheque": (("bank", "cheque_number", "cheque_date"), ("bank", "cheque_number", "cheque_date")),
    "promptpay": (("reference", "at"), ()),
}
"""How money comes: what may be said of it, and what must be."""

CLEAR_AT_ONCE = ("cash", "card")
CLEAR_WHEN_SEEN = ("transfer", "promptpay")
USES = {
    "apply": "applied",
    "refund": "refunded",
    "forfeit": "forfeited",
    "transfer_out": "transferred",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a ledger; `amount` is positive whatever its kind, `reverses` names an entry."""

    id: int
    kind: str
    amount: Money
    vat: Money = Money.ZERO
    reverses: int | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What a ledger comes to: `held` is `awaiting` (not yet cleared) and `cleared` together.

    `vat` is the VAT within all that came and stayed, `vat_used` that within what was used.
    """

    received: Money = Money.ZERO
    transferred_in: Money = Money.ZERO
    applied: Money = Money.ZERO
    refunded: Money = Money.ZERO
    forfeited: Money = Money.ZERO
    transferred: Money = Money.ZERO
    bounced: Money = Money.ZERO
    awaiting: Money = Money.ZERO
    cleared: Money = Money.ZERO
    vat: Money = Money.ZERO
    vat_used: Money = Money.ZERO

    @property
    def held(self) -> Money:
        """What the shop still keeps for the customer."""
        return self.awaiting + self.cleared

    @property
    def came(self) -> Money:
        """All that came and did not bounce."""
        return self.received + self.transferred_in

    @property
    def used(self) -> Money:
        """All that is no longer held."""
        return self.applied + self.refunded + self.forfeited + self.transferred

    @property
    def is_sound(self) -> bool:
        """received + transferred in = applied + refunded + forfeited + transferred out + held."""
        parts = (self.awaiting, self.cleared, self.received, self.transferred_in)
        return self.came == self.used + self.held and min(parts) >= Money.ZERO

    @property
    def vat_left(self) -> Money:
        """The VAT within what is still held."""
        return self.vat - self.vat_used

    def vat_of(self, amount: Money) -> Money:
        """The VAT within the next use: what is due of it by then, less what earlier uses took.

        So the VAT of all parts adds up to that of the deposit, whatever was reversed meanwhile.
        """
        after = self.used + amount
        if after == self.came:
            return self.vat_left
        by_then = self.vat.times(Fraction(after.satang, self.came.satang))
        return max(by_then - self.vat_used, Money.ZERO)


def live(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that count: no reversal, and nothing that one took back."""
    listed = tuple(entries)
    gone = {entry.reverses for entry in listed if entry.reverses is not None}
    return tuple(each for each in listed if each.reverses is None and each.id not in gone)


def balance(entries: Iterable[Entry]) -> Balance:
    """Adds a ledger up, oldest entry first."""
    sums = dict.fromkeys(Balance.__dataclass_fields__, Money.ZERO)
    for entry in live(entries):
        for name, change in _changes(entry, sums["awaiting"]):
            sums[name] += change
    return Balance(**sums)


def _changes(entry: Entry, awaiting: Money) -> tuple[tuple[str, Money], ...]:
    """What one entry adds to which figure; a bounce takes back what waits before the rest."""
    amount = entry.amount
    match entry.kind:
        case "receive":
            return ("received", amount), ("awaiting", amount), ("vat", entry.vat)
        case "transfer_in":
            return ("transferred_in", amount), ("cleared", amount), ("vat", entry.vat)
        case "clear":
            return ("awaiting", -amount), ("cleared", amount)
        case "bounce":
            waiting = min(amount, awaiting)
            return (
                ("received", -amount),
                ("bounced", amount),
                ("awaiting", -waiting),
                ("cleared", waiting - amount),
                ("vat", -entry.vat),
            )
    return (USES[entry.kind], amount), ("cleared", -amount), ("vat_used", entry.vat)


def state_of(held: Balance) -> str:
    """The state that follows from what a ledger comes to; with all of it taken back, the deposit
    is over."""
    if held.held:
        return "awaiting" if held.awaiting else "partly_used" if held.used else "held"
    ways = [name for name in USES.values() if getattr(held, name)]
    if ways:
        return ways[0] if len(ways) == 1 else "used_up"
    return "bounced" if held.bounced else "cancelled"


@dataclass(frozen=True, slots=True)
class VatPart:
    """One VAT class of a sum: `amount` includes the `vat` within; `rate` in percent."""

    vat_class: VatClass
    rate: Decimal
    amount: Money
    vat: Money


def split(
    amount: Money, paper: Sequence[VatPart], taken: Sequence[VatPart] = ()
) -> tuple[VatPart, ...]:
    """A deposit's money over the VAT classes of its paper, by largest remainder.

    `taken` is what earlier deposits hold of the paper already: weighed is what they left of each
    class, and the VAT is that of all of them together less theirs, so that the deposits that pay
    a paper in full carry its VAT to the satang and never more.
    """
    held = [_of_class(taken, part.vat_class) for part in paper]
    left = [max(0, (part.amount - had).satang) for part, (had, _) in zip(paper, held, strict=True)]
    if not any(left):
        left = [part.amount.satang for part in paper]
    amounts = share(amount, left)
    return tuple(
        VatPart(part.vat_class, part.rate, each, _vat_beyond(had, each, part.rate))
        for part, each, had in zip(paper, amounts, held, strict=True)
        if each
    )


def _of_class(parts: Iterable[VatPart], vat_class: VatClass) -> tuple[Money, Money]:
    same = [part for part in parts if part.vat_class is vat_class]
    return Money.sum(part.amount for part in same), Money.sum(part.vat for part in same)


def _vat_beyond(held: tuple[Money, Money], more: Money, rate: Decimal) -> Money:
    """The VAT within `more`, counted on top of what is held: between nothing and all of it."""
    amount, vat = held
    return min(max(vat_within(amount + more, rate) - vat, Money.ZERO), more)


def piece(parts: Sequence[VatPart], amount: Money, vat: Money) -> tuple[VatPart, ...]:
    """A part of a deposit by the VAT classes of the whole, adding up to `amount` and `vat`."""
    amounts = share(amount, [part.amount.satang for part in parts])
    vats = share(vat, [part.vat.satang for part in parts])
    return tuple(
        VatPart(part.vat_class, part.rate, *each)
        for part, *each in zip(parts, amounts, vats, strict=True)
        if any(each)
    )


def vat_sum(parts: Iterable[VatPart]) -> Money:
    """The VAT within all parts."""
    return Money.sum(part.vat for part in parts)


def residual(paper_vat: Money, deducted: Money, part: Money = Money.ZERO) -> Money:
    """The VAT left for the bill: the paper's less that of its deposits, never computed anew.

    Refuses `residual_negative` where the next deduction, with `part` of VAT, would leave less than
    nothing.
    """
    left = paper_vat - deducted - part
    if left < Money.ZERO:
        raise Refused("residual_negative", "amount", vat=part, left=paper_vat - deducted)
    return left
