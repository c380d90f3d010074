"""Whatever people press in whatever order: no goods appear, vanish or are given to two."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.services import integrity
from crm_desktop.services.orders.allocation import AllocateGoods, ReleaseToStock
from crm_desktop.services.orders.promises import AWAITED, PromiseAgain, TellCustomer
from crm_desktop.store.orm import fn
from tests.services.goods_shop import GoodsShop, desk, shop

__all__ = ["desk", "shop"]
QUANTITIES = st.sampled_from([Decimal(text) for text in ("1", "0.5", "4", "10")])
SHARES = st.sampled_from([Decimal(text) for text in ("1", "1", "0.5", "0.25", "1.5")])
DAYS = st.integers(0, 9)
CODE = "HEAP"
PULLED = ("allocated", "told")
OPEN = (*AWAITED["BO"], *PULLED)
# What people press, how often of so many times, and what must stand somewhere for it.
ACTS: dict[str, tuple[int, str, tuple[str, ...]]] = {
    "order": (1, "", ()),
    "request": (4, "BO", ("short",)),
    "confirm": (2, "PR", AWAITED["PR"]),
    "withdraw": (1, "PR", AWAITED["PR"]),
    "receive": (6, "PR", AWAITED["PR"]),
    "allocate": (2, "", ()),
    "tell": (2, "BO", ("allocated",)),
    "promise": (1, "BO", AWAITED["BO"]),
    "deliver": (3, "BO", PULLED),
    "cancel": (1, "BO", OPEN),
    "release": (1, "", ()),
}


class Goods(RuleBasedStateMachine):
    """One product that several customers wait for; `shop` is set by the test."""

    shop: GoodsShop

    @initialize()
    def a_product_of_its_own(self) -> None:
        with self.shop.store.write():
            columns = {"name": CODE, "sort_key": CODE, "unit": "ชิ้น", "imported_at": "2026"}
            product = self.shop.store.t.product
            count = next(iter(product.select(fn.COUNT(product.c.id)).tuples()))[0]
            self.product = int(product.insert(code=f"{CODE}{count}", **columns).execute())
        self.papers: dict[int, tuple[str, Decimal]] = {}
        self.first: dict[int, str] = {}
        for quantity in (4, 10):
            self.add_order(Decimal(quantity))
        self.look()

    # ------------------------------------------------------------ what people press

    @rule(data=st.data())
    def somebody_presses(self, data: st.DataObject) -> None:
        able = [
            name
            for name, (often, kind, stages) in ACTS.items()
            for _ in range(often)
            if not kind or self.papers_with(kind, stages)
        ]
        name = data.draw(st.sampled_from(able), label="act")
        _, kind, stages = ACTS[name]
        chosen = self.papers_with(kind, stages) if kind else [0]
        paper = data.draw(st.sampled_from(chosen), label="paper")
        getattr(self, name)(data, paper)
        self.look()

    def order(self, data: st.DataObject, _paper: int) -> None:
        self.add_order(data.draw(QUANTITIES))

    def add_order(self, quantity: Decimal) -> None:
        self.shop.desk.later(seconds=1)
        line = self.shop.line("CEM", quantity, product_id=self.product)
        self.papers[self.shop.confirmed("BO", line).id] = ("BO", quantity)

    def request(self, data: st.DataObject, order: int) -> None:
        quantity = self.part(data, order, "short")
        made = self.press(lambda: self.shop.purchase(order, quantity))
        if made is not None:
            self.papers[made] = ("PR", quantity)

    def confirm(self, data: st.DataObject, request: int) -> None:
        on = self.day(data)
        self.press(lambda: self.shop.answer(request, "confirm", on=on))

    def withdraw(self, data: st.DataObject, request: int) -> None:
        if data.draw(st.booleans(), label="by cancelling"):
            self.press(lambda: self.shop.cancel(request))
        else:
            self.press(lambda: self.shop.answer(request, "decline", reason="ของหมด"))

    def receive(self, data: st.DataObject, request: int) -> None:
        accepted = self.part(data, request, *AWAITED["PR"])
        rejected = data.draw(st.sampled_from(["0", "0", "0.25"]), label="rejected")
        at_once = data.draw(st.booleans(), label="at once")
        got = self.press(
            lambda: self.shop.receive(request, accepted, Decimal(rejected), allocate=at_once)
        )
        if got is not None and at_once:
            self.served_in_turn([each.document_id for each in got.allocated])

    def allocate(self, _data: st.DataObject, _paper: int) -> None:
        got = self.shop.desk.officer.execute(AllocateGoods(self.product))
        self.served_in_turn([each.document_id for each in got])

    def tell(self, _data: st.DataObject, order: int) -> None:
        version = self.shop.row(order)["version"]
        command = TellCustomer(order, version, "arrival", "phone", "มารับได้")
        self.press(lambda: self.shop.desk.officer.execute(command))

    def promise(self, data: st.DataObject, order: int) -> None:
        version = self.shop.row(order)["version"]
        command = PromiseAgain(order, version, self.day(data), "โรงงานช้า")
        self.press(lambda: self.shop.desk.officer.execute(command))

    def deliver(self, data: st.DataObject, order: int) -> None:
        quantity = self.part(data, order, *PULLED)
        self.press(lambda: self.shop.deliver(order, quantity))

    def cancel(self, _data: st.DataObject, order: int) -> None:
        self.press(lambda: self.shop.cancel(order))

    def release(self, data: st.DataObject, _paper: int) -> None:
        share = data.draw(SHARES, label="share")
        command = ReleaseToStock(self.product, (self.pool() * share).quantize(Decimal("0.001")))
        self.press(lambda: self.shop.desk.officer.execute(command))

    def press(self, act: Callable[[], Any]) -> Any:
        """What the act answers; None where it was refused, and then nothing has moved."""
        before = self.stages, self.pool()
        try:
            return act() or True
        except Refused:
            self.look()
            assert (self.stages, self.pool()) == before
            return None

    # ------------------------------------------------------------ what is there

    def look(self) -> None:
        """What stands where on every paper, read at once."""
        stage = self.shop.store.t.goods_stage
        self.stages: dict[int, dict[str, Decimal]] = {paper: {} for paper in self.papers}
        rows = stage.select(stage.c.document_id, stage.c.stage, stage.c.quantity_milli)
        rows = rows.where(stage.c.document_id << list(self.papers), stage.c.quantity_milli != 0)
        for paper, name, milli in rows.tuples():
            self.stages[paper][name] = Decimal(milli).scaleb(-3)

    def sum_of(self, papers: list[int], *stages: str) -> Decimal:
        held = (self.stages[paper].get(stage, Decimal(0)) for paper in papers for stage in stages)
        return sum(held, Decimal(0))

    def of_kind(self, wanted: str) -> list[int]:
        return [paper for paper, (kind, _) in self.papers.items() if kind == wanted]

    def papers_with(self, kind: str, stages: tuple[str, ...]) -> list[int]:
        return [
            paper
            for paper in self.of_kind(kind)
            if not self.stages[paper].keys().isdisjoint(stages)
        ]

    def part(self, data: st.DataObject, paper: int, *stages: str) -> Decimal:
        """Such a share of what stands there, now and then more than there is."""
        share = data.draw(SHARES, label="share")
        return (self.sum_of([paper], *stages) * share).quantize(Decimal("0.001"))

    def day(self, data: st.DataObject) -> Any:
        return self.shop.desk.now.date() + timedelta(days=data.draw(DAYS, label="days"))

    def pool(self, event: str = "") -> Decimal:
        arrival = self.shop.store.t.arrival_move
        rows = arrival.select(fn.SUM(arrival.c.quantity_milli))
        rows = rows.where(arrival.c.product_id == self.product)
        rows = rows.where(arrival.c.event == event) if event else rows
        return Decimal(int(next(iter(rows.tuples()))[0] or 0)).scaleb(-3)

    # ------------------------------------------------------------ what must hold

    def served_in_turn(self, served: list[int]) -> None:
        """Nobody gets goods while somebody who ordered before still waits, nor do goods lie
        there while anybody waits."""
        self.look()
        waiting = self.papers_with("BO", AWAITED["BO"])
        for paper in served:
            assert not [each for each in waiting if each < paper]
        assert not waiting or self.pool() == 0

    @invariant()
    def quantities_are_conserved(self) -> None:
        for paper, (_, quantity) in self.papers.items():
            assert sum(self.stages[paper].values()) == quantity
            assert self.stages[paper] == self.replayed(paper, quantity)

    @invariant()
    def nothing_is_given_that_did_not_arrive(self) -> None:
        orders, pool = self.of_kind("BO"), self.pool()
        held = self.sum_of(orders, *PULLED, "delivered")
        assert self.sum_of(self.of_kind("PR"), "received") == self.pool("receive")
        assert self.pool("receive") == held + pool - self.pool("release")
        assert self.sum_of(orders, "received") <= pool

    @invariant()
    def nobody_waits_for_what_does_not_come(self) -> None:
        expected = self.sum_of(self.of_kind("BO"), "requested", "ordered", "received")
        coming = self.sum_of(self.of_kind("PR"), *AWAITED["PR"])
        assert expected <= coming + self.pool()

    @invariant()
    def headers_say_what_their_lines_do_and_first_promises_stay(self) -> None:
        for paper, (code, _) in self.papers.items():
            row, kind = self.shop.row(paper), KINDS[code]
            assert kind.derive is not None
            if row["state"] not in kind.states.finals:
                milli = {stage: int(left * 1000) for stage, left in self.stages[paper].items()}
                assert kind.derive(milli) in (row["state"], None)
            first = row["first_promise_on"]
            assert self.first.setdefault(paper, first) in (None, first)
            self.first[paper] = first

    def replayed(self, paper: int, quantity: Decimal) -> dict[str, Decimal]:
        """What stands where, told by the moves alone."""
        table = KINDS[self.papers[paper][0]].goods
        assert table is not None
        found = {table.initial: quantity}
        move = self.shop.store.t.goods_move
        for row in move.select().where(move.c.document_id == paper).order_by(move.c.id).dicts():
            moved = Decimal(row["quantity_milli"]).scaleb(-3)
            found[row["from_stage"]] -= moved
            found[row["to_stage"]] = found.get(row["to_stage"], Decimal(0)) + moved
            assert min(found.values()) >= 0
        return {stage: left for stage, left in found.items() if left}


def lived_through(shop: GoodsShop, examples: int, steps: int) -> None:
    machine = type("GoodsHere", (Goods,), {"shop": shop})
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=how)
    assert shop.system.read(integrity.verify).faults == ()


def test_no_goods_appear_vanish_or_are_given_twice(shop: GoodsShop, store_url: str) -> None:
    lived_through(shop, 12 if store_url.startswith("sqlite") else 4, 25)


@pytest.mark.soak
def test_no_goods_are_lost_in_a_long_life(shop: GoodsShop) -> None:
    lived_through(shop, 200, 60)
