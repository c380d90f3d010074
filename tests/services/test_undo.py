"""What is taken back is as it was before, and what others changed since is never undone with it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.errors import Stale
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import SaveCustomer, save_customer
from crm_desktop.services.customers.rhythms import Rounds, SaveRounds, SetRhythm
from crm_desktop.services.look import SaveLook, ShopLook
from crm_desktop.services.places import Address
from crm_desktop.services.registry import SYSTEM, Command, Context
from crm_desktop.services.settings import SaveBranch, SaveShop, shop_and_version
from tests.services.desk import Desk, desk

__all__ = ["desk"]

GROWING = ("audit_line", "audit_value", "timeline", "done_once", "schema_migration")
CHANGING = ("version", "id")
"""Columns that count changes, and those of rows that are written anew."""
SILOM = Address(house="99/1", subdistrict="สีลม", district="บางรัก", province="กรุงเทพมหานคร")
SOMCHAI = SaveCustomer(
    id=None,
    version=0,
    kind="person",
    full_name="คุณสมชาย ใจดี",
    phones=("081-999-1234", "02-719-9680"),
    tax_number="3100600445635",
    contacts=(Contact("คุณสมศรี", phone="089-111-2222"),),
    addresses=(SILOM,),
    zone="บางรัก",
    note="ชอบให้โทรตอนเช้า",
)


def content(desk: Desk) -> dict[str, list[Any]]:
    """All that is stored, but what only grows and what counts changes."""
    found = {}
    for table in desk.store.database.get_tables():
        if table in GROWING or "trigram" in table or "_search" in table:
            continue
        cursor = desk.store.database.execute_sql(f'SELECT * FROM "{table}"')
        names = [column[0] for column in cursor.description]
        rows = (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
        kept = [{name: row[name] for name in names if name not in CHANGING} for row in rows]
        found[table] = sorted(kept, key=repr)
    return found


def customer(desk: Desk) -> tuple[str, Command[Any]]:
    found = desk.officer.execute(SOMCHAI)
    return "officer", SaveCustomer(
        *(found, 1, "company", "บริษัท สมชาย จำกัด", ("02-111-2222",)), active=False, branch_id=2
    )


def shop(desk: Desk) -> tuple[str, Command[Any]]:
    kept, version = desk.officer.read(shop_and_version)
    desk.administrator.execute(SaveShop(version, replace(kept, name_th="ร้านเก่า")))
    return "administrator", SaveShop(version + 1, replace(kept, name_th="ร้านใหม่"))


def look(desk: Desk) -> tuple[str, Command[Any]]:
    desk.administrator.execute(SaveLook(0, ShopLook(footer_th="ขอบคุณ")))
    return "administrator", SaveLook(1, ShopLook(style="plain"))


def branch(desk: Desk) -> tuple[str, Command[Any]]:
    return "administrator", SaveBranch(1, 1, "01", "สาขาใหม่", "New", "00001", phone="02")


def rounds(desk: Desk) -> tuple[str, Command[Any]]:
    rhythm(desk)
    desk.administrator.execute(SaveRounds(0, Rounds(a_days=6)))
    return "administrator", SaveRounds(1, Rounds(a_days=5, per_day=4))


def rhythm(desk: Desk) -> tuple[str, Command[Any]]:
    several = [desk.officer.execute(replace(SOMCHAI, tax_number="")) for _ in range(2)]
    desk.officer.execute(SetRhythm(tuple(several), "A"))
    return "officer", SetRhythm((*several, several[0]), "C")


ACTS: dict[str, Callable[[Desk], tuple[str, Command[Any]]]] = {
    each.__name__: each for each in (customer, shop, look, branch, rounds, rhythm)
}
VERSIONED = tuple(name for name in ACTS if name != "rhythm")


@pytest.mark.parametrize("act", ACTS)
def test_what_is_taken_back_is_as_it_was(desk: Desk, act: str) -> None:
    who, command = ACTS[act](desk)
    program = getattr(desk, who)
    before = content(desk)
    program.execute(command)
    after, reverse = content(desk), program.reverse
    assert after != before
    program.execute(reverse)
    assert content(desk) == before
    program.execute(program.reverse)
    assert content(desk) == after


@pytest.mark.parametrize("act", VERSIONED)
def test_what_another_changed_since_is_not_undone_with_it(desk: Desk, act: str) -> None:
    who, command = ACTS[act](desk)
    program = getattr(desk, who)
    program.execute(command)
    reverse = program.reverse
    program.execute(replace(command, version=command.version + 1))
    with pytest.raises(Stale):
        program.execute(reverse)


def test_what_cannot_be_taken_back_offers_nothing(desk: Desk) -> None:
    desk.officer.execute(SOMCHAI)
    assert desk.officer.reverse is None


def test_a_class_that_another_gave_since_is_not_overwritten(desk: Desk) -> None:
    found = desk.officer.execute(SOMCHAI)
    desk.officer.execute(SetRhythm((found,), "A"))
    reverse = desk.officer.reverse
    assert reverse is not None
    desk.supervisor.execute(SetRhythm((found,), "C"))
    with pytest.raises(Stale):
        desk.officer.execute(reverse)


def test_a_part_of_a_larger_act_is_not_taken_back_alone(desk: Desk) -> None:
    """A merge saves its survivor; the survivor as before, without the other, would lose both."""
    found = desk.officer.execute(SOMCHAI)
    context = Context(desk.store, desk.officer.actor or SYSTEM, desk.now, "customer.merge")
    with desk.store.write():
        save_customer(context, replace(SOMCHAI, id=found, version=1, zone="สีลม"))
    assert context.reverse is None
