"""Spreadsheets written row by row: any program reads them, and none is longer than it may be."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange import xlsx
from crm_desktop.exchange.reading import read_lines
from crm_desktop.exchange.sheets import Stream, write_sheet

CELLS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(-(10**14), 10**14),
    st.builds(Money, st.integers(-(10**13), 10**13)),
    st.dates(date(1900, 3, 1), date(2600, 1, 1)),
    st.builds(
        datetime.combine,
        st.dates(date(1950, 1, 1), date(2100, 1, 1)),
        st.times().map(lambda at: at.replace(microsecond=0)),
    ),
    st.decimals(-(10**9), 10**9, allow_nan=False, places=3),
)


def page(path: Path) -> Any:
    return load_workbook(path).active


@settings(max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=4), st.text(max_size=40))
def test_every_cell_is_read_as_what_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, Any]], title: str
) -> None:
    path = tmp_path_factory.mktemp("book") / "out.xlsx"
    write_sheet(path, Stream(title, ("ก", "b"), rows, (10, 10)))
    read = page(path)
    for at, row in enumerate(rows, 2):
        for place, cell in enumerate(row, 1):
            assert same(cell, read.cell(at, place).value), (cell, read.cell(at, place).value)
    assert sum(1 for _ in read_lines(path)) >= 1


def same(cell: Any, value: Any) -> bool:
    match cell:
        case None | "":
            return value is None
        case str():
            return bool(xlsx._UNPRINTABLE.sub(" ", cell) == value.replace("_x005F_", "_"))
        case Money():
            return bool(abs(Decimal(value) - cell.baht) < Decimal("0.005"))
        case datetime():
            return bool(abs((value - cell).total_seconds()) < 1)
        case date():
            return bool(value.date() == cell)
        case _:
            return bool(abs(Decimal(value) - cell) < Decimal("0.0005"))


def test_a_number_too_long_for_a_spreadsheet_stays_whole(tmp_path: Path) -> None:
    write_sheet(tmp_path / "out.xlsx", Stream("x", ("n",), [(12345678901234567,)], (10,)))
    assert page(tmp_path / "out.xlsx")["A2"].value == "12345678901234567"


def test_what_is_longer_than_a_sheet_is_told_and_a_csv_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    rows = [(number,) for number in range(4)]
    write_sheet(tmp_path / "fits.xlsx", Stream("x", ("n",), rows[:3], (10,)))
    with pytest.raises(Refused, match="sheet_too_long") as told:
        write_sheet(tmp_path / "out.xlsx", Stream("x", ("n",), rows, (10,)))
    assert told.value.values == {"most": 3}
    write_sheet(tmp_path / "out.csv", Stream("x", ("n",), rows, (10,)))
