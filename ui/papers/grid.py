"""The line grid: typed into from the keyboard, with its sentences under the line."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.services.papers.contents import LineInput
from ui.binding import Slot
from ui.forms.fields import Field
from ui.forms.lookup import Found
from ui.guarded import guarded
from ui.icons import icon
from ui.papers.cells import CellBox, Cells
from ui.papers.history import LineHistory
from ui.papers.lines import OF_KIND, Cell, Line, of_input, of_raw
from ui.papers.model import LinesModel
from ui.papers.panels import is_in_panel
from ui.papers.pasting import read_clipboard, typed_line
from ui.theme import tokens
from ui.tokens import GRID, ROW, Tone

SENTENCE = 26
WIDTHS = {
    Cell.NUMBER: 36,
    Cell.CODE: 100,
    Cell.QUANTITY: 76,
    Cell.UNIT: 68,
    Cell.PRICE: 140,
    Cell.DISCOUNT: 84,
    Cell.NET: 108,
}
NARROW = {Cell.CODE: 96, Cell.QUANTITY: 76, Cell.UNIT: 56, Cell.PRICE: 88, Cell.DISCOUNT: 76}
NARROW |= {Cell.NUMBER: 30, Cell.NET: 100}
NARROW_BELOW = 820
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineGrid(QTableView):
    """Enter goes on to the next sensible cell and begins a new line after the last one. `asked`
    carries pieces of pasted text that somebody must look at before they are lines."""

    asked = Signal(object)

    def __init__(
        self,
        model: LinesModel,
        find: Callable[[str], Sequence[Found]],
        units: Callable[[Line], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lines = model
        self.setModel(model)
        self.cells = Cells(find, units, self)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(self.tr("Lines of the paper"))
        self.setProperty("framed", True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._make_headers()
        self.cells.gone.connect(self.go_on)
        self.cells.pasted.connect(self._paste_instead)
        model.dataChanged.connect(lambda *_: self._fit_rows())
        model.modelReset.connect(self._fit_rows)
        model.rowsInserted.connect(lambda *_: self._fit_rows())
        model.rowsRemoved.connect(lambda *_: self._fit_rows())
        model.rowsMoved.connect(lambda *_: self._fit_rows())
        self.setMinimumHeight(4 * ROW)
        self.history = LineHistory(self)

    def _make_headers(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(28)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(Cell.DESCRIPTION, QHeaderView.ResizeMode.Stretch)
        across.setFixedHeight(ROW)
        self._fit_columns()

    def _fit_columns(self) -> None:
        for cell, width in (NARROW if self.width() < NARROW_BELOW else WIDTHS).items():
            self.horizontalHeader().resizeSection(cell, width)

    def _fit_rows(self) -> None:
        """A line with a sentence under it, of what is wrong or where its goods are, is higher."""
        for row, line in enumerate(self.lines.lines):
            height = ROW + SENTENCE if line.errors or line.note else ROW
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def resizeEvent(self, event: Any) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    # Moving about -----------------------------------------------------------------------------

    def go_on(self, step: int = 1) -> None:
        """To the next cell that can be typed into; from the waiting line out of the grid."""
        row, cell = self._here()
        line = self.lines.lines[row]
        if step > 0 and line.is_blank and row == self.lines.rowCount() - 1 and cell >= Cell.CODE:
            self.focusNextChild()
            return
        places = [
            (at, each)
            for at in (row - 1, row, row + 1)
            if 0 <= at < self.lines.rowCount()
            for each in OF_KIND[self.lines.lines[at].kind]
            if not self._passed_over(at, each)
        ]
        after = [place for place in places if (place > (row, cell)) == (step > 0)]
        after = [place for place in after if place != (row, cell)]
        if after:
            self.go_to(*(after[0] if step > 0 else after[-1]))
        elif step < 0:
            self.focusPreviousChild()
        else:
            self.focusNextChild()

    def _passed_over(self, row: int, cell: Cell) -> bool:
        """A picked product has its name, and mostly one unit: Enter goes straight to figures."""
        line = self.lines.lines[row]
        if line.kind == "product" and line.is_blank:
            return cell is not Cell.CODE
        return line.kind == "product" and cell in (Cell.DESCRIPTION, Cell.UNIT)

    def go_to(self, row: int, cell: Cell) -> None:
        """Put the cursor into a cell, in view although lines came in just now."""
        self.updateGeometries()
        self.setCurrentIndex(self.lines.index(row, cell))
        self.scrollTo(self.currentIndex())
        self.setFocus()

    def go_to_end(self) -> None:
        """Put the cursor where the next line begins."""
        self.go_to(self.lines.rowCount() - 1, Cell.CODE)

    def _here(self) -> tuple[int, Cell]:
        index = self.currentIndex()
        if not index.isValid():
            if not self.lines.editable:
                return 0, Cell.DESCRIPTION
            return 0, OF_KIND[self.lines.lines[0].kind][0]
        return index.row(), Cell(index.column())

    def focusInEvent(self, event: Any) -> None:
        if not self.currentIndex().isValid():
            row, cell = self._here()
            self.setCurrentIndex(self.lines.index(row, cell))
        super().focusInEvent(event)

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        if key in _ENTER and plain:
            self.go_on()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.go_on(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_Delete and plain and self.lines.editable:
            self.lines.setData(self.currentIndex(), "")
        elif event.matches(QKeySequence.StandardKey.Paste) and self.lines.editable:
            self.paste_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        else:
            super().keyPressEvent(event)

    def finish_editing(self) -> None:
        """Take what stands in the cell that is being typed into."""
        box = QApplication.focusWidget()
        if isinstance(box, CellBox) and self.isAncestorOf(box):
            self.commitData(box)
            self.closeEditor(box, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus()

    # Lines ------------------------------------------------------------------------------------

    def edit_here(self) -> None:
        """Change what stands in the cell instead of typing over it; offer what it may mean."""
        self.edit(self.currentIndex())
        box = QApplication.focusWidget()
        unknown = self.lines.lines[self._here()[0]].product_id is None
        if isinstance(box, CellBox) and box.picker and unknown:
            box.picker.look()

    def copy_line(self) -> None:
        """The line under the cursor once more, below it."""
        row, cell = self._ready()
        line = self.lines.lines[row]
        if not line.is_blank:
            self.lines.put_in(row + 1, of_raw({**line.raw(), "source_id": None}))
            self.go_to(row + 1, cell)

    def move_line(self, step: int) -> None:
        """The line under the cursor one place up or down."""
        row, cell = self._ready()
        self.go_to(self.lines.move(row, step), cell)

    def remove_line(self) -> None:
        """Away with the line under the cursor."""
        row, cell = self._ready()
        self.lines.remove(row)
        self.go_to(min(row, self.lines.rowCount() - 1), cell)

    def begin_line(self, kind: str, description: str = "") -> None:
        """A line of another kind where the cursor is; what was no product becomes plain text."""
        row, _ = self._ready()
        line = self.lines.lines[row]
        if kind == "text" and line.kind == "product" and line.code and line.product_id is None:
            self.lines.make_text(row)
            self.go_to(row, Cell.QUANTITY)
            return
        made = Line(kind=kind, description=description, quantity="1" if kind == "text" else "")
        self.go_to(self.lines.begin(row, made), Cell.DESCRIPTION)

    def _ready(self) -> tuple[int, Cell]:
        self.finish_editing()
        return self._here()

    def _paste_instead(self, before: str) -> None:
        box = QApplication.focusWidget()
        if isinstance(box, CellBox):
            box.taken = True
            self.closeEditor(box, QAbstractItemDelegate.EndEditHint.NoHint)
        self.paste_all()

    def paste_all(self) -> None:
        """What is on the clipboard; where that is nothing to read, `asked` says so."""
        held: QMimeData | None = QApplication.clipboard().mimeData()
        if held is None or not (held.hasText() or held.hasHtml()):
            self.asked.emit(())
            return
        self.paste(held.text(), held.html())

    def paste(self, text: str, html: str = "") -> None:
        """Whatever is on the clipboard: one word for the cell, rows with codes as lines at once,
        and anything that must be understood first is `asked` about."""
        _, cell = self._here()
        found = read_clipboard(text, html, alone=not (cell is Cell.CODE or "\n" in text.strip()))
        if not found:
            self.lines.setData(self.currentIndex(), text.strip())
            return
        goods = [self.lines.exact(each.code or each.words) for each in found]
        known = all(goods) and all(each.quantity is not None or not each.unit for each in found)
        if not known:
            self.asked.emit(found)
            return
        made = [
            self.lines.made(typed_line(each), one) for each, one in zip(found, goods, strict=True)
        ]
        self.put_lines(made)

    def put_lines(self, made: Sequence[Line]) -> None:
        """Put lines in where the cursor is; it stands then where the first of them must be mended,
        or where the next line begins."""
        if not made:
            return
        at = self.lines.add(self._here()[0], made)
        end = at + len(made)
        wrong = [row for row in range(at, end) if self.lines.lines[row].errors]
        if wrong:
            self.go_to(wrong[0], min(self.lines.lines[wrong[0]].errors))
        else:
            self.go_to(min(end, self.lines.rowCount() - 1), Cell.CODE)

    # By key -----------------------------------------------------------------------------------

    def slots(self, subtotal: Callable[[], str]) -> dict[str, Slot]:
        """What each action on lines does; `subtotal` is what such a line says."""
        acts: dict[str, Slot] = {
            "line.edit": self.edit_here,
            "line.copy": self.copy_line,
            "line.up": lambda: self.move_line(-1),
            "line.down": lambda: self.move_line(1),
            "line.remove": self.remove_line,
            "line.text": lambda: self.begin_line("text"),
            "line.heading": lambda: self.begin_line("heading"),
            "line.subtotal": lambda: self.begin_line("subtotal", subtotal()),
        }
        return {name: partial(self._when_at_hand, act) for name, act in acts.items()}

    def _when_at_hand(self, act: Slot) -> None:
        """Lines stay as they are while they are read only or a question has the cursor."""
        if self.lines.editable and not is_in_panel(QApplication.focusWidget()):
            act()

    # Sentences under the lines ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for row, line in enumerate(self.lines.lines):
            if line.errors:
                cell, words = next(iter(sorted(line.errors.items())))
                self._sentence(painter, row, cell, words, Tone.STOP)
            elif line.note:
                self._sentence(painter, row, Cell.DESCRIPTION, line.note, Tone.INFO)
        painter.end()

    def _sentence(self, painter: QPainter, row: int, cell: Cell, words: str, tone: Tone) -> None:
        top, width = self.rowViewportPosition(row), self.viewport().width()
        if top + self.rowHeight(row) < 0 or top > self.viewport().height():
            return
        left = self.columnViewportPosition(cell) + 2 * GRID
        needed = painter.fontMetrics().horizontalAdvance(words) + 8 * GRID
        left = max(2 * GRID, min(left, width - needed))
        y, wrong = top + ROW, tone is Tone.STOP
        painter.fillRect(0, y, width, SENTENCE - 1, QColor(tokens().surface))
        glyph = icon("warning-circle" if wrong else "package", tone)
        glyph.paint(painter, QRect(left, y + 5, 16, 16))
        painter.setPen(QColor(tokens().tones[tone][0] if wrong else tokens().muted))
        where = QRect(left + 5 * GRID, y, width - left - 6 * GRID, SENTENCE)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.drawLine(0, y + SENTENCE - 1, width, y + SENTENCE - 1)


class LinesField(Field):
    """The grid as a field of the form: raw texts for drafts, frozen lines for the command."""

    def __init__(self, label: str, grid: LineGrid) -> None:
        super().__init__("lines", label, grid)
        self._grid, self._model = grid, grid.lines
        self._wrong = ""
        self._model.edited.connect(self.changed)

    def raw(self) -> list[dict[str, Any]]:
        return [line.raw() for line in self._model.lines if not line.is_blank]

    def set_raw(self, raw: Any) -> None:
        self._model.load([of_raw(each) for each in raw])
        self.changed.emit()

    def value(self) -> tuple[LineInput, ...]:
        """The lines; what is wrong first is remembered, so that its sentence finds its cell."""
        self._grid.finish_editing()
        try:
            return self._model.meant()
        except Refused as refused:
            self._wrong = (refused.field or "").partition(".")[2]
            raise

    def set_value(self, value: Any) -> None:
        self._model.load([of_input(line) for line in value or ()])
        self.changed.emit()

    def words(self, raw: Any) -> str:
        names = [f"{each['code'] or each['description']} × {each['quantity']}" for each in raw]
        return f"{len(raw)}: " + ", ".join(names[:3]) + (" …" if len(names) > 3 else "")

    def refuse(self, sentence: str, detail: str = "") -> None:
        if not sentence:
            self._model.forgive()
            return
        place, _, name = (detail or self._wrong).partition(".")
        if not place.isdigit():
            self.refusal.emit(sentence)
            return
        row = self._model.refuse(sentence, int(place), name)
        cell = next(iter(self._model.lines[row].errors))
        self._grid.setCurrentIndex(self._grid.lines.index(row, cell))
        self._grid.scrollTo(self._grid.currentIndex())
