"""The history of a paper tells every decision, and nothing that happens later takes one away."""

import io
import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pypdf
import pytest

from crm_desktop.domain.errors import NotAllowed
from crm_desktop.messages import show
from crm_desktop.printing.house_papers import ApprovalSheet
from crm_desktop.printing.render import render
from crm_desktop.services.authority.approvals import (
    AnswerLimit,
    AnswerRequest,
    RecallRequest,
)
from crm_desktop.services.authority.pressing import CustomerWaits
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.authority.trail_words import reason_of
from crm_desktop.services.authority.trails import trail
from crm_desktop.services.health import LETTERS
from crm_desktop.services.integrity import verify
from crm_desktop.services.papers.exits import TakeOut
from crm_desktop.services.papers.quotation_life import CancelQuotation
from crm_desktop.services.papers.quotations import (
    IssueQuotation,
    Outcome,
    ReviseQuotation,
    SubmitQuotation,
)
from crm_desktop.store import triggers
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
REASON = "ลูกค้าประจำ ซื้อทุกเดือน"


def asked(shop: SellingShop, discount: str = "12%") -> Outcome:
    """A quotation that the supervisor has to answer."""
    saved = shop.draft(shop.line("CEM", 100, discount=discount))
    plea = Plea(REASON, competitor="ร้านข้าง ๆ 128 บาท", customer_waiting=True)
    return shop.desk.officer.execute(SubmitQuotation(saved.id, saved.version, plea))


def answer(shop: SellingShop, outcome: Outcome, verdict: str = "approve", note: str = "") -> None:
    version = shop.request(outcome.request_id)["version"]
    assert outcome.request_id is not None
    shop.desk.supervisor.execute(AnswerRequest(outcome.request_id, version, verdict, note))


def issued(shop: SellingShop, discount: str = "12%") -> Outcome:
    """The same, approved and issued."""
    outcome = asked(shop, discount)
    answer(shop, outcome, note="ลดได้เพราะซื้อเยอะ")
    command = IssueQuotation(outcome.id, shop.paper(outcome.id).version)
    return shop.desk.officer.execute(command)


def sheet(shop: SellingShop, document_id: int, language: str = "th") -> ApprovalSheet:
    return shop.desk.supervisor.read(trail, document_id, language)


def words(told: ApprovalSheet) -> str:
    """Everything the sheet says below its head, a line each."""
    lines = []
    for chapter in told.chapters:
        lines.append(chapter.title)
        lines += [f"{label}: {value}" for label, value in chapter.facts]
        for entry in chapter.entries:
            lines += [f"{entry.what} {entry.who}", *entry.notes]
    return "\n".join(lines)


def text(told: ApprovalSheet) -> str:
    """What can be read on the printed sheet."""
    pages = pypdf.PdfReader(io.BytesIO(render(told))).pages
    return "".join(page.extract_text() for page in pages)


def by_hand(shop: SellingShop, table: str, record_id: int, **values: Any) -> None:
    """Changes a stored row behind the program."""
    target = getattr(shop.store.t, table)
    with shop.store.write():
        target.update(**values).where(target.c.id == record_id).execute()


# ------------------------------------------------------------ what it tells


def test_it_tells_since_when_the_customer_waits_and_so_why_it_climbed_then(
    shop: SellingShop,
) -> None:
    from_the_start = asked(shop)
    plain = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))
    assert "Customer waiting" not in words(sheet(shop, plain.id, "en"))
    assert plain.request_id is not None
    shop.desk.later(minutes=7)
    shop.desk.officer.execute(CustomerWaits(plain.request_id))
    for paper, minutes in ((from_the_start, 7), (plain, 0)):
        at = shop.desk.now - timedelta(minutes=minutes)
        assert f"Customer waiting: since {show(at, 'en', 'gregorian')}" in words(
            sheet(shop, paper.id, "en")
        )


@SQLITE
@pytest.mark.parametrize(
    ("index", "query"),
    [
        ("document_replaces", "SELECT * FROM document WHERE replaces_id IN (1)"),
        ("letter_sent", LETTERS),
    ],
)
def test_nobody_waits_for_every_row_to_be_read(shop: SellingShop, index: str, query: str) -> None:
    plan = shop.store.database.execute_sql(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert index in str(plan)


@pytest.mark.parametrize("group", ["007", "1000"])
def test_a_goods_group_keeps_the_name_it_has(group: str) -> None:
    stored = {"code": "authority_discount_group_over", "values": {"group": group, "value": "12.50"}}
    assert reason_of(stored).values == {"group": group, "value": Decimal("12.5")}


def test_a_request_is_told_with_its_reasons_and_everything_that_was_said(
    shop: SellingShop,
) -> None:
    outcome = asked(shop)
    answer(shop, outcome, "return", "ขอลดไม่เกิน 11%")
    again = shop.submit(shop.edited(outcome.id, lines=(shop.line("CEM", 100, discount="11%"),)))
    shop.desk.officer.execute(
        RecallRequest(again.request_id or 0, shop.request(again.request_id)["version"])
    )
    told = words(sheet(shop, outcome.id))
    for said in (
        "1. ออกใบเสนอราคา: ส่งกลับแก้ไข",
        "2. ออกใบเสนอราคา: ดึงกลับแล้ว",
        REASON,
        "ร้านข้าง ๆ 128 บาท",
        "ส่วนลด 12% เกินอำนาจ 5% ของระดับ G3",
        "ส่วนลดเกิน 10%",
        "13,200.00",
        "ตารางอำนาจดำเนินการรุ่นที่ 1",
        "เสนอ คุณsupervisor",
        "ขอลดไม่เกิน 11%",
        shop.request(outcome.request_id)["frozen_sha256"],
        shop.request(again.request_id)["frozen_sha256"],
    ):
        assert said in told, said
    english = words(sheet(shop, outcome.id, "en"))
    assert "Discount 12% exceeds the 5% of grade G3" in english
    assert "Asked of Supervisor" in english


def test_who_answered_for_whom_and_at_whose_pc_is_told(shop: SellingShop) -> None:
    outcome = asked(shop)
    table = shop.store.t.request_answer
    with shop.store.write():
        table.insert(
            request_id=outcome.request_id,
            position=1,
            person_id=3,
            for_id=2,
            beside_id=1,
            verdict="approve",
            note="",
            limits=json.dumps([["discount", "8"], ["deposit_share", "50"]]),
            spoken_at="2026-11-22T08:45:00.000+07:00",
            at="2026-11-22T09:05:00.000+07:00",
        ).execute()
    told = words(sheet(shop, outcome.id))
    for said in ("คุณmanager", "แทน คุณsupervisor", "ที่เครื่องของ คุณofficer", "8%", "50%", "08:45"):
        assert said in told, said


def test_the_limits_of_an_answer_and_what_was_made_of_them_are_told(shop: SellingShop) -> None:
    outcome = asked(shop)
    request_id = outcome.request_id
    assert request_id is not None
    version, limits = shop.request(request_id)["version"], (AnswerLimit("discount", "14"),)
    shop.desk.supervisor.execute(AnswerRequest(request_id, version, "approve", "", limits))
    shop.edited(outcome.id, lines=(shop.line("CEM", 100, discount="13%"),))
    number = shop.desk.officer.execute(
        IssueQuotation(outcome.id, shop.paper(outcome.id).version)
    ).number
    told = words(sheet(shop, outcome.id))
    for said in ("ส่วนลดไม่เกิน 14%", "13%", str(number)):
        assert said in told, said
    assert faults(shop) == []


def test_past_whom_a_request_climbed_and_who_handed_it_up_is_told(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))
    shop.tell_credit(limit=0, outstanding=1)
    answer(shop, outcome, "approve", "ไม่ใช่อำนาจผม")
    told = words(sheet(shop, outcome.id))
    for said in ("โดย คุณsupervisor", "ไม่ใช่อำนาจผม"):
        assert said in told, said


def test_the_sheet_names_the_superior_passed_by_with_grade_and_reason(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 6_000, discount="12%")))
    told = words(sheet(shop, outcome.id))
    for said in ("เสนอ คุณmanager", "คุณsupervisor (G4) ตัดสินใจเองไม่ได้", "เกินอำนาจ"):
        assert said in told, said


def test_what_credit_finance_said_before_the_superior_is_told(shop: SellingShop) -> None:
    shop.tell_credit(limit=0, outstanding=1)
    outcome = shop.submit(shop.draft(shop.line("CEM", 10)))
    request_id = outcome.request_id
    assert request_id is not None
    credit = AnswerRequest(request_id, shop.request(request_id)["version"], "approve", "รับได้")
    shop.desk.credit.execute(credit)
    told = words(sheet(shop, outcome.id))
    assert "เสนอ สินเชื่อ-การเงิน" in told
    assert "รับได้" in told


def test_every_exit_and_every_revision_is_told(shop: SellingShop) -> None:
    first = issued(shop)
    for way in ("print", "email"):
        shop.desk.officer.execute(TakeOut(first.id, way))
    second = shop.desk.officer.execute(ReviseQuotation(first.id))
    for document_id in (first.id, second.id):
        told = words(sheet(shop, document_id))
        assert f"พิมพ์  {first.number}" in told
        assert f"ส่งทางอีเมล  {first.number}" in told
        assert f"{shop.paper(second.id).reference} R2" in told
        assert "ลดได้เพราะซื้อเยอะ" in told


def test_a_paper_that_nobody_asked_about_says_so(shop: SellingShop) -> None:
    assert "ยังไม่มีการขออนุมัติเอกสารนี้" in words(sheet(shop, shop.draft().id))


def test_only_the_desk_and_credit_finance_look_at_decisions(shop: SellingShop) -> None:
    document_id = issued(shop).id
    for who in ("cashier", "sales", "logistics", "other"):
        with pytest.raises(NotAllowed):
            getattr(shop.desk, who).read(trail, document_id)
    assert shop.desk.credit.read(trail, document_id).number


@SQLITE
@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_sheet_can_be_printed_in_every_language(shop: SellingShop, language: str) -> None:
    first = issued(shop)
    told = sheet(shop, first.id, language)
    read = "".join(text(told).split())
    assert str(first.number) in read
    assert "".join(REASON.split()) in read
    assert shop.request(shop.paper(first.id).request.request_id)["frozen_sha256"] in read  # type: ignore[union-attr]
    assert told.draft is False


@SQLITE
def test_long_reasons_flow_over_pages(shop: SellingShop) -> None:
    saved = shop.draft(shop.line("CEM", 100, discount="12%"))
    outcome = shop.submit(saved, reason="เหตุผลที่ยาวมาก " * 400)
    pages = pypdf.PdfReader(io.BytesIO(render(sheet(shop, outcome.id)))).pages
    assert len(pages) > 1
    assert all("ประวัติการอนุมัติ" in page.extract_text() for page in pages)


# ------------------------------------------------------------ what takes nothing away


def test_cancelling_voiding_and_revising_keep_the_history(shop: SellingShop) -> None:
    outcome = asked(shop)
    answer(shop, outcome, note="ลดได้เพราะซื้อเยอะ")
    before = words(sheet(shop, outcome.id))
    dearer = (shop.line("CEM", 100, discount="14%"),)
    shop.edited(outcome.id, lines=dearer)  # voids the approval
    voided = words(sheet(shop, outcome.id))
    assert "ลดได้เพราะซื้อเยอะ" in voided
    assert "เอกสารถูกแก้ไขหลังอนุมัติ" in voided
    version = shop.paper(outcome.id).version
    shop.desk.officer.execute(CancelQuotation(outcome.id, version, "ลูกค้าไม่ซื้อ"))
    cancelled = words(sheet(shop, outcome.id))
    for line in before.splitlines()[1:]:
        assert line in cancelled, line
    assert dict(sheet(shop, outcome.id).facts)["สถานะปัจจุบัน"] == "ยกเลิก"


def test_an_emptied_or_merged_customer_takes_no_decision_along(shop: SellingShop) -> None:
    """As merging and anonymising will: the customer's own row is another or empty."""
    first = issued(shop)
    other = shop.new_customer("ลูกค้าที่เหลืออยู่")
    before = sheet(shop, first.id)
    request_id = shop.paper(first.id).request.request_id  # type: ignore[union-attr]
    empty = {"name": "–", "name_en": "", "phone": "", "email": "", "tax_number": None}
    by_hand(shop, "customer", shop.customer, **empty, active=0)
    assert sheet(shop, first.id) == before
    by_hand(shop, "request", request_id, customer_id=other)
    by_hand(shop, "document", first.id, customer_id=other)
    after = sheet(shop, first.id)
    assert after.chapters == before.chapters
    assert after.customer == before.customer
    assert "ก่อสร้างไทย" in after.customer.name


def test_a_paper_that_is_a_draft_again_names_the_customer_it_was_asked_for(
    shop: SellingShop,
) -> None:
    outcome = asked(shop)
    answer(shop, outcome, "return", "แก้ชื่อ")
    by_hand(shop, "customer", shop.customer, name="ชื่อใหม่")
    assert "ก่อสร้างไทย" in sheet(shop, outcome.id).customer.name


@pytest.mark.parametrize("column", triggers.ASKED)
def test_what_was_asked_can_be_changed_by_nobody(shop: SellingShop, column: str) -> None:
    outcome = asked(shop)
    request = shop.request(outcome.request_id)
    stored = request[column]
    changed = f"{stored} " if isinstance(stored, str) else 9_999
    if column == "facts":
        changed = "{}"
    with pytest.raises(Exception, match="append-only"):
        by_hand(shop, "request", request["id"], **{column: changed})
    assert shop.request(outcome.request_id) == request


def test_that_the_customer_waited_cannot_be_taken_back(shop: SellingShop) -> None:
    request_id = asked(shop).request_id
    assert request_id is not None
    with pytest.raises(Exception, match="append-only"):
        by_hand(shop, "request", request_id, customer_waiting=0)


def test_a_request_can_be_taken_out_by_nobody(shop: SellingShop) -> None:
    outcome = asked(shop)
    with pytest.raises(Exception, match="append-only"), shop.store.write():
        shop.store.t.request.delete().execute()
    assert shop.request(outcome.request_id)["state"] == "waiting"


def test_every_column_of_a_request_is_asked_or_moves_on(shop: SellingShop) -> None:
    """Whoever adds a column decides which of the two it is."""
    row = shop.request(asked(shop).request_id)
    moving = (
        *("version", "customer_id", "level", "state", "step", "answerer_id", "answerer_role"),
        *("closed_at", "spoken", "seen", "due_at", "escalations", "limits", "used_facts"),
        *("room", "customer_waiting"),
    )
    assert set(row) == {*triggers.ASKED, *moving}


# ------------------------------------------------------------ verify


def faults(shop: SellingShop) -> list[str]:
    return [fault.code for fault in shop.desk.administrator.read(verify).faults]


def test_verify_follows_an_approval_that_outlived_a_milder_change(shop: SellingShop) -> None:
    outcome = asked(shop)
    answer(shop, outcome)
    shop.edited(outcome.id, lines=(shop.line("CEM", 90, discount="12%"),))
    shop.desk.officer.execute(IssueQuotation(outcome.id, shop.paper(outcome.id).version))
    request = shop.request(shop.paper(outcome.id).request.request_id)  # type: ignore[union-attr]
    document = shop.store.t.document
    frozen = next(iter(document.select(document.c.frozen_sha256).tuples()))[0]
    assert request["frozen_sha256"] != frozen
    assert faults(shop) == []


def test_verify_finds_an_approval_of_another_paper(shop: SellingShop) -> None:
    first, second = issued(shop), issued(shop, "13%")
    theirs = shop.paper(second.id).request.request_id  # type: ignore[union-attr]
    mine = shop.paper(first.id).request.request_id  # type: ignore[union-attr]
    assert faults(shop) == []
    by_hand(shop, "document", first.id, approved_request_id=theirs)
    assert faults(shop) == ["paper_without_approval", "approval_of_another_paper"]
    by_hand(shop, "document", first.id, approved_request_id=mine)
    table = shop.store.t.request
    columns = [name for name in shop.request(mine) if name != "id"]
    copied = {name: shop.request(mine)[name] for name in columns}
    copied |= {"facts": json.dumps(copied["facts"]), "frozen_sha256": "x" * 64}
    with shop.store.write():
        forged = table.insert(**copied).execute()
    by_hand(shop, "document", first.id, approved_request_id=forged)
    assert faults(shop) == ["approval_without_answer", "approval_of_another_paper"]


def test_the_whole_desk_reads_the_same_history(shop: SellingShop) -> None:
    first = issued(shop)
    mine, theirs = (
        getattr(shop.desk, who).read(trail, first.id, "th") for who in ("officer", "director")
    )
    assert mine.chapters == theirs.chapters
    assert replace(mine, facts=()) == replace(theirs, facts=())
