"""What customers owe, and the lists of the finance department: looked at before they are taken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui import intake
from tests.ui.money import Opened, money, opened
from tests.ui.shop import Counter, Sit, sit
from ui.credit.bills import BillsPage
from ui.customers import CustomersScreen
from ui.deposits import DepositsScreen
from ui.deposits.accounts import AccountsPage
from ui.deposits.statement import StatementScreen

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

File = Callable[..., str]


@pytest.fixture
def file(tmp_path: Path) -> File:
    """A CSV of these lines."""

    def write(*lines: str) -> str:
        path = tmp_path / "list.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write


def code(money: DepositShop) -> str:
    """The code of the shop's customer."""
    table = money.shop.store.t.customer
    return str(next(iter(table.select(table.c.code).tuples()))[0])


def bills(screen: DepositsScreen) -> BillsPage:
    """The page of bills."""
    assert isinstance(screen.page, BillsPage)
    return screen.page


def take_in(counter: Counter, file: File, *lines: str, complete: bool = False) -> str:
    """Ctrl+I and on; the list of bills is in view again after it."""
    path = file("bill,code,billed,due,amount,paid", *lines)
    told = intake.take_in(counter, "receivables", path, complete=complete)
    counter.window.show_place("deposits")
    counter.rest()
    return told


def test_open_bills_are_looked_at_then_taken_in_and_late_ones_come_first(
    money: DepositShop, opened: Opened, file: File
) -> None:
    who = code(money)
    counter, screen = opened("credit", "bills")
    page = bills(screen)
    told = take_in(
        counter,
        file,
        f"IV-1,{who},2026-09-01,2026-10-01,1000,200",
        f"IV-2,{who},2026-11-01,2026-12-01,500,0",
        "IV-3,NOBODY,2026-11-01,2026-12-01,500,0",
    )
    assert "2 new" in told
    assert "1 left out" in told
    (debtor,) = page.debtors.model.rows
    assert (str(debtor.due), str(debtor.overdue)) == ("1,300.00", "800.00")
    assert [row.bill_number for row in page.card.bills.model.rows] == ["IV-1", "IV-2"]
    page.chips.choose("bills")
    model = page.bills.model
    late = [column.key for column in model.columns].index("days_overdue")
    assert [model.index(row, late).data() for row in range(2)] == ["52 days", "Not yet due"]


def test_an_empty_list_of_late_customers_says_where_the_others_stand(
    money: DepositShop, opened: Opened, file: File
) -> None:
    counter, screen = opened("credit", "bills")
    page = bills(screen)
    take_in(counter, file, f"IV-2,{code(money)},2026-11-01,2026-12-01,500,0")
    words = " ".join(label.text() for label in page.debtors.note.findChildren(QLabel))
    assert "Nobody is overdue" in words
    assert "All who owe" in words
    page.chips.choose("owing")
    assert len(page.debtors.model.rows) == 1


def test_a_complete_list_closes_what_it_does_not_name_any_more(
    money: DepositShop, opened: Opened, file: File
) -> None:
    who = code(money)
    counter, screen = opened("credit", "bills")
    take_in(counter, file, f"IV-1,{who},2026-09-01,2026-10-01,1000,0")
    money.desk.later(minutes=1)
    told = take_in(counter, file, f"IV-2,{who},2026-11-01,2026-12-01,500,0", complete=True)
    assert "Bills closed: 1" in told
    assert bills(screen).debtors.model.rows == []


def test_credit_limits_are_taken_in_and_stand_on_the_card_part_by_part(
    money: DepositShop, opened: Opened, sit: Sit, file: File
) -> None:
    money.held(money.order())
    counter, screen = opened("credit", "bills")
    page = bills(screen)
    lines = ("code,limit,outstanding,overdue,term", f"{code(money)},100000,20000,5000,30")
    page.bound["credit.limits"].trigger()
    intake.take_in(counter, "credit", file(*lines))
    counter = sit("officer", "customers")
    card = counter.window.show_place("customers")
    assert isinstance(card, CustomersScreen)
    card.show_record("customer", money.shop.customer)
    credit = card.card.overview.credit
    assert credit.available.text() == "73,000.00"
    assert [row[:2] for row in credit.parts.words()] == [
        ["Limit", "100,000.00"],
        ["Outstanding", "− 20,000.00"],
        ["Orders not billed", "− 10,000.00"],
        ["Deposits not used", "+ 3,000.00"],
    ]
    assert "5,000.00 overdue" in credit.parts.words()[1]
    assert "30 days" in credit.told.text()
    facts = {row[0]: row[1] for row in card.card.overview.who.words()}
    assert facts["Deposits held"] == "3,000.00"
    assert facts["Open orders"] == "1 · 10,000.00 baht"


def test_who_may_not_import_is_not_offered_it(money: DepositShop, opened: Opened) -> None:
    _counter, screen = opened("officer", "bills")
    assert not {"list.import", "credit.limits"} & set(screen.bound)


def test_the_statement_tells_every_movement_with_what_is_held_after_it(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    money.apply(held, held.for_id, 1_000)
    counter, _screen = opened("officer")
    counter.window.open_record("statement", held.customer_id)
    shown = counter.window.middle.current()
    assert isinstance(shown, StatementScreen)
    rows = [(str(row.line.amount), str(row.line.balance)) for row in shown.list.model.rows]
    assert rows == [("3,000.00", "3,000.00"), ("-1,000.00", "2,000.00")]
    assert "2,000.00" in shown.closing.text()
    since = shown.period.fields[0]
    since.set_raw("23/11/2569")
    since.left.emit()
    assert shown.period.fields[1].widget.accessibleDescription()


def test_accounting_sees_what_came_and_which_invoice_is_missing_and_hands_the_numbers_back(
    money: DepositShop, opened: Opened, file: File
) -> None:
    held = money.held(money.order())
    counter, screen = opened("credit", "accounts")
    page = screen.page
    assert isinstance(page, AccountsPage)
    assert "tax invoices missing: 1" in page.sums.text()
    page.start_import(file("deposit,invoice,date", f"{held.number},TX-1,2026-11-22"))
    counter.rest()
    page.imports.take.click()
    counter.rest()
    assert "tax invoices missing: 0" in page.sums.text()
    assert money.read(held.id).tax_invoice == "TX-1"
    assert "Imported" in counter.said[-1]


def test_parts_of_the_place_are_those_of_the_role(money: DepositShop, opened: Opened) -> None:
    for who, parts in (
        ("cashier", ["held", "till"]),
        ("officer", ["held", "bills"]),
        ("credit", ["held", "till", "bills", "accounts"]),
    ):
        counter, screen = opened(who)
        assert [part.key for part in screen.parts] == parts
        counter.key("Ctrl+1")
        assert screen.page.title == "Deposits"


def test_the_customers_history_tells_of_deposits_and_opens_them(
    money: DepositShop, sit: Sit
) -> None:
    held = money.held(money.order())
    counter = sit("officer", "customers")
    screen = counter.window.show_place("customers")
    assert isinstance(screen, CustomersScreen)
    screen.show_record("customer", held.customer_id)
    timeline = screen.card.timeline
    screen.card.tabs.setCurrentIndex(1)
    timeline.kinds.setCurrentIndex(timeline.kinds.findData("deposit"))
    assert {line.subject for line in timeline.model.rows} == {"deposit"}
    asked: list[tuple[str, object]] = []
    timeline.opened.connect(lambda kind, ident: asked.append((kind, ident)))
    timeline.view.activated.emit(timeline.model.index(0, 0))
    assert ("deposit", held.id) in asked
