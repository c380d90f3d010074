"""What can be done with a line of Today on the spot: at once, in a form beside, or in its place."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.messages import sentence
from crm_desktop.services.authority.approvals import MarkSeen
from crm_desktop.services.orders.allocation import AllocateGoods
from crm_desktop.services.orders.order_lists import order
from crm_desktop.services.orders.orders import StepOrder
from crm_desktop.services.orders.promises import CHANNELS, PromiseAgain, TellCustomer
from crm_desktop.services.orders.purchasing import AnswerPurchase
from crm_desktop.services.papers.price_rises import TellPriceRise
from crm_desktop.services.registry import Command
from crm_desktop.services.today.today import Line
from ui.desk import Desk
from ui.forms.base import Form
from ui.forms.rows import Rows
from ui.forms.side import SideForm
from ui.today_form import FollowUpForm
from ui.translations import QT_TRANSLATE_NOOP

Act = tuple[str, str]
ELSEWHERE: Mapping[Act, str] = {
    ("today_visits", "done"): "log",
    ("today_visits", "put_off"): "move",
    ("today_deposits", "done"): "receive",
    ("today_clearing", "done"): "clear",
    ("today_refunds", "done"): "pay",
}
"""Acts that have a form in the record's own place, by the step that it is opened at."""

AT_ONCE: Mapping[Act, tuple[Callable[[Line], Command[Any]], str]] = {
    ("today_answers", "done"): (
        lambda line: MarkSeen(line.record_id),
        QT_TRANSLATE_NOOP("today", "Read."),
    ),
    ("today_purchases", "done"): (
        lambda line: AnswerPurchase(line.record_id, line.version, "acknowledge"),
        QT_TRANSLATE_NOOP("today", "Taken up. It waits for the supplier’s date now."),
    ),
    ("today_handed_off", "done"): (
        lambda line: StepOrder(line.record_id, line.version, "accept"),
        QT_TRANSLATE_NOOP("today", "Accepted."),
    ),
    ("today_allocate", "done"): (
        lambda _line: AllocateGoods(),
        QT_TRANSLATE_NOOP("today", "Given out, first come, first served."),
    ),
}
"""Acts of one key, with what is said afterwards."""


NEXT_SET = QT_TRANSLATE_NOOP("today", "The next follow-up is set.")


def said(source: str) -> str:
    """Words of the tables above in the language that is on."""
    return QCoreApplication.translate("today", source)


class LineForm(SideForm):
    """A form about one line; its draft is found again by section, action and record."""

    ACTION: ClassVar[str] = "done"

    def __init__(self, desk: Desk, line: Line, today: date, parent: QWidget | None = None) -> None:
        key = f"task:{line.section}-{self.ACTION}-{line.record_id}"
        super().__init__(desk, key, lambda: today, parent)
        self.line = line
        self.head(self.heading, self._whose())
        rows = self.rows()
        rows.hidden("version")
        self.ask(rows)
        self.adopt(rows)
        self.finish(self.tr("Save"))
        self.load({"version": line.version, **self.begin_with()})

    @property
    def heading(self) -> str:
        """What is done here."""
        raise NotImplementedError

    @property
    def done(self) -> str:
        """What is said once it is stored."""
        return self.tr("Saved.")

    @property
    def title(self) -> str:
        return f"{self.heading}: {self.line.reference}"

    def _whose(self) -> str:
        parts = (self.line.reference, self.line.customer, self.line.phone)
        return " · ".join(part for part in parts if part)

    def ask(self, rows: Rows) -> None:
        """Add the fields."""
        raise NotImplementedError

    def begin_with(self) -> dict[str, Any]:
        """What stands in the fields at first."""
        return {}

    def stored(self) -> dict[str, Any]:
        return {"version": self.desk.read(order, self.line.record_id).version}


class TellForm(LineForm):
    """The customer was told: that goods are here, or which day holds now."""

    ABOUT: ClassVar[str] = "arrival"

    @property
    def heading(self) -> str:
        return self.tr("Tell the customer")

    @property
    def done(self) -> str:
        return self.tr("Noted: the customer knows.")

    def ask(self, rows: Rows) -> None:
        language = self.desk.language
        words = [(each, sentence(f"telling_channel_{each}", language)) for each in CHANNELS]
        self.choice(rows, "channel", self.tr("How"), words, required=True)
        rows.multiline("words", self.tr("What was said"), required=True)

    def begin_with(self) -> dict[str, Any]:
        return {"channel": CHANNELS[0]}

    def command(self) -> Command[Any]:
        given = self.values()
        return TellCustomer(
            self.line.record_id, given["version"], self.ABOUT, given["channel"], given["words"]
        )


class TellPromiseForm(TellForm):
    """The promised day moved, or will not be kept."""

    ABOUT = "promise"


class PromiseForm(LineForm):
    """Another day beside the first promise, which stays."""

    ACTION = "put_off"

    @property
    def heading(self) -> str:
        return self.tr("Promise another day")

    @property
    def done(self) -> str:
        return self.tr("The new day stands beside the first. The customer is to be told.")

    def ask(self, rows: Rows) -> None:
        self.day(rows, "on", self.tr("New day"), help=self.tr("Day/month/year, or +7."))
        rows.multiline("reason", self.tr("Reason"), required=True, lines=2)

    def command(self) -> Command[Any]:
        given = self.values()
        return PromiseAgain(self.line.record_id, given["version"], given["on"], given["reason"])


class SupplierDayForm(LineForm):
    """The supplier named a day, or another one."""

    @property
    def heading(self) -> str:
        return self.tr("The supplier’s date")

    @property
    def done(self) -> str:
        return self.tr("Confirmed. The customer’s paper has the date too.")

    def ask(self, rows: Rows) -> None:
        self.day(rows, "on", self.tr("Arrives on"), help=self.tr("Day/month/year, or +7."))
        rows.text("reference", self.tr("Supplier’s order number"), longest=60)
        rows.text("reason", self.tr("Remark"))

    def command(self) -> Command[Any]:
        given = self.values()
        return AnswerPurchase(
            self.line.record_id,
            given["version"],
            "confirm",
            given["on"],
            given["reference"],
            given["reason"],
        )


class BillForm(LineForm):
    """The number of the bill that the shop's own system wrote."""

    @property
    def heading(self) -> str:
        return self.tr("Bill number")

    @property
    def done(self) -> str:
        return self.tr("The order is settled.")

    def ask(self, rows: Rows) -> None:
        rows.text("reference", self.tr("Number of the bill"), required=True, longest=60)

    def command(self) -> Command[Any]:
        given = self.values()
        return StepOrder(
            self.line.record_id, given["version"], "settle", reference=given["reference"]
        )


class PriceToldForm(LineForm):
    """The customer knows that prices rose; what they said stays with the paper."""

    @property
    def heading(self) -> str:
        return self.tr("Tell of the new prices")

    @property
    def done(self) -> str:
        return self.tr("Noted: the customer knows.")

    def ask(self, rows: Rows) -> None:
        rows.multiline("note", self.tr("What the customer said"))

    def stored(self) -> dict[str, Any]:
        return {"version": self.line.version}

    def command(self) -> Command[Any]:
        given = self.values()
        return TellPriceRise(self.line.record_id, given["version"], given["note"])


BESIDE: Mapping[Act, type[LineForm]] = {
    ("today_price_rises", "done"): PriceToldForm,
    ("today_tell", "done"): TellForm,
    ("today_risks", "done"): TellPromiseForm,
    ("today_risks", "put_off"): PromiseForm,
    ("today_undated", "done"): SupplierDayForm,
    ("today_unbilled", "done"): BillForm,
}
"""Acts with a form beside the lines."""


def form_for(desk: Desk, line: Line, action: str, today: date, parent: QWidget) -> Form:
    """The form of an act that is done beside the lines."""
    if line.section == "today_follow_ups":
        return FollowUpForm(desk, line, today, talked=action == "done", parent=parent)
    return BESIDE[line.section, action](desk, line, today, parent)


def done_words(form: Form) -> str:
    """What is said once a form is stored."""
    if isinstance(form, LineForm):
        return form.done
    return said(NEXT_SET)
