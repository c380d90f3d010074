"""Which characters paper can show, and what draws each; nothing here loads ReportLab.

The paper's own face comes first, then the substitutes in their order, and last the face's own
letters where Unicode spells a character with them (㎡ as m and ², a fullwidth letter).
"""

import importlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.lifecycle import Code
from crm_desktop.printing.thai_text import MARKS, clean, clusters

REGULAR, BOLD = "Sarabun", "Sarabun-Bold"
FILES = {REGULAR: "Sarabun-Regular.ttf", BOLD: "Sarabun-Bold.ttf"}


class Substitute(NamedTuple):
    """A variable font that draws what Sarabun lacks; `axes` are pinned beside its weight."""

    name: str
    package: str
    file: str
    axes: tuple[tuple[str, int], ...] = ()


SUBSTITUTES = (  # in this order, so that numbers in circles are all of one size
    Substitute("NotoSansSymbols", "manimgx_fonts", "NotoSansSymbols[wght].ttf"),
    Substitute("Inter", "fontpkg_inter", "files/Inter[opsz,wght].ttf", (("opsz", 14),)),
    Substitute("NotoEmoji", "manimgx_fonts", "NotoEmoji[wght].ttf"),
)
PLACES = {  # where a text stands on paper, by the names that papers and documents have for it
    "customer_name": "customer_name",
    "customer_address": "customer_address",
    "customer": "customer",
    "contact": "contact",
    "site": "site",
    "delivery_address": "site",
    "subject": "subject",
    "project": "subject",
    "delivery": "delivery",
    "delivery_terms": "delivery",
    "payment_terms": "payment_terms",
    "remarks": "remarks",
    "reason": "reason",
    "terms": "terms",
    "terms_th": "terms",
    "terms_en": "terms",
    "special_order_terms": "terms",
    "special_terms_th": "terms",
    "special_terms_en": "terms",
    "specification": "specification",
    "measurements": "specification",
    "files": "files",
    "footer": "footer",
    "footer_th": "footer",
    "footer_en": "footer",
    "seller": "shop",
    "letterhead": "shop",
}
ROWS = ("lines", "movements", "rows")
"""What is told by its running number."""

MOST_CLUSTERS = 8_000
"""Different letters with their marks, each a glyph of its own; all that Thai has are 3,000."""

Step = tuple[str | int, ...]
"""The names and places that lead to a text within a value."""

MOST_MARKS = 4
"""On one letter: no language has more, and a fifth would stand on the line above."""

OWN = 0
"""What `drawn_by` answers for the paper's own face; a substitute is its place plus one."""

_TWINS = {"☐": "□", "✘": "✗", "✕": "×", "☏": "☎", "─": "—", "━": "—", "│": "|"}
_SAME = ("", "<compat>", "<square>", "<noBreak>", "<wide>", "<narrow>")
_UNFIT = ("M", "C", "Z")  # categories that a substitute cannot serve: marks, controls, blanks
_fine: set[str] = set("\n")
_PILED = re.compile(f"[{MARKS}]{{{MOST_MARKS + 1},}}")


def font_path(name: str) -> Path:
    """The file of one of the paper's faces; Refused when the font package is not installed."""
    return _file("fontpkg_sarabun", f"files/{FILES[name]}", name)


def substitute_path(substitute: Substitute) -> Path:
    """The file of a substitute; Refused when its package is not installed."""
    return _file(substitute.package, substitute.file, substitute.name)


def _file(package: str, file: str, name: str) -> Path:
    try:
        path = Path(*importlib.import_module(package).__path__) / file
    except ImportError as error:
        raise Refused("print_font_missing", font=name) from error
    if not path.is_file():
        raise Refused("print_font_missing", font=name)
    return path


@cache
def drawn_by(char: str) -> int | None:
    """Which face draws the character, `OWN` or a substitute's number; None where nobody does."""
    code = ord(char)
    if code in _own():
        return OWN
    if unicodedata.category(char)[0] not in _UNFIT:
        for place, substitute in enumerate(SUBSTITUTES, start=1):
            if code in _covered(substitute_path(substitute)):
                return place
    if char in _TWINS:
        return drawn_by(_TWINS[char])
    return OWN if spelling(char) else None


@cache
def spelling(char: str) -> str:
    """Letters of the face that draws it which look like the character; empty where none do."""
    if char in _TWINS:
        return _TWINS[char]
    tag, *codes = ["", *unicodedata.decomposition(char).split()]
    if codes and codes[0].startswith("<"):
        tag, *codes = codes
    text = "".join(chr(int(code, 16)) for code in codes)
    is_drawn = codes and tag in _SAME and all(ord(each) in _own() for each in text)
    return text if is_drawn else ""


def lacking(text: str) -> list[str]:
    """What of the text paper cannot show, once each: characters that no face draws, letters under
    too many marks."""
    shown = clean(text)
    begun = [pile.start() for pile in _PILED.finditer(shown)]
    found = [shown[max(0, place - 1) : place + MOST_MARKS + 1] for place in begun]
    strange = set(text) - _fine
    if strange:
        unknown = {char for char in set(shown) & strange if drawn_by(char) is None}
        _fine.update(strange - unknown)
        found = [*(char for char in text if char in unknown), *found]
    return list(dict.fromkeys(found))


def refuse_varied(text: str) -> None:
    """Refused where the texts of a paper would need more glyphs than a face may hold."""
    if len(text) > MOST_CLUSTERS and len(set(clusters(text))) > MOST_CLUSTERS:
        raise Refused("paper_too_varied")


def strange(value: Any, path: Step = ()) -> Iterator[tuple[Step, str]]:
    """Every text within the value that holds characters no face has: the way to it, and them."""
    if isinstance(value, str):
        if characters := lacking(value):
            yield path, " ".join(characters)
    elif isinstance(value, list | tuple):
        for place, each in enumerate(value):
            yield from strange(each, (*path, place))
    else:
        for name, each in _named(value):
            yield from strange(each, (*path, name))


def _named(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, Mapping):
        return value.items()
    if is_dataclass(value):
        return [(each.name, getattr(value, each.name)) for each in fields(value)]
    return ()


def refusal(path: Step, characters: str, field: str | None) -> Refused:
    """What the reader is told of a text that cannot be printed: which characters, and where."""
    names = [step for step in path if isinstance(step, str)]
    if names[0] in ROWS:
        line = next(step for step in path if isinstance(step, int)) + 1
        return Refused("font_lacks_characters_line", field, characters=characters, line=line)
    ways = ["_".join(names[-2:]), *reversed(names)]
    place = next((PLACES[way] for way in ways if way in PLACES), "other")
    where = Code(f"print_place_{place}")
    return Refused("font_lacks_characters", field, characters=characters, where=where)


@cache
def _own() -> frozenset[int]:
    return _covered(font_path(REGULAR))


@cache
def _covered(path: Path) -> frozenset[int]:
    import uharfbuzz

    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes)


def pinned(path: Path, axes: Iterable[tuple[str, int]]) -> bytes:
    """A variable font as a plain one at these places of its axes, for setting single characters:
    without hints and without rules of layout."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    wish: Any = uharfbuzz.SubsetInput()
    wish.unicode_set.update(face.unicodes)
    wish.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    for table in (b"GSUB", b"GPOS", b"GDEF"):
        wish.drop_table_tag_set.add(int.from_bytes(table, "big"))
    for axis, value in axes:
        wish.pin_axis_location(face, axis, value)
    data: bytes = uharfbuzz.subset(face, wish).blob.data
    return data
