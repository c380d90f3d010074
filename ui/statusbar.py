"""The foot: who is here, the branch, the database and its health, the clock, unsent drafts."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStatusBar, QWidget

from crm_desktop.messages import sentence
from crm_desktop.services.clock import lag
from ui.actions import ACTIONS
from ui.desk import Desk
from ui.drafts import BANGKOK, Draft
from ui.icons import IconLabel, icon
from ui.keys import shown
from ui.tasks import TaskBar
from ui.theme import set_role, set_tone
from ui.tokens import Tone

SAID_MS = 8_000
CLOCK_MS = 10_000
BEHIND_MS = 60_000


class Foot(QStatusBar):
    """`draft_chosen` carries the draft the person wants to go on with."""

    draft_chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        branch: str,
        database: str,
        parent: QWidget,
        behind: Callable[[], int] = int,
    ) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(4, 0, 12, 0)
        self._desk, self._database, self._behind = desk, database, behind
        actor = desk.actor
        name = actor.name if desk.language == "th" else actor.name_en or actor.name
        self.said = QLabel(self)
        self.said.setMinimumWidth(1)
        self.said.hide()
        self.undo = self._make_undo()
        self._quiet = QTimer(self, interval=SAID_MS, singleShot=True)
        self._quiet.timeout.connect(self.said.hide)
        self._quiet.timeout.connect(self.undo.hide)
        self.drafts = self._make_drafts()
        self.health = QLabel(self)
        self.clock = QLabel(self)
        self.addWidget(_pair("user-circle", f"{name} · {actor.grade}", self))
        self.addWidget(_pair("storefront", branch, self))
        self.addWidget(self.said)
        self.addWidget(self.undo)
        self.addPermanentWidget(TaskBar(desk.tasks, self))
        self.addPermanentWidget(self.drafts)
        self.addPermanentWidget(self.health)
        self.addPermanentWidget(self.clock)
        self.show_health(True)
        self._tick()
        timer = QTimer(self, interval=CLOCK_MS)
        timer.timeout.connect(self._tick)
        timer.start()
        self._compare = QTimer(self, interval=BEHIND_MS)
        self._compare.timeout.connect(self.compare_clock)
        self._compare.start()

    def say(self, sentence: str, tone: Tone) -> None:
        """Say something for a few seconds; what was saved just now is no draft any more."""
        self._count_drafts()
        self.said.setText(sentence)
        set_tone(self.said, tone)
        self.said.show()
        self._quiet.start()

    def show_health(self, answers: bool) -> None:
        """Show whether the database answers."""
        words = self._database if answers else self.tr("{0}: no answer").format(self._database)
        self.health.setText(words)
        set_tone(self.health, Tone.OK if answers else Tone.STOP)

    def _make_undo(self) -> QPushButton:
        action = ACTIONS["desk.undo"]
        button = QPushButton(f"{action.text}  {shown(action.keys[0])}", self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(button, "flat")
        button.hide()
        button.clicked.connect(self._desk.undo)
        self._desk.undoable.connect(self._offer_undo)
        return button

    def _offer_undo(self, can: bool) -> None:
        """What was done just now can be taken back: said for as long as that it was done."""
        self.undo.setVisible(can)
        if can:
            self._quiet.start()

    def _make_drafts(self) -> QPushButton:
        button = QPushButton(self)
        button.setIcon(icon("note-pencil"))
        button.setIconSize(QSize(16, 16))
        set_role(button, "flat")
        button.clicked.connect(self.offer_drafts)
        return button

    def offer_drafts(self) -> None:
        """A menu of what was typed and not saved; a chosen one opens."""
        menu = QMenu(self)
        for draft in self._desk.drafts.list(self._desk.actor.person_id):
            when = f"{self._desk.day(draft.saved_at.date())} {draft.saved_at:%H:%M}"
            entry = menu.addAction(f"{draft.title or draft.key}   {when}")
            entry.triggered.connect(self._chooser(draft))
        if menu.isEmpty():
            self.say(self.tr("No unsent drafts"), Tone.INFO)
            return
        menu.popup(self.drafts.mapToGlobal(self.drafts.rect().topLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _chooser(self, draft: Draft) -> Callable[[], None]:
        return lambda: self.draft_chosen.emit(draft)

    def _tick(self) -> None:
        now = datetime.now(BANGKOK)
        self.clock.setText(f"{self._desk.day(now.date())}  {now:%H:%M}")
        self._count_drafts()

    def compare_clock(self) -> None:
        """Mark the clock while it is behind the records, and say by how much."""
        minutes = self._behind()
        set_tone(self.clock, Tone.WARN if minutes else "")
        language = self._desk.language
        words = sentence("clock_behind", language, lag=lag(minutes)) if minutes else ""
        self.clock.setToolTip(words)
        if words:
            self.say(words, Tone.WARN)

    def tell_drafts(self) -> None:
        """Say at the beginning what was kept when the program ended before it was saved."""
        if self._count_drafts():
            key = shown(ACTIONS["desk.drafts"].keys[0])
            words = self.tr("Unsaved drafts: {0}").format(key)
            self.say(words, Tone.WARN)

    def _count_drafts(self) -> int:
        count = len(self._desk.drafts.list(self._desk.actor.person_id))
        many = self.tr("{0} unsent drafts").format(count)
        self.drafts.setText(self.tr("1 unsent draft") if count == 1 else many)
        self.drafts.setVisible(count > 0)
        return count


def _pair(glyph: str, words: str, parent: QWidget) -> QWidget:
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(8, 0, 8, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(glyph, pair.palette().ColorRole.PlaceholderText, pair))
    row.addWidget(QLabel(words, pair))
    return pair
