"""What becomes of two or more records that are one customer: field by field, and what each brings.

Nothing is written here; preview and merge read the same plan.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.credit.credit import credit_row
from crm_desktop.services.customers import consents
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import Parts, SaveCustomer, parts_of
from crm_desktop.services.orders import commitments
from crm_desktop.services.places import Address
from crm_desktop.services.registry import Context
from crm_desktop.store import search
from crm_desktop.store.orm import fn

MOST_AT_ONCE = 5
APART = frozenset(
    {"id", "version", "kind", "tax_branch", "phones", "contacts", "addresses", "branch_id"}
    | {"note", "active"}
)
"""Of a customer's form what no choice decides: kind and branch go with the tax number."""
FIELDS = tuple(each.name for each in fields(SaveCustomer) if each.name not in APART)
"""What somebody chooses, a field of the form each; a new field of the form is one here too."""
COLUMN_OF = {"full_name": "name", "full_name_en": "name_en"}
USUAL = {each.name: each.default for each in fields(SaveCustomer)}


@dataclass(frozen=True, slots=True)
class Record:
    """One of the records as stored, with what hangs on it; `recent` grows with its last change."""

    row: Mapping[str, Any]
    parts: Parts
    credit: Mapping[str, Any]
    words: consents.Words
    recent: int

    @property
    def id(self) -> int:
        """The customer's."""
        return int(self.row["id"])

    def value(self, field: str) -> Any:
        """What is stored in a field of the form."""
        return self.row[COLUMN_OF.get(field, field)] or ""


@dataclass(frozen=True)
class Plan:
    """Records that become one: the first survives; `chosen` says whose value of a field stays."""

    records: tuple[Record, ...]
    chosen: Mapping[str, int]

    @property
    def survivor(self) -> Record:
        """Whose code, branch and papers' home stay."""
        return self.records[0]

    @property
    def lost(self) -> tuple[Record, ...]:
        """Those that the first stands for then."""
        return self.records[1:]

    @cached_property
    def command(self) -> SaveCustomer:
        """The survivor as it is saved; its tax number whole."""
        by_id = {each.id: each for each in self.records}
        named = by_id[self.chosen["tax_number"]]
        values = {field: by_id[self.chosen[field]].value(field) for field in FIELDS}
        values["owner_id"] = values["owner_id"] or None
        return SaveCustomer(
            id=self.survivor.id,
            version=self.survivor.row["version"],
            kind=named.row["kind"],
            tax_branch=named.row["tax_branch"] or "",
            phones=self.phones,
            contacts=self.contacts,
            addresses=self.addresses,
            branch_id=self.survivor.row["branch_id"],
            note=self.note,
            **values,
        )

    @property
    def phones(self) -> tuple[str, ...]:
        """All numbers, each once, as they were typed."""
        each = (phone for record in self.records for phone in record.parts["phones"])
        found: dict[str, str] = {}
        for phone in each:
            found.setdefault(phone.digits, phone.typed)
        return tuple(found.values())

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """All people; one who stands in both with nothing that contradicts stands once, fuller."""
        found: list[Contact] = []
        for contact in (each for record in self.records for each in record.parts["contacts"]):
            for place, known in enumerate(found):
                if (both := _same_contact(known, contact)) is not None:
                    found[place] = both
                    break
            else:
                found.append(contact)
        return tuple(found)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """All addresses, each place once per use."""
        found: dict[Any, Address] = {}
        for address in (each for record in self.records for each in record.parts["addresses"]):
            found.setdefault(_place(address), address)
        return tuple(found.values())

    @property
    def note(self) -> str:
        """All notes, one under another, none twice."""
        notes: list[str] = []
        for record in self.records:
            text = record.row["note"].strip()
            if text and not any(text in kept for kept in notes):
                notes.append(text)
        return "\n".join(notes)

    @cached_property
    def credit(self) -> dict[str, Any]:
        """One snapshot of all of them, the strictest where they differ; empty where there is none.

        Two limits are credit-finance's to settle first: Refused `merge_two_limits`.
        """
        rows = [record.credit for record in self.records if record.credit]
        if sum(bool(row["limit_satang"]) for row in rows) > 1:
            raise Refused("merge_two_limits", "credit")
        if not rows:
            return {}
        terms = [row["term_days"] for row in rows if row["term_days"]]
        return {
            "limit_satang": max(row["limit_satang"] for row in rows),
            "outstanding_satang": sum(row["outstanding_satang"] for row in rows),
            "overdue_satang": sum(row["overdue_satang"] for row in rows),
            "term_days": min(terms, default=0),
            "blocked": max(row["blocked"] for row in rows),
            "as_of": min(row["as_of"] for row in rows),
            "source": " + ".join(dict.fromkeys(row["source"] for row in rows)),
        }


def plan(context: Context, ids: Sequence[int], choices: Mapping[str, int]) -> Plan:
    """The plan for these, the first surviving; Refused where they cannot become one at all."""
    if len(set(ids)) < len(ids):
        raise Refused("merge_with_itself", "ids")
    if not 2 <= len(ids) <= MOST_AT_ONCE:
        raise Refused("merge_how_many", "ids", most=MOST_AT_ONCE)
    stored = [context.row("customer", each) for each in ids]
    for row in stored:
        _require_whole(context, row)
    records = tuple(_record(context, row) for row in stored)
    unknown = set(choices) - set(FIELDS)
    if unknown or not set(choices.values()) <= set(ids):
        raise Refused("bad_choice", "choices", value=", ".join(sorted(unknown)) or "–")
    return Plan(records, {field: _best(context, records, field) for field in FIELDS} | {**choices})


def records(context: Context, parts: Iterable[Mapping[str, Any]]) -> tuple[Record, ...]:
    """The records of a merge as they are now, whatever became of them."""
    return tuple(_record(context, context.row("customer", each["customer_id"])) for each in parts)


def _require_whole(context: Context, row: Mapping[str, Any]) -> None:
    context.require_branch("customer.merge", row["branch_id"])
    if row["merged_into_id"] is not None:
        into = context.row("customer", row["merged_into_id"])
        raise Refused("merge_merged_already", "ids", code=row["code"], into=into["code"])
    if not row["active"]:
        raise Refused("merge_put_aside", "ids", code=row["code"])


def _record(context: Context, row: Mapping[str, Any]) -> Record:
    line = context.t.audit_line
    last = line.select(fn.MAX(line.c.id)).where(
        line.c.record == "customer", line.c.record_id == row["id"]
    )
    recent = next(iter(last.tuples()))[0] or 0
    customer_id = int(row["id"])
    words = consents.words(context, [customer_id])[customer_id]
    return Record(
        row, parts_of(context, customer_id), credit_row(context, customer_id), words, recent
    )


def _best(context: Context, records: Sequence[Record], field: str) -> int:
    """Whose value is fuller: none is least, what the form begins with little; then the newer."""

    def worth(record: Record) -> tuple[bool, bool, int]:
        value = record.value(field)
        if field == "owner_id" and value and not context.known("person", value)["active"]:
            value = ""
        return bool(value), value != USUAL[field], record.recent

    return max(records, key=worth).id


def _same_contact(one: Contact, other: Contact) -> Contact | None:
    """The one fuller of two that name the same person; None where they contradict."""
    if search.bare_form(one.name) != search.bare_form(other.name):
        return None
    both = {}
    for name in ("duty", "phone", "email", "line_id"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and mine != theirs:
            return None
        both[name] = mine or theirs
    return replace(one, **both)


def _place(address: Address) -> tuple[str, ...]:
    names = [each.name for each in fields(Address) if each.name != "label"]
    return tuple(" ".join(str(getattr(address, name)).split()).casefold() for name in names)


def amount(context: Context, lost: Iterable[Record]) -> Money:
    """Baht that changes hands with the records that are lost: what they owe, as finance says or
    as their bills say, whichever is more, and what is held of theirs."""
    bill, total = context.t.receivable, Money.ZERO
    for record in lost:
        rows = bill.select(fn.SUM(bill.c.amount_satang - bill.c.paid_satang)).where(
            bill.c.customer_id == record.id, bill.c.paid_satang < bill.c.amount_satang
        )
        owed = int(next(iter(rows.tuples()))[0] or 0)
        total += Money(max(owed, record.credit.get("outstanding_satang", 0)))
        total += commitments.unapplied(context, record.id)
    return total
