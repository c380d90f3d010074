"""The authority banner: whose decision this will be; why is shown only while a key is held."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.authority import Decision, Level, Reason, Step, relief
from ui.icons import IconLabel, icon
from ui.theme import restyle, set_role, set_tone
from ui.tokens import Tone

HOLD = Qt.Key.Key_F7
WIDTH = 520
LOOKS = {
    Level.OWN: (Tone.OK, "check-circle"),
    Level.CONSULT: (Tone.WARN, "chats-circle"),
    Level.SUPERIOR: (Tone.STOP, "arrow-fat-line-up"),
}


class Reasons(QFrame):
    """What stands behind a decision, over the form, for as long as a key or a button is held."""

    def __init__(self, explain: Callable[[Reason], str], parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "popup")
        self._explain = explain
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self.hide()

    def show_decision(self, decision: Decision, why: str, how: str, below: QWidget) -> None:
        """Show reasons, and what would make it one's own, under the widget `below`."""
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        self._part(why, "scales", decision.reasons)
        wanted = relief(decision)
        if wanted:
            self._part(how, "check-circle", wanted)
        window = below.window()
        self.setParent(window)
        width = min(WIDTH, window.width() - 32)
        self.setFixedWidth(width)
        height = self._column.heightForWidth(width)
        self.setFixedHeight(max(height, self._column.minimumSize().height()))
        corner = below.mapTo(window, QPoint(0, below.height() + 4))
        self.move(min(corner.x(), window.width() - width - 16), corner.y())
        self.show()
        self.raise_()

    def _part(self, heading: str, glyph: str, reasons: Sequence[Reason]) -> None:
        title = QLabel(heading, self)
        set_role(title, "heading")
        self._column.addWidget(title)
        for reason in reasons:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(
                IconLabel(glyph, self.palette().ColorRole.PlaceholderText, line),
                0,
                Qt.AlignmentFlag.AlignTop,
            )
            words = QLabel(self._explain(reason), line)
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self._column.addWidget(line)


class AuthorityBanner(QFrame):
    """Level and answerer by colour, icon and words; figures and reasons only on demand."""

    def __init__(self, explain: Callable[[Reason], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "banner")
        self._explain = explain
        self.decision: Decision | None = None
        self._glyph = IconLabel("scales", Tone.PLAIN, self, 18)
        self.words = QLabel(self)
        self.words.setObjectName("authority")
        set_role(self.words, "heading")
        self.hold = QPushButton(self.tr("Why (hold F7)"), self)
        self.hold.setIcon(icon("hand-palm"))
        self.hold.setAccessibleName(self.tr("Why this decision: hold to see"))
        set_role(self.hold, "flat")
        self.hold.pressed.connect(self.reveal)
        self.hold.released.connect(self.conceal)
        self.reasons = Reasons(explain, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(self._glyph)
        row.addWidget(self.words, 1)
        row.addWidget(self.hold)
        self.setFixedHeight(36)
        self.say("", Tone.PLAIN, "scales")

    def say(self, words: str, tone: Tone, glyph: str) -> None:
        """A plain sentence: there is no decision to make now."""
        self.decision = None
        self.hold.hide()
        self._dress(words, tone, glyph)

    def show_decision(self, decision: Decision) -> None:
        """Whose decision it would be as the paper stands."""
        self.decision = decision
        self.hold.show()
        tone, glyph = LOOKS[decision.level]
        self._dress(self._sentence(decision), tone, glyph)
        if self.reasons.isVisible():
            self.reveal()

    def _dress(self, words: str, tone: Tone, glyph: str) -> None:
        if words == self.words.text() and self.property("tone") == str(tone):
            return
        self.words.setText(words)
        self._glyph.draw(glyph, tone)
        set_tone(self, tone)
        restyle(self.words)
        self.setAccessibleName(words)
        if not words:
            self.reasons.hide()

    def _sentence(self, decision: Decision) -> str:
        if decision.level is Level.OWN:
            return self.tr("You decide this yourself")
        if decision.level is Level.CONSULT:
            return self.tr("Needs your superior’s advice: {0}").format(self.answerer(decision))
        if Step.CREDIT in decision.steps:
            return self.tr("To credit-finance, then to {0}").format(self.answerer(decision))
        return self.tr("To be put before {0}").format(self.answerer(decision))

    def answerer(self, decision: Decision) -> str:
        """Who answers: a name, or the top grade where the line names nobody."""
        who = decision.answerer
        if who is None:
            return ""
        return who.name or self._explain(who.grade.title)

    # Discreet ---------------------------------------------------------------------------------

    def reveal(self) -> None:
        """Show the reasons until `conceal`, the key's release, or another window."""
        if self.decision is None:
            return
        why = self.tr("Why")
        how = self.tr("What would make it yours")
        self.reasons.show_decision(self.decision, why, how, self)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def conceal(self) -> None:
        """Hide the figures again."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.reasons.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        gone = event.type() == QEvent.Type.ApplicationDeactivate
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            gone = event.key() == HOLD and not event.isAutoRepeat()
        if gone:
            self.conceal()
        return False
