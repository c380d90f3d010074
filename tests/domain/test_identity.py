import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import TaxNumber, branch_label, parse_branch, parse_email


@pytest.mark.parametrize(
    ("typed", "digits", "kind"),
    [
        ("1112034563562", "1112034563562", "person"),
        ("3-1006-00445-63-5", "3100600445635", "person"),
        ("0 1055 36112 01 4", "0105536112014", "company"),
        ("๐๑๐๕๕๓๖๑๑๒๐๑๔", "0105536112014", "company"),
    ],
)
def test_a_good_tax_number_is_taken_as_written(typed: str, digits: str, kind: str) -> None:
    number = TaxNumber.parse(typed)
    assert (number.digits, number.kind) == (digits, kind)
    assert TaxNumber.parse(number.formatted) == number


@pytest.mark.parametrize(
    "typed", ["", "1234545678789", "1112034563561", "111203456356", "11120345635622", "สิบสามหลัก"]
)
def test_a_mistyped_tax_number_is_noticed(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        TaxNumber.parse(typed, "tax_number")
    assert (caught.value.code, caught.value.field) == ("bad_tax_number", "tax_number")


def test_a_personal_number_with_a_leading_zero_warns_and_does_not_block() -> None:
    company, person = TaxNumber.parse("0105536112014"), TaxNumber.parse("1112034563562")
    assert company.warning(is_company=False) == "person_with_company_number"
    assert person.warning(is_company=True) == "company_with_personal_number"
    assert company.warning(is_company=True) is None
    assert person.warning(is_company=False) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *[("", "00000"), ("00000", "00000"), ("สำนักงานใหญ่", "00000"), ("Head Office", "00000")],
        *[("1", "00001"), ("๐๐๐๑๒", "00012"), ("สาขา 3", "00003"), ("สาขาที่ 00003", "00003")],
    ],
)
def test_a_branch_is_five_digits(typed: str, code: str) -> None:
    assert parse_branch(typed) == code


@pytest.mark.parametrize("typed", ["123456", "ลาดพร้าว", "-1", "1.5"])
def test_a_bad_branch_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Refused, match="bad_branch"):
        parse_branch(typed, "branch")


def test_papers_name_the_branch_as_the_law_asks() -> None:
    assert branch_label("00000") == "สำนักงานใหญ่"
    assert branch_label("00012") == "สาขาที่ 00012"
    assert branch_label("00000", "en") == "Head Office"
    assert branch_label("00012", "en") == "Branch 00012"


def test_an_address_that_mail_reaches_is_taken() -> None:
    assert parse_email(" Somchai.J+1@Example.CO.TH ") == "Somchai.J+1@example.co.th"


@pytest.mark.parametrize(
    "typed",
    [
        *("", "somchai", "a@b", "a@@b.co", "a b@c.co", "a@b..co", "a@b.co,c@d.co"),
        *("x" * 250 + "@b.co", "x@[1.2", "a@b.c\0", "a\\@b.co", "a\u200b@b.co"),
        "a@b.co\r\nBcc: c@d.co",
    ],
)
def test_an_address_that_no_mail_reaches_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Refused, match="bad_email"):
        parse_email(typed, "email")
