"""What is wrong with a matrix before anybody confirms it: each fault named with its figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from crm_desktop.domain.authority.matrix import Condition, Matrix, Row, spans_of
from crm_desktop.domain.authority.scales import SCALES
from crm_desktop.domain.authority.terms import MATTERS, TOP, Grade, Level, Reason, Step, reason


class Problem(NamedTuple):
    """A fault with the row it stands in; `row` is None where a row is missing."""

    row: Row | None
    code: str
    values: Mapping[str, object]


def validate(matrix: Matrix) -> list[Problem]:
    """Every fault of a version; an empty list means that it may be confirmed."""
    return faults(matrix.rows)


def faults(rows: Iterable[Row]) -> list[Problem]:
    """Every fault of rows that do not make a version yet."""
    rows = tuple(rows)
    keys = [row.key for row in rows]
    return [
        *_rows_missing(rows),
        *(
            fault
            for place, row in enumerate(rows)
            for fault in _row_faults(row, twice=row.key in keys[:place])
        ),
    ]


def _rows_missing(rows: tuple[Row, ...]) -> Iterator[Problem]:
    there = {(row.matter, row.grade) for row in rows if row.branch is None}
    for name, matter in MATTERS.items():
        for grade in Grade:
            if (name, grade) not in there:
                values = {"matter": matter.title, "grade": grade.name}
                yield Problem(None, "authority_row_missing", values)


def _row_faults(row: Row, twice: bool) -> Iterator[Problem]:
    place = place_of(row.matter, row.grade)
    if row.matter not in MATTERS:
        yield Problem(row, "authority_matter_unknown", place)
    if twice:
        yield Problem(row, "authority_row_twice", place)
    for fault in (*conditions_faults(row), *_each_conditions_faults(row)):
        yield Problem(row, fault.code, {**place, **fault.values})


def place_of(matter: str, grade: Grade) -> dict[str, object]:
    """What every sentence about a row begins with."""
    known = MATTERS.get(matter)
    return {"matter": known.title if known else matter, "grade": grade.name}


def conditions_faults(row: Row) -> Iterator[Reason]:
    """What is wrong with the conditions of a row beside one another."""
    if not row.conditions:
        yield reason("row_silent")
    twice = Counter((condition.kind, condition.group) for condition in row.conditions)
    for (kind, group), times in twice.items():
        if times > 1:
            yield reason("condition_twice", condition=SCALES[kind].title)
        if group is not None and kind != "discount":
            yield reason("group_not_discount", condition=SCALES[kind].title, group=group)
        if group is not None and (kind, None) not in twice:
            yield reason("group_alone", group=group)
    for condition in row.conditions:
        if row.grade is TOP and any(band.level is not Level.OWN for band in condition.bands):
            yield reason("top_grade_limited", condition=condition.scale.title)


def _each_conditions_faults(row: Row) -> Iterator[Reason]:
    for condition in row.conditions:
        yield from condition_faults(condition)


def condition_faults(condition: Condition) -> Iterator[Reason]:
    """What is wrong with the bands of one condition."""
    for band in condition.bands:
        if band.steps and (band.steps[-1] is not Step.SUPERIOR or band.level is Level.OWN):
            yield reason("steps_end_with_superior", condition=condition.scale.title)
    yield from _choice_faults(condition) if condition.scale.choices else _ladder_faults(condition)


def _choice_faults(condition: Condition) -> Iterator[Reason]:
    named = Counter(band.to for band in condition.bands)
    for choice in condition.scale.choices:
        case = reason(f"{condition.kind}_is_{choice}")
        if named[choice] == 0:
            yield reason("choice_missing", case=case)
        elif named[choice] > 1:
            yield reason("choice_twice", case=case)
    if any(band.to is None or band.past is not None for band in condition.bands):
        yield reason("choice_unnamed", condition=condition.scale.title)
    yield from _falling_choices(condition)


def _falling_choices(condition: Condition) -> Iterator[Reason]:
    """Cases that are milder than a better one: no kind of credit is better than good credit, and
    the other choices go from good to bad."""
    levels = {str(band.to): band.level for band in condition.bands}
    known = [choice for choice in condition.scale.choices if choice in levels]
    beside_best = [(known[0], each) for each in known[1:]]
    pairs = beside_best if condition.kind == "credit" else list(pairwise(known))
    for better, worse in pairs:
        if levels[worse] < levels[better]:
            cases = {
                "better": reason(f"{condition.kind}_is_{better}"),
                "worse": reason(f"{condition.kind}_is_{worse}"),
            }
            yield reason("choice_falls", condition=condition.scale.title, **cases)


def _ladder_faults(condition: Condition) -> Iterator[Reason]:
    """Gaps, overlaps, bands that end before they begin, and levels that fall as cases worsen."""
    title, spans = condition.scale.title, sorted(spans_of(condition), key=lambda span: span[:2])
    if not spans:
        yield reason("condition_empty", condition=title)
        return
    farthest = condition.scale.farthest
    for start, end, band in spans:
        if start >= end:
            yield reason("band_backwards", condition=title, past=band.past, to=band.to)
    if spans[0][0] != -farthest:
        yield reason("gap_below", condition=title, to=spans[0][2].past)
    if max(end for _, end, _ in spans) != farthest:
        yield reason("gap_above", condition=title, past=max(spans, key=lambda s: s[1])[2].to)
    for (_, end, band), (start, _, after) in pairwise(spans):
        if end < start:
            yield reason("gap_between", condition=title, past=band.to, to=after.past)
        elif start < end:
            yield from _overlap(condition, band.to, after.past)
        if after.level < band.level:
            yield reason("level_falls", condition=title, past=after.past)


def _overlap(condition: Condition, to: object, past: object) -> Iterator[Reason]:
    title = condition.scale.title
    if past is None or to is None:
        yield reason("overlap_open", condition=title, bound=past if to is None else to)
    else:
        yield reason("overlap_between", condition=title, past=past, to=to)
