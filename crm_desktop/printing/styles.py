"""The finished styles of papers: everything in which they differ is a row here.

Content speaks of inks by their part (`ink`, `muted`, `accent`, …). What colour and weight a part
has, or whether it is drawn at all, the style says, so no content knows which style it is set in.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from reportlab.lib.colors import Color, HexColor

from crm_desktop.printing.paper import Look

LEAST_CONTRAST = 4.5

Part = Literal["ink", "muted", "accent", "hair", "edge", "tint", "second", "third", "watermark"]
"""Words in `ink`, `muted` and `accent`, as heavy rules and frames; thin rules in `hair`; a band has
a `tint` behind it and an `edge` at its foot; `second` and `third` are further pieces of a bar."""


class Ink(NamedTuple):
    """A colour and, where lines are drawn in it, their weight and dashes; no colour: not drawn."""

    color: Color | None
    weight: float = 0.5
    dash: tuple[float, ...] = ()


class Manner(NamedTuple):
    """One style. Without an `accent` of its own it takes the shop's; `tint` is the share of it in
    the bands behind heads and totals, `edge` the weight of the rule that ends a band where no tint
    does; pictures lose their colours where it is `grey`; `seller`: whether the shop is printed."""

    ink: str
    muted: str
    hair: str
    thin: float
    heavy: float
    accent: str = ""
    grey: bool = False
    tint: float = 0.0
    edge: float = 0.0
    dash: tuple[float, ...] = ()
    second: str = "#808080"
    third: str = "#c4c4c4"
    watermark: str = "#e8e8e8"
    title_size: float = 20.0
    centered: bool = False
    seller: bool = True


MANNERS: Mapping[str, Manner] = {
    "modern": Manner(
        ink="#1b2126",
        muted="#59636b",
        hair="#d3d9dd",
        thin=0.5,
        heavy=1.0,
        tint=0.07,
        second="#c98a1b",
        third="#b23a3a",
        watermark="#eceff1",
    ),
    "plain": Manner(
        ink="#000000",
        muted="#000000",
        hair="#808080",
        thin=0.3,
        heavy=0.6,
        accent="#000000",
        grey=True,
        edge=0.3,
        title_size=18.0,
    ),
    "letterhead": Manner(
        ink="#1b2126",
        muted="#4c545b",
        hair="#c3c9ce",
        thin=0.4,
        heavy=0.8,
        edge=0.4,
        second="#8d949a",
        title_size=17.0,
        centered=True,
        seller=False,
    ),
    "roll": Manner(
        ink="#000000",
        muted="#000000",
        hair="#000000",
        thin=0.6,
        heavy=1.0,
        accent="#000000",
        grey=True,
        dash=(2.4, 2.4),
        title_size=15.0,
        centered=True,
    ),
}
"""The three styles that a shop chooses from, and the roll, which is one whatever the style."""


def manner(look: Look) -> Manner:
    """The style of a look."""
    return MANNERS["roll" if look.page_size == "roll" else look.style]


@lru_cache(maxsize=64)
def inks(style: Manner, accent: str) -> Mapping[Part, Ink]:
    """The inks of a style for a shop whose colour is #rrggbb."""
    color = readable(HexColor(style.accent or accent), style.tint)
    return {
        "ink": Ink(HexColor(style.ink), style.thin),
        "muted": Ink(HexColor(style.muted), 0.6),
        "accent": Ink(color, style.heavy),
        "hair": Ink(HexColor(style.hair), style.thin, style.dash),
        "edge": Ink(color if style.edge else None, style.edge),
        "tint": Ink(mixed(color, style.tint) if style.tint else None),
        "second": Ink(HexColor(style.second)),
        "third": Ink(HexColor(style.third)),
        "watermark": Ink(HexColor(style.watermark)),
    }


def readable(color: Color, tint: float = 0.0) -> Color:
    """The colour, darkened until it can be read on white and on its own tint."""
    while contrast(color, mixed(color, tint)) < LEAST_CONTRAST:
        color = Color(color.red * 0.92, color.green * 0.92, color.blue * 0.92)
    return color


def mixed(color: Color, share: float) -> Color:
    """That share of the colour on white paper."""
    return Color(*(1 - (1 - part) * share for part in (color.red, color.green, color.blue)))


def contrast(color: Color, behind: Color) -> float:
    """Contrast of a darker colour on a lighter one, by WCAG's formula."""
    return (_light(behind) + 0.05) / (_light(color) + 0.05)


def _light(color: Color) -> float:
    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, (color.red, color.green, color.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
