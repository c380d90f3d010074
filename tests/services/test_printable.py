"""If these fail, a paper is approved that no printer can show, and nobody can mend it any more."""

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.messages import explain
from crm_desktop.printing import charset
from crm_desktop.services.customers.customers import SaveCustomer
from tests.services.goods_shop import GoodsShop, shop
from tests.services.shop import desk

__all__ = ["desk", "shop"]


def test_a_sign_that_a_substitute_draws_is_no_reason_to_refuse(shop: GoodsShop) -> None:
    drawn = shop.draft(shop.line("CEM", 2, description="พื้น 25 ㎡ ⌀12 ✓ 👍 Ω №"), remarks="★ ☎")
    assert shop.submit(drawn, issue=True).state == "issued"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("remarks", "หมายเหตุ"),
        ("contact", "ผู้ติดต่อ"),
        ("project", "เรื่อง/โครงการ"),
        ("delivery_address", "สถานที่ส่งของ"),
        ("delivery_terms", "กำหนดส่งของ"),
        ("payment_terms", "เงื่อนไขการชำระเงิน"),
    ],
)
def test_a_text_that_cannot_print_is_refused_at_its_field_before_anybody_is_asked(
    shop: GoodsShop, field: str, words: str
) -> None:
    draft = shop.draft(**{field: "ก่อน 漢字 หลัง"})
    with pytest.raises(Refused) as refused:
        shop.submit(draft)
    assert (refused.value.code, refused.value.field) == ("font_lacks_characters", field)
    assert words in explain(refused.value)
    assert "漢 字" in explain(refused.value)
    assert shop.paper(draft.id).state == "draft"


@pytest.mark.parametrize("description", ["อิฐ 漢", "อิฐ ก" + "่" * 200])
def test_a_line_that_cannot_print_is_refused_by_its_number(
    shop: GoodsShop, description: str
) -> None:
    draft = shop.draft(shop.line(), shop.line("CEM", 3, description=description))
    with pytest.raises(Refused) as refused:
        shop.submit(draft)
    assert (refused.value.code, refused.value.field) == (
        "font_lacks_characters_line",
        "lines.1.description",
    )
    assert explain(refused.value).startswith("บรรทัดที่ 2 ")


def test_a_paper_of_more_clusters_than_a_font_holds_is_refused_before_anybody_is_asked(
    shop: GoodsShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charset, "MOST_CLUSTERS", 20)
    with pytest.raises(Refused, match="paper_too_varied"):
        shop.submit(shop.draft())


def test_a_customers_name_that_cannot_print_is_said_to_be_it(shop: GoodsShop) -> None:
    command = SaveCustomer(None, 0, "person", "คุณ漢", phones=("081-234-5679",))
    draft = shop.draft(customer_id=shop.desk.officer.execute(command))
    with pytest.raises(Refused) as refused:
        shop.submit(draft)
    assert refused.value.field == "customer"
    assert "ชื่อลูกค้า" in explain(refused.value)


def test_nobody_signs_a_specification_that_cannot_print(shop: GoodsShop) -> None:
    draft = shop.special_draft(remarks="漢")
    with pytest.raises(Refused, match="font_lacks_characters"):
        shop.sign(draft)
    assert shop.row(draft.id)["state"] == "draft"
