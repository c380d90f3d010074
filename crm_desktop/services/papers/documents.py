"""What every kind of paper shares once it is stored: its number, its life, its frozen print."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.printing import charset
from crm_desktop.services.customers import aliases, customers, rhythms
from crm_desktop.services.look import load_look
from crm_desktop.services.papers import stages
from crm_desktop.services.papers.contents import Content, LineInput, Priced
from crm_desktop.services.registry import Context
from crm_desktop.services.series import next_in_series
from crm_desktop.services.settings import load_shop
from crm_desktop.store import search

DRAFT_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def header_columns(priced: Priced) -> dict[str, Any]:
    """The document columns that a save writes."""
    content, totals = priced.content, priced.totals
    return {
        "customer_id": content.customer_id,
        "contact": content.contact.strip(),
        "project": content.project.strip(),
        "delivery_address": content.delivery_address.strip(),
        "language": content.language,
        "valid_days": content.valid_days,
        "delivery_terms": content.delivery_terms.strip(),
        "payment_terms": content.payment_terms.strip(),
        "remarks": content.remarks.strip(),
        "deposit_percent": str(content.deposit_percent),
        "follow_up_on": content.follow_up_on and content.follow_up_on.isoformat(),
        "prices_include_vat": int(content.prices_include_vat),
        "vat_rate": str(priced.vat_rate),
        "document_discount": str(Discount.parse(content.document_discount)),
        "facts": json.dumps(dict(content.facts), ensure_ascii=False, sort_keys=True),
        "subtotal_satang": totals.sum.satang,
        "discount_satang": totals.document_discount.satang,
        "net_satang": totals.net.satang,
        "vat_satang": totals.vat.satang,
        "total_satang": totals.grand_total.satang,
    }


def line_columns(priced: Priced) -> list[dict[str, Any]]:
    """The rows of the lines, in their order, without the document they belong to."""
    return [
        {
            "position": index,
            "kind": line.kind,
            "product_id": line.product_id,
            "code": line.code.strip(),
            "description": line.description.strip(),
            "product_group": group,
            "quantity_milli": int(line.quantity * 1000) if line.is_priced else 0,
            "unit": line.unit.strip(),
            "unit_price_satang": line.unit_price.satang,
            "list_price_satang": None if listed is None else listed.satang,
            "discount": str(Discount.parse(line.discount)),
            "net_satang": net.satang,
            "vat_class": line.vat_class.value,
            "source_id": line.source_id,
        }
        for index, (line, listed, group, net) in enumerate(
            zip(
                priced.content.lines,
                priced.list_prices,
                priced.groups,
                priced.nets,
                strict=True,
            )
        )
    ]


def insert(context: Context, kind: str, priced: Priced, **columns: Any) -> int:
    """Writes a new paper with its lines as a draft and returns its id; WrongState
    `customer_anonymised`."""
    aliases.held_living(context, priced.content.customer_id)
    values = {
        "kind": kind,
        "state": KINDS[kind].states.initial,
        "draft_reference": _draft_reference(context),
        "family_id": 0,
        "branch_id": context.actor.branch_id,
        "owner_id": context.actor.person_id,
        "edited_by_id": context.actor.person_id,
        "created_at": context.moment,
        "stage_at": context.moment,
        **header_columns(priced),
        **columns,
    }
    rows = line_columns(priced)
    document_id = context.put("document", **values)
    if not values["family_id"]:
        document = context.t.document
        document.update(family_id=document_id).where(document.c.id == document_id).execute()
    context.t.document_line.add_all([{"document_id": document_id, **row} for row in rows])
    _make_findable(context, document_id, values["draft_reference"], None)
    context.audit("document", document_id, "created", {}, {**values, "lines": rows})
    context.tell(
        KINDS[kind].name,
        document_id,
        "created",
        priced.content.customer_id,
        reference=values["draft_reference"],
    )
    return document_id


def _make_findable(context: Context, document_id: int, reference: str, number: str | None) -> None:
    """Lets the search box find a paper by its draft reference and, once it has one, its number."""
    record = search.Record(document_id, (), (reference, number or ""))
    search.put(context.store, "document", record)


def rewrite(
    context: Context, row: Mapping[str, Any], version: int, priced: Priced, **columns: Any
) -> None:
    """Writes the header and the lines of a paper again; Stale if somebody was faster."""
    document_id = row["id"]
    rows = line_columns(priced)
    before = line_rows(context, document_id)
    values = {**header_columns(priced), "edited_by_id": context.actor.person_id, **columns}
    context.update("document", document_id, version, "changed", **values)
    if [without_keys(line) for line in before] != rows:
        line = context.t.document_line
        line.delete().where(line.c.document_id == document_id).execute()
        line.add_all([{"document_id": document_id, **each} for each in rows])
        old = [without_keys(each) for each in before]
        context.audit("document", document_id, "lines", {"lines": old}, {"lines": rows})


def without_keys(row: Mapping[str, Any]) -> dict[str, Any]:
    """A stored line without the keys of this copy of it."""
    return {name: row[name] for name in row if name not in ("id", "document_id")}


def line_rows(context: Context, document_id: int) -> list[dict[str, Any]]:
    """The stored lines of a paper in their order."""
    return context.rows("document_line", "position", document_id=document_id)


def row_of(context: Context, document_id: int, permission: str) -> dict[str, Any]:
    """The stored header of a paper that the actor reaches."""
    row = context.row("document", document_id)
    context.require_branch(permission, row["branch_id"])
    return row


def hold(context: Context, document_id: int) -> None:
    """Holds a paper as every command does: what money is for comes before the money."""
    row = context.row("document", document_id)
    if row["parent_id"] and not KINDS[row["kind"]].lined:
        context.hold("document", row["parent_id"])
    context.hold("document", document_id)


def id_of(context: Context, reference: str) -> int:
    """The paper with this number or draft reference; Refused `document_unknown`."""
    document, wanted = context.t.document, "".join(reference.split()).upper()
    rows = document.select(document.c.id).where(
        (document.c.number == wanted) | (document.c.draft_reference == wanted)
    )
    for row in rows.tuples():
        return int(row[0])
    raise Refused("document_unknown", "number", number=reference)


def content_of(context: Context, row: Mapping[str, Any]) -> Content:
    """The content of a stored paper, as it would be typed again."""
    names = {each.name for each in fields(Content)} & set(row)
    plain = {name: row[name] for name in names}
    return Content(
        **{
            **plain,
            "deposit_percent": Decimal(row["deposit_percent"]),
            "follow_up_on": row["follow_up_on"] and date.fromisoformat(row["follow_up_on"]),
            "prices_include_vat": bool(row["prices_include_vat"]),
            "facts": tuple(json.loads(row["facts"]).items()),
            "lines": tuple(_line(each) for each in line_rows(context, row["id"])),
        }
    )


def _line(row: Mapping[str, Any]) -> LineInput:
    return LineInput(
        kind=row["kind"],
        product_id=row["product_id"],
        code=row["code"],
        description=row["description"],
        quantity=Decimal(row["quantity_milli"]).scaleb(-3),
        unit=row["unit"],
        unit_price=Money(row["unit_price_satang"]),
        discount=row["discount"],
        vat_class=VatClass(row["vat_class"]),
        source_id=row["source_id"],
    )


def move(
    context: Context,
    row: Mapping[str, Any],
    event: str,
    *,
    reason: str = "",
    asks: bool = True,
    detail: Mapping[str, Any] | None = None,
    **columns: Any,
) -> dict[str, Any]:
    """Takes a paper along one row of its state table and returns the row as it is then.

    `asks` is False where the program itself follows from an act that was asked about already,
    such as superseding R1 when R2 is issued; what becomes a draft is frozen no longer. Raises
    WrongState, NotAllowed, Stale.
    """
    kind = KINDS[row["kind"]]
    step = kind.states.row(row["state"], event)
    if asks and not any(context.actor.may(permission) for permission in step.who):
        raise NotAllowed("not_allowed", permission=min(step.who))
    values = {"state": step.next, **stages.along(context, row, event, step.next), **columns}
    if step.next == "draft":
        values |= dict.fromkeys(("frozen_sha256", "frozen_owner_id", "frozen_customer_id"))
    context.update("document", row["id"], row["version"], event, **values)
    if "number" in columns:
        _make_findable(context, row["id"], row["draft_reference"], columns["number"])
    context.tell(
        kind.name,
        row["id"],
        event,
        row["customer_id"],
        reference=columns.get("number") or row["number"] or row["draft_reference"],
        before=row["state"],
        after=step.next,
        reason=reason,
        **(detail or {}),
    )
    rhythms.heard(context, kind.code, event, "number" in columns, row["customer_id"])
    return {**row, **values, "version": row["version"] + 1}


def open_request(context: Context, document_id: int) -> dict[str, Any] | None:
    """The request that keeps a paper locked, if one is open."""
    states = ("waiting", "advised")
    found = context.rows("request", "id DESC", document_id=document_id, state=states)
    return next(iter(found), None)


def require_unlocked(context: Context, row: Mapping[str, Any]) -> None:
    """Raises WrongState `document_locked` while a request about the paper waits."""
    request = open_request(context, row["id"])
    if request is not None and request["state"] == "waiting":
        raise WrongState("document_locked", reference=row["number"] or row["draft_reference"])


def take_number(context: Context, kind: str, branch_id: int) -> str:
    """The next number of a kind, branch and Buddhist month: `QT01-6911-00042`.

    Taken in the transaction that needs it, so that no crash leaves a gap.
    """
    branch = context.known("branch", branch_id)["code"]
    period = f"{(context.today.year + 543) % 100:02d}{context.today.month:02d}"
    running = next_in_series(context, kind, branch, period)
    pattern = load_shop(context)[0].number_pattern
    return pattern.format(kind=kind, branch=branch, period=period, running=running)


def _draft_reference(context: Context) -> str:
    """Four letters that look unlike their neighbours, so that a misread one finds nothing."""
    count = next_in_series(context, "D")
    length, size = (4, 32**4) if count < 32**4 else (6, 32**6)
    mixed, letters = count * 605_131 % size, ""
    for _ in range(length):
        mixed, digit = divmod(mixed, 32)
        letters += DRAFT_LETTERS[digit]
    return f"D-{letters}"


def freeze(context: Context, row: Mapping[str, Any]) -> str:
    """Copies customer and letterhead onto the paper and returns the hash of what will print;
    Refused where it holds a character that no paper can show."""
    text = json.dumps(_parties(context, row), ensure_ascii=False, sort_keys=True)
    table = context.t.document_party
    table.insert(document_id=row["id"], customer=text).on_conflict(
        conflict_target=[table.c.document_id], update={table.c.customer: text}
    ).execute()
    return printable(context, row["id"])


PRINTED = (
    *("kind", "revision", "replaces_id", "branch_id", "owner_id", "customer_id", "contact"),
    *("project", "delivery_address", "language", "valid_days", "delivery_terms", "payment_terms"),
    *("remarks", "deposit_percent", "prices_include_vat", "vat_rate", "document_discount"),
    *("subtotal_satang", "discount_satang", "net_satang", "vat_satang", "total_satang"),
)
PRINTED_LINE = (
    *("position", "kind", "product_id", "code", "description", "product_group"),
    *("quantity_milli", "unit", "unit_price_satang", "list_price_satang", "discount"),
    *("net_satang", "vat_class"),
)


def fingerprint(context: Context, document_id: int) -> str:
    """SHA-256 over everything printed except number and issue date, read from the store."""
    return _hash(_as_text(_printed(context, document_id)))


def printable(context: Context, document_id: int) -> str:
    """The fingerprint of a paper about to be fixed; Refused where it holds a character that no
    face has."""
    printed = _printed(context, document_id)
    text = _as_text(printed)
    charset.refuse_varied(text)
    if charset.lacking(text):
        for path, characters in charset.strange(printed):
            raise charset.refusal(path, characters, _field(path))
    return _hash(text)


def _as_text(printed: Mapping[str, Any]) -> str:
    return json.dumps(printed, ensure_ascii=False, sort_keys=True)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _field(path: charset.Step) -> str | None:
    """The field of a form that a printed text comes from; None where it is the shop's own."""
    if path[0] == "parties":
        return "customer" if path[1] == "customer" else None
    return ".".join(map(str, path[1:] if path[0] == "header" else path))


def _printed(context: Context, document_id: int) -> dict[str, Any]:
    row = context.row("document", document_id)
    header = {name: row[name] for name in PRINTED}
    printed: dict[str, Any] = {
        "header": header
        | {
            "owner_id": row["frozen_owner_id"] or row["owner_id"],
            "customer_id": row["frozen_customer_id"] or row["customer_id"],
        },
        "lines": [
            {name: each[name] for name in PRINTED_LINE} for each in line_rows(context, document_id)
        ],
        "parties": _frozen(context, document_id),
    }
    facts = printed_facts(row)
    if facts:
        printed["facts"] = facts
    if KINDS[row["kind"]].signed:
        printed["files"] = printed_files(context, document_id)
    return printed


def printed_files(context: Context, document_id: int) -> list[tuple[str, str]]:
    """Name and SHA-256 of the drawings and photos that the customer signs for, oldest first."""
    table = context.t.attachment
    rows = table.select(table.c.name, table.c.sha256).where(
        table.c.document_id == document_id, table.c.printed == 1
    )
    return list(rows.order_by(table.c.id).tuples())


def printed_facts(row: Mapping[str, Any]) -> dict[str, str]:
    """What the kind knows beyond the header and prints."""
    known, facts = KINDS[row["kind"]].facts, json.loads(row["facts"])
    return {fact.key: facts[fact.key] for fact in known if fact.printed and facts.get(fact.key)}


def parties_of(context: Context, row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """`customer` and `letterhead` as they print: frozen at submit, of today on a draft."""
    return (row["frozen_sha256"] and _frozen(context, row["id"])) or _parties(context, row)


def _frozen(context: Context, document_id: int) -> dict[str, dict[str, Any]]:
    rows = context.rows("document_party", document_id=document_id)
    return next((json.loads(row["customer"]) for row in rows), {})


def _parties(context: Context, row: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        "customer": customers.printed_party(context, row["customer_id"], row["language"]),
        "letterhead": letterhead(context, row),
    }


def letterhead(context: Context, row: Mapping[str, Any]) -> dict[str, Any]:
    """What shop, branch and officer put on a paper in both languages; the logo is no field."""
    shop, branch = load_shop(context)[0], context.known("branch", row["branch_id"])
    officer, look = context.known("person", row["owner_id"]), load_look(context)[0]
    found = {
        "name_th": shop.name_th,
        "name_en": shop.name_en or shop.name_th,
        "tax_number": shop.tax_number,
        "branch_code": branch["tax_branch"] or shop.tax_branch,
        "address_th": branch["address_th"] or shop.address_th,
        "address_en": branch["address_en"] or shop.address_en,
        "phone": branch["phone"] or shop.phone,
        "email": shop.email,
        "bank_account": shop.bank_account,
        "terms_th": look.terms_th,
        "terms_en": look.terms_en,
        "officer_th": officer["name"],
        "officer_en": officer["name_en"],
    }
    if row["kind"] == "SP":  # above the customer's signature, and so what was signed
        found |= {name: getattr(look, name) for name in ("special_terms_th", "special_terms_en")}
    return found


def valid_until(context: Context, valid_days: int) -> date:
    """The last day an offer made today holds."""
    return context.today + timedelta(days=valid_days)
