"""One visit beside the list: who, when, what for, what came of it, the customer's other visits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.kinds.visit import STATES
from crm_desktop.messages import sentence
from crm_desktop.services.visits.visit_lists import Visit, visits_of_customer
from ui.desk import Desk
from ui.rounds.photos import VisitPhotos
from ui.theme import set_role, set_tone, state_label
from ui.tokens import Tone

OTHERS = 4
TONES = {
    "planned": Tone.INFO,
    "confirmed": Tone.OK,
    "done": Tone.PLAIN,
    "missed": Tone.WARN,
    "rescheduled": Tone.PLAIN,
    "cancelled": Tone.PLAIN,
}


def state_words(visit: Visit, language: str, overdue: str) -> tuple[str, Tone]:
    """The word and tone of a visit's state; what is overdue says so instead."""
    if visit.overdue:
        return overdue, Tone.STOP
    return sentence(STATES.state_code(visit.state), language), TONES[visit.state]


class VisitCard(QWidget):
    """Shows the visit under the cursor; its buttons are the screen's."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._customer, self._contact = QLabel(self), QLabel(self)
        self._state = state_label("", Tone.PLAIN, self)
        self._facts = QFormLayout()
        self._others_title = QLabel(self.tr("Other visits of this customer"), self)
        self._others = QVBoxLayout()
        self.photos = VisitPhotos(desk, self)
        self.buttons = QVBoxLayout()
        self.hint = QLabel(self.tr("Choose a visit to see it here."), self)
        self._lay_out()
        self.show_visit(None)

    def _lay_out(self) -> None:
        self._customer.setWordWrap(True)
        for label, role in (
            (self._customer, "heading"),
            (self._contact, "muted"),
            (self._others_title, "heading"),
            (self.hint, "muted"),
        ):
            set_role(label, role)
        head = QHBoxLayout()
        head.addWidget(self._customer, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(2)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._others.setSpacing(0)
        self.buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._contact)
        layout.addLayout(self._facts)
        layout.addWidget(self.photos)
        layout.addWidget(self._others_title)
        layout.addLayout(self._others)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        layout.addLayout(self.buttons)

    def show_visit(self, visit: Visit | None) -> None:
        """Draw one visit, or the hint for None."""
        while self._facts.rowCount():
            self._facts.removeRow(0)
        _clear(self._others)
        for label in (self._customer, self._contact, self._state, self._others_title):
            label.setVisible(visit is not None)
        self.hint.setVisible(visit is None)
        self.photos.show_visit(visit.id if visit else None)
        if visit is None:
            return
        word, tone = state_words(visit, self._desk.language, self.tr("Overdue"))
        self._customer.setText(visit.customer)
        self._contact.setText(" · ".join(part for part in (visit.phone, visit.zone) if part))
        self._state.setText(word)
        set_tone(self._state, tone)
        for name, value in self._rows(visit):
            self._fact(name, value)
        self._show_others(visit)

    def _rows(self, visit: Visit) -> list[tuple[str, str]]:
        words, day = self._desk.language, self._desk.day
        rows = [
            (self.tr("Day"), f"{day(visit.planned_on)}  {visit.time}".strip()),
            (self.tr("How"), sentence(visit.channel.value, words)),
            (self.tr("What for"), visit.purpose),
            (self.tr("Who goes"), visit.officer),
        ]
        if visit.outcome is not None:
            rows.append((self.tr("Outcome"), sentence(visit.outcome.value, words)))
        if visit.obstacle is not None:
            rows.append((self.tr("Obstacle"), sentence(visit.obstacle.value, words)))
        rows += [(self.tr("Promised"), visit.promised), (self.tr("Next date"), day(visit.next_on))]
        return [(name, value) for name, value in rows if value]

    def _fact(self, name: str, value: str) -> None:
        label, text = QLabel(name, self), QLabel(value, self)
        set_role(label, "muted")
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.addRow(label, text)

    def _show_others(self, visit: Visit) -> None:
        page = self._desk.read(visits_of_customer, visit.customer_id, limit=OTHERS + 1)
        others = [each for each in page.rows if each.id != visit.id][:OTHERS]
        self._others_title.setVisible(bool(others))
        for each in others:
            word, _ = state_words(each, self._desk.language, self.tr("Overdue"))
            came = sentence(each.outcome.value, self._desk.language) if each.outcome else word
            line = QLabel(f"{self._desk.day(each.planned_on)} · {came} · {each.purpose}", self)
            line.setWordWrap(True)
            set_role(line, "muted")
            self._others.addWidget(line)


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
