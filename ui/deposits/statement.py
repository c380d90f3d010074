"""The deposits of one customer over a period: what came, what became of it, what is held."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money
from crm_desktop.services.deposits.deposit_reports import Statement, StatementLine, statement
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers.exits import TakeOutSlip
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from crm_desktop.services.transfer.exports import statement_sheet
from ui.deposits.period import Period
from ui.deposits.words import kind_word, method_word, signed
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.files import take_out
from ui.paper_view import open_paper, print_paper
from ui.screen import Screen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.theme import set_role

TABLES = frozenset({"deposit_entry", "customer"})


@dataclass(frozen=True)
class Line:
    """A line of the statement with an id of its own."""

    id: int
    line: StatementLine


class StatementScreen(Screen):
    """A tab of its own, opened from the customer and from the list of deposits."""

    def __init__(self, desk: Desk, kind: str, record_id: int) -> None:
        super().__init__(desk)
        self.customer_id = int(record_id)
        today = desk.read(day_here)
        self.period = Period(desk, today, self)
        self.period.put(today.replace(month=1, day=1), today)
        self.shown: Statement = self._read()
        self.heading, self.opening, self.closing = ElidedLabel(self), QLabel(self), QLabel(self)
        self.list = self._make_list()
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.preview": lambda: open_paper(desk, self.paper_id, self),
                "list.print": lambda: print_paper(desk, self.paper_id, self),
                "list.export": self.export,
                "task.customer": lambda: self.open_record.emit("customer", self.customer_id),
            }
        )
        self._lay_out()
        self.period.changed.connect(self.read_again)
        self.list.activated.connect(lambda _: self.open_current())
        self._show()

    @property
    def title(self) -> str:
        return self.tr("Deposits of {0}").format(self.shown.customer)

    @property
    def paper_id(self) -> str:
        """The statement of this period as a paper."""
        return f"statement-{self.customer_id}.{self.shown.since:%Y%m%d}.{self.shown.until:%Y%m%d}"

    def _read(self) -> Statement:
        return self.desk.read(statement, self.customer_id, self.period.since, self.period.until)

    # Looks ------------------------------------------------------------------------------------

    def _make_list(self) -> ListView:
        desk = self.desk
        return ListView(
            "statement",
            self.tr("Statement"),
            [
                Column(
                    "dated",
                    self.tr("Day"),
                    96,
                    value=lambda row: row.line.dated,
                    format=desk.day,
                ),
                Column(
                    "reference",
                    self.tr("Deposit"),
                    140,
                    value=lambda row: row.line.reference,
                    strong=True,
                ),
                Column("kind", self.tr("What"), 180, value=self._what, stretch=True),
                Column(
                    "target",
                    self.tr("Paper"),
                    140,
                    value=lambda row: row.line.target_reference,
                ),
                Column(
                    "method",
                    self.tr("Paid by"),
                    92,
                    value=lambda row: method_word(desk, row.line.method),
                    muted=True,
                ),
                Column("note", self.tr("Reason"), 160, value=lambda row: row.line.note, muted=True),
                Column(
                    "amount",
                    self.tr("Change"),
                    112,
                    Align.RIGHT,
                    signed,
                    value=lambda row: row.line.amount,
                ),
                Column(
                    "balance", self.tr("Held"), 112, Align.RIGHT, value=lambda row: row.line.balance
                ),
            ],
            self._fetch,
            empty=(
                self.tr("Nothing moved in this time"),
                self.tr("Choose an earlier first day to see more."),
            ),
            state=desk.state,
            totals=lambda rows: signed(Money.sum(row.line.amount for row in rows)),
            filter_box=False,
            parent=self,
        )

    def _what(self, row: Line) -> str:
        word = kind_word(self.desk, row.line.kind)
        if row.line.kind != "reverse":
            return word
        return f"{word}: {kind_word(self.desk, row.line.what)}"

    def _lay_out(self) -> None:
        set_role(self.heading, "title")
        for label in (self.opening, self.closing):
            set_role(label, "heading")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        buttons = ("list.export", "list.print", "list.preview")
        head.addLayout(self.button_row(*buttons, primary="list.preview"))
        sums = QWidget(self)
        line = QHBoxLayout(sums)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.opening, 1)
        line.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.period)
        column.addWidget(sums)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _fetch(self, wanted: ListQuery) -> Page[Line]:
        return Page(tuple(Line(at, line) for at, line in enumerate(self.shown.lines)))

    def _show(self) -> None:
        held = self.tr("Held before: {0}").format(self.shown.opening)
        self.heading.setText(" · ".join(filter(None, (self.title, self.shown.branch))))
        self.opening.setText(held)
        self.closing.setText(self.tr("Held at the end: {0}").format(self.shown.closing))
        self.list.reload()

    # Doing ------------------------------------------------------------------------------------

    def reload(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.read_again()

    def read_again(self) -> None:
        """Read the period anew; what is wrong with it is said beside the day."""
        try:
            self.shown = self._read()
        except Refused as refusal:
            self.period.refused(refusal)
            return
        self._show()

    def export(self) -> None:
        """The period as a spreadsheet or CSV."""
        asked = (self.customer_id, self.shown.since, self.shown.until)
        name = f"statement-{self.customer_id}-{self.shown.until.isoformat()}.xlsx"
        title = self.tr("Save the statement")
        leaves = TakeOutSlip("ST", self.customer_id, "export")
        take_out(self.desk, self, title, name, leaves, statement_sheet, *asked)

    def open_current(self) -> None:
        """Enter: the deposit of the line."""
        row: Line | None = self.list.current()
        if row is not None:
            self.open_record.emit("deposit", row.line.deposit_id)
