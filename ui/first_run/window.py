"""The window of a desk in which nobody is yet: steps on one side, questions on the other."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop import paths
from crm_desktop.application import Application
from crm_desktop.services.people import is_new
from ui.desk import Desk
from ui.first_run.form import SetUpForm
from ui.first_run.server import ServerPage
from ui.tasks import Task, TaskBar
from ui.theme import set_role
from ui.tokens import GRID, Tone

LANGUAGES = {"th": "ไทย", "en": "English"}
SIZE = (1_040, 700)
SIDE = 62 * GRID
ON = ("Ctrl+Return", "Ctrl+Enter")
DEMO_CUSTOMERS = 500
DEMO_SEED = 1


class FirstRunWindow(QWidget):
    """`finished` carries the name of the first person; `elsewhere` another database to open, and
    whether this PC shall remember it; `spoken` the language that was chosen."""

    finished = Signal(str)
    elsewhere = Signal(str, bool)
    spoken = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle(self.tr("Customer-relations desk"))
        self.form = SetUpForm(desk, self)
        self.server = ServerPage(desk, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.form)
        self.pages.addWidget(self.server)
        self.steps = [QLabel(self) for _ in self.form.steps]
        self.back_key = self._button(self.tr("Back"), self.back)
        self.next_key = self._button("", self.go_on, "primary")
        foot = self.form.foot
        foot.setSpacing(2 * GRID)
        foot.addWidget(self.next_key)
        foot.addWidget(self.back_key)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(TaskBar(desk.tasks, self))
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addLayout(column, 1)
        self.form.moved.connect(lambda _: self._show())
        self.form.saved.connect(self._saved)
        self.server.left.connect(self.set_up_here)
        self.server.joined.connect(lambda url: self.elsewhere.emit(url, True))
        self.resize(*SIZE)
        self._show()
        self.form.begin()

    # Looks ------------------------------------------------------------------------------------

    def _side(self) -> QWidget:
        side = QFrame(self)
        set_role(side, "rail")
        column = QVBoxLayout(side)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(GRID)
        welcome = QLabel(self.tr("Welcome"), side)
        set_role(welcome, "title")
        column.addWidget(welcome)
        column.addLayout(self._languages(side))
        column.addSpacing(3 * GRID)
        for label in self.steps:
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        self.demo_key = self._button(self.tr("Try with demo data"), self.try_demo)
        self.server_key = self._button(self.tr("Join the shop’s server"), self.join)
        for button in (self.demo_key, self.server_key):
            column.addWidget(button)
        scroll = QScrollArea(self)
        scroll.setWidget(side)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(SIDE)
        return scroll

    def _languages(self, side: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        self.languages = {}
        for code, name in LANGUAGES.items():
            button = self.languages[code] = QPushButton(name, side)
            button.setCheckable(True)
            button.setChecked(code == self._desk.language)
            button.clicked.connect(lambda _, chosen=code: self._speak(chosen))
            row.addWidget(button)
        return row

    def _speak(self, language: str) -> None:
        """The window stays as it is where this language is on already."""
        self.languages[language].setChecked(True)
        if language != self._desk.language:
            self.spoken.emit(language)

    def _show(self) -> None:
        here = self.form.at
        for number, (label, step) in enumerate(zip(self.steps, self.form.steps, strict=True)):
            mark = "✓" if number < here else f"{number + 1}"
            label.setText(f"{mark}  {step.title}")
            set_role(label, "heading" if number == here else "muted")
        last = here + 1 == len(self.steps)
        self.next_key.setText(
            self.tr("Begin (Ctrl+Enter)") if last else self.tr("Next (Ctrl+Enter)")
        )
        self.back_key.setVisible(here > 0)

    def _button(self, text: str, act: Callable[[], object], role: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        if role:
            set_role(button, role)
        button.clicked.connect(lambda _checked: act())
        return button

    # Going through ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        if pressed in [QKeySequence(key) for key in ON] and self.pages.currentIndex() == 0:
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """The next step; on the last all of it is set up."""
        if self.next_key.isEnabled() and not self.form.go_on():
            self.form.submit()

    def back(self) -> None:
        """The step before; from the server's page back to the steps."""
        if self.pages.currentIndex():
            self.set_up_here()
        elif self.form.at:
            self.form.show_step(self.form.at - 1)

    def join(self) -> None:
        """Ask for the server instead."""
        self.pages.setCurrentWidget(self.server)
        self.server.setFocus()

    def set_up_here(self) -> None:
        """Back to the steps."""
        self.pages.setCurrentWidget(self.form)
        self.form.begin()

    def _saved(self, _answer: object) -> None:
        self.finished.emit(self.form.fields["owner_username"].value())

    # A demo -----------------------------------------------------------------------------------

    def try_demo(self) -> None:
        """Make the demo shop in a file of its own beside this database, or open the one that was
        made before; the shop's own desk is still to be set up afterwards."""
        file = paths.data_folder() / "demo.db"
        self._busy(True)
        words = self.tr("A demo shop with a year of papers is being made; about half a minute.")
        self.form.bar.say(words, Tone.INFO)
        done = self._desk.tasks.run(
            lambda task: _demo(file, task), lambda url: self.elsewhere.emit(url, False)
        )
        done.ended.connect(lambda: self._busy(False))

    def _busy(self, busy: bool) -> None:
        self.form.bar.clear()
        for button in (self.demo_key, self.server_key, self.next_key, *self.languages.values()):
            button.setEnabled(not busy)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.keep_draft()
        super().closeEvent(event)


def _demo(file: Path, _task: Task) -> str:
    from crm_desktop.demo import fill

    file.parent.mkdir(parents=True, exist_ok=True)
    url = paths.sqlite_url(file)
    with closing(Application.open(url)) as application:
        application.act_as_system()
        if application.read(is_new):
            fill(application.store, DEMO_CUSTOMERS, DEMO_SEED)
    return url
