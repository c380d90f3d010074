"""The till of a day: what the program says against what lies in the drawer, by word and colour."""

from pathlib import Path

import pytest

from crm_desktop.services.transfer.exports import till_sheet
from tests.services.deposit_shop import DepositShop, baht
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.money import Opened, form_of, money, opened, told, write
from tests.ui.shop import sit
from ui.deposits.counting import CountForm
from ui.deposits.till import TillPage
from ui.files import save

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def cells(page: TillPage) -> list[tuple[str, ...]]:
    """Method, program, counted and difference of every row."""
    model = page.list.model
    keys = [column.key for column in model.columns]
    wanted = [keys.index(key) for key in ("method", "system", "counted", "difference")]
    return [
        tuple(str(model.index(row, at).data()) for at in wanted) for row in range(model.rowCount())
    ]


@pytest.fixture
def day(money: DepositShop) -> DepositShop:
    """Cash twice and a card once."""
    money.held(money.order(), 3_000)
    money.held(money.order(), 2_000)
    money.held(money.order(), 1_500, "card")
    return money


def test_the_cashier_counts_and_a_difference_is_told_while_it_is_typed(
    day: DepositShop, opened: Opened
) -> None:
    counter, screen = opened("cashier", "till")
    page = screen.page
    assert isinstance(page, TillPage)
    assert [row[:2] for row in cells(page)] == [("Cash", "5,000.00"), ("Card", "1,500.00")]
    assert {row[3] for row in cells(page)} == {"Not counted"}
    counter.key("F12")
    form = form_of(screen)
    assert isinstance(form, CountForm)
    write(form, cash="4,900", card="1,500")
    assert form.differences["cash"].text() == "100.00 short"
    assert form.differences["card"].text() == "Agrees"
    assert "6,400.00" in form.total.text()
    counter.key("Ctrl+S")
    assert told(form, "note")
    write(form, note="one note too few")
    counter.key("Ctrl+S")
    assert cells(page) == [
        ("Cash", "5,000.00", "4,900.00", "100.00 short"),
        ("Card", "1,500.00", "1,500.00", "Agrees"),
    ]


def test_money_that_came_after_the_count_is_told(day: DepositShop, opened: Opened) -> None:
    counter, screen = opened("cashier", "till")
    page = screen.page
    assert isinstance(page, TillPage)
    counter.key("F12")
    write(form_of(screen), cash="5,000", card="1,500")
    counter.key("Ctrl+S")
    day.desk.later(minutes=5)
    day.held(day.order(), 500)
    counter.hear()
    assert cells(page)[0] == ("Cash", "5,500.00", "5,000.00", "500.00 short")
    assert "after the count" in page._note(page.list.model.rows[0])


def test_the_receipts_behind_a_line_stand_beside_it_and_open(
    day: DepositShop, opened: Opened
) -> None:
    _counter, screen = opened("credit", "till")
    page = screen.page
    assert isinstance(page, TillPage)
    page.list.table.selectRow(0)
    assert [line.entry.amount for line in page.entries.model.rows] == [baht(3_000), baht(2_000)]
    asked: list[tuple[str, object]] = []
    page.open_record.disconnect()
    page.open_record.connect(lambda kind, ident: asked.append((kind, ident)))
    page.entries.activated.emit(page.entries.model.rows[0])
    assert asked == [("deposit", page.entries.model.rows[0].entry.deposit_id)]


def test_a_day_back_and_forth_by_keys_and_never_beyond_today(
    day: DepositShop, opened: Opened
) -> None:
    counter, screen = opened("cashier", "till")
    page = screen.page
    assert isinstance(page, TillPage)
    counter.key("Ctrl+PgUp")
    assert cells(page) == []
    assert page.list.note.isVisible()
    counter.key("Ctrl+PgDown")
    assert len(cells(page)) == 2
    assert not page.bound["till.later"].isEnabled()


def test_a_count_half_typed_asks_before_another_day_is_shown(
    day: DepositShop, opened: Opened
) -> None:
    counter, screen = opened("cashier", "till")
    page = screen.page
    assert isinstance(page, TillPage)
    counter.key("F12")
    write(form_of(screen), cash="4,000")
    counter.key("Ctrl+PgUp")
    assert page.day == page.today()
    assert form_of(screen).bar.isVisible()


def test_who_does_not_count_only_looks(day: DepositShop, opened: Opened) -> None:
    _counter, screen = opened("supervisor", "till")
    assert "till.count" not in screen.bound


def test_the_day_leaves_as_a_sheet_and_as_a_paper(
    day: DepositShop, opened: Opened, tmp_path: Path
) -> None:
    counter, screen = opened("cashier", "till")
    page = screen.page
    assert isinstance(page, TillPage)
    path = tmp_path / "till.csv"
    save(counter.desk, path, till_sheet, page.day)
    counter.rest()
    assert str(path) in counter.said[-1]
    assert "5000.00" in path.read_text(encoding="utf-8-sig")
    counter.key("F6")
    assert counter.window.middle.document(f"paper:{page.paper_id}") is not None
