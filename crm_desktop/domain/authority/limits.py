"""Limits in an answer (อนุมัติไม่เกิน 8 %): how far a paper may go without being asked again.

What a limit names may move up to it, whatever was asked; every other fact stays as it was asked or
milder. Only the amount may rise beyond that, because a discount fell: up to the same goods at list.
The amount here is that of the paper alone: other papers count where they themselves are asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from crm_desktop.domain.authority.decide import Asked
from crm_desktop.domain.authority.explain import describe_span
from crm_desktop.domain.authority.facts import READERS, Facts, milder
from crm_desktop.domain.authority.matrix import Band, Limit
from crm_desktop.domain.authority.scales import SCALES, Position, Value, plain
from crm_desktop.domain.authority.terms import Level, Reason, reason
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

LIMITED = ("discount", "deposit_share", "amount", "days")
"""What an answer can limit; the deposit share from below, the others from above."""

LONGEST_DAYS = 365

Limits = tuple[Limit, ...]


def read_limits(pairs: Iterable[tuple[str, str]]) -> Limits:
    """Limits as they were typed, in the order of `LIMITED`; Refused at `limits.<kind>`."""
    found: dict[str, Limit] = {}
    for kind, text in pairs:
        if kind not in LIMITED:
            raise Refused("limit_unknown", "limits", kind=kind)
        if kind in found:
            raise Refused("limit_twice", f"limits.{kind}", kind=SCALES[kind].title)
        found[kind] = Limit(kind, _value(kind, text))
    return tuple(found[kind] for kind in LIMITED if kind in found)


def _value(kind: str, text: str) -> Value:
    where = f"limits.{kind}"
    try:
        value = SCALES[kind].parse(text)
    except Refused as refused:
        raise Refused(refused.code, where, **refused.values) from None
    if SCALES[kind].unit == "percent" and Decimal(str(value)) > 100:
        raise Refused("bad_percent", where, text=text)
    if kind == "days" and not 1 <= int(str(value)) <= LONGEST_DAYS:
        raise Refused("bad_valid_days", where, days=text)
    if kind == "amount" and value == Money.ZERO:
        raise Refused("limit_no_amount", where)
    return value


def limits_to_json(limits: Limits) -> list[list[str]]:
    """Kind and exact text of each, as they are stored."""
    return [[limit.kind, plain(limit.to)] for limit in limits]


def limits_from_json(data: Sequence[Sequence[str]]) -> Limits:
    """What `limits_to_json` gave; whatever else stands there is left out."""
    return tuple(Limit(kind, SCALES[kind].parse(text)) for kind, text in data if kind in LIMITED)


def describe_limit(limit: Limit) -> Reason:
    """One limit in words: "discount at most 8 %", "deposit at least 50 %"."""
    return describe_span(limit.kind, Band(Level.OWN, limit.to))


def describe_limits(limits: Limits) -> Reason:
    """Limits in words: within "discount at most 8 %, deposit at least 50 %"."""
    return reason("limits_given", limits=tuple(map(describe_limit, limits)))


def describe_use(limits: Limits) -> Reason:
    """What was made of limits, in words: used "discount 7 %, 8,370.00 baht"."""
    return reason(
        "limits_used",
        limits=tuple(reason(f"limit_used_{each.kind}", to=each.to) for each in limits),
    )


def strictest(*several: Limits) -> Limits:
    """Of each kind the strictest that any of them names."""
    found: dict[str, Limit] = {}
    for limit in (each for limits in several for each in limits):
        if limit.kind not in found or _position(limit) < _position(found[limit.kind]):
            found[limit.kind] = limit
    return tuple(found[kind] for kind in LIMITED if kind in found)


def keeps(facts: Facts, limits: Limits) -> bool:
    """Whether the facts lie within every limit; of a discount each product group must."""
    return all(_keeps(facts, limit) for limit in limits)


def _keeps(facts: Facts, limit: Limit) -> bool:
    return all(at is not None and at <= _position(limit) for at in _positions(facts, limit.kind))


def _positions(facts: Facts, kind: str) -> list[Position | None]:
    if kind == "amount":
        return [own_amount(facts).satang]
    found = [position for position, _, _ in READERS[kind](facts)]
    return [*found, *facts.discount_by_group.values()] if kind == "discount" else found


def _position(limit: Limit) -> Position:
    return SCALES[limit.kind].position(limit.to)


def own_amount(facts: Facts) -> Money:
    """What the paper alone comes to."""
    return facts.amount - facts.split_amount


def reached(facts: Facts, kind: str) -> Value | None:
    """How far the facts go on a scale, of a discount the product group that goes farthest."""
    if kind == "discount":
        return max(facts.discount, *facts.discount_by_group.values(), Decimal(0))
    if kind == "amount":
        return own_amount(facts)
    return READERS[kind](facts)[0][1]


def at_limits(facts: Facts, limits: Limits) -> Facts:
    """The facts at the far end of every limit: the strictest that the answer lets through."""
    far: dict[str, Any] = {limit.kind: limit.to for limit in limits}
    if isinstance(far.get("amount"), Money):
        far["amount"] += facts.split_amount
    if "discount" in far:
        far["discount_by_group"] = dict.fromkeys(facts.discount_by_group, far["discount"])
    return replace(facts, **far)


def within(after: Facts, asked: Facts, limits: Limits, highest: Money) -> bool:
    """Whether changed facts lie within what was asked and its limits.

    `highest` is the amount of the same goods at list: what a fallen discount can make of it.
    """
    if not keeps(after, limits) or own_amount(after) > max(own_amount(asked), highest):
        return False
    same: dict[str, Any] = {"amount": asked.amount, "split_amount": asked.split_amount}
    for limit in limits:
        same[limit.kind] = getattr(asked, limit.kind)
        if limit.kind == "discount":
            same["discount_by_group"] = asked.discount_by_group
    return milder(replace(after, **same), asked)


def either(one: Asked, other: Asked) -> Asked:
    """What two decisions ask for together: a later one that stays below both asks nothing new."""
    keys = one.asks.keys() | other.asks.keys()
    own = Level.OWN
    grades = [each for each in (one.grade, other.grade) if each is not None]
    return Asked(
        max(one.level, other.level),
        {key: max(one.asks.get(key, own), other.asks.get(key, own)) for key in keys},
        tuple(dict.fromkeys((*one.steps, *other.steps))),
        max(grades, default=None),
    )
