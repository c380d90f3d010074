"""The panel beside the list: all that may be said about one product."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.messages import show
from crm_desktop.services.customers.customer_values import PRICE_LEVELS
from crm_desktop.services.products.product_values import BranchStock, Price, ProductCard
from crm_desktop.services.products.products import product_card
from ui.customers.words import age, moment, word
from ui.desk import Desk
from ui.facts import Cell, CellGrid, Facts, Section
from ui.tables.empty import EmptyNote
from ui.theme import set_role, state_label
from ui.tokens import Tone


class ProductPanel(QStackedWidget):
    """One product, or a word where none is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.product: ProductCard | None = None
        self.empty = QWidget(self)
        note = EmptyNote(
            self.tr("No product chosen"),
            self.tr("Choose one in the list to see its prices and stock here."),
            parent=self.empty,
        )
        note.show()
        self.addWidget(self.empty)
        self.page = self._make_page()
        self.addWidget(self.page)

    def show_product(self, product_id: int | None) -> None:
        """Read the product and show it; None leaves the panel empty."""
        if product_id is None:
            self.product = None
            self.setCurrentWidget(self.empty)
            return
        product = self.product = self.desk.read(product_card, product_id)
        english = self.desk.language == "en" and product.name_en
        self.name.setText(product.name_en if english else product.name)
        self.hint.setText(" · ".join(filter(None, (product.code, product.product_group))))
        self.gone.setVisible(not product.active)
        self.prices.tell(self._prices(product))
        self.stock.tell([self._lying(each, product.unit) for each in product.stock])
        self.no_stock.setVisible(not product.stock)
        self.units.tell(self._units(product))
        self.sections["units"].setVisible(bool(product.units))
        self.facts.show_pairs(self._facts(product))
        self.setCurrentWidget(self.page)

    def reload(self) -> None:
        """Read the product again."""
        if self.product:
            self.show_product(self.product.id)

    # Making -----------------------------------------------------------------------------------

    def _make_page(self) -> QScrollArea:
        page = QScrollArea(self)
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setAccessibleName(self.tr("Product"))
        inside = QWidget(page)
        self.name, self.hint = QLabel(inside), QLabel(inside)
        self.name.setWordWrap(True)
        set_role(self.name, "title")
        set_role(self.hint, "muted")
        self.gone = state_label(self.tr("No longer sold"), Tone.WARN, inside)
        self.prices = CellGrid(("", "muted", "", "muted"), inside, right=(1, 2), stretch=0)
        self.stock = CellGrid(("", "", "muted"), inside, right=(1, 2), stretch=0)
        self.units = CellGrid(("", ""), inside, right=(1,), stretch=0)
        self.no_stock = QLabel(self.tr("The shop’s system has not reported any stock."), inside)
        self.no_stock.setWordWrap(True)
        set_role(self.no_stock, "muted")
        self.facts = Facts(inside)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.hint)
        line.addWidget(self.gone)
        line.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addLayout(line)
        self.sections = {}
        for key, title, parts in (
            ("prices", self.tr("Prices today"), (self.prices,)),
            ("stock", self.tr("Stock"), (self.stock, self.no_stock)),
            ("units", self.tr("Units"), (self.units,)),
            ("facts", self.tr("More"), (self.facts,)),
        ):
            self.sections[key] = Section(title, inside)
            for part in parts:
                self.sections[key].add(part)
            column.addSpacing(8)
            column.addWidget(self.sections[key])
        column.addStretch(1)
        page.setWidget(inside)
        return page

    # Words ------------------------------------------------------------------------------------

    def _prices(self, product: ProductCard) -> list[tuple[Cell, ...]]:
        """Prices that hold on the day of the last import or later, level by level, by quantity."""
        listed = sorted(
            product.prices, key=lambda p: (PRICE_LEVELS.index(p.level), p.from_quantity)
        )
        return [self._price(price, product.unit) for price in listed]

    def _price(self, price: Price, unit: str) -> tuple[Cell, ...]:
        many = price.from_quantity > 1
        step = self.tr("from {0}").format(show(price.from_quantity)) if many else ""
        until = self.tr("until {0}").format(self.desk.day(price.valid_until))
        return (
            word(self.desk, f"price_level_{price.level}"),
            step,
            f"{price.price} / {unit}",
            until if price.valid_until else "",
        )

    def _lying(self, stock: BranchStock, unit: str) -> tuple[Cell, ...]:
        some = stock.quantity > 0
        quantity: Cell = f"{show(stock.quantity)} {unit}" if some else (self.tr("None"), Tone.WARN)
        return stock.branch, quantity, age(stock.age)

    def _units(self, product: ProductCard) -> list[tuple[Cell, ...]]:
        return [
            (f"1 {unit.name}", f"= {show(unit.factor)} {product.unit}") for unit in product.units
        ]

    def _facts(self, product: ProductCard) -> list[tuple[str, Cell]]:
        days = product.lead_days
        inside = self.desk.may("cost.see")
        other = (self.tr("English name"), product.name_en)
        return [
            (self.tr("Lead time"), self.tr("{0} days").format(days) if days is not None else ""),
            (self.tr("VAT"), word(self.desk, f"vat_class_{product.vat_class.value}")),
            (self.tr("Barcode"), product.barcode),
            (self.tr("Thai name"), product.name) if self.desk.language == "en" else other,
            (self.tr("Supplier"), product.supplier if inside else ""),
            (self.tr("Cost"), f"{product.cost} / {product.unit}" if product.cost else ""),
            (self.tr("Last reported"), moment(self.desk, product.imported_at)),
        ]
