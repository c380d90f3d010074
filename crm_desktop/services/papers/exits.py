"""What leaves the house: every way out in one table, one guard before all of them, and the record.

What is not approved and issued leaves by no exit. The one exception is the watermarked draft, which
bears no number: it may be printed and saved, and leaves no record. What ended is kept for the
house with a stamp that says how, and goes to nobody.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar

from crm_desktop.domain.errors import NeedsApproval, Refused, Stale, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.kinds.deposit import KIND as DEPOSIT
from crm_desktop.domain.kinds.quotation import KIND as QUOTATION
from crm_desktop.domain.lifecycle import Code
from crm_desktop.printing.paper import AnyPaper
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.families import read_permission
from crm_desktop.services.registry import Command, Context, handles, query

LANGUAGES = ("th", "en", "both")
PRINT = {QUOTATION.code: "quotation.print", DEPOSIT.code: "deposit.read"}


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out. `draft`: the watermarked draft may take it too; `ended`: the stamped paper may;
    `counts`: what follows is a copy; `outward`: it leads straight to somebody outside; `told`: the
    timeline's event."""

    name: str
    draft: bool = False
    ended: bool = False
    counts: bool = True
    outward: bool = False
    told: str = "left"


EXITS: Mapping[str, Exit] = {
    each.name: each
    for each in (
        Exit("print", draft=True, ended=True, told="printed"),
        Exit("save", draft=True, ended=True),
        Exit("email", outward=True),
        Exit("line", outward=True),
        Exit("export", counts=False),
        Exit("clipboard", outward=True),
        Exit("terminal", ended=True),
    )
}


class Leaving(StrEnum):
    """What may leave: the paper itself, the slip an expected deposit is paid by, a draft, or the
    paper with the stamp of how it ended; a void receipt leaves not at all."""

    ORIGINAL = "original"
    SLIP = "slip"
    DRAFT = "draft"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    LOST = "lost"
    DECLINED = "declined"
    VOID = "void"


_CANCELLED = {"cancelled": Leaving.CANCELLED}
ENDED: Mapping[str, Mapping[str, Leaving]] = {
    QUOTATION.code: {
        **_CANCELLED,
        "superseded": Leaving.SUPERSEDED,
        "expired": Leaving.EXPIRED,
        "lost": Leaving.LOST,
    },
    "SO": _CANCELLED,
    "BO": _CANCELLED,
    "PR": {**_CANCELLED, "declined": Leaving.DECLINED},
    "SP": _CANCELLED,
    DEPOSIT.code: {"bounced": Leaving.VOID, "cancelled": Leaving.VOID},
}
"""By kind and state, what no longer holds, and what leaves in its place."""


def stamp(row: Mapping[str, Any]) -> str:
    """How a numbered paper ended, as its print says it; "" while it holds."""
    ended = ENDED[row["kind"]].get(row["state"], "")
    return ended if row["number"] and ended is not Leaving.VOID else ""


def shows(paper: AnyPaper) -> str:
    """What a paper that was set shows itself to be, to be compared with what may leave."""
    if paper.draft:
        return Leaving.DRAFT
    return paper.stamp or (Leaving.SLIP if paper.kind == "PI" else Leaving.ORIGINAL)


def exit_of(way: str) -> Exit:
    """The exit of that name; Refused `bad_choice`."""
    if way not in EXITS:
        raise Refused("bad_choice", "exit", value=way)
    return EXITS[way]


def leaving(row: Mapping[str, Any], way: str) -> Leaving:
    """What of a paper may leave by an exit, by the paper's row alone.

    NeedsApproval `paper_not_issued` before its number, `paper_waits` while it waits for an answer,
    `paper_without_approval` where a number stands on what nobody approved; WrongState
    `paper_ended`, `receipt_void`.
    """
    exit_, kind = exit_of(way), KINDS[row["kind"]]
    number, state = row["number"], row["state"]
    ended = ENDED[kind.code].get(state)
    if ended is Leaving.VOID:
        raise _refusal(WrongState, "receipt_void", row, way)
    if kind is DEPOSIT and number is None and state == DEPOSIT.states.initial:
        return Leaving.SLIP
    approved = kind.matter is None or row["approved_request_id"] is not None
    if approved and is_issued(kind.code, state, number):
        if ended and not exit_.ended:
            raise _refusal(WrongState, "paper_ended", row, way)
        return ended or Leaving.ORIGINAL
    if number is not None:
        raise NeedsApproval("paper_without_approval", reference=number)
    if exit_.draft:
        return Leaving.DRAFT
    if ended:
        raise _refusal(WrongState, "paper_ended", row, way)
    code = "paper_waits" if state == "waiting" else "paper_not_issued"
    raise _refusal(NeedsApproval, code, row, way)


def _refusal(kind: type[Refused], code: str, row: Mapping[str, Any], way: str) -> Refused:
    """Names the paper, its state, and what cannot be done with it."""
    return kind(
        code,
        reference=row["number"] or row["draft_reference"],
        state=KINDS[row["kind"]].states.state_code(row["state"]),
        done=Code(f"leave_{way}"),
    )


def is_issued(kind: str, state: str, number: str | None) -> bool:
    """Whether a paper has its number and stands where only numbered papers stand."""
    return number is not None and state in issued_states(kind)


@cache
def issued_states(code: str) -> frozenset[str]:
    """Every state that a paper of the kind can be in once it has its number."""
    table, numbered_by = KINDS[code].states, KINDS[code].numbered_by
    todo = deque(row.next for row in table.rows if row.event == numbered_by)
    found: set[str] = set()
    while todo:
        state = todo.popleft()
        if state not in found:
            found.add(state)
            todo.extend(row.next for row in table.rows if row.state == state)
    return frozenset(found)


# ---------------------------------------------------------------- papers


@query("order.read")
def leaving_now(context: Context, document_id: int, way: str) -> Leaving:
    """What of a stored paper this person may take out by an exit; raises as `leaving`, and
    NeedsApproval `paper_not_as_approved` where it is no longer what was approved."""
    kind = context.row("document", document_id)["kind"]
    context.actor.require(PRINT.get(kind, "order.print"))
    row = documents.row_of(context, document_id, read_permission(kind))
    what, frozen = leaving(row, way), row["frozen_sha256"]
    numbered = what not in (Leaving.DRAFT, Leaving.SLIP)
    if numbered and documents.fingerprint(context, row["id"]) != frozen:
        raise NeedsApproval("paper_not_as_approved")
    return what


@dataclass(frozen=True)
class TakeOut(Command[int]):
    """Puts a paper's exit on record; answers how often it had left before, which makes it a copy.

    A draft leaves by `print` and `save` with its watermark, and nothing is recorded. `shown` is
    what the picture that was set `shows`, and `copy` which copy it says to be; with another than
    may leave now it is Stale.
    """

    name: ClassVar[str] = "paper.take_out"
    permission: ClassVar[str] = "order.print"
    id: int
    exit: str
    language: str = "th"
    shown: str = ""
    copy: int | None = None


@handles(TakeOut)
def take_out(context: Context, command: TakeOut) -> int:
    """Counts the exit; refuses what may not leave, and what is no longer as it was approved.

    A list and a slip to pay by are no originals, so they count for no copy.
    """
    check_language(command.language)
    documents.hold(context, command.id)
    what = leaving_now(context, command.id, command.exit)
    if command.shown not in ("", what):
        raise Stale("paper_changed_on_its_way")
    if what is Leaving.DRAFT:
        return 0
    row = context.row("document", command.id)
    if command.copy not in (None, row["print_count"]):
        raise Stale("batch_other_copy")
    counts = EXITS[command.exit].counts and what is not Leaving.SLIP
    return put_on_record(context, row, command.exit, command.language, counts=counts)


def put_on_record(
    context: Context,
    row: Mapping[str, Any],
    way: str,
    language: str,
    *,
    counts: bool,
    copy: int | None = None,
) -> int:
    """Records the exit of a document's row as it is now; answers which copy it is: the next one,
    unless something left that already says which."""
    count = int(row["print_count"])
    copy = count if copy is None else copy
    if counts:
        context.update("document", row["id"], row["version"], "printed", print_count=count + 1)
    record(context, row["id"], way, language, copy)
    told = {"reference": row["number"] or row["draft_reference"], "exit": way, "copy": copy}
    context.tell(KINDS[row["kind"]].name, row["id"], EXITS[way].told, row["customer_id"], **told)
    return copy


def check_language(language: str) -> None:
    """Refused `bad_choice` for what no paper is written in."""
    if language not in LANGUAGES:
        raise Refused("bad_choice", "language", value=language)


def record(
    context: Context, document_id: int, way: str, language: str, copy: int = 0, slip: str = ""
) -> None:
    """One line of what left, was sent or did not come out; such lines only grow."""
    context.insert(
        "document_print",
        way,
        document_id=document_id,
        exit=way,
        copy=copy,
        language=language,
        slip=slip,
        at=context.moment,
        by_id=context.actor.person_id,
    )


# ---------------------------------------------------------------- what is drawn up beside papers


@dataclass(frozen=True, slots=True)
class Slip:
    """Where an exit is put on record: under a name at its document, at the customer, or else at
    whoever took it out."""

    name: str = ""
    document_id: int | None = None
    customer_id: int | None = None


@dataclass(frozen=True)
class TakeOutSlip(Command[None]):
    """Puts on record that something drawn up beside papers leaves: a slip, a voucher, a list.

    `kind` is that of its paper (DL, RV, ST, TL, AS, AT, TR, RS, CP); `id` of the delivery, the
    claim, the customer, the document whose approval sheet it is, the day of the till or the route
    (20261122) or the version of the table; 0 where it is about none. Each kind asks for a
    permission of its own.
    """

    name: ClassVar[str] = "paper.take_out_slip"
    permission: ClassVar[str] = "person.self"
    kind: str
    id: int
    exit: str
    language: str = "th"


@handles(TakeOutSlip)
def take_out_slip(context: Context, command: TakeOutSlip) -> None:
    """What speaks to the house alone is not sent to anybody (Refused `paper_stays_inside`)."""
    check_language(command.language)
    slip = slip_leaving(context, command.kind, command.id, command.exit)
    put_slip_on_record(context, slip, command.kind, command.id, command.exit, command.language)


def put_slip_on_record(
    context: Context, slip: Slip, kind: str, record_id: int, way: str, language: str
) -> None:
    """At its document, which tells what goes outside; else at the customer, or at the actor."""
    left: dict[str, Any] = {"exit": way, "language": language}
    if slip.document_id is not None:
        record(context, slip.document_id, way, language, slip=slip.name)
        if kind not in INSIDE:
            tell_slip(context, slip, way)
    elif slip.customer_id is not None:
        context.audit("customer", slip.customer_id, "statement", {}, left)
        context.tell("customer", slip.customer_id, "statement_left", slip.customer_id, exit=way)
    else:
        left |= {"kind": kind, "about": record_id}
        context.audit("person", context.actor.person_id, "took_out", {}, left)


def tell_slip(context: Context, slip: Slip, way: str) -> None:
    """The timeline's line about what was drawn up beside a document."""
    assert slip.document_id is not None
    row = context.row("document", slip.document_id)
    kind, _, place = slip.name.partition("/")
    context.tell(
        KINDS[row["kind"]].name,
        row["id"],
        "slip_left",
        row["customer_id"],
        exit=way,
        slip=kind.lower(),
        reference=f"{row['number'] or row['draft_reference']}/{place}",
    )


@query("person.self")
def slip_leaving(context: Context, kind: str, record_id: int, way: str) -> Slip:
    """Whether this person may take it out by an exit; raises as `TakeOutSlip` would."""
    exit_ = exit_of(way)
    if kind not in SLIPS:
        raise Refused("bad_choice", "kind", value=kind)
    if exit_.outward and kind in INSIDE:
        raise Refused("paper_stays_inside")
    return SLIPS[kind](context, record_id)


def _delivery(context: Context, delivery_id: int) -> Slip:
    """What was handed over is so: a delivery needs no approval of its own."""
    delivery = context.row("delivery", delivery_id)
    context.actor.require("order.print")
    row = documents.row_of(context, delivery["document_id"], "order.read")
    return Slip(f"DL/{delivery['position']}", row["id"])


def _voucher(context: Context, claim_id: int) -> Slip:
    claim = context.row("deposit_claim", claim_id)
    context.actor.require("deposit.read")
    row = documents.row_of(context, claim["deposit_id"], "deposit.read")
    require_approved(claim)
    return Slip(f"RV/{refund_place(context, claim)}", row["id"])


def refund_place(context: Context, claim: Mapping[str, Any]) -> int:
    """Which of the refunds of its deposit a claim is, counted from 1: the end of its number."""
    table = context.t.deposit_claim
    earlier = table.select(table.c.id).where(
        table.c.deposit_id == claim["deposit_id"],
        table.c.matter == claim["matter"],
        table.c.id <= claim["id"],
    )
    return len(list(earlier.tuples()))


def require_approved(claim: Mapping[str, Any]) -> None:
    """Refuses the voucher of a refund that nobody approved (`claim_not_approved`)."""
    if claim["matter"] != "deposit.refund" or claim["state"] not in ("approved", "done"):
        raise WrongState("claim_not_approved", state=Code(f"claim_state_{claim['state']}"))


def _statement(context: Context, customer_id: int) -> Slip:
    """No document stands for it: that it left is said of the customer."""
    context.actor.require("deposit.read")
    return Slip(customer_id=context.row("customer", customer_id)["id"])


def _trail(context: Context, document_id: int) -> Slip:
    context.actor.require("request.trail")
    return Slip("AS", documents.row_of(context, document_id, "request.trail")["id"])


def _comparison(context: Context, document_id: int) -> Slip:
    """On record at the newer of the two."""
    row = documents.row_of(context, document_id, "order.read")
    context.actor.require(PRINT.get(row["kind"], "order.print"))
    return Slip("CP", row["id"])


def _till(context: Context, _: int) -> Slip:
    context.actor.require("till.read")
    return Slip()


def _authority(context: Context, _: int) -> Slip:
    context.actor.require("authority.read")
    return Slip()


def _team(context: Context, _: int) -> Slip:
    context.actor.require("team.read")
    return Slip()


def _route(context: Context, _: int) -> Slip:
    context.actor.require("visit.read")
    return Slip()


SLIPS: Mapping[str, Callable[[Context, int], Slip]] = {
    "DL": _delivery,
    "RV": _voucher,
    "ST": _statement,
    "TL": _till,
    "AS": _trail,
    "AT": _authority,
    "TR": _team,
    "RS": _route,
    "CP": _comparison,
}
INSIDE = frozenset({"TL", "AS", "AT", "TR", "RS", "CP"})
"""What speaks to the house alone: a day's till, the history of a paper, the authority table, the
figures of the team, an officer's route, two papers side by side of which one may be a draft."""
