"""What arrived and is nobody's: forgotten goods are paid for and lie there till they spoil."""

from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.services import integrity
from crm_desktop.services.orders import goods_lists
from crm_desktop.services.orders.allocation import AllocateGoods, ReleaseToStock
from crm_desktop.services.orders.goods_values import PoolRow
from crm_desktop.services.orders.special_orders import InspectSpecial, RefuseSpecial
from crm_desktop.services.paging import ListQuery
from crm_desktop.store.orm import DatabaseError
from tests.services.goods_shop import DOOR, GoodsShop, bought, desk, shop

__all__ = ["desk", "shop"]


def pool(shop: GoodsShop) -> list[PoolRow]:
    """What the page of unassigned goods shows."""
    return list(shop.desk.officer.read(goods_lists.arrivals_pool, ListQuery()).rows)


def inspected(shop: GoodsShop, order: int, agrees: bool = True) -> None:
    version = shop.row(order)["version"]
    shop.desk.receiving.execute(InspectSpecial(order, version, agrees, "" if agrees else "บิ่น"))


def gone(shop: GoodsShop, order: int, quantity: int, note: str) -> ReleaseToStock:
    """So much of what lies there of the first line was done away with."""
    line_id = shop.lines(order)[0]
    return ReleaseToStock(None, Decimal(quantity), note, line_id=line_id)


def sound(shop: GoodsShop) -> None:
    assert shop.system.read(integrity.verify).faults == ()


def test_goods_of_a_cancelled_special_order_serve_whoever_waits(shop: GoodsShop) -> None:
    order, request = bought(shop)
    shop.cancel(order)
    waiting = shop.back_order(3, "TILE")
    got = shop.receive(request, 5).allocated
    assert [(each.document_id, each.quantity) for each in got] == [(waiting, 3)]
    (row,) = pool(shop)
    assert (row.code, row.there, row.releasable) == ("TILE", 2, 2)
    shop.desk.officer.execute(ReleaseToStock(shop.products["TILE"], Decimal(2)))
    assert pool(shop) == []
    assert shop.told(order)[-1] == "released"
    sound(shop)


def test_special_goods_in_no_list_are_listed_until_somebody_says_where_they_are(
    shop: GoodsShop,
) -> None:
    order, request = bought(shop, DOOR)
    shop.cancel(order)
    shop.receive(request, 5)
    (row,) = pool(shop)
    assert (row.product_id, row.line_id) == (None, shop.lines(order)[0])
    assert (row.code, row.name, row.unit) == (shop.row(order)["number"], "บานประตูสั่งทำ", "บาน")
    assert (row.there, row.wanted, row.releasable) == (5, 0, 5)
    assert shop.desk.officer.execute(AllocateGoods()) == ()
    for quantity, note, code in (
        (2, " ", "disposal_needed"),
        (6, "ขายลดราคา", "more_than_there"),
        (0, "ขายลดราคา", "bad_quantity"),
    ):
        with pytest.raises(Refused, match=code):
            shop.desk.officer.execute(gone(shop, order, quantity, note))
    with pytest.raises(NotAllowed):
        shop.desk.other.execute(gone(shop, order, 1, "ขายลดราคา"))
    shop.desk.officer.execute(gone(shop, order, 2, "ขายลดราคา"))
    assert [each.there for each in pool(shop)] == [3]
    shop.desk.officer.execute(gone(shop, order, 3, "ส่งคืนโรงงาน"))
    assert pool(shop) == []
    assert shop.told(order)[-2:] == ["disposed", "disposed"]
    sound(shop)


def test_goods_that_lie_there_when_their_special_order_is_cancelled_are_not_forgotten(
    shop: GoodsShop,
) -> None:
    order, request = bought(shop)
    shop.receive(request, 5)
    assert pool(shop) == []
    inspected(shop, order)
    shop.deliver(order, 2)
    shop.cancel(order, 1)
    assert [each.there for each in pool(shop)] == [1]
    shop.cancel(order)
    assert shop.row(order)["state"] == "collected"
    assert [each.there for each in pool(shop)] == [3]
    sound(shop)


def test_what_a_customer_refuses_is_not_forgotten(shop: GoodsShop) -> None:
    order, request = bought(shop, DOOR)
    shop.receive(request, 5)
    inspected(shop, order)
    shop.deliver(order, 1)
    version = shop.row(order)["version"]
    shop.desk.officer.execute(RefuseSpecial(order, version, "สีไม่ตรง"))
    assert [(each.code, each.there) for each in pool(shop)] == [(shop.row(order)["number"], 4)]
    sound(shop)


def test_what_failed_its_inspection_is_not_given_to_another_customer(shop: GoodsShop) -> None:
    order, request = bought(shop)
    shop.receive(request, 5)
    inspected(shop, order, agrees=False)
    shop.cancel(order)
    assert pool(shop) == []
    sound(shop)


def test_a_part_given_up_before_it_came_goes_to_the_pool_alone(shop: GoodsShop) -> None:
    order, request = bought(shop)
    shop.cancel(order, 2)
    shop.receive(request, 4)
    assert shop.stages(order) == {"arrived": 3, "cancelled": 2}
    assert [each.there for each in pool(shop)] == [1]
    shop.receive(request, 1)
    assert [each.there for each in pool(shop)] == [2]
    sound(shop)


def test_the_database_itself_gives_out_no_more_than_came(shop: GoodsShop) -> None:
    shop.receive(shop.purchase(shop.back_order(5)), 5, allocate=False)
    table = shop.store.t.arrival_pool
    with pytest.raises(DatabaseError), shop.store.write():
        table.update(quantity_milli=-1).execute()
