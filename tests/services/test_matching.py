"""What order messages mean: measured on messages as customers write them, on demo goods."""

from decimal import Decimal

import pytest

from crm_desktop.application import Application
from crm_desktop.demo.goods import stock_up
from crm_desktop.demo.stage import Stage
from crm_desktop.domain.wanted import Wanted, read_message
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.products.matching import Matched, match_wanted
from tests.services.order_messages import HELD_OUT, MESSAGES, Piece
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]


@pytest.fixture
def stocked(shop: SellingShop) -> Application:
    """The officer of a shop that has the goods of the demo on its shelves."""
    with shop.store.write():
        stock_up(Stage(shop.store, 7, shop.desk.now), shop.desk.now)
    return shop.desk.officer


def meant(officer: Application, text: str, customer: int | None = None) -> list[Matched]:
    found = officer.read(match_wanted, read_message(text), customer)
    return [each for each in found if not each.wanted.is_aside]


def right(found: Matched, codes: tuple[str, ...]) -> bool:
    code = found.matches[0].product.code if found.matches else ""
    if not codes:
        return not code or "match_partly" in found.doubts
    return any(code == each or code.startswith(each.rstrip("*")) for each in codes)


def hits(officer: Application, messages: tuple[tuple[str, tuple[Piece, ...]], ...]) -> list[str]:
    """The pieces that were not read or not found, each in a line."""
    wrong = []
    for text, pieces in messages:
        found = meant(officer, text)
        if len(found) != len(pieces):
            wrong += [text] * len(pieces)
            continue
        for each, (codes, quantity, unit) in zip(found, pieces, strict=True):
            said = (each.wanted.quantity, each.wanted.unit)
            if said != (quantity, unit) or not right(each, codes):
                wrong.append(f"{text}: {each.wanted.words} {said}")
    return wrong


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_nearly_every_piece_of_a_message_finds_its_goods_at_once(stocked: Application) -> None:
    """The messages that the words of the trade were collected for, and some that they were not."""
    assert hits(stocked, MESSAGES) == []
    pieces = sum(len(asked) for _, asked in HELD_OUT)
    assert len(hits(stocked, HELD_OUT)) <= 0.1 * pieces


def test_what_this_customer_bought_before_comes_first(
    shop: SellingShop, stocked: Application
) -> None:
    first, *others = meant(stocked, "ปูนโครงสร้าง 20 ถุง")[0].matches
    bought = others[-1].product
    shop.draft(LineInput(
        product_id=bought.id, code=bought.code, description=bought.name, unit=bought.unit
    ))  # fmt: skip
    (again,) = meant(stocked, "ปูนโครงสร้าง 20 ถุง", shop.customer)
    assert again.matches[0].product.id == bought.id != first.product.id
    assert again.matches[0].bought
    assert again.doubts == ()


def test_area_tons_and_dozens_become_what_is_sold(stocked: Application) -> None:
    text = "กระเบื้อง 60x60 30 ตรม.\nเหล็กข้ออ้อย 12 มิล 2 ตัน\nข้องอ 1 นิ้ว 2 โหล\nปูนผสม 2 พาเลท"
    first = [each.matches[0] for each in meant(stocked, text)]
    assert [(str(each.quantity.normalize()), each.unit) for each in first] == [
        ("21", "กล่อง"),
        ("226", "เส้น"),
        ("24", "ตัว"),
        ("2", "พาเลท"),
    ]
    assert all(each.fits for each in first)


def test_a_code_is_sure_and_nonsense_finds_nothing(stocked: Application) -> None:
    asked = (Wanted("CM-01A", "CM-01A", Decimal(2), code="CM-01A"), Wanted("ซฟหก", "ซฟหกด"))
    exact, nothing = stocked.read(match_wanted, asked, None)
    assert exact.matches[0].product.code == "CM-01A"
    assert exact.doubts == ()
    assert nothing.doubts == ("match_none",)
