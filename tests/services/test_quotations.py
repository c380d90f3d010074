"""The thread of the desk's main job, through the one door, on both databases."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services import settings
from crm_desktop.services.authority.approvals import RecallRequest
from crm_desktop.services.look import SaveLook, ShopLook
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers import papers, quotation_lists
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.exits import TakeOut
from crm_desktop.services.papers.quotation_life import (
    CancelQuotation,
    ExtendQuotation,
    FollowQuotation,
    SetFollowUp,
)
from crm_desktop.services.papers.quotations import IssueQuotation, ReviseQuotation, SaveQuotation
from crm_desktop.store import audit
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]

UNKNOWN_PRODUCT = ("not_found", "lines.0.product_id")


def test_a_small_paper_goes_from_draft_to_its_number_in_one_step(shop: SellingShop) -> None:
    outcome = shop.issued(shop.line("CEM", 10))
    assert (outcome.state, outcome.level, outcome.number) == ("issued", "OWN", "QT01-6911-00001")
    paper = shop.paper(outcome.id)
    assert paper.total == Money.of(1500)
    assert paper.valid_until == shop.desk.now.date() + timedelta(days=30)


def test_numbers_run_without_a_gap_when_an_issue_is_refused_in_between(shop: SellingShop) -> None:
    assert shop.issued().number == "QT01-6911-00001"
    draft = shop.draft()
    with pytest.raises(Stale):
        shop.submit(replace(draft, version=7), issue=True)
    empty = shop.draft(LineInput("heading", description="ชั้น 1"))
    with pytest.raises(Refused, match="paper_empty"):
        shop.submit(empty, issue=True)
    assert shop.issued().number == "QT01-6911-00002"


@pytest.mark.parametrize(
    ("quantity", "discount", "level"),
    [(60, "2%", "OWN"), (60, "8%", "CONSULT"), (400, "2%", "CONSULT"), (60, "10.01%", "SUPERIOR")],
)
def test_the_shipped_row_sends_a_paper_where_the_table_says(
    shop: SellingShop, quantity: int, discount: str, level: str
) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", quantity, discount=discount)))
    assert outcome.level == level
    assert outcome.state == ("ready" if level == "OWN" else "waiting")


def test_cutting_an_order_in_two_does_not_make_it_the_officers_own(shop: SellingShop) -> None:
    assert shop.issued(shop.line("CEM", 300)).level == "OWN"
    second = shop.submit(shop.draft(shop.line("CEM", 100)))
    assert second.level == "CONSULT"
    assert shop.request(second.request_id)["facts"]["split_amount"] == "45000.00"


def test_selling_below_cost_after_the_document_discount_asks_the_superior(
    shop: SellingShop,
) -> None:
    cheap = shop.draft(shop.line("CEM", 1, unit_price=Money.of(100)))
    assert shop.submit(cheap).level == "SUPERIOR"


def test_an_issued_paper_cannot_be_edited(shop: SellingShop) -> None:
    outcome = shop.issued()
    with pytest.raises(WrongState, match="document_not_editable"):
        shop.edited(outcome.id, remarks="แก้")


def test_a_waiting_paper_is_locked(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 400)))
    with pytest.raises(WrongState, match="document_locked"):
        shop.edited(outcome.id, remarks="แก้")


def test_two_officers_on_one_draft_lose_nothing_unseen(shop: SellingShop) -> None:
    saved = shop.draft()
    shop.edited(saved.id, remarks="ของคนแรก")
    with pytest.raises(Stale):
        shop.desk.supervisor.execute(
            SaveQuotation(saved.id, saved.version, shop.content(remarks="ของคนที่สอง"))
        )
    assert shop.paper(saved.id).content.remarks == "ของคนแรก"


def test_a_milder_change_keeps_the_approval_and_any_other_voids_it(shop: SellingShop) -> None:
    ready = shop.submit(shop.draft(shop.line("CEM", 10), shop.line("TILE", 2)))
    fewer = (shop.line("CEM", 9), shop.line("TILE", 2))
    kept = shop.edited(ready.id, lines=fewer)
    assert (kept.kept, kept.state) == (True, "ready")
    voided = shop.edited(ready.id, lines=fewer, remarks="เพิ่มเงื่อนไข")
    assert (voided.kept, voided.state) == (False, "draft")
    assert shop.request(ready.request_id)["state"] == "voided"


def test_what_is_issued_is_what_was_approved_or_it_is_not_issued(shop: SellingShop) -> None:
    ready = shop.submit(shop.draft())
    document = shop.store.t.document
    with shop.store.write():
        document.update(total_satang=1).where(document.c.id == ready.id).execute()
    with pytest.raises(NeedsApproval, match="paper_not_as_approved"):
        shop.desk.officer.execute(IssueQuotation(ready.id, ready.version))
    assert shop.paper(ready.id).number is None


def test_raising_the_discount_of_the_whole_paper_is_not_milder(shop: SellingShop) -> None:
    """The sum falls and so does the average, but what was sold at list price is cheaper now."""
    ready = shop.submit(shop.draft(shop.line("CEM", 100, discount="5%"), shop.line("TILE", 2)))
    lines = (shop.line("CEM", 90, discount="1%"), shop.line("TILE", 2))
    changed = shop.edited(ready.id, lines=lines, document_discount="2%")
    assert (changed.kept, changed.state) == (False, "draft")


def test_what_was_approved_prints_though_shop_and_customer_changed_since(
    shop: SellingShop,
) -> None:
    ready = shop.submit(shop.draft(shop.line("CEM", 10)))
    then = shop.desk.officer.read(papers.paper, ready.id)
    head, version = shop.system.read(settings.shop_and_version)
    new = replace(head, name_th="ร้านใหม่", bank_account="1-2345")
    shop.system.execute(settings.SaveShop(version, new))
    shop.system.execute(SaveLook(0, ShopLook(terms_th="ไม่รับคืน")))
    with shop.store.write():
        for table, record_id in (("customer", shop.customer), ("person", 1)):
            rows = getattr(shop.store.t, table)
            rows.update(name="เปลี่ยนแล้ว").where(rows.c.id == record_id).execute()
    kept = shop.edited(ready.id, lines=(shop.line("CEM", 9),))
    assert kept.kept
    issued = shop.desk.officer.execute(IssueQuotation(kept.id, kept.version))
    now = shop.desk.officer.read(papers.paper, issued.id)
    parts = ("seller", "customer", "terms", "bank", "salesperson")
    assert [getattr(now, part) for part in parts] == [getattr(then, part) for part in parts]


def test_a_paper_sent_back_prints_the_customer_it_is_for_now(shop: SellingShop) -> None:
    asked = shop.submit(shop.draft(shop.line("CEM", 400)))
    assert asked.request_id is not None
    shop.desk.officer.execute(RecallRequest(asked.request_id, 1))
    shop.edited(asked.id, customer_id=shop.new_customer("คุณมานี"))
    assert shop.desk.officer.read(papers.paper, asked.id).customer.name == "คุณมานี"


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"customer_id": 0}, "customer_missing", "content.customer_id"),
        ({"lines": (LineInput(product_id=999, description="?"),)}, *UNKNOWN_PRODUCT),
    ],
)
def test_a_paper_of_nobody_or_with_goods_of_nowhere_is_refused_at_its_field(
    shop: SellingShop, values: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        shop.desk.officer.execute(SaveQuotation(None, 0, replace(shop.content(), **values)))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_credit_that_turned_bad_after_the_approval_asks_again_at_issue(shop: SellingShop) -> None:
    ready = shop.submit(shop.draft())
    shop.tell_credit(outstanding=5_000, overdue=5_000)
    again = shop.desk.officer.execute(IssueQuotation(ready.id, ready.version))
    assert (again.state, again.level, again.number) == ("waiting", "SUPERIOR", None)
    assert shop.request(again.request_id)["answerer_role"] == "credit"


def test_a_revision_leaves_the_first_acceptable_until_it_is_issued(shop: SellingShop) -> None:
    first = shop.issued()
    second = shop.desk.officer.execute(ReviseQuotation(first.id))
    assert shop.paper(first.id).state == "issued"
    with pytest.raises(WrongState, match="revision_open_already"):
        shop.desk.officer.execute(ReviseQuotation(first.id))
    issued = shop.submit(second, issue=True)
    assert issued.number == "QT01-6911-00001-R2"
    assert shop.paper(first.id).state == "superseded"
    assert shop.paper(issued.id).replaces == "QT01-6911-00001"


def test_a_dropped_revision_does_not_bar_the_next(shop: SellingShop) -> None:
    first = shop.issued()
    second = shop.desk.officer.execute(ReviseQuotation(first.id))
    shop.desk.officer.execute(CancelQuotation(second.id, second.version, "ไม่ใช้แล้ว"))
    third = shop.desk.officer.execute(ReviseQuotation(first.id))
    assert shop.submit(third, issue=True).number == "QT01-6911-00001-R3"


def test_accepting_an_offer_whose_validity_is_over_is_refused(shop: SellingShop) -> None:
    outcome = shop.issued(valid_days=3)
    shop.desk.later(days=4)
    with pytest.raises(WrongState, match="validity_over"):
        shop.desk.officer.execute(FollowQuotation(outcome.id, outcome.version, "accept"))


def test_a_lost_quotation_needs_its_reason(shop: SellingShop) -> None:
    outcome = shop.issued()
    with pytest.raises(Refused, match="reason_needed") as refused:
        shop.desk.officer.execute(FollowQuotation(outcome.id, outcome.version, "lose"))
    assert refused.value.field == "reason"
    lost = FollowQuotation(outcome.id, outcome.version, "lose", "ราคาคู่แข่งต่ำกว่า")
    assert shop.desk.officer.execute(lost).state == "lost"


def test_a_large_open_quotation_always_has_a_next_date(shop: SellingShop) -> None:
    outcome = shop.issued(shop.line("CEM", 100))
    paper = shop.paper(outcome.id)
    assert paper.content.follow_up_on == shop.desk.now.date() + timedelta(days=1)
    with pytest.raises(Refused, match="follow_up_missing"):
        shop.desk.officer.execute(SetFollowUp(paper.id, paper.version, None))
    with pytest.raises(Refused, match="follow_up_past"):
        shop.desk.officer.execute(SetFollowUp(paper.id, paper.version, date(2026, 1, 1)))


def test_cancelling_after_issue_asks_and_before_it_does_not(shop: SellingShop) -> None:
    draft = shop.draft()
    assert (
        shop.desk.officer.execute(CancelQuotation(draft.id, draft.version, "")).state == "cancelled"
    )
    issued = shop.issued()
    asked = shop.desk.officer.execute(CancelQuotation(issued.id, issued.version, "พิมพ์ผิด"))
    assert (asked.state, asked.level) == ("issued", "SUPERIOR")
    with pytest.raises(WrongState, match="document_locked"):
        shop.desk.officer.execute(FollowQuotation(issued.id, issued.version, "accept"))


def test_the_supervisors_own_extension_takes_effect_at_once(shop: SellingShop) -> None:
    issued = shop.issued(valid_days=5)
    longer = ExtendQuotation(issued.id, issued.version, 20, "ลูกค้าขอเวลา")
    assert shop.desk.supervisor.execute(longer).level == "OWN"
    assert shop.paper(issued.id).valid_until == shop.desk.now.date() + timedelta(days=20)


def test_asking_for_more_days_never_shortens_the_offer(shop: SellingShop) -> None:
    issued = shop.issued(valid_days=30)
    with pytest.raises(Refused, match="extend_not_longer") as refused:
        shop.desk.supervisor.execute(ExtendQuotation(issued.id, issued.version, 20, "ขอเวลา"))
    assert refused.value.field == "days"


@pytest.mark.parametrize(
    ("line", "field", "code"),
    [
        ({"quantity": Decimal(0)}, "lines.0.quantity", "bad_quantity"),
        ({"quantity": Decimal("1.0001")}, "lines.0.quantity", "bad_quantity"),
        ({"unit_price": Money(-1)}, "lines.0.unit_price", "bad_price"),
        ({"discount": "10+x%"}, "lines.0.discount", "bad_discount"),
        ({"discount": "999999"}, "lines.0.discount", "discount_above_line"),
        ({"description": " "}, "lines.0.description", "description_missing"),
        ({"description": "ก" * 5001}, "lines.0.description", "text_too_long"),
    ],
)
def test_a_bad_line_is_refused_at_its_cell_and_nothing_is_stored(
    shop: SellingShop, line: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        shop.draft(shop.line("CEM", **line))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert shop.store.t.document.select().count() == 0


def test_a_quotation_without_lines_is_not_submitted(shop: SellingShop) -> None:
    with pytest.raises(Refused, match="paper_empty") as refused:
        shop.submit(shop.draft(LineInput("heading", description="บ้านพัก")))
    assert refused.value.field == "lines"


def test_an_officer_of_another_branch_cannot_read_the_paper(shop: SellingShop) -> None:
    outcome = shop.issued()
    with pytest.raises(NotAllowed):
        shop.paper(outcome.id, who="other")
    with pytest.raises(NotAllowed):
        shop.paper(outcome.id, who="administrator")


def test_the_list_pages_through_everything_once(shop: SellingShop) -> None:
    made = [shop.draft().id for _ in range(7)]
    seen: list[int] = []
    wanted = ListQuery(limit=3, descending=True)
    while True:
        page = shop.desk.officer.read(quotation_lists.quotation_page, wanted)
        seen += [row.id for row in page.rows]
        if page.next is None:
            break
        wanted = replace(wanted, after=page.next)
    assert seen == sorted(made, reverse=True)


def test_only_an_issued_paper_leaves_the_house_and_each_print_is_counted(
    shop: SellingShop,
) -> None:
    draft = shop.draft()
    with pytest.raises(NeedsApproval, match="paper_not_issued"):
        shop.desk.officer.execute(TakeOut(draft.id, "email"))
    outcome = shop.issued()
    copies = [shop.desk.officer.execute(TakeOut(outcome.id, "print")) for _ in range(2)]
    assert copies == [0, 1]


def test_the_printed_paper_carries_the_sums_that_were_approved(shop: SellingShop) -> None:
    lines = (shop.line("CEM", 3, discount="2+1%"), shop.line("TILE", 2))
    outcome = shop.issued(*lines, document_discount="3.07")
    paper = shop.desk.officer.read(papers.paper, outcome.id)
    assert paper.number == outcome.number
    assert paper.sums.grand_total == shop.paper(outcome.id).total == Money.of("1011.52")
    assert (paper.draft, paper.approver and paper.approver.name) == (False, "คุณofficer")
    assert paper.approver is not None
    assert paper.approver.alone, "an officer approved what was the officer's own"


def test_the_audit_chain_is_whole_after_a_working_day(shop: SellingShop) -> None:
    first = shop.issued()
    shop.desk.officer.execute(ReviseQuotation(first.id))
    shop.submit(shop.draft(shop.line("CEM", 400)))
    assert list(audit.verify(shop.store)) == []
