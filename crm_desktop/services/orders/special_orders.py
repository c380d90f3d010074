"""What only a special order has: the signed specification, the supplier's word, the inspection."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.dates import check_planned
from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.domain.kinds.special_order import KIND
from crm_desktop.domain.money import LARGEST_PRICE, Money
from crm_desktop.services import attachments
from crm_desktop.services.deposits import deposit_ledger
from crm_desktop.services.orders import goods, pool, steps
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.submitting import Saved, at_version
from crm_desktop.services.registry import Command, Context, handles

LONGEST_LEAD_DAYS = 730


@dataclass(frozen=True)
class SignSpecification(Command[Saved]):
    """The customer signed: on a scan that is attached already, or drawn (base64 PNG).

    `files` are the drawings and photos that the customer was shown, where the caller knows: Stale
    when others hang there by now.
    """

    name: ClassVar[str] = "order.sign"
    id: int
    version: int
    signer: str
    on: date
    attachment_id: int | None = None
    signature_png: str = ""
    files: tuple[int, ...] | None = None


@dataclass(frozen=True)
class QuoteSupplier(Command[Saved]):
    """What the supplier offers; `cost` is before VAT for the whole paper, None where unknown."""

    name: ClassVar[str] = "order.quote"
    id: int
    version: int
    supplier: str
    reference: str = ""
    cost: Money | None = None
    lead_days: int = 0
    valid_until: date | None = None
    note: str = ""


@dataclass(frozen=True)
class InspectSpecial(Command[Saved]):
    """Whether what arrived agrees with the signed specification; if not, findings are compulsory.

    `photo_ids` are attachments of the paper.
    """

    name: ClassVar[str] = "goods.inspect"
    id: int
    version: int
    agrees: bool
    findings: str = ""
    photo_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class RefuseSpecial(Command[Saved]):
    """The customer does not take what was made for them; the deposit's fate is asked apart."""

    name: ClassVar[str] = "order.refuse"
    permission: ClassVar[str] = "delivery.record"
    id: int
    version: int
    reason: str


@handles(SignSpecification)
def sign_specification(context: Context, command: SignSpecification) -> Saved:
    """The signature covers exactly what would print now; a changed word asks for another one."""
    row = at_version(context, command.id, command.version, command.name, (KIND.code,))
    KIND.states.row(row["state"], "sign")
    if not command.signer.strip():
        raise Refused("signer_needed", "signer")
    steps.happened(context, row, command.on, "on")
    content = documents.content_of(context, row)
    if not any(line.is_priced for line in content.lines):
        raise Refused("paper_empty", "lines")
    if not dict(content.facts).get("specification", "").strip():
        label = KIND.fact_label("specification")
        raise Refused("fact_missing", "facts.specification", fact=label)
    if command.files is not None:
        _require_shown(context, row, command.files)
    covers = _keep_signature(context, row, command)
    signed = {"signer": command.signer.strip(), "on": command.on.isoformat()}
    row = documents.move(context, row, "sign", detail=signed, frozen_sha256=covers)
    return Saved(row["id"], row["version"], row["state"])


def _require_shown(context: Context, row: Mapping[str, Any], files: tuple[int, ...]) -> None:
    """A drawing that was hung on the paper meanwhile is none that the customer saw."""
    table = context.t.attachment
    there = table.select(table.c.id).where(table.c.document_id == row["id"], table.c.printed == 1)
    if {each[0] for each in there.tuples()} != set(files):
        raise Stale("stale", record="document", record_id=row["id"], version=row["version"])


def _keep_signature(context: Context, row: dict[str, Any], command: SignSpecification) -> str:
    """Stores the signature with the hash of what it was given for, and answers that hash."""
    if bool(command.signature_png) == (command.attachment_id is not None):
        raise Refused("signature_needed", "signature_png")
    if command.attachment_id is not None:
        return _cover(context, row, _attached(context, row, command.attachment_id, "attachment_id"))
    covers = documents.freeze(context, row)
    attachments.keep(
        context,
        row,
        "signature",
        f"{command.signer.strip()}.png",
        attachments.decoded(command.signature_png, "signature_png"),
        field="signature_png",
        only=("image/png",),
        covers=covers,
    )
    return covers


def _cover(context: Context, row: dict[str, Any], scan: Mapping[str, Any]) -> str:
    """The scan is the signature from now on, and no picture of the specification; one that was
    given for other words is not."""
    table, use = context.t.attachment, {"use": "signature", "printed": 0}
    this = table.c.id == scan["id"]
    table.update(**use).where(this).execute()
    covers = documents.freeze(context, row)
    if scan["covers"] not in ("", covers):
        raise Refused("signature_of_other_words", "attachment_id")
    table.update(covers=covers).where(this).execute()
    values = {**use, "covers": covers}
    context.audit("attachment", scan["id"], "signed", {key: scan[key] for key in values}, values)
    return covers


def _attached(
    context: Context, row: Mapping[str, Any], attachment_id: int, field: str
) -> dict[str, Any]:
    """An attachment of this very paper."""
    found = context.row("attachment", attachment_id)
    if found["document_id"] != row["id"]:
        raise Refused("not_found", field, record="attachment", record_id=attachment_id)
    return found


@handles(QuoteSupplier)
def quote_supplier(context: Context, command: QuoteSupplier) -> Saved:
    """Keeps the offer beside earlier ones; the first leads the signed paper on to the matrix."""
    row = at_version(context, command.id, command.version, command.name, (KIND.code,))
    if row["state"] != "quoted":
        KIND.states.row(row["state"], "quote")
    _check_quote(context, command)
    context.insert(
        "supplier_quote",
        "quoted",
        document_id=row["id"],
        supplier=command.supplier.strip(),
        reference=command.reference.strip(),
        cost_satang=None if command.cost is None else command.cost.satang,
        lead_days=command.lead_days,
        valid_until=command.valid_until and command.valid_until.isoformat(),
        note=command.note.strip(),
        by_id=context.actor.person_id,
        at=context.moment,
    )
    detail = {"supplier": command.supplier.strip(), "days": command.lead_days}
    if row["state"] == "quoted":
        context.update("document", row["id"], row["version"], "quote")
        reference = row["draft_reference"]
        context.tell(
            KIND.name, row["id"], "quote", row["customer_id"], reference=reference, **detail
        )
        return Saved(row["id"], row["version"] + 1, "quoted")
    row = documents.move(context, row, "quote", detail=detail)
    return Saved(row["id"], row["version"], row["state"])


def _check_quote(context: Context, command: QuoteSupplier) -> None:
    if not command.supplier.strip():
        raise Refused("supplier_needed", "supplier")
    cost = command.cost
    if cost is not None and not Money.ZERO <= cost <= LARGEST_PRICE:
        raise Refused("bad_price", "cost", text=str(cost), lowest=Money.ZERO, highest=LARGEST_PRICE)
    if not 0 <= command.lead_days <= LONGEST_LEAD_DAYS:
        raise Refused("bad_lead_days", "lead_days", days=command.lead_days, most=LONGEST_LEAD_DAYS)
    day = command.valid_until
    if day is not None and day < context.today:
        raise Refused("validity_past", "valid_until", date=day, today=context.today)
    if day is not None:
        check_planned(day, context.today, "valid_until")


@handles(InspectSpecial)
def inspect_special(context: Context, command: InspectSpecial) -> Saved:
    """What agrees waits for the customer; what does not goes back, and the supplier owes it."""
    row = at_version(context, command.id, command.version, command.name, (KIND.code,))
    documents.require_unlocked(context, row)
    event = "inspect" if command.agrees else "reject"
    KIND.states.row(row["state"], event)
    findings = command.findings.strip()
    if not command.agrees and not findings:
        raise Refused("findings_needed", "findings")
    names = [
        _attached(context, row, photo, f"photo_ids.{index}")["name"]
        for index, photo in enumerate(command.photo_ids)
    ]
    columns: dict[str, Any] = {}
    if not command.agrees:
        columns["arrived_on"] = None
        _await_replacement(context, row, findings)
        _shift_arrived(context, row, "reject", findings)
    photos = {"photos": ", ".join(names)} if names else {}
    row = documents.move(context, row, event, reason=findings, detail=photos, **columns)
    return Saved(row["id"], row["version"], row["state"])


def _await_replacement(context: Context, row: Mapping[str, Any], findings: str) -> None:
    """The requests that brought the goods wait for others in their place, at no new price; the
    youngest first, and no day is known until Sales names one."""
    back: list[tuple[int, int, int]] = []
    for line_id, stages in goods.stages(context, row["id"]).items():
        left = stages.get("arrived", 0)
        for request_id, its_line, received in _brought(context, line_id):
            if part := min(left, received):
                back.append((request_id, its_line, part))
            left -= part
    requests = {request_id for request_id, _, _ in back}
    steps.hold(context, "document", requests)
    for request_id, its_line, milli in back:
        request = context.row("document", request_id)
        goods.shift(context, request, its_line, "replace", milli, note=findings)
    for request_id in sorted(requests):
        request = context.row("document", request_id)
        request = documents.move(context, request, "replace", reason=findings, promised_on=None)
        goods.follow(context, request)


def _brought(context: Context, line_id: int) -> list[tuple[int, int, int]]:
    """What purchase requests brought of a line: their ids, their own lines, thousandths."""
    line, stage = context.t.document_line, context.t.goods_stage
    rows = (
        line.select(stage.c.document_id, line.c.id, stage.c.quantity_milli)
        .join(stage, on=(stage.c.line_id == line.c.id))
        .where(
            line.c.source_id == line_id,
            stage.c.stage == "received",
            stage.c.quantity_milli > 0,
        )
        .order_by(line.c.id.desc())
    )
    return list(rows.tuples())


@handles(RefuseSpecial)
def refuse_special(context: Context, command: RefuseSpecial) -> Saved:
    """Ends the paper; what of it was handed over stays delivered, the deposit stays held."""
    row = at_version(context, command.id, command.version, "delivery.record", (KIND.code,))
    documents.require_unlocked(context, row)
    KIND.states.row(row["state"], "refuse")
    reason = command.reason.strip()
    if not reason:
        raise Refused("reason_needed", "reason")
    _shift_arrived(context, row, "refuse", reason)
    row = documents.move(context, row, "refuse", reason=reason)
    pool.leave(context, row)
    row = deposit_ledger.follow_deposits(context, row)
    return Saved(row["id"], row["version"], row["state"])


def _shift_arrived(context: Context, row: Mapping[str, Any], event: str, note: str) -> None:
    for line_id, stages in goods.stages(context, row["id"]).items():
        if stages.get("arrived"):
            goods.shift(context, row, line_id, event, stages["arrived"], note=note)
