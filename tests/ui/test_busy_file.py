"""Somebody takes a long list in: the window stands still for nobody, and nothing typed is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_values import Customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.store.engines import BUSY_SECONDS, HASTE_SECONDS, sqlite_path
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.customers import CustomersScreen
from ui.customers.form import CustomerForm
from ui.paper_sources import StoredPaper

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
NAME = "คุณสมชาย ใจดี"


@pytest.fixture
def writer(store_url: str) -> Iterator[sqlite3.Connection]:
    """Whoever else may hold the file: BEGIN IMMEDIATE until ROLLBACK."""
    with closing(sqlite3.connect(sqlite_path(store_url), isolation_level=None)) as made:
        yield made


def keep(shop: SellingShop, known: int | None = None, email: str = "") -> int:
    """What a colleague saves at another PC."""
    version = 0 if known is None else 1
    return shop.desk.supervisor.execute(
        SaveCustomer(
            id=known,
            version=version,
            kind="person",
            full_name=NAME,
            phones=("081-999-1234",),
            email=email,
        )
    )


def editing(shop: SellingShop, sit: Sit) -> tuple[Counter, int, CustomerForm]:
    found = keep(shop)
    counter = sit("officer", "customers")
    screen = counter.window.show_place("customers")
    assert isinstance(screen, CustomersScreen)
    counter.window.open_record("customer", found)
    counter.key("Ctrl+E")
    assert screen.form is not None
    return counter, found, screen.form


def write_email(form: CustomerForm, text: str) -> None:
    box = form.fields["email"].widget
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.selectAll()
    hands(text)


def stored(shop: SellingShop, customer_id: int) -> Customer:
    return shop.desk.officer.read(customer, customer_id)


def test_a_save_during_an_import_is_stored_once_by_itself_and_typing_goes_on(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection, qtbot: QtBot
) -> None:
    counter, found, form = editing(shop, sit)
    write_email(form, "first@example.com")
    writer.execute("BEGIN IMMEDIATE")
    begun = monotonic()
    counter.key("Ctrl+S")
    assert monotonic() - begun < BUSY_SECONDS / 2
    assert "saved by itself" in form.bar.label.text()
    assert counter.window.banner.isHidden()
    [draft] = counter.desk.drafts.list(form.person_id)
    assert draft.values["email"] == "first@example.com"
    write_email(form, "second@example.com")
    qtbot.wait(1)
    assert form.dirty
    writer.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not form.dirty, timeout=15_000)
    assert (stored(shop, found).email, stored(shop, found).version) == ("second@example.com", 2)
    assert counter.desk.drafts.list(form.person_id) == []
    assert counter.said[-1] == "Now it is saved."
    counter.desk.turn.came.emit()
    assert stored(shop, found).version == 2


def test_the_window_waits_briefly_and_what_works_beside_it_as_long_as_ever(
    shop: SellingShop, sit: Sit
) -> None:
    counter = sit("officer", "customers")

    def waits(store: object) -> int:
        return int(store.database.pragma("busy_timeout"))  # type: ignore[attr-defined]

    assert waits(counter.application.store) == HASTE_SECONDS * 1000 < 100
    assert counter.application.store.is_free()
    assert waits(counter.application.store) == HASTE_SECONDS * 1000
    with closing(counter.application.another(counter.desk.actor)) as beside:
        assert waits(beside.store) == BUSY_SECONDS * 1000


def test_what_a_colleague_changed_while_a_save_waited_is_asked_about(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection, qtbot: QtBot
) -> None:
    counter, found, form = editing(shop, sit)
    write_email(form, "mine@example.com")
    writer.execute("BEGIN IMMEDIATE")
    counter.key("Ctrl+S")
    writer.execute("ROLLBACK")
    keep(shop, found, email="theirs@example.com")
    qtbot.waitUntil(lambda: not form.comparison.isHidden(), timeout=15_000)
    counter.desk.turn.came.emit()
    assert stored(shop, found).email == "theirs@example.com"
    assert form.fields["email"].raw() == "mine@example.com"


def test_what_a_person_threw_away_while_it_waited_is_not_stored(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection
) -> None:
    counter, found, form = editing(shop, sit)
    write_email(form, "mine@example.com")
    writer.execute("BEGIN IMMEDIATE")
    counter.key("Ctrl+S")
    form.revert()
    writer.execute("ROLLBACK")
    counter.desk.turn._ask()
    assert stored(shop, found).version == 1


def test_a_window_closed_while_a_save_waits_leaves_the_draft(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection
) -> None:
    counter, _, form = editing(shop, sit)
    write_email(form, "mine@example.com")
    writer.execute("BEGIN IMMEDIATE")
    counter.key("Ctrl+S")
    counter.window.close()
    QApplication.processEvents()
    [draft] = counter.desk.drafts.list(form.person_id)
    assert draft.values["email"] == "mine@example.com"


def test_a_save_waits_through_the_lock_for_the_same_person(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection
) -> None:
    counter, found, form = editing(shop, sit)
    write_email(form, "mine@example.com")
    writer.execute("BEGIN IMMEDIATE")
    counter.key("Ctrl+S")
    actor = counter.application.actor
    counter.desk.logout()
    writer.execute("ROLLBACK")
    counter.desk.turn._ask()
    assert stored(shop, found).version == 1
    counter.application.actor = actor
    counter.desk.person_changed.emit()
    assert stored(shop, found).email == "mine@example.com"


def test_an_act_that_is_no_form_says_at_once_that_it_was_not_stored_and_when_it_can_be(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection, qtbot: QtBot
) -> None:
    counter, found, form = editing(shop, sit)
    write_email(form, "wrong@example.com")
    counter.key("Ctrl+S")
    writer.execute("BEGIN IMMEDIATE")
    counter.key("Ctrl+Z")
    assert "Not stored" in counter.said[-1]
    assert counter.window.banner.isHidden()
    writer.execute("ROLLBACK")
    qtbot.waitUntil(lambda: "once more: nobody" in counter.said[-1], timeout=15_000)
    assert stored(shop, found).email == "wrong@example.com"
    counter.key("Ctrl+Z")
    assert stored(shop, found).email == ""
    writer.execute("BEGIN IMMEDIATE")
    counter.key("Ctrl+Z")
    writer.execute("ROLLBACK")
    counter.key("Ctrl+Z")
    counter.desk.turn._ask()
    assert counter.said[-1] == "Taken back."


def test_a_sheet_that_did_not_come_out_is_no_copy_though_the_file_was_busy_then(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection, qtbot: QtBot
) -> None:
    issued = shop.submit(shop.draft(), issue=True)
    counter = sit("officer", "quotations")
    assert StoredPaper(counter.desk, issued.id).count("print", "th") == 0
    writer.execute("BEGIN IMMEDIATE")
    StoredPaper(counter.desk, issued.id).not_printed()
    writer.execute("ROLLBACK")
    with qtbot.waitSignal(counter.desk.turn.came, timeout=15_000):
        pass
    assert StoredPaper(counter.desk, issued.id).count("print", "th") == 0


def test_who_goes_on_writing_still_reads_that_it_is_saved_by_itself(
    shop: SellingShop, sit: Sit, writer: sqlite3.Connection
) -> None:
    counter, _, form = editing(shop, sit)
    write_email(form, "mine@example.com")
    writer.execute("BEGIN IMMEDIATE")
    counter.key("Ctrl+S")
    form.leave()
    form.bar.buttons[0].click()
    assert "saved by itself" in form.bar.label.text()
    assert not form.bar.isHidden()
    writer.execute("ROLLBACK")
