"""Long work beside the window: whole or not at all, and nothing of it stays behind on a PC."""

import os
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.sheets import Sheet
from crm_desktop.services.deposits.deposits import ReceiveDeposit
from crm_desktop.services.deposits.tax_invoices import preview_tax_invoices
from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.money import Opened, money, opened
from tests.ui.shop import sit
from ui import copies
from ui.copies import Copies
from ui.deposits.accounts import AccountsPage
from ui.files import save
from ui.orders.pictures import small

__all__ = ["desk", "money", "opened", "shop", "sit"]
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)

ROWS = tuple((number, "มัดจำ") for number in range(500))


def many(context: Any, threads: list[str]) -> Sheet:
    """A long list that tells who read it."""
    threads.append(threading.current_thread().name)
    return Sheet("x", ("number", "words"), ROWS)


many.permission = "person.self"  # type: ignore[attr-defined]


def accounts(screen: Any) -> AccountsPage:
    assert isinstance(screen.page, AccountsPage)
    return screen.page


def folder(tmp_path: Path) -> Path:
    """An empty one, beside the database."""
    made = tmp_path / "out"
    made.mkdir()
    return made


# ---------------------------------------------------------------- lists that leave


@SQLITE
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_long_list_is_read_and_written_while_the_window_answers(
    opened: Opened, tmp_path: Path, kind: str
) -> None:
    counter, _ = opened("credit", "accounts")
    threads: list[str] = []
    path = folder(tmp_path) / f"list.{kind}"
    save(counter.desk, path, many, threads)
    assert counter.desk.tasks.busy
    counter.rest()
    assert threads != [threading.main_thread().name]
    assert [*path.parent.iterdir()] == [path]
    assert str(path) in counter.said[-1]


@SQLITE
def test_an_export_that_is_given_up_leaves_the_file_of_yesterday(
    opened: Opened, tmp_path: Path
) -> None:
    counter, _ = opened("credit", "accounts")
    path = folder(tmp_path) / "list.csv"
    path.write_text("yesterday")
    said = len(counter.said)
    save(counter.desk, path, many, []).cancel()
    counter.rest()
    assert path.read_text() == "yesterday"
    assert [*path.parent.iterdir()] == [path]
    assert counter.said[said:] == []


@SQLITE
def test_a_file_that_cannot_be_written_is_named_as_the_person_named_it(
    opened: Opened, tmp_path: Path
) -> None:
    counter, _ = opened("credit", "accounts")
    save(counter.desk, tmp_path / "gone" / "list.xlsx", many, [])
    counter.rest()
    assert "list.xlsx" in counter.said[-1]


# ---------------------------------------------------------------- lists that come


@SQLITE
def test_an_import_that_is_given_up_stores_nothing_and_says_so(
    money: DepositShop, opened: Opened, tmp_path: Path
) -> None:
    held = money.held(money.order())
    counter, screen = opened("credit", "accounts")
    page = accounts(screen)
    path = tmp_path / "numbers.csv"
    path.write_text(f"deposit,invoice,date\n{held.number},TX-1,2026-11-22\n", encoding="utf-8")
    page.start_import(str(path))
    assert page.imports.errors.isHidden(), "nothing is told before the file is read"
    counter.rest()
    assert page.imports.take.isEnabled()
    with money.shop.store.write():
        page.imports.take.click()
        assert not page.imports.take.isEnabled(), "it is not taken in twice"
        page.imports.cancel.click()
    counter.rest()
    assert money.read(held.id).tax_invoice == ""
    assert "nothing was changed" in page.imports.bar.label.text()
    page.imports.take.click()
    counter.rest()
    assert money.read(held.id).tax_invoice == "TX-1"


@SQLITE
def test_the_reading_of_a_list_that_is_left_is_not_shown_for_another(
    money: DepositShop, opened: Opened, tmp_path: Path
) -> None:
    held = money.held(money.order())
    counter, screen = opened("credit", "accounts")
    page, read = accounts(screen), threading.Event()

    def slow(context: Any, path: str) -> Any:
        if path.endswith("slow.csv"):
            read.wait(5)
        return preview_tax_invoices(context, path)

    slow.permission = "deposit.account"  # type: ignore[attr-defined]
    page.imports.intake = replace(page.imports.intake, preview=slow)
    for name, invoice in (("slow.csv", "nonsense"), ("quick.csv", "TX-1")):
        lines = f"deposit,invoice,date\n{held.number},{invoice},2026-11-22\n"
        (tmp_path / name).write_text(lines, encoding="utf-8")
        page.start_import(str(tmp_path / name))
    read.set()
    counter.rest()
    assert ["File", "quick.csv"] in page.imports.facts.words()
    assert page.imports.take.isEnabled()


@SQLITE
def test_the_accounting_list_reads_a_page_and_not_the_month(
    money: DepositShop, opened: Opened
) -> None:
    order = money.order()
    for _ in range(3):
        money.held(order, 100)
    counter, screen = opened("credit", "accounts")
    page = accounts(screen)
    asked: list[int] = []
    read = counter.desk.read

    def counting(function: Any, *args: Any) -> Any:
        answer = read(function, *args)
        if function.__name__.startswith("accounting"):
            asked.append(len(getattr(answer, "rows", ())))
        return answer

    counter.desk.read = counting  # type: ignore[method-assign]
    money.held(order, 100)
    counter.hear()
    assert sorted(asked) == [0, 4], "the sums, and what is in view"
    assert "400.00 baht" in page.sums.text()


# ---------------------------------------------------------------- files of a paper


def test_a_photo_is_never_in_memory_whole(tmp_path: Path) -> None:
    whole = QImage(4000, 3000, QImage.Format.Format_RGB32)
    whole.fill(0x336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    whole.save(buffer, "JPG")  # type: ignore[call-overload]
    made = small(data.data(), 220)
    assert (made.width(), made.height()) == (220, 165)
    assert small(b"\x89PNG\r\n\x1a\nno picture", 220).isNull()
    assert small(b"", 220).isNull()


def test_copies_that_were_opened_go_when_the_program_goes() -> None:
    kept = Copies()
    first, second = kept.put("scan.png", b"1"), kept.put("../../scan.png", b"2")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert (first.name, second.name) == ("scan.png", "scan.png")
    assert first.parents[1].stat().st_mode & 0o077 == 0 or os.name == "nt"
    kept.remove()
    kept.remove()
    assert not first.parents[1].exists()


def test_a_copy_that_is_still_open_does_not_keep_the_program_from_leaving(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows refuses to take away a file that somebody has open; it goes another day."""
    kept = Copies()
    copy = kept.put("scan.png", b"1")

    def held(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "in use")

    for name in ("unlink", "rmdir"):
        monkeypatch.setattr(os, name, held)
    kept.remove()
    monkeypatch.undo()
    assert copy.exists()
    os.utime(copy.parents[1], (time.time() - 2 * copies.KEPT_SECONDS,) * 2)
    later = Copies()
    later.put("other.png", b"2")
    assert not copy.exists()
    later.remove()


@SQLITE
def test_given_up_work_is_refused_before_it_is_stored(money: DepositShop) -> None:
    another = money.shop.desk.cashier.another(money.shop.desk.cashier.actor)
    assert another.actor == money.shop.desk.cashier.actor
    another.given_up = lambda: True
    asked = money.ask(money.order())
    version, sum_ = money.read(asked.id).version, money.read(asked.id).expected
    with pytest.raises(Refused, match="given_up"):
        another.execute(ReceiveDeposit(asked.id, version, sum_, "cash", money.today))
    another.close()
    assert money.read(asked.id).state == "expected"
