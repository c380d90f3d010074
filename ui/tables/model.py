"""The table model all lists share: it reads pages as they are looked at, never everything."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from crm_desktop.services.paging import ListQuery
from ui.guarded import guarded
from ui.icons import icon
from ui.tables.columns import Column, Columns, Row
from ui.theme import tokens

PAGE = 100
RELOAD_AT_MOST = 500

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SORT_ROLE = ROW_ROLE + 1
TONE_ROLE = ROW_ROLE + 2

Index = QModelIndex | QPersistentModelIndex


class Page(Protocol):
    """A page of frozen rows; `next` None means that it is the last."""

    @property
    def rows(self) -> Sequence[Row]: ...

    @property
    def next(self) -> Any: ...


Fetch = Callable[[ListQuery], Page]


class TableModel(QAbstractTableModel):
    """Rows of one list, in the database's order."""

    def __init__(self, columns: Columns, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.query = ListQuery()
        self._fetch = fetch
        self._rows: list[Row] = []
        self._next: Any = None
        self._more = False

    @property
    def rows(self) -> Sequence[Row]:
        """What has been read so far."""
        return self._rows

    @property
    def fetch(self) -> Fetch:
        """What reads a page."""
        return self._fetch

    @property
    def complete(self) -> bool:
        """True once the last page is here."""
        return not self._more

    def ask(self, **changes: Any) -> None:
        """Change the query (sort, descending, text, filters) and read its first page."""
        changed = replace(self.query, after=None, **changes)
        page = self._fetch(changed)
        self.query = changed
        self._take([*page.rows], page.next)

    def reload(self) -> None:
        """Read again as much as is on show (a few pages at most)."""
        wanted = min(max(len(self._rows), PAGE), RELOAD_AT_MOST)
        page = self._fetch(replace(self.query, after=None, limit=wanted))
        self._take([*page.rows], page.next)

    def _take(self, rows: list[Row], following: Any) -> None:
        self.beginResetModel()
        self._rows, self._next, self._more = rows, following, following is not None
        self.endResetModel()

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return self._more and not parent.isValid()

    @guarded(otherwise=None)
    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008
        if not self.canFetchMore(parent):
            return
        self._more = False
        page = self._fetch(replace(self.query, after=self._next))
        first = len(self._rows)
        if page.rows:
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self.endInsertRows()
        self._next, self._more = page.next, page.next is not None

    def row_of(self, record_id: Any) -> int | None:
        """Where the record stands among the rows read, if it does."""
        return next((n for n, row in enumerate(self._rows) if row.id == record_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].meaning or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align.value
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], self.columns[index.column()]
        reader = _READERS.get(role)
        return reader(column, row) if reader else None

    @guarded(otherwise=None)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the database sort; a column without a sort key leaves the order alone."""
        key = self.columns[column].sort if 0 <= column < len(self.columns) else None
        if key is not None:
            self.ask(sort=key, descending=order == Qt.SortOrder.DescendingOrder)


def _ink(column: Column, row: Row) -> QColor | None:
    return QColor(tokens().muted) if column.muted else None


def _weight(column: Column, row: Row) -> QFont | None:
    if not column.strong:
        return None
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _decoration(column: Column, row: Row) -> Any:
    name = column.icon(row) if column.icon else None
    return icon(name) if name else None


_READERS: dict[int, Callable[[Column, Row], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: f"{column.title}: {column.text(row)}",
    Qt.ItemDataRole.TextAlignmentRole: lambda column, row: column.align.value,
    Qt.ItemDataRole.ForegroundRole: _ink,
    Qt.ItemDataRole.FontRole: _weight,
    Qt.ItemDataRole.DecorationRole: _decoration,
    ROW_ROLE: lambda column, row: row,
    SORT_ROLE: lambda column, row: column.raw(row),
    TONE_ROLE: lambda column, row: column.tone(row) if column.tone else None,
}
