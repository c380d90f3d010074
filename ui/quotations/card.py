"""The quotation under the cursor, beside the list: what it comes to, where it stands, its story."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.services.quotation_life import SetFollowUp
from crm_desktop.services.quotation_lists import Quotation
from ui.bars import Bar
from ui.desk import Desk
from ui.drafts import BANGKOK
from ui.quotations.asking import date_panel
from ui.quotations.panels import Panel
from ui.quotations.side import SidePanel
from ui.quotations.words import TONES, state_word
from ui.theme import set_role, set_tone
from ui.tokens import Tone


class QuotationCard(QFrame):
    """`chosen` carries the id of another paper of the family."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: Quotation | None = None
        self.panel: Panel | None = None
        self.reference, self.state, self.customer = QLabel(self), QLabel(self), QLabel(self)
        self.total = QLabel(self)
        set_role(self.reference, "heading")
        set_role(self.total, "figure")
        self.customer.setWordWrap(True)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(2)
        self.facts.setColumnStretch(1, 1)
        self.note = Bar(self)
        self.side = SidePanel(desk, 0, self)
        self.side.chosen.connect(self.chosen)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.reference, 1)
        head.addWidget(self.state)
        inside = QWidget(self)
        self._inside = inside
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 12, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.customer)
        column.addWidget(self.total)
        column.addLayout(self.facts)
        column.addWidget(self.note)
        self._asking = QVBoxLayout()
        column.addLayout(self._asking)
        column.addWidget(self.side, 1)
        self._nothing = QLabel(self.tr("Choose a quotation to see it here"), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self._nothing, "muted")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inside, 1)
        outer.addWidget(self._nothing, 1)

    def show_nothing(self) -> None:
        """There is no line under the cursor."""
        self.shown = None
        self._inside.hide()
        self._nothing.show()

    def show_quotation(self, shown: Quotation, follow_up_on: date | None) -> None:
        """Show one paper."""
        if self.shown is not None and self.shown.id != shown.id:
            self.close_panel()
        self.shown = shown
        self._nothing.hide()
        self._inside.show()
        self.reference.setText(shown.reference)
        self.state.setText(state_word(shown.state, self._desk.language))
        set_tone(self.state, TONES[shown.state])
        self.customer.setText(shown.customer)
        self.total.setText(str(shown.total))
        self._show_facts(shown, follow_up_on)
        self._show_note(shown)
        self.side.show_quotation(shown)

    def _show_facts(self, shown: Quotation, follow_up_on: date | None) -> None:
        while item := self.facts.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        day = self._desk.day
        facts = (
            (self.tr("Project"), shown.content.project),
            (self.tr("Contact"), shown.content.contact),
            (self.tr("Issued"), day(shown.issued_on)),
            (self.tr("Valid until"), day(shown.valid_until)),
            (self.tr("Follow up"), day(follow_up_on)),
            (self.tr("Owner"), shown.owner),
        )
        for number, (word, fact) in enumerate(each for each in facts if each[1]):
            label, value = QLabel(word, self), QLabel(fact, self)
            set_role(label, "muted")
            value.setWordWrap(True)
            self.facts.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(value, number, 1)

    def _show_note(self, shown: Quotation) -> None:
        request = shown.request
        if request is None or shown.state not in ("draft", "waiting", "ready"):
            self.note.clear()
        elif request.state == "waiting":
            who = request.answerer or self.tr("the next to answer")
            self.note.say(self.tr("Waiting for {0}").format(who), Tone.WARN)
        elif request.note:
            self.note.say(f"{request.name}: {request.note}", Tone.INFO)
        else:
            self.note.clear()

    # The next date ----------------------------------------------------------------------------

    def follow_up(self) -> None:
        """Ask for the next date here."""
        shown = self.shown
        if shown is None or shown.state not in OPEN_STATES:
            self._desk.say(self.tr("Only an open quotation has a next date."), Tone.INFO)
            return
        self.close_panel()
        self.show()
        words = (self.tr("Next follow-up"), self.tr("Follow up on"), self.tr("Note"))
        panel = date_panel(
            self._desk,
            (*words, self.tr("Save")),
            shown.content.follow_up_on,
            lambda: datetime.now(BANGKOK).date(),
            self,
        )

        def act() -> bool:
            values = panel.values()
            command = SetFollowUp(shown.id, shown.version, values["follow_up_on"], values["reason"])
            return self._desk.execute(command, panel) is not None

        panel.act = act
        panel.closed.connect(self._closed)
        self.panel = panel
        self._asking.addWidget(panel)
        panel.show()
        panel.begin()

    def close_panel(self) -> bool:
        """Take the question away; False if none is asked."""
        if self.panel is None:
            return False
        self.panel.close_panel()
        return True

    def _closed(self) -> None:
        self.panel = None
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()
