"""What a customer agreed to, purpose by purpose, given and taken back on the spot."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.services.customers.consents import GiveConsent, WithdrawConsent
from crm_desktop.services.customers.customer_values import CHANNELS, PURPOSES, Consent, Customer
from ui.bars import Bar
from ui.customers.words import word
from ui.desk import Desk
from ui.theme import set_role, set_tone, state_label
from ui.tokens import Tone

TEXT_VERSION = "2569-1"
"""Which consent text the desk reads out or shows today."""


class Consents(QWidget):
    """Each purpose with its state, when and how it was said, and a button for the other answer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._customer_id = 0
        self.bar = Bar(self)
        self.menu = QMenu(self)
        self.states: dict[str, QLabel] = {}
        self.hints: dict[str, QLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, purpose in enumerate(PURPOSES):
            self._add(grid, row, purpose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(self.bar)

    def show_customer(self, customer: Customer) -> None:
        """Show what was said last on each purpose."""
        if customer.id != self._customer_id:
            self.bar.clear()
        self._customer_id = customer.id
        said = {consent.purpose: consent for consent in customer.consents}
        for purpose in PURPOSES:
            self._show(purpose, said.get(purpose))

    def _add(self, grid: QGridLayout, row: int, purpose: str) -> None:
        name = word(self.desk, f"purpose_{purpose}")
        self.states[purpose] = state_label("", Tone.PLAIN, self)
        self.hints[purpose] = QLabel(self)
        self.hints[purpose].setWordWrap(True)
        set_role(self.hints[purpose], "muted")
        button = QPushButton(self)
        button.setAutoDefault(True)  # Enter presses it
        button.setVisible(self.desk.may("customer.consent"))
        button.clicked.connect(lambda: self._ask(purpose))
        self.buttons[purpose] = button
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(QLabel(name, self))
        words.addWidget(self.hints[purpose])
        grid.addLayout(words, row, 0)
        grid.addWidget(self.states[purpose], row, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(button, row, 2)

    def _show(self, purpose: str, consent: Consent | None) -> None:
        given = consent is not None and consent.given
        state, button, hint = self.states[purpose], self.buttons[purpose], self.hints[purpose]
        if consent is None:
            state.setText(self.tr("Not asked"))
        else:
            state.setText(self.tr("Given") if given else self.tr("Withdrawn"))
        set_tone(state, Tone.OK if given else Tone.PLAIN if consent is None else Tone.WARN)
        button.setText(self.tr("Withdraw") if given else self.tr("Give"))
        button.setProperty("given", given)
        button.setAccessibleName(f"{button.text()}: {word(self.desk, f'purpose_{purpose}')}")
        hint.setVisible(consent is not None)
        if consent is not None:
            channel = word(self.desk, f"consent_by_{consent.channel}")
            day = self.desk.day(consent.at.date())
            hint.setText(self.tr("{0} · {1} · {2}").format(day, channel, consent.by))

    def _ask(self, purpose: str) -> None:
        """The channel is part of the record; choosing it is the answer."""
        button = self.buttons[purpose]
        given = bool(button.property("given"))
        question = (
            self.tr("How did the customer withdraw?")
            if given
            else self.tr("How did the customer agree?")
        )
        self.menu.clear()
        self.menu.addSection(question)
        for channel in CHANNELS:
            chosen = self.menu.addAction(word(self.desk, f"consent_by_{channel}"))
            chosen.triggered.connect(self._answer(purpose, channel, given))
        self.menu.setActiveAction(self.menu.actions()[1])
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _answer(self, purpose: str, channel: str, given: bool) -> Callable[..., object]:
        command: GiveConsent | WithdrawConsent
        if given:
            command = WithdrawConsent(self._customer_id, purpose, channel)
        else:
            command = GiveConsent(self._customer_id, purpose, TEXT_VERSION, channel)
        return lambda *_: self.desk.execute(command, self)

    def refused(self, refusal: Refused) -> None:
        """Say here why it was not recorded."""
        self.bar.say(self.desk.explain(refusal), Tone.STOP)
