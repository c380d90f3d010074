"""Dates as people type and read them: day first, Buddhist era, Thai or Arabic digits."""

import re
from calendar import monthrange
from datetime import date, timedelta, timezone

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.thai import arabic_digits

BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
BUDDHIST_YEARS = 543
FARTHEST_MONTHS = 24
CHEQUE_MONTHS = 6

_MONTHS = {
    "th": (
        *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
        *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_ABBREVIATED = ["มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค"]
_MONTH_NUMBERS = {
    name: number
    for names in (
        _MONTHS["th"],
        _ABBREVIATED,
        [name.casefold() for name in _MONTHS["en"]],
        [name[:3].casefold() for name in _MONTHS["en"]],
    )
    for number, name in enumerate(names, start=1)
}

_DAY_FIRST = re.compile(r"(\d{1,2})([/. -])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_BARE = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2}) *([^\d\s]+) *(?:พ\.ศ\.|ค\.ศ\.)? *(\d{4}|\d{2})", re.ASCII)
_FROM_TODAY = re.compile(r"[+-]\d{1,4}", re.ASCII)


def parse_date(text: str, field: str | None = None, today: date | None = None) -> date:
    """Read 21/11/2569, 21/11/69, 21112569, 2569-11-21, 21 พ.ย. 69; with `today` also +7.

    Years 24xx–26xx and two-digit ones are Buddhist, 19xx–20xx Gregorian; the year is converted
    before the day is checked, so 29/2/2567 exists. Refuses with `bad_date`.
    """
    typed = " ".join(arabic_digits(text).split())
    try:
        if today is not None and _FROM_TODAY.fullmatch(typed):
            return today + timedelta(days=int(typed))
        year, month, day = _parts(typed)
        return date(_gregorian(year), month, day)
    except (ValueError, OverflowError):
        raise Refused("bad_date", field, text=text) from None


def _parts(typed: str) -> tuple[int, int, int]:
    """Find year, month and day; ValueError where the text is no date at all."""
    if found := _DAY_FIRST.fullmatch(typed):
        return int(found[4]), int(found[3]), int(found[1])
    if found := _YEAR_FIRST.fullmatch(typed):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _BARE.fullmatch(typed):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(typed):
        name = found[2].casefold().replace(".", "").rstrip(",")
        return int(found[3]), _MONTH_NUMBERS.get(name, 0), int(found[1])
    raise ValueError(typed)


def _gregorian(year: int) -> int:
    if year < 100:
        return 2500 + year - BUDDHIST_YEARS
    if 2400 <= year < 2700:
        return year - BUDDHIST_YEARS
    if 1900 <= year < 2100:
        return year
    raise ValueError(year)


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def too_far(day: date, today: date, field: str) -> Refused | None:
    """`day_too_far` for a planned day that nobody can mean: more than two years ahead."""
    last = months_on(today, FARTHEST_MONTHS)
    return None if day <= last else Refused("day_too_far", field, date=day, last=last)


def check_planned(day: date, today: date, field: str) -> None:
    """Refuses what is `too_far`."""
    if refused := too_far(day, today, field):
        raise refused


def check_cheque(day: date, today: date, field: str) -> None:
    """Refuses `cheque_stale`, which no bank pays any more, and `cheque_too_far`."""
    first, last = months_on(today, -CHEQUE_MONTHS), months_on(today, CHEQUE_MONTHS)
    if day < first:
        raise Refused("cheque_stale", field, date=day, first=first)
    if day > last:
        raise Refused("cheque_too_far", field, date=day, last=last)


def format_date(
    day: date, language: str = "th", era: str = "buddhist", *, long: bool = False
) -> str:
    """Write 21/11/2569, or long 21 พฤศจิกายน 2569; long English is always Gregorian."""
    gregorian = era == "gregorian" or (long and language != "th")
    year = day.year + (0 if gregorian else BUDDHIST_YEARS)
    if not long:
        return f"{day.day:02}/{day.month:02}/{year}"
    return f"{day.day} {_MONTHS[language][day.month - 1]} {year}"
