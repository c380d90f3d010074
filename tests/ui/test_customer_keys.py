"""Keys in the list of customers are for the customer under the cursor, however fast they come."""

from typing import Any

import pytest

from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Sit, sit
from tests.ui.test_customers import Opened, keep, opened

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
