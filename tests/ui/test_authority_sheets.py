"""A new version comes from a spreadsheet, whole or not at all, and leaves as one."""

# ruff: noqa: F401, F811 - fixtures are imported

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import shipped
from crm_desktop.exchange.matrix_sheet import read_matrix, write_matrix
from crm_desktop.services.authority.matrices import matrix_in_force, matrix_versions
from tests.ui.authority_desk import (
    Open,
    Staff,
    confirmed,
    open_as,
    press,
    rows_with_limit,
    staff,
)
from ui.authority.table_page import TablePage

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def type_into(screen: TablePage, qtbot: QtBot, path: Path, reason: str = "ปรับวงเงิน") -> None:
    assert screen.intake is not None
    file, why = screen.intake.fields["file"].widget, screen.intake.fields["reason"].widget
    assert isinstance(file, QLineEdit)
    assert isinstance(why, QPlainTextEdit)
    file.setFocus()
    qtbot.keyClicks(file, str(path))
    qtbot.keyClick(file, Qt.Key.Key_Tab)
    why.setFocus()
    why.setPlainText(reason)


def test_a_sheet_becomes_a_draft_that_waits_for_another_person(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    confirmed(staff)
    path = tmp_path / "new.xlsx"
    write_matrix(replace(shipped(), rows=rows_with_limit(80_000)), path)
    screen = open_as("manager")
    qtbot.keyClick(screen.table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    type_into(screen, qtbot, path)
    form = screen.intake
    assert form is not None
    qtbot.waitUntil(lambda: "ต่างจากรุ่นที่ 1 ที่ใช้อยู่ 1 แถว" in form.found.label.text())
    qtbot.keyClick(form.fields["reason"].widget, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.intake is None)
    assert screen.name.text() == "รุ่นที่ 2"
    assert screen.state.text() == "ร่าง"
    assert not screen.bound["matrix.confirm"].isEnabled()
    assert staff.officer.read(matrix_in_force).version == 1


def test_a_gap_is_named_by_its_line_and_nothing_is_stored(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    confirmed(staff)
    path = tmp_path / "gap.csv"
    write_matrix(shipped(), path)
    text = path.read_text(encoding="utf-8-sig").replace("50000", "40000", 1)
    path.write_text(text, encoding="utf-8-sig")
    screen = open_as("manager")
    press(screen, qtbot, "นำเข้า")
    type_into(screen, qtbot, path)
    form = screen.intake
    assert form is not None
    press(screen, qtbot, "สร้างร่าง")
    qtbot.waitUntil(form.errors.isVisible)
    said = form.errors.item(0).text()
    assert said.startswith("บรรทัด 2: ออกใบเสนอราคา · G3")
    assert "40,000.00" in said
    assert len(staff.officer.read(matrix_versions)) == 1


@pytest.mark.parametrize(
    ("day", "reason", "field"), [("21/11/2569", "เหตุผล", "effective_from"), ("", "", "reason")]
)
def test_a_form_that_lacks_something_says_so_beside_the_field(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
    tmp_path: Path,
    day: str,
    reason: str,
    field: str,
) -> None:
    path = tmp_path / "new.csv"
    write_matrix(shipped(), path)
    screen = open_as("manager")
    press(screen, qtbot, "นำเข้า")
    type_into(screen, qtbot, path, reason)
    form = screen.intake
    assert form is not None
    form.fields["effective_from"].set_raw(day or "22/11/2569")
    press(screen, qtbot, "สร้างร่าง")
    box = form.fields[field].widget
    qtbot.waitUntil(lambda: bool(box.accessibleDescription()))
    assert staff.officer.read(matrix_versions) == ()


@pytest.mark.parametrize("name", ["missing.xlsx", "broken.xlsx"])
def test_a_file_that_cannot_be_read_gets_a_sentence(
    open_as: Open, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"no sheet")
    screen = open_as("manager")
    press(screen, qtbot, "นำเข้า")
    type_into(screen, qtbot, tmp_path / name)
    form = screen.intake
    assert form is not None
    qtbot.waitUntil(lambda: bool(form.fields["file"].widget.accessibleDescription()))
    assert form.errors.isHidden()


def test_what_is_shown_leaves_as_a_sheet_and_is_whole(
    staff: Staff,
    open_as: Open,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    confirmed(staff)
    screen = open_as("officer")
    with qtbot.waitSignal(screen.desk.said):
        screen.write_to(str(tmp_path / "out.xlsx"))
    assert read_matrix(tmp_path / "out.xlsx").rows == shipped().rows
    with qtbot.waitSignal(screen.desk.said) as said:
        screen.write_to(str(tmp_path / "nowhere" / "out.xlsx"))
    assert "nowhere" in said.args[0]
