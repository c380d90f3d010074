"""Parts of the customer windows that every event and every key must find in order."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from crm_desktop.domain.kinds import quotation, visit
from crm_desktop.messages import LANGUAGES, known
from ui.customers.editors import ContactEditor, PhoneEditor, read_contact, read_phone
from ui.customers.fields import Editor, ListField
from ui.theme import Theme


def events() -> list[str]:
    """Every event that the state tables put on a customer's timeline."""
    tables = (quotation.KIND, visit.KIND)
    found = {f"timeline_{kind.name}_{row.event}" for kind in tables for row in kind.states.rows}
    return sorted(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_happens_has_a_sentence_on_the_timeline(language: str) -> None:
    assert [code for code in events() if not known(code, language)] == []


@pytest.fixture
def window(qtbot: Any, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def listed(window: QWidget, key: str, make: type[Editor], at_least: int = 0) -> ListField:
    read = read_phone if key == "phones" else read_contact
    field = ListField(key, key, window, make, "Add", read, at_least=at_least)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field.widget)
    return field


def test_tab_walks_through_an_added_line_before_the_button_that_added_it(
    window: QWidget,
) -> None:
    before = QLineEdit(window)
    field = listed(window, "contacts", ContactEditor)
    after = QLineEdit(window)
    lines = [field.add_one(), field.add_one()]
    chain, place = [], before.nextInFocusChain()
    while place is not None and place is not after:
        if place.focusPolicy() != Qt.FocusPolicy.NoFocus:
            chain.append(place)
        place = place.nextInFocusChain()
    boxes = [box for each in lines for box in (*each.boxes.values(), each.remove)]
    assert chain == [*boxes, field.more]


def test_an_empty_line_does_not_count_and_the_last_phone_stays(window: QWidget) -> None:
    field = listed(window, "phones", PhoneEditor, at_least=1)
    field.set_raw([{"phone": "02-719-9680 ต่อ 2"}, {"phone": ""}, {"phone": "1160"}])
    assert field.value() == ("02-719-9680 ต่อ 2", "1160")
    while len(field.editors) > 1:
        field.editors[0].remove.click()
    assert field.editors[0].remove.isHidden()


def test_a_phone_that_is_taken_back_does_not_stay_in_the_form(window: QWidget) -> None:
    field = listed(window, "phones", PhoneEditor, at_least=1)
    field.set_raw([{"phone": "0811234567"}])
    field.set_raw([])
    assert field.raw() == []


def test_what_is_wrong_is_marked_in_its_own_box_and_taken_back(window: QWidget) -> None:
    field = listed(window, "phones", PhoneEditor, at_least=1)
    field.set_raw([{"phone": "081-234-5678"}, {"phone": "12"}])
    field.refuse("wrong", "1")
    marks = [bool(editor.boxes["phone"].property("wrong")) for editor in field.editors]
    assert marks == [False, True]
    field.refuse("")
    assert not any(editor.boxes["phone"].property("wrong") for editor in field.editors)
