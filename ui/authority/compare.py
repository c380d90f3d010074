"""Two versions of the authority table side by side, grade by grade; drafts too."""

from PySide6.QtWidgets import QComboBox, QLabel, QTabBar, QVBoxLayout, QWidget

from crm_desktop.domain.authority import Grade, Level, Matrix
from crm_desktop.messages import explain
from crm_desktop.services.authority.matrices import (
    MatrixVersion,
    matrix_in_force,
    matrix_version,
    matrix_versions,
)
from ui.authority.choosing import offer_in, version_choices
from ui.authority.side_by_side import SideTable
from ui.authority.words import Cells, changed, rows_of
from ui.desk import Desk
from ui.flow import Flow
from ui.screen import LiveScreen
from ui.tables.empty import EmptyNote
from ui.theme import set_role
from ui.tokens import GRID

NOTHING = Matrix(0, ())
NO_CELLS: Cells = dict.fromkeys(Level, ())


class ComparePage(LiveScreen):
    """Ctrl+3: the version in force beside the newest other one, until others are picked."""

    TABLES = frozenset({"matrix", "person"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.only_changed = True
        self.left, self.right = NOTHING, NOTHING
        self.boxes = (
            self._box(self.tr("Version on the left")),
            self._box(self.tr("Version on the right")),
        )
        self.grades = self._tabs()
        self.summary = QLabel(self)
        self.table = SideTable(desk.language, self)
        self.empty = EmptyNote("", "", parent=self.table)
        self.bind(
            {
                "matrix.differences": self.switch,
                "matrix.grade": self.next_grade,
                "list.reload": self.read_again,
            }
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self.grades.currentChanged.connect(lambda _: self._show_grade())
        for box in self.boxes:
            box.currentIndexChanged.connect(lambda _: self._read())

    @property
    def title(self) -> str:
        return self.tr("Compare versions")

    # Looks ------------------------------------------------------------------------------------

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _tabs(self) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setAccessibleName(self.tr("Grade"))
        for grade in Grade:
            tabs.setTabData(tabs.addTab(""), grade.name)
        return tabs

    def _lay_out(self) -> None:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        set_role(self.summary, "muted")
        self.summary.setWordWrap(True)
        head = Flow()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.boxes[0])
        arrow = QLabel("→", self)
        head.addWidget(arrow)
        head.addWidget(self.boxes[1])
        self.toggle = self.button("matrix.differences")
        if self.toggle is not None:
            head.addWidget(self.toggle)
        self.choosing = tuple(filter(None, (*self.boxes, arrow, self.toggle, self.grades)))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        column.addWidget(self.summary)
        column.addWidget(self.grades)
        column.addWidget(self.table, 1)

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read the versions; those picked stay picked."""
        versions = self.desk.read(matrix_versions)
        choices = version_choices(versions)
        for box, wanted in zip(self.boxes, self._first_pair(versions), strict=True):
            offer_in(box, choices, wanted)
        self._read()

    def _first_pair(self, versions: tuple[MatrixVersion, ...]) -> tuple[int, int]:
        """What is in force, and what comes next or, where nothing does, what was before it."""
        numbers = [each.version for each in versions]
        force = self.desk.read(matrix_in_force).version
        newest = numbers[0] if numbers else 0
        if newest != force:
            return force or newest, newest
        return (numbers[1] if len(numbers) > 1 else newest), newest

    def show_versions(self, left: int, right: int) -> None:
        """Put these two beside one another."""
        for box, number in zip(self.boxes, (left, right), strict=True):
            box.setCurrentIndex(max(0, box.findData(number)))

    @property
    def alone(self) -> bool:
        """Whether there are no two versions to choose from."""
        return self.boxes[0].count() < 2

    def _read(self) -> None:
        self.left, self.right = (self._version(box) for box in self.boxes)
        self._tell()
        self._begin_at_changes()
        self._show_grade()

    def _version(self, box: QComboBox) -> Matrix:
        number = box.currentData()
        return self.desk.read(matrix_version, number) if number else NOTHING

    # Showing ----------------------------------------------------------------------------------

    def _tell(self) -> None:
        for each in self.choosing:
            each.setVisible(not self.alone)
        differing = [row.grade for row in changed(self.right, self.left)]
        if not self.right.version:
            self.summary.setText(self.tr("There is no version yet."))
        elif self.alone:
            words = self.tr("There is only version {0} so far, and nothing to compare it with.")
            self.summary.setText(words.format(self.right.version))
        elif differing:
            words = self.tr(
                "Rows that differ: {0}. − stands before what only the left version says, "
                "+ before what only the right one says."
            )
            self.summary.setText(words.format(len(differing)))
        else:
            self.summary.setText(self.tr("No row differs between these two versions."))
        for place in range(self.grades.count()):
            grade = Grade[self.grades.tabData(place)]
            words, count = explain(grade.title, self.desk.language), differing.count(grade)
            self.grades.setTabText(place, f"{words} · {count}" if count else words)

    def _begin_at_changes(self) -> None:
        """Whoever compares comes to see a difference, not a grade without any."""
        grades = [row.grade.name for row in changed(self.right, self.left)]
        if grades and self.grades.tabData(self.grades.currentIndex()) not in grades:
            places = {self.grades.tabData(place): place for place in range(self.grades.count())}
            self.grades.setCurrentIndex(places[grades[0]])

    def _show_grade(self) -> None:
        if self.alone:
            self.table.show_rows([], ("", ""))
            self.table.setAccessibleName(self.title)
            hint = self.tr("The next version is begun in the table, Ctrl+1; it then stands here.")
            self.empty.say(self.tr("Nothing to compare yet"), hint)
            self.empty.setVisible(True)
            return
        grade = Grade[self.grades.tabData(self.grades.currentIndex())]
        language = self.desk.language
        rows = rows_of(self.right, grade, self.left, language)
        left, right = (
            {row.key: row.cells for row in rows_of(each, grade, None, language)}
            for each in (self.left, self.right)
        )
        shown = [
            (row, left.get(row.key, NO_CELLS), right.get(row.key, NO_CELLS))
            for row in rows
            if row.changed or not self.only_changed
        ]
        heads = [self.tr("Version {0}").format(each.version) for each in (self.left, self.right)]
        self.table.show_rows(shown, (heads[0], heads[1]))
        self.table.setAccessibleName(f"{self.title}, {explain(grade.title, language)}")
        self.empty.say(self.tr("No difference in this grade"), self.tr("D shows all rows."))
        self.empty.setVisible(not shown)
        if self.toggle is not None:
            every = self.tr("Show all rows") if self.only_changed else self.tr("Only what differs")
            self.toggle.setText(every)

    def switch(self) -> None:
        """D: only the rows that differ, or all of them."""
        self.only_changed = not self.only_changed
        self._show_grade()

    def next_grade(self) -> None:
        """G: the next grade."""
        self.grades.setCurrentIndex((self.grades.currentIndex() + 1) % self.grades.count())
