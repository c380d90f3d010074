"""Answers with limits: what the officer may change without asking again, and what asks anew."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from crm_desktop.domain.authority import Grade, Level, ladder, rows_to_json, shipped
from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services import integrity
from crm_desktop.services.authority.approvals import AnswerLimit, AnswerRequest, RecallRequest
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders.orders import SaveOrder, SubmitOrder
from crm_desktop.services.papers.contents import Content
from crm_desktop.services.papers.quotation_life import CancelQuotation, ExtendQuotation
from crm_desktop.services.papers.quotation_lists import preview
from crm_desktop.services.papers.quotations import IssueQuotation, Outcome, Saved
from tests.services.acts_goods import quote, sign
from tests.services.shop import SellingShop, desk, shop
from tests.services.walking import Scene

__all__ = ["desk", "shop"]

EIGHT = {"discount": "8"}


def asked(shop: SellingShop, discount: str = "12%", **values: Any) -> Outcome:
    """Sixty bags at a discount: the supervisor decides up to 15 %."""
    return shop.submit(shop.draft(shop.line("CEM", 60, discount=discount), **values))


def answer(
    shop: SellingShop,
    request_id: int | None,
    limits: dict[str, str],
    verdict: str = "approve",
    who: str = "supervisor",
    note: str = "",
) -> str:
    assert request_id is not None
    version = shop.request(request_id)["version"]
    wanted = tuple(AnswerLimit(kind, to) for kind, to in limits.items())
    command = AnswerRequest(request_id, version, verdict, note, wanted)
    state: str = getattr(shop.desk, who).execute(command)
    return state


def changed(shop: SellingShop, document_id: int, discount: str, **values: Any) -> Saved:
    """The officer types another discount on every line."""
    lines = shop.paper(document_id).content.lines
    lines = tuple(replace(line, discount=discount) for line in lines)
    return shop.edited(document_id, **{"lines": lines, **values})


def again(shop: SellingShop, saved: Saved, *, issue: bool = False) -> Outcome:
    return shop.submit(saved, issue=issue)


def verdicts(shop: SellingShop, request_id: int | None) -> list[str]:
    table = shop.store.t.request_answer
    rows = table.select(table.c.verdict).where(table.c.request_id == request_id)
    return [row[0] for row in rows.order_by(table.c.id).tuples()]


def faultless(shop: SellingShop) -> bool:
    return shop.system.read(integrity.verify).faults == ()


def test_a_paper_beyond_the_limits_comes_back_and_goes_out_within_them_unasked(
    shop: SellingShop,
) -> None:
    first = asked(shop)
    assert answer(shop, first.request_id, EIGHT, note="กำไรบาง") == "approved"
    paper = shop.paper(first.id)
    assert (paper.state, paper.request and paper.request.note) == ("draft", "กำไรบาง")
    issued = again(shop, changed(shop, first.id, "8%"), issue=True)
    assert (issued.state, issued.number) == ("issued", "QT01-6911-00001")
    assert verdicts(shop, first.request_id) == ["approve", "within"]
    request = shop.request(first.request_id)
    assert json.loads(request["used_facts"])["discount"] == "8"
    assert faultless(shop)


def test_what_was_used_of_the_limits_is_on_record_with_its_figures(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    again(shop, changed(shop, first.id, "7%"))
    table = shop.store.t.request_answer
    row = list(table.select().order_by(table.c.id).dicts())[-1]
    assert row["person_id"] == 1
    figures = dict(json.loads(row["limits"]))
    assert (figures["discount"], figures["amount"]) == ("7", "8370.00")


def test_a_paper_within_the_limits_is_ready_at_once_with_room_up_to_them(
    shop: SellingShop,
) -> None:
    first = asked(shop)
    assert answer(shop, first.request_id, {"discount": "14"}) == "approved"
    assert shop.paper(first.id).state == "ready"
    saved = changed(shop, first.id, "14%")
    assert (saved.state, saved.kept) == ("ready", True)
    issued = shop.desk.officer.execute(IssueQuotation(saved.id, saved.version))
    assert issued.state == "issued"
    assert verdicts(shop, first.request_id) == ["approve", "within"]
    assert faultless(shop)


@pytest.mark.parametrize(
    "values",
    [
        {"discount": "8.01%"},
        {"payment_terms": "เครดิต 90 วัน"},
        {"remarks": "แถมค่าขนส่ง"},
        {"valid_days": 60},
        {"prices_include_vat": False, "discount": "14%"},
    ],
)
def test_anything_beyond_asks_anew_and_the_limited_approval_is_over(
    shop: SellingShop, values: dict[str, Any]
) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    typed = {"discount": "8%", **values}
    second = again(shop, changed(shop, first.id, typed.pop("discount"), **typed))
    assert second.state == "waiting"
    assert second.request_id != first.request_id
    assert shop.request(first.request_id)["state"] == "voided"
    assert faultless(shop)


def test_more_goods_or_another_customer_are_never_within(shop: SellingShop) -> None:
    for typed in (
        {"lines": (shop.line("CEM", 61, discount="8%"),)},
        {"lines": (shop.line("TILE", 60, discount="8%"),)},
        {"customer_id": shop.new_customer("คุณอื่น")},
    ):
        first = asked(shop)
        answer(shop, first.request_id, EIGHT)
        saved = shop.edited(first.id, **{"lines": (shop.line("CEM", 60, discount="8%"),), **typed})
        assert again(shop, saved).state == "waiting"


def test_fewer_goods_and_a_dearer_price_are_within(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    fewer = shop.edited(first.id, lines=(shop.line("CEM", 40, discount="6%"),))
    assert again(shop, fewer).state == "ready"


def test_the_amount_rises_no_higher_than_the_same_goods_at_list(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    dearer = shop.line("CEM", 60, unit_price=Money.of(151))
    assert again(shop, shop.edited(first.id, lines=(dearer,))).state == "ready"  # one's own by now
    assert shop.request(first.request_id)["state"] == "voided"


def test_another_paper_begun_meanwhile_takes_nothing_from_the_room(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    asked(shop)
    assert again(shop, changed(shop, first.id, "8%")).state == "ready"


def test_a_deposit_asked_in_the_answer_is_enough_to_go_on(shop: SellingShop) -> None:
    first = asked(shop, deposit_percent=Decimal(10))
    assert answer(shop, first.request_id, {"deposit_share": "50"}) == "approved"
    assert shop.paper(first.id).state == "draft"
    low = shop.edited(first.id, deposit_percent=Decimal(49))
    assert shop.desk.officer.read(preview, shop.paper(first.id).content, low.id).room
    high = shop.edited(first.id, deposit_percent=Decimal(50))
    assert again(shop, high, issue=True).state == "issued"


def test_shorter_validity_and_a_sum_can_be_asked_for(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, {"days": "7", "amount": "7000"})
    fewer = (shop.line("CEM", 50, discount="12%"),)
    assert again(shop, shop.edited(first.id, lines=fewer, valid_days=7)).state == "ready"


@pytest.mark.parametrize(
    ("limits", "code", "field"),
    [
        ({"stock": "none"}, "limit_unknown", "limits"),
        ({"discount": "x"}, "authority_value_unreadable", "limits.discount"),
        ({"discount": "101"}, "bad_percent", "limits.discount"),
        ({"deposit_share": "-1"}, "authority_value_unreadable", "limits.deposit_share"),
        ({"days": "0"}, "bad_valid_days", "limits.days"),
        ({"amount": "0"}, "limit_no_amount", "limits.amount"),
        ({"discount": "20"}, "limits_beyond_authority", "limits.discount"),
    ],
)
def test_a_limit_that_cannot_be_is_refused_beside_its_field(
    shop: SellingShop, limits: dict[str, str], code: str, field: str
) -> None:
    first = asked(shop)
    with pytest.raises(Refused) as refused:
        answer(shop, first.request_id, limits)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert shop.paper(first.id).state == "waiting"


def test_a_limit_stands_once(shop: SellingShop) -> None:
    first = asked(shop)
    assert first.request_id is not None
    twice = (AnswerLimit("discount", "8"), AnswerLimit("discount", "9"))
    with pytest.raises(Refused, match="limit_twice"):
        shop.desk.supervisor.execute(AnswerRequest(first.request_id, 1, "approve", "", twice))


def test_only_a_yes_to_issuing_carries_limits(shop: SellingShop) -> None:
    first = asked(shop)
    with pytest.raises(WrongState, match="limits_not_here"):
        answer(shop, first.request_id, EIGHT, "return", note="แก้ราคา")
    issued = shop.issued(valid_days=5)
    longer = ExtendQuotation(issued.id, issued.version, 20, "ลูกค้าขอเวลา")
    with pytest.raises(WrongState, match="limits_not_here"):
        answer(shop, shop.desk.officer.execute(longer).request_id, {"days": "10"})


def test_a_superior_lets_nobody_go_further_than_they_may_themselves(shop: SellingShop) -> None:
    first = asked(shop, "20%")  # beyond the supervisor: the manager is asked
    assert first.answerer == "คุณmanager"
    with pytest.raises(Refused, match="limits_beyond_authority"):
        answer(shop, first.request_id, {"discount": "15.01"})
    assert answer(shop, first.request_id, {"discount": "15"}) == "approved"
    assert shop.paper(first.id).state == "draft"
    assert again(shop, changed(shop, first.id, "15%")).state == "ready"


def test_advice_with_limits_goes_the_same_way(shop: SellingShop) -> None:
    for discount, state in (("8%", "draft"), ("6%", "ready")):
        first = asked(shop, discount)
        assert first.level == "CONSULT"
        assert answer(shop, first.request_id, {"discount": "7"}, "advise_for") == "approved"
        assert shop.paper(first.id).state == state
    went_on = shop.desk.officer.execute(IssueQuotation(first.id, shop.paper(first.id).version))
    assert went_on.state == "issued"
    assert faultless(shop)


def test_what_limits_allow_beyond_the_level_that_was_asked_is_not_asked_again_at_issue(
    shop: SellingShop,
) -> None:
    first = asked(shop, "8%")
    assert answer(shop, first.request_id, {"discount": "12"}, "advise_for") == "approved"
    saved = changed(shop, first.id, "12%")
    assert (saved.state, saved.kept) == ("ready", True)
    issued = shop.desk.officer.execute(IssueQuotation(saved.id, saved.version))
    assert issued.state == "issued"
    content = shop.paper(first.id).content
    assert shop.desk.officer.read(preview, content, first.id).room == (), "what is out has none"


def test_credit_finance_can_ask_for_a_deposit_and_not_give_a_discount(shop: SellingShop) -> None:
    shop.tell_credit(outstanding=90_000, overdue=1_000)
    first = asked(shop, deposit_percent=Decimal(10))
    with pytest.raises(Refused, match="limits_beyond_authority"):
        answer(shop, first.request_id, {"discount": "13"}, who="credit")
    assert answer(shop, first.request_id, {"deposit_share": "50"}, who="credit") == "waiting"
    assert answer(shop, first.request_id, {"discount": "12"}, who="director") == "approved"
    assert shop.paper(first.id).state == "draft"
    assert again(shop, shop.edited(first.id, deposit_percent=Decimal(50))).state == "ready"
    limits = json.loads(shop.request(first.request_id)["limits"])
    assert limits == [["discount", "12"], ["deposit_share", "50"]]


def test_credit_that_turned_worse_is_not_within_what_was_allowed(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    shop.tell_credit(outstanding=90_000, overdue=1_000)
    assert again(shop, changed(shop, first.id, "8%")).state == "waiting"


def test_credit_that_turned_worse_before_issue_is_asked_though_the_limits_are_kept(
    shop: SellingShop,
) -> None:
    first = asked(shop)
    answer(shop, first.request_id, {"discount": "14"})
    saved = changed(shop, first.id, "14%")
    shop.tell_credit(blocked=True)
    outcome = shop.desk.officer.execute(IssueQuotation(saved.id, saved.version))
    assert outcome.state == "waiting"


def test_a_matrix_that_became_stricter_since_takes_the_room_away(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    strict = (ladder("amount", (Level.SUPERIOR, None)),)
    rows = [
        replace(row, conditions=strict) if row.grade is Grade.G4 else row for row in shipped().rows
    ]
    shop.confirm(tuple(rows_to_json(rows)))
    second = again(shop, changed(shop, first.id, "8%"))
    assert (second.state, second.answerer) == ("waiting", "คุณmanager")


def test_who_answered_does_not_use_the_room_themselves(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, {"discount": "14"})
    document = shop.store.t.document
    with shop.store.write():
        document.update(owner_id=2).where(document.c.id == first.id).execute()
    lines = (shop.line("CEM", 60, discount="14%"),)
    assert shop.edited(first.id, lines=lines).kept is False


def test_the_live_preview_says_whether_the_room_is_kept(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)

    def look(discount: str) -> tuple[bool, bool]:
        content: Content = replace(
            shop.paper(first.id).content, lines=(shop.line("CEM", 60, discount=discount),)
        )
        found = shop.desk.officer.read(preview, content, first.id)
        return bool(found.room), found.within

    assert look("8%") == (True, True)
    assert look("9%") == (True, False)


def test_a_dropped_draft_takes_its_room_with_it(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    shop.desk.officer.execute(CancelQuotation(first.id, shop.paper(first.id).version, "ลูกค้าเลิก"))
    assert shop.request(first.request_id)["state"] == "voided"


def test_what_was_approved_with_limits_is_not_recalled_any_more(shop: SellingShop) -> None:
    first = asked(shop)
    answer(shop, first.request_id, EIGHT)
    assert first.request_id is not None
    with pytest.raises(Refused, match="already_answered"):
        shop.desk.officer.execute(RecallRequest(first.request_id, 1))


def special(shop: SellingShop, discount: str) -> tuple[Scene, int]:
    """A special order that the supervisor is asked about, signed and quoted."""
    facts = (("specification", "ประตูไม้สัก"),)
    line = shop.line("CEM", 60, discount=discount)
    content = shop.content(line, deposit_percent=Decimal(30), facts=facts)
    scene = Scene(shop, shop.desk.officer.execute(SaveOrder("SP", None, 0, content)).id)
    outcome = put_forward(scene)
    assert outcome.request_id is not None
    return scene, outcome.request_id


def put_forward(scene: Scene) -> Outcome:
    sign(scene)
    quote(scene)
    row = scene.row()
    command = SubmitOrder(row["id"], row["version"], Plea("ลูกค้าประจำ"))
    return scene.desk.officer.execute(command)


def retyped(scene: Scene, discount: str) -> Saved:
    row = scene.row()
    facts = (("specification", "ประตูไม้สัก"),)
    line = scene.shop.line("CEM", 60, discount=discount)
    content = scene.shop.content(line, deposit_percent=Decimal(30), facts=facts)
    return scene.desk.officer.execute(SaveOrder("SP", row["id"], row["version"], content))


def test_a_special_order_is_signed_again_and_then_goes_through(shop: SellingShop) -> None:
    scene, request_id = special(shop, "12%")
    answer(shop, request_id, EIGHT)
    retyped(scene, "8%")
    assert put_forward(scene).state == "ready"
    milder = retyped(scene, "7.5%")
    assert (milder.state, milder.kept) == ("draft", True)
    assert put_forward(scene).state == "ready"
    assert faultless(shop)


def test_a_ready_special_order_changed_within_is_signed_anew(shop: SellingShop) -> None:
    scene, request_id = special(shop, "10%")
    answer(shop, request_id, {"discount": "12"})
    assert scene.row()["state"] == "ready"
    saved = retyped(scene, "12%")
    assert (saved.state, saved.kept) == ("draft", True)
    assert put_forward(scene).state == "ready"
    assert verdicts(shop, request_id) == ["approve", "within"]
    assert faultless(shop)
