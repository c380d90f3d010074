"""What reports of other programs are like: titles above the list, columns that are missing."""

from pathlib import Path

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.services.transfer.importing import write_wrong_rows
from crm_desktop.services.transfer.intake import ImportFile
from crm_desktop.services.transfer.kinds import load
from crm_desktop.services.transfer.looking import open_file, preview_file
from crm_desktop.services.transfer.mapping import guessed
from tests.services.desk import Desk, desk
from tests.services.test_imports import write

__all__ = ["desk"]
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

ABSENT = "C-999998"
REPORT = (
    "บริษัท ปูน, เหล็ก และวัสดุไทย จำกัด",
    "รายงานสินค้า ณ 21/11/2569;;;",
    "รหัสสินค้า;ชื่อสินค้า;หน่วย;ราคาปลีก;หมายเหตุ",
    "P1;ปูน;ถุง;120,50",
    "P2;ทราย;;900;ไม่มีหน่วย",
)


@SQLITE
def test_the_title_of_a_report_is_not_taken_for_its_headings(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, *(line.replace("120,50", "120.50") for line in REPORT))
    opened = desk.manager.read(open_file, "products", path)
    assert (opened.above, opened.headings[0], opened.first[0][:2]) == (2, "รหัสสินค้า", ("P1", "ปูน"))
    look = desk.manager.read(preview_file, "products", path)
    assert (look.above, look.added, look.wrong) == (2, 1, 1)
    wrong = tmp_path / "wrong.csv"
    assert write_wrong_rows(Path(path), wrong, look.errors, "th", "products") == 1
    heading, line = wrong.read_text("utf-8-sig").splitlines()
    assert heading.startswith("รหัสสินค้า,")
    assert line.startswith("P2,ทราย")
    assert desk.manager.execute(ImportFile("products", path, skip_bad_rows=True)).added == 1


@SQLITE
@pytest.mark.parametrize("heading", ["เล่มที่,วันที่,รหัสลูกค้า,ยอดรวม", "Doc,Day,Who,Sum"])
def test_headings_that_nobody_knows_are_offered_under_their_titles(
    desk: Desk, tmp_path: Path, heading: str
) -> None:
    titles = ("รายงานขาย", "สาขา,สำนักงานใหญ่", "")
    path = write(tmp_path, *titles, heading, f"IV-1,21/11/2569,{ABSENT},107.00")
    opened = desk.credit.read(open_file, "bills", path)
    assert (opened.above, opened.headings) == (3, tuple(heading.split(",")))
    keys = ("bill", "billed_on", "code", "amount")
    (error,) = desk.credit.read(preview_file, "bills", path, keys).errors
    assert error.code == "import_unknown_customer"


def test_the_number_of_a_tax_invoice_is_the_number_of_the_bill() -> None:
    for kind in ("receivables", "payments", "bills"):
        assert guessed(load(kind), ["เลขที่ใบกำกับภาษี"]) == ["bill"]
    for kind in ("receivables", "bills"):
        assert guessed(load(kind), ["วันที่ใบกำกับ"]) == ["billed_on"]


@SQLITE
def test_a_line_of_goods_is_never_taken_for_headings(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "A,B", "vat,unit", "X1,vat")
    assert desk.manager.read(open_file, "products", path).headings == ("A", "B")
    with pytest.raises(Refused, match="import_no_column"):
        desk.manager.read(preview_file, "products", path)


@SQLITE
def test_the_list_of_wrong_lines_names_a_missing_column_in_words(
    desk: Desk, tmp_path: Path
) -> None:
    path = write(tmp_path, "รหัสสินค้า,ชื่อสินค้า", "CM-0,ปูน")
    look = desk.manager.read(preview_file, "products", path)
    wrong = tmp_path / "wrong.csv"
    write_wrong_rows(Path(path), wrong, look.errors, "th", "products")
    assert "unit" not in wrong.read_text("utf-8-sig")
