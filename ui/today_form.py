"""The form beside Today: what the customer said, and the next day to ask."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.pipeline import HOWS, RESULTS
from crm_desktop.messages import sentence
from crm_desktop.services.papers.follow_ups import RecordFollowUp, proposal
from crm_desktop.services.papers.quotation_life import SetFollowUp
from crm_desktop.services.registry import Command
from crm_desktop.services.today.today import Line
from ui.desk import Desk
from ui.forms.base import Form
from ui.forms.fields import Field
from ui.icons import IconLabel
from ui.theme import set_role
from ui.tokens import Tone


class FollowUpForm(Form):
    """`talked` asks how, what came of it and what was said; without it the day is put off."""

    def __init__(
        self, desk: Desk, line: Line, day: date, *, talked: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, f"follow_up:{line.record_id}", parent)
        self._line, self._talked = line, talked
        self._head()
        rows = self.rows()
        rows.hidden("version")
        if talked:
            rows.choice("how", self.tr("How"), self._coded("follow_how", HOWS))
            rows.choice("result", self.tr("Result"), self._coded("follow_result", RESULTS))
            rows.multiline("note", self.tr("What the customer said"))
        self._next = rows.date(
            "follow_up_on",
            self.tr("Next follow-up"),
            required=True,
            today=lambda: day,
            help=self.tr("Day/month/year, or +7 for a week from today."),
        )
        self.adopt(rows)
        self.body.addStretch(1)
        self._foot()
        self.load(
            {
                "version": line.version,
                "follow_up_on": desk.read(proposal, line.record_id).next_on,
                **({"how": HOWS[0], "result": RESULTS[0]} if talked else {}),
            }
        )

    def _coded(self, prefix: str, codes: tuple[str, ...]) -> list[tuple[str, str]]:
        return [(code, sentence(f"{prefix}_{code}", self.desk.language)) for code in codes]

    @property
    def title(self) -> str:
        return self.tr("Follow-up of {0}").format(self._line.reference)

    def _head(self) -> None:
        heading = QLabel(self.tr("Follow-up") if self._talked else self.tr("Put off"), self)
        set_role(heading, "heading")
        who = QLabel(self._line.customer, self)
        who.setWordWrap(True)
        paper = QLabel(f"{self._line.reference} · {self._line.amount}", self)
        set_role(paper, "muted")
        column = QVBoxLayout()
        column.setSpacing(0)
        for label in (heading, who, paper):
            column.addWidget(label)
        self.body.addLayout(column)
        if self._line.phone:
            self.body.addLayout(self._phone())

    def _phone(self) -> QHBoxLayout:
        number = QLabel(self._line.phone, self)
        number.setAccessibleName(self.tr("Telephone {0}").format(self._line.phone))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel("phone", Tone.INFO, self))
        row.addWidget(number, 1)
        return row

    def _foot(self) -> None:
        save, leave = QPushButton(self.tr("Save"), self), QPushButton(self.tr("Cancel"), self)
        set_role(save, "primary")
        save.clicked.connect(self.submit)
        leave.clicked.connect(self._leave)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        self.foot.addWidget(save)

    def _leave(self) -> None:
        if self.leave():
            self.left.emit()

    def first_field(self) -> Field:
        return self.fields["how" if self._talked else "follow_up_on"]

    def command(self) -> Command[Any]:
        values = self.values()
        paper, on = (self._line.record_id, values["version"]), values["follow_up_on"]
        if not self._talked:
            return SetFollowUp(*paper, on)
        return RecordFollowUp(*paper, values["how"], values["result"], values["note"], on)
