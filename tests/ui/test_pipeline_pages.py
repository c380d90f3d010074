"""Quotations at work, by keys: the board, calls one after the other, the forecast, price rises."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.papers.follow_ups import SetExpected
from crm_desktop.services.papers.quotation_life import SetFollowUp
from tests.services.pipeline_shop import large, raise_price, version
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.paper_view import PaperWindow
from ui.quotations import QuotationDocument, QuotationsScreen
from ui.quotations.board_page import BoardPage
from ui.quotations.columns import MIME
from ui.quotations.follow_ups import FollowUpsPage
from ui.quotations.forecast import ForecastPage
from ui.quotations.rises import RisesPage
from ui.screen import Screen
from ui.today import TodayScreen

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def page(counter: Counter, key: str) -> Screen:
    counter.hear()
    place = counter.window.show_place("quotations")
    assert isinstance(place, QuotationsScreen)
    counter.key(key)
    return place.page


def test_a_card_goes_on_by_keys_and_esc_leaves_it_where_it_was(shop: SellingShop, sit: Sit) -> None:
    paper = large(shop)
    counter = sit("officer", "quotations")
    board = page(counter, "Ctrl+2")
    assert isinstance(board, BoardPage)
    assert board.heads["issued"].text().endswith("1")
    card = board.columns["issued"].current()
    assert card is not None
    assert card.id == paper.id
    counter.key("Shift+Right")
    assert board.beside.panel is not None
    counter.key("Esc", "Shift+Right")
    assert shop.paper(paper.id).state == "issued"
    board.beside.panel.fields["receiver"].set_raw("คุณหญิง")
    hands("<Enter>")
    assert shop.paper(paper.id).state == "received"
    assert board.at is board.columns["received"]  # the cursor went with the card
    counter.key("Shift+Left")
    assert "cannot" in counter.said[-1]
    QTest.keyClick(board.at, Qt.Key.Key_Return)
    assert isinstance(counter.window.middle.current(), QuotationDocument)


def test_a_card_dropped_on_lost_asks_why_first(shop: SellingShop, sit: Sit) -> None:
    paper = large(shop)
    counter = sit("officer", "quotations")
    board = page(counter, "Ctrl+2")
    assert isinstance(board, BoardPage)
    data = QMimeData()
    data.setData(MIME, str(paper.id).encode())
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, *nothing)
    board.columns["lost"].dropEvent(drop)
    panel = board.beside.panel
    assert panel is not None
    hands("<Enter>")
    assert shop.paper(paper.id).state == "issued"  # nobody is lost without a reason
    panel.fields["lost_code"].set_raw("delivery")
    hands("<Enter>")
    assert shop.paper(paper.id).state == "lost"
    assert board.heads["lost"].text().endswith("1")
    counter.key("Ctrl+Z")
    assert shop.paper(paper.id).state == "issued", "dropped by a slip of the hand"
    assert board.heads["issued"].text().endswith("1")


def current(calls: FollowUpsPage) -> int | None:
    row = calls.list.current()
    return None if row is None else int(row.id)


def test_calls_are_made_one_after_the_other(shop: SellingShop, sit: Sit) -> None:
    first, second = large(shop), large(shop)
    shop.desk.later(days=4)
    counter = sit("officer", "quotations")
    calls = page(counter, "Ctrl+3")
    assert isinstance(calls, FollowUpsPage)
    assert [row.id for row in calls.list.model.rows] == [first.id, second.id]
    assert calls.list.model.rows[0].phone == "081-234-5678"
    counter.key("F8")
    assert current(calls) == second.id
    counter.key("F8")
    assert current(calls) == first.id
    counter.key("D")
    panel = calls.beside.panel
    assert panel is not None
    panel.fields["result"].set_raw("no_answer")
    hands("<Enter>")
    again = shop.paper(first.id).content.follow_up_on
    assert again == shop.desk.now.date() + timedelta(days=1)
    assert [row.id for row in calls.list.model.rows] == [second.id]
    counter.key("O")
    assert calls.beside.panel is not None
    calls.beside.panel.fields["objection"].set_raw("credit")
    hands("<Enter>")
    assert calls.list.model.rows[0].objection == "credit"


def test_after_each_question_the_arrows_go_on_through_the_calls(
    shop: SellingShop, sit: Sit
) -> None:
    first, second, third = large(shop), large(shop), large(shop)
    shop.desk.later(days=4)
    counter = sit("officer", "quotations")
    calls = page(counter, "Ctrl+3")
    assert isinstance(calls, FollowUpsPage)
    counter.key("D", "Esc")
    hands("<Down>")
    assert current(calls) == second.id
    counter.key("P")
    hands("<Enter>")
    assert [row.id for row in calls.list.model.rows] == [first.id, third.id]
    hands("<Up>")
    assert current(calls) == first.id
    counter.key("Ctrl+Z")
    assert [row.id for row in calls.list.model.rows] == [first.id, second.id, third.id]


def test_a_call_is_not_done_by_two_keys_with_nothing_said(shop: SellingShop, sit: Sit) -> None:
    paper = large(shop)
    shop.desk.later(days=4)
    counter = sit("officer", "quotations")
    calls = page(counter, "Ctrl+3")
    assert isinstance(calls, FollowUpsPage)
    before = version(shop, paper.id)
    counter.key("D")
    panel = calls.beside.panel
    assert panel is not None
    hands("<Enter>")
    assert panel.fields["result"].widget.hasFocus()
    panel.fields["result"].set_raw("interested")
    hands("<Enter>")
    assert panel.fields["note"].widget.hasFocus()
    assert version(shop, paper.id) == before
    panel.fields["note"].set_raw("ขอคุยกับหุ้นส่วน")
    hands("<Enter>")
    assert version(shop, paper.id) == before + 1


def test_what_is_put_off_while_another_did_it_is_not_lost(shop: SellingShop, sit: Sit) -> None:
    paper = large(shop)
    shop.desk.later(days=4)
    counter = sit("officer", "quotations")
    calls = page(counter, "Ctrl+3")
    assert isinstance(calls, FollowUpsPage)
    counter.key("P")
    panel = calls.beside.panel
    assert panel is not None
    panel.fields["note"].set_raw("รอแบบ")
    on = shop.desk.now.date() + timedelta(days=2)
    shop.desk.supervisor.execute(SetFollowUp(paper.id, version(shop, paper.id), on))
    hands("<Enter>")
    assert calls.beside.panel is panel
    assert panel.fields["note"].raw() == "รอแบบ"
    assert panel.bar.isVisible()


def test_a_figure_of_the_forecast_opens_its_papers(shop: SellingShop, sit: Sit) -> None:
    paper = large(shop)
    soon = shop.desk.now.date() + timedelta(days=2)
    shop.desk.officer.execute(SetExpected(paper.id, version(shop, paper.id), soon))
    shop.system.execute(Housekeeping())
    counter = sit("supervisor", "quotations")
    figures = page(counter, "Ctrl+4")
    assert isinstance(figures, ForecastPage)
    month = next(row.id for row in figures.lists["ahead"].model.rows if row.papers)
    figures.list.select(month)
    figures.list.table.setFocus()
    QTest.keyClick(figures.list.table, Qt.Key.Key_Return)
    assert [row.id for row in figures.behind.list.model.rows] == [paper.id]
    counter.key("Ctrl+G")
    assert figures.behind.chips.on == "issued"
    counter.key("Esc")
    counter.key("Ctrl+G")
    assert [row.id for row in figures.list.model.rows] == [shop.desk.now.date().isoformat()[:7]]
    figures.preview()
    assert isinstance(counter.window.middle.current(), PaperWindow)


def test_only_a_manager_says_how_likely_a_stage_is(shop: SellingShop, sit: Sit) -> None:
    large(shop)
    officer = page(sit("officer", "quotations"), "Ctrl+4")
    assert "pipeline.stages" not in officer.bound
    counter = sit("manager", "quotations")
    figures = page(counter, "Ctrl+4")
    assert isinstance(figures, ForecastPage)
    counter.key("Ctrl+Shift+V")
    panel = figures.asking.panel
    assert panel is not None
    panel.fields["issued"].set_raw("101")
    hands("<Enter>")
    assert figures.asking.panel is panel
    panel.fields["issued"].set_raw("50")
    hands("<Enter>")
    assert figures.found is not None
    assert figures.found.weighted.satang * 2 == figures.found.value.satang


def test_who_was_told_of_new_prices_leaves_the_list(shop: SellingShop, sit: Sit) -> None:
    large(shop)
    raise_price(shop, "CEM", 165)
    shop.system.execute(Housekeeping())
    counter = sit("officer", "quotations", "today")
    calls = page(counter, "Ctrl+5")
    assert isinstance(calls, RisesPage)
    (row,) = calls.list.model.rows
    today = counter.window.show_place("today")
    assert isinstance(today, TodayScreen)
    assert today.lines.select_in("today_price_rises", row.id) is not None
    counter.window.show_place("quotations")
    counter.key("D")
    assert calls.beside.panel is not None
    hands("<Enter>")
    assert list(calls.list.model.rows) == []
