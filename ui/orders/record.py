"""What happened to the goods of a paper: days promised, words said, arrivals and deliveries."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.services.orders.goods_records import (
    deliveries,
    promises_of,
    receipts,
    supplier_quotes,
    tellings,
)
from crm_desktop.services.orders.goods_values import DeliveryRow, ReceiptRow
from crm_desktop.services.orders.order_lists import Order
from ui.desk import Desk
from ui.facts import CellGrid, Section
from ui.orders.part import measured
from ui.orders.words import coded, word
from ui.paper_view import open_paper
from ui.papers.panels import Panel
from ui.theme import set_role


class RecordPanel(Panel):
    """Nothing is asked here: it shows, and opens the slip of a delivery."""

    def __init__(self, desk: Desk, shown: Order, parent: QWidget) -> None:
        super().__init__(desk, "", "truck", "", parent, tall=True)
        self._shown, self._document = shown, parent
        self.entitle(self.tr("Promises, arrivals and deliveries"), "")
        self.accept.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self.body.insertLayout(0, self._column)
        self._add_promises()
        self._add_arrivals()
        self._add_deliveries()
        if not self._column.count():
            nothing = QLabel(self.tr("Nothing happened to the goods of this paper yet."), self)
            set_role(nothing, "muted")
            self._column.addWidget(nothing)

    def _section(self, title: str, rows: Sequence[Sequence[str]], *, right: int = 1) -> Section:
        section = Section(title, self, line=self._column.count() > 0)
        grid = CellGrid(("", "", "", "muted"), self, right=(right,), stretch=2)
        grid.tell(rows)
        section.add(grid)
        self._column.addWidget(section)
        return section

    def _add_promises(self) -> None:
        desk, number = self.desk, self._shown.id
        promised = [
            (
                desk.day(each.promised_on),
                "",
                " · ".join(filter(None, (each.description, each.reason))),
                f"{coded(desk, 'promise_source', each.source)} · {each.by}",
            )
            for each in desk.read(promises_of, number)
        ]
        if promised:
            self._section(self.tr("Promises"), promised)
        told = [
            (
                desk.day(each.at.date()),
                "",
                f"{coded(desk, 'telling_about', each.about)}: {each.words}",
                f"{coded(desk, 'telling_channel', each.channel)} · {each.by}",
            )
            for each in desk.read(tellings, number)
        ]
        if told:
            self._section(self.tr("Told to the customer"), told)
        if self._shown.kind == "SP":
            self._add_quotes()

    def _add_quotes(self) -> None:
        offers = [
            (
                self.desk.day(each.at.date()),
                "" if each.cost is None else str(each.cost),
                " · ".join(filter(None, (each.supplier, each.reference, each.note))),
                self.tr("{0} days · {1}").format(each.lead_days, each.by),
            )
            for each in self.desk.read(supplier_quotes, self._shown.id)
        ]
        if offers:
            self._section(self.tr("What suppliers offered"), offers)

    # Arrivals and deliveries ------------------------------------------------------------------

    def _add_arrivals(self) -> None:
        for each in self.desk.read(receipts, self._shown.id):
            title = self.tr("Arrival {0} of {1}, {2}").format(
                each.position, each.reference, self.desk.day(each.received_on)
            )
            self._section(title, [*self._arrived(each)])

    def _arrived(self, receipt: ReceiptRow) -> Iterator[tuple[str, str, str, str]]:
        for line in receipt.lines:
            bad = ""
            if line.rejected:
                fate = coded(self.desk, "disposition", line.disposition)
                bad = f"✗ {measured(line.rejected, line.unit)} · {fate} · {line.findings}"
            yield line.description, measured(line.accepted, line.unit), bad, receipt.by

    def _add_deliveries(self) -> None:
        for each in self.desk.read(deliveries, self._shown.id):
            title = self.tr("Delivery {0}, {1}, received by {2}").format(
                each.position, self.desk.day(each.delivered_on), each.receiver
            )
            section = self._section(title, [*_delivered(each)])
            sums = (
                (self.tr("Worth"), str(each.value)),
                (word("Deducted"), str(each.deducted)),
                (word("Remainder"), str(each.remainder)),
            )
            line = QLabel("   ".join(f"{name} {figure}" for name, figure in sums), self)
            set_role(line, "muted")
            section.add(line)
            section.add(self._slip(each))

    def _slip(self, delivery: DeliveryRow) -> QPushButton:
        slip = QPushButton(self.tr("Delivery slip {0}").format(delivery.position), self)
        record = f"delivery-{delivery.id}"
        slip.clicked.connect(lambda: open_paper(self.desk, record, self._document))
        return slip


def _delivered(delivery: DeliveryRow) -> Iterable[tuple[str, str, str, str]]:
    return [
        (line.description, measured(line.quantity, line.unit), line.mismatch, str(line.value))
        for line in delivery.lines
    ]
