"""Which spreadsheet to read and where one goes; asked without stopping the window."""

from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.sheets import Sheet, write_sheet
from crm_desktop.services.registry import Command, Context
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.tasks import Task

P = ParamSpec("P")
KINDS = "Excel (*.xlsx);;CSV (*.csv)"
EITHER = "Excel, CSV (*.xlsx *.csv)"
TELL_EVERY = 100
"""Rows between two words on how far a list is written."""


class GivenUp(Exception):
    """Nobody waits for the file any more."""


def documents() -> Path:
    """Where the person keeps files."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def ask_sheet(parent: QWidget, title: str, then: Callable[[str], object]) -> None:
    """Let the person choose a sheet to read."""
    dialog = FileDialog(parent, title, documents(), EITHER)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_place(parent: QWidget, title: str, name: str, then: Callable[[str], object]) -> None:
    """Let the person choose where a sheet goes; the dialog itself asks before it overwrites."""
    dialog = FileDialog(parent, title, documents() / name, KINDS)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx")
    )
    dialog.fileSelected.connect(then)
    dialog.open()


def export(
    desk: Desk,
    parent: QWidget,
    title: str,
    name: str,
    read: Callable[Concatenate[Context, P], Sheet],
    *asked: P.args,
    **named: P.kwargs,
) -> None:
    """Ask for the place of a list, `name` being offered; it is read and written there beside the
    window."""
    ask_place(parent, title, name, lambda path: save(desk, Path(path), read, *asked, **named))


def take_out(
    desk: Desk,
    parent: QWidget,
    title: str,
    name: str,
    leaves: Command[Any],
    read: Callable[Concatenate[Context, P], Sheet],
    *asked: P.args,
    **named: P.kwargs,
) -> None:
    """The same of a list that is a paper's content: that it left the house is put on record."""
    ask_place(
        parent, title, name, lambda path: _save(desk, Path(path), leaves, read, *asked, **named)
    )


def save(
    desk: Desk,
    path: Path,
    read: Callable[Concatenate[Context, P], Sheet],
    *asked: P.args,
    **named: P.kwargs,
) -> Task:
    """Read the whole list and write it; whether it is there now is said at the foot."""
    return _save(desk, path, None, read, *asked, **named)


def _save(
    desk: Desk,
    path: Path,
    leaves: Command[Any] | None,
    read: Callable[Concatenate[Context, P], Sheet],
    *asked: P.args,
    **named: P.kwargs,
) -> Task:
    def work(application: Application, task: Task) -> None:
        _write(path, application.read(read, *asked, **named), task)
        if leaves is not None and not task.cancelled:
            application.execute(leaves)

    def done(_: None) -> None:
        desk.say(QCoreApplication.translate("files", "Saved as {0}.").format(path))

    return desk.beside(work, done)


def _write(path: Path, sheet: Sheet, task: Task) -> None:
    """The file whole or not at all, and what was there before until then."""
    part = path.with_name(f".{path.stem}-{token_hex(4)}{path.suffix}")
    try:
        write_sheet(part, sheet, lambda row: _tell(task, row, len(sheet.rows)))
        part.replace(path)
    except GivenUp:
        return
    except OSError as problem:
        raise _unwritable(path, problem.strerror or str(problem)) from None
    except Refused as refusal:
        if refusal.code != "file_unwritable":
            raise
        raise _unwritable(path, refusal.values["problem"]) from None
    finally:
        part.unlink(missing_ok=True)


def _tell(task: Task, row: int, rows: int) -> None:
    if task.cancelled:
        raise GivenUp
    if row % TELL_EVERY == 0:
        task.report(row, rows)


def _unwritable(path: Path, problem: str) -> Refused:
    return Refused("file_unwritable", "path", path=str(path), problem=problem)
