"""Who decides what, as on the paper; everyone reads it, a second person confirms it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from crm_desktop.domain.authority import Grade, Matrix, MatrixState, shipped
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import explain
from crm_desktop.services.authority.matrices import (
    ConfirmMatrix,
    DropMatrix,
    MatrixVersion,
    Standing,
    matrix_in_force,
    matrix_version,
    matrix_versions,
    standing,
)
from ui.authority.files import write
from ui.authority.intake import IntakeForm
from ui.authority.notes import about, difference, question, unconfirmed
from ui.authority.table import GradeTable
from ui.authority.versions import VersionList, state_of
from ui.authority.words import changed, key_of, rows_of
from ui.bars import Bar
from ui.desk import Desk
from ui.files import ask_place
from ui.screen import LiveScreen
from ui.theme import set_role, set_tone, state_label
from ui.tokens import GRID, Tone

NARROW = 1_020
"""Below this width the versions give their room to the table until they are asked for."""


class TablePage(LiveScreen):
    """The table of one version; the version in force unless another is picked at the side."""

    TABLES = frozenset({"matrix", "person"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked_for: bool | None = None
        self.versions: tuple[MatrixVersion, ...] = ()
        self.matrix, self.force = shipped(), Matrix(0, ())
        self.shown: MatrixVersion | None = None
        self.standing = Standing()
        self.table = GradeTable(desk.language, self)
        self.side = VersionList(desk, self)
        self.intake: IntakeForm | None = None
        self.panel = QStackedWidget(self)
        self.panel.addWidget(self.side)
        self.hint, self.compared, self.ask = Bar(self), Bar(self), Bar(self)
        self.bind(
            {
                "matrix.confirm": self.confirm,
                "matrix.drop": self.drop,
                "matrix.grade": self.next_grade,
                "matrix.versions": self.show_versions,
                "list.export": self.export,
                "list.reload": self.read_again,
            }
        )
        if desk.may("matrix.draft"):
            self.bind({"list.import": self.new_version})
        self._lay_out()
        self.setFocusProxy(self.table)
        self.side.chosen.connect(self.show_version)
        self.grades.currentChanged.connect(lambda _: self._show_grade())

    @property
    def title(self) -> str:
        return self.tr("Authority")

    # Looks ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.grades = self._tabs()
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        column.addLayout(self._head())
        column.addLayout(self._about())
        for bar in (self.hint, self.compared, self.ask):
            column.addWidget(bar)
        column.addWidget(self.grades)
        column.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        row.setSpacing(4 * GRID)
        row.addLayout(column, 1)
        row.addWidget(self.panel)

    def _head(self) -> QHBoxLayout:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        names = ("matrix.versions", "list.export", "list.import", "matrix.drop")
        row.addLayout(self.button_row(*names, "matrix.confirm", primary="matrix.confirm"))
        return row

    def _about(self) -> QHBoxLayout:
        self.name = QLabel(self)
        set_role(self.name, "heading")
        self.state = state_label("", Tone.PLAIN, self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.about, "muted")
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for label in (self.name, self.state):
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.about, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _tabs(self) -> QTabBar:
        """The reader's own grade first, then the others from below."""
        tabs = QTabBar(self)
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setAccessibleName(self.tr("Grade"))
        own = Grade[self.desk.actor.grade]
        for grade in sorted(Grade, key=lambda each: (each is not own, each)):
            place = tabs.addTab("")
            tabs.setTabData(place, grade.name)
        return tabs

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        wanted = self.width() >= NARROW if self._asked_for is None else self._asked_for
        self.panel.setVisible(wanted or self.intake is not None)

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read the versions; the one in view stays in view while it is there."""
        self.force = self.desk.read(matrix_in_force)
        self.versions = self.desk.read(matrix_versions)
        numbers = [version.version for version in self.versions]
        wanted = self.shown.version if self.shown else self.force.version
        if wanted not in numbers:
            wanted = self.force.version or next(iter(numbers), 0)
        self.show_version(wanted)

    def show_version(self, number: int) -> None:
        """Put a version on the table; without any, the rows that the program comes with."""
        self.ask.clear()
        before = self.shown
        self.shown = next((each for each in self.versions if each.version == number), None)
        self.matrix = self.desk.read(matrix_version, number) if self.shown else shipped()
        self.standing = self._standing()
        self.side.show_versions(self.versions, number)
        self._show_about()
        self._show_notes()
        self._show_actions()
        self._show_grade()
        if self.shown and (before is None or before.version != number):
            self._begin_at_changes()

    def _begin_at_changes(self) -> None:
        """Whoever reads a draft comes to see what it changes."""
        rows = changed(self.matrix, self.against)
        if rows:
            grades = {self.grades.tabData(place): place for place in range(self.grades.count())}
            self.grades.setCurrentIndex(grades[rows[0].grade.name])
            self.table.stand_on(key_of(rows[0]))

    def _standing(self) -> Standing:
        if not self.drafted or self.shown is None or not self.desk.may("matrix.confirm"):
            return Standing()
        return self.desk.read(standing, self.shown.version)

    @property
    def drafted(self) -> bool:
        """Whether what is shown still waits for its second person."""
        return self.shown is not None and self.shown.state == MatrixState.DRAFT

    @property
    def against(self) -> Matrix | None:
        """What the version shown would replace; None where there is nothing to compare."""
        coming = self.shown is not None and (self.drafted or self.shown.ahead)
        return self.force if coming and self.force.rows else None

    # Showing ----------------------------------------------------------------------------------

    def _show_about(self) -> None:
        if self.shown is None:
            self.name.setText(self.tr("What the program comes with"))
            self.about.clear()
        else:
            word, tone = state_of(self.shown)
            self.name.setText(self.tr("Version {0}").format(self.shown.version))
            self.state.setText(word)
            set_tone(self.state, tone)
            self.about.setText(about(self.shown, self.desk))
        self.state.setVisible(self.shown is not None)

    def _show_notes(self) -> None:
        self.hint.clear()
        if not self.force.rows:
            self.hint.say(unconfirmed(self.versions, self.desk), Tone.WARN)
        self.compared.clear()
        words = difference(self.matrix, self.against, self.desk.language)
        if self.standing.refusal is not None:
            words = f"{words}\n{self.desk.explain(self.standing.refusal)}".strip()
        if words:
            self.compared.say(words, Tone.INFO)

    def _show_actions(self) -> None:
        may = {"matrix.confirm": self.standing.refusal is None, "matrix.drop": True}
        for name, allowed in may.items():
            if name in self.bound:
                self.bound[name].setVisible(self.drafted)
                self.bound[name].setEnabled(self.drafted and allowed)

    def _show_grade(self) -> None:
        differing = [row.grade for row in changed(self.matrix, self.against)]
        for place in range(self.grades.count()):
            grade = Grade[self.grades.tabData(place)]
            count = differing.count(grade)
            words = explain(grade.title, self.desk.language)
            self.grades.setTabText(place, f"{words} · {count}" if count else words)
        shown = Grade[self.grades.tabData(self.grades.currentIndex())]
        rows = rows_of(self.matrix, shown, self.against, self.desk.language)
        self.table.show_rows(rows, f"{self.title}, {explain(shown.title, self.desk.language)}")

    def next_grade(self) -> None:
        """G: the table of the next grade."""
        self.grades.setCurrentIndex((self.grades.currentIndex() + 1) % self.grades.count())

    def show_versions(self) -> None:
        """V: the list at the side, or the room it takes."""
        self._asked_for = not self.panel.isVisible()
        self._make_room()
        (self.side.list if self._asked_for else self.table).setFocus()

    # Confirming, dropping ---------------------------------------------------------------------

    def confirm(self) -> None:
        """Ask once more, in place, then put the version into force."""
        if self.shown is None or not self.drafted:
            return
        version = self.shown
        words = self.tr("Confirm version {0}").format(version.version)
        self._ask(question(version, self.desk, alone=self.standing.alone), words, self._confirm)

    def drop(self) -> None:
        """Ask once more, then take the draft away."""
        if self.shown is None or not self.drafted:
            return
        words = self.tr("Drop draft {0}? It stays in the records of changes only.")
        number = self.shown.version
        self._ask(words.format(number), self.tr("Drop draft {0}").format(number), self._drop)

    def _ask(self, words: str, yes: str, act: Any) -> None:
        self.ask.say(words, Tone.WARN, [(yes, act), (self.tr("Not now"), self.table.setFocus)])
        self.ask.buttons[0].setFocus()

    def _confirm(self) -> None:
        assert self.shown is not None
        number = self.shown.version
        if self.desk.execute(ConfirmMatrix(number)) is not None:
            self.desk.say(self.tr("Version {0} is confirmed.").format(number), Tone.OK)
            self.read_again()
        self.table.setFocus()

    def _drop(self) -> None:
        assert self.shown is not None
        number = self.shown.version
        if self.desk.execute(DropMatrix(number)) is not None:
            self.desk.say(self.tr("Draft {0} is dropped.").format(number), Tone.OK)
            self.read_again()
        self.table.setFocus()

    # Sheets -----------------------------------------------------------------------------------

    def new_version(self) -> None:
        """Ctrl+I: the form that reads a sheet, in the place of the versions."""
        if self.intake is None:
            self.intake = IntakeForm(self.desk, self)
            self.intake.saved.connect(self._drafted)
            self.intake.left.connect(self._drop_intake)
            self.panel.addWidget(self.intake)
        self.panel.setCurrentWidget(self.intake)
        self._make_room()
        self.intake.begin()

    def _drafted(self, number: int) -> None:
        self._drop_intake()
        self.desk.say(
            self.tr("Draft {0} is made; a second person confirms it.").format(number), Tone.OK
        )
        self.read_again()
        self.show_version(number)

    def _drop_intake(self) -> None:
        if self.intake is not None:
            self.panel.removeWidget(self.intake)
            self.intake.deleteLater()
            self.intake = None
        self._make_room()
        self.table.setFocus()

    def export(self) -> None:
        """Ctrl+Shift+E: the version shown as a spreadsheet."""
        number = self.shown.version if self.shown else 0
        ask_place(self, self.tr("Save as spreadsheet"), f"authority-{number}.xlsx", self.write_to)

    def write_to(self, name: str) -> None:
        """Write the version shown into that file, beside the window."""
        matrix = self.matrix
        self.desk.tasks.run(lambda task: write(matrix, Path(name)), self._written, self._failed)

    def _written(self, path: Path) -> None:
        self.desk.say(self.tr("Saved as {0}.").format(path), Tone.OK)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.desk.say(self.desk.explain(error), Tone.STOP)

    # The frame --------------------------------------------------------------------------------

    def show_record(self, kind: str, record_id: Any) -> None:
        """A version by its number, or the kept draft of a new one."""
        if isinstance(record_id, int):
            self.show_version(record_id)
        elif "list.import" in self.bound:
            self.new_version()

    def back(self) -> bool:
        if not self.ask.isHidden():
            self.ask.clear()
            self.table.setFocus()
            return True
        if self.intake is None:
            return False
        self.intake.give_up()
        return True
