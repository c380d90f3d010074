"""Receipt, pay-in slip, voucher, till list and statement as they will print, from one view."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.exchange.reading import read_lines
from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.money import Opened, bring, money, opened, set_promptpay
from tests.ui.shop import sit
from ui.paper_view import PaperWindow

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def words_of(window: PaperWindow, qtbot: Any) -> str:
    """What stands on the pages, once they are set."""
    qtbot.waitUntil(lambda: window.preview.document is not None, timeout=20_000)
    document = window.preview.document
    assert document is not None
    return "".join(document.getAllText(page).text() for page in range(document.pageCount()))


def opened_paper(counter: Any, record: int | str) -> PaperWindow:
    """The tab of that paper."""
    window = counter.window.middle.document(f"paper:{record}")
    assert isinstance(window, PaperWindow)
    return window


def test_the_slip_to_pay_by_then_the_receipt_come_by_the_same_key(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    set_promptpay(money, "0812345678")
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    bring(screen, asked.id)
    counter.key("F6")
    slip = opened_paper(counter, asked.id)
    assert "3,000.00" in words_of(slip, qtbot)
    counter.window.middle.close_tab(counter.window.middle.currentIndex())
    received = money.receive(asked.id, 3_000)
    counter.window.show_place("deposits")
    bring(screen, asked.id)
    counter.key("F6")
    receipt = opened_paper(counter, asked.id)
    assert str(received.number) in words_of(receipt, qtbot)
    assert "document.print" in receipt.bound


def test_the_voucher_of_an_approved_refund_opens_by_its_key(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    held = money.held(money.order())
    claimed = money.refund(held, 700)
    money.answer(claimed)
    counter, screen = opened("credit")
    bring(screen, held.id)
    counter.key("Shift+F6")
    voucher = opened_paper(counter, f"voucher-{claimed.claim_id}")
    assert "700.00" in words_of(voucher, qtbot)
    assert str(held.number) in voucher.title


def test_the_statement_goes_into_a_spreadsheet_by_its_key(
    money: DepositShop, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = money.held(money.order())
    money.apply(held, held.for_id, 500)

    def choose(_parent: object, _title: str, _name: str, then: Callable[[str], object]) -> None:
        for ending in ("csv", "xlsx"):
            then(str(tmp_path / f"statement.{ending}"))

    monkeypatch.setattr("ui.files.ask_place", choose)
    counter, _screen = opened("officer")
    counter.window.open_record("statement", held.customer_id)
    counter.key("Ctrl+Shift+E")
    counter.rest()
    told = (tmp_path / "statement.csv").read_text("utf-8-sig")
    assert str(held.number) in told
    assert "2500.00" in told, "what is held after each movement"
    (_, heading), (_, first), *_rest = read_lines(tmp_path / "statement.xlsx")
    assert dict(zip(heading, first, strict=True))["Balance"] in ("0", "0.00")
    assert counter.window.here()["list.export"].isEnabled(), "and from the palette"


def test_the_statement_and_the_till_open_as_papers(
    money: DepositShop, opened: Opened, qtbot: Any
) -> None:
    held = money.held(money.order())
    counter, _screen = opened("credit", "till")
    counter.key("F6")
    till = opened_paper(counter, "till-20261122")
    assert "3,000.00" in words_of(till, qtbot)
    counter.window.open_record("statement", held.customer_id)
    counter.key("F6")
    statement = opened_paper(counter, f"statement-{held.customer_id}.20260101.20261122")
    assert str(held.number) in words_of(statement, qtbot)
