"""From one day to another: two fields that read a list again when they are left."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crm_desktop.domain.errors import Refused
from ui.desk import Desk
from ui.forms.rows import Rows

WIDTH = 280


class Period(QWidget):
    """`changed` once both days are good and one of them is another."""

    changed = Signal()

    def __init__(self, desk: Desk, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.today = desk, today
        self.since, self.until = today.replace(day=1), today
        typed = QWidget(self)
        typed.setMaximumWidth(WIDTH)
        rows = Rows(typed, 2, desk.language, desk.era)
        typed.setLayout(rows.grid)
        rows.grid.setContentsMargins(0, 0, 0, 0)
        self.fields = (
            rows.date("since", self.tr("From"), required=True, today=lambda: self.today),
            rows.date("until", self.tr("To"), required=True, today=lambda: self.today),
        )
        for field in self.fields:
            field.left.connect(self._read)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(typed)
        self.buttons = [
            self._button(self.tr("This month"), 0),
            self._button(self.tr("Month before"), 1),
        ]
        for button in self.buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self._write()

    def put(self, since: date, until: date) -> None:
        """Another period."""
        self.since, self.until = since, until
        self._write()
        self.changed.emit()

    def refused(self, refusal: Refused) -> None:
        """Say beside the field what is wrong with the period."""
        field = self.fields[0] if refusal.field == "since" else self.fields[1]
        field.refuse(self.desk.explain(refusal))

    def _button(self, words: str, months_back: int) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda _checked: self._month(months_back))
        return button

    def _month(self, back: int) -> None:
        first = self.today.replace(day=1)
        if back:
            last = first - timedelta(days=1)
            self.put(last.replace(day=1), last)
        else:
            self.put(first, self.today)

    def _write(self) -> None:
        for field, day in zip(self.fields, (self.since, self.until), strict=True):
            field.set_value(day)
            field.refuse("")

    def _read(self) -> None:
        try:
            since, until = (field.value() for field in self.fields)
        except Refused:
            return  # the field itself has said so
        if (since, until) != (self.since, self.until):
            self.since, self.until = since, until
            self.changed.emit()
