"""A row while somebody writes it: limits as they are typed, each with where its fault stands.

Every band begins where the one before it ends, and the last reaches everything beyond. So a gap
cannot be written; what can be is a limit that is missing, unreadable or out of order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from crm_desktop.domain.authority.explain import calm
from crm_desktop.domain.authority.matrix import Band, Condition, Limit, Row, in_order
from crm_desktop.domain.authority.problems import condition_faults, conditions_faults, place_of
from crm_desktop.domain.authority.scales import SCALES, Scale, Value, plain
from crm_desktop.domain.authority.terms import TOP, Grade, Level, Reason, Step, reason
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money

CREDIT_FIRST = (Step.CREDIT, Step.SUPERIOR)


class Rung(NamedTuple):
    """One band: the limit as typed ("" for the open end), or the case of a choice."""

    to: str
    level: Level
    steps: tuple[Step, ...] = ()


class LimitSketch(NamedTuple):
    """One limit under which a condition does not count, its value as typed."""

    kind: str
    to: str


@dataclass(frozen=True)
class ConditionSketch:
    """The bands of one condition, mildest first; the last is open unless it is a choice."""

    kind: str
    rungs: tuple[Rung, ...]
    group: str | None = None
    unless: tuple[LimitSketch, ...] = ()

    @property
    def scale(self) -> Scale:
        """What the condition measures."""
        return SCALES[self.kind]

    def with_rung(self, at: int, rung: Rung) -> "ConditionSketch":
        """One band exchanged; what is one's own has nobody to answer it."""
        rung = rung._replace(steps=()) if rung.level is Level.OWN else rung
        return replace(self, rungs=(*self.rungs[:at], rung, *self.rungs[at + 1 :]))

    def with_band(self, after: int) -> "ConditionSketch":
        """A further band after that one, or before the open end, its limit still to be typed."""
        at = min(after + 1, len(self.rungs) - 1)
        below = self.rungs[at - 1].level + 1 if at else Level.OWN
        new = Rung("", Level(min(below, self.rungs[at].level)))
        return replace(self, rungs=(*self.rungs[:at], new, *self.rungs[at:]))

    def without_band(self, at: int) -> "ConditionSketch":
        """The bands around take over what the removed one held; a last one stays."""
        left = (*self.rungs[:at], *self.rungs[at + 1 :])
        if not left or self.scale.choices:
            return self
        return replace(self, rungs=(*left[:-1], left[-1]._replace(to="")))

    def with_limit(self, at: int, limit: LimitSketch) -> "ConditionSketch":
        """One limit exchanged, or added where `at` is past the last."""
        return replace(self, unless=(*self.unless[:at], limit, *self.unless[at + 1 :]))

    def without_limit(self, at: int) -> "ConditionSketch":
        """The limit at that place gone."""
        return replace(self, unless=(*self.unless[:at], *self.unless[at + 1 :]))


@dataclass(frozen=True)
class RowSketch:
    """A row of the table as it is being written."""

    matter: str
    grade: Grade
    conditions: tuple[ConditionSketch, ...]
    branch: str | None = None
    phone_allowed: bool = True
    may_go_on_against_advice: bool = False

    def with_condition(self, at: int, condition: ConditionSketch) -> "RowSketch":
        """One condition exchanged, or added where `at` is past the last."""
        return replace(
            self, conditions=(*self.conditions[:at], condition, *self.conditions[at + 1 :])
        )

    def without_condition(self, at: int) -> "RowSketch":
        """The condition at that place gone."""
        return replace(self, conditions=(*self.conditions[:at], *self.conditions[at + 1 :]))

    def to_json(self) -> dict[str, Any]:
        """Plain data, to be kept while it is not whole."""
        return {
            "matter": self.matter,
            "grade": self.grade.name,
            "branch": self.branch,
            "phone": self.phone_allowed,
            "go_on": self.may_go_on_against_advice,
            "conditions": [
                {
                    "kind": each.kind,
                    "group": each.group,
                    "unless": [list(limit) for limit in each.unless],
                    "rungs": [[to, level.name, list(steps)] for to, level, steps in each.rungs],
                }
                for each in self.conditions
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "RowSketch":
        """The sketch that `to_json` wrote."""
        conditions = tuple(
            ConditionSketch(
                each["kind"],
                tuple(
                    Rung(to, Level[level], tuple(map(Step, steps)))
                    for to, level, steps in each["rungs"]
                ),
                each["group"],
                tuple(LimitSketch(kind, to) for kind, to in each["unless"]),
            )
            for each in data["conditions"]
        )
        grade = Grade[data["grade"]]
        return cls(data["matter"], grade, conditions, data["branch"], data["phone"], data["go_on"])


class Fault(NamedTuple):
    """What is wrong, and beside which condition, band or limit it is to be said."""

    code: str
    values: Mapping[str, Any]
    condition: int | None = None
    rung: int | None = None
    limit: int | None = None


def sketch_of(row: Row) -> RowSketch:
    """A row laid open for writing."""
    conditions = tuple(
        ConditionSketch(
            each.kind,
            tuple(
                Rung("" if band.to is None else typed(band.to), band.level, band.steps)
                for band in in_order(each)
            ),
            each.group,
            tuple(LimitSketch(limit.kind, typed(limit.to)) for limit in each.unless),
        )
        for each in row.conditions
    )
    return RowSketch(
        row.matter,
        row.grade,
        conditions,
        row.branch,
        row.phone_allowed,
        row.may_go_on_against_advice,
    )


def fresh(kind: str, grade: Grade, group: str | None = None) -> ConditionSketch:
    """A condition to begin with: its mildest case one's own, all beyond it the superior's."""
    scale, strict = SCALES[kind], Level.OWN if grade is TOP else Level.SUPERIOR
    if scale.choices:
        first, *others = scale.choices
        rungs = (Rung(first, Level.OWN), *(Rung(case, strict) for case in others))
    elif grade is TOP:
        rungs = (Rung("", Level.OWN),)
    else:
        rungs = (Rung("", Level.OWN), Rung("", strict))
    return ConditionSketch(kind, rungs, group)


def typed(value: Value) -> str:
    """A value as people write it into a box: commas, no idle zeros; `Scale.parse` reads it."""
    if isinstance(value, Money) and value.satang % 100 == 0:
        return f"{value.satang // 100:,}"
    return f"{value.baht:,}" if isinstance(value, Money) else plain(value)


def tidy(scale: Scale, text: str) -> str:
    """What was typed, written as figures are; as it is where it cannot be read."""
    return text if _unreadable(scale, text) else typed(scale.parse(text))


def row_of(sketch: RowSketch) -> Row:
    """The row that was written; Refused with its first fault."""
    for fault in faults_of(sketch):
        raise Refused(fault.code, "rows", **fault.values)
    return _row(sketch)


@lru_cache(maxsize=100)
def faults_of(sketch: RowSketch) -> tuple[Fault, ...]:
    """Everything wrong with a row, each fault beside what it is about."""
    place = place_of(sketch.matter, sketch.grade)
    return tuple(
        each._replace(values=calm(Reason(each.code, {**place, **each.values})).values)
        for each in _faults(sketch)
    )


def _faults(sketch: RowSketch) -> Iterator[Fault]:
    beside = [_condition_faults(at, each) for at, each in enumerate(sketch.conditions)]
    for faults in beside:
        yield from faults
    if not any(beside):
        yield from (Fault(*each) for each in conditions_faults(_row(sketch)))


def _condition_faults(at: int, sketch: ConditionSketch) -> list[Fault]:
    found = [*_limit_faults(at, sketch), *_rung_faults(at, sketch)]
    if not found:
        found = [Fault(*each, condition=at) for each in condition_faults(_condition(sketch))]
    return found


def _limit_faults(at: int, sketch: ConditionSketch) -> Iterator[Fault]:
    for number, limit in enumerate(sketch.unless):
        wrong = _unreadable(SCALES[limit.kind], limit.to)
        if wrong is not None:
            yield Fault(*wrong, condition=at, limit=number)


def _rung_faults(at: int, sketch: ConditionSketch) -> Iterator[Fault]:
    """Each limit read by itself, then beside the band before it."""
    scale = sketch.scale
    if scale.choices:
        return
    before: Rung | None = None
    for number, rung in enumerate(sketch.rungs):
        last = number == len(sketch.rungs) - 1 and not rung.to
        wrong = None if last else _unreadable(scale, rung.to)
        if wrong is None and before is not None:
            wrong = _out_of_order(scale, before, rung)
        if wrong is not None:
            yield Fault(*wrong, condition=at, rung=number)
        before = None if _unreadable(scale, rung.to) else rung


def _unreadable(scale: Scale, text: str) -> Reason | None:
    """Why a limit cannot be read, if it cannot."""
    if not text.strip():
        return reason("bound_missing", condition=scale.title)
    try:
        scale.parse(text)
    except Refused:
        return reason("bound_unreadable", text=text, condition=scale.title)
    return None


def _out_of_order(scale: Scale, before: Rung, rung: Rung) -> Reason | None:
    past = scale.parse(before.to)
    if rung.to and scale.position(scale.parse(rung.to)) <= scale.position(past):
        return reason("band_backwards", condition=scale.title, past=past, to=scale.parse(rung.to))
    if rung.level < before.level:
        return reason("level_falls", condition=scale.title, past=past)
    return None


def _row(sketch: RowSketch) -> Row:
    return Row(
        sketch.matter,
        sketch.grade,
        tuple(map(_condition, sketch.conditions)),
        sketch.branch,
        sketch.phone_allowed,
        sketch.may_go_on_against_advice,
    )


def _condition(sketch: ConditionSketch) -> Condition:
    scale = sketch.scale
    unless = tuple(Limit(kind, SCALES[kind].parse(to)) for kind, to in sketch.unless)
    ends = [scale.parse(rung.to) if rung.to else None for rung in sketch.rungs]
    pasts = [None] * len(ends) if scale.choices else [None, *ends[:-1]]
    bands = (
        Band(rung.level, to, past, rung.steps)
        for rung, to, past in zip(sketch.rungs, ends, pasts, strict=True)
    )
    return Condition(sketch.kind, tuple(bands), sketch.group, unless)
