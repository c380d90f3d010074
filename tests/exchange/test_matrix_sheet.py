"""The authority matrix leaves as a spreadsheet and comes back whole, or not at all."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.authority import Grade, Matrix, Row, shipped
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.matrix_sheet import HEADINGS, LineError, read_matrix, write_matrix
from tests.domain.authority_strategies import MATTER, rows

SUFFIXES = ("csv", "xlsx")


def mended(path: Path, change: Callable[[list[list[str]]], None]) -> Path:
    """The sheet after a person worked on it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    change(lines)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """The shipped rows as CSV."""
    path = tmp_path / "matrix.csv"
    write_matrix(shipped(), path)
    return path


def column(name: str) -> int:
    return list(HEADINGS).index(name)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_shipped_matrix_comes_back_as_it_left(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"matrix.{suffix}"
    write_matrix(shipped(), path)
    assert read_matrix(path).errors == ()
    assert read_matrix(path).rows == shipped().rows


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.tuples(*map(rows, Grade), rows(Grade.G3, "01")))
def test_no_figure_changes_on_the_way(tmp_path: Path, suffix: str, table: tuple[Row, ...]) -> None:
    others = tuple(row for row in shipped().rows if row.matter != MATTER)
    path = tmp_path / f"matrix.{suffix}"
    write_matrix(replace(shipped(), rows=(*others, *table)), path)
    assert read_matrix(path).errors == ()
    assert read_matrix(path).rows == (*others, *table)


def test_one_bad_line_keeps_the_whole_sheet_out_and_is_named(sheet: Path) -> None:
    def spoil(lines: list[list[str]]) -> None:
        lines[1][column("matter")] = "quotation.isue"
        lines[2][column("to")] = "แสน"
        lines[3][column("level")] = "PERHAPS"

    read = read_matrix(mended(sheet, spoil))
    assert read.rows == ()
    assert [(error.line, error.code) for error in read.errors] == [
        (2, "authority_matter_unknown"),
        (3, "authority_value_unreadable"),
        (4, "authority_sheet_word_unknown"),
    ]
    assert read.errors[2].values["text"] == "PERHAPS"


def test_a_number_that_only_a_program_reads_is_no_limit(sheet: Path) -> None:
    def spoil(lines: list[list[str]]) -> None:
        for line, typed in enumerate(("1e9", "1_000", "-0", "Infinity"), 1):
            lines[line][column("to")] = typed

    assert [(error.line, error.code) for error in read_matrix(mended(sheet, spoil)).errors] == [
        (line, "authority_value_unreadable") for line in range(2, 6)
    ]


def test_a_formula_is_named_and_not_taken_for_an_empty_cell(sheet: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "matrix.xlsx"
    write_matrix(shipped(), path)
    book = load_workbook(path)
    book.active.cell(3, column("to") + 1).value = "=25000*2"
    book.save(path)

    def spoil(lines: list[list[str]]) -> None:
        lines[2][column("to")] = "=25000*2"

    for each in (path, mended(sheet, spoil)):
        found = LineError(3, "authority_sheet_formula", {"column": "to"})
        assert read_matrix(each).errors == (found,)


def test_a_gap_is_refused_at_the_first_line_of_its_row(sheet: Path) -> None:
    def widen(lines: list[list[str]]) -> None:
        lines[2][column("past")] = "60,000"

    (error,) = read_matrix(mended(sheet, widen)).errors
    assert (error.line, error.code) == (2, "authority_gap_between")


def test_a_missing_row_is_refused_at_the_heading(sheet: Path) -> None:
    def cut(lines: list[list[str]]) -> None:
        del lines[-1]

    (error,) = read_matrix(mended(sheet, cut)).errors
    assert (error.line, error.code) == (1, "authority_row_missing")


def test_lines_of_one_row_must_agree(sheet: Path) -> None:
    def differ(lines: list[list[str]]) -> None:
        lines[2][column("phone")] = "no"

    assert read_matrix(mended(sheet, differ)).errors == (
        LineError(3, "authority_sheet_row_disagrees", {"column": "phone"}),
    )


def test_columns_may_be_moved_and_words_typed_in_any_case(sheet: Path) -> None:
    def turn(lines: list[list[str]]) -> None:
        for line in lines:
            line.reverse()
        lines[1] = [cell.lower() if cell == "OWN" else cell for cell in lines[1]]

    assert read_matrix(mended(sheet, turn)).rows == shipped().rows


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"no sheet", "authority_sheet_unreadable"),
        ("a.csv", b"\xff\xfe\x00\x00", "authority_sheet_unreadable"),
        ("a.csv", b"", "authority_sheet_empty"),
        ("a.csv", b"matter,grade\nquotation.issue,G3\n", "authority_sheet_column_missing"),
    ],
)
def test_a_file_that_is_no_matrix_is_refused(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_matrix(path)
    assert refused.value.code == code


def test_an_empty_matrix_leaves_headings_only(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    write_matrix(Matrix(1, ()), path)
    with pytest.raises(Refused, match="authority_sheet_empty"):
        read_matrix(path)


def test_a_percentage_typed_as_one_in_the_spreadsheet_stays_that_percentage(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "matrix.xlsx"
    write_matrix(shipped(), path)
    book = load_workbook(path)
    for line in book.active.iter_rows(min_row=2):
        for cell in (line[column("past")], line[column("to")]):
            if line[column("condition")].value == "discount" and cell.value is not None:
                cell.value, cell.number_format = cell.value / 100, "0.00%"
    book.save(path)
    assert read_matrix(path).rows == shipped().rows


@pytest.mark.parametrize("name", ["missing.csv", "missing.xlsx"])
def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused) as refused:
        read_matrix(tmp_path / name)
    assert refused.value.code == "file_unreadable"
    assert name in refused.value.values["path"]
