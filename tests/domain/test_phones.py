import subprocess
import sys

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.phones import parse_phone


@pytest.mark.parametrize(
    ("typed", "digits", "display"),
    [
        ("0812345678", "0812345678", "081-234-5678"),
        ("081-234-5678", "0812345678", "081-234-5678"),
        ("+66 81 234 5678", "0812345678", "081-234-5678"),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", "0812345678", "081-234-5678"),
        ("027199680", "027199680", "02-719-9680"),
        ("(02) 719-9680", "027199680", "02-719-9680"),
        ("02-719-9680-2", "027199680", "02-719-9680-2"),
        ("02-719-9680 ถึง 82", "027199680", "02-719-9680-82"),
        ("1160", "1160", "1160"),
        ("191", "191", "191"),
        ("02-719-9680 ต่อ 2", "027199680", "02-719-9680 ต่อ 2"),
        ("02 719 9680 #12", "027199680", "02-719-9680 ต่อ 12"),
        ("1160 ต่อ 3", "1160", "1160 ต่อ 3"),
        ("1800-222-333", "1800222333", "1800-222-333"),
        ("+86 10 6552 9988", "861065529988", "+86 10 6552 9988"),
    ],
)
def test_a_customer_can_be_called_back(typed: str, digits: str, display: str) -> None:
    phone = parse_phone(typed)
    assert (phone.typed, phone.digits, phone.display) == (typed, digits, display)
    assert parse_phone(phone.display).digits == digits


def test_the_extension_is_kept_apart() -> None:
    assert parse_phone("02-719-9680 ต่อ 2").extension == "2"
    assert parse_phone("02-719-9680 ext. 15").extension == "15"
    assert parse_phone("02-719-9680-2").extension == ""


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "12345",
        "081-234-567",
        "0812345678-9",
        "02-719-9680,02-719-9681",
        "0000000000",
        "ต่อ 2",
    ],
)
def test_a_number_nobody_answers_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_phone(typed, "phone")
    assert (caught.value.code, caught.value.field) == ("bad_phone", "phone")


def test_starting_the_desk_does_not_wait_for_the_phone_library() -> None:
    program = "import sys, crm_desktop.domain.phones; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
