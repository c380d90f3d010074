"""What accounting is handed of deposits: every movement with its VAT, and the invoices it wrote."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits.deposit_reports import (
    AccountingRow,
    accounting_page,
    accounting_sums,
)
from crm_desktop.services.deposits.tax_invoices import ImportTaxInvoices, preview_tax_invoices
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from crm_desktop.services.transfer.exports import deposits_sheet
from ui.deposits.period import Period
from ui.deposits.words import kind_word
from ui.desk import Desk
from ui.files import export
from ui.imports import ImportPanel, Intake
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.theme import set_role
from ui.tokens import Tone


@dataclass(frozen=True)
class Line:
    """A movement with an id of its own."""

    id: int
    row: AccountingRow


class AccountsPage(LiveScreen):
    """A month at a time unless other days are typed."""

    TABLES = frozenset({"deposit", "deposit_entry"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.period = Period(desk, desk.read(day_here), self)
        self.sums = QLabel(self)
        self.list = self._make_list()
        self.imports = ImportPanel(desk, self._intake(), self)
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.columns": self.list.choose_columns,
                "list.export": self.export,
                "list.import": lambda: self.imports.choose(self.start_import),
            }
        )
        self.home, self.pages = QWidget(self), QStackedWidget(self)
        self._lay_out()
        self.period.changed.connect(self.read_again)
        self.list.activated.connect(lambda _: self.open_current())
        self.imports.finished.connect(self.leave_import)
        self._tell()

    @property
    def title(self) -> str:
        return self.tr("List for accounting")

    # Making -----------------------------------------------------------------------------------

    def _make_list(self) -> ListView:
        desk = self.desk
        return ListView(
            "accounting",
            self.title,
            [
                Column(
                    "dated",
                    self.tr("Day"),
                    96,
                    value=lambda line: line.row.dated,
                    format=desk.day,
                ),
                Column(
                    "number",
                    self.tr("Deposit"),
                    140,
                    value=lambda line: line.row.number,
                    strong=True,
                ),
                Column("what", self.tr("What"), 140, value=self._what),
                Column(
                    "customer",
                    self.tr("Customer"),
                    180,
                    value=lambda line: line.row.customer,
                    stretch=True,
                ),
                Column("for", self.tr("For paper"), 140, value=lambda line: line.row.for_reference),
                Column(
                    "amount",
                    self.tr("Amount"),
                    108,
                    Align.RIGHT,
                    value=lambda line: line.row.amount,
                ),
                Column(
                    "vat", self.tr("VAT within"), 96, Align.RIGHT, value=lambda line: line.row.vat
                ),
                Column(
                    "invoice",
                    self.tr("Tax invoice"),
                    150,
                    value=lambda line: line.row.tax_invoice or self._missing(line.row),
                    tone=lambda line: Tone.WARN if self._missing(line.row) else None,
                ),
            ],
            self._fetch,
            empty=(
                self.tr("Nothing moved in this time"),
                self.tr("Choose other days above."),
            ),
            state=desk.state,
            totals=self._totals,
            filter_box=False,
            parent=self,
        )

    def _what(self, line: Line) -> str:
        word = kind_word(self.desk, line.row.kind)
        if line.row.kind != "reverse":
            return word
        return f"{word}: {kind_word(self.desk, line.row.what)}"

    def _missing(self, row: AccountingRow) -> str:
        """Money that came needs a tax invoice in the month it came."""
        waits = row.kind == "receive" and not row.tax_invoice
        return self.tr("Not written yet") if waits else ""

    def _totals(self, lines: list[Line]) -> str:
        amount = Money.sum(line.row.amount for line in lines)
        vat = Money.sum(line.row.vat for line in lines)
        return self.tr("{0} baht, VAT {1}").format(amount, vat)

    def _intake(self) -> Intake:
        return Intake(
            self.tr("Import of tax-invoice numbers"),
            self.tr("Accounting’s list to import"),
            self.tr("New numbers"),
            self.tr("Known or corrected"),
            preview_tax_invoices,
            lambda path, skip, _ticked: ImportTaxInvoices(path, skip),
        )

    def _lay_out(self) -> None:
        set_role(self.sums, "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.period)
        head.addStretch(1)
        for name, words in (
            ("list.import", self.tr("Import tax invoices")),
            ("list.export", self.tr("Export")),
        ):
            button = self.button(name, primary=name == "list.export")
            if button:
                button.setText(words)
                head.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self.home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sums)
        column.addWidget(self.list, 1)
        self.pages.addWidget(self.home)
        self.pages.addWidget(self.imports)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.setFocusProxy(self.list)

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, wanted: ListQuery) -> Page[Line]:
        period = {"since": self.period.since, "until": self.period.until}
        found = self.desk.read(accounting_page, replace(wanted, filters=period))
        return Page(tuple(Line(row.entry_id, row) for row in found.rows), found.next)

    def read_again(self) -> None:
        """Read anew what is in view of the period; what is wrong with it is said beside the day."""
        try:
            self._tell()
        except Refused as refusal:
            self.period.refused(refusal)
            return
        self.list.reload()

    def _tell(self) -> None:
        """What came, and how many invoices are missing."""
        sums = self.desk.read(accounting_sums, self.period.since, self.period.until)
        words = self.tr("Received {0} baht, VAT {1} within · tax invoices missing: {2}")
        self.sums.setText(words.format(sums.received, sums.vat, sums.missing))

    # Doing ------------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Enter: the deposit of the movement."""
        line: Line | None = self.list.current()
        if line is not None:
            self.open_record.emit("deposit", line.row.deposit_id)

    def start_import(self, path: str) -> None:
        """Show what an import of the file would do."""
        self.imports.look_at(path)
        self.pages.setCurrentWidget(self.imports)
        self.imports.setFocus()

    def leave_import(self) -> None:
        """Back to the list."""
        self.pages.setCurrentWidget(self.home)
        self.list.setFocus()

    def export(self) -> None:
        """The period as a spreadsheet or CSV."""
        asked = (self.period.since, self.period.until)
        name = f"deposits-{asked[0].isoformat()}.xlsx"
        title = self.tr("Save the list for accounting")
        export(self.desk, self, title, name, deposits_sheet, *asked)

    def back(self) -> bool:
        open_import = self.pages.currentWidget() is self.imports
        if open_import:
            self.leave_import()
        return open_import
