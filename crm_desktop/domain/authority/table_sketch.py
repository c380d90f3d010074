"""A whole version while somebody writes it: what was changed of the one it began from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from crm_desktop.domain.authority.matrix import Row
from crm_desktop.domain.authority.sketch import Fault, RowSketch, faults_of, row_of, sketch_of
from crm_desktop.domain.authority.terms import Grade
from crm_desktop.domain.errors import Refused

Key: TypeAlias = tuple[str, Grade, str | None]


def key_of(row: Row | RowSketch) -> Key:
    """Matter, grade and branch: what tells rows apart."""
    return row.matter, row.grade, row.branch


class TableSketch:
    """Rows of a version with the changes made to them; None stands for a row taken away.

    A condition with a fault is shown as it was before, so that the table is always whole.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._base = {key_of(row): row for row in rows}
        self._changed: dict[Key, RowSketch | None] = {}

    @property
    def changed(self) -> list[Key]:
        """The rows that are not as they were."""
        return list(self._changed)

    def sketch(self, key: Key) -> RowSketch | None:
        """The row as it is being written; None if there is none, or none any more."""
        if key in self._changed:
            return self._changed[key]
        return sketch_of(self._base[key]) if key in self._base else None

    def put(self, sketch: RowSketch) -> None:
        """Write one row, a new one too; one that is as it was counts as unchanged."""
        key = key_of(sketch)
        base = self._base.get(key)
        if base is not None and _same(sketch, base):
            self.restore(key)
        else:
            self._changed[key] = sketch

    def remove(self, key: Key) -> None:
        """Take a row away."""
        self._changed.pop(key, None)
        if key in self._base:
            self._changed[key] = None

    def restore(self, key: Key) -> None:
        """Let a row be as it was."""
        self._changed.pop(key, None)

    def rows(self) -> tuple[Row, ...]:
        """The version as it can be shown now."""
        return tuple(
            row
            for key in dict.fromkeys((*self._base, *self._changed))
            if (row := self._shown(key)) is not None
        )

    def _shown(self, key: Key) -> Row | None:
        base = self._base.get(key)
        if key not in self._changed:
            return base
        sketch = self._changed[key]
        return None if sketch is None else _sound(sketch, base)

    def made(self) -> tuple[Row, ...]:
        """The version as written; Refused with the first fault in it."""
        fault = self.first_fault()
        if fault is not None:
            raise Refused(fault[1].code, "rows", **fault[1].values)
        return self.rows()

    def first_fault(self) -> tuple[Key, Fault] | None:
        """The first row that cannot be saved, and why."""
        for key, sketch in self._changed.items():
            for fault in () if sketch is None else faults_of(sketch):
                return key, fault
        return None

    def to_json(self) -> list[list[Any]]:
        """The changes as plain data, the same whatever order they were made in."""
        return [
            [matter, grade.name, branch, None if sketch is None else sketch.to_json()]
            for (matter, grade, branch), sketch in sorted(
                self._changed.items(), key=lambda each: (*each[0][:2], each[0][2] or "")
            )
        ]

    def load(self, data: Sequence[Sequence[Any]]) -> None:
        """Put the changes that `to_json` wrote in the place of those made since."""
        self._changed = {}
        for matter, grade, branch, sketch in data:
            self._take((matter, Grade[grade], branch), sketch)

    def _take(self, key: Key, sketch: Mapping[str, Any] | None) -> None:
        if sketch is None:
            self.remove(key)
        else:
            self.put(RowSketch.from_json(sketch))


def _same(sketch: RowSketch, base: Row) -> bool:
    """Whether the row means what it did, however its figures are written."""
    return sketch == sketch_of(base) or (not faults_of(sketch) and row_of(sketch) == base)


def _sound(sketch: RowSketch, base: Row | None) -> Row | None:
    """The row as far as it is without a fault: what is wrong in it stands as it was before."""
    wrong = {fault.condition for fault in faults_of(sketch)}
    before = {} if base is None else {(c.kind, c.group): c for c in sketch_of(base).conditions}
    kept = [
        before.get((each.kind, each.group)) if at in wrong else each
        for at, each in enumerate(sketch.conditions)
    ]
    shown = replace(sketch, conditions=tuple(each for each in kept if each is not None))
    return base if faults_of(shown) else row_of(shown)
