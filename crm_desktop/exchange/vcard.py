"""Visiting cards as phones and mail programs pass them on: vCard 3.0 and 4.0 out, 2.1 to 4.0 in.

RFC 6350, RFC 2426 and the vCard 2.1 of the Internet Mail Consortium, as far as names, phones,
mail, addresses and notes go; pictures and what else a card may carry are left alone.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from crm_desktop.domain.errors import Refused

VERSIONS = ("3.0", "4.0")
LARGEST = 20_000_000
MOST_CARDS = 5_000
FOLD = 75
"""Octets of a line; the next begins with a space."""
ENCODINGS = ("utf-8", "cp874")
CHARSETS = {"tis-620": "cp874", "windows-874": "cp874", "iso-8859-11": "cp874", "utf8": "utf-8"}

_UNESCAPED = re.compile(r"\\([\\;,:nN])")
_PART = re.compile(r"(?<!\\)(?:\\\\)*;")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_STRANGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Place:
    """A postal address as cards split it."""

    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `phones` go out as +66812345678 with their extension; in they come as written.

    `company` says that the card is of an organisation and of nobody in it, `cut` that its file
    broke off before its end.
    """

    name: str
    organization: str = ""
    title: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    note: str = ""
    company: bool = False
    cut: bool = False


# ---------------------------------------------------------------- out


def write_cards(cards: Iterable[Card], version: str = "3.0") -> bytes:
    """The cards one after the other, in UTF-8 with folded lines; refuses `bad_choice`."""
    if version not in VERSIONS:
        raise Refused("bad_choice", "version", value=version)
    lines = (line for card in cards for line in _lines(card, version))
    return b"".join(_folded(line) for line in lines)


def _lines(card: Card, version: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield f"FN:{_text(card.name)}"
    yield f"N:{';'.join(map(_text, ('', '') if card.company else _names(card.name)))};;;"
    if version == "4.0":
        yield f"KIND:{'org' if card.company else 'individual'}"
    elif card.company:
        yield "X-ABSHOWAS:COMPANY"
    if organization := card.name if card.company else card.organization:
        yield f"ORG:{_text(organization)}"
    if card.title:
        yield f"TITLE:{_text(card.title)}"
    for phone in card.phones:
        number, _, extension = phone.partition(" ")
        if version == "4.0":
            yield f"TEL;VALUE=uri:tel:{number}{f';ext={extension}' if extension else ''}"
        else:
            yield f"TEL;TYPE=VOICE:{number}{f' ext. {extension}' if extension else ''}"
    for email in card.emails:
        yield f"EMAIL{';TYPE=INTERNET' if version == '3.0' else ''}:{_text(email)}"
    for place in card.places:
        parts = ("", "", place.street, place.city, place.region, place.postcode, place.country)
        yield f"ADR;TYPE=WORK:{';'.join(map(_text, parts))}"
    if card.note:
        yield f"NOTE:{_text(card.note)}"
    yield "END:VCARD"


def _names(name: str) -> tuple[str, str]:
    """Family name and given name: in Thai as in English the last word is the family's."""
    given, _, family = name.rpartition(" ")
    return (family, given) if given else ("", name)


def _text(text: str) -> str:
    return _STRANGE.sub(" ", text).translate(_ESCAPES)


def _folded(line: str) -> bytes:
    """No letter is cut in two, though the rule counts octets."""
    if len(whole := line.encode()) <= FOLD:
        return whole + b"\r\n"
    parts, room = [b""], FOLD
    for letter in line:
        octets = letter.encode()
        if len(parts[-1]) + len(octets) > room:
            parts.append(b"")
            room = FOLD - 1
        parts[-1] += octets
    return b"\r\n ".join(parts) + b"\r\n"


# ---------------------------------------------------------------- in


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def parts(self) -> list[str]:
        """The value's components."""
        return [_plain(part) for part in _split(self.value)]


def read_cards(path: Path) -> tuple[Card, ...]:
    """The cards of a file; refuses `vcard_missing`, `vcard_too_large`, `vcard_unreadable` and
    `vcard_too_many`. A card without any name is left with an empty one."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused("vcard_too_large", "path", path=path.name, most=LARGEST // 1_000_000)
        data = path.read_bytes()
    except OSError:
        raise Refused("vcard_missing", "path", path=path.name) from None
    cards = tuple(_cards(_logical(data)))
    if not cards:
        raise Refused("vcard_unreadable", "path", path=path.name)
    if len(cards) > MOST_CARDS:
        raise Refused("vcard_too_many", "path", path=path.name, most=MOST_CARDS)
    return cards


def _cards(lines: Iterable[bytes]) -> Iterator[Card]:
    """A card that is not ended is told as such: what a download lost must not go unseen."""
    found: list[_Property] | None = None
    for line in lines:
        each = _property(line)
        if each is None:
            continue
        match each.name, each.value.strip().upper():
            case "BEGIN", "VCARD":
                if found is not None:
                    yield replace(_card(found), cut=True)
                found = []
            case "END", "VCARD":
                if found is not None:
                    yield _card(found)
                found = None
            case _ if found is not None:
                found.append(each)
    if found is not None:
        yield replace(_card(found), cut=True)


def _logical(data: bytes) -> Iterator[bytes]:
    """Lines with what was folded joined again, by either rule."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    lines = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    whole = b""
    for line in lines.split(b"\n"):
        if line[:1] in (b" ", b"\t") and whole:
            whole += line[1:]
        elif whole.endswith(b"=") and _is_quoted(whole):
            whole = whole[:-1] + line
        else:
            if whole:
                yield whole
            whole = line
    if whole:
        yield whole


def _is_quoted(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _property(line: bytes) -> _Property | None:
    """`group.NAME;PARAMETER=value:text`; None for what is no such line."""
    head, colon, raw = _at_colon(line)
    if not colon:
        return None
    name, *given = head.decode("ascii", "replace").split(";")
    parameters: dict[str, str] = {}
    for each in given:
        key, equals, value = each.partition("=")
        # vCard 2.1 names a type or an encoding without saying which it is.
        key, value = (key, value) if equals else ("TYPE", key)
        if not equals and each.upper() in ("QUOTED-PRINTABLE", "BASE64"):
            key, value = "ENCODING", each
        parameters[key.upper()] = value.strip('"').upper()
    name = name.rpartition(".")[2].strip().upper()
    encoding = parameters.get("ENCODING", "")
    if encoding in ("B", "BASE64"):
        return None
    if encoding == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(raw)
    return _Property(name, parameters, _decoded(raw, parameters.get("CHARSET", "")))


def _at_colon(line: bytes) -> tuple[bytes, bytes, bytes]:
    """Split at the first colon outside quotation marks."""
    quoted = False
    for at, octet in enumerate(line):
        if octet == 0x22:
            quoted = not quoted
        elif octet == 0x3A and not quoted:
            return line[:at], b":", line[at + 1 :]
    return line, b"", b""


def _decoded(raw: bytes, charset: str) -> str:
    named = CHARSETS.get(charset.lower(), charset.lower())
    for encoding in (named, *ENCODINGS):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", "replace")


def _split(value: str) -> list[str]:
    """Components between semicolons that are not escaped."""
    parts, begin = [], 0
    for found in _PART.finditer(value):
        parts.append(value[begin : found.end() - 1])
        begin = found.end()
    return [*parts, value[begin:]]


def _plain(text: str) -> str:
    opened = _UNESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return _STRANGE.sub(" ", opened).strip()


def _card(found: list[_Property]) -> Card:
    def first(name: str) -> str:
        return next(
            (text for each in found if each.name == name and (text := _plain(each.value))), ""
        )

    organization = next((each.parts[0] for each in found if each.name == "ORG"), "")
    name = first("FN") or _from_parts(found) or first("NICKNAME")
    kind = first("KIND").lower() or ("org" if "COMPANY" in first("X-ABSHOWAS").upper() else "")
    company = kind == "org" or (bool(organization) and name in ("", organization))
    return Card(
        name=" ".join((organization if company and organization else name).split()),
        organization="" if company else " ".join(organization.split()),
        title=" ".join((first("TITLE") or first("ROLE")).split()),
        phones=_several(
            _phone(each.value) for each in found if each.name == "TEL" and _is_voice(each)
        ),
        emails=_several(_plain(each.value) for each in found if each.name == "EMAIL"),
        places=tuple(
            dict.fromkeys(
                place for each in found if each.name == "ADR" and (place := _place(each)) != Place()
            )
        ),
        note=first("NOTE"),
        company=company,
    )


def _from_parts(found: list[_Property]) -> str:
    """Prefix, given, further and family name, suffix."""
    for each in found:
        if each.name == "N":
            family, given, more, prefix, suffix = (*each.parts, *[""] * 5)[:5]
            return " ".join(filter(None, (prefix, given, more, family, suffix)))
    return ""


def _is_voice(each: _Property) -> bool:
    return "FAX" not in each.parameters.get("TYPE", "")


def _phone(value: str) -> str:
    """A number as people write it, its extension behind it."""
    number = _plain(value)
    if number.lower().startswith("tel:"):
        number, _, rest = number[4:].partition(";")
        extension = re.search(r"ext=(\d+)", rest)
        number += f" ext. {extension[1]}" if extension else ""
    return number


def _several(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _place(each: _Property) -> Place:
    parts = [" ".join(part.split()) for part in each.parts]
    box, more, street, city, region, postcode, country = (*parts, *[""] * 7)[:7]
    whole = " ".join(filter(None, (box, more, street)))
    return Place(whole, city, region, postcode, country)
