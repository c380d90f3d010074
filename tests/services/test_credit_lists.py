"""Credit-finance's lists: taken in wrong, they let debts grow or stop those who pay."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.exchange.reading import read_lines
from crm_desktop.services.credit.credit import SetCredit
from crm_desktop.services.credit.credit_lists import ImportCredit
from crm_desktop.services.credit.debts import Bought, bill_page, debtor_page, last_bought
from crm_desktop.services.credit.receivables import ImportReceivables
from crm_desktop.services.customers.customer_lists import customer, timeline
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customer_values import Credit
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.transfer.importing import write_errors
from crm_desktop.services.transfer.looking import preview_file
from crm_desktop.store import audit
from tests.services.desk import Desk, desk

__all__ = ["desk"]

HEADING = "รหัสลูกค้า,วงเงิน,ยอดค้าง,เกินกำหนด,เครดิต,ระงับ,ณ วันที่"
BILLS = "เลขที่บิล,รหัสลูกค้า,เลขที่คำสั่งขาย,วันที่บิล,ครบกำหนด,ยอดบิล,ชำระแล้ว"


@pytest.fixture
def codes(desk: Desk) -> list[str]:
    """Three customers."""
    for name in ("ก่อสร้างไทย", "บ้านสวย", "ช่างเอก"):
        desk.officer.execute(SaveCustomer(None, 0, "person", name, phones=("081-234-5678",)))
    rows = desk.officer.read(customer_page, ListQuery("code")).rows
    return [row.code for row in rows]


def write(folder: Path, heading: str, *lines: str) -> str:
    path = folder / "list.csv"
    path.write_text("\n".join((heading, *lines)), encoding="utf-8-sig")
    return str(path)


def credit_of(desk: Desk, code: str) -> Credit | None:
    (row,) = desk.officer.read(customer_page, ListQuery(text=code)).rows
    return desk.officer.read(customer, row.id).credit


def errors(preview: Any) -> list[tuple[int, str]]:
    return [(error.line, error.code) for error in preview.errors]


def test_a_list_replaces_the_snapshots_it_names(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    first, second, third = codes
    path = write(
        tmp_path,
        HEADING,
        f'{first},"100,000","60,000.50",500,30,ปกติ,21/11/2569',
        f"{second.lower()},0,0,0,,ระงับ,2026-11-21 17:30",
    )
    assert desk.credit.read(preview_file, "credit", path).added == 2
    done = desk.credit.execute(ImportCredit(path))
    assert (done.added, done.updated, done.skipped) == (2, 0, 0)
    kept = credit_of(desk, first)
    assert kept is not None
    assert (kept.limit, kept.outstanding) == (Money.of(100_000), Money.of("60000.50"))
    assert (kept.overdue, kept.term_days, kept.source) == (Money.of(500), 30, "list.csv")
    assert kept.as_of.isoformat() == "2026-11-21T23:59:59+07:00"
    assert (other := credit_of(desk, second)) is not None
    assert (other.blocked, other.as_of.hour) == (True, 17)
    assert credit_of(desk, third) is None


def test_every_wrong_line_is_told_and_nothing_is_taken_in(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    first, second, third = codes
    path = write(
        tmp_path,
        HEADING,
        "C-999999,1,0,0,30,,",
        f"{first},1000,100,100.01,30,,",
        f"{first},1000,100,0,30,,",
        f"{second},-5,abc,0,400,อาจจะ,31/2/2569",
        f"{third},1000,0,0,30,,22/11/2570",
        ",1000,,0,30,,",
    )
    preview = desk.credit.read(preview_file, "credit", path)
    assert errors(preview) == [
        (2, "import_unknown_customer"),
        (3, "overdue_above_outstanding"),
        (4, "import_customer_twice"),
        (5, "bad_credit_amount"),
        (5, "bad_credit_amount"),
        (5, "bad_term"),
        (5, "import_bad_choice"),
        (5, "bad_date"),
        (6, "credit_of_tomorrow"),
        (7, "import_cell_needed"),
        (7, "import_cell_needed"),
    ]
    with pytest.raises(Refused) as caught:
        desk.credit.execute(ImportCredit(path))
    assert (caught.value.code, caught.value.values["count"]) == ("import_rows_wrong", 11)
    assert [credit_of(desk, code) for code in codes] == [None] * 3


@pytest.mark.parametrize("name", ["errors.csv", "errors.xlsx"])
def test_the_wrong_lines_can_be_saved_and_mended(
    desk: Desk, codes: list[str], tmp_path: Path, name: str
) -> None:
    path = write(tmp_path, HEADING, "C-999999,1,0,0,,,", f"{codes[0]},1,0,0,,,")
    preview = desk.credit.read(preview_file, "credit", path)
    write_errors(tmp_path / name, preview.errors, "en")
    assert [cells for _, cells in read_lines(tmp_path / name)] == [
        ["Line", "Column", "Error"],
        ["2", "รหัสลูกค้า", "There is no customer C-999999."],
    ]
    done = desk.credit.execute(ImportCredit(path, skip_bad_rows=True))
    assert (done.added, done.skipped) == (1, 1)


def test_an_older_list_never_replaces_what_stands(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    number = desk.officer.read(customer_page, ListQuery("code")).rows[0].id
    stated = SetCredit(number, True, Money.of(5), Money.ZERO, Money.ZERO, 45, "โทรศัพท์")
    desk.credit.execute(stated)
    line = f"{codes[0]},1000,0,0,,,"
    path = write(tmp_path, HEADING, f"{line}21/11/2569")
    assert errors(desk.credit.read(preview_file, "credit", path)) == [(2, "credit_older")]
    desk.later(hours=1)
    desk.credit.execute(ImportCredit(write(tmp_path, HEADING, line)))
    kept = credit_of(desk, codes[0])
    assert kept is not None
    assert (kept.limit, kept.term_days, kept.blocked) == (Money.of(1000), 45, True)
    assert kept.as_of == desk.now


def test_the_desk_hears_who_was_blocked_and_the_chain_holds(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    rows = desk.officer.read(customer_page, ListQuery("code")).rows
    for word in ("ใช่", "ไม่"):
        desk.later(minutes=1)
        text = write(tmp_path, HEADING, f"{codes[0]},1,0,0,,{word},", f"{codes[1]},1,0,0,,,")
        desk.credit.execute(ImportCredit(text))
    told = [line.event for line in desk.officer.read(timeline, rows[0].id).rows]
    assert told[:2] == ["credit_unblocked", "credit_blocked"]
    assert "credit_blocked" not in [
        line.event for line in desk.officer.read(timeline, rows[1].id).rows
    ]
    assert list(audit.verify(desk.store)) == []


def test_only_credit_finance_takes_its_lists_in(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    path = write(tmp_path, HEADING, f"{codes[0]},1,0,0,,,")
    for program in (desk.officer, desk.director, desk.administrator):
        with pytest.raises(NotAllowed):
            program.execute(ImportCredit(path))
        with pytest.raises(NotAllowed):
            program.execute(ImportReceivables(path))


# ------------------------------------------------------------ bills


def test_bills_show_who_owes_what_since_when(desk: Desk, codes: list[str], tmp_path: Path) -> None:
    first, second, _ = codes
    limits = write(tmp_path, HEADING, f"{first},100000,0,0,30,,")
    desk.credit.execute(ImportCredit(limits))
    path = write(
        tmp_path,
        BILLS,
        f"IV-1,{first},,1/10/2569,,1000,250",
        f"IV-2,{first},,20/11/2569,,500,",
        f"IV-3,{second},,1/8/2569,1/8/2569,2000,",
        f"IV-4,{second},,1/8/2569,1/8/2569,70,70",
    )
    done = desk.credit.execute(ImportReceivables(path))
    assert (done.added, done.updated) == (4, 0)
    bills = desk.officer.read(bill_page, ListQuery()).rows
    assert [(row.bill_number, row.due, row.days_overdue) for row in bills] == [
        ("IV-3", Money.of(2000), 113),
        ("IV-1", Money.of(750), 22),
        ("IV-2", Money.of(500), 0),
    ]
    rows = desk.officer.read(debtor_page, ListQuery()).rows
    assert [(row.code, row.due, row.overdue) for row in rows] == [
        (second, Money.of(2000), Money.of(2000)),
        (first, Money.of(1250), Money.of(750)),
    ]
    assert rows[0].ages == (Money.ZERO, Money.ZERO, Money.ZERO, Money.of(2000))
    assert rows[1].ages == (Money.of(750), Money.ZERO, Money.ZERO, Money.ZERO)
    assert (rows[1].term_days, rows[1].bills, rows[1].days_overdue) == (30, 2, 22)


def test_the_card_says_when_somebody_bought_last_however_they_paid(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    first, second, _ = codes
    path = write(tmp_path, BILLS, f"IV-1,{first},,2026-10-01,2026-10-31,900,0")
    desk.credit.execute(ImportReceivables(path))
    ids = {row.code: row.id for row in desk.officer.read(customer_page, ListQuery("code")).rows}
    found = desk.officer.read(last_bought, ids[first])
    assert found == Bought(date(2026, 10, 1), "IV-1", Money.of(900))
    bill = {"amount_satang": 12_300, "paid_by": "cash", "as_of": "2026-11-20", "source": "POS"}
    with desk.store.write():
        desk.store.t.sale_bill.insert(
            bill_number="CS-9", customer_id=ids[first], billed_on="2026-11-20", **bill
        ).execute()
    found = desk.officer.read(last_bought, ids[first])
    assert found == Bought(date(2026, 11, 20), "CS-9", Money.of(123))
    assert desk.officer.read(last_bought, ids[second]) is None


def test_the_list_of_debtors_is_read_a_page_at_a_time(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    days = ("1/8/2569", "1/9/2569", "1/8/2569")
    lines = [f"B{i},{code},,{days[i]},{days[i]},{100 + i}," for i, code in enumerate(codes)]
    desk.credit.execute(ImportReceivables(write(tmp_path, BILLS, *lines)))
    lists: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (debtor_page, ("overdue", "due", "oldest")),
        (bill_page, ("id", "due_on", "billed_on", "amount")),
    )
    for query, keys in lists:
        for sort in (None, *keys):
            for down in (False, True):
                whole = desk.officer.read(query, ListQuery(sort, down)).rows
                seen: list[Any] = []
                after = None
                for _ in codes:
                    page = desk.officer.read(query, ListQuery(sort, down, after=after, limit=1))
                    seen, after = [*seen, *page.rows], page.next
                assert (tuple(seen), after) == (whole, None)
    with pytest.raises(Refused, match="bad_choice"):
        desk.officer.read(debtor_page, ListQuery("name"))


def test_debtors_and_bills_are_found_and_filtered(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    first, second, _ = codes
    lines = (f"IV-1,{first},,1/11/2569,,10,", f"IV-2,{second},,1/11/2569,1/12/2569,10,")
    desk.credit.execute(ImportReceivables(write(tmp_path, BILLS, *lines)))

    def bills(text: str = "", **filters: Any) -> list[str]:
        page = desk.officer.read(bill_page, ListQuery(text=text, filters=filters))
        return [row.bill_number for row in page.rows]

    assert bills("iv-2") == bills("บ้านสวย") == ["IV-2"]
    assert bills(overdue=True) == bills(customer_id=1) == ["IV-1"]
    late = desk.officer.read(debtor_page, ListQuery(filters={"overdue": True})).rows
    assert [row.code for row in late] == [first]
    assert desk.officer.read(debtor_page, ListQuery(text="zzz")).rows == ()
    assert desk.officer.read(debtor_page, ListQuery(filters={"mine": True})).rows == ()


def test_a_wrong_bill_is_named_by_line(desk: Desk, codes: list[str], tmp_path: Path) -> None:
    first, second, _ = codes
    desk.credit.execute(ImportReceivables(write(tmp_path, BILLS, f"IV-1,{first},,1/11/2569,,10,")))
    desk.later(minutes=1)
    path = write(
        tmp_path,
        BILLS,
        f"IV-1,{second},,1/11/2569,,10,",
        f"IV-2,{first},,1/11/2569,31/10/2569,10,",
        f"IV-3,{first},,1/11/2569,,10,10.01",
        f"IV-4,{first},SO01-6911-00001,1/11/2569,,10,",
        f"IV-5,{first},,23/11/2569,,10,",
        "IV-5,C-9,,1/11/2569,,10,",
    )
    assert errors(desk.credit.read(preview_file, "receivables", path)) == [
        (2, "import_bill_of_other"),
        (3, "import_due_before_bill"),
        (4, "import_paid_above_bill"),
        (5, "import_unknown_order"),
        (6, "date_in_future"),
        (7, "import_bill_twice"),
        (7, "import_unknown_customer"),
    ]
    with pytest.raises(Refused, match="import_rows_wrong"):
        desk.credit.execute(ImportReceivables(path))
    assert len(desk.officer.read(bill_page, ListQuery()).rows) == 1


def test_what_a_complete_list_leaves_out_is_paid(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    lines = [f"IV-{number},{codes[0]},,1/11/2569,,10," for number in (1, 2)]
    desk.credit.execute(ImportReceivables(write(tmp_path, BILLS, *lines)))
    before = desk.now - timedelta(days=1)
    for as_of, closed in ((before, 0), (None, 1)):
        desk.later(minutes=1)
        path = write(tmp_path, BILLS, f"IV-9,{codes[1]},,1/11/2569,,10,", lines[1])
        asked = ImportReceivables(path, complete=True, skip_bad_rows=True, as_of=as_of)
        assert desk.credit.execute(asked).closed == closed
    assert {row.bill_number for row in desk.officer.read(bill_page, ListQuery()).rows} == {
        "IV-2",
        "IV-9",
    }
    paid = desk.officer.read(bill_page, ListQuery(filters={"paid": True})).rows
    assert len(paid) == 3


def test_an_older_list_of_bills_changes_nothing(
    desk: Desk, codes: list[str], tmp_path: Path
) -> None:
    path = write(tmp_path, BILLS, f"IV-1,{codes[0]},,1/11/2569,,10,4")
    desk.credit.execute(ImportReceivables(path))
    earlier = desk.now - timedelta(hours=1)
    preview = desk.credit.read(preview_file, "receivables", path, as_of=earlier)
    assert errors(preview) == [(2, "credit_older")]
