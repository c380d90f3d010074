"""Appointments as an iCalendar file (RFC 5545) that phones and calendars of other programs read.

Written out here, since what is needed of the format is a page: CRLF, lines folded at 75 octets,
escapes, moments in UTC. A visit keeps its UID however often it is moved, and counts its SEQUENCE
on, so that a calendar that has read it before moves it or strikes it out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//crm-desktop//visits//EN"
FOLD = 75
LASTS = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Appointment:
    """One event; without `begins` it stands for the whole `day`. `status` is TENTATIVE, CONFIRMED
    or CANCELLED."""

    uid: str
    sequence: int
    status: str
    summary: str
    day: date
    begins: datetime | None = None
    location: str = ""
    description: str = ""


def calendar_file(appointments: Iterable[Appointment], name: str, now: datetime) -> bytes:
    """The file in UTF-8; `now` is when it was drawn up, the moments carry their zone."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for each in appointments for line in _event(each, now)),
        "END:VCALENDAR",
    ]
    return b"".join(part + b"\r\n" for line in lines for part in folded(line))


def _event(each: Appointment, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.uid}"
    yield f"SEQUENCE:{each.sequence}"
    yield f"DTSTAMP:{_utc(now)}"
    if each.begins is None:
        yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART:{_utc(each.begins)}"
        yield f"DTEND:{_utc(each.begins + LASTS)}"
    yield f"STATUS:{each.status}"
    for label, text in (
        ("SUMMARY", each.summary),
        ("LOCATION", each.location),
        ("DESCRIPTION", each.description),
    ):
        if text:
            yield f"{label}:{escaped(text)}"
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text value: what would end or part it is written out, control characters are left out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(
        letter if letter == "\n" or letter.isprintable() else " " * letter.isspace()
        for letter in plain
    )
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(letter, written)
    return plain


def folded(line: str) -> Iterator[bytes]:
    """The line in pieces of at most 75 octets, no letter torn; each but the first begins with a
    space."""
    piece, room = b"", FOLD
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > room:
            yield piece
            piece = b" "
        piece += octets
    yield piece
