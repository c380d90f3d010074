"""Orders, purchase requests and delivery slips as values for printing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from crm_desktop.domain import deposits as rules
from crm_desktop.domain.dates import format_date
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.printing.paper import (
    DepositReceived,
    Paper,
    PaperLine,
    Party,
    Signatory,
    Specification,
    Sums,
    VatSum,
)
from crm_desktop.services.deposits import deposit_ledger as ledger
from crm_desktop.services.look import dressed, special_terms, terms
from crm_desktop.services.orders import goods
from crm_desktop.services.papers import documents, paper_parts
from crm_desktop.services.papers.paper_parts import Source
from crm_desktop.services.registry import Context, query

FACTS = ("wanted_on", "handing")
"""Facts of a kind that print beside its terms, where it has them."""


def order(context: Context, of: Source) -> Paper:
    """A sales order, back order or special order with its promises and deposits."""
    row, content, letterhead = of.row, of.content, of.parties["letterhead"]
    facts = dict(content.facts)
    special = row["kind"] == "SP"
    return Paper(
        **paper_parts.head(context, of),
        customer=paper_parts.party(
            of.parties["customer"], content.contact, content.delivery_address
        ),
        lines=_promised(context, of, paper_parts.lines(content, of.priced)),
        sums=_with_deposits(context, of),
        source=_reference(context, row["parent_id"]),
        customer_reference=facts.get("customer_order", ""),
        delivery=content.delivery_terms,
        payment_terms=content.payment_terms,
        salesperson=letterhead[f"officer_{of.tongue}"],
        subject=content.project,
        remarks=content.remarks,
        terms=terms(letterhead, of.language),
        details=(*_facts(of, facts), *paper_parts.deposit_required(content)),
        bank=paper_parts.bank(letterhead),
        specification=_specification(context, row, facts) if special else None,
        special_order_terms=special_terms(letterhead, of.language) if special else "",
        customer_signed=_signed(context, row) if special else None,
    )


def _reference(context: Context, document_id: int | None) -> str:
    if document_id is None:
        return ""
    row = context.row("document", document_id)
    return str(row["number"] or row["draft_reference"])


def _facts(of: Source, facts: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Facts as (label code, words): days in the reader's era, choices by name."""
    kind = KINDS[of.row["kind"]]
    for fact in kind.facts:
        text = facts.get(fact.key, "")
        if fact.key not in FACTS or not text:
            continue
        if fact.type == "day":
            text = format_date(date.fromisoformat(text), of.tongue)
        elif fact.type == "choice":
            text = sentence(f"{kind.name}_{fact.key}_{text}", of.tongue)
        yield fact.key, text


# ---------------------------------------------------------------- promises and deposits


def _promised(
    context: Context, of: Source, printed: tuple[PaperLine, ...]
) -> tuple[PaperLine, ...]:
    """The lines with the day last promised for each."""
    promise = context.t.promise
    rows = promise.select(promise.c.line_id, promise.c.promised_on).where(
        promise.c.document_id == of.row["id"]
    )
    last = dict(rows.order_by(promise.c.id).tuples())
    if not last:
        return printed
    ids = [line["id"] for line in documents.line_rows(context, of.row["id"])]
    return tuple(
        replace(line, due=paper_parts.stored_day(last.get(line_id)))
        for line, line_id in zip(printed, ids, strict=True)
    )


def _with_deposits(context: Context, of: Source) -> Sums:
    """The sums with every deposit that stands for the paper, and what remains of what is due."""
    plain, row = paper_parts.sums(of.content, of.priced), of.row
    received = tuple(_received(context, row))
    if not received:
        return plain
    due = goods.due(context, row)
    vat = rules.vat_sum(ledger.paper_parts(context, row))
    return replace(
        plain,
        deposits=received,
        remainder=due - Money.sum(each.amount for each in received),
        remainder_vat=vat - Money.sum(each.vat or Money.ZERO for each in received),
    )


def _received(context: Context, row: Mapping[str, Any]) -> Iterable[DepositReceived]:
    """What each deposit holds for the paper or has paid of it, oldest first."""
    for account in ledger.payers(context, row["id"]):
        amount, vat = ledger.standing(account, row["id"])
        if amount:
            on = paper_parts.stored_day(account.facts["received_on"])
            assert on is not None
            yield DepositReceived(account.reference, on, amount, vat)


# ---------------------------------------------------------------- special orders


def _specification(
    context: Context, row: Mapping[str, Any], facts: Mapping[str, str]
) -> Specification:
    return Specification(
        facts.get("specification", ""),
        tuple(
            _measure(line) for line in facts.get("measurements", "").splitlines() if line.strip()
        ),
        tuple(name for name, _ in documents.printed_files(context, row["id"])),
    )


def _measure(line: str) -> tuple[str, str]:
    """`ความกว้าง: 4,250 มม.` as what is measured and its value."""
    what, sign, value = line.partition(":") if ":" in line else line.partition("=")
    return what.strip(), value.strip() if sign else ""


def _signed(context: Context, row: Mapping[str, Any]) -> Signatory | None:
    """Who signed for the customer what stands on the paper now, with the signature itself."""
    table, line = context.t.attachment, context.t.timeline
    covering = table.select(table.c.mime, table.c.content).where(
        table.c.document_id == row["id"],
        table.c.use == "signature",
        table.c.covers == (row["frozen_sha256"] or documents.fingerprint(context, row["id"])),
    )
    told = line.select(line.c.detail).where(
        line.c.subject == "special_order",
        line.c.subject_id == row["id"],
        line.c.event == "sign",
        line.c.detail != "{}",  # emptied with the paper's names
    )
    for mime, content in covering.order_by(table.c.id.desc()).limit(1).tuples():
        for (detail,) in told.order_by(line.c.id.desc()).limit(1).tuples():
            said = json.loads(detail)
            picture = paper_parts.legible(bytes(content), mime)
            return Signatory(said["signer"], on=date.fromisoformat(said["on"]), picture=picture)
    return None


# ---------------------------------------------------------------- purchase requests


def purchase_request(context: Context, of: Source) -> Paper:
    """What Sales is asked to buy, for whom and by when; no money stands on it."""
    row, content = of.row, of.content
    facts = dict(content.facts)
    wanted = paper_parts.stored_day(facts.get("wanted_on"))
    source = _reference(context, row["parent_id"])
    suppliers = _suppliers(context, content.lines)
    printed = tuple(
        replace(
            line,
            due=wanted,
            reference=f"{source} {of.parties['customer']['name']}".strip(),
            note=suppliers.get(typed.product_id or 0, ""),
        )
        if typed.is_priced
        else line
        for line, typed in zip(paper_parts.lines(content, of.priced), content.lines, strict=True)
    )
    supplier = facts.get("supplier", "")
    return Paper(
        **paper_parts.head(context, of),
        customer=Party(sentence("paper_department_sales", of.tongue)),
        lines=printed,
        source=source,
        salesperson=of.parties["letterhead"][f"officer_{of.tongue}"],
        subject=content.project,
        remarks="\n".join(filter(None, (facts.get("note", ""), content.remarks))),
        details=(("supplier", supplier),) if supplier else (),
    )


def _suppliers(context: Context, typed: Iterable[Any]) -> dict[int, str]:
    """Who usually delivers each product."""
    product = context.t.product
    ids = [line.product_id for line in typed if line.product_id]
    rows = product.select(product.c.id, product.c.supplier).where(product.c.id << ids)
    return dict(rows.tuples())


# ---------------------------------------------------------------- delivery slips


@query("order.read")
def delivery_slip(
    context: Context, delivery_id: int, language: str = "", sheets: tuple[Any, ...] = ()
) -> Paper:
    """What was handed over in one delivery, the deposits taken off it, and who signed for it."""
    delivery = context.row("delivery", delivery_id)
    row = documents.row_of(context, delivery["document_id"], "order.read")
    of = paper_parts.source(context, row, language)
    printed = _delivered(context, of, delivery)
    number = f"{row['number']}/{delivery['position']}"
    values = paper_parts.head(context, of) | {
        "kind": "DL",
        "number": number,
        "finder": number,
        "dated": date.fromisoformat(delivery["delivered_on"]),
        "approver": None,
        "proposer": paper_parts.signatory(
            context, delivery["by_id"], of.language, date.fromisoformat(delivery["delivered_on"])
        ),
    }
    slip = Paper(
        **values,
        sheets=sheets,
        customer=paper_parts.party(
            of.parties["customer"], of.content.contact, of.content.delivery_address
        ),
        lines=tuple(line for line, _, _ in printed),
        sums=_delivery_sums(context, of, delivery, printed),
        source=row["number"],
        customer_reference=dict(of.content.facts).get("customer_order", ""),
        salesperson=of.parties["letterhead"][f"officer_{of.tongue}"],
        subject=of.content.project,
        remarks=delivery["note"],
        customer_signed=_receiver(context, delivery),
    )
    return dressed(context, slip)


Delivered = tuple[PaperLine, str, Money]
"""A line as it prints, its VAT class, and what it is worth with VAT."""


def _delivered(context: Context, of: Source, delivery: Mapping[str, Any]) -> tuple[Delivered, ...]:
    """The lines handed over, with what was ordered and what remains after this delivery."""
    part, earlier = context.t.delivery_line, context.t.delivery
    rows = (
        part.select(part.c.delivery_id, part.c.line_id, part.c.quantity_milli, part.c.value_satang)
        .select_extend(part.c.mismatch)
        .join(earlier, on=(earlier.c.id == part.c.delivery_id))
        .where(earlier.c.document_id == of.row["id"], earlier.c.position <= delivery["position"])
    )
    by_then: dict[int, int] = {}
    now: dict[int, dict[str, Any]] = {}
    for each in rows.dicts():
        line_id = each["line_id"]
        by_then[line_id] = by_then.get(line_id, 0) + each["quantity_milli"]
        if each["delivery_id"] == delivery["id"]:
            now[line_id] = each
    stages = goods.stages(context, of.row["id"])
    found = []
    for stored, line in zip(
        documents.line_rows(context, of.row["id"]),
        paper_parts.lines(of.content, of.priced),
        strict=True,
    ):
        if stored["id"] not in now:
            continue
        gone = sum(stages.get(stored["id"], {}).get(stage, 0) for stage in goods.GONE)
        left = stored["quantity_milli"] - gone - by_then[stored["id"]]
        this = now[stored["id"]]
        value = Money(this["value_satang"])
        include = of.content.prices_include_vat
        printed = replace(
            line,
            quantity=_quantity(this["quantity_milli"]),
            ordered=_quantity(stored["quantity_milli"]),
            remaining=_quantity(left),
            unit_price=line.unit_price if include else None,
            discount=line.discount if include else "",
            amount=value,
            note=this["mismatch"],
        )
        found.append((printed, stored["vat_class"], value))
    return tuple(found)


def _quantity(milli: int) -> Decimal:
    return Decimal(milli).scaleb(-3)


def _delivery_sums(
    context: Context, of: Source, delivery: Mapping[str, Any], printed: tuple[Delivered, ...]
) -> Sums:
    """What is delivered with its VAT, which only taxed goods have, less the deposits used."""
    used = tuple(_used(context, delivery["id"]))
    vat, total = Money(delivery["vat_satang"]), Money(delivery["value_satang"])
    remainder = total - Money.sum(each.amount for each in used)
    return Sums(
        subtotal=total,
        grand_total=total,
        vat=tuple(_vat_sums(of, vat, printed)),
        prices_include_vat=True,
        deposits=used,
        remainder=remainder if used else None,
        remainder_vat=vat - Money.sum(each.vat or Money.ZERO for each in used) if used else None,
    )


def _vat_sums(of: Source, vat: Money, printed: tuple[Delivered, ...]) -> Iterable[VatSum]:
    for part in of.priced.totals.classes:
        name = part.vat_class.value
        gross = Money.sum(value for _, vat_class, value in printed if vat_class == name)
        own = vat if name == "standard" else Money.ZERO
        if gross:
            yield paper_parts.vat_sum(name, part.rate, gross - own, own)


def _used(context: Context, delivery_id: int) -> Iterable[DepositReceived]:
    for each in ledger.deducted_at(context, [delivery_id]):
        on = date.fromisoformat(each["received_on"])
        vat = Money(each["vat_satang"])
        yield DepositReceived(each["number"], on, Money(each["satang"]), vat)


def _receiver(context: Context, delivery: Mapping[str, Any]) -> Signatory:
    """Who took the goods, with the signature given on the spot."""
    picture, signature_id = None, delivery["signature_id"]
    if signature_id is not None:
        found = context.row("attachment", signature_id)
        picture = paper_parts.legible(bytes(found["content"]), found["mime"])
    day = date.fromisoformat(delivery["delivered_on"])
    return Signatory(delivery["receiver"], on=day, picture=picture)
