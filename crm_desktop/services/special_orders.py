"""What only a special order has: the signed specification, the supplier's word, the inspection."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.special_order import KIND
from crm_desktop.domain.money import LARGEST_PRICE, Money
from crm_desktop.services import attachments, deposit_ledger, documents, goods, steps
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.services.submitting import Saved, at_version

LONGEST_LEAD_DAYS = 730


@dataclass(frozen=True)
class SignSpecification(Command[Saved]):
    """The customer signed: on a scan that is attached already, or drawn (base64 PNG)."""

    name: ClassVar[str] = "order.sign"
    id: int
    version: int
    signer: str
    on: date
    attachment_id: int | None = None
    signature_png: str = ""


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
    _keep_signature(context, row, command, documents.freeze(context, row))
    signed = {"signer": command.signer.strip(), "on": command.on.isoformat()}
    row = documents.move(context, row, "sign", detail=signed)
    return Saved(row["id"], row["version"], row["state"])


def _keep_signature(
    context: Context, row: dict[str, Any], command: SignSpecification, covers: str
) -> None:
    if bool(command.signature_png) == (command.attachment_id is not None):
        raise Refused("signature_needed", "signature_png")
    if command.attachment_id is not None:
        found = _attached(context, row, command.attachment_id, "attachment_id")
        table = context.t.attachment
        values = {"use": "signature", "covers": covers}
        table.update(**values).where(table.c.id == found["id"]).execute()
        before = {name: found[name] for name in values}
        context.audit("attachment", found["id"], "signed", before, values)
        return
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
    if command.valid_until is not None and command.valid_until < context.today:
        day = command.valid_until
        raise Refused("validity_past", "valid_until", date=day, today=context.today)


@handles(InspectSpecial)
def inspect_special(context: Context, command: InspectSpecial) -> Saved:
    """What agrees waits for the customer; what does not goes back, and is still ordered."""
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
        _shift_arrived(context, row, "reject", findings)
    photos = {"photos": ", ".join(names)} if names else {}
    row = documents.move(context, row, event, reason=findings, detail=photos, **columns)
    return Saved(row["id"], row["version"], row["state"])


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
    row = deposit_ledger.follow_deposits(context, row)
    return Saved(row["id"], row["version"], row["state"])


def _shift_arrived(context: Context, row: Mapping[str, Any], event: str, note: str) -> None:
    for line_id, stages in goods.stages(context, row["id"]).items():
        if stages.get("arrived"):
            goods.shift(context, row, line_id, event, stages["arrived"], note=note)
