"""The answer to "what if": level, who answers, which bands decided, who is passed by, relief."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from crm_desktop.domain.authority import (
    Decider,
    Decision,
    Finding,
    Level,
    Reason,
    Step,
    calm,
    describe_band,
    relief,
)
from crm_desktop.messages import explain
from ui.approvals.sheet import Sheet
from ui.authority.words import title_of
from ui.desk import Desk
from ui.icons import IconLabel
from ui.papers.banner import LOOKS
from ui.theme import set_role, set_tone
from ui.tokens import GRID, Tone


class AnswerView(Sheet):
    """A column that is written anew with every answer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Answer"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say_nothing(self) -> None:
        """A field cannot be read: no answer is better than a wrong one."""
        self.begin()
        words = self.tr("Something that was typed cannot be read; the answer waits for it.")
        self.column.addWidget(self.label(words, "muted"))
        self.finish()

    def show_decision(self, decision: Decision) -> None:
        """Whose decision it is, and everything behind it."""
        self.begin()
        self._head(decision)
        who = self._answerers(decision)
        if who:
            self._part(self.tr("Who answers"), who)
        self._part(self.tr("Why"), [self._said(each) for each in decision.reasons])
        self._part(self.tr("Bands that decided"), list(map(self._band, decision.bands)))
        self._part(self.tr("Passed by"), self._climbed(decision))
        wanted = relief(decision)
        self._part(self.tr("What would make it their own"), [self._said(each) for each in wanted])
        self._source(decision)
        self.finish()
        self.setAccessibleDescription(self._said(decision.level.title))

    # Parts ------------------------------------------------------------------------------------

    def _head(self, decision: Decision) -> None:
        tone, glyph = LOOKS[decision.level]
        banner = QFrame(self.body)
        set_role(banner, "banner")
        set_tone(banner, tone)
        row = QHBoxLayout(banner)
        row.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(IconLabel(glyph, tone, banner, 18))
        self.level = QLabel(self._said(decision.level.title), banner)
        set_role(self.level, "heading")
        row.addWidget(self.level, 1)
        self.column.addWidget(banner)

    def _part(self, heading: str, lines: Sequence[str]) -> None:
        """A heading with its lines; nothing where there are none."""
        if not lines:
            return
        self.column.addSpacing(2 * GRID)
        self.column.addWidget(self.label(heading, "heading"))
        for words in lines:
            line = QHBoxLayout()
            line.setSpacing(2 * GRID)
            top = Qt.AlignmentFlag.AlignTop
            line.addWidget(IconLabel("caret-right", Tone.PLAIN, self.body), 0, top)
            line.addWidget(self.label(words), 1)
            self.column.addLayout(line)

    def _answerers(self, decision: Decision) -> list[str]:
        """In the order in which they are asked."""
        if decision.level is Level.OWN or decision.answerer is None:
            return []
        first = [self.tr("credit-finance first")] if Step.CREDIT in decision.steps else []
        return [*first, self._who(decision.answerer)]

    def _who(self, who: Decider) -> str:
        grade = explain(who.grade.title, self.desk.language)
        if not who.name:
            return self.tr("somebody of the grade {0}").format(grade)
        named = f"{who.name} · {grade}"
        if who.deputy is None:
            return named
        return self.tr("{0}, for whom {1} answers today").format(named, who.deputy.name)

    def _climbed(self, decision: Decision) -> list[str]:
        return [
            " · ".join(self._said(each) for each in climb.reasons) for climb in decision.climbed
        ]

    def _band(self, finding: Finding) -> str:
        if finding.band is None:
            return self._said(finding.condition.scale.title)
        return self._said(describe_band(finding.condition, finding.band, finding.group))

    def _source(self, decision: Decision) -> None:
        """Which row of which version said so."""
        row, language = decision.row, self.desk.language
        words = self.tr("Version {0}").format(decision.version) if decision.version else ""
        of_row = (title_of(row, language), explain(row.grade.title, language)) if row else ()
        if found := " · ".join(filter(None, (words, *of_row))):
            self.column.addSpacing(2 * GRID)
            self.column.addWidget(self.label(found, "muted"))

    def _said(self, reason: Reason) -> str:
        return explain(calm(reason), self.desk.language, self.desk.era)
