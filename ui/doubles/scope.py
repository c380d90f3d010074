"""Whose customers and which zone a list of them is about."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from crm_desktop.services.customers.customer_choices import customer_choices
from ui.desk import Desk

WIDEST = 180


class CustomerScope(QWidget):
    """Two boxes; `changed` says that another choice stands."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.owner, self.zone = QComboBox(self), QComboBox(self)
        self.owner.setAccessibleName(self.tr("Whose customers"))
        self.zone.setAccessibleName(self.tr("Zone"))
        self.owner.addItem(self.tr("All"), False)
        self.owner.addItem(self.tr("Mine"), True)
        self.zone.addItem(self.tr("All zones"), "")
        for zone in desk.read(customer_choices).zones:
            self.zone.addItem(zone, zone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self.owner, self.zone):
            box.setMaximumWidth(WIDEST)
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
            row.addWidget(box)

    def filters(self) -> dict[str, Any]:
        """What a list is asked for."""
        return {"mine": self.owner.currentData(), "zone": self.zone.currentData()}
