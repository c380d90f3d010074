"""Photos of a visit: the site, the shelf, the crack in the tile; without where they were taken."""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.photos import LARGEST_BYTES, photo
from crm_desktop.services.customers import aliases
from crm_desktop.services.registry import Command, Context, handles, query

SAVE = "visit.save"
READ = "visit.read"
MOST = 12
LONGEST_NAME = 200


@dataclass(frozen=True)
class PhotoFile:
    """A picture file, its content in base64."""

    name: str
    content: str


@dataclass(frozen=True)
class AddVisitPhotos(Command[tuple[int, ...]]):
    """Hangs photos on a visit, all or none; answers their ids."""

    name: ClassVar[str] = "visit.photograph"
    permission: ClassVar[str] = SAVE
    visit_id: int
    photos: tuple[PhotoFile, ...]


@dataclass(frozen=True)
class RemoveVisitPhoto(Command[None]):
    """Takes a photo off its visit, and `also` others of it; that they were there stays in the
    audit."""

    name: ClassVar[str] = "visit.remove_photo"
    permission: ClassVar[str] = SAVE
    id: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo without its bytes."""

    id: int
    visit_id: int
    name: str
    width: int
    height: int
    by: str
    at: datetime


@handles(AddVisitPhotos)
def add_visit_photos(context: Context, command: AddVisitPhotos) -> tuple[int, ...]:
    """To whoever may save the visit; WrongState `customer_anonymised`."""
    aliases.held_living(context, context.row("visit", command.visit_id)["customer_id"])
    context.hold("visit", command.visit_id)
    row = context.row("visit", command.visit_id)
    context.require_branch(SAVE, row["branch_id"])
    made = keep(context, row["id"], row["customer_id"], command.photos)
    if made:
        context.reversible(command, RemoveVisitPhoto(made[0], made[1:]))
    return made


def keep(
    context: Context, visit_id: int, customer_id: int, photos: Sequence[PhotoFile]
) -> tuple[int, ...]:
    """Keeps the photos of a visit whose reach is checked; Refused `photo_too_many`."""
    if not photos:
        return ()
    table = context.t.visit_photo
    there = table.select(table.c.id).where(table.c.visit_id == visit_id).tuples()
    if len(list(there)) + len(photos) > MOST:
        raise Refused("photo_too_many", "photos", most=MOST)
    ids = tuple(_keep(context, visit_id, each, place) for place, each in enumerate(photos))
    context.tell("visit", visit_id, "photographed", customer_id, count=len(ids))
    return ids


def _keep(context: Context, visit_id: int, file: PhotoFile, place: int) -> int:
    made = photo(_decoded(file.content, f"photos.{place}"), f"photos.{place}")
    name = file.name.replace("\\", "/").rpartition("/")[2].strip()[:LONGEST_NAME]
    values = {
        "visit_id": visit_id,
        "name": name or "photo.jpg",
        "width": made.width,
        "height": made.height,
        "sha256": hashlib.sha256(made.content).hexdigest(),
        "by_id": context.actor.person_id,
        "at": context.moment,
    }
    photo_id = context.put("visit_photo", **values, content=made.content)
    context.audit("visit_photo", photo_id, "added", {}, values)
    return photo_id


def _decoded(text: str, field: str) -> bytes:
    if len(text) > LARGEST_BYTES * 4 // 3 + 4:
        raise Refused("photo_too_large", field, megabytes=LARGEST_BYTES // 1024 // 1024)
    try:
        return b64decode(text, validate=True)
    except (NotBase64, ValueError):
        raise Refused("photo_unreadable", field) from None


@handles(RemoveVisitPhoto)
def remove_visit_photo(context: Context, command: RemoveVisitPhoto) -> None:
    """The picture is gone; its hash tells later whether one shown elsewhere was it."""
    rows = [_remove(context, each) for each in (command.id, *command.also)]
    if len({row["visit_id"] for row in rows}) == 1:
        files = tuple(
            PhotoFile(row["name"], b64encode(bytes(row["content"])).decode()) for row in rows
        )
        context.reversible(command, AddVisitPhotos(rows[0]["visit_id"], files))


def _remove(context: Context, photo_id: int) -> dict[str, Any]:
    row = _reached(context, photo_id, SAVE)
    table = context.t.visit_photo
    table.delete().where(table.c.id == photo_id).execute()
    before = {name: value for name, value in row.items() if name != "content"}
    context.audit("visit_photo", photo_id, "removed", before, {})
    visit = context.row("visit", row["visit_id"])
    context.tell("visit", visit["id"], "photo_removed", visit["customer_id"], name=row["name"])
    return row


@query(READ)
def visit_photos(context: Context, visit_id: int) -> tuple[PhotoRow, ...]:
    """What hangs on a visit, oldest first, without the bytes."""
    context.require_branch(READ, context.row("visit", visit_id)["branch_id"])
    table, person = context.t.visit_photo, context.t.person
    rows = (
        table.select(
            *(table.c.id, table.c.visit_id, table.c.name, table.c.width, table.c.height),
            getattr(person.c, context.naming).alias("by"),
            table.c.at,
        )
        .join(person, on=(person.c.id == table.c.by_id))
        .where(table.c.visit_id == visit_id)
        .order_by(table.c.id)
    )
    return tuple(_row(row) for row in rows.dicts())


@query(READ)
def visit_photo(context: Context, photo_id: int) -> bytes:
    """One photo, a JPEG."""
    return bytes(_reached(context, photo_id, READ)["content"])


def _reached(context: Context, photo_id: int, permission: str) -> dict[str, Any]:
    row = context.row("visit_photo", photo_id)
    visit = context.row("visit", row["visit_id"])
    context.require_branch(permission, visit["branch_id"])
    return row


def _row(row: dict[str, Any]) -> PhotoRow:
    return PhotoRow(**{**row, "at": datetime.fromisoformat(row["at"])})
