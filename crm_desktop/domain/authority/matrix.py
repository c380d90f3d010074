"""The authority matrix as data: versions of rows, rows of conditions, conditions of bands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from crm_desktop.domain.authority.facts import READERS, Reader, group_reader, rest_reader
from crm_desktop.domain.authority.scales import (
    SCALES,
    Position,
    Scale,
    Value,
    plain,
)
from crm_desktop.domain.authority.terms import Grade, Level, Step


class Band(NamedTuple):
    """From just past one value to another, which is included; None is an open end.

    The band of a choice names its one case in `to` and leaves `past` empty. `steps` says who
    answers before the superior does.
    """

    level: Level
    to: Value | None = None
    past: Value | None = None
    steps: tuple[Step, ...] = ()


class Limit(NamedTuple):
    """A value of some condition that the facts must not be stricter than."""

    kind: str
    to: Value


@dataclass(frozen=True)
class Condition:
    """One thing that is measured and the bands it falls into.

    `group` narrows a discount to one product group. Where the facts keep within every limit of
    `unless`, the condition does not count.
    """

    kind: str
    bands: tuple[Band, ...]
    group: str | None = None
    unless: tuple[Limit, ...] = ()

    @property
    def scale(self) -> Scale:
        """What the condition measures."""
        return SCALES[self.kind]


def ladder(
    kind: str,
    *rungs: tuple[Level, Value | None],
    group: str | None = None,
    unless: tuple[Limit, ...] = (),
) -> Condition:
    """A gap-free condition from (level, bound) pairs, mildest first, the last one open."""
    pasts = (None, *(to for _, to in rungs))
    bands = tuple(Band(level, to, past) for (level, to), past in zip(rungs, pasts, strict=False))
    return Condition(kind, bands, group, unless)


Span: TypeAlias = tuple[Position, Position, Band]


class Check(NamedTuple):
    """A condition made ready to judge: its strictest spans first, so that the first hit counts."""

    condition: Condition
    read: Reader
    spans: tuple[Span, ...]
    unless: tuple[tuple[Reader, Position], ...]


@dataclass(frozen=True)
class Row:
    """What one grade may decide on one matter, everywhere or (`branch`) in one branch."""

    matter: str
    grade: Grade
    conditions: tuple[Condition, ...]
    branch: str | None = None
    phone_allowed: bool = True
    may_go_on_against_advice: bool = False

    @property
    def key(self) -> str:
        """How records name the row: matter, grade and, if it is one branch's own, the branch."""
        return "/".join(filter(None, (self.matter, self.grade.name, self.branch)))

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The conditions made ready to judge, once."""
        apart = frozenset(c.group for c in self.conditions if c.group is not None)
        return tuple(_check(condition, apart) for condition in self.conditions)

    @cached_property
    def stepping(self) -> tuple[Check, ...]:
        """Those checks of which some band names who answers first."""
        return tuple(check for check in self.checks if any(b.steps for _, _, b in check.spans))


def _check(condition: Condition, apart: frozenset[str]) -> Check:
    read = READERS[condition.kind]
    if condition.group is not None:
        read = group_reader(condition.group)
    elif condition.kind == "discount" and apart:
        read = rest_reader(apart)
    spans = sorted(spans_of(condition), key=lambda span: -span[2].level)
    unless = tuple(
        (READERS[limit.kind], SCALES[limit.kind].position(limit.to)) for limit in condition.unless
    )
    return Check(condition, read, tuple(spans), unless)


def spans_of(condition: Condition) -> list[Span]:
    """The bands as positions on the scale: a value belongs where start < position <= end."""
    scale = condition.scale
    if scale.choices:
        named = [(scale.position(band.to), band) for band in condition.bands if band.to is not None]
        return [(position - 1, position, band) for position, band in named]
    return [
        (
            -scale.farthest if band.past is None else scale.position(band.past),
            scale.farthest if band.to is None else scale.position(band.to),
            band,
        )
        for band in condition.bands
    ]


def in_order(condition: Condition) -> list[Band]:
    """The bands from the mildest case to the strictest, however they were written down."""
    return [band for _, _, band in sorted(spans_of(condition), key=lambda span: span[:2])]


class MatrixState(StrEnum):
    """Only a confirmed version decides; until then the top grade answers everything."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Matrix:
    """One version of the whole table; a change is a new version, never an edit."""

    version: int
    rows: tuple[Row, ...]
    state: MatrixState = MatrixState.DRAFT
    author: str = ""
    reason: str = ""
    effective_from: date | None = None
    confirmed_by: str = ""
    alone: bool = False

    @cached_property
    def _index(self) -> dict[tuple[str, Grade, str | None], Row]:
        return {(row.matter, row.grade, row.branch): row for row in self.rows}

    def row(self, matter: str, grade: Grade, branch: str | None = None) -> Row | None:
        """The branch's own row, else the general one, else None."""
        index = self._index
        return index.get((matter, grade, branch)) or index.get((matter, grade, None))

    def to_json(self) -> dict[str, Any]:
        """The version as exact plain data."""
        day = self.effective_from
        return {
            "version": self.version,
            "state": self.state,
            "author": self.author,
            "reason": self.reason,
            "effective_from": None if day is None else day.isoformat(),
            "confirmed_by": self.confirmed_by,
            "alone": self.alone,
            "rows": rows_to_json(self.rows),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Matrix":
        """The version that `to_json` wrote."""
        day = data["effective_from"]
        return cls(
            version=data["version"],
            rows=rows_from_json(data["rows"]),
            state=MatrixState(data["state"]),
            author=data["author"],
            reason=data["reason"],
            effective_from=None if day is None else date.fromisoformat(day),
            confirmed_by=data["confirmed_by"],
            alone=data["alone"],
        )


def rows_to_json(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Rows as plain data: numbers are texts, so that nothing on the way rounds them."""
    return [
        {
            "matter": row.matter,
            "grade": row.grade.name,
            "branch": row.branch,
            "phone_allowed": row.phone_allowed,
            "may_go_on_against_advice": row.may_go_on_against_advice,
            "conditions": [_condition_to_json(condition) for condition in row.conditions],
        }
        for row in rows
    ]


def rows_from_json(data: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    """The rows that `rows_to_json` wrote; KeyError or Refused if the data are none."""
    return tuple(
        Row(
            matter=row["matter"],
            grade=Grade[row["grade"]],
            conditions=tuple(_condition_from_json(each) for each in row["conditions"]),
            branch=row["branch"],
            phone_allowed=row["phone_allowed"],
            may_go_on_against_advice=row["may_go_on_against_advice"],
        )
        for row in data
    )


def band_to_json(band: Band) -> dict[str, Any]:
    """One band as plain data."""
    return {
        "level": band.level.name,
        "past": None if band.past is None else plain(band.past),
        "to": None if band.to is None else plain(band.to),
        "steps": list(band.steps),
    }


def _condition_to_json(condition: Condition) -> dict[str, Any]:
    return {
        "kind": condition.kind,
        "group": condition.group,
        "unless": [[limit.kind, plain(limit.to)] for limit in condition.unless],
        "bands": [band_to_json(band) for band in condition.bands],
    }


def _condition_from_json(data: Mapping[str, Any]) -> Condition:
    scale = SCALES[data["kind"]]
    return Condition(
        kind=data["kind"],
        group=data["group"],
        unless=tuple(Limit(kind, SCALES[kind].parse(to)) for kind, to in data["unless"]),
        bands=tuple(
            Band(
                level=Level[band["level"]],
                to=None if band["to"] is None else scale.parse(band["to"]),
                past=None if band["past"] is None else scale.parse(band["past"]),
                steps=tuple(map(Step, band["steps"])),
            )
            for band in data["bands"]
        ),
    )
