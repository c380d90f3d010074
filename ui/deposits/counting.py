"""The cashier counts: what lies in the drawer by each way to pay, against what the program says."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits.till import CountTill, Till
from crm_desktop.services.registry import Command
from ui.deposits.words import METHOD_ORDER, difference_words, method_word
from ui.desk import Desk
from ui.forms.fields import Field
from ui.forms.side import SideForm
from ui.theme import set_role, set_tone


class CountForm(SideForm):
    """One figure for each way by which money came; the difference stands beside it at once."""

    def __init__(
        self, desk: Desk, own: Till, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, f"till:{own.day.isoformat()}", today, parent)
        self._day = own.day
        self._system = {row.method: row.system for row in own.rows}
        self.methods = [m for m in METHOD_ORDER if m in self._system or m == METHOD_ORDER[0]]
        actor = desk.actor
        english = desk.language == "en" and actor.name_en
        self.head(self.title, actor.name_en if english else actor.name)
        rows = self.rows(columns=2)
        self.differences: dict[str, QLabel] = {}
        for method in self.methods:
            words = self.tr("{0} ({1} in the program)")
            label = words.format(method_word(desk, method), self._of(method))
            rows.money(method, label, required=True)
            self.differences[method] = self.beside(rows)
        rows.multiline(
            "note", self.tr("Note"), lines=2, help=self.tr("Why it differs, where it does.")
        )
        self.adopt(rows)
        self.total = QLabel(self)
        set_role(self.total, "heading")
        self.body.addWidget(self.total)
        self.finish(self.tr("Keep the count"))
        self.edited.connect(self._follow)
        counted = {row.method: row.counted for row in own.rows if row.counted is not None}
        note = next((row.note for row in own.rows if row.note), "")
        self.load({**counted, "note": note})
        self._follow()

    @property
    def title(self) -> str:
        return self.tr("Count of {0}").format(self.desk.day(self._day))

    def _of(self, method: str) -> Money:
        return self._system.get(method, Money.ZERO)

    def _follow(self) -> None:
        """Tell the difference of each figure as it is typed, and what they come to."""
        total = Money.ZERO
        for method, label in self.differences.items():
            counted = typed(self.fields[method])
            label.setVisible(counted is not None)
            if counted is not None:
                total += counted
                words, tone = difference_words(counted - self._of(method))
                label.setText(words)
                set_tone(label, tone)
        self.total.setText(self.tr("Counted in all: {0}").format(total))

    def command(self) -> Command[Any]:
        values = self.values()
        counts = tuple((method, values[method]) for method in self.methods)
        return CountTill(self._day, counts, values["note"])

    def refused(self, refusal: Refused) -> None:
        """A figure is refused by its place among the counts."""
        key, _, place = (refusal.field or "").partition(".")
        if key == "counts" and place.isdigit():
            refusal.field = self.methods[int(place)]
        super().refused(refusal)


def typed(field: Field) -> Money | None:
    """The sum that stands in a field, if it is one."""
    try:
        value = field.value()
    except Refused:
        return None
    return value if isinstance(value, Money) else None
