"""Who owes what since when: customers with their open bills, and every bill by its day."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.credit.debts import BillRow, DebtorRow, bill_page, debtor_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.binding import Slot
from ui.chips import Chips
from ui.credit.debtor import DebtorCard
from ui.credit.words import bill_columns, late, late_tone
from ui.desk import Desk
from ui.frames import SideBySide
from ui.intake.opening import import_slots
from ui.places import new_id
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tokens import Tone

PANEL = 436
BILLS = "bills"


class BillsPage(LiveScreen):
    """Chips choose between late customers, all who owe, and bills; an import stands over all."""

    FILTERS = ("chips",)
    TABLES = frozenset({"receivable", "customer", "customer_credit", "document"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chips = Chips(self._words(), desk.state.text("bills/stage", "overdue"), self)
        self.debtors, self.bills = self._make_debtors(), self._make_bills()
        self.lists = QStackedWidget(self)
        self.lists.addWidget(self.debtors)
        self.lists.addWidget(self.bills)
        self.card = DebtorCard(desk, self)
        self.panel = QStackedWidget(self)
        self.panel.addWidget(self.card)
        self.middle = SideBySide(self.lists, self.panel, PANEL, self, always=True)
        self.bind(self._slots())
        self._lay_out()
        self._wire()
        self._apply()

    @property
    def title(self) -> str:
        return self.tr("Bills due")

    @property
    def view(self) -> ListView:
        """The list in view."""
        return self.bills if self.chips.on == BILLS else self.debtors

    # Making -----------------------------------------------------------------------------------

    def _words(self) -> dict[str, str]:
        return {
            "overdue": self.tr("Customers overdue"),
            "owing": self.tr("All who owe"),
            BILLS: self.tr("Bill by bill"),
        }

    def _slots(self) -> dict[str, Slot]:
        slots: dict[str, Slot] = {
            "list.open": self.open_current,
            "list.reload": self.read_again,
            "list.columns": self.choose_columns,
            "list.stage": self.chips.next,
            "task.customer": self.open_customer,
        }
        slots |= import_slots(self, "receivables", "credit.import")
        return slots | import_slots(self, "credit", "credit.import", "credit.limits")

    def _make_debtors(self) -> ListView:
        return ListView(
            "debtors",
            self.tr("Customers who owe"),
            [
                Column("customer", self.tr("Customer"), 200, strong=True, stretch=True),
                Column("bills", self.tr("Bills"), 60, Align.RIGHT),
                Column("due", self.tr("To pay"), 112, Align.RIGHT, str, sort="due"),
                Column(
                    "overdue",
                    self.tr("Overdue"),
                    112,
                    Align.RIGHT,
                    format=lambda sum_: str(sum_) if sum_ else "—",
                    sort="overdue",
                ),
                Column(
                    "days_overdue",
                    self.tr("Late by"),
                    110,
                    format=late,
                    tone=lambda row: late_tone(row.days_overdue),
                    sort="oldest",
                ),
                Column(
                    "blocked",
                    self.tr("Credit"),
                    104,
                    format=lambda blocked: self.tr("Blocked") if blocked else "",
                    tone=lambda row: Tone.STOP if row.blocked else None,
                ),
            ],
            self._fetch_debtors,
            empty=self._nobody(),
            state=self.desk.state,
            totals=lambda rows: self._sums((row.due, row.overdue) for row in rows),
            parent=self,
        )

    def _make_bills(self) -> ListView:
        return ListView(
            "bills",
            self.tr("Open bills"),
            bill_columns(self.desk, whole=True),
            lambda wanted: self.desk.read(bill_page, wanted),
            empty=(self.tr("No open bills"), self._how_to_begin()),
            state=self.desk.state,
            totals=lambda rows: self._sums(
                (row.due, row.due if row.days_overdue else Money.ZERO) for row in rows
            ),
            parent=self,
        )

    def _nobody(self) -> tuple[str, str]:
        """What the list of customers says while it is empty."""
        if self.chips.on == "overdue":
            words = self.tr("All who owe stand under “{0}” (Ctrl+G).")
            return self.tr("Nobody is overdue"), words.format(self._words()["owing"])
        return self.tr("Nobody owes anything here"), self._how_to_begin()

    def _how_to_begin(self) -> str:
        if self.desk.may("credit.import"):
            return self.tr("Ctrl+I takes in the finance department’s list of open bills.")
        return self.tr("Credit-finance takes in the list of open bills.")

    def _sums(self, pairs: Any) -> str:
        due, late = Money.ZERO, Money.ZERO
        for each, overdue in pairs:
            due, late = due + each, late + overdue
        return self.tr("{0} baht, {1} overdue").format(due, late)

    def _lay_out(self) -> None:
        self.head = QWidget(self)
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.chips, 1)
        for name, words in (
            ("list.export", self.tr("Export")),
            ("credit.limits", self.tr("Import limits")),
            ("list.import", self.tr("Import bills")),
        ):
            button = self.button(name)
            if button:
                button.setText(words)
                head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.middle, 1)
        self.setFocusProxy(self.lists)

    def _wire(self) -> None:
        for view in (self.debtors, self.bills):
            view.activated.connect(lambda _: self.open_current())
            view.current_changed.connect(lambda _: self.read_card())
        self.chips.chosen.connect(self.show_stage)
        self.middle.alone.connect(self.head.setHidden)
        self.card.opened.connect(self.open_bill)

    # Reading ----------------------------------------------------------------------------------

    def _fetch_debtors(self, wanted: ListQuery) -> Page[DebtorRow]:
        return self.desk.read(debtor_page, wanted)

    def show_stage(self, stage: str) -> None:
        """Late customers, all who owe, or bills; the choice is remembered."""
        self.desk.state.put("bills/stage", stage)
        self._apply()
        self.view.setFocus()

    def _apply(self) -> None:
        self.lists.setCurrentWidget(self.view)
        self.lists.setFocusProxy(self.view)
        late = {"overdue": True} if self.chips.on == "overdue" else {}
        if self.view is self.debtors:
            self.debtors.set_empty(*self._nobody())
        self.view.set_filters(late)
        self.read_card()

    def read_again(self) -> None:
        """Read list and card anew."""
        self.view.reload()
        self.read_card()

    def read_card(self) -> None:
        """Show the customer under the cursor."""
        self.card.show_customer(self.customer_id)

    @property
    def customer_id(self) -> int | None:
        """Whose line is under the cursor."""
        row = self.view.current()
        if row is None:
            return None
        return int(row.customer_id if self.chips.on == BILLS else row.id)

    # Doing ------------------------------------------------------------------------------------

    def show_record(self, kind: str, record_id: Any) -> None:
        """A bill by its id."""
        self.chips.choose(BILLS)
        self.bills.select(record_id)

    def open_current(self) -> None:
        """Enter: the order that a bill is for, else the customer."""
        row = self.view.current()
        if row is not None and self.chips.on == BILLS:
            self.open_bill(row)
        elif self.middle.right.isHidden():
            self.read_card()
            self.middle.look()
        else:
            self.open_customer()

    def open_bill(self, bill: BillRow) -> None:
        """The paper of ours that the bill is for, else its customer."""
        if bill.document_id is not None:
            self.open_record.emit(KINDS[bill.kind].name, bill.document_id)
        else:
            self.open_record.emit("customer", bill.customer_id)

    def open_customer(self) -> None:
        """F4."""
        if self.customer_id is not None:
            self.open_record.emit("customer", self.customer_id)

    def make_new(self, kind: str) -> bool:
        if kind == "customer" or self.customer_id is None:
            return False
        self.open_record.emit(kind, new_id(self.customer_id))
        return True

    def choose_columns(self) -> None:
        """Ctrl+Shift+C: of the list in view."""
        self.view.choose_columns()

    def back(self) -> bool:
        return self.middle.look_away()
