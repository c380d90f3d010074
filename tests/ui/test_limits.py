"""Answers with limits and answers at the officer's PC, by keys: nothing is asked twice or leaks."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from crm_desktop.services import people
from crm_desktop.services.authority.approvals import AnswerLimit, AnswerRequest, RecallRequest
from crm_desktop.services.authority.delegations import Delegate
from crm_desktop.services.papers.quotations import Outcome
from tests.services.desk import PASSWORD, PEOPLE
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.approvals.screen import ApprovalsScreen
from ui.papers.answering import AnswerHere
from ui.papers.document import PaperDocument

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def ask(shop: SellingShop, discount: str = "12%") -> Outcome:
    """A paper of the officer's that goes to the supervisor."""
    return shop.submit(shop.draft(shop.line("CEM", 60, discount=discount)))


def state(shop: SellingShop, outcome: Outcome) -> str:
    return str(shop.request(outcome.request_id)["state"])


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def approvals(counter: Counter) -> ApprovalsScreen:
    shown = counter.window.middle.current()
    assert isinstance(shown, ApprovalsScreen)
    return shown


def paper(counter: Counter, outcome: Outcome) -> PaperDocument:
    counter.window.open_record("quotation", outcome.id)
    shown = counter.window.middle.current()
    assert isinstance(shown, PaperDocument)
    return shown


def limit(shop: SellingShop, outcome: Outcome, discount: str, note: str = "") -> None:
    assert outcome.request_id is not None
    limits = (AnswerLimit("discount", discount),)
    answer = AnswerRequest(outcome.request_id, 1, "approve", note, limits)
    shop.desk.supervisor.execute(answer)


@pytest.mark.parametrize("key", ["L", "ส"])
def test_limits_are_typed_beside_the_note_and_sent_with_the_approval(
    shop: SellingShop, sit: Sit, key: str
) -> None:
    asked = ask(shop)
    boss = sit("supervisor")
    boss.key(key)
    panel = approvals(boss).panel
    fields = panel.limits
    assert fields.is_typing()
    assert panel.buttons["queue.next"].text() == "Next", "a letter types here, it goes nowhere"
    hands("8")  # over the discount that was asked, which is selected
    boss.key("Ctrl+Return", into=fields)
    assert state(shop, asked) == "approved"
    assert shop.paper(asked.id).state == "draft"
    assert "within limits" in boss.said[-1]


def test_a_limit_that_is_no_figure_is_refused_beside_its_field_and_nothing_is_said(
    shop: SellingShop, sit: Sit
) -> None:
    asked = ask(shop)
    boss = sit("supervisor")
    boss.key("L")
    panel = approvals(boss).panel
    hands("much")
    boss.key("Ctrl+Return", into=panel.limits)
    assert state(shop, asked) == "waiting"
    assert "“much”" in words(panel.limits)
    hands("<Escape>")
    boss.key("Esc")
    assert panel.limits.isHidden()
    assert panel.buttons["queue.next"].text() == "Next  N"
    boss.key("A")
    assert shop.paper(asked.id).state == "ready"


def test_a_question_that_no_limit_suits_offers_none(shop: SellingShop, sit: Sit) -> None:
    sit_here = sit("officer")
    ask(shop)
    sit_here.hear()
    assert "queue.limits" not in approvals(sit_here).bound


def test_the_officer_sees_the_note_and_goes_out_within_the_limits_by_one_key(
    shop: SellingShop, sit: Sit
) -> None:
    asked = ask(shop)
    limit(shop, asked, "8", "กำไรบาง")
    officer = sit("officer", "quotations")
    shown = paper(officer, asked)
    assert "กำไรบาง" in words(shown.note)
    assert "Beyond the approved limits" in shown.banner.words.text()
    assert "8" not in shown.banner.words.text(), "figures only while the key is held"
    shown.banner.reveal()
    assert "Discount at most 8%" in words(shown.banner.reasons)
    shown.banner.conceal()
    officer.key("Ctrl+Return")
    assert shown.panel is not None
    assert "Asking anew ends the answer with limits" in words(shown.panel)
    officer.key("Esc")
    lines = tuple(shown.shown.content.lines) if shown.shown else ()
    assert lines
    shop.edited(asked.id, lines=(shop.line("CEM", 60, discount="8%"),))
    officer.hear()
    assert shown.banner.words.text() == "Approved: you may change within the limits"
    officer.key("Ctrl+Return")
    assert shop.paper(asked.id).state == "issued"


@pytest.fixture
def secret(shop: SellingShop) -> None:
    """The people of the shop have their password after all."""
    person = shop.store.t.person
    with shop.store.write():
        person.update(password_hash=people._hasher().hash(PASSWORD)).execute()


def answer_here(officer: Counter, outcome: Outcome) -> AnswerHere:
    shown = paper(officer, outcome)
    officer.key("Shift+F7")
    assert isinstance(shown.panel, AnswerHere)
    return shown.panel


def test_the_superior_answers_at_the_officers_pc_and_is_gone_again(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    asked = ask(shop)
    officer = sit("officer", "quotations")
    panel = answer_here(officer, asked)
    assert panel.fields["username"].raw() == "supervisor"
    offered = panel.fields["verdict"].widget
    assert isinstance(offered, QComboBox)
    said = [offered.itemText(number) for number in range(offered.count())]
    assert said == ["Approve", "Return", "Reject"]
    hands(PASSWORD, "<Return>")
    assert not panel.accept.isEnabled()
    officer.rest()
    assert shop.paper(asked.id).state == "ready"
    table = shop.store.t.request_answer
    (row,) = table.select().dicts()
    assert (row["person_id"], row["beside_id"]) == (2, 1)
    assert officer.desk.actor.username == "officer"
    shown = officer.window.middle.current()
    assert isinstance(shown, PaperDocument)
    assert shown.panel is None


def test_the_customer_hears_no_approval_that_only_went_up(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    asked = ask(shop)
    officer = sit("officer", "quotations")
    shop.tell_credit(limit=1_000, outstanding=900)
    answer_here(officer, asked)
    hands(PASSWORD, "<Return>")
    officer.rest()
    assert state(shop, asked) == "waiting"
    assert "Not decided" in officer.said[-1]


def test_a_wrong_password_is_said_beside_it_and_counted(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    asked = ask(shop)
    officer = sit("officer", "quotations")
    panel = answer_here(officer, asked)
    for _ in range(3):
        hands("guess", "<Return>")
        officer.rest()
        assert panel.fields["password"].raw() == ""
    assert state(shop, asked) == "waiting"
    hands(PASSWORD, "<Return>")
    officer.rest()
    assert "Too many" in words(panel) or "wait" in words(panel).lower()
    assert state(shop, asked) == "waiting"
    assert officer.desk.actor.username == "officer"


def test_the_officer_does_not_answer_by_typing_their_own_password(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    asked = ask(shop)
    officer = sit("officer", "quotations")
    panel = answer_here(officer, asked)
    panel.fields["username"].set_raw("officer")
    hands(PASSWORD, "<Return>")
    officer.rest()
    assert state(shop, asked) == "waiting"
    assert panel.bar.isVisible()


def test_what_the_customer_may_see_says_no_cost_and_no_margin(shop: SellingShop, sit: Sit) -> None:
    asked = ask(shop)
    panel = answer_here(sit("officer", "quotations"), asked)
    told = words(panel).lower()
    assert "ลูกค้าประจำ" in told
    assert "margin" not in told
    assert "12" not in told.replace(str(shop.paper(asked.id).total), "")


def test_a_superior_can_set_limits_at_the_officers_pc(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    asked = ask(shop)
    officer = sit("officer", "quotations")
    panel = answer_here(officer, asked)
    hands(PASSWORD)
    panel.within.click()
    hands("8", "<Return>")
    officer.rest()
    assert shop.paper(asked.id).state == "draft"
    assert shop.request(asked.request_id)["limits"] == '[["discount", "8"]]'
    assert officer.said[-1].endswith(": Approved, within limits"), "it may not go out as it is"


def test_a_request_recalled_meanwhile_is_not_answered_at_the_pc(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    asked = ask(shop)
    officer = sit("officer", "quotations")
    answer_here(officer, asked)
    hands(PASSWORD)
    assert asked.request_id is not None
    shop.desk.officer.execute(RecallRequest(asked.request_id, 1))
    hands("<Return>")
    officer.rest()
    assert state(shop, asked) == "recalled"


def test_that_the_customer_waits_can_be_said_later_by_one_key(shop: SellingShop, sit: Sit) -> None:
    first, second = ask(shop), ask(shop)
    officer, boss = sit("officer", "quotations"), sit("supervisor")
    assert approvals(boss).request_id == first.request_id
    shown = paper(officer, second)
    officer.key("Alt+F7")
    assert shown.banner.words.text().startswith("The customer is waiting · Waiting for")
    assert shop.request(second.request_id)["customer_waiting"] == 1
    boss.hear()
    assert [row.id for row in approvals(boss).queues.queue.rows.rows] == [
        second.request_id,
        first.request_id,
    ]


def test_several_are_returned_with_one_note_and_stops_are_told_per_paper(
    shop: SellingShop, sit: Sit
) -> None:
    first, second = ask(shop), ask(shop)
    boss = sit("supervisor")
    view = approvals(boss)
    view.queues.queue.selectAll()
    boss.key("R")
    assert view.panel.wanting.isVisible()
    hands("prices again please")
    boss.key("Ctrl+Return", into=view.panel.note)
    boss.rest()
    assert {state(shop, first), state(shop, second)} == {"returned"}
    notes = {shop.paper(each.id).request.note for each in (first, second)}  # type: ignore[union-attr]
    assert notes == {"prices again please"}


def test_one_of_several_that_cannot_be_answered_stops_no_other(shop: SellingShop, sit: Sit) -> None:
    first, second = ask(shop), ask(shop)
    boss = sit("supervisor")
    view = approvals(boss)
    view.queues.queue.selectAll()
    document = shop.store.t.document
    with shop.store.write():
        document.update(owner_id=2).where(document.c.id == first.id).execute()
    rows = view.several.rows
    view.queues.read = lambda: None  # type: ignore[method-assign]
    assert len(rows) == 2
    boss.key("A")
    boss.rest()
    assert (state(shop, first), state(shop, second)) == ("waiting", "approved")
    assert "You asked" in words(view.several)


def test_what_is_approved_exactly_as_it_was_asked_does_not_come_back_as_a_draft(
    shop: SellingShop, sit: Sit
) -> None:
    lines = (shop.line("CEM", 60, discount="20%"), shop.line("CEM", 7))
    asked = shop.submit(shop.draft(*lines))
    boss = sit("manager")
    boss.key("L")
    panel = approvals(boss).panel
    offered = panel.limits.limits()[0].to
    assert len(offered) > 20, "a discount of many places is offered whole"
    assert panel.limits._rows.fields["discount"].raw() == "17.91", "and read as people write it"
    boss.key("Ctrl+Return", into=panel.limits)
    assert shop.paper(asked.id).state == "ready"


def test_a_deputy_beside_the_officer_finds_their_own_name_filled_in(
    shop: SellingShop, sit: Sit
) -> None:
    today = shop.desk.now.date()
    shop.desk.supervisor.execute(Delegate(list(PEOPLE).index("sales") + 1, today, today, "ลา"))
    panel = answer_here(sit("officer", "quotations"), ask(shop))
    assert panel.fields["username"].raw() == "sales"


def test_a_refusal_of_one_person_does_not_stand_beside_the_name_of_the_next(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    officer = sit("officer", "quotations")
    panel = answer_here(officer, ask(shop))
    panel.fields["username"].set_raw("officer")
    hands(PASSWORD, "<Return>")
    officer.rest()
    assert panel.bar.isVisible()
    panel.fields["username"].set_raw("supervisor")
    assert not panel.bar.isVisible()


def test_the_discounts_of_several_are_seen_before_one_key_approves_them_all(
    shop: SellingShop, sit: Sit
) -> None:
    ask(shop, "11%")
    ask(shop, "12%")
    boss = sit("supervisor")
    view = approvals(boss)
    view.queues.queue.selectAll()
    told = words(view.several)
    assert "11%" in told
    assert "12%" in told


def test_a_missing_note_costs_the_superior_no_second_typing_of_the_password(
    shop: SellingShop, sit: Sit, secret: None
) -> None:
    asked = ask(shop)
    officer = sit("officer", "quotations")
    panel = answer_here(officer, asked)
    panel.fields["verdict"].set_raw("reject")
    hands(PASSWORD, "<Return>")
    officer.rest()
    note = panel.fields["note"].widget
    assert note.property("wrong")
    assert panel.fields["password"].raw() == PASSWORD
    panel.fields["verdict"].set_raw("approve")
    assert not note.property("wrong"), "an approval needs no note"
    assert state(shop, asked) == "waiting"


def test_no_limit_is_offered_that_the_officer_could_never_use(shop: SellingShop, sit: Sit) -> None:
    work = replace(shop.line("CEM", 400), kind="text", product_id=None, code="")
    shop.submit(shop.draft(work))
    boss = sit("director")
    boss.key("Ctrl+M", "L")
    fields = approvals(boss).panel.limits._rows.fields
    shown = {kind for kind, field in fields.items() if field.widget.isVisible()}
    assert shown == {"deposit_share", "days"}
