"""One deposit beside the list: what is held, for which paper, its ledger, who must act."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.services.deposits.deposit_lists import Deposit
from ui.actions import ACTIONS
from ui.bars import Bar
from ui.binding import action_button, tool_button
from ui.deposits.words import (
    claim_sentence,
    claim_tone,
    facts_of,
    ledger_rows,
    state_tone,
    state_word,
    vat_rows,
)
from ui.desk import Desk
from ui.facts import CellGrid, Facts, Section
from ui.tables.empty import EmptyNote
from ui.theme import set_role, set_tone, state_label
from ui.tokens import Tone

BUTTON = 190
"""Room that a button takes."""
BESIDE = 2
"""Buttons in a line at the least."""
MOST_CLAIMS = 3
"""As many as may be open at a time: a refund, a forfeiture, a transfer."""
FIRST = ("deposit.pay", "deposit.receive", "deposit.clear")
TOOLS = ("list.preview", "list.print", "deposit.voucher", "deposit.statement", "deposit.paper")


class DepositCard(QStackedWidget):
    """Shows one deposit; its buttons are actions of the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shown: Deposit | None = None
        self.buttons: list[tuple[QAction, QPushButton]] = []
        self.empty, self.page = QWidget(self), QWidget(self)
        note = EmptyNote(
            self.tr("No deposit chosen"),
            self.tr("Choose one in the list to see its ledger here."),
            parent=self.empty,
        )
        note.show()
        self.addWidget(self.empty)
        self.addWidget(self.page)
        self._make()
        self._lay_out()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Give the card its buttons: papers as small ones above, acts below."""
        for action in actions:
            if action.objectName() in TOOLS:
                self._add_tool(action)
            else:
                first = action.objectName() in FIRST
                self.buttons.append((action, action_button(action, self.page, primary=first)))

    def show_deposit(self, shown: Deposit | None) -> None:
        """Draw one deposit, or a word where none is chosen."""
        self.shown = shown
        self.setCurrentWidget(self.page if shown else self.empty)
        if shown is None:
            return
        self.reference.setText(shown.reference)
        self.customer.setText(shown.customer)
        self.state.setText(state_word(self.desk, shown.state))
        set_tone(self.state, state_tone(shown.state))
        expected = shown.state == "expected"
        self.figure.setText(str(shown.expected if expected else shown.held))
        self.of.setText(self._of(shown))
        self._show_claims(shown)
        self.facts.show_pairs(facts_of(self.desk, shown))
        self.vat.tell(vat_rows(self.desk, shown))
        self.ledger.tell(ledger_rows(self.desk, shown.entries))
        self.sections["vat"].setVisible(bool(shown.vat_split))
        self.sections["ledger"].setVisible(bool(shown.entries))

    def _of(self, shown: Deposit) -> str:
        """What the sum is: money that has not arrived is not held yet."""
        if shown.state == "expected":
            return self.tr("expected")
        return self.tr("not arrived yet") if shown.state == "awaiting" else self.tr("held now")

    def arrange(self) -> None:
        """Put the buttons that are there now into lines, as many beside each other as fit."""
        for _, button in self.buttons:
            self._grid.removeWidget(button)
        beside = max(BESIDE, self.width() // BUTTON)
        there = [button for action, button in self.buttons if action.isVisible()]
        for number, button in enumerate(there):
            self._grid.addWidget(button, number // beside, number % beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    # Making -----------------------------------------------------------------------------------

    def _make(self) -> None:
        page = self.page
        self.reference, self.customer = QLabel(page), QLabel(page)
        self.customer.setWordWrap(True)
        self.state = state_label("", Tone.PLAIN, page)
        self.figure, self.of = QLabel(page), QLabel(page)
        for label, role in (
            (self.reference, "heading"),
            (self.customer, ""),
            (self.figure, "figure"),
            (self.of, "muted"),
        ):
            set_role(label, role)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bars = [Bar(page) for _ in range(MOST_CLAIMS)]
        self.facts = Facts(page)
        self.vat = CellGrid(("muted", "", ""), page, right=(1, 2))
        self.ledger = CellGrid(("muted", "", "", "muted"), page, right=(2, 3), stretch=1)
        self.tools, self._grid = QHBoxLayout(), QGridLayout()
        self.sections = {
            "vat": Section(self.tr("VAT within"), page),
            "ledger": Section(self.tr("Ledger"), page),
        }
        self.sections["vat"].add(self.vat)
        self.sections["ledger"].add(self.ledger)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.reference)
        head.addStretch(1)
        self.tools.setSpacing(0)
        head.addLayout(self.tools)
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(self.customer, 1)
        who.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        sum_line = QHBoxLayout()
        sum_line.setSpacing(8)
        sum_line.addWidget(self.figure)
        sum_line.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBottom)
        sum_line.addStretch(1)
        self._grid.setSpacing(8)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(16, 4, 12, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(who)
        column.addLayout(sum_line)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(self._grid)

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea(self.page)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Deposit"))
        inside = QWidget(scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(6)
        for widget in (*self.bars, self.facts, *self.sections.values()):
            column.addWidget(widget)
        column.addStretch(1)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.setFocusProxy(scroll)
        return scroll

    def _add_tool(self, action: QAction) -> None:
        tool = tool_button_of(action, self.page)
        self.tools.addWidget(tool)

    def _show_claims(self, shown: Deposit) -> None:
        """What is asked and not done yet, the oldest first."""
        asked = [claim for claim in shown.claims if claim.is_open]
        for number, bar in enumerate(self.bars):
            if number < len(asked):
                claim = asked[number]
                bar.say(claim_sentence(self.desk, claim), claim_tone(claim))
            else:
                bar.clear()


def tool_button_of(action: QAction, parent: QWidget) -> QWidget:
    """A small button without words for an action, there and alive when it is."""
    name = ACTIONS[action.objectName()].icon
    tool = tool_button(name, action.toolTip(), parent)
    tool.clicked.connect(action.trigger)
    action.enabledChanged.connect(tool.setEnabled)
    action.visibleChanged.connect(lambda: tool.setVisible(action.isVisible()))
    return tool
