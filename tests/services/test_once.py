"""A request that is repeated because its answer was lost is carried out once."""

from datetime import timedelta

import pytest

from crm_desktop.domain.errors import NotAllowed, Refused, WrongState
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.customers.customers import SaveCustomer
from crm_desktop.services.housekeeping import Housekeeping
from crm_desktop.services.once import KEPT
from crm_desktop.services.papers.quotations import SubmitQuotation
from tests.services.desk import Desk, desk
from tests.services.shop import SellingShop, shop

__all__ = ["desk", "shop"]

TOKEN = "5f3a"
CUSTOMER = SaveCustomer(
    id=None, version=0, kind="person", full_name="คุณสมชาย ใจดี", phones=("081-999-1234",)
)


def count(desk: Desk) -> int:
    return int(desk.store.t.customer.select().count())


def test_a_customer_asked_for_twice_is_one_and_the_answer_is_the_first(desk: Desk) -> None:
    first = desk.officer.execute(CUSTOMER, TOKEN)
    assert desk.officer.execute(CUSTOMER, TOKEN) == first
    assert count(desk) == 1
    assert desk.officer.execute(CUSTOMER, "another") != first


def test_an_answer_of_several_parts_is_told_again_whole(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 10))
    command = SubmitQuotation(draft.id, draft.version, Plea("ลูกค้าประจำ"), None, False)
    first = shop.desk.officer.execute(command, TOKEN)
    assert shop.desk.officer.execute(command, TOKEN) == first


def test_what_was_typed_after_a_save_that_got_through_unheard_is_not_taken_for_saved(
    desk: Desk,
) -> None:
    found = desk.officer.execute(CUSTOMER, TOKEN)
    changed = SaveCustomer(
        id=None, version=0, kind="person", full_name="คุณสมชาย ใจเย็น", phones=("081-999-1234",)
    )
    with pytest.raises(WrongState, match="asked_differently"):
        desk.officer.execute(changed, TOKEN)
    assert desk.officer.read(customer, found).name == CUSTOMER.full_name


def test_a_refused_request_may_be_asked_again_under_its_token(desk: Desk) -> None:
    nameless = SaveCustomer(id=None, version=0, kind="person", full_name="", phones=())
    with pytest.raises(Refused):
        desk.officer.execute(nameless, TOKEN)
    assert desk.officer.execute(CUSTOMER, TOKEN)


def test_tokens_do_not_pile_up_for_ever(desk: Desk) -> None:
    desk.officer.execute(CUSTOMER, TOKEN)
    desk.later(days=KEPT // timedelta(days=1) + 1)
    desk.officer.execute(Housekeeping())
    assert desk.store.t.done_once.select().count() == 0


def test_an_answer_is_told_again_to_nobody_but_who_asked(desk: Desk) -> None:
    desk.officer.execute(CUSTOMER, TOKEN)
    with pytest.raises(NotAllowed):
        desk.cashier.execute(CUSTOMER, TOKEN)
    with pytest.raises(WrongState, match="asked_differently"):
        desk.supervisor.execute(CUSTOMER, TOKEN)
