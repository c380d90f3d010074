"""Customers and their contacts as visiting cards, and visiting cards as customers or contacts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.identity import parse_email
from crm_desktop.domain.phones import Phone, parse_phone
from crm_desktop.exchange.vcard import Card, Place, read_cards
from crm_desktop.services.customers.customer_lists import customer, doubles
from crm_desktop.services.customers.customer_values import Contact, Customer
from crm_desktop.services.customers.customers import SaveCustomer, save_customer
from crm_desktop.services.places import BANGKOK, Address, address_lines, normalise
from crm_desktop.services.registry import Command, Context, handles, query
from crm_desktop.store import bulk

NEW, CONTACT, OUT = "new", "contact", "out"
PARTS = {
    "phones": "SELECT customer_id, digits, typed FROM customer_phone WHERE customer_id IN ({ids})",
    "contacts": "SELECT customer_id, name, duty, phone, email FROM customer_contact"
    " WHERE customer_id IN ({ids})",
    "addresses": "SELECT customer_id, use, label, house, moo, building, soi, road, subdistrict,"
    " district, province, postcode FROM customer_address WHERE customer_id IN ({ids})",
}
HEADS = "SELECT id, kind, name, email FROM customer WHERE id IN ({ids})"
CONTACTS = """
SELECT customer_id, name, duty, phone, email, line_id FROM customer_contact
WHERE customer_id IN ({ids}) ORDER BY customer_id, position
"""
COUNTRY = "ประเทศไทย"
_SUBDISTRICT = re.compile(r"\s*(?:ตำบล|แขวง|ต\.)\s*([^\s\d]+)")


@dataclass(frozen=True, slots=True)
class Resembled:
    """A known customer that a card may be of."""

    id: int
    code: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class SeenCard:
    """A card of a file, what would become of it, and whom it resembles; `code` says why it cannot
    be taken in, "" where it can."""

    id: int
    name: str
    organization: str
    phones: str
    email: str
    kind: str
    code: str
    resembles: tuple[Resembled, ...]


@dataclass(frozen=True)
class CardChoice:
    """What becomes of the card of that number in its file: `new` customer, `contact` of a customer
    who is known, or `out`."""

    card: int
    act: str
    customer_id: int = 0


@dataclass(frozen=True, slots=True)
class CardsTaken:
    """How many cards became what."""

    customers: int
    contacts: int
    left_out: int


@dataclass(frozen=True)
class ImportCards(Command[CardsTaken]):
    """Takes a file of visiting cards in, all of it or nothing; a card without a choice is new
    where it resembles nobody, else left out."""

    name: ClassVar[str] = "customer.cards"
    permission: ClassVar[str] = "customer.save"
    path: str
    choices: tuple[CardChoice, ...] = ()


# ---------------------------------------------------------------- out


@query("customer.read")
def customer_cards(context: Context, ids: Iterable[int]) -> tuple[Card, ...]:
    """A card for each customer, and one for each of their contacts."""
    asked, database = list(ids), context.store.database
    heads = {row[0]: row[1:] for row in bulk.rows_in(database, HEADS, asked)}
    parts: dict[str, dict[int, list[tuple[Any, ...]]]] = {name: {} for name in PARTS}
    for name, sql in PARTS.items():
        for customer_id, *values in bulk.rows_in(database, f"{sql} ORDER BY position", asked):
            parts[name].setdefault(customer_id, []).append(tuple(values))
    return tuple(
        card
        for each in asked
        if each in heads
        for card in _cards(
            heads[each], {name: found.get(each, []) for name, found in parts.items()}
        )
    )


@dataclass(frozen=True, slots=True)
class ContactOf:
    """A contact and whose it is."""

    customer_id: int
    name: str
    duty: str
    phone: str
    email: str
    line_id: str


@query("customer.read")
def customer_contacts(context: Context, ids: Iterable[int]) -> tuple[ContactOf, ...]:
    """The contacts of these customers, in the customers' order."""
    asked = list(ids)
    places = {each: at for at, each in enumerate(asked)}
    rows = bulk.rows_in(context.store.database, CONTACTS, asked)
    return tuple(sorted((ContactOf(*row) for row in rows), key=lambda row: places[row.customer_id]))


def _cards(head: tuple[Any, ...], parts: Mapping[str, list[tuple[Any, ...]]]) -> Iterable[Card]:
    kind, name, email = head
    company = kind == "company"
    places = tuple(_place(Address(*values)) for values in parts["addresses"])
    phones = tuple(_dialled(digits, typed) for digits, typed in parts["phones"])
    emails = (email,) if email else ()
    yield Card(name, phones=phones, emails=emails, places=places, company=company)
    for who, duty, phone, mail in parts["contacts"]:
        yield Card(
            who,
            organization=name,
            title=duty,
            phones=(international(phone),) if phone else (),
            emails=(mail,) if mail else (),
        )


def international(typed: str) -> str:
    """The number as any country dials it, its extension behind a space; a hotline stays one."""
    try:
        phone = parse_phone(typed)
    except Refused:
        return typed
    return _with_country(phone.digits, phone.extension)


def _dialled(digits: str, typed: str) -> str:
    """The same of a stored number, whose digits are known: most are nothing else, and to take a
    number apart takes its time."""
    plain = all(letter.isdigit() or letter in " -+()." for letter in typed)
    return _with_country(digits, "") if plain else international(typed)


def _with_country(digits: str, extension: str) -> str:
    if digits.startswith("0"):
        digits = f"+66{digits[1:]}"
    elif len(digits) > len("1160"):
        digits = f"+{digits}"
    return f"{digits} {extension}".strip()


def _place(address: Address) -> Place:
    """The street with its subdistrict, the district as the city."""
    street, area = replace(address, subdistrict="", district="", province=""), address.subdistrict
    bangkok = address.province == BANGKOK
    within = f"{'แขวง' if bangkok else 'ตำบล'}{area}" if area else ""
    line = " ".join(address_lines(replace(street, postcode="")))
    whole = " ".join(filter(None, (line, within)))
    return Place(whole, address.district, address.province, address.postcode, COUNTRY)


# ---------------------------------------------------------------- in


@query("customer.save")
def preview_cards(context: Context, path: str) -> tuple[SeenCard, ...]:
    """Reads the whole file and changes nothing."""
    return tuple(_seen(context, at, card) for at, card in enumerate(read_cards(Path(path)), 1))


def _seen(context: Context, number: int, card: Card) -> SeenCard:
    phones = tuple(_phones(card))
    named = card.organization or card.name
    found = doubles(context, named, phones) if named else ()
    return SeenCard(
        number,
        card.name,
        card.organization,
        " · ".join(parse_phone(each).display for each in phones),
        next(iter(card.emails), ""),
        "company" if card.company or card.organization else "person",
        _wrong(card, phones),
        tuple(Resembled(each.id, each.code, each.name, each.phone) for each in found),
    )


def _wrong(card: Card, phones: tuple[str, ...]) -> str:
    if card.cut:
        return "vcard_cut_off"
    if not (card.name or card.organization):
        return "vcard_nameless"
    return "" if phones else "vcard_phoneless"


def _phones(card: Card) -> Iterable[str]:
    """Numbers that can be dialled, as people here write them."""
    for text in card.phones:
        try:
            yield parse_phone(text).display
        except Refused:
            continue


@handles(ImportCards)
def import_cards(context: Context, command: ImportCards) -> CardsTaken:
    """Each new customer as if it were typed; contacts join those of the customer they are given
    to."""
    cards = read_cards(Path(command.path))
    chosen = {each.card: each for each in command.choices}
    counts = {NEW: 0, CONTACT: 0, OUT: 0}
    for number, card in enumerate(cards, 1):
        seen = _seen(context, number, card)
        act = chosen.get(number, CardChoice(number, OUT if seen.code or seen.resembles else NEW))
        if act.act not in counts:
            raise Refused("bad_choice", "choices", value=act.act)
        if act.act == NEW and seen.code:
            raise Refused(seen.code, "choices", card=number)
        if act.act == NEW:
            save_customer(context, _customer(card))
        elif act.act == CONTACT:
            _join(context, act.customer_id, card)
        counts[act.act] += 1
    left = {"file": Path(command.path).name, **counts}
    context.audit("customer_cards", 0, "imported", {}, left)
    return CardsTaken(counts[NEW], counts[CONTACT], counts[OUT])


def _customer(card: Card) -> SaveCustomer:
    """A company with whom the card is of as its contact, or a person."""
    company = bool(card.company or card.organization)
    phones, email = tuple(_phones(card)), _email(card)
    within = company and not card.company
    return SaveCustomer(
        None,
        0,
        "company" if company else "person",
        card.organization or card.name,
        phones=phones,
        contacts=(_contact(card),) if within and card.name else (),
        addresses=tuple(_address(place) for place in card.places[:1]),
        email=email,
        note="\n".join(filter(None, (card.note, *_typed(card)))),
    )


def _typed(card: Card) -> Iterable[str]:
    """Numbers that are none here stay readable, and so do further places."""
    for text in card.phones:
        try:
            parse_phone(text)
        except Refused:
            yield text
    for place in card.places[1:]:
        yield " ".join(filter(None, (place.street, place.city, place.region, place.postcode)))


def _contact(card: Card) -> Contact:
    return Contact(card.name, card.title, next(iter(_phones(card)), ""), _email(card))


def _email(card: Card) -> str:
    for text in card.emails:
        try:
            return parse_email(text, "email")
        except Refused:
            continue
    return ""


def _address(place: Place) -> Address:
    """The subdistrict is looked for in the street, where cards have no room of its own for it."""
    found = _SUBDISTRICT.search(place.street)
    street = place.street[: found.start()] + place.street[found.end() :] if found else place.street
    address = Address(
        building=street.strip(" ,"),
        subdistrict=found[1] if found else "",
        district=place.city,
        province=place.region,
        postcode=place.postcode,
    )
    try:
        return normalise(address)
    except Refused:
        return normalise(replace(address, postcode=""))


def _join(context: Context, customer_id: int, card: Card) -> None:
    """Adds the card's person to the contacts; one of that name and number is there already."""
    found = customer(context, customer_id)
    contact = _contact(card)
    if not contact.name:
        raise Refused("vcard_nameless", "choices", card=0)
    if not any(_same(contact, each) for each in found.contacts):
        save_customer(context, _with(found, contact))


def _same(one: Contact, other: Contact) -> bool:
    return (one.name, _digits(one.phone)) == (other.name, _digits(other.phone))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _with(found: Customer, contact: Contact) -> SaveCustomer:
    phones: tuple[Phone, ...] = found.phones
    names = (
        *("id", "version", "kind", "tax_number", "tax_branch", "addresses", "email", "line_id"),
        *("segment", "zone", "price_level", "paper_language", "owner_id", "branch_id", "note"),
    )
    return SaveCustomer(
        **{name: getattr(found, name) for name in names},
        full_name=found.name,
        full_name_en=found.name_en,
        phones=tuple(phone.typed for phone in phones),
        contacts=(*found.contacts, contact),
        active=found.active,
    )
