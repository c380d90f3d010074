"""Money that others move while a form about it stands open: nothing of it moves on old figures."""

import pytest

from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.money import Opened, bring, deposits_of, form_of, money, opened, write
from tests.ui.shop import sit
from ui.deposits.claims import PayForm

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize("heard", [True, False], ids=["told before", "pressed first"])
def test_a_refund_is_not_asked_of_money_that_was_used_meanwhile(
    money: DepositShop, opened: Opened, heard: bool
) -> None:
    held = money.held(money.order())
    counter, screen = opened("supervisor")
    page = bring(screen, held.id)
    assert page.acts.begin("refund")
    write(form_of(screen), reason="customer moved away")
    assert form_of(screen).fields["amount"].raw() == "3,000.00"
    money.apply(held, held.for_id, 500)
    if heard:
        counter.hear()
        assert "changed this deposit" in form_of(screen).bar.label.text()
    counter.key("Ctrl+S")
    assert money.read(held.id).claims == ()
    form = form_of(screen)
    assert form.fields["amount"].raw() == "2,500.00", "what is free now is offered"
    assert form.fields["reason"].raw() == "customer moved away", "what was typed stays"
    assert "changed this deposit" in form.bar.label.text()
    counter.key("Ctrl+S")
    assert [str(each.amount) for each in money.read(held.id).claims] == ["2,500.00"]


def test_a_receipt_taken_at_another_counter_is_not_taken_again(
    money: DepositShop, opened: Opened
) -> None:
    asked = money.ask(money.order())
    counter, screen = opened("cashier")
    bring(screen, asked.id).acts.begin("receive")
    money.receive(asked.id, 3_000)
    counter.key("Ctrl+S")
    assert "cannot be done any more" in form_of(screen).bar.label.text()
    assert str(money.read(asked.id).held) == "3,000.00"


def test_the_refund_that_is_paid_is_the_one_that_was_shown(
    money: DepositShop, opened: Opened
) -> None:
    """Of two approved ones, where one is gone meanwhile the other is not paid in its place."""
    held = money.held(money.order())
    first = money.refund(held, 700)
    money.answer(first)
    second = money.refund(money.read(held.id), 400)
    money.answer(second)
    counter, screen = opened("credit")
    page = deposits_of(screen)
    page.claims.select(second.claim_id)
    page.read_card()
    assert page.acts.begin("pay")
    form = form_of(screen)
    assert isinstance(form, PayForm)
    assert form.claim.id == second.claim_id
    money.pay(second.claim_id)
    counter.key("Ctrl+S")
    assert "cannot be done any more" in form.bar.label.text()
    states = {each.id: each.state for each in money.read(held.id).claims}
    assert (states[first.claim_id], states[second.claim_id]) == ("approved", "done")
