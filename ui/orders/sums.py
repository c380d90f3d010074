"""What goods come to while their quantities are typed: worth, deposits, what is to collect."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.services.orders.deliveries import DeliverySums
from ui.theme import set_role

AFTER_MS = 120
UNKNOWN = "–"


class HandingSums(QWidget):
    """`read` answers what the act would come to, or refuses; then the figures are not known."""

    def __init__(self, read: Callable[[], DeliverySums], parent: QWidget) -> None:
        super().__init__(parent)
        self._read = read
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(24)
        row.addStretch(1)
        self.value = self._figure(row, self.tr("Handed over now"))
        self.deducted = self._figure(row, self.tr("Deposits deducted"))
        self.remainder = self._figure(row, self.tr("To collect now"))
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.tell)

    def follow(self) -> None:
        """Something was typed: tell what it comes to as soon as typing pauses."""
        self._soon.start()

    def tell(self) -> None:
        """Show what it comes to now."""
        try:
            sums = self._read()
        except Refused:
            for label in (self.value, self.deducted, self.remainder):
                label.setText(UNKNOWN)
            return
        self.value.setText(str(sums.value))
        self.deducted.setText(str(sums.deducted))
        self.remainder.setText(str(sums.remainder))

    def _figure(self, row: QHBoxLayout, words: str) -> QLabel:
        column, word, label = QVBoxLayout(), QLabel(words, self), QLabel(UNKNOWN, self)
        set_role(word, "label")
        set_role(label, "figure")
        label.setAccessibleName(words)
        column.setSpacing(0)
        column.addWidget(word)
        column.addWidget(label)
        row.addLayout(column)
        return label
