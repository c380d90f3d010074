"""Deposits as they are read: by the cashier, the customer and accounting."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, Stale
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.services.deposits import deposit_lists, deposit_reports, tax_invoices
from crm_desktop.services.deposits.deposit_uses import ReverseEntry
from crm_desktop.services.deposits.deposits import (
    RecordTaxInvoice,
)
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.settings import SaveShop, Shop, shop_and_version
from tests.services.deposit_shop import DepositShop, baht, desk, till

__all__ = ["desk", "till"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


# ---------------------------------------------------------------- told


@SQLITE
def test_the_qr_asks_for_the_exact_sum_and_never_for_nothing(till: DepositShop) -> None:
    order = till.order()
    asked = till.ask(order)
    with pytest.raises(Refused, match="promptpay_missing"):
        till.desk.cashier.read(deposit_lists.qr_of, asked.id)
    shop, version = till.desk.director.read(shop_and_version)
    values = {name: getattr(shop, name) for name in Shop.__dataclass_fields__}
    till.shop.system.execute(SaveShop(version, Shop(**{**values, "promptpay": "0801234567"})))
    assert "54073000.00" in till.desk.cashier.read(deposit_lists.qr_of, asked.id)
    assert "54073000.00" in till.desk.cashier.read(deposit_lists.qr_of, order)
    assert "5406100.25" in till.desk.cashier.read(deposit_lists.qr_of, asked.id, baht("100.25"))
    till.receive(asked.id, 3_000)
    for document in (asked.id, order):
        with pytest.raises(Refused) as told:
            till.desk.cashier.read(deposit_lists.qr_of, document)
        assert (told.value.code, told.value.field) == ("qr_zero", "amount")


@SQLITE
def test_the_list_finds_a_deposit_by_state_paper_method_and_number(till: DepositShop) -> None:
    order, other = till.order(), till.order()
    cash = till.held(order, 1_000)
    cheque = till.held(order, 1_000, "cheque")
    asked = till.ask(other)

    def ids(text: str = "", **filters: Any) -> list[int]:
        wanted = ListQuery(text=text, filters=filters)
        return [row.id for row in till.desk.cashier.read(deposit_lists.deposit_page, wanted).rows]

    assert ids() == [cash.id, cheque.id, asked.id]
    assert ids(state="awaiting") == [cheque.id]
    assert ids(state=["held", "expected"]) == [cash.id, asked.id]
    assert ids(document_id=order) == [cash.id, cheque.id]
    assert ids(method="cheque") == [cheque.id]
    assert ids(cash.number or "") == [cash.id]
    first = ListQuery(limit=2)
    page = till.desk.cashier.read(deposit_lists.deposit_page, first)
    rest = till.desk.cashier.read(deposit_lists.deposit_page, ListQuery(after=page.next))
    assert [row.id for row in rest.rows] == [asked.id]
    with pytest.raises(NotAllowed):
        till.desk.other.read(deposit_lists.deposit, cash.id)
    assert till.desk.other.read(deposit_lists.deposit_page, ListQuery()).rows == ()


@SQLITE
def test_a_statement_shows_every_movement_with_the_balance_after_it(till: DepositShop) -> None:
    order = till.order()
    deposit = till.held(order, 3_000)
    till.desk.later(days=1)
    cheque = till.held(order, 2_000, "cheque")
    deposit = till.apply(deposit, order, 500)
    till.bounce(cheque)
    entry = next(each for each in deposit.entries if each.kind == "apply")
    version = till.read(deposit.id).version
    till.do("supervisor", ReverseEntry(deposit.id, version, entry.id, "ผิดเอกสาร"))
    read = till.desk.officer.read
    told = read(deposit_reports.statement, till.shop.customer, till.today, till.today)
    assert told.opening == baht(3_000)
    assert [(line.kind, line.what, line.amount, line.balance) for line in told.lines] == [
        ("receive", "receive", baht(2_000), baht(5_000)),
        ("apply", "apply", baht(-500), baht(4_500)),
        ("bounce", "bounce", baht(-2_000), baht(2_500)),
        ("reverse", "apply", baht(500), baht(3_000)),
    ]
    assert told.closing == till.read(deposit.id).held
    yesterday = till.today - timedelta(days=1)
    with pytest.raises(Refused, match="period_backwards"):
        read(deposit_reports.statement, till.shop.customer, till.today, yesterday)


@SQLITE
def test_a_statement_shows_the_readers_branch_only_and_says_so(till: DepositShop) -> None:
    till.held(till.order(), 3_000)
    told = {
        who: getattr(till.desk, who).read(
            deposit_reports.statement, till.shop.customer, till.today, till.today
        )
        for who in ("officer", "other", "director")
    }
    assert [told[who].closing for who in told] == [baht(3_000), Money.ZERO, baht(3_000)]
    assert bool(told["officer"].branch)
    assert told["other"].branch not in ("", told["officer"].branch)
    assert told["director"].branch == ""


@SQLITE
def test_accounting_gets_every_movement_of_the_month_with_its_vat(till: DepositShop) -> None:
    exempt = till.line(5_000, vat_class=VatClass.EXEMPT)
    order = till.order(till.line(10_700), exempt)
    deposit = till.apply(till.held(order, 1_000), order, 300)
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    rows = till.desk.credit.read(deposit_reports.accounting, first, last)
    assert [(row.kind, row.amount, row.vat) for row in rows] == [
        ("receive", baht(1_000), baht("44.59")),
        ("apply", baht(300), baht("13.38")),
    ]
    for row in rows:
        assert Money.sum(part.amount for part in row.parts) == row.amount
        assert Money.sum(part.vat for part in row.parts) == row.vat
    december = till.desk.credit.read(
        deposit_reports.accounting, date(2026, 12, 1), date(2026, 12, 31)
    )
    assert december == ()
    assert till.read(deposit.id).number == rows[0].number
    for who in ("officer", "cashier", "logistics"):
        with pytest.raises(NotAllowed):
            getattr(till.desk, who).read(deposit_reports.accounting, first, last)


def test_accounting_reads_a_page_at_a_time_and_misses_no_movement(till: DepositShop) -> None:
    order = till.order()
    for _ in range(3):
        till.apply(till.held(order, 1_000), order, 300)
    read, period = till.desk.credit.read, {"since": till.today, "until": till.today}
    paged: list[deposit_reports.AccountingRow] = []
    wanted = ListQuery(filters=period, limit=2)
    while True:
        page = read(deposit_reports.accounting_page, wanted)
        assert len(page.rows) <= 2
        paged += page.rows
        if page.next is None:
            break
        wanted = replace(wanted, after=page.next)
    whole = read(deposit_reports.accounting, till.today, till.today)
    assert tuple(paged) == whole
    assert len(whole) == 6
    sums = read(deposit_reports.accounting_sums, till.today, till.today)
    came = [row for row in whole if row.kind == "receive"]
    assert sums.received == Money.sum(row.amount for row in came)
    assert sums.vat == Money.sum(row.vat for row in came)
    assert sums.missing == 3
    yesterday = till.today - timedelta(days=1)
    nothing = read(deposit_reports.accounting_sums, yesterday, yesterday)
    assert (nothing.received, nothing.missing) == (Money.ZERO, 0)


@SQLITE
def test_a_tax_invoice_number_comes_back_once_and_to_one_customer(till: DepositShop) -> None:
    deposit = till.held(till.order())
    record = RecordTaxInvoice(deposit.id, deposit.version, " IV-6911-7 ", till.today)
    till.do("credit", record)
    kept = till.read(deposit.id)
    assert (kept.tax_invoice, kept.tax_invoice_on) == ("IV-6911-7", till.today)
    assert isinstance(till.refused("credit", record), Stale)
    stranger = till.order(customer_id=till.shop.new_customer("คุณคนอื่น"))
    other = till.held(stranger)
    told = till.refused(
        "credit", RecordTaxInvoice(other.id, other.version, "IV-6911-7", till.today)
    )
    assert (told.code, told.field) == ("tax_invoice_taken", "number")
    asked = till.ask(till.order())
    told = till.refused("credit", RecordTaxInvoice(asked.id, 1, "IV-1", till.today))
    assert told.code == "deposit_not_received"
    blank = RecordTaxInvoice(other.id, other.version, " ", till.today)
    assert till.refused("credit", blank).field == "number"


@SQLITE
def test_a_list_of_tax_invoices_skips_a_receipt_that_was_taken_back(
    till: DepositShop, tmp_path: Path
) -> None:
    wrong, right = (till.held(till.order()) for _ in range(2))
    entry = wrong.entries[0].id
    till.do("supervisor", ReverseEntry(wrong.id, till.version(wrong.id), entry, "คีย์ผิด"))
    listed = tmp_path / "tax.csv"
    rows = (f"{each.number},IV-{each.id},{till.today}" for each in (wrong, right))
    listed.write_text("\n".join(("deposit,tax invoice,date", *rows)), encoding="utf-8")
    preview = till.desk.credit.read(tax_invoices.preview_tax_invoices, str(listed))
    assert [error.code for error in preview.errors] == ["deposit_not_received"]
    till.do("credit", tax_invoices.ImportTaxInvoices(str(listed), skip_bad_rows=True))
    assert [till.read(each.id).tax_invoice for each in (wrong, right)] == ["", f"IV-{right.id}"]


@SQLITE
def test_a_tax_invoice_is_found_without_reading_every_deposit(till: DepositShop) -> None:
    deposit, said = till.held(till.order()), list[str]()
    database = till.shop.store.database
    execute = database.execute_sql

    def listen(sql: str, params: Any = None) -> Any:
        said.append(sql)
        return execute(sql, params)

    database.execute_sql = listen
    till.do("credit", RecordTaxInvoice(deposit.id, deposit.version, "IV-1", till.today))
    del database.execute_sql
    asked = [sql for sql in said if '"tax_invoice" =' in sql and sql.startswith("SELECT")]
    for sql in (*asked, tax_invoices.TAKEN.format(ids="?")):
        plan = execute("EXPLAIN QUERY PLAN " + sql, (None,) * sql.count("?")).fetchall()
        assert any("deposit_tax_invoice" in row[3] for row in plan), plan
    assert asked


@SQLITE
def test_each_sees_only_the_keys_that_would_work_now(till: DepositShop) -> None:
    order = till.order()
    asked = till.ask(order)
    assert till.read(asked.id, "cashier").events == ("receive", "cancel")
    assert till.read(asked.id, "officer").events == ("cancel",)
    cheque = till.receive(asked.id, 3_000, "cheque")
    assert till.read(cheque.id, "cashier").events == ("clear", "bounce")
    assert till.read(cheque.id, "officer").events == ()
    till.clear(cheque)
    officer = till.read(cheque.id, "officer").events
    assert officer == ("apply", "refund", "forfeit", "transfer")
    assert till.read(cheque.id, "credit").events == ("bounce", "apply", "reverse", "invoice")
