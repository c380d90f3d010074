"""Who gets what arrived: first come, first served, and never more than passed inspection."""

from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.services import integrity
from crm_desktop.services.orders import goods_lists, pool
from crm_desktop.services.orders.allocation import AllocateGoods, ReleaseToStock
from crm_desktop.services.orders.promises import TellCustomer
from crm_desktop.services.paging import ListQuery
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]


def test_goods_that_came_are_set_aside_for_who_ordered_them(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    got = shop.receive(request, 10).allocated
    assert [(each.document_id, each.quantity) for each in got] == [(order, Decimal(10))]
    assert shop.stages(order) == {"allocated": 10}
    row = shop.row(order)
    assert (row["state"], row["arrived_on"]) == ("arrived", "2026-11-22")
    assert shop.there() == 0
    assert shop.told(order)[-2:] == ["goods_arrived", "allocated"]


def test_who_ordered_first_is_served_first_whoever_asked_for_the_goods(shop: GoodsShop) -> None:
    first, second = shop.back_order(6), shop.back_order(10)
    request = shop.purchase(second)
    shop.receive(request, 10)
    assert shop.stages(first) == {"allocated": 6}
    assert shop.stages(second) == {"allocated": 4, "short": 6}  # nothing more is on its way
    assert shop.row(second)["state"] == "confirmed"


def test_goods_that_give_way_to_an_earlier_order_are_still_on_order_while_others_come(
    shop: GoodsShop,
) -> None:
    first, second = shop.back_order(10), shop.back_order(10)
    for_first, for_second = shop.purchase(first), shop.purchase(second)
    shop.receive(for_second, 10, allocate=False)
    assert shop.stages(second) == {"received": 10}
    shop.desk.officer.execute(AllocateGoods(shop.products["CEM"]))
    assert shop.stages(first) == {"allocated": 10}
    assert shop.stages(second) == {"ordered": 10}
    shop.receive(for_first, 10)
    assert shop.stages(second) == {"allocated": 10}
    assert shop.there() == 0


def test_a_confirmed_day_is_no_earlier_place_in_the_row(shop: GoodsShop) -> None:
    first = shop.back_order(5)
    second = shop.back_order(5)
    request = shop.purchase(second)
    shop.answer(request, "confirm", on=shop.desk.now.date())
    shop.receive(request, 5)
    assert shop.stages(first) == {"allocated": 5}
    assert shop.stages(second) == {"short": 5}


def test_goods_of_another_branch_stay_there(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    shop.receive(shop.purchase(order), 5, allocate=False)
    assert shop.desk.other.execute(AllocateGoods()) == ()
    with pytest.raises(NotAllowed):
        shop.desk.other.execute(AllocateGoods(branch_id=shop.row(order)["branch_id"]))
    assert shop.stages(order) == {"received": 5}


def test_one_press_gives_out_every_product_that_lies_there(shop: GoodsShop) -> None:
    orders = [shop.back_order(2, code) for code in ("CEM", "TILE")]
    for order in orders:
        shop.receive(shop.purchase(order), 2, allocate=False)
    got = shop.desk.officer.execute(AllocateGoods())
    assert sorted(each.document_id for each in got) == orders
    assert shop.desk.officer.execute(AllocateGoods()) == ()


def test_boxes_and_pieces_of_one_product_come_out_of_one_heap(shop: GoodsShop) -> None:
    with shop.store.write():
        product = shop.products["TILE"]
        shop.store.t.product_unit.insert(
            product_id=product, unit="กล่อง", factor_milli=12_000
        ).execute()
    boxes = shop.confirmed("BO", shop.line("TILE", 2, unit="กล่อง")).id
    shop.desk.later(seconds=1)
    pieces = shop.back_order(30, "TILE")
    got = shop.receive(shop.purchase(pieces), 30).allocated
    assert [(each.quantity, each.unit) for each in got] == [(2, "กล่อง"), (6, "ชิ้น")]
    assert shop.stages(boxes) == {"allocated": 2}
    assert shop.there("TILE") == 0


def test_a_third_of_a_metre_is_not_given_out_twice(shop: GoodsShop) -> None:
    with shop.store.write():
        product = shop.products["STEEL"]
        shop.store.t.product_unit.insert(product_id=product, unit="เส้น", factor_milli=333).execute()
    first = shop.back_order("0.333", "STEEL")
    second = shop.confirmed("BO", shop.line("STEEL", "2.001", unit="เส้น")).id
    shop.receive(shop.purchase(second), "1.5")
    held = sum(
        pool.base(int(shop.stages(order).get("allocated", 0) * 1000), factor)
        for order, factor in ((first, 1000), (second, 333))
    )
    assert held <= pool.base(1500, 333)


def test_a_later_part_delivery_keeps_the_day_the_first_goods_came(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.receive(request, 4)
    shop.desk.later(days=3)
    shop.receive(request, 3)
    assert shop.row(order)["arrived_on"] == "2026-11-22"
    shop.deliver(order, 7)
    shop.receive(request, 3)
    assert shop.row(order)["arrived_on"] == "2026-11-25"


def test_what_nobody_waits_for_goes_to_the_shelf_and_nothing_else_does(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.receive(request, 10, allocate=False)
    product = shop.products["CEM"]
    with pytest.raises(Refused) as told:
        shop.desk.officer.execute(ReleaseToStock(product, Decimal(1)))
    assert (told.value.code, told.value.values["there"]) == ("more_than_there", 0)
    shop.cancel(order)
    with pytest.raises(Refused) as told:
        shop.desk.officer.execute(ReleaseToStock(product, Decimal(11)))
    assert told.value.values["there"] == 10
    shop.desk.officer.execute(ReleaseToStock(product, Decimal(10), "ไม่มีผู้รอ"))
    assert shop.there() == 0
    assert shop.told(request)[-1] == "released"
    page = shop.desk.officer.read(goods_lists.arrivals_pool, ListQuery())
    assert page.rows == ()


def test_goods_of_a_cancelled_order_go_to_the_next_in_the_row(shop: GoodsShop) -> None:
    first, second = shop.back_order(10), shop.back_order(10)
    request = shop.purchase(first)
    shop.receive(request, 10)
    shop.deliver(first, 4)
    shop.cancel(first)
    assert shop.there() == 6
    shop.desk.officer.execute(AllocateGoods(shop.products["CEM"]))
    assert shop.stages(second) == {"allocated": 6, "short": 4}


def test_nobody_without_the_right_gives_goods_out(shop: GoodsShop) -> None:
    with pytest.raises(NotAllowed):
        shop.desk.cashier.execute(AllocateGoods())


def test_two_officers_who_press_together_give_nothing_out_twice(
    shop: GoodsShop, store_url: str
) -> None:
    waiting = [shop.back_order(7) for _ in range(4)]
    requests = [shop.purchase(order) for order in waiting]
    for request in requests[2:]:
        shop.receive(request, 5, allocate=False)
    product = shop.products["CEM"]
    people = [list(PEOPLE).index(name) + 1 for name in ("officer", "supervisor", "sales")]
    commands = tuple(AllocateGoods(product) for _ in range(2))
    race = Race(racers.press, store_url, [(person, commands) for person in people])
    race.run()
    assert race.exit_codes == [0, 0, 0]
    assert {word for told in race.told for word in told} == {"done"}
    assert [shop.stages(order).get("allocated", 0) for order in waiting] == [7, 3, 0, 0]
    assert shop.there() == 0
    assert shop.system.read(integrity.verify).faults == ()


def test_receipts_and_handing_out_at_the_same_moment_lose_nothing(
    shop: GoodsShop, store_url: str
) -> None:
    waiting = [shop.back_order(6) for _ in range(3)]
    requests = [shop.purchase(order) for order in waiting]
    index = list(PEOPLE).index
    each = []
    for request in requests:
        receipts = shop.receipt_command(request, 6)
        each.append((index("receiving") + 1, (receipts,)))
    each.append((index("officer") + 1, (AllocateGoods(shop.products["CEM"]),)))
    race = Race(racers.press, store_url, each)
    race.run()
    assert race.exit_codes == [0] * 4
    assert race.told == [["done"]] * 4
    shop.desk.officer.execute(AllocateGoods(shop.products["CEM"]))
    assert [shop.stages(order) for order in waiting] == [{"allocated": 6}] * 3
    assert shop.there() == 0


def test_the_customer_who_was_told_keeps_the_goods_when_an_earlier_order_appears(
    shop: GoodsShop,
) -> None:
    late = shop.back_order(5)
    shop.receive(shop.purchase(late), 5)
    version = shop.row(late)["version"]
    shop.desk.officer.execute(TellCustomer(late, version, "arrival", "phone", "มารับได้"))
    other = shop.back_order(5)
    assert shop.desk.officer.execute(AllocateGoods(shop.products["CEM"])) == ()
    assert shop.stages(late) == {"told": 5}
    assert shop.stages(other) == {"short": 5}
