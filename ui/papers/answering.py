"""What the officer does about a question that waits: the superior answers here, or the customer
begins to wait."""

from collections.abc import Mapping
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.services.authority.approval_queue import RequestCard, request_card
from crm_desktop.services.authority.approvals import NOTE_NEEDED, AnswerRequest
from crm_desktop.services.authority.pressing import CustomerWaits
from ui.approvals.limits import CARRYING, LimitFields, limitable
from ui.approvals.words import PRESS, matter_word, say
from ui.binding import Slot
from ui.desk import Desk
from ui.papers.panels import Panel
from ui.papers.questions import Questions
from ui.theme import set_role
from ui.tokens import Tone


class AnswerHere(Panel):
    """One answer by somebody who signs in for it. The customer may see it: it says who asks what
    and why, and no cost, margin or figure beyond the sum of the paper."""

    def __init__(self, desk: Desk, card: RequestCard, parent: QWidget) -> None:
        super().__init__(desk, "", "identification-badge", "", parent, tall=True)
        self.entitle(self.tr("Superior answers here"), self.tr("Answer"))
        self._card, self._refused = card, False
        self.act = self._give
        self._ask_who()
        self._ask_what()
        self.limits = LimitFields(desk, self)
        self.within = QPushButton(self.tr("Within limits"), self)
        self.within.setCheckable(True)
        self.within.toggled.connect(self._show_limits)
        set_role(self.within, "flat")
        self.body.insertWidget(2, self.within, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertWidget(3, self.limits)
        self._follow_verdict()

    def _ask_who(self) -> None:
        row, card = self._card.row, self._card
        asked = " · ".join(
            filter(None, (row.requester, matter_word(row, self.desk.explain), row.reference))
        )
        words = f"{asked} · {row.customer} · {row.total}"
        about = QLabel("\n".join(filter(None, (words, card.reason))), self)
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        set_role(about, "muted")
        self.body.insertWidget(0, about)
        who = self.tr("User name of the superior")
        name = self.rows.text("username", who, required=True, span=2)
        name.set_raw(card.username)  # their password is the first thing to type then
        name.changed.connect(self._another)
        password = self.rows.text("password", self.tr("Password"), required=True, span=2)
        box = password.widget
        assert isinstance(box, QLineEdit)
        box.setEchoMode(QLineEdit.EchoMode.Password)

    def _another(self) -> None:
        """What somebody else was refused with is no word about this person."""
        if self._refused:
            self.bar.clear()
            self.fields["password"].refuse("")

    def _ask_what(self) -> None:
        said = [(each, say(PRESS[each])) for each in self._card.verdicts]
        verdict = self.rows.choice("verdict", self.tr("Answer"), said, span=2)
        verdict.changed.connect(self._follow_verdict)
        self.rows.text("note", self.tr("Note"), longest=500, span=6)

    def begin(self) -> None:
        empty = not self.fields["username"].raw()
        self.fields["username" if empty else "password"].widget.setFocus()

    @property
    def verdict(self) -> str:
        """The answer that is chosen."""
        return str(self.fields["verdict"].raw())

    def command(self) -> AnswerRequest:
        """The answer as it is given."""
        row, note = self._card.row, str(self.fields["note"].raw()).strip()
        limits = self.limits.limits() if self.verdict in CARRYING else ()
        return AnswerRequest(row.id, row.version, self.verdict, note, limits)

    def misses_note(self) -> bool:
        """Whether the answer lacks its note, which is said before anybody's password is spent."""
        missing = self.verdict in NOTE_NEEDED and not self.command().note
        if missing:
            self.refused(Refused("note_needed", "note"))
        return missing

    def _follow_verdict(self) -> None:
        self.fields["note"].refuse("")
        there = bool(limitable(self._card)) and self.verdict in CARRYING
        self.within.setVisible(there)
        if not there:
            self.within.setChecked(False)

    def _show_limits(self, on: bool) -> None:
        if on:
            self.limits.offer(limitable(self._card), self._card.decision.facts)
            QTimer.singleShot(0, self.limits, self._reach_limits)
        else:
            self.limits.hide()

    def _reach_limits(self) -> None:
        for scroll in self.findChildren(QScrollArea):
            scroll.ensureWidgetVisible(self.limits)

    def _give(self) -> bool:
        """Beside the window, because checking a password takes its time on purpose."""
        if self.misses_note():
            return False
        username, password = (str(self.fields[key].raw()) for key in ("username", "password"))
        command, basis = self.command(), self.basis
        self.basis = None  # what comes of it is no change made by others
        self.work(True)

        def answer(application: Application, _task: Any) -> str:
            return application.execute_as(username, password, command)

        def refused(refusal: Refused) -> None:
            if shiboken6.isValid(self):
                self.basis = basis
                self.work(False)
                self.refused(refusal)
            else:
                self.desk.refuse(refusal)

        self.desk.beside(answer, lambda state: self._given(command, state), refused)
        return False

    def _given(self, answer: AnswerRequest, state: str) -> None:
        said = state if state == "climbed" else answer.verdict
        word = sentence(f"verdict_{said}", self.desk.language)
        told = self.tr("{0}, within limits").format(word) if answer.limits else word
        self.desk.say(f"{self._card.row.reference}: {told}", Tone.OK)
        if shiboken6.isValid(self):
            self.close_panel()
        self.desk.look_around()

    def work(self, under_way: bool) -> None:
        """Show that the password is being checked, or that something else can be typed."""
        self.accept.setEnabled(not under_way)
        if under_way:
            self.accept.setText(self.tr("Checking…"))
        else:
            self.promise(self.tr("Answer"))
            self.fields["password"].set_raw("")

    def refused(self, refusal: Refused) -> None:
        self._refused = True
        field, _, kind = (refusal.field or "").partition(".")
        if field != "limits" or not self.limits.refuse(kind, self.desk.explain(refusal)):
            super().refused(refusal)


class Answering(QObject):
    """Serves the acts of one document."""

    def __init__(self, acts: Questions) -> None:
        super().__init__(acts)
        self._acts, self.desk = acts, acts.desk

    def slots(self) -> dict[str, Slot]:
        """What each action does."""
        return {
            "request.answer_here": self.answer_here,
            "request.customer_waits": self.customer_waits,
        }

    def offered(self) -> Mapping[str, bool]:
        """Both are there while the question waits."""
        shown = self._acts.document.shown
        request = shown.request if shown is not None else None
        waits = request is not None and request.state == "waiting"
        pressing = request is not None and request.customer_waiting
        return {
            "request.answer_here": waits,
            "request.customer_waits": waits and not pressing,
        }

    def customer_waits(self) -> None:
        """The request goes on top, and up in ten minutes."""
        request = self._acts.paper.request
        if request is None:
            return
        if self.desk.execute(CustomerWaits(request.request_id)) is not None:
            self.desk.say(self.tr("Your superior hears that the customer is waiting"))
            self._acts.document.read_again()

    def answer_here(self) -> None:
        """Ask the superior, who stands beside the officer, for the answer."""
        request = self._acts.paper.request
        if request is None:
            return
        card = self.desk.read(request_card, request.request_id, beside=True)
        panel = AnswerHere(self.desk, card, self._acts.document)
        self._acts.ask(panel, "request.answer_here")
