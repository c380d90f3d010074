"""What is done with any paper from its tab: each act is one command through the door."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from crm_desktop.domain.authority import Decision, Level
from crm_desktop.domain.errors import Refused, Stale
from crm_desktop.services.authority.approval_queue import Adviser, may_consult
from crm_desktop.services.authority.approvals import RecallRequest
from crm_desktop.services.authority.requests import Consulted, Plea
from crm_desktop.services.papers.quotations import Outcome, Saved
from crm_desktop.services.registry import Command
from ui.binding import Slot
from ui.drafts import BANGKOK
from ui.paper_view import open_comparison, open_paper, open_trail, print_paper
from ui.papers.answering import Answering
from ui.papers.asking import SubmitPanel
from ui.papers.document import PaperDocument
from ui.papers.kind import Previewed
from ui.papers.panels import ROOM_FOR_BOTH, Panel
from ui.papers.questions import Questions
from ui.papers.typing import Typing
from ui.papers.words import asked_word
from ui.tokens import Tone

WHILE_TYPING = (
    *("document.save", "document.revert", "line.edit", "line.copy", "line.up", "line.down"),
    *("line.remove", "line.text", "line.heading", "line.subtotal"),
)


class PaperActs(Questions):
    """Serves one document; what it asks first, it asks in a panel of the document.

    A kind gives its commands, and in `EVENTS` the action of each event that is done by hand.
    """

    EVENTS: ClassVar[Mapping[str, str]] = {
        "document.recall": "recall",
        "document.cancel": "cancel",
    }

    def __init__(self, document: PaperDocument) -> None:
        super().__init__(document)
        self._told: Refused | None = None
        self.answering = Answering(self)
        self.typing = Typing(document)

    # What a kind gives ------------------------------------------------------------------------

    def submit_command(self, plea: Plea, consulted: Consulted | None, issue: bool) -> Command[Any]:
        """The command that puts the paper to whoever decides, and issues what is one's own."""
        raise NotImplementedError

    def issue_command(self, reason: str) -> Command[Any]:
        """The command that gives an approved paper its number."""
        raise NotImplementedError

    def cancel_command(self, reason: str) -> Command[Any]:
        """The command that drops the paper."""
        raise NotImplementedError

    def slots(self) -> dict[str, Slot]:
        """What each action does."""
        return {
            "document.submit": self.submit,
            "document.save": self.press_save,
            "document.recall": self.recall,
            "document.cancel": self.cancel,
            "document.preview": self.preview,
            "document.print": self.print,
            "request.trail": self.open_trail,
            "document.compare": self.compare,
            **self.answering.slots(),
            **self.typing.slots(),
        }

    def offered(self) -> dict[str, bool]:
        """Which actions are there now."""
        shown, editable = self.document.shown, self.document.editable
        events = shown.events if shown else ("submit",)
        stored = shown is not None
        return {
            **{action: event in events for action, event in self.EVENTS.items()},
            **dict.fromkeys(WHILE_TYPING, editable),
            "document.submit": bool({"submit", *self._going} & set(events)),
            "document.reasons": editable,
            "document.preview": stored,
            "document.print": stored,
            "document.history": stored,
            "request.trail": stored,
            "document.compare": stored,
            **self.answering.offered(),
            **self.typing.offered(),
        }

    def begun(self) -> None:
        """A new paper stands empty: what it is to begin with comes in."""
        self.typing.begun()

    def why_not(self, action: str) -> None:
        """Say why an act that is not offered now cannot be done; a question that stands open
        takes the keys that save and send."""
        panel, shown = self.document.panel, self.document.shown
        if panel is not None and action in ("document.save", "document.submit"):
            panel.go()
            return
        act = self.document.bound[action].text()
        if shown is None:
            self.desk.say(
                self.tr("“{0}” is possible once the paper is saved").format(act), Tone.WARN
            )
            return
        words = self.tr("“{0}” is not possible now: {1} is “{2}”")
        state = self.document.state_word(shown.state)
        self.desk.say(words.format(act, shown.reference, state), Tone.WARN)

    # What it serves ---------------------------------------------------------------------------

    @property
    def is_out(self) -> bool:
        """Whether the paper lives outside the house."""
        return self.paper.state in self.document.paper_kind.open_states

    @property
    def _going(self) -> frozenset[str]:
        return self.document.paper_kind.going

    @property
    def told(self) -> Refused | None:
        """What the last command was refused with."""
        return self._told

    def now(self) -> datetime:
        """This PC's moment in Bangkok: a first guess for a field, which the database judges."""
        return datetime.now(BANGKOK).replace(second=0, microsecond=0)

    # Saving and putting it to somebody --------------------------------------------------------

    def press_save(self) -> None:
        """Ctrl+S: the question that stands open takes it, else the paper is kept."""
        if self.document.panel is not None:
            self.document.panel.go()
        else:
            self.save()

    def save(self) -> bool:
        """Keep the paper as it is typed; says beside the field what stands against it."""
        saved = self.document.form.submit()
        if not isinstance(saved, Saved):
            return False
        if saved.kept is False:
            self.desk.say(self.tr("Saved; the approval no longer holds, ask again"), Tone.WARN)
        elif saved.kept and saved.state == "draft":
            self.desk.say(self.tr("Saved within what was approved; to be signed anew"))
        elif saved.kept:
            self.desk.say(self.tr("Saved; the approval still holds"))
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
        if self._going.intersection(events):
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
        if found is None or found.within or found.decision.level is Level.OWN:
            self._send(Plea(), None)
        else:
            self._ask(found)

    def _ask(self, found: Previewed) -> None:
        superiors: tuple[Adviser, ...] = ()
        decision = found.decision
        phone = decision.row is not None and decision.row.phone_allowed
        if decision.level is Level.CONSULT and phone:
            superiors = self.desk.read(may_consult, self.paper.id)
        words = (self.document.banner.words.text(), self.document.phrases().record_and_issue)
        panel = SubmitPanel(
            self.desk,
            decision.level,
            *words,
            superiors,
            self.now,
            self.document,
            selling=self._is_of_price(decision),
            limited=bool(found.room),
            tall=self.document.height() < ROOM_FOR_BOTH,
        )
        panel.act = lambda: self._send(panel.plea, panel)
        panel.show_total(found)
        self.document.form.priced.connect(panel.show_total)
        today = f"ask {self.now():%Y-%m-%d}"
        self.ask(panel, "document.submit", self._put_forward_anew, keep=today)

    def _is_of_price(self, decision: Decision) -> bool:
        """Whether it is asked for the customer's price, and not for credit alone or a purchase."""
        asked = decision.asked.asks
        of_credit = bool(asked) and all(key.partition(":")[0] == "credit" for key in asked)
        return not (of_credit or self.document.paper_kind.kind.prices_pass)

    def _put_forward_anew(self) -> None:
        """What is one's own by now is not sent by a question about something else."""
        self.document.form.price_now()
        found = self.document.form.found
        if found is not None and not found.within and found.decision.level is not Level.OWN:
            self._ask(found)

    def _send(self, plea: Plea, panel: SubmitPanel | None) -> bool:
        consulted = panel.consulted if panel else None
        issue = panel is None or consulted is not None
        outcome = self.execute(self.submit_command(plea, consulted, issue), panel)
        if outcome is None and panel is None and self._wants_reason():
            self.document.read_again()
            found = self.document.form.found
            if found is not None:
                self._ask(found)
        return self.show(outcome)

    def _wants_reason(self) -> bool:
        """Whether somebody else's paper or credit made it stricter since it was priced."""
        self.document.form.price_now()
        return self._told is not None and self._told.code == "reason_needed"

    def _issue(self, reason: str = "") -> bool:
        panel = self.document.panel
        outcome = self.execute(self.issue_command(reason), panel)
        against = self._told is not None and self._told.code == "reason_against_advice"
        if outcome is None and panel is None and against:
            self._ask_against()
        return self.show(outcome)

    def _ask_against(self) -> None:
        words = (
            self.tr("Go on against the advice"),
            self.tr("Reason for going on"),
            self.document.phrases().issue_anyway,
        )
        self.ask_why(words, "document.submit", self._issue, again=self._ask_against)

    def show(self, outcome: Any, *, issuing: bool = True) -> bool:
        """Say where the paper stands now; what was issued just now opens as it will print."""
        if not isinstance(outcome, Outcome):
            return False
        self.document.read_again()
        if issuing and outcome.number and outcome.state != "waiting":
            self.desk.say(self.document.phrases().issued.format(outcome.number))
            open_paper(self.desk, outcome.id, self.document)
        elif outcome.state == "waiting":
            self.desk.say(self.tr("Sent to {0}").format(self._asked()), Tone.INFO)
        elif outcome.request_id and outcome.answerer:
            self.desk.say(self.tr("Asked: {0}").format(self._asked()), Tone.INFO)
        else:
            self.desk.say(self.tr("Done"))
        return True

    def _asked(self) -> str:
        """Whoever answers first, as the paper says it."""
        request = self.paper.request
        return asked_word(request) if request is not None else self.tr("your superior")

    # Asking and telling -----------------------------------------------------------------------

    def execute(self, command: Command[Any], panel: Panel | None) -> Any:
        """Carry out a command; a refusal goes to the panel that asked, else to the form."""
        self._told = None
        return self.desk.execute(command, _Listener(self, panel))

    def refused(self, refusal: Refused, panel: Panel | None) -> None:
        """Remember the refusal and put its sentence where it belongs."""
        self._told = refusal
        if isinstance(refusal, Stale) and panel is not None and panel.basis is not None:
            self.document.read_again()
            self.ask_again(panel)
        elif panel is not None:
            panel.refused(refusal)
        elif refusal.code not in ("reason_needed", "reason_against_advice"):
            self.document.form.refused(refusal)

    def do(self, command: Command[Any], words: str, panel: Panel | None = None) -> bool:
        """Carry out a command and say `words` when it is done."""
        done = self.execute(command, panel) is not None
        if done:
            self.desk.say(words)
            self.document.read_again()
        return done

    # What every paper may come to -------------------------------------------------------------

    def recall(self) -> None:
        """Take the question back before it is answered."""
        request = self.paper.request
        if request is not None:
            self.do(RecallRequest(request.request_id, request.version), self.tr("Recalled"))

    def cancel(self) -> None:
        """Drop the paper; after issue the matrix is asked."""
        words = (self.tr("Cancel this paper"), self.tr("Reason"), self.tr("Cancel the paper"))
        self.ask_why(words, "document.cancel", self._cancelled)

    def _cancelled(self, reason: str) -> bool:
        command = self.cancel_command(reason)
        return self.show(self.execute(command, self.document.panel), issuing=False)

    def preview(self) -> None:
        """The paper as it will print."""
        if self._printable():
            open_paper(self.desk, self.paper.id, self.document)

    def print(self) -> None:
        """Straight to the printer."""
        if self._printable():
            print_paper(self.desk, self.paper.id, self.document)

    def compare(self) -> None:
        """The paper, as typed, beside the one it replaces or came from."""
        if self._printable():
            open_comparison(self.desk, self.paper.id, self.document)

    def open_trail(self) -> None:
        """Everything that was decided about the paper."""
        open_trail(self.desk, self.paper.id, self.document)

    def _printable(self) -> bool:
        """What is typed is saved first: what prints is what is stored."""
        return not self.document.form.dirty or self.save()


class _Listener:
    """Hands a refusal to the acts together with the panel that asked."""

    def __init__(self, acts: PaperActs, panel: Panel | None) -> None:
        self._acts, self._panel = acts, panel

    def refused(self, refusal: Refused) -> None:
        """See `PaperActs.refused`."""
        self._acts.refused(refusal, self._panel)
