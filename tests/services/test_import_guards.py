"""What a list that is wrong, late or at odds with another desk must never do to what is known."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.finder import LookForDoubles
from crm_desktop.services.transfer import engine, kept
from crm_desktop.services.transfer.importing import UndoImport, write_wrong_rows
from crm_desktop.services.transfer.intake import Choice
from crm_desktop.services.transfer.looking import preview_file
from crm_desktop.store import Store
from tests.services.desk import Desk, desk
from tests.services.test_imports import COMPANY, CUSTOMERS, known, names, take, write

__all__ = ["desk"]
ON_SERVER = pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)


def test_a_tax_number_of_another_company_is_an_error_of_its_line(
    desk: Desk, tmp_path: Path
) -> None:
    other = COMPANY.replace("E1,บริษัท ก่อสร้างไทย", "E2,บริษัท อื่น").replace("0105536112014", "")
    take(desk, "customers", write(tmp_path, CUSTOMERS, COMPANY, other.replace("8123", "8124")))
    path = write(tmp_path, "รหัส,เลขผู้เสียภาษี,โซน", "E2,0105536112014,เหนือ", "E1,,ใต้")
    look = desk.manager.read(preview_file, "customers", path)
    assert [(e.line, e.code, e.values["code"]) for e in look.errors] == [
        (2, "company_exists", "E1")
    ]
    done = take(desk, "customers", path, skip_bad_rows=True)
    assert (done.changed, done.wrong) == (1, 1)


def test_one_company_does_not_come_in_twice_by_two_lines(desk: Desk, tmp_path: Path) -> None:
    other = COMPANY.replace("E1,", "E2,").replace("0105536112014", "")
    take(desk, "customers", write(tmp_path, CUSTOMERS, other))
    number = "0105536112014"
    lines = (f"E2,,{number},,,", COMPANY.replace("E1,", "E3,").replace("8123", "8124"))
    look = desk.manager.read(
        preview_file, "customers", write(tmp_path, CUSTOMERS, *lines), doubles="new"
    )
    assert [(e.line, e.code) for e in look.errors] == [(3, "import_customer_twice")]


def test_a_line_taken_for_nobody_or_for_a_merged_record_never_writes_there(
    desk: Desk, tmp_path: Path
) -> None:
    gone, living = known(desk), known(desk, "คุณรอง", "0899999999")
    path = write(tmp_path, "ชื่อ,โทร,โซน", "ช่างเอก,0812345678,เหนือ")
    nobody = take(desk, "customers", path, choices=(Choice(2, "known", 999),), skip_bad_rows=True)
    assert nobody.wrong == 1
    merged = f"UPDATE customer SET merged_into_id = {living} WHERE id = {gone}"
    desk.store.database.execute_sql(merged)
    take(desk, "customers", path, choices=(Choice(2, "known", gone),))
    zones = desk.store.database.execute_sql("SELECT zone FROM customer ORDER BY id").fetchall()
    assert zones == [("",), ("เหนือ",)]


def test_a_line_that_looks_like_one_of_the_same_file_does_not_undo_it(
    desk: Desk, tmp_path: Path
) -> None:
    owner = known(desk)
    path = write(tmp_path, "รหัส,ชื่อ,โทร,โซน", ",ช่างเอก,0891112222,", "C-000001,,0812345679,เหนือ")
    done = take(desk, "customers", path, doubles="known")
    assert (done.changed, done.left_out) == (1, 1)
    whole = desk.officer.read(customer, owner)
    assert ([p.digits for p in whole.phones], whole.zone) == (["0812345678", "0812345679"], "เหนือ")


def lying(desk: Desk) -> list[Any]:
    sql = (
        "SELECT p.code, b.code, s.quantity_milli FROM product_stock s"
        " JOIN product p ON p.id = s.product_id JOIN branch b ON b.id = s.branch_id ORDER BY 1, 2"
    )
    return [tuple(row) for row in desk.store.database.execute_sql(sql).fetchall()]


def test_stock_of_one_branch_never_lands_in_another(desk: Desk, tmp_path: Path) -> None:
    goods = write(tmp_path, "รหัส,ชื่อ,หน่วย,สาขา,คงเหลือ", "A,ปูน,ถุง,02,40", "B,ทราย,คิว,1,5")
    take(desk, "products", goods)
    assert lying(desk) == [("A", "02", 40_000), ("B", "01", 5_000)]
    lines = ("A,01,7", "A,02,41", "B,99,1", "B,,2", "A,2,9")
    path = write(tmp_path, "รหัสสินค้า,สาขา,คงเหลือ", *lines)
    look = desk.manager.read(preview_file, "stock", path)
    assert [(e.line, e.code) for e in look.errors] == [
        (4, "import_unknown_branch"),
        (5, "import_cell_needed"),
        (6, "import_code_twice"),
    ]
    take(desk, "stock", path, skip_bad_rows=True)
    assert lying(desk) == [("A", "01", 7_000), ("A", "02", 41_000), ("B", "01", 5_000)]
    desk.manager.execute(UndoImport("stock"))
    assert lying(desk) == [("A", "02", 40_000), ("B", "01", 5_000)]


def test_a_blank_price_or_unit_leaves_what_is_known(desk: Desk, tmp_path: Path) -> None:
    heading = "รหัส,ชื่อ,หน่วย,ราคาปลีก,ราคาปลีก@10,ราคาส่ง,หน่วย2,ตัวคูณ2,หน่วย3,ตัวคูณ3"
    take(desk, "products", write(tmp_path, heading, "A,ปูน,ถุง,100,95,90,มัด,10,พาเลท,100"))
    take(desk, "prices", write(tmp_path, "รหัส,ราคาปลีก,ราคาปลีก@10,ราคาส่ง", "A,110,,"))
    take(desk, "products", write(tmp_path, heading, "A,ปูน,ถุง,,,,,,,"))
    take(desk, "products", write(tmp_path, heading, "A,ปูน,ถุง,,,,มัด,12,,"))
    prices = "SELECT level, from_quantity_milli, price_satang FROM product_price ORDER BY 1, 2"
    assert [tuple(row) for row in desk.store.database.execute_sql(prices).fetchall()] == [
        ("retail", 0, 11_000),
        ("retail", 10_000, 9_500),
        ("wholesale", 0, 9_000),
    ]
    units = desk.store.database.execute_sql(
        "SELECT unit, factor_milli FROM product_unit ORDER BY 2"
    )
    assert [tuple(row) for row in units.fetchall()] == [("มัด", 12_000), ("พาเลท", 100_000)]


def test_pairs_that_the_program_found_do_not_stand_in_the_way_of_undo(
    desk: Desk, tmp_path: Path
) -> None:
    known(desk)
    path = write(tmp_path, "รหัส,ชื่อ,โทร", "N1,ช่างเอก,0812345678")
    take(desk, "customers", path, doubles="new")
    desk.officer.execute(LookForDoubles())
    pairs = "SELECT count(*) FROM customer_pair"
    assert desk.store.database.execute_sql(pairs).fetchone()[0] == 1
    assert desk.manager.execute(UndoImport("customers")) > 0
    assert names(desk) == ["ช่างเอก"]
    assert desk.store.database.execute_sql(pairs).fetchone()[0] == 0


def elsewhere(desk: Desk, sql: str) -> list[Any]:
    """What another connection gets at this moment."""
    other = Store.open(desk.store.url)
    try:
        with other.database.atomic():
            return [tuple(row) for row in other.database.execute_sql(sql).fetchall()]
    finally:
        other.close()


@ON_SERVER
@pytest.mark.parametrize(
    ("kind", "heading", "line"),
    [
        ("customers", "รหัส,โซน", "C-000001,เหนือ"),
        ("customers", "ชื่อ,โทร,โซน", "ช่างเอก,0812345678,เหนือ"),
        ("contacts", "รหัส,ผู้ติดต่อ", "C-000001,คุณแดง"),
        ("products", "code,name,unit", "A,ทราย,ถุง"),
    ],
)
def test_what_another_desk_saves_meanwhile_is_not_written_over(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, heading: str, line: str
) -> None:
    known(desk)
    take(desk, "products", write(tmp_path, "code,name,unit", "A,ปูน,ถุง"))
    table, store = "product" if kind == "products" else "customer", engine._store
    free = []

    def meanwhile(*asked: Any) -> None:
        sql = f"SELECT id FROM {table} FOR NO KEY UPDATE SKIP LOCKED"
        free.append(elsewhere(desk, sql))
        store(*asked)

    monkeypatch.setattr(engine, "_store", meanwhile)
    done = take(desk, kind, write(tmp_path, heading, line), doubles="known")
    assert (done.added + done.changed, free[0]) == (1, [])


@ON_SERVER
def test_an_undo_and_an_import_of_another_desk_wait_for_each_other(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(desk, "products", write(tmp_path, "code,name,unit", "A,ปูน,ถุง"))
    put_back, turns = kept.put_back, []

    def meanwhile(*asked: Any) -> int:
        turns.extend(elsewhere(desk, f"SELECT pg_try_advisory_xact_lock({engine.IMPORT_LOCK})"))
        return put_back(*asked)

    monkeypatch.setattr(kept, "put_back", meanwhile)
    desk.manager.execute(UndoImport("products"))
    assert turns == [(False,)]


def test_goods_that_got_a_price_since_are_named_when_their_list_is_taken_back(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, "products", write(tmp_path, "code,name,unit", "A,ปูน,ถุง"))
    take(desk, "prices", write(tmp_path, "code,price", "A,10"))
    with pytest.raises(WrongState) as caught:
        desk.manager.execute(UndoImport("products"))
    assert (caught.value.code, caught.value.values["names"]) == ("import_used", "A ปูน")
    desk.manager.execute(UndoImport("prices"))
    assert desk.manager.execute(UndoImport("products")) == 1


def test_what_is_paid_of_a_bill_survives_lists_and_corrections_in_any_order(
    desk: Desk, tmp_path: Path
) -> None:
    code = desk.officer.read(customer, known(desk)).code
    heads = {
        "receivables": "บิล,รหัสลูกค้า,วันที่บิล,ยอดบิล,ชำระแล้ว,ณ วันที่",
        "payments": "เลขที่ใบเสร็จ,เลขที่บิล,วันที่ชำระ,จำนวนเงิน",
    }
    for kind, line, paid in (
        ("receivables", f"IV1,{code},1/11/2569,1000,0,18/11/2569", 0),
        ("payments", "RC1,IV1,21/11/2569,400", 40_000),
        ("receivables", f"IV1,{code},1/11/2569,1000,100,20/11/2569", 50_000),
        ("payments", "RC1,IV1,21/11/2569,400", 50_000),
        ("payments", "RC1,IV1,21/11/2569,300", 40_000),
        ("receivables", f"IV1,{code},1/11/2569,1000,400,21/11/2569", 40_000),
        ("payments", "RC1,IV1,20/11/2569,350", 40_000),
    ):
        desk.later(minutes=1)
        take(desk, kind, write(tmp_path, heads[kind], line))
        rows = desk.store.database.execute_sql("SELECT paid_satang FROM receivable")
        assert rows.fetchall() == [(paid,)], line


@pytest.mark.parametrize("line", ["1.23457E+13,C-000001,1/11/2569,5", "B,C-000001,1/11/2569,5,000"])
def test_a_bill_that_cannot_be_read_is_not_closed_as_paid(
    desk: Desk, tmp_path: Path, line: str
) -> None:
    known(desk)
    heading = "บิล,รหัสลูกค้า,วันที่บิล,ยอดบิล"
    take(desk, "receivables", write(tmp_path, heading, "IV1,C-000001,1/11/2569,1000"))
    desk.later(minutes=1)
    path = write(tmp_path, heading, line)
    with pytest.raises(Refused, match="import_complete_unread"):
        take(desk, "receivables", path, complete=True, skip_bad_rows=True)
    paid = desk.store.database.execute_sql("SELECT paid_satang FROM receivable").fetchall()
    assert paid == [(0,)]


def test_bills_that_payments_name_are_not_taken_away_from_under_them(
    desk: Desk, tmp_path: Path
) -> None:
    known(desk)
    bills = ("บิล,รหัสลูกค้า,วันที่บิล,ยอดบิล", "IV1,C-000001,1/11/2569,1000")
    take(desk, "receivables", write(tmp_path, *bills))
    paid = ("เลขที่ใบเสร็จ,เลขที่บิล,วันที่ชำระ,จำนวนเงิน", "RC1,IV1,15/11/2569,400")
    take(desk, "payments", write(tmp_path, *paid))
    with pytest.raises(WrongState, match="import_used_payments"):
        desk.credit.execute(UndoImport("receivables"))
    desk.credit.execute(UndoImport("payments"))
    assert desk.credit.execute(UndoImport("receivables")) == 1


def test_a_price_with_an_unquoted_comma_is_never_a_price_of_one(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "รหัส,ชื่อ,หน่วย,ราคา", "A,ปูน,ถุง,1,250", "B,ทราย,คิว,90")
    look = desk.manager.read(preview_file, "products", path)
    assert [(e.line, e.code, e.values) for e in look.errors] == [
        (2, "import_too_many_cells", {"text": "250"})
    ]
    wrong = tmp_path / "wrong.csv"
    write_wrong_rows(Path(path), wrong, look.errors, "th")
    assert desk.manager.read(preview_file, "products", str(wrong)).wrong == 1


def test_a_remark_beside_the_list_in_a_workbook_keeps_no_line_out(
    desk: Desk, tmp_path: Path
) -> None:
    book = Workbook()
    page: Any = book.active
    for row in (["code", "name", "unit"], ["A", "ปูน", "ถุง", "", "สั่งเพิ่ม"]):
        page.append(row)
    book.save(tmp_path / "goods.xlsx")
    assert take(desk, "products", str(tmp_path / "goods.xlsx")).added == 1
