import sys
from collections.abc import Callable
from functools import cmp_to_key
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crm_desktop.domain.thai import (
    arabic_digits,
    bare_name,
    search_text,
    sort_key,
    swap_layout,
)

ORDERED = "กก กรุง ก๋า เก เก่ง แก แก้ว ไก่ ขวัญ เข้ม ชั้น2 ชั้น10 ทัย ไทย ฤดี ฦๅชา"
NAMES = (
    "กก กฎ ก้อง ก่อง กอง เก เก่ง เก็บ เกบ แก แก้ว แก่ง โก ใกล้ ไก่ ไก กำ กา ก๋า กิ กี่ กุ้ง กรุง กฤษณา "
    "ขวัญ ข้าว ไข่ เข้ม คุณากร จันทร์ จันทน์ ฉัตร ชัยวัฒน์ ชาย ณรงค์ เดชา ทองดี ธนา นภา น้ำ น้ำฝน นา บุญ "
    "ประเสริฐ เปรม พงษ์ ฟ้า ภูมิ มานะ มานี ยุพา รุ่ง เรือง ฤดี ฤทธิ์ ลัดดา ฦๅชา วันดี ศรี ษมา สมชาย "
    "สมศรี เสรี แสง หญิง อนันต์ เอก แอน ฮวด ไทย ไท่ย ทัย ชั้น2 ชั้น10 ชั้น๓ 7-eleven 9ดี 10ดี SCG scg abc"
)
SPACED_NAMES = ["สมชาย ใจดี", "สมชาย กล้า", "สม ชาย", "สมชาย (สาขา 2)", "พ.ศ.", "พศก", "ก-ข"]

syllables = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "เ", "แ", "โ", "ใ", "ไ"]),
        st.sampled_from("กขคงจชซญดตทนบปผพฟมยรฤลวศสหอฮ"),
        st.sampled_from(["", "", "ะ", "ั", "า", "ิ", "ี", "ุ", "ู", "ำ", "็", "์"]),
        st.sampled_from(["", "", "่", "้", "๊", "๋"]),
        st.sampled_from(["", " ", "-", ".", "2", "10", "๓", "a", "z"]),
    ),
)
words = st.lists(syllables, max_size=4).map("".join)


def icu_compare() -> Callable[[str, str], int]:
    if sys.platform != "linux":
        pytest.skip("Qt compares by ICU on Linux only")
    core = pytest.importorskip("PySide6.QtCore")
    collator = core.QCollator(core.QLocale("th_TH"))
    collator.setNumericMode(True)
    collator.setIgnorePunctuation(True)
    collator.setCaseSensitivity(core.Qt.CaseSensitivity.CaseInsensitive)
    return cast(Callable[[str, str], int], collator.compare)


def test_names_stand_in_dictionary_order() -> None:
    ordered = ORDERED.split()
    assert sorted(set(ordered), key=sort_key) == ordered


def test_names_stand_in_the_same_order_as_icu() -> None:
    compare = icu_compare()
    names = NAMES.split() + SPACED_NAMES
    by_icu = sorted(names, key=cmp_to_key(compare))
    assert [sort_key(name) for name in by_icu] == sorted(map(sort_key, names))


def test_every_place_name_stands_where_icu_puts_it() -> None:
    geothai = pytest.importorskip("geothai")
    names = {
        place.name_th
        for province in geothai.provinces()
        for district in geothai.districts(province.code)
        for place in geothai.subdistricts(district.code)
    }
    assert len(names) > 4000
    compare = icu_compare()
    by_icu = sorted(names, key=cmp_to_key(compare))
    assert [sort_key(name) for name in by_icu] == sorted(map(sort_key, names))


@given(words, words)
def test_any_two_words_stand_in_the_same_order_as_icu(one: str, other: str) -> None:
    by_icu = icu_compare()(one, other)
    mine, theirs = sort_key(one), sort_key(other)
    assert (mine > theirs) - (mine < theirs) == (by_icu > 0) - (by_icu < 0)


@given(st.text(max_size=30))
def test_any_text_has_a_key_that_databases_store(text: str) -> None:
    key = sort_key(text)
    assert "\0" not in key
    assert sort_key(text + " ") == key
    key.encode()


@pytest.mark.parametrize(("latin", "thai"), [("l,=kp", "สมชาย"), ("l;ylfu", "สวัสดี"), ("Ruc", "ฑีแ")])
def test_the_wrong_keyboard_layout_is_understood_both_ways(latin: str, thai: str) -> None:
    assert swap_layout(latin) == thai
    assert swap_layout(thai) == latin


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz;=ABCDEFGHIJKLMNOP"), min_size=1))
def test_swapping_the_layout_twice_gives_the_typed_text(text: str) -> None:
    swapped = swap_layout(text)
    assert len(swapped) == len(text)
    assert swap_layout(swapped) == text or not any("ก" <= c <= "๛" for c in swapped)


def test_thai_digits_are_read() -> None:
    assert arabic_digits("๐๑๒๓๔๕๖๗๘๙ ก") == "0123456789 ก"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("น้ำ", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเก้ว", "แก้ว"),
        ("ก่ี", "กี่"),
        ("  SCG\u200b  ๒๕ ", "scg 25"),
        ("e\u0301", "é"),
        ("ไทย\u00a0วัสดุ\ufeff", "ไทย วัสดุ"),
    ],
)
def test_a_name_is_found_however_its_letters_were_typed(typed: str, found: str) -> None:
    assert search_text(typed) == found


@example("ำ\u0301ำ่")
@given(st.lists(st.sampled_from([*"กนำาํ่้์ิีุเแ ๒A", "\u200b", "\u0301"])).map("".join))
def test_search_text_is_stable(text: str) -> None:
    assert search_text(search_text(text)) == search_text(text)


@pytest.mark.parametrize(
    "written",
    [
        *["ไทยวัสดุ", "บริษัท ไทยวัสดุ จำกัด", "บริษัทไทยวัสดุจำกัด", "บจก. ไทยวัสดุ", "บจก.ไทยวัสดุ"],
        *["บริษัท ไทยวัสดุ จำกัด (มหาชน)", "บมจ.ไทยวัสดุ", "หจก. ไทยวัสดุ", "หสน.ไทยวัสดุ"],
        *["ห้างหุ้นส่วนจำกัด ไทยวัสดุ", "ร้านไทยวัสดุ", "ร้าน  ไทยวัสดุ", "ไทยวัสดุ,"],
    ],
)
def test_one_company_is_not_kept_twice_for_its_form(written: str) -> None:
    assert bare_name(written) == "ไทยวัสดุ"


@pytest.mark.parametrize(
    "written",
    ["คุณสมหญิง ใจดี", "นางสาวสมหญิง ใจดี", "น.ส. สมหญิง  ใจดี", "นาง สมหญิง ใจดี", "น.ส.สมหญิง ใจดี"],
)
def test_one_person_is_not_kept_twice_for_a_title(written: str) -> None:
    assert bare_name(written) == "สมหญิง ใจดี"


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("คุณากร ดีใจ", "คุณากร ดีใจ"),
        ("คุณ", "คุณ"),
        ("Siam Cement Co., Ltd.", "siam cement"),
        ("Siam Cement Public Company Limited", "siam cement"),
        ("Mr. John Smith", "john smith"),
        ("***", "***"),
    ],
)
def test_a_name_is_never_stripped_to_nonsense(written: str, bare: str) -> None:
    assert bare_name(written) == bare
