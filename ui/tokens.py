"""The colours and distances everything is drawn with; one set per colour scheme."""

from dataclasses import dataclass
from enum import StrEnum

GRID = 4
ROW = 8 * GRID
"""Height of a table row and of a control, so that Thai marks above and below fit."""


class Tone(StrEnum):
    """What a state label says beside its word."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"
    INFO = "info"
    PLAIN = "plain"


@dataclass(frozen=True)
class Tokens:
    """One colour scheme; every text colour reaches 4.5:1 on the surfaces it is used on."""

    dark: bool
    window: str
    rail: str
    surface: str
    raised: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_text: str
    accent_hover: str
    on_accent: str
    selection: str
    tones: dict[Tone, tuple[str, str]]
    """Text and ground of each state label."""


LIGHT = Tokens(
    dark=False,
    window="#F6F6F8",
    rail="#EFEFF3",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#F1F2F6",
    border="#E3E4EA",
    border_strong="#C8CAD4",
    text="#1B1D25",
    muted="#5A5E6E",
    faint="#676B7B",
    accent="#4453C4",
    accent_text="#3F4DB8",
    accent_hover="#3846B0",
    on_accent="#FFFFFF",
    selection="#E6E9FB",
    tones={
        Tone.OK: ("#17602F", "#DEF3E5"),
        Tone.WARN: ("#7A4700", "#FCEBCB"),
        Tone.STOP: ("#9A1B1F", "#FBE1E1"),
        Tone.INFO: ("#1E4A94", "#E0EBFB"),
        Tone.PLAIN: ("#4A4E5C", "#ECEDF1"),
    },
)

DARK = Tokens(
    dark=True,
    window="#17181D",
    rail="#121317",
    surface="#1C1E24",
    raised="#24262E",
    hover="#262931",
    border="#2D3039",
    border_strong="#444856",
    text="#E8E9EE",
    muted="#A5A9B8",
    faint="#9498A8",
    accent="#5663D6",
    accent_text="#A9B3FF",
    accent_hover="#4B58C9",
    on_accent="#FFFFFF",
    selection="#2C3260",
    tones={
        Tone.OK: ("#8FE0AC", "#16331F"),
        Tone.WARN: ("#F5CB7C", "#3A2B10"),
        Tone.STOP: ("#FFAEAE", "#431C1E"),
        Tone.INFO: ("#A8CAFF", "#1B2C4A"),
        Tone.PLAIN: ("#C4C8D2", "#2D3039"),
    },
)


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two `#RRGGBB` colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
