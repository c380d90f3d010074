"""Customers as another program lists them, each looked for among those known already."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.phones import Phone
from crm_desktop.domain.thai import search_text, sort_key
from crm_desktop.services import places
from crm_desktop.services.customers.customer_codes import OWN_CODE, free_codes
from crm_desktop.services.places import Address
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer import customer_fields, mapping, resembling
from crm_desktop.services.transfer.customer_fields import (
    ADDRESS,
    ADDRESS_PARTS,
    CONTACT,
    CUSTOMER,
    NEW,
    PHONE,
    PLACE,
    indexed,
)
from crm_desktop.services.transfer.intake import (
    OUT,
    Kind,
    Planner,
    Row,
    Values,
    new_ids,
    settle,
    stored,
    told,
)
from crm_desktop.store import bulk, search

LIVING = (
    "SELECT id, COALESCE(merged_into_id, id) FROM customer"
    " WHERE id IN ({ids}) AND erased_at IS NULL"
)
COMPANIES = (
    "SELECT tax_number, tax_branch, id, code, name FROM customer"
    " WHERE kind = 'company' AND active = 1 AND tax_number IN ({ids})"
)
IDENTITY = ("kind", "active", "tax_number", "tax_branch")
_JOINED = ("นาย", "นาง", "นางสาว", "น.ส.", "คุณ", "ดร.", "ด.ช.", "ด.ญ.")
_COMPANY = re.compile(
    r"^(?:บริษัท|บจก|บมจ|หจก|หสน|ห้างหุ้นส่วน|มูลนิธิ|สมาคม|องค์การ|สหกรณ์|เทศบาล|โรงเรียน)"
    r"|จำกัด|\b(?:co|ltd|plc|limited|company)\b"
)


class Customers(Planner):
    """A blank cell leaves what is known; numbers, contacts and other addresses are never lost."""

    shelves = (CUSTOMER, PHONE, CONTACT, ADDRESS)

    def begin(self) -> None:
        t = self.context.t
        branches = t.branch.select(t.branch.c.code, t.branch.c.id).order_by(t.branch.c.code)
        self.branches: dict[str, int] = dict(branches.tuples())
        people = t.person.select(t.person.c.id, t.person.c.username, t.person.c.name)
        self.people: dict[str, int] = {}
        for person_id, username, name in people.where(t.person.c.active == 1).tuples():
            self.people |= {search_text(name): person_id, search_text(username): person_id}
        self.home = self.context.actor.branch_id or next(iter(self.branches.values()), 0)
        self.choices = {each.line: each for each in self.asked.choices}
        chosen = {each.customer_id for each in self.asked.choices if each.customer_id}
        self.living: dict[int, int] = dict(
            bulk.rows_in(self.context.store.database, LIVING, chosen)
        )
        self.finder = resembling.Finder(self.context)
        self._code_at: int | None = None
        self._promised: frozenset[str] | None = None

    def check_headings(self, keys: Sequence[str]) -> None:
        self._code_at = list(keys).index("code") if "code" in keys else None

    def plan(self, rows: Sequence[Row]) -> None:
        """Whose record each line is, then what it makes of it."""
        known = customer_fields.by_code(self, rows)
        for row in rows:
            self._understand(row, known)
        customer_fields.refuse_erased(self, rows)
        owners = self._decide([row for row in rows if not row.errors], known)
        old = stored(self.context, CUSTOMER, [c for c in owners.values() if c])
        shelves = (PHONE, CONTACT, ADDRESS)
        parts = {shelf.name: stored(self.context, shelf, old) for shelf in shelves}
        self._companies(rows, [old[c][0] for c in owners.values() if c])
        fresh = [row for row in rows if not row.errors and not row.state and not owners[row.line]]
        for row in rows:
            if not row.errors and not row.state and (customer_id := owners[row.line]):
                self._change(
                    row, old[customer_id][0], {k: v.get(customer_id, []) for k, v in parts.items()}
                )
        self._add(fresh)
        for row in rows:
            settle(row, is_new=not owners.get(row.line))

    def _understand(self, row: Row, known: dict[str, int]) -> None:
        """Names, kind, owner and branch as the desk means them; what is needed and lacks."""
        values = row.values
        if name := values.get("name"):
            values["name"] = _full_name(values)
        code = values.get("code", "")
        row.label = " ".join(filter(None, (code, values.get("name", ""))))
        if code:
            key = ("code", known.get(code, code))  # of a record that was merged: the survivor
            self.once(row, key, "code", "import_customer_twice", code)
        is_new = code not in known
        if is_new and not name:
            row.wrong("name", "import_customer_needs_name")
        if is_new and "kind" not in values:
            values["kind"] = _kind(values)
        self._look_up(row)

    def _look_up(self, row: Row) -> None:
        values = row.values
        if text := values.get("owner"):
            values["owner_id"] = self.people.get(search_text(text))
            if values["owner_id"] is None:
                row.wrong("owner", "import_unknown_person", text=text)
        if text := values.get("branch"):
            values["branch_id"] = self.branches.get(text) or self.branches.get(text.zfill(2))
            if values["branch_id"] is None:
                row.wrong("branch", "import_unknown_branch", code=text)

    def _decide(self, rows: Sequence[Row], known: dict[str, int]) -> dict[int, int]:
        """The customer of each line, 0 for a new one; lines that resemble somebody are decided."""
        owners: dict[int, int] = {}
        open_rows = []
        for row in rows:
            customer_id = known.get(row.values.get("code", ""), 0)
            owners[row.line] = customer_id
            if customer_id:
                self.finder.take(customer_id, row.line)
            else:
                open_rows.append(row)
        self.finder.look(open_rows)
        for row in open_rows:
            if row.resembles:
                owners[row.line] = self._choose(row)
        taken = {owners[row.line] for row in open_rows} - {0}
        if customer_fields.hold(self, taken):
            living = dict(bulk.rows_in(self.context.store.database, LIVING, taken))
            for row in open_rows:
                if living.get(owners[row.line], 0) != owners[row.line]:
                    row.state = OUT  # merged or erased while this was read: nobody decided that
        return owners

    def _choose(self, row: Row) -> int:
        chosen, found = self.choices.get(row.line), row.resembles[0]
        act = chosen.act if chosen else self.asked.doubles
        customer_id = found.customer_id
        if chosen and chosen.customer_id:
            customer_id = self.living.get(chosen.customer_id, 0)
            if not customer_id:
                row.wrong("code", "import_unknown_customer", text=str(chosen.customer_id))
        if act == "known" and customer_id:
            if not self.finder.take(customer_id, row.line):
                row.state = OUT
            return customer_id
        if act == "new" and "same_tax_number" not in found.reasons:
            return 0
        if act == "new" and row.values.get("kind") == "company":
            row.wrong(
                "tax_number", "company_exists", customer_id=customer_id, code=found.code,
                name=found.name,
            )  # fmt: skip
            return 0
        row.state = "" if act == "new" else OUT
        return 0

    def _companies(self, rows: Sequence[Row], old: Sequence[Values]) -> None:
        """Whose the tax numbers are that these lines may give to somebody."""
        numbers = [*told(rows, "tax_number"), *(each[PLACE["tax_number"]] for each in old)]
        found = bulk.rows_in(self.context.store.database, COMPANIES, set(filter(None, numbers)))
        self.companies = {(row[0], row[1]): row[2:] for row in found}

    def _once_of_company(self, row: Row, after: list[Any], old: Values | None) -> None:
        """Of a company, the same number and branch stand once: here, and in the file."""
        kind, active, *key = (after[PLACE[name]] for name in IDENTITY)
        same = old is not None and [kind, active, *key] == [old[PLACE[n]] for n in IDENTITY]
        if kind != "company" or not active or not key[0] or same:
            return
        holder = self.companies.get((key[0], key[1]))
        if holder and holder[0] != after[0]:
            named = {"customer_id": holder[0], "code": holder[1], "name": holder[2]}
            row.wrong("tax_number", "company_exists", **named)
        else:
            self.once(row, ("company", *key), "tax_number", "import_customer_twice", key[0])

    # What stands then ------------------------------------------------------------------------

    def _change(self, row: Row, old: Values, parts: dict[str, list[Values]]) -> None:
        after = list(old)
        self._fill(row, after, gently=bool(row.resembles))
        customer_id = old[0]
        phones = _phones(customer_id, row, parts["phone"])
        contacts = customer_fields.contacts(customer_id, row, parts["contact"])
        addresses = _addresses(customer_id, row, parts["address"])
        self._check(row, after, phones, contacts, addresses)
        self._once_of_company(row, after, old)
        if row.errors:
            return
        moved = (phones, contacts, addresses) != (
            parts["phone"],
            parts["contact"],
            parts["address"],
        )
        if tuple(after) != old or moved:
            after[PLACE["version"]] += 1
        row.put(CUSTOMER, (customer_id,), [old], [tuple(after)])
        self._put_parts(row, customer_id, parts, (phones, contacts, addresses))

    def _add(self, rows: Sequence[Row]) -> None:
        """New customers get their ids and codes together."""
        sound = []
        for row in rows:
            after: list[Any] = [0, 1, *NEW]
            after[PLACE["branch_id"]] = self.home
            after[PLACE["created_at"]] = self.context.moment
            self._fill(row, after)
            parts = (
                _phones(0, row, []),
                customer_fields.contacts(0, row, []),
                _addresses(0, row, []),
            )
            self._check(row, after, *parts)
            self._once_of_company(row, after, None)
            if not row.errors:
                sound.append((row, after, parts))
        if not self.write:
            for row, after, _ in sound:
                row.put(CUSTOMER, (0,), [], [tuple(after)])
            return
        ids = new_ids(self.context, "customer", len(sound))
        codes = iter(self._codes([row for row, _, _ in sound]))
        for (row, after, parts), customer_id in zip(sound, ids, strict=True):
            after[0] = customer_id
            after[PLACE["code"]] = row.values.get("code") or next(codes)
            self.seen.setdefault(("code", customer_id), row.line)
            row.label = f"{after[PLACE['code']]} {after[PLACE['name']]}"
            row.put(CUSTOMER, (customer_id,), [], [tuple(after)])
            own = tuple([(customer_id, *each[1:]) for each in part] for part in parts)
            self._put_parts(row, customer_id, {}, own)

    def _codes(self, rows: Sequence[Row]) -> list[str]:
        """Running codes for those that bring none."""
        count = sum("code" not in row.values for row in rows)
        if count and self._promised is None:
            self._promised = self._brought()
        return free_codes(self.context, count, self._promised or frozenset())

    def _brought(self) -> frozenset[str]:
        """The codes of the house's own series in the whole file, also those of later lots."""
        if self._code_at is None:
            return frozenset()
        lines = mapping.headed(KINDS["customers"], Path(self.asked.path))
        cells = (cells[self._code_at] for _, cells in lines)
        return frozenset(hit[0] for cell in cells if (hit := OWN_CODE.search(cell.upper())))

    def _fill(self, row: Row, after: list[Any], *, gently: bool = False) -> None:
        """What the line says, into the columns of the record; `gently` where it was only taken
        for this customer, so that nothing known is written over."""
        values = row.values
        for name in customer_fields.PLAIN:
            if name in values and not (gently and after[PLACE[name]] not in ("", None)):
                after[PLACE[name]] = values[name]
        if "name" in values:
            name = values["name"]
            after[PLACE["bare_name"]], after[PLACE["sort_key"]] = (
                _keys(name) if self.write else ("", "")
            )
        company = after[PLACE["kind"]] == "company"
        after[PLACE["tax_branch"]] = (
            values.get("tax_branch", after[PLACE["tax_branch"]] or "00000") if company else None
        )

    @staticmethod
    def _check(
        row: Row,
        after: list[Any],
        phones: list[Values],
        contacts: list[Values],
        addresses: list[Values],
    ) -> None:
        """The same that the form asks for: nothing comes in by a list that may not by hand."""
        reached = [each[2] for each in phones] or [each[4] for each in contacts if each[4]]
        if not reached:
            row.wrong("phone", "phone_needed")
            return
        if phones and not after[PLACE["phone"]]:
            after[PLACE["phone"]] = row.notes["phones"][0].display
        after[PLACE["phone"]] = after[PLACE["phone"]] or reached[0]
        if after[PLACE["tax_number"]] and not any(each[2] == "billing" for each in addresses):
            row.wrong("address", "address_needed")

    def _put_parts(
        self,
        row: Row,
        customer_id: int,
        before: dict[str, list[Values]],
        after: tuple[list[Values], ...],
    ) -> None:
        for shelf, rows in zip((PHONE, CONTACT, ADDRESS), after, strict=True):
            row.put(shelf, (customer_id,), before.get(shelf.name, []), rows)

    def written(self, rows: Sequence[Row]) -> None:
        """Whoever came in is found, and is not taken for new a second time."""
        ids = [change.key[0] for row in rows for change in row.changes if change.shelf is CUSTOMER]
        search.put_all(self.context.store, "customer", indexed(self.context, ids))


@lru_cache(maxsize=20_000)
def _keys(name: str) -> tuple[str, str]:
    return search.bare_form(name), sort_key(name)


def _full_name(values: dict[str, Any]) -> str:
    """Title, first name and last name, where they stand in columns of their own."""
    title, name, last = (values.get(key, "") for key in ("title", "name", "last_name"))
    between = "" if title in _JOINED else " "
    return " ".join(f"{title}{between}{name} {last}".split())


def _kind(values: dict[str, Any]) -> str:
    """A company by its name or the first digit of its number, else a person."""
    name, number = search_text(values.get("name", "")), values.get("tax_number") or ""
    return "company" if _COMPANY.search(name) or number.startswith("0") else "person"


def _phones(customer_id: int, row: Row, known: list[Values]) -> list[Values]:
    """Those known, then those of the line that are not among them."""
    given: list[Phone] = [
        phone for key in ("phone", "phone2", "phone3") for phone in row.values.get(key, ())
    ]
    row.notes["phones"] = given
    there = {each[3] for each in known}
    fresh = {phone.digits: phone for phone in given if phone.digits not in there}
    begin = len(known)
    return known + [
        (customer_id, begin + at, phone.typed, phone.digits, phone.digits[::-1])
        for at, phone in enumerate(fresh.values())
    ]


def _addresses(customer_id: int, row: Row, known: list[Values]) -> list[Values]:
    """The line's billing address in place of the first one known; others stay."""
    values, found = row.values, list(known)
    typed = dict(values.get("address", {}))
    typed |= {name: values[name] for name in ADDRESS_PARTS if name in values}
    for use, parts in (("billing", typed), ("delivery", values.get("delivery_address", {}))):
        if not parts:
            continue
        try:
            address = _normalised(Address(use=use, **parts))
        except Refused as refused:
            row.wrong(
                "postcode" if "postcode" in values else "address", refused.code, **refused.values
            )
            continue
        at = next((place for place, each in enumerate(found) if each[2] == use), len(found))
        label = found[at][3] if at < len(found) else ""
        made = (customer_id, at, use, label, *(getattr(address, name) for name in ADDRESS_PARTS))
        found[at : at + 1] = [made]
    return found


def _normalised(address: Address) -> Address:
    """As by hand; what only the place decides is looked up once for all its streets."""
    place = _place(address.subdistrict, address.district, address.province, address.postcode)
    street = {name: getattr(address, name) for name in ADDRESS_PARTS[:5]}
    tidy = places.normalise(Address(use=address.use, **street))
    return replace(tidy, **place)


@lru_cache(maxsize=20_000)
def _place(subdistrict: str, district: str, province: str, postcode: str) -> dict[str, str]:
    names = ("subdistrict", "district", "province", "postcode")
    given = dict(zip(names, (subdistrict, district, province, postcode), strict=True))
    found = places.normalise(Address(**given))
    return {name: getattr(found, name) for name in names}


def undone(context: Context, shelf: str, ids: Sequence[Any]) -> None:
    """Found as they are again, and no more where they are gone."""
    search.put_all(context.store, "customer", indexed(context, ids))


KINDS = {
    "customers": Kind(
        "customers",
        "customer.import",
        "customer",
        customer_fields.COLUMNS,
        Customers,
        undone=undone,
    )
}
