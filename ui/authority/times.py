"""The page of times: how long a request may wait before it climbs, and when the desk is open."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.authority import MATTERS
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import explain
from crm_desktop.services.authority.calendars import (
    Calendar,
    SaveCalendar,
    SaveTimeLimits,
    Times,
    times,
)
from crm_desktop.services.registry import Command
from crm_desktop.services.settings import day_here
from ui.approvals.sheet import Sheet
from ui.authority.times_words import (
    DaysOff,
    parse_hours,
    parse_limit,
    parse_minutes,
    show_hours,
    show_limit,
)
from ui.binding import Slot
from ui.desk import Desk
from ui.forms.base import Form
from ui.screen import LiveScreen
from ui.theme import set_role
from ui.tokens import GRID

DAYS_SHOWN = 12
WEEKDAYS = range(7)


def weekday(number: int, language: str) -> str:
    """The name of a weekday, Monday 0."""
    locale = QLocale(QLocale.Language.Thai if language == "th" else QLocale.Language.English)
    return locale.standaloneDayName(number + 1)


class TimesPage(LiveScreen):
    """Everybody reads it; managers and administrators change it."""

    TABLES = frozenset({"setting"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.limits: LimitsForm | None = None
        self.calendar: CalendarForm | None = None
        self.sheet = Sheet(desk, self)
        self.sheet.setAccessibleName(self.title)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        self._row.setSpacing(4 * GRID)
        slots: dict[str, Slot] = {"list.reload": self.read_again}
        if desk.may("calendar.save"):
            slots["form.save"] = self.save
            slots["form.revert"] = self.revert
            self.sheet.hide()
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            application.focusChanged.connect(self._name_keys)
        else:
            self._row.addWidget(self.sheet)
            self.setFocusProxy(self.sheet)
        self.bind(slots)

    @property
    def title(self) -> str:
        return self.tr("Times")

    def read_again(self) -> None:
        """What is being typed stays; a save then says what others changed."""
        shown = self.desk.read(times)
        if not self.desk.may("calendar.save"):
            self._show(shown)
        elif self.limits is None or self.calendar is None:
            self.limits = LimitsForm(self.desk, shown)
            self.calendar = CalendarForm(self.desk, shown)
            self._row.addWidget(self.limits, 2)
            self._row.addWidget(self.calendar, 3)
            self.setFocusProxy(self.limits.first_field().widget)
        else:
            for each in (self.limits, self.calendar):
                each.show_stored()

    def _show(self, shown: Times) -> None:
        """The same as words, for who only reads it."""
        sheet, limits = self.sheet, shown.limits
        sheet.begin()
        sheet.add_heading(self.tr("How long a request may wait"))
        hours = self.tr("{0} working hours")
        pairs = [(self.tr("As a rule"), hours.format(show_limit(limits.usual)))]
        for matter, minutes in limits.matters:
            pairs.append((matter_name(matter, self.desk), hours.format(show_limit(minutes))))
        minutes_words = self.tr("{0} minutes").format(limits.waiting)
        pairs.append((self.tr("While the customer waits"), minutes_words))
        sheet.add_facts(pairs)
        sheet.add_heading(self.tr("Working hours"))
        closed = self.tr("closed")
        sheet.add_facts(
            [
                (weekday(number, self.desk.language), show_hours(spans) or closed)
                for number, spans in enumerate(shown.calendar.week)
            ]
        )
        sheet.add_heading(self.tr("Days off"))
        today = self.desk.read(day_here)
        named = [
            (self.desk.day(each.day), each.called(self.desk.language))
            for each in shown.calendar.days_off
            if each.day >= today
        ]
        sheet.add_facts(named)
        sheet.finish()

    def current(self) -> Form | None:
        """The form that the cursor is in; else the one with changes."""
        both = [form for form in (self.limits, self.calendar) if form is not None]
        focus = QApplication.focusWidget()
        inside = [form for form in both if focus is not None and form.isAncestorOf(focus)]
        return next((form for form in (*inside, *both) if form.dirty or form in inside), None)

    def save(self) -> None:
        """Ctrl+S: the form that the cursor is in."""
        form = self.current()
        if form is not None:
            form.submit()

    def revert(self) -> None:
        """Ctrl+Shift+Z."""
        form = self.current()
        if form is not None:
            form.revert()

    def back(self) -> bool:
        """Esc: undo what was typed, with a way to take that back."""
        form = self.current()
        if form is None or not form.dirty:
            return False
        form.revert()
        return True

    def _name_keys(self) -> None:
        """Ctrl+S stands on the button of the form that it saves."""
        for form in (self.limits, self.calendar):
            if form is not None:
                form.name_key(on=form is self.current())


def matter_name(matter: str, desk: Desk) -> str:
    """A matter in the reader's words."""
    return explain(MATTERS[matter].title, desk.language)


class TimesForm(Form):
    """One of the two forms: a heading, rows, one button; reads again what others saved."""

    def __init__(self, desk: Desk, key: str, heading: str, note: str) -> None:
        super().__init__(desk, key)
        label, below = QLabel(heading, self), QLabel(note, self)
        set_role(label, "heading")
        set_role(below, "muted")
        below.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(GRID // 2)
        column.addWidget(label)
        column.addWidget(below)
        self.body.addLayout(column)
        self.store = QPushButton(self.tr("Save"), self)
        set_role(self.store, "primary")
        self.store.clicked.connect(self.submit)
        self.foot.addStretch(1)
        self.foot.addWidget(self.store)
        self.saved.connect(lambda _: self.show_stored(force=True))

    def name_key(self, *, on: bool) -> None:
        """Say or leave out that Ctrl+S saves this form."""
        self.store.setText(self.tr("Save (Ctrl+S)") if on else self.tr("Save"))

    def show_stored(self, *, force: bool = False) -> None:
        """Show what is stored by now, unless something is being typed."""
        if force or not self.dirty:
            self.load(self.stored() or {})

    def stored(self) -> Mapping[str, Any]:
        raise NotImplementedError


class LimitsForm(TimesForm):
    """How long whoever is asked has time, by matter."""

    def __init__(self, desk: Desk, shown: Times) -> None:
        heading = self.tr("How long a request may wait")
        note = self.tr(
            "What is not answered in time goes up one level, with an alert. Nothing is ever "
            "approved by time."
        )
        super().__init__(desk, "time_limits", heading, note)
        rows = self.rows()
        rows.text(
            "usual",
            self.tr("As a rule (working hours)"),
            required=True,
            parse=parse_limit,
            show=show_limit,
        )
        rows.text(
            "waiting",
            self.tr("While the customer waits (minutes)"),
            required=True,
            parse=parse_minutes,
        )
        rows.heading(self.tr("Matters with a limit of their own (working hours)"))
        for matter in MATTERS:
            rows.text(
                matter,
                matter_name(matter, desk),
                parse=parse_limit,
                show=show_limit,
                placeholder=self.tr("as a rule"),
            )
        rows.hidden("version")
        self.adopt(rows)
        self.body.addStretch(1)
        self.load(self.values_of(shown))

    @property
    def title(self) -> str:
        return self.tr("Limits in time")

    @staticmethod
    def values_of(shown: Times) -> dict[str, Any]:
        """The fields of what is stored; "" where a matter has no limit of its own."""
        limits = shown.limits
        own = {**dict.fromkeys(MATTERS), **dict(limits.matters)}
        first = {"usual": limits.usual, "waiting": limits.waiting}
        return {**first, **own, "version": shown.limits_version}

    def stored(self) -> dict[str, Any]:
        return self.values_of(self.desk.read(times))

    def command(self) -> Command[Any]:
        values = self.values()
        own = tuple((matter, values[matter]) for matter in MATTERS if values[matter])
        return SaveTimeLimits(values["version"], values["usual"], values["waiting"], own)


class CalendarForm(TimesForm):
    """The hours of the week, and the days off, one per line."""

    def __init__(self, desk: Desk, shown: Times) -> None:
        heading = self.tr("When the desk is open")
        note = self.tr(
            "Limits count these hours only. The public holidays of each year are put in by the "
            "program once; change them as the shop keeps them."
        )
        super().__init__(desk, "calendar", heading, note)
        rows, closed = self.rows(columns=2), self.tr("closed")
        for number in WEEKDAYS:
            rows.text(
                f"week.{number}",
                weekday(number, desk.language),
                parse=partial(parse_hours, closed=closed),
                show=show_hours,
                placeholder=closed,
            )
        self.days = DaysOff(desk.language, desk.day, desk.read(day_here))
        self.days.know(shown.calendar.days_off)
        rows.multiline(
            "days_off",
            self.tr("Days off from today on: a date and its name per line"),
            parse=self.days.parse,
            show=self.days.show,
            lines=DAYS_SHOWN,
        )
        rows.hidden("version")
        self.adopt(rows)
        self.load(self.values_of(shown.calendar))

    @property
    def title(self) -> str:
        return self.tr("Working time")

    @staticmethod
    def values_of(calendar: Calendar) -> dict[str, Any]:
        """The fields of what is stored."""
        week = {f"week.{number}": spans for number, spans in enumerate(calendar.week)}
        return {**week, "days_off": calendar.days_off, "version": calendar.version}

    def stored(self) -> dict[str, Any]:
        calendar = self.desk.read(times).calendar
        self.days.know(calendar.days_off)
        return self.values_of(calendar)

    def command(self) -> Command[Any]:
        values = self.values()
        week = tuple(values[f"week.{number}"] or () for number in WEEKDAYS)
        return SaveCalendar(values["version"], week, values["days_off"] or self.days.parse("", ""))

    def refused(self, refusal: Refused) -> None:
        """A day off is refused by its place among them; all stand in one field. A weekday has one
        of its own."""
        if refusal.field and refusal.field.startswith("days_off."):
            refusal.field = "days_off"
        day = self.fields.get(refusal.field or "")
        if day is None or refusal.field == "version":
            super().refused(refusal)
        else:
            day.refuse(self.desk.explain(refusal))
            self.show_field(day)
