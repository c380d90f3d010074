"""Papers and lists of orders and deposits at a terminal: printed, shown, exported, taken in."""

from decimal import Decimal
from pathlib import Path

import pytest

from crm_desktop.application import Application
from crm_desktop.exchange.placing import Placed, place
from crm_desktop.exchange.reading import read_lines
from crm_desktop.terminal import papers as printed
from tests.services.deposit_shop import DepositShop
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


@pytest.fixture
def papers(shop: GoodsShop) -> dict[str, str]:
    """One paper of every kind by the word `crm show` knows it by, and ids of slips."""
    till = DepositShop(shop)
    order_id = shop.confirmed("SO", shop.line("CEM", 10), deposit_percent=Decimal(30)).id
    held = shop.pay(order_id)
    delivered = shop.deliver(order_id, 4)
    claimed = till.refund(till.read(held), 100)
    till.answer(claimed)
    back = shop.back_order(10)
    ids = {
        "quotation": shop.issued().id,
        "sales-order": order_id,
        "back-order": back,
        "special-order": shop.special(),
        "purchase-request": shop.purchase(back),
        "deposit": held,
    }
    numbers = {word: str(shop.row(each)["number"]) for word, each in ids.items()}
    slips = {"delivery": str(delivered.delivery_id), "voucher": str(claimed.claim_id)}
    return numbers | slips


WORDS = ("quotation", "sales-order", "back-order", "special-order", "purchase-request", "deposit")


def test_every_kind_of_paper_is_shown(counter: Terminal, papers: dict[str, str]) -> None:
    for word in WORDS:
        assert counter.json("show", word, papers[word], user="officer")["number"] == papers[word]
        assert counter.crm("show", word, papers[word], user="officer") == 0
    told = counter.refusal("show", "back-order", papers["sales-order"], user="officer")
    assert told["refused"] == "terminal_not_there"


def test_every_kind_of_paper_is_found_with_its_state(
    counter: Terminal, papers: dict[str, str]
) -> None:
    for word in WORDS:
        assert counter.crm("search", papers[word], user="officer") == 0
        assert papers[word] in counter.out
        assert "_state_" not in counter.out


def test_every_paper_is_printed_and_its_exit_counted(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    numbers = [papers[word] for word in WORDS]
    slips = [f"--{word}={papers[word]}" for word in ("delivery", "voucher")]
    lists = ["--till=22/11/2569", "--statement=C-000001"]
    words = (*numbers, *slips, *lists, "--sheets=original", "--sheets=copy", "-o", str(tmp_path))
    told = counter.json("print", *words, user="supervisor")
    found = [Path(path) for path in told["papers"]]
    assert all(path.read_bytes().startswith(b"%PDF") for path in found)
    assert [path.name for path in found][6:] == [
        f"delivery-{papers['sales-order']}-1.pdf",
        f"voucher-{papers['deposit']}-1.pdf",
        "till-2026-11-22.pdf",
        "statement-C-000001.pdf",
    ]
    left = counter.sql("SELECT exit, slip FROM document_print ORDER BY id")
    assert left == [("terminal", slip) for slip in (*[""] * len(numbers), "DL/1", "RV/1")]


def test_slips_are_printed_by_the_numbers_they_bear(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    order, deposit = papers["sales-order"], papers["deposit"]
    for given in (order, f"{order}/1"):
        asked = ("print", "--delivery", given, "--voucher", deposit, "-o", str(tmp_path))
        paths = counter.json(*asked, user="supervisor")["papers"]
        names = [f"delivery-{order}-1.pdf", f"voucher-{deposit}-1.pdf"]
        assert [Path(path).name for path in paths] == names
    for wrong in (f"{order}/2", f"{order}/x", papers["back-order"]):
        asked = ("print", "--delivery", wrong, "-o", str(tmp_path))
        assert counter.refusal(*asked, user="supervisor")["refused"] == "slip_unknown"
    asked = ("print", "--delivery", "9" * 20, "-o", str(tmp_path))
    assert counter.refusal(*asked, user="supervisor")["refused"] == "document_unknown"


def test_a_paper_that_is_not_issued_prints_as_a_draft_and_is_not_counted(
    counter: Terminal, shop: GoodsShop, tmp_path: Path
) -> None:
    reference = shop.row(shop.saved("SO").id)["draft_reference"]
    assert counter.crm("print", reference, "-o", str(tmp_path / "x.pdf"), user="officer") == 0
    assert counter.sql("SELECT count(*) FROM document_print") == [(0,)]
    assert counter.crm("print", user="officer") == 2
    nobody = ("print", "--statement", "C-999999", "-o", str(tmp_path))
    assert counter.refusal(*nobody, user="officer")["refused"] == "terminal_not_there"


def test_a_print_that_is_refused_at_the_end_leaves_no_file_and_no_hole(
    counter: Terminal,
    papers: dict[str, str],
    shop: GoodsShop,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    first, second = papers["sales-order"], papers["back-order"]
    (tmp_path / f"{second}.pdf").write_bytes(b"the print of yesterday")

    def meanwhile(data: bytes, target: Path) -> Placed:
        counter.sql(f"UPDATE document SET state = 'cancelled' WHERE number = '{second}'")
        return place(data, target)

    monkeypatch.setattr(printed, "place", meanwhile)
    asked = ("print", first, second, "-o", str(tmp_path))
    assert counter.refusal(*asked, user="officer")["refused"] == "paper_changed_on_its_way"
    assert (tmp_path / f"{second}.pdf").read_bytes() == b"the print of yesterday"
    assert counter.sql("SELECT exit FROM document_print") == [("terminal",)]
    assert (tmp_path / f"{first}.pdf").exists()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_lists_go_out(counter: Terminal, papers: dict[str, str], tmp_path: Path, form: str) -> None:
    for kind, user, rows in (
        ("orders", "officer", 4),
        ("deposits", "credit", 2),
        ("till", "cashier", 1),
        ("due", "officer", 0),
        ("debtors", "officer", 0),
    ):
        file = tmp_path / f"{kind}.{form}"
        assert counter.json("export", kind, str(file), user=user)["rows"] == rows
        assert len(list(read_lines(file))) == rows + 1
    file = tmp_path / f"pr.{form}"
    assert counter.crm("export", "purchase-request", str(file), user="sales") == 2
    number = papers["purchase-request"]
    assert counter.json("export", "purchase-request", str(file), number, user="sales")["rows"] == 1
    assert counter.sql("SELECT exit, copy FROM document_print") == [("export", 0)]
    other = ("export", "purchase-request", str(file), papers["back-order"])
    assert counter.refusal(*other, user="sales")["refused"] == "terminal_not_there"


def test_an_unissued_request_does_not_go_out(
    counter: Terminal, shop: GoodsShop, tmp_path: Path
) -> None:
    draft = shop.row(shop.ask(shop.back_order()).id)["draft_reference"]
    file = tmp_path / "pr.csv"
    told = counter.refusal("export", "purchase-request", str(file), draft, user="sales")
    assert told["refused"] == "paper_not_issued"
    assert not file.exists()
    assert counter.refusal("export", "orders", str(tmp_path / "x.pdf"), user="sales")


def test_the_lists_of_credit_finance_are_tried_and_taken_in(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    credit, wrong = tmp_path / "credit.csv", tmp_path / "wrong.csv"
    credit.write_text(
        "code,limit,outstanding,overdue\nC-000001,1000,0,0\nC-9,1,0,0\n", encoding="utf-8"
    )
    words = ("import", "credit", str(credit))
    assert counter.crm(*words, "--errors", str(wrong), user="credit") == 1
    assert "C-9" in wrong.read_text(encoding="utf-8-sig")
    assert counter.crm(*words, "--skip-wrong", "--dry-run", user="credit") == 0
    assert counter.sql("SELECT count(*) FROM customer_credit") == [(0,)]
    told = counter.json(*words, "--skip-wrong", "--source", "ERP", user="credit")
    assert (told["added"], told["skipped"]) == (1, 1)
    assert counter.sql("SELECT source FROM customer_credit") == [("ERP",)]
    assert counter.crm(*words, "--complete", user="credit") == 2


WRONG = {
    "code,limit,outstanding,overdue\nC-000001,-1,0,0\n": "row 2 (limit)",
    "code,limit,outstanding,overdue\nC-000001,1,0,5\n": "row 2 (overdue)",
    "code,limit,outstanding,overdue\nC-000001,1,0,0\nC-000001,2,0,0\n": "row 3 (code)",
    "code,limit,outstanding,overdue,as_of\nC-000001,1,0,0,31/2/2569\n": "row 2 (as_of)",
    "รหัสลูกค้า,วงเงิน,ยอดค้าง,เกินกำหนด\nC-000001,1,0,5\n": "row 2 (เกินกำหนด)",
    "code,limit,outstanding\nC-000001,1,0\n": "“overdue / เกินกำหนด”",
    "code,limit,outstanding,overdue\n": "no rows",
    "": "is empty",
}


def test_a_wrong_credit_list_is_told_in_a_sentence_and_changes_nothing(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "credit.csv"
    for text, told in WRONG.items():
        for encoding in ("utf-8", "cp874"):
            file.write_text(text, encoding=encoding)
            assert counter.crm("import", "credit", str(file), user="credit") == 1
            assert told in counter.out + counter.err
    sound = "code,limit,outstanding,overdue\nC-000001,1,0,0\n"
    file.write_text(sound, encoding="utf-8")
    ahead = ("import", "credit", str(file), "--as-of", "1/1/2599")
    assert counter.crm(*ahead, user="credit") == 1
    assert "still to come" in counter.out
    assert counter.sql("SELECT count(*) FROM customer_credit") == [(0,)]


def test_a_list_of_bills_that_lost_its_lines_pays_nobodys_debts(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    bills = tmp_path / "bills.csv"
    heading = "bill,code,billed,amount\n"
    bills.write_text(f"{heading}IV1,C-000001,22/11/69,600\n", encoding="utf-8")
    words = ("import", "receivables", str(bills), "--complete")
    assert counter.crm(*words, user="credit") == 0
    bills.write_text(heading, encoding="utf-8")
    assert counter.refusal(*words, user="credit")["refused"] == "import_no_rows"
    assert counter.sql("SELECT paid_satang FROM receivable") == [(0,)]


def test_bills_and_tax_invoices_are_taken_in(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    bills, invoices = tmp_path / "bills.csv", tmp_path / "invoices.csv"
    bills.write_text(
        f"bill,code,order,billed,amount\nIV1,C-000001,{papers['sales-order']},22/11/69,600\n",
        encoding="utf-8",
    )
    asked = ("import", "receivables", str(bills), "--complete", "--as-of", "22/11/2569 23:00")
    assert counter.refusal(*asked, user="credit")["refused"] == "terminal_import_refused"
    told = counter.json("import", "receivables", str(bills), "--complete", user="credit")
    assert (told["added"], told["settled"]) == (1, 0)
    invoices.write_text(
        f"deposit,invoice,date\n{papers['deposit']},TX-1,22/11/2569\n", encoding="utf-8"
    )
    assert counter.json("import", "tax-invoices", str(invoices), user="credit")["added"] == 1
    assert counter.sql("SELECT tax_invoice FROM deposit") == [("TX-1",)]


def test_verify_looks_at_goods_and_money_too(counter: Terminal, papers: dict[str, str]) -> None:
    assert counter.json("verify", user="administrator")["faults"] == []
    counter.sql("UPDATE goods_stage SET quantity_milli = quantity_milli + 1")
    assert counter.crm("verify", user="administrator") == 1
    assert "quantities" in counter.out


def test_the_history_of_a_paper_is_printed_and_that_is_on_record(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    number = papers["back-order"]
    told = counter.json("print", "--trail", number, "-o", str(tmp_path), user="officer")
    assert [Path(path).name for path in told["papers"]] == [f"trail-{number}.pdf"]
    assert counter.sql("SELECT exit, slip FROM document_print") == [("terminal", "AS")]
    asked = ("print", "--trail", number, "-o", str(tmp_path))
    assert counter.refusal(*asked, user="cashier")["refused"] == "not_allowed"


def test_nothing_is_written_of_a_paper_that_was_changed_behind_the_program(
    counter: Terminal, papers: dict[str, str], tmp_path: Path
) -> None:
    number, other = papers["sales-order"], papers["back-order"]
    counter.sql(f"UPDATE document SET remarks = 'x' WHERE number = '{number}'")
    asked = ("print", other, number, "-o", str(tmp_path / "out"))
    assert counter.refusal(*asked, user="officer")["refused"] == "paper_not_as_approved"
    assert not (tmp_path / "out").exists()
    assert counter.sql("SELECT count(*) FROM document_print") == [(0,)]
