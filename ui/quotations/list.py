"""The branch's quotations; the next date of the one under the cursor is put beside the list."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.domain.money import Money
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.quotation_lists import QuotationRow, quotation_page
from crm_desktop.services.registry import Page
from ui.binding import Slot
from ui.papers.list import PapersScreen
from ui.papers.words import short_day
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


class QuotationsScreen(PapersScreen):
    """Enter opens the paper; its next date is put without leaving the list."""

    NAME = "quotations"
    WRITES = "quotation.save"

    @property
    def title(self) -> str:
        return self.tr("Quotations")

    def slots(self) -> dict[str, Slot]:
        return {**super().slots(), "document.followup": self.follow_up}

    def head_buttons(self) -> tuple[str, ...]:
        return ("document.followup", "list.new")

    def stages(self) -> Mapping[str, str]:
        return {
            "all": self.tr("All"),
            "draft": self.tr("Drafts"),
            "waiting": self.tr("Waiting"),
            "ready": self.tr("Ready to issue"),
            "open": self.tr("Open"),
            "ended": self.tr("Ended"),
        }

    def filters(self) -> dict[str, Any]:
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
            Column("valid_until", self.tr("Valid until"), 94, format=day, sort="valid_until"),
            Column("follow_up_on", self.tr("Follow up"), 82, format=day, sort="follow_up"),
            Column("owner", self.tr("Owner"), 104, muted=True),
        )

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
        """The next date, beside the list."""
        self.read_card()
        self.beside.follow_up()
