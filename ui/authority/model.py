"""The table of one grade as Qt's model: what is painted, read out and copied."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crm_desktop.domain.authority import Level
from crm_desktop.messages import explain
from ui.authority.words import Line, Mark, MatterRow, matter_heading, nothing, translate

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LINES_ROLE = ROW_ROLE + 1
NOTE_ROLE = ROW_ROLE + 2
"""Of a heading: what has to hold for the column to count."""

Index = QModelIndex | QPersistentModelIndex
LEVELS = tuple(Level)
_NO_INDEX = QModelIndex()


class GradeModel(QAbstractTableModel):
    """A row per matter: its title, then one cell per level."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self.rows: list[MatterRow] = []

    def show_rows(self, rows: list[MatterRow]) -> None:
        """Put another table in its place."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def renew(self, rows: list[MatterRow]) -> list[int]:
        """Let the same rows say something else; the numbers of those that do."""
        differing = [
            n for n, (new, old) in enumerate(zip(rows, self.rows, strict=True)) if new != old
        ]
        self.rows = rows
        for number in differing:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(LEVELS)))
        return differing

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 1 + len(LEVELS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(row, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index.column())
            case _ if role == ROW_ROLE:
                return row
            case _ if role == LINES_ROLE and index.column():
                return row.cells[LEVELS[index.column() - 1]]
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if role == NOTE_ROLE:
            return _note(section)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.heading(section)}. {_note(section)}".rstrip(". ")
        return None

    def heading(self, section: int) -> str:
        """The name of a column."""
        if not section:
            return matter_heading()
        return explain(LEVELS[section - 1].title, self._language)

    def _spoken(self, row: MatterRow, column: int) -> str:
        """The whole cell for one who hears it: the matter and the column come first."""
        words = cell_text(row, column) or nothing()
        if not column:
            return f"{words}. {translate('matrix_words', 'Changed')}" if row.changed else words
        return f"{row.title}, {self.heading(column)}: {words}"


def cell_text(row: MatterRow, column: int) -> str:
    """A cell as plain lines."""
    if not column:
        return "\n".join(filter(None, (row.title, row.branch)))
    return "\n".join(_plain(line) for line in row.cells[LEVELS[column - 1]])


def _plain(line: Line) -> str:
    said = {
        Mark.NEW: translate("matrix_words", "New: {0}"),
        Mark.GONE: translate("matrix_words", "Before: {0}"),
        Mark.SAME: "{0}",
    }
    return said[line.mark].format(line.whole)


def _note(section: int) -> str:
    notes = (
        "",
        translate("matrix_words", "when all of this holds"),
        translate("matrix_words", "when any of this holds"),
        translate("matrix_words", "when any of this holds"),
    )
    return notes[section]
