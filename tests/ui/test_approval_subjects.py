"""A supervisor decides from the card alone: what goes, what is paid to whom, and by which term."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders.orders import SaveOrder, SubmitOrder
from crm_desktop.services.orders.purchasing import WaiveDeposit
from crm_desktop.services.orders.special_orders import QuoteSupplier
from tests.services.deposit_shop import PAYER, DepositShop
from tests.services.goods_shop import SPECIFICATION, GoodsShop
from tests.ui.order_desk import desk, shop, sit
from tests.ui.shop import Counter, Sit
from ui.approvals.screen import ApprovalsScreen

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def boss(shop: GoodsShop, sit: Sit) -> Counter:
    return sit("supervisor")


def told(counter: Counter) -> str:
    """Everything the card of the first request says, once it was heard of."""
    counter.hear()
    screen = counter.window.middle.current()
    assert isinstance(screen, ApprovalsScreen)
    return "\n".join(label.text() for label in screen.card.findChildren(QLabel))


def test_of_a_part_to_be_cancelled_the_card_says_which_lines_how_much_and_what_it_is_worth(
    shop: GoodsShop, boss: Counter
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4), shop.line("TILE", 6)).id
    shop.deliver(order, 1)
    shop.desk.officer.execute(shop.cancel_command(order, 2, 0, reason="ลูกค้าลดจำนวน"))
    card = told(boss)
    for expected in (
        "Cancel an issued paper",
        "ลูกค้าลดจำนวน",
        "2 ชิ้น · 300.00",
        "To deliver 3 · Delivered 1",
        "So much less to pay",
    ):
        assert expected in card, expected


def test_a_whole_paper_to_be_cancelled_is_told_from_a_part(shop: GoodsShop, boss: Counter) -> None:
    order = shop.back_order(4, deposit_percent=Decimal(30))
    shop.pay(order)
    shop.purchase(order, 3)
    shop.desk.officer.execute(shop.cancel_command(order))
    card = told(boss)
    assert "The whole paper" in card
    assert "Short 1 · Purchase requested 3" in card
    assert "180.00" in card, "the deposit that stays with the customer"


def test_a_refund_names_the_payee_the_sum_and_what_is_left(shop: GoodsShop, boss: Counter) -> None:
    money = DepositShop(shop)
    held = money.held(money.order())
    money.refund(held, 700)
    card = told(boss)
    for expected in (PAYER, "700.00", "Left after this", "2,300.00", "BO01-6911-00001"):
        assert expected in card, expected
    assert "Margin" not in card, "a deposit is no sale"
    screen = boss.window.middle.current()
    assert isinstance(screen, ApprovalsScreen)
    assert str(screen.queues.queue.rows.rows[0].total) == "700.00", "the sum that is asked"
    money.forfeit(held, 300)
    boss.hear()
    screen.queues.queue.selectAll()
    listed = "\n".join(label.text() for label in screen.several.findChildren(QLabel))
    assert "2 requests, 1,000.00 baht" in listed
    assert "Refund a deposit · Officer" in listed, "nothing is approved unseen among several"


def test_a_forfeit_cites_its_term(shop: GoodsShop, boss: Counter) -> None:
    money = DepositShop(shop)
    held = money.held(money.order())
    money.forfeit(held, 500, term="ข้อ 5 ไม่มารับภายใน 30 วัน")
    card = told(boss)
    assert "ข้อ 5 ไม่มารับภายใน 30 วัน" in card
    assert "500.00" in card


def test_a_transfer_names_the_paper_it_goes_to_and_what_that_still_costs(
    shop: GoodsShop, boss: Counter
) -> None:
    money = DepositShop(shop)
    held, other = money.held(money.order()), money.order()
    money.transfer(held, other, 1_000)
    card = told(boss)
    assert "BO01-6911-00002 · Confirmed · 10,000.00" in card
    assert "Remains to pay there" in card


def test_going_on_without_a_deposit_shows_what_is_there_and_what_is_missing(
    shop: GoodsShop, boss: Counter
) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    shop.pay(order, 100)
    version = shop.row(order)["version"]
    shop.desk.officer.execute(WaiveDeposit(order, version, Plea("ลูกค้าประจำ")))
    card = told(boss)
    for expected in ("Required", "450.00", "100.00", "Still missing", "350.00", "Short 10"):
        assert expected in card, expected
    view = boss.window.middle.current()
    assert isinstance(view, ApprovalsScreen)
    room = view.card.viewport().width()
    assert view.card.widget().minimumSizeHint().width() <= room, "no figure is cut off"


def test_a_special_order_shows_what_is_to_be_made_and_what_it_costs(
    shop: GoodsShop, boss: Counter
) -> None:
    signed = shop.sign(shop.special_draft(who="officer", deposit_percent=Decimal(50)))
    quote = QuoteSupplier(signed.id, signed.version, "โรงไม้สักทอง", lead_days=20)
    quoted = shop.desk.sales.execute(quote)
    shop.desk.officer.execute(SubmitOrder(quoted.id, quoted.version, Plea("สั่งทำ")))
    card = told(boss)
    for expected in (*dict(SPECIFICATION).values(), "โรงไม้สักทอง · 20 days", "5 ชิ้น", "(50 %)"):
        assert expected in card, expected


def test_a_back_order_shows_its_goods_and_the_deposit_asked(shop: GoodsShop, boss: Counter) -> None:
    content = shop.content(shop.line("CEM", 200), deposit_percent=Decimal(30))
    saved = shop.desk.officer.execute(SaveOrder("BO", None, 0, content))
    shop.desk.officer.execute(SubmitOrder(saved.id, saved.version, Plea("งานใหญ่")))
    card = told(boss)
    assert "200 ชิ้น" in card
    assert "9,000.00 (30 %)" in card
