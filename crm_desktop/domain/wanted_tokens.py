"""The words and numbers of an order message, each number with what it is: count, size or date."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from crm_desktop.domain.money import LARGEST_QUANTITY
from crm_desktop.domain.said_numbers import BIG, FIGURES, HALF, WORDS, Said, said_at
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.domain.trade_words import (
    EACH,
    EITHER_UNITS,
    FRACTIONS,
    HEADS,
    NOT_GOODS_AFTER,
    NOT_GOODS_BEFORE,
    POLITE,
    QUALIFIERS,
    SELLING_UNITS,
    SIZE_UNITS,
    SIZED_BY,
)


class Kind(Enum):
    """What a token is; a NUMBER and an EITHER may be size or count, as the rest of it shows."""

    WORD = auto()
    CODE = auto()
    SIZE = auto()
    NUMBER = auto()
    EITHER = auto()
    COUNT = auto()
    EACH = auto()
    ASIDE = auto()
    COMMA = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the message; `value` and `unit` where it is a number."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Decimal | None = None
    unit: str = ""


_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")
_BULLET = re.compile(r"[ \t]*(?:[-*•·–—>▪●✅☑️🔸]+[ \t]*|\(?\d{1,2}[.)](?!\d)[ \t]*)")
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+66[\d -]{8,12}\d|0[2-9]\d?[- .]?\d{3}[- .]?\d{3,4}|0\d{8,9})(?!\d)"
)
_DATE = re.compile(
    r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?!\d)|\d{1,2}[.:]\d{2} ?น(?:\.|(?![\u0e01-\u0e5b]))"
)
_PLAIN = FIGURES
_PART = r"(?:[1-9][ -]?)?(?:\d{1,2}/\d{1,2}(?![/\d])|[½¼¾⅜⅝⅛⅞])"
_FRACTION = re.compile(_PART)
_DIMS = re.compile(rf"(?:{_PART}|{_PLAIN})(?:[ ]*[x×*][ ]*(?:{_PART}|{_PLAIN}))+", re.IGNORECASE)
_RANGE = re.compile(rf"{_PLAIN}[ ]*[-–][ ]*{_PLAIN}")
_NUMBER = re.compile(_PLAIN)
_TIMES = re.compile(rf"[x×*=][ ]*({_PLAIN})(?![ ]*[x×*\d])", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{1,8}-?\d+(?:[-./]\d+|-[a-z0-9]+)*(?:[a-wyz](?![a-z]))?", re.IGNORECASE)
_BAHT = r"(?:[ ]*(?:บาท|บ\.|฿|\.-))?"
_PER = r"(?:[\u0e01-\u0e5b.]{1,8}ละ|@|฿)[ ]*"
_PRICE = re.compile(rf"{_PER}{_PLAIN}(?:[ ]*(?:{BIG}))?{_BAHT}")
_SAID_PRICE = re.compile(rf"{_PER}(?:{WORDS})+{_BAHT}")
_SCALE = re.compile(rf"[ ]*(?:สิบ|{BIG})")
_WORD = re.compile(r"[^\s\d,;+|•·½¼¾⅜⅝⅛⅞]+")
_COMMA = re.compile(r"[,;+|•·]|[-–*](?=\s)|/(?=\s)")
_THAI_LETTER = re.compile("[\u0e01-\u0e4e]")
_COUNTED_IN_PARTS = ("คิว", "ตัน", "โหล", "ตร.ม.")

Spelling = tuple[str, str, Kind]


def _spellings() -> list[Spelling]:
    groups: tuple[tuple[Mapping[str, tuple[str, ...]], Kind], ...] = (
        (SELLING_UNITS, Kind.COUNT),
        (EITHER_UNITS, Kind.EITHER),
        (SIZE_UNITS, Kind.SIZE),
    )
    found = [
        (said, unit, kind)
        for units, kind in groups
        for unit, all_ in units.items()
        for said in all_
    ]
    found += [(said, said, Kind.ASIDE) for said in NOT_GOODS_AFTER]
    return sorted(found, key=lambda each: -len(each[0]))


_UNITS = _spellings()
_AFTER_UNIT = (*HEADS, *POLITE, *QUALIFIERS, *EACH, "ครึ่ง", "ส่ง", "ตรา", "สี")
_EACH = re.compile("|".join(sorted(map(re.escape, EACH), key=len, reverse=True)), re.IGNORECASE)


def tokens_of(text: str) -> tuple[str, list[Token]]:
    """The message as it is read, and its tokens; places are of that reading."""
    normal = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).replace("\r", "\n")
    clean = arabic_digits(normal).replace("เเ", "แ").replace("\t", " ")
    return clean, _Scan(clean).all()


class _Scan:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.low = text.lower() if len(text.lower()) == len(text) else text
        self.found: list[Token] = []

    def all(self) -> list[Token]:
        """Every token; what is no word, number or mark is passed over."""
        self._bullet()
        while self.at < len(self.text):
            if self.text[self.at] == "\n":
                self._add(Kind.BREAK, self.at + 1)
                self._bullet()
            elif not (self._space() or self._aside() or self._number() or self._word()):
                self.at += 1
        return self.found

    def _add(self, kind: Kind, end: int, text: str = "", value: Decimal | None = None,
             unit: str = "") -> bool:  # fmt: skip
        given = text or self.text[self.at : end]
        self.found.append(Token(kind, self.at, end, given, value, unit))
        self.at = end
        return True

    def _bullet(self) -> None:
        hit = _BULLET.match(self.text, self.at)
        if hit and any(each.isdigit() for each in hit[0]):
            self._add(Kind.ASIDE, hit.end())
        elif hit:
            self.at = hit.end()

    def _space(self) -> bool:
        hit = _SPACES.match(self.text, self.at)
        if hit:
            self.at = hit.end()
        return bool(hit)

    def _aside(self) -> bool:
        for each in (_PHONE, _DATE):
            hit = each.match(self.text, self.at)
            if hit and not self._inside_number():
                return self._add(Kind.ASIDE, hit.end())
        hit = _PRICE.match(self.text, self.at)
        if hit and not _EACH.match(self.low, self.at):
            return self._add(Kind.ASIDE, hit.end())
        hit = _SAID_PRICE.match(self.low, self.at)
        if hit and not _EACH.match(self.low, self.at) and self._ended(hit.end()):
            return self._add(Kind.ASIDE, hit.end())
        return False

    def _inside_number(self) -> bool:
        return self.at > 0 and self.text[self.at - 1].isdigit()

    # Numbers ----------------------------------------------------------------------------------

    def _number(self) -> bool:
        hit = _TIMES.match(self.low, self.at)
        if hit and self.found and self.found[-1].kind not in (Kind.BREAK, Kind.COMMA):
            value, after = self._amount(hit.start(1), hit[1])
            unit, kind, end = self._unit(after)
            long = kind is Kind.EITHER and value is not None
            return self._add(Kind.EITHER if long else Kind.COUNT, end, hit[1], value, unit)
        for each in (_DIMS, _RANGE):
            hit = each.match(self.low, self.at)
            if hit:
                return (each is _RANGE and self._unclear(hit.end())) or self._sized(hit)
        hit = _FRACTION.match(self.low, self.at)
        if hit:
            scaled = _SCALE.match(self.low, hit.end())
            return bool(scaled and self._unclear(hit.end())) or self._fraction(hit)
        hit = _NUMBER.match(self.low, self.at)
        return bool(hit) and self._plain(hit[0], hit.end()) if hit else False

    def _amount(self, at: int, figures: str) -> tuple[Decimal | None, int]:
        """How many the figures at `at` say, with the words behind them: `5 ร้อย`; and their end."""
        said = said_at(self.low, at)
        if said is not None:
            counted = self._unit(said.end)[1] is Kind.COUNT
            if counted or (said.value is not None and self._ended(said.end)):
                return self._within(said.value), said.end
        return self._decimal(figures) if figures else None, at + len(figures)

    def _unclear(self, end: int) -> bool:
        """A number in words behind something that is no factor: a count, but nobody knows which."""
        space = _SPACES.match(self.low, end)
        said = self._number_in_words(space.end() if space else end)
        if said is None:
            return False
        unit, _, after = self._unit(said.end)
        return self._add(Kind.COUNT, after, "", None, unit)

    def _ended(self, end: int) -> bool:
        """Whether a number in words ends there: no selling unit follows, and no longer word."""
        kind = self._unit(end)[1]
        if kind is not None:
            return kind is not Kind.COUNT
        return end >= len(self.low) or not _THAI_LETTER.match(self.low[end])

    def _sized(self, hit: re.Match[str]) -> bool:
        unit, kind, end = self._unit(hit.end())
        if kind not in (Kind.SIZE, Kind.EITHER):
            unit, end = "", hit.end()
        return self._add(Kind.SIZE, end, re.sub(r"\s*([x×*])\s*", "x", hit[0]), None, unit)

    def _fraction(self, hit: re.Match[str]) -> bool:
        """A part of a whole: a size in inches mostly, a count of what is sold in parts."""
        text = hit[0]
        for sign, plain in FRACTIONS.items():
            text = text.replace(sign, f" {plain}" if text[0] != sign else plain)
        text = " ".join(text.replace("-", " ").split())
        unit, kind, end = self._unit(hit.end())
        if kind is Kind.COUNT and unit in _COUNTED_IN_PARTS:
            value = _value(text)
            if value is not None:
                return self._add(Kind.COUNT, end, text, value, unit)
        if kind is not Kind.SIZE:
            unit, end = "", hit.end()
        return self._add(Kind.SIZE, end, text, None, unit)

    def _plain(self, text: str, end: int) -> bool:
        value, bare = self._decimal(text), self._bare()
        if value is not None and bare is not Kind.SIZE:
            value, amount_end = self._amount(self.at, text)
            if amount_end > end:
                return self._scaled(value, amount_end, bare)
        unit, kind, after = self._unit(end)
        if value is None:
            return self._add(Kind.SIZE, end, text)
        if kind is Kind.ASIDE:
            return self._add(Kind.ASIDE, after)
        if kind is Kind.COUNT:
            return self._counted(after, text, value, unit)
        if kind in (Kind.SIZE, Kind.EITHER):
            return self._add(kind, after, text, value, unit)
        return self._add(bare, end, text, value)

    def _scaled(self, value: Decimal | None, end: int, bare: Kind) -> bool:
        """Figures with words behind them; behind a price they may be the price or the count."""
        unit, kind, after = self._unit(end)
        text = f"{value:f}" if value is not None else ""
        if kind is Kind.COUNT:
            return self._counted(after, text, None if bare is Kind.ASIDE else value, unit)
        return self._add(kind or bare, after, text, value, unit if kind else "")

    def _counted(self, end: int, text: str, value: Decimal | None, unit: str) -> bool:
        """A count with its unit, and the half behind it: `2 คิวครึ่ง`."""
        if self.low.startswith("ครึ่ง", end):
            value, end = None if value is None else value + HALF, end + len("ครึ่ง")
        return self._add(Kind.COUNT, end, text, value, unit)

    def _bare(self) -> Kind:
        """What a number without a unit is, by the word before it."""
        before = self.found[-1] if self.found else None
        if before is None or before.kind is not Kind.WORD:
            return Kind.NUMBER
        word = before.text.lower().rstrip(":.= ")
        if word.endswith(SIZED_BY) or f"{word}." in SIZED_BY:
            return Kind.SIZE
        return Kind.ASIDE if word.endswith(NOT_GOODS_BEFORE) else Kind.NUMBER

    def _decimal(self, text: str) -> Decimal | None:
        """A number that can be a quantity; None for one that is too long or too fine."""
        return self._within(Decimal(text.replace(",", ""))) if len(text) < 20 else None

    def _within(self, number: Decimal | None) -> Decimal | None:
        exact = number is not None and number == number.quantize(Decimal("0.001"))
        return number if number is not None and exact and 0 < number <= LARGEST_QUANTITY else None

    def _unit(self, at: int) -> tuple[str, Kind | None, int]:
        """The unit that stands at `at` or after a space: its name, kind and end."""
        space = _SPACES.match(self.low, at)
        begin = space.end() if space else at
        for said, unit, kind in _UNITS:
            if self.low.startswith(said, begin) and self._ends(said, begin + len(said)):
                return unit, kind, begin + len(said)
        return "", None, at

    def _ends(self, said: str, end: int) -> bool:
        """Whether a unit ends there, and is not the beginning of a longer word."""
        if end >= len(self.low):
            return True
        following = self.low[end]
        if not _THAI_LETTER.match(said[-1]):
            return not (said[-1].isalpha() and following.isascii() and following.isalpha())
        if not _THAI_LETTER.match(following):
            return True
        return self.low.startswith(_AFTER_UNIT, end)

    # Words ------------------------------------------------------------------------------------

    def _word(self) -> bool:
        hit = _EACH.match(self.low, self.at)
        if hit:
            return self._each(hit.end())
        if self._said_number():
            return True
        hit = _CODE.match(self.low, self.at)
        if hit and not (
            self.at and self.low[self.at - 1].isascii() and self.low[self.at - 1].isalpha()
        ):
            return self._add(Kind.CODE, hit.end())
        hit = _COMMA.match(self.text, self.at)
        if hit:
            return self._add(Kind.COMMA, hit.end())
        hit = _WORD.match(self.text, self.at)
        return self._add(Kind.WORD, self._stop(hit.end())) if hit else False

    def _stop(self, end: int) -> int:
        """Where a run of letters must end: before `อย่างละ`, a number in words, or a code."""
        for place in range(self.at + 1, end):
            if _EACH.match(self.low, place) or self._number_in_words(place):
                return place
            letter = self.low[place]
            begins = letter.isascii() and letter.isalpha() and not self.low[place - 1].isascii()
            if begins and self.low[place - 1] not in "(":
                return place
        return end

    def _each(self, end: int) -> bool:
        """`อย่างละ` with the number behind it; without one it is only a word."""
        space = _SPACES.match(self.low, end)
        begin = space.end() if space else end
        hit, unclear = _NUMBER.match(self.low, begin), _RANGE.match(self.low, begin)
        value, close = self._amount(begin, hit[0] if hit else "")
        if unclear:
            value, close = None, unclear.end()
        elif close == begin or (value is None and close == (hit.end() if hit else begin)):
            return self._add(Kind.WORD, end)
        unit, kind, after = self._unit(close)
        if kind not in (Kind.COUNT, Kind.EITHER):
            unit, after = "", close
        return self._add(Kind.EACH, after, self.text[begin:close], value, unit)

    def _number_in_words(self, at: int) -> Said | None:
        """A number in letters with a selling unit right behind it: `สองถุง`, `ร้อยห้าสิบ ก้อน`."""
        said = said_at(self.low, at)
        if said is None or said.figures:
            return None
        return said if self._unit(said.end)[1] is Kind.COUNT else None

    def _said_number(self) -> bool:
        said = self._number_in_words(self.at)
        if said is None:
            return False
        unit, _, end = self._unit(said.end)
        return self._counted(end, "", self._within(said.value), unit)


def _value(text: str) -> Decimal | None:
    """A fraction as an exact number of thousandths; None where it has none."""
    whole, _, part = text.rpartition(" ")
    above, _, below = part.partition("/")
    if not int(below):
        return None
    value = Decimal(whole or 0) + Decimal(above) / Decimal(below)
    return value if 0 < value == value.quantize(Decimal("0.001")) else None
