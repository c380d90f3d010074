"""How a cell of the line grid is painted and typed into."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.forms.fields import hint
from ui.forms.lookup import Found, Picker
from ui.guarded import guarded
from ui.icons import icon
from ui.papers.lines import Cell, Line
from ui.papers.model import ERROR_ROLE, FIGURES, LINE_ROLE, LinesModel
from ui.papers.pasting import read_clipboard
from ui.theme import tokens
from ui.tokens import GRID, ROW, Tone

Index = QModelIndex | QPersistentModelIndex
LOOKING = 600
"""How wide what is looked for is shown, so that price and stock stand beside the name."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Backtab,)


class CellBox(QLineEdit):
    """The editor of a cell; `picker` offers what fits to what is typed."""

    def __init__(self, parent: QWidget, index: Index) -> None:
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.before = str(index.data(Qt.ItemDataRole.EditRole) or "")
        self.picker: Picker | None = None
        self.taken = False


class Cells(QStyledItemDelegate):
    """`gone` carries +1 or -1 when a key leaves the cell for the next or the one before."""

    gone = Signal(int)
    pasted = Signal(str)

    def __init__(
        self,
        find: Callable[[str], Sequence[Found]],
        units: Callable[[Line], Sequence[str]],
        parent: QTableView,
    ) -> None:
        super().__init__(parent)
        self._find, self._units, self._table = find, units, parent

    # Typing -----------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = CellBox(parent, index)
        cell, line = Cell(index.column()), _line(index)
        title = index.model().headerData(cell, Qt.Orientation.Horizontal)
        box.setAccessibleName(str(title))
        if cell in FIGURES:
            box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if cell is Cell.CODE:
            hint(box, self.tr("Code, barcode or part of a name"))
            box.picker = Picker(box, self._find, lambda found: self._take(box, found))
        elif cell is Cell.UNIT and line.kind == "product" and len(self._units(line)) > 1:
            offered = [Found(unit, unit) for unit in self._units(line)]
            box.picker = Picker(box, lambda _: offered, lambda found: self._put(box, found.text))
        if cell is not Cell.CODE:
            box.textEdited.connect(
                lambda text: self._model().type_ahead(box.index.row(), cell, text)
            )
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellBox) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    @guarded(otherwise=None)
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellBox) and not editor.taken:
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        where = QRect(option.rect)
        where.setHeight(ROW)
        if index.column() == Cell.CODE:
            end = self._end_of_name(index)
            room = self._table.viewport().width() - 1
            where.setRight(max(end, min(where.left() + LOOKING, room)))
        editor.setGeometry(where)

    def _take(self, box: CellBox, found: Found) -> None:
        row, box.taken = box.index.row(), True
        self.closeEditor.emit(box)
        self._model().take(row, found.id)
        self.gone.emit(1)

    def _put(self, box: CellBox, text: str) -> None:
        box.setText(text)
        self._leave(box, 1)

    def _leave(self, box: CellBox, step: int) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
        self.gone.emit(step)

    def give_up(self, box: CellBox, text: str) -> None:
        """Close a cell without what was typed: `text` stands there again."""
        if box.index.column() != Cell.CODE:
            self._model().type_ahead(box.index.row(), Cell(box.index.column()), text)
        box.taken = True
        self.closeEditor.emit(box)
        self._table.setFocus()

    def _model(self) -> LinesModel:
        model = self._table.model()
        assert isinstance(model, LinesModel)
        return model

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, CellBox):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, box: CellBox, event: QKeyEvent) -> bool:
        """The pick list first, then the keys that leave the cell."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste) and _is_order(box):
            self.pasted.emit(box.before)
            return True
        if box.picker is not None:
            if key == Qt.Key.Key_Tab and box.picker.isVisible():
                event = QKeyEvent(event.type(), Qt.Key.Key_Return, event.modifiers())
            if box.picker.eventFilter(box, event):
                return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in (*_ENTER, Qt.Key.Key_Tab, *_BACK):
            self._leave(box, -1 if key in _BACK else 1)
            return True
        if key == Qt.Key.Key_Escape:
            self.give_up(box, box.before)
            return True
        return False

    # Painting ---------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, cell = _line(index), Cell(index.column())
        option.rect.setHeight(min(option.rect.height(), ROW))
        if not line.is_priced:
            painter.fillRect(option.rect, QColor(tokens().hover))
        super().paint(painter, option, index)
        if cell is Cell.PRICE and line.kind == "product":
            self._list_price(painter, option.rect, line, str(index.data()))
        if cell is Cell.CODE and line.is_blank and self._is_next(index):
            self._hint(painter, option.rect, index)
        if index.data(ERROR_ROLE):
            self._wrong(painter, option.rect)
        elif self._is_current(index):
            self._frame(painter, option.rect, tokens().accent_text)

    def _list_price(self, painter: QPainter, where: QRect, line: Line, shown: str) -> None:
        """The list price struck out beside a price that is another, with an arrow up or down."""
        listed = line.listed
        if listed is None or not line.own_price or line.unit_price == str(listed):
            return
        lower = line.good is not None and line.good.unit_price < listed
        painter.save()
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() - 1.5)
        painter.setFont(font)
        room = where.width() - painter.fontMetrics().horizontalAdvance(shown) - 8 * GRID
        if painter.fontMetrics().horizontalAdvance(str(listed)) < room:
            font.setStrikeOut(True)
            painter.setFont(font)
            painter.setPen(QColor(tokens().faint))
            left = where.adjusted(6 * GRID, 0, 0, 0)
            painter.drawText(
                left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(listed)
            )
        painter.restore()
        mark = QRect(where.left() + 2 * GRID, where.center().y() - 6, 13, 13)
        icon("arrow-down" if lower else "arrow-up", Tone.WARN if lower else Tone.INFO).paint(
            painter, mark
        )

    def _hint(self, painter: QPainter, where: QRect, index: Index) -> None:
        """Says in the waiting line how to begin one."""
        end = self._end_of_name(index)
        room = QRect(where.left() + 2 * GRID + 2, where.top(), end - where.left(), where.height())
        painter.save()
        painter.setClipRect(room)
        painter.setPen(QColor(tokens().faint))
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            self.tr("Code, barcode or part of a name"),
        )
        painter.restore()

    def _wrong(self, painter: QPainter, where: QRect) -> None:
        self._frame(painter, where, tokens().tones[Tone.STOP][0])

    def _frame(self, painter: QPainter, where: QRect, colour: str) -> None:
        painter.save()
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawRect(where.adjusted(1, 1, -2, -2))
        painter.restore()

    def _end_of_name(self, index: Index) -> int:
        """Where the description ends: what is looked for may be as wide as that."""
        name = self._model().index(index.row(), Cell.DESCRIPTION)
        return self._table.visualRect(name).right()

    def _is_current(self, index: Index) -> bool:
        return self._table.hasFocus() and self._table.currentIndex() == index

    def _is_next(self, index: Index) -> bool:
        return self._model().editable and index.row() == self._model().rowCount() - 1


def _line(index: Index) -> Line:
    line: Line = index.data(LINE_ROLE)
    return line


def _is_order(box: CellBox) -> bool:
    """Whether the clipboard holds rows or an order in words rather than something for this cell."""
    held = QApplication.clipboard().mimeData()
    alone = Cell(box.index.column()) is not Cell.CODE
    return bool(read_clipboard(held.text(), held.html(), alone=alone))
