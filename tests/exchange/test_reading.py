"""Files as other programs leave them: misread letters, lost digits, or a machine brought down."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.phones import parse_phone
from crm_desktop.exchange.cells import (
    read_address,
    read_code,
    read_phones,
    read_tax_number,
    whole_number,
)
from crm_desktop.exchange.list_sheet import read_day
from crm_desktop.exchange.reading import LARGEST_BYTES, WIDEST, read_lines

THAI = "รหัส;ชื่อ\nA;ปูน\n"


def cells(path: Path) -> list[list[str]]:
    return [row for _, row in read_lines(path)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_csv_is_read_however_it_was_saved(tmp_path: Path, encoding: str, between: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(THAI.replace(";", between).encode(encoding))
    assert cells(path) == [["รหัส", "ชื่อ"], ["A", "ปูน"]]


def test_lines_keep_their_numbers_over_blank_lines_and_breaks_in_cells(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b'sep=,\r\na,b\r\n\r\n"1\r\n2",3\r\n4\r\n')
    assert [*read_lines(path)] == [(2, ["a", "b"]), (5, ["1\r\n2", "3"]), (6, ["4", ""])]


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b"0" * 60 * 1024**2)


def entities(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "aa">]><workbook>&a;</workbook>')


def ole(inside: str) -> Callable[[Path], object]:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    return lambda path: path.write_bytes(start + inside.encode("utf-16-le"))


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("huge.csv", sparse, "sheet_too_large"),
        ("bomb.xlsx", bomb, "sheet_bomb"),
        ("entities.xlsx", entities, "sheet_unreadable"),
        ("locked.xlsx", ole("EncryptedPackage"), "sheet_locked_by_password"),
        ("old.xls", ole("Workbook"), "sheet_old_kind"),
        ("cut.xlsx", lambda path: path.write_bytes(b"PK\x03\x04 cut off"), "sheet_unreadable"),
        ("wide.csv", lambda path: path.write_text("a," * WIDEST + "b\n"), "sheet_too_wide"),
        ("bytes.csv", lambda path: path.write_bytes(bytes(range(256))), "sheet_unreadable"),
        (
            "broken.csv",
            lambda path: path.write_bytes("รหัส\nปูน\n".encode() + b"\xe0\xff\n"),
            "sheet_broken_text",
        ),
        ("folder.csv", lambda path: path.mkdir(), "sheet_missing"),
    ],
)
def test_what_cannot_be_a_list_is_refused_with_its_own_sentence(
    tmp_path: Path, name: str, make: Callable[[Path], Any], code: str
) -> None:
    make(tmp_path / name)
    with pytest.raises(Refused) as caught:
        cells(tmp_path / name)
    assert (caught.value.code, caught.value.field) == (code, "path")


def test_a_workbook_gives_what_was_typed(tmp_path: Path) -> None:
    book = Workbook()
    page: Any = book.active
    for row in (
        ["a", "b", "c"],
        [812345678.0, 0.1 + 0.2, None],
        [None, None, "x" * 3],
        [1e-7, 1e20, True],
    ):
        page.append(row)
    page["A6"] = "_x0041_"
    page["D2"].number_format = "dd/mm/yyyy"
    book.save(tmp_path / "book.xlsx")
    assert cells(tmp_path / "book.xlsx") == [
        ["a", "b", "c"],
        ["812345678", "0.3", ""],
        ["", "", "xxx"],
        ["0.0000001", "100000000000000000000", "true"],
        ["A", "", ""],
    ]


def test_a_cell_stands_under_its_heading_with_or_without_a_place_of_its_own(
    tmp_path: Path,
) -> None:
    book = Workbook()
    page: Any = book.active
    page.append(["a", "b", "c"])
    book.save(tmp_path / "plain.xlsx")
    cell = "<c{}><v>{}</v></c>"
    rows = "".join(
        (
            f"<row>{cell.format('', 1)}{cell.format('', 2)}{cell.format('', 3)}</row>",
            f"<row>{cell.format('', 4)}<c/>{cell.format('', 5)}</row>",
            '<row r="3"><c r="C3"><v>6</v></c><c r="A3"><v>7</v></c></row>',
        )
    )
    path = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
            new.writestr(name, text)
    assert cells(path) == [["1", "2", "3"], ["4", "", "5"], ["7", "", "6"]]


def test_a_quote_left_open_does_not_swallow_the_lines_below(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    for lines in ('2,"sand\n3,pipe\n', '2,"sand\n3,"pipe\n'):
        path.write_text(f"a,b\n1,cement\n{lines}")
        with pytest.raises(Refused) as caught:
            cells(path)
        assert (caught.value.code, caught.value.values["line"]) == ("sheet_quote_open", 3)


@given(
    st.from_regex(r"0(6[1-6]|[89][0-9])[0-9]{7}", fullmatch=True), st.sampled_from(["", ".0", "e"])
)
def test_a_phone_that_became_a_number_is_the_phone_again(digits: str, how: str) -> None:
    number = digits[1:]
    texts = {"": number, ".0": f"{number}.0", "e": f"{number[0]}.{number[1:]}E+08"}
    (phone,) = read_phones(texts[how])
    assert phone.digits == digits
    plain = parse_phone(digits)
    assert (phone.display, parse_phone(phone.typed).digits) == (plain.display, plain.digits)


@given(st.integers(10**5, 10**13 - 1), st.integers(1, 12))
def test_digits_that_a_spreadsheet_lost_are_never_made_up(number: int, kept: int) -> None:
    text = f"{number:.{kept}e}"
    try:
        read = whole_number(text)
    except Refused as refused:
        read = refused.code
    left = {text, "import_number_rounded"}
    assert read in left or int(read) == number


@pytest.mark.parametrize("code", ["2E0", "1.5E1", "1E5", "100.00", "007"])
def test_a_code_that_looks_like_a_number_stays_another_than_that_number(code: str) -> None:
    assert read_code(code) == code


def test_what_is_no_phone_or_number_is_refused() -> None:
    for text, code in (
        ("8.12E+08", "import_number_rounded"),
        ("12345", "bad_phone"),
        ("-", "bad_phone"),
    ):
        with pytest.raises(Refused, match=code):
            read_phones(text)
    for text, code in (
        ("105536112014", "import_tax_number_short"),
        ("1.05536E+11", "import_number_rounded"),
        ("0105536112015", "bad_tax_number"),
    ):
        with pytest.raises(Refused, match=code):
            read_tax_number(text)


@pytest.mark.parametrize(
    "text", ["21/11/69", "21/11/26", "21-11-69", "21 พ.ย. 69", "๒๑/๑๑/๖๙", "21/11/69 08:15"]
)
def test_a_year_of_two_digits_is_of_the_era_that_a_shop_can_mean(text: str) -> None:
    assert read_day(text).isoformat() == "2026-11-21"


def test_a_year_that_may_be_of_either_era_is_refused() -> None:
    for text in ("21/11/05", "21 พ.ย. 12"):
        with pytest.raises(Refused, match="import_year_unclear"):
            read_day(text)


def test_an_address_in_one_cell_is_taken_apart_and_nothing_of_it_is_lost() -> None:
    parts = read_address("99/1 หมู่ 4 ซ.สุขใจ 2 ถ.สุขุมวิท ต.บางเมือง อ.เมือง จ.สมุทรปราการ 10270")
    assert parts == {
        "house": "99/1",
        "moo": "4",
        "soi": "สุขใจ 2",
        "road": "สุขุมวิท",
        "subdistrict": "บางเมือง",
        "district": "เมือง",
        "province": "สมุทรปราการ",
        "postcode": "10270",
    }
    assert read_address("หลังวัดใหญ่") == {"house": "หลังวัดใหญ่"}
