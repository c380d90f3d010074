"""A row of the table read out in whole sentences, as codes: what a person would say of it."""

from collections.abc import Iterator, Sequence

from crm_desktop.domain.authority.explain import describe_span
from crm_desktop.domain.authority.matrix import Band, Condition, Limit, Row, in_order
from crm_desktop.domain.authority.terms import (
    MATTERS,
    NEVER_OWN,
    TOP,
    Grade,
    Level,
    Reason,
    Step,
    reason,
)


def read_row(row: Row, level: Level | None = None) -> tuple[Reason, ...]:
    """The sentences of a sound row; those of one column if `level` is given.

    A paper stays at the mildest level a row can give while every condition allows that, and
    leaves it for a stricter one as soon as any condition asks for more.
    """
    if level is not None:
        return tuple(_sentences(row, level, "when"))
    return tuple(sentence for each in Level for sentence in _sentences(row, each, "then"))


def _sentences(row: Row, level: Level, shape: str) -> Iterator[Reason]:
    """What one column says; "then" goes on from the sentence before and names nobody anew."""
    floor = Level.OWN if row.grade is TOP else _floor(row)
    if level < floor:
        return
    if level is floor:
        yield from _mildest(row, level)
    elif wheres := [each for c in row.conditions for each in _beyond(c, level, row)]:
        yield _said(level, row, shape, when=_joined(wheres, "or"))
    else:
        return
    if level is Level.CONSULT:
        yield reason("read_phone" if row.phone_allowed else "read_no_phone")
        yield reason("read_go_on" if row.may_go_on_against_advice else "read_no_go_on")
    yield from _steps(row, level)


def _mildest(row: Row, floor: Level) -> Iterator[Reason]:
    """The level that needs every condition, what spares one of them, and what holds besides."""
    when = [] if row.grade is TOP else [each for c in row.conditions for each in _within(c, row)]
    if floor is Level.SUPERIOR or not when:
        yield _said(floor, row, "always")
    else:
        yield _said(floor, row, "when", when=_joined(when, "and"))
    for condition in row.conditions:
        if condition.unless and _highest(condition) > floor:
            spare = _joined([_limit(limit) for limit in condition.unless], "and")
            yield reason("read_spared", condition=_named(condition, row), when=spare)
    if floor < Level.SUPERIOR and row.matter in NEVER_OWN and row.grade is not TOP:
        yield reason("read_never_own")


def _said(level: Level, row: Row, shape: str, **values: object) -> Reason:
    matter = MATTERS[row.matter].title
    who = reason(f"read_who_{row.grade.name.lower()}")
    if row.branch is not None:
        who = reason("read_who_branch", who=who, branch=row.branch)
    return reason(f"read_{level.name.lower()}_{shape}", who=who, matter=matter, **values)


def _steps(row: Row, level: Level) -> Iterator[Reason]:
    """For which cases credit-finance answers before the superior."""
    cases = []
    for condition in row.conditions:
        first = [b for b in condition.bands if b.level is level and Step.CREDIT in b.steps]
        if first and len(first) == sum(band.level > Level.OWN for band in condition.bands):
            yield reason("read_credit_always", condition=_named(condition, row))
        else:
            cases += [_clause(condition, band, row) for band in first]
    if cases:
        yield reason("read_credit_first", when=_joined(cases, "or"))


def _floor(row: Row) -> Level:
    """The mildest level that every condition of the row allows somewhere, or does not speak of."""
    lowest = (Level.OWN if any(_beside(each, row)) else _lowest(each) for each in row.conditions)
    return max(lowest, default=Level.SUPERIOR)


def _beside(condition: Condition, row: Row) -> Iterator[Reason]:
    """When the condition does not speak of a paper at all."""
    if condition.unless:
        yield reason("read_spare", condition=_named(condition, row))
    if condition.group is not None:
        yield reason("read_no_goods_group", group=condition.group)
    elif _of_others(condition, row):
        yield reason("read_no_goods_others")


def _lowest(condition: Condition) -> Level:
    return min(band.level for band in condition.bands)


def _highest(condition: Condition) -> Level:
    return max(band.level for band in condition.bands)


def _within(condition: Condition, row: Row) -> Iterator[Reason]:
    """How far the condition allows the row's mildest level; nothing where it always does, that it
    must not count where it never does."""
    floor = _floor(row)
    if _lowest(condition) > floor:
        yield _joined(list(_beside(condition, row)), "or")
    elif _highest(condition) > floor:
        bands = [band for band in in_order(condition) if band.level <= floor]
        yield _joined(list(_spans(condition, bands, row)), "or")


def _beyond(condition: Condition, level: Level, row: Row) -> Iterator[Reason]:
    """Where the condition asks for exactly this level."""
    yield from _spans(condition, [b for b in in_order(condition) if b.level is level], row)


def _spans(condition: Condition, bands: Sequence[Band], row: Row) -> Iterator[Reason]:
    """Neighbouring bands as one, each case of a choice for itself."""
    if bands and not condition.scale.choices:
        bands = [Band(bands[0].level, bands[-1].to, bands[0].past)]
    yield from (_clause(condition, band, row) for band in bands)


def _clause(condition: Condition, band: Band, row: Row) -> Reason:
    """One band within a sentence: "the discount is at most 5%"."""
    if condition.scale.choices:
        return reason(f"if_{condition.kind}_is_{band.to}")
    stem, group = condition.kind, {}
    if condition.group is not None:
        stem, group = "discount_group", {"group": condition.group}
    elif _of_others(condition, row):
        stem = "discount_others"
    return describe_span(f"if_{stem}", band, **group)


def _named(condition: Condition, row: Row) -> Reason:
    """The name of a condition, told from others of the row that measure the same."""
    if condition.group is not None:
        return reason("read_discount_group", group=condition.group)
    others = _of_others(condition, row)
    return reason("read_discount_others") if others else condition.scale.title


def _of_others(condition: Condition, row: Row) -> bool:
    """Whether the condition is left what no product group has limits of its own for."""
    return (
        condition.kind == "discount"
        and condition.group is None
        and any(each.group is not None for each in row.conditions)
    )


def _limit(limit: Limit) -> Reason:
    bare, condition = Row("", Grade.G3, ()), Condition(limit.kind, ())
    choices = condition.scale.choices
    reached = choices[: choices.index(str(limit.to)) + 1] if choices else (limit.to,)
    return _joined([_clause(condition, Band(Level.OWN, to), bare) for to in reached], "or")


def _joined(parts: Sequence[Reason], word: str) -> Reason:
    """The parts in one, the last after "and" or "or"."""
    if len(parts) == 1:
        return parts[0]
    return reason(f"read_{word}", first=tuple(parts[:-1]), last=parts[-1])
