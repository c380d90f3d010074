"""People to talk to at known customers."""

from collections.abc import Sequence
from typing import Any

from crm_desktop.domain.identity import parse_email
from crm_desktop.exchange.cells import read_code, read_phones
from crm_desktop.exchange.list_sheet import Column, read_text
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.customer_fields import (
    CONTACT,
    CUSTOMER,
    by_code,
    contacts,
    indexed,
    refuse_erased,
)
from crm_desktop.services.transfer.intake import CHANGED, NEW, Kind, Planner, Row, stored
from crm_desktop.services.transfer.intake import settle as settled
from crm_desktop.store import search


class Contacts(Planner):
    """One line is one person; the same name at the same customer is the same person."""

    shelves = (CUSTOMER, CONTACT)

    def plan(self, rows: Sequence[Row]) -> None:
        """Several lines of one customer follow from each other, also over lots."""
        ids = by_code(self, rows)
        refuse_erased(self, rows)
        people = stored(self.context, CONTACT, ids.values())
        customers = stored(self.context, CUSTOMER, ids.values())
        last: dict[int, Row] = {}
        for row in rows:
            code, name = row.values.get("code", ""), row.values.get("contact", "")
            row.label = f"{code} {name}".strip()
            customer_id = ids.get(code, 0)
            if code and not customer_id:
                row.wrong("code", "import_unknown_customer", text=code)
            key = (name, customer_id, search.bare_form(name))
            if name and customer_id:
                self.once(row, key, "contact", "import_contact_twice")
            if not row.errors:
                last[customer_id] = row
                known = people.get(customer_id, [])
                after = contacts(customer_id, row, known)
                row.state = NEW if len(after) > len(known) else CHANGED if after != known else ""
                row.notes |= {"customer": customer_id}
                people[customer_id] = after
            settled(row, is_new=False)
        before = stored(self.context, CONTACT, ids.values())
        for customer_id, row in last.items():
            old, after = before.get(customer_id, []), people[customer_id]
            if old != after:
                was = customers[customer_id][0]
                risen = (was[0], was[1] + 1, *was[2:])
                row.put(CUSTOMER, (customer_id,), [was], [risen])
                row.put(CONTACT, (customer_id,), old, after)

    def written(self, rows: Sequence[Row]) -> None:
        """Customers are found by their people too."""
        ids = [each.key[0] for row in rows for each in row.changes if each.shelf is CUSTOMER]
        search.put_all(self.context.store, "customer", indexed(self.context, ids))


def undone(context: Context, shelf: str, ids: Sequence[Any]) -> None:
    """Found by those people no more."""
    if shelf == CUSTOMER.name:
        search.put_all(context.store, "customer", indexed(context, ids))


COLUMNS = (
    Column("code", "code customer customercode รหัสลูกค้า รหัส ลูกค้า", read_code, needed=True),
    Column(
        "contact",
        "contact name contactname contactperson ผู้ติดต่อ ชื่อ ชื่อผู้ติดต่อ",
        read_text,
        needed=True,
    ),
    Column("contact_duty", "position duty role ตำแหน่ง หน้าที่", read_text),
    Column("contact_phone", "phone tel mobile โทร โทรศัพท์ เบอร์โทร มือถือ เบอร์", read_phones),
    Column("contact_email", "email mail e-mail อีเมล อีเมล์", parse_email),
    Column("contact_line", "line lineid ไลน์ ไอดีไลน์", read_text),
)
KINDS = {
    "contacts": Kind("contacts", "customer.import", "customer", COLUMNS, Contacts, undone=undone)
}
