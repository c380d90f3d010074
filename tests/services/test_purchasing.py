"""What is short is asked for once, never before its deposit, and Sales' word comes back."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.domain.tax import VatClass
from crm_desktop.services import integrity
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposits import (
    AskDeposit,
    BounceDeposit,
    ClearDeposit,
    Received,
    ReceiveDeposit,
)
from crm_desktop.services.orders import goods_lists
from crm_desktop.services.orders.order_lists import order as read_order
from crm_desktop.services.orders.order_lists import preview_order
from crm_desktop.services.orders.orders import SaveOrder, SubmitOrder
from crm_desktop.services.orders.purchasing import AnswerPurchase, RequestPurchase, WaiveDeposit
from crm_desktop.services.paging import ListQuery
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE
from tests.services.goods_shop import TODAY, GoodsShop, desk, shop

__all__ = ["desk", "shop"]


def test_all_that_is_short_is_asked_for_with_the_papers_prices_but_no_deposit(
    shop: GoodsShop,
) -> None:
    order = shop.confirmed(
        "BO",
        shop.line("CEM", 10, discount="5%"),
        shop.line("TILE", 4, discount="20"),
        facts=(("wanted_on", "2026-12-20"),),
        project="บ้านคุณแดง",
    ).id
    draft = shop.ask(order, supplier="ปูนไทย", note="ส่งหน้าร้าน")
    row = shop.row(draft.id)
    assert (row["kind"], row["state"], row["parent_id"]) == ("PR", "draft", order)
    assert (row["family_id"], row["project"]) == (shop.row(order)["family_id"], "บ้านคุณแดง")
    assert row["deposit_percent"] == "0"
    assert row["total_satang"] == 95 * 150 * 10 + 289 * 4 * 100
    assert '"wanted_on": "2026-12-20"' in row["facts"]
    assert shop.stages(order) == {"short": 14}  # a draft asks nobody yet
    shop.issue(draft)
    assert shop.stages(order) == {"requested": 14}
    assert shop.row(order)["state"] == "requested"


def test_only_what_is_short_can_be_asked_for(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    for asked in ("10.001", "0", "-1", "1.0001"):
        with pytest.raises(Refused) as told:
            shop.ask(order, asked)
        assert told.value.field == "lines.0"
    with pytest.raises(Refused, match="more_than_there") as told:
        shop.ask(order, "10.001")
    assert told.value.values["there"] == 10
    other = shop.back_order(3)
    command = RequestPurchase(
        order, shop.row(order)["version"], ((shop.lines(other)[0], Decimal(1)),)
    )
    with pytest.raises(Refused, match="not_found"):
        shop.desk.officer.execute(command)
    command = RequestPurchase(order, 1)
    with pytest.raises(Stale):
        shop.desk.officer.execute(command)


def test_what_a_draft_asks_already_is_not_asked_for_twice(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    first = shop.ask(order, 6)
    rest = shop.ask(order)
    assert shop.row(rest.id)["total_satang"] == 4 * 15_000
    with pytest.raises(Refused, match="nothing_to_request"):
        shop.ask(order)
    shop.issue(first)
    with pytest.raises(Refused, match="more_than_there") as told:
        shop.ask(order, 1)
    assert told.value.values["there"] == 0


def test_a_request_never_buys_more_than_is_short_when_it_goes_out(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    draft = shop.ask(order)
    other = shop.back_order(4)
    shop.receive(shop.purchase(other), 4)  # the earlier order is served first
    assert shop.stages(order) == {"allocated": 4, "short": 6}
    with pytest.raises(Refused, match="more_than_short") as told:
        shop.issue(draft)
    assert told.value.field == "lines.0"
    assert (told.value.values["there"], told.value.values["asked"]) == (6, 10)
    assert shop.row(draft.id)["number"] is None


def test_a_request_stands_for_its_own_order_even_when_somebody_typed_over_it(
    shop: GoodsShop,
) -> None:
    order = shop.back_order(10)
    draft = shop.ask(order)
    content = shop.content(shop.line("STEEL", 10, source_id=shop.lines(order)[0]))
    saved = shop.desk.officer.execute(SaveOrder("PR", draft.id, draft.version, content))
    with pytest.raises(Refused, match="purchase_without_source"):
        shop.issue(saved)


def test_a_day_that_is_over_is_not_wanted(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    with pytest.raises(Refused, match="wanted_past"):
        shop.ask(order, wanted_on=date(2026, 11, 21))


def test_a_sales_order_buys_nothing(shop: GoodsShop) -> None:
    order = shop.confirmed("SO", shop.line()).id
    with pytest.raises(Refused, match="not_found"):
        shop.ask(order)


# ---------------------------------------------------------------- the deposit comes first


def by_cheque(shop: GoodsShop, order: int) -> Received:
    """A deposit of 450 baht that the bank has not paid yet."""
    asked = shop.desk.officer.execute(AskDeposit(order))
    cheque = (("bank", "SCB"), ("cheque_number", "0012"), ("cheque_date", "2026-11-22"))
    return shop.desk.cashier.execute(
        ReceiveDeposit(asked.id, asked.version, Money.of(450), "cheque", TODAY, cheque)
    )


def test_nothing_is_bought_before_the_deposit_is_held_and_cleared(shop: GoodsShop) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    draft = shop.ask(order)
    with pytest.raises(NeedsApproval) as told:
        shop.issue(draft)
    assert told.value.code == "deposit_not_held"
    assert told.value.values["missing"] == Money.of(450)
    came = by_cheque(shop, order)
    with pytest.raises(NeedsApproval, match="deposit_not_held"):
        shop.issue(draft)
    shop.desk.credit.execute(ClearDeposit(came.id, came.version, TODAY))
    shop.issue(draft)
    assert shop.stages(order) == {"requested": 10}


def test_a_bounced_cheque_keeps_the_next_purchase_back(shop: GoodsShop) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    came = by_cheque(shop, order)
    draft = shop.ask(order)
    cleared = shop.desk.credit.execute(ClearDeposit(came.id, came.version, TODAY))
    bounce = BounceDeposit(came.id, cleared.version, TODAY, "เงินไม่พอ")
    shop.desk.credit.execute(bounce)
    with pytest.raises(NeedsApproval, match="deposit_not_held"):
        shop.issue(draft)


def test_goods_are_bought_without_the_deposit_only_where_somebody_waived_it(
    shop: GoodsShop,
) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    draft = shop.ask(order)
    version = shop.row(order)["version"]
    with pytest.raises(Refused, match="reason_needed"):
        shop.desk.officer.execute(WaiveDeposit(order, version))
    asked = shop.desk.officer.execute(WaiveDeposit(order, version, Plea("ลูกค้าประจำ")))
    assert asked.level == "SUPERIOR"
    with pytest.raises(WrongState, match="document_locked"):
        shop.issue(draft)
    request = shop.request(asked.request_id)
    shop.desk.supervisor.execute(AnswerRequest(request["id"], request["version"], "approve"))
    assert shop.row(order)["waived_request_id"] == request["id"]
    shop.issue(draft)
    assert shop.stages(order) == {"requested": 10}
    again = WaiveDeposit(order, shop.row(order)["version"], Plea("อีกครั้ง"))
    with pytest.raises(Refused, match="nothing_to_waive"):
        shop.desk.officer.execute(again)


def test_a_refused_waiver_leaves_the_deposit_wanted(shop: GoodsShop) -> None:
    order = shop.back_order(10, deposit_percent=Decimal(30))
    version = shop.row(order)["version"]
    asked = shop.desk.officer.execute(WaiveDeposit(order, version, Plea("ลูกค้าประจำ")))
    request = shop.request(asked.request_id)
    answer = AnswerRequest(request["id"], request["version"], "reject", "ต้องมีมัดจำ")
    shop.desk.supervisor.execute(answer)
    row = shop.row(order)
    assert (row["waived_request_id"], row["state"]) == (None, "confirmed")
    assert "waive_reject" in shop.told(order)


def test_a_paper_that_requires_no_deposit_has_none_to_waive(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    with pytest.raises(Refused, match="nothing_to_waive"):
        shop.desk.director.execute(WaiveDeposit(order, shop.row(order)["version"], Plea("x")))
    draft = shop.saved("BO", shop.line(), deposit_percent=Decimal(30))
    with pytest.raises(WrongState, match="waive_not_open"):
        shop.desk.director.execute(WaiveDeposit(draft.id, draft.version, Plea("x")))


# ---------------------------------------------------------------- what Sales answers


def test_the_suppliers_day_becomes_the_customers_promise(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    assert shop.answer(request, "acknowledge").state == "acknowledged"
    day = TODAY + timedelta(days=9)
    done = shop.answer(request, "confirm", on=day, reference="PO-77")
    assert done.state == "confirmed"
    assert shop.row(request)["outside_reference"] == "PO-77"
    assert shop.row(request)["promised_on"] == day.isoformat()
    row = shop.row(order)
    assert (row["first_promise_on"], row["promised_on"]) == (day.isoformat(), day.isoformat())
    assert (row["state"], shop.stages(order)) == ("ordered", {"ordered": 10})
    later = day + timedelta(days=5)
    shop.answer(request, "confirm", on=later)
    row = shop.row(order)
    assert (row["first_promise_on"], row["promised_on"]) == (day.isoformat(), later.isoformat())


def test_a_confirmation_names_a_day_that_is_not_over(shop: GoodsShop) -> None:
    request = shop.purchase(shop.back_order(10))
    with pytest.raises(Refused, match="promise_missing"):
        shop.answer(request, "confirm")
    with pytest.raises(Refused, match="promise_past"):
        shop.answer(request, "confirm", on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="bad_choice"):
        shop.answer(request, "cancel")
    with pytest.raises(Refused, match="reason_needed"):
        shop.answer(request, "decline")


def test_what_is_declined_is_short_again_and_can_be_asked_for_anew(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=TODAY)
    assert shop.answer(request, "decline", reason="เลิกผลิต").state == "declined"
    assert shop.stages(request) == {"withdrawn": 10}
    assert shop.stages(order) == {"short": 10}
    assert shop.row(order)["state"] == "confirmed"
    shop.purchase(order)
    assert shop.stages(order) == {"requested": 10}


def test_the_rest_that_never_comes_is_short_again(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.receive(request, 4)
    assert shop.answer(request, "decline", reason="ของหมด").state == "received"
    assert shop.stages(request) == {"received": 4, "withdrawn": 6}
    assert shop.stages(order) == {"allocated": 4, "short": 6}


def test_declining_leaves_nobody_waiting_for_goods_that_went_to_somebody_else(
    shop: GoodsShop,
) -> None:
    first, second = shop.back_order(10), shop.back_order(10)
    for_first, for_second = shop.purchase(first), shop.purchase(second)
    shop.receive(for_second, 10)
    assert shop.stages(second) == {"ordered": 10}  # the first's request still brings ten
    shop.answer(for_first, "decline", reason="ของหมด")
    assert shop.stages(second) == {"short": 10}
    assert shop.stages(first) == {"allocated": 10}


def test_a_cancelled_request_brings_nothing_and_its_order_is_short_again(shop: GoodsShop) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.cancel(request)
    assert shop.row(request)["state"] == "cancelled"
    assert shop.stages(order) == {"short": 10}


def test_only_sales_answers(shop: GoodsShop) -> None:
    request = shop.purchase(shop.back_order(10))
    command = AnswerPurchase(request, shop.row(request)["version"], "acknowledge")
    for who in (shop.desk.officer, shop.desk.cashier, shop.desk.receiving):
        with pytest.raises(NotAllowed):
            who.execute(command)


def test_a_declined_request_lets_nothing_more_happen(shop: GoodsShop) -> None:
    request = shop.purchase(shop.back_order(10))
    shop.answer(request, "decline", reason="ของหมด")
    for event, values in (("acknowledge", {}), ("confirm", {"on": TODAY})):
        with pytest.raises(WrongState):
            shop.answer(request, event, **values)
    with pytest.raises(WrongState):
        shop.receive(request, 1)


def test_two_requests_for_the_same_shortage_pressed_together_buy_it_once(
    shop: GoodsShop, store_url: str
) -> None:
    order = shop.back_order(10)
    version = shop.row(order)["version"]
    drafts = [shop.desk.director.execute(RequestPurchase(order, version))]
    with shop.store.write():  # a second draft of the same goods, as a lost one once was
        table = shop.store.t.document
        table.update(state="cancelled").where(table.c.id == drafts[0].id).execute()
    drafts.append(shop.desk.director.execute(RequestPurchase(order, version)))
    with shop.store.write():
        table.update(state="draft").where(table.c.id == drafts[0].id).execute()
    people = [list(PEOPLE).index(name) + 1 for name in ("director", "manager")]
    race = Race(
        racers.press,
        store_url,
        [
            (person, (SubmitOrder(draft.id, draft.version, Plea("ด่วน"), issue=True),))
            for person, draft in zip(people, drafts, strict=True)
        ],
    )
    race.run()
    assert sorted(word for told in race.told for word in told) == ["done", "more_than_short"]
    assert shop.stages(order) == {"requested": 10}
    assert shop.system.read(integrity.verify).faults == ()


def test_sales_finds_what_nobody_took_up(shop: GoodsShop) -> None:
    order = shop.back_order(10, facts=(("wanted_on", "2026-12-01"),))
    requests = [shop.purchase(order, 4), shop.purchase(order, 6, supplier="ปูนไทย")]
    shop.answer(requests[0], "acknowledge")
    shop.desk.later(days=2)
    page = shop.desk.sales.read(goods_lists.unacknowledged, ListQuery())
    (row,) = page.rows
    assert (row.id, row.quantity, row.supplier, row.age_days) == (requests[1], 6, "ปูนไทย", 2)
    assert (row.parent_id, row.parent_reference) == (order, shop.row(order)["number"])
    assert row.needed_by == date(2026, 12, 1)
    page = shop.desk.sales.read(goods_lists.purchases, ListQuery(limit=1))
    assert [each.id for each in page.rows] == requests[:1]
    page = shop.desk.sales.read(goods_lists.purchases, ListQuery(limit=1, after=page.next))
    assert ([each.id for each in page.rows], page.next) == (requests[1:], None)
    assert not hasattr(row, "total")


# ---------------------------------------------------------------- what it asks of the matrix


def test_a_price_typed_on_a_request_never_makes_it_smaller_than_its_goods(shop: GoodsShop) -> None:
    order = shop.confirmed("BO", shop.line("CEM", 400), shop.line("TILE", 1, discount="5%")).id
    draft = shop.ask(order)
    whole = shop.row(draft.id)["total_satang"]
    content = shop.desk.officer.read(read_order, draft.id).content
    typed = replace(
        content,
        document_discount="99%",
        prices_include_vat=False,
        lines=tuple(
            replace(line, unit_price=Money(1), discount="90%", vat_class=VatClass.EXEMPT)
            for line in content.lines
        ),
    )
    shown = shop.desk.officer.read(preview_order, "PR", typed, draft.id)
    assert shown.totals.grand_total == Money(whole)
    saved = shop.desk.officer.execute(SaveOrder("PR", draft.id, draft.version, typed))
    assert shop.row(draft.id)["total_satang"] == whole
    asked = shop.desk.officer.execute(SubmitOrder(saved.id, saved.version, Plea("ลูกค้ารอ")))
    assert asked.level == "SUPERIOR"
    assert shop.request(asked.request_id)["amount_satang"] == whole


def test_a_part_of_a_line_with_baht_off_is_asked_for_at_its_full_price(shop: GoodsShop) -> None:
    order = shop.confirmed("BO", shop.line("CEM", 10, discount="1000")).id
    assert shop.row(shop.ask(order, 1).id)["total_satang"] == 15_000
