"""What lies there for customers, how long, what it is worth, and what keeping it costs them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from crm_desktop.domain.money import Money
from crm_desktop.services.orders import goods_lists
from crm_desktop.services.orders.promises import TellCustomer
from crm_desktop.services.orders.special_orders import InspectSpecial
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.settings import SaveShop, shop_and_version
from tests.services.goods_shop import TODAY, GoodsShop, desk, shop

__all__ = ["desk", "shop"]


def here(shop: GoodsShop, quantity: int = 5, code: str = "CEM", **values: object) -> int:
    """A back order whose goods are set aside."""
    order = shop.back_order(quantity, code, **values)
    shop.receive(shop.purchase(order), quantity)
    return order


def uncollected(shop: GoodsShop, **wanted: object) -> tuple[goods_lists.WaitingGoods, ...]:
    query = ListQuery(**wanted)  # type: ignore[arg-type]
    return shop.desk.officer.read(goods_lists.uncollected, query).rows


def test_goods_nobody_fetched_are_seen_with_their_age_and_value(shop: GoodsShop) -> None:
    order = shop.back_order(10, facts=(("wanted_on", (TODAY + timedelta(days=2)).isoformat()),))
    request = shop.purchase(order)
    shop.desk.later(days=5)
    shop.receive(request, 4)
    shop.desk.later(days=3)
    (row,) = uncollected(shop)
    assert (row.id, row.kind, row.goods) == (order, "BO", "สินค้า CEM")
    assert (row.quantity, row.unit, row.more) == (4, "ชิ้น", 0)
    assert row.value == Money.of(600)
    assert (row.ordered_age, row.promise_age, row.arrival_age) == (8, 6, 3)
    assert (row.told_at, row.told_by) == (None, "")
    assert row.arrived_on == TODAY + timedelta(days=5)
    version = shop.row(order)["version"]
    shop.desk.officer.execute(TellCustomer(order, version, "arrival", "line", "มารับได้"))
    (row,) = uncollected(shop)
    assert (row.told_at, row.told_by, row.told_channel) == (shop.desk.now, "คุณofficer", "line")
    shop.deliver(order, 4)
    assert uncollected(shop) == ()


def test_a_telling_of_goods_that_were_fetched_does_not_count_for_the_next_ones(
    shop: GoodsShop,
) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.receive(request, 4)
    version = shop.row(order)["version"]
    shop.desk.officer.execute(TellCustomer(order, version, "arrival", "line", "มารับได้"))
    shop.deliver(order, 4)
    shop.desk.later(days=1)
    shop.receive(request, 6)
    (row,) = uncollected(shop)
    assert row.told_at is None


def test_part_of_a_discounted_paper_is_worth_its_share(shop: GoodsShop) -> None:
    lines = (shop.line("CEM", 3, unit_price=Money.of("33.33")), shop.line("TILE", 2))
    order = shop.confirmed("BO", *lines, document_discount="10%").id
    shop.receive(shop.purchase(order, 3), 2)
    (row,) = uncollected(shop)
    assert (row.value, row.more) == (Money.of("59.99"), 0)
    assert shop.deliver(order, 2).value == row.value


def test_special_orders_count_once_they_agree_with_what_was_signed(shop: GoodsShop) -> None:
    order = shop.special(shop.line("TILE", 5), shop.line("STEEL", 1))
    request = shop.purchase(order)
    version = shop.row(request)["version"]
    command = shop.receipt_command(request, 5)
    steel = type(command.lines[0])(shop.lines(request)[1], Decimal(1))
    both = type(command)(request, version, TODAY, (*command.lines, steel))
    shop.desk.receiving.execute(both)
    assert uncollected(shop) == ()
    shop.desk.receiving.execute(InspectSpecial(order, shop.row(order)["version"], True))
    (row,) = uncollected(shop)
    assert (row.kind, row.more, row.value) == ("SP", 1, Money.of(1537))
    told = shop.desk.officer.read(goods_lists.to_tell, ListQuery()).rows
    assert [(each.id, each.about) for each in told] == [(order, "arrival")]
    shop.desk.officer.execute(
        TellCustomer(order, shop.row(order)["version"], "arrival", "phone", "มารับได้")
    )
    assert shop.desk.officer.read(goods_lists.to_tell, ListQuery()).rows == ()


def test_storage_costs_percent_of_value_for_each_day_beyond_the_free_ones(
    shop: GoodsShop,
) -> None:
    settings, version = shop.system.read(shop_and_version)
    dear = replace(settings, storage_free_days=7, storage_percent_per_day="0.25")
    shop.system.execute(SaveShop(version, dear))
    here(shop, 1, "TILE")
    for days, fee in ((7, "0"), (1, "0.72"), (1, "1.45"), (30, "23.12")):
        shop.desk.later(days=days)
        (row,) = uncollected(shop)
        assert row.fee == Money.of(fee)  # 289.00 x 0.25 % = 0.7225 a day


def test_a_list_is_read_page_by_page_the_longest_waiting_first(shop: GoodsShop) -> None:
    orders = []
    for _ in range(3):
        orders.append(here(shop))
        shop.desk.later(days=1)
    second = here(shop, 2, "TILE")
    page = shop.desk.officer.read(goods_lists.uncollected, ListQuery(limit=2))
    assert [row.id for row in page.rows] == orders[:2]
    page = shop.desk.officer.read(goods_lists.uncollected, ListQuery(limit=2, after=page.next))
    assert [row.id for row in page.rows] == [orders[2], second]
    assert page.next is None


def test_lists_are_narrowed_by_kind_customer_words_and_owner(shop: GoodsShop) -> None:
    other = shop.new_customer("ร้านสมบูรณ์วัสดุ")
    first, second = here(shop), here(shop, customer_id=other)
    assert [row.id for row in uncollected(shop, text="สมบูรณ์")] == [second]
    assert [row.id for row in uncollected(shop, filters={"customer_id": other})] == [second]
    assert [row.id for row in uncollected(shop, filters={"kind": "BO"})] == [first, second]
    assert uncollected(shop, filters={"kind": "SP"}) == ()
    assert uncollected(shop, filters={"mine": True}) == ()  # the director wrote them


def test_another_branch_sees_none_of_it(shop: GoodsShop) -> None:
    order = here(shop)
    for read in (
        goods_lists.uncollected,
        goods_lists.to_tell,
        goods_lists.promises_at_risk,
        goods_lists.purchases,
        goods_lists.arrivals_pool,
    ):
        assert shop.desk.other.read(read, ListQuery()).rows == ()  # type: ignore[arg-type]
    assert [row.id for row in uncollected(shop)] == [order]


def test_what_lies_unassigned_stands_beside_who_waits_for_it(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    shop.receive(shop.purchase(order, 6), 6, allocate=False)
    tiles = shop.back_order(3, "TILE")
    shop.receive(shop.purchase(tiles), 3, allocate=False)
    shop.cancel(tiles)
    page = shop.desk.officer.read(goods_lists.arrivals_pool, ListQuery(limit=1))
    (cement,) = page.rows
    assert (cement.code, cement.there, cement.wanted, cement.releasable) == ("CEM", 6, 10, 0)
    page = shop.desk.officer.read(goods_lists.arrivals_pool, ListQuery(after=page.next))
    (tile,) = page.rows
    assert (tile.there, tile.wanted, tile.releasable) == (3, 0, 3)
    wanted = ListQuery(filters={"product_id": shop.products["TILE"]})
    assert shop.desk.officer.read(goods_lists.arrivals_pool, wanted).rows == (tile,)


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_lists_of_a_large_shop_do_not_read_every_paper(shop: GoodsShop) -> None:
    """Each list begins at an index of the papers or of what stands where."""
    here(shop)
    said: list[str] = []
    execute = shop.store.database.execute_sql

    def listen(sql: str, params: object = None) -> object:
        said.append(sql)
        return execute(sql, params)

    shop.store.database.execute_sql = listen
    for read in (goods_lists.uncollected, goods_lists.to_tell, goods_lists.promises_at_risk):
        shop.desk.officer.read(read, ListQuery())
    shop.store.database.execute_sql = execute
    for sql in said:
        if '"document"' not in sql or "EXISTS" not in sql:
            continue
        plan = execute("EXPLAIN QUERY PLAN " + sql, (None,) * sql.count("?")).fetchall()
        assert not any("SCAN t1" in row[3] for row in plan), plan
