"""The card of a customer: who, what next, credit, contacts, addresses, consent."""

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.money import Money
from crm_desktop.services.credit.debts import last_bought
from crm_desktop.services.customers.customer_values import Contact, Customer
from crm_desktop.services.customers.customers import RevealTaxNumber
from crm_desktop.services.customers.incomplete import lacking_of
from crm_desktop.services.customers.merge_lists import merged_records
from crm_desktop.services.deposits.deposit_lists import deposit_page
from crm_desktop.services.orders.order_lists import order_page
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.services.places import Address, address_lines
from crm_desktop.services.visits.visit_lists import visits_of_customer
from ui.customers.consent import Consents
from ui.customers.credit import CreditParts
from ui.customers.papers import UNFINISHED, is_open
from ui.customers.words import branch_of, word
from ui.desk import Desk
from ui.drafts import BANGKOK
from ui.facts import LABEL_WIDTH, Cell, Facts, Section
from ui.theme import set_role
from ui.tokens import Tone


class TaxLine(QWidget):
    """The tax number; of a person only its end, until somebody asks on the record."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._customer_id = 0
        self._label = QLabel(self.tr("Tax number"), self)
        set_role(self._label, "muted")
        self._label.setFixedWidth(LABEL_WIDTH)
        self.number = QLabel(self)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_it = QPushButton(self.tr("Show"), self)
        self.show_it.setToolTip(self.tr("It is written down who has looked at the number"))
        self.show_it.setAccessibleName(self.tr("Show the whole tax number"))
        self.show_it.clicked.connect(self.reveal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self.number)
        row.addWidget(self.show_it)
        row.addStretch(1)

    def show_customer(self, customer: Customer) -> None:
        """Show the number as the customer value carries it."""
        self._customer_id = customer.id
        masked = not customer.is_company
        self.setVisible(bool(customer.tax_number))
        self.number.setText(customer.tax_number)
        self.show_it.setVisible(masked and self.desk.may("customer.reveal"))

    def reveal(self) -> None:
        """Ask for the whole number; the command leaves the line that says who saw it."""
        if self.show_it.isHidden():
            return
        number = self.desk.execute(RevealTaxNumber(self._customer_id))
        if isinstance(number, str):
            self.number.setText(number)
            self.show_it.hide()


class Overview(QScrollArea):
    """Everything about the customer on one page that scrolls."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setAccessibleName(self.tr("Customer"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget(self)
        self.who, self.more = Facts(inside), Facts(inside)
        self.tax = TaxLine(desk, inside)
        self.credit = CreditParts(desk, inside)
        self.contacts, self.addresses = Facts(inside), Facts(inside)
        self.consents = Consents(desk, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        column.addWidget(self.who)
        column.addWidget(self.tax)
        column.addWidget(self.more)
        self.sections = {
            "credit": self._section(column, self.tr("Credit"), self.credit),
            "contacts": self._section(column, self.tr("Contacts"), self.contacts),
            "addresses": self._section(column, self.tr("Addresses"), self.addresses),
            "consents": self._section(column, self.tr("Consent"), self.consents),
        }
        column.addStretch(1)
        self.setWidget(inside)

    def show_customer(self, customer: Customer) -> None:
        """Fill the page; what the customer does not have takes no room."""
        self.who.show_pairs(self._who(customer))
        self.tax.show_customer(customer)
        self.more.show_pairs(self._more(customer))
        self.credit.show_credit(customer.credit)
        self.contacts.show_pairs([self._contact(contact) for contact in customer.contacts])
        self.addresses.show_pairs([self._address(address) for address in customer.addresses])
        self.consents.show_customer(customer)
        self.sections["contacts"].setVisible(bool(customer.contacts))
        self.sections["addresses"].setVisible(bool(customer.addresses))

    def _section(self, column: QVBoxLayout, title: str, content: QWidget) -> Section:
        section = Section(title, self)
        section.add(content)
        column.addSpacing(8)
        column.addWidget(section)
        return section

    def _who(self, customer: Customer) -> list[tuple[str, Cell]]:
        level = word(self.desk, f"price_level_{customer.price_level}")
        kind = " · ".join(filter(None, (customer.segment, customer.zone)))
        return [
            (self.tr("Phone"), "\n".join(phone.display for phone in customer.phones)),
            *self._open_work(customer.id),
            (self.tr("Owner"), customer.owner or self.tr("Nobody yet")),
            *self._whole(customer.id),
            (self.tr("Segment · zone"), kind),
            (self.tr("Price level"), level),
            (self.tr("Class of visits"), self._rhythm(customer)),
            (self.tr("Last contact"), self.desk.day(customer.contact_on)),
            (self.tr("Last bought"), self._bought(customer.id)),
        ]

    def _bought(self, customer_id: int) -> str:
        found = self.desk.read(last_bought, customer_id) if self.desk.may("credit.read") else None
        return (
            self.tr("{0} for {1} baht").format(self.desk.day(found.on), found.amount)
            if found
            else ""
        )

    def _rhythm(self, customer: Customer) -> Cell:
        """The class, and by when the customer is to be met."""
        if customer.due_on is None:
            return customer.rhythm
        late = customer.due_on < datetime.now(BANGKOK).date()
        day = self.desk.day(customer.due_on)
        words = self.tr("{0} · overdue since {1}") if late else self.tr("{0} · due by {1}")
        shown = words.format(customer.rhythm, day)
        return (shown, Tone.WARN) if late else shown

    def _whole(self, customer_id: int) -> Iterable[tuple[str, Cell]]:
        """What is missing of the record, and which records it stands for."""
        percent, lacking = self.desk.read(lacking_of, customer_id)
        if lacking:
            missing = ", ".join(word(self.desk, f"lacking_{each}") for each in lacking)
            yield self.tr("Complete"), self.tr("{0} % · missing: {1}").format(percent, missing)
        if self.desk.may("customer_merge.read"):
            merged = self.desk.read(merged_records, customer_id)
            yield self.tr("Merged from"), ", ".join(each.code for each in merged)

    def _open_work(self, customer_id: int) -> Iterable[tuple[str, Cell]]:
        """The next date and the open papers, as far as the person may see them."""
        days: list[date] = []
        if self.desk.may("visit.read"):
            visits = self.desk.read(visits_of_customer, customer_id).rows
            days += [v.planned_on for v in visits if v.state in ("planned", "confirmed")]
        papers: Cell = ""
        if self.desk.may("quotation.read"):
            wanted = ListQuery(
                filters={"customer_id": customer_id, "state": UNFINISHED}, limit=LARGEST_PAGE
            )
            rows = self.desk.read(quotation_page, wanted).rows
            days += [row.follow_up_on for row in rows if row.follow_up_on]
            total = Money(sum(row.total.satang for row in rows))
            papers = self.tr("{0} · {1} baht").format(len(rows), total) if rows else ""
        yield self.tr("Next date"), self._next(days)
        yield self.tr("Open papers"), papers
        yield from self._on_order(customer_id)

    def _on_order(self, customer_id: int) -> Iterable[tuple[str, Cell]]:
        """Orders that are not finished, and the money that is held for them."""
        wanted = ListQuery(
            descending=True, filters={"customer_id": customer_id}, limit=LARGEST_PAGE
        )
        if self.desk.may("order.read"):
            orders = [row for row in self.desk.read(order_page, wanted).rows if is_open(row)]
            total = Money.sum(row.total for row in orders)
            words = self.tr("{0} · {1} baht").format(len(orders), total)
            yield self.tr("Open orders"), words if orders else ""
        if self.desk.may("deposit.read"):
            held = Money.sum(row.held for row in self.desk.read(deposit_page, wanted).rows)
            yield self.tr("Deposits held"), str(held) if held else ""

    def _next(self, days: list[date]) -> Cell:
        if not days:
            return self.tr("None planned")
        first = min(days)
        late = first < datetime.now(BANGKOK).date()
        shown = self.desk.day(first)
        return (self.tr("{0} · overdue").format(shown), Tone.WARN) if late else shown

    def _more(self, customer: Customer) -> list[tuple[str, Cell]]:
        languages = {
            "th": self.tr("Thai"),
            "en": self.tr("English"),
            "both": self.tr("Thai and English"),
        }
        numbered = customer.is_company and customer.tax_number
        return [
            (self.tr("Branch"), branch_of(self.desk, customer.tax_branch) if numbered else ""),
            (self.tr("E-mail"), customer.email),
            (self.tr("LINE"), customer.line_id),
            (self.tr("English name"), customer.name_en),
            (self.tr("Papers in"), languages[customer.paper_language]),
            (self.tr("Note"), customer.note),
        ]

    def _contact(self, contact: Contact) -> tuple[str, Cell]:
        reach = " · ".join(filter(None, (contact.phone, contact.email, contact.line_id)))
        return contact.duty or self.tr("Contact"), "\n".join(filter(None, (contact.name, reach)))

    def _address(self, address: Address) -> tuple[str, Cell]:
        use = word(self.desk, f"address_{address.use}")
        lines = address_lines(address, self.desk.language)
        return use, "\n".join(filter(None, (address.label, *lines)))
