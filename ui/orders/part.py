"""What all acts on an order share, and the parts they come in."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from PySide6.QtCore import QObject

from crm_desktop.domain.kinds import KINDS
from crm_desktop.services.attachments import attachments
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.orders.order_lists import Order
from crm_desktop.services.orders.orders import CancelOrder, IssueOrder, SubmitOrder
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.papers.submitting import Saved
from crm_desktop.services.registry import Command
from crm_desktop.services.settings import day_here
from ui.binding import Slot
from ui.orders.table import Ask, AskedLine, LineTable
from ui.orders.words import standing_at
from ui.papers.acts import PaperActs
from ui.papers.kind import Stored
from ui.papers.lines import plain
from ui.papers.panels import Panel


class OrderPaperActs(PaperActs):
    """The commands that every order has, and its papers opened beside it."""

    @property
    def paper(self) -> Order:
        shown = super().paper
        assert isinstance(shown, Order)
        return shown

    def facts(self, shown: Stored) -> object:
        """Goods and money move without a word of the paper being changed, and a drawing that is
        hung on it is signed as well."""
        assert isinstance(shown, Order)
        signed = KINDS[shown.kind].signed and shown.number is None
        files = self.desk.read(attachments, shown.id) if signed else ()
        drawn = tuple(each.id for each in files if each.printed)
        return super().facts(shown), shown.lines, shown.due, shown.deposits, drawn

    def today(self) -> date:
        """The database's day, to begin with in a field."""
        return self.desk.read(day_here)

    def submit_command(self, plea: Plea, consulted: Consulted | None, issue: bool) -> Command[Any]:
        return SubmitOrder(*self.at, plea, consulted, issue)

    def issue_command(self, reason: str) -> Command[Any]:
        return IssueOrder(*self.at, reason)

    def cancel_command(self, reason: str) -> Command[Any]:
        return CancelOrder(*self.at, reason)

    def open(self, kind: str, saved: Any) -> bool:
        """Show the paper that a command has made, beside this one; False if it was refused."""
        if isinstance(saved, Saved):
            self.document.read_again()
            self.document.open_record.emit(kind, saved.id)
        return isinstance(saved, Saved)

    def panel(self, title: str, glyph: str, accept: str, *, tall: bool = False) -> Panel:
        """A panel of the document; give it fields and an act, then let the document ask."""
        return Panel(self.desk, title, glyph, accept, self.document, tall=tall)

    def line_of(self, line_id: int) -> LineInput:
        """What a line says, by its id."""
        place = next(line.position for line in self.paper.lines if line.line_id == line_id)
        return self.paper.content.lines[place]

    def standing(self, *stages: str) -> dict[int, Decimal]:
        """By line id, how much stands at these stages, in the order of the paper."""
        return standing_at(self.paper, stages)

    def table(
        self,
        panel: Panel,
        title: str,
        told: Sequence[str],
        asks: Sequence[Ask],
        lines: Sequence[AskedLine],
        key: str = "lines",
    ) -> LineTable:
        """The lines of the paper in a panel, as the field that the command calls `key`."""
        table = LineTable(key, title, told, asks, lines, panel)
        panel.rows.fields[key] = table
        panel.rows.place(table.widget, 6)
        return table


class OrderPart(QObject):
    """Some acts that belong together; `EVENTS` name the event that makes an action possible."""

    EVENTS: ClassVar[dict[str, str]] = {}

    def __init__(self, acts: OrderPaperActs) -> None:
        super().__init__(acts)
        self.acts = acts

    def slots(self) -> dict[str, Slot]:
        """What each action does."""
        raise NotImplementedError

    def offered(self, shown: Order | None) -> dict[str, bool]:
        """Which actions are there now."""
        events = shown.events if shown else ()
        return {action: event in events for action, event in self.EVENTS.items()}


def measured(quantity: Decimal, unit: str) -> str:
    """A quantity with its unit."""
    return f"{plain(quantity)} {unit}".strip()
