"""Absence: who stands in for whom, whose work is with whom, and how to arrange or end it."""

from typing import Any

from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.authority import MATTERS
from crm_desktop.services.authority.absences import planning
from crm_desktop.services.authority.delegations import (
    WORK,
    Delegation,
    EndDelegation,
    delegations,
)
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.desk import Desk
from ui.flow import Flow
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.screen import LiveScreen
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.team.absence_form import AbsenceForm
from ui.theme import set_role
from ui.tokens import Tone

PANEL = 408
NEW = "new"


class AbsencePage(LiveScreen):
    """All that holds or will, what is over on demand; a form beside the list arranges another."""

    TABLES = frozenset({"delegation", "person"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._over = False
        self.list = self._make_list()
        self.forms_beside = QStackedWidget(self)
        self.middle = SideBySide(self.list, self.forms_beside, PANEL, self, always=False)
        self.bind(
            {
                "team.stand_in": self.arrange,
                "team.end_absence": self.end,
                "list.stage": self.switch_over,
                "list.reload": self.read_again,
                "list.columns": self.list.choose_columns,
                "form.save": self.save,
            }
        )
        self._lay_out()
        self.list.current_changed.connect(lambda _: self._show_actions())
        self.setFocusProxy(self.middle)
        self._show_actions()

    @property
    def title(self) -> str:
        return self.tr("Absence")

    # Looks ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.middle, 1)

    def _head(self) -> Flow:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        row = Flow()
        row.addWidget(heading)
        row.addStretch(1)
        self.past = self.button("list.stage") or QPushButton(self)
        row.addWidget(self.past)
        names = ("team.end_absence", "team.stand_in")
        row.addLayout(self.button_row(*names, primary="team.stand_in"))
        return row

    def _make_list(self) -> ListView:
        day = self.desk.day
        return ListView(
            "absences",
            self.title,
            [
                Column("principal", self.tr("Away"), 106, strong=True, stretch=True),
                Column("deputy", self.tr("In their place"), 106, stretch=True),
                Column("kind", self.tr("What"), 128, value=self._what, stretch=True),
                Column("first_on", self.tr("From"), 100, format=day),
                Column("last_on", self.tr("To"), 100, format=day),
                Column("state", self.tr("State"), 84, value=self._state, tone=_tone),
                Column("reason", self.tr("Reason"), 90, muted=True, stretch=True),
            ],
            self._fetch,
            empty=(
                self.tr("Nobody is away"),
                self.tr("Ctrl+N appoints a deputy, or leaves open work to a colleague."),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _what(self, row: Delegation) -> str:
        if row.kind == WORK:
            return self.tr("Open work")
        if not row.matters:
            return self.tr("Authority, all matters")
        return ", ".join(self.desk.explain(MATTERS[each].title) for each in row.matters)

    def _state(self, row: Delegation) -> str:
        if row.over:
            return self.tr("Over")
        return self.tr("Now") if row.active else self.tr("To come")

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, _wanted: ListQuery) -> Page[Delegation]:
        return Page(self.desk.read(delegations, over=self._over))

    def read_again(self) -> None:
        self.past.setText(self.tr("Without the past") if self._over else self.tr("The past too"))
        self.list.reload()
        self._show_actions()

    def switch_over(self) -> None:
        """Ctrl+G: what holds or will, or that which is over too."""
        self._over = not self._over
        self.read_again()

    def _show_actions(self) -> None:
        row = self.list.current()
        self.bound["team.end_absence"].setEnabled(row is not None and row.ends)

    # Doing ------------------------------------------------------------------------------------

    @property
    def form(self) -> Form | None:
        """The form beside the list, if one is open."""
        return self.middle.form

    def arrange(self) -> None:
        """Ctrl+N: a deputy, or a colleague for the open work."""
        if self.middle.close_form():
            form = AbsenceForm(self.desk, self.desk.read(planning), self)
            form.saved.connect(self._saved)
            self.middle.show_form(form)

    def save(self) -> None:
        """Ctrl+S in the form."""
        if self.form is not None:
            self.form.submit()

    def _saved(self, delegation_id: int) -> None:
        self.desk.say(self.tr("Arranged. It begins and ends by itself."), Tone.OK)
        self.middle.drop_form()
        self.list.select(delegation_id)

    def end(self) -> None:
        """Ctrl+Del: from now on it is as it was."""
        row = self.list.current()
        if row is None or not row.ends:
            return
        if self.desk.execute(EndDelegation(row.id, row.version)) is not None:
            words = self.tr("Ended: {0} is asked again.")
            if row.kind == WORK:
                words = self.tr("Ended: the work is with {0} alone.")
            self.desk.say(words.format(row.principal), Tone.OK)

    def show_record(self, kind: str, record_id: Any) -> None:
        """One arrangement, or the form for a new one (a kept draft too)."""
        if str(record_id).isdigit():
            self.list.select(int(record_id))
        elif self.form is None:
            self.arrange()

    def back(self) -> bool:
        had = self.form is not None
        self.middle.close_form()
        return had


class AbsenceScreen(AbsencePage):
    """The same in a tab of its own, for whoever has no page of the team."""

    def __init__(self, desk: Desk, kind: str, record_id: Any, parent: QWidget | None = None):
        super().__init__(desk, parent)
        self._first = record_id

    def read_again(self) -> None:
        super().read_again()
        first, self._first = self._first, None
        if first is not None:
            self.show_record("delegation", first)


def _tone(row: Delegation) -> Tone:
    if row.over:
        return Tone.PLAIN
    return Tone.OK if row.active else Tone.INFO
