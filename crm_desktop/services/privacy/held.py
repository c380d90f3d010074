"""Everything that is held of one customer, for the person who asks for it (PDPA section 30)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, ClassVar, cast

from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import show
from crm_desktop.printing.figures import HeldReport
from crm_desktop.printing.paper import Language
from crm_desktop.services.customers import aliases
from crm_desktop.services.look import dressed
from crm_desktop.services.papers import paper_parts
from crm_desktop.services.papers.exits import exit_of
from crm_desktop.services.privacy import sections
from crm_desktop.services.privacy.holdings import AUDITED, HELD, OF_PAPER, Holding, rows
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.store import bulk

EXPORT = "privacy.export"
FORMAT = "crm-desktop/held"
OF_ANOTHER = ("customer.merge", "customer.unmerge", "request.answer")
"""What these wrote into a record may have been another customer's, from whom it was parted since;
what is the customer's own stands in the record and in what each merge kept of it."""
PARTING = ("merged_into", "parted", "kept_apart", "no_longer_apart")
"""Lines of the timeline with the code and name of the other customer, or words about both."""
FILES = frozenset(each.table for each in HELD if each.file)
FILED = ("attached", "detached")
GONE = ("detached", "removed", "dropped")
ASKED = KINDS["PR"]
"""What suppliers were asked for, and what they answered, is between them and the shop."""
OFFER = "quote"
"""What they offered for a special order: its scan, and its line in the timeline."""
CHANGES = """
SELECT l.record, l.record_id, l.at, l.command, l.event, v.field, v.before, v.after
FROM audit_line l LEFT JOIN audit_value v ON v.line_id = l.id
WHERE l.record = {mark} AND l.record_id IN ({{ids}}) ORDER BY l.id, v.field
"""


@dataclass(frozen=True, slots=True)
class Held:
    """What goes into the file: the data as JSON, the readable paper, and pictures and scans by
    the name that they get there."""

    code: str
    data: bytes
    paper: HeldReport
    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class HandOut(Command[None]):
    """Puts on record that everything held of a customer leaves by an exit, and that whole ID
    numbers were seen with it."""

    name: ClassVar[str] = "privacy.hand_out"
    permission: ClassVar[str] = EXPORT
    customer_id: int
    exit: str


@handles(HandOut)
def hand_out(context: Context, command: HandOut) -> None:
    """On the customer's timeline and in the audit; Refused for an exit that there is not."""
    exit_of(command.exit)
    row = reached(context, command.customer_id, EXPORT)
    context.audit("held_data", row["id"], "handed_out", {}, {"exit": command.exit})
    context.audit("tax_number_view", row["id"], "tax_number_seen")
    context.tell("customer", row["id"], "held_data_left", row["id"], exit=command.exit)


@query(EXPORT)
def held(context: Context, customer_id: int, language: str = "") -> Held:
    """All of it, of the customer and of the records merged into it, and of nobody else. The paper
    speaks the customer's language unless another is asked for."""
    row = reached(context, customer_id, EXPORT)
    people = aliases.ids_of(context, row["id"])
    found = _without_suppliers(context, people)
    files = tuple(_files(found))
    told = {each.table: [_told(each, row) for row in found[each.table]] for each in HELD}
    data = {
        "format": FORMAT,
        "customer": row["code"],
        "as_of": context.moment,
        "held": told,
        "changes": _changes(context, people, found),
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, default=str).encode()
    paper = _paper(context, row, told, language or row["paper_language"])
    return Held(row["code"], text, paper, files)


def _without_suppliers(context: Context, people: list[int]) -> dict[str, list[dict[str, Any]]]:
    """What is held, table by table, but not what the shop has from its suppliers."""
    found = {each.table: list(rows(context, each, people)) for each in HELD}
    asked = {row["id"] for row in found["document"] if row["kind"] == ASKED.code}
    found["document"] = [row for row in found["document"] if row["id"] not in asked]
    for each in HELD:
        if each.where == OF_PAPER:
            found[each.table] = [r for r in found[each.table] if r["document_id"] not in asked]
    found["attachment"] = [row for row in found["attachment"] if row["use"] != OFFER]
    files = {(row["document_id"], row["name"]) for row in found["attachment"]}
    told = [row for row in found["timeline"] if row["subject"] != ASKED.name]
    for row in told:
        name = (row["subject_id"], json.loads(row["detail"]).get("name"))
        if row["event"] == OFFER or (row["event"] in FILED and name not in files):
            row["detail"] = "{}"
    return found | {"timeline": told}


def reached(context: Context, customer_id: int, permission: str) -> dict[str, Any]:
    """The living record of a customer whom the actor reaches."""
    row = context.row("customer", aliases.living(context, customer_id))
    context.require_branch(permission, row["branch_id"])
    return row


def _told(holding: Holding, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without the shop's own business; a file by the name under which it lies beside."""
    told = {name: value for name, value in row.items() if name not in holding.hidden}
    if holding.file:
        told[holding.file] = _file_name(holding.table, row)
    if holding.table == "timeline" and row["event"] in PARTING:
        told["detail"] = "{}"  # it names the other customer, who is not this one
    return told


def _files(found: Mapping[str, list[dict[str, Any]]]) -> Iterable[tuple[str, bytes]]:
    for holding in HELD:
        for row in found[holding.table] if holding.file else ():
            yield _file_name(holding.table, row), bytes(row.pop(holding.file))


def _file_name(table: str, row: Mapping[str, Any]) -> str:
    """A name that a ZIP takes everywhere; what the file was called stands in the data."""
    ending = {"application/pdf": "pdf", "image/png": "png", "image/webp": "webp"}
    return f"files/{table}-{row['id']}.{ending.get(row.get('mime', ''), 'jpg')}"


def _changes(
    context: Context, people: list[int], found: Mapping[str, list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """What each record said before it was changed, and who looked: the audit's lines."""
    hidden = {each.table: each.hidden for each in HELD}
    told = []
    for record in AUDITED:
        ids = people
        if record in found and record not in ("customer", "customer_credit"):
            ids = [row["id"] for row in found[record] if "id" in row]
        sql = CHANGES.format(mark="'" + record + "'")
        for line in _of_these(bulk.rows_in(context.store.database, sql, ids)):
            if _theirs(line) and line[5] not in hidden.get(record, ()):
                names = (
                    "record",
                    "record_id",
                    "at",
                    "command",
                    "event",
                    "field",
                    "before",
                    "after",
                )
                told.append(dict(zip(names, line, strict=True)))
    return told


def _of_these(lines: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    """SQLite gives the number of a file that went to the next one, perhaps of somebody else: what
    the audit says up to then is of the file that went."""
    of: dict[int, list[tuple[Any, ...]]] = {}
    for line in lines:
        of.setdefault(line[1], []).append(line)
        if line[0] in FILES and line[4] in GONE:
            of[line[1]] = []
    return chain.from_iterable(of.values())


def _theirs(line: tuple[Any, ...]) -> bool:
    return not (line[0] == "customer" and line[3] in OF_ANOTHER)


def _paper(
    context: Context, row: Mapping[str, Any], told: Mapping[str, Any], language: str
) -> HeldReport:
    tongue = "en" if language == "en" else "th"
    spoken = replace(context, actor=replace(context.actor, language=tongue))
    report = HeldReport(
        seller=paper_parts.seller_now(context),
        dated=context.today,
        language=cast(Language, tongue),
        details=(
            ("held_of", f"{row['code']} {row['name']}"),
            ("held_drawn", show(context.now.replace(second=0), tongue, context.actor.era)),
        ),
        proposer=paper_parts.signatory(context, context.actor.person_id or None, tongue),
        sections=tuple(sections.of(spoken, told)),
    )
    return dressed(context, report)


def entries(found: Held, pdf: bytes) -> Iterable[tuple[str, bytes]]:
    """What stands in the ZIP: what people read, what programs read, then pictures and scans."""
    yield f"{found.code}.pdf", pdf
    yield f"{found.code}.json", found.data
    yield from found.files
