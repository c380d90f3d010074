"""At a terminal: long lists out, batches for the ERP, and the watched folder at night."""

from pathlib import Path

import pytest

from crm_desktop.application import Application
from crm_desktop.exchange.reading import read_lines
from crm_desktop.exchange.vcard import read_cards
from crm_desktop.services.transfer.watching import Rule, SaveWatch
from crm_desktop.store import Store
from crm_desktop.terminal import health, long_exports
from tests.services.desk import PEOPLE
from tests.services.goods_shop import GoodsShop, desk, shop
from tests.terminal.person import Terminal

__all__ = ["desk", "shop"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def counter(
    shop: GoodsShop, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """A terminal on the shop's database; everybody's password is believed."""

    def login(self: Application, username: str, _password: str) -> object:
        self.become(list(PEOPLE).index(username) + 1)
        return self.actor

    monkeypatch.setattr(Application, "login", login)
    monkeypatch.setenv("CRM_PASSWORD", "-")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return Terminal(Path(shop.store.url.removeprefix("sqlite:///")), capsys)


def cells(path: Path) -> list[list[str]]:
    return [line for _, line in read_lines(path)]


def test_long_lists_leave_page_by_page_with_a_line_of_the_audit(
    counter: Terminal, shop: GoodsShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        shop.new_customer(f"คุณลูกค้า {number}")
    shop.draft()
    monkeypatch.setattr(long_exports, "LARGEST_PAGE", 2)
    for kind, rows in (("customers", 5), ("contacts", 0), ("products", 3), ("quotations", 1)):
        path = tmp_path / f"{kind}.xlsx"
        assert counter.crm("export", kind, str(path), "--as", "officer") == 0
        assert len(cells(path)) == rows + 1
    assert counter.crm("export", "cards", str(tmp_path / "c.vcf"), "--as", "officer") == 0
    assert len(read_cards(tmp_path / "c.vcf")) == 5
    line = shop.store.t.audit_line
    assert len(list(line.select().where(line.c.command == "list.export").tuples())) == 5


def test_a_batch_goes_once_and_can_be_written_again(
    counter: Terminal, shop: GoodsShop, tmp_path: Path
) -> None:
    number = shop.confirmed("SO").number
    first, again = tmp_path / "first.csv", tmp_path / "again.csv"
    assert counter.crm("export", "erp-orders", str(first), "--as", "credit") == 0
    assert cells(first)[1][3] == number
    assert counter.crm("export", "erp-orders", str(tmp_path / "no.csv"), "--as", "credit") == 1
    assert "Nothing is new" in counter.err
    assert counter.crm("export", "erp-orders", str(again), "1", "--as", "credit") == 0
    assert again.read_bytes() == first.read_bytes()


def test_the_bills_of_the_erp_settle_orders(
    counter: Terminal, shop: GoodsShop, tmp_path: Path
) -> None:
    order = shop.confirmed("SO")
    shop.deliver(order.id, 1)
    path = tmp_path / "bills.csv"
    path.write_text(f"order,bill\n{order.number},IV-1\nSO99-0000-00000,IV-2\n", encoding="utf-8")
    asked = ("import", "bill-numbers", str(path), "--as", "credit")
    assert counter.crm(*asked) == 1
    assert shop.row(order.id)["state"] == "delivered"
    assert counter.crm(*asked, "--skip-wrong") == 0
    assert "Settled 1 orders" in counter.out
    assert shop.row(order.id)["state"] == "settled"


def test_housekeeping_takes_in_what_lies_in_the_folder(
    counter: Terminal, shop: GoodsShop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "erp"
    folder.mkdir()
    (folder / "goods.csv").write_text("code,name,unit,price\nN-1,ใหม่,ชิ้น,1\n", encoding="utf-8")
    shop.system.execute(SaveWatch(0, True, str(folder), (Rule("goods*", "products"),), 1))
    monkeypatch.setattr(Store, "now", lambda _store: shop.desk.now)
    monkeypatch.setattr(health, "sleep", lambda seconds: shop.desk.later(seconds=seconds))
    assert counter.crm("housekeeping") == 0
    assert "goods.csv was taken in." in counter.out
    assert (folder / "done" / "goods.csv").is_file()
