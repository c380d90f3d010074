"""A clock that was set back: nothing is lost, doubled or told the wrong way round."""

from datetime import timedelta

import pytest

from crm_desktop.messages import explain
from crm_desktop.services.authority import approval_queue
from crm_desktop.services.authority.approvals import AnswerRequest
from crm_desktop.services.authority.delegations import Delegate
from crm_desktop.services.clock import behind, lag
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.integrity import verify
from crm_desktop.services.papers.quotations import IssueQuotation, Outcome
from tests.services.shop import SellingShop, desk, shop

__all__ = ["desk", "shop"]


def asked(shop: SellingShop) -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))


def answered(shop: SellingShop, outcome: Outcome, who: str = "supervisor") -> str:
    version = shop.request(outcome.request_id)["version"]
    command = AnswerRequest(outcome.request_id or 0, version, "approve")
    state: str = getattr(shop.desk, who).execute(command)
    return state


def test_an_answer_before_its_question_counts_and_is_told_after_it(shop: SellingShop) -> None:
    outcome = asked(shop)
    shop.desk.later(hours=-2)
    assert answered(shop, outcome) == "approved"
    paper = shop.paper(outcome.id)
    issued = shop.desk.officer.execute(IssueQuotation(outcome.id, paper.version))
    assert issued.number == "QT01-6911-00001"
    card = shop.desk.supervisor.read(approval_queue.request_card, outcome.request_id or 0)
    assert [each.verdict for each in card.history] == ["approve"]
    assert shop.system.read(verify).faults == ()


def test_nothing_climbs_twice_when_the_hour_comes_a_second_time(shop: SellingShop) -> None:
    outcome = asked(shop)
    shop.desk.later(days=3)
    assert shop.system.execute(Housekeeping()).escalated == (outcome.request_id,)
    shop.desk.later(days=-3)
    assert shop.system.execute(Housekeeping()).escalated == ()
    assert shop.request(outcome.request_id)["escalations"] == 1


def test_numbers_of_a_month_that_comes_again_go_on_where_they_were(shop: SellingShop) -> None:
    assert shop.issued().number == "QT01-6911-00001"
    shop.desk.later(days=20)
    assert shop.issued().number == "QT01-6912-00001"
    shop.desk.later(days=-20)
    assert shop.issued().number == "QT01-6911-00002"
    assert shop.system.read(verify).faults == ()


def test_who_stands_in_does_so_on_the_days_the_clock_shows(shop: SellingShop) -> None:
    day = shop.desk.now.date() + timedelta(days=1)
    shop.desk.supervisor.execute(Delegate(9, day, day, "ลาพักร้อน"))
    outcome = asked(shop)
    for days, waiting in ((1, 1), (-1, 0), (1, 1)):
        shop.desk.later(days=days)
        sales = shop.desk.sales
        sales.become(9)
        rows = sales.read(approval_queue.queue_page).rows if sales.actor.lent else ()
        assert len(rows) == waiting
    assert answered(shop, outcome, "sales") == "approved"


@pytest.mark.parametrize(("minutes", "told"), [(4, 0), (6, 6), (90, 90)])
def test_the_desk_is_told_that_its_clock_is_behind(
    shop: SellingShop, minutes: int, told: int
) -> None:
    asked(shop)
    shop.desk.later(minutes=-minutes)
    assert shop.desk.officer.read(behind) == told


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(6, "6 นาที"), (120, "120 นาที"), (121, "2 ชั่วโมง"), (1169, "19 ชั่วโมง"), (2881, "2 วัน")],
)
def test_nobody_has_to_divide_to_know_how_late_the_clock_is(minutes: int, told: str) -> None:
    assert explain(lag(minutes)) == told
