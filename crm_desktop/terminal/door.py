"""`crm commands` and `crm run`: the one door, by hand."""

import sys
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.permissions import PERMISSIONS
from crm_desktop.services import wire
from crm_desktop.services.registry import Command, permission_of
from crm_desktop.services.registry import commands as every_command
from crm_desktop.terminal.columns import table
from crm_desktop.terminal.session import Session


def commands(session: Session) -> None:
    """All commands, or one with its fields."""
    name = session.options.command_name
    if name is None:
        _list(session)
        return
    kind = _kind(name)
    about = _about(kind)
    session.answer(about, _explained(session, about))


def _list(session: Session) -> None:
    found = [_about(kind) for kind in every_command().values()]
    heads = [session.say(f"terminal_commands_head_{head}") for head in ("name", "who", "does")]
    rows = [(each["name"], " ".join(each["roles"]), each["does"]) for each in found]
    session.answer(found, table(heads, rows))


def _about(kind: type[Command[Any]]) -> dict[str, Any]:
    permission = PERMISSIONS[permission_of(kind)]
    return {
        "name": kind.name,
        "permission": permission.name,
        "roles": sorted(permission.roles),
        "matter": kind.matter,
        "does": (kind.__doc__ or "").strip().partition("\n")[0],
        "fields": wire.describe(kind),
        "parts": {name: wire.describe(part) for name, part in wire.parts(kind).items()},
    }


def _explained(session: Session, about: dict[str, Any]) -> list[str]:
    lines = [
        f"{about['name']}: {about['does']}",
        session.say(
            "terminal_commands_who", permission=about["permission"], roles=" ".join(about["roles"])
        ),
    ]
    if about["matter"]:
        lines.append(session.say("terminal_commands_matter", matter=about["matter"]))
    lines += ["", *_fields(session, about["fields"])]
    for name, described in about["parts"].items():
        lines += ["", f"{name}:", *_fields(session, described)]
    return lines


def _fields(session: Session, described: list[dict[str, Any]]) -> list[str]:
    heads = [session.say(f"terminal_commands_head_{head}") for head in ("field", "type", "default")]
    needed = session.say("terminal_commands_needed")
    rows = [
        (each["name"], each["type"], needed if each["required"] else wire.line(each["default"]))
        for each in described
    ]
    return table(heads, rows)


def _kind(name: str) -> type[Command[Any]]:
    kind = every_command().get(name)
    if kind is None:
        raise Refused("terminal_no_command", "name", name=name)
    return kind


def run(session: Session) -> None:
    """Executes one command read as JSON; its result is always JSON."""
    kind = _kind(session.options.command_name)
    command = wire.read(kind, _input(session.options.file))
    print(wire.dumps(session.desk().execute(command)))


def _input(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as problem:
        raise Refused("file_unreadable", path=file, problem=problem.strerror or "") from None
    except UnicodeDecodeError:
        raise Refused("file_not_utf8", path=file) from None
