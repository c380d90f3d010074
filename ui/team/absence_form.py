"""The form of an absence: who is away, who is there instead, on which days and for what."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from crm_desktop.domain.authority import MATTERS
from crm_desktop.domain.errors import Refused
from crm_desktop.services.authority.absences import Candidate, Planning, doubts
from crm_desktop.services.authority.delegations import AUTHORITY, WORK, Delegate, HandOver
from crm_desktop.services.registry import Command
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.forms.side import SideForm
from ui.theme import set_role, set_tone
from ui.tokens import Tone

KEY = "delegation:new"
ALL, SOME = "all", "some"


class AbsenceForm(SideForm):
    """What speaks against a deputy is said while the form is filled in; it forbids nothing."""

    def __init__(self, desk: Desk, plan: Planning, parent: QWidget | None = None) -> None:
        super().__init__(desk, KEY, lambda: plan.today, parent)
        self.plan = plan
        self.head(self.title)
        rows = self.rows(columns=2)
        self._ask(rows)
        self.adopt(rows)
        for key in ("kind", "principal_id"):
            self.fields[key].changed.connect(self._offer_deputies)
        self._offer_deputies()
        self.finish(self.tr("Arrange it"))
        self.edited.connect(self._follow)
        self.load({"kind": self._kinds()[0][0], "first_on": plan.today, "last_on": plan.today})
        self._follow()

    @property
    def title(self) -> str:
        return self.tr("Somebody is away")

    # Fields -----------------------------------------------------------------------------------

    def _kinds(self) -> list[tuple[str, str]]:
        words = [
            (AUTHORITY, self.tr("A deputy answers requests")),
            (WORK, self.tr("A colleague has the open work")),
        ]
        lends = any(each.lends for each in self.plan.principals)
        hands = any(each.hands for each in self.plan.principals)
        return [each for each, there in zip(words, (lends, hands), strict=True) if there]

    def _ask(self, rows: Rows) -> None:
        me = self.desk.actor.person_id
        whom = [
            (each.id, self.tr("I am") if each.id == me else _called(each))
            for each in self.plan.principals
        ]
        self.choice(rows, "kind", self.tr("What"), self._kinds(), required=True, span=2)
        self.choice(rows, "principal_id", self.tr("Who is away"), whom, required=True, span=2)
        self.deputy = self.choice(
            rows, "deputy_id", self.tr("In their place"), (), required=True, span=2
        )
        self.doubts = QLabel(self)
        self.doubts.setWordWrap(True)
        self.doubts.setMargin(4)
        set_role(self.doubts, "banner")
        set_tone(self.doubts, Tone.WARN)
        rows.place(self.doubts, 2)
        self.day(rows, "first_on", self.tr("First day"))
        self.day(rows, "last_on", self.tr("Last day"), help=self.tr("Day/month/year, or +7."))
        rows.multiline("reason", self.tr("Reason"), required=True, lines=2, span=2)
        scopes = [(ALL, self.tr("All matters")), (SOME, self.tr("Only those ticked below"))]
        self.choice(rows, "scope", self.tr("For what"), scopes, span=2)
        self.matters: dict[str, QCheckBox] = {}
        for name, matter in MATTERS.items():
            field = rows.check(_key(name), self.desk.explain(matter.title), span=2)
            assert isinstance(field.widget, QCheckBox)
            field.widget.setMinimumWidth(1)  # long words give way instead of widening the form
            field.widget.setToolTip(field.label)
            self.matters[name] = field.widget

    # While it is filled in --------------------------------------------------------------------

    def _offer_deputies(self) -> None:
        """Never who is away; open work goes to the desk only."""
        authority, away = self.fields["kind"].raw() == AUTHORITY, self.fields["principal_id"].raw()
        able = [e for e in self.plan.deputies if e.id != away and (authority or e.hands)]
        nobody = (None, self.tr("please choose"))
        self.deputy.offer([nobody, *((each.id, _called(each)) for each in able)])

    def _follow(self) -> None:
        """Show what belongs to this kind, and what speaks against this deputy."""
        authority = self.fields["kind"].raw() == AUTHORITY
        self.fields["scope"].cell.setVisible(authority)
        some = authority and self.fields["scope"].raw() == SOME
        for name in self.matters:
            self.fields[_key(name)].cell.setVisible(some)
        words = [self.desk.explain(each) for each in self._doubts()]
        self.doubts.setText("\n".join(words))
        self.doubts.setVisible(bool(words))

    def _doubts(self) -> Sequence[Any]:
        keys = ("kind", "principal_id", "deputy_id", "first_on", "last_on")
        try:
            given = [self.fields[key].value() for key in keys]
        except Refused:
            return ()
        return self.desk.read(doubts, *given) if given[1] != given[2] else ()

    # Storing ----------------------------------------------------------------------------------

    def command(self) -> Command[Any]:
        given = self.values()
        days = (given["deputy_id"], given["first_on"], given["last_on"], given["reason"])
        if given["kind"] == WORK:
            return HandOver(*days, principal_id=given["principal_id"])
        ticked = tuple(name for name in MATTERS if given[_key(name)])
        if given["scope"] == ALL:
            ticked = ()
        elif not ticked:
            raise Refused("matters_needed", "scope")
        return Delegate(*days, matters=ticked, principal_id=given["principal_id"])


def _called(each: Candidate) -> str:
    return f"{each.name} ({each.grade})"


def _key(matter: str) -> str:
    """The field of a matter; a dot would name a part of a field."""
    return f"matter_{matter.replace('.', '_')}"
