"""Small forms beside the list of who is due: a class for the selected, the cycles of the shop."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.rounds import CLASSES, Rounds
from crm_desktop.services.customers.rhythms import SaveRounds, SetRhythm, rounds_and_version
from crm_desktop.services.registry import Command
from crm_desktop.services.settings import day_here
from crm_desktop.services.visits.due import DueRow
from ui.desk import Desk
from ui.forms.side import SideForm

CYCLES = ("a_days", "b_days", "c_days", "per_day")


class RhythmForm(SideForm):
    """One class for several customers."""

    def __init__(self, desk: Desk, rows: Sequence[DueRow], parent: QWidget | None = None) -> None:
        super().__init__(desk, "rhythm:some", lambda: desk.read(day_here), parent)
        self._ids = tuple(row.id for row in rows)
        one = rows[0].name if len(rows) == 1 else self.tr("{0} customers").format(len(rows))
        self.head(self.title, one)
        made = self.rows()
        choices = [(each, self.tr("Class {0}").format(each)) for each in CLASSES]
        self.choice(made, "rhythm", self.tr("Class"), [*choices, ("", self.tr("No class"))])
        self.adopt(made)
        self.finish(self.tr("Save"))
        self.load({"rhythm": rows[0].rhythm})

    @property
    def title(self) -> str:
        return self.tr("Class of the selected")

    def command(self) -> Command[Any]:
        return SetRhythm(self._ids, self.values()["rhythm"])


class CyclesForm(SideForm):
    """How many days may lie between two contacts, and how many visits an officer makes a day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "rounds:cycles", lambda: desk.read(day_here), parent)
        self.head(self.title, self.tr("What is due moves with them at once."))
        words = {
            "a_days": self.tr("Class A: days"),
            "b_days": self.tr("Class B: days"),
            "c_days": self.tr("Class C: days"),
            "per_day": self.tr("Most visits a day"),
        }
        made = self.rows()
        made.hidden("version", 0)
        for key, label in words.items():
            made.text(key, label, required=True, parse=_whole, longest=4)
        self.adopt(made)
        self.finish(self.tr("Save"))
        self.load(self.stored())

    @property
    def title(self) -> str:
        return self.tr("Cycles and visits a day")

    def stored(self) -> Mapping[str, Any]:
        rounds, version = self.desk.read(rounds_and_version)
        return {"version": version, **{key: getattr(rounds, key) for key in CYCLES}}

    def command(self) -> Command[Any]:
        values = self.values()
        return SaveRounds(values["version"], Rounds(**{key: values[key] for key in CYCLES}))


def _whole(text: str, key: str) -> int:
    if not text.isdecimal():
        raise Refused("at_least_one", key)
    return int(text)
