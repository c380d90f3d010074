"""The model of the line grid: texts, marks and moves; a blank line always waits at the end."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money, parse_money, parse_quantity
from crm_desktop.services.papers.contents import LineInput
from crm_desktop.services.products.product_values import ProductRow
from ui.guarded import guarded
from ui.papers.lines import CELLS, NAMES, OF_KIND, Cell, Line, counted, plain, typed_number
from ui.theme import tokens

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ERROR_ROLE = LINE_ROLE + 1

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
FIGURES = (Cell.QUANTITY, Cell.PRICE, Cell.DISCOUNT, Cell.NET)


class LinesModel(QAbstractTableModel):
    """`edited` after every change of a text, `priced` when list prices are wanted at once."""

    edited = Signal()
    priced = Signal()

    def __init__(
        self,
        explain: Callable[[Refused], str],
        exact: Callable[[str], ProductRow | None],
        parent: QObject | None = None,
    ) -> None:
        """`explain` makes the sentence of a refusal, `exact` knows goods by code or barcode."""
        super().__init__(parent)
        self._explain, self._exact = explain, exact
        self.lines: list[Line] = [Line()]
        self.editable = True
        self.language = "th"

    # What the paper takes ---------------------------------------------------------------------

    @property
    def places(self) -> list[int]:
        """The rows that are part of the paper, in its order."""
        return [row for row, line in enumerate(self.lines) if not line.is_blank]

    def meant(self) -> tuple[LineInput, ...]:
        """The paper's lines; the first Refused names `lines.<place>.<field>`."""
        return tuple(
            self.lines[row].meant(f"lines.{place}") for place, row in enumerate(self.places)
        )

    def understood(self) -> list[tuple[int, LineInput]]:
        """Row and line of whatever makes sense now, for sums while somebody types."""
        found = [(row, self.lines[row].understood()) for row in self.places]
        return [(row, line) for row, line in found if line is not None]

    def show_prices(
        self, rows: Sequence[int], nets: Sequence[Money], listed: Sequence[Money | None]
    ) -> bool:
        """Show what a preview found; True if prices followed the list, so that sums are older."""
        moved = False
        for line in self.lines:
            line.net = None
        for row, net, price in zip(rows, nets, listed, strict=True):
            line = self.lines[row]
            line.net, line.listed = net, price
            follows = line.kind == "product" and not line.own_price and price is not None
            if follows and line.unit_price != str(price):
                line.unit_price, moved = str(price), True
        if self.lines:
            self._changed(0, len(self.lines) - 1)
        if moved:
            self.edited.emit()
        return moved

    def tell(self, notes: Mapping[int, str]) -> None:
        """Let a sentence stand under each of these lines, by its place, and under no other."""
        for row, line in enumerate(self.lines):
            line.note = notes.get(row, "")
        self._changed(0, len(self.lines) - 1)

    def load(self, lines: list[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = [*lines, Line()] if self.editable or not lines else lines
        self.endResetModel()

    # Changing ---------------------------------------------------------------------------------

    def restore(self, lines: list[Line]) -> None:
        """The lines as they stood before; prices that follow the list are asked for anew."""
        self.load(lines)
        self.edited.emit()
        self.priced.emit()

    def type_ahead(self, row: int, cell: Cell, text: str) -> None:
        """Take what is being typed, without judging it yet."""
        self.lines[row].put(cell, text)
        self._end_blank()
        self.edited.emit()

    @guarded(otherwise=False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        line, cell, text = self.lines[index.row()], Cell(index.column()), str(value).strip()
        text = typed_number(cell, text)
        if cell is Cell.CODE and text != line.code:
            return self._code(index.row(), text)
        if cell is Cell.DESCRIPTION and text and line.kind == "product" and not line.product_id:
            line.kind, line.quantity = "text", line.quantity or "1"
        if cell is not Cell.CODE:
            if text != line.text(cell):
                line.put(cell, text)
            self._tidy(line, cell)
        line.judge(self._explain, cell)
        self._settled(index.row())
        return True

    def _code(self, row: int, text: str) -> bool:
        """A code or barcode as typed; what is no product stays as typed, with a word. `20*` before
        it says how many."""
        many, code = counted(text)
        found = self._exact(code) if code else None
        if found is not None:
            if many:
                self.lines[row].quantity = plain(many)
            self.take(row, found)
            return True
        self.lines[row].code, self.lines[row].product_id = text, None
        self.lines[row].judge(self._explain)
        self._settled(row)
        return False

    def _tidy(self, line: Line, cell: Cell) -> None:
        """Write a number that was understood the way it is always shown."""
        try:
            if cell is Cell.QUANTITY:
                line.quantity = plain(parse_quantity(line.quantity))
            elif cell is Cell.PRICE and line.unit_price:
                line.unit_price = str(parse_money(line.unit_price))
        except Refused:
            return

    def take(self, row: int, product: ProductRow) -> None:
        """Put a product into a line; its price follows the list, unless one came by pasting."""
        self._fill(self.lines[row], product)
        self._settled(row)
        self.priced.emit()

    def exact(self, text: str) -> ProductRow | None:
        """The product of exactly this code or barcode."""
        return self._exact(text)

    def made(self, line: Line, product: ProductRow | None = None) -> Line:
        """A line as it would be typed, with its product; what is wrong with it is marked. A unit
        and a price that it has stay its own."""
        unit, price = line.unit, line.unit_price
        if product is not None:
            self._fill(line, product)
        if unit and product is not None and unit != line.unit:
            line.put(Cell.UNIT, unit)
        if price:
            line.put(Cell.PRICE, price)
        for cell in (Cell.QUANTITY, Cell.PRICE):
            self._tidy(line, cell)
        line.judge(self._explain)
        return line

    def add(self, row: int, lines: Sequence[Line]) -> int:
        """Insert lines where the cursor is, after what stands there, on a heading after its own
        lines; the first of their rows is answered."""
        at = row if self.lines[row].is_blank else row + 1
        if self.lines[row].kind == "heading":
            while self.lines[at].is_priced and not self.lines[at].is_blank:
                at += 1
        self.put_in(at, *lines)
        self.priced.emit()
        return at

    def _fill(self, line: Line, product: ProductRow) -> None:
        name = product.name_en if self.language == "en" and product.name_en else product.name
        had_product = line.product_id is not None
        line.kind, line.product_id, line.code = "product", product.id, product.code
        line.description, line.unit, line.units = name, product.unit, ()
        line.vat_class = product.vat_class.value
        if had_product or not line.own_price:
            line.own_price, line.unit_price = False, ""
        line.listed = None
        line.quantity = line.quantity or "1"
        line.judge(self._explain)

    def put_in(self, row: int, *lines: Line) -> None:
        """Insert lines before `row`."""
        self.beginInsertRows(QModelIndex(), row, row + len(lines) - 1)
        self.lines[row:row] = lines
        self.endInsertRows()
        self._end_blank()
        self.edited.emit()

    def begin(self, row: int, line: Line) -> int:
        """Make the line under the cursor, if it is blank, or a new one after it, a given line."""
        if self.lines[row].is_blank:
            self.lines[row] = line
            self._settled(row)
            return row
        self.put_in(row + 1, line)
        return row + 1

    def make_text(self, row: int) -> None:
        """Let what was looked for as a product stand as plain text."""
        line = self.lines[row]
        line.kind, line.description, line.code = "text", line.description or line.code, ""
        line.quantity = line.quantity or "1"
        line.own_price = bool(line.unit_price)
        line.judge(self._explain, Cell.DESCRIPTION)
        self._settled(row)

    def remove(self, row: int) -> None:
        """Take a line away; the blank one at the end stays."""
        if row >= len(self.lines) - 1 and self.lines[row].is_blank:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.lines[row]
        self.endRemoveRows()
        self._end_blank()
        self.edited.emit()

    def move(self, row: int, step: int) -> int:
        """Move a line up or down and say where it stands then."""
        to = row + step
        last = len(self.lines) - 1
        if not 0 <= to <= last or self.lines[row].is_blank or self.lines[to].is_blank:
            return row
        after = to + 1 if step > 0 else to
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), after)
        self.lines.insert(to, self.lines.pop(row))
        self.endMoveRows()
        self.edited.emit()
        return to

    def refuse(self, sentence: str, place: int, name: str) -> int:
        """Mark a cell of the paper's line `place` and answer its row."""
        row = self.places[place] if place < len(self.places) else 0
        self.lines[row].errors[CELLS.get(name, Cell.DESCRIPTION)] = sentence
        self._changed(row, row)
        return row

    def forgive(self) -> None:
        """Take all marks away."""
        for line in self.lines:
            line.errors.clear()
        self._changed(0, len(self.lines) - 1)

    def _settled(self, row: int) -> None:
        self._changed(row, row)
        self._end_blank()
        self.edited.emit()

    def _end_blank(self) -> None:
        if not self.lines or not self.lines[-1].is_blank:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines))
            self.lines.append(Line())
            self.endInsertRows()

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, Cell.NET))

    # What the view reads ----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Cell)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line = self.lines[index.row()]
        if self.editable and index.column() in OF_KIND[line.kind]:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in FIGURES else LEFT
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("#"),
            self.tr("Code / find"),
            self.tr("Description"),
            self.tr("Quantity"),
            self.tr("Unit"),
            self.tr("Price"),
            self.tr("Discount"),
            self.tr("Amount"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, cell = self.lines[index.row()], Cell(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(index.row(), line, cell)
        if role == LINE_ROLE:
            return line
        if role == ERROR_ROLE:
            return line.errors.get(cell, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if cell in FIGURES else LEFT
        if role == Qt.ItemDataRole.ForegroundRole and cell in (Cell.NUMBER, Cell.CODE, Cell.UNIT):
            return QColor(tokens().muted)
        if role == Qt.ItemDataRole.FontRole and not line.is_priced:
            return _bold()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = (self._titles()[cell], self._words(index.row(), line, cell))
            return ": ".join((*words, line.errors[cell]) if cell in line.errors else words)
        return None

    def _words(self, row: int, line: Line, cell: Cell) -> str:
        if cell is Cell.NUMBER:
            return "" if line.is_blank or not line.is_priced else str(self._number(row))
        if cell is Cell.NET:
            return "" if line.net is None or line.kind == "heading" else str(line.net)
        return line.text(cell) if cell in NAMES else ""

    def _number(self, row: int) -> int:
        return sum(1 for line in self.lines[: row + 1] if line.is_priced and not line.is_blank)


def _bold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
