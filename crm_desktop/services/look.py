"""The shop's own look: style, colour, sizes, logo, footer and terms of every paper.

Words are frozen with a paper when it is submitted; the look is always today's.
"""

import hashlib
import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from typing import Any, ClassVar, TypeVar, get_args

from crm_desktop.domain.errors import Refused
from crm_desktop.printing import charset
from crm_desktop.printing.paper import (
    LETTERHEAD_MM,
    ONE_SUM,
    AnyPaper,
    Look,
    PageSize,
    PaperStyle,
    SheetMark,
)
from crm_desktop.printing.raster import LARGEST_FILE, too_large
from crm_desktop.services import settings
from crm_desktop.services.registry import (
    Command,
    Context,
    Transact,
    afterwards,
    handles,
    query,
)

LOOK = "look"
LOGO = "logo"
STYLES: tuple[PaperStyle, ...] = get_args(PaperStyle)
SIZES: tuple[PageSize, ...] = ("A4", "A5")
RECEIPT_SIZES: tuple[PageSize, ...] = (*SIZES, "roll")
IN_SETS = ("QT", "SO", "BO", "SP", "PR", "DL", "DP", "RV", "ST")
"""Kinds that may be printed as original and copy."""
PAIR: tuple[SheetMark, ...] = ("original", "copy")
TEXTS = ("footer_th", "footer_en", "terms_th", "terms_en", "special_terms_th", "special_terms_en")
HIGHEST_LETTERHEAD_MM = max(LETTERHEAD_MM.values())
LONGEST_FOOTER = 200
LONGEST_TERMS = 8_000
_ACCENT = re.compile("#[0-9a-f]{6}")

P = TypeVar("P", bound=AnyPaper)


@dataclass(frozen=True, slots=True)
class ShopLook:
    """How the shop's papers look; `letterhead_mm` counts in the style "letterhead" alone.

    `receipt_size` is that of receipts, pay-in slips and vouchers; `sets` are the kinds whose first
    print is an original and a copy; `finder` puts the small QR on every page.
    """

    style: PaperStyle = "modern"
    accent: str = "#1f4e5f"
    page_size: PageSize = "A4"
    receipt_size: PageSize = "A4"
    letterhead_mm: int = 40
    footer_th: str = ""
    footer_en: str = ""
    sets: tuple[str, ...] = ()
    finder: bool = True
    terms_th: str = ""
    terms_en: str = ""
    special_terms_th: str = ""
    special_terms_en: str = ""


@dataclass(frozen=True)
class SaveLook(Command[None]):
    """Replaces the look; `version` is what the caller read (0 for the first time)."""

    name: ClassVar[str] = "settings.look"
    permission: ClassVar[str] = "settings.save"
    version: int
    look: ShopLook


@dataclass(frozen=True)
class SaveLogo(Command[None]):
    """Replaces the logo by a PNG, JPEG or SVG (base64); "" takes it away."""

    name: ClassVar[str] = "settings.logo"
    permission: ClassVar[str] = "settings.save"
    version: int
    content: str


# ---------------------------------------------------------------- saving


@handles(SaveLook)
def save_look(context: Context, command: SaveLook) -> None:
    """Checks what papers are set with before it replaces the old look."""
    old, known = load_look(context)
    settings.store(context, LOOK, command.version, asdict(checked(command.look)))
    if known:
        context.reversible(command, SaveLook(known + 1, old))


def checked(look: ShopLook) -> ShopLook:
    """The look as it is kept; Refused with the field that no paper could be set with."""
    known = {"style": STYLES, "page_size": SIZES, "receipt_size": RECEIPT_SIZES}
    for name, choices in known.items():
        if getattr(look, name) not in choices:
            raise Refused("bad_choice", name, value=getattr(look, name))
    for kind in look.sets:
        if kind not in IN_SETS:
            raise Refused("bad_choice", "sets", value=kind)
    if not 0 <= look.letterhead_mm <= HIGHEST_LETTERHEAD_MM:
        raise Refused("bad_letterhead", "letterhead_mm", most=HIGHEST_LETTERHEAD_MM)
    if look.style == "letterhead":
        _fits(look)
    for path, characters in charset.strange(look):
        raise charset.refusal(path, characters, str(path[0]))
    words: dict[str, Any] = {name: _words(look, name) for name in TEXTS}
    sets = tuple(kind for kind in IN_SETS if kind in look.sets)
    return replace(look, accent=accent_of(look.accent), sets=sets, **words)


def _fits(look: ShopLook) -> None:
    """Refused where a sheet in use is too small for so high a letterhead."""
    for size, most in LETTERHEAD_MM.items():
        if size in (look.page_size, look.receipt_size) and look.letterhead_mm > most:
            raise Refused("letterhead_too_high", "letterhead_mm", size=size, most=most)


def accent_of(text: str, field: str = "accent") -> str:
    """A colour as #rrggbb in small letters, the # forgiven; Refused `bad_colour`."""
    accent = f"#{text.strip().removeprefix('#')}".lower()
    if not _ACCENT.fullmatch(accent):
        raise Refused("bad_colour", field, text=text)
    return accent


def _words(look: ShopLook, name: str) -> str:
    """A footer is one line; terms are one a line, without empty ones."""
    is_footer = name.startswith("footer")
    lines = [line.strip() for line in getattr(look, name).splitlines() if line.strip()]
    text = (" " if is_footer else "\n").join(lines)
    most = LONGEST_FOOTER if is_footer else LONGEST_TERMS
    if len(text) > most:
        raise Refused("text_too_long", name, most=most)
    return text


@handles(SaveLogo)
def hand_over_logo(context: Context, command: SaveLogo) -> SaveLogo:
    """Only looks who asks: reading a picture may take seconds, and nothing is held meanwhile."""
    return command


@afterwards(SaveLogo)
def save_logo(given: SaveLogo, transact: Transact) -> None:
    """Keeps the picture no larger than print needs; the audit line has its hash."""
    png = normal_logo(given.content) if given.content else ""
    transact(lambda context: keep_logo(context, given.version, png))


def keep_logo(context: Context, version: int, png: str) -> None:
    """Stores what `normal_logo` gave."""
    old, known = settings.load(context, LOGO)
    settings.store(context, LOGO, version, {"png": png}, told=_hashed)
    context.reversible(SaveLogo(version, png), SaveLogo(known + 1, old.get("png", "")))


def normal_logo(content: str) -> str:
    """The logo as it is kept, both base64; Refused `logo_unreadable`, `logo_too_large`."""
    from crm_desktop.printing.pictures import logo_png

    if len(content) > LARGEST_FILE * 4 // 3 + 4:
        raise too_large(LOGO)
    try:
        file = b64decode(content, validate=True)
    except (NotBase64, ValueError):
        raise Refused("logo_unreadable", LOGO) from None
    return b64encode(logo_png(file)).decode()


def _hashed(value: Mapping[str, Any]) -> dict[str, Any]:
    png = value.get("png", "")
    return {"sha256": hashlib.sha256(png.encode()).hexdigest() if png else ""}


# ---------------------------------------------------------------- reading


@query("settings.read")
def look_and_version(context: Context) -> tuple[ShopLook, int]:
    """The look with the version that a save must name."""
    return load_look(context)


@query("settings.read")
def logo_and_version(context: Context) -> tuple[str, int]:
    """The logo as base64 of a PNG, "" for none, with the version that a save must name."""
    value, version = settings.load(context, LOGO)
    return value.get("png", ""), version


@query("settings.read")
def sheets_of(context: Context, kind: str) -> tuple[SheetMark, ...]:
    """The sheets of a first print of this kind; () for one unmarked sheet. A file or a mail is
    always one, and a reprint has no original."""
    return PAIR if kind in load_look(context)[0].sets else ()


def load_look(context: Context) -> tuple[ShopLook, int]:
    """The look and its version (0 before the first save), read once in a command."""
    if LOOK not in context.memo:
        value, version = settings.load(context, LOOK)
        names = {field.name for field in fields(ShopLook)}
        known = {name: value[name] for name in names & value.keys()}
        look = ShopLook(**known)
        context.memo[LOOK] = replace(look, sets=tuple(look.sets)), version
    found: tuple[ShopLook, int] = context.memo[LOOK]
    return found


def terms(words: Mapping[str, str], language: str) -> tuple[str, ...]:
    """The terms as a paper numbers them; in both languages each beside its translation, or all of
    one after all of the other where they do not match."""
    thai, english = (words[f"terms_{tongue}"].splitlines() for tongue in ("th", "en"))
    if language != "both" or not (thai and english):
        return tuple(english if language == "en" else thai)
    if len(thai) == len(english):
        return tuple(f"{one} / {other}" for one, other in zip(thai, english, strict=True))
    return (*thai, *english)


def special_terms(words: Mapping[str, str], language: str) -> str:
    """What stands above the customer's signature on a special order."""
    tongues = ("th", "en") if language == "both" else ("en" if language == "en" else "th",)
    return "\n".join(filter(None, (words.get(f"special_terms_{each}", "") for each in tongues)))


# ---------------------------------------------------------------- dressing papers


def dressed(context: Context, paper: P) -> P:
    """The paper in the shop's look: style, colours, size, logo, footer, the QR if it is wanted."""
    look = load_look(context)[0]
    seller = replace(paper.seller, logo=_load_logo(context), footer=_footer(look, paper.language))
    finder = paper.finder if look.finder else ""
    return replace(paper, seller=seller, look=look_of(look, paper.kind), finder=finder)


def pretend(context: Context, look: ShopLook, logo: str) -> None:
    """Papers made in this context look so, whatever is stored; raises as the commands would."""
    context.memo[LOOK] = checked(look), 0
    context.memo[LOGO] = _picture(logo)


def _load_logo(context: Context) -> bytes | None:
    if LOGO not in context.memo:
        context.memo[LOGO] = _picture(logo_and_version(context)[0])
    found: bytes | None = context.memo[LOGO]
    return found


def look_of(look: ShopLook, kind: str) -> Look:
    """What a paper of the kind is set with. No roll is pre-printed, so on one the letterhead is
    drawn after all."""
    size = look.receipt_size if kind in ONE_SUM else look.page_size
    on_letterhead = look.style == "letterhead" and size != "roll"
    style = "plain" if look.style == "letterhead" and not on_letterhead else look.style
    return Look(style, look.accent, size, look.letterhead_mm if on_letterhead else 0)


def _footer(look: ShopLook, language: str) -> str:
    """One for the other where only one was written; both on a paper in both."""
    thai, english = look.footer_th or look.footer_en, look.footer_en or look.footer_th
    if language == "both":
        return "  ·  ".join(dict.fromkeys(filter(None, (thai, english))))
    return english if language == "en" else thai


@lru_cache(maxsize=2)
def _picture(png: str) -> bytes | None:
    """The bytes of a kept logo; the same object again and again, so that it is drawn from one."""
    return b64decode(png) if png else None
