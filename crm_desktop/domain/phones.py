"""Telephone numbers as Thai people write them: hotlines, extensions and ranges among them."""

import re
from dataclasses import dataclass

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import arabic_digits

_EXTENSION = re.compile(
    r"\s*[,(]?\s*(?:ต่อ|กด|ext\.?|extension|x|#)\s*(\d{1,6})\s*\)?$", re.I | re.A
)
_RANGE = re.compile(r"(?P<first>.*\d)\s*(?:-|–|ถึง|/)\s*(?P<last>\d{1,4})", re.ASCII)
_LANDLINE_LENGTH = 9
_HOTLINE = re.compile(r"1\d{2,3}", re.ASCII)
_WRITTEN = re.compile(r"[\d+() .\-–]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as typed, its dialled digits for search, and how the program shows it."""

    typed: str
    digits: str
    display: str
    extension: str = ""


def parse_phone(text: str, field: str | None = None) -> Phone:
    """Read a Thai or foreign number, a hotline, `ต่อ 2` or a range; refuses with `bad_phone`."""
    typed = " ".join(text.split())
    number = arabic_digits(typed)
    extension = ""
    if found := _EXTENSION.search(number):
        number, extension = number[: found.start()], found[1]
    read = _hotline(number) or _single(number) or _range(number)
    if read is None:
        raise Refused("bad_phone", field, text=text)
    digits, display = read
    return Phone(typed, digits, f"{display} ต่อ {extension}" if extension else display, extension)


def _hotline(number: str) -> tuple[str, str] | None:
    digits = number.strip()
    return (digits, digits) if _HOTLINE.fullmatch(digits) else None


def _range(number: str) -> tuple[str, str] | None:
    """A switchboard of consecutive numbers, 02-719-9680-2: the first is dialled.

    Landlines only: a mobile number with one digit more is a slip of the finger.
    """
    found = _RANGE.fullmatch(number.strip())
    first = _single(found["first"]) if found else None
    if found is None or first is None or len(first[0]) != _LANDLINE_LENGTH:
        return None
    return first[0], f"{first[1]}-{found['last']}"


def _single(number: str) -> tuple[str, str] | None:
    import phonenumbers

    if not _WRITTEN.fullmatch(number):
        return None
    try:
        parsed = phonenumbers.parse(number, "TH")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    if parsed.country_code != 66:
        written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        return "".join(filter(str.isdigit, written)), written
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return "".join(filter(str.isdigit, written)), written.replace(" ", "-")
