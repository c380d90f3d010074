"""Report a problem: what happened in the person's words, and what goes with it."""

import platform
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from crm_desktop import __version__
from crm_desktop.application import Application
from crm_desktop.domain.dates import BANGKOK
from crm_desktop.services import problem
from crm_desktop.services.problem import Report
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.files import documents
from ui.form_tab import FormTab
from ui.forms.base import Form
from ui.forms.fields import plain_box
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone

LINES = 5
ROOM = 160


class ProblemForm(Form):
    """Saving asks for a place and writes one ZIP there; nothing is sent by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "problem")
        rows = self.rows()
        rows.multiline(
            "told",
            self.tr("What happened, and what did you expect?"),
            help=self.tr("Please name no customer here."),
            required=True,
            lines=LINES,
        )
        self.adopt(rows)
        self._gathered: tuple[Mapping[str, Any], str] | None = None
        about = QLabel(
            self.tr(
                "This goes with it: versions, settings and the end of the log, without any name, "
                "number or word of a customer. The file stays on this PC until you hand it over."
            ),
            self,
        )
        about.setWordWrap(True)
        set_role(about, "muted")
        self.shown = plain_box(self)
        self.shown.setReadOnly(True)
        self.shown.setMinimumHeight(ROOM)
        self.shown.setAccessibleName(self.tr("What goes with it"))
        self.body.addWidget(about)
        self.body.addWidget(self.shown, 1)
        self.load({"told": ""})
        desk.beside(self._gather, self._show, quiet=True)

    @property
    def title(self) -> str:
        return self.tr("Report a problem")

    def _gather(self, application: Application, _task: Task) -> tuple[dict[str, Any], str]:
        """What takes reading; the log and the file of the database may be large."""
        found = application.read(problem.operating)
        return {**found, "found": problem.findings(application.store.url)}, problem.log_tail()

    def _show(self, gathered: tuple[Mapping[str, Any], str]) -> None:
        self._gathered = gathered
        files = self.files("", gathered)
        parts = [f"{name}\n{text}" for name, text in files.items() if text.strip()]
        self.shown.setPlainText("\n".join(parts))

    def files(self, told: str, gathered: tuple[Mapping[str, Any], str]) -> Report:
        """The report as it will be written."""
        return problem.report(told, _program(), *gathered)

    def submit(self) -> None:
        """Ask where it goes; it is written as soon as a place is chosen."""
        if not self.check():
            return
        if self._gathered is None:
            self.bar.say(self.tr("One moment, the log is still being read."), Tone.INFO)
            return
        name = f"crm-problem-{datetime.now(BANGKOK):%Y%m%d-%H%M}.zip"
        dialog = FileDialog(self, self.title, documents() / name, "ZIP (*.zip)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def write(self, path: Path) -> None:
        """The whole report in one file; the words stay in the form where it cannot be written."""
        assert self._gathered is not None
        try:
            problem.write(path, self.files(self.values()["told"], self._gathered))
        except OSError as error:
            words = self.tr("The file could not be written: {0}").format(error.strerror or error)
            self.fields["told"].refuse(words)
            return
        self.load({"told": ""})
        self.settle()
        self.desk.say(self.tr("The report is in {0}.").format(path))


def _program() -> dict[str, Any]:
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return {
        "crm-desktop": __version__,
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "system": platform.platform(),
        "window_system": QGuiApplication.platformName(),
        "locale": QLocale.system().name(),
        "screen": f"{size.width()}x{size.height()} @ {screen.devicePixelRatio():g}",
    }


class ProblemScreen(FormTab):
    """The tab, from the palette or Ctrl+Shift+F1."""

    def __init__(self, desk: Desk, kind: str, record_id: str) -> None:
        super().__init__(desk, ProblemForm(desk))
