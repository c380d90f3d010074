"""Customers as visiting cards and back: nobody twice, and nobody without a phone."""

from pathlib import Path

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.vcard import Card, write_cards
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.places import Address
from crm_desktop.services.transfer.cards import (
    CONTACT,
    CardChoice,
    CardsTaken,
    ImportCards,
    customer_cards,
    preview_cards,
)
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]
SILOM = Address(
    house="99/1", road="สีลม", subdistrict="สีลม", district="บางรัก", province="กรุงเทพมหานคร",
    postcode="10500",
)  # fmt: skip


def names(shop: SellingShop) -> list[str]:
    return [row.name for row in shop.desk.officer.read(customer_page, ListQuery(limit=50)).rows]


def file(tmp_path: Path, *cards: Card) -> str:
    path = tmp_path / "in.vcf"
    path.write_bytes(write_cards(cards))
    return str(path)


def test_a_customer_goes_out_with_its_contacts_and_comes_back_once(
    shop: SellingShop, tmp_path: Path
) -> None:
    known = shop.desk.officer.execute(
        SaveCustomer(
            None, 0, "company", "บริษัท ไม้งาม จำกัด", phones=("02-719-9680 ต่อ 2", "1160"),
            contacts=(Contact("คุณนก", "จัดซื้อ", "081-222-3344", "nok@example.com"),),
            addresses=(SILOM,), tax_number="0105536112014", tax_branch="00000",
        )
    )  # fmt: skip
    company, contact = shop.desk.officer.read(customer_cards, [known])
    assert company.phones == ("+6627199680 2", "1160")
    assert (company.places[0].city, company.places[0].postcode) == ("บางรัก", "10500")
    assert (contact.organization, contact.phones) == ("บริษัท ไม้งาม จำกัด", ("+66812223344",))
    before = names(shop)
    path = file(tmp_path, company, contact)
    seen = shop.desk.officer.read(preview_cards, path)
    assert [each.resembles[0].id for each in seen] == [known, known]
    assert shop.desk.officer.execute(ImportCards(path)) == CardsTaken(0, 0, 2)
    assert names(shop) == before


def test_new_cards_become_customers_whole(shop: SellingShop, tmp_path: Path) -> None:
    sent = shop.desk.officer.execute(
        SaveCustomer(
            None, 0, "person", "คุณตะวัน ฉายแสง", phones=("089-111-2222",), addresses=(SILOM,)
        )
    )
    (card,) = shop.desk.officer.read(customer_cards, [sent])
    path = file(
        tmp_path,
        Card("คุณเมฆ ลอยฟ้า", phones=("+66898887777", "ถามแม่บ้าน"), places=card.places),
        Card("คุณดาว", organization="ร้านดาวเด่น", title="เจ้าของ", phones=("+66861112233",)),
    )
    assert shop.desk.officer.execute(ImportCards(path)) == CardsTaken(2, 0, 0)
    rows = shop.desk.officer.read(customer_page, ListQuery(limit=2)).rows
    shop_card, person = (shop.desk.officer.read(customer, row.id) for row in rows)
    assert (person.kind, person.phones[0].digits) == ("person", "0898887777")
    assert "ถามแม่บ้าน" in person.note
    place = person.addresses[0]
    assert (place.subdistrict, place.district, place.postcode) == ("สีลม", "บางรัก", "10500")
    assert (shop_card.kind, shop_card.name) == ("company", "ร้านดาวเด่น")
    assert shop_card.contacts[0].name == "คุณดาว"


def test_a_card_cut_off_is_told_and_not_taken_in(shop: SellingShop, tmp_path: Path) -> None:
    path = file(tmp_path, Card("สมชาย ใจดี", phones=("0812223344",)))
    Path(path).write_bytes(Path(path).read_bytes().replace(b"END:VCARD\r\n", b""))
    (seen,) = shop.desk.officer.read(preview_cards, path)
    assert (seen.name, seen.code) == ("สมชาย ใจดี", "vcard_cut_off")
    assert shop.desk.officer.execute(ImportCards(path)) == CardsTaken(0, 0, 1)


def test_a_card_joins_the_contacts_of_a_customer_once(shop: SellingShop, tmp_path: Path) -> None:
    path = file(tmp_path, Card("คุณฟ้า", title="บัญชี", phones=("+66861112233",)))
    choice = (CardChoice(1, CONTACT, shop.customer),)
    for _ in range(2):
        done = shop.desk.officer.execute(ImportCards(path, choice))
        assert done.contacts == 1
    found = shop.desk.officer.read(customer, shop.customer)
    assert [(each.name, each.duty) for each in found.contacts] == [("คุณฟ้า", "บัญชี")]


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_card_that_cannot_be_a_customer_takes_nothing_in(
    shop: SellingShop, tmp_path: Path
) -> None:
    path = file(tmp_path, Card("คุณเมฆ", phones=("+66898887777",)), Card("คุณหมอก"))
    before = names(shop)
    choices = (CardChoice(1, "new"), CardChoice(2, "new"))
    with pytest.raises(Refused, match="vcard_phoneless"):
        shop.desk.officer.execute(ImportCards(path, choices))
    assert names(shop) == before
    assert [each.code for each in shop.desk.officer.read(preview_cards, path)] == [
        "",
        "vcard_phoneless",
    ]
