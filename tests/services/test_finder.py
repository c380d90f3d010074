"""What a shop loses when doubles are not found, found too late, or found again and again."""

from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.services.customers.consents import GiveConsent
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.customers.finder import COMMON, LookForDoubles, looking
from crm_desktop.services.customers.incomplete import incomplete_page, lacking_of
from crm_desktop.services.customers.merging import MergeCustomers
from crm_desktop.services.customers.pairs import KeepApart, PairRow, pair_page
from crm_desktop.services.housekeeping import Housekeeping, chores
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.places import Address
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

NAME, PHONE = "สมชาย ใจดี", "081-999-8888"


def taken_in(shop: SellingShop, name: str = NAME, phone: str = PHONE, **more: Any) -> int:
    command = SaveCustomer(None, 0, "person", name, (phone,))
    return shop.desk.officer.execute(replace(command, **more))


def found(shop: SellingShop, **filters: Any) -> list[PairRow]:
    shop.desk.officer.execute(LookForDoubles())
    return list(shop.desk.officer.read(pair_page, ListQuery(filters=filters)).rows)


def ids(rows: list[PairRow]) -> list[set[int]]:
    return [{row.one.id, row.other.id} for row in rows]


def test_doubles_are_found_with_reasons_the_strongest_first(shop: SellingShop) -> None:
    one, two = taken_in(shop), taken_in(shop, "คุณสมชาย ใจดี")
    third = taken_in(shop, "สมชัย ใจดี", "02-111-2222", email="a@b.co")
    fourth = taken_in(shop, "สมชาย ใจดีย์", "02-333-4444", email="a@b.co")
    rows = found(shop)
    assert ids(rows) == [{one, two}, {third, fourth}]
    assert rows[0].reasons == ("same_phone", "same_name")
    assert "same_email" in rows[1].reasons


def test_who_is_changed_is_looked_at_again_by_housekeeping(shop: SellingShop) -> None:
    one, two = taken_in(shop), taken_in(shop, "มาลี แก้วใส", "02-111-2222")
    shop.system.execute(Housekeeping())
    assert not shop.system.read(chores).house
    assert shop.desk.officer.read(looking).next_id is None
    shop.desk.officer.execute(SaveCustomer(two, 1, "person", NAME, (PHONE,)))
    assert shop.system.read(chores).house
    shop.system.execute(Housekeeping())
    rows = shop.desk.officer.read(pair_page, ListQuery()).rows
    assert ids(list(rows)) == [{one, two}]
    shop.desk.officer.execute(SaveCustomer(two, 2, "person", "มาลี แก้วใส", ("02-111-2222",)))
    assert found(shop) == [], "what is alike no more leaves the list"


def test_a_look_that_goes_on_where_it_was_finds_also_who_changed_behind_it(
    shop: SellingShop,
) -> None:
    one, two = taken_in(shop), taken_in(shop, "มาลี แก้วใส", "02-111-2222")
    officer = shop.desk.officer
    assert officer.execute(LookForDoubles()).last_id == two
    third = taken_in(shop, "ปิติ ทองดี", "02-333-4444")
    officer.execute(SaveCustomer(one, 1, "person", "มาลี แก้วใส", ("02-111-2222",)))
    ahead = officer.execute(LookForDoubles(after=two))
    assert (ahead.looked, ahead.last_id) == (1, third)
    behind = officer.execute(LookForDoubles(after=third))
    assert (behind.looked, behind.found, behind.last_id) == (1, 1, one)
    assert officer.execute(LookForDoubles(after=one)).last_id is None


def test_not_a_double_is_remembered_also_for_whoever_stands_for_one_of_them(
    shop: SellingShop,
) -> None:
    one, two = taken_in(shop), taken_in(shop)
    (pair,) = found(shop)
    assert shop.desk.officer.execute(KeepApart((pair.id,), "พี่น้องกัน")) == 1
    assert shop.desk.officer.execute(KeepApart((pair.id,))) == 0, "the second press says nothing"
    shop.desk.officer.execute(LookForDoubles(again=True))
    assert found(shop) == []
    (kept,) = shop.desk.officer.read(pair_page, ListQuery(filters={"apart": True})).rows
    assert (kept.decided_by, kept.note) == ("คุณofficer", "พี่น้องกัน")
    third = taken_in(shop)
    shop.desk.director.execute(MergeCustomers((third, two), (1, 1), reason="–"))
    assert found(shop) == [], "one and third: two was said to be another, and third is two now"
    shop.desk.officer.execute(KeepApart((pair.id,), apart=False))
    shop.desk.officer.execute(LookForDoubles(again=True))
    assert one in {each for pair in ids(found(shop)) for each in pair}


def test_a_number_that_many_share_says_nothing(shop: SellingShop) -> None:
    for number in range(COMMON + 1):
        taken_in(shop, f"{chr(0x0E01 + 3 * number)}า{chr(0x0E02 + 2 * number)}ี รักไทย {number}")
    assert found(shop) == []


def test_the_list_is_paged_and_narrowed(shop: SellingShop) -> None:
    for number in range(4):
        for _ in range(2):
            zone = "บางนา" if number == 3 else "สีลม"
            taken_in(shop, f"ลูกค้า{number}", f"081-999-000{number}", zone=zone)
    everything = found(shop)
    assert len(everything) == 4
    first = shop.desk.officer.read(pair_page, ListQuery(limit=3))
    rest = shop.desk.officer.read(pair_page, ListQuery(limit=3, after=first.next))
    assert [row.id for row in (*first.rows, *rest.rows)] == [row.id for row in everything]
    assert len(found(shop, zone="บางนา")) == 1
    assert found(shop, mine=True) == []


def test_the_cashier_does_not_decide_who_is_whom(shop: SellingShop) -> None:
    with pytest.raises(NotAllowed):
        shop.desk.cashier.execute(KeepApart((1,)))


def test_what_is_missing_is_counted_as_it_is_filled_in(shop: SellingShop) -> None:
    officer = shop.desk.officer
    one = taken_in(shop)
    assert officer.read(lacking_of, one) == (
        45,
        ("address", "owner", "reach", "zone", "segment", "consent"),
    )
    home = Address(house="99/1", road="สีลม", subdistrict="สีลม", province="กทม")
    whole = SaveCustomer(
        *(one, 1, "person", NAME, (PHONE,)),
        addresses=(home,),
        email="a@b.co",
        zone="บางรัก",
        segment="ช่าง",
        owner_id=list(PEOPLE).index("officer") + 1,
    )
    officer.execute(whole)
    assert officer.read(lacking_of, one) == (95, ("consent",))
    (row,) = (each for each in officer.read(incomplete_page, ListQuery()).rows if each.id == one)
    assert row.lacking == ("consent",)
    assert officer.read(incomplete_page, ListQuery(filters={"lacking": "address"})).rows == tuple(
        each
        for each in officer.read(incomplete_page, ListQuery()).rows
        if "address" in each.lacking
    )
    officer.execute(GiveConsent(one, "marketing", "v1", "counter"))
    assert officer.read(lacking_of, one) == (100, ())
    assert one not in {row.id for row in officer.read(incomplete_page, ListQuery()).rows}
