"""How alike two customers look: names by their sound, and what speaks for and against one person.

Thai writes one sound with several letters (ศ ษ ส, ท ธ ฑ ฒ), tone marks and silenced letters are
left out in a hurry, and a slip of the finger changes one place of a name. Rules and weights are
ours.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crm_desktop.domain.thai import bare_name

_SILENCED = re.compile("[ก-ฮ][ิุ]?์")
_SOFT_R = re.compile("(?<=[ทศสซ])ร")
_ALIKE = (
    *("ขฃคฅฆ", "จฉชฌซศษส", "ฎด", "ฏต", "ฐฑฒถทธ", "ณน", "ญย", "ผพภ", "ฝฟ", "รลฬฤฦ", "หฮ"),
    *("ck", "sz", "vw", "iy", "dt", "bp"),
)
_SOUND = {letter: group[0] for group in _ALIKE for letter in group}
_HEARD = {
    letter: _SOUND.get(letter, letter)
    for letter in (*map(chr, range(0x0E01, 0x0E2F)), *"bcdfgjklmnpqrstvwxz0123456789")
}
KEY_SOUNDS = 5
SHORTEST = 4
MOST_DIFFERENT = 2
LISTED_FROM = 45
"""Percent of likeness from which a pair is worth somebody's look."""

WEIGHTS: Mapping[str, int] = {
    "same_tax_number": 92,
    "same_phone": 62,
    "same_email": 62,
    "same_line": 62,
    "same_company_name": 70,
    "same_name": 42,
    "sound_name": 36,
    "near_name": 36,
    "same_address": 30,
    "same_zone": 8,
    "other_branch": 10,
}
"""Percent that each sign alone says for one customer; together they say more."""

AGAINST: Mapping[str, int] = {"other_tax_number": 35, "other_kind": 80, "other_name": 75}
"""Percent that is left of the likeness where this speaks against it."""

ORDER = (*WEIGHTS, *AGAINST)
"""Signs as they are told, what says most first."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is compared of a customer; `places` are postcode and house of the addresses."""

    id: int
    kind: str
    bare_name: str
    sound: str
    tax_number: str
    tax_branch: str
    zone: str
    email: str
    line_id: str
    phones: frozenset[str]
    places: frozenset[tuple[str, str]]


def sound(name: str) -> str:
    """The consonants of a name by their sound, words together: no vowels, tones, silenced letters,
    and none twice in a row."""
    if "์" in name:
        name = _SILENCED.sub("", name)
    if "ร" in name:
        name = _SOFT_R.sub("", name)
    last, letters = "", []
    for heard in map(_HEARD.get, name):
        if heard and heard != last:
            letters.append(heard)
            last = heard
    return "".join(letters)


def near_keys(name: str) -> tuple[str | None, str | None]:
    """Two keys of a name as it is written; whoever is misspelt in one place shares one of them.

    Of several words the first one whole with the beginning of the rest, and the beginning of the
    first with the rest whole; of one word its first sounds and its last ones.
    """
    words = bare_name(name).split()
    heard = [sound(word) for word in words]
    if sum(map(len, heard)) < SHORTEST:
        return None, None
    first, rest = heard[0], "".join(heard[1:])
    if first and rest:
        return f"{first}|{rest[:2]}", f"{first[:1]}|{rest}"
    whole = first or rest
    return whole[:KEY_SOUNDS], f"…{whole[-KEY_SOUNDS:]}"


def nearly(one: str, other: str) -> bool:
    """Whether two bare names differ in one place only, by at most two letters on either side."""
    if min(len(one), len(other)) < SHORTEST:
        return False
    begins = _common(one, other)
    ends = _common(one[begins:][::-1], other[begins:][::-1])
    longer = max(len(one), len(other)) - begins - ends
    return longer <= MOST_DIFFERENT and longer * 3 <= max(len(one), len(other))


def _common(one: str, other: str) -> int:
    """With how many letters both begin."""
    for place, (letter, others) in enumerate(zip(one, other, strict=False)):
        if letter != others:
            return place
    return min(len(one), len(other))


def reasons(one: Signs, other: Signs) -> tuple[str, ...]:
    """What speaks for and against one customer, in the order of `ORDER`."""
    found = set(_for(one, other)) | set(_against(one, other))
    if found & {"other_branch"}:
        found -= {"other_tax_number"}
    return tuple(each for each in ORDER if each in found)


def _for(one: Signs, other: Signs) -> Iterable[str]:
    if one.tax_number and one.tax_number == other.tax_number:
        branches = one.kind == other.kind == "company" and one.tax_branch != other.tax_branch
        yield "other_branch" if branches else "same_tax_number"
    if one.phones & other.phones:
        yield "same_phone"
    if one.email and one.email == other.email:
        yield "same_email"
    if one.line_id and one.line_id == other.line_id:
        yield "same_line"
    if one.places & other.places:
        yield "same_address"
    if one.zone and one.zone == other.zone:
        yield "same_zone"
    yield from _name(one, other)


def _name(one: Signs, other: Signs) -> Iterable[str]:
    if one.bare_name == other.bare_name:
        yield "same_company_name" if one.kind == other.kind == "company" else "same_name"
    elif nearly(one.bare_name, other.bare_name):
        yield "near_name"
    elif len(one.sound) >= SHORTEST and one.sound == other.sound:
        yield "sound_name"


def _against(one: Signs, other: Signs) -> Iterable[str]:
    if one.tax_number and other.tax_number and one.tax_number != other.tax_number:
        yield "other_tax_number"
    if one.kind != other.kind:
        yield "other_kind"
    if not any(_name(one, other)):
        yield "other_name"


def score(found: Iterable[str]) -> int:
    """Percent of likeness: what is left of the doubt after each sign, then what speaks against."""
    listed = tuple(found)
    doubt, left = 10_000, 100
    for each in listed:
        if each in WEIGHTS:
            doubt = doubt * (100 - WEIGHTS[each]) // 100
        else:
            left = left * AGAINST[each] // 100
    return (10_000 - doubt) * left // 10_000
