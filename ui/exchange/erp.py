"""Orders and deposits to the shop's ERP, batch by batch, and its bill numbers back."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.transfer.bill_numbers import ImportBillNumbers, preview_bill_numbers
from crm_desktop.services.transfer.erp import (
    Batch,
    SendToErp,
    Waiting,
    erp_batches,
    erp_sheet,
    erp_waiting,
)
from ui.bars import Bar
from ui.desk import Desk
from ui.files import export
from ui.imports import ImportPanel, Intake
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role


class ErpPage(LiveScreen):
    """What waits stands above, what went below; a batch whose file was lost is written again."""

    TABLES = frozenset({"erp_batch", "document", "deposit_entry"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = self._make_list()
        self.bar = Bar(self)
        self.waits = QLabel(self)
        self.waits.setWordWrap(True)
        set_role(self.waits, "muted")
        self.pages, self.home = QStackedWidget(self), QWidget(self)
        self.imports = self._make_imports()
        takes = {"list.import": self.choose_bills} if desk.may("order.settle") else {}
        self.bind(
            {
                **takes,
                "work.send_orders": lambda: self.send("orders"),
                "work.send_deposits": lambda: self.send("deposits"),
                "work.write_again": self.write_again,
                "list.reload": self.read_again,
                "list.columns": self.list.choose_columns,
            }
        )
        self._lay_out()
        self.stale = True

    @property
    def title(self) -> str:
        return self.tr("To and from the ERP")

    def _make_list(self) -> ListView:
        desk = self.desk
        return ListView(
            "erp_batches",
            self.tr("Batches sent"),
            [
                Column("number", self.tr("Batch"), 96, strong=True),
                Column("subject", self.tr("What"), 140, value=self._subject, stretch=True),
                Column("records", self.tr("Records"), 96, Align.RIGHT),
                Column(
                    "at",
                    self.tr("Sent"),
                    150,
                    format=lambda at: f"{desk.day(at.date())} {at:%H:%M}",
                ),
                Column("by", self.tr("By"), 140, muted=True),
            ],
            self._fetch,
            empty=(
                self.tr("Nothing was sent yet"),
                self.tr("Shift+F12 sends the orders that are confirmed, Ctrl+F12 the deposits."),
            ),
            state=desk.state,
            filter_box=False,
            parent=self,
        )

    def _fetch(self, wanted: ListQuery) -> Page[Batch]:
        return self.desk.read(erp_batches, wanted)

    def _subject(self, batch: Batch) -> str:
        return subject_word(batch.subject)

    def _make_imports(self) -> ImportPanel:
        panel = ImportPanel(
            self.desk,
            Intake(
                self.tr("Bill numbers from the ERP"),
                self.tr("List of bill numbers"),
                self.tr("Orders to be settled"),
                self.tr("Settled already"),
                preview_bill_numbers,
                lambda path, skip, _ticked: ImportBillNumbers(path, skip),
            ),
            self,
        )
        panel.finished.connect(self._leave_import)
        return panel

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addStretch(1)
        for name, words in (
            ("work.write_again", self.tr("Write again")),
            ("list.import", self.tr("Bill numbers")),
            ("work.send_deposits", self.tr("Send deposits")),
            ("work.send_orders", self.tr("Send orders")),
        ):
            if button := self.button(name, primary=name == "work.send_orders"):
                button.setText(words)
                head.addWidget(button)
        column = QVBoxLayout(self.home)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.waits)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        self.pages.addWidget(self.home)
        self.pages.addWidget(self.imports)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.setFocusProxy(self.list)

    # What is done here ------------------------------------------------------------------------

    def read_again(self) -> None:
        self.list.reload()

        def work(application: Application, _task: Task) -> Waiting:
            return application.read(erp_waiting)

        self.desk.beside(work, self._tell, quiet=True)

    def _tell(self, waiting: Waiting) -> None:
        parts = [
            self.tr("Waiting: {0} orders, {1} cancellations, {2} movements of deposits.").format(
                f"{waiting.orders:,}", f"{waiting.cancels:,}", f"{waiting.deposits:,}"
            )
        ]
        if waiting.since:
            parts.append(self.tr("Since {0}.").format(self.desk.day(waiting.since)))
        self.waits.setText(" ".join(parts))

    def send(self, subject: str) -> None:
        """Gather what is new into a batch, then ask where its file goes."""
        batch_id = self.desk.execute(SendToErp(subject), self)
        if isinstance(batch_id, int):
            self.bar.clear()
            self.list.reload()
            self.list.select(batch_id)
            self._write(batch_id, subject)

    def refused(self, refusal: Exception) -> None:
        """Say here why nothing is sent."""
        self.bar.say(self.desk.explain(refusal))

    def write_again(self) -> None:
        """The file of the batch under the cursor, row for row as it was."""
        batch = self.list.current()
        if isinstance(batch, Batch):
            self._write(batch.id, batch.subject)

    def _write(self, batch_id: int, subject: str) -> None:
        title = self.tr("Save batch {0}").format(f"{batch_id:06d}")
        export(self.desk, self, title, f"{subject}-{batch_id:06d}.xlsx", erp_sheet, batch_id)

    def choose_bills(self) -> None:
        """Ctrl+I: the bill numbers that the ERP wrote for orders it got."""
        self.imports.choose(self.start_import)

    def start_import(self, path: str) -> None:
        """Show what the list of bill numbers would do."""
        self.imports.look_at(path)
        self.pages.setCurrentWidget(self.imports)
        self.imports.setFocus()

    def _leave_import(self) -> None:
        self.pages.setCurrentWidget(self.home)
        self.list.setFocus()

    def back(self) -> bool:
        if self.pages.currentWidget() is self.home:
            return False
        self._leave_import()
        return True


def subject_word(subject: str) -> str:
    """What a batch is of."""
    words = {
        "orders": QCoreApplication.translate("ErpPage", "Orders"),
        "deposits": QCoreApplication.translate("ErpPage", "Deposits"),
    }
    return words[subject]
