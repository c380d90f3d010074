"""Cells of other programs' lists as the desk means them: what a spreadsheet did to numbers and
days is undone where that is certain, and refused with a sentence where it is not."""

import re
from functools import lru_cache

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import TaxNumber
from crm_desktop.domain.phones import Phone, parse_phone
from crm_desktop.domain.thai import arabic_digits

TAX_DIGITS = 13
MOST_PHONES = 10
LONGEST_CODE = 40
_EXPONENT = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+(\d{2})", re.ASCII)
_DECIMALS = re.compile(r"\d+\.00+", re.ASCII)
_POINT_ZERO = re.compile(r"(\d+)\.0+", re.ASCII)
_MOBILE = re.compile(r"0(?:6[1-6]|8\d|9\d)\d{7}", re.ASCII)
_GAPS = re.compile(r"[\s.\-–()]+")
_APART = re.compile(r"[,;\n|]+|\s+(?:และ|หรือ|and|or)\s+|\s{2,}")
_SHORT_YEAR = re.compile(r"(\d{1,2})([/. -])(\d{1,2})\2(\d\d)(?!\d)(.*)", re.ASCII | re.DOTALL)
_NAMED_SHORT_YEAR = re.compile(r"(\d{1,2}\s*[^\W\d_][^\d\s/-]*\s*)(\d\d)(?!\d)(.*)", re.DOTALL)


def whole_number(text: str) -> str:
    """Digits that a spreadsheet wrote as a number: 812345678.0 and 8.12345678E+08 as they were.

    Anything else comes back as it is; refuses `import_number_rounded` where digits were lost.
    """
    if text.isdecimal() and text.isascii():  # nearly all are
        return text
    typed = arabic_digits(text).strip()
    if found := _POINT_ZERO.fullmatch(typed):
        return found[1]
    found = _EXPONENT.fullmatch(typed)
    if not found:
        return text
    digits, power = found[1] + (found[2] or ""), int(found[3])
    if power > TAX_DIGITS + 2 or len(digits.rstrip("0")) > power + 1:
        return text
    if len(digits) < power + 1:
        raise Refused("import_number_rounded", text=text)
    return digits[: power + 1]


# ---------------------------------------------------------------- people


def read_code(text: str) -> str:
    """A code or number of a paper: without spaces, in capitals; refuses `import_bad_text`."""
    kept = _DECIMALS.fullmatch(text.strip())  # 100.00 is no number of a spreadsheet, 100.0 is
    code = "".join((text if kept else whole_number(text)).split()).upper()
    if len(code) > LONGEST_CODE:
        raise Refused("import_bad_text", longest=LONGEST_CODE)
    return code


def read_phones(text: str) -> tuple[Phone, ...]:
    """One or several numbers in a cell; a leading 0 that a spreadsheet dropped is put back."""
    plain = whole_number(text)
    mobile = _mobile(plain)
    if mobile:
        return (mobile,)
    pieces = [piece for each in _APART.split(plain) if (piece := each.strip())]
    phones = [phone for piece in pieces for phone in _phones(piece)]
    if not phones or len(phones) > MOST_PHONES:
        raise Refused("bad_phone", text=text)
    return tuple({phone.digits: phone for phone in reversed(phones)}.values())[::-1]


def _mobile(text: str) -> Phone | None:
    """What nearly all numbers are, read without the help of a library."""
    digits, typed = _GAPS.sub("", text), " ".join(text.split())
    if len(digits) == 9 and digits[0] in "689":
        digits = typed = f"0{digits}"
    if not _MOBILE.fullmatch(digits):
        return None
    return Phone(typed, digits, f"{digits[:3]}-{digits[3:6]}-{digits[6:]}")


def _phones(piece: str) -> list[Phone]:
    found = _mobile(piece) or _whole(piece)
    if found:
        return [found]
    parts = [each.strip() for each in piece.split("/")]
    if len(parts) == 1:
        raise Refused("bad_phone", text=piece)
    read = [_mobile(part) or _whole(part) for part in parts]
    if not all(read):
        raise Refused("bad_phone", text=piece)
    return [phone for phone in read if phone]


@lru_cache(maxsize=10_000)
def _whole(text: str) -> Phone | None:
    """As it stands, else with the 0 before it that a number cannot have."""
    digits = _GAPS.sub("", text)
    dropped = digits.isascii() and digits.isdigit() and len(digits) in (8, 9) and digits[0] != "0"
    for typed in (f"0{digits}", text) if dropped else (text,):
        try:
            return parse_phone(typed)
        except Refused:
            continue
    return None


def read_tax_number(text: str) -> str:
    """The 13 digits; refuses `bad_tax_number`, and `import_tax_number_short` where a spreadsheet
    dropped the first: which company it was cannot be told from the rest."""
    plain = whole_number(text)
    digits = re.sub(r"[\s.\-]", "", arabic_digits(plain))
    if digits.isascii() and digits.isdigit() and len(digits) == TAX_DIGITS - 1:
        raise Refused("import_tax_number_short", text=text)
    return TaxNumber.parse(plain).digits


# ---------------------------------------------------------------- days


def settled_year(text: str) -> str:
    """The same day with a year of four digits: 40–99 are Buddhist (69 = 2569), 15–39 Gregorian
    (26 = 2026), for no list of a shop is of 1972 or 2050; refuses `import_year_unclear` for 00–14.
    """
    typed = arabic_digits(text).strip()
    if found := _SHORT_YEAR.fullmatch(typed):
        day, between, month, year, rest = found.groups()
        return f"{day}{between}{month}{between}{_century(year, text)}{rest}"
    if found := _NAMED_SHORT_YEAR.fullmatch(typed):
        return f"{found[1]}{_century(found[2], text)}{found[3]}"
    return text


def _century(year: str, text: str) -> str:
    if int(year) < 15:
        raise Refused("import_year_unclear", text=text)
    return f"{'25' if int(year) >= 40 else '20'}{year}"


# ---------------------------------------------------------------- addresses

_MARKS = (
    ("moo", r"หมู่ที่|หมู่(?!บ้าน)|ม\.(?=\s*\d)"),
    ("building", r"อาคาร|หมู่บ้าน|คอนโด|ตึก"),
    ("soi", r"ซอย|ซ\."),
    ("road", r"ถนน|ถ\."),
    ("subdistrict", r"ตำบล|แขวง|ต\."),
    ("district", r"กิ่งอำเภอ|อำเภอ|เขต|อ\."),
    ("province", r"จังหวัด|จ\.|(?=กรุงเทพ|กทม)"),
)
_MARK = re.compile(
    r"(?:(?<=\s)|^)(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _MARKS) + r")"
)
_POSTCODE_AT_END = re.compile(r"\b(\d{5})\s*$", re.ASCII)
_HOUSE = re.compile(r"^(?:บ้าน)?เลขที่\s*")


def read_address(text: str) -> dict[str, str]:
    """The parts of an address written in one line, by the words before them; what no word names
    stays with the house number, so that nothing is lost."""
    rest = " ".join(arabic_digits(text).replace(",", " ").split())
    parts: dict[str, str] = {}
    if found := _POSTCODE_AT_END.search(rest):
        parts["postcode"], rest = found[1], rest[: found.start()].strip()
    marks = list(_MARK.finditer(rest))
    parts["house"] = _HOUSE.sub("", rest[: marks[0].start()] if marks else rest).strip()
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(rest)
        name, said = str(mark.lastgroup), rest[mark.end() : end].strip()
        whole = said if name != "building" else rest[mark.start() : end].strip()
        parts[name] = f"{parts[name]} {whole}" if name in parts else whole
    return {name: said for name, said in parts.items() if said}
