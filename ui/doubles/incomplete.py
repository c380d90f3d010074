"""The work list of customers of whom something is missing, the emptiest first."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.services.customers.completeness import LACKS
from crm_desktop.services.customers.incomplete import Incomplete, incomplete_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.customers.words import word
from ui.desk import Desk
from ui.doubles.scope import WIDEST, CustomerScope
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tokens import Tone

POOR, FAIR = 50, 80


class IncompletePage(LiveScreen):
    """Enter opens the customer; what was filled in leaves the list by itself."""

    FILTERS = ("scope.owner", "scope.zone", "what")
    TABLES = frozenset({"customer", "customer_consent"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.scope = CustomerScope(desk, self)
        self.what = QComboBox(self)
        self.what.setAccessibleName(self.tr("What is missing"))
        self.what.setMaximumWidth(WIDEST)
        self.what.addItem(self.tr("Anything missing"), "")
        for name in LACKS:
            self.what.addItem(self.tr("No {0}").format(word(desk, f"lacking_{name}")), name)
        self.list = ListView(
            "incomplete",
            self.tr("Incomplete records"),
            self._columns(),
            self._fetch,
            empty=(
                self.tr("Nothing is missing"),
                self.tr("Customers of whom something is missing stand here, the emptiest first."),
            ),
            state=desk.state,
            filter_box=False,
        )
        self.bind(
            {
                "double.customer": self.open_customer,
                "double.filter": self._next_filter,
                "double.reload": self.read_again,
                "list.columns": self.list.choose_columns,
            }
        )
        self._lay_out()
        self.what.currentIndexChanged.connect(lambda _: self._filter())
        self.scope.changed.connect(self._filter)
        self.list.activated.connect(lambda _: self.open_customer())

    @property
    def title(self) -> str:
        return self.tr("Incomplete records")

    def open_customer(self) -> None:
        """The customer under the cursor, to be filled in."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit("customer", row.id)

    def read_again(self) -> None:
        self.list.reload()

    def _next_filter(self) -> None:
        self.what.setCurrentIndex((self.what.currentIndex() + 1) % self.what.count())

    def _filter(self) -> None:
        self.list.set_filters({**self.scope.filters(), "lacking": self.what.currentData()})

    def _fetch(self, wanted: ListQuery) -> Page[Incomplete]:
        return self.desk.read(incomplete_page, wanted)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "completeness",
                self.tr("Complete"),
                88,
                Align.CENTER,
                lambda percent: f"{percent} %",
                tone=_tone,
            ),
            Column(
                "name",
                self.tr("Customer"),
                220,
                value=lambda row: row.customer.name,
                strong=True,
                stretch=True,
            ),
            Column("code", self.tr("Code"), 92, value=lambda row: row.customer.code, muted=True),
            Column("lacking", self.tr("Missing"), 320, value=self._missing),
            Column("phone", self.tr("Phone"), 130, value=lambda row: row.customer.phone),
            Column("zone", self.tr("Zone"), 110, value=lambda row: row.customer.zone),
            Column("owner", self.tr("Owner"), 110, value=lambda row: row.customer.owner),
        ]

    def _missing(self, row: Incomplete) -> str:
        return ", ".join(word(self.desk, f"lacking_{each}") for each in row.lacking)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.scope)
        head.addWidget(self.what)
        head.addStretch(1)
        foot = self.button_row("double.customer", primary="double.customer")
        foot.setContentsMargins(12, 4, 12, 8)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.list)


def _tone(row: Incomplete) -> Tone:
    if row.completeness < POOR:
        return Tone.STOP
    return Tone.WARN if row.completeness < FAIR else Tone.PLAIN
