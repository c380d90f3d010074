"""What is not approved and issued leaves the house by no exit; what leaves is put on record."""

import io
import re
from decimal import Decimal
from typing import Any

import pypdf
import pytest

from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.messages import LANGUAGES, explain, known
from crm_desktop.printing.render import render
from crm_desktop.services.deposits.deposits import AskDeposit
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.covers import cover
from crm_desktop.services.papers.exits import (
    EXITS,
    INSIDE,
    SLIPS,
    TakeOut,
    TakeOutSlip,
    leaving_now,
    shows,
    slip_leaving,
)
from crm_desktop.services.papers.papers import MAKERS, paper
from crm_desktop.services.papers.quotations import Saved
from crm_desktop.services.transfer.exports import orders_sheet
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
WITH_WATERMARK = ("print", "save")
SENT = ("email", "line", "clipboard")

# Every state of every kind, before its number and after it; written down anew, so that a table
# that changes has to be thought about here.
UNISSUED = {
    "QT": "draft waiting ready cancelled",
    "SO": "draft waiting ready cancelled",
    "BO": "draft waiting ready cancelled",
    "PR": "draft waiting ready cancelled",
    "SP": "draft signed quoted waiting ready cancelled",
    "DP": "",
}
ISSUED = {
    "QT": "issued received negotiating accepted lost expired superseded cancelled",
    "SO": "confirmed handed_off in_fulfilment partly_delivered delivered moved settled cancelled",
    "BO": "confirmed requested ordered arrived told partly_delivered delivered cancelled",
    "PR": "issued acknowledged confirmed declined partly_received received cancelled",
    "SP": "confirmed deposit_held ordered arrived inspected collected refused cancelled",
    "DP": "held awaiting partly_used applied refunded forfeited transferred used_up",
}
OTHERS = {"DP": "expected bounced cancelled"}
# What no longer holds, with what stands across its pages.
ENDED_AS = {
    "QT": {
        "cancelled": "ยกเลิก",
        "superseded": "มีฉบับใหม่แทนแล้ว",
        "expired": "หมดอายุ",
        "lost": "ไม่ได้สั่งซื้อ",
    },
    "SO": {"cancelled": "ยกเลิก"},
    "BO": {"cancelled": "ยกเลิก"},
    "PR": {"cancelled": "ยกเลิก", "declined": "ซื้อไม่ได้"},
    "SP": {"cancelled": "ยกเลิก"},
    "DP": {},
}
WHY_NOT = {"waiting": "paper_waits", "cancelled": "paper_ended"}
STAMPED = ("print", "save", "terminal")


def draft(shop: GoodsShop, code: str) -> int:
    """A paper of the kind before its number."""
    if code == "QT":
        return shop.draft().id
    if code == "PR":
        return int(shop.ask(shop.back_order()).id)
    if code == "SP":
        return int(shop.special_draft().id)
    return int(shop.saved(code).id)


def issued(shop: GoodsShop, code: str) -> int:
    """A paper of the kind with its number."""
    if code == "QT":
        return shop.issued().id
    if code == "PR":
        return shop.purchase(shop.back_order())
    if code == "SP":
        return shop.special()
    if code == "DP":
        return shop.pay(shop.confirmed("SO").id, 100)
    return shop.confirmed(code).id


def put(shop: GoodsShop, document_id: int, **values: Any) -> None:
    """Forces a stored row; no command could."""
    table = shop.store.t.document
    with shop.store.write():
        table.update(**values).where(table.c.id == document_id).execute()


def out(shop: GoodsShop, document_id: int, way: str) -> int:
    return shop.desk.director.execute(TakeOut(document_id, way))


def left(shop: GoodsShop) -> list[dict[str, Any]]:
    return list(shop.store.t.document_print.select().dicts())


def texts(shop: GoodsShop, document_id: int) -> str:
    """What can be read on the paper as it would print."""
    made = render(shop.desk.director.read(paper, document_id))
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


# ------------------------------------------------------------ kinds × states × exits


@pytest.mark.parametrize("code", MAKERS)
def test_every_state_of_every_paper_is_thought_about(code: str) -> None:
    listed = f"{UNISSUED[code]} {ISSUED[code]} {OTHERS.get(code, '')}".split()
    assert set(listed) == set(KINDS[code].states.states)


def test_every_kind_but_a_visit_and_a_merge_is_a_paper() -> None:
    assert set(KINDS) - set(MAKERS) == {"VS", "CM"}


@pytest.mark.parametrize("code", [code for code in UNISSUED if UNISSUED[code]])
def test_what_is_not_issued_leaves_by_no_exit_but_as_a_draft(shop: GoodsShop, code: str) -> None:
    document_id = draft(shop, code)
    for state in UNISSUED[code].split():
        put(shop, document_id, state=state)
        for way in EXITS:
            if way in WITH_WATERMARK:
                assert out(shop, document_id, way) == 0
                continue
            with pytest.raises(Refused, match=WHY_NOT.get(state, "paper_not_issued")):
                out(shop, document_id, way)
    assert left(shop) == []
    assert shop.row(document_id)["print_count"] == 0


@pytest.mark.parametrize("code", ISSUED)
def test_what_holds_leaves_by_every_exit_what_ended_goes_to_nobody_and_each_is_on_record(
    shop: GoodsShop, code: str
) -> None:
    document_id = issued(shop, code)
    ways: list[str] = []
    for state in ISSUED[code].split():
        put(shop, document_id, state=state)
        before, copies = len(left(shop)), shop.row(document_id)["print_count"]
        open_ways = STAMPED if state in ENDED_AS[code] else tuple(EXITS)
        for way in EXITS:
            if way not in open_ways:
                with pytest.raises(WrongState, match="paper_ended"):
                    out(shop, document_id, way)
                continue
            assert out(shop, document_id, way) == copies
            copies += way != "export"
        now = left(shop)[before:]
        assert [each["exit"] for each in now] == list(open_ways)
        assert {each["document_id"] for each in now} == {document_id}
        assert shop.row(document_id)["print_count"] == copies
        ways += open_ways
    told, printed = shop.told(document_id), ways.count("print")
    assert (told.count("printed"), told.count("left")) == (printed, len(ways) - printed)


def test_a_slip_to_pay_by_leaves_and_a_void_receipt_does_not(shop: GoodsShop) -> None:
    asked = shop.desk.officer.execute(AskDeposit(shop.confirmed("SO").id, Money.of(100))).id
    for way in EXITS:
        assert out(shop, asked, way) == 0
    assert [each["exit"] for each in left(shop)] == list(EXITS)
    assert shop.row(asked)["print_count"] == 0
    held = issued(shop, "DP")
    for document_id in (asked, held):
        for state in ("bounced", "cancelled"):
            put(shop, document_id, state=state)
            for way in EXITS:
                with pytest.raises(WrongState, match="receipt_void"):
                    out(shop, document_id, way)


@pytest.mark.parametrize("code", [code for code in ISSUED if KINDS[code].matter])
def test_a_number_that_nobody_approved_opens_no_exit(shop: GoodsShop, code: str) -> None:
    document_id = issued(shop, code)
    approved = shop.row(document_id)["approved_request_id"]
    stands = shop.row(document_id)["state"]
    for forged, refused in (
        ({"approved_request_id": None}, "paper_without_approval"),
        ({"state": "draft"}, "paper_without_approval"),
        ({"state": "waiting"}, "paper_without_approval"),
        ({"remarks": "ลดให้อีก"}, "paper_not_as_approved"),
        ({"total_satang": 1}, "paper_not_as_approved"),
    ):
        before = shop.row(document_id)
        put(shop, document_id, **forged)
        for way in EXITS:
            with pytest.raises(NeedsApproval, match=refused):
                out(shop, document_id, way)
        put(shop, document_id, **{name: before[name] for name in forged})
    assert (approved, stands) == (
        shop.row(document_id)["approved_request_id"],
        shop.row(document_id)["state"],
    )
    assert left(shop) == []
    assert out(shop, document_id, "print") == 0


def test_an_exit_that_is_none_is_refused(shop: GoodsShop) -> None:
    document_id = issued(shop, "SO")
    with pytest.raises(Refused, match="bad_choice"):
        out(shop, document_id, "window")
    with pytest.raises(Refused, match="bad_choice"):
        shop.desk.director.execute(TakeOut(document_id, "print", "de"))


@SQLITE
@pytest.mark.parametrize(
    ("way", "words"),
    [("email", "ส่งอีเมลไม่ได้"), ("line", "ส่งเข้า LINE"), ("clipboard", "คัดลอกไฟล์ไม่ได้")],
)
def test_what_may_not_leave_says_what_was_tried(shop: GoodsShop, way: str, words: str) -> None:
    document_id = draft(shop, "SO")
    with pytest.raises(NeedsApproval) as refused:
        shop.desk.director.read(leaving_now, document_id, way)
    said = explain(refused.value)
    assert words in said
    assert "พิมพ์" not in said


@SQLITE
@pytest.mark.parametrize("code", [code for code in UNISSUED if UNISSUED[code]])
def test_a_draft_prints_its_watermark_and_no_number(shop: GoodsShop, code: str) -> None:
    document_id = draft(shop, code)
    number = re.compile(rf"{code}\d\d-\d{{4}}-\d{{5}}")
    for state in UNISSUED[code].split():
        put(shop, document_id, state=state)
        words = texts(shop, document_id)
        assert "ฉบับร่าง" in words
        assert number.search(words) is None
    words = texts(shop, issued(shop, code))
    assert number.search(words)
    assert "ฉบับร่าง" not in words


@SQLITE
@pytest.mark.parametrize("code", [code for code in ENDED_AS if ENDED_AS[code]])
def test_what_ended_prints_how_over_every_page(shop: GoodsShop, code: str) -> None:
    document_id = issued(shop, code)
    marks = [ENDED_AS[code].get(state, "") for state in ISSUED[code].split()]
    for state, mark in zip(ISSUED[code].split(), marks, strict=True):
        put(shop, document_id, state=state)
        values = shop.desk.director.read(paper, document_id)
        assert (values.stamp, values.draft) == (state if mark else "", False)
        words = texts(shop, document_id)
        assert [each for each in set(marks) - {""} if each in words] == [mark] * bool(mark)


@pytest.mark.parametrize(
    ("before", "after"),
    [("draft", "issued"), ("issued", "cancelled"), ("expired", "issued"), ("issued", "lost")],
)
def test_a_paper_that_becomes_another_on_its_way_out_is_not_counted_as_it_was(
    shop: GoodsShop, before: str, after: str
) -> None:
    saved = shop.draft() if before == "draft" else shop.issued()
    document_id = saved.id
    if before != "draft":
        put(shop, document_id, state=before)
    picture = shows(shop.desk.director.read(paper, document_id))
    if isinstance(saved, Saved):
        shop.submit(saved, issue=True)
    else:
        put(shop, document_id, state=after)
    with pytest.raises(Stale, match="paper_changed_on_its_way"):
        shop.desk.director.execute(TakeOut(document_id, "save", "th", picture))
    assert left(shop) == []
    now = shows(shop.desk.director.read(paper, document_id))
    assert shop.desk.director.execute(TakeOut(document_id, "save", "th", now)) == 0


# ------------------------------------------------------------ slips and lists


def test_a_delivery_slip_leaves_by_every_exit_and_each_is_on_record(shop: GoodsShop) -> None:
    order_id = shop.confirmed("SO", shop.line("CEM", 10)).id
    delivered = shop.deliver(order_id, 4)
    for way in EXITS:
        shop.desk.logistics.execute(TakeOutSlip("DL", delivered.delivery_id, way))
    assert [(each["exit"], each["slip"]) for each in left(shop)] == [(w, "DL/1") for w in EXITS]
    assert shop.row(order_id)["print_count"] == 0


def test_a_voucher_leaves_only_once_the_refund_is_approved(shop: GoodsShop) -> None:
    till = DepositShop(shop)
    held = till.held(till.order(), 3000)
    claimed = till.refund(held, 1000)
    for way in EXITS:
        with pytest.raises(WrongState, match="claim_not_approved"):
            till.desk.credit.execute(TakeOutSlip("RV", claimed.claim_id, way))
        with pytest.raises(WrongState, match="claim_not_approved"):
            till.desk.credit.read(slip_leaving, "RV", claimed.claim_id, way)
    till.answer(claimed)
    till.desk.credit.execute(TakeOutSlip("RV", claimed.claim_id, "print"))
    assert [(each["document_id"], each["slip"]) for each in left(shop)] == [(held.id, "RV/1")]


def test_a_statement_that_leaves_is_said_of_the_customer(shop: GoodsShop) -> None:
    shop.desk.officer.execute(TakeOutSlip("ST", shop.customer, "email"))
    line = shop.store.t.audit_line
    rows = line.select(line.c.event).where(line.c.record == "customer").order_by(line.c.id)
    assert [row[0] for row in rows.tuples()][-1] == "statement"


@pytest.mark.parametrize("kind", sorted(INSIDE))
def test_what_is_for_the_house_alone_is_sent_to_nobody(shop: GoodsShop, kind: str) -> None:
    document_id = issued(shop, "SO")
    for way in SENT:
        with pytest.raises(Refused, match="paper_stays_inside"):
            shop.desk.director.execute(TakeOutSlip(kind, document_id, way))
    for way in ("print", "save", "terminal"):
        shop.desk.director.execute(TakeOutSlip(kind, document_id, way))
    recorded = 3 if kind in ("AS", "CP") else 0
    assert [each["slip"] for each in left(shop)] == [kind] * recorded
    line = shop.store.t.audit_line
    rows = line.select(line.c.id).where(line.c.record == "person", line.c.event == "took_out")
    assert len(list(rows.tuples())) == 3 - recorded
    with pytest.raises(Refused, match="bad_choice"):
        shop.desk.director.execute(TakeOutSlip("XX", document_id, "print"))
    assert set(SLIPS) >= INSIDE


def test_a_slip_asks_for_the_permission_of_what_it_is(shop: GoodsShop) -> None:
    order_id = shop.confirmed("SO", shop.line("CEM", 10)).id
    delivery = shop.deliver(order_id, 4).delivery_id
    claim = DepositShop(shop).refund(DepositShop(shop).held(order_id, 100), 50).claim_id
    ids = {"DL": delivery, "RV": claim, "ST": shop.customer}
    ids |= dict.fromkeys(("AS", "CP"), order_id)
    for kind in SLIPS:
        command = TakeOutSlip(kind, ids.get(kind, 0), "print")
        if kind == "AT":
            shop.desk.administrator.execute(command)
            continue
        with pytest.raises(NotAllowed):
            shop.desk.administrator.execute(command)
    assert left(shop) == []


def test_the_list_of_orders_tells_no_sum_of_what_is_not_issued(shop: GoodsShop) -> None:
    document_id = draft(shop, "SO")
    confirmed = shop.confirmed("SO", deposit_percent=Decimal(30)).id
    sheet = shop.desk.officer.read(orders_sheet, ListQuery())
    heading = list(sheet.heading)
    told = {row[heading.index("เลขที่")]: row for row in sheet.rows}
    total = heading.index("ยอดรวม")
    assert told[shop.row(document_id)["draft_reference"]][total] is None
    stored = Money(shop.row(confirmed)["total_satang"])
    assert told[shop.row(confirmed)["number"]][total] == stored


# ------------------------------------------------------------ words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exit_is_called_something(language: str) -> None:
    codes = [f"{stem}_{way}" for stem in ("exit", "leave") for way in EXITS]
    codes += [f"paper_stamp_{mark}" for marks in ENDED_AS.values() for mark in marks]
    codes += [
        f"timeline_{KINDS[code].name}_{each.told}" for code in MAKERS for each in EXITS.values()
    ]
    assert [code for code in codes if not known(code, language)] == []


def test_a_mail_names_paper_sum_and_day_in_its_own_language(shop: GoodsShop) -> None:
    document_id = issued(shop, "QT")
    number = shop.row(document_id)["number"]
    for language, words in (
        ("th", ("ใบเสนอราคาเลขที่", "ยืนราคาถึง", "ร้านวัสดุไทย")),
        ("en", ("Quotation", "Prices hold until", "Thai Materials")),
        ("both", ("ใบเสนอราคาเลขที่", "Kind regards")),
    ):
        told = cover(shop.desk.officer.read(paper, document_id, language))
        assert number in told.subject
        for word in (*words, number, "150.00"):
            assert word in told.body
        assert number in told.message
