"""The table of follow-ups: whom to call today, with the number to call in view."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.follow_ups import FollowUpRow, follow_up_page
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from ui.binding import Slot
from ui.desk import Desk
from ui.papers.words import short_day
from ui.quotations.asks import Asks
from ui.quotations.calls import CallList
from ui.states import state_word, tone_of
from ui.tables.columns import Align, Column, Columns
from ui.tokens import Tone


class FollowUpsPage(CallList):
    """D records the call and proposes the next date, P puts it off, O takes an objection down."""

    NAME = "quotations/follow_ups"
    TABLES = CallList.TABLES | {"follow_up", "objection"}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        kept = f"{self.NAME}/stage"
        desk.state.put(kept, desk.state.text(kept, "due"))
        super().__init__(desk, parent)

    @property
    def title(self) -> str:
        return self.tr("Follow-ups")

    def slots(self) -> dict[str, Slot]:
        return {
            **super().slots(),
            "task.later": partial(self.ask, Asks.put_off),
            "pipeline.expect": partial(self.ask, Asks.expected),
            "pipeline.received": partial(self.ask, Asks.received),
            "pipeline.lost": partial(self.ask, Asks.lost),
            "pipeline.won": partial(self.ask, Asks.accepted),
        }

    def head_buttons(self) -> tuple[str, ...]:
        return ("task.done", "task.later", "pipeline.objection")

    def stages(self) -> Mapping[str, str]:
        return {
            "due": self.tr("Due"),
            "overdue": self.tr("Overdue"),
            "today": self.tr("Today"),
            "week": self.tr("Next 7 days"),
            "later": self.tr("Later"),
            "all": self.tr("All"),
        }

    def filters(self) -> dict[str, Any]:
        return {} if self.stage == "all" else {"when": self.stage}

    def columns(self) -> Columns:
        language, day = self.desk.language, partial(short_day, self.desk)
        today = self.desk.read(day_here)

        def late(row: FollowUpRow) -> Tone | None:
            return Tone.STOP if row.follow_up_on < today else None

        def against(code: str) -> str:
            return sentence(f"objection_{code}", language) if code else ""

        return (
            Column("follow_up_on", self.tr("Follow up"), 92, format=day, tone=late),
            Column("customer", self.tr("Customer"), 150, stretch=True, strong=True),
            Column("phone", self.tr("Phone"), 112),
            Column("contact", self.tr("Contact"), 100, muted=True, shown=False),
            Column("total", self.tr("Total"), 104, Align.RIGHT, str),
            Column("objection", self.tr("Objection"), 108, format=against),
            Column(
                "state",
                self.tr("State"),
                116,
                format=lambda state: state_word("QT", state, language),
                tone=lambda row: tone_of(row.state),
            ),
            Column("valid_until", self.tr("Valid until"), 94, format=day),
            Column("expected_on", self.tr("Expected"), 86, format=day, shown=False),
            Column("reference", self.tr("Number"), 142, muted=True),
            Column("owner", self.tr("Owner"), 104, muted=True, shown=False),
        )

    def empty(self) -> tuple[str, str]:
        return (
            self.tr("Nobody to call here"),
            self.tr("Ctrl+G looks at other days, Ctrl+M at everybody’s."),
        )

    def fetch(self, wanted: ListQuery) -> Page[FollowUpRow]:
        return self.desk.read(follow_up_page, wanted)

    def summed(self, rows: list[FollowUpRow]) -> str:
        return str(Money.sum(row.total for row in rows))

    def done(self) -> None:
        self.ask(Asks.followed_up)
