"""Papers as values for printing, and the record of what left the house."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.errors import NeedsApproval, Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.deposit import KIND as DEPOSIT
from crm_desktop.domain.kinds.quotation import KIND as QUOTATION
from crm_desktop.printing.paper import AnyPaper, Paper, SheetMark
from crm_desktop.services.papers import deposit_papers, documents, order_papers, paper_parts
from crm_desktop.services.papers.families import read_permission
from crm_desktop.services.papers.paper_parts import Source
from crm_desktop.services.registry import Command, Context, handles, query

UNISSUED = ("draft", "waiting", "ready")
EXITS = ("print", "save")
LISTED = "export"
"""The exit of a purchase request as a list for the buying program."""
LANGUAGES = ("th", "en", "both")
PRINT = {QUOTATION.code: "quotation.print", DEPOSIT.code: "deposit.read"}
GONE = ("bounced", "cancelled")
"""States of a deposit whose receipt says what is no longer so."""


@dataclass(frozen=True)
class TakeOut(Command[int]):
    """Records that a paper leaves the house by an exit; answers how often it was printed before.

    Only an issued paper leaves, and a deposit that is still expected as the slip it is paid by; a
    draft's watermarked print is no exit and needs no record.
    """

    name: ClassVar[str] = "paper.take_out"
    permission: ClassVar[str] = "order.print"
    id: int
    exit: str
    language: str = "th"


@handles(TakeOut)
def take_out(context: Context, command: TakeOut) -> int:
    """Counts the print; refuses what is not issued with `paper_not_issued`.

    A list on a disk and a slip to pay by are no originals, so they count for no copy.
    """
    kind = context.row("document", command.id)["kind"]
    context.actor.require(PRINT.get(kind, "order.print"))
    row = documents.row_of(context, command.id, read_permission(kind))
    if command.exit not in (*EXITS, *([LISTED] if kind == "PR" else [])):
        raise Refused("bad_choice", "exit", value=command.exit)
    if command.language not in LANGUAGES:
        raise Refused("bad_choice", "language", value=command.language)
    _require_issued(row)
    copy = int(row["print_count"])
    counts = command.exit != LISTED and not _is_slip(row)
    if counts:
        context.update("document", row["id"], row["version"], "printed", print_count=copy + 1)
    context.insert(
        "document_print",
        command.exit,
        document_id=row["id"],
        exit=command.exit,
        copy=copy,
        language=command.language,
        at=context.moment,
        by_id=context.actor.person_id,
    )
    context.tell(
        KINDS[row["kind"]].name,
        row["id"],
        "listed" if command.exit == LISTED else "printed",
        row["customer_id"],
        reference=row["number"] or row["draft_reference"],
        exit=command.exit,
        copy=copy,
    )
    return copy


def _is_slip(row: Mapping[str, Any]) -> bool:
    """Whether the paper of a row is the slip that an expected deposit is paid by."""
    return bool(row["kind"] == DEPOSIT.code and row["state"] == DEPOSIT.states.initial)


def _require_issued(row: Mapping[str, Any]) -> None:
    """Refuses a paper that may not leave the house (yet)."""
    if row["number"] is None and not _is_slip(row):
        raise NeedsApproval("paper_not_issued", reference=row["draft_reference"])
    if row["kind"] == DEPOSIT.code and row["state"] in GONE:
        state = DEPOSIT.states.state_code(row["state"])
        raise WrongState("receipt_void", reference=row["number"], state=state)


@query("order.read")
def paper(
    context: Context,
    document_id: int,
    language: str = "",
    copy: int = 0,
    sheets: tuple[SheetMark, ...] = (),
) -> AnyPaper:
    """The paper as it prints; watermarked until it is issued, with the customer as frozen."""
    row = _readable(context, document_id)
    made = MAKERS[row["kind"]](context, paper_parts.source(context, row, language))
    return replace(made, copy_number=copy, sheets=sheets)


def _readable(context: Context, document_id: int) -> dict[str, Any]:
    permission = read_permission(context.row("document", document_id)["kind"])
    context.actor.require(permission)
    return documents.row_of(context, document_id, permission)


def _quotation(context: Context, of: Source) -> Paper:
    row, content, letterhead = of.row, of.content, of.parties["letterhead"]
    return Paper(
        **paper_parts.head(context, of),
        customer=paper_parts.party(
            of.parties["customer"], content.contact, content.delivery_address
        ),
        lines=paper_parts.lines(content, of.priced),
        sums=paper_parts.sums(content, of.priced),
        revision=row["revision"],
        replaces=_replaces(context, row),
        valid_until=_valid_until(context, row, content.valid_days),
        valid_days=content.valid_days,
        delivery=content.delivery_terms,
        payment_terms=content.payment_terms,
        salesperson=letterhead[f"officer_{of.tongue}"],
        subject=content.project,
        remarks=content.remarks,
        terms=tuple(letterhead[f"terms_{of.tongue}"].splitlines()),
        details=paper_parts.deposit_required(content),
        bank=paper_parts.bank(letterhead),
    )


def _valid_until(context: Context, row: Mapping[str, Any], days: int) -> date:
    until = paper_parts.stored_day(row["valid_until"])
    return until or documents.valid_until(context, days)


def _replaces(context: Context, row: Mapping[str, Any]) -> str:
    if row["replaces_id"] is None:
        return ""
    return str(context.row("document", row["replaces_id"])["number"])


MAKERS: Mapping[str, Callable[[Context, Source], AnyPaper]] = {
    QUOTATION.code: _quotation,
    "SO": order_papers.order,
    "BO": order_papers.order,
    "SP": order_papers.order,
    "PR": order_papers.purchase_request,
    DEPOSIT.code: deposit_papers.deposit,
}
