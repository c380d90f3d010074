"""Lists of work on goods: whom to tell, what lies uncollected, what is late, what Sales buys."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.orders.goods_lists import (
    promises_at_risk,
    purchases,
    to_tell,
    unacknowledged,
    uncollected,
)
from crm_desktop.services.orders.goods_values import (
    PurchaseRow,
    RiskRow,
    TellingDue,
    WaitingGoods,
)
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.binding import Slot
from ui.orders.card import OrderCard
from ui.orders.part import measured
from ui.orders.words import coded
from ui.papers.list import PapersScreen
from ui.papers.words import short_day
from ui.states import state_word, tone_of
from ui.tables.columns import Align, Column, Columns
from ui.tokens import Tone


class WorkList(PapersScreen):
    """Papers that ask for one thing; Enter opens the paper, where it is done."""

    TABLES = PapersScreen.TABLES | {"goods_stage", "promise", "telling", "receipt"}

    def stages(self) -> Mapping[str, str]:
        return {"all": self.tr("All")}

    def filters(self) -> dict[str, Any]:
        return {}

    def make_card(self) -> OrderCard:
        return OrderCard(self.desk, self)

    def kind_of(self, row: Any) -> str:
        return KINDS[row.kind].name

    def summed(self, rows: list[Any]) -> str:
        return ""

    def _who(self) -> tuple[Column, ...]:
        """The paper, the customer and their phone."""
        return (
            Column("reference", self.tr("Number"), 140, strong=True),
            Column("customer", self.tr("Customer"), 120, stretch=True),
            Column("phone", self.tr("Phone"), 118),
        )

    def _owner(self) -> Column:
        return Column("owner", self.tr("Owner"), 104, muted=True, shown=False)


class ToTell(WorkList):
    """Customers who do not know yet that goods are here, or that the day is another."""

    NAME = "orders/tell"

    @property
    def title(self) -> str:
        return self.tr("Tell the customer")

    def columns(self) -> Columns:
        day = partial(short_day, self.desk)
        about = Column(
            "about",
            self.tr("Of what"),
            150,
            format=lambda code: coded(self.desk, "telling_about", code),
            tone=lambda row: Tone.OK if row.about == "arrival" else Tone.WARN,
        )
        return (
            *self._who(),
            about,
            Column("since", self.tr("Since"), 86, format=day),
            Column("promised_on", self.tr("Promised"), 86, format=day),
            Column("first_promise_on", self.tr("First promise"), 104, format=day, muted=True),
            self._owner(),
        )

    def empty(self) -> tuple[str, str]:
        return self.tr("Everybody knows"), self.tr("Nobody waits to be told of goods or days.")

    def fetch(self, wanted: ListQuery) -> Page[TellingDue]:
        return self.desk.read(to_tell, wanted)


class Uncollected(WorkList):
    """What is here and not fetched, with its age, its worth and what storing it costs."""

    NAME = "orders/uncollected"

    @property
    def title(self) -> str:
        return self.tr("Not yet fetched")

    def columns(self) -> Columns:
        day = partial(short_day, self.desk)
        return (
            *self._who(),
            Column("goods", self.tr("Goods"), 120, value=_goods),
            Column("value", self.tr("Worth"), 88, Align.RIGHT, str),
            Column("arrival_age", self.tr("Days here"), 76, Align.RIGHT),
            Column("fee", self.tr("Storage"), 80, Align.RIGHT, lambda fee: str(fee) if fee else ""),
            Column("told_at", self.tr("Told"), 84, value=self._told, muted=True),
            Column("arrived_on", self.tr("Here since"), 86, format=day, shown=False),
            Column("promise_age", self.tr("Days from promise"), 84, Align.RIGHT, shown=False),
            Column("ordered_age", self.tr("Days from order"), 84, Align.RIGHT, shown=False),
            self._owner(),
        )

    def _told(self, row: WaitingGoods) -> str:
        if row.told_at is None:
            return ""
        return f"{short_day(self.desk, row.told_at.date())} · {row.told_by}"

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("Nothing waits to be fetched"),
            self.tr("Goods kept for customers stand here until they are handed over."),
        )

    def fetch(self, wanted: ListQuery) -> Page[WaitingGoods]:
        return self.desk.read(uncollected, wanted)

    def summed(self, rows: list[WaitingGoods]) -> str:
        return str(Money.sum(row.value for row in rows))


class AtRisk(WorkList):
    """Promises that are over or near while the goods are not here."""

    NAME = "orders/risk"

    @property
    def title(self) -> str:
        return self.tr("Promises at risk")

    def columns(self) -> Columns:
        language, day = self.desk.language, partial(short_day, self.desk)
        return (
            *self._who(),
            Column(
                "state",
                self.tr("State"),
                130,
                value=lambda row: state_word(row.kind, row.state, language),
                tone=lambda row: tone_of(row.state),
            ),
            Column("promised_on", self.tr("Promised"), 86, format=day),
            Column("first_promise_on", self.tr("First promise"), 104, format=day, muted=True),
            Column("late_days", self.tr("How late"), 110, value=self._late, tone=_late_tone),
            Column("total", self.tr("Total"), 104, Align.RIGHT, str),
            self._owner(),
        )

    def _late(self, row: RiskRow) -> str:
        if row.late_days > 0:
            return self.tr("{0} days late").format(row.late_days)
        return self.tr("in {0} days").format(-row.late_days)

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("No promise is at risk"),
            self.tr("A promise stands here when its day is near and the goods are not here."),
        )

    def fetch(self, wanted: ListQuery) -> Page[RiskRow]:
        return self.desk.read(promises_at_risk, wanted)

    def summed(self, rows: list[RiskRow]) -> str:
        return str(Money.sum(row.total for row in rows))


class Purchases(WorkList):
    """What Sales is asked to buy; what nobody has acknowledged can be looked at alone."""

    NAME = "orders/purchases"

    @property
    def title(self) -> str:
        return self.tr("Purchase requests")

    def stages(self) -> Mapping[str, str]:
        return {"all": self.tr("Under way"), "new": self.tr("Not acknowledged")}

    def slots(self) -> dict[str, Slot]:
        """A request is of Sales and the supplier: nobody's customer is called from here."""
        return {name: slot for name, slot in super().slots().items() if name != "task.customer"}

    def columns(self) -> Columns:
        language, day = self.desk.language, partial(short_day, self.desk)
        return (
            Column("reference", self.tr("Number"), 146, strong=True),
            Column("goods", self.tr("Goods"), 180, value=_goods, stretch=True),
            Column(
                "state",
                self.tr("State"),
                150,
                format=lambda state: state_word("PR", state, language),
                tone=lambda row: tone_of(row.state),
            ),
            Column("supplier", self.tr("Supplier"), 120),
            Column("age_days", self.tr("Days old"), 84, Align.RIGHT),
            Column("needed_by", self.tr("Needed by"), 86, format=day),
            Column("promised_on", self.tr("Comes on"), 86, format=day),
            Column("parent_reference", self.tr("For"), 146, muted=True),
            Column("customer", self.tr("Customer"), 130, muted=True),
            self._owner(),
        )

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("Nothing is to be bought"),
            self.tr("A request is drafted from a back order or a special order."),
        )

    def fetch(self, wanted: ListQuery) -> Page[PurchaseRow]:
        asked = unacknowledged if self.stage == "new" else purchases
        return self.desk.read(asked, wanted)

    def kind_of(self, row: PurchaseRow) -> str:
        return "purchase_request"


def _goods(row: Any) -> str:
    """The first line in words, and how many more there are."""
    more = f" +{row.more}" if row.more else ""
    return f"{row.goods} × {measured(row.quantity, row.unit)}{more}"


def _late_tone(row: RiskRow) -> Tone:
    return Tone.STOP if row.late_days > 0 else Tone.WARN
