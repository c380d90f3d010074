"""Keys in the list of customers are for the customer under the cursor, however fast they come; the
card beside it says of that customer what is so."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Sit, sit
from tests.ui.test_customers import Opened, card_of, keep, opened

__all__ = ["Sit", "desk", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def test_a_key_pressed_before_the_card_follows_is_for_the_customer_under_the_cursor(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    for name in ("กมล", "ขวัญ", "คำนวณ"):
        keep(shop, name)
    counter, screen = opened()
    counter.key("Down")
    for key, answer in (("Shift+F8", "visit"), ("F2", "quotation")):
        counter.key("Down")
        current = screen.list.current()
        assert current is not None
        with qtbot.waitSignal(screen.open_record) as asked:
            counter.key(key)
        assert asked.args == [answer, asked.args[1]]
        assert asked.args[1].endswith(f"-{current.id}")


def test_the_day_of_the_last_bill_is_no_number_of_papers(
    opened: Opened, shop: SellingShop, qtbot: Any
) -> None:
    somchai = keep(shop)
    bill = {"bill_number": "B1", "customer_id": somchai, "billed_on": "2026-11-20"}
    with shop.store.write():
        shop.store.t.sale_bill.insert(
            **bill, amount_satang=100, paid_by="cash", as_of="2026-11-20", source="POS"
        ).execute()
    _counter, screen = opened("supervisor")
    card_of(qtbot, screen, somchai)
    shown = [label.text() for label in screen.card.overview.findChildren(QLabel)]
    assert any("for 1.00 baht" in text for text in shown)
