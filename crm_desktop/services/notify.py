"""How a person wants to be told: by e-mail, on the PC's own notices, and when not at all."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import parse_email
from crm_desktop.domain.quiet import WEEK, Quiet
from crm_desktop.domain.thai import arabic_digits
from crm_desktop.services.registry import Command, Context, handles, query

_HOUR = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Notify:
    """`mail` and `tray` say which ways are open; an address alone is a wish to be written to."""

    mail: bool = True
    tray: bool = True
    quiet: Quiet = field(default_factory=Quiet)


@dataclass(frozen=True)
class SetNotify(Command[None]):
    """The actor's own wishes. Hours are HH:MM, both or none; `days` are the ISO weekdays on which
    nothing is told at all; `version` is that of the person as it was read."""

    name: ClassVar[str] = "person.notify"
    permission: ClassVar[str] = "person.self"
    version: int
    email: str = ""
    mail: bool = True
    tray: bool = True
    quiet_from: str = ""
    quiet_until: str = ""
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MyNotify:
    """What is set now, with the version that a save must name."""

    version: int
    email: str
    notify: Notify


@handles(SetNotify)
def set_notify(context: Context, command: SetNotify) -> None:
    """Keeps what the person wants; hours and days must leave some time to be told in."""
    hours = [
        _hour(command.quiet_from, "quiet_from"),
        _hour(command.quiet_until, "quiet_until"),
    ]
    if (hours[0] == "") != (hours[1] == ""):
        raise Refused("quiet_half", "quiet_until" if hours[0] else "quiet_from")
    if hours[0] and hours[0] == hours[1]:
        raise Refused("quiet_always", "quiet_until")
    days = sorted(set(command.days))
    if not set(days) < set(WEEK):
        raise Refused("quiet_always", "days")
    wishes = {"mail": command.mail, "tray": command.tray, "quiet": hours, "days": days}
    values = {"email": email_of(command.email), "notify": json.dumps(wishes)}
    row = context.update("person", context.actor.person_id, command.version, "notify", **values)
    kept = json.loads(row["notify"])
    since, until = kept.get("quiet", ("", ""))
    back = SetNotify(
        *(row["version"] + 1, row["email"], kept.get("mail", True), kept.get("tray", True)),
        *(since, until, tuple(kept.get("days", ()))),
    )
    context.reversible(command, back)


def email_of(typed: str, field: str = "email") -> str:
    """An address that every mail server knows how to write to, or none; Refused `bad_email`."""
    if not typed.isascii():
        raise Refused("bad_email", field, text=typed)
    return parse_email(typed, field) if typed.strip() else ""


def _hour(typed: str, field: str) -> str:
    found = _HOUR.fullmatch(arabic_digits(typed).strip())
    if typed.strip() and not found:
        raise Refused("bad_hour", field, text=typed)
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def wishes_of(person: Mapping[str, Any]) -> Notify:
    """What a row of `person` says; the defaults where nothing was ever set."""
    kept = json.loads(person["notify"])
    since, until = (
        time.fromisoformat(hour) if hour else None for hour in kept.get("quiet", ("", ""))
    )
    quiet = Quiet(since, until, frozenset(kept.get("days", ())))
    return Notify(kept.get("mail", True), kept.get("tray", True), quiet)


@query("person.self")
def my_notify(context: Context) -> MyNotify:
    """The actor's own."""
    row = context.row("person", context.actor.person_id)
    return MyNotify(row["version"], row["email"], wishes_of(row))


@dataclass(frozen=True, slots=True)
class Told:
    """Whether the PC may show notices of its own, and whether it is a quiet hour."""

    on: bool
    quiet: bool


@query("person.self")
def told(context: Context) -> Told:
    """How the actor may be told now, outside the window."""
    wishes = wishes_of(context.row("person", context.actor.person_id))
    return Told(wishes.tray, wishes.quiet.holds(context.now))
