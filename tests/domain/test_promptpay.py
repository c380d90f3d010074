"""If these fail, a customer's banking app refuses the QR, or pays somebody else or another sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.domain.promptpay import bill_payment, promptpay
from crm_desktop.messages import known

AMOUNTS = st.integers(1, 999_999_999_999).map(Money)
REFERENCES = st.text("ABCXYZ0123456789", min_size=1, max_size=20)


def fields(text: str) -> dict[str, str]:
    """Tag to value; every length must come out even."""
    found: dict[str, str] = {}
    while text:
        tag, size = text[:2], int(text[2:4])
        assert tag not in found
        assert len(text) >= 4 + size
        found[tag], text = text[4 : 4 + size], text[4 + size :]
    return found


def crc(text: str) -> str:
    """CRC-16/CCITT-FALSE, bit by bit."""
    register = 0xFFFF
    for byte in text.encode():
        register ^= byte << 8
        for _ in range(8):
            register = (register << 1) ^ (0x1021 if register & 0x8000 else 0)
            register &= 0xFFFF
    return f"{register:04X}"


def test_published_examples_come_out_to_the_letter() -> None:
    assert (
        promptpay("0801234567")
        == "00020101021129370016A000000677010111011300668012345675802TH530376463046197"
    )
    assert (
        promptpay("000-000-0000", Money.of("4.22"))
        == "00020101021229370016A000000677010111011300660000000005802TH530376454044.226304E469"
    )
    assert (
        bill_payment("099400016550100", "123456789012", "670429", Money.of("3649.22"))
        == "00020101021230650016A00000067701011201150994000165501000212123456789012"
        "030667042953037645802TH54073649.2263044534"
    )


@given(st.from_regex(r"\A0[0-9]{9}\Z|\A[0-9]{15}\Z"), st.none() | AMOUNTS)
def test_any_payload_reads_back_whole(target: str, amount: Money | None) -> None:
    payload = promptpay(target, amount)
    assert payload[-4:] == crc(payload[:-4])
    read = fields(payload)
    assert [*read][:: len(read) - 1] == ["00", "63"]
    assert (read["00"], read["58"], read["53"]) == ("01", "TH", "764")
    assert read["01"] == ("11" if amount is None else "12")
    assert read.get("54") == (None if amount is None else f"{amount.baht:.2f}")
    account = fields(read["29"])
    assert account.pop("00") == "A000000677010111"
    proxy = {"01": "0066" + target[1:]} if len(target) == 10 else {"03": target}
    assert account == proxy


@pytest.mark.parametrize("number", ["1112034563562", "3-1006-00445-63-5", "๐๑๐๕๕๓๖๑๑๒๐๑๔"])
def test_citizen_and_tax_numbers_have_a_tag_of_their_own(number: str) -> None:
    (value,) = [v for k, v in fields(fields(promptpay(number))["29"]).items() if k == "02"]
    assert len(value) == 13
    assert value.isascii()


@given(REFERENCES, REFERENCES | st.just(""), st.none() | AMOUNTS)
def test_a_bill_reads_back_with_its_references(ref1: str, ref2: str, amount: Money | None) -> None:
    payload = bill_payment("099400016550100", ref1, ref2, amount)
    assert payload[-4:] == crc(payload[:-4])
    account = fields(fields(payload)["30"])
    second = {"03": ref2} if ref2 else {}
    head = {"00": "A000000677010112", "01": "099400016550100"}
    assert account == head | {"02": ref1} | second


@pytest.mark.parametrize(
    "target",
    [
        *("", "0", "080123456", "08012345678", "1801234567", "+66801234567", "O801234567"),
        *("1234545678789", "08O1234567", "0801234567x", "12345678901234", "1234567890123456"),
        *("0801234567\n5303", "²801234567", "sale@shop.example"),
    ],
)
def test_nonsense_gets_a_sentence_instead_of_a_qr(target: str) -> None:
    with pytest.raises(Refused) as refused:
        promptpay(target, Money.of(1))
    assert (refused.value.code, refused.value.field) == ("bad_promptpay", "promptpay")
    assert refused.value.values == {"text": target}


@pytest.mark.parametrize(
    ("biller", "ref1", "ref2"),
    [
        *(("09940001655010", "1", "2"), ("09940001655010X", "1", "2")),
        *(("099400016550100", "", "2"), ("099400016550100", "A" * 21, "")),
        *(("099400016550100", "SO01-6911", ""), ("099400016550100", "1", "ก")),
    ],
)
def test_a_bill_with_a_wrong_biller_or_reference_is_refused(
    biller: str, ref1: str, ref2: str
) -> None:
    with pytest.raises(Refused, match="bad_promptpay"):
        bill_payment(biller, ref1, ref2)


@pytest.mark.parametrize(
    ("amount", "code"),
    [(Money(0), "qr_zero"), (Money(-1), "qr_zero"), (Money(10**12), "qr_too_large")],
)
def test_a_qr_for_nothing_or_for_too_much_is_refused(amount: Money, code: str) -> None:
    with pytest.raises(Refused) as refused:
        promptpay("0801234567", amount)
    assert (refused.value.code, refused.value.field) == (code, "amount")
    with pytest.raises(Refused, match=code):
        bill_payment("099400016550100", "1", "", amount)


def test_what_it_refuses_has_a_sentence_in_both_languages() -> None:
    for code in ("bad_promptpay", "qr_zero", "qr_too_large"):
        assert known(code, "th")
        assert known(code, "en")
