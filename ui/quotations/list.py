"""The branch's quotations; the next date of the one under the cursor is put beside the list."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotation_lists import QuotationRow, quotation_page
from crm_desktop.services.registry import Page
from ui.binding import Slot
from ui.paper_view import open_comparison
from ui.papers.list import PapersScreen
from ui.papers.panels import Panel
from ui.papers.words import short_day
from ui.quotations.asks import About, Asks
from ui.quotations.card import QuotationCard
from ui.states import state_word, tone_of
from ui.tables.columns import Align, Column, Columns

STAGES: dict[str, tuple[str, ...]] = {
    "all": (),
    "draft": ("draft",),
    "waiting": ("waiting",),
    "ready": ("ready",),
    "open": OPEN_STATES,
    "ended": ("accepted", "lost", "expired", "superseded", "cancelled"),
}


class QuotationList(PapersScreen):
    """Enter opens the paper; what the customer said is put without leaving the list."""

    NAME = "quotations"
    WRITES = "quotation.save"

    @property
    def title(self) -> str:
        return self.tr("Quotations")

    def slots(self) -> dict[str, Slot]:
        return {
            **super().slots(),
            "document.copy": self.copy_paper,
            "document.followup": self.follow_up,
            "document.compare": self.compare,
            "pipeline.objection": partial(self.ask, Asks.objection),
            "pipeline.expect": partial(self.ask, Asks.expected),
            "pipeline.received": partial(self.ask, Asks.received),
        }

    def head_buttons(self) -> tuple[str, ...]:
        return ("document.followup", "list.new")

    def stages(self) -> Mapping[str, str]:
        return {
            "all": self.tr("All"),
            "draft": self.tr("Drafts"),
            "waiting": self.tr("Waiting"),
            "ready": self.tr("Ready to issue"),
            "open": self.tr("Open"),
            "unconfirmed": self.tr("Sent, not confirmed"),
            "ended": self.tr("Ended"),
        }

    def filters(self) -> dict[str, Any]:
        if self.stage == "unconfirmed":
            return {"unconfirmed": True}
        states = STAGES[self.stage]
        return {"state": list(states)} if states else {}

    def columns(self) -> Columns:
        language, day = self.desk.language, partial(short_day, self.desk)
        return (
            Column("reference", self.tr("Number"), 146, sort="id", strong=True),
            Column("customer", self.tr("Customer"), 160, stretch=True),
            Column("project", self.tr("Project"), 120, muted=True, shown=False),
            Column("total", self.tr("Total"), 104, Align.RIGHT, str, sort="total"),
            Column(
                "state",
                self.tr("State"),
                132 if language == "th" else 162,
                format=lambda state: state_word("QT", state, language),
                tone=lambda row: tone_of(row.state),
            ),
            Column("follow_up_on", self.tr("Follow up"), 82, format=day, sort="follow_up"),
            Column("stamp", self.tr("With the customer"), 134, value=self._stamp),
            Column("valid_until", self.tr("Valid until"), 94, format=day, sort="valid_until"),
            Column("expected_on", self.tr("Expected"), 86, format=day, shown=False),
            Column("sent", self.tr("Sent"), 86, value=_sent_on, format=day, shown=False),
            Column(
                "received", self.tr("Received"), 86, value=_received_on, format=day, shown=False
            ),
            Column("owner", self.tr("Owner"), 104, muted=True),
        )

    def _stamp(self, row: QuotationRow) -> str:
        """When the customer had it, else when it was sent."""
        if row.received is not None:
            on = short_day(self.desk, row.received.at.date())
            return self.tr("Received {0}").format(on)
        if row.sent is None:
            return ""
        return self.tr("Sent {0}").format(short_day(self.desk, row.sent.at.date()))

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("No quotations here"),
            self.tr("Press F2 to write one, or Ctrl+G to look at another filter."),
        )

    def fetch(self, wanted: ListQuery) -> Page[QuotationRow]:
        """The newest first unless another order is asked for."""
        descending = wanted.descending or wanted.sort is None
        return self.desk.read(quotation_page, replace(wanted, descending=descending))

    def make_card(self) -> QuotationCard:
        self.beside = QuotationCard(self.desk, self)
        return self.beside

    def kind_of(self, row: QuotationRow) -> str:
        return "quotation"

    def new_kind(self) -> str:
        return "quotation"

    def summed(self, rows: list[QuotationRow]) -> str:
        return str(Money.sum(row.total for row in rows))

    def follow_up(self) -> None:
        """What came of it and the next date, beside the list."""
        self.ask(Asks.followed_up)

    def compare(self) -> None:
        """The paper under the cursor beside the revision it replaces."""
        row = self.list.current()
        if row is not None:
            open_comparison(self.desk, row.id, self)

    def ask(self, make: Callable[[Asks, About], Panel]) -> None:
        """A question about the line under the cursor, beside the list."""
        self.read_card()
        self.beside.ask_open(make)


def _sent_on(row: QuotationRow) -> date | None:
    return row.sent.at.date() if row.sent else None


def _received_on(row: QuotationRow) -> date | None:
    return row.received.at.date() if row.received else None
