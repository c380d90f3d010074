"""The customer begins to wait: said later by whoever asked, and heard at once."""

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import approval_queue
from crm_desktop.services.authority.approvals import RecallRequest
from crm_desktop.services.authority.delegations import HandOver
from crm_desktop.services.authority.pressing import CustomerWaits
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.papers.quotations import Outcome, ReviseQuotation, SubmitQuotation
from tests.services.desk import PEOPLE, desk
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]


def ask(shop: SellingShop) -> Outcome:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))


def press(shop: SellingShop, outcome: Outcome, who: str = "officer") -> None:
    assert outcome.request_id is not None
    getattr(shop.desk, who).execute(CustomerWaits(outcome.request_id))


def test_it_stands_on_top_and_climbs_after_ten_minutes_from_then(shop: SellingShop) -> None:
    first, second = ask(shop), ask(shop)
    shop.desk.later(minutes=30)
    press(shop, second)
    rows = shop.desk.supervisor.read(approval_queue.queue_page).rows
    assert [row.id for row in rows] == [second.request_id, first.request_id]
    shop.desk.later(minutes=9)
    assert shop.system.execute(Housekeeping()).escalated == ()
    shop.desk.later(minutes=2)
    assert shop.system.execute(Housekeeping()).escalated == (second.request_id,)


def test_said_twice_it_gives_no_further_minutes(shop: SellingShop) -> None:
    asked = ask(shop)
    press(shop, asked)
    due = shop.request(asked.request_id)["due_at"]
    shop.desk.later(minutes=5)
    press(shop, asked)
    assert shop.request(asked.request_id)["due_at"] == due


def test_only_who_asked_or_has_their_work_says_so(shop: SellingShop) -> None:
    asked, day = ask(shop), shop.desk.now.date()
    with pytest.raises(NotAllowed, match="request_not_yours"):
        press(shop, asked, "manager")
    colleague = list(PEOPLE).index("manager") + 1
    shop.desk.officer.execute(HandOver(colleague, day, day, "ลา"))
    press(shop, asked, "manager")
    assert shop.request(asked.request_id)["customer_waiting"] == 1


def test_what_is_over_waits_for_nobody(shop: SellingShop) -> None:
    asked = ask(shop)
    assert asked.request_id is not None
    shop.desk.officer.execute(RecallRequest(asked.request_id, 1))
    with pytest.raises(WrongState, match="request_not_waiting"):
        press(shop, asked)


def test_that_the_customer_waits_is_never_taken_back(shop: SellingShop) -> None:
    asked = ask(shop)
    press(shop, asked)
    request = shop.store.t.request
    with pytest.raises(Exception, match="append-only"), shop.store.write():
        request.update(customer_waiting=0).where(request.c.id == asked.request_id).execute()


def test_a_competitors_price_is_shown_beside_the_papers_and_optional(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    plea = Plea("ลูกค้าประจำ", "ร้านข้าง ๆ", competitor_price=Money.of(7_500))
    asked = shop.desk.officer.execute(SubmitQuotation(draft.id, draft.version, plea))
    assert asked.request_id is not None
    card = shop.desk.supervisor.read(approval_queue.request_card, asked.request_id)
    assert (card.competitor_price, card.total) == (Money.of(7_500), Money.of(7_920))
    assert card.competitor == "ร้านข้าง ๆ"
    other = ask(shop)
    assert other.request_id is not None
    card = shop.desk.supervisor.read(approval_queue.request_card, other.request_id)
    assert card.competitor_price is None


def test_a_competitors_price_of_nothing_is_refused_beside_its_field(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="12%"))
    plea = Plea("ลูกค้าประจำ", competitor_price=Money.ZERO)
    with pytest.raises(Refused) as told:
        shop.desk.officer.execute(SubmitQuotation(draft.id, draft.version, plea))
    assert told.value.field == "competitor_price"


def test_the_card_says_all_that_a_revision_says_otherwise(shop: SellingShop) -> None:
    first = shop.issued(shop.line("CEM", 2), shop.line("TILE", 1), payment_terms="เงินสด")
    draft = shop.desk.officer.execute(ReviseQuotation(first.id))
    lines = (shop.line("CEM", 2), shop.line("CEM", 60, discount="12%"))
    asked = shop.submit(shop.edited(draft.id, lines=lines, payment_terms="เครดิต 30 วัน"))
    assert asked.request_id is not None
    card = shop.desk.supervisor.read(approval_queue.request_card, asked.request_id)
    told = {what: (then, now) for what, then, now in card.differences}
    assert told["CEM"] == ("2 ชิ้น × 150.00", "2 ชิ้น × 150.00 + 60 ชิ้น × 150.00 − 12%")
    assert told["TILE"] == ("1 ชิ้น × 289.00", "")
    assert told["difference_payment_terms"] == ("เงินสด", "เครดิต 30 วัน")
    assert told["difference_grand_total"] == ("589.00", "8,220.00")
