"""The answer: a note, limits, a button per verdict with its key, and what is still wanting."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from crm_desktop.domain.authority import Facts
from crm_desktop.messages import sentence
from crm_desktop.services.authority.approvals import NOTE_NEEDED
from ui.actions import ACTIONS
from ui.approvals.limits import LimitFields
from ui.approvals.words import KEYS, PRESS, say
from ui.binding import Bound, action_button
from ui.desk import Desk
from ui.flow import Flow
from ui.forms.fields import plain_box
from ui.theme import restyle, set_role
from ui.tokens import GRID

NOTE_HEIGHT = 14 * GRID


class AnswerPanel(QFrame):
    """Stands below the request. `armed` is a verdict that waits for its note."""

    typed = Signal()

    def __init__(self, desk: Desk, bound: Bound, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._desk, self._bound = desk, bound
        self.armed = ""
        self.note = plain_box(self)
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setAccessibleName(self.tr("Note to the officer"))
        self.note.setPlaceholderText(
            self.tr("Note to the officer; needed when the answer is no or not yet")
        )
        self.note.textChanged.connect(self._written)
        self.limits = LimitFields(desk, self)
        self.wanting = QLabel(self)
        self.wanting.setWordWrap(True)
        set_role(self.wanting, "error")
        self.wanting.hide()
        self.buttons: dict[str, QPushButton] = {}
        self._typing = False
        self._about: int | None = None
        QApplication.instance().focusChanged.connect(self._follow_cursor)  # type: ignore[union-attr]
        self._row = Flow()
        self._row.setSpacing(2 * GRID)
        for name in ("queue.approve", "queue.consult", "queue.return", "queue.reject"):
            self._add(name, primary=name in ("queue.approve", "queue.consult"))
        self._add("queue.send", primary=True)
        self._row.addStretch(1)
        for name in ("queue.limits", "document.recall", "queue.next"):
            self._add(name)
        layout = QGridLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.note, 0, 0)
        layout.addWidget(self.limits, 1, 0)
        layout.addWidget(self.wanting, 2, 0)
        layout.addLayout(self._row, 3, 0)
        self._limitable: tuple[str, ...] = ()
        self.offer(())

    def _add(self, name: str, *, primary: bool = False) -> None:
        if name not in self._bound:
            return
        action = self._bound[name]
        button = action_button(action, self, primary=primary)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if not primary:
            button.setIcon(QIcon())
        action.changed.connect(partial(self._title, name))
        self.buttons[name] = button
        self._title(name)
        self._row.addWidget(button)

    def _title(self, name: str) -> None:
        """The words with the key, but no letter that would be typed where the cursor is."""
        button, words, key = self.buttons[name], self._bound[name].text(), ACTIONS[name].keys[0]
        there = len(key) == 1 and not self._typing
        button.setText(f"{words}  {key}" if there else words)
        button.setAccessibleName(words)

    def _follow_cursor(self) -> None:
        if self._typing != self.is_typing():
            self._typing = self.is_typing()
            for name in self.buttons:
                self._title(name)

    # What the screen says ---------------------------------------------------------------------

    def offer(
        self, verdicts: Sequence[str], *, recall: bool = False, limitable: tuple[str, ...] = ()
    ) -> None:
        """Show the buttons of these verdicts, each on the key that gives it; with what a yes can
        limit."""
        self.settle()
        self._limitable = limitable
        if "queue.limits" in self._bound:
            self._bound["queue.limits"].setVisible(bool(limitable))
            self._bound["queue.limits"].setEnabled(bool(limitable))
        shown = {KEYS[verdict]: verdict for verdict in verdicts}
        for name in set(KEYS.values()) & self._bound.keys():
            action = self._bound[name]
            action.setVisible(name in shown)
            action.setEnabled(name in shown)
            if name in shown:
                action.setText(say(PRESS[shown[name]]))
        if "document.recall" in self._bound:
            self._bound["document.recall"].setVisible(recall)
            self._bound["document.recall"].setEnabled(recall)
        self.note.setVisible(bool(shown))
        self.setVisible(bool(shown) or recall)

    def text(self) -> str:
        """The note as it will be kept."""
        return self.note.toPlainText().strip()

    def lacks_note(self, verdict: str) -> bool:
        """Whether this verdict needs words that are not there yet; then it waits for them, with a
        sentence beside the note that says so."""
        if verdict not in NOTE_NEEDED or self.text():
            return False
        self.limits.hide()
        self.armed = verdict
        self.refuse(sentence("note_needed", self._desk.language))
        self._show_send(True)
        return True

    def ask_limits(self, verdict: str, facts: Facts) -> None:
        """Open the limits of this yes, with the cursor in them; Ctrl+Enter then says it."""
        if self._limitable:
            self.settle()
            self.limits.offer(self._limitable, facts)
            self.armed = verdict
            self._show_send(True)

    def is_typing(self) -> bool:
        """Whether the cursor is in the note or the limits."""
        return self.note.hasFocus() or self.limits.is_typing()

    def refuse(self, sentence: str) -> None:
        """Say beside the note what is wrong with it."""
        self.wanting.setText(sentence)
        self.wanting.show()
        self.note.setAccessibleDescription(sentence)
        self._mark(True)
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """No verdict waits and nothing is limited; the note that is written stays."""
        self.armed = ""
        self.limits.hide()
        self.wanting.hide()
        self.note.setAccessibleDescription("")
        self._mark(False)
        self._show_send(False)

    def clear(self, about: int | None = None) -> None:
        """The note for the next request: empty, or as it was left there."""
        self._about = None
        self.note.setPlainText(self._desk.kept(("request", about)) or "")
        self._about = about
        self.settle()

    def _written(self) -> None:
        if self.text() and not self.wanting.isHidden():
            self.wanting.hide()
            self._mark(False)
        if self._about is not None:
            self._desk.keep(("request", self._about), self.note.toPlainText())
        self.typed.emit()

    def _mark(self, wrong: bool) -> None:
        if self.note.property("wrong") != wrong:
            self.note.setProperty("wrong", wrong)
            restyle(self.note)

    def _show_send(self, on: bool) -> None:
        """While a verdict waits for its note, one button alone sends it."""
        if "queue.send" not in self._bound:
            return
        send = self._bound["queue.send"]
        if on:
            words = self.tr("{0} with this note  Ctrl+Enter")
            if not self.limits.isHidden():
                words = self.tr("{0} within these limits  Ctrl+Enter")
            send.setText(words.format(say(PRESS[self.armed])))
        send.setVisible(on)
        send.setEnabled(on)
        for name, button in self.buttons.items():
            if name in KEYS.values():
                button.setVisible(not on and self._bound[name].isVisible())
