"""What is done with a quotation from its tab: each act is one command through the door."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from crm_desktop.domain.authority import Decision, Level
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.messages import sentence
from crm_desktop.services.approval_queue import may_consult
from crm_desktop.services.approvals import RecallRequest
from crm_desktop.services.people import Person
from crm_desktop.services.quotation_life import (
    CancelQuotation,
    ExtendQuotation,
    FollowQuotation,
    SetFollowUp,
)
from crm_desktop.services.quotation_lists import Quotation
from crm_desktop.services.quotations import (
    IssueQuotation,
    Outcome,
    ReviseQuotation,
    Saved,
    SubmitQuotation,
)
from crm_desktop.services.registry import Command
from crm_desktop.services.requests import Plea
from ui.desk import Desk
from ui.drafts import BANGKOK
from ui.paper_view import open_paper, print_paper
from ui.quotations.asking import SubmitPanel, date_panel, extend_panel, reason_panel
from ui.quotations.panels import Panel
from ui.quotations.words import LOST_REASONS
from ui.tokens import Tone

if TYPE_CHECKING:
    from ui.quotations.document import QuotationDocument

EVENTS = {
    "document.recall": "recall",
    "document.revise": "revise",
    "document.received": "confirm_receipt",
    "document.negotiate": "negotiate",
    "document.accept": "accept",
    "document.lost": "lose",
    "document.extend": "extend",
    "document.cancel": "cancel",
}
"""The action of each event that a person does by hand."""
LONGER_BY = 15
"""Days that are offered beyond the day until which the offer holds already."""
WHILE_TYPING = (
    *("document.save", "document.revert", "line.edit", "line.copy", "line.up", "line.down"),
    *("line.remove", "line.text", "line.heading", "line.subtotal"),
)


class Acts(QObject):
    """Serves one document; what it asks first, it asks in a panel of the document."""

    def __init__(self, document: "QuotationDocument") -> None:
        super().__init__(document)
        self.document = document
        self._told: Refused | None = None

    @property
    def desk(self) -> Desk:
        """The desk of the document."""
        return self.document.desk

    @property
    def paper(self) -> Quotation:
        """The paper as it was read last."""
        assert self.document.shown is not None
        return self.document.shown

    def offered(self) -> dict[str, bool]:
        """Which actions are there now."""
        shown, editable = self.document.shown, self.document.editable
        events = shown.events if shown else ("submit",)
        stored = shown is not None
        follows = stored and self.paper.state in OPEN_STATES
        return {
            **{action: event in events for action, event in EVENTS.items()},
            **dict.fromkeys(WHILE_TYPING, editable),
            "document.submit": bool({"submit", "issue", "proceed"} & set(events)),
            "document.reasons": editable,
            "document.preview": stored,
            "document.print": stored,
            "document.history": stored,
            "document.followup": follows,
        }

    def now(self) -> datetime:
        """This PC's moment in Bangkok: a first guess for a field, which the database judges."""
        return datetime.now(BANGKOK).replace(second=0, microsecond=0)

    # Words ------------------------------------------------------------------------------------

    def role_word(self, role: str) -> str:
        """Who answers where no person is named."""
        return {"credit": self.tr("credit-finance")}.get(role, self.tr("the director"))

    def verdict_word(self, verdict: str) -> str:
        """What an answer said."""
        return {
            "return": self.tr("Returned for changes"),
            "reject": self.tr("Not approved"),
            "deny_spoken": self.tr("Advice by phone was not confirmed"),
            "advise_for": self.tr("Advice: in favour"),
            "advise_against": self.tr("Advice: against"),
        }[verdict]

    def subtotal_word(self) -> str:
        """The words of a subtotal in the paper's language."""
        return sentence("line_subtotal", self.document.form.paper_language)

    # Saving and putting it to somebody --------------------------------------------------------

    def save(self) -> bool:
        """Keep the paper as it is typed; says beside the field what stands against it."""
        saved = self.document.form.submit()
        if not isinstance(saved, Saved):
            return False
        if saved.kept is False:
            self.desk.say(self.tr("Saved; the approval no longer holds, ask again"), Tone.WARN)
        elif saved.kept:
            self.desk.say(self.tr("Saved; milder than approved, so the approval holds"))
        else:
            self.desk.say(self.tr("Draft saved"))
        return True

    def submit(self) -> None:
        """One key: issue what is one's own, otherwise ask whoever decides."""
        if self.document.panel is not None:
            self.document.panel.go()
            return
        if self.document.editable and not self._kept():
            return
        events = self.paper.events
        if "issue" in events or "proceed" in events:
            self._issue()
        elif "submit" in events:
            self._put_forward()

    def _kept(self) -> bool:
        form = self.document.form
        form.grid.finish_editing()
        if form.dirty or self.document.shown is None:
            return self.save()
        return form.check()

    def _put_forward(self) -> None:
        self.document.form.price_now()
        found = self.document.form.found
        if found is None or found.decision.level is Level.OWN:
            self._send(Plea(), None)
        else:
            self._ask(found.decision)

    def _ask(self, decision: Decision) -> None:
        superiors: tuple[Person, ...] = ()
        phone = decision.row is not None and decision.row.phone_allowed
        if decision.level is Level.CONSULT and phone:
            superiors = self.desk.read(may_consult, self.paper.id)
        title = self.document.banner.words.text()
        panel = SubmitPanel(self.desk, decision.level, title, superiors, self.now, self.document)
        panel.act = lambda: self._send(panel.plea, panel)
        self.document.ask(panel)

    def _send(self, plea: Plea, panel: SubmitPanel | None) -> bool:
        consulted = panel.consulted if panel else None
        issue = panel is None or consulted is not None
        command = SubmitQuotation(self.paper.id, self.paper.version, plea, consulted, issue)
        outcome = self._execute(command, panel)
        if outcome is None and panel is None and self._wants_reason():
            self.document.read_again()
            found = self.document.form.found
            if found is not None:
                self._ask(found.decision)
        return self._show(outcome)

    def _wants_reason(self) -> bool:
        """Whether somebody else's paper or credit made it stricter since it was priced."""
        self.document.form.price_now()
        return self._told is not None and self._told.code == "reason_needed"

    def _issue(self, reason: str = "") -> bool:
        command = IssueQuotation(self.paper.id, self.paper.version, reason)
        panel = self.document.panel
        outcome = self._execute(command, panel)
        against = self._told is not None and self._told.code == "reason_against_advice"
        if outcome is None and panel is None and against:
            words = (
                self.tr("Go on against the advice"),
                self.tr("Reason for going on"),
                self.tr("Issue all the same"),
            )
            self._why(words, (), self._issue)
        return self._show(outcome)

    def _show(self, outcome: Any, *, issuing: bool = True) -> bool:
        """Say where the paper stands now; what was issued just now opens as it will print."""
        if not isinstance(outcome, Outcome):
            return False
        self.document.read_again()
        if issuing and outcome.number and outcome.state in OPEN_STATES:
            self.desk.say(self.tr("{0} is issued").format(outcome.number))
            open_paper(self.desk, outcome.id, self.document)
        elif outcome.state == "waiting":
            who = outcome.answerer or self.tr("your superior")
            self.desk.say(self.tr("Sent to {0}").format(who), Tone.INFO)
        elif outcome.request_id and outcome.answerer:
            self.desk.say(self.tr("Asked: {0}").format(outcome.answerer), Tone.INFO)
        else:
            self.desk.say(self.tr("Done"))
        return True

    def _execute(self, command: Command[Any], panel: Panel | None) -> Any:
        """Carry out a command; a refusal goes to the panel that asked, else to the form."""
        self._told = None
        return self.desk.execute(command, _Listener(self, panel))

    def refused(self, refusal: Refused, panel: Panel | None) -> None:
        """Remember the refusal and put its sentence where it belongs."""
        self._told = refusal
        if panel is not None:
            panel.refused(refusal)
        elif refusal.code not in ("reason_needed", "reason_against_advice"):
            self.document.form.refused(refusal)

    # The rest of its life ---------------------------------------------------------------------

    def recall(self) -> None:
        """Take the question back before it is answered."""
        request = self.paper.request
        if request is not None:
            self._do(RecallRequest(request.request_id, request.version), self.tr("Recalled"))

    def revise(self) -> None:
        """Open the next revision beside this one."""
        saved = self._execute(ReviseQuotation(self.paper.id), None)
        if isinstance(saved, Saved):
            self.document.open_record.emit("quotation", saved.id)

    def received(self) -> None:
        """The customer has the paper in hand."""
        words = (self.tr("Customer has received it"), self.tr("Next follow-up"), self.tr("Note"))
        self._dated(words, "confirm_receipt")

    def negotiate(self) -> None:
        """The customer wants to talk about it."""
        words = (self.tr("Negotiating"), self.tr("Next follow-up"), self.tr("What they want"))
        self._dated(words, "negotiate")

    def follow_up(self) -> None:
        """Only another next date."""
        if self.document.shown is None or self.paper.state not in OPEN_STATES:
            return
        words = (self.tr("Next follow-up"), self.tr("Follow up on"), self.tr("Note"))
        self._dated(words, "")

    def _dated(self, words: tuple[str, str, str], event: str) -> None:
        panel = date_panel(
            self.desk,
            (*words, self.tr("Save")),
            self.paper.content.follow_up_on,
            lambda: self.now().date(),
            self.document,
        )

        def act() -> bool:
            values = panel.values()
            on, note = values["follow_up_on"], values["reason"]
            command: Command[Any] = SetFollowUp(self.paper.id, self.paper.version, on, note)
            if event:
                command = FollowQuotation(self.paper.id, self.paper.version, event, note, on)
            return self._do(command, self.tr("Saved"), panel)

        panel.act = act
        self.document.ask(panel)

    def accept(self) -> None:
        """The customer says yes, which a slip of the hand must not say for them."""
        words = (
            self.tr("Accepted by the customer"),
            self.tr("What was agreed"),
            self.tr("Record as accepted"),
        )
        self._why(words, (), self._accepted, required=False)

    def _accepted(self, note: str) -> bool:
        command = FollowQuotation(self.paper.id, self.paper.version, "accept", note)
        return self._do(command, self.tr("Accepted by the customer"), self.document.panel)

    def lose(self) -> None:
        """The customer says no, and why."""
        words = (self.tr("Lost"), self.tr("Why it was lost"), self.tr("Record as lost"))
        self._why(words, LOST_REASONS, self._lost)

    def _lost(self, reason: str) -> bool:
        command = FollowQuotation(self.paper.id, self.paper.version, "lose", reason)
        return self._do(command, self.tr("Recorded as lost"), self.document.panel)

    def cancel(self) -> None:
        """Drop the paper; after issue the matrix is asked."""
        words = (self.tr("Cancel this paper"), self.tr("Reason"), self.tr("Cancel the paper"))
        self._why(words, (), self._cancelled)

    def _cancelled(self, reason: str) -> bool:
        command = CancelQuotation(self.paper.id, self.paper.version, reason)
        return self._show(self._execute(command, self.document.panel), issuing=False)

    def extend(self) -> None:
        """More days for the offer."""
        words = (
            self.tr("Let the offer hold longer"),
            self.tr("Days from today"),
            self.tr("Reason"),
            self.tr("Extend"),
        )
        until, today = self.paper.valid_until, self.now().date()
        left = max((until - today).days, 0) if until else 0
        panel = extend_panel(self.desk, words, left + LONGER_BY, self.document)

        def act() -> bool:
            values = panel.values()
            command = ExtendQuotation(
                self.paper.id, self.paper.version, values["days"], values["reason"]
            )
            return self._show(self._execute(command, panel), issuing=False)

        panel.act = act
        self.document.ask(panel)

    def _why(
        self,
        words: tuple[str, str, str],
        usual: tuple[Any, ...],
        then: Callable[[str], bool],
        *,
        required: bool = True,
    ) -> None:
        panel = reason_panel(self.desk, words, usual, self.document, required=required)
        panel.act = lambda: then(str(panel.values()["reason"]))
        self.document.ask(panel)

    def _do(self, command: Command[Any], words: str, panel: Panel | None = None) -> bool:
        done = self._execute(command, panel) is not None
        if done:
            self.desk.say(words)
            self.document.read_again()
        return done

    # Paper ------------------------------------------------------------------------------------

    def preview(self) -> None:
        """The paper as it will print."""
        if self._printable():
            open_paper(self.desk, self.paper.id, self.document)

    def print(self) -> None:
        """Straight to the printer."""
        if self._printable():
            print_paper(self.desk, self.paper.id, self.document)

    def _printable(self) -> bool:
        """What is typed is saved first: what prints is what is stored."""
        return not self.document.form.dirty or self.save()


class _Listener:
    """Hands a refusal to the acts together with the panel that asked."""

    def __init__(self, acts: Acts, panel: Panel | None) -> None:
        self._acts, self._panel = acts, panel

    def refused(self, refusal: Refused) -> None:
        """See `Acts.refused`."""
        self._acts.refused(refusal, self._panel)
