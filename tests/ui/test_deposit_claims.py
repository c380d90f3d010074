"""Money that goes back, on or is kept: who asks neither answers nor pays, and all see who must."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from crm_desktop.domain.authority import Step, rows_to_json, shipped
from crm_desktop.services import people
from tests.services.deposit_shop import PAYER, DepositShop, baht
from tests.services.desk import desk
from tests.services.shop import shop
from tests.ui.money import Opened, bring, deposits_of, form_of, money, opened, told, write
from tests.ui.shop import sit
from ui.papers.answering import AnswerHere

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def test_a_refund_is_asked_approved_and_paid_by_three_people(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    page = bring(screen, held.id)
    counter.key("Ctrl+Shift+R")
    form = form_of(screen)
    assert form.fields["payee"].raw() == PAYER
    write(form, amount="1,000", reason="fewer bags")
    counter.key("Ctrl+S")
    assert "Asked" in counter.said[-1]
    words = page.card.bars[0].label.text()
    assert "fewer bags" in words
    assert "Waiting for Supervisor" in words
    claim: Any = money.read(held.id).claims[0]
    money.answer(claim)
    credit, paying = opened("credit")
    there = deposits_of(paying)
    assert there.chips.on == "refunds"
    assert [row.amount for row in there.claims.model.rows] == [baht(1_000)]
    assert "To be paid by credit-finance" in there.card.bars[0].label.text()
    credit.key("Return", into=there.claims.table)
    write(form_of(paying), reference="PAY-7")
    credit.key("Ctrl+S")
    assert str(money.read(held.id).held) == "2,000.00"
    assert there.claims.model.rows == []


def test_a_refund_to_somebody_else_is_refused_beside_the_name(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+R")
    write(form_of(screen), payee="คุณคนอื่น", reason="x")
    counter.key("Ctrl+S")
    assert told(form_of(screen), "payee")
    assert money.read(held.id).claims == ()


def test_who_approved_is_not_offered_to_pay(money: DepositShop, opened: Opened) -> None:
    held = money.held(money.order())
    claimed = money.refund(held, 500)
    counter, screen = opened("credit")
    page = deposits_of(screen)
    assert [row.state for row in page.claims.model.rows] == ["waiting"]
    assert not page.bound["deposit.pay"].isEnabled()
    money.answer(claimed)
    counter.hear()
    page.claims.table.selectRow(0)
    assert page.bound["deposit.pay"].isEnabled()
    assert page.bound["deposit.voucher"].isEnabled()


def test_forfeiting_needs_the_term_that_was_broken(money: DepositShop, opened: Opened) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+F", "Ctrl+S")
    form = form_of(screen)
    assert told(form, "term")
    assert told(form, "reason")
    write(form, term="ข้อ 3", reason="never collected")
    counter.key("Ctrl+S")
    (claim,) = money.read(held.id).claims
    assert (claim.matter, claim.term, claim.state) == ("deposit.forfeit", "ข้อ 3", "waiting")


def test_money_moves_on_to_another_paper_of_the_customer(
    money: DepositShop, opened: Opened
) -> None:
    held, other = money.held(money.order()), money.order()
    counter, screen = opened("director")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+M")
    write(form_of(screen), to_document_id=(other, "BO"), amount="1,200", reason="moved")
    counter.key("Ctrl+S")
    assert str(money.read(held.id).held) == "1,800.00"
    assert money.paper(other).held == baht(1_200)


def test_what_was_asked_is_withdrawn_while_it_waits_and_after_it_was_approved(
    money: DepositShop, opened: Opened
) -> None:
    held = money.held(money.order())
    money.refund(held, 500)
    counter, screen = opened("officer")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+Q", "Ctrl+S")
    assert [claim.state for claim in money.read(held.id).claims] == ["dropped"]
    money.answer(money.refund(held, 700))
    counter.hear()
    bring(screen, held.id)
    counter.key("Ctrl+Shift+Q", "Ctrl+S")
    assert told(form_of(screen), "reason")
    write(form_of(screen), reason="the customer wants it kept")
    counter.key("Ctrl+S")
    assert str(money.read(held.id).free) == "3,000.00"


def test_two_refunds_at_once_the_second_hears_why_not(money: DepositShop, opened: Opened) -> None:
    held = money.held(money.order())
    counter, screen = opened("officer")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+R")
    write(form_of(screen), amount="3,000", reason="all of it")
    money.refund(held, 2_000, who="supervisor")
    counter.key("Ctrl+S")
    assert form_of(screen).bar.isVisible()
    assert len(money.read(held.id).claims) == 1


def test_a_claim_asked_for_from_elsewhere_comes_under_the_cursor(
    money: DepositShop, opened: Opened
) -> None:
    first, second = money.held(money.order()), money.held(money.order())
    money.refund(first, 100)
    claimed = money.refund(second, 200)
    counter, screen = opened("credit")
    counter.window.open_record("deposit_claim", claimed.claim_id)
    page: Any = deposits_of(screen)
    assert page.claim_id == claimed.claim_id
    assert page.shown.id == second.id


@pytest.mark.parametrize("kind", ["refund", "forfeit", "transfer"])
def test_the_superior_answers_about_money_at_the_officers_pc(
    money: DepositShop, opened: Opened, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(people, "_matches", lambda *_: True)
    held = money.held(money.order())
    counter, screen = opened("officer")
    page = bring(screen, held.id)
    assert not page.bound["request.answer_here"].isVisible(), "nothing is asked"
    asks = {
        "refund": lambda: money.refund(held, 1000),
        "forfeit": lambda: money.forfeit(held, 1000),
        "transfer": lambda: money.transfer(held, money.order(), 1000),
    }
    asks[kind]()
    page.read_again()
    counter.key("Shift+F7")
    counter.key("Escape")
    assert page.middle.isVisible()
    counter.key("Shift+F7")
    panel = page.asking.panel
    assert isinstance(panel, AnswerHere)
    assert page.middle.isHidden()
    assert any("1,000.00" in each.text() for each in panel.findChildren(QLabel))
    assert panel.fields["username"].raw() == "supervisor"
    panel.fields["password"].set_raw("x")
    panel.accept.click()
    counter.rest()
    assert money.read(held.id).claims[0].state in ("approved", "done")
    assert counter.said[-1] == f"{held.number}: Approved"
    assert page.middle.isVisible()
    assert counter.desk.actor.username == "officer"


def test_it_is_told_that_credit_finance_is_asked_before_the_superior(
    money: DepositShop, opened: Opened
) -> None:
    steps = (Step.CREDIT, Step.SUPERIOR)
    rows = list(shipped().rows)
    place = next(at for at, row in enumerate(rows) if row.key == "deposit.refund/G3")
    amount, *others = rows[place].conditions
    bands = (*amount.bands[:-1], amount.bands[-1]._replace(steps=steps))
    rows[place] = replace(rows[place], conditions=(replace(amount, bands=bands), *others))
    held = money.held(money.order())
    money.shop.desk.later(days=1)
    money.shop.confirm(tuple(rows_to_json(rows)))
    counter, screen = opened("officer")
    bring(screen, held.id)
    counter.key("Ctrl+Shift+R")
    write(form_of(screen), amount="1,000", reason="fewer bags")
    counter.key("Ctrl+S")
    assert counter.said[-1] == "Asked: credit-finance"
