"""The first promise stays; later days stand beside it, and somebody told the customer."""

from datetime import date, timedelta

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.services.orders import goods_lists, goods_records
from crm_desktop.services.orders.orders import CancelOrder
from crm_desktop.services.orders.promises import PromiseAgain, TellCustomer
from crm_desktop.services.paging import ListQuery
from crm_desktop.store.orm import DatabaseError
from tests.services.goods_shop import TODAY, GoodsShop, desk, shop

__all__ = ["desk", "shop"]
SOON, LATER, LATEST = (TODAY + timedelta(days=days) for days in (2, 9, 20))


def promise(shop: GoodsShop, order: int, on: date, *lines: int, reason: str = "โรงงานช้า") -> None:
    version = shop.row(order)["version"]
    shop.desk.officer.execute(PromiseAgain(order, version, on, reason, lines))


def tell(shop: GoodsShop, order: int, about: str, words: str = "คุยกับคุณแดง", **values: str) -> None:
    given = {"channel": "phone", **values}
    version = shop.row(order)["version"]
    shop.desk.officer.execute(TellCustomer(order, version, about, words=words, **given))


def promised(shop: GoodsShop, order: int) -> tuple[str | None, str | None]:
    row = shop.row(order)
    return row["first_promise_on"], row["promised_on"]


def test_no_later_day_ever_moves_the_first_promise(shop: GoodsShop) -> None:
    order = shop.back_order(10, facts=(("wanted_on", LATER.isoformat()),))
    assert promised(shop, order) == (LATER.isoformat(), LATER.isoformat())
    for day in (LATEST, SOON, LATER):
        promise(shop, order, day)
        assert promised(shop, order) == (LATER.isoformat(), day.isoformat())
    ladder = shop.desk.officer.read(goods_records.promises_of, order)
    assert [(each.promised_on, each.source) for each in ladder] == [
        (LATER, "paper"),
        (LATEST, "desk"),
        (SOON, "desk"),
        (LATER, "desk"),
    ]
    assert (ladder[1].reason, ladder[1].by) == ("โรงงานช้า", "คุณofficer")


def test_the_paper_is_promised_when_its_last_line_is(shop: GoodsShop) -> None:
    order = shop.confirmed("BO", shop.line("CEM", 5), shop.line("TILE", 5)).id
    first, second = shop.lines(order)
    promise(shop, order, LATER, first)
    promise(shop, order, LATEST, second)
    assert promised(shop, order) == (LATEST.isoformat(), LATEST.isoformat())
    promise(shop, order, SOON, second)
    assert promised(shop, order) == (LATEST.isoformat(), LATER.isoformat())


def test_a_line_that_is_here_does_not_hold_the_promise_of_the_rest_back(shop: GoodsShop) -> None:
    order = shop.confirmed("BO", shop.line("CEM", 5), shop.line("TILE", 5)).id
    first, second = shop.lines(order)
    promise(shop, order, LATEST, first)
    request = shop.purchase(order, 5)
    shop.receive(request, 5)
    promise(shop, order, LATER, second)
    assert promised(shop, order)[1] == LATER.isoformat()
    with pytest.raises(Refused, match="nothing_awaited") as told:
        promise(shop, order, LATEST, second, first)
    assert told.value.field == "line_ids.1"


def test_a_promise_needs_a_day_to_come_a_reason_and_goods_to_wait_for(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    with pytest.raises(Refused, match="promise_past"):
        promise(shop, order, TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="reason_needed"):
        promise(shop, order, LATER, reason="  ")
    shop.receive(shop.purchase(order), 5)
    with pytest.raises(Refused, match="nothing_awaited"):
        promise(shop, order, LATER)
    assert promised(shop, order) == (None, None)
    with pytest.raises(NotAllowed):
        shop.desk.cashier.execute(PromiseAgain(order, shop.row(order)["version"], LATER, "x"))


def test_a_year_typed_wrong_becomes_no_promise(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    farthest = date(2028, 11, 22)
    with pytest.raises(Refused, match="day_too_far") as told:
        promise(shop, order, farthest + timedelta(days=1))
    assert told.value.values["last"] == farthest
    with pytest.raises(Refused, match="day_too_far"):
        shop.ask(order, wanted_on=date(2600, 1, 1))
    request = shop.purchase(order)
    with pytest.raises(Refused, match="day_too_far"):
        shop.answer(request, "confirm", on=date(2057, 11, 22))
    with pytest.raises(Refused, match="day_too_far"):
        shop.back_order(5, facts=(("wanted_on", "2057-11-22"),))
    assert promised(shop, order) == (None, None)
    promise(shop, order, farthest)


def test_the_day_that_holds_already_is_no_other_day(shop: GoodsShop) -> None:
    order = shop.confirmed("BO", shop.line("CEM", 5), shop.line("TILE", 5)).id
    first, second = shop.lines(order)
    promise(shop, order, LATER)
    for lines in ((), (first,), (first, second)):
        with pytest.raises(Refused, match="promise_same_day"):
            promise(shop, order, LATER, *lines)
    promise(shop, order, LATEST, second)
    promise(shop, order, LATER)  # of one of the two it is another one
    assert promised(shop, order)[1] == LATER.isoformat()


def test_no_customer_is_told_a_day_that_is_over(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    promise(shop, order, SOON)
    assert due(shop) == [(order, "promise")]
    shop.desk.later(days=3)
    assert due(shop) == []
    with pytest.raises(Refused, match="promise_over"):
        tell(shop, order, "promise")
    promise(shop, order, LATER)
    tell(shop, order, "promise")


def test_a_rung_of_the_ladder_can_never_be_rewritten(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    promise(shop, order, LATER)
    tell(shop, order, "promise")
    for name in ("promise", "telling"):
        table = getattr(shop.store.t, name)
        with pytest.raises(DatabaseError), shop.store.write():
            table.update(promised_on=SOON.isoformat()).execute()


# ---------------------------------------------------------------- telling the customer


def test_who_is_told_of_goods_is_known_with_the_moment_and_the_words(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    request = shop.purchase(order)
    with pytest.raises(Refused, match="nothing_to_tell"):
        tell(shop, order, "arrival")
    shop.receive(request, 3)
    tell(shop, order, "arrival", "มารับได้เลย", channel="line")
    assert shop.stages(order) == {"told": 3, "requested": 2}
    with pytest.raises(Refused, match="nothing_to_tell"):
        tell(shop, order, "arrival")
    shop.receive(request, 2)
    tell(shop, order, "arrival")
    assert shop.row(order)["state"] == "told"
    first, _ = shop.desk.officer.read(goods_records.tellings, order)
    assert (first.about, first.channel, first.words) == ("arrival", "line", "มารับได้เลย")
    assert (first.by, first.at) == ("คุณofficer", shop.desk.now)


def test_telling_says_how_and_what(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    promise(shop, order, LATER)
    with pytest.raises(Refused, match="words_needed"):
        tell(shop, order, "promise", " ")
    for values in ({"about": "weather"}, {"about": "promise", "channel": "pigeon"}):
        with pytest.raises(Refused, match="bad_choice"):
            tell(shop, order, **values)
    with pytest.raises(Refused, match="nothing_promised"):
        tell(shop, shop.back_order(5), "promise")
    quotation = shop.issued()
    with pytest.raises(Refused, match="not_found"):
        tell(shop, quotation.id, "promise")
    draft = shop.saved("BO", shop.line())
    with pytest.raises(Refused, match="nothing_to_tell"):
        tell(shop, draft.id, "arrival")


def due(shop: GoodsShop, **filters: str) -> list[tuple[int, str]]:
    page = shop.desk.officer.read(goods_lists.to_tell, ListQuery(filters=filters))
    return [(row.id, row.about) for row in page.rows]


def test_no_customer_is_left_untold_of_goods_or_of_another_day(shop: GoodsShop) -> None:
    order = shop.back_order(5, facts=(("wanted_on", LATER.isoformat()),))
    assert due(shop) == []  # the day stands on the paper in the customer's hand
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=LATEST)
    assert due(shop) == [(order, "promise")]
    tell(shop, order, "promise")
    assert due(shop) == []
    promise(shop, order, LATER)
    assert due(shop) == [(order, "promise")]
    shop.receive(request, 5)
    assert due(shop) == [(order, "arrival")]
    assert due(shop, about="promise") == []
    tell(shop, order, "arrival")
    assert due(shop) == []


def test_the_list_of_who_to_tell_says_since_when(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    request = shop.purchase(order)
    shop.desk.later(days=2)
    shop.receive(request, 5, received_on=TODAY + timedelta(days=1))
    (row,) = shop.desk.officer.read(goods_lists.to_tell, ListQuery()).rows
    assert (row.since, row.phone) == (TODAY + timedelta(days=1), "081-234-5678")
    assert (row.kind, row.reference) == ("BO", shop.row(order)["number"])


# ---------------------------------------------------------------- promises at risk


def at_risk(shop: GoodsShop) -> list[tuple[int, int]]:
    page = shop.desk.officer.read(goods_lists.promises_at_risk, ListQuery())
    return [(row.id, row.late_days) for row in page.rows]


def test_a_promise_that_is_near_or_over_is_seen_before_the_customer_calls(
    shop: GoodsShop,
) -> None:
    late, near, far, here = (shop.back_order(5, code) for code in ("CEM", "TILE", "STEEL", "CEM"))
    for order, days in ((late, 4), (near, 7), (far, 30), (here, 4)):
        promise(shop, order, TODAY + timedelta(days=days))
    shop.receive(shop.purchase(late), 5, allocate=False)  # lies there for nobody yet
    shop.desk.later(days=5)
    assert at_risk(shop) == [(late, 1), (here, 1), (near, -2)]
    page = shop.desk.officer.read(goods_lists.promises_at_risk, ListQuery(limit=2))
    assert [row.id for row in page.rows] == [late, here]
    page = shop.desk.officer.read(goods_lists.promises_at_risk, ListQuery(after=page.next))
    assert [row.id for row in page.rows] == [near]


def test_what_is_set_aside_or_given_up_is_at_risk_no_more(shop: GoodsShop) -> None:
    first, second = shop.back_order(5), shop.back_order(5)
    for order in (first, second):
        promise(shop, order, SOON)
    shop.receive(shop.purchase(first), 5)
    shop.cancel(second)
    assert at_risk(shop) == []


def test_a_cancelled_paper_promises_nothing(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    shop.cancel(order)
    with pytest.raises(Refused, match="nothing_awaited"):
        promise(shop, order, LATER)


def test_a_locked_paper_waits_for_its_answer(shop: GoodsShop) -> None:
    order = shop.back_order(5)
    version = shop.row(order)["version"]
    shop.desk.officer.execute(CancelOrder(order, version, "ลูกค้าไม่เอาแล้ว"))
    with pytest.raises(WrongState, match="document_locked"):
        promise(shop, order, LATER)
