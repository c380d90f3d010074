"""What every page of visits shares: the card beside it, its forms, what is done with a visit."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.customers.customer_pages import customer_rows
from crm_desktop.services.visits.appointments import calendar_of_days, calendar_of_visit
from crm_desktop.services.visits.visit_lists import Calendar, Visit, calendar
from crm_desktop.services.visits.visits import ConfirmVisit
from ui.binding import Slot
from ui.desk import Desk
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.places import FOR_CUSTOMER, customer_of, new_id
from ui.rounds.calendar_out import save_calendar
from ui.rounds.photos import add_photos
from ui.screen import LiveScreen
from ui.tokens import Tone
from ui.visit_card import VisitCard
from ui.visit_forms import LogForm, MoveForm, PlanForm, ReasonForm, VisitForm

PANEL = 360
EVENTS = {
    "task.done": "complete",
    "task.confirm": "confirm",
    "task.later": "reschedule",
    "task.miss": "miss",
    "task.drop": "cancel",
}
OF_ONE = ("rounds.ics", "rounds.photo", "rounds.look", "task.customer")


class VisitPlace(LiveScreen):
    """A page with a visit under its cursor; a subclass makes what it is chosen in, then calls
    `stand_beside`."""

    TABLES = frozenset({"visit", "visit_photo", "customer", "person"})
    middle: SideBySide

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.calendar: Calendar = desk.read(calendar)
        self.everybody = self.calendar.heads
        self.card = VisitCard(desk, self)
        self.panel = QStackedWidget(self)

    # What subclasses give ---------------------------------------------------------------------

    def current_visit(self) -> Visit | None:
        """The visit under the cursor."""
        raise NotImplementedError

    def day_in_view(self) -> date | None:
        """The day on which a new visit is offered; None for today."""
        return None

    def days_in_view(self) -> tuple[date, date]:
        """What goes into another calendar."""
        raise NotImplementedError

    # What they use ----------------------------------------------------------------------------

    def acts(self) -> dict[str, Slot]:
        """What is done with visits, by the names of the actions."""
        return {
            "list.new": self.plan,
            "list.reload": self.read_again,
            "list.everybody": self.switch_scope,
            "task.done": self.log,
            "task.later": self.move_visit,
            "task.log": self.log_unplanned,
            "task.confirm": self.confirm,
            "task.miss": lambda: self.ask_why("miss"),
            "task.drop": lambda: self.ask_why("drop"),
            "task.customer": self.open_customer,
            "rounds.ics": self.visit_out,
            "rounds.ics_days": self.days_out,
            "rounds.photo": self.add_photos,
            "rounds.look": self.card.photos.look,
        }

    def stand_beside(self, left: QWidget) -> SideBySide:
        """The page's own widget with the card to its right; the card's buttons are the page's."""
        for name, event in EVENTS.items():
            button = self.button(name, primary=name == "task.done")
            if button:
                button.setText(sentence(STATES.event_code(event), self.desk.language))
                self.card.buttons.addWidget(button)
        self.panel.addWidget(self.card)
        self.middle = SideBySide(left, self.panel, PANEL, self, always=True)
        self.setFocusProxy(left)
        return self.middle

    @property
    def officer_id(self) -> int | None:
        """Whose visits are shown; None: everybody's within reach."""
        return None if self.everybody else self.desk.actor.person_id

    def show_current(self, _: object = None) -> None:
        """Draw the card of the visit under the cursor and offer what may be done with it."""
        current = self.current_visit()
        self.card.show_visit(current)
        offered = STATES.events(current.state) if current else ()
        for name, event in EVENTS.items():
            if name in self.bound:
                self.bound[name].setEnabled(event in offered)
                self.bound[name].setVisible(event in offered)
        for name in OF_ONE:
            if name in self.bound:
                self.bound[name].setEnabled(current is not None)

    def switch_scope(self) -> None:
        """A head's own visits, or everybody's."""
        if self.calendar.heads:
            self.everybody = not self.everybody
            self.read_again()

    # Doing ------------------------------------------------------------------------------------

    def make_new(self, kind: str) -> bool:
        current = self.current_visit()
        if current is None or kind not in FOR_CUSTOMER:
            return False
        self.open_record.emit(kind, new_id(current.customer_id))
        return True

    def plan(self, ident: str | None = None) -> None:
        """Ctrl+N: a visit on the day that is shown, for the customer that the id names."""
        wanted = customer_of(ident) if ident else None
        rows = self.desk.read(customer_rows, (wanted,)) if wanted else ()
        customer = (rows[0].id, rows[0].name) if rows else None
        day = self.day_in_view()
        offered = max(day, self.calendar.today) if day else None
        name = ident or new_id()
        self.show_form(PlanForm(self.desk, name, self.calendar, day=offered, customer=customer))

    def log(self) -> None:
        """D or Enter: what came of the visit under the cursor."""
        current = self._may("complete")
        if current:
            self.show_form(LogForm(self.desk, f"{current.id}-log", self.calendar, current))

    def log_unplanned(self, ident: str | None = None) -> None:
        """L: a visit that nobody planned."""
        name = ident or new_id().replace("new", "spot")
        self.show_form(LogForm(self.desk, name, self.calendar))

    def move_visit(self, day: date | None = None, officer_id: int | None = None) -> None:
        """P: another day, which may be chosen already."""
        current = self._may("reschedule")
        if current:
            form = MoveForm(self.desk, current, self.calendar, day=day, officer_id=officer_id)
            self.show_form(form)
            if day is not None and self.form is form:
                form.fields["reason"].widget.setFocus()

    def confirm(self) -> None:
        """C: the customer expects the visit."""
        current = self._may("confirm")
        if current is None:
            return
        if self.desk.execute(ConfirmVisit(current.id, current.version)):
            self.desk.say(self.tr("The customer expects us."), Tone.OK)

    def ask_why(self, step: str) -> None:
        """M or X: why it was not held, or is not needed."""
        current = self._may(EVENTS[f"task.{step}"])
        if current:
            self.show_form(ReasonForm(self.desk, current, step, self.calendar))

    def open_customer(self) -> None:
        """F4: whom the visit is for."""
        current = self.current_visit()
        if current is not None:
            self.open_record.emit("customer", current.customer_id)

    def _may(self, event: str) -> Visit | None:
        current = self.current_visit()
        return current if current and event in STATES.events(current.state) else None

    # Out --------------------------------------------------------------------------------------

    def visit_out(self) -> None:
        """I: this visit as a file for a telephone or another calendar."""
        current = self.current_visit()
        if current is not None:
            name = f"visit-{current.planned_on:%Y%m%d}-{current.id}.ics"
            save_calendar(self.desk, self, name, current.planned_on, calendar_of_visit, current.id)

    def days_out(self) -> None:
        """Ctrl+Shift+I: the days in view; where everybody's are shown, those of whoever goes to
        the visit under the cursor."""
        first, last = self.days_in_view()
        current = self.current_visit()
        whose = self.officer_id or (current.officer_id if current else self.desk.actor.person_id)
        name = f"visits-{first:%Y%m%d}-{last:%Y%m%d}.ics"
        save_calendar(self.desk, self, name, first, calendar_of_days, whose, first, last)

    def add_photos(self) -> None:
        """Ctrl+B: photos of the visit under the cursor."""
        current = self.current_visit()
        if current is not None:
            add_photos(self.desk, self, current.id, self.show_current)

    # The form beside --------------------------------------------------------------------------

    @property
    def form(self) -> Form | None:
        """The form beside the page, if one is open."""
        return self.middle.form

    def show_form(self, form: VisitForm) -> None:
        """Put a form in the card's place unless one with changes stays there."""
        if not self.middle.close_form():
            form.deleteLater()
            return
        form.saved.connect(self.settled)
        self.middle.show_form(form)

    def settled(self, _: Any) -> None:
        """What the form asked is stored."""
        self.desk.say(self.tr("Saved."), Tone.OK)
        self.middle.drop_form()

    def back(self) -> bool:
        if self.form is None:
            return False
        self.middle.close_form()
        return True


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())
