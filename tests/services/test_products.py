"""Goods with a wrong price, a wrong stock, or a cost that a customer could read."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.products.product_values import Goods, Price, Unit
from crm_desktop.services.products.products import (
    find_products,
    goods,
    price_of,
    product_by_code,
    product_card,
    product_groups,
    product_page,
)
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.transfer.importing import ImportProducts
from tests.services.desk import Desk, desk

__all__ = ["desk"]

LIST = """code,barcode,name,name_en,unit,group,cost,ปลีก,ปลีก@100,ราคาช่าง,คงเหลือ 01,หน่วย2,ตัวคูณ2
CE-01,8850001112223,ปูนซีเมนต์ตราเสือ 50 กก.,Tiger cement,ถุง,ปูน,110,135,128,130.50,480,พาเลท,40
TL-07,8850009998887,กระเบื้องเซรามิค 12x12,Ceramic tile,กล่อง,กระเบื้อง,150.25,189,,,12.5,ตร.ม.,0.5
ST-03,,เหล็กเส้น 12 มม.,Rebar,เส้น,เหล็ก,,,,,,,
"""
DAY = date(2026, 11, 22)


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Desk:
    file = tmp_path / "products.csv"
    file.write_text(LIST, encoding="utf-8-sig")
    desk.manager.execute(ImportProducts(str(file)))
    return desk


def test_a_page_shows_price_and_the_stock_of_ones_own_branch(shop: Desk) -> None:
    rows = shop.officer.read(product_page, ListQuery("code")).rows
    assert [(row.code, row.price, row.stock) for row in rows] == [
        ("CE-01", Money.of(135), Decimal(480)),
        ("ST-03", None, None),
        ("TL-07", Money.of(189), Decimal("12.5")),
    ]
    assert [row.stock for row in shop.other.read(product_page, ListQuery("code")).rows] == [
        None
    ] * 3


def test_pages_of_goods_meet_without_gap(shop: Desk) -> None:
    first = shop.officer.read(product_page, ListQuery("name", limit=2))
    second = shop.officer.read(product_page, ListQuery("name", limit=2, after=first.next))
    assert [row.code for row in first.rows + second.rows] == ["TL-07", "CE-01", "ST-03"]
    assert second.next is None
    tiles = ListQuery(filters={"product_group": "กระเบื้อง"})
    assert [row.code for row in shop.officer.read(product_page, tiles).rows] == ["TL-07"]
    assert shop.officer.read(product_groups) == ("กระเบื้อง", "ปูน", "เหล็ก")


@pytest.mark.parametrize(
    "typed", ["ปูน", "เสือ", "ce-01", "CE01", "8850001112223", "tiger", "ปู", "x^o"]
)
def test_goods_are_found_however_they_are_asked_for(shop: Desk, typed: str) -> None:
    assert [row.code for row in shop.officer.read(find_products, typed)] == ["CE-01"]


def test_a_scanner_with_the_thai_layout_on_finds_the_goods(shop: Desk) -> None:
    for typed in ("8850001112223", "คคถจจจๅๅๅ///-", "CE-01"):
        found = shop.officer.read(product_by_code, typed)
        assert found is not None
        assert found.code == "CE-01"
    assert shop.officer.read(product_by_code, "8850001112229") is None


def test_the_card_tells_the_stock_with_its_age(shop: Desk) -> None:
    shop.later(hours=5)
    number = shop.officer.read(find_products, "CE-01")[0].id
    (stock,) = shop.officer.read(product_card, number).stock
    assert (stock.quantity, stock.branch) == (Decimal(480), "สาขา 01")
    assert stock.age.total_seconds() == 5 * 3600


def test_a_cost_is_for_those_who_may_see_it(shop: Desk) -> None:
    number = shop.officer.read(find_products, "CE-01")[0].id
    assert shop.officer.read(product_card, number).cost is None
    assert shop.supervisor.read(product_card, number).cost == Money.of(110)
    good = goods(Context(shop.store, SYSTEM, shop.now), [number])[number]
    assert (good.cost, good.cost_in("พาเลท")) == (Money.of(110), Money.of(4_400))
    assert "110" not in repr(good).replace("8850001112223", "")


@pytest.mark.parametrize(
    ("level", "quantity", "unit", "price"),
    [
        ("retail", "1", "ถุง", "135"),
        ("retail", "99.999", "ถุง", "135"),
        ("retail", "100", "ถุง", "128"),
        ("retail", "3", "พาเลท", "5120"),
        ("contractor", "1", "ถุง", "130.50"),
        ("project", "1", "ถุง", "135"),
    ],
)
def test_the_list_price_follows_level_step_and_unit(
    shop: Desk, level: str, quantity: str, unit: str, price: str
) -> None:
    number = shop.officer.read(find_products, "CE-01")[0].id
    asked = (number, level, Decimal(quantity), unit, DAY)
    assert shop.officer.read(price_of, *asked) == Money.of(price)


@pytest.mark.parametrize(
    ("code", "unit", "refusal"),
    [("CE-01", "โหล", "unknown_unit"), ("ST-03", "เส้น", "no_price")],
)
def test_a_price_that_is_not_there_is_refused(
    shop: Desk, code: str, unit: str, refusal: str
) -> None:
    number = shop.officer.read(find_products, code)[0].id
    with pytest.raises(Refused) as caught:
        shop.officer.read(price_of, number, "retail", Decimal(1), unit, DAY)
    assert caught.value.code == refusal


def test_of_dated_prices_the_last_begun_holds_and_a_promotion_ends() -> None:
    def price(amount: int, since: date | None, until: date | None, step: int = 0) -> Price:
        return Price("retail", Decimal(step), Money.of(amount), since, until)

    good = Goods(
        1, "A", "ก", "", "ชิ้น", "", VatClass.STANDARD, (Unit("โหล", Decimal(12)),),
        (
            price(100, None, None),
            price(110, date(2026, 6, 1), None),
            price(90, date(2026, 11, 1), date(2026, 11, 30)),
            price(95, None, None, step=50),
        ),
    )  # fmt: skip

    def asked(day: date, quantity: int = 1) -> Money | None:
        return good.price("retail", "ชิ้น", Decimal(quantity), day)

    assert asked(date(2026, 5, 31)) == Money.of(100)
    assert asked(date(2026, 6, 1)) == Money.of(110)
    assert asked(date(2026, 11, 30)) == asked(date(2026, 11, 30), 60) == Money.of(90)
    assert asked(date(2026, 12, 1), 60) == Money.of(95)
    assert good.price("retail", "ชุด", Decimal(1), DAY) is None
