"""One customer who owes: the debt by its age, the credit, and the open bills."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.services.credit.debts import BillRow, bill_page
from crm_desktop.services.customers.customer_lists import customer
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.credit.words import bill_columns
from ui.customers.credit import CreditParts
from ui.desk import Desk
from ui.facts import Section
from ui.tables.empty import EmptyNote
from ui.tables.view import ListView
from ui.theme import set_role
from ui.tokens import ROW

FEW_BILLS = 3 * ROW
"""As low as the list of bills gets; the rest scrolls."""


class DebtorCard(QStackedWidget):
    """`opened` carries the bill that was opened."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._customer_id: int | None = None
        self.empty, self.page = QWidget(self), QWidget(self)
        note = EmptyNote(
            self.tr("No customer chosen"),
            self.tr("Choose a line to see the credit and the open bills here."),
            parent=self.empty,
        )
        note.show()
        self.name, self.hint = QLabel(self.page), QLabel(self.page)
        self.name.setWordWrap(True)
        set_role(self.name, "heading")
        set_role(self.hint, "muted")
        self.credit = CreditParts(desk, self.page)
        self.bills = ListView(
            "debtor_bills",
            self.tr("Open bills"),
            bill_columns(desk, whole=False),
            self._fetch,
            empty=(self.tr("No open bills"), self.tr("Nothing is to be paid.")),
            state=desk.state,
            filter_box=False,
        )
        self.bills.activated.connect(self.opened)
        self._lay_out()

    def show_customer(self, customer_id: int | None) -> None:
        """Read the customer's credit and bills; None leaves the panel empty."""
        self._customer_id = customer_id
        self.setCurrentWidget(self.empty if customer_id is None else self.whole)
        if customer_id is None:
            return
        shown = self.desk.read(customer, customer_id)
        self.name.setText(shown.name)
        phone = shown.phones[0].display if shown.phones else ""
        self.hint.setText(" · ".join(filter(None, (shown.code, phone, shown.owner))))
        self.credit.show_credit(shown.credit)
        self.bills.reload()

    def _fetch(self, wanted: ListQuery) -> Page[BillRow]:
        if self._customer_id is None:
            return Page(())
        filters = {"customer_id": self._customer_id}
        return self.desk.read(bill_page, ListQuery(filters=filters, after=wanted.after))

    def _lay_out(self) -> None:
        credit = Section(self.tr("Credit"), self.page)
        credit.add(self.credit)
        bills = Section(self.tr("Open bills"), self.page)
        self.bills.setMinimumHeight(FEW_BILLS)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(16, 4, 8, 4)
        column.setSpacing(4)
        for widget in (self.name, self.hint, credit, bills):
            column.addWidget(widget)
        column.addWidget(self.bills, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.page)
        self.page.setAutoFillBackground(False)
        self.whole = scroll
        self.addWidget(self.empty)
        self.addWidget(scroll)
