"""A lost server: typing goes on, nothing waits for it, and what was to be saved is saved once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import Unavailable
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customer_values import Customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.paging import ListQuery
from tests.services.shop import SellingShop, desk, shop
from tests.ui.cable import Cable
from tests.ui.shop import Counter
from ui.customers import CustomersScreen
from ui.customers.fields import ListField
from ui.customers.form import CustomerForm
from ui.forms.base import Form
from ui.theme import Theme
from ui.translations import Translations

__all__ = ["desk", "shop"]

pytestmark = [
    pytest.mark.parametrize("store_url", ["postgresql"], indirect=True),
    pytest.mark.qt_no_exception_capture,  # the program's own hook takes what the lost server raises
]
NAME = "คุณสมชาย ใจดี"


@pytest.fixture
def cable(store_url: str) -> Iterator[Cable]:
    made = Cable(store_url)
    yield made
    made.close()


@pytest.fixture
def counter(
    shop: SellingShop,
    cable: Cable,
    qtbot: QtBot,
    theme: Theme,
    translations: Translations,
    tmp_path: Path,
) -> Iterator[Counter]:
    """An officer whose server is at the end of the cable."""
    made = Counter(shop, cable.url, "officer", tmp_path, (theme, translations), ("customers",))
    made.desk._watch()
    made.window.resize(1366, 728)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    cable.put(Cable.Way.WHOLE)
    made.close()


def open_form(counter: Counter, record: int | None = None) -> CustomerForm:
    screen = counter.window.show_place("customers")
    assert isinstance(screen, CustomersScreen)
    if record is None:
        counter.key("Ctrl+N")
    else:
        counter.window.open_record("customer", record)
        counter.key("Ctrl+E")
    assert screen.form is not None
    return screen.form


def write_customer(form: CustomerForm) -> None:
    """All that a walk-in needs."""
    write(form, full_name=NAME)
    phones = form.fields["phones"]
    assert isinstance(phones, ListField)
    box = phones.editors[0].boxes["phone"]
    assert isinstance(box, QLineEdit)
    box.setText("089-999-1111")


def write(form: Form, **texts: str) -> None:
    for key, text in texts.items():
        box = form.fields[key].widget
        assert isinstance(box, QLineEdit)
        box.selectAll()
        box.insert(text)


def people(shop: SellingShop) -> list[str]:
    rows = shop.desk.officer.read(customer_page, ListQuery(sort="name", limit=100)).rows
    return [row.name for row in rows if NAME in row.name]


def keep(shop: SellingShop, known: int | None = None, **values: str) -> int:
    """What somebody else saves, at a PC whose cable is whole."""
    given: dict[str, Any] = {"kind": "person", "full_name": NAME, "phones": ("081-999-1234",)}
    version = 0 if known is None else 1
    return shop.desk.officer.execute(SaveCustomer(id=known, version=version, **given, **values))


def stored(shop: SellingShop, customer_id: int) -> Customer:
    return shop.desk.officer.read(customer, customer_id)


def lost(counter: Counter, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: counter.desk.lost)
    assert not counter.window.banner.isHidden()


def test_what_could_not_be_saved_is_saved_once_when_the_server_is_back(
    shop: SellingShop, counter: Counter, cable: Cable, qtbot: QtBot
) -> None:
    form = open_form(counter)
    write_customer(form)
    cable.put(Cable.Way.PULLED)
    counter.key("Ctrl+S")
    lost(counter, qtbot)
    assert people(shop) == []
    assert form.dirty
    cable.put(Cable.Way.WHOLE)
    qtbot.waitUntil(lambda: bool(people(shop)), timeout=15_000)
    qtbot.waitUntil(counter.window.banner.isHidden)
    assert people(shop) == [NAME]


def test_a_save_whose_answer_was_lost_on_the_way_is_not_made_a_second_time(
    shop: SellingShop, counter: Counter, cable: Cable, qtbot: QtBot
) -> None:
    form = open_form(counter)
    write_customer(form)
    cable.deaf_after = b"COMMIT"
    counter.key("Ctrl+S")
    lost(counter, qtbot)
    assert people(shop) == [NAME]
    cable.put(Cable.Way.WHOLE)
    qtbot.waitUntil(counter.window.banner.isHidden, timeout=15_000)
    qtbot.waitUntil(lambda: not form.dirty, timeout=15_000)
    assert people(shop) == [NAME]


def test_what_another_changed_meanwhile_is_asked_about_and_not_overwritten(
    shop: SellingShop, counter: Counter, cable: Cable, qtbot: QtBot
) -> None:
    found = keep(shop)
    form = open_form(counter, found)
    write(form, email="mine@example.com")
    cable.put(Cable.Way.PULLED)
    counter.key("Ctrl+S")
    lost(counter, qtbot)
    keep(shop, found, email="theirs@example.com")
    cable.put(Cable.Way.WHOLE)
    qtbot.waitUntil(lambda: not form.comparison.isHidden(), timeout=15_000)
    assert stored(shop, found).email == "theirs@example.com"
    assert form.fields["email"].raw() == "mine@example.com"


def test_a_person_who_wants_to_save_by_hand_is_not_saved_for(
    shop: SellingShop, counter: Counter, cable: Cable, qtbot: QtBot
) -> None:
    form = open_form(counter)
    write_customer(form)
    cable.put(Cable.Way.PULLED)
    counter.key("Ctrl+S")
    lost(counter, qtbot)
    form.bar.buttons[0].click()
    cable.put(Cable.Way.WHOLE)
    qtbot.waitUntil(counter.window.banner.isHidden, timeout=15_000)
    assert people(shop) == []
    assert form.dirty


def test_the_window_waits_for_no_server_that_is_known_to_be_silent(
    counter: Counter, cable: Cable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pinched cable tells nobody: whoever asks would wait until the socket gives up."""
    form = open_form(counter)
    cable.put(Cable.Way.PINCHED)
    lost_by_itself = qtbot.waitUntil
    lost_by_itself(lambda: not counter.window.banner.isHidden(), timeout=15_000)

    def waits(*_: object) -> None:
        raise AssertionError("the window asked a server that does not answer")

    for name in ("read", "execute"):
        monkeypatch.setattr(counter.application, name, waits)
    write_customer(form)
    with pytest.raises(Unavailable):
        counter.desk.read(customer_page, ListQuery(sort="name"))
    assert form.submit() is None
    assert form.dirty
    monkeypatch.undo()
    cable.put(Cable.Way.WHOLE)
    qtbot.waitUntil(counter.window.banner.isHidden, timeout=15_000)


def test_what_others_did_while_the_server_was_lost_is_seen_when_it_is_back(
    shop: SellingShop, counter: Counter, cable: Cable, qtbot: QtBot
) -> None:
    heard: list[frozenset[str]] = []
    counter.desk.changed.connect(heard.append)
    cable.put(Cable.Way.PULLED)
    lost(counter, qtbot)
    keep(shop)
    cable.put(Cable.Way.WHOLE)
    qtbot.waitUntil(lambda: any("customer" in tables for tables in heard), timeout=15_000)
