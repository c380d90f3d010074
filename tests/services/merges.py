"""Hands for merging and parting customers."""

from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.credit.credit import SetCredit
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.customers.merging import MergeCustomers
from crm_desktop.services.customers.unmerging import UndoMerge
from crm_desktop.services.integrity import verify
from crm_desktop.services.places import Address
from tests.services.shop import SellingShop

BANG_RAK = Address(house="99/1", road="สีลม", subdistrict="สีลม", province="กทม")


def taken_in(shop: SellingShop, name: str = "สมชาย ใจดี", **more: Any) -> int:
    """A person with a phone."""
    command = SaveCustomer(None, 0, "person", name, ("081-234-5678",))
    return shop.desk.officer.execute(replace(command, **more))


def versions(shop: SellingShop, ids: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(shop.desk.officer.read(customer, each).version for each in ids)


def asking(shop: SellingShop, *ids: int, **more: Any) -> MergeCustomers:
    values = {"reason": "คนเดียวกัน", **more}
    return MergeCustomers(ids, versions(shop, ids), **values)


def merged(shop: SellingShop, *ids: int, who: str = "director", **more: Any) -> Any:
    return getattr(shop.desk, who).execute(asking(shop, *ids, **more))


def stored(shop: SellingShop, table: str, record_id: int) -> dict[str, Any]:
    named = getattr(shop.store.t, table)
    return next(iter(named.select().where(named.c.id == record_id).dicts()))


def undone(shop: SellingShop, paper: Any, who: str = "director") -> int:
    version = stored(shop, "document", paper)["version"]
    moved: int = getattr(shop.desk, who).execute(UndoMerge(paper, version, "คนละคนกัน"))
    return moved


def sound(shop: SellingShop) -> bool:
    return shop.desk.administrator.read(verify).faults == ()


def refusal(shop: SellingShop, command: Any, who: str = "director") -> str:
    with pytest.raises(Refused) as caught:
        getattr(shop.desk, who).execute(command)
    return caught.value.code


def refusal_of_undo(shop: SellingShop, paper: int) -> str:
    version = stored(shop, "document", paper)["version"]
    return refusal(shop, UndoMerge(paper, version, "คนละคนกัน"))


def owes(shop: SellingShop, customer_id: int, baht: int = 300_000) -> None:
    """Finance says what this customer owes."""
    sums = (Money.of(500_000), Money.of(baht), Money.of(0))
    shop.desk.credit.execute(SetCredit(customer_id, True, *sums, 30, "fin"))
