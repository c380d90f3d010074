"""The form that makes a new version out of a spreadsheet, or says line by line what is wrong."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QSizePolicy, QWidget

from crm_desktop.domain.authority import Matrix
from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.matrix_sheet import Sheet, read_matrix
from crm_desktop.services.authority.matrices import DraftMatrix, first_day, matrix_in_force
from crm_desktop.services.registry import Command
from ui.authority.words import changed, translate
from ui.bars import Bar
from ui.desk import Desk
from ui.files import ask_sheet
from ui.forms.base import Form
from ui.forms.rows import Rows
from ui.icons import icon
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import ROW, Tone


def path_of(text: str, key: str) -> Path:
    """A path as it is typed, pasted with quotes, or dropped as an address."""
    text = text.strip().strip('"')
    return Path(QUrl(text).toLocalFile() if text.startswith("file:") else text)


def ask_version(rows: Rows, today: date) -> None:
    """What every new version is asked: why, and from which day."""
    words = translate("matrix_words", "Reason for the change")
    rows.multiline("reason", words, required=True, lines=2)
    rows.date(
        "effective_from",
        translate("matrix_words", "In force from"),
        required=True,
        today=lambda: today,
        help=translate("matrix_words", "Today or a later day; a second person confirms before."),
    )


class IntakeForm(Form):
    """Reads the sheet as soon as it is named, and once more before anything is stored."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, "matrix:new", parent)
        self._sheet: Sheet | None = None
        self._drafting = False
        self._reading: Task | None = None
        self._name = ""
        self._head()
        rows = self.rows()
        file = rows.text(
            "file",
            self.tr("Spreadsheet"),
            required=True,
            parse=path_of,
            longest=1_000,
            help=self.tr("XLSX or CSV with the columns of an exported version."),
        )
        file.left.connect(self.look)
        rows.place(self._chooser())
        today = desk.read(first_day)
        ask_version(rows, today)
        self.adopt(rows)
        self._findings()
        self._foot()
        self.load({"effective_from": today})

    @property
    def title(self) -> str:
        return self.tr("New version of the authority matrix")

    # Looks ------------------------------------------------------------------------------------

    def _head(self) -> None:
        heading = QLabel(self.tr("New version from a spreadsheet"), self)
        set_role(heading, "heading")
        note = QLabel(
            self.tr("Export the version shown, change it in the spreadsheet, bring it back here."),
            self,
        )
        note.setWordWrap(True)
        set_role(note, "muted")
        self.body.addWidget(heading)
        self.body.addWidget(note)

    def _chooser(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.choose = QPushButton(icon("folder-open"), self.tr("Choose file…"), holder)
        self.again = QPushButton(icon("arrows-clockwise"), self.tr("Read again"), holder)
        self.choose.clicked.connect(self._ask)
        self.again.clicked.connect(self.read_sheet)
        row.addWidget(self.choose)
        row.addWidget(self.again)
        row.addStretch(1)
        return holder

    def _findings(self) -> None:
        self.found = Bar(self)
        self.errors = QListWidget(self)
        self.errors.setAccessibleName(self.tr("What is wrong with the sheet"))
        self.errors.setWordWrap(True)
        self.errors.setProperty("framed", True)
        self.errors.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.errors.setMinimumHeight(4 * ROW)
        self.errors.hide()
        self.body.addWidget(self.found)
        self.body.addWidget(self.errors, 1)
        self.body.addStretch(0)

    def _foot(self) -> None:
        self.make = QPushButton(self.tr("Make the draft"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        set_role(self.make, "primary")
        self.make.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.give_up)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.make)

    def begin(self) -> None:
        """Put the cursor where work starts."""
        self.fields["file"].widget.setFocus()

    def give_up(self) -> None:
        """Close, once nothing typed would be lost."""
        if self.leave():
            self.left.emit()

    # Reading ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        ask_sheet(self, self.tr("Spreadsheet"), self.take)

    def take(self, name: str) -> None:
        """Read the file that was chosen."""
        self.fields["file"].set_raw(name)
        self.read_sheet()

    def look(self) -> None:
        """Read the file that was typed, if it is another than before."""
        name = self.fields["file"].raw().strip()
        if name and name != self._name:
            self.read_sheet()

    def read_sheet(self) -> None:
        """Read the file beside the window and say what it holds."""
        try:
            path = self.fields["file"].value()
        except Refused as refusal:
            self.refused(refusal)
            return
        self._name = self.fields["file"].raw().strip()
        if self._reading is not None:
            self._reading.cancel()
        work = self.desk.tasks.run(lambda task: read_matrix(path), self._told, self._unreadable)
        self._reading = work

    def _told(self, sheet: Sheet) -> None:
        self._reading = None
        self._sheet = None if sheet.errors else sheet
        self._list_errors(sheet)
        if not sheet.errors:
            self._tell_difference(sheet)
        drafting, self._drafting = self._drafting, False
        if drafting and not sheet.errors:
            super().submit()

    def _unreadable(self, error: Exception) -> None:
        self._reading = self._sheet = None
        self._drafting = False
        self.found.clear()
        self.errors.hide()
        if not isinstance(error, Refused):
            raise error
        self.fields["file"].refuse(self.desk.explain(error))

    def _list_errors(self, sheet: Sheet) -> None:
        self.errors.clear()
        self.errors.setVisible(bool(sheet.errors))
        for error in sheet.errors:
            words = self.tr("Line {0}: {1}").format(error.line, self.desk.explain(error))
            self.errors.addItem(words)
        if sheet.errors:
            count = len(sheet.errors)
            told = self.tr("{0} faults; nothing is stored until the sheet is whole.").format(count)
            self.found.say(told, Tone.STOP)
            self.errors.setCurrentRow(0)

    def _tell_difference(self, sheet: Sheet) -> None:
        force = self.desk.read(matrix_in_force)
        rows = len(sheet.rows)
        if not force.rows:
            self.found.say(self.tr("{0} rows, no fault.").format(rows), Tone.OK)
            return
        differing = len(changed(Matrix(0, sheet.rows), force))
        told = self.tr("{0} rows, no fault; {1} differ from version {2}, which is in force.")
        self.found.say(told.format(rows, differing, force.version), Tone.OK)

    # Saving -----------------------------------------------------------------------------------

    def submit(self) -> Any:
        """Check, read the file as it is now, and only then make the draft."""
        if self.check():
            self._drafting = True
            self.read_sheet()

    def command(self) -> Command[Any]:
        assert self._sheet is not None
        values = self.values()
        return DraftMatrix.of(self._sheet.rows, values["reason"], values["effective_from"])
