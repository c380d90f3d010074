"""What a person loses whose data cannot be shown whole or do not go, and what a shop loses whose
accounts go with them."""

import json
import zlib
from base64 import b64decode
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.visiting import Outcome
from crm_desktop.printing.render import render
from crm_desktop.services.attachments import Attach, Detach
from crm_desktop.services.customers.consents import GiveConsent, WithdrawConsent
from crm_desktop.services.customers.customer_lists import customer, timeline
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.customer_values import Contact
from crm_desktop.services.customers.customers import AddCustomerNote, RevealTaxNumber, SaveCustomer
from crm_desktop.services.customers.finder import LookForDoubles
from crm_desktop.services.customers.pairs import KeepApart, pair_page
from crm_desktop.services.housekeeping import Housekeeping, chores
from crm_desktop.services.orders.orders import CancelOrder, SaveOrder
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.follow_ups import RecordFollowUp
from crm_desktop.services.papers.quotation_life import FollowQuotation
from crm_desktop.services.papers.quotations import ReviseQuotation
from crm_desktop.services.places import Address
from crm_desktop.services.privacy import traces
from crm_desktop.services.privacy.erasing import Anonymise, erasure_preview
from crm_desktop.services.privacy.held import HandOut, held
from crm_desktop.services.privacy.holdings import HELD, NOT_THEIRS
from crm_desktop.services.privacy.retention import retention_page
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.transfer.engine import ImportFile
from crm_desktop.services.transfer.intake import Choice
from crm_desktop.services.visits.photos import PhotoFile, RemoveVisitPhoto
from crm_desktop.services.visits.visits import LogUnplannedVisit, PlanVisit
from crm_desktop.store import search
from tests.services.acts_papers import PNG
from tests.services.acts_undone import ACTS, picture
from tests.services.desk import desk
from tests.services.merges import merged, refusal, sound, stored, taken_in, undone
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
MARK = "Zwyx"
"""Stands in every word that somebody typed about the person."""
PHONE = "0877665544"
NUMBER = "3100600445635"
HOME = Address(house=f"9 {MARK}", road="สีลม", subdistrict="สีลม", district="บางรัก", province="กทม")


def person(shop: SellingShop, name: str = "สมหมาย", **more: Any) -> int:
    """Somebody of whom everything was typed."""
    values = {
        "phones": (PHONE,),
        "full_name_en": f"Sommai {MARK}",
        "tax_number": NUMBER,
        "email": f"{MARK}@example.com",
        "line_id": MARK,
        "note": f"{MARK} ชอบโทรเช้า",
        "contacts": (Contact(f"ภรรยา {MARK}", MARK, "089-123-4567"),),
        "addresses": (HOME,),
        **more,
    }
    return taken_in(shop, f"{name} {MARK}", **values)


def lived(shop: SellingShop, tmp_path: Path) -> tuple[int, int]:
    """A customer with papers, words, files and a merged record, nothing of it open any more; and
    the quotation that was issued."""
    officer, now = shop.desk.officer, shop.desk.now.date()
    keeps, goes = person(shop), person(shop, "สมหมาย เก่า")
    merged(shop, keeps, goes, reason=f"คนเดียวกัน {MARK}")
    officer.execute(AddCustomerNote(keeps, f"{MARK} ฝากบอก"))
    officer.execute(GiveConsent(keeps, "marketing", "1", "counter"))
    typed = {"contact": MARK, "project": MARK, "remarks": MARK, "delivery_address": f"9 {MARK}"}
    issued = shop.submit(shop.draft(customer_id=keeps, **typed), issue=True)
    version = stored(shop, "document", issued.id)["version"]
    called = RecordFollowUp(
        issued.id, version, "phone", "interested", f"{MARK} ขอคิดดู", None, "price", f"{MARK}!"
    )
    version = officer.execute(called).version
    officer.execute(
        FollowQuotation(issued.id, version, "lose", f"{MARK} ไปร้านอื่น", lost_code="price")
    )
    typed = shop.content(customer_id=keeps, **typed)
    order = officer.execute(SaveOrder("SP", None, 0, typed))
    officer.execute(Attach(order.id, "other", f"บัตร {MARK}.png", PNG))
    officer.execute(Detach(officer.execute(Attach(order.id, "other", f"{MARK}.png", PNG))))
    version = stored(shop, "document", order.id)["version"]
    officer.execute(CancelOrder(order.id, version, f"{MARK} ไม่เอาแล้ว"))
    visit = LogUnplannedVisit(keeps, Outcome.NO_NEED, now + timedelta(days=9), purpose=MARK)
    photos = tuple(PhotoFile(f"{MARK}{colour}.jpg", picture(colour)) for colour in ("red", "blue"))
    officer.execute(replace(visit, promised=MARK, photos=photos))
    officer.execute(RemoveVisitPhoto(1))
    code = stored(shop, "customer", keeps)["code"]
    file = tmp_path / "list.csv"
    file.write_text(f"code,name\n{code},สมหมาย {MARK} ใหม่\n", encoding="utf-8-sig")
    shop.desk.manager.execute(ImportFile("customers", str(file)))
    return keeps, issued.id


def left(shop: SellingShop) -> set[str]:
    """The tables in which somebody can still read of the person once the house was kept; of its
    index SQLite keeps three letters at a time."""
    database, found = shop.store.database, set[str]()
    while shop.desk.officer.execute(Housekeeping()).more:
        continue
    for table in database.get_tables():
        if table.endswith("_trigram_data"):
            if indexed(shop, table.removesuffix("_data"), MARK[:3]):
                found.add(table)
            continue
        for row in database.execute_sql(f"SELECT * FROM {table}").fetchall():
            cells = [
                zlib.decompress(bytes(cell)).decode()
                if table == "import_kept" and isinstance(cell, bytes | memoryview)
                else str(cell)
                for cell in row
            ]
            text = " ".join(cells).casefold()
            if any(each in text for each in (MARK.casefold(), PHONE, NUMBER, "891234567")):
                found.add(table)
    return found


def indexed(shop: SellingShop, index: str, letters: str) -> bool:
    """Whether a piece of the index has these letters, also one that is no longer asked."""
    rows = shop.store.database.execute_sql(f"SELECT block FROM {index}_data").fetchall()
    return any(letters.casefold().encode() in bytes(row[0]) for row in rows)


def anonymise(shop: SellingShop, customer_id: int, **more: Any) -> int:
    row = stored(shop, "customer", customer_id)
    command = Anonymise(customer_id, row["version"], row["code"], "asked")
    kept: int = shop.desk.supervisor.execute(replace(command, **more))
    return kept


def printed(shop: SellingShop, document_id: int) -> list[str]:
    party = shop.store.t.document_party
    rows = party.select(party.c.customer).where(party.c.document_id == document_id)
    return [row[0] for row in rows.tuples()]


def due(shop: SellingShop, what: str) -> list[int]:
    page = shop.desk.director.read(retention_page, ListQuery(filters={"what": what}))
    return [row.id for row in page.rows]


# ---------------------------------------------------------------- what is held, and its copy


@SQLITE
def test_every_table_that_leads_to_a_customer_is_in_the_copy_or_has_a_reason(
    shop: SellingShop,
) -> None:
    database, reached = shop.store.database, {"customer"}
    keys = {table: database.get_foreign_keys(table) for table in database.get_tables()}
    while (
        more := {t for t, of in keys.items() if any(k.dest_table in reached for k in of)} - reached
    ):
        reached |= more
    assert reached == {each.table for each in HELD} | NOT_THEIRS.keys()
    for each in HELD:
        columns = {column.name for column in database.get_columns(each.table)}
        assert {*each.hidden, *each.words} <= columns


@SQLITE
def test_what_is_held_of_one_is_found_without_reading_everybody(shop: SellingShop) -> None:
    for each in HELD:
        asked = f"SELECT * FROM {each.table} WHERE {each.where.format(people='1, 2')}"
        plan = shop.store.database.execute_sql(f"EXPLAIN QUERY PLAN {asked}").fetchall()
        assert not [row[3] for row in plan if row[3].startswith("SCAN")], each.table


def test_who_asks_gets_all_of_it_and_nothing_of_anybody_else(
    shop: SellingShop, tmp_path: Path
) -> None:
    customer_id, _ = lived(shop, tmp_path)
    neighbour = taken_in(shop, "เพื่อนบ้าน Qrst", phones=("02-111-2222",), note="Qrst")
    shop.submit(shop.draft(customer_id=neighbour), issue=True)
    parted = taken_in(shop, "คนละคน Qrst", phones=("02-333-4444",))
    undone(shop, merged(shop, customer_id, parted).id)
    found = shop.desk.supervisor.read(held, customer_id)
    data, text = json.loads(found.data), found.data.decode()
    assert "Qrst" not in text
    assert NUMBER in text
    told = data["held"]
    assert {row["digits"] for row in told["customer_phone"]} == {PHONE}
    assert {row["kind"] for row in told["document"]} == {"QT", "SP", "CM"}
    assert f"{MARK} ฝากบอก" in text
    assert f"{MARK} ขอคิดดู" in text
    assert "cost" not in text
    assert "frozen_sha256" not in {name for row in told["document"] for name in row}
    names = [name for name, _ in found.files]
    assert names == [told["attachment"][0]["content"], told["visit_photo"][0]["content"]]
    assert dict(found.files)[names[0]] == b64decode(PNG)
    assert any(each["field"] == "note" for each in data["changes"])
    for language in ("th", "en"):
        paper = shop.desk.supervisor.read(held, customer_id, language).paper
        assert render(paper).startswith(b"%PDF")


@SQLITE
def test_that_a_copy_left_and_that_the_number_was_seen_is_on_record(shop: SellingShop) -> None:
    customer_id = person(shop)
    shop.desk.officer.execute(RevealTaxNumber(customer_id))
    shop.desk.supervisor.execute(HandOut(customer_id, "save"))
    line = shop.store.t.audit_line
    rows = line.select(line.c.record, line.c.actor_id).where(line.c.record_id == customer_id)
    seen = [row for row in rows.tuples() if row[0] in ("held_data", "tax_number_view")]
    assert sorted(seen) == [("held_data", 2), ("tax_number_view", 1), ("tax_number_view", 2)]
    (last, *_) = shop.desk.officer.read(timeline, customer_id).rows
    assert last.event == "held_data_left"
    with pytest.raises(NotAllowed):
        shop.desk.officer.read(held, customer_id)


# ---------------------------------------------------------------- anonymisation


def test_nobody_is_readable_any_more_but_on_papers_the_law_keeps_and_then_nowhere(
    shop: SellingShop, tmp_path: Path
) -> None:
    customer_id, issued = lived(shop, tmp_path)
    assert len(left(shop)) > 15
    before = stored(shop, "document", issued)
    (party,) = printed(shop, issued)
    told = shop.desk.supervisor.read(erasure_preview, customer_id)
    assert (told.obstacles, told.kept, told.kept_until) == ((), 1, date(2031, 12, 31))
    assert anonymise(shop, customer_id) == 1
    assert left(shop) <= {"document", "document_party", "audit_value", "timeline"}
    assert stored(shop, "document", issued) == before, "a paper that was issued stays as it is"
    assert printed(shop, issued) == [party]
    assert sound(shop)
    assert due(shop, "papers") == []
    shop.desk.later(days=365 * 6)
    assert due(shop, "papers") == [customer_id]
    assert anonymise(shop, customer_id, reason="retention") == 0
    assert left(shop) == set()
    after = stored(shop, "document", issued)
    assert [after[name] for name in ("number", "total_satang", "state")] == [
        before[name] for name in ("number", "total_satang", "state")
    ]
    assert sound(shop), "the books and the audit's chain are whole"
    assert due(shop, "papers") == []
    assert refusal(shop, _again(shop, customer_id)) == "erased_already"


def _again(shop: SellingShop, customer_id: int) -> Anonymise:
    row = stored(shop, "customer", customer_id)
    return Anonymise(customer_id, row["version"], row["code"], "asked")


@SQLITE
def test_what_is_still_open_is_named_and_nothing_goes(shop: SellingShop) -> None:
    customer_id = person(shop)
    asked = _again(shop, customer_id)
    shop.submit(shop.draft(customer_id=customer_id), issue=True)
    assert refusal(shop, asked) == "erase_open_papers"
    shop.store.database.execute_sql("UPDATE document SET state = 'lost'")
    shop.tell_credit(outstanding=100)
    shop.store.database.execute_sql(f"UPDATE customer_credit SET customer_id = {customer_id}")
    assert refusal(shop, asked) == "erase_debts"
    shop.store.database.execute_sql("UPDATE customer_credit SET outstanding_satang = 0")
    day = shop.desk.now.date() + timedelta(days=1)
    shop.desk.officer.execute(PlanVisit(customer_id, day, "ไปพบ"))
    assert refusal(shop, asked) == "erase_visits_planned"
    assert refusal(shop, replace(asked, code="C-999999")) == "erase_wrong_code"
    with pytest.raises(NotAllowed):
        shop.desk.officer.execute(asked)
    assert stored(shop, "customer", customer_id)["phone"]


def test_who_was_anonymised_comes_back_by_no_door(shop: SellingShop, tmp_path: Path) -> None:
    customer_id, issued = lived(shop, tmp_path)
    row = stored(shop, "customer", customer_id)
    merge = next(iter(shop.store.t.customer_merge.select().dicts()))["document_id"]
    anonymise(shop, customer_id)
    saved = SaveCustomer(customer_id, row["version"] + 1, "person", "สมหมาย", (PHONE,))
    shop.store.database.execute_sql("UPDATE document SET state = 'expired' WHERE kind = 'QT'")
    for command in (
        saved,
        AddCustomerNote(customer_id, "กลับมาแล้ว"),
        GiveConsent(customer_id, "marketing", "1", "counter"),
        ReviseQuotation(issued),
    ):
        assert refusal(shop, command, "officer") == "customer_anonymised"
    with pytest.raises(Refused, match="customer_anonymised"):
        undone(shop, merge)
    file, line = tmp_path / "again.csv", f"{row['code']},สมหมาย,{PHONE}"
    for kind, name in (("customers", "ชื่อ"), ("contacts", "ผู้ติดต่อ")):
        file.write_text(f"รหัสลูกค้า,{name},โทร\n{line}\n", encoding="utf-8-sig")
        with pytest.raises(Refused, match="import_rows_wrong"):
            shop.desk.manager.execute(ImportFile(kind, str(file)))
    found = shop.desk.officer.read(customer_page, ListQuery(text=PHONE)).rows
    assert found == ()
    assert shop.desk.officer.read(customer, customer_id).name.endswith(row["code"])


@SQLITE
@pytest.mark.parametrize("act", ["cancel_quotation", "miss", "cancel", "remove_photo"])
def test_ctrl_z_opens_nothing_again_of_who_was_erased_since(shop: SellingShop, act: str) -> None:
    who, command = ACTS[act](shop)
    program = getattr(shop.desk, who)
    program.execute(command)
    reverse = program.reverse
    over = "UPDATE document SET state = 'lost' WHERE state NOT IN ('cancelled')"
    shop.store.database.execute_sql(over)
    shop.store.database.execute_sql("UPDATE visit SET state = 'missed' WHERE state = 'planned'")
    anonymise(shop, shop.customer)
    assert refusal(shop, reverse, who) == "customer_anonymised"


def test_whoever_was_one_with_another_for_a_while_is_forgotten_there_too(
    shop: SellingShop,
) -> None:
    first, second = taken_in(shop, "คนละคน", phones=("02-333-4444",)), person(shop)
    for survivor, lost in ((first, second), (second, first)):
        merge = merged(shop, survivor, lost, reason=f"นี่ {MARK}").id
        undone(shop, merge)
        copy = shop.desk.supervisor.read(held, first).data.decode()
        assert f"สมหมาย {MARK}" not in copy, "nobody's copy names the other"
    anonymise(shop, second)
    assert left(shop) == set()
    assert stored(shop, "customer", first)["phone"] == "02-333-4444"
    assert sound(shop)


@SQLITE
def test_who_was_told_from_another_is_named_in_no_copy_and_forgotten_there_too(
    shop: SellingShop,
) -> None:
    first, second = (person(shop, tax_number=number) for number in (NUMBER, ""))
    shop.desk.officer.execute(LookForDoubles(again=True))
    pairs = shop.desk.officer.read(pair_page, ListQuery()).rows
    shop.desk.officer.execute(KeepApart(tuple(each.id for each in pairs), f"ลูกของ {MARK}"))
    codes = [stored(shop, "customer", each)["code"] for each in (first, second)]
    copy = shop.desk.supervisor.read(held, first)
    assert codes[1] not in copy.data.decode()
    assert f"ลูกของ {MARK}" not in copy.data.decode()
    assert render(copy.paper).startswith(b"%PDF")
    anonymise(shop, first)
    line = shop.store.t.timeline
    told = line.select(line.c.event, line.c.detail).where(line.c.customer_id == second)
    assert ("kept_apart", "{}") in list(told.tuples())
    assert codes[0] not in str(list(told.tuples()))


@SQLITE
def test_a_list_looked_at_before_brings_nobody_back_who_was_erased_since(
    shop: SellingShop, tmp_path: Path
) -> None:
    gone, _ = person(shop), person(shop, tax_number="", note="")
    file = tmp_path / "again.csv"
    file.write_text(f"name,phone\nสมหมาย {MARK},{PHONE}\n", encoding="utf-8-sig")
    anonymise(shop, gone)
    chosen = ImportFile("customers", str(file), choices=(Choice(2, "known", gone),))
    with pytest.raises(Refused):
        shop.desk.manager.execute(chosen)
    assert not shop.desk.manager.execute(replace(chosen, skip_bad_rows=True)).changed
    assert stored(shop, "customer", gone)["phone"] == ""


def test_what_happened_to_a_paper_stays_without_whose_it_was(shop: SellingShop) -> None:
    paper = shop.submit(shop.draft(), issue=True)
    version = paper.version
    for command in (("confirm_receipt", "สมศรี"), ("accept", "")):
        step = FollowQuotation(paper.id, version, command[0], receiver=command[1])
        version = shop.desk.officer.execute(step).version
    order = shop.desk.officer.execute(SaveOrder("SP", None, 0, shop.content()))
    shop.desk.officer.execute(Attach(order.id, "other", f"{MARK}.png", PNG))
    shop.store.database.execute_sql("UPDATE document SET state = 'cancelled'")
    shop.store.database.execute_sql("UPDATE attachment SET use = 'signature'")
    line = shop.store.t.timeline
    with shop.store.write():
        context = Context(shop.store, SYSTEM, shop.desk.now)
        for event, who in (("sign", "signer"), ("refund", "payee"), ("deliver", "receiver")):
            said = {who: MARK, "reason": ""}
            context.tell("quotation", paper.id, event, shop.customer, **said)

    def told() -> dict[str, str]:
        rows = line.select(line.c.event, line.c.detail).where(line.c.subject_id == paper.id)
        return dict(rows.where(line.c.subject == "quotation").tuples())

    before = told()
    anonymise(shop, shop.customer)
    assert told() == before, "as long as the paper keeps its names"
    shop.desk.later(days=365 * 6)
    anonymise(shop, shop.customer)
    gone = ("confirm_receipt", "sign", "refund", "deliver")
    assert told() == before | dict.fromkeys(gone, "{}")
    assert "audit_value" not in left(shop), "whose signature it was"


@SQLITE
def test_the_index_forgets_by_small_steps_also_who_is_erased_between_two_of_them(
    shop: SellingShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces, "STEP", 1)
    first, second = person(shop), taken_in(shop, "Qjvk", phones=("02-333-4444",))
    with shop.store.write():
        for lot in range(4):
            ids = range(1000 + lot, 5000, 4)
            names = (search.Record(each, (f"{each * 7919:x}",)) for each in ids)
            search.put_all(shop.store, "customer", names)
    keep = Housekeeping()
    anonymise(shop, first)
    assert indexed(shop, "customer_trigram", "zwy")
    assert shop.desk.officer.execute(keep).more
    anonymise(shop, second)
    steps = 0
    while shop.desk.officer.execute(keep).more:
        steps += 1
    assert steps > 3, "nobody waits for the whole of it"
    assert not indexed(shop, "customer_trigram", "zwy")
    assert not indexed(shop, "customer_trigram", "qjv")
    assert search.find(shop.store, "customer", f"{2000 * 7919:x}") == [2000]
    assert not shop.desk.officer.read(chores).house


@SQLITE
def test_a_withdrawal_outlives_everything_but_the_person(shop: SellingShop) -> None:
    customer_id = person(shop)
    shop.desk.officer.execute(GiveConsent(customer_id, "marketing", "1", "counter"))
    shop.desk.officer.execute(WithdrawConsent(customer_id, "marketing", "phone"))
    anonymise(shop, customer_id)
    consent = shop.store.t.customer_consent
    rows = consent.select(consent.c.given).where(consent.c.customer_id == customer_id)
    assert [row[0] for row in rows.order_by(consent.c.id).tuples()] == [1, 0]
