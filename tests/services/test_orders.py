"""Orders through the one door: written, approved, confirmed, stepped on, cancelled."""

from dataclasses import replace
from decimal import Decimal

import pytest

from crm_desktop.domain.errors import NeedsApproval, NotAllowed, Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.orders import order_lists
from crm_desktop.services.orders.orders import IssueOrder, SaveOrder, SubmitOrder
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers import families
from crm_desktop.services.papers.contents import LineInput
from tests.services.order_shop import OrderShop, desk, orders, shop

__all__ = ["desk", "orders", "shop"]


def test_an_order_from_the_shelf_is_confirmed_in_one_step(orders: OrderShop) -> None:
    orders.stock("CEM", 100)
    outcome = orders.submit(orders.draft("SO", orders.line("CEM", 10)), issue=True)
    assert (outcome.state, outcome.level, outcome.number) == (
        "confirmed",
        "OWN",
        "SO01-6911-00001",
    )
    paper = orders.paper(outcome.id)
    assert (paper.total, paper.due) == (Money.of(1500), Money.of(1500))
    assert [dict(line.stages) for line in paper.lines] == [{"open": Decimal(10)}]


@pytest.mark.parametrize("kind", ["SO", "BO"])
def test_each_kind_counts_its_own_numbers_without_a_gap(orders: OrderShop, kind: str) -> None:
    first = orders.confirmed(kind)
    draft = orders.submit(orders.draft(kind))
    with pytest.raises(Stale):
        orders.desk.officer.execute(IssueOrder(draft.id, draft.version + 5))
    second = orders.confirmed(kind)
    assert [first.number, second.number] == [f"{kind}01-6911-0000{each}" for each in (1, 2)]
    orders.sound()


def test_a_back_order_that_asks_less_deposit_than_the_table_waits(orders: OrderShop) -> None:
    low = orders.submit(orders.draft("BO", deposit_percent=Decimal(10)))
    assert (low.state, low.level) == ("waiting", "SUPERIOR")
    with pytest.raises(WrongState, match="document_locked"):
        orders.edited(low.id, remarks="แก้")
    assert orders.answer(low, who="supervisor") == "approved"
    assert orders.through(low).number == "BO01-6911-00001"


def test_goods_that_no_list_has_cannot_wait_in_the_queue(orders: OrderShop) -> None:
    text = LineInput("text", description="บานพับพิเศษ", unit_price=Money.of(100))
    draft = orders.draft("BO", orders.line(), text)
    with pytest.raises(Refused, match="only_listed_goods") as refused:
        orders.submit(draft)
    assert refused.value.field == "lines.1.description"


def test_a_wanted_day_that_is_over_is_told(orders: OrderShop) -> None:
    draft = orders.draft("SO", facts=(("wanted_on", "2026-11-21"),))
    with pytest.raises(Refused, match="wanted_past") as refused:
        orders.submit(draft)
    assert refused.value.field == "facts.wanted_on"


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (("colour", "red"), "fact_unknown"),
        (("handing", "balloon"), "bad_choice"),
        (("wanted_on", "พรุ่งนี้"), "bad_date"),
    ],
)
def test_a_fact_that_the_kind_does_not_know_is_refused(
    orders: OrderShop, fact: tuple[str, str], code: str
) -> None:
    with pytest.raises(Refused, match=code) as refused:
        orders.draft("SO", facts=(fact,))
    assert refused.value.field == f"facts.{fact[0]}"


def test_a_special_order_cannot_be_submitted_before_customer_and_supplier(
    orders: OrderShop,
) -> None:
    with pytest.raises(WrongState):
        orders.submit(orders.draft("SP"))


def test_a_confirmed_order_is_not_edited(orders: OrderShop) -> None:
    outcome = orders.confirmed("SO")
    with pytest.raises(WrongState, match="document_not_editable"):
        orders.edited(outcome.id, remarks="แก้")


def test_what_is_confirmed_is_what_was_approved(orders: OrderShop) -> None:
    ready = orders.submit(orders.draft("SO"))
    document = orders.store.t.document
    with orders.store.write():
        document.update(facts='{"handing": "pickup"}').where(document.c.id == ready.id).execute()
    with pytest.raises(NeedsApproval, match="paper_not_as_approved"):
        orders.desk.officer.execute(IssueOrder(ready.id, ready.version))


def test_a_milder_change_keeps_the_approval_of_an_order(orders: OrderShop) -> None:
    ready = orders.submit(orders.draft("SO", orders.line("CEM", 10)))
    assert orders.edited(ready.id, lines=(orders.line("CEM", 9),)).kept is True
    assert orders.edited(ready.id, remarks="เพิ่ม").state == "draft"


def test_an_order_is_of_the_kind_it_was_written_as(orders: OrderShop) -> None:
    saved, content = orders.draft("SO"), orders.shop.content()
    with pytest.raises(Refused, match="not_found"):
        orders.desk.officer.execute(SaveOrder("BO", saved.id, saved.version, content))
    with pytest.raises(Refused, match="bad_choice"):
        orders.desk.officer.execute(SaveOrder("QT", None, 0, content))
    with pytest.raises(Refused, match="purchase_needs_order"):
        orders.desk.officer.execute(SaveOrder("PR", None, 0, content))
    quotation = orders.shop.draft()
    with pytest.raises(Refused, match="not_found"):
        orders.desk.officer.execute(SubmitOrder(quotation.id, 1, Plea("–")))


def test_a_sales_order_goes_through_the_hands_that_serve_it(orders: OrderShop) -> None:
    order = orders.confirmed("SO")
    orders.step(order.id, "hand_off")
    with pytest.raises(NotAllowed):
        orders.step(order.id, "accept")
    assert orders.step(order.id, "accept", "logistics").state == "in_fulfilment"
    with pytest.raises(WrongState):
        orders.step(order.id, "settle", reference="INV-1")


@pytest.mark.parametrize("event", ["goods_delivered", "cancel", "approve"])
def test_a_step_that_is_an_act_of_its_own_is_not_taken_plainly(
    orders: OrderShop, event: str
) -> None:
    order = orders.confirmed("SO")
    with pytest.raises(WrongState):
        orders.step(order.id, event)


def test_a_draft_is_dropped_freely_and_a_confirmed_order_by_authority(orders: OrderShop) -> None:
    draft = orders.draft("SO")
    assert orders.cancel(draft.id, "").state == "cancelled"
    order = orders.confirmed("SO", orders.line("CEM", 4))
    with pytest.raises(Refused, match="reason_needed"):
        orders.cancel(order.id, " ")
    asked = orders.cancel(order.id)
    assert (asked.state, asked.level) == ("confirmed", "SUPERIOR")
    with pytest.raises(WrongState, match="document_locked"):
        orders.step(order.id, "hand_off")
    assert orders.answer(asked, "reject", "ลูกค้ายังต้องการ", "supervisor") == "rejected"
    again = orders.cancel(order.id)
    orders.answer(again, who="supervisor")
    paper = orders.paper(order.id)
    assert (paper.state, paper.due) == ("cancelled", Money.ZERO)
    assert orders.stages(order.id) == [{"cancelled": Decimal(4)}]
    orders.sound()


def test_an_order_of_another_branch_is_out_of_reach(orders: OrderShop) -> None:
    saved = orders.draft("SO")
    with pytest.raises(NotAllowed):
        orders.who("other").read(order_lists.order, saved.id)
    assert orders.who("other").read(order_lists.order_page, ListQuery()).rows == ()


def test_lines_of_a_foreign_paper_pass_no_price_down(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 10, discount="4%"))
    source = orders.lines(quotation.id)[0]
    line = replace(orders.line("CEM", 10, discount="4%"), source_id=source)
    with pytest.raises(Refused, match="source_unknown") as refused:
        orders.draft("SO", line)
    assert refused.value.field == "lines.0"
    with pytest.raises(Refused, match="source_unknown"):
        orders.shop.draft(line)
    assert orders.draft("SO", line, parent=quotation.id).state == "draft"


def test_a_family_has_one_customer(orders: OrderShop) -> None:
    quotation = orders.accepted()
    other = orders.shop.new_customer("คุณอื่น")
    with pytest.raises(Refused, match="other_customers_family"):
        orders.draft("SO", parent=quotation.id, customer_id=other)
    saved = orders.ordered(quotation)
    with pytest.raises(Refused, match="other_customers_family"):
        orders.edited(saved.id, customer_id=other)


def test_the_list_knows_all_kinds_and_narrows_to_some(orders: OrderShop) -> None:
    order, back = orders.confirmed("SO"), orders.draft("BO", project="บ้านสวน")
    page = orders.desk.officer.read(order_lists.order_page, ListQuery(descending=True))
    assert [row.id for row in page.rows] == [back.id, order.id]
    first, second = page.rows
    assert (first.kind, first.project, first.age_days) == ("BO", "บ้านสวน", None)
    assert (second.reference, second.age_days, second.held) == (order.number, 0, Money.ZERO)
    for filters, found in (
        ({"kind": "SO"}, [order.id]),
        ({"kind": ("SO", "BO"), "state": ("draft",)}, [back.id]),
        ({"document_id": back.id}, [back.id]),
        ({"mine": True}, [order.id, back.id]),
    ):
        wanted = ListQuery(filters=filters)
        rows = orders.desk.officer.read(order_lists.order_page, wanted).rows
        assert [row.id for row in rows] == found
    text = ListQuery(text=str(order.number))
    assert len(orders.desk.officer.read(order_lists.order_page, text).rows) == 1


def test_an_order_is_found_by_its_number(orders: OrderShop) -> None:
    order = orders.confirmed("SO")
    found = orders.desk.officer.read(order_lists.order_by_reference, f" {order.number} ".lower())
    assert found.id == order.id


def test_a_family_tells_all_of_its_papers_and_what_happened(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 10))
    order = orders.through(orders.submit(orders.ordered(quotation)))
    nodes = orders.desk.officer.read(families.family, quotation.id)
    assert [(node.kind, node.reference) for node in nodes] == [
        ("QT", quotation.number),
        ("SO", order.number),
    ]
    assert nodes[1].parent_id == quotation.id
    told = orders.desk.officer.read(families.family_timeline, order.id)
    assert {"quotation", "sales_order"} <= {line.subject for line in told}
    assert told[0].event == "confirm"


def test_who_reads_orders_only_sees_no_quotation_in_the_family(orders: OrderShop) -> None:
    quotation = orders.accepted()
    order = orders.ordered(quotation)
    nodes = orders.desk.cashier.read(families.family, order.id)
    assert [node.kind for node in nodes] == ["SO"]
    told = orders.desk.cashier.read(families.family_timeline, order.id)
    assert {line.subject for line in told} == {"sales_order"}


def test_the_preview_says_whose_decision_an_order_would_be(orders: OrderShop) -> None:
    content = orders.shop.content(orders.line("CEM", 10), deposit_percent=Decimal(30))
    shown = orders.desk.officer.read(order_lists.preview_order, "BO", content)
    assert (shown.decision.matter, shown.decision.level.name) == ("back_order.issue", "OWN")
    with pytest.raises(Refused, match="bad_choice"):
        orders.desk.officer.read(order_lists.preview_order, "DP", content)


def test_everybody_is_offered_what_they_may_do_now_and_nothing_else(orders: OrderShop) -> None:
    draft = orders.draft("SO", orders.line("CEM", 4))
    assert orders.paper(draft.id).events == ("submit", "cancel", "split", "attach")
    assert orders.paper(draft.id, "sales").events == ()
    asked = orders.submit(draft, who="supervisor")
    assert asked.state == "ready"
    assert orders.paper(draft.id).events == ("confirm", "cancel", "split", "deposit", "attach")
    order = orders.through(asked)
    assert orders.paper(order.id).events == (
        *("hand_off", "cancel", "move", "deliver", "deposit", "attach"),
    )
    assert orders.paper(order.id, "logistics").events == ("deliver",)
    question = orders.cancel(order.id)
    assert orders.paper(order.id).events == ("recall",)
    assert orders.paper(order.id, "sales").events == ()
    orders.answer(question)
    assert orders.paper(order.id).events == ()
