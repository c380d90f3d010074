"""The place "Deposits": one page each for deposits, the till, bills due and accounting."""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.parted import Part, PartedScreen


class DepositsScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "deposits"
    PARTS = (
        Part("held", "deposit.held", "ui.deposits.list:DepositList", ("deposit", "deposit_claim")),
        Part("till", "deposit.till", "ui.deposits.till:TillPage", ("till",)),
        Part("bills", "deposit.bills", "ui.credit.bills:BillsPage", ("bill",)),
        Part("accounts", "deposit.accounts", "ui.deposits.accounts:AccountsPage"),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.pages.setContentsMargins(16, 8, 16, 12)

    @property
    def title(self) -> str:
        return self.tr("Deposits")
