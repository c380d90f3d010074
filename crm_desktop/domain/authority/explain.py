"""Why a decision is what it is, what would change it, and each row in plain words, as codes."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from crm_desktop.domain.authority.matrix import Band, Condition, Limit, Row
from crm_desktop.domain.authority.scales import SCALES, Value
from crm_desktop.domain.authority.terms import MATTERS, NEVER_OWN, Grade, Level, Reason, reason
from crm_desktop.domain.money import Money

if TYPE_CHECKING:
    from crm_desktop.domain.authority.decide import Climb, Decision, Finding, Ruling


def reasons(decision: "Decision") -> tuple[Reason, ...]:
    """The ruling's reasons, then what was counted in, what did not count, and who is lacking."""
    idle = (each for each in decision.ruling.findings if each.spared)
    return (
        *_ruling_reasons(decision.ruling),
        *_split(decision),
        *(spared(finding.condition) for finding in idle if decision.level is Level.OWN),
        *_unanswered(decision),
    )


def climb_reasons(climb: "Climb") -> tuple[Reason, ...]:
    """Why a superior is passed by: their grade, then what their own row says."""
    who, code = climb.who, climb.code
    if code == "climbed_limit" and not who.name:
        code = f"{code}_grade"
    head = reason(code, name=who.name, grade=who.grade.name)
    if who.deputy is not None and code == "climbed_absent":
        head = reason(code, name=who.name, deputy=who.deputy.name)
    return (head,) if climb.ruling is None else (head, *_ruling_reasons(climb.ruling))


def relief(decision: "Decision", target: Level = Level.OWN) -> tuple[Reason, ...]:
    """What would make it `target`: the nearest milder bound of everything stricter than that.

    One reason that says it cannot be, where no band of some condition is mild enough, or the
    matter is never the asker's.
    """
    if decision.level <= target:
        return ()
    stricter = [finding for finding in decision.ruling.findings if finding.level > target]
    bounds = [(finding, _milder_bound(finding.condition, target)) for finding in stricter]
    never = decision.matter in NEVER_OWN
    if never or not bounds or any(bound is None for _, bound in bounds):
        return (reason("relief_none", grade=decision.actor.grade.name),)
    wanted = [
        describe_band(finding.condition, Band(target, bound), finding.group)
        for finding, bound in bounds
    ]
    return tuple(each for place, each in enumerate(wanted) if each not in wanted[:place])


def describe_band(condition: Condition, band: Band, group: str | None = None) -> Reason:
    """One band in plain words: "at most 5 %", "over 5 up to 10 %", "credit overdue"."""
    if condition.scale.choices:
        return reason(f"{condition.kind}_is_{band.to}")
    named = condition.group or group
    if named is None:
        return describe_span(condition.kind, band)
    return describe_span(f"{condition.kind}_group", band, group=named)


NOTHING = (Decimal(0), Money.ZERO)
"""No discount and no baht of free text are said as such, not as "at most 0"."""


def describe_span(stem: str, band: Band, **more: Any) -> Reason:
    """From where to where a band reaches, under the name of what it measures."""
    if band.to is None:
        shape, ends = ("any", {}) if band.past is None else ("beyond", {"past": band.past})
    elif band.past is not None:
        shape, ends = "between", {"past": band.past, "to": band.to}
    elif band.to in NOTHING and stem.removeprefix("if_").startswith(("discount", "unlisted")):
        shape, ends = "none", {}
    else:
        shape, ends = "upto", {"to": band.to}
    return reason(f"{stem}_{shape}", **more, **ends)


def spared(condition: Condition) -> Reason:
    """Says under which facts the condition does not count."""
    return reason(
        "spared",
        condition=condition.scale.title,
        when=tuple(_limit_reason(limit) for limit in condition.unless),
    )


def describe_row(row: Row) -> Mapping[Level, tuple[Reason, ...]]:
    """The row as its three cells on paper: what must hold (OWN), what is enough to leave it.

    A level that some condition never allows has an empty cell; in a row that is always the
    superior's, only what holds for every paper and who else answers is left to say.
    """
    apart = {each.kind for each in row.conditions if each.group is not None}
    floors = [
        Level.OWN if each.unless else min(band.level for band in each.bands)
        for each in row.conditions
        if each.bands and each.kind not in apart
    ]
    floor = max(floors, default=Level.OWN if row.conditions else Level.SUPERIOR)
    return {level: tuple(_cell(row, level, floor)) for level in Level}


def _cell(row: Row, level: Level, floor: Level) -> Iterator[Reason]:
    if level < floor:
        return
    for condition in row.conditions:
        always = len(condition.bands) == 1 or floor is not Level.SUPERIOR
        shown = [b for b in condition.bands if b.level is level and (always or b.steps)]
        yield from (describe_band(condition, band) for band in shown)
        for steps in dict.fromkeys(band.steps for band in shown if band.steps):
            yield reason("answered_by", steps=tuple(reason(f"step_{step}") for step in steps))
        if condition.unless and level is floor:
            yield spared(condition)


def _limit_reason(limit: Limit) -> Reason:
    said = describe_band(Condition(limit.kind, ()), Band(Level.OWN, limit.to))
    worse = SCALES[limit.kind].choices[1:]
    return reason("or_milder", case=said) if limit.to in worse else said


def _ruling_reasons(ruling: "Ruling") -> Iterator[Reason]:
    """What there is to say beside the row, then one reason per band that decided."""
    if ruling.remark is not None:
        title = MATTERS[ruling.matter].title
        yield reason(ruling.remark, matter=title, grade=ruling.grade.name)
    for finding in ruling.deciding:
        yield _finding_reason(finding, ruling.grade)


def _unanswered(decision: "Decision") -> Iterator[Reason]:
    if decision.unanswered is not None and decision.answerer is not None:
        yield reason(decision.unanswered, grade=decision.answerer.grade.name)


def _split(decision: "Decision") -> Iterator[Reason]:
    facts = decision.facts
    if facts.split_amount.satang > 0 and any(
        finding.condition.kind == "amount" and finding.level > Level.OWN
        for finding in decision.bands
    ):
        yield reason("amount_split", amount=facts.amount, split=facts.split_amount)


def _finding_reason(finding: "Finding", grade: Grade) -> Reason:
    """Measures the value against what the grade may decide alone, whichever band it is in."""
    condition, band, value = finding.condition, finding.band, finding.value
    stem = condition.kind if finding.group is None else f"{condition.kind}_group"
    values = {"grade": grade.name, "value": value}
    if finding.group is not None:
        values["group"] = finding.group
    if band is None:
        return reason(f"{stem}_unbanded", **values)
    if finding.level is Level.OWN:
        if condition.scale.choices or band.to is None:
            return describe_band(condition, band, finding.group)
        return reason(f"{stem}_within", limit=band.to, **values)
    if value is None:
        return reason(f"{stem}_missing", grade=grade.name)
    if condition.scale.choices:
        return reason(f"{condition.kind}_{value}_over", grade=grade.name)
    limit = _milder_bound(condition, Level.OWN)
    if limit is None:
        return reason(f"{stem}_never", **values)
    return reason(f"{stem}_over", limit=limit, **values)


def _milder_bound(condition: Condition, target: Level) -> Value | None:
    """The farthest value that a band of `target` or milder still reaches."""
    reached = [band.to for band in condition.bands if band.level <= target and band.to is not None]
    scale = condition.scale
    return max(reached, key=scale.position, default=None)


def calm(said: Reason) -> Reason:
    """The same reason with whole baht written without satang, as a table of limits has them."""
    return Reason(said.code, {name: _calm(value) for name, value in said.values.items()})


def _calm(value: Any) -> Any:
    match value:
        case Money() if value.satang % 100 == 0:
            return Decimal(value.satang // 100)
        case Reason():
            return calm(value)
        case tuple():
            return tuple(_calm(each) for each in value)
        case _:
            return value
