"""The branch's orders of all kinds, or of one with the columns that matter to it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from crm_desktop.domain.kinds import KINDS, Kind
from crm_desktop.domain.kinds import ORDERS as DECLARED
from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.services.orders.order_lists import OrderRow, order_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.binding import Slot
from ui.desk import Desk
from ui.orders.card import OrderCard
from ui.orders.kinds import WRITING, WRITTEN
from ui.papers.list import PapersScreen
from ui.papers.words import short_day
from ui.states import state_word, tone_of
from ui.tables.columns import Align, Column, Columns

ALL = "all"
TO_DO = (*WRITING, "issued", "arrived", "inspected", "delivered")
"""States in which somebody of the house has the next move and nothing is waited for."""


class OrderList(PapersScreen):
    """Filtered by the kind of paper, and by how far it is."""

    NAME = "orders"
    WRITES = "order.save"
    TABLES = PapersScreen.TABLES | {"goods_stage", "deposit_entry", "promise"}
    FILTERS = ("kind_box", "chips")

    def __init__(self, desk: Desk) -> None:
        kept = desk.state.text("orders/kind", ALL)
        self.kind = kept if kept in KINDS else ALL
        super().__init__(desk)

    @property
    def title(self) -> str:
        return self.tr("Orders")

    def slots(self) -> dict[str, Slot]:
        return {
            **super().slots(),
            "document.copy": self.copy_paper,
            "list.kind": self.next_kind,
        }

    # Filters ----------------------------------------------------------------------------------

    def kinds(self) -> Mapping[str, str]:
        """The kinds to choose from with their words, all of them first."""
        words = {kind.code: sentence(kind.title, self.desk.language) for kind in DECLARED}
        return {ALL: self.tr("All papers"), **words}

    def add_filters(self, row: QHBoxLayout) -> None:
        """The kinds are many and have long names: they fold into one box."""
        self.kind_box = QComboBox(self)
        self.kind_box.setAccessibleName(self.tr("Kind of paper"))
        for key, words in self.kinds().items():
            self.kind_box.addItem(words, key)
        self.kind_box.setCurrentIndex(self.kind_box.findData(self.kind))
        self.kind_box.currentIndexChanged.connect(
            lambda _: self._kind_chosen(self.kind_box.currentData())
        )
        row.addWidget(self.kind_box)

    def next_kind(self) -> None:
        """Go on to the next kind of paper."""
        self.kind_box.setCurrentIndex((self.kind_box.currentIndex() + 1) % self.kind_box.count())

    def list_name(self) -> str:
        return f"orders/{self.kind}"

    def views_of(self, subject: str) -> str:
        """The kind of paper is a filter like others, though each has columns of its own."""
        return self.NAME

    def _kind_chosen(self, kind: str) -> None:
        """The choice is remembered; each kind has a list with its own columns."""
        self.kind = kind
        self.desk.state.put("orders/kind", kind)
        self.use_list(self.list_name())
        self.apply()
        if not self.kind_box.hasFocus():
            self.list.setFocus()

    def stages(self) -> Mapping[str, str]:
        return {
            "all": self.tr("All"),
            "todo": self.tr("To do"),
            "under_way": self.tr("Under way"),
            "done": self.tr("Ended"),
        }

    def filters(self) -> dict[str, Any]:
        kinds = [kind for kind in DECLARED if self.kind in (ALL, kind.code)]
        chosen: dict[str, Any] = {"kind": [kind.code for kind in kinds]}
        if self.stage != "all":
            states = (state for kind in kinds for state in _states(kind, self.stage))
            chosen["state"] = list(dict.fromkeys(states))
        return chosen

    # The list ---------------------------------------------------------------------------------

    def columns(self) -> Columns:
        language, day = self.desk.language, partial(short_day, self.desk)
        of_kind = {
            "promised_on": Column(
                "promised_on", self.tr("Promised"), 82, format=day, sort="promised_on"
            ),
            "first_promise_on": Column(
                "first_promise_on", self.tr("First promise"), 104, format=day, muted=True
            ),
            "age_days": Column("age_days", self.tr("Days old"), 84, Align.RIGHT),
            "delivered": Column(
                "delivered", self.tr("Delivered"), 100, Align.RIGHT, _sum, muted=True
            ),
            "bill_number": Column("outside_reference", self.tr("Bill"), 120),
            "supplier": Column("supplier", self.tr("Supplier"), 130),
        }
        declared = KINDS[self.kind].columns if self.kind in KINDS else ("promised_on",)
        kind = Column(
            "kind",
            self.tr("Kind"),
            126,
            format=lambda code: sentence(KINDS[code].title, language),
            muted=True,
        )
        return (
            Column("reference", self.tr("Number"), 146, sort="id", strong=True),
            *((kind,) if self.kind == ALL else ()),
            Column("customer", self.tr("Customer"), 120, stretch=True),
            Column("total", self.tr("Total"), 100, Align.RIGHT, str, sort="total"),
            Column(
                "state",
                self.tr("State"),
                150,
                value=lambda row: state_word(row.kind, row.state, language),
                tone=lambda row: tone_of(row.state),
            ),
            *(of_kind[key] for key in declared),
            Column("held", self.tr("Deposits"), 96, Align.RIGHT, _sum),
            Column("project", self.tr("Project"), 120, muted=True, shown=False),
            Column("parent_reference", self.tr("Made from"), 146, muted=True, shown=False),
            Column("owner", self.tr("Owner"), 104, muted=True, shown=False),
        )

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("No orders here"),
            self.tr("An accepted quotation becomes an order with Ctrl+O; Ctrl+F2 begins one."),
        )

    def fetch(self, wanted: ListQuery) -> Page[OrderRow]:
        """The newest first unless another order is asked for."""
        descending = wanted.descending or wanted.sort is None
        return self.desk.read(order_page, replace(wanted, descending=descending))

    def make_card(self) -> OrderCard:
        return OrderCard(self.desk, self)

    def kind_of(self, row: OrderRow) -> str:
        return KINDS[row.kind].name

    def new_kind(self) -> str:
        """What is looked at, where it can be begun by hand; else a sales order."""
        name = KINDS[self.kind].name if self.kind in KINDS else ""
        return name if name in WRITTEN else WRITTEN[0]

    def summed(self, rows: list[OrderRow]) -> str:
        return str(Money.sum(row.total for row in rows))


def _sum(amount: Money) -> str:
    return str(amount) if amount else ""


def _states(kind: Kind, stage: str) -> tuple[str, ...]:
    """The states of a kind that belong to a filter."""
    todo = [each for each in kind.states.states if each in TO_DO and each not in kind.ends]
    if stage == "todo":
        return tuple(todo)
    ended = kind.ends
    if stage == "done":
        return tuple(each for each in kind.states.states if each in ended)
    return tuple(each for each in kind.states.states if each not in ended and each not in todo)
