"""Which spreadsheet to read and where one goes; asked without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.domain.authority import Matrix
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.matrix_sheet import write_matrix

KINDS = "Excel (*.xlsx);;CSV (*.csv)"
EITHER = "Excel, CSV (*.xlsx *.csv)"


def documents() -> Path:
    """Where the person keeps files."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def ask_sheet(parent: QWidget, title: str, then: Callable[[str], object]) -> None:
    """Let the person choose a sheet to read."""
    dialog = QFileDialog(parent, title, str(documents()), EITHER)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_place(parent: QWidget, title: str, name: str, then: Callable[[str], object]) -> None:
    """Let the person choose where a sheet goes; the dialog itself asks before it overwrites."""
    dialog = QFileDialog(parent, title, str(documents() / name), KINDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx")
    )
    dialog.fileSelected.connect(then)
    dialog.open()


def write(matrix: Matrix, path: Path) -> Path:
    """Write the sheet; Refused `file_unwritable` where that cannot be."""
    try:
        write_matrix(matrix, path)
    except OSError as problem:
        words = problem.strerror or ""
        raise Refused("file_unwritable", path=str(path), problem=words) from None
    return path
