"""รับทราบ: the own table of a version, who signed it, and the key that signs."""

from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from crm_desktop.domain.authority import Grade
from crm_desktop.messages import explain, show
from crm_desktop.services.authority.matrices import matrix_in_force, matrix_version, matrix_versions
from crm_desktop.services.authority.signatures import (
    Signature,
    Signatures,
    SignMatrix,
    signatures,
)
from crm_desktop.services.registry import Page
from ui.authority.choosing import offer_in, version_choices
from ui.authority.table import GradeTable
from ui.authority.words import rows_of
from ui.bars import Bar
from ui.desk import Desk
from ui.paper_view import open_paper
from ui.screen import LiveScreen
from ui.tables.columns import Column
from ui.tables.view import ListView
from ui.theme import set_role
from ui.tokens import GRID, Tone

SHARE, MOST = 0.32, 400
"""Of the width for the list of names, and how much it ever needs."""
NARROW = 1_000
"""Below this width the list of names does without the grade and the hour."""


class Reader:
    """A line of the list: somebody who signed, or has yet to."""

    def __init__(self, signature: Signature) -> None:
        self.id = (signature.person_id, signature.grade)
        self.signature = signature


class SignaturesPage(LiveScreen):
    """Ctrl+5: what waits for one's own signature first, then whichever version is picked."""

    TABLES = frozenset({"matrix", "matrix_signature", "person"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.found: Signatures | None = None
        self.version = QComboBox(self)
        self.bar, self.state = Bar(self), Bar(self)
        self.heading, self.counted = QLabel(self), QLabel(self)
        self.table = GradeTable(desk.language, self)
        self.list = self._make_list()
        self.bind(
            {
                "matrix.sign": self.sign,
                "matrix.print": self.open_paper,
                "list.reload": self.read_again,
                "list.export": self.export_list,
            }
        )
        self._lay_out()
        self.version.currentIndexChanged.connect(lambda _: self._read())
        self.setFocusProxy(self.table)

    @property
    def title(self) -> str:
        return self.tr("Signatures")

    # Looks ------------------------------------------------------------------------------------

    def _make_list(self) -> ListView:
        return ListView(
            "signatures",
            self.tr("Who signed"),
            [
                Column(
                    "name", self.tr("Name"), 88, value=lambda row: row.signature.name, stretch=True
                ),
                Column("grade", self.tr("Grade"), 68, value=lambda row: row.signature.grade),
                Column("at", self.tr("Signed"), 132, value=self._when, tone=_tone),
            ],
            lambda _query: Page(tuple(self._readers())),
            empty=(self.tr("Nobody signed this version"), ""),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _when(self, row: Reader) -> str:
        if not row.signature.at:
            return self.tr("not yet")
        moment = datetime.fromisoformat(row.signature.at)
        if self.width() < NARROW:
            return self.desk.day(moment.date())
        return show(moment, self.desk.language, self.desk.era)

    def _lay_out(self) -> None:
        title = QLabel(self.title, self)
        set_role(title, "title")
        for label in (self.heading, self.counted):
            set_role(label, "heading")
        self.version.setAccessibleName(self.tr("Version"))
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.version)
        head.addLayout(self.button_row("matrix.print", "matrix.sign", primary="matrix.sign"))
        self.split = QSplitter(self)
        self.split.addWidget(_column(self, self.heading, self.table, 0))
        self.split.addWidget(_column(self, self.counted, self.list, 2 * GRID))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        for bar in (self.state, self.bar):
            column.addWidget(bar)
        column.addWidget(self.split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.list.show_column("grade", not narrow)
        self.list.table.horizontalHeader().resizeSection(2, 104 if narrow else 132)
        names = min(MOST, int(self.width() * SHARE))
        self.split.setSizes([self.width() - names, names])

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read the versions; the one picked stays picked."""
        versions = [each for each in self.desk.read(matrix_versions) if each.confirmed_at]
        current = [each.version for each in versions if each.in_force or each.ahead]
        due = [each for each in reversed(current) if self.desk.read(signatures, each).due]
        wanted = due[0] if due else self.desk.read(matrix_in_force).version
        offer_in(self.version, version_choices(versions), wanted)
        self._read()

    def show_record(self, kind: str, record_id: int) -> None:
        """Bring a version into view, such as the one that Today asks to be signed."""
        if not self.version.count():
            self.read_again()
        self.version.setCurrentIndex(max(0, self.version.findData(record_id)))
        self.table.setFocus()

    def _read(self) -> None:
        self.bar.clear()
        number = self.version.currentData()
        self.found = self.desk.read(signatures, number) if number else None
        self.list.reload()
        self._show_table()
        self._show_state()

    def _readers(self) -> list[Reader]:
        found = self.found
        return [] if found is None else [Reader(each) for each in (*found.signed, *found.missing)]

    # Showing ----------------------------------------------------------------------------------

    def _show_table(self) -> None:
        """The reader's own table, with what changed since they signed it last."""
        grade, language = Grade[self.desk.actor.grade], self.desk.language
        words = explain(grade.title, language)
        self.heading.setText(self.tr("Your own table: {0}").format(words))
        if self.found is None:
            self.table.show_rows([], self.heading.text())
            return
        matrix = self.desk.read(matrix_version, self.found.version)
        seen = self.desk.read(matrix_version, self.found.seen) if self.found.seen else None
        rows = rows_of(matrix, grade, seen, language)
        self.changed = sum(row.changed for row in rows)
        self.table.show_rows(rows, self.heading.text())

    def _show_state(self) -> None:
        found = self.found
        if "matrix.sign" in self.bound:
            self.bound["matrix.sign"].setEnabled(found is not None and found.due)
        if "matrix.print" in self.bound:
            self.bound["matrix.print"].setEnabled(found is not None)
        if found is None:
            self.counted.clear()
            self.state.say(self.tr("No authority matrix is confirmed yet."), Tone.INFO)
            return
        counted = self.tr("Signed by {0} of {1}").format(len(found.signed), found.awaited)
        self.counted.setText(counted)
        self.state.clear()
        if found.due:
            self.state.say(self._asked(found), self._tone(found))

    def _tone(self, found: Signatures) -> Tone:
        """A warning only where there is something to read that was not signed before."""
        return Tone.WARN if self.changed or not found.seen else Tone.INFO

    def _asked(self, found: Signatures) -> str:
        if not found.seen:
            return self.tr("Please read your table, then sign with S that you have read it.")
        if not self.changed:
            words = self.tr(
                "Nothing in your table changed since version {0}, which you signed. "
                "Please sign with S that you have read this one."
            )
            return words.format(found.seen)
        words = self.tr(
            "Rows of your table that changed since version {1}, which you signed: {0}. They are "
            "marked; please read them, then sign with S."
        )
        return words.format(self.changed, found.seen)

    # Doing ------------------------------------------------------------------------------------

    def sign(self) -> None:
        """S: ask once more, for a signature cannot be taken back."""
        if self.found is None or not self.found.due:
            return
        words = self.tr("I have read and understood my table in version {0}.")
        self.state.clear()
        self.bar.say(
            words.format(self.found.version),
            Tone.WARN,
            [(self.tr("Sign"), self._sign), (self.tr("Not now"), self._not_now)],
        )
        self.bar.buttons[0].setFocus()

    def _sign(self) -> None:
        assert self.found is not None
        number = self.found.version
        if self.desk.execute(SignMatrix(number)) is not None:
            self.desk.say(self.tr("You signed version {0}.").format(number))
        self._read()
        self.table.setFocus()

    def _not_now(self) -> None:
        self._show_state()
        self.table.setFocus()

    def open_paper(self) -> None:
        """Ctrl+P: the table of the own grade as it prints, with the signatures."""
        if self.found is not None:
            open_paper(self.desk, f"authority-{self.found.version}.{self.desk.actor.grade}", self)

    def back(self) -> bool:
        if self.bar.isHidden():
            return False
        self.bar.clear()
        self._not_now()
        return True


def _tone(row: Reader) -> Tone | None:
    return Tone.OK if row.signature.at else Tone.WARN


def _column(parent: QWidget, heading: QLabel, widget: QWidget, left: int) -> QWidget:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(left, 0, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(heading)
    column.addWidget(widget, 1)
    return holder
