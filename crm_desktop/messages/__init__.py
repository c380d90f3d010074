"""Refusals, reasons and papers speak in codes; this catalogue holds their sentences.

The sources are the `.po` files of each language's folder, one per subject; setting the project
up merges them into `th.mo` and `en.mo`.
"""

import gettext
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from crm_desktop.domain.dates import format_date
from crm_desktop.domain.lifecycle import Code
from crm_desktop.domain.money import Money, half_up

FOLDER = Path(__file__).parent
LANGUAGES = ("th", "en")
LONGEST = 4
"""Decimals that a sentence shows: a discount may be an exact ratio with many more."""


@cache
def catalogue(language: str) -> gettext.GNUTranslations:
    """The compiled sentences of one language."""
    with (FOLDER / f"{language}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def known(code: str, language: str = "th") -> bool:
    """Whether the catalogue has a sentence for the code."""
    return catalogue(language).gettext(code) != code


def sentence(code: str, /, language: str = "th", era: str = "buddhist", **values: Any) -> str:
    """The sentence of a code, its values written as that language's readers write them."""
    shown = {name: show(value, language, era) for name, value in values.items()}
    return catalogue(language).gettext(code).format(**shown)


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
