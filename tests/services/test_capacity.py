"""Who answers in what capacity: nobody by a lent permission alone, nobody past whom it went."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from crm_desktop.application import Application
from crm_desktop.domain.authority import (
    Band,
    Condition,
    Credit,
    Level,
    Row,
    Step,
    rows_to_json,
    shipped,
)
from crm_desktop.domain.errors import NotAllowed, Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.authority import approval_queue
from crm_desktop.services.authority.approvals import AnswerLimit, AnswerRequest, ConfirmSpoken
from crm_desktop.services.authority.delegations import Delegate, HandOver
from crm_desktop.services.authority.pressing import CustomerWaits
from crm_desktop.services.authority.requests import Consulted
from crm_desktop.services.orders.special_orders import QuoteSupplier
from crm_desktop.services.papers import paper_heads, papers
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.exits import leaving_now
from crm_desktop.services.papers.quotations import IssueQuotation, Outcome, SaveQuotation
from tests.services.deposit_shop import DepositShop
from tests.services.goods_shop import GoodsShop
from tests.services.order_shop import OrderShop
from tests.services.shop import SellingShop, desk, shop
from tests.services.test_rerouting import IDS, answer, asked, asks, change, hired

__all__ = ["desk", "shop"]

FREE = LineInput(
    kind="text",
    description="งานติดตั้ง",
    quantity=Decimal(1),
    unit="งาน",
    unit_price=Money.of(4000),
)


def program(shop: SellingShop, person_id: int) -> Application:
    made = Application(shop.store, lambda: shop.desk.now)
    made.become(person_id)
    return made


def approves(shop: SellingShop, who: Application, outcome: Outcome, limit: str = "") -> str:
    row = shop.request(outcome.request_id)
    limits = (AnswerLimit("discount", limit),) if limit else ()
    return who.execute(AnswerRequest(row["id"], row["version"], "approve", "", limits))


def queued(who: Application) -> list[int]:
    return [row.id for row in who.read(approval_queue.queue_page).rows]


def lend(shop: SellingShop, who: str, to: int, *matters: str) -> None:
    today = shop.desk.now.date()
    getattr(shop.desk, who).execute(Delegate(to, today, today, "ลา", matters))


def test_a_deputy_has_nothing_left_once_the_absent_person_answers_no_more(
    shop: SellingShop,
) -> None:
    deputy = hired(shop, "second", "supervisor", "G4", "manager")
    lend(shop, "supervisor", deputy)
    change(shop, "supervisor", roles=("officer",))
    outcome = asked(shop)
    with pytest.raises(NotAllowed, match="not_your_request"):
        approves(shop, program(shop, deputy), outcome)


def test_a_lent_matter_gives_no_say_in_another(shop: SellingShop) -> None:
    senior = hired(shop, "senior", "officer", "G4", "manager")
    change(shop, "officer", superior_id=senior)
    lend(shop, "supervisor", senior, "document.cancel")
    outcome = asked(shop)
    assert queued(program(shop, senior)) == []
    with pytest.raises(NotAllowed, match="not_your_request"):
        approves(shop, program(shop, senior), outcome)


def test_a_deputy_reads_what_they_are_asked_and_no_other_request(shop: SellingShop) -> None:
    mine = asked(shop)
    lend(shop, "supervisor", IDS["logistics"], "reservation.issue")
    with pytest.raises(NotAllowed):
        program(shop, IDS["logistics"]).read(approval_queue.request_card, mine.request_id or 0)


def test_a_superior_of_another_branch_sees_what_they_are_asked(shop: SellingShop) -> None:
    change(shop, "other", superior_id=IDS["supervisor"])
    draft = shop.draft(shop.line("CEM", 60, discount="12%"), who="other")
    outcome = shop.submit(draft, who="other")
    assert queued(shop.desk.supervisor) == [outcome.request_id]
    card = shop.desk.supervisor.read(approval_queue.request_card, outcome.request_id or 0)
    assert card.verdicts


def test_nobody_answers_about_an_order_or_money_without_seeing_it_whatever_their_branch(
    shop: SellingShop,
) -> None:
    till, orders, goods = DepositShop(shop), OrderShop(shop), GoodsShop(shop.desk)
    asked(shop)
    for kind in ("SO", "BO"):
        orders.submit(orders.draft(kind, shop.line("CEM", 400, discount="12%")))
    signed = goods.sign(goods.special_draft(deposit_percent=Decimal(50)))
    quote = QuoteSupplier(signed.id, signed.version, "โรงไม้สักทอง", cost=Money.of(900))
    orders.submit(shop.desk.sales.execute(quote))
    till.refund(till.held(till.order()), 1_000)
    till.transfer(till.held(till.order()), till.order(), 1_000)
    lend(shop, "supervisor", IDS["logistics"])
    person = shop.store.t.person
    with shop.store.write():
        person.update(branch_id=2).where(person.c.username << ("supervisor", "logistics")).execute()
    for who in ("supervisor", "logistics"):
        reader, kinds = program(shop, IDS[who]), []
        for each in queued(reader):
            card, whole = (
                by.read(approval_queue.request_card, each) for by in (reader, shop.desk.director)
            )
            assert card.verdicts
            assert (card.goods, card.money) == (whole.goods, whole.money)
            assert (card.held and card.held.claim) == (whole.held and whole.held.claim)
            assert (card.offer and card.offer.supplier) == (whole.offer and whole.offer.supplier)
            kinds.append(card.row.kind)
        assert kinds == ["QT", "SO", "BO", "SP", "DP", "DP"]
    stranger = program(shop, IDS["other"])
    with pytest.raises(NotAllowed, match="other_branch"):
        stranger.read(approval_queue.request_card, each)


@pytest.mark.parametrize("who", ["supervisor", "logistics"])
def test_whoever_is_asked_about_a_paper_reads_that_paper_for_as_long_as_it_waits(
    shop: SellingShop, who: str
) -> None:
    change(shop, "other", superior_id=IDS["supervisor"])
    lend(shop, "supervisor", IDS["logistics"])
    draft, untold = (shop.draft(shop.line("CEM", 60, discount="8%"), who="other") for _ in range(2))
    outcome = shop.submit(draft, who="other")
    reader = program(shop, IDS[who])
    assert reader.read(papers.paper, outcome.id).draft_reference
    assert reader.read(paper_heads.paper_head, outcome.id).id == outcome.id
    with pytest.raises(NotAllowed):
        reader.read(leaving_now, outcome.id, "print")
    for stranger, paper in ((reader, untold.id), (program(shop, IDS["receiving"]), outcome.id)):
        with pytest.raises(NotAllowed):
            stranger.read(papers.paper, paper)
    version = shop.request(outcome.request_id)["version"]
    against = AnswerRequest(outcome.request_id or 0, version, "advise_against", "กำไรบาง")
    assert (reader.execute(against), asks(shop, outcome)) == ("waiting", "manager")
    assert reader.read(papers.paper, outcome.id).draft_reference, "it was theirs to answer before"
    approves(shop, shop.desk.manager, outcome)
    with pytest.raises(NotAllowed):
        reader.read(papers.paper, outcome.id)


def test_a_deputy_answers_nothing_that_the_absent_superior_wrote(shop: SellingShop) -> None:
    draft = shop.draft(shop.line("CEM", 60, discount="20%"))
    written = shop.paper(draft.id, "manager")
    saved = shop.desk.manager.execute(SaveQuotation(draft.id, written.version, written.content))
    outcome = shop.submit(saved)
    lend(shop, "manager", IDS["sales"])
    lend(shop, "director", IDS["receiving"])
    assert (queued(shop.desk.sales), asks(shop, outcome)) == ([], "director")
    with shop.store.write():
        shop.store.t.request.update(answerer_id=IDS["manager"]).execute()
    assert queued(shop.desk.sales) == []
    with pytest.raises(NotAllowed, match="not_your_request"):
        answer(shop, outcome, "sales")
    assert answer(shop, outcome, "receiving") == "approved"


def test_who_answered_for_a_day_does_not_read_the_customers_credit_for_good(
    shop: SellingShop,
) -> None:
    lend(shop, "supervisor", IDS["sales"], "quotation.issue")
    outcome, card = asked(shop), approval_queue.request_card
    assert shop.desk.sales.read(card, outcome.request_id or 0).verdicts
    assert answer(shop, outcome, "sales") == "approved"
    with pytest.raises(NotAllowed):
        shop.desk.sales.read(card, outcome.request_id or 0)


@pytest.mark.parametrize(("deputy", "asked_first"), [("officer", "director"), ("sales", "credit")])
def test_credit_finance_is_asked_only_where_somebody_can_answer_for_it_today(
    shop: SellingShop, deputy: str, asked_first: str
) -> None:
    shop.tell_credit(limit=1)
    lend(shop, "credit", IDS[deputy])
    outcome = asked(shop)
    assert asks(shop, outcome) == asked_first
    answerer = "director" if deputy == "officer" else deputy
    assert answer(shop, outcome, answerer) in ("waiting", "approved")


def test_what_waits_for_credit_finance_goes_on_when_the_requester_comes_to_stand_in_for_it(
    shop: SellingShop,
) -> None:
    shop.tell_credit(limit=1)
    outcome = asked(shop)
    assert asks(shop, outcome) == "credit"
    lend(shop, "credit", IDS["officer"])
    assert asks(shop, outcome) == "director"


def test_where_credit_finance_wrote_the_paper_itself_the_director_is_asked_in_its_place(
    shop: SellingShop,
) -> None:
    shop.tell_credit(limit=1)
    change(shop, "credit", roles=("credit", "officer"))
    outcome = shop.submit(shop.draft(shop.line("CEM", 60), who="credit"))
    assert asks(shop, outcome) == "director"
    assert answer(shop, outcome, "director") in ("waiting", "approved")


def test_the_only_director_keeps_the_grade_that_decides_what_is_left(shop: SellingShop) -> None:
    with pytest.raises(Refused, match="last_director"):
        change(shop, "director", grade="G5")


def test_who_was_passed_by_cannot_push_it_past_the_next_one(shop: SellingShop) -> None:
    outcome = asked(shop, "20%")
    assert asks(shop, outcome) == "manager"
    with pytest.raises(NotAllowed, match="beyond_and_passed_on"):
        approves(shop, shop.desk.supervisor, outcome)
    assert asks(shop, outcome) == "manager"


def test_a_customer_who_begins_to_wait_never_gets_a_later_answer(shop: SellingShop) -> None:
    outcome = asked(shop)
    due = datetime.fromisoformat(shop.request(outcome.request_id)["due_at"])
    shop.desk.now = due - timedelta(minutes=2)
    shop.desk.officer.execute(CustomerWaits(outcome.request_id or 0))
    assert datetime.fromisoformat(shop.request(outcome.request_id)["due_at"]) == due


def _advice_on_credit(row: Row) -> Row:
    """Credit trouble asks for advice, credit-finance first; the supervisor may give it."""
    bad = (Credit.OVER_LIMIT, Credit.OVERDUE, Credit.BLOCKED)
    steps = (Step.CREDIT, Step.SUPERIOR)
    bands = (Band(Level.OWN, Credit.OK), *(Band(Level.CONSULT, s, steps=steps) for s in bad))
    others = tuple(each for each in row.conditions if each.kind != "credit")
    return replace(row, conditions=(*others, Condition("credit", bands)))


def test_a_call_to_the_superior_does_not_go_round_credit_finance(shop: SellingShop) -> None:
    rows = tuple(
        _advice_on_credit(row) if row.key == "quotation.issue/G3" else row
        for row in shipped().rows
        if row.branch is None
    )
    shop.desk.later(days=1)
    shop.confirm(tuple(rows_to_json(rows)))
    shop.tell_credit(limit=1)
    called = Consulted(IDS["supervisor"], shop.desk.now, "ออกได้")
    with pytest.raises(Refused, match="credit_before_phone") as refused:
        shop.submit(shop.draft(shop.line("CEM", 10)), consulted=called)
    assert refused.value.field == "consulted"


def test_what_has_no_list_price_is_no_cheaper_after_an_approval(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%"), FREE))
    assert approves(shop, shop.desk.supervisor, outcome) == "approved"
    lines = shop.paper(outcome.id).content.lines
    saved = shop.edited(outcome.id, lines=(lines[0], replace(lines[1], unit_price=Money.of(1))))
    assert (saved.state, saved.kept) == ("draft", False)


def test_limits_on_the_discount_leave_the_price_of_free_text_where_it_was(
    shop: SellingShop,
) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 60, discount="14%"), FREE))
    assert approves(shop, shop.desk.supervisor, outcome, "12") == "approved"
    assert shop.paper(outcome.id).state == "draft"
    first, free = shop.paper(outcome.id).content.lines
    lower = (replace(first, discount="12%"), replace(free, unit_price=Money.of(1)))
    again = shop.submit(shop.edited(outcome.id, lines=lower))
    assert (again.state, again.level) == ("waiting", "SUPERIOR")


def test_within_limits_the_paper_goes_out_without_asking_again(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 60, discount="14%"), FREE))
    approves(shop, shop.desk.supervisor, outcome, "12")
    first, free = shop.paper(outcome.id).content.lines
    within = shop.submit(shop.edited(outcome.id, lines=(replace(first, discount="12%"), free)))
    assert within.state == "ready"
    paper = shop.paper(outcome.id)
    assert shop.desk.officer.execute(IssueQuotation(outcome.id, paper.version)).number


def test_work_left_to_a_colleague_lends_no_authority(shop: SellingShop) -> None:
    today = shop.desk.now.date()
    shop.desk.supervisor.execute(HandOver(IDS["manager"], today, today, "ลา"))
    shop.desk.officer.execute(HandOver(IDS["supervisor"], today, today, "ลา"))
    for who in ("manager", "supervisor"):
        actor = program(shop, IDS[who]).actor
        assert actor is not None
        assert actor.lent == frozenset()


def test_advice_with_limits_lets_the_officer_change_the_paper_within_them(
    shop: SellingShop,
) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 60, discount="8%")))
    row = shop.request(outcome.request_id)
    limits = (AnswerLimit("discount", "10"),)
    advice = AnswerRequest(row["id"], row["version"], "advise_for", "", limits)
    assert shop.desk.supervisor.execute(advice) == "approved"
    (line,) = shop.paper(outcome.id).content.lines
    assert shop.edited(outcome.id, lines=(replace(line, discount="10%"),)).kept is True


@pytest.mark.parametrize("above", ["manager", "credit"])
def test_advice_of_credit_finance_against_it_is_not_the_last_word(
    shop: SellingShop, above: str
) -> None:
    change(shop, "supervisor", superior_id=IDS[above])
    rows = tuple(
        replace(_advice_on_credit(row), may_go_on_against_advice=True)
        if row.key == "quotation.issue/G3"
        else replace(row, conditions=tuple(c for c in row.conditions if c.kind != "credit"))
        for row in shipped().rows
    )
    shop.desk.later(days=1)
    shop.confirm(tuple(rows_to_json(rows)))
    shop.tell_credit(limit=1)
    outcome = shop.submit(shop.draft(shop.line("CEM", 10)))
    assert asks(shop, outcome) == "credit"
    row = shop.request(outcome.request_id)
    against = AnswerRequest(row["id"], row["version"], "advise_against", "ค้างชำระ")
    assert shop.desk.credit.execute(against) == "waiting"
    assert asks(shop, outcome) == "supervisor", "the nearest to the officer, wherever credit stands"


def test_two_papers_of_a_day_within_the_credit_are_not_beyond_it_together(
    shop: SellingShop,
) -> None:
    shop.tell_credit(limit=10_000, outstanding=0)
    first, second = asked(shop), asked(shop)
    assert (asks(shop, first), asks(shop, second)) == ("supervisor", "supervisor")
    assert answer(shop, second, "supervisor") == "approved"


def test_advice_from_the_queue_is_not_taken_back_as_if_it_was_by_phone(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 60, discount="8%")))
    assert answer(shop, outcome, "supervisor", "advise_for") == "advised"
    row = shop.request(outcome.request_id)
    denies = ConfirmSpoken(row["id"], row["version"], agrees=False, note="ไม่เคยพูด")
    with pytest.raises(NotAllowed, match="not_your_request"):
        shop.desk.supervisor.execute(denies)


def test_what_was_given_to_the_director_who_wrote_it_never_comes_down(shop: SellingShop) -> None:
    outcome = shop.submit(shop.draft(shop.line("CEM", 20_000, discount="30%"), who="director"))
    assert asks(shop, outcome) == "director"
    change(shop, "manager", grade="G4")
    assert asks(shop, outcome) == "director"
    assert approves(shop, shop.desk.director, outcome) == "approved"
