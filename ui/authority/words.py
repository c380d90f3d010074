"""The rows of a matrix as the lines that stand in its cells, beside those of another version."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.authority import (
    MATTERS,
    Grade,
    Level,
    Matrix,
    Reason,
    Row,
    calm,
    describe_row,
)
from crm_desktop.domain.authority.table_sketch import Key, key_of
from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import explain

translate = QCoreApplication.translate


def matter_heading() -> str:
    """The heading over the matters."""
    return translate("matrix_words", "Matter")


def nothing() -> str:
    """What is read out of an empty cell."""
    return translate("matrix_words", "none")


class Mark(StrEnum):
    """How a line differs from the version it is compared with."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"


class Line(NamedTuple):
    """One band or remark of a cell; `aside` is what follows in a quieter tone."""

    text: str
    aside: str = ""
    mark: Mark = Mark.SAME
    remark: bool = False

    @property
    def whole(self) -> str:
        """The line as it is read out and copied."""
        return f"{self.text} {self.aside}".rstrip()


Cells = Mapping[Level, tuple[Line, ...]]


@dataclass(frozen=True)
class MatterRow:
    """One matter of one grade as the paper has it: a title and three cells."""

    key: Key
    title: str
    branch: str
    changed: bool
    cells: Cells = field(default_factory=dict)


def in_order(rows: Iterable[Row], grade: Grade) -> list[Row]:
    """The rows of a grade: matters of papers that exist first, a branch's own below the general."""
    matters = sorted(MATTERS, key=lambda name: MATTERS[name].kind not in KINDS)
    place = {name: number for number, name in enumerate(matters)}
    mine = [row for row in rows if row.grade is grade]
    return sorted(mine, key=lambda row: (place.get(row.matter, len(place)), row.branch or ""))


def rows_of(matrix: Matrix, grade: Grade, against: Matrix | None, language: str) -> list[MatterRow]:
    """The table of one grade; where `against` is given, with what differs from it."""
    old = {} if against is None else by_key(against)
    now = by_key(matrix)
    gone = [] if against is None else [row for key, row in old.items() if key not in now]
    return [
        _shown(now.get(key_of(row)), old.get(key_of(row)), against is not None, language)
        for row in in_order((*matrix.rows, *gone), grade)
    ]


def changed(matrix: Matrix, against: Matrix | None) -> list[Row]:
    """The rows in which two versions differ, in the order of the table."""
    if against is None:
        return []
    now, old = by_key(matrix), by_key(against)
    differing = [now.get(key) or old[key] for key in {**now, **old} if now.get(key) != old.get(key)]
    return [row for grade in Grade for row in in_order(differing, grade)]


def by_key(matrix: Matrix) -> dict[Key, Row]:
    """The rows by what tells them apart."""
    return {key_of(row): row for row in matrix.rows}


def title_of(row: Row, language: str) -> str:
    """The matter in words, with the branch if the row is one branch's own."""
    matter = MATTERS.get(row.matter)
    name = row.matter if matter is None else explain(matter.title, language)
    return f"{name} · {branch_words(row.branch)}" if row.branch else name


def branch_words(branch: str | None) -> str:
    """Whose own row it is."""
    return translate("matrix_words", "Branch {0} only").format(branch) if branch else ""


def _shown(now: Row | None, old: Row | None, compared: bool, language: str) -> MatterRow:
    row = now or old
    assert row is not None
    cells = _cells(now, language)
    if compared:
        cells = _marked(cells, _cells(old, language))
    return MatterRow(
        key=key_of(row),
        title=title_of(row, language).split(" · ")[0],
        branch=branch_words(row.branch),
        changed=compared and now != old,
        cells=cells,
    )


@lru_cache(maxsize=1_000)
def _cells(row: Row | None, language: str) -> Cells:
    """The cells of a row; remembered, for a table is read again at every key that is typed."""
    if row is None:
        return dict.fromkeys(Level, ())
    told = describe_row(row)
    cells = {
        level: tuple(_line(reason, language) for reason in reasons)
        for level, reasons in told.items()
    }
    if cells[Level.CONSULT]:
        cells[Level.CONSULT] += tuple(_consulting(row))
    return cells


def _consulting(row: Row) -> Iterator[Line]:
    phone = (
        translate("matrix_words", "Advice by phone will do")
        if row.phone_allowed
        else translate("matrix_words", "Not by phone")
    )
    yield Line(phone, remark=True)
    if row.may_go_on_against_advice:
        yield Line(
            translate("matrix_words", "May go on against advice, with a written reason"),
            remark=True,
        )


def _line(reason: Reason, language: str) -> Line:
    """A sentence of the catalogue; what it says in brackets stands aside."""
    text = explain(calm(reason), language)
    head, bracket, tail = text.partition(" (")
    remark = reason.code in ("authority_answered_by", "authority_spared")
    return Line(head, bracket.strip() + tail, remark=remark)


def _marked(now: Cells, old: Cells) -> Cells:
    """The lines of both versions in one cell: the new ones marked, then those that went."""
    return {
        level: (
            *(line if line in old[level] else line._replace(mark=Mark.NEW) for line in now[level]),
            *(line._replace(mark=Mark.GONE) for line in old[level] if line not in now[level]),
        )
        for level in Level
    }


__all__ = [
    "Cells",
    "Key",
    "Line",
    "Mark",
    "MatterRow",
    "branch_words",
    "by_key",
    "calm",
    "changed",
    "in_order",
    "key_of",
    "rows_of",
    "title_of",
    "translate",
]
