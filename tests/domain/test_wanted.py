"""Order messages: every number is where it was written, and none comes from nowhere."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from crm_desktop.domain.pasted import read_html, read_table
from crm_desktop.domain.said_numbers import ENDING, ONES, SCALES, TWENTY, VAGUE
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.domain.wanted import read_message

GOODS = ("ปูน", "เหล็ก", "กระเบื้อง", "สีทาภายนอก", "ท่อ PVC", "อิฐมอญ", "ทรายหยาบ")
SIZES = ("", "12 มิล", "1/2 นิ้ว", "60x60", "เบอร์ 2", "DB16", "18 ลิตร", "3/4", "2x4 นิ้ว", "4 หุน")
UNITS = ("ถุง", "เส้น", "กล่อง", "ก้อน", "คิว", "ตัน", "แผ่น", "ตรม.")
BETWEEN = (" ", "\n", ", ", "\n- ", "\n• ", " แล้วก็", " กับ ")
AROUND = ("", "สวัสดีครับ ", "ขอราคาหน่อยค่ะ\n", "โทร 081-234-5678\n")
PIECE = st.tuples(
    st.sampled_from(GOODS), st.sampled_from(SIZES), st.integers(1, 9_999), st.sampled_from(UNITS)
)


def number(digits: str) -> str:
    return arabic_digits(digits)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECE, min_size=1, max_size=6), st.sampled_from(BETWEEN), st.sampled_from(AROUND))
def test_what_was_ordered_is_what_is_read(
    pieces: list[tuple[str, str, int, str]], between: str, around: str
) -> None:
    said = (
        " ".join(filter(None, (goods, size, f"{n:,} {unit}"))) for goods, size, n, unit in pieces
    )
    found = [each for each in read_message(around + between.join(said)) if not each.is_aside]
    units = [("ตร.ม." if unit == "ตรม." else unit) for *_, unit in pieces]
    assert [each.quantity for each in found] == [Decimal(n) for _, _, n, _ in pieces]
    assert [each.unit for each in found] == units


LOOSE = st.text(
    st.sampled_from("ปูนเหล็ก ถุงเส้นมิล0123456789๑๒๓.,/x-½\n()DBขอราคาครับอย่างละ"), max_size=60
)


@settings(max_examples=300, deadline=None)
@given(LOOSE)
def test_no_number_is_lost_and_none_is_invented(text: str) -> None:
    found = read_message(text)
    written = re.findall(r"\d+", arabic_digits(text))
    kept = re.findall(r"\d+", " ".join(each.source for each in found))
    assert set(written) <= set(kept), "every number stands in some piece"
    for each in found:
        if each.quantity is not None:
            digits = each.source.replace(",", "")
            plain = f"{each.quantity.normalize():f}"
            halved = f"{(each.quantity - Decimal('0.5')).normalize():f}"
            said = plain in digits or (halved in digits and "ครึ่ง" in digits)
            assert said or "/" in digits or "½" in digits or "." in digits


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("เหล็ก 12 มิล", None),
        ("ปูน 20-25 ถุง", None),
        ("ปูน DB12", None),
        ("ทราย ½ คิว", Decimal("0.5")),
        ("ปูนสองถุง", Decimal(2)),
        ("ข้องอ 3/4 นิ้ว 12", Decimal(12)),
        ("ปูน 1,200", Decimal(1200)),
        ("ปูน ๒๐ ถุง", Decimal(20)),
        ("ปูน x20", Decimal(20)),
    ],
)
def test_a_size_is_never_taken_for_a_quantity(text: str, quantity: Decimal | None) -> None:
    (piece,) = (each for each in read_message(text) if not each.is_aside)
    assert piece.quantity == quantity


WORDS = (*ONES, *SCALES, ENDING, TWENTY, *VAGUE)


def in_words(number: int) -> str:
    """As it is written in full; an independent library says how."""
    return str(num2words(number, lang="th"))


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.integers(1, 9_999_999).map(in_words),
        st.lists(st.sampled_from(WORDS), max_size=5).map("".join),
    ),
    st.sampled_from(("", " ")),
)
def test_a_number_in_words_is_never_wrong_by_a_factor(said: str, gap: str) -> None:
    read = read_message(f"DB16 {said}{gap}เส้น")[0].quantity
    if read is not None and read != Decimal("0.5"):
        full = in_words(int(read))
        assert said in (full, full.removeprefix("หนึ่ง"), full.replace("หนึ่งสิบ", "สิบ"))


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("DB16 สองร้อยเส้น", 200),
        ("ปูนสามสิบห้าถุง", 35),
        ("อิฐมอญ ร้อยห้าสิบก้อน", 150),
        ("อิฐมอญ 5 ร้อยก้อน", 500),
        ("อิฐมอญ 2 พัน 500 ก้อน", 2_500),
        ("อิฐมอญ 5 ร้อย", 500),
        ("DB12 x 2 ร้อยเส้น", 200),
        ("ข้องอ เบอร์ 2 สิบตัว", 10),
        ("หินหนึ่งห้าคิว", 5),
        ("ท่อร้อย 10 เส้น", 10),
        ("เหล็ก DB12 เส้นละร้อยห้าสิบ 20 เส้น", 20),
        ("ปูนเสือ ถุงละ 2 ร้อย 5 ถุง", 5),
        ("ทรายสองคิวครึ่ง", Decimal("2.5")),
        ("ปูน 12 ร้อยถุง", None),
        ("ปูน 2-3 ร้อยถุง", None),
        ("ปูน สอง-สามถุง", None),
        ("ปูนหลายสิบถุง", None),
        ("อิฐมอญพันห้าก้อน", None),
        ("หินสองร้อยคิว", None),
        ("อิฐมอญ ราคา 2 พัน 500 ก้อน", None),
        ("ปูน อย่างละ 20-30 ถุง", None),
    ],
)
def test_how_many_said_in_words_is_read_whole_or_asked_about(
    text: str, quantity: int | None
) -> None:
    assert [each.quantity for each in read_message(text) if not each.is_aside] == [quantity]


@pytest.mark.parametrize(
    ("text", "quantity", "more"),
    [
        ("DB12 x 10 เมตร 50 เส้น", Decimal(50), False),
        ("ปูน 20 ถุง เอาเพิ่มอีก 5 ถุง", Decimal(20), True),
        ("สีขาว 1 ถัง 5 แกลลอน", Decimal(1), True),
        ("ปูน 20 ถุง x2", Decimal(20), True),
        ("ทราย 2 คิว", Decimal(2), False),
    ],
)
def test_a_second_count_is_never_left_aside_like_a_greeting(
    text: str, quantity: Decimal, more: bool
) -> None:
    (piece,) = read_message(text)
    assert (piece.quantity, piece.more, piece.source) == (quantity, more, text)


def test_everything_gets_the_number_in_words_behind_each() -> None:
    found = read_message("RB6 RB9 อย่างละสองร้อยเส้น\nข้องอ สามทาง อย่างละ 2 ร้อยตัว")
    assert [each.quantity for each in found] == [Decimal(200)] * 4


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ขอ 3 ถัง สีรองพื้น กับ 2 ถัง สีทาภายใน", ["สีรองพื้น 3", "สีทาภายใน 2"]),
        ("ขอปูน 10 กับ ทราย 2", ["ปูน 10", "ทราย 2"]),
        ("เหล็ก 12 มิล 50 เส้น 16 มิล 20 เส้น", ["เหล็ก 12 มม. 50", "เหล็ก 16 มม. 20"]),
        ("ปูน - 20 ถุง\nทราย: 3 คิว", ["ปูน 20", "ทราย 3"]),
        ("เหล็ก\n9 มิล 20 เส้น", ["เหล็ก 9 มม. 20"]),
        ("ข้องอ สามทาง ½ นิ้ว อย่างละ 10 ตัว", ["ข้องอ 1/2 นิ้ว 10", "สามทาง 1/2 นิ้ว 10"]),
    ],
)
def test_pieces_are_parted_where_a_reader_would(text: str, read: list[str]) -> None:
    found = [each for each in read_message(text) if not each.is_aside]
    assert [f"{each.words} {each.quantity}" for each in found] == read


def test_phones_dates_and_prices_name_no_goods() -> None:
    text = "โทร 0812345678 ส่ง 25/11/2569 บ่าย 2 ถุงละ 135 บาท งบ 5,000 บาท"
    assert all(each.is_aside for each in read_message(text))


def test_columns_are_known_by_their_headings_or_by_what_they_hold() -> None:
    headed = read_table("ลำดับ\tรายการ\tจำนวน\tหน่วย\tราคา\tรวม\n๑\tปูน\t๒๐\tถุง\t148\t2,960")
    bare = read_table("1\tปูน\t20 ถุง\t148\n2\tเหล็ก 12 มิล\t50 เส้น\t\n\tรวม\t\t5,000")
    assert headed[0].is_aside
    assert (headed[1].words, headed[1].quantity, headed[1].unit) == ("ปูน", Decimal(20), "ถุง")
    assert headed[1].price == "148.00"
    assert [(each.quantity, each.unit) for each in bare[:2]] == [
        (Decimal(20), "ถุง"),
        (Decimal(50), "เส้น"),
    ]
    assert bare[2].is_aside, "a sum is no goods"
    comma = read_table("CM-01A,5,,10%\nCM-02A,3,120,")
    assert [(each.code, each.price, each.discount) for each in comma] == [
        ("CM-01A", "", "10%"),
        ("CM-02A", "120.00", ""),
    ]
    assert read_html("<table><tr><th>รหัส</th><td>A1<br>b</td></tr></table>") == "รหัส\tA1 b"
    assert read_html("<p>ปูน") == ""


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_nothing_that_can_be_copied_breaks_the_reading(text: str) -> None:
    read_message(text)
    read_table(text)
    read_html(text)
