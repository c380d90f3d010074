"""Numbers as people say them in Thai letters: สองร้อย, ร้อยห้าสิบ, 5 ร้อย, 2 พัน 500.

A run of number words is read as one number or not at all: what may mean two things, such as
สองสามร้อย or พันห้า, has no value, for a quantity that is wrong by a factor is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from crm_desktop.domain.trade_words import NUMBERED_NAMES, SIZED_BY

HALF = Decimal("0.5")
ONES = {
    "หนึ่ง": 1,
    "สอง": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
}
SCALES = {
    "สิบ": 10,
    "ร้อย": 100,
    "พัน": 1_000,
    "หมื่น": 10_000,
    "แสน": 100_000,
    "ล้าน": 1_000_000,
}
ENDING, TWENTY = "เอ็ด", "ยี่"
VAGUE = ("ครึ่ง", "หลาย", "กี่")
BIG = "ร้อย|พัน|หมื่น|แสน|ล้าน"
FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"

WORDS = "|".join((*ONES, *SCALES, ENDING, TWENTY, *VAGUE))
_BETWEEN = "[ ]*(?:-|–|ถึง|หรือ)?[ ]*"
_RUN = re.compile(
    rf"(?:{FIGURES}{_BETWEEN})?(?:{WORDS})"
    rf"(?:{_BETWEEN}(?:{WORDS})"
    rf"|{_BETWEEN}{FIGURES}(?![\d/]|[ ]*[x×*])(?:{_BETWEEN}(?:{WORDS}))?){{0,15}}"
)
_ATOM = re.compile(f"{WORDS}|{FIGURES}")
_PARTED = re.compile("[-–]|ถึง|หรือ")


@dataclass(frozen=True, slots=True)
class Said:
    """A run of number words and where it ends; no `value` where it cannot be known."""

    end: int
    value: Decimal | None
    figures: bool


def said_at(text: str, at: int) -> Said | None:
    """The number in words that begins at `at`; None where none does, or where its first word
    belongs to a name before it: หินหนึ่ง 5 คิว."""
    hit = _RUN.match(text, at)
    if hit is None:
        return None
    atoms = _ATOM.findall(hit[0])
    if all(each in VAGUE[1:] for each in atoms):
        return None
    value = None if _PARTED.search(hit[0]) else number_of(atoms)
    named = text[:at].endswith(SIZED_BY) or (text[:at] + atoms[0]).endswith(NUMBERED_NAMES)
    if named and len(atoms) > 1:
        apart = text[at + len(atoms[0])] == " " or atoms[1][0].isdigit()
        if apart or value is None:
            return None
        value = None
    return Said(hit.end(), value, atoms[0][0].isdigit())


def number_of(atoms: Sequence[str]) -> Decimal | None:
    """The number that these words and figures say together; None for what may mean two things."""
    if list(atoms) == [VAGUE[0]]:
        return HALF
    total, scale, factor = Decimal(0), 0, ""
    for atom in atoms:
        if atom in SCALES:
            times = _times(factor, SCALES[atom], first=not scale)
            if times is None or (scale and SCALES[atom] >= scale):
                return None
            scale, factor = SCALES[atom], ""
            total += times * scale
        elif factor:
            return None
        else:
            factor = atom
    rest = _rest(factor, scale)
    return None if rest is None else total + rest


def _times(factor: str, scale: int, first: bool) -> Decimal | None:
    """How often a scale is meant: ยี่สิบ, สามร้อย, 5 ร้อย; one where it opens the number."""
    if not factor:
        return Decimal(1) if first or scale == 10 else None
    if scale == 10:
        tens = {TWENTY: 2, **{word: ones for word, ones in ONES.items() if ones > 2}}
        return Decimal(tens[factor]) if factor in tens else None
    if factor in ONES:
        return Decimal(ONES[factor])
    if not factor[0].isdigit():
        return None
    times = Decimal(factor.replace(",", ""))
    whole = times == times.to_integral_value()
    return times if 1 <= times < 10 and (whole or first) else None


def _rest(factor: str, scale: int) -> Decimal | None:
    """What stands behind the last scale; a single one behind a hundred may be tens as well."""
    if not factor:
        return Decimal(0)
    if factor == ENDING:
        return Decimal(1) if scale else None
    if factor[0].isdigit():
        rest = Decimal(factor.replace(",", ""))
        return rest if scale > 10 and scale / 10 <= rest < scale else None
    ones = ONES.get(factor)
    if ones is None or scale > 10 or (scale == 10 and ones == 1):
        return None
    return Decimal(ones)
