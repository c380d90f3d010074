"""Two versions side by side: nobody confirms a change that they could not see. By keys."""

# ruff: noqa: F401, F811 - fixtures are imported

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import Grade, shipped
from tests.services.shop import SellingShop
from tests.services.test_replays import limited
from tests.ui.authority_parts import CTRL, Show, confirmed, desk, drafted, press, shop, show
from ui.authority.compare import ComparePage

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def cell(page: ComparePage, row: int, column: int) -> list[str]:
    return str(page.table.rows.index(row, column).data()).splitlines()


def test_a_draft_stands_beside_what_is_in_force_with_what_differs(
    shop: SellingShop, show: Show
) -> None:
    drafted(shop, limited(20_000))
    page = show("manager", "compare")
    assert [box.currentText() for box in page.boxes] == ["รุ่นที่ 1 · ใช้อยู่", "รุ่นที่ 2 · ร่าง"]
    assert cell(page, 0, 0) == ["ออกใบเสนอราคา", "อนุมัติได้เอง"]
    assert cell(page, 0, 1)[0] == "− ยอดรวมไม่เกิน 50,000 บาท (รวม VAT ก่อนหักมัดจำ)"
    assert cell(page, 0, 2)[0] == "+ ยอดรวมไม่เกิน 20,000 บาท (รวม VAT ก่อนหักมัดจำ)"
    assert cell(page, 0, 1)[1] == cell(page, 0, 2)[1] == "ส่วนลดไม่เกิน 5%"
    assert {pair.row.key[0] for pair in page.table.rows.pairs} == {"quotation.issue"}


def test_with_one_version_the_page_says_so_instead_of_comparing_it_with_itself(
    shop: SellingShop, show: Show
) -> None:
    page = show("manager", "compare")
    assert page.summary.text() == "ขณะนี้มีเพียงรุ่นที่ 1 จึงยังไม่มีรุ่นอื่นให้เทียบ"
    assert not page.empty.isHidden()
    assert all(each.isHidden() for each in page.choosing)
    drafted(shop, limited(20_000))
    page.read_again()
    assert not any(each.isHidden() for each in page.choosing)
    for box in page.boxes:
        words = max(map(box.fontMetrics().horizontalAdvance, (box.itemText(n) for n in range(2))))
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField
        assert box.style().subControlRect(*parts, box).width() > words


def test_all_rows_are_a_key_away_and_back(shop: SellingShop, show: Show, qtbot: QtBot) -> None:
    drafted(shop, limited(20_000))
    page = show("manager", "compare")
    few = len(page.table.rows.pairs)
    press(page, qtbot, Qt.Key.Key_D)
    assert len({pair.row.key for pair in page.table.rows.pairs}) == 19
    press(page, qtbot, Qt.Key.Key_D)
    assert len(page.table.rows.pairs) == few


def test_the_grade_that_differs_is_in_view_and_others_are_a_key_away(
    shop: SellingShop, show: Show, qtbot: QtBot
) -> None:
    drafted(shop, limited(400_000, Grade.G4))
    page = show("officer", "compare")
    assert page.grades.tabText(page.grades.currentIndex()) == "หัวหน้าลูกค้าสัมพันธ์ (G4) · 1"
    press(page, qtbot, Qt.Key.Key_G)
    assert page.grades.currentIndex() == 2
    assert not page.empty.isHidden()


def test_any_two_versions_can_be_picked(shop: SellingShop, show: Show) -> None:
    confirmed(shop, limited(20_000))
    drafted(shop, shipped().rows)
    page = show("officer", "compare")
    page.show_versions(1, 3)
    assert page.summary.text() == "สองรุ่นนี้ไม่มีแถวใดต่างกัน"
    page.show_versions(3, 2)
    assert "ต่างกัน 1 แถว" in page.summary.text()
    assert cell(page, 0, 2)[0].startswith("+ ยอดรวมไม่เกิน 20,000")


def test_a_row_that_one_version_lacks_has_an_empty_side(shop: SellingShop, show: Show) -> None:
    drafted(shop, (*shipped().rows, replace(shipped().rows[0], branch="02")))
    page = show("officer", "compare")
    assert cell(page, 0, 0) == ["ออกใบเสนอราคา", "เฉพาะสาขา 02", "อนุมัติได้เอง"]
    assert cell(page, 0, 1) == []
    assert all(line.startswith("+ ") for line in cell(page, 0, 2))


def test_a_cell_is_heard_with_its_version_and_copied(
    shop: SellingShop, show: Show, qtbot: QtBot
) -> None:
    drafted(shop, limited(20_000))
    page = show("manager", "compare")
    press(page, qtbot, Qt.Key.Key_Right)
    spoken = page.table.rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("รุ่นที่ 1: − ยอดรวมไม่เกิน 50,000")
    press(page, qtbot, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("− ยอดรวมไม่เกิน 50,000")
