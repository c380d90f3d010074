"""Thai text as values: dictionary order, the keyboard's two layouts, digits, names, search text."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
_THAI_DIGIT = re.compile("[๐-๙]")

# The order of ICU's th_TH: digits, these letters, then every other script.
_LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮํะัาิีึืุูเแโใไฺ"
_SPELT_OUT = str.maketrans({"ำ": "าํ", "ๅ": "า"})
_TIEBREAKERS = "๎์็่้๊๋"
_LETTER_KEY = {letter: chr(0x3F + place) for place, letter in enumerate(_LETTERS)}
_MARK_KEY = {mark: str(place) for place, mark in enumerate(_TIEBREAKERS)}
_BASE = "."
_MARKS_FOLLOW = "!"
_OTHER_SCRIPTS = 0x100
_LONGEST_NUMBER = 14

_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_NUMBER = re.compile("[0-9]+")
_NUMBER_BEGINS = 0xD800  # halves of pairs, which no text has: they stand before numbers meanwhile


class _Weights(dict[int, str]):
    """What each character counts, found when it is first met; digits count as numbers."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFKD", letter) if letter.isalnum() else ""
        self[code] = "".join(_after_thai(c) for c in plain if c.isalnum())
        return self[code]


class _Ties(dict[int, str]):
    """What breaks ties: the marks, and a place for all that counts."""

    def __missing__(self, code: int) -> str:
        self[code] = _BASE if _PRIMARY[code] else ""
        return self[code]


_PRIMARY = _Weights(
    {
        **{ord(letter): key for letter, key in _LETTER_KEY.items()},
        **dict.fromkeys(map(ord, _TIEBREAKERS), ""),
        **{ord(digit): digit for digit in "0123456789"},
        **{_NUMBER_BEGINS + n: chr(0x30 + n) for n in range(_LONGEST_NUMBER + 1)},
    }
)
_TIES = _Ties(
    {
        **{ord(mark): key for mark, key in _MARK_KEY.items()},
        **{ord(digit): "" for digit in "0123456789"},
    }
)


def arabic_digits(text: str) -> str:
    """Read ๐–๙ as 0–9."""
    return text.translate(_ARABIC) if _THAI_DIGIT.search(text) else text


def sort_key(text: str) -> str:
    """Make a storable string whose code-point order is the Thai dictionary's (ICU th_TH).

    Leading vowels stand after their consonant, digits count by value, spaces and punctuation are
    ignored, tone marks and ็ ์ only break ties. Thai letters are stored as one ASCII byte each.
    """
    weighed = [_weighed(word) for word in text.split(" ")]
    ties = "".join([marks for _, marks in weighed]).rstrip(_BASE)
    return "".join([primary for primary, _ in weighed]) + (_MARKS_FOLLOW + ties if ties else "")


@lru_cache(maxsize=20_000)  # the same words stand in thousands of names
def _weighed(word: str) -> tuple[str, str]:
    """What counts first and what breaks ties, of a word in any script."""
    normal = arabic_digits(unicodedata.normalize("NFC", word).casefold()).translate(_SPELT_OUT)
    swapped = _NUMBER.sub(_measured, _LEADING_VOWEL.sub(r"\2\1", normal))
    return swapped.translate(_PRIMARY), swapped.translate(_TIES)


def _measured(number: re.Match[str]) -> str:
    """Its digits after how many they are, so that 9 stands before 10."""
    digits = number[0].lstrip("0") or "0"
    return chr(_NUMBER_BEGINS + min(len(digits), _LONGEST_NUMBER)) + digits


def _after_thai(letter: str) -> str:
    """Shift a letter behind the Thai ones, short of the code points that are no characters."""
    return chr(ord(letter) + _OTHER_SCRIPTS) if letter < "\ud700" else letter


# Kedmanee (TIS 820-2538) against the US layout, row by row, without and with Shift.
_KEYS = (
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
)
_KEDMANEE = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
_TO_THAI = str.maketrans(_KEYS, _KEDMANEE)
_TO_LATIN = str.maketrans(_KEDMANEE, _KEYS)
_THAI = re.compile("[\u0e01-\u0e5b]")


def swap_layout(text: str) -> str:
    """Give what the same keys type in the other layout: `l;ylfu` ↔ สวัสดี."""
    return text.translate(_TO_LATIN if _THAI.search(text) else _TO_THAI)


_NUMBER_BY_KEYS = re.compile(r"\d[\d.,+]*%?", re.ASCII)


def number_by_keys(text: str) -> str | None:
    """What keys of the number row were meant as, typed with the Thai layout on: ถุ is 56.

    None for everything else: with a digit among them, as in 3/4, they were meant as they stand.
    """
    typed = text.strip()
    swapped = typed.translate(_TO_LATIN)
    mixed = any(map(str.isascii, filter(str.isdigit, typed)))
    return swapped if not mixed and _NUMBER_BY_KEYS.fullmatch(swapped) else None


_VOWELS_AND_MARKS = re.compile("[ัิ-ู็-์]{2,}")
_SARA_AM_IN_PARTS = re.compile("ํ([่-๋]*)า|([่-๋]+)ํา")
_SARA_AM_AND_TONES = re.compile("[ำ่-๋]{2,}")


def search_text(text: str) -> str:
    """Bring text to the one form that is indexed and searched, however it was typed.

    NFC, casefolded, Arabic digits, ำ as one letter after its tone mark, แ as one letter, marks
    after their vowel, nothing invisible, single spaces.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    return " ".join(filter(None, map(_search_word, text.split())))


@lru_cache(maxsize=20_000)  # the same words stand in thousands of names
def _search_word(word: str) -> str:
    if word.isascii():
        return word.casefold()
    visible = unicodedata.normalize("NFC", _UNSEEN.sub("", word))
    text = arabic_digits(visible.casefold()).replace("เเ", "แ")
    if "ํ" in text:
        text = _SARA_AM_IN_PARTS.sub(lambda found: f"{found[1] or found[2] or ''}ำ", text)
    if "ำ" in text:
        text = _SARA_AM_AND_TONES.sub(lambda run: _ordered(run[0], "ำ".__eq__), text)
    text = _VOWELS_AND_MARKS.sub(lambda run: _ordered(run[0], "็".__le__), text)
    found = unicodedata.normalize("NFC", text)
    return found if found == word else _search_word(found)  # marks of other scripts move once more


@lru_cache(maxsize=1_000)  # the same few pairs again and again
def _ordered(run: str, last: Callable[[str], bool]) -> str:
    return "".join(sorted(run, key=last))


_FORMS_BEFORE = (
    "ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วนสามัญ|ห้างหุ้นส่วน|บริษัท|บจก|บมจ|หจก|หสน|บ(?=\\.)|ร้าน|นางสาว|นาง|นาย|"
    "น\\.? ?ส(?=\\.)|คุณ|เด็กชาย|เด็กหญิง|ด\\.ช(?=\\.)|ด\\.ญ(?=\\.)|ดร(?=\\.)"
)
_TITLES_BEFORE = re.compile(rf"(?:{_FORMS_BEFORE})[. ]*(?=[a-z0-9(\"'ก-ฮเ-ไ])")
_ENGLISH_TITLES = re.compile(r"(?:mr|mrs|ms|miss|dr|messrs)(?:\. *| +)(?=\S)")
_FORMS_AFTER = re.compile(
    r"(?<=\S)(?:[ ,]*\( ?มหาชน ?\)|[ ,]*จำกัด|[ ,]+(?:public|company|limited|partnership)|"
    r"[ ,]+(?:co|ltd|plc|inc|corp|llc)\b[.]?)[ ,.]*$"
)
_ENDS = (
    *("จำกัด", "มหาชน", "public", "company", "limited", "partnership"),
    *("co", "ltd", "plc", "inc", "corp", "llc"),
)
_PUNCTUATION = re.compile(r"[^\w\u0e00-\u0e7f]+|[_ฯๆ]+")


@lru_cache(maxsize=10_000)
def bare_name(text: str) -> str:
    """Strip titles and company forms from a name, so that doubles meet; never to nothing."""
    name = search_text(text)
    while (shorter := _strip_once(name)) != name:
        name = shorter
    return " ".join(_PUNCTUATION.sub(" ", name).split()) or name


def _strip_once(name: str) -> str:
    for title in (_TITLES_BEFORE, _ENGLISH_TITLES):
        if found := title.match(name):
            name = name[found.end() :].strip()
    if name.rstrip(" ,.)").endswith(_ENDS):  # the pattern alone would try every place in the name
        name = _FORMS_AFTER.sub("", name, count=1).strip()
    return name
