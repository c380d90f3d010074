"""Whom to call because prices rose: open offers whose goods are dearer in the list by now."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.money import Money
from crm_desktop.messages import show
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.price_rises import RiseRow, TellPriceRise, rise_page, rises
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from ui.facts import CellGrid
from ui.papers.words import short_day
from ui.quotations.asks import narrow_panel
from ui.quotations.calls import CallList
from ui.quotations.card import QuotationCard
from ui.tables.columns import Align, Column, Columns
from ui.tokens import Tone

MOST_LINES = 6


class RiseCard(QuotationCard):
    """The lines that rose stand under the facts: what was quoted, what the list says now."""

    def extras(self) -> list[QWidget]:
        self.lines = CellGrid(("", "muted", ""), self, right=(1, 2))
        return [self.lines]

    def show_rises(self, call_id: int) -> None:
        """The lines of one call, the first of them."""
        found = self.desk.read(rises, call_id)
        rows = [
            (line.description, f"{show(line.old)} →", show(line.new)) for line in found[:MOST_LINES]
        ]
        if len(found) > MOST_LINES:
            rows.append((self.tr("and {0} more").format(len(found) - MOST_LINES), "", ""))
        self.lines.tell(rows)


class RisesPage(CallList):
    """Sorted by what is at stake; D says that the customer was told."""

    NAME = "quotations/rises"
    TABLES = CallList.TABLES | {"price_call"}

    @property
    def title(self) -> str:
        return self.tr("Price rises")

    def stages(self) -> Mapping[str, str]:
        return {"all": self.tr("All")}

    def filters(self) -> dict[str, Any]:
        return {}

    def columns(self) -> Columns:
        day, today = partial(short_day, self.desk), self.desk.read(day_here)

        def last(row: RiseRow) -> Tone | None:
            return Tone.WARN if row.valid_until <= today else None

        worth = self.tr("What the lines come to that are dearer now, as they were quoted.")
        return (
            Column("customer", self.tr("Customer"), 150, stretch=True, strong=True),
            Column("phone", self.tr("Phone"), 112),
            Column("worth", self.tr("At stake"), 110, Align.RIGHT, sort="worth", meaning=worth),
            Column("rise", self.tr("Rise"), 96, Align.RIGHT),
            Column("valid_until", self.tr("Valid until"), 100, format=day, sort="until", tone=last),
            Column("found_on", self.tr("Since"), 86, format=day, muted=True),
            Column("reference", self.tr("Number"), 142, muted=True),
            Column("contact", self.tr("Contact"), 100, muted=True, shown=False),
            Column("owner", self.tr("Owner"), 104, muted=True, shown=False),
        )

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("No open offer is dearer by now"),
            self.tr("After a new price list, the customers to call stand here."),
        )

    def fetch(self, wanted: ListQuery) -> Page[RiseRow]:
        return self.desk.read(rise_page, wanted)

    def summed(self, rows: list[RiseRow]) -> str:
        return str(Money.sum(row.worth for row in rows))

    def make_card(self) -> RiseCard:
        self.beside = RiseCard(self.desk, self)
        return self.beside

    def read_card(self) -> None:
        self._soon.stop()
        row = self.list.current()
        if row is None:
            self.card.show_nothing()
            return
        self.card.show_record("quotation", row.document_id)
        assert isinstance(self.card, RiseCard)
        self.card.show_rises(row.id)

    def open_current(self) -> None:
        row = self.list.current()
        if row is not None:
            self.open_record.emit("quotation", row.document_id)

    def done(self) -> None:
        """The customer knows; what they said stands on the paper's story."""
        row = self.list.current()
        if row is None:
            return
        self.read_card()
        words = self.tr("Customer was told"), self.tr("Save")
        panel = narrow_panel(self.desk, words[0], "phone", words[1], self.beside)
        panel.rows.text("note", self.tr("What the customer said"), longest=500, span=6)

        def act() -> bool:
            command = TellPriceRise(row.id, row.version, panel.values()["note"])
            done = self.desk.execute(command, panel) is not None
            if done:
                self.desk.say(self.tr("Noted: the customer knows."), Tone.OK)
            return done

        panel.act = act
        self.beside.ask(panel)
