"""What is asked about an open quotation wherever it stands: in its tab, a list, on the board."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.domain.pipeline import HOWS, LOST, NO_ANSWER, OBJECTIONS, RESULTS
from crm_desktop.messages import sentence
from crm_desktop.services.papers.follow_ups import (
    Proposal,
    RecordFollowUp,
    RecordObjection,
    SetExpected,
    proposal,
)
from crm_desktop.services.papers.quotation_life import FollowQuotation, SetFollowUp
from crm_desktop.services.registry import Command
from ui.desk import Desk
from ui.papers.panels import Panel
from ui.tokens import Tone

WIDE = 6
LONGEST = 500
Do = Callable[[Command[Any], str, Panel], bool]
"""Carries a command out and says so; a refusal stands in the panel."""


@dataclass(frozen=True)
class About:
    """The paper that is asked about, as its reader saw it."""

    id: int
    version: int
    reference: str
    follow_up_on: date | None = None


def coded(desk: Desk, prefix: str, codes: tuple[str, ...]) -> list[tuple[str, str]]:
    """Choices of codes with their words."""
    return [(code, sentence(f"{prefix}_{code}", desk.language)) for code in codes]


class Asks(QObject):
    """Makes the panels; `narrow` stacks their fields, for a place beside a list."""

    def __init__(self, desk: Desk, parent: QWidget, do: Do, *, narrow: bool) -> None:
        super().__init__(parent)
        self._desk, self._place, self._do = desk, parent, do
        self._narrow = narrow

    def _panel(self, title: str, glyph: str, accept: str) -> Panel:
        if self._narrow:
            return narrow_panel(self._desk, title, glyph, accept, self._place)
        return Panel(self._desk, title, glyph, accept, self._place)

    def _span(self, wide: int) -> int:
        return WIDE if self._narrow else wide

    def followed_up(self, about: About) -> Panel:
        """How the customer was spoken with, what came of it, what stands against it, and when
        next: proposed by the shop's rhythm."""
        desk = self._desk
        found = desk.read(proposal, about.id)
        panel = self._panel(self.tr("Followed up"), "phone", self.tr("Save"))
        rows = panel.rows
        rows.choice("how", self.tr("How"), coded(desk, "follow_how", HOWS), span=self._span(2))
        results = coded(desk, "follow_result", RESULTS)
        results.insert(0, ("", self.tr("Choose …")))  # none by a slip
        label = self.tr("Result")
        rows.choice("result", label, results, required=True, span=self._span(2)).set_value("")
        self._next(panel, found)
        note = self.tr("What was said")
        rows.text("note", note, longest=LONGEST, span=self._span(3))
        none = [("", self.tr("None"))]
        objections = none + coded(desk, "objection", OBJECTIONS)
        label = self.tr("Objection")
        rows.choice("objection", label, objections, span=self._span(2)).set_value("")
        result, following = panel.fields["result"], panel.fields["next_on"]

        offered = set[Any]()
        for on in (found.again_on, found.next_on):
            following.set_value(on)
            offered.add(following.raw())

        def propose() -> None:
            """Who did not answer is tried again on the next working day."""
            silent = result.raw() == NO_ANSWER
            if following.raw() in offered:
                following.set_value(found.again_on if silent else found.next_on)

        result.changed.connect(propose)
        answer = rows.text("answer", self.tr("Our answer"), longest=LONGEST, span=WIDE)
        objection = panel.fields["objection"]

        def show() -> None:
            answer.cell.setVisible(bool(objection.raw()))

        objection.changed.connect(show)
        show()

        def act() -> bool:
            given = {key: field.value() for key, field in panel.fields.items()}
            command = RecordFollowUp(
                about.id,
                about.version,
                given["how"],
                given["result"],
                given["note"],
                given["next_on"],
                given["objection"] or "",
                given["answer"] if given["objection"] else "",
            )
            return self._do(command, self.tr("Noted. The next follow-up is set."), panel)

        panel.act = act
        return panel

    def _next(self, panel: Panel, found: Proposal) -> None:
        panel.rows.date(
            "next_on",
            self.tr("Next follow-up"),
            today=lambda: found.today,
            span=self._span(2),
        ).set_value(found.next_on)

    def put_off(self, about: About) -> Panel:
        """Another day, though nobody was spoken with."""
        found = self._desk.read(proposal, about.id)
        panel = self._panel(self.tr("Put off"), "calendar-check", self.tr("Save"))
        self._next(panel, found)
        panel.rows.text("note", self.tr("Note"), longest=LONGEST, span=self._span(4))

        def act() -> bool:
            given = panel.values()
            command = SetFollowUp(about.id, about.version, given["next_on"], given["note"])
            return self._do(command, self.tr("The follow-up is put off."), panel)

        panel.act = act
        return panel

    def objection(self, about: About) -> Panel:
        """What the customer has against it, and what was answered."""
        panel = self._panel(self.tr("Objection"), "hand-palm", self.tr("Save"))
        codes = coded(self._desk, "objection", OBJECTIONS)
        panel.rows.choice("objection", self.tr("About"), codes, span=self._span(2))
        words = self.tr("What the customer says")
        panel.rows.text("words", words, longest=LONGEST, span=self._span(4))
        panel.rows.text("answer", self.tr("Our answer"), longest=LONGEST, span=WIDE)

        def act() -> bool:
            given = panel.values()
            said = (given["objection"], given["words"], given["answer"])
            return self._do(RecordObjection(about.id, *said), self.tr("Noted."), panel)

        panel.act = act
        return panel

    def expected(self, about: About) -> Panel:
        """When the customer will likely decide."""
        found = self._desk.read(proposal, about.id)
        panel = self._panel(self.tr("Expected close"), "target", self.tr("Save"))
        label = self.tr("Expected on")
        field = panel.rows.date(
            "on", label, required=True, today=lambda: found.today, span=self._span(2)
        )
        field.set_value(found.expected_on)

        def act() -> bool:
            command = SetExpected(about.id, about.version, panel.values()["on"])
            return self._do(command, self.tr("The forecast follows."), panel)

        panel.act = act
        return panel

    def lost(self, about: About) -> Panel:
        """Why it was lost: a coded reason, and more in words where that helps."""
        panel = self._panel(self.tr("Lost"), "thumbs-down", self.tr("Record as lost"))
        codes = [("", self.tr("Choose")), *coded(self._desk, "lost", LOST)]
        why = self.tr("Why it was lost")
        panel.rows.choice("lost_code", why, codes, required=True, span=self._span(3))
        panel.rows.text("reason", self.tr("In words"), longest=LONGEST, span=self._span(3))

        def act() -> bool:
            given = panel.values()
            command = FollowQuotation(
                about.id,
                about.version,
                "lose",
                given["reason"],
                lost_code=given["lost_code"],
            )
            return self._do(command, self.tr("Recorded as lost"), panel)

        panel.act = act
        return panel

    def accepted(self, about: About) -> Panel:
        """The customer says yes, which a slip of the hand must not say for them."""
        title = self.tr("Accepted by the customer")
        panel = self._panel(title, "handshake", self.tr("Record as accepted"))
        panel.rows.text("reason", self.tr("What was agreed"), longest=LONGEST, span=WIDE)

        def act() -> bool:
            reason = panel.values()["reason"]
            command = FollowQuotation(about.id, about.version, "accept", reason)
            return self._do(command, self.tr("Accepted by the customer"), panel)

        panel.act = act
        return panel

    def received(self, about: About) -> Panel:
        """Who has the paper, and how that is known."""
        title = self.tr("Customer has received it")
        panel = self._panel(title, "check", self.tr("Save"))
        panel.rows.text("receiver", self.tr("Who has it there"), longest=100, span=self._span(2))
        how = coded(self._desk, "follow_how", HOWS)
        panel.rows.choice("how", self.tr("Known by"), how, span=self._span(2))
        self._dated(panel, about, "confirm_receipt")
        return panel

    def negotiating(self, about: About) -> Panel:
        """What the customer wants to talk about."""
        panel = self._panel(self.tr("Negotiating"), "chats-circle", self.tr("Save"))
        self._dated(panel, about, "negotiate")
        return panel

    def _dated(self, panel: Panel, about: About, event: str) -> None:
        found = self._desk.read(proposal, about.id)
        on = about.follow_up_on
        if on is None or on <= found.today:
            on = found.next_on
        panel.rows.date(
            "follow_up_on",
            self.tr("Next follow-up"),
            today=lambda: found.today,
            span=self._span(2),
        ).set_value(on)
        wanted = event == "negotiate"
        label = self.tr("What they want") if wanted else self.tr("Note")
        panel.rows.text("reason", label, longest=LONGEST, span=self._span(4 if wanted else 6))

        def act() -> bool:
            given = panel.values()
            command = FollowQuotation(
                about.id,
                about.version,
                event,
                given["reason"],
                given["follow_up_on"],
                receiver=given.get("receiver", ""),
                how=given.get("how", ""),
            )
            return self._do(command, self.tr("Saved"), panel)

        panel.act = act


def narrow_panel(desk: Desk, title: str, glyph: str, accept: str, parent: QWidget) -> Panel:
    """A question beside a list: its buttons stand under the fields, which scroll."""
    panel = Panel(desk, title, glyph, accept, parent, tall=True)
    panel.head.removeWidget(panel.leave)
    panel.head.removeWidget(panel.accept)
    foot = QHBoxLayout()
    foot.addWidget(panel.leave)
    foot.addWidget(panel.accept, 1)
    column = panel.layout()
    assert isinstance(column, QVBoxLayout)
    column.addLayout(foot)
    return panel


def does(desk: Desk) -> Do:
    """Carries commands out for lists and board, and says it at the foot."""

    def do(command: Command[Any], words: str, panel: Panel) -> bool:
        if desk.execute(command, panel) is None:
            return False
        desk.say(words, Tone.OK)
        return True

    return do
