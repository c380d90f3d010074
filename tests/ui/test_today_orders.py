"""Orders and money on Today by keys: taken up, promised, told, accepted, billed on the spot."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits.deposit_claims import AskRefund
from crm_desktop.services.deposits.deposits import AskDeposit
from crm_desktop.services.orders.orders import StepOrder, SubmitOrder
from tests.services.goods_shop import GoodsShop, desk, shop
from ui.desk import Desk
from ui.forms.base import Form
from ui.places import IN_PLACE
from ui.today import TodayScreen

__all__ = ["desk", "shop"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
Opened = Callable[[str], TodayScreen]


@pytest.fixture
def opened(shop: GoodsShop, qtbot: Any, theme: object, tmp_path: Path) -> Opened:
    """The screen of a person, shown and ready for keys."""

    def open_for(who: str) -> TodayScreen:
        window = Desk(getattr(shop.desk, who), tmp_path)
        window.speak("en")
        screen = TodayScreen(window)
        window.changed.connect(screen.reload)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.resize(1180, 640)
        screen.activateWindow()
        screen.lines.setFocus()
        return screen

    return open_for


def go(screen: TodayScreen, section: str) -> str:
    """Put the cursor on the first line of a section and read it."""
    screen.lines.go_to(section)
    line = screen.lines.current()
    assert line is not None
    assert line.section == section
    return line.code


def sections(screen: TodayScreen) -> list[str]:
    screen.read_again()
    assert screen._shown is not None
    return [section.code for section in screen._shown.sections if section.lines]


def fill(form: Form | None, **typed: str) -> Form:
    """Type into the fields of the form beside the lines."""
    assert form is not None
    for key, text in typed.items():
        form.fields[key].set_raw(text)
    return form


def test_sales_takes_a_request_up_with_one_key_and_then_writes_the_suppliers_day(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order()
    request = shop.purchase(order)
    screen = opened("sales")
    assert go(screen, "today_purchases") == "today_purchase_new"
    qtbot.keyClicks(screen.lines, "d")
    assert shop.row(request)["state"] == "acknowledged"
    assert go(screen, "today_undated") == "today_purchase_undated"
    qtbot.keyClicks(screen.lines, "d")
    assert fill(screen.form, on="30/11/2569", reference="PO-7").submit()
    assert shop.row(request)["state"] == "confirmed"
    assert shop.row(order)["promised_on"] == "2026-11-30"
    assert screen.form is None


def test_another_day_is_promised_and_the_customer_told_of_it_from_the_line_at_risk(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order()
    request = shop.purchase(order)
    shop.answer(request, "confirm", on=shop.desk.now.date() + timedelta(days=2))
    screen = opened("director")
    go(screen, "today_risks")
    qtbot.keyClicks(screen.lines, "p")
    form = fill(screen.form, on="20/12/2569", reason="supplier late")
    assert form.submit()
    assert shop.row(order)["promised_on"] == "2026-12-20"
    assert go(screen, "today_risks") == "today_promise_moved"
    qtbot.keyClicks(screen.lines, "d")
    assert fill(screen.form, words="will wait").submit()
    assert "today_risks" not in sections(screen)


def test_nobody_tells_a_customer_a_day_that_is_over(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order()
    shop.answer(shop.purchase(order), "confirm", on=shop.desk.now.date())
    shop.desk.later(days=1)
    screen = opened("director")
    assert go(screen, "today_risks") == "today_promise_late"
    qtbot.keyClicks(screen.lines, "d")
    assert screen.form is None
    qtbot.keyClicks(screen.lines, "p")
    assert fill(screen.form, on="20/12/2569", reason="supplier late").submit()
    assert go(screen, "today_risks") == "today_promise_moved"


def test_money_left_of_a_cancelled_order_is_opened_from_today(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order(deposit_percent=Decimal(30))
    deposit = shop.pay(order)
    shop.cancel(order)
    screen = opened("director")
    assert go(screen, "today_left_over") == "today_left_over_line"
    line = screen.lines.current()
    assert line is not None
    assert (line.kind, line.document_id) == ("deposit", deposit)
    assert line.amount == Money(shop.row(deposit)["total_satang"])


def test_goods_that_came_are_told_of_and_then_wait_to_be_fetched(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order()
    shop.receive(shop.purchase(order), 10)
    screen = opened("director")
    go(screen, "today_tell")
    qtbot.keyClicks(screen.lines, "d")
    assert fill(screen.form, words="").submit() is None, "what was said is part of it"
    assert fill(screen.form, words="comes tomorrow").submit()
    assert shop.row(order)["state"] == "told"
    assert go(screen, "today_uncollected") == "today_uncollected_line"


def test_what_was_begun_is_found_again_among_the_drafts(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order()
    shop.receive(shop.purchase(order), 10)
    screen = opened("director")
    go(screen, "today_tell")
    qtbot.keyClicks(screen.lines, "d")
    form = fill(screen.form, words="half written")
    form.keep_draft()
    (draft,) = form.desk.drafts.list(form.desk.actor.person_id)
    kind, _, ident = draft.key.partition(":")
    assert IN_PLACE[kind] == "today"
    other = opened("director")
    other.show_record(kind, ident)
    assert other.form is not None
    assert "half written" in draft.values["words"]


def test_somebody_elses_step_meanwhile_is_told_and_the_words_stay(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order(10)
    request = shop.purchase(order)
    shop.receive(request, 6)
    screen = opened("director")
    go(screen, "today_tell")
    qtbot.keyClicks(screen.lines, "d")
    form = fill(screen.form, words="six are here")
    shop.receive(request, 2)
    assert form.submit() is None
    assert form.bar.isVisible()
    assert form.submit()
    assert shop.stages(order)["told"] == 8


def test_given_out_from_the_line_in_one_key(shop: GoodsShop, qtbot: Any, opened: Opened) -> None:
    order = shop.back_order()
    shop.receive(shop.purchase(order), 10, allocate=False)
    screen = opened("receiving")
    go(screen, "today_allocate")
    qtbot.keyClicks(screen.lines, "d")
    assert shop.stages(order) == {"allocated": 10}
    assert sections(screen) == []


def test_logistics_accepts_and_the_accounts_write_the_bill_number(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.confirmed("SO", shop.line("CEM", 2)).id
    version = shop.row(order)["version"]
    shop.desk.director.execute(StepOrder(order, version, "hand_off"))
    screen = opened("logistics")
    go(screen, "today_handed_off")
    qtbot.keyClicks(screen.lines, "d")
    assert shop.row(order)["state"] == "in_fulfilment"
    shop.deliver(order, 2)
    books = opened("credit")
    go(books, "today_unbilled")
    qtbot.keyClicks(books.lines, "d")
    assert fill(books.form, reference="IV-1").submit()
    assert (shop.row(order)["state"], shop.row(order)["outside_reference"]) == ("settled", "IV-1")


def test_money_is_received_and_paid_back_in_its_own_place(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    order = shop.back_order(deposit_percent=30)
    asked = shop.desk.officer.execute(AskDeposit(order, Money.of(100)))
    screen = opened("cashier")
    go(screen, "today_deposits")
    with qtbot.waitSignal(screen.open_record) as signal:
        qtbot.keyClicks(screen.lines, "d")
    assert signal.args == ["deposit", f"{asked.id}-receive"]
    with qtbot.waitSignal(screen.open_record) as signal:
        qtbot.keyClick(screen.lines, Qt.Key.Key_Return)
    assert signal.args == ["deposit", asked.id]
    other = shop.back_order(deposit_percent=30)
    paid = shop.pay(other)
    whose = shop.row(paid)["customer_id"]
    name = shop.context().row("customer", whose)["name"]
    refund = AskRefund(paid, shop.row(paid)["version"], Money.of(100), name, "x")
    claim = shop.desk.director.execute(refund).claim_id
    books = opened("credit")
    go(books, "today_refunds")
    with qtbot.waitSignal(books.open_record) as signal:
        qtbot.keyClicks(books.lines, "d")
    assert signal.args == ["deposit_claim", f"{claim}-pay"]


def test_an_answer_about_an_order_opens_the_order(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    saved = shop.saved("BO", shop.line("CEM", 900), who="officer")
    submit = SubmitOrder(saved.id, saved.version, Plea("regular customer"))
    request = shop.request(shop.desk.officer.execute(submit).request_id)
    shop.desk.director.execute(
        AnswerRequest(request["id"], request["version"], "return", "too many")
    )
    screen = opened("officer")
    go(screen, "today_answers")
    with qtbot.waitSignal(screen.open_record) as signal:
        qtbot.keyClick(screen.lines, Qt.Key.Key_Return)
    assert signal.args == ["back_order", saved.id]


def test_tiles_of_many_sections_leave_out_the_empty_ones_and_never_overlap(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    for _ in range(2):
        shop.receive(shop.purchase(shop.back_order()), 10)
    screen = opened("director")
    shown = [tile for tile in screen.tiles.tiles.values() if not tile.isHidden()]
    assert {tile.figure for tile in shown} <= {"1", "2"}
    for width in (1180, 700, 420):
        screen.resize(width, 640)
        places = [tile.geometry() for tile in shown]
        crossing = [
            (a, b) for i, a in enumerate(places) for b in places[i + 1 :] if a.intersects(b)
        ]
        assert crossing == []


def boxes(form: QWidget) -> list[QLineEdit]:
    return form.findChildren(QLineEdit)


def test_a_day_that_is_over_is_refused_beside_its_field(
    shop: GoodsShop, qtbot: Any, opened: Opened
) -> None:
    request = shop.purchase(shop.back_order())
    shop.answer(request, "acknowledge")
    screen = opened("sales")
    go(screen, "today_undated")
    qtbot.keyClicks(screen.lines, "d")
    form = fill(screen.form, on="1/11/2569")
    assert form.submit() is None
    assert any("01/11/2569" in box.accessibleDescription() for box in boxes(form))
