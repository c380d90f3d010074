"""Papers as values for printing, and the record of what left the house."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, cast

from crm_desktop.domain.errors import NeedsApproval, Refused
from crm_desktop.domain.kinds.quotation import KIND
from crm_desktop.printing.paper import (
    BankAccount,
    Language,
    Paper,
    PaperLine,
    Party,
    Seller,
    Signatory,
    Sums,
    VatSum,
)
from crm_desktop.services import documents
from crm_desktop.services.contents import Content, Priced, stored_prices
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.services.settings import load_shop

UNISSUED = ("draft", "waiting", "ready")
EXITS = ("print", "save")
LANGUAGES = ("th", "en", "both")
SIGNING = ("own", "approve", "advise_for", "spoken", "confirm_spoken")


@dataclass(frozen=True)
class TakeOut(Command[int]):
    """Records that a paper leaves the house by an exit; answers how often it did before.

    Only an issued paper leaves; a draft's watermarked print is no exit and needs no record.
    """

    name: ClassVar[str] = "quotation.print"
    id: int
    exit: str
    language: str = "th"


@handles(TakeOut)
def take_out(context: Context, command: TakeOut) -> int:
    """Counts the print; refuses what is not issued with `paper_not_issued`."""
    row = documents.row_of(context, command.id, command.name)
    if command.exit not in EXITS:
        raise Refused("bad_choice", "exit", value=command.exit)
    if command.language not in LANGUAGES:
        raise Refused("bad_choice", "language", value=command.language)
    if row["number"] is None:
        raise NeedsApproval("paper_not_issued", reference=row["draft_reference"])
    copy = int(row["print_count"])
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
        KIND.name,
        row["id"],
        "printed",
        row["customer_id"],
        reference=row["number"],
        exit=command.exit,
        copy=copy,
    )
    return copy


@query("quotation.read")
def paper(context: Context, document_id: int, language: str = "", copy: int = 0) -> Paper:
    """The paper as it prints; watermarked until it is issued, with the customer as frozen."""
    row = documents.row_of(context, document_id, "quotation.read")
    shop = load_shop(context)[0]
    content = documents.content_of(context, row)
    speech = cast(Language, language or content.language)
    priced = stored_prices(content, Decimal(row["vat_rate"]))
    parties = documents.parties_of(context, row)
    head, tongue = parties["letterhead"], "en" if speech == "en" else "th"
    officer = head[f"officer_{tongue}"]
    issued = row["issued_at"] and datetime.fromisoformat(row["issued_at"]).date()
    return Paper(
        seller=_seller(head, shop.logo_png),
        customer=_party(parties["customer"], content),
        dated=issued or context.today,
        lines=_lines(content, priced),
        sums=_sums(content, priced),
        kind=row["kind"],
        number=row["number"],
        draft_reference=row["draft_reference"],
        revision=row["revision"],
        replaces=_replaces(context, row),
        draft=row["state"] in UNISSUED,
        copy_number=copy,
        language=speech,
        valid_until=_valid_until(context, row, content),
        valid_days=content.valid_days,
        delivery=content.delivery_terms,
        payment_terms=content.payment_terms,
        salesperson=officer,
        subject=content.project,
        remarks=content.remarks,
        terms=tuple(head[f"terms_{tongue}"].splitlines()),
        details=_details(content),
        bank=BankAccount(number=head["bank_account"]) if head["bank_account"] else None,
        proposer=Signatory(officer, on=issued),
        approver=_approver(context, row, speech),
    )


def _seller(head: Mapping[str, Any], logo_png: str) -> Seller:
    """The shop as the paper's own branch presents it."""
    return Seller(
        name_th=head["name_th"],
        name_en=head["name_en"],
        tax_number=head["tax_number"],
        branch_code=head["branch_code"],
        address_th=tuple(head["address_th"].splitlines()),
        address_en=tuple(head["address_en"].splitlines()),
        phone=head["phone"],
        email=head["email"],
        logo=base64.b64decode(logo_png) if logo_png else None,
    )


def _party(party: Mapping[str, Any], content: Content) -> Party:
    return Party(
        name=party["name"],
        code=party["code"],
        tax_number=party["tax_number"],
        branch_code=party["branch_code"],
        address=tuple(party["address"]),
        contact=content.contact,
        phone=party["phone"],
        email=party["email"],
        site=content.delivery_address,
    )


def _lines(content: Content, priced: Priced) -> tuple[PaperLine, ...]:
    return tuple(
        PaperLine(
            kind=cast(Any, line.kind),
            description=line.description,
            code=line.code,
            quantity=line.quantity if line.is_priced else None,
            unit=line.unit,
            unit_price=line.unit_price if line.is_priced else None,
            discount=line.discount,
            amount=net if line.kind != "heading" else None,
        )
        for line, net in zip(content.lines, priced.nets, strict=True)
    )


def _sums(content: Content, priced: Priced) -> Sums:
    totals = priced.totals
    return Sums(
        subtotal=totals.sum,
        grand_total=totals.grand_total,
        vat=tuple(
            VatSum(None if part.vat_class == "exempt" else part.rate, part.base, part.vat)
            for part in totals.classes
        ),
        discount=totals.document_discount,
        discount_text=content.document_discount,
        prices_include_vat=content.prices_include_vat,
    )


def _valid_until(context: Context, row: Mapping[str, Any], content: Content) -> date:
    if row["valid_until"]:
        return date.fromisoformat(row["valid_until"])
    return documents.valid_until(context, content.valid_days)


def _replaces(context: Context, row: Mapping[str, Any]) -> str:
    if row["replaces_id"] is None:
        return ""
    return str(context.row("document", row["replaces_id"])["number"])


def _named(person: Mapping[str, Any], language: str) -> str:
    return str(person["name_en"] if language == "en" else person["name"])


def _details(content: Content) -> tuple[tuple[str, str], ...]:
    """Facts that print beside the terms: the deposit the shop asks for."""
    if not content.deposit_percent:
        return ()
    return (("deposit_required", f"{content.deposit_percent.normalize():f} %"),)


def _approver(context: Context, row: Mapping[str, Any], language: str) -> Signatory | None:
    """Who approved, by name and day; nobody yet before that."""
    if row["approved_request_id"] is None:
        return None
    answer, person = context.t.request_answer, context.t.person
    rows = (
        answer.select(answer.c.at, answer.c.verdict, person.c.name, person.c.name_en)
        .join(person, on=(person.c.id == answer.c.person_id))
        .where(answer.c.request_id == row["approved_request_id"], answer.c.verdict << SIGNING)
        .order_by(answer.c.id.desc())
        .limit(1)
    )
    for each in rows.dicts():
        return Signatory(_named(each, language), on=datetime.fromisoformat(each["at"]).date())
    return None
