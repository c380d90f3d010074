"""Visits as a file for a telephone or another calendar; that it left is put on record."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.papers.exits import TakeOutSlip
from crm_desktop.services.registry import Context
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.files import documents
from ui.tasks import Task
from ui.translations import QT_TRANSLATE_NOOP

P = ParamSpec("P")
KIND = QT_TRANSLATE_NOOP("rounds", "Calendar (*.ics)")
TITLE = QT_TRANSLATE_NOOP("rounds", "Save for another calendar")
SAVED = QT_TRANSLATE_NOOP("rounds", "Saved as {0}.")
translate = QCoreApplication.translate


def save_calendar(
    desk: Desk,
    parent: QWidget,
    name: str,
    day: date,
    read: Callable[Concatenate[Context, P], bytes],
    *asked: P.args,
    **named: P.kwargs,
) -> None:
    """Ask for the place, `name` being offered; read and write beside the window."""

    def work(application: Application, target: Path) -> None:
        data = application.read(read, *asked, **named)
        application.execute(TakeOutSlip("RS", int(f"{day:%Y%m%d}"), "export"))
        try:
            target.write_bytes(data)
        except OSError as problem:
            words = problem.strerror or str(problem)
            raise Refused("file_unwritable", "path", path=str(target), problem=words) from None

    def chosen(path: str) -> None:
        def run(application: Application, _: Task) -> None:
            work(application, Path(path))

        def done(_: None) -> None:
            desk.say(translate("rounds", SAVED).format(path))

        desk.beside(run, done)

    dialog = FileDialog(parent, translate("rounds", TITLE), documents() / name, _kind())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.fileSelected.connect(chosen)
    dialog.open()


def _kind() -> str:
    return translate("rounds", KIND)
