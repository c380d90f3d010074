"""The table is changed in the program, by keys, and no beginner can write a gap into it."""

# ruff: noqa: F401, F811 - fixtures are imported

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import (
    Facts,
    Grade,
    Level,
)
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.matrices import (
    ConfirmMatrix,
    matrix_version,
    matrix_versions,
)
from crm_desktop.services.authority.questions import Question, what_if
from tests.ui.authority_desk import (
    Open,
    Staff,
    cell,
    confirmed,
    drafted,
    open_as,
    press,
    staff,
)
from tests.ui.editor_hands import (
    CTRL,
    QUOTATION,
    box,
    choose_level,
    edit,
    give_reason,
    key,
    level,
    said,
    save,
    type_into,
    write,
)

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def test_a_limit_is_raised_read_out_drafted_confirmed_and_followed(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    first = confirmed(staff)
    assert level(staff, 55_000) is Level.CONSULT
    screen = open_as("director")
    form = edit(screen, qtbot)
    write("60000")
    assert "ใหม่: ยอดรวมไม่เกิน 60,000 บาท (รวม VAT ก่อนหักมัดจำ)" in cell(screen, 0, 1)
    assert "เดิม: ยอดรวมไม่เกิน 50,000 บาท (รวม VAT ก่อนหักมัดจำ)" in cell(screen, 0, 1)
    assert cell(screen, 0, 2)[0].startswith("ใหม่: ยอดรวมเกิน 60,000 บาท")
    assert screen.read_out.told["th"].startswith(
        "พนักงานระดับ G3 ออกใบเสนอราคา ได้เอง เมื่อยอดรวม VAT ก่อนหักมัดจำไม่เกิน 60,000 บาท, ส่วนลดไม่เกิน 5%"
    )
    assert "amount with VAT before deposits is at most 60,000 baht" in screen.read_out.told["en"]
    give_reason(form)
    version = save(screen)
    assert version == first + 1
    assert (screen.state.text(), "ปรับวงเงินตามยอดขาย" in screen.about.text()) == ("ร่าง", True)
    assert not screen.bound["matrix.confirm"].isEnabled()
    assert level(staff, 55_000) is Level.CONSULT
    second = open_as("manager")
    second.show_record("matrix", version)
    second.bound["matrix.confirm"].trigger()
    press(second, qtbot, f"ยืนยันรุ่นที่ {version}")
    assert (level(staff, 55_000), level(staff, 60_001)) == (Level.OWN, Level.CONSULT)


def test_a_reason_is_asked_before_anything_is_stored(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    screen.resize(840, 350)  # at 150 %
    type_into(form, 0, ("rung", 0), "60000")
    key(screen, Qt.Key.Key_S, CTRL)
    assert form.fields["reason"].widget.hasFocus()
    words = form.fields["reason"].widget.accessibleDescription()
    assert words
    (why,) = (each for each in form.findChildren(QLabel) if each.text() == words)
    assert why.visibleRegion().boundingRect().height() == why.height(), "it is read whole"
    assert len(staff.officer.read(matrix_versions)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("300000", "สิ้นสุดที่ 200,000 ไม่ได้ ตัวเลขต้องมากกว่าช่วงก่อนหน้า"),
        ("5o", "“5o” ไม่ใช่ตัวเลขที่ใช้ได้"),
        ("-1", "“-1” ไม่ใช่ตัวเลขที่ใช้ได้"),
    ],
)
def test_a_bad_limit_is_named_at_once_and_nothing_of_it_is_saved(
    staff: Staff, open_as: Open, qtbot: QtBot, text: str, words: str
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), text)
    assert words in said(form)
    assert said(form).startswith("ออกใบเสนอราคา · G3: ยอดรวม")
    assert words in screen.read_out.told["th"]
    assert cell(screen, 0, 1)[0].startswith("ยอดรวมไม่เกิน 50,000 บาท")
    give_reason(form)
    key(screen, Qt.Key.Key_S, CTRL)
    assert screen.editing.form is form
    assert words in form.bar.label.text()
    assert len(staff.officer.read(matrix_versions)) == 1
    type_into(form, 0, ("rung", 0), "60000")
    assert form.field.widget.parts[0].error.isHidden()
    assert form.bar.isHidden()


def test_a_gap_that_was_kept_from_elsewhere_is_named_and_refused(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "60000")
    raw = form.field.raw()
    raw[0][3]["conditions"][0]["rungs"][-1][0] = "500,000"
    form.field.set_raw(raw)
    give_reason(form)
    key(screen, Qt.Key.Key_S, CTRL)
    assert "ยอดรวม: ไม่มีช่วงหลัง 500,000" in said(form)
    assert "ไม่มีช่วงหลัง" in form.bar.label.text()
    assert len(staff.officer.read(matrix_versions)) == 1


def test_the_fault_of_another_row_is_shown_where_it_stands(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    type_into(form, 0, ("rung", 0), "")
    key(screen, Qt.Key.Key_Backspace)
    assert "ยังไม่มีตัวเลขสิ้นสุด" in said(form)
    key(screen, Qt.Key.Key_Down, CTRL)
    assert screen.table.key == ("sales_order.issue", Grade.G3, None)
    screen.next_grade()
    give_reason(form)
    key(screen, Qt.Key.Key_S, CTRL)
    assert screen.table.key == QUOTATION
    assert form.field.key_here == QUOTATION


def test_bands_are_added_and_taken_away_by_keys_without_a_gap(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    discount = 1
    box(form, discount, ("rung", 1)).setFocus()
    key(screen, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert cell(screen, 0, 3)[1] == "ใหม่: ส่วนลดเกิน 5%"
    box(form, discount, ("rung", 0)).setFocus()
    key(screen, Qt.Key.Key_B, CTRL)
    assert QApplication.focusWidget() is box(form, discount, ("rung", 1))
    assert "ยังไม่มีตัวเลขสิ้นสุด" in said(form, discount)
    write("7.5")
    choose_level(form, discount, 1, Level.CONSULT)
    assert "ใหม่: ส่วนลดเกิน 5% แต่ไม่เกิน 7.5%" in cell(screen, 0, 2)
    give_reason(form)
    made = staff.officer.read(matrix_version, save(screen)).rows[0].conditions[1]
    assert [(str(band.to), band.level) for band in made.bands] == [
        ("5", Level.OWN),
        ("7.5", Level.CONSULT),
        ("None", Level.SUPERIOR),
    ]


def test_tab_goes_from_a_limit_to_who_decides_and_on_to_the_next_limit(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    write("60000")
    key(screen, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    first = box(form, 0, ("rung", 0))
    assert isinstance(first, QLineEdit)
    assert first.text() == "60,000"
    key(screen, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box(form, 0, ("rung", 1))


def test_a_level_that_grows_milder_is_named(staff: Staff, open_as: Open, qtbot: QtBot) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    choose_level(form, 0, 0, Level.SUPERIOR)
    assert "หลัง 50,000 อำนาจกลับผ่อนลง" in said(form)
    assert box(form, 0, ("rung", 1)).property("wrong")


def test_conditions_come_and_go_also_for_one_product_group(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    row = form.field.widget
    assert row.sketch is not None
    box(form, 2, ("rung", 0)).setFocus()
    key(screen, Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "ใหม่: ราคาไม่ต่ำกว่าทุน" not in cell(screen, 0, 1)
    assert "เดิม: ราคาไม่ต่ำกว่าทุน" in cell(screen, 0, 1)
    row._groups = ("กระเบื้อง",)
    menu = row.more.menu()
    menu.aboutToShow.emit()
    [of_group] = [each for each in menu.actions() if "กระเบื้อง" in each.text()]
    of_group.trigger()
    type_into(form, 4, ("rung", 0), "3")
    assert "ใหม่: ส่วนลดกลุ่ม กระเบื้อง ไม่เกิน 3%" in cell(screen, 0, 1)
    give_reason(form)
    kinds = staff.officer.read(matrix_version, save(screen)).rows[0].conditions
    assert [(each.kind, each.group) for each in kinds] == [
        ("amount", None),
        ("discount", None),
        ("unlisted", None),
        ("credit", None),
        ("discount", "กระเบื้อง"),
    ]


def test_exceptions_steps_and_what_holds_for_advice_are_written_too(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    box(form, 0, ("rung", 0)).setFocus()
    key(screen, Qt.Key.Key_H, CTRL)
    assert QApplication.focusWidget() is box(form, 0, ("limit", 0))
    assert "ไม่นับยอดรวม เมื่อมีสินค้าครบในสต็อก" in screen.read_out.told["th"]
    credit = box(form, 4, ("rung", 1))
    assert isinstance(credit, QComboBox)
    credit.setCurrentIndex(credit.findData("SUPERIOR"))
    for check in form.field.widget.findChildren(QCheckBox):
        check.toggle()
    give_reason(form)
    row = staff.officer.read(matrix_version, save(screen)).rows[0]
    assert [tuple(limit) for limit in row.conditions[0].unless] == [("stock", "stocked")]
    assert [bool(band.steps) for band in row.conditions[4].bands] == [False, False, True, True]
    assert (row.phone_allowed, row.may_go_on_against_advice) == (False, True)


def test_a_branch_gets_a_row_of_its_own_and_loses_it_again(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    menu = form.field.widget.branch.menu()
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions()] == ["01 สาขา 01", "02 สาขา 02"]
    menu.actions()[1].trigger()
    own = ("quotation.issue", Grade.G3, "02")
    assert screen.table.key == own
    type_into(form, 0, ("rung", 0), "20000")
    assert screen.read_out.told["th"].startswith("พนักงานระดับ G3 สาขา 02")
    give_reason(form)
    version = save(screen)
    staff.manager.execute(ConfirmMatrix(version))
    facts = Facts(amount=Money.of(30_000), branch="02")
    assert (
        staff.officer.read(what_if, Question("quotation.issue", facts, "G3")).level is Level.CONSULT
    )
    assert level(staff, 30_000) is Level.OWN
    screen.desk.look_around()
    screen.read_again()
    form = edit(screen, qtbot, branch="02")
    form.field.widget.branch.click()
    assert screen.table.key == own
    assert "เดิม" in cell(screen, 1, 1)[0]
    press(screen, qtbot, "นำกลับมา")
    assert form.field.table.changed == []
    form.field.widget.branch.click()
    give_reason(form)
    rows = staff.officer.read(matrix_version, save(screen)).rows
    assert {row.branch for row in rows} == {None}


def test_an_officer_reads_the_sentences_and_cannot_edit(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("officer")
    key(screen, Qt.Key.Key_E)
    screen.table.activated.emit(screen.table.currentIndex())
    assert screen.editing.form is None
    assert "ได้เอง เมื่อยอดรวม VAT ก่อนหักมัดจำไม่เกิน 50,000 บาท" in screen.read_out.told["th"]
    assert "needs the superior" not in screen.read_out.told["en"]
    key(screen, Qt.Key.Key_Right)
    key(screen, Qt.Key.Key_Right)
    assert screen.read_out.told["en"].startswith("An officer of grade G3 asks the superior’s")
    key(screen, Qt.Key.Key_R)
    assert screen.read_out.isHidden()


def test_the_limit_that_is_wrong_has_the_keys_and_is_in_view(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    confirmed(staff)
    screen = open_as("director")
    form = edit(screen, qtbot)
    screen.resize(840, 350)  # at 150 %
    give_reason(form)
    type_into(form, 1, ("rung", 1), "1e9")
    form.fields["reason"].widget.setFocus()
    key(screen, Qt.Key.Key_S, CTRL)
    wrong = box(form, 1, ("rung", 1))
    assert wrong.hasFocus()
    assert wrong.visibleRegion().boundingRect() == wrong.rect()


def test_enter_opens_the_row_and_nobody_confirms_while_editing(
    staff: Staff, open_as: Open, qtbot: QtBot
) -> None:
    drafted(staff)
    screen = open_as("manager")
    assert screen.bound["matrix.confirm"].isEnabled()
    screen.bound["matrix.confirm"].setEnabled(False)
    key(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.editing.form is None, "the key that confirms opens nothing where nothing waits"
    screen.bound["matrix.confirm"].setEnabled(True)
    key(screen, Qt.Key.Key_Return)
    assert screen.editing.form is not None
    assert not screen.bound["matrix.confirm"].isEnabled()
    assert screen.bound["matrix.save"].isVisible()
    assert screen.back()
    assert screen.bound["matrix.confirm"].isEnabled()
    assert not screen.bound["matrix.save"].isVisible()
