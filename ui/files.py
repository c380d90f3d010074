"""Which spreadsheet to read and where one goes; asked without stopping the window."""

from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.sheets import Sheet, Step, Stream, write_sheet
from crm_desktop.services.registry import Command, Context
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.tasks import Task

P = ParamSpec("P")
KINDS = "Excel (*.xlsx);;CSV (*.csv)"
EITHER = "Excel, CSV (*.xlsx *.csv)"
CARDS = "vCard (*.vcf)"
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
    ask_file(parent, title, EITHER, then)


def ask_file(parent: QWidget, title: str, kinds: str, then: Callable[[str], object]) -> None:
    """Let the person choose a file to read."""
    dialog = FileDialog(parent, title, documents(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()


def ask_place(
    parent: QWidget, title: str, name: str, then: Callable[[str], object], kinds: str = KINDS
) -> None:
    """Let the person choose where a file goes; the dialog itself asks before it overwrites."""
    dialog = FileDialog(parent, title, documents() / name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(
        lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
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
        def leave(_rows: int) -> None:
            if leaves is not None:
                application.execute(leaves)

        write_file(path, application.read(read, *asked, **named), task, leave)

    def done(_: None) -> None:
        desk.say(QCoreApplication.translate("files", "Saved as {0}.").format(path))

    return desk.beside(work, done)


def write_file(
    path: Path, sheet: Sheet | Stream, task: Task, leave: Callable[[int], object]
) -> None:
    """A sheet into its file; `leave` puts on record how many rows leave the house."""
    whole = len(sheet.rows) if isinstance(sheet, Sheet) else 0
    write_whole(path, lambda part, step: write_sheet(part, sheet, step), task, leave, whole)


def write_whole(
    path: Path,
    write: Callable[[Path, Step], object],
    task: Task,
    leave: Callable[[int], object],
    whole: int = 0,
) -> None:
    """The file whole or not at all, and what was there before until then; `leave` is called right
    before it is there. `write` tells its step of every row, `whole` is how many there are (0: who
    knows)."""
    part, count = path.with_name(f".{path.stem}-{token_hex(4)}{path.suffix}"), 0

    def step(row: int) -> None:
        nonlocal count
        count = row + 1
        _tell(task, row, whole)

    try:
        write(part, step)
        _tell(task, 0, whole)
        leave(count)
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
