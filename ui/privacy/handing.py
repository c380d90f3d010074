"""The copy of everything held of a customer, saved where the person chooses."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.application import Application
from crm_desktop.exchange.bundle import write_bundle
from crm_desktop.printing.render import render
from crm_desktop.services.privacy.held import HandOut, entries, held
from ui.desk import Desk
from ui.files import ask_place, write_whole
from ui.tasks import Task
from ui.tokens import Tone

ZIP = "ZIP (*.zip)"
translate = QCoreApplication.translate


def hand_out(desk: Desk, parent: QWidget, customer_id: int, code: str) -> None:
    """Ask for the place; it is read, set and written beside the window."""
    title = translate("handing", "Copy of all personal data")
    ask_place(
        parent, title, f"{code}.zip", lambda path: save(desk, customer_id, Path(path)), kinds=ZIP
    )


def save(desk: Desk, customer_id: int, path: Path) -> Task:
    """The file whole or not at all; that the copy left is on record before it is there."""

    def work(application: Application, task: Task) -> None:
        found = application.read(held, customer_id)
        parts = list(entries(found, render(found.paper)))
        write_whole(
            path,
            lambda part, step: write_bundle(part, parts, found.paper.dated, step),
            task,
            lambda _: application.execute(HandOut(customer_id, "save")),
            len(parts),
        )

    def done(_: None) -> None:
        desk.say(translate("handing", "Saved as {0}.").format(path), Tone.OK)

    return desk.beside(work, done)
