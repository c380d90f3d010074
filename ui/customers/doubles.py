"""Says while somebody types that the customer may be here already; never in the way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.services.customers.customer_values import Double
from ui.customers.words import word
from ui.desk import Desk
from ui.icons import IconLabel
from ui.theme import set_role, state_label
from ui.tokens import Tone

WIDTH = 272
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CERTAIN = ("same_tax_number", "same_phone", "same_name")


class Doubles(QFrame):
    """The likely doubles, likeliest first; `chosen` carries the id of the one to open instead."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.found: tuple[Double, ...] = ()
        self.buttons: list[QPushButton] = []
        self._cards: list[QWidget] = []
        self._flat = False
        set_role(self, "panel")
        heading = QLabel(self.tr("Already here?"), self)
        set_role(heading, "heading")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(IconLabel("warning", Tone.WARN, self))
        head.addWidget(heading, 1)
        self._hint = QLabel(
            self.tr("These may be the customer you are typing. You can go on."), self
        )
        self._hint.setWordWrap(True)
        set_role(self._hint, "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        self.hide()

    def show_found(self, found: Sequence[Double]) -> None:
        """Show them; the same ones again leave everything, the cursor too, where it is."""
        if tuple(found) == self.found:
            return
        self.found = tuple(found)
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self.buttons = [], []
        for double in self.found:
            card = self._card(double)
            self._column.insertWidget(self._column.count() - 1, card)
            self._cards.append(card)
        self.lie_flat(self._flat)
        self.setVisible(bool(self.found))
        names = ", ".join(double.name for double in self.found)
        self.setAccessibleName(self.tr("Possibly here already: {0}").format(names))

    def lie_flat(self, flat: bool) -> None:
        """Above the fields, where every row is theirs, one double takes one row."""
        self._flat = flat
        self._hint.setVisible(not flat)
        direction = QBoxLayout.Direction
        for card in self._cards:
            inside = card.layout()
            assert isinstance(inside, QBoxLayout)
            inside.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
            inside.setSpacing(8 if flat else 3)
            for rule in card.findChildren(QFrame, "rule"):
                rule.setVisible(not flat)

    def take_first(self) -> None:
        """Open the likeliest instead."""
        if self.found:
            self.chosen.emit(self.found[0].id)

    def _card(self, double: Double) -> QWidget:
        card = QWidget(self)
        rule = QFrame(card)
        rule.setObjectName("rule")
        set_role(rule, "line")
        name = QLabel(double.name, card)
        name.setWordWrap(True)
        set_role(name, "heading")
        known = QLabel(" · ".join(filter(None, (double.code, double.phone))), card)
        set_role(known, "muted")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(rule)
        column.addWidget(name, 1)
        column.addWidget(known)
        for reason in double.reasons:
            if reason != "similar_name" or "same_name" not in double.reasons:
                tone = Tone.WARN if reason in CERTAIN else Tone.PLAIN
                label = state_label(word(self.desk, f"double_{reason}"), tone, card)
                column.addWidget(label, 0, LEFT)
        column.addWidget(self._button(double, card), 0, LEFT)
        return card

    def _button(self, double: Double, card: QWidget) -> QPushButton:
        button = QPushButton(self.tr("Open this one instead"), card)
        button.setAccessibleName(self.tr("Open {0} instead").format(double.name))
        if not self.buttons:
            button.setToolTip("Ctrl+Shift+O")
        button.clicked.connect(lambda: self.chosen.emit(double.id))
        self.buttons.append(button)
        return button
