"""Another program's list taken in: read wrong, doubled, half stored, or never to be undone."""

import fcntl
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from crm_desktop.domain.errors import NotAllowed, Refused, Unavailable, WrongState
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customers import AddCustomerNote, SaveCustomer
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.transfer import engine
from crm_desktop.services.transfer.importing import UndoImport, write_wrong_rows
from crm_desktop.services.transfer.intake import Choice, FileImported, ImportFile
from crm_desktop.services.transfer.looking import imports_done, open_file, preview_file
from crm_desktop.store import Store, audit
from tests.services.desk import Desk, desk, staffed

__all__ = ["desk"]

CUSTOMERS = "รหัสลูกค้า,ชื่อ,เลขผู้เสียภาษี,โทร,ที่อยู่,ผู้ติดต่อ"
COMPANY = (
    "E1,บริษัท ก่อสร้างไทย จำกัด,0105536112014,812345678.0,"
    "99/1 ม.4 ต.บางเมือง อ.เมืองสมุทรปราการ 10270,คุณเอก"
)
KEPT_APART = {"audit_line", "audit_value", "import_run", "import_kept", "import_mapping"}
Taken = Callable[..., FileImported]


def write(folder: Path, *lines: str, name: str = "list.csv") -> str:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    return str(path)


def take(desk: Desk, kind: str, path: str, **asked: Any) -> FileImported:
    who = desk.credit if kind in ("credit", "receivables", "payments", "bills") else desk.manager
    return who.execute(ImportFile(kind, path, **asked))


def known(desk: Desk, name: str = "ช่างเอก", phone: str = "081-234-5678") -> int:
    return desk.officer.execute(SaveCustomer(None, 0, "person", name, phones=(phone,)))


def names(desk: Desk) -> list[str]:
    return sorted(row.name for row in desk.officer.read(customer_page, ListQuery()).rows)


def content(store: Store) -> dict[str, list[Any]]:
    """Every row of every table, but for what only tells of the past."""
    found = {}
    for table in store.database.get_tables():
        if table in KEPT_APART or "_trigram" in table or table in ("number_series", "sqlite_stat1"):
            continue
        rows = store.database.execute_sql(f'SELECT * FROM "{table}"').fetchall()
        columns = [c.name for c in store.database.get_columns(table)]
        hidden = {"version", *(("id",) if table.startswith("customer_") else ())}
        shown = [at for at, name in enumerate(columns) if name not in hidden]
        found[table] = sorted(repr([row[at] for at in shown]) for row in rows)
    return found


# ------------------------------------------------------------ customers


def test_customers_of_another_program_come_in_whole(desk: Desk, tmp_path: Path) -> None:
    done = take(desk, "customers", write(tmp_path, CUSTOMERS, COMPANY))
    assert (done.added, done.wrong) == (1, 0)
    (row,) = desk.officer.read(customer_page, ListQuery(text="0812345678")).rows
    whole = desk.officer.read(customer, row.id)
    assert (whole.code, whole.kind, whole.tax_number) == ("E1", "company", "0105536112014")
    assert (whole.phones[0].display, whole.contacts[0].name) == ("081-234-5678", "คุณเอก")
    billing = whole.address("billing")
    assert billing is not None
    assert (billing.moo, billing.province, billing.postcode) == ("4", "สมุทรปราการ", "10270")
    assert [r.name for r in desk.officer.read(customer_page, ListQuery(text="ก่อสร้าง")).rows]
    assert list(audit.verify(desk.store)) == []


def test_a_blank_cell_leaves_what_is_known_and_numbers_are_never_lost(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, "customers", write(tmp_path, CUSTOMERS, COMPANY))
    done = take(desk, "customers", write(tmp_path, "รหัส,โทร,โซน,ที่อยู่", "E1,021234567,เหนือ,"))
    assert (done.added, done.changed) == (0, 1)
    (row,) = desk.officer.read(customer_page, ListQuery(text="ก่อสร้างไทย")).rows
    whole = desk.officer.read(customer, row.id)
    assert [phone.digits for phone in whole.phones] == ["0812345678", "021234567"]
    assert (whole.zone, len(whole.addresses), whole.version) == ("เหนือ", 1, 2)
    again = take(desk, "customers", write(tmp_path, "รหัส,โทร,โซน,ที่อยู่", "E1,021234567,เหนือ,"))
    assert (again.changed, again.unchanged) == (0, 1)


def test_what_the_form_would_refuse_does_not_come_in_by_a_list(desk: Desk, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        CUSTOMERS,
        "A,คุณหนึ่ง,,,,",
        "B,,,0812345678,,",
        "C,บริษัท สอง จำกัด,0105536112014,0812345671,,",
        "D,คุณสาม,105536112014,0812345672,,",
        "E,คุณสี่,,8.12E+08,,",
        "F,คุณห้า,,12345,,",
        "A,คุณหก,,0812345679,,",
    )
    look = desk.manager.read(preview_file, "customers", path)
    assert [(error.line, error.code) for error in look.errors] == [
        (2, "phone_needed"),
        (3, "import_customer_needs_name"),
        (4, "address_needed"),
        (5, "import_tax_number_short"),
        (6, "import_number_rounded"),
        (7, "bad_phone"),
        (8, "import_customer_twice"),
    ]
    assert look.errors[-1].values == {"text": "A", "first": 2}
    with pytest.raises(Refused, match="import_rows_wrong"):
        take(desk, "customers", path)
    assert names(desk) == []


@pytest.mark.parametrize(
    ("act", "expected"), [("out", (0, 0, 2)), ("known", (0, 1, 1)), ("new", (2, 0, 0))]
)
def test_lines_that_look_like_a_known_customer_are_shown_and_decided(
    desk: Desk, tmp_path: Path, act: str, expected: tuple[int, int, int]
) -> None:
    owner = known(desk)
    path = write(tmp_path, "ชื่อ,โทร,โซน", "นายช่าง เอก,0899999999,เหนือ", "คุณอื่น,0812345678,ใต้")
    look = desk.manager.read(preview_file, "customers", path)
    found = [(double.line, double.resembles[0]) for double in look.resembling]
    assert [(line, each.customer_id, each.reasons) for line, each in found] == [
        (2, owner, ("same_name",)),
        (3, owner, ("same_phone",)),
    ]
    done = take(desk, "customers", path, doubles=act)
    assert (done.added, done.changed, done.left_out) == expected
    if act == "known":
        whole = desk.officer.read(customer, owner)
        assert (whole.name, whole.zone) == ("ช่างเอก", "เหนือ")


def test_one_line_is_decided_otherwise_than_the_rest(desk: Desk, tmp_path: Path) -> None:
    known(desk)
    path = write(tmp_path, "ชื่อ,โทร", "คุณหนึ่ง,0812345678", "คุณสอง,0812345678")
    done = take(desk, "customers", path, choices=(Choice(3, "new"),))
    assert (done.added, done.left_out) == (1, 1)
    assert names(desk) == ["คุณสอง", "ช่างเอก"]


def test_doubles_within_one_file_are_shown(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "ชื่อ,โทร", "คุณหนึ่ง,0812345678", "คุณสอง,081-234-5678")
    (double,) = desk.manager.read(preview_file, "customers", path).resembling
    assert (double.line, double.resembles[0].line) == (3, 2)


def test_codes_in_a_file_use_up_no_numbers_of_the_house_and_none_is_given_twice(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "AT_ONCE", 2)  # a code may come in a later lot
    first = desk.officer.read(customer, known(desk)).code
    assert first == "C-000001"
    path = write(
        tmp_path,
        "รหัส,ชื่อ,โทร",
        "C-999999,คุณหนึ่ง,0812345671",
        ",คุณสอง,0812345672",
        "C-000002,คุณสาม,0812345673",
        "C-000004,คุณสี่,0812345674",
    )
    take(desk, "customers", path)
    given = {row.name: row.code for row in desk.officer.read(customer_page, ListQuery()).rows}
    assert given["คุณสอง"] == "C-000003"
    after = desk.officer.read(customer, known(desk, "คุณห้า", "0812345675"))
    assert after.code == "C-000005"
    desk.manager.execute(UndoImport("customers"))
    again = desk.officer.read(customer, known(desk, "คุณหก", "0812345676"))
    assert again.code == "C-000006", "what somebody had is nobody else's, also after an undo"


def test_contacts_are_put_to_their_customers(desk: Desk, tmp_path: Path) -> None:
    owner = known(desk)
    code = desk.officer.read(customer, owner).code
    lines = (f"{code},คุณแดง,จัดซื้อ,0891112222", f"{code},คุณดำ,,", "ZZZ,คุณขาว,,")
    path = write(tmp_path, "รหัสลูกค้า,ผู้ติดต่อ,ตำแหน่ง,โทร", *lines)
    done = take(desk, "contacts", path, skip_bad_rows=True)
    assert (done.added, done.wrong) == (2, 1)
    people = desk.officer.read(customer, owner).contacts
    assert [(p.name, p.phone) for p in people] == [("คุณแดง", "089-111-2222"), ("คุณดำ", "")]
    assert desk.officer.read(customer_page, ListQuery(text="คุณแดง")).rows[0].id == owner
    assert desk.manager.execute(UndoImport("contacts")) == 2
    assert desk.officer.read(customer, owner).contacts == ()
    assert desk.officer.read(customer_page, ListQuery(text="คุณแดง")).rows == ()


# ------------------------------------------------------------ undo


def test_an_import_is_undone_whole(desk: Desk, tmp_path: Path) -> None:
    known(desk)
    before = content(desk.store)
    path = write(tmp_path, "รหัส,ชื่อ,โทร,โซน", "C-000001,,0899999999,ใต้", "N1,คุณใหม่,0811111111,")
    take(desk, "customers", path)
    assert names(desk) == ["คุณใหม่", "ช่างเอก"]
    assert desk.manager.execute(UndoImport("customers")) > 0
    assert content(desk.store) == before
    (run,) = desk.manager.read(imports_done)
    assert (run.undone_at is not None, run.undoable) == (True, False)
    with pytest.raises(WrongState, match="import_undone"):
        desk.manager.execute(UndoImport("customers"))


def test_what_was_used_or_changed_since_stands_in_the_way_by_name(
    desk: Desk, tmp_path: Path
) -> None:
    take(desk, "customers", write(tmp_path, "รหัส,ชื่อ,โทร", "N1,คุณใหม่,0811111111"))
    (row,) = desk.officer.read(customer_page, ListQuery()).rows
    desk.officer.execute(AddCustomerNote(row.id, "โทรมา"))
    with pytest.raises(WrongState) as caught:
        desk.manager.execute(UndoImport("customers"))
    assert (caught.value.code, caught.value.values["names"]) == ("import_used", "N1 คุณใหม่")
    path = write(tmp_path, "รหัส,โซน", "N1,เหนือ")
    take(desk, "customers", path)
    whole = desk.officer.read(customer, row.id)
    phones = tuple(phone.typed for phone in whole.phones)
    desk.officer.execute(SaveCustomer(row.id, 2, "person", "คุณเก่า", phones=phones))
    with pytest.raises(WrongState, match="import_undo_changed"):
        desk.manager.execute(UndoImport("customers"))


def test_only_the_last_import_of_a_kind_can_be_undone(desk: Desk, tmp_path: Path) -> None:
    for code in ("N1", "N2"):
        take(
            desk, "customers", write(tmp_path, "รหัส,ชื่อ,โทร", f"{code},คุณ{code},08111111{code[1]}1")
        )
    rows = desk.manager.read(imports_done)
    assert [row.undoable for row in rows] == [True, False]
    assert desk.manager.execute(UndoImport("customers")) > 0
    assert names(desk) == ["คุณN1"]


PRODUCT = st.tuples(
    st.sampled_from(["A", "B", "C", "D"]),
    st.sampled_from(["", "ปูน", "ทราย"]),
    st.sampled_from(["", "1", "2.5"]),
    st.sampled_from(["", "0", "7"]),
)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=st.lists(PRODUCT, max_size=4), second=st.lists(PRODUCT, min_size=1, max_size=4))
def test_undo_puts_any_list_of_products_back_as_it_was(
    store: Store, tmp_path_factory: pytest.TempPathFactory, first: Any, second: Any
) -> None:
    folder, shop = tmp_path_factory.mktemp("undo"), staffed(store)
    heading = "code,name,unit,price,stock 01"
    states = []
    for rows in (first, second):
        lines = [f"{code},{name},ถุง,{price},{stock}" for code, name, price, stock in rows]
        states.append(content(store))
        shop.later(minutes=1)
        if lines:
            take(shop, "products", write(folder, heading, *lines), skip_bad_rows=True)
    shop.manager.execute(UndoImport("products"))
    assert content(store) == states[1]


# ------------------------------------------------------------ money


def test_payments_count_once_and_only_what_no_list_knew(desk: Desk, tmp_path: Path) -> None:
    code = desk.officer.read(customer, known(desk)).code
    bills = write(tmp_path, "บิล,รหัสลูกค้า,วันที่บิล,ยอดบิล,ณ วันที่", f"IV1,{code},1/11/2569,1000,20/11/2569")
    take(desk, "receivables", bills)
    heading = "เลขที่ใบเสร็จ,เลขที่บิล,วันที่ชำระ,จำนวนเงิน"
    path = write(tmp_path, heading, "RC1,IV1,15/11/2569,300", "RC2,IV1,21/11/2569,400")
    for added in (2, 0):
        desk.later(minutes=1)
        assert take(desk, "payments", path).added == added
        ((paid,),) = desk.store.database.execute_sql(
            "SELECT paid_satang FROM receivable"
        ).fetchall()
        assert paid == 40_000
    over = write(tmp_path, heading, "RC3,IV1,22/11/2569,700", "RC4,IV9,22/11/2569,1")
    look = desk.credit.read(preview_file, "payments", over)
    assert [error.code for error in look.errors] == [
        "import_paid_above_bill",
        "import_unknown_bill",
    ]


def test_bills_of_the_till_say_who_bought_last(desk: Desk, tmp_path: Path) -> None:
    owner = known(desk)
    code = desk.officer.read(customer, owner).code
    path = write(
        tmp_path, "เลขที่บิล,รหัสลูกค้า,วันที่,ยอดสุทธิ", f"P1,{code},21/11/69,250.50", "P2,ZZ,1/1/2569,1"
    )
    done = take(desk, "bills", path, skip_bad_rows=True)
    assert (done.added, done.wrong) == (1, 1)
    rows = desk.store.database.execute_sql(
        "SELECT customer_id, billed_on, amount_satang FROM sale_bill"
    )
    assert rows.fetchall() == [(owner, "2026-11-21", 25_050)]
    desk.credit.execute(UndoImport("bills"))
    assert desk.store.database.execute_sql("SELECT count(*) FROM sale_bill").fetchone() == (0,)


# ------------------------------------------------------------ the file


def test_a_mapping_of_a_person_fits_by_itself_next_week(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "ร้าน,สาย", "คุณหนึ่ง,0812345678")
    opened = desk.manager.read(open_file, "customers", path)
    assert (opened.keys, opened.remembered) == (("", ""), False)
    take(desk, "customers", path, mapping=("name", "phone"))
    later = write(tmp_path, "ร้าน , สาย", "คุณสอง,0812345679", name="next.csv")
    opened = desk.manager.read(open_file, "customers", later)
    assert (opened.keys, opened.remembered) == (("name", "phone"), True)
    assert take(desk, "customers", later).added == 1


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_wrong_lines_are_saved_mended_and_taken_in_again(
    desk: Desk, tmp_path: Path, suffix: str
) -> None:
    path = write(tmp_path, "รหัส,ชื่อ,โทร", "N1,คุณหนึ่ง,0812345678", "N2,คุณสอง,12")
    look = desk.manager.read(preview_file, "customers", path)
    take(desk, "customers", path, skip_bad_rows=True)
    wrong = tmp_path / f"wrong.{suffix}"
    assert write_wrong_rows(Path(path), wrong, look.errors, "th") == 1
    again = desk.manager.read(preview_file, "customers", str(wrong))
    assert (again.rows, again.wrong, again.ignored) == (1, 1, ())
    if suffix == "csv":
        text = wrong.read_text(encoding="utf-8-sig").replace(",12,", ",0899999999,")
        wrong.write_text(text, encoding="utf-8-sig")
        assert take(desk, "customers", str(wrong)).added == 1


def test_formulas_give_their_last_value_or_an_error(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    page: Any = book.active
    for row in (["รหัส", "ชื่อ", "หน่วย", "ราคา"], ["A", "ปูน", "ถุง", "=1+1"], ["B", "ทราย", "คิว", 3]):
        page.append(row)
    book.save(tmp_path / "goods.xlsx")
    look = desk.manager.read(preview_file, "products", str(tmp_path / "goods.xlsx"))
    assert (look.added, look.formulas) == (1, 1)
    assert [(e.line, e.column, e.code) for e in look.errors] == [
        (2, "ราคา", "import_formula_unknown")
    ]


def test_another_file_than_was_looked_at_is_not_taken_in(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "รหัส,ชื่อ,โทร", "N1,คุณหนึ่ง,0812345678")
    stamp = desk.manager.read(preview_file, "customers", path).stamp
    write(tmp_path, "รหัส,ชื่อ,โทร", "N1,คุณหนึ่ง,0812345678", "N2,คุณสอง,0812345679")
    with pytest.raises(Refused, match="sheet_another"):
        take(desk, "customers", path, stamp=stamp)


def test_a_file_that_is_written_meanwhile_is_taken_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "AT_ONCE", 1)
    rows = (f"N{number},คุณ {number},08123456{number}" for number in range(10, 40))
    path = write(tmp_path, "รหัส,ชื่อ,โทร", *rows)

    def meanwhile(_lines: int) -> None:
        os.utime(path, (1, 1))

    with engine.reporting(meanwhile), pytest.raises(Refused, match="sheet_changing"):
        take(desk, "customers", path)
    assert names(desk) == []
    with Path(path).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(Refused, match="sheet_locked"):
            take(desk, "customers", path)


def test_an_import_given_up_halfway_stores_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "AT_ONCE", 1)
    lines = [f"N{n},คุณ{n},081234567{n}" for n in range(3)]

    def give_up(done: int) -> None:
        if done == 2:
            raise Refused("given_up")

    path = write(tmp_path, "รหัส,ชื่อ,โทร", *lines)
    with engine.reporting(give_up), pytest.raises(Refused, match="given_up"):
        take(desk, "customers", path)
    assert names(desk) == []
    assert take(desk, "customers", path).added == 3


def test_a_full_disk_leaves_everything_as_it_was(desk: Desk, tmp_path: Path) -> None:
    if desk.store.engine != "sqlite":
        pytest.skip("a server has a disk of its own")
    lines = [f"N{n},คุณ{n} {'ก' * 200},08{n:08d}" for n in range(2_000)]
    path, before = write(tmp_path, "รหัส,ชื่อ,โทร", *lines), content(desk.store)
    (pages,) = desk.store.database.execute_sql("PRAGMA page_count").fetchone()
    desk.store.database.execute_sql(f"PRAGMA max_page_count = {pages + 40}").fetchone()
    with pytest.raises(Unavailable, match="disk_full"):
        take(desk, "customers", path, doubles="new")
    assert content(desk.store) == before


def test_who_may_not_take_a_kind_in_cannot_look_either(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, CUSTOMERS, COMPANY)
    for act in (
        lambda: desk.credit.read(preview_file, "customers", path),
        lambda: desk.credit.execute(ImportFile("customers", path)),
        lambda: desk.administrator.execute(UndoImport("customers")),
        lambda: desk.officer.read(open_file, "products", path),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_list_of_yesterday_is_told_by_its_moment(desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, "code,name,unit,stock 01", "A,ปูน,ถุง,5")
    take(desk, "products", path, as_of=desk.now - timedelta(days=1))
    rows = desk.store.database.execute_sql("SELECT as_of FROM product_stock").fetchall()
    assert [row[0][:10] for row in rows] == ["2026-11-21"]
