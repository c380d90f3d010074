"""Which days are looked at: this month, the last so many days, or from one day to another."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from ui.deposits.period import Period
from ui.desk import Desk

MONTH, FREE = 0, -1
LAST = (30, 90)


class SpanBox(QWidget):
    """`changed` once the days are others; `period`, which the page gives a row of its own, shows
    where the days are free."""

    changed = Signal()

    def __init__(self, desk: Desk, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Which days"))
        self.choice.addItem(self.tr("This month"), MONTH)
        for days in LAST:
            self.choice.addItem(self.tr("Last {0} days").format(days), days)
        self.choice.addItem(self.tr("Other days"), FREE)
        self.period = Period(desk, today, self)
        self.period.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.choice)
        self.choice.currentIndexChanged.connect(lambda _: self._choose())
        self.period.changed.connect(self.changed)

    @property
    def since(self) -> date:
        """The first day."""
        return self.period.since

    @property
    def until(self) -> date:
        """The last day."""
        return self.period.until

    def refused(self, refusal: Refused) -> None:
        """Say beside the field what is wrong with the days."""
        self.period.refused(refusal)

    def _choose(self) -> None:
        days = self.choice.currentData()
        self.period.setVisible(days == FREE)
        if days == FREE:
            self.period.fields[0].widget.setFocus()
            return
        back = timedelta(days=days - 1)
        since = self.today.replace(day=1) if days == MONTH else self.today - back
        self.period.put(since, self.today)
