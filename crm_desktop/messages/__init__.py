"""Refusals, reasons and papers speak in codes; this catalogue holds their sentences.

The sources are the `.po` files of each language's folder, one per subject; setting the project
up merges them into `th.mo` and `en.mo`.
"""

from bisect import bisect_left
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from pathlib import Path
from struct import unpack_from
from typing import Any

from crm_desktop.domain.dates import format_date
from crm_desktop.domain.lifecycle import Code
from crm_desktop.domain.money import Money, half_up

FOLDER = Path(__file__).parent
LANGUAGES = ("th", "en")
LONGEST = 4
"""Decimals that a sentence shows: a discount may be an exact ratio with many more."""


class Catalogue(dict[str, str]):
    """The compiled sentences of one language by code, each looked up in the file's sorted table
    when it is first asked for: to read all takes as long as the first list. A code without a
    sentence gives itself."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._data = file.read_bytes()
        self._count, self._codes, self._sentences = unpack_from("<3I", self._data, 8)

    def _text(self, table: int, number: int) -> bytes:
        length, begin = unpack_from("<2I", self._data, table + 8 * number)
        return self._data[begin : begin + length]

    def __missing__(self, code: str) -> str:
        wanted, codes = code.encode(), partial(self._text, self._codes)
        place = bisect_left(range(self._count), wanted, key=codes)
        there = place < self._count and codes(place) == wanted
        self[code] = self._text(self._sentences, place).decode() if there else code
        return self[code]


@cache
def catalogue(language: str) -> Catalogue:
    """The sentences of one language."""
    return Catalogue(FOLDER / f"{language}.mo")


def known(code: str, language: str = "th") -> bool:
    """Whether the catalogue has a sentence for the code."""
    return catalogue(language)[code] != code


def sentence(code: str, /, language: str = "th", era: str = "buddhist", **values: Any) -> str:
    """The sentence of a code, its values written as that language's readers write them."""
    shown = {name: show(value, language, era) for name, value in values.items()}
    return catalogue(language)[code].format(**shown)


def show(value: Any, language: str = "th", era: str = "buddhist") -> str:
    """One value as text: money with commas, exact decimals, dates in the reader's era."""
    match value:
        case Money():
            return str(value)
        case Decimal():
            return f"{half_up(value, LONGEST).normalize():,f}"
        case datetime():
            return f"{format_date(value.date(), language, era)} {value:%H:%M}"
        case date():
            return format_date(value, language, era)
        case object(code=str(), values=_):
            return explain(value, language, era)
        case tuple():
            return ", ".join(show(each, language, era) for each in value)
        case Code():
            return sentence(value, language)
        case Enum() if known(str(value.value), language):
            return sentence(str(value.value), language)
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def explain(refusal: Any, language: str = "th", era: str = "buddhist") -> str:
    """The sentence of anything that carries `code` and `values`: a refusal, a reason, a fault."""
    return sentence(refusal.code, language, era, **refusal.values)
