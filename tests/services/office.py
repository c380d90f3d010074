"""A small shop on a fresh database: two branches, its people, three customers, a set clock."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.money import Money
from crm_desktop.domain.thai import bare_name, sort_key
from crm_desktop.store import BANGKOK, Store

PEOPLE = {
    "nok": ("officer", "G3", 1),
    "lek": ("officer", "G3", 1),
    "boss": ("supervisor", "G4", 1),
    "far": ("officer", "G3", 2),
    "till": ("cashier", "G3", 1),
    "books": ("credit", "G4", 1),
    "buyer": ("sales", "G3", 1),
    "gate": ("receiving", "G3", 1),
    "truck": ("logistics", "G3", 1),
}


class Office:
    """One Application per person on one store; `now` is the database's clock."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = datetime(2026, 11, 23, 9, 30, tzinfo=BANGKOK)
        self._desks: dict[str, Application] = {}
        self._fill()

    @property
    def today(self) -> date:
        return self.now.date()

    def day(self, days: int) -> date:
        """So many days from today."""
        return self.today + timedelta(days=days)

    def desk(self, username: str) -> Application:
        """The program with that person logged in."""
        if username not in self._desks:
            self._desks[username] = Application(self.store, lambda: self.now)
            self._desks[username].become(self.id_of(username))
        return self._desks[username]

    def id_of(self, username: str) -> int:
        return list(PEOPLE).index(username) + 1

    def rows(self, table: str) -> list[dict[str, Any]]:
        named = getattr(self.store.t, table)
        return list(named.select().order_by(named.c.id).dicts())

    def quotation(self, owner: str = "nok", **values: Any) -> int:
        """A stored quotation, issued and valid for a month unless `values` say otherwise."""
        document = self.store.t.document
        count = document.select().count() + 1
        number = None if values.get("state") in ("draft", "ready") else f"QT01-6911-{count:05d}"
        row = {
            "kind": "QT",
            "state": "issued",
            "number": number,
            "base_number": number,
            "draft_reference": f"D-{count:04d}",
            "family_id": count,
            "branch_id": PEOPLE[owner][2],
            "owner_id": self.id_of(owner),
            "edited_by_id": self.id_of(owner),
            "customer_id": 1,
            "created_at": self.now.isoformat(),
            "issued_at": self.now.isoformat() if number else None,
            "valid_days": 30,
            "valid_until": self.day(30).isoformat(),
            "prices_include_vat": 1,
            "vat_rate": "7",
            "total_satang": Money.of(12_000).satang,
        }
        return int(document.insert(**{**row, **values}).execute())

    def request(self, document_id: int, requester: str = "nok", **values: Any) -> int:
        """A stored request about a paper, waiting for the supervisor unless `values` differ."""
        row = {
            "matter": "quotation.issue",
            "document_id": document_id,
            "customer_id": 1,
            "branch_id": 1,
            "requester_id": self.id_of(requester),
            "level": "SUPERIOR",
            "state": "waiting",
            "answerer_id": self.id_of("boss"),
            "reason": "ลูกค้าประจำ",
            "matrix_version": 1,
            "amount_satang": Money.of(80_000).satang,
            "facts": "{}",
            "decision": "{}",
            "frozen_sha256": "",
            "asked_at": self.now.isoformat(),
        }
        return int(self.store.t.request.insert(**{**row, **values}).execute())

    def _fill(self) -> None:
        with self.store.write():
            for code in ("01", "02"):
                texts = {"tax_branch": "00000", "address_th": "", "address_en": "", "phone": ""}
                self.store.t.branch.insert(
                    code=code, name_th=f"สาขา {code}", name_en=f"Branch {code}", **texts
                ).execute()
            for username, (roles, grade, branch_id) in PEOPLE.items():
                self.store.t.person.insert(
                    username=username,
                    name=f"คุณ{username}",
                    name_en=username.title(),
                    roles=roles,
                    grade=grade,
                    branch_id=branch_id,
                    password_hash="-",
                ).execute()
            for number, name in enumerate(("ร้านสมชายวัสดุ", "บจก. ก่อสร้างไทย", "คุณมานี")):
                self.store.t.customer.insert(
                    code=f"C{number}",
                    kind="person",
                    name=name,
                    bare_name=bare_name(name),
                    sort_key=sort_key(name),
                    phone="081-234-5678",
                    zone="บางนา",
                    branch_id=1,
                    active=int(number != 2),
                    created_at=self.now.isoformat(),
                ).execute()


@pytest.fixture
def office(store: Store) -> Office:
    """The shop on either database."""
    return Office(store)
