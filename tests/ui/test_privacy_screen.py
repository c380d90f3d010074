"""Who asks for their data at the counter gets them, and is erased by keys alone and not by one."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication

from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.privacy import retention
from tests.services.merges import stored
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Sit, sit
from ui.customers import CustomersScreen
from ui.main_window import MainWindow
from ui.privacy.forms import EraseForm, TermsForm
from ui.privacy.handing import save
from ui.privacy.screen import PrivacyScreen

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def person(shop: SellingShop) -> int:
    save = SaveCustomer(None, 0, "person", "สมหมาย ใจดี", ("081-999-8888",), note="โทรเช้า")
    return shop.desk.officer.execute(save)


def page(window: MainWindow) -> PrivacyScreen:
    return next(each for each in window.findChildren(PrivacyScreen) if each.isVisible())


def test_from_the_customer_to_nobody_by_keys_but_only_with_the_code(
    shop: SellingShop, sit: Sit
) -> None:
    customer_id = person(shop)
    counter = sit("supervisor", "customers")
    screen = counter.window.show_place("customers")
    assert isinstance(screen, CustomersScreen)
    screen.show_record("customer", customer_id)
    for leave in (lambda form: counter.key("Esc", into=form), EraseForm.go):
        counter.key("Alt+Shift+F8")
        form = page(counter.window).middle.form
        assert isinstance(form, EraseForm)
        assert "สมหมาย" in form.fields["code"].label, "seen in a low window too"
        leave(form)
        assert counter.window.middle.documents() == [], "no tab for every look"
    counter.key("Alt+Shift+F8")
    form = page(counter.window).middle.form
    assert isinstance(form, EraseForm)
    counter.key("Ctrl+S", into=form)
    assert stored(shop, "customer", customer_id)["phone"]
    form.fields["code"].set_raw("C-999999")
    counter.key("Ctrl+S", into=form)
    counter.rest()
    assert stored(shop, "customer", customer_id)["phone"]
    form.fields["code"].set_raw(stored(shop, "customer", customer_id)["code"])
    counter.key("Ctrl+S", into=form)
    counter.rest()
    assert stored(shop, "customer", customer_id)["phone"] == ""
    assert counter.window.middle.current() is screen
    assert screen.card.customer is not None
    shown = [screen.card.customer.name, *(row.name for row in screen.list.model.rows)]
    assert not any("สมหมาย" in name for name in shown), "read again by itself"
    screen.card.tabs.setCurrentIndex(1)
    lines = [screen.card.timeline._words(line) for line in screen.card.timeline.model.rows]
    assert any("were erased" in line for line in lines)
    assert not any("สมหมาย" in line for line in lines)


def test_what_is_still_open_is_said_before_anybody_types(shop: SellingShop, sit: Sit) -> None:
    customer_id = person(shop)
    issued = shop.submit(shop.draft(customer_id=customer_id), issue=True)
    counter = sit("supervisor", "customers")
    counter.window.open_record("privacy", customer_id)
    form = page(counter.window).middle.form
    assert isinstance(form, EraseForm)
    assert issued.number in form.bar.label.text()
    assert not form.store.isEnabled()


def test_the_copy_lies_in_one_file_that_any_pc_opens(
    shop: SellingShop, sit: Sit, tmp_path: Path
) -> None:
    customer_id, path = person(shop), tmp_path / "copy.zip"
    counter = sit("supervisor", "customers")
    save(counter.desk, customer_id, path)
    counter.rest()
    with ZipFile(path) as bundle:
        pdf, data = bundle.namelist()
        assert bundle.read(pdf).startswith(b"%PDF")
        held = json.loads(bundle.read(data))["held"]
    assert held["customer"][0]["note"] == "โทรเช้า"
    assert [each.name for each in tmp_path.glob("*copy*")] == ["copy.zip"]


def test_whoever_is_due_behind_many_who_bought_is_still_listed(
    shop: SellingShop, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOOKED_AT", "MOST"):
        monkeypatch.setattr(retention, name, 1)
    sql = retention.QUIET.replace("LIMIT 500", "LIMIT 1")
    monkeypatch.setattr(retention, "QUIET", sql)
    bought = [shop.customer, *(shop.new_customer(f"ร้าน {number}") for number in range(5))]
    day = {"billed_on": "2029-01-01", "as_of": "2029-01-01", "source": "POS"}
    with shop.store.write():
        for each in bought:
            bill = {"bill_number": f"B{each}", "customer_id": each, "paid_by": "cash"}
            shop.store.t.sale_bill.insert(**bill, **day, amount_satang=100).execute()
    customer_id = person(shop)
    shop.desk.later(days=365 * 3)
    counter = sit("manager", "customers")
    counter.window.open_record("privacy", 0)
    screen = page(counter.window)
    counter.rest()
    for _ in range(30):
        QApplication.processEvents()
    assert [row.id for row in screen.list.model.rows] == [customer_id]


def test_the_periods_are_set_beside_the_list(shop: SellingShop, sit: Sit) -> None:
    person(shop)
    counter = sit("manager", "customers")
    counter.window.open_record("privacy", 0)
    screen = page(counter.window)
    counter.key("Ctrl+Shift+Y")
    form = screen.middle.form
    assert isinstance(form, TermsForm)
    form.fields["papers_years"].set_raw("4")
    counter.key("Ctrl+S", into=form)
    assert screen.middle.form is form, "the law says five at least"
    form.fields["papers_years"].set_raw("7")
    counter.key("Ctrl+S", into=form)
    assert screen.middle.form is None
    QApplication.processEvents()
