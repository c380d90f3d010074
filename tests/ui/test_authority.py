"""Everyone may know who decides what; nobody changes it alone. By keys and clicks, on SQLite."""

# ruff: noqa: F401, F811 - fixtures are imported

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import Grade, Matrix, shipped
from crm_desktop.services.authority.matrices import (
    ConfirmMatrix,
    DraftMatrix,
    matrix_in_force,
    matrix_versions,
)
from tests.services.shop import SellingShop
from tests.ui.authority_desk import (
    TODAY,
    Open,
    Staff,
    cell,
    confirmed,
    drafted,
    open_as,
    press,
    rows_with_limit,
    spoken,
    staff,
)
from ui.authority.notes import difference
from ui.translations import Translations

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def test_an_officer_reads_their_own_table_first_and_changes_nothing(
    staff: Staff,
    open_as: Open,
) -> None:
    confirmed(staff)
    screen = open_as("officer")
    assert screen.grades.tabText(0) == "พนักงานลูกค้าสัมพันธ์ (G3)"
    assert cell(screen, 0, 0) == ["ออกใบเสนอราคา"]
    assert cell(screen, 0, 1)[:2] == [
        "ยอดรวมไม่เกิน 50,000 บาท (รวม VAT ก่อนหักมัดจำ)",
        "ส่วนลดไม่เกิน 5%",
    ]
    assert cell(screen, 0, 2)[1] == "ส่วนลดเกิน 5% แต่ไม่เกิน 10%"
    assert "มีรายการขายต่ำกว่าทุน" in cell(screen, 0, 3)
    assert len(screen.table.rows.rows) == 19
    assert not {"matrix.confirm", "matrix.drop", "list.import"} & set(screen.bound)
    assert screen.hint.isHidden()


def test_the_other_grades_are_a_key_away(staff: Staff, open_as: Open, qtbot: QtBot) -> None:
    confirmed(staff)
    screen = open_as("supervisor")
    assert screen.grades.tabText(0) == "หัวหน้าลูกค้าสัมพันธ์ (G4)"
    assert cell(screen, 0, 1)[0].startswith("ยอดรวมไม่เกิน 500,000 บาท")
    for _ in range(3):
        qtbot.keyClick(screen.table, Qt.Key.Key_G)
    assert cell(screen, 0, 1) == ["ยอดรวมเท่าใดก็ได้ (รวม VAT ก่อนหักมัดจำ)"]


def test_a_cell_says_its_matter_and_column_to_one_who_hears_it(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
) -> None:
    confirmed(staff)
    screen = open_as("officer")
    assert spoken(screen, 0, 2).startswith("ออกใบเสนอราคา, ต้องขอคำแนะนำ (Consulted by Superior): ")
    qtbot.keyClick(screen.table, Qt.Key.Key_Right)
    qtbot.keyClick(screen.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1] == "ส่วนลดไม่เกิน 5%"


def test_before_the_first_confirmation_everybody_is_told_what_holds_and_what_to_do(
    staff: Staff,
    open_as: Open,
) -> None:
    assert "ตารางตั้งต้น" in open_as("manager").hint.label.text()
    drafted(staff)
    said = open_as("officer").hint.label.text()
    assert "ผู้อำนวยการ (G6)" in said
    assert "เจ้าของร้าน" in said
    assert "ยืนยันรุ่นนี้" in open_as("manager").hint.label.text()


def test_the_author_reads_why_somebody_else_has_to_confirm(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
) -> None:
    version = drafted(staff)
    screen = open_as("director")
    assert "คุณเป็นผู้จัดทำรุ่นนี้" in screen.compared.label.text()
    assert not screen.bound["matrix.confirm"].isEnabled()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.ask.isHidden()
    assert staff.officer.read(matrix_in_force).version == version - 1


def test_an_administrator_reads_whose_draft_they_may_confirm(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    drafted(staff)
    screen = open_as("administrator")
    assert screen.bound["matrix.confirm"].isEnabled()
    other = staff.manager.execute(DraftMatrix.of(shipped().rows, "ปรับ", TODAY))
    screen.read_again()
    screen.show_record("matrix", other)
    assert "เฉพาะร่างที่ระดับ G6 จัดทำ" in screen.compared.label.text()
    assert not screen.bound["matrix.confirm"].isEnabled()


def test_a_second_person_confirms_in_two_steps(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
) -> None:
    version = drafted(staff)
    screen = open_as("manager")
    qtbot.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "แก้ไขหรือถอนไม่ได้" in screen.ask.label.text()
    assert staff.officer.read(matrix_in_force).version == 0
    qtbot.keyClick(screen.ask.buttons[0], Qt.Key.Key_Return)
    assert staff.officer.read(matrix_in_force).version == version
    assert screen.state.text() == "ใช้อยู่"
    assert "ยืนยันโดย คุณmanager" in screen.about.text()
    assert screen.hint.isHidden()
    assert not screen.bound["matrix.confirm"].isVisible()


def test_esc_takes_the_question_back(staff: Staff, open_as: Open) -> None:
    drafted(staff)
    screen = open_as("manager")
    screen.bound["matrix.confirm"].trigger()
    assert screen.back()
    assert screen.ask.isHidden()
    assert not screen.back()
    assert staff.officer.read(matrix_in_force).version == 0


def test_one_row_that_differs_is_not_told_as_several(
    staff: Staff, translations: Translations
) -> None:
    translations.use("en")
    confirmed(staff)
    force, made = staff.manager.read(matrix_in_force), Matrix(2, rows_with_limit(60_000))
    assert "in force: 1 (G3 " in difference(made, force, "en")


def test_who_confirms_sees_what_the_draft_changes(staff: Staff, open_as: Open) -> None:
    confirmed(staff)
    screen = open_as("manager")
    assert screen.compared.isHidden()
    screen.show_version(drafted(staff, rows_with_limit(80_000)))
    screen.read_again()
    screen.show_record("matrix", 2)
    assert "1 แถว: G3 ออกใบเสนอราคา" in screen.compared.label.text()
    assert screen.grades.tabText(screen.grades.currentIndex()).startswith("พนักงาน")
    assert [row.changed for row in screen.table.rows.rows].count(True) == 1
    words = cell(screen, 0, 1)
    assert "ใหม่: ยอดรวมไม่เกิน 80,000 บาท (รวม VAT ก่อนหักมัดจำ)" in words
    assert "เดิม: ยอดรวมไม่เกิน 50,000 บาท (รวม VAT ก่อนหักมัดจำ)" in words


def test_a_dropped_draft_is_gone_and_the_version_in_force_shows_again(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
) -> None:
    first = confirmed(staff)
    draft = drafted(staff, rows_with_limit(80_000))
    screen = open_as("manager")
    screen.show_record("matrix", draft)
    press(screen, qtbot, "ทิ้งร่างนี้")
    press(screen, qtbot, f"ทิ้งร่างรุ่นที่ {draft}")
    assert [each.version for each in staff.officer.read(matrix_versions)] == [first]
    assert screen.name.text() == f"รุ่นที่ {first}"


def test_any_version_can_be_read_from_the_list(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
) -> None:
    first = confirmed(staff)
    second = drafted(staff, rows_with_limit(80_000))
    staff.manager.execute(ConfirmMatrix(second))
    screen = open_as("officer")
    assert screen.name.text() == f"รุ่นที่ {second}"
    screen.side.list.setFocus()
    qtbot.keyClick(screen.side.list, Qt.Key.Key_Down)
    assert screen.name.text() == f"รุ่นที่ {first}"
    assert screen.state.text() == "เลิกใช้แล้ว"
    assert cell(screen, 0, 1)[0].startswith("ยอดรวมไม่เกิน 50,000 บาท")


def test_a_change_made_elsewhere_shows_while_one_looks(
    staff: Staff,
    open_as: Open,
) -> None:
    version = drafted(staff)
    screen = open_as("officer")
    assert screen.state.text() == "ร่าง"
    staff.manager.execute(ConfirmMatrix(version))
    screen.desk.look_around()
    assert screen.state.text() == "ใช้อยู่"


def test_decisions_keep_the_version_that_made_them(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
) -> None:
    shop = SellingShop(staff)
    asked = shop.submit(shop.draft(shop.line(quantity=2_000)))
    second = drafted(staff, rows_with_limit(150_000))
    screen = open_as("manager")
    screen.show_record("matrix", second)
    press(screen, qtbot, "ยืนยันรุ่นนี้")
    press(screen, qtbot, f"ยืนยันรุ่นที่ {second}")
    assert staff.officer.read(matrix_in_force).version == second
    assert shop.request(asked.request_id)["matrix_version"] == 1


def test_the_versions_give_way_on_a_narrow_window_until_asked_for(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
) -> None:
    confirmed(staff)
    screen = open_as("officer")
    screen.resize(800, 500)
    assert not screen.panel.isVisible()
    qtbot.keyClick(screen.table, Qt.Key.Key_V)
    assert screen.panel.isVisible()


def test_the_grades_keep_their_order_whoever_reads(staff: Staff, open_as: Open) -> None:
    confirmed(staff)
    tabs = open_as("manager").grades
    assert [tabs.tabData(place) for place in range(tabs.count())] == ["G5", "G3", "G4", "G6"]
    assert {Grade[tabs.tabData(place)] for place in range(tabs.count())} == set(Grade)
