"""What is done with a quotation: the customer's word, the next date, more days, a revision."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import sentence
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.orders.ordering import OrderFromQuotation
from crm_desktop.services.papers.quotation_life import CancelQuotation, ExtendQuotation
from crm_desktop.services.papers.quotation_lists import Quotation
from crm_desktop.services.papers.quotations import (
    IssueQuotation,
    ReviseQuotation,
    Saved,
    SubmitQuotation,
)
from crm_desktop.services.registry import Command
from ui.binding import Slot
from ui.desk import Desk
from ui.papers.acts import PaperActs
from ui.papers.asking import whole_days
from ui.papers.panels import Panel
from ui.quotations.asks import About, Asks

ORDERED_AS = ("SO", "BO", "SP")
"""What an accepted offer may become, the usual one first."""
LONGER_BY = 15
"""Days that are offered beyond the day until which the offer holds already."""


class QuotationActs(PaperActs):
    """Adds what happens between an offer and the customer's word."""

    EVENTS: ClassVar[Mapping[str, str]] = {
        **PaperActs.EVENTS,
        "document.revise": "revise",
        "document.received": "confirm_receipt",
        "document.negotiate": "negotiate",
        "document.accept": "accept",
        "document.lost": "lose",
        "document.extend": "extend",
    }

    def slots(self) -> dict[str, Slot]:
        return {
            **super().slots(),
            "document.revise": self.revise,
            "document.received": self.received,
            "document.negotiate": self.negotiate,
            "document.followup": self.follow_up,
            "document.extend": self.extend,
            "document.accept": self.accept,
            "document.lost": self.lose,
            "order.make": self.make_order,
        }

    def offered(self) -> dict[str, bool]:
        stored = self.document.shown is not None
        return {
            **super().offered(),
            "document.followup": stored and self.is_out,
            "order.make": stored and self.paper.state == "accepted",
        }

    @property
    def paper(self) -> Quotation:
        shown = super().paper
        assert isinstance(shown, Quotation)
        return shown

    def submit_command(self, plea: Plea, consulted: Consulted | None, issue: bool) -> Command[Any]:
        return SubmitQuotation(*self.at, plea, consulted, issue)

    def issue_command(self, reason: str) -> Command[Any]:
        return IssueQuotation(*self.at, reason)

    def cancel_command(self, reason: str) -> Command[Any]:
        return CancelQuotation(*self.at, reason)

    # The rest of its life ---------------------------------------------------------------------

    def revise(self) -> None:
        """Open the next revision beside this one."""
        saved = self.execute(ReviseQuotation(self.paper.id), None)
        if isinstance(saved, Saved):
            self.document.open_record.emit("quotation", saved.id)

    @property
    def asks(self) -> Asks:
        """The questions of an open paper, asked in its tab."""
        return Asks(self.desk, self.document, self.do, narrow=False)

    @property
    def about(self) -> About:
        """The paper as it stands here."""
        shown = self.paper
        return About(shown.id, shown.version, shown.reference, shown.content.follow_up_on)

    def received(self) -> None:
        """The customer has the paper in hand."""
        self.ask(self.asks.received(self.about), "document.received")

    def negotiate(self) -> None:
        """The customer wants to talk about it."""
        self.ask(self.asks.negotiating(self.about), "document.negotiate")

    def follow_up(self) -> None:
        """What came of it, and the next date."""
        if self.document.shown is not None and self.is_out:
            self.ask(self.asks.followed_up(self.about), "document.followup")

    def accept(self) -> None:
        """The customer says yes."""
        self.ask(self.asks.accepted(self.about), "document.accept")

    def make_order(self) -> None:
        """The accepted offer becomes an order at the same prices; nothing is typed again."""
        panel = Panel(
            self.desk,
            self.tr("Make the order"),
            "shopping-cart",
            self.tr("Make the order"),
            self.document,
        )
        kinds = [(code, sentence(KINDS[code].title, self.desk.language)) for code in ORDERED_AS]
        panel.rows.choice("kind", self.tr("As"), kinds, span=2)

        def act() -> bool:
            code = panel.values()["kind"]
            command = OrderFromQuotation(*self.at, code)
            saved = self.execute(command, panel)
            if isinstance(saved, Saved):
                self.document.open_record.emit(KINDS[code].name, saved.id)
            return isinstance(saved, Saved)

        panel.act = act
        self.ask(panel, "order.make")

    def lose(self) -> None:
        """The customer says no, and why."""
        self.ask(self.asks.lost(self.about), "document.lost")

    def extend(self) -> None:
        """More days for the offer."""
        words = (
            self.tr("Let the offer hold longer"),
            self.tr("Days from today"),
            self.tr("Reason"),
            self.tr("Extend"),
        )
        until, today = self.paper.valid_until, self.now().date()
        left = max((until - today).days, 0) if until else 0
        panel = _extend_panel(self.desk, words, left + LONGER_BY, self.document)

        def act() -> bool:
            values = panel.values()
            command = ExtendQuotation(*self.at, values["days"], values["reason"])
            return self.show(self.execute(command, panel), issuing=False)

        panel.act = act
        self.ask(panel, "document.extend")


def _extend_panel(
    desk: Desk, words: tuple[str, str, str, str], offered: int, parent: QWidget
) -> Panel:
    """Asks for how many days from today; `words` are title, days, reason and button."""
    title, days, reason, accept = words
    panel = Panel(desk, title, "calendar-plus", accept, parent)
    panel.rows.text("days", days, parse=whole_days, required=True).set_value(offered)
    panel.rows.text("reason", reason, longest=500, span=5)
    return panel
