"""What papers of every kind are put together from: seller, customer, lines, sums, who signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, cast

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.printing.paper import (
    BankAccount,
    Language,
    PaperLine,
    Party,
    Seller,
    Signatory,
    Sums,
    VatSum,
)
from crm_desktop.services.papers import documents
from crm_desktop.services.papers.contents import Content, Priced, stored_prices
from crm_desktop.services.registry import Context

PICTURES = ("image/png", "image/jpeg")
SIGNING = ("own", "approve", "advise_for", "spoken", "confirm_spoken")


@dataclass(frozen=True, slots=True)
class Source:
    """A stored paper read for printing: its row, what was typed, the money, who stands on it."""

    row: Mapping[str, Any]
    content: Content
    priced: Priced
    parties: Mapping[str, Mapping[str, Any]]
    language: Language

    @property
    def tongue(self) -> Literal["th", "en"]:
        """The language of words that a paper in both has only once."""
        return "en" if self.language == "en" else "th"

    @property
    def issued_on(self) -> date | None:
        """The day of its number."""
        return moment_day(self.row["issued_at"])


def source(context: Context, row: Mapping[str, Any], language: str = "") -> Source:
    """Reads a paper in the asked language, else in its own."""
    content = documents.content_of(context, row)
    speech = cast(Language, language or content.language)
    priced = stored_prices(content, Decimal(row["vat_rate"]))
    return Source(row, content, priced, documents.parties_of(context, row), speech)


def moment_day(text: str | None) -> date | None:
    """The day of a stored moment."""
    return datetime.fromisoformat(text).date() if text else None


def stored_day(text: str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(text) if text else None


def head(context: Context, of: Source) -> dict[str, Any]:
    """What every paper of a document has, as values of `AnyPaper`; watermarked until numbered."""
    letterhead, row = of.parties["letterhead"], of.row
    return {
        "seller": seller(letterhead),
        "dated": of.issued_on or context.today,
        "kind": row["kind"],
        "number": row["number"],
        "draft_reference": row["draft_reference"],
        "finder": row["number"] or row["draft_reference"],
        "draft": row["number"] is None,
        "language": of.language,
        "proposer": Signatory(letterhead[f"officer_{of.tongue}"], on=of.issued_on),
        "approver": approver(context, row["approved_request_id"], of.language),
    }


def seller(letterhead: Mapping[str, Any]) -> Seller:
    """The shop as the paper's own branch presents it; logo and footer come with the look."""
    return Seller(
        name_th=letterhead["name_th"],
        name_en=letterhead["name_en"],
        tax_number=letterhead["tax_number"],
        branch_code=letterhead["branch_code"],
        address_th=tuple(letterhead["address_th"].splitlines()),
        address_en=tuple(letterhead["address_en"].splitlines()),
        phone=letterhead["phone"],
        email=letterhead["email"],
    )


def seller_now(context: Context) -> Seller:
    """The shop as the actor's branch presents it today, for lists that no document stands for."""
    here = {"branch_id": context.actor.branch_id, "owner_id": context.actor.person_id, "kind": ""}
    return seller(documents.letterhead(context, here))


def party(frozen: Mapping[str, Any], contact: str = "", site: str = "") -> Party:
    """The customer as copied onto a paper."""
    return Party(
        name=frozen["name"],
        code=frozen["code"],
        tax_number=frozen["tax_number"],
        branch_code=frozen["branch_code"],
        address=tuple(frozen["address"]),
        contact=contact,
        phone=frozen["phone"],
        email=frozen["email"],
        site=site,
    )


def bank(letterhead: Mapping[str, Any], qr_payload: str = "") -> BankAccount | None:
    """Where to pay, where the shop says so."""
    account = letterhead["bank_account"]
    return BankAccount(number=account, qr_payload=qr_payload) if account or qr_payload else None


def lines(content: Content, priced: Priced) -> tuple[PaperLine, ...]:
    """The lines with their money."""
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


def sums(content: Content, priced: Priced) -> Sums:
    """What the lines come to."""
    totals = priced.totals
    return Sums(
        subtotal=totals.sum,
        grand_total=totals.grand_total,
        vat=tuple(
            vat_sum(part.vat_class, part.rate, part.base, part.vat) for part in totals.classes
        ),
        discount=totals.document_discount,
        discount_text=content.document_discount,
        prices_include_vat=content.prices_include_vat,
    )


def vat_sum(vat_class: str, rate: Decimal, base: Money, vat: Money) -> VatSum:
    """One class of VAT as it prints; exempt goods have no rate."""
    return VatSum(None if vat_class == "exempt" else rate, base, vat)


def deposit_required(content: Content) -> tuple[tuple[str, str], ...]:
    """Facts that print beside the terms: the deposit the shop asks for."""
    if not content.deposit_percent:
        return ()
    return (("deposit_required", f"{content.deposit_percent.normalize():f} %"),)


def named(person: Mapping[str, Any], language: str) -> str:
    """A person as the paper's readers read them."""
    return str(person["name_en"] if language == "en" else person["name"])


def signatory(
    context: Context, person_id: int | None, language: str, on: date | None = None
) -> Signatory | None:
    """One of the shop's own people below a signature line."""
    if person_id is None:
        return None
    return Signatory(named(context.known("person", person_id), language), on=on)


def approver(context: Context, request_id: int | None, language: str) -> Signatory | None:
    """Who approved, by name and day; nobody yet before that."""
    if request_id is None:
        return None
    answer, person = context.t.request_answer, context.t.person
    rows = (
        answer.select(answer.c.at, answer.c.verdict, person.c.name, person.c.name_en)
        .join(person, on=(person.c.id == answer.c.person_id))
        .where(answer.c.request_id == request_id, answer.c.verdict << SIGNING)
        .order_by(answer.c.id.desc())
        .limit(1)
    )
    for each in rows.dicts():
        alone = each["verdict"] == "own"
        return Signatory(named(each, language), on=moment_day(each["at"]), alone=alone)
    return None


def legible(content: bytes, mime: str) -> bytes | None:
    """The picture of a signature as it prints; None for a scan that cannot be set, so that one bad
    file never keeps a signed paper from being printed."""
    if mime not in PICTURES:
        return None
    from crm_desktop.printing.pictures import picture

    try:
        picture(content, "signature")
    except Refused:
        return None
    return content
