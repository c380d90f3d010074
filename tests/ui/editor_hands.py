"""Hands on the editor of the authority table: keys, boxes, levels, for the tests of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.authority import Facts, Grade, Level
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.questions import Question, what_if
from tests.services.desk import Desk as Staff
from ui.authority.editor import EditorForm
from ui.authority.editor_condition import Place
from ui.authority.table_page import TablePage

QUOTATION = ("quotation.issue", Grade.G3, None)
CTRL = Qt.KeyboardModifier.ControlModifier


def key(screen: TablePage, name: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or screen
    QTest.keyClick(target, name, modifiers or Qt.KeyboardModifier.NoModifier)


def write(text: str) -> None:
    """Type where the cursor is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def edit(screen: TablePage, qtbot: QtBot, branch: str | None = None) -> EditorForm:
    """E on an officer's row."""
    screen.stand_on(("quotation.issue", Grade.G3, branch))
    screen.table.setFocus()
    key(screen, Qt.Key.Key_E)
    form = screen.editing.form
    assert form is not None
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget() or screen))
    return form


def opened(screen: TablePage) -> EditorForm | None:
    return screen.editing.form


def box(form: EditorForm, condition: int, place: Place) -> QWidget:
    return form.field.widget.parts[condition].boxes[place]


def type_into(form: EditorForm, condition: int, place: Place, text: str) -> None:
    """Type over what stands in a box of the ladder."""
    field = box(form, condition, place)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def choose_level(form: EditorForm, condition: int, rung: int, level: Level) -> None:
    part = form.field.widget.parts[condition]
    [combo] = [
        each
        for each in part.findChildren(QComboBox)
        if part._row_of(each) == part._row_of(part.boxes["rung", rung])
    ]
    combo.setCurrentIndex(combo.findData(level.name))


def give_reason(form: EditorForm, reason: str = "ปรับวงเงินตามยอดขาย") -> None:
    form.fields["reason"].set_raw(reason)


def save(screen: TablePage) -> int:
    """Ctrl+S; the number of the draft that came of it."""
    key(screen, Qt.Key.Key_S, CTRL)
    assert screen.editing.form is None, screen.findChild(EditorForm)
    assert screen.shown is not None
    return screen.shown.version


def level(staff: Staff, baht: int) -> Level:
    facts = Facts(amount=Money.of(baht))
    return staff.officer.read(what_if, Question("quotation.issue", facts, "G3")).level


def said(form: EditorForm, condition: int = 0) -> str:
    return form.field.widget.parts[condition].error.label.text()
