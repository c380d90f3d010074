"""The list of every screen: keys, filter by typing, remembered columns, a word when empty."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.bars import Bar
from ui.forms.fields import hint
from ui.guarded import guarded
from ui.icons import icon
from ui.pace import Pace
from ui.tables.columns import Column, Columns, Row
from ui.tables.empty import EmptyNote
from ui.tables.labels import StateLabels
from ui.tables.model import Fetch, TableModel
from ui.theme import set_role
from ui.tokens import ROW
from ui.window_state import WindowState

Totals = Callable[[list[Row]], str]


class ListView(QWidget):
    """A list with its filter above and its foot below.

    `activated` carries the row opened by Enter or double click, `current_changed` the row under
    the cursor (None when there is none). `fetch` may raise; the list then keeps what it shows.
    """

    activated = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        columns: Columns,
        fetch: Fetch,
        *,
        empty: tuple[str, str] = ("", ""),
        state: WindowState | None = None,
        totals: Totals | None = None,
        filter_box: bool = True,
        leaves: Callable[[Row], bool] = lambda _: True,
        parent: QWidget | None = None,
    ) -> None:
        """`name` keys the remembered columns, `title` names the list to screen readers, `empty`
        is what to say when nothing is there: what belongs here, and how to begin; `leaves`
        says whether the sums of a row may leave the house in a file."""
        super().__init__(parent)
        self.subject, self.leaves = name, leaves
        self.bar = Bar(self)
        self._name, self._state, self._totals = name, state, totals
        self._asked = False
        self.model = TableModel(columns, fetch, self)
        self.table = self._make_table(title)
        self.filter = self._make_filter(title)
        self.filter.setVisible(filter_box)
        self.foot = QLabel(self)
        set_role(self.foot, "muted")
        self.foot.setContentsMargins(12, 4, 12, 4)
        self.foot.hide()
        self.bar.installEventFilter(self)
        self.note = EmptyNote(*empty, parent=self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.filter, self.bar, self.table, self.foot):
            layout.addWidget(widget)
        layout.setStretchFactor(self.table, 1)
        self.setFocusProxy(self.table)
        self._restore_columns()

    # What screens use -------------------------------------------------------------------------

    def reload(self) -> None:
        """Read again; the selected record stays selected while it is still there."""
        chosen = [row.id for row in self.selected()]
        current = self.current()
        at = self.table.verticalScrollBar().value()
        self._asked = True
        self.model.reload()
        self._reselect(chosen, current.id if current else None)
        self.table.verticalScrollBar().setValue(at)

    def set_filters(self, filters: Mapping[str, Any]) -> None:
        """Show only what the database finds for these filters."""
        self._asked = True
        self.model.ask(filters=dict(filters))
        self._first()

    def current(self) -> Row | None:
        """The row under the cursor."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def selected(self) -> list[Row]:
        """The selected rows, from top to bottom."""
        chosen = self.table.selectionModel().selectedRows()
        return [self.model.rows[n] for n in sorted(index.row() for index in chosen)]

    def select(self, record_id: Any) -> bool:
        """Put the cursor on a record; False if it is not among the rows read."""
        number = self.model.row_of(record_id)
        if number is not None:
            # Not selectRow: while Ctrl is down it would add to what is selected.
            rows = QItemSelectionModel.SelectionFlag.ClearAndSelect
            rows |= QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(number, 0), rows)
        return number is not None

    def rest(self) -> None:
        """Take the cursor off the rows; the next key down begins at the first."""
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())

    def look_for(self, text: str) -> None:
        """Filter as if the words had been typed."""
        self.filter.setText(text)
        self._apply_filter()

    def next(self) -> None:
        """Put the cursor one row down."""
        row = self.table.currentIndex().row() + 1
        if row < self.model.rowCount():
            self.table.selectRow(row)

    def set_empty(self, title: str, hint: str) -> None:
        """Change what is said when nothing is there."""
        self.note.say(title, hint)

    def show_column(self, key: str, on: bool) -> None:
        """Show or hide a column for what is read now, whatever the person chose before."""
        for number, column in enumerate(self.model.columns):
            if column.key == key:
                self.table.horizontalHeader().setSectionHidden(number, not on)

    def shown_columns(self) -> list[Column]:
        """The columns in view, from left to right as the person has put them."""
        header = self.table.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [self.model.columns[at] for at in order if not header.isSectionHidden(at)]

    def choose_columns(self) -> None:
        """Let the person choose the columns from a menu at the head."""
        self._column_menu(QPoint(0, self.table.horizontalHeader().height()))

    # Making -----------------------------------------------------------------------------------

    def _make_table(self, title: str) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(title)
        table.setItemDelegate(StateLabels(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setIconSize(QSize(16, 16))
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW)
        self._make_header(table.horizontalHeader())
        table.installEventFilter(self)
        table.doubleClicked.connect(lambda _: self._open())
        table.selectionModel().currentRowChanged.connect(self._current)
        table.selectionModel().selectionChanged.connect(self._selection)
        self.model.modelReset.connect(self._shown)
        self.model.rowsInserted.connect(self._shown)
        return table

    def _make_header(self, header: QHeaderView) -> None:
        header.installEventFilter(self)  # it is as wide as the rows; a viewport loads all widgets
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(ROW)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._column_menu)
        header.sectionClicked.connect(self._sort)
        for number, column in enumerate(self.model.columns):
            header.resizeSection(number, column.width)
            header.setSectionHidden(number, not column.shown)
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _make_filter(self, title: str) -> QLineEdit:
        box = QLineEdit(self)
        hint(box, self.tr("Type to filter"))
        box.setAccessibleName(self.tr("Filter {0}").format(title))
        box.setClearButtonEnabled(True)
        box.addAction(icon("funnel"), QLineEdit.ActionPosition.LeadingPosition)
        box.installEventFilter(self)
        self._pause = Pace(self._apply_filter, self)
        box.textChanged.connect(lambda _: self._pause.start())
        return box

    # What happens -----------------------------------------------------------------------------

    @guarded(otherwise=None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self.reload()
            self._first()

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.bar, self.table) and self._takes_back(event):
            return True
        if event.type() == QEvent.Type.Resize and isinstance(watched, QHeaderView):
            self._stretch_columns(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.table:
                return self._table_key(event)
            if watched is self.filter:
                return self._filter_key(event)
        return super().eventFilter(watched, event)

    def _takes_back(self, event: QEvent) -> bool:
        """Esc first takes back what is asked about the list, or what was looked for in vain,
        wherever in it the cursor is."""
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in keys or not isinstance(event, QKeyEvent):
            return False
        in_vain = bool(self.model.query.text) and not self.model.rowCount()
        if event.key() != Qt.Key.Key_Escape or (self.bar.isHidden() and not in_vain):
            return False
        if event.type() == QEvent.Type.KeyPress:
            if self.bar.isHidden():
                self.look_for("")
            self.bar.clear()
            self.table.setFocus()
        event.accept()
        return True

    def _table_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
            return True
        typed = event.text() if event.text().isprintable() else ""  # Backspace has a letter too
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not self.filter.isHidden() and typed.strip() and not event.modifiers() & command:
            self.filter.setFocus()
            self.filter.insert(typed)
            return True
        return False

    def _filter_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply_filter()
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
            else:
                self._open()
            return True
        return False

    def _apply_filter(self) -> None:
        self._pause.stop()
        text = self.filter.text().strip()
        if text != self.model.query.text or not self._asked:
            self._asked = True
            self.model.ask(text=text)
            self._first()

    def _first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
        else:
            self.current_changed.emit(None)

    def _reselect(self, chosen: list[Any], current: Any) -> None:
        model, selection = self.table.model(), self.table.selectionModel()
        number = self.model.row_of(current) if current is not None else None
        if number is not None:
            selection.setCurrentIndex(
                model.index(number, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for record_id in chosen:
            number = self.model.row_of(record_id)
            if number is not None:
                selection.select(model.index(number, 0), rows)

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.activated.emit(row)

    def _current(self) -> None:
        self.current_changed.emit(self.current())

    def _selection(self) -> None:
        self.selection_changed.emit()
        rows = self.selected()
        words = self._totals(rows) if self._totals and len(rows) > 1 else ""
        self.foot.setText(self.tr("{0} selected · {1}").format(len(rows), words) if words else "")
        self.foot.setVisible(bool(words))

    def _shown(self) -> None:
        nothing = self.model.rowCount() == 0
        self.note.found_nothing(self.model.query.text if nothing else None)
        self.note.setVisible(nothing)

    def _sort(self, number: int) -> None:
        header = self.table.horizontalHeader()
        if self.model.columns[number].sort is None:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        self.model.sort(number, header.sortIndicatorOrder())
        self._first()

    # Columns ----------------------------------------------------------------------------------

    def _stretch_columns(self, header: QHeaderView) -> None:
        """A column that takes the room left over keeps its own width where there is none."""
        for number, column in enumerate(self.model.columns):
            if column.stretch and not header.isSectionHidden(number):
                others = header.length() - header.sectionSize(number)
                fits = header.width() - others >= column.width
                mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
                header.setSectionResizeMode(number, mode)
                if not fits:
                    header.resizeSection(number, column.width)

    def _column_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        header = self.table.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            choice = menu.addAction(column.title)
            choice.setCheckable(True)
            choice.setChecked(not header.isSectionHidden(number))
            choice.setEnabled(number > 0)
            choice.toggled.connect(lambda on, n=number: self._show_column(n, on))
        menu.popup(header.viewport().mapToGlobal(at))

    def _show_column(self, number: int, on: bool) -> None:
        self.table.horizontalHeader().setSectionHidden(number, not on)
        self._keep_columns()

    def _keep_columns(self) -> None:
        if self._state:
            self._state.put(f"columns/{self._name}", self.table.horizontalHeader().saveState())

    def _restore_columns(self) -> None:
        header = self.table.horizontalHeader()
        kept = self._state.shape(f"columns/{self._name}") if self._state else None
        if kept and not kept.isEmpty():
            header.restoreState(kept)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionMoved.connect(self._keep_columns)
        header.sectionResized.connect(self._keep_columns)


def view_in(screen: QWidget) -> ListView | None:
    """The list that is meant: the one with the cursor, else the first in view."""
    views = [each for each in screen.findChildren(ListView) if each.isVisible()]
    here = QApplication.focusWidget()
    with_cursor = (each for each in views if here is not None and each.isAncestorOf(here))
    return next(with_cursor, views[0] if views else None)
