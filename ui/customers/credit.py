"""What a customer's free credit is made of, each figure with its moment and whose it is."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.customers.words import age, moment, word
from ui.desk import Desk
from ui.facts import Cell, CellGrid
from ui.theme import set_role, set_tone, state_label
from ui.tokens import Tone

if TYPE_CHECKING:
    from crm_desktop.services.customers.customer_values import Credit, CreditPart

TONES = {
    "ok": Tone.OK,
    "over_limit": Tone.WARN,
    "overdue": Tone.STOP,
    "blocked": Tone.STOP,
}
WORST_FIRST = ("blocked", "overdue", "over_limit", "ok")
TAKEN_OFF = ("outstanding", "orders")


def worst_of(credit: "Credit") -> str:
    """The state that matters most."""
    states = credit.states()
    return next(state for state in WORST_FIRST if state in states)


class CreditParts(QWidget):
    """Available on top, then the sum it comes from, line by line."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.none = QLabel(self.tr("No credit; pays cash"), self)
        self.state = state_label("", Tone.PLAIN, self)
        self.available, self.of = QLabel(self), QLabel(self.tr("available"), self)
        self.parts = CellGrid(("muted", "", "muted"), self, right=(1,), stretch=2)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        set_role(self.available, "figure")
        set_role(self.of, "muted")
        set_role(self.told, "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.available)
        head.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.none)
        column.addLayout(head)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.parts)
        column.addWidget(self.told)

    def show_credit(self, credit: "Credit | None") -> None:
        """Show the snapshot with what the desk knows beyond it; None pays cash."""
        self.none.setVisible(credit is None)
        for widget in (self.state, self.available, self.of, self.parts, self.told):
            widget.setVisible(credit is not None)
        if credit is None:
            return
        states = credit.states()
        told = [word(self.desk, f"credit_state_{s}") for s in WORST_FIRST if s in states]
        self.state.setText(" · ".join(told))
        set_tone(self.state, TONES[worst_of(credit)])
        self.available.setText(str(credit.available))
        self.parts.tell([self._part(part, credit) for part in credit.parts])
        ago = age(datetime.now(credit.as_of.tzinfo) - credit.as_of)
        words = self.tr("Term {0} days · as of {1} ({2}), {3}")
        self.told.setText(
            words.format(credit.term_days, moment(self.desk, credit.as_of), ago, credit.source)
        )

    def _part(self, part: "CreditPart", credit: "Credit") -> tuple[Cell, Cell, Cell]:
        words = {
            "limit": self.tr("Limit"),
            "outstanding": self.tr("Outstanding"),
            "orders": self.tr("Orders not billed"),
            "deposits": self.tr("Deposits not used"),
        }
        sign = "−" if part.part in TAKEN_OFF else "+" if part.part == "deposits" else ""
        shown = f"{sign} {part.amount}" if part.amount or part.part == "limit" else "—"
        return words[part.part], shown.strip(), self._remark(part, credit)

    def _remark(self, part: "CreditPart", credit: "Credit") -> Cell:
        if part.part == "outstanding" and credit.overdue:
            return self.tr("{0} overdue").format(credit.overdue), Tone.STOP
        return "" if part.source else self.tr("this desk, now")
