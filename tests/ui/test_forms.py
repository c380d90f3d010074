"""Forms: a bad input gets a sentence beside it, and nothing typed is ever lost or overwritten."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.domain.money import Money
from crm_desktop.services.registry import Command
from tests.ui.fakes import Door
from ui.desk import Desk
from ui.forms.base import DRAFT_MS, Form
from ui.forms.compare import Comparison, Difference
from ui.forms.fields import hint
from ui.forms.lookup import Found, Picker
from ui.theme import Theme


@dataclass(frozen=True)
class Save(Command[int]):
    name: ClassVar[str] = "customer.save"
    values: dict[str, Any]


class CustomerForm(Form):
    def __init__(self, desk: Desk, key: str = "customer:12") -> None:
        super().__init__(desk, key)
        self.now: dict[str, Any] = {}
        rows = self.rows(2)
        rows.hidden("version", 1)
        rows.text("name", "Name", required=True)
        rows.text("nick", "Nickname", help="What the staff call them")
        rows.money("credit", "Credit limit")
        rows.quantity("count", "Count")
        rows.percent("discount", "Discount")
        rows.date("next", "Next date")
        rows.choice("segment", "Segment", [("a", "Contractor"), ("b", "Home owner")])
        rows.check("consent", "Consent")
        rows.lookup("owner", "Owner", lambda text: [Found(5, "Somsri"), Found(6, "Wichai")])
        rows.multiline("note", "Note")
        self.made = rows
        self.adopt(rows)

    @property
    def title(self) -> str:
        return "Customer"

    def command(self) -> Save:
        return Save(self.values())

    def stored(self) -> dict[str, Any]:
        return self.now


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, desk: Desk) -> CustomerForm:
    return opened(qtbot, desk)


def opened(qtbot: QtBot, desk: Desk) -> CustomerForm:
    made = CustomerForm(desk)
    qtbot.addWidget(made)
    made.load({"version": 1, "name": "Somchai", "credit": Money.of(500), "segment": "b"})
    made.show()
    return made


def type_into(qtbot: QtBot, form: Form, key: str, text: str) -> None:
    box = form.fields[key].widget
    box.setFocus()
    if isinstance(box, QLineEdit):
        box.selectAll()
    if text.isascii():
        qtbot.keyClicks(box, text)
    else:
        box.insert(text)


def sentences(form: Form) -> list[str]:
    return [
        label.text()
        for label in form.findChildren(QLabel)
        if label.property("role") == "error" and label.isVisible()
    ]


def test_values_are_what_was_meant(qtbot: QtBot, form: CustomerForm) -> None:
    for key, text in {
        "credit": "๑,๒๓๔.50",
        "count": "2.5",
        "discount": "7.5%",
        "next": "21/11/2569",
    }.items():
        type_into(qtbot, form, key, text)
    form.made._judge(form.fields["next"])
    values = form.values()
    assert values["credit"] == Money.of("1234.50")
    assert values["count"] == Decimal("2.5")
    assert values["discount"] == Decimal("7.5")
    assert values["next"] == date(2026, 11, 21)
    assert values["segment"] == "b"
    assert values["consent"] is False
    assert values["owner"] is None
    assert values["nick"] == ""


@pytest.mark.parametrize(
    ("key", "bad"),
    [("credit", "abc"), ("count", "0"), ("discount", "101"), ("next", "29/2/2568")],
)
def test_a_bad_input_gets_its_sentence_when_it_is_left_and_nothing_else_changes(
    qtbot: QtBot, form: CustomerForm, key: str, bad: str
) -> None:
    type_into(qtbot, form, key, bad)
    qtbot.keyClick(form.fields[key].widget, Qt.Key.Key_Tab)
    [sentence] = sentences(form)
    assert bad in sentence
    assert form.fields[key].raw() == bad
    assert form.fields["name"].raw() == "Somchai"
    assert form.fields[key].widget.accessibleDescription() == sentence
    type_into(qtbot, form, key, "1")
    assert sentences(form) == []


def test_every_field_has_a_name_a_buddy_and_its_place_in_the_tab_order(
    qtbot: QtBot, form: CustomerForm
) -> None:
    buddies = {label.buddy() for label in form.findChildren(QLabel)}
    for field in form.fields.values():
        if field.label:
            assert field.widget.accessibleName() == field.label
            assert field.key == "consent" or field.widget in buddies
    first, second = form.fields["name"].widget, form.fields["nick"].widget
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()


def test_an_empty_required_field_is_not_sent(form: CustomerForm, door: Door) -> None:
    form.fields["name"].set_raw(" ")
    assert form.submit() is None
    assert door.executed == []
    assert sentences(form) == ["Please fill in: Name"]
    assert form.fields["name"].widget.hasFocus()


def test_saving_tells_and_forgets_the_draft(qtbot: QtBot, form: CustomerForm, door: Door) -> None:
    type_into(qtbot, form, "name", "Somsak")
    form.keep_draft()
    with qtbot.waitSignal(form.saved):
        form.submit()
    assert door.executed[0].values["name"] == "Somsak"
    assert form.desk.drafts.list(1) == []
    assert not form.dirty


def test_a_refusal_stands_beside_the_field_it_names(form: CustomerForm, door: Door) -> None:
    door.answer = Refused("bad_phone", "nick", text="12")
    assert form.submit() is None
    assert len(sentences(form)) == 1
    assert "12" in sentences(form)[0]


def test_a_refusal_of_the_whole_form_stands_on_top(form: CustomerForm, door: Door) -> None:
    door.answer = Refused("paper_empty")
    form.submit()
    assert form.bar.isVisible()
    assert form.bar.label.text() == form.desk.explain(door.answer)


def test_typed_text_is_on_disk_within_five_seconds(qtbot: QtBot, form: CustomerForm) -> None:
    assert DRAFT_MS <= 5_000
    form._clock.setInterval(10)
    type_into(qtbot, form, "nick", "Lek")
    qtbot.waitUntil(lambda: bool(form.desk.drafts.list(1)))
    assert form.desk.drafts.list(1)[0].values["nick"] == "Lek"


def test_a_draft_is_offered_again_and_taken_up(
    qtbot: QtBot, form: CustomerForm, desk: Desk
) -> None:
    type_into(qtbot, form, "credit", "12,")
    form.close()
    again = opened(qtbot, desk)
    assert again.offer.isVisible()
    qtbot.mouseClick(again.offer.buttons[0], Qt.MouseButton.LeftButton)
    assert again.fields["credit"].raw() == "12,"
    assert again.dirty


def test_a_kept_draft_cannot_be_overwritten_before_it_is_answered(
    qtbot: QtBot, form: CustomerForm, desk: Desk
) -> None:
    type_into(qtbot, form, "nick", "Lek")
    form.close()
    again = opened(qtbot, desk)
    assert not again.fields["name"].widget.isEnabled()
    qtbot.waitUntil(again.offer.buttons[0].hasFocus)
    assert again.submit() is None
    again.fields["nick"].set_raw("put in by a key of the screen")
    again.keep_draft()
    assert desk.drafts.list(1)[0].values["nick"] == "Lek"
    qtbot.mouseClick(again.offer.buttons[1], Qt.MouseButton.LeftButton)
    assert again.fields["name"].widget.isEnabled()
    assert desk.drafts.list(1) == []


def test_what_was_typed_away_again_does_not_lock_the_form_that_was_saved(
    qtbot: QtBot, form: CustomerForm, door: Door
) -> None:
    type_into(qtbot, form, "name", "xyz")
    form.keep_draft()
    type_into(qtbot, form, "name", "Somchai")
    form.load({"version": 1, "name": "Somchai"})
    assert form.offer.isHidden(), "nothing is kept that differs"
    door.answer = 2
    assert form.submit() == 2
    type_into(qtbot, form, "name", "Somsri")
    assert form.submit() == 2
    assert form.fields["name"].widget.isEnabled()


def test_a_form_saved_over_a_kept_draft_can_be_typed_into(
    qtbot: QtBot, form: CustomerForm, desk: Desk
) -> None:
    type_into(qtbot, form, "nick", "Lek")
    form.close()
    again = opened(qtbot, desk)
    assert again.offer.isVisible()
    again.settle()
    assert again.offer.isHidden()
    assert again.fields["name"].widget.isEnabled()
    assert again.check()


def test_leaving_asks_only_when_something_would_be_lost(qtbot: QtBot, form: CustomerForm) -> None:
    assert form.leave()
    type_into(qtbot, form, "nick", "Lek")
    assert not form.leave()
    assert form.bar.isVisible()
    with qtbot.waitSignal(form.left):
        qtbot.mouseClick(form.bar.buttons[2], Qt.MouseButton.LeftButton)
    assert form.desk.drafts.list(1) == []


def test_ctrl_z_and_undo_of_everything(qtbot: QtBot, form: CustomerForm) -> None:
    type_into(qtbot, form, "nick", "Lek")
    qtbot.keyClick(form.fields["nick"].widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.fields["nick"].raw() != "Lek"
    type_into(qtbot, form, "nick", "Lek")
    form.revert()
    assert form.fields["nick"].raw() == ""
    assert not form.dirty
    qtbot.mouseClick(form.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert form.fields["nick"].raw() == "Lek"


def test_two_people_one_record_choose_field_by_field(
    qtbot: QtBot, form: CustomerForm, door: Door
) -> None:
    type_into(qtbot, form, "name", "Mine")
    type_into(qtbot, form, "nick", "Lek")
    form.now = {"version": 2, "name": "Theirs", "credit": Money.of(900), "segment": "b"}
    door.answer = Stale("stale")
    form.submit()
    assert set(form.comparison.choices) == {"name", "credit"}
    mine, theirs = form.comparison.choices["name"]
    assert mine.isChecked()
    assert form.comparison.choices["credit"][1].isChecked()
    qtbot.mouseClick(theirs, Qt.MouseButton.LeftButton)
    door.answer = 12
    form.comparison.go_on.click()
    values = door.executed[-1].values
    assert (values["version"], values["name"], values["nick"]) == (2, "Theirs", "Lek")
    assert values["credit"] == Money.of(900)


def test_what_is_chosen_between_can_be_read_to_its_last_word(qtbot: QtBot) -> None:
    long = "ใบส่งของ, ใบรับเงิน, ใบสั่งขาย, ใบเสนอราคา, ใบขอซื้อ, ใบสั่งพิเศษ"
    comparison, decided = Comparison(), list[bool]()
    qtbot.addWidget(comparison)
    comparison.offer(
        [Difference("sets", f"ชนิด {long}", long, f"{long}, ใบวางบิล", changed_by_me=True)],
        lambda: decided.append(True),
    )
    comparison.resize(480, 400)
    qtbot.wait(1)
    labels = [each for each in comparison.findChildren(QLabel) if long in each.text()]
    assert len(labels) == 3
    for label in labels:
        assert label.mapTo(comparison, label.rect().bottomRight()).x() < comparison.width()
        flags = Qt.TextFlag.TextWordWrap
        needed = label.fontMetrics().boundingRect(0, 0, label.width(), 999, flags, label.text())
        assert needed.height() <= label.height()
    comparison.resize(360, 110)
    assert all(it.height() >= it.heightForWidth(it.width()) for it in labels), "it scrolls then"
    qtbot.mouseClick(labels[2], Qt.MouseButton.LeftButton)
    assert comparison.chosen() == {"sets": True}


def test_the_cursor_stays_in_the_form_when_the_choice_is_saved_by_key(
    qtbot: QtBot, form: CustomerForm, door: Door
) -> None:
    form.now = {"version": 2, "name": "Somchai Co.", "credit": Money.of(500), "segment": "b"}
    form.show()
    form.activateWindow()
    type_into(qtbot, form, "name", "Somchai & Sons")
    door.answer = Stale("stale", "version")
    assert form.submit() is None
    assert form.comparison.isVisible()
    assert form.comparison.isAncestorOf(form.focusWidget())
    form.comparison.choices["name"][1].setChecked(True)
    door.answer = 3
    assert form.submit() == 3
    assert door.executed[-1].values["name"] == "Somchai Co.", "what was chosen, not what was typed"
    assert form.comparison.isHidden()
    assert form.fields["name"].widget.hasFocus()


def test_looking_up_by_keys_takes_the_id(qtbot: QtBot, form: CustomerForm) -> None:
    box = form.fields["owner"].widget
    box.setFocus()
    qtbot.keyClicks(box, "w")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert form.fields["owner"].value() == 5
    qtbot.keyClicks(box, "x")
    with pytest.raises(Refused):
        form.fields["owner"].value()


def test_a_database_that_is_gone_loses_nothing(
    qtbot: QtBot, form: CustomerForm, door: Door
) -> None:
    type_into(qtbot, form, "nick", "Lek")
    door.gone = True
    with qtbot.waitSignal(form.desk.reachable):
        assert form.submit() is None
    assert form.fields["nick"].raw() == "Lek"
    assert form.dirty


def test_the_vowels_under_a_faint_thai_word_are_not_cut_off(qtbot: QtBot, theme: Theme) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.resize(240, 32)
    box.show()
    blank = box.grab().toImage()

    def lowest() -> int:
        """The lowest line of the box with ink."""
        drawn = box.grab().toImage()
        return max(
            y
            for y in range(drawn.height())
            if any(drawn.pixel(x, y) != blank.pixel(x, y) for x in range(drawn.width()))
        )

    hint(box, "ค้นหาลูกค้า")
    faint = lowest()
    box.setText("ค้นหาลูกค้า")
    assert faint == lowest()


def test_a_box_that_goes_while_it_is_being_looked_up_leaves_no_error_behind(
    qtbot: QtBot, desk: Desk
) -> None:
    """A scanner closes the cell under the cursor while its first digits are still looked up."""
    window = QWidget()
    qtbot.addWidget(window)
    box, asked = QLineEdit(window), []

    def find(text: str) -> list[Found]:
        asked.append(text)
        return []

    picker = Picker(box, find, lambda _: None)
    box.insert("885")
    box.textEdited.emit("885")
    assert picker.waiting
    shiboken6.delete(box)
    assert not picker.waiting
    assert asked == []
