"""Ctrl+Z takes the last act back; in a field it is still about the letters."""

import pytest
from PySide6.QtWidgets import QLineEdit

from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customers import SaveCustomer
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.customers import CustomersScreen
from ui.customers.form import CustomerForm

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
NAME = "คุณสมชาย ใจดี"


def editing(shop: SellingShop, sit: Sit) -> tuple[Counter, int, CustomerForm]:
    found = shop.desk.officer.execute(
        SaveCustomer(id=None, version=0, kind="person", full_name=NAME, phones=("081-999-1234",))
    )
    counter = sit("officer", "customers")
    screen = counter.window.show_place("customers")
    assert isinstance(screen, CustomersScreen)
    counter.window.open_record("customer", found)
    counter.key("Ctrl+E")
    assert screen.form is not None
    return counter, found, screen.form


def email_box(form: CustomerForm) -> QLineEdit:
    box = form.fields["email"].widget
    assert isinstance(box, QLineEdit)
    box.setFocus()
    return box


def test_a_slip_of_the_hand_is_taken_back_with_one_key(shop: SellingShop, sit: Sit) -> None:
    counter, found, form = editing(shop, sit)
    email_box(form)
    hands("wrong@example.com")
    counter.key("Ctrl+S")
    assert counter.application.read(customer, found).email == "wrong@example.com"
    assert not counter.window.foot.undo.isHidden()
    counter.key("Ctrl+Z")
    assert counter.application.read(customer, found).email == ""
    assert counter.said[-1] == "Taken back."
    counter.key("Ctrl+Z")
    assert counter.application.read(customer, found).email == "wrong@example.com"


def test_in_a_field_the_key_takes_letters_back_and_nothing_that_is_stored(
    shop: SellingShop, sit: Sit
) -> None:
    counter, found, form = editing(shop, sit)
    email_box(form)
    hands("right@example.com")
    counter.key("Ctrl+S")
    counter.key("Ctrl+E")
    screen = counter.window.middle.current()
    assert isinstance(screen, CustomersScreen)
    assert screen.form is not None
    box = email_box(screen.form)
    hands("x")
    counter.key("Ctrl+Z", into=box)
    assert counter.application.read(customer, found).email == "right@example.com"
