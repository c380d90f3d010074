"""What is changed in the table becomes a draft, outlives a crash and replaces nothing unseen."""

# ruff: noqa: F401, F811 - fixtures are imported

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import (
    Level,
)
from crm_desktop.services.authority.matrices import (
    ConfirmMatrix,
    DropMatrix,
    matrix_in_force,
    matrix_versions,
)
from tests.ui.authority_desk import (
    Open,
    Staff,
    cell,
    confirmed,
    drafted,
    open_as,
    press,
    rows_with_limit,
    staff,
)
from tests.ui.editor_hands import (
    CTRL,
    QUOTATION,
    edit,
    give_reason,
    key,
    level,
    opened,
    save,
    type_into,
)

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def test_a_draft_that_is_edited_is_replaced_by_a_new_one(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    first = confirmed(staff)
    old = drafted(staff, rows_with_limit(80_000))
    screen = open_as("manager")
    screen.show_record("matrix", old)
    form = edit(screen, qtbot)
    assert form.fields["reason"].raw() == "ปรับวงเงิน"
    type_into(form, 0, ("rung", 0), "70000")
    new = save(screen)
    versions = staff.officer.read(matrix_versions)
    assert [(each.version, each.author) for each in versions] == [
        (new, "คุณmanager"),
        (first, "คุณdirector"),
    ]
    staff.director.execute(ConfirmMatrix(new))
    assert level(staff, 70_000) is Level.OWN


def test_a_draft_confirmed_meanwhile_stays_and_the_change_becomes_a_draft_of_its_own(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    old = drafted(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "70000")
    staff.manager.execute(ConfirmMatrix(old))
    screen.desk.look_around()
    key(screen, Qt.Key.Key_S, CTRL)
    assert screen.editing.form is form
    assert f"ร่างรุ่นที่ {old} ถูกยืนยัน" in form.bar.label.text()
    press(screen, qtbot, "บันทึกเป็นร่างใหม่แยกต่างหาก")
    assert [each.version for each in staff.officer.read(matrix_versions)] == [old + 1, old]
    assert staff.officer.read(matrix_in_force).version == old


def test_esc_asks_only_where_something_would_be_lost(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    assert screen.back()
    assert opened(screen) is None
    assert screen.table.hasFocus()
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "70000")
    assert screen.back()
    assert opened(screen) is form
    type_into(form, 0, ("rung", 0), "50,000")
    assert not form.dirty
    assert screen.back()
    assert opened(screen) is None


def test_what_was_not_saved_is_offered_again_after_a_crash(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    version = confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "70000")
    give_reason(form, "ยังเขียนไม่จบ")
    form.keep_draft()
    [kept] = screen.desk.drafts.list(staff.director.actor.person_id)  # type: ignore[union-attr]
    again = open_as("director")
    again.show_record(*kept.key.split(":"))
    assert again.shown is not None
    assert again.shown.version == version
    press(again, qtbot, "ทำต่อ")
    assert again.table.key == QUOTATION
    assert "ใหม่: ยอดรวมไม่เกิน 70,000 บาท (รวม VAT ก่อนหักมัดจำ)" in cell(again, 0, 1)
    found = again.editing.form
    assert found is not None
    assert found.fields["reason"].raw() == "ยังเขียนไม่จบ"
    assert found.field.widget.isAncestorOf(again.window().focusWidget())


def test_who_keeps_writing_stands_in_the_row_again(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "70000")
    assert screen.back()
    press(screen, qtbot, "แก้ต่อ")
    assert form.field.widget.isAncestorOf(screen.window().focusWidget())


def test_a_kept_edit_of_a_draft_that_is_gone_goes_on_from_the_version_in_force(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    first = confirmed(staff)
    old = drafted(staff, rows_with_limit(80_000))
    screen = open_as("director")
    screen.show_record("matrix", old)
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "70000")
    form.keep_draft()
    staff.manager.execute(DropMatrix(old))
    again = open_as("director")
    again.show_record("matrix", f"edit-{old}")
    press(again, qtbot, "ทำต่อ")
    found = again.editing.form
    assert found is not None
    give_reason(found)
    assert [each.version for each in staff.officer.read(matrix_versions)] == [first]
    assert save(again) > first


def test_nothing_is_drafted_where_nothing_differs(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    give_reason(form)
    key(screen, Qt.Key.Key_S, CTRL)
    assert "ยังไม่มีแถวใดเปลี่ยน" in form.bar.label.text()
    assert len(staff.officer.read(matrix_versions)) == 1


def test_the_program_s_own_rows_can_be_edited_before_there_is_any_version(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    screen = open_as("director")
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "40000")
    give_reason(form)
    assert save(screen) == 1
