"""The forms of a visit: plan it, log what came of it, move it, or say why it was not held."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.visiting import Channel, Obstacle, Outcome
from crm_desktop.messages import sentence
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Command
from crm_desktop.services.visits.visit_lists import Calendar, Visit, visit
from crm_desktop.services.visits.visits import (
    CancelVisit,
    LogUnplannedVisit,
    LogVisit,
    MissVisit,
    PlanVisit,
    RescheduleVisit,
)
from ui.desk import Desk
from ui.forms.lookup import Found
from ui.forms.rows import Rows
from ui.forms.side import SideForm
from ui.rounds.photo_field import PhotosField
from ui.rounds.touch import Touch

OFFERED = 10


class VisitForm(SideForm):
    """What the forms of a visit share: the calendar with the day of the database."""

    def __init__(self, desk: Desk, key: str, calendar: Calendar, parent: QWidget | None) -> None:
        super().__init__(desk, key, lambda: self.calendar.today, parent)
        self.calendar = calendar
        self.touch = Touch(self)

    def customer(self, rows: Rows) -> None:
        """The row that finds a customer while typing."""
        rows.lookup("customer", self.tr("Customer"), self._find, required=True, span=2)

    def channel(self, rows: Rows) -> None:
        """The row that says how the customer is met."""
        self.choice(rows, "channel", self.tr("How"), self.codes(Channel))

    def codes(self, kind: Any) -> list[tuple[Any, str]]:
        """The codes of a kind with their words."""
        return [(each.value, sentence(each.value, self.desk.language)) for each in kind]

    def _find(self, text: str) -> list[Found]:
        page = self.desk.read(customer_page, ListQuery(text=text, limit=OFFERED))
        return [
            Found(row.id, row.name, f"{row.phone}  {row.zone}".strip(), "customer", "user")
            for row in page.rows
        ]


class PlanForm(VisitForm):
    """A visit to come; the officer is oneself unless another is chosen."""

    def __init__(
        self,
        desk: Desk,
        ident: str,
        calendar: Calendar,
        *,
        day: date | None = None,
        customer: tuple[int, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, f"visit:{ident}", calendar, parent)
        self.head(self.tr("Plan a visit"))
        rows = self.rows(columns=2)
        self.customer(rows)
        self.day(rows, "planned_on", self.tr("Day"))
        rows.text("time", self.tr("Time"), placeholder="09:30", longest=5)
        rows.text("purpose", self.tr("What for"), required=True, span=2)
        self.channel(rows)
        officers = [(each.id, each.name) for each in calendar.officers]
        self.choice(rows, "officer", self.tr("Who goes"), officers, required=True)
        self.adopt(rows)
        self.finish(self.tr("Plan"))
        self.load({"customer": customer, "planned_on": day or calendar.today})

    @property
    def title(self) -> str:
        return self.tr("Plan a visit")

    def command(self) -> Command[Any]:
        values = self.values()
        return PlanVisit(
            values["customer"],
            values["planned_on"],
            values["purpose"],
            values["time"],
            Channel(values["channel"]),
            values["officer"],
        )


class LogForm(VisitForm):
    """What came of a visit: a planned one, or (without `planned`) one that nobody planned."""

    def __init__(
        self,
        desk: Desk,
        ident: str,
        calendar: Calendar,
        planned: Visit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, f"visit:{ident}", calendar, parent)
        self._planned = planned
        about = f"{planned.customer} · {desk.day(planned.planned_on)}" if planned else ""
        self.head(self.title, about)
        rows = self.rows(columns=2)
        if planned is None:
            self.customer(rows)
            self.day(rows, "held_on", self.tr("Day of the visit"))
            self.channel(rows)
        else:
            rows.hidden("version", planned.version)
        outcomes = [(None, self.tr("choose …")), *self.codes(Outcome)]
        self.choice(rows, "outcome", self.tr("Outcome"), outcomes, required=True)
        self.choice(rows, "obstacle", self.tr("Obstacle"), self.codes(Obstacle))
        rows.multiline("promised", self.tr("What was promised"), lines=3)
        next_help = self.tr("Day/month/year, or +7.")
        self.day(rows, "next_on", self.tr("Next date"), help=next_help, span=2)
        rows.check("plan_next", self.tr("Plan the next visit for that day"), span=2)
        self.adopt(rows)
        photos = PhotosField("photos", desk, self)
        self.body.addWidget(photos.widget)
        self.watch(photos)
        self.finish(self.tr("Save"))
        self.load({"held_on": calendar.today, "plan_next": True})

    @property
    def title(self) -> str:
        return self.tr("Log the visit") if self._planned else self.tr("Log a visit without a plan")

    def stored(self) -> Mapping[str, Any] | None:
        if self._planned is None:
            return None
        return {"version": self.desk.read(visit, self._planned.id).version}

    def command(self) -> Command[Any]:
        values = self.values()
        common = {
            "outcome": Outcome(values["outcome"]),
            "obstacle": Obstacle(values["obstacle"]),
            "promised": values["promised"],
            "next_on": values["next_on"],
            "plan_next": values["plan_next"],
            "photos": values["photos"],
        }
        if self._planned is not None:
            return LogVisit(self._planned.id, values["version"], **common)
        return LogUnplannedVisit(
            values["customer"],
            channel=Channel(values["channel"]),
            held_on=values["held_on"],
            **common,
        )


class MoveForm(VisitForm):
    """Another day for a visit, and why."""

    def __init__(
        self,
        desk: Desk,
        planned: Visit,
        calendar: Calendar,
        parent: QWidget | None = None,
        *,
        day: date | None = None,
        officer_id: int | None = None,
    ) -> None:
        super().__init__(desk, f"visit:{planned.id}-move", calendar, parent)
        self._planned = planned
        self.head(self.title, f"{planned.customer} · {desk.day(planned.planned_on)}")
        rows = self.rows(columns=2)
        rows.hidden("version", planned.version)
        self.day(rows, "planned_on", self.tr("New day"), help=self.tr("Day/month/year, or +7."))
        rows.text("time", self.tr("Time"), placeholder="09:30", longest=5)
        whose = {planned.officer_id: planned.officer}
        whose |= {each.id: each.name for each in calendar.officers}
        self.choice(rows, "officer", self.tr("Who goes"), list(whose.items()), required=True)
        rows.text("reason", self.tr("Why"), required=True, span=2)
        self.adopt(rows)
        self.finish(self.tr("Move"))
        goes = officer_id if officer_id in whose else planned.officer_id
        self.load({"time": planned.time, "planned_on": day, "officer": goes})

    @property
    def title(self) -> str:
        return self.tr("Move the visit")

    def stored(self) -> Mapping[str, Any]:
        return {"version": self.desk.read(visit, self._planned.id).version}

    def command(self) -> Command[Any]:
        values = self.values()
        day, why = values["planned_on"], values["reason"]
        who = values["officer"]
        return RescheduleVisit(self._planned.id, values["version"], day, why, values["time"], who)


class ReasonForm(VisitForm):
    """Why a visit was not held (`miss`) or is not needed any more (`drop`)."""

    def __init__(
        self,
        desk: Desk,
        planned: Visit,
        step: str,
        calendar: Calendar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, f"visit:{planned.id}-{step}", calendar, parent)
        self._planned, self._step = planned, step
        self.head(self.title, f"{planned.customer} · {desk.day(planned.planned_on)}")
        rows = self.rows()
        rows.hidden("version", planned.version)
        rows.text("reason", self.tr("Why"), required=True)
        self.adopt(rows)
        self.finish(self.tr("Save"))
        self.load({})

    @property
    def title(self) -> str:
        if self._step == "miss":
            return self.tr("The visit did not take place")
        return self.tr("The visit is not needed any more")

    def stored(self) -> Mapping[str, Any]:
        return {"version": self.desk.read(visit, self._planned.id).version}

    def command(self) -> Command[Any]:
        values = self.values()
        kind = MissVisit if self._step == "miss" else CancelVisit
        return kind(self._planned.id, values["version"], values["reason"])
