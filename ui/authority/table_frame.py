"""The page of the table as it is laid out: heading, grades, the table, a panel, the read-out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from crm_desktop.domain.authority import Grade
from ui.authority.read_out import ReadOut
from ui.authority.table import GradeTable
from ui.authority.versions import VersionList
from ui.bars import Bar
from ui.desk import Desk
from ui.forms.base import Form
from ui.screen import LiveScreen
from ui.theme import set_role, state_label
from ui.tokens import GRID, Tone

NARROW = 1_020
"""Below this width the versions give their room to the table until they are asked for."""
LOW = 560
"""Below this height the read-out does, and the heading while a form is open."""
READ_SHARE = 5
"""The part of the height that the read-out may take."""
FORM_WIDTH = 118 * GRID
QWIDGETSIZE_MAX = (1 << 24) - 1


class TableFrame(LiveScreen):
    """Gives each part its room; what stands in them is the page's."""

    TABLES = frozenset({"matrix", "person"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked_for: bool | None = None
        self._read_asked_for: bool | None = None
        self.table = GradeTable(desk.language, self)
        self.side = VersionList(desk, self)
        self.panel = QStackedWidget(self)
        self.panel.addWidget(self.side)
        self.hint, self.compared, self.ask = Bar(self), Bar(self), Bar(self)
        self.read_out = ReadOut(self)
        self.grades = self._tabs()

    @property
    def title(self) -> str:
        return self.tr("Authority")

    @property
    def grade(self) -> Grade:
        """The grade whose table is in view."""
        return Grade[self.grades.tabData(self.grades.currentIndex())]

    def lay_out(self) -> None:
        """Put everything in its place, once the actions are bound."""
        self.top = QWidget(self)
        top = QVBoxLayout(self.top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(2 * GRID)
        top.addLayout(self._head())
        top.addLayout(self._about())
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        column.addWidget(self.top)
        for bar in (self.hint, self.compared, self.ask):
            column.addWidget(bar)
        self.left = QWidget(self)
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(2 * GRID)
        left.addWidget(self.grades)
        left.addWidget(self.table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(4 * GRID)
        middle.addWidget(self.left, 1)
        middle.addWidget(self.panel)
        column.addLayout(middle, 1)
        column.addWidget(self.read_out)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        self.setLayout(column)

    def _head(self) -> QHBoxLayout:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        names = ("matrix.versions", "list.export", "list.import", "matrix.drop", "matrix.edit")
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

    def show_tab(self, grade: Grade) -> None:
        """Bring the table of a grade into view."""
        places = {self.grades.tabData(place): place for place in range(self.grades.count())}
        self.grades.setCurrentIndex(places[grade.name])

    def next_grade(self) -> None:
        """G: the table of the next grade."""
        self.grades.setCurrentIndex((self.grades.currentIndex() + 1) % self.grades.count())

    # Room -------------------------------------------------------------------------------------

    @property
    def guest(self) -> Form | None:
        """The form that stands in the place of the versions."""
        shown = self.panel.currentWidget()
        return shown if isinstance(shown, Form) else None

    def seat(self, form: Form) -> None:
        """Give a form the place of the versions."""
        self.panel.addWidget(form)
        self.panel.setCurrentWidget(form)
        self.make_room()

    def unseat(self, form: Form) -> None:
        """The versions again; the keys go to the table."""
        self.panel.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.make_room()
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Show beside the table what there is room for, or what was asked for; a narrow window
        shows a form in the place of the table."""
        wide, tall, guest = self.width() >= NARROW, self.height() >= LOW, self.guest
        wanted = wide if self._asked_for is None else self._asked_for
        self.panel.setVisible(wanted or guest is not None)
        self.left.setVisible(wide or guest is None)
        self.top.setVisible(tall or guest is None)
        if guest is not None:
            guest.setMinimumWidth(FORM_WIDTH if wide else 0)
            guest.setMaximumWidth(FORM_WIDTH if wide else QWIDGETSIZE_MAX)
        self.read_out.limit(self.height() // READ_SHARE)
        self.read_out.setVisible(tall if self._read_asked_for is None else self._read_asked_for)

    def show_versions(self) -> None:
        """V: the list at the side, or the room it takes."""
        self._asked_for = not self.panel.isVisible()
        self.make_room()
        (self.side.list if self._asked_for else self.table).setFocus()

    def show_read_out(self) -> None:
        """R: the sentences under the table, or the room they take."""
        self._read_asked_for = not self.read_out.isVisible()
        self.make_room()
