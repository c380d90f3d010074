"""Orders made from quotations, split by what is in stock, and moved where stock failed."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.domain.errors import Refused, Stale, WrongState
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.requests import Plea
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.deposits.deposits import AskDeposit
from crm_desktop.services.orders import ordering
from crm_desktop.services.orders.ordering import (
    MoveShort,
    OrderFromQuotation,
    Split,
    SplitOrder,
    Take,
)
from crm_desktop.services.orders.orders import CancelOrder, SubmitOrder
from crm_desktop.services.papers import families
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.quotation_life import CancelQuotation
from crm_desktop.services.papers.quotations import IssueQuotation
from crm_desktop.services.papers.submitting import Outcome, Saved
from tests.race import Race
from tests.services import racers
from tests.services.desk import PEOPLE
from tests.services.order_shop import OrderShop, desk, orders, shop

__all__ = ["desk", "orders", "shop"]

SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def split(orders: OrderShop, document_id: int, *take: tuple[int, int | str]) -> Split:
    version = orders.row(document_id)["version"]
    command = SplitOrder(document_id, version, amounts(*take))
    return orders.desk.officer.execute(command)


def move(orders: OrderShop, document_id: int, *take: tuple[int, int | str]) -> Split:
    version = orders.row(document_id)["version"]
    return orders.desk.officer.execute(MoveShort(document_id, version, amounts(*take)))


def amounts(*take: tuple[int, int | str]) -> Take:
    return tuple((position, Decimal(quantity)) for position, quantity in take)


# ------------------------------------------------------------ prices that pass down


def test_a_price_that_was_approved_passes_down_without_asking_again(orders: OrderShop) -> None:
    """10 % is beyond the officer: the supervisor's word on the quotation holds for the order."""
    orders.stock("CEM", 100)
    quotation = orders.accepted(orders.line("CEM", 50, discount="12%"), document_discount="1%")
    draft = orders.ordered(quotation)
    paper = orders.paper(draft.id)
    assert paper.content.lines[0].source_id == orders.lines(quotation.id)[0]
    assert paper.parent == (quotation.id, "QT", quotation.number)
    asked = orders.submit(draft, issue=True)
    assert (asked.level, asked.state) == ("OWN", "confirmed")
    assert (
        orders.shop.request(orders.row(draft.id)["approved_request_id"])["facts"]["discount"] == "0"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"unit_price": Money.of(140)},
        {"discount": "15%"},
        {"quantity": Decimal(51)},
        {"unit": "พาเลท"},
        {"source_id": None},
    ],
)
def test_a_changed_price_discount_or_quantity_asks_again(
    orders: OrderShop, change: dict[str, object]
) -> None:
    quotation = orders.accepted(orders.line("CEM", 50, discount="12%"))
    draft = orders.ordered(quotation)
    line = replace(orders.paper(draft.id).content.lines[0], **change)  # type: ignore[arg-type]
    orders.edited(draft.id, lines=(line,))
    assert orders.submit(draft).level == "SUPERIOR"


def test_a_higher_discount_of_the_whole_paper_asks_again(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 50, discount="12%"))
    draft = orders.ordered(quotation)
    orders.edited(draft.id, document_discount="1%")
    assert orders.submit(draft).level == "SUPERIOR"


def test_goods_below_cost_and_of_no_list_pass_down_too(orders: OrderShop) -> None:
    text = LineInput("text", description="ค่าแรงติดตั้ง", unit="งาน", unit_price=Money.of(8000))
    quotation = orders.accepted(orders.line("CEM", 5, unit_price=Money.of(90)), text)
    asked = orders.submit(orders.ordered(quotation))
    assert asked.level == "OWN"
    facts = orders.shop.request(asked.request_id)["facts"]
    assert (facts["below_cost"], facts["unlisted"]) == (False, "0.00")


def test_beside_approved_lines_a_new_one_is_measured_by_itself(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 10, discount="12%"))
    draft = orders.ordered(quotation)
    kept = orders.paper(draft.id).content.lines[0]
    new = orders.line("TILE", 10, discount="10%")
    orders.edited(draft.id, lines=(kept, new))
    facts = orders.shop.request(orders.submit(draft).request_id)["facts"]
    assert facts["discount_by_group"] == {"cem": "0", "tile": "10"}


def test_what_two_orders_take_together_is_no_more_than_was_approved(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 50, discount="12%"))
    first = orders.ordered(quotation)
    line = orders.paper(first.id).content.lines[0]
    orders.edited(first.id, lines=(replace(line, quantity=Decimal(30)),))
    second = orders.ordered(quotation)
    assert orders.paper(second.id).content.lines[0].quantity == Decimal(20)
    assert orders.submit(first).level == "OWN"
    orders.edited(second.id, lines=(replace(line, quantity=Decimal(21)),))
    assert orders.submit(second).level == "SUPERIOR"


def test_two_who_submit_at_once_take_no_more_than_was_approved(
    orders: OrderShop, store_url: str
) -> None:
    both: tuple[list[SubmitOrder], list[SubmitOrder]] = ([], [])
    for _ in range(4):
        drafts = twice_drawn(orders, orders.accepted(orders.line("CEM", 50, discount="12%")))
        for pressed, draft in zip(both, drafts, strict=True):
            pressed.append(SubmitOrder(draft.id, draft.version, Plea("ลูกค้าประจำ")))
    officer = list(PEOPLE).index("officer") + 1
    race = Race(racers.press, store_url, [(officer, tuple(pressed)) for pressed in both])
    race.run()
    assert race.told == [["done"] * 4] * 2
    for pair in zip(*both, strict=True):
        states = sorted(orders.row(each.id)["state"] for each in pair)
        assert states == ["ready", "waiting"]


def twice_drawn(orders: OrderShop, quotation: Outcome) -> tuple[Saved, Saved]:
    """Two drafts that each take more than half of what a quotation offers."""
    first = orders.ordered(quotation)
    line = replace(orders.paper(first.id).content.lines[0], quantity=Decimal(30))
    first = orders.edited(first.id, lines=(line,))
    second = orders.edited(orders.ordered(quotation).id, lines=(line,))
    return first, second


def test_a_quotation_that_was_cancelled_passes_nothing_down(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 50, discount="12%"))
    draft = orders.ordered(quotation)
    version = orders.row(quotation.id)["version"]
    asked = orders.desk.officer.execute(CancelQuotation(quotation.id, version, "ลูกค้าเปลี่ยนใจ"))
    orders.answer(asked)
    assert orders.submit(draft).level == "SUPERIOR"


# ------------------------------------------------------------ from a quotation


@SQLITE
def test_a_quotation_that_nobody_accepted_passes_nothing_down(orders: OrderShop) -> None:
    asked = orders.shop.submit(
        orders.shop.draft(orders.line("CEM", 9, discount="20%"), valid_days=7), issue=True
    )
    orders.answer(asked)
    offered = orders.desk.officer.execute(IssueQuotation(asked.id, orders.row(asked.id)["version"]))
    orders.desk.later(days=60)
    (source,) = orders.lines(offered.id)
    line = orders.line("CEM", 9, discount="20%", source_id=source)
    assert orders.submit(orders.draft("SO", line, parent=offered.id)).level == "SUPERIOR"


def test_only_what_the_customer_accepted_becomes_an_order(orders: OrderShop) -> None:
    issued = orders.shop.issued()
    with pytest.raises(WrongState, match="quotation_not_accepted"):
        orders.ordered(issued)
    draft = orders.draft("SO")
    with pytest.raises(Refused, match="not_found"):
        orders.desk.officer.execute(OrderFromQuotation(draft.id, 1))


def test_a_quotation_is_not_ordered_twice(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 5), orders.line("TILE", 2))
    draft = orders.ordered(quotation)
    with pytest.raises(WrongState, match="quotation_ordered") as refused:
        orders.ordered(quotation)
    assert refused.value.values["reference"] == quotation.number
    orders.cancel(draft.id)
    assert len(orders.paper(orders.ordered(quotation).id).content.lines) == 2


@pytest.mark.parametrize(("kind", "share"), [("SO", 0), ("BO", 30), ("SP", 50)])
def test_each_kind_of_order_asks_the_deposit_that_the_shop_set(
    orders: OrderShop, kind: str, share: int
) -> None:
    draft = orders.ordered(orders.accepted(), kind)
    paper = orders.paper(draft.id)
    assert (paper.kind, paper.content.deposit_percent) == (kind, Decimal(share))


def test_a_quotation_becomes_no_deposit(orders: OrderShop) -> None:
    with pytest.raises(Refused, match="bad_choice"):
        orders.ordered(orders.accepted(), "DP")


# ------------------------------------------------------------ splitting


def test_an_order_splits_into_what_is_there_and_what_must_be_ordered(orders: OrderShop) -> None:
    orders.stock("CEM", 6)
    orders.stock("TILE", 100)
    draft = orders.draft("SO", orders.line("CEM", 10, discount="90"), orders.line("TILE", 5))
    offered = orders.desk.officer.read(ordering.split_proposal, draft.id)
    assert [(line.on_shelf, line.to_order) for line in offered] == [(6, 4), (100, 0)]
    before = orders.paper(draft.id).total
    take = tuple((line.position, int(line.to_order)) for line in offered if line.to_order)
    parts = split(orders, draft.id, *take)
    order, back = orders.paper(parts.order.id), orders.paper(parts.back_order.id)
    assert [line.quantity for line in order.content.lines] == [6, 5]
    assert [(line.code, line.quantity, line.discount) for line in back.content.lines] == [
        ("CEM", 4, "36")
    ]
    assert order.total + back.total == before
    assert (back.kind, back.parent) == ("BO", (order.id, "SO", order.reference))
    assert back.content.deposit_percent == Decimal(30)
    assert [node.id for node in order.family] == [order.id, back.id]


def test_a_split_of_an_approved_order_keeps_the_approval_of_what_stays(orders: OrderShop) -> None:
    lines = [orders.line(code, 10, discount="12%") for code in ("CEM", "TILE")]
    asked = orders.submit(orders.draft("SO", *lines))
    orders.answer(asked)
    parts = split(orders, asked.id, (0, 4))
    assert (parts.order.state, parts.order.kept, parts.back_order.state) == ("ready", True, "draft")
    assert orders.through(asked).state == "confirmed"


def test_both_parts_of_an_order_keep_the_price_of_the_quotation(orders: OrderShop) -> None:
    orders.stock("CEM", 100)
    line = orders.line("CEM", 9, discount="100")
    quotation = orders.accepted(line, orders.line("TILE", 7, discount="10+5%"))
    parts = split(orders, orders.ordered(quotation).id, (0, 4), (1, 2))
    assert orders.submit(parts.order).level == "OWN"
    assert orders.submit(parts.back_order).level == "OWN"


def test_headings_stand_only_where_goods_are_left_below_them(orders: OrderShop) -> None:
    heads = [LineInput("heading", description=f"ชั้น {floor}") for floor in (1, 2)]
    lines = (heads[0], orders.line("CEM", 5), heads[1], orders.line("TILE", 5))
    parts = split(orders, orders.draft("SO", *lines).id, (3, 5))
    for document_id, heading, code in (
        (parts.order.id, "ชั้น 1", "CEM"),
        (parts.back_order.id, "ชั้น 2", "TILE"),
    ):
        kept = orders.paper(document_id).content.lines
        assert [line.description for line in kept] == [heading, f"สินค้า {code}"]


@pytest.mark.parametrize(
    ("take", "code"),
    [
        ((), "nothing_short"),
        (((0, 0),), "nothing_short"),
        (((0, 11),), "more_than_there"),
        (((0, 6), (0, 5)), "more_than_there"),
        (((0, "0.0001"),), "more_than_there"),
        (((0, -1),), "more_than_there"),
        (((7, 1),), "not_found"),
        (((1, 1),), "only_listed_goods"),
    ],
)
def test_a_split_that_makes_no_sense_is_refused(
    orders: OrderShop, take: tuple[tuple[int, int | str], ...], code: str
) -> None:
    text = LineInput("text", description="ค่าขนส่ง", unit_price=Money.of(100))
    draft = orders.draft("SO", orders.line("CEM", 10), text)
    with pytest.raises(Refused, match=code):
        split(orders, draft.id, *take)
    assert orders.row(draft.id)["version"] == 1


def test_an_order_is_not_split_to_nothing_nor_after_it_is_confirmed(orders: OrderShop) -> None:
    draft = orders.draft("SO", orders.line("CEM", 10))
    with pytest.raises(Refused, match="nothing_stays"):
        split(orders, draft.id, (0, 10))
    with pytest.raises(Stale):
        orders.desk.officer.execute(SplitOrder(draft.id, 9, amounts((0, 1))))
    order = orders.confirmed("SO", orders.line("CEM", 10))
    with pytest.raises(WrongState):
        split(orders, order.id, (0, 4))


def test_what_confirmed_orders_wait_for_is_not_on_the_shelf(orders: OrderShop) -> None:
    orders.stock("CEM", 10)
    orders.confirmed("SO", orders.line("CEM", 7))
    draft = orders.draft("SO", orders.line("CEM", 2), orders.line("CEM", 4))
    offered = orders.desk.officer.read(ordering.split_proposal, draft.id)
    assert [(line.on_shelf, line.to_order) for line in offered] == [(3, 0), (1, 3)]


texts = st.sampled_from(["", "7%", "10+5%", "33.33", "5%+20", "0.01"])
line_values = st.tuples(
    st.sampled_from(["CEM", "TILE", "STEEL"]), st.integers(1, 30), texts, st.integers(0, 30)
)


@SQLITE
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(line_values, min_size=1, max_size=5), texts, st.booleans())
def test_nothing_is_lost_in_a_split_through_the_one_door(
    orders: OrderShop, lines: list[tuple[str, int, str, int]], discount: str, include: bool
) -> None:
    draft = orders.draft(
        "SO",
        *(orders.line(code, quantity, discount=text) for code, quantity, text, _ in lines),
        document_discount=discount,
        prices_include_vat=include,
    )
    take = [(place, min(line[3], line[1])) for place, line in enumerate(lines)]
    if not any(much for _, much in take) or all(
        much == line[1] for (_, much), line in zip(take, lines, strict=True)
    ):
        return
    before = orders.row(draft.id)
    parts = split(orders, draft.id, *take)
    both = [orders.row(parts.order.id), orders.row(parts.back_order.id)]
    names = ("total_satang",) if include else ("net_satang",)
    for name in names:
        assert sum(row[name] for row in both) == before[name]
    assert abs(sum(row["total_satang"] for row in both) - before["total_satang"]) <= 1
    quantities = [
        sum(line.quantity for line in orders.paper(row["id"]).content.lines) for row in both
    ]
    assert sum(quantities) == sum(line[1] for line in lines)


# ------------------------------------------------------------ what the warehouse lacks


def test_what_the_warehouse_lacks_moves_on_at_the_price_it_had(orders: OrderShop) -> None:
    lines = orders.line("CEM", 9, discount="12%"), orders.line("TILE", 2)
    order = orders.confirmed("SO", *lines, document_discount="50")
    total = orders.paper(order.id).total
    parts = move(orders, order.id, (0, 4))
    paper, back = orders.paper(order.id), orders.paper(parts.back_order.id)
    assert orders.stages(order.id) == [{"open": 5, "moved": 4}, {"open": 2}]
    assert paper.due + back.total == total
    assert paper.due < total == paper.total
    assert back.content.lines[0].source_id == orders.lines(order.id)[0]
    assert orders.submit(back).level == "OWN"
    orders.sound()


def test_an_order_of_which_all_moved_on_is_over(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 9))
    assert move(orders, order.id, (0, 9)).order.state == "moved"
    assert orders.paper(order.id).due == Money.ZERO
    with pytest.raises(WrongState):
        move(orders, order.id, (0, 1))
    orders.sound()


def test_what_moved_on_in_full_keeps_the_price_that_was_approved(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 10, discount="12%"))
    back = move(orders, order.id, (0, 10)).back_order
    assert orders.submit(back).level == "OWN"


def test_a_quotation_is_not_ordered_twice_by_moving_the_first_order_on(orders: OrderShop) -> None:
    quotation = orders.accepted(orders.line("CEM", 10, discount="8%"))
    order = orders.through(orders.submit(orders.ordered(quotation)))
    move(orders, order.id, (0, 10))
    with pytest.raises(WrongState, match="quotation_ordered"):
        orders.ordered(quotation)


def test_what_is_given_up_after_the_rest_moved_on_leaves_it_moved(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 10))
    move(orders, order.id, (0, 6))
    orders.cancel(order.id, who="director")
    assert orders.row(order.id)["state"] == "moved"
    orders.sound()


def expected(orders: OrderShop, deposit_id: int) -> tuple[str, Money]:
    """What is still to come by a deposit."""
    found = orders.desk.officer.read(deposit_lists.deposit, deposit_id)
    return found.state, found.expected


def test_no_more_deposit_is_asked_for_than_what_stays_costs(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 10))
    asked = orders.desk.officer.execute(AskDeposit(order.id, Money.of(1000))).id
    move(orders, order.id, (0, 2))
    assert expected(orders, asked) == ("expected", Money.of(1000))
    back = move(orders, order.id, (0, 7)).back_order
    assert expected(orders, asked) == ("expected", Money.of(150))
    lines = orders.desk.officer.read(families.family_timeline, order.id)
    assert "less" in [line.event for line in lines]
    assert orders.row(back.id)["state"] == "draft"
    orders.sound()


def test_nobody_waits_for_the_deposit_of_an_order_that_moved_on(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 10))
    asked = orders.desk.officer.execute(AskDeposit(order.id, Money.of(1000))).id
    move(orders, order.id, (0, 10))
    assert orders.row(asked)["state"] == "cancelled"


def test_a_split_asks_for_no_more_deposit_than_what_stays_costs(orders: OrderShop) -> None:
    draft = orders.draft("SO", orders.line("CEM", 10))
    assert orders.submit(draft).state == "ready"
    asked = orders.desk.officer.execute(AskDeposit(draft.id, Money.of(1000))).id
    split(orders, draft.id, (0, 8))
    assert expected(orders, asked) == ("expected", Money.of(300))


def test_giving_up_a_part_asks_for_less_deposit(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 10))
    asked = orders.desk.officer.execute(AskDeposit(order.id, Money.of(1000))).id
    version = orders.row(order.id)["version"]
    part = ((orders.lines(order.id)[0], Decimal(8)),)
    orders.desk.director.execute(CancelOrder(order.id, version, "ไม่เอาแล้ว", part))
    assert expected(orders, asked) == ("expected", Money.of(300))


def test_no_more_moves_than_is_still_to_deliver(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 9))
    move(orders, order.id, (0, 4))
    with pytest.raises(Refused, match="more_than_there") as refused:
        move(orders, order.id, (0, 6))
    assert refused.value.values["there"] == 5
    draft = orders.draft("SO")
    with pytest.raises(WrongState):
        move(orders, draft.id, (0, 1))


def test_dropping_what_moved_off_a_confirmed_order_needs_authority(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 9))
    back = move(orders, order.id, (0, 4)).back_order
    asked = orders.cancel(back.id)
    assert (asked.state, asked.level) == ("draft", "SUPERIOR")
    orders.answer(asked)
    assert orders.row(back.id)["state"] == "cancelled"
    orders.sound()


@SQLITE
def test_what_moved_off_a_confirmed_order_is_not_lost_by_typing(orders: OrderShop) -> None:
    order = orders.confirmed("SO", orders.line("CEM", 9))
    back = move(orders, order.id, (0, 8)).back_order
    (line,) = orders.paper(back.id).content.lines
    for changed in (replace(line, quantity=Decimal(7)), orders.line("TILE", 8)):
        with pytest.raises(Refused, match="moved_goods_stay"):
            orders.edited(back.id, lines=(changed,))
    two = replace(line, quantity=Decimal(3)), replace(line, quantity=Decimal(5))
    assert orders.edited(back.id, lines=two).state == "draft"
