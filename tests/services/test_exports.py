"""Lists for other programs: nothing missing, nothing that is not issued, real figures."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange.reading import read_lines
from crm_desktop.exchange.sheets import Sheet, write_sheet
from crm_desktop.services.credit.receivables import ImportReceivables
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.deposits.tax_invoices import ImportTaxInvoices, preview_tax_invoices
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.deposit_papers import statement_paper
from crm_desktop.services.transfer import exports
from crm_desktop.services.transfer.exports import (
    debtors_sheet,
    deposits_sheet,
    due_sheet,
    orders_sheet,
    purchase_request_sheet,
    statement_sheet,
    till_sheet,
)
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]


@pytest.fixture
def till(shop: GoodsShop) -> DepositShop:
    """The same shop, seen from the till."""
    return DepositShop(shop)


def records(sheet: Sheet) -> list[dict[str, Any]]:
    return [dict(zip(sheet.heading, row, strict=True)) for row in sheet.rows]


def test_a_purchase_request_goes_to_the_buying_program_whole(
    shop: GoodsShop, tmp_path: Path
) -> None:
    draft = shop.ask(shop.back_order(10), wanted_on=date(2026, 12, 1), supplier="=สหวัสดุ")
    with pytest.raises(NeedsApproval, match="paper_not_issued"):
        shop.desk.sales.read(purchase_request_sheet, draft.id)
    request_id = shop.issue(draft)
    sheet = shop.desk.sales.read(purchase_request_sheet, request_id)
    (row,) = records(sheet)
    assert (row["รหัสสินค้า"], row["จำนวน"], row["ต้องการภายใน"]) == ("CEM", 10, date(2026, 12, 1))
    assert sheet.title == row["เลขที่"] == shop.row(request_id)["number"]
    assert not any(isinstance(cell, Money) for cell in sheet.rows[0])
    for name in ("pr.csv", "pr.xlsx"):
        write_sheet(tmp_path / name, sheet)
        (_, cells), (_, first) = read_lines(tmp_path / name)
        assert dict(zip(cells, first, strict=True))["จำนวน"] == "10"
    assert "'=สหวัสดุ" in (tmp_path / "pr.csv").read_text(encoding="utf-8-sig")


def test_only_purchase_requests_go_out_as_such(shop: GoodsShop) -> None:
    with pytest.raises(Refused, match="not_found"):
        shop.desk.sales.read(purchase_request_sheet, shop.back_order())


def test_every_page_of_a_list_goes_out(shop: GoodsShop, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [shop.confirmed("SO").number for _ in range(5)]
    monkeypatch.setattr(exports, "LARGEST_PAGE", 2)
    sheet = shop.desk.officer.read(orders_sheet, ListQuery())
    assert sorted(row["เลขที่"] for row in records(sheet)) == numbers
    one = shop.desk.officer.read(orders_sheet, ListQuery(filters={"kind": "BO"}))
    assert one.rows == ()
    monkeypatch.setattr(exports, "MOST_ROWS", 3)
    with pytest.raises(Refused, match="export_too_long"):
        shop.desk.officer.read(orders_sheet, ListQuery())


def test_accounting_gets_every_movement_with_its_vat(till: DepositShop) -> None:
    order_id = till.order()
    held = till.held(order_id, 3000)
    till.apply(held, order_id, 1000)
    claimed = till.refund(till.read(held.id), 500)
    till.answer(claimed)
    till.pay(claimed.claim_id)
    sheet = till.desk.credit.read(deposits_sheet, till.today, till.today)
    rows = records(sheet)
    assert [(row["ความเคลื่อนไหว"], row["ยอดเงิน"]) for row in rows] == [
        ("รับเงิน", Money.of(3000)),
        ("หักใช้", Money.of(1000)),
        ("คืนเงิน", Money.of(500)),
    ]
    assert rows[0]["ภาษีมูลค่าเพิ่ม"] + rows[0]["มูลค่าก่อนภาษี"] == Money.of(3000)
    with pytest.raises(NotAllowed):
        till.desk.officer.read(deposits_sheet, till.today, till.today)


def test_a_private_persons_tax_number_is_not_given_away(till: DepositShop) -> None:
    shop = till.shop
    person = SaveCustomer(
        None, 0, "person", "นางสาวปิ่น", phones=("081-234-5678",), tax_number="1112034563562"
    )
    with pytest.raises(Refused, match="address_needed"):
        till.desk.officer.execute(person)
    table = shop.store.t.customer
    with shop.store.write():
        table.update(tax_number="1112034563562").where(table.c.id == shop.customer).execute()
    till.held(till.order(), 3000)
    (row,) = records(till.desk.credit.read(deposits_sheet, till.today, till.today))
    assert row["เลขประจำตัวผู้เสียภาษี"] == "•" * 9 + "3562"


def test_the_till_goes_out_with_its_difference(till: DepositShop) -> None:
    till.held(till.order(), 3000)
    (row,) = records(till.desk.cashier.read(till_sheet, till.today))
    assert (row["ตามระบบ"], row["นับได้"], row["วิธีชำระ"]) == (Money.of(3000), None, "เงินสด")


def test_what_is_due_goes_out_by_bill_and_by_customer(shop: GoodsShop, tmp_path: Path) -> None:
    order_id = shop.confirmed("SO").id
    number, code = shop.row(order_id)["number"], "C-000001"
    file = tmp_path / "bills.csv"
    file.write_text(
        f"bill,customer,order,billed,due,amount,paid\nIV1,{code},{number},1/10/69,31/10/69,100,30\n",
        encoding="utf-8",
    )
    shop.desk.credit.execute(ImportReceivables(str(file)))
    (bill,) = records(shop.desk.officer.read(due_sheet, ListQuery()))
    assert (bill["สำหรับเอกสาร"], bill["ค้างชำระ"]) == (number, Money.of(70))
    (owing,) = records(shop.desk.officer.read(debtors_sheet, ListQuery()))
    assert (owing["รหัสลูกค้า"], owing["เกิน 1–30 วัน"]) == (code, Money.of(70))


def test_a_customer_sees_every_movement_of_their_money(till: DepositShop) -> None:
    order_id = till.order()
    held = till.held(order_id, 3000)
    till.desk.later(days=1)
    till.apply(held, order_id, 1000)
    shown = till.desk.officer.read(
        statement_paper, till.shop.customer, till.today, till.today, "en"
    )
    assert (shown.opening, shown.balance, shown.language) == (
        Money.of(3000),
        Money.of(2000),
        "en",
    )
    assert [code for code, _ in shown.details] == ["only_branch"]
    (line,) = shown.movements
    assert (line.event, line.amount) == ("apply", Money.of(-1000))
    assert line.text == till.shop.row(order_id)["number"]  # type: ignore[attr-defined]
    before = till.today - timedelta(days=1)
    whole = till.desk.officer.read(statement_paper, till.shop.customer, before, till.today)
    assert [each.event for each in whole.movements] == ["receive", "apply"]


# ------------------------------------------------------------ tax invoices come back


def test_the_statement_as_a_sheet_says_what_the_paper_says(till: DepositShop) -> None:
    held = till.held(till.order())
    till.apply(held, held.for_id, 500)
    sheet = till.desk.officer.read(statement_sheet, till.shop.customer, till.today, till.today)
    first, *rows = records(sheet)
    assert (first["ความเคลื่อนไหว"], first["คงเหลือ"]) == ("ยอดยกมา", Money.ZERO)
    assert [row["ยอดเงิน"] for row in rows] == [Money.of(3_000), Money.of(-500)]
    assert rows[-1]["คงเหลือ"] == Money.of(2_500)
    assert rows[-1]["เอกสารปลายทาง"] == till.shop.row(held.for_id)["number"]
    with pytest.raises(NotAllowed):
        till.desk.administrator.read(statement_sheet, till.shop.customer, till.today, till.today)


def test_the_list_of_orders_says_what_was_handed_over(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 4)).id
    shop.deliver(order, 1)
    shop.deliver(order, 2)
    (row,) = records(shop.desk.officer.read(orders_sheet, ListQuery()))
    assert row["ส่งมอบแล้ว"] == Money.of(450)


def invoices(till: DepositShop, folder: Path, *lines: str) -> str:
    path = folder / "invoices.csv"
    path.write_text("\n".join(("deposit,tax invoice,date", *lines)), encoding="utf-8")
    return str(path)


def test_accountings_numbers_come_back_to_their_deposits(till: DepositShop, tmp_path: Path) -> None:
    held = till.held(till.order(), 3000)
    path = invoices(till, tmp_path, f"{held.number},TX69/0042,22/11/2569")
    for added in (1, 0):
        assert till.desk.credit.execute(ImportTaxInvoices(path)).added == added
    found = till.read(held.id)
    assert (found.tax_invoice, found.tax_invoice_on) == ("TX69/0042", till.today)
    told = [
        row for row in till.shop.store.t.timeline.select().dicts() if row["event"] == "tax_invoice"
    ]
    assert len(told) == 1


def test_a_tax_invoice_of_no_deposit_is_named_by_line(till: DepositShop, tmp_path: Path) -> None:
    first = till.held(till.order(), 3000)
    other = till.shop.new_customer("อีกคน")
    second = till.held(till.order(customer_id=other), 3000)
    expected = till.desk.officer.read(deposit_lists.deposit, till.ask(till.order()).id).reference
    path = invoices(
        till,
        tmp_path,
        f"{first.number},TX1,22/11/2569",
        f"{second.number},TX1,22/11/2569",
        f"{first.number},TX2,21/11/2569",
        "DP99-0000-00001,TX3,22/11/2569",
        f"{second.number},TX4,23/11/2569",
        f"{expected},TX5,22/11/2569",
        f"{first.number},,",
    )
    preview = till.desk.credit.read(preview_tax_invoices, path)
    assert [(error.line, error.code) for error in preview.errors] == [
        (3, "tax_invoice_taken"),
        (4, "import_deposit_twice"),
        (4, "date_before_paper"),
        (5, "import_unknown_deposit"),
        (6, "import_deposit_twice"),
        (6, "date_in_future"),
        (7, "import_unknown_deposit"),
        (8, "import_cell_needed"),
        (8, "import_cell_needed"),
        (8, "import_deposit_twice"),
    ]
    with pytest.raises(Refused, match="import_rows_wrong"):
        till.desk.credit.execute(ImportTaxInvoices(path))
    with pytest.raises(NotAllowed):
        till.desk.officer.execute(ImportTaxInvoices(path))
    assert till.desk.credit.execute(ImportTaxInvoices(path, skip_bad_rows=True)).added == 1
