"""Pictures and scans that belong to a paper: photos, drawings, signatures, suppliers' quotes."""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.customers import aliases
from crm_desktop.services.papers import documents
from crm_desktop.services.registry import Command, Context, handles, query

USES = ("photo", "drawing", "signature", "quote", "other")
SPECIFYING = ("photo", "drawing")
"""What belongs to the specification of a paper that the customer signs."""
LARGEST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 200
ROW = ("id", "document_id", "use", "name", "mime", "size", "at")
PERMISSIONS = ("order.save", "goods.inspect", "order.quote")
"""Who writes orders, inspects goods or brings suppliers' quotes may hang a file on them."""


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """What hangs on a paper, without its bytes; `mime` is told by what the file begins with.

    `covers` is the hash of the print that a signature was given for; `readable` says whether the
    actor may open it, `printed` whether it is part of what the customer signs.
    """

    id: int
    document_id: int
    use: str
    name: str
    mime: str
    size: int
    by: str
    at: datetime
    covers: str = ""
    readable: bool = True
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment with its bytes."""

    row: AttachmentRow
    content: bytes


@dataclass(frozen=True)
class Attach(Command[int]):
    """Hangs a file (base64) on a paper and answers its id: PNG, JPEG, WebP or PDF."""

    name: ClassVar[str] = "order.attach"
    permission: ClassVar[str] = "order.read"
    document_id: int
    use: str
    filename: str
    content: str


@dataclass(frozen=True)
class Detach(Command[None]):
    """Takes an attachment off a paper that has no number yet."""

    name: ClassVar[str] = "order.detach"
    permission: ClassVar[str] = "order.save"
    id: int


@handles(Attach)
def attach(context: Context, command: Attach) -> int:
    """Keeps the file with the paper; signatures are given by signing, not hung on."""
    if not any(map(context.actor.may, PERMISSIONS)):
        raise NotAllowed("not_allowed", permission=PERMISSIONS[0])
    row = documents.row_of(context, command.document_id, command.permission)
    if not KINDS[row["kind"]].is_order:
        raise Refused("not_found", record="document", record_id=row["id"])
    aliases.held_living(context, row["customer_id"])  # before the paper, as who erases does
    context.hold("document", row["id"])
    row = documents.row_of(context, row["id"], command.permission)
    if row["state"] == "cancelled":
        raise WrongState("attach_cancelled")
    if command.use not in USES:
        raise Refused("bad_choice", "use", value=command.use)
    _require_changeable(context, row, command.use in SPECIFYING)
    content = decoded(command.content, "content")
    kept = keep(context, row, command.use, command.filename, content)
    if not row["number"]:
        context.reversible(command, Detach(kept))
    return kept


def _require_changeable(context: Context, row: Mapping[str, Any], specifying: bool) -> None:
    """Before the number nothing moves while a request waits, and a specification is changed in a
    draft only, for which another signature is asked; after it files are what came to light later.
    """
    if row["number"]:
        return
    documents.require_unlocked(context, row)
    if specifying and KINDS[row["kind"]].signed and row["state"] != "draft":
        raise WrongState("specification_signed", reference=row["draft_reference"])


def decoded(text: str, field: str) -> bytes:
    """The bytes of a base64 text; Refused `attachment_unreadable` or `file_too_large`."""
    if len(text) > LARGEST_BYTES * 4 // 3 + 4:
        raise Refused("file_too_large", field, most=LARGEST_BYTES // 1024 // 1024)
    try:
        content = b64decode(text, validate=True)
    except (NotBase64, ValueError):
        raise Refused("attachment_unreadable", field) from None
    if not content:
        raise Refused("attachment_unreadable", field)
    if len(content) > LARGEST_BYTES:
        raise Refused("file_too_large", field, most=LARGEST_BYTES // 1024 // 1024)
    return content


def mime_of(content: bytes) -> str | None:
    """The type that the first bytes tell; whatever else a name says is not believed."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None


def keep(
    context: Context,
    row: dict[str, Any],
    use: str,
    filename: str,
    content: bytes,
    *,
    field: str = "content",
    only: tuple[str, ...] = (),
    covers: str = "",
) -> int:
    """Stores a file of the paper; the audit line has its hash, not its bytes."""
    mime = mime_of(content)
    if mime is None or (only and mime not in only):
        raise Refused("file_not_picture", field)
    name = filename.replace("\\", "/").rpartition("/")[2].strip()[:LONGEST_NAME]
    values = {
        "document_id": row["id"],
        "use": use,
        "name": name or use,
        "mime": mime,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "printed": int(KINDS[row["kind"]].signed and not row["number"] and use in SPECIFYING),
        "covers": covers,
        "by_id": context.actor.person_id,
        "at": context.moment,
    }
    attachment_id = int(context.t.attachment.insert(**values, content=content).execute())
    context.audit("attachment", attachment_id, "attached", {}, values)
    _tell(context, row, "attached", values["name"])
    return attachment_id


def _tell(context: Context, row: Mapping[str, Any], event: str, name: str) -> None:
    kind, reference = KINDS[row["kind"]].name, row["number"] or row["draft_reference"]
    context.tell(kind, row["id"], event, row["customer_id"], reference=reference, name=name)


@handles(Detach)
def detach(context: Context, command: Detach) -> None:
    """Only from a paper that has no number, and never what a customer signed."""
    found = context.row("attachment", command.id)
    context.hold("document", found["document_id"])
    row = documents.row_of(context, found["document_id"], "order.save")
    if row["number"] or found["covers"]:
        raise WrongState("attachment_stays", reference=row["number"] or row["draft_reference"])
    _require_changeable(context, row, bool(found["printed"]))
    table = context.t.attachment
    table.delete().where(table.c.id == command.id).execute()
    before = {name: value for name, value in found.items() if name != "content"}
    context.audit("attachment", command.id, "detached", before, {})
    _tell(context, row, "detached", found["name"])
    content = b64encode(bytes(found["content"])).decode()
    context.reversible(command, Attach(row["id"], found["use"], found["name"], content))


@query("order.read")
def attachments(context: Context, document_id: int) -> tuple[AttachmentRow, ...]:
    """Everything that hangs on a paper, oldest first, without the bytes."""
    documents.row_of(context, document_id, "order.read")
    rows = _rows(context).where(context.t.attachment.c.document_id == document_id)
    found = rows.order_by(context.t.attachment.c.id).dicts()
    return tuple(_row(context, row) for row in found)


@query("order.read")
def attachment(context: Context, attachment_id: int) -> Attachment:
    """One attachment with its bytes; Refused `not_found`. A supplier's quote shows cost: it opens
    to who may see that, and to who brought it."""
    table = context.t.attachment
    rows = _rows(context).select_extend(table.c.content).where(table.c.id == attachment_id)
    for row in rows.dicts():
        documents.row_of(context, row["document_id"], "order.read")
        content, found = bytes(row.pop("content")), _row(context, row)
        if not found.readable:
            context.actor.require("cost.see")
        return Attachment(found, content)
    raise Refused("not_found", record="attachment", record_id=attachment_id)


def _rows(context: Context) -> Any:
    table, person = context.t.attachment, context.t.person
    return table.select(
        *(getattr(table.c, name) for name in (*ROW, "covers", "printed")),
        person.c.id.alias("by_id"),
        getattr(person.c, context.naming).alias("by"),
    ).join(person, on=(person.c.id == table.c.by_id))


def _row(context: Context, row: dict[str, Any]) -> AttachmentRow:
    brought = row.pop("by_id") == context.actor.person_id
    readable = brought or row["use"] != "quote" or context.actor.may("cost.see")
    at, printed = datetime.fromisoformat(row["at"]), bool(row["printed"])
    return AttachmentRow(**{**row, "at": at, "readable": readable, "printed": printed})
