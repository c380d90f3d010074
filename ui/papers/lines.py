"""The lines of a paper as they are typed: texts stand apart from what they mean."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from decimal import Decimal
from enum import IntEnum
from typing import Any

from crm_desktop.domain.discounts import Discount
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money, parse_money, parse_quantity
from crm_desktop.domain.tax import VatClass
from crm_desktop.domain.thai import number_by_keys, swap_layout
from crm_desktop.services.papers.contents import PRICED, LineInput


class Cell(IntEnum):
    """The columns of the line grid, in their order."""

    NUMBER = 0
    CODE = 1
    DESCRIPTION = 2
    QUANTITY = 3
    UNIT = 4
    PRICE = 5
    DISCOUNT = 6
    NET = 7


NAMES = {
    Cell.CODE: "code",
    Cell.DESCRIPTION: "description",
    Cell.QUANTITY: "quantity",
    Cell.UNIT: "unit",
    Cell.PRICE: "unit_price",
    Cell.DISCOUNT: "discount",
}
"""The field of a line that a cell holds, as refusals name it."""
CELLS = {name: cell for cell, name in NAMES.items()}
OF_KIND = {
    "product": (
        *(Cell.CODE, Cell.DESCRIPTION, Cell.QUANTITY),
        *(Cell.UNIT, Cell.PRICE, Cell.DISCOUNT),
    ),
    "text": (Cell.DESCRIPTION, Cell.QUANTITY, Cell.UNIT, Cell.PRICE, Cell.DISCOUNT),
    "heading": (Cell.DESCRIPTION,),
    "subtotal": (Cell.DESCRIPTION,),
}
"""What can be typed into a line of each kind."""


@dataclass
class Line:
    """One line as typed; `own_price` says that its price was typed and does not follow the list,
    `source_id` is the line of an earlier paper that it was taken from, `note` stands under it."""

    kind: str = "product"
    product_id: int | None = None
    code: str = ""
    description: str = ""
    quantity: str = ""
    unit: str = ""
    unit_price: str = ""
    discount: str = ""
    vat_class: str = VatClass.STANDARD.value
    own_price: bool = False
    source_id: int | None = None
    units: tuple[str, ...] = field(default=(), compare=False)
    listed: Money | None = field(default=None, compare=False)
    net: Money | None = field(default=None, compare=False)
    note: str = field(default="", compare=False)
    errors: dict[Cell, str] = field(default_factory=dict, compare=False)
    good: LineInput | None = field(default=None, compare=False)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed yet: such a line is not part of the paper."""
        return self.kind == "product" and not (
            self.product_id or any(getattr(self, name) for name in NAMES.values())
        )

    @property
    def is_priced(self) -> bool:
        """Whether it counts in the sums."""
        return self.kind in PRICED

    def text(self, cell: Cell) -> str:
        """What stands in a cell that can be typed into."""
        return str(getattr(self, NAMES[cell]))

    def put(self, cell: Cell, text: str) -> None:
        """Take what was typed; a typed price is the line's own, an emptied one follows the list."""
        setattr(self, NAMES[cell], text)
        self.errors.pop(cell, None)
        if cell is Cell.PRICE:
            self.own_price = bool(text.strip())
        if cell is Cell.UNIT and self.kind == "product":
            self.own_price, self.unit_price = False, ""

    def raw(self) -> dict[str, Any]:
        """What a draft keeps."""
        return {name: getattr(self, name) for name in KEPT}

    def meant(self, where: str, *, lenient: bool = False) -> LineInput:
        """The line as the paper takes it; Refused at `where`.quantity and so on.

        With `lenient` a price that follows the list may still be missing.
        """
        if not self.is_priced:
            return LineInput(kind=self.kind, description=self.description.strip())
        if self.kind == "product" and self.product_id is None:
            raise Refused("product_not_picked", f"{where}.code", text=self.code or self.description)
        if not self.description.strip():
            raise Refused("description_missing", f"{where}.description")
        quantity = parse_quantity(self.quantity, f"{where}.quantity")
        price = self._price(where, lenient)
        discount = Discount.parse(self.discount, f"{where}.discount")
        if price and discount.exceeds(price.times(quantity)):
            raise Refused("discount_above_line", f"{where}.discount", text=self.discount)
        return LineInput(
            kind=self.kind,
            product_id=self.product_id,
            code=self.code.strip() if self.kind == "product" else "",
            description=self.description.strip(),
            quantity=quantity,
            unit=self.unit.strip(),
            unit_price=price,
            discount=self.discount.strip(),
            vat_class=VatClass(self.vat_class),
            source_id=self.source_id,
        )

    def _price(self, where: str, lenient: bool) -> Money:
        if not self.unit_price.strip():
            if lenient and not self.own_price and self.kind == "product":
                return Money.ZERO
            raise Refused("price_missing", f"{where}.unit_price")
        return parse_money(self.unit_price, f"{where}.unit_price")

    def understood(self) -> LineInput | None:
        """The line as it was when it last made sense, for sums while somebody types."""
        try:
            self.good = self.meant("", lenient=True)
        except Refused:
            if self.kind == "product" and self.product_id is None:
                self.good = None
        return self.good

    def judge(self, explain: Callable[[Refused], str], upto: Cell = Cell.NET) -> bool:
        """Note beside its cell what is wrong first; True if nothing is.

        A cell behind `upto` may still be empty: the officer is on the way there.
        """
        self.errors.clear()
        if self.is_blank:
            return True
        try:
            self.meant("line", lenient=True)
        except Refused as refused:
            cell = CELLS[(refused.field or "").rpartition(".")[2]]
            if cell <= upto or self.text(cell):
                self.errors[cell] = explain(refused)
            return False
        return True


KEPT = tuple(each.name for each in fields(Line) if each.compare)


def of_raw(raw: dict[str, Any]) -> Line:
    """The line that `Line.raw` wrote; names it does not know are left out."""
    return Line(**{name: value for name, value in raw.items() if name in KEPT})


def of_input(given: LineInput) -> Line:
    """A stored line as it would be typed; its price is its own."""
    line = Line(**{**asdict(given), "vat_class": given.vat_class.value, **_texts(given)})
    line.own_price = given.is_priced
    return line


def _texts(given: LineInput) -> dict[str, str]:
    if not given.is_priced:
        return {"quantity": "", "unit_price": ""}
    return {"quantity": plain(given.quantity), "unit_price": str(given.unit_price)}


_NUMBERS: dict[Cell, Callable[[str], object]] = {
    Cell.QUANTITY: parse_quantity,
    Cell.PRICE: parse_money,
    Cell.DISCOUNT: Discount.parse,
}


def typed_number(cell: Cell, text: str) -> str:
    """What was typed into a cell, or the number that its keys type with the other layout on, if
    only that is one. A lone dash is no price and no discount: there it says that there is none."""
    by_keys = number_by_keys(text)
    if by_keys is None or cell not in _NUMBERS or _is_number(cell, text):
        return text
    says_none = cell is not Cell.QUANTITY and not text.strip("- ")
    return by_keys if not says_none and _is_number(cell, by_keys) else text


def _is_number(cell: Cell, text: str) -> bool:
    try:
        _NUMBERS[cell](text)
    except Refused:
        return False
    return True


_COUNTED = re.compile(r"([\d.,]+)\*(.*)", re.DOTALL)


def counted(text: str) -> tuple[Decimal | None, str]:
    """A quantity that stands before a code, `20*CM-01A`, and the code; also with the Thai layout
    on, whose keys type /จ๕ for 20*."""
    for typed in (text.strip(), swap_layout(text.strip())):
        hit = _COUNTED.fullmatch(typed)
        if hit is None:
            continue
        try:
            return parse_quantity(hit[1]), hit[2].strip()
        except Refused:
            continue
    return None, text.strip()


def plain(number: Decimal) -> str:
    """An exact number as it is shown."""
    return f"{number.normalize():,f}"
