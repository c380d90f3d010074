"""Views of lists: filter, order and columns under a name; they follow a person to every PC."""

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.view_lists import views_of

LONGEST_NAME = 60
LARGEST = 20_000
MOST = 40
"""Views of one list and person; more than can be picked from."""


@dataclass(frozen=True)
class KeepView(Command[int]):
    """Keeps how a list looks under a name, in place of what had that name; `content` is JSON that
    the screen wrote and reads again."""

    name: ClassVar[str] = "view.keep"
    permission: ClassVar[str] = "person.self"
    list: str
    title: str
    content: str


@dataclass(frozen=True)
class RenameView(Command[None]):
    """Gives a view another name; Refused where that is taken."""

    name: ClassVar[str] = "view.rename"
    permission: ClassVar[str] = "person.self"
    id: int
    title: str


@dataclass(frozen=True)
class RemoveView(Command[None]):
    """Takes a view off the list; `RestoreView` brings it back."""

    name: ClassVar[str] = "view.remove"
    permission: ClassVar[str] = "person.self"
    id: int


@dataclass(frozen=True)
class RestoreView(Command[None]):
    """Brings a view back under its name; Refused where that is taken by now."""

    name: ClassVar[str] = "view.restore"
    permission: ClassVar[str] = "person.self"
    id: int


@dataclass(frozen=True)
class OpenWithView(Command[None]):
    """Lets the list open with this view (`on`), or again without any."""

    name: ClassVar[str] = "view.open_with"
    permission: ClassVar[str] = "person.self"
    id: int
    on: bool


@handles(KeepView)
def keep_view(context: Context, command: KeepView) -> int:
    """What had the name is changed, and can be put back as it was."""
    context.hold("person", context.actor.person_id)
    title = _named(command.title)
    _check(command.content)
    views = views_of(context, command.list)
    for row in views:
        if row["name"] == title:
            content = {"content": command.content}
            context.update("list_view", row["id"], row["version"], "changed", **content)
            context.reversible(command, KeepView(command.list, title, row["content"]))
            return int(row["id"])
    if len(views) >= MOST:
        raise Refused("too_many_views", "title", most=MOST)
    made = context.insert(
        "list_view",
        "created",
        person_id=context.actor.person_id,
        list=command.list,
        name=title,
        content=command.content,
        created_at=context.moment,
    )
    context.reversible(command, RemoveView(made))
    return made


@handles(RenameView)
def rename_view(context: Context, command: RenameView) -> None:
    """The content stays."""
    row, title = _held(context, command.id), _named(command.title)
    _free(context, row, title)
    context.update("list_view", row["id"], row["version"], "renamed", name=title)
    context.reversible(command, RenameView(row["id"], row["name"]))


@handles(RemoveView)
def remove_view(context: Context, command: RemoveView) -> None:
    """It is kept out of sight, so that it can be brought back."""
    row = _held(context, command.id)
    context.update("list_view", row["id"], row["version"], "removed", removed_at=context.moment)
    context.reversible(command, RestoreView(row["id"]))


@handles(RestoreView)
def restore_view(context: Context, command: RestoreView) -> None:
    """Under the name that it had; where the list opens with another by now, that stays so."""
    row = _held(context, command.id, removed=True)
    _free(context, row, row["name"])
    others = any(each["opens"] for each in views_of(context, row["list"]))
    back = {"removed_at": None, "opens": 0 if others else row["opens"]}
    context.update("list_view", row["id"], row["version"], "restored", **back)
    context.reversible(command, RemoveView(row["id"]))


@handles(OpenWithView)
def open_with_view(context: Context, command: OpenWithView) -> None:
    """One view at most: the one before gives way."""
    row = _held(context, command.id)
    before = next((each for each in views_of(context, row["list"]) if each["opens"]), None)
    if before is not None and before["id"] != row["id"] and command.on:
        context.update("list_view", before["id"], before["version"], "changed", opens=0)
    context.update("list_view", row["id"], row["version"], "changed", opens=int(command.on))
    back = before if before is not None and command.on else row
    context.reversible(command, OpenWithView(back["id"], bool(back["opens"])))


def _held(context: Context, view_id: int, *, removed: bool = False) -> dict[str, Any]:
    """A view of the actor, whose views nobody else changes before the end; Refused not_found."""
    context.hold("person", context.actor.person_id)
    row = context.row("list_view", view_id)
    if row["person_id"] != context.actor.person_id or bool(row["removed_at"]) != removed:
        raise Refused("not_found", record="list_view", record_id=view_id)
    return row


def _free(context: Context, row: dict[str, Any], title: str) -> None:
    """Raises Refused where another view of the list has the name."""
    for other in views_of(context, row["list"]):
        if other["name"] == title and other["id"] != row["id"]:
            raise Refused("view_name_taken", "title", name=title)


def _named(title: str) -> str:
    name = " ".join(title.split())
    if not name:
        raise Refused("value_needed", "title", label="")
    if len(name) > LONGEST_NAME:
        raise Refused("text_too_long", "title", most=LONGEST_NAME)
    return name


def _check(content: str) -> None:
    """Raises Refused unless the content is one JSON object of a size that a screen writes."""
    try:
        whole = len(content) <= LARGEST and isinstance(json.loads(content), dict)
    except ValueError:
        whole = False
    if not whole:
        raise Refused("view_unreadable", "content")
