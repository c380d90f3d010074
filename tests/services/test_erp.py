"""Orders and deposits for the ERP: each once, whatever is pressed twice; its bills settle them."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.services.orders.orders import CancelOrder
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.transfer.bill_numbers import ImportBillNumbers, preview_bill_numbers
from crm_desktop.services.transfer.erp import (
    SaveErpStart,
    SendToErp,
    erp_batches,
    erp_sheet,
    erp_start,
    erp_waiting,
)
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def records(sheet: Sheet) -> list[dict[str, Any]]:
    return [dict(zip(sheet.heading, row, strict=True)) for row in sheet.rows]


def send(shop: GoodsShop, subject: str = "orders") -> list[dict[str, Any]]:
    batch = shop.desk.credit.execute(SendToErp(subject))
    return records(shop.desk.credit.read(erp_sheet, batch))


def test_every_confirmed_order_goes_once_and_its_batch_can_be_written_again(
    shop: GoodsShop,
) -> None:
    first = shop.confirmed("SO", shop.line("CEM", 2), shop.line("TILE", 3))
    shop.saved("SO")
    rows = send(shop)
    assert [(row["order_number"], row["line"], row["code"]) for row in rows] == [
        (first.number, 1, "CEM"),
        (first.number, 2, "TILE"),
    ]
    assert (rows[1]["quantity"], rows[1]["unit_price"], rows[1]["event"]) == (
        3,
        Money.of(289),
        "order",
    )
    with pytest.raises(Refused, match="erp_nothing_new"):
        send(shop)
    shop.back_order(1)
    assert [row["kind"] for row in send(shop)] == ["BO"]
    again, second = shop.desk.credit.read(erp_batches, ListQuery()).rows
    assert (again.records, second.records) == (1, 1)
    assert records(shop.desk.credit.read(erp_sheet, second.id)) == rows


def test_the_erp_hears_that_an_order_it_has_was_cancelled(shop: GoodsShop) -> None:
    order = shop.confirmed("SO")
    unheard = shop.confirmed("SO")
    sent = send(shop)
    assert len(sent) == 2
    never = shop.confirmed("SO")
    for each in (order, never):
        row = shop.row(each.id)
        shop.desk.director.execute(CancelOrder(each.id, row["version"], "ลูกค้าเปลี่ยนใจ"))
    (told,) = send(shop)
    assert (told["event"], told["order_number"]) == ("cancel", order.number)
    assert told["order_total"] is None
    assert unheard.number in {row["order_number"] for row in sent}


@SQLITE
def test_a_cancellation_goes_out_from_its_own_branch_alone(shop: GoodsShop) -> None:
    order = shop.confirmed("SO")
    send(shop)
    row, store = shop.row(order.id), shop.store
    shop.desk.director.execute(CancelOrder(order.id, row["version"], "ลูกค้าเปลี่ยนใจ"))
    names = ("name_th", "name_en", "tax_branch", "address_th", "address_en", "phone")
    other = store.t.branch.insert(code="77", **dict.fromkeys(names, "77")).execute()
    head = shop.desk.supervisor
    person = store.t.person
    person.update(branch_id=other).where(person.c.id == head.actor.person_id).execute()
    with pytest.raises(Refused, match="erp_nothing_new"):
        head.execute(SendToErp("orders"))
    assert [each["event"] for each in send(shop)] == ["cancel"]


def test_what_is_older_than_the_first_day_stays_here(shop: GoodsShop) -> None:
    shop.confirmed("SO")
    tomorrow = shop.desk.now.date() + timedelta(days=1)
    shop.system.execute(SaveErpStart(0, tomorrow))
    assert shop.system.read(erp_start) == (tomorrow, 1)
    assert shop.desk.credit.read(erp_waiting).orders == 0
    with pytest.raises(Refused, match="erp_nothing_new"):
        send(shop)


def test_every_movement_of_a_deposit_goes_once(shop: GoodsShop) -> None:
    till = DepositShop(shop)
    order = shop.confirmed("SO", shop.line("CEM", 10))
    deposit = till.held(order.id, 1070)
    (row,) = send(shop, "deposits")
    assert (row["event"], row["amount"], row["for_order"]) == (
        "receive",
        Money.of(1070),
        order.number,
    )
    assert row["deposit_number"] == shop.row(deposit.id)["number"]
    with pytest.raises(Refused, match="erp_nothing_new"):
        send(shop, "deposits")


@pytest.fixture
def bills(shop: GoodsShop, tmp_path: Path) -> Callable[..., str]:
    def write(*lines: str) -> str:
        path = tmp_path / "bills.csv"
        path.write_text("\n".join(("order,bill,date", *lines)), encoding="utf-8")
        return str(path)

    return write


def test_a_bill_number_settles_its_order_however_often_it_comes(
    shop: GoodsShop, bills: Callable[..., str]
) -> None:
    order = shop.confirmed("SO")
    shop.deliver(order.id, 1)
    path = bills(f"{order.number},IV 1,2026-11-22")
    done = shop.desk.credit.execute(ImportBillNumbers(path))
    assert (done.added, done.updated, done.skipped) == (1, 0, 0)
    row = shop.row(order.id)
    assert (row["state"], row["outside_reference"]) == ("settled", "IV 1")
    again = shop.desk.credit.execute(ImportBillNumbers(path))
    assert (again.added, again.updated) == (0, 1)
    assert shop.row(order.id)["version"] == row["version"]


@SQLITE
def test_each_wrong_line_is_named_and_nothing_is_settled(
    shop: GoodsShop, bills: Callable[..., str]
) -> None:
    delivered, open_one = shop.confirmed("SO"), shop.confirmed("SO")
    shop.deliver(delivered.id, 1)
    back_order = shop.row(shop.back_order(1))["number"]
    path = bills(
        f"{delivered.number},IV-1,2026-11-22",
        f"{delivered.number},IV-2,",
        f"{open_one.number},IV-3,",
        "SO99-0000-00000,IV-4,",
        f"{back_order},IV-5,",
        f"{delivered.number},,",
    )
    errors = shop.desk.credit.read(preview_bill_numbers, path).errors
    assert {(each.line, each.code) for each in errors} >= {
        (3, "import_order_twice"),
        (4, "import_order_not_delivered"),
        (5, "import_unknown_order"),
        (6, "import_order_not_billed"),
        (7, "import_cell_needed"),
    }
    with pytest.raises(Refused, match="import_rows_wrong"):
        shop.desk.credit.execute(ImportBillNumbers(path))
    assert shop.row(delivered.id)["state"] == "delivered"
    shop.desk.credit.execute(ImportBillNumbers(path, skip_bad_rows=True))
    assert shop.row(delivered.id)["outside_reference"] == "IV-1"
    other = bills(f"{delivered.number},IV-9,")
    (wrong,) = shop.desk.credit.read(preview_bill_numbers, other).errors
    assert (wrong.code, wrong.values["bill"]) == ("import_other_bill", "IV-1")


@SQLITE
def test_a_batch_of_one_branch_is_read_by_no_head_of_another(shop: GoodsShop) -> None:
    shop.confirmed("SO", shop.line("CEM", 2))
    batch = shop.desk.credit.execute(SendToErp("orders"))
    head = shop.desk.supervisor
    assert list(head.read(erp_batches, ListQuery()).rows) == [], "it is of all branches"
    with pytest.raises(Refused, match="not_found"):
        head.read(erp_sheet, batch)
    shop.confirmed("SO", shop.line("CEM", 1))
    own = head.execute(SendToErp("orders"))
    assert [each.id for each in head.read(erp_batches, ListQuery()).rows] == [own]
    assert len(head.read(erp_sheet, own).rows) == 1
    assert len(shop.desk.credit.read(erp_batches, ListQuery()).rows) == 2
