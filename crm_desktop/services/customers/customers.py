"""Customers: each saved once, checked, and found again; their notes, and who saw their numbers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import TaxNumber, parse_branch, parse_email
from crm_desktop.domain.phones import Phone, parse_phone
from crm_desktop.domain.thai import sort_key
from crm_desktop.services import places
from crm_desktop.services.customers import aliases, completeness, rhythms
from crm_desktop.services.customers.customer_codes import free_codes
from crm_desktop.services.customers.customer_values import (
    KINDS,
    PRICE_LEVELS,
    Contact,
    masked,
)
from crm_desktop.services.places import Address
from crm_desktop.services.registry import Command, Context, handles
from crm_desktop.store import search
from crm_desktop.store.orm import IntegrityError

LANGUAGES = ("th", "en", "both")
ADDRESS_USES = ("billing", "delivery")
Parts = dict[str, tuple[Any, ...]]
TABLE_OF = {
    "phones": "customer_phone",
    "contacts": "customer_contact",
    "addresses": "customer_address",
}
PARTS = tuple(TABLE_OF)


@dataclass(frozen=True)
class SaveCustomer(Command[int]):
    """Adds a customer (id None) or changes one; answers the id.

    A masked tax number is sent back unchanged; `branch_id` None is the actor's own; `rhythm` None
    leaves the class as it is.
    """

    name: ClassVar[str] = "customer.save"
    id: int | None
    version: int
    kind: str
    full_name: str
    phones: tuple[str, ...] = ()
    full_name_en: str = ""
    tax_number: str = ""
    tax_branch: str = ""
    contacts: tuple[Contact, ...] = ()
    addresses: tuple[Address, ...] = ()
    email: str = ""
    line_id: str = ""
    segment: str = ""
    zone: str = ""
    price_level: str = "retail"
    paper_language: str = "th"
    owner_id: int | None = None
    branch_id: int | None = None
    note: str = ""
    active: bool = True
    rhythm: str | None = None


@dataclass(frozen=True)
class AddCustomerNote(Command[None]):
    """A remark on the customer's timeline."""

    name: ClassVar[str] = "customer.note"
    customer_id: int
    text: str


@dataclass(frozen=True)
class RevealTaxNumber(Command[str]):
    """Answers the whole tax number; that it was seen, and by whom, stays in the audit."""

    name: ClassVar[str] = "customer.reveal"
    customer_id: int


@handles(SaveCustomer)
def save_customer(context: Context, command: SaveCustomer) -> int:
    """Checks the customer whole, writes it with what hangs on it, and makes it findable."""
    before = None if command.id is None else context.row("customer", command.id)
    if before is not None:
        aliases.refuse_merged(context, before)
    phones = _phones(command)
    contacts = tuple(_contact(each, at) for at, each in enumerate(command.contacts))
    addresses = tuple(_address(each, at) for at, each in enumerate(command.addresses))
    columns = _columns(context, command, before)
    columns["phone"] = phones[0].display if phones else next(c.phone for c in contacts if c.phone)
    _check_billing(columns, addresses)
    parts = {"phones": phones, "contacts": contacts, "addresses": addresses}
    with _unique_company(context, columns, command.id):
        if before is None:
            customer_id = _insert(context, columns, parts)
        else:
            customer_id = before["id"]
            back = _change(context, before, command.version, columns, parts)
            context.reversible(command, back)
    index(context, customer_id, columns | ({"code": before["code"]} if before else {}), parts)
    completeness.measure(context, [customer_id])
    return customer_id


def _columns(
    context: Context, command: SaveCustomer, before: dict[str, Any] | None
) -> dict[str, Any]:
    name = " ".join(command.full_name.split())
    if not name:
        raise Refused("name_needed", "full_name")
    for field, allowed in (
        ("kind", KINDS),
        ("price_level", PRICE_LEVELS),
        ("paper_language", LANGUAGES),
    ):
        if getattr(command, field) not in allowed:
            raise Refused("bad_choice", field, value=getattr(command, field))
    tax_number = _tax_number(command, before)
    company = command.kind == "company"
    branch = before["branch_id"] if before else context.actor.branch_id
    return {
        "kind": command.kind,
        "name": name,
        "name_en": " ".join(command.full_name_en.split()),
        "bare_name": search.bare_form(name),
        "sort_key": sort_key(name),
        "tax_number": tax_number,
        "tax_branch": parse_branch(command.tax_branch, "tax_branch") if company else None,
        "email": parse_email(command.email, "email") if command.email.strip() else "",
        "line_id": command.line_id.strip(),
        "segment": " ".join(command.segment.split()),
        "zone": " ".join(command.zone.split()),
        "price_level": command.price_level,
        "paper_language": command.paper_language,
        "owner_id": _owner(context, command.owner_id, before),
        "branch_id": command.branch_id or branch,
        "note": command.note.strip(),
        "active": int(command.active),
        **_rhythm(context, command, before),
    }


def _rhythm(
    context: Context, command: SaveCustomer, before: dict[str, Any] | None
) -> dict[str, Any]:
    kept = before["rhythm"] if before else ""
    rhythm = kept if command.rhythm is None else rhythms.checked(command.rhythm)
    row = {**before, "active": 1} if before else None
    return {"rhythm": rhythm, "due_on": rhythms.due_of(context, rhythm, row, command.active)}


def _tax_number(command: SaveCustomer, before: dict[str, Any] | None) -> str | None:
    typed = command.tax_number.strip()
    kept = before["tax_number"] if before else None
    if not typed:
        return None
    if kept and typed == masked(kept):
        return str(kept)
    return TaxNumber.parse(typed, "tax_number").digits


def _owner(context: Context, owner_id: int | None, before: dict[str, Any] | None) -> int | None:
    if owner_id is None or (before and before["owner_id"] == owner_id):
        return owner_id
    if not context.row("person", owner_id)["active"]:
        raise Refused("owner_inactive", "owner_id")
    return owner_id


def _phones(command: SaveCustomer) -> tuple[Phone, ...]:
    typed = [(at, text) for at, text in enumerate(command.phones) if text.strip()]
    phones = tuple(parse_phone(text, f"phones.{at}") for at, text in typed)
    if not phones and not any(each.phone.strip() for each in command.contacts):
        raise Refused("phone_needed", "phones")
    return tuple({phone.digits: phone for phone in reversed(phones)}.values())[::-1]


def _contact(contact: Contact, at: int) -> Contact:
    name = " ".join(contact.name.split())
    if not name:
        raise Refused("name_needed", f"contacts.{at}.name")
    phone = contact.phone.strip()
    email = contact.email.strip()
    return Contact(
        name,
        " ".join(contact.duty.split()),
        parse_phone(phone, f"contacts.{at}.phone").display if phone else "",
        parse_email(email, f"contacts.{at}.email") if email else "",
        contact.line_id.strip(),
    )


def _address(address: Address, at: int) -> Address:
    if address.use not in ADDRESS_USES:
        raise Refused("bad_choice", f"addresses.{at}.use", value=address.use)
    return places.normalise(address, f"addresses.{at}")


def _check_billing(columns: dict[str, Any], addresses: tuple[Address, ...]) -> None:
    """Papers with a tax number must carry an address."""
    if columns["tax_number"] and not any(each.use == "billing" for each in addresses):
        raise Refused("address_needed", "addresses")


@contextmanager
def _unique_company(
    context: Context, columns: dict[str, Any], customer_id: int | None
) -> Iterator[None]:
    """Names the customer that already has this tax number and branch, also when another desk
    stored it in the same moment and only the unique index knows."""
    if columns["kind"] != "company" or not columns["tax_number"] or not columns["active"]:
        yield
        return
    _refuse_twin(context, columns, customer_id)
    try:
        with context.store.database.atomic():
            yield
    except IntegrityError:
        _refuse_twin(context, columns, customer_id)
        raise


def _refuse_twin(context: Context, columns: dict[str, Any], customer_id: int | None) -> None:
    customer = context.t.customer
    twins = customer.select(customer.c.id, customer.c.code, customer.c.name).where(
        customer.c.tax_number == columns["tax_number"],
        customer.c.tax_branch == columns["tax_branch"],
        customer.c.kind == "company",
        customer.c.active == 1,
        customer.c.id != (customer_id or 0),
    )
    for twin_id, code, name in twins.limit(1).tuples():
        raise Refused("company_exists", "tax_number", customer_id=twin_id, code=code, name=name)


def _insert(context: Context, columns: dict[str, Any], parts: Parts) -> int:
    (columns["code"],) = free_codes(context, 1)
    values = columns | {"created_at": context.moment}
    customer_id = int(context.t.customer.insert(**values).execute())
    for part, rows in _rows(customer_id, parts).items():
        getattr(context.t, TABLE_OF[part]).add_all(rows)
    after = values | {part: _listed(parts[part]) for part in PARTS}
    context.audit("customer", customer_id, "added", {}, after)
    context.tell("customer", customer_id, "customer_added", customer_id, code=columns["code"])
    return customer_id


def _change(
    context: Context, before: dict[str, Any], version: int, columns: dict[str, Any], parts: Parts
) -> SaveCustomer:
    """Writes what differs, and says what would take it back."""
    customer_id = before["id"]
    old = parts_of(context, customer_id)
    context.update("customer", customer_id, version, "changed", **columns)
    rows = _rows(customer_id, parts)
    moved = [part for part in PARTS if _listed(old[part]) != _listed(parts[part])]
    for part in moved:
        table = getattr(context.t, TABLE_OF[part])
        table.delete().where(table.c.customer_id == customer_id).execute()
        table.add_all(rows[part])
    if moved:
        entry = context.entries.pop()
        context.audit(
            "customer",
            customer_id,
            "changed",
            {**entry.before, **{part: _listed(old[part]) for part in moved}},
            {**entry.after, **{part: _listed(parts[part]) for part in moved}},
        )
    context.tell("customer", customer_id, "customer_changed", customer_id)
    return _as_it_was(before, version + 1, old)


def _as_it_was(before: dict[str, Any], version: int, parts: Parts) -> SaveCustomer:
    """What takes a change back, unless somebody changes the customer again."""
    same = (
        *("email", "line_id", "segment", "zone", "price_level", "paper_language"),
        *("owner_id", "branch_id"),
    )
    return SaveCustomer(
        id=before["id"],
        version=version,
        kind=before["kind"],
        full_name=before["name"],
        full_name_en=before["name_en"],
        tax_number=before["tax_number"] or "",
        tax_branch=before["tax_branch"] or "",
        phones=tuple(phone.typed for phone in parts["phones"]),
        contacts=parts["contacts"],
        addresses=parts["addresses"],
        note=before["note"],
        active=bool(before["active"]),
        rhythm=before["rhythm"],
        **{name: before[name] for name in same},
    )


def _rows(customer_id: int, parts: Parts) -> dict[str, list[dict[str, Any]]]:
    phones = [
        {"typed": phone.typed, "digits": phone.digits, "reversed": phone.digits[::-1]}
        for phone in parts["phones"]
    ]
    rows = {
        "phones": phones,
        "contacts": [asdict(contact) for contact in parts["contacts"]],
        "addresses": [asdict(address) for address in parts["addresses"]],
    }
    return {
        part: [{"customer_id": customer_id, "position": at, **row} for at, row in enumerate(each)]
        for part, each in rows.items()
    }


def _listed(values: tuple[Any, ...]) -> list[Any]:
    """Parts as the audit keeps them: phones as typed, the others by field."""
    return [value.typed if isinstance(value, Phone) else asdict(value) for value in values]


def parts_of(context: Context, customer_id: int) -> Parts:
    """Phones, contacts and addresses of a customer in their order."""
    found: dict[str, tuple[Any, ...]] = {}
    for part, table_name in TABLE_OF.items():
        rows = context.rows(table_name, "position", customer_id=customer_id)
        found[part] = tuple(_part(part, row) for row in rows)
    return found


def _part(part: str, row: dict[str, Any]) -> Any:
    if part == "phones":
        return parse_phone(row["typed"])
    kind = Contact if part == "contacts" else Address
    return kind(**{each.name: row[each.name] for each in fields(kind)})


def index(context: Context, customer_id: int, columns: Mapping[str, Any], parts: Parts) -> None:
    """Makes a customer findable by what is its own, and by what records merged into it had."""
    contacts: tuple[Contact, ...] = parts["contacts"]
    merged = aliases.merged_into(context, [customer_id])
    names = (columns["name"], columns["name_en"], *(contact.name for contact in contacts))
    names += tuple(name for row in merged for name in (row["name"], row["name_en"]))
    numbers = [phone.digits for phone in parts["phones"]]
    numbers += [search.digits_of(contact.phone) for contact in contacts]
    keys = (columns["code"], columns["tax_number"] or "", *numbers)
    keys += tuple(key for row in merged for key in (row["code"], row["tax_number"] or ""))
    search.put(context.store, "customer", search.Record(customer_id, names, keys))


@handles(AddCustomerNote)
def add_customer_note(context: Context, command: AddCustomerNote) -> None:
    """Keeps the remark where everybody who serves the customer reads it."""
    text = command.text.strip()
    if not text:
        raise Refused("customer_note_needed", "text")
    customer_id = aliases.held_living(context, command.customer_id)
    context.audit("customer_note", customer_id, "noted", {}, {"text": text})
    context.tell("note", customer_id, "customer_note", customer_id, text=text)


@handles(RevealTaxNumber)
def reveal_tax_number(context: Context, command: RevealTaxNumber) -> str:
    """Leaves the line that says who saw it before it is shown."""
    row = context.row("customer", aliases.living(context, command.customer_id))
    context.audit("tax_number_view", row["id"], "tax_number_seen")
    return row["tax_number"] or ""


def price_level(context: Context, customer_id: int) -> str:
    """The level whose prices are this customer's list prices; retail before one is chosen (0)."""
    return str(context.row("customer", customer_id)["price_level"]) if customer_id else "retail"


def printed_party(context: Context, customer_id: int, language: str) -> dict[str, Any]:
    """What a paper says of its customer, as plain values for freezing.

    A company's number stands whole; of a private person's only the end, for the paper may lie
    open on the counter and its tax invoice is accounting's.
    """
    row = context.row("customer", customer_id)
    addresses = [
        each for each in parts_of(context, customer_id)["addresses"] if each.use == "billing"
    ]
    english = language == "en" and row["name_en"]
    return {
        "name": row["name_en"] if english else row["name"],
        "code": row["code"],
        "tax_number": _printed_number(row),
        "branch_code": row["tax_branch"] or "" if row["tax_number"] else "",
        "address": list(places.address_lines(addresses[0], language)) if addresses else [],
        "phone": row["phone"],
        "email": row["email"],
    }


def _printed_number(row: Mapping[str, Any]) -> str:
    number = str(row["tax_number"] or "")
    return masked(number) if number and row["kind"] == "person" else number
