"""Addresses that reach nobody, or are printed in an order no postman knows."""

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.services.places import Address, address_lines, normalise, places


def test_a_subdistrict_fills_district_province_and_postcode() -> None:
    place = places("คลองตัน")[0]
    assert (place.district, place.province, place.postcode) == ("คลองเตย", "กรุงเทพมหานคร", "10110")
    filled = place.fill(Address(house="1"))
    assert (filled.house, filled.subdistrict, filled.postcode) == ("1", "คลองตัน", "10110")


@pytest.mark.parametrize(
    ("typed", "subdistrict", "district"),
    [
        ("10110", "คลองเตย", "คลองเตย"),
        ("๑๐๑๑๐", "คลองเตย", "คลองเตย"),
        ("ต.วังทอง 65130", "วังทอง", "วังทอง"),
        ("สีลม กทม", "สีลม", "บางรัก"),
        ("khlong tan", "คลองตัน", "คลองเตย"),
        ("อ.บ้านแพ้ว สมุทรสาคร", "บ้านแพ้ว", "บ้านแพ้ว"),
    ],
)
def test_places_are_found_as_people_type_them(typed: str, subdistrict: str, district: str) -> None:
    place = places(typed)[0]
    assert (place.subdistrict, place.district) == (subdistrict, district)


def test_each_postcode_of_a_subdistrict_is_offered() -> None:
    found = {place.postcode for place in places("อ่างทอง เกาะสมุย")}
    assert found == {"84140", "84220"}


def test_an_abolished_name_leads_to_the_places_of_today() -> None:
    found = [place.subdistrict for place in places("บางนา กทม") if place.old_name == "บางนา"]
    assert found == [] or set(found) <= {"บางนาเหนือ", "บางนาใต้"}
    assert {"บางนาเหนือ", "บางนาใต้"} <= {place.subdistrict for place in places("แขวงบางนา กทม")}


@pytest.mark.parametrize("typed", ["", "   ", "xyzxyz", "99999", "'", "%"])
def test_what_is_no_place_offers_nothing(typed: str) -> None:
    assert places(typed) == ()


def test_bangkok_says_khwaeng_and_khet_and_no_province() -> None:
    address = normalise(
        Address(
            house="เลขที่ 99/1", moo="ม.4", building="อาคารบีบี", soi="ซ.สุขุมวิท 71",
            road="ถนนสุขุมวิท", subdistrict="แขวงคลองตัน", province="กทม",
        )
    )  # fmt: skip
    assert address_lines(address) == (
        "เลขที่ 99/1 หมู่ที่ 4 อาคารบีบี ซอยสุขุมวิท 71 ถนนสุขุมวิท",
        "แขวงคลองตัน เขตคลองเตย กรุงเทพมหานคร 10110",
    )


def test_a_province_says_tambon_amphoe_and_changwat() -> None:
    address = normalise(
        Address(house="1", subdistrict="ต.ศรีภูมิ", district="อ.เมือง", province="จ.เชียงใหม่")
    )
    assert address_lines(address)[1] == "ตำบลศรีภูมิ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50200"
    assert address_lines(address, "en")[1] == "Si Phum, Mueang Chiang Mai, Chiang Mai 50200"


def test_an_ambiguous_or_unknown_place_stays_as_typed() -> None:
    assert normalise(Address(subdistrict="วังทอง")).district == ""
    assert normalise(Address(subdistrict="บ้านในฝัน", district="ในใจ")).subdistrict == "บ้านในฝัน"


def test_a_short_postcode_is_refused_at_its_field() -> None:
    with pytest.raises(Refused) as caught:
        normalise(Address(postcode="1011"), "addresses.2")
    assert (caught.value.code, caught.value.field) == ("bad_postcode", "addresses.2.postcode")
