"""Two revisions side by side: what a customer is told on the phone must be what changed."""

from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.finding import find
from crm_desktop.services.papers.comparing import comparable, comparison
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.exits import TakeOutSlip
from crm_desktop.services.papers.quotations import ReviseQuotation
from tests.printing.reading import text_of
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]
FREIGHT = LineInput(description="ค่าขนส่ง", quantity=Decimal(1), unit_price=Money.of(500))


def revised(shop: GoodsShop) -> tuple[int, int]:
    """An issued quotation and its revision: one line changed, one added, one taken out."""
    first = shop.issued(shop.line("CEM", 10), shop.line("TILE", 5), shop.line("STEEL", 3))
    second = shop.desk.officer.execute(ReviseQuotation(first.id))
    shop.edited(
        second.id,
        lines=(shop.line("CEM", 12), shop.line("TILE", 5), FREIGHT),
        remarks="โทรก่อนส่ง",
    )
    return first.id, second.id


def test_a_revision_is_told_beside_what_it_replaces(shop: GoodsShop) -> None:
    first, second = revised(shop)
    officer = shop.desk.officer
    assert [each.id for each in officer.read(comparable, second)] == [first]
    made = officer.read(comparison, first, second, "th")
    assert (made.then.number, made.now.number) == (made.then.finder, None)
    told = text_of(made)
    for words in ("บรรทัดที่เปลี่ยน1", "บรรทัดที่เพิ่ม1", "บรรทัดที่ตัดออก1", "โทรก่อนส่ง", "ค่าขนส่ง"):
        assert words in told
    hits = officer.read(find, made.finder)
    assert [each.record_id for each in hits.sheets] == [f"compare-{first}.{second}"]


def test_a_comparison_is_for_the_house_and_leaves_a_trace(shop: GoodsShop) -> None:
    _, second = revised(shop)
    officer = shop.desk.officer
    with pytest.raises(Refused, match="paper_stays_inside"):
        officer.execute(TakeOutSlip("CP", second, "email"))
    officer.execute(TakeOutSlip("CP", second, "print"))
    assert [row["slip"] for row in shop.store.t.document_print.select().dicts()] == ["CP"]
    with pytest.raises(NotAllowed):
        shop.desk.administrator.execute(TakeOutSlip("CP", second, "print"))


def test_papers_of_strangers_and_papers_without_prices_are_never_compared(shop: GoodsShop) -> None:
    first, second = revised(shop)
    other = shop.issued().id
    request = shop.purchase(shop.back_order())
    parent = shop.row(request)["parent_id"]
    officer = shop.desk.officer
    for then, now in ((first, other), (second, second), (parent, request), (request, parent)):
        with pytest.raises(Refused, match="compare_strangers"):
            officer.read(comparison, then, now)
    assert officer.read(comparable, request) == ()


def test_an_order_is_compared_with_the_quotation_it_came_from(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(30))
    for each in shop.desk.officer.read(comparable, order.id):
        assert shop.desk.officer.read(comparison, each.id, order.id).now.number == order.number
