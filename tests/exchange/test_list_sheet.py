"""A list whose dates, sums or texts are read for what they are not."""

import csv
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange.list_sheet import (
    Column,
    read_code,
    read_day,
    read_list,
    read_moment,
    read_sum,
    read_text,
)
from crm_desktop.exchange.sheets import Sheet, write_sheet

DAY = date(2026, 11, 21)
MOMENT = datetime(2026, 11, 21, 14, 30, tzinfo=BANGKOK)
COLUMNS = (
    Column("code", "code รหัสลูกค้า", read_code, needed=True),
    Column("name", "name ชื่อ", read_text),
    Column("on", "date วันที่", read_moment),
    Column("sum", "amount ยอดเงิน", read_sum),
)
DANGEROUS = ('=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", " =1+1", "\t=1", "＝1", "'=1")


@pytest.mark.parametrize(
    "text",
    [
        *("21/11/2569", "21/11/69", "21-11-2569", "21.11.2569", "2569-11-21", "21112569"),
        *("21 พ.ย. 2569", "๒๑/๑๑/๒๕๖๙", "21 พฤศจิกายน พ.ศ. 2569"),
        *("21/11/2026", "2026-11-21", "21 Nov 2026", "2026-11-21 00:00"),
        *("46347", "46347.5", "2569-11-21T08:15:00+07:00"),
    ],
)
def test_one_day_is_read_in_the_three_calendars_that_lists_come_in(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize("text", ["29/2/2568", "31/11/2569", "2569", "11/21/2569", "พรุ่งนี้", "99999"])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="bad_date"):
        read_day(text)


def test_a_leap_day_exists_in_the_buddhist_year_that_has_one() -> None:
    assert read_day("29/2/2567") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "21/11/2569 14:30",
        "21/11/2026 14.30 น.",
        "2026-11-21T14:30:59.123+07:00",
        "2569-11-21 14:30",
    ],
)
def test_the_time_of_a_snapshot_is_kept(text: str) -> None:
    assert read_moment(text) == MOMENT


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="bad_date"):
        read_moment("21/11/2569 25:00")


@pytest.mark.parametrize(("text", "satang"), [("1,234.50", 123450), ("0", 0), ("๑๒๐", 12000)])
def test_sums_are_read_to_the_satang(text: str, satang: int) -> None:
    assert read_sum(text) == Money(satang)


@pytest.mark.parametrize("text", ["-1", "1.234", "1e5", "หนึ่ง", "1000000000.01"])
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="bad_credit_amount"):
        read_sum(text)


def test_real_dates_and_numbers_of_a_workbook_are_read_as_such(tmp_path: Path) -> None:
    book = Workbook()
    page: Any = book.active
    page.append(["รหัสลูกค้า", "วันที่", "ยอดเงิน"])
    page.append(["c-000001", MOMENT.replace(tzinfo=None), 0.1 + 0.2])
    page.append(["C-000002", date(2569, 11, 21), 1234])
    book.save(tmp_path / "list.xlsx")
    first, second = read_list(tmp_path / "list.xlsx", COLUMNS).lines
    assert first.values == {
        "code": "C-000001",
        "on": MOMENT,
        "sum": Money(30),
    }
    assert second.values["on"] == DAY


def test_every_wrong_cell_of_a_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"code,name,date,amount\n,{'ก' * 501},31/2/69,x\n", encoding="utf-8")
    (line,) = read_list(file, COLUMNS).lines
    assert [(each.column, each.code) for each in line.errors] == [
        ("code", "import_cell_needed"),
        ("name", "import_bad_text"),
        ("date", "bad_date"),
        ("amount", "bad_credit_amount"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "import_empty"),
        ("name,date\n", "import_no_column"),
        ("code,date,วันที่\n", "import_heading_twice"),
    ],
)
def test_headings_that_cannot_be_read_are_refused(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=code):
        read_list(tmp_path / "list.csv", COLUMNS)


def test_a_workbook_without_a_sheet_of_cells_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet("only a chart")
    book.remove(book.worksheets[0])
    book.save(tmp_path / "chart.xlsx")
    with pytest.raises(Refused, match="sheet_unreadable"):
        read_list(tmp_path / "chart.xlsx", COLUMNS)


def test_a_cell_of_any_type_is_read_as_text(tmp_path: Path) -> None:
    book = Workbook()
    page: Any = book.active
    page.append(["code", "name", "date", "amount"])
    page.append([time(3, 4), timedelta(hours=30), True, 0.1 + 0.2])
    book.save(tmp_path / "types.xlsx")
    (line,) = read_list(tmp_path / "types.xlsx", COLUMNS).lines
    assert line.values["code"] == "03:04:00"
    assert line.values["sum"] == Money(30)
    assert [each.column for each in line.errors] == ["date"]


# ------------------------------------------------------------ on the way out

ROW = ("=cmd|' /C calc'!A0", 3, Decimal("1.500"), Money.of("1234.50"), DAY, None)
SHEET = Sheet("งาน", ("ชื่อ", "จำนวน", "ปริมาณ", "บาท", "วันที่", "ว่าง"), (ROW,))


def test_no_text_becomes_a_formula_in_a_csv(tmp_path: Path) -> None:
    rows = tuple((text,) for text in DANGEROUS)
    write_sheet(tmp_path / "out.csv", Sheet("x", ("name",), rows))
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for line in csv.reader(file) for cell in line][1:]
    assert cells == [f"'{text}" for text in DANGEROUS]


def test_no_text_becomes_a_formula_in_a_workbook(tmp_path: Path) -> None:
    rows = tuple((text,) for text in DANGEROUS)
    write_sheet(tmp_path / "out.xlsx", Sheet("x", ("name",), rows))
    page: Any = load_workbook(tmp_path / "out.xlsx").active
    cells = [page.cell(row, 1) for row in range(2, len(rows) + 2)]
    assert [(cell.data_type, cell.value) for cell in cells] == [("s", text) for text in DANGEROUS]


def test_days_and_sums_of_a_workbook_can_be_counted_with(tmp_path: Path) -> None:
    write_sheet(tmp_path / "out.xlsx", SHEET)
    page: Any = load_workbook(tmp_path / "out.xlsx").active
    assert [page.cell(2, column).data_type for column in range(1, 6)] == ["s", "n", "n", "n", "d"]
    assert page["D2"].value == 1234.5
    assert page["E2"].value.date() == DAY
    assert "107041E" in page["E2"].number_format  # the Buddhist era


def test_a_csv_has_days_and_sums_that_any_program_reads(tmp_path: Path) -> None:
    write_sheet(tmp_path / "out.csv", SHEET)
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1].endswith(",3,1.5,1234.50,2026-11-21,")


@given(st.text(max_size=30).filter(lambda text: text.isprintable() and text.strip() == text != ""))
def test_a_text_that_goes_out_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    file = tmp_path_factory.mktemp("round") / "out.csv"
    write_sheet(file, Sheet("x", ("code", "name"), (("C-1", text),)))
    (line,) = read_list(file, COLUMNS).lines
    assert line.values["name"] == read_text(text)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="file_unwritable"):
        write_sheet(tmp_path / "nowhere" / "out.csv", SHEET)
    with pytest.raises(Refused, match="sheet_kind"):
        write_sheet(tmp_path / "out.pdf", SHEET)
