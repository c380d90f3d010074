"""The command palette: everything the person may do or see, found by a few letters of its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crm_desktop.domain.thai import search_text, swap_layout
from ui.actions import ACTIONS
from ui.binding import Bound
from ui.forms.fields import hint
from ui.forms.lookup import AnswerLine, Found
from ui.guarded import guarded
from ui.icons import icon
from ui.keys import shown
from ui.theme import set_role
from ui.tokens import ROW

WIDTH = 560
SHOWN = 10


@dataclass(frozen=True)
class Entry:
    """One line: what it says, its key, the words it is found by in both languages, what it does."""

    text: str
    hint: str
    words: str
    icon: str
    run: Callable[[], object]


def action_entries(alive: Bound, both: Callable[[str, str], str]) -> list[Entry]:
    """A line for each action that can be done now; `both` says a text in both languages."""
    return [
        Entry(
            action.text(),
            shown(ACTIONS[name].keys[0]),
            f"{both('actions', ACTIONS[name].source)} {action.text()}",
            ACTIONS[name].icon,
            action.trigger,
        )
        for name, action in alive.items()
        if action.isEnabled() and name != "desk.palette"
    ]


def score(typed: str, words: str) -> int | None:
    """How well `typed` fits: lower is better, None not at all. Letters may be left out between."""
    needle, hay = search_text(typed), search_text(words)
    found = hay.find(needle)
    if found >= 0:
        return found if found == 0 or hay[found - 1] == " " else 50 + found
    at, gaps = 0, 0
    for letter in needle.replace(" ", ""):
        here = hay.find(letter, at)
        if here < 0:
            return None
        gaps, at = gaps + here - at, here + 1
    return 200 + gaps


def fitting(typed: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that fit, best first; also when typed with the other keyboard layout on."""
    if not typed.strip():
        return list(entries)
    ranked = []
    for entry in entries:
        scores = [
            s for t in (typed, swap_layout(typed)) if (s := score(t, entry.words)) is not None
        ]
        if scores:
            ranked.append((min(scores), entry))
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


class CommandPalette(QDialog):
    """Type, Enter."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Command palette"))
        self._entries = entries
        self._shown: list[Entry] = []
        self.box = QLineEdit(self)
        hint(self.box, self.tr("What do you want to do?"))
        self.box.setAccessibleName(self.windowTitle())
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._look)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(AnswerLine(self.list))
        self.list.setIconSize(QSize(18, 18))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _: self._run())
        set_role(self, "popup")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.box)
        layout.addWidget(self.list)
        width = min(WIDTH, parent.width() - 32)
        self.setFixedSize(width, min(SHOWN * ROW + 64, parent.height() - 32))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(
            corner.x() + (parent.width() - width) // 2, corner.y() + min(72, parent.height() // 8)
        )
        self._look("")

    def _look(self, typed: str) -> None:
        self._shown = fitting(typed, self._entries)
        self.list.clear()
        for number, entry in enumerate(self._shown):
            item = QListWidgetItem(icon(entry.icon), entry.text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, Found(number, entry.text, entry.hint, icon="x"))
        self.list.setCurrentRow(0)

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                count = max(1, self.list.count())
                self.list.setCurrentRow((self.list.currentRow() + step) % count)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        row = self.list.currentRow()
        self.accept()
        if 0 <= row < len(self._shown):
            self._shown[row].run()
