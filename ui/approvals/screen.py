"""The place of approvals: the queue, the request, the paper; one key per answer."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.permissions import may
from crm_desktop.messages import sentence
from crm_desktop.services.authority.approval_queue import RequestCard, request_card
from crm_desktop.services.authority.approvals import AnswerRequest, ConfirmSpoken, RecallRequest
from ui.approvals.card import SHOWN_TABLES, CardView, same
from ui.approvals.limits import CARRYING, limitable
from ui.approvals.panel import AnswerPanel
from ui.approvals.panes import Panes
from ui.approvals.queues import Queues
from ui.approvals.several import Batch, SeveralView, common
from ui.approvals.words import KEYS, paper_of, said_first
from ui.bars import Bar
from ui.binding import Slot
from ui.desk import Desk
from ui.guarded import guarded
from ui.paper_preview import PaperPreview
from ui.paper_view import open_paper, open_trail
from ui.screen import Screen
from ui.tokens import Tone

SPOKEN = ("confirm_spoken", "deny_spoken")
OVERTAKEN = ("already_answered", "request_moved")
"""What the second of two is refused with: the card then shows what the first one did."""

REST_MS = 700
"""How long the answers rest once the request in view changed by itself."""


class ApprovalsScreen(Screen):
    """Answers what waits for this person; shows what this person asked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._card: RequestCard | None = None
        self._batch: Batch | None = None
        self._answering = False
        self._unread = True
        self._moved = QElapsedTimer()
        slots: dict[str, Slot] = {name: self._presser(name) for name in sorted({*KEYS.values()})}
        self.bind(
            {
                **slots,
                "queue.send": self.send,
                "queue.limits": self.ask_limits,
                "queue.next": self.next,
                "document.recall": self.recall,
                "document.preview": self.open_paper,
                "request.trail": self.open_trail,
                **({} if self._answers_here() else {"document.reasons": self._reveal}),
                "list.everybody": self.switch_scope,
                "list.reload": self.read,
            }
        )
        self.bar = Bar(self)
        self.queues = Queues(desk, self)
        self.card = CardView(desk, self)
        self.several = SeveralView(desk.explain, self)
        self.panel = AnswerPanel(desk, self.bound, self)
        self.preview = PaperPreview(desk, self)
        self._assemble()
        self.queues.chosen.connect(self._open)
        self.queues.several.connect(self._selection)
        self.card.opened.connect(lambda paper: open_paper(desk, paper, self))
        self.setFocusProxy(self.queues)
        self._show_nothing()

    @property
    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Approvals")

    @property
    def request_id(self) -> int | None:
        """The request in view."""
        return self._card.row.id if self._card else None

    def _presser(self, name: str) -> Slot:
        return lambda: self.press(name)

    def _assemble(self) -> None:
        request = ((self.bar, 0), (self.card, 1), (self.several, 1), (self.panel, 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Panes(self.desk, self.queues, request, self.preview, self))

    # Reading ----------------------------------------------------------------------------------

    @guarded(otherwise=None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unread:
            self.read()

    def reload(self, tables: frozenset[str]) -> None:
        """Somebody asked or answered: the queue, and the request in view."""
        if not tables & SHOWN_TABLES or self._answering:
            return
        if self.isVisible():
            self.read()
        else:
            self._unread = True

    def read(self) -> None:
        """Read again; what is in view stays in view, and says so when it was answered meanwhile."""
        self._unread = False
        self._read_queues()
        if self._card is None:
            self._go()
        elif not self.several.listed:
            self._read_again(self._card)

    def _read_queues(self) -> bool:
        """False, said, where the several that are listed are others by now: nothing is answered
        with what stood there before."""
        shown = self.several.listed
        self.queues.read()
        if not shown or self.queues.selected() == shown:
            return True
        self._moved.start()
        words = self.tr("The selected requests changed meanwhile: please look, then answer.")
        self.bar.say(words, Tone.WARN)
        return False

    def _read_again(self, before: RequestCard) -> None:
        card = self._look_at(before.row.id)
        if card is None or same(card, before):
            return
        if before.verdicts and card.verdicts:
            show = (self.tr("Show how it stands now"), lambda: self._renew(card))
            self.bar.say(self._changed(), Tone.WARN, [show])
            return
        self._show_card(card, again=True)
        if before.verdicts and not card.verdicts and card.history:
            self._tell_answered(card)

    def _changed(self) -> str:
        return self.tr("What this request is about changed since it was opened.")

    def _renew(self, card: RequestCard) -> None:
        """Nothing is answered on what nobody saw: it is shown anew, what is written stays."""
        self._show_card(card, again=True)
        look = self.tr("This is how it stands now: please look, then answer.")
        self.bar.say(f"{self._changed()} {look}", Tone.WARN)

    def _tell_answered(self, card: RequestCard) -> None:
        """The second of two superiors hears who was first and what they said."""
        told = said_first(card.history[-1], self.desk.language, self.desk.era)
        self.bar.say(told, Tone.WARN, [(self.tr("Next"), self.next)])

    # Showing ----------------------------------------------------------------------------------

    def _open(self, request_id: int) -> None:
        if self.request_id == request_id:
            return
        self.bar.clear()
        self.panel.clear(request_id)
        card = self._look_at(request_id)
        if card is not None:
            self._show_card(card)

    def _look_at(self, request_id: int) -> RequestCard | None:
        """The request as it stands; None, with the reason said, where it is nobody's here now."""
        try:
            return self.desk.read(request_card, request_id)
        except Refused as refusal:
            self._show_nothing()
            self.bar.say(self.desk.explain(refusal), Tone.STOP)
            return None

    def _show_card(self, card: RequestCard, *, again: bool = False) -> None:
        """Show a request; `again` keeps what is being written about it."""
        if again:
            self._moved.start()
        before, self._card = self._card, card
        same_paper = again and before is not None and before.content == card.content
        same_answers = again and before is not None and before.verdicts == card.verdicts
        own = self.queues.is_own(card.row.id)
        beside_customer = not self._answers_here() and (own or not self.queues.answers)
        self.card.show_card(card, discreet=beside_customer)
        self.card.show()
        self.several.hide()
        if not same_answers or not card.verdicts:
            answers = self.queues.answers and not own
            limits = limitable(card) if answers else ()
            self.panel.offer(card.verdicts if answers else (), recall=own, limitable=limits)
        if not same_paper:
            self.preview.show_paper(paper_of(card))

    def _show_nothing(self) -> None:
        self._card = None
        self.card.clear()
        self.card.show()
        self.several.hide()
        self.panel.clear()
        self.panel.offer(())
        self.preview.clear()

    def _selection(self) -> None:
        """Several at once are listed first; one key then answers them all."""
        rows = self.queues.selected()
        if len(rows) > 1:
            if rows == self.several.listed:
                return
            self.several.show_rows(rows)
            self.several.show()
            self.card.hide()
            self.panel.offer(common(rows))
        elif not self.several.isHidden() and self._card is not None:
            self._show_card(self._card)
            if rows and rows[0].id != self.request_id:
                self._moved.start()
                self._open(rows[0].id)

    def show_record(self, kind: str, record_id: Any) -> None:
        """A request from Today or a notice, whether it still waits or not."""
        if self._unread:
            self.read()
        if not self.queues.select(int(record_id)):
            self.queues.leave()
            self._open(int(record_id))

    def switch_scope(self) -> None:
        """What waits for me, or also what waits for those below me."""
        self.queues.switch_scope()
        if self._card is None:
            self._go()

    def _answers_here(self) -> bool:
        """Whether it is this person's own work to answer, at a desk of their own; who stands in
        for somebody still sits at the counter."""
        return may(self.desk.actor.roles, "request.answer")

    def _reveal(self) -> None:
        self.card.reveal()

    def open_paper(self) -> None:
        """The paper in a tab of its own, where it can be made larger."""
        if self._card is not None:
            open_paper(self.desk, paper_of(self._card), self)

    def open_trail(self) -> None:
        """Everything that was decided about the paper, to be read or printed."""
        if self._card is not None:
            open_trail(self.desk, self._card.row.document_id, self)

    # Answering --------------------------------------------------------------------------------

    def press(self, name: str) -> None:
        """Answer at once, or ask for the note; a key pressed twice is no answer to the next one."""
        if self._rests():
            return
        if self.several.listed:
            self._say(name, common(self.several.listed), self._answer_several)
        elif self._card is not None:
            self._say(name, self._card.verdicts, self._answer)

    def _rests(self) -> bool:
        """Whether what is in view came so lately that nobody read it."""
        return self._moved.isValid() and self._moved.elapsed() < REST_MS

    def _say(self, name: str, verdicts: Sequence[str], answer: Callable[[str], object]) -> None:
        for verdict in verdicts:
            if KEYS[verdict] == name:
                answer(verdict)
                return

    def ask_limits(self) -> None:
        """L: how far the officer may go without asking again."""
        if self._card is None:
            return
        for verdict in self._card.verdicts:
            if verdict in CARRYING:
                self.panel.ask_limits(verdict, self._card.decision.facts)

    def send(self) -> None:
        """Ctrl+Enter: the verdict that waited for its note, or for its limits."""
        if self._rests():
            return
        if self.panel.armed and self.several.listed:
            self._answer_several(self.panel.armed)
        elif self.panel.armed:
            self._answer(self.panel.armed)

    def _answer(self, verdict: str) -> None:
        assert self._card is not None
        row, note = self._card.row, self.panel.text()
        if self.panel.lacks_note(verdict):
            return
        now = self._look_at(row.id)
        if now is None:
            return
        if now.verdicts and not same(now, self._card):
            self._renew(now)
            return
        limits = self.panel.limits.limits() if verdict in CARRYING else ()
        command: Any = AnswerRequest(row.id, row.version, verdict, note, limits)
        if verdict in SPOKEN:
            command = ConfirmSpoken(row.id, row.version, verdict == "confirm_spoken", note)
        state = self._carry_out(command)
        if state is not None:
            said = state if state == "climbed" else verdict
            word = sentence(f"verdict_{said}", self.desk.language)
            told = self.tr("{0}, within limits").format(word) if limits else word
            self._go_on(f"{row.reference}: {told}")

    def _carry_out(self, command: Any) -> Any:
        """Executes without taking one's own change for somebody else's."""
        self._answering = True
        try:
            return self.desk.execute(command, self)
        finally:
            self._answering = False

    def _answer_several(self, verdict: str) -> None:
        """The list that is shown, if it is still what is asked; each gets an answer of its own."""
        shown, note = self.several.rows, self.panel.text()
        if self.panel.lacks_note(verdict):
            return
        if not self._read_queues():
            return
        self._batch, self._answering = Batch(shown, verdict, note), True
        self.panel.offer(())
        self._batch.start(self.desk).ended.connect(self._several_answered)

    def _several_answered(self) -> None:
        """What could not be answered stays listed, with the reason beside each."""
        batch, self._batch, self._answering = self._batch, None, False
        if batch is None:
            return
        word = sentence(f"verdict_{batch.verdict}", self.desk.language)
        self._go_on(self.tr("{0} of {1}: {2}").format(batch.done, len(batch.rows), word))
        if batch.refused:
            self.several.show_refused(batch)
            self.several.show()
            self.card.hide()
            self.panel.offer(())

    def _go_on(self, told: str) -> None:
        """On to whoever waits next."""
        self.desk.say(told, Tone.OK)
        self._moved.start()
        place = self.queues.place()
        self.bar.clear()
        self.panel.note.clear()
        self._show_nothing()
        self.queues.read()
        self._go(place)
        self.setFocus()

    def _go(self, place: int = 0) -> None:
        if not self.queues.go(place):
            self._show_nothing()

    def refused(self, refusal: Refused) -> None:
        """What stopped an answer: beside the note if it is about the note, else above."""
        field, _, kind = (refusal.field or "").partition(".")
        if field == "note":
            self.panel.refuse(self.desk.explain(refusal))
            return
        if field == "limits" and self.panel.limits.refuse(kind, self.desk.explain(refusal)):
            return
        if refusal.code in OVERTAKEN and self._card is not None:
            self.queues.read()
            card = self._look_at(self._card.row.id)
            if card is not None:
                self._show_card(card, again=True)
        self.bar.say(self.desk.explain(refusal), Tone.STOP, [(self.tr("Next"), self.next)])

    def recall(self) -> None:
        """Take one's own request back; the paper is a draft again."""
        if self._card is not None and not self._rests():
            row = self._card.row
            if self._carry_out(RecallRequest(row.id, row.version)) is not None:
                self._go_on(self.tr("{0} is a draft again").format(row.reference))

    def next(self) -> None:
        """N: the request below, or the first again."""
        self._moved.invalidate()
        self.bar.clear()
        if not self.queues.next(self.request_id):
            self._show_nothing()
        self.setFocus()

    def back(self) -> bool:
        """Esc: out of the note, back to the queue."""
        if self.panel.armed or self.panel.is_typing():
            self.panel.settle()
            self.setFocus()
            return True
        return False
