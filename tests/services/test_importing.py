"""A product list that is half taken in, or taken in wrong."""

from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange.reading import read_lines
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.products.products import find_products, product_card, product_page
from crm_desktop.services.transfer.importing import ImportProducts, write_errors
from crm_desktop.services.transfer.looking import preview_file
from crm_desktop.store import audit
from tests.services.desk import Desk, desk

__all__ = ["desk"]

GOOD = "code,name,unit,price,cost,stock\nA1,ปูน,ถุง,100,80,5\nA2,ทราย,คิว,450.50,300,2\n"
BAD = (
    "รหัส,ชื่อ,หน่วย,ราคา,คงเหลือ,ภาษี,วันรอสินค้า\n"
    "A1,ปูน,ถุง,100,5,7%,3\n"
    "A1,ปูนอีก,ถุง,100,5,,\n"
    ",หิน,คิว,1,1,,\n"
    "A3,,คิว,1,1,,\n"
    "A4,อิฐ,ก้อน,สิบ,-1.5,8%,x\n"
)


def write(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> str:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


def codes(desk: Desk) -> list[str]:
    return [row.code for row in desk.officer.read(product_page, ListQuery("code")).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_a_list_is_read_in_the_encodings_that_shops_write(
    desk: Desk, tmp_path: Path, encoding: str
) -> None:
    path = write(tmp_path, GOOD.replace(",", ";"), encoding=encoding)
    done = desk.manager.execute(ImportProducts(path))
    assert (done.added, done.updated, done.skipped) == (2, 0, 0)
    assert [row.name for row in desk.officer.read(find_products, "ทราย")] == ["ทราย"]


def test_a_spreadsheet_is_read_without_binary_fractions(desk: Desk, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["รหัส", "ชื่อ", "หน่วย", "ราคา"], ["B1", "ตะปู", "กก.", 0.1 + 0.2], [None] * 4):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    desk.manager.execute(ImportProducts(str(tmp_path / "list.xlsx")))
    assert desk.officer.read(find_products, "B1")[0].price == Money.of("0.30")


def test_every_wrong_cell_is_told_and_nothing_is_imported(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, BAD)
    preview = desk.manager.read(preview_file, "products", path)
    assert [(error.line, error.column, error.code) for error in preview.errors] == [
        (3, "รหัส", "import_code_twice"),
        (4, "รหัส", "import_cell_needed"),
        (5, "ชื่อ", "import_new_needs"),
        (6, "ราคา", "bad_price"),
        (6, "ภาษี", "import_bad_choice"),
        (6, "วันรอสินค้า", "import_bad_days"),
    ]
    assert (preview.rows, preview.added) == (5, 1)
    with pytest.raises(Refused) as caught:
        desk.manager.execute(ImportProducts(path))
    assert (caught.value.code, caught.value.values) == (
        "import_rows_wrong",
        {"count": 6, "line": 3},
    )
    assert codes(desk) == []


def test_the_errors_can_be_mended_from_a_file(desk: Desk, tmp_path: Path) -> None:
    preview = desk.manager.read(preview_file, "products", write(tmp_path, BAD))
    write_errors(tmp_path / "errors.csv", preview.errors)
    lines = [cells for _, cells in read_lines(tmp_path / "errors.csv")]
    assert lines[0] == ["บรรทัด", "คอลัมน์", "ข้อผิดพลาด"]
    assert lines[1][:2] == ["3", "รหัส"]
    assert "A1" in lines[1][2]
    assert len(lines) == 7


def test_the_sound_lines_can_be_taken_alone(desk: Desk, tmp_path: Path) -> None:
    done = desk.manager.execute(ImportProducts(write(tmp_path, BAD), skip_bad_rows=True))
    assert (done.added, done.skipped, codes(desk)) == (1, 4, ["A1"])


def test_a_second_list_changes_only_what_it_says(desk: Desk, tmp_path: Path) -> None:
    desk.manager.execute(ImportProducts(write(tmp_path, GOOD)))
    desk.later(days=1)
    done = desk.manager.execute(ImportProducts(write(tmp_path, "code,price,คงเหลือ 02\nA1,110,9\n")))
    assert (done.added, done.updated) == (0, 1)
    row = desk.officer.read(find_products, "A1")[0]
    card = desk.supervisor.read(product_card, row.id)
    assert (card.name, row.price, card.cost) == ("ปูน", Money.of(110), Money.of(80))
    assert [int(each.quantity) for each in card.stock] == [5, 9]
    assert [each.age.days for each in card.stock] == [1, 0]


def test_a_renamed_product_is_found_by_its_new_name(desk: Desk, tmp_path: Path) -> None:
    desk.manager.execute(ImportProducts(write(tmp_path, GOOD)))
    desk.manager.execute(ImportProducts(write(tmp_path, "code,name\nA1,ซีเมนต์\n")))
    assert desk.officer.read(find_products, "ปูน") == ()
    assert desk.officer.read(find_products, "ซีเมนต์")[0].code == "A1"


def test_an_import_leaves_one_line_that_verifies(desk: Desk, tmp_path: Path) -> None:
    before = audit.head(desk.store)[0]
    desk.manager.execute(ImportProducts(write(tmp_path, GOOD)))
    assert audit.head(desk.store)[0] == before + 1
    assert list(audit.verify(desk.store)) == []


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (None, "none.csv", "sheet_missing"),
        ("", "list.csv", "import_empty"),
        ("name,unit\nx,y\n", "list.csv", "import_no_column"),
        ("code,price,ราคา\nA,1,2\n", "list.csv", "import_heading_twice"),
        ("code,stock 77\nA,1\n", "list.csv", "import_unknown_branch"),
        ("code\0,x\n", "list.csv", "sheet_unreadable"),
        ("not a workbook", "list.xlsx", "sheet_unreadable"),
        ("code\n", "list.pdf", "sheet_kind"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_reason(
    desk: Desk, tmp_path: Path, text: str | None, name: str, code: str
) -> None:
    path = str(tmp_path / name) if text is None else write(tmp_path, text, name)
    with pytest.raises(Refused) as caught:
        desk.manager.execute(ImportProducts(path))
    assert (caught.value.code, caught.value.field) == (code, "path")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("A1,ปูน,ถุง,พาเลท,,,", "import_unit_pair"),
        ("A1,ปูน,ถุง,,40,,", "import_unit_pair"),
        ("A1,ปูน,ถุง,,,1/12/2569,30/11/2569", "import_dates_turned"),
        ("A1,ปูน,ถุง,,,29/2/2568,", "bad_date"),
        ("A1," + "ป" * 501 + ",ถุง,,,,", "import_bad_text"),
    ],
)
def test_a_line_that_contradicts_itself_is_told(
    desk: Desk, tmp_path: Path, line: str, code: str
) -> None:
    heading = "code,name,unit,unit2,factor2,valid_from,valid_until"
    preview = desk.manager.read(preview_file, "products", write(tmp_path, f"{heading}\n{line}\n"))
    assert preview.errors[0].code == code


def test_a_column_that_is_not_ours_is_named_not_lost(desk: Desk, tmp_path: Path) -> None:
    text = "code,name,unit,สีโปรด\nA1,ปูน,ถุง,แดง\n"
    assert desk.manager.read(preview_file, "products", write(tmp_path, text)).ignored == ("สีโปรด",)


def test_an_officer_does_not_change_prices(desk: Desk, tmp_path: Path) -> None:
    command: Any = ImportProducts(write(tmp_path, GOOD))
    with pytest.raises(NotAllowed):
        desk.officer.execute(command)
