"""Goods as the line grid asks for them: by code, barcode or a part of the name."""

from collections.abc import Callable, Sequence

from crm_desktop.services.products.product_values import ProductRow
from crm_desktop.services.products.products import find_products, product_by_code, product_card
from ui.desk import Desk
from ui.forms.lookup import Found
from ui.papers.lines import Line, plain

OFFERED = 8


class Goods:
    """Reads through the desk, at the prices of whom `customer` names; `no_stock` and `stock` are
    the words of the pick list."""

    def __init__(
        self, desk: Desk, stock: str, no_stock: str, customer: Callable[[], int | None]
    ) -> None:
        self._desk, self._stock, self._no_stock = desk, stock, no_stock
        self._customer = customer
        self.language = "th"

    def exact(self, text: str) -> ProductRow | None:
        """The product of this code or barcode, also scanned with the Thai layout on."""
        return self._desk.read(product_by_code, text, self._customer() or 0)

    def find(self, text: str) -> Sequence[Found]:
        """What the typed text may mean, an exact code first."""
        exact = self.exact(text)
        whose = self._customer() or 0
        rows = [exact] if exact else [*self._desk.read(find_products, text, OFFERED, whose)]
        return [Found(row, self.name(row), self.hint(row), icon="package") for row in rows]

    def units(self, line: Line) -> Sequence[str]:
        """The units a line's product is sold in."""
        if not line.units and line.product_id is not None:
            card = self._desk.read(product_card, line.product_id)
            line.units = (card.unit, *(unit.name for unit in card.units if unit.name != card.unit))
        return line.units

    def name(self, row: ProductRow) -> str:
        """What it is called in the language of the paper."""
        return row.name_en if self.language == "en" and row.name_en else row.name

    def hint(self, row: ProductRow) -> str:
        """Its code, price and stock."""
        price = "–" if row.price is None else str(row.price)
        return f"{row.code} · {price} / {row.unit} · {self._lying(row)}"

    def _lying(self, row: ProductRow) -> str:
        if row.stock is None or row.stock <= 0:
            return self._no_stock
        return self._stock.format(plain(row.stock))
