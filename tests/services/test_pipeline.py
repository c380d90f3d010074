"""Quotations lived: followed up in time, objections, the board, the forecast, prices that rise."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.domain.pipeline import ENOUGH
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.housekeeping import Housekeeping, chores
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.board import board, board_page, move_to
from crm_desktop.services.papers.exits import TakeOut
from crm_desktop.services.papers.follow_ups import (
    RecordFollowUp,
    RecordObjection,
    SetExpected,
    follow_up_page,
    kept,
    last_objection,
)
from crm_desktop.services.papers.forecast import (
    forecast,
    forecast_papers,
    keep_forecast,
    lost_reasons,
    win_rates,
)
from crm_desktop.services.papers.price_rises import TellPriceRise, rise_page, rises, sweep
from crm_desktop.services.papers.quotation_life import FollowQuotation, SetFollowUp
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.services.papers.quotations import Outcome, ReviseQuotation
from crm_desktop.services.papers.stages import SaveStages, likelihood
from crm_desktop.services.registry import SYSTEM, Context
from crm_desktop.services.team.decisions import Span
from crm_desktop.services.team.members import EVERYBODY
from crm_desktop.store.audit import Entry, append
from tests.services.pipeline_shop import LARGE, large, raise_price, version
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]


def follow(shop: SellingShop, paper: Outcome, event: str, **values: object) -> None:
    command = FollowQuotation(paper.id, version(shop, paper.id), event, **values)  # type: ignore[arg-type]
    shop.desk.officer.execute(command)


def called(shop: SellingShop, paper: Outcome, result: str = "thinking", **values: object) -> None:
    values = {"note": "รอเจ้าของกลับมา", **values}
    command = RecordFollowUp(paper.id, version(shop, paper.id), "phone", result, **values)  # type: ignore[arg-type]
    shop.desk.officer.execute(command)


def span(shop: SellingShop, days: int = 30) -> Span:
    today = shop.desk.now.date()
    return Span(today - timedelta(days=days), today)


def test_a_follow_up_done_by_its_date_counts_and_brings_the_next(shop: SellingShop) -> None:
    paper = large(shop)
    due = shop.paper(paper.id).content.follow_up_on
    assert due is not None
    shop.desk.later(days=(due - shop.desk.now.date()).days)
    called(shop, paper, note="ขอคุยกับหุ้นส่วน", objection="price", answer="ลดค่าส่ง")
    following = shop.paper(paper.id).content.follow_up_on
    assert following is not None
    assert following > due
    (row,) = shop.desk.supervisor.read(kept, span(shop))
    assert (row.due, row.in_time, row.share) == (1, 1, Fraction(1))
    assert shop.desk.officer.read(last_objection, paper.id) == "price"


def test_putting_a_call_off_does_not_make_it_done_in_time(shop: SellingShop) -> None:
    paper = large(shop)
    later = shop.desk.now.date() + timedelta(days=9)
    shop.desk.officer.execute(SetFollowUp(paper.id, version(shop, paper.id), later))
    shop.desk.later(days=9)
    called(shop, paper)
    (row,) = shop.desk.supervisor.read(kept, span(shop))
    assert (row.due, row.in_time, row.late) == (1, 0, 1)


def test_a_call_put_off_by_mistake_is_due_again_though_its_day_is_over(shop: SellingShop) -> None:
    paper, officer = large(shop), shop.desk.officer
    due = shop.paper(paper.id).content.follow_up_on
    assert due is not None
    shop.desk.later(days=(due - shop.desk.now.date()).days + 3)
    later = shop.desk.now.date() + timedelta(days=9)
    officer.execute(SetFollowUp(paper.id, version(shop, paper.id), later))
    back = officer.reverse
    assert back is not None
    officer.execute(back)
    assert shop.paper(paper.id).content.follow_up_on == due
    now = version(shop, paper.id)
    for wrong in (
        SetFollowUp(paper.id, now, due),
        SetFollowUp(paper.id, now, due - timedelta(days=1), back=True),
    ):
        with pytest.raises(Refused, match="follow_up_past"):
            officer.execute(wrong)


def test_what_nobody_did_before_the_offer_ran_out_was_missed(shop: SellingShop) -> None:
    paper = shop.issued(shop.line("CEM", LARGE), valid_days=5)
    shop.desk.later(days=3)
    (owed,) = shop.desk.supervisor.read(kept, span(shop))
    assert (owed.due, owed.missed) == (1, 1)
    shop.desk.later(days=4)
    shop.system.execute(Housekeeping())
    assert shop.paper(paper.id).state == "expired"
    (row,) = shop.desk.supervisor.read(kept, span(shop))
    assert (row.due, row.missed) == (1, 1)


def test_the_customers_own_word_is_a_follow_up_too(shop: SellingShop) -> None:
    paper = large(shop)
    shop.desk.later(days=2)
    follow(shop, paper, "confirm_receipt", receiver="คุณหญิง", how="line")
    (row,) = shop.desk.supervisor.read(kept, span(shop))
    assert row.due == 1
    page = shop.desk.officer.read(quotation_page, ListQuery(filters={"mine": True}))
    received = page.rows[0].received
    assert received is not None
    assert (received.name, received.how) == ("คุณหญิง", "line")
    following = shop.paper(paper.id).content.follow_up_on
    assert following is not None
    assert following > shop.desk.now.date()


def test_sent_but_not_known_to_be_received_is_a_list_of_its_own(shop: SellingShop) -> None:
    paper, _quiet = large(shop), large(shop)
    wanted = ListQuery(filters={"unconfirmed": True})
    assert shop.desk.officer.read(quotation_page, wanted).rows == ()
    shop.desk.officer.execute(TakeOut(paper.id, "email"))
    (row,) = shop.desk.officer.read(quotation_page, wanted).rows
    assert row.sent is not None
    assert (row.id, row.sent.how) == (paper.id, "email")
    follow(shop, paper, "confirm_receipt")
    assert shop.desk.officer.read(quotation_page, wanted).rows == ()


def test_the_follow_up_table_has_what_is_overdue_today_and_next(shop: SellingShop) -> None:
    first, second = large(shop), large(shop)
    on = shop.desk.now.date() + timedelta(days=3)
    shop.desk.officer.execute(SetFollowUp(second.id, version(shop, second.id), on))
    shop.desk.later(days=3)

    def ids(when: str) -> list[int]:
        wanted = ListQuery(filters={"when": when, "mine": True})
        return [row.id for row in shop.desk.officer.read(follow_up_page, wanted).rows]

    assert (ids("overdue"), ids("today"), ids("week")) == ([first.id], [second.id], [])
    assert ids("due") == [first.id, second.id]


def test_nothing_is_followed_up_once_the_customer_decided(shop: SellingShop) -> None:
    paper = large(shop)
    follow(shop, paper, "accept")
    with pytest.raises(WrongState, match="follow_up_not_open"):
        called(shop, paper)
    with pytest.raises(WrongState, match="follow_up_not_open"):
        shop.desk.officer.execute(RecordObjection(paper.id, "price"))
    other = large(shop)
    for command, code in (
        (RecordObjection(other.id, "other"), "objection_words_needed"),
        (RecordFollowUp(other.id, version(shop, other.id), "phone", "gold"), "bad_choice"),
        (
            RecordFollowUp(other.id, version(shop, other.id), "phone", "interested", " "),
            "follow_up_note_needed",
        ),
        (SetExpected(other.id, version(shop, other.id), date(2026, 1, 1)), "expected_past"),
    ):
        with pytest.raises(Refused, match=code):
            shop.desk.officer.execute(command)  # type: ignore[misc]


def test_losses_are_counted_by_reason_and_a_revised_offer_once(shop: SellingShop) -> None:
    lost, won, first = large(shop), large(shop), large(shop)
    follow(shop, lost, "lose", lost_code="competitor")
    follow(shop, won, "accept")
    second = shop.submit(shop.desk.officer.execute(ReviseQuotation(first.id)), issue=True)
    follow(shop, second, "accept")
    (row,) = shop.desk.supervisor.read(win_rates, span(shop))
    assert (row.won, row.lost, row.rate) == (2, 1, Fraction(2, 3))
    (reason,) = shop.desk.supervisor.read(lost_reasons, span(shop))
    assert (reason.code, reason.papers) == ("competitor", 1)
    assert shop.desk.officer.read(forecast).value == Money.ZERO


def test_the_board_adds_up_and_moves_only_as_the_table_of_states_allows(shop: SellingShop) -> None:
    draft, paper = shop.draft(shop.line("CEM", LARGE)), large(shop)
    heads = {head.key: head for head in shop.desk.officer.read(board, {"mine": True})}
    assert (heads["preparing"].count, heads["issued"].count) == (1, 1)
    assert heads["issued"].total == shop.paper(paper.id).total
    assert move_to("issued", "negotiating") == "negotiate"
    for state, key in (("draft", "accepted"), ("issued", "preparing"), ("lost", "issued")):
        with pytest.raises(Refused):
            move_to(state, key)
    shop.desk.later(days=4)
    follow(shop, paper, "negotiate")
    (card,) = shop.desk.officer.read(board_page, "negotiating", ListQuery()).rows
    assert (card.id, card.days, card.late) == (paper.id, 0, False)
    (card,) = shop.desk.officer.read(board_page, "preparing", ListQuery()).rows
    assert (card.id, card.days) == (draft.id, 4)


def test_every_card_of_a_column_is_reached_page_by_page(shop: SellingShop) -> None:
    papers = {shop.issued().id for _ in range(5)}
    seen: list[int] = []
    wanted: ListQuery | None = ListQuery(limit=2)
    while wanted is not None:
        page = shop.desk.officer.read(board_page, "issued", wanted)
        seen += [card.id for card in page.rows]
        wanted = ListQuery(limit=2, after=page.next) if page.next else None
    assert sorted(seen) == sorted(papers)


def test_the_forecast_weighs_open_offers_by_stage_and_month(shop: SellingShop) -> None:
    paper, other = large(shop), large(shop)
    follow(shop, other, "confirm_receipt")
    on = shop.desk.now.date() + timedelta(days=40)
    shop.desk.officer.execute(SetExpected(paper.id, version(shop, paper.id), on))
    found = shop.desk.officer.read(forecast)
    total = shop.paper(paper.id).total
    assert found.value == total + total
    assert found.weighted == Money(total.satang * 25 // 100 + total.satang * 40 // 100)
    month = next(row for row in found.months if row.id == on.isoformat()[:7])
    assert month.value == total
    (row,) = shop.desk.officer.read(
        forecast_papers, month.id, "issued", None, ListQuery(sort="on")
    ).rows
    assert (row.id, row.on) == (paper.id, on)
    assert shop.desk.supervisor.read(forecast, EVERYBODY).value == found.value
    with pytest.raises(NotAllowed):
        shop.desk.officer.read(forecast, EVERYBODY)


def test_what_was_forecast_is_kept_and_measured_against_what_came(shop: SellingShop) -> None:
    paper = large(shop)
    in_month = shop.desk.now.date().replace(day=28)
    shop.desk.officer.execute(SetExpected(paper.id, version(shop, paper.id), in_month))
    shop.system.execute(Housekeeping())
    shop.system.execute(Housekeeping())
    (past,) = shop.desk.officer.read(forecast).past
    total = shop.paper(paper.id).total
    assert (past.forecast, past.error) == (Money(total.satang // 4), None)
    follow(shop, paper, "accept")
    (past,) = shop.desk.officer.read(forecast).past
    assert (past.actual, past.error) == (total, Fraction(-3, 4))


def test_the_shops_own_history_says_how_likely_a_stage_is(shop: SellingShop) -> None:
    document = shop.store.t.document
    papers = [large(shop) for _ in range(2)]
    follow(shop, papers[0], "accept")
    with shop.store.write():  # so much history would take the test minutes to live through
        row = next(iter(document.select().where(document.c.id == papers[0].id).dicts()))
        for number in range(ENOUGH):
            copy = {**row, "id": None, "number": None, "base_number": None}
            copy |= {"draft_reference": f"H-{number}", "state": ("lost", "accepted")[number % 2]}
            del copy["id"]
            document.insert(**copy).execute()
    shop.desk.later(days=1)
    shop.system.execute(Housekeeping())
    found = shop.desk.officer.read(likelihood)
    stage = found.of("issued")
    assert (stage.closed, stage.source) == (ENOUGH + 1, "own")
    assert stage.share == Fraction(ENOUGH // 2 + 1, ENOUGH + 1)
    assert found.of("negotiating").source == "shipped"
    shop.desk.manager.execute(SaveStages(found.version, (("issued", 70),)))
    assert shop.desk.officer.read(likelihood).of("issued").share == Fraction(7, 10)
    with pytest.raises(Refused, match="bad_percent"):
        shop.desk.manager.execute(SaveStages(found.version + 1, (("issued", 101),)))


def calls(shop: SellingShop) -> list[tuple[int, Money]]:
    shop.system.execute(Housekeeping())
    page = shop.desk.officer.read(rise_page, ListQuery())
    return [(row.document_id, row.rise) for row in page.rows]


def test_customers_of_open_offers_are_to_be_called_when_prices_rise(shop: SellingShop) -> None:
    paper, untouched = large(shop), shop.issued(shop.line("TILE", 100))
    assert calls(shop) == []
    assert not shop.system.read(chores).house
    raise_price(shop, "CEM", 165)
    assert shop.system.read(chores).house
    assert calls(shop) == [(paper.id, Money.of(1500))]
    assert untouched.id
    (call,) = shop.desk.officer.read(rise_page, ListQuery()).rows
    (line,) = shop.desk.officer.read(rises, call.id)
    assert (line.old, line.new, line.rise) == (Money.of(150), Money.of(165), Money.of(1500))
    shop.desk.officer.execute(TellPriceRise(call.id, call.version, "ขอราคาเดิมถึงศุกร์"))
    assert calls(shop) == []
    with pytest.raises(WrongState, match="price_call_not_open"):
        shop.desk.officer.execute(TellPriceRise(call.id, call.version + 1))
    raise_price(shop, "CEM", 170)
    assert calls(shop) == [(paper.id, Money.of(500))]  # above what they were told


def test_a_price_taken_back_or_an_offer_decided_leaves_nobody_to_call(shop: SellingShop) -> None:
    first, second = large(shop), large(shop, 200)
    raise_price(shop, "CEM", 165)
    assert [paper for paper, _ in calls(shop)] == [second.id, first.id]
    follow(shop, second, "accept")
    assert [paper for paper, _ in calls(shop)] == [first.id]
    raise_price(shop, "CEM", 150)
    assert calls(shop) == []


def at_level(shop: SellingShop, level: str, *prices: tuple[str, int]) -> None:
    """Cement and more for contractors in the list, and the customer bought at this level."""
    t = shop.store.t
    with shop.store.write():
        for code, baht in prices:
            given = {"level": "contractor", "price_satang": baht * 100}
            t.product_price.insert(product_id=shop.products[code], **given).execute()
        t.customer.update(price_level=level).where(t.customer.c.id == shop.customer).execute()


def made(shop: SellingShop, level: str) -> None:
    """The same customer at another level, by hand."""
    known = shop.desk.officer.read(customer, shop.customer)
    who = (known.id, known.version, "person", known.name, ("0812345678",))
    shop.desk.officer.execute(SaveCustomer(*who, price_level=level))
    shop.desk.later(days=1)


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_contractor_made_retail_is_nobody_to_call(shop: SellingShop, by_hand: bool) -> None:
    if by_hand:
        made(shop, "contractor")  # what was changed before the paper left is not its level
    at_level(shop, "contractor", ("CEM", 120), ("TILE", 250))
    price, other = Money.of(120), Money.of(250)
    lines = (shop.line("CEM", 100, unit_price=price), shop.line("TILE", 9, unit_price=other))
    paper = shop.issued(*lines)
    shop.desk.later(days=1)
    if by_hand:
        made(shop, "retail")
    else:  # a list of customers leaves one line in the audit for all of them
        at_level(shop, "retail")
        with shop.store.write():
            entry = Entry("customer", 0, "imported", {}, {"run": 1})
            append(shop.store, shop.desk.now.isoformat(), None, "customers.import", [entry])
    raise_price(shop, "CEM", 165)
    assert calls(shop) == []
    prices = shop.store.t.product_price
    with shop.store.write():
        prices.update(price_satang=13_000).where(prices.c.price_satang == 12_000).execute()
    raise_price(shop, "STEEL", 99)
    ((called_for, rise),) = calls(shop)
    assert called_for == paper.id
    assert rise == Money.of(1000) or not by_hand


def test_an_offer_that_nobody_can_take_any_more_is_no_call(shop: SellingShop) -> None:
    """Not even where a request that waits keeps it from running out."""
    paper = large(shop)
    shop.desk.now += timedelta(days=365)
    raise_price(shop, "CEM", 165)
    context = Context(shop.store, SYSTEM, shop.desk.now)
    with shop.store.write():
        assert sweep(context) == (0, False)
    assert shop.paper(paper.id).state == "issued"


def test_a_month_that_is_over_is_no_forecast_of_the_next(shop: SellingShop) -> None:
    late, ahead = large(shop), large(shop)
    today = shop.desk.now.date()
    following = (today.replace(day=1) + timedelta(days=32)).replace(day=9)
    for paper, on in ((late, today), (ahead, following)):
        shop.desk.officer.execute(SetExpected(paper.id, version(shop, paper.id), on))
    shop.desk.now += timedelta(days=(following.replace(day=1) - today).days)
    context = Context(shop.store, SYSTEM, shop.desk.now)
    with shop.store.write():
        keep_forecast(context)
    months = shop.store.t.forecast_kept.select().dicts()
    assert [row["month"] for row in months] == [following.isoformat()[:7]]
