"""Which spreadsheet to read and where one goes; asked without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.sheets import Sheet, write_sheet
from ui.desk import Desk

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


def export(desk: Desk, parent: QWidget, title: str, name: str, read: Callable[[], Sheet]) -> None:
    """Ask for the place of a list, `name` being offered, and write it there."""
    ask_place(parent, title, name, lambda path: save(desk, Path(path), read))


def save(desk: Desk, path: Path, read: Callable[[], Sheet]) -> bool:
    """Read the whole list and write it; whether it is there now is said at the foot."""
    try:
        write_sheet(path, read())
    except Refused as refusal:
        desk.refuse(refusal)
        return False
    desk.say(QCoreApplication.translate("files", "Saved as {0}.").format(path))
    return True
