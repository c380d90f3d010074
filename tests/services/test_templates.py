"""Templates and copies: kept by who made them, always at today's prices, on either database."""

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.copying import copied
from crm_desktop.services.papers.templates import (
    RemoveTemplate,
    RenameTemplate,
    RestoreTemplate,
    SaveTemplate,
    TemplateRow,
    from_template,
    template_page,
)
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]
FREIGHT = LineInput(kind="text", description="ค่าขนส่ง", unit_price=Money.of(800))
HEADING = LineInput(kind="heading", description="งานพื้น")


def kept(shop: SellingShop, title: str = "ชุดเทพื้น", scope: str = "person") -> int:
    lines = (HEADING, shop.line("CEM", 10, discount="5%", unit_price=Money.of(1)), FREIGHT)
    content = shop.content(*lines, remarks="ส่งเช้า", customer_id=0)
    return shop.desk.officer.execute(SaveTemplate(None, 0, title, scope, content))


def listed(shop: SellingShop, who: str = "officer", text: str = "") -> list[TemplateRow]:
    return list(getattr(shop.desk, who).read(template_page, ListQuery(text=text)).rows)


def dearer(shop: SellingShop, code: str, satang: int) -> None:
    price = shop.store.t.product_price
    with shop.store.write():
        of_it = price.c.product_id == shop.products[code]
        price.update(price_satang=satang).where(of_it).execute()


def test_a_template_brings_lines_and_terms_at_todays_price(shop: SellingShop) -> None:
    template = kept(shop)
    dearer(shop, "CEM", 16_000)
    made = shop.desk.officer.read(from_template, template, shop.customer, True)
    assert [line.kind for line in made.content.lines] == ["heading", "product", "text"]
    cement, freight = made.content.lines[1:]
    assert (cement.unit_price, cement.discount) == (Money.of(160), "5%")
    assert freight.unit_price == Money.of(800)
    assert made.content.remarks == "ส่งเช้า"
    assert made.follows == {1}
    assert made.changes == (), "a template has no old prices to compare"


def test_mine_is_mine_and_the_branchs_is_changed_by_its_maker_or_a_head(shop: SellingShop) -> None:
    mine, shared = kept(shop, "ของฉัน"), kept(shop, "ของสาขา", "branch")
    desk = shop.desk
    assert [row.title for row in listed(shop)] == ["ของฉัน", "ของสาขา"]
    (seen,) = listed(shop, "supervisor")
    assert (seen.id, seen.mine, seen.lines) == (shared, True, 2)
    with pytest.raises(Refused, match="not_found"):
        desk.supervisor.read(from_template, mine, None, True)
    with pytest.raises(Refused, match="not_found"):
        desk.supervisor.execute(RemoveTemplate(mine, 1))
    desk.supervisor.execute(RenameTemplate(shared, 1, "ของหัวหน้า", "branch"))
    theirs = desk.supervisor.execute(SaveTemplate(None, 0, "อีกชุด", "branch", shop.content()))
    with pytest.raises(NotAllowed, match="template_of_other"):
        desk.officer.execute(RemoveTemplate(theirs, 1))


def test_a_name_is_had_once_and_a_removed_one_comes_back(shop: SellingShop) -> None:
    template, officer = kept(shop), shop.desk.officer
    with pytest.raises(Refused, match="template_name_taken"):
        kept(shop, " ชุดเทพื้น ")
    kept(shop, "ชุดเทพื้น", "branch")
    officer.execute(RemoveTemplate(template, 1))
    assert [row.scope for row in listed(shop, text="เทพ")] == ["branch"]
    with pytest.raises(Refused, match="not_found"):
        officer.read(from_template, template, None, True)
    officer.execute(RestoreTemplate(template))
    assert len(listed(shop, text="เทพ")) == 2
    with pytest.raises(Refused, match="template_empty"):
        officer.execute(SaveTemplate(None, 0, "ว่าง", "person", shop.content(HEADING)))


def test_a_copy_keeps_what_was_typed_and_drops_what_was_of_the_old_paper(
    shop: SellingShop,
) -> None:
    lines = (HEADING, shop.line("CEM", 2, discount="10+5%"), shop.line("TILE", 3), FREIGHT)
    issued = shop.issued(*lines, project="บ้านสวน", remarks="ส่งเช้า")
    dearer(shop, "CEM", 15_500)
    gone = shop.store.t.product
    with shop.store.write():
        gone.update(active=0).where(gone.c.code == "TILE").execute()
    made = shop.desk.officer.read(copied, issued.id)
    content = made.content
    assert (content.project, content.remarks, content.follow_up_on) == ("บ้านสวน", "ส่งเช้า", None)
    assert [line.unit_price for line in content.lines] == [
        Money.ZERO,
        Money.of(155),
        Money.ZERO,
        Money.of(800),
    ]
    assert content.lines[1].discount == "10+5%"
    assert content.lines[2].product_id is None
    assert all(line.source_id is None for line in content.lines)
    assert [(each.place, each.code) for each in made.changes] == [
        (1, "copied_price"),
        (2, "copied_gone"),
    ]
    assert made.source == issued.number


def test_a_copy_for_somebody_else_is_at_their_level_and_address(shop: SellingShop) -> None:
    other = shop.new_customer("ช่างสมชาย")
    t = shop.store.t
    with shop.store.write():
        t.customer.update(price_level="contractor").where(t.customer.c.id == other).execute()
        t.product_price.insert(
            product_id=shop.products["CEM"], level="contractor", price_satang=14_000
        ).execute()
    saved = shop.draft(shop.line("CEM", 2), contact="คุณนก", delivery_address="บางนา")
    made = shop.desk.officer.read(copied, saved.id, other)
    assert made.content.lines[0].unit_price == Money.of(140)
    assert (made.content.contact, made.content.delivery_address) == ("", "")
    assert made.customer == "ช่างสมชาย"
