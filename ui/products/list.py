"""The products: found while typing, with prices of the level that is asked for and stock here."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.money import Money
from crm_desktop.messages import show
from crm_desktop.services.customers.customer_values import PRICE_LEVELS
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.products.product_values import ProductRow
from crm_desktop.services.products.products import product_groups, product_page
from crm_desktop.services.registry import Page
from ui.binding import Slot
from ui.customers.words import age, word
from ui.desk import Desk
from ui.flow import Flow
from ui.intake.opening import import_slots
from ui.pace import REST_MS
from ui.products.card import ProductPanel
from ui.screen import Screen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tokens import Tone

FILTER_WIDTH = 160
TABLES = frozenset({"product", "product_price", "product_stock"})


class ProductsScreen(Screen):
    """List and card."""

    FILTERS = ("group", "level")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = ListView(
            "products",
            self.title,
            self._columns(),
            self._fetch,
            empty=(self.tr("No products yet"), self._how_to_begin()),
            state=desk.state,
        )
        self.card = ProductPanel(desk, self)
        self.group, self.level = self._box(self.tr("Group")), self._box(self.tr("Price level"))
        for code in PRICE_LEVELS:
            price = self.tr("{0} price").format(word(desk, f"price_level_{code}"))
            self.level.addItem(price, code)
        self.bind(self._slots())
        self.split = self._make_split()
        self._lay_out()
        self._soon = QTimer(self, interval=REST_MS, singleShot=True)
        self._soon.timeout.connect(self._show_card)
        self._wire()
        self._offer_groups()

    @property
    def title(self) -> str:
        return self.tr("Products")

    def reload(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._read_again()

    def show_record(self, kind: str, record_id: Any) -> None:
        if not isinstance(record_id, int):
            return
        if not self.list.select(record_id):
            self.list.table.setCurrentIndex(QModelIndex())
        self._soon.stop()
        self.card.show_product(record_id)

    # Making -----------------------------------------------------------------------------------

    def _slots(self) -> dict[str, Slot]:
        slots: dict[str, Slot] = {
            "list.open": self._open_card,
            "list.reload": self._read_again,
            "list.columns": self.list.choose_columns,
        }
        return slots | import_slots(self, "products", "product.import")

    def _how_to_begin(self) -> str:
        if self.desk.may("product.import"):
            return self.tr("Ctrl+I takes in the list of the shop’s system (CSV or XLSX).")
        return self.tr("Somebody of merchandise takes in the list of the shop’s system.")

    def _columns(self) -> Sequence[Column]:
        return (
            Column("code", self.tr("Code"), 88, sort="code", muted=True),
            Column(
                "name",
                self.tr("Name"),
                260,
                sort="name",
                value=self._name,
                strong=True,
                stretch=True,
            ),
            Column("product_group", self.tr("Group"), 100),
            Column("unit", self.tr("Unit"), 64),
            Column("price", self.tr("Price"), 88, align=Align.RIGHT, format=_baht),
            Column(
                "stock",
                self.tr("Here"),
                76,
                align=Align.RIGHT,
                format=self._lying,
                tone=lambda row: Tone.WARN if row.stock is not None and row.stock <= 0 else None,
            ),
            Column("stock_as_of", self.tr("Reported"), 92, format=_ago, muted=True),
        )

    def _fetch(self, wanted: ListQuery) -> Page[ProductRow]:
        return self.desk.read(product_page, wanted)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setMinimumContentsLength(5)
        box.setMaximumWidth(200)
        return box

    def _make_split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        left = QWidget(split)
        row = Flow()
        row.setContentsMargins(12, 8, 12, 4)
        self.list.filter.setPlaceholderText(self.tr("Name, code or barcode"))
        self.list.filter.setMinimumWidth(FILTER_WIDTH)
        row.addWidget(self.list.filter)
        row.addWidget(self.group)
        row.addWidget(self.level)
        button = self.button("list.import")
        if button:
            row.addWidget(button)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self.card.setMinimumWidth(320)
        split.addWidget(left)
        split.addWidget(self.card)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([800, 378])
        return split

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.setFocusProxy(self.list)
        shape = self.desk.state.shape("products/split")
        if not shape.isEmpty():
            self.split.restoreState(shape)

    def _wire(self) -> None:
        self.list.current_changed.connect(lambda _: self._soon.start())
        self.list.activated.connect(lambda _: self._open_card())
        self.split.splitterMoved.connect(
            lambda *_: self.desk.state.put("products/split", self.split.saveState())
        )
        for box in (self.group, self.level):
            box.currentIndexChanged.connect(lambda _: self._filter())

    # Inside -----------------------------------------------------------------------------------

    def _name(self, row: ProductRow) -> str:
        return row.name_en or row.name if self.desk.language == "en" else row.name

    def _lying(self, quantity: Decimal | None) -> str:
        if quantity is None:
            return "—"
        return show(quantity) if quantity > 0 else self.tr("None")

    def _filter(self) -> None:
        self.list.set_filters(
            {"product_group": self.group.currentData(), "price_level": self.level.currentData()}
        )

    def _offer_groups(self) -> None:
        kept = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("All groups"), "")
        for name in self.desk.read(product_groups):
            self.group.addItem(name, name)
        self.group.setCurrentIndex(max(0, self.group.findData(kept)))
        self.group.blockSignals(False)

    def _show_card(self) -> None:
        row = self.list.current()
        self.card.show_product(row.id if row else None)

    def _open_card(self) -> None:
        self._show_card()
        self.card.page.setFocus()

    def _read_again(self) -> None:
        self._offer_groups()
        self.list.reload()
        self.card.reload()


def _baht(price: Money | None) -> str:
    return "—" if price is None else str(price)


def _ago(at: datetime | None) -> str:
    return "" if at is None else age(datetime.now(at.tzinfo) - at)
