"""Who decides what, as on the paper; everyone reads it, a second person confirms it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

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
from ui.authority.editing import KEPT, Editing
from ui.authority.files import write
from ui.authority.intake import IntakeForm
from ui.authority.model import LEVELS
from ui.authority.notes import about, difference, question, unconfirmed
from ui.authority.table_frame import TableFrame
from ui.authority.versions import state_of
from ui.authority.words import Key, by_key, changed, key_of, rows_of
from ui.desk import Desk
from ui.files import ask_place
from ui.paper_view import open_paper
from ui.theme import set_tone
from ui.tokens import Tone


class TablePage(TableFrame):
    """The table of one version; the version in force unless another is picked at the side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.versions: tuple[MatrixVersion, ...] = ()
        self.matrix, self.force = shipped(), Matrix(0, ())
        self.shown: MatrixVersion | None = None
        self.standing = Standing()
        self.intake: IntakeForm | None = None
        self.editing = Editing(self)
        self.bind(
            {
                "matrix.confirm": self.confirm,
                "matrix.drop": self.drop,
                "matrix.grade": self.next_grade,
                "matrix.versions": self.show_versions,
                "matrix.read": self.show_read_out,
                "matrix.print": self.open_paper,
                "list.export": self.export,
                "list.reload": self.read_again,
            }
        )
        if desk.may("matrix.draft"):
            self.bind({"list.import": self.new_version})
        self.bind(self.editing.slots)
        self.lay_out()
        self.setFocusProxy(self.table)
        self.table.moved.connect(self.editing.follow)
        self.table.moved.connect(self.read_here)
        self.table.activated.connect(self.editing.begin)
        self.side.chosen.connect(self.show_version)
        self.grades.currentChanged.connect(lambda _: self.show_grade())

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read the versions; the one in view stays in view while it is there."""
        self.force = self.desk.read(matrix_in_force)
        self.versions = self.desk.read(matrix_versions)
        if self.editing.form is not None:
            self.show_grade()
            return
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
        self.show_actions()
        self.show_grade()
        if self.shown and (before is None or before.version != number):
            self._begin_at_changes()

    def _begin_at_changes(self) -> None:
        """Whoever reads a draft comes to see what it changes."""
        rows = changed(self.matrix, self.against)
        if rows:
            self.stand_on(key_of(rows[0]))

    def stand_on(self, key: Key) -> None:
        """Bring a row into view, whichever grade's."""
        self.show_tab(key[1])
        self.table.stand_on(key)

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
        if self.editing.form is not None:
            return self.force if self.force.rows else self.matrix
        coming = self.shown is not None and (self.drafted or self.shown.ahead)
        return self.force if coming and self.force.rows else None

    @property
    def in_view(self) -> Matrix:
        """The version shown, or what is being made of it."""
        form = self.editing.form
        if form is None:
            return self.matrix
        return replace(self.matrix, rows=form.field.table.rows())

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

    def show_actions(self) -> None:
        """What can be done with the version shown; while it is being edited, only that."""
        making = self.editing.form is not None
        drafted = self.drafted and not making
        may = {"matrix.confirm": self.standing.refusal is None, "matrix.drop": True}
        for name, allowed in may.items():
            if name in self.bound:
                self.bound[name].setVisible(drafted)
                self.bound[name].setEnabled(drafted and allowed)
        for name in ("list.import", "matrix.versions"):
            if name in self.bound:
                self.bound[name].setEnabled(not making and self.intake is None)
        self.editing.show_actions()

    def show_grade(self) -> None:
        """Fill the table of the grade in view and count on every tab what differs."""
        matrix, against = self.in_view, self.against
        differing = [row.grade for row in changed(matrix, against)]
        for place in range(self.grades.count()):
            grade = Grade[self.grades.tabData(place)]
            count = differing.count(grade)
            words = explain(grade.title, self.desk.language)
            self.grades.setTabText(place, f"{words} · {count}" if count else words)
        rows = rows_of(matrix, self.grade, against, self.desk.language)
        words = explain(self.grade.title, self.desk.language)
        self.table.show_rows(rows, f"{self.title}, {words}")
        self.read_here()

    def read_here(self) -> None:
        """The row or the cell under the cursor in whole sentences, or what is wrong with it."""
        key, column = self.table.key, self.table.currentIndex().column()
        form = self.editing.form
        if form is not None and key is not None and (faults := form.field.faults(key)):
            self.read_out.explain(faults)
            return
        row = None if key is None else by_key(self.in_view).get(key)
        self.read_out.read(row, LEVELS[column - 1] if column > 0 and form is None else None)

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
        if self.editing.form is not None:
            return
        if self.intake is None:
            self.intake = IntakeForm(self.desk, self)
            self.intake.saved.connect(self.drafted_as)
            self.intake.left.connect(self._drop_intake)
            self.seat(self.intake)
        self.show_actions()
        self.intake.begin()

    def drafted_as(self, number: int) -> None:
        """Show the draft that was made."""
        self.desk.say(
            self.tr("Draft {0} is made; a second person confirms it.").format(number), Tone.OK
        )
        self._drop_intake()
        self.editing.close()
        self.read_again()
        self.show_version(number)

    def _drop_intake(self) -> None:
        if self.intake is not None:
            form, self.intake = self.intake, None
            self.unseat(form)
            self.show_actions()

    def open_paper(self) -> None:
        """Ctrl+P: the grade in view as it prints."""
        if self.shown is not None:
            open_paper(self.desk, f"authority-{self.shown.version}.{self.grade.name}", self)

    def export(self) -> None:
        """Ctrl+Shift+E: the version shown as a spreadsheet."""
        number = self.shown.version if self.shown else 0
        ask_place(self, self.tr("Save as spreadsheet"), f"authority-{number}.xlsx", self.write_to)

    def write_to(self, name: str) -> None:
        """Write the version shown into that file, beside the window."""
        matrix = self.in_view
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
        if self.editing.form is not None:
            return
        if isinstance(record_id, int):
            self.show_version(record_id)
        elif str(record_id).startswith(KEPT):
            self.editing.go_on(int(str(record_id).removeprefix(KEPT)))
        elif "list.import" in self.bound:
            self.new_version()

    def back(self) -> bool:
        if not self.ask.isHidden():
            self.ask.clear()
            self.table.setFocus()
            return True
        form = self.editing.form or self.intake
        if form is not None:
            form.give_up()
        return form is not None
