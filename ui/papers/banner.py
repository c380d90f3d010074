"""The authority banner: whose decision this will be; why is shown only while a key is held."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.authority import Decision, Level, Reason, Step, relief
from crm_desktop.domain.authority.limits import Limits, describe_limit
from ui.holding import Hold
from ui.icons import IconLabel, icon
from ui.theme import restyle, set_role, set_tone
from ui.tokens import Tone

WIDTH = 520
LOOKS = {
    Level.OWN: (Tone.OK, "check-circle"),
    Level.CONSULT: (Tone.WARN, "chats-circle"),
    Level.SUPERIOR: (Tone.STOP, "arrow-fat-line-up"),
}


Part = tuple[str, str, Sequence[Reason]]
"""A heading, a glyph and what stands under it."""


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

    def show_parts(self, parts: Sequence[Part], below: QWidget) -> None:
        """Show headings with their reasons under the widget `below`."""
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self._part(*part)
        window = below.window()
        self.setParent(window)
        width = min(WIDTH, window.width() - 32)
        self.setFixedWidth(width)
        self.setFixedHeight(max(self.heightForWidth(width), self.minimumSizeHint().height()))
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
        self._room: Limits = ()
        self._within = False
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
        self._hold = Hold(self)
        self._hold.over.connect(self.conceal)
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
        self.decision, self._room, self._within = None, (), False
        self.hold.hide()
        self._dress(words, tone, glyph)

    def show_decision(self, decision: Decision, room: Limits = (), *, within: bool = False) -> None:
        """Whose decision it would be as the paper stands; nobody's any more where it keeps `within`
        the limits of its approval (`room`)."""
        self.decision, self._room, self._within = decision, room, within
        self.hold.show()
        tone, glyph = LOOKS[self.level]
        words = self._sentence(decision)
        if within:
            words = self.tr("Approved: you may change within the limits")
        elif room and decision.level is not Level.OWN:
            words = self.tr("Beyond the approved limits · {0}").format(words)
        self._dress(words, tone, glyph)
        if self.reasons.isVisible():
            self.reveal()

    @property
    def level(self) -> Level:
        """What pressing the key that sends means now."""
        if self.decision is None or self._within:
            return Level.OWN
        return self.decision.level

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
        credit_first = Step.CREDIT in decision.steps
        if decision.level is Level.CONSULT and credit_first:
            words = self.tr("Needs advice: credit-finance, then {0}")
        elif decision.level is Level.CONSULT:
            words = self.tr("Needs your superior’s advice: {0}")
        elif credit_first:
            words = self.tr("To credit-finance, then to {0}")
        else:
            words = self.tr("To be put before {0}")
        return words.format(self.answerer(decision))

    def answerer(self, decision: Decision) -> str:
        """Who answers: a name, or the top grade where the line names nobody."""
        who = decision.answerer
        if who is None:
            return ""
        if who.deputy is not None:
            return self.tr("{0} ({1} stands in)").format(who.name, who.deputy.name)
        return who.name or self._explain(who.grade.title)

    # Discreet ---------------------------------------------------------------------------------

    def reveal(self) -> None:
        """Show the reasons until `conceal`, the key's release, or another window."""
        if self.decision is None:
            return
        parts: list[Part] = []
        if self._room:
            limits = tuple(map(describe_limit, self._room))
            parts.append((self.tr("What was approved"), "sliders-horizontal", limits))
        if not self._within:
            parts.append((self.tr("Why"), "scales", self.decision.reasons))
            wanted = relief(self.decision)
            if wanted:
                parts.append((self.tr("What would make it yours"), "check-circle", wanted))
        self.reasons.show_parts(parts, self)
        self._hold.begin()

    def conceal(self) -> None:
        """Hide the figures again."""
        self._hold.end()
        self.reasons.hide()
