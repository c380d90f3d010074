"""A shop that takes deposits, and somebody at its deposits by keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from crm_desktop.services.settings import SaveShop, shop_and_version
from tests.services.deposit_shop import DepositShop
from tests.services.shop import SellingShop
from tests.ui.shop import Counter, Sit
from ui.deposits import DepositsScreen
from ui.deposits.list import DepositList
from ui.forms.base import Form
from ui.forms.fields import ChoiceField
from ui.forms.lookup import LookupField

Opened = Callable[..., tuple[Counter, DepositsScreen]]


@pytest.fixture
def money(shop: SellingShop) -> DepositShop:
    """The same shop, with deposits."""
    return DepositShop(shop)


@pytest.fixture
def opened(sit: Sit) -> Opened:
    """Somebody at the deposits, the keyboard in the list."""

    def open_for(username: str, part: str = "held") -> tuple[Counter, DepositsScreen]:
        counter = sit(username, "deposits", "customers", "orders")
        screen = counter.window.show_place("deposits")
        assert isinstance(screen, DepositsScreen)
        screen.show_part(part)
        return counter, screen

    return open_for


def deposits_of(screen: DepositsScreen) -> DepositList:
    """The page with the list of deposits."""
    page = screen.page
    assert isinstance(page, DepositList)
    return page


def bring(screen: DepositsScreen, deposit_id: int) -> DepositList:
    """Put the cursor on a deposit."""
    page = deposits_of(screen)
    page.bring(deposit_id)
    page.read_card()
    assert page.shown is not None
    assert page.shown.id == deposit_id
    return page


def form_of(screen: DepositsScreen) -> Form:
    """The form that is open on the page in view."""
    form: Form | None = getattr(screen.page, "form", None)
    assert form is not None
    return form


def write(form: Form, **typed: Any) -> None:
    """Type into fields as a person would: text, a choice by its value, a record by (id, name)."""
    for key, text in typed.items():
        field = form.fields[key]
        if isinstance(field, ChoiceField):
            field.combo.setCurrentIndex(field.combo.findData(text))
        elif isinstance(field, LookupField):
            field.set_value(text)
        elif isinstance(text, bool):
            field.set_raw(text)
        elif isinstance(field.widget, QLineEdit):
            field.widget.selectAll()
            field.widget.insert(str(text))
        else:
            field.set_raw(str(text))


def told(form: Form, key: str) -> str:
    """The sentence beside a field."""
    return form.fields[key].widget.accessibleDescription()


def set_promptpay(money: DepositShop, target: str) -> None:
    """Where the shop's QR pays to."""
    system = money.shop.system
    shop, version = system.read(shop_and_version)
    system.execute(SaveShop(version, replace(shop, promptpay=target)))
