"""What is done with the deposit under the cursor: each act is one command, asked in a form."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from crm_desktop.services.authority.approval_queue import request_card
from crm_desktop.services.deposits.deposit_claims import Claimed
from crm_desktop.services.deposits.deposit_lists import Claim, Deposit, deposit
from crm_desktop.services.deposits.deposits import Received
from ui.binding import Slot
from ui.deposits import claims, forms
from ui.deposits.receive import ReceiveForm
from ui.deposits.renewing import MoneyForm
from ui.deposits.words import asked_word, has_voucher, state_word
from ui.paper_view import open_paper, print_paper
from ui.papers.answering import AnswerHere
from ui.places import new_id
from ui.tables.view import ListView
from ui.tokens import Tone

if TYPE_CHECKING:
    from ui.deposits.list import DepositList

FORMS: Mapping[str, Any] = {
    "receive": ReceiveForm,
    "clear": forms.ClearForm,
    "bounce": forms.BounceForm,
    "apply": forms.ApplyForm,
    "refund": claims.RefundForm,
    "transfer": claims.TransferForm,
    "forfeit": claims.ForfeitForm,
    "reverse": forms.ReverseForm,
    "invoice": forms.InvoiceForm,
    "cancel": forms.CancelForm,
}
"""The form of each act; an act is offered while its event may happen."""
CLAIMED: Mapping[str, Any] = {"pay": claims.PayForm, "drop": claims.DropForm}
"""The form of each act on what was asked."""
UNPRINTED = ("cancelled", "bounced")
"""States in which there is nothing to hand to the customer."""
NEXT = ("pay", "receive", "clear")
"""What Enter does, the first that may happen."""


class DepositActs(QObject):
    """Serves the list: opens forms, shows papers, says what was done."""

    offered_names = (
        *(f"deposit.{step}" for step in ("pay", "receive", "clear", "apply", "refund")),
        *(f"deposit.{step}" for step in ("transfer", "forfeit", "bounce", "reverse", "drop")),
        "request.answer_here",
        *("deposit.invoice", "deposit.cancel", "list.preview", "list.print"),
        *("deposit.voucher", "deposit.statement", "deposit.paper"),
    )
    """The acts in the order of the card's buttons."""

    def __init__(self, screen: "DepositList") -> None:
        super().__init__(screen)
        self.screen, self.desk = screen, screen.desk
        self._asked: tuple[ListView | None, int | None, str] = (None, None, "")

    def slots(self) -> dict[str, Slot]:
        """What each action does."""
        return {
            "list.new": self.new,
            **{f"deposit.{step}": self._beginner(step) for step in (*FORMS, *CLAIMED)},
            "deposit.paper": self.open_paper_for,
            "deposit.voucher": self.voucher,
            "deposit.statement": self.statement,
            "list.preview": self.preview,
            "list.print": self.print,
            "request.answer_here": self.answer_here,
        }

    def follow(self, shown: Deposit | None) -> None:
        """Offer what may be done with this deposit now."""
        events = set(shown.events) if shown else set()
        there = {f"deposit.{step}": step in events for step in (*FORMS, *CLAIMED)}
        there |= {
            "deposit.paper": shown is not None,
            "deposit.voucher": self._voucher() is not None,
            "deposit.statement": shown is not None,
            "request.answer_here": self._waiting() is not None,
            "list.preview": shown is not None and shown.state != "cancelled",
            "list.print": shown is not None and shown.state not in UNPRINTED,
        }
        for name, on in there.items():
            if name in self.screen.bound:
                self.screen.bound[name].setEnabled(on)
                self.screen.bound[name].setVisible(on)

    def why_not(self, action: str) -> None:
        """Say why an act on the deposit under the cursor cannot be done now."""
        act, shown = self.screen.bound[action].text(), self.screen.shown
        if shown is None:
            words = self.tr("“{0}” needs a deposit: there is none under the cursor").format(act)
        else:
            state = state_word(self.desk, shown.state)
            words = self.tr("“{0}” is not possible now: {1} is “{2}”")
            words = words.format(act, shown.reference, state)
        self.desk.say(words, Tone.WARN)

    # Beginning --------------------------------------------------------------------------------

    def _beginner(self, step: str) -> Slot:
        return lambda: self.begin(step)

    def begin(self, step: str) -> bool:
        """Open the form of an act if it may happen now."""
        shown = self.screen.shown
        if shown is None:
            return False
        may = _claims(step, shown)
        wanted = [each for each in may if each.id == self.screen.claim_id]
        form = self._form(step, shown, next(iter(wanted or may), None))
        if form is None:
            return False
        self.screen.show_form(form)
        self._asked = (self.screen.view, self._row_id(), step)
        return True

    def _form(self, step: str, shown: Deposit, claim: Claim | None) -> MoneyForm | None:
        """The form of an act on this deposit, for some acts on a claim of it; None where it may not
        happen."""
        if f"deposit.{step}" not in self.screen.bound or step not in shown.events:
            return None
        if step in CLAIMED and claim is None:
            return None
        about = (shown, claim) if step in CLAIMED else (shown,)
        made: MoneyForm = {**FORMS, **CLAIMED}[step](self.desk, *about, self.screen.today)
        made.outdated.connect(lambda: self._renew(made, step))
        return made

    def _renew(self, old: MoneyForm, step: str) -> None:
        """The deposit of an open form is another by now: the same form about it as it is, with what
        was typed. Where there is none, what was typed stays to be read, with the reason."""
        now, typed, changed = self.desk.read(deposit, old.about.id), old.typed(), old.changed()
        wanted = old.claim.id if isinstance(old, claims.ClaimForm) else None
        claim = next((each for each in _claims(step, now) if each.id == wanted), None)
        form = self._form(step, now, claim)
        if form is None:
            words = self.tr("{0} {1} is “{2}” now: this cannot be done any more.")
            state = state_word(self.desk, now.state)
            old.bar.say(words.format(changed, now.reference, state), Tone.STOP)
            return
        old.forget_draft()
        self.screen.middle.drop_form()
        self.screen.read_card()
        self.screen.show_form(form)
        form.take(typed, changed)

    def _row_id(self) -> int | None:
        row = self.screen.view.current()
        return row.id if row else None

    def turn(self) -> None:
        """Another line is under the cursor: an untouched form follows it, one that was typed into
        asks first. A form whose own line has left the list stays."""
        form, (view, began, step) = self.screen.form, self._asked
        row_id = self._row_id()
        if form is None or view is not self.screen.view or row_id in (began, None):
            return
        if view.model.row_of(began) is None:
            return
        if form.dirty:
            view.select(began)
            form.leave(lambda: self._go_on(row_id))
            return
        self._go_on(row_id)
        self.begin(step)
        view.setFocus()

    def _go_on(self, row_id: int | None) -> None:
        self.screen.middle.drop_form()
        self.screen.view.select(row_id)
        self.screen.read_card()

    def next_step(self) -> bool:
        """Enter: pay, receive or clear, whichever waits for this person."""
        return any(self.begin(step) for step in NEXT)

    def new(self, ident: str = "") -> None:
        """Ctrl+N: ask for a deposit."""
        form = forms.AskForm(self.desk, ident or new_id(), self.screen.today)
        self.screen.show_form(form)
        self._asked = (None, None, "")

    def save(self) -> None:
        """Ctrl+S."""
        if self.screen.form is not None:
            self.screen.form.submit()

    # Answering --------------------------------------------------------------------------------

    def _waiting(self) -> Claim | None:
        """What waits for an answer: on the line under the cursor, else what was asked first."""
        shown, wanted = self.screen.shown, self.screen.claim_id
        found = [each for each in shown.claims if each.state == "waiting"] if shown else []
        return next((each for each in found if each.id == wanted), next(iter(found), None))

    def answer_here(self) -> None:
        """Shift+F7: the superior, who stands here, signs in for one answer."""
        claim = self._waiting()
        if claim is not None and self.screen.middle.close_form():
            card = self.desk.read(request_card, claim.request_id, beside=True)
            self.screen.ask(AnswerHere(self.desk, card, self.screen))

    # Papers -----------------------------------------------------------------------------------

    def open_paper_for(self) -> None:
        """F7: the order that the money is for."""
        shown = self.screen.shown
        if shown is not None:
            self.screen.open_record.emit(shown.for_kind, shown.for_id)

    def preview(self) -> None:
        """F6: the receipt, or the slip to pay by while the money is expected."""
        if self.screen.shown is not None:
            open_paper(self.desk, self.screen.shown.id, self.screen)

    def print(self) -> None:
        """Ctrl+P: the same, straight to the printer."""
        if self.screen.shown is not None:
            print_paper(self.desk, self.screen.shown.id, self.screen)

    def voucher(self) -> None:
        """What a refund is paid against, to be signed."""
        claim_id = self._voucher()
        if claim_id is not None:
            open_paper(self.desk, f"voucher-{claim_id}", self.screen)

    def statement(self) -> None:
        """All deposits of this customer."""
        if self.screen.shown is not None:
            self.screen.open_record.emit("statement", self.screen.shown.customer_id)

    def _voucher(self) -> int | None:
        """The refund that was paid last, or that waits to be paid."""
        shown = self.screen.shown
        found = [each.id for each in shown.claims if has_voucher(each)] if shown else []
        return found[-1] if found else None

    # Telling ----------------------------------------------------------------------------------

    def told(self, answer: Any) -> str:
        """What to say when an act is done."""
        if isinstance(answer, Received):
            if answer.rest_id is not None:
                return self.tr("Received, receipt {0}; the rest stays expected.").format(
                    answer.number
                )
            return self.tr("Received, receipt {0}.").format(answer.number)
        if isinstance(answer, Claimed) and answer.state == "waiting":
            asked = self.desk.read(deposit, answer.id).claims
            claim = next(each for each in asked if each.id == answer.claim_id)
            return self.tr("Asked: {0}").format(answer.answerer or asked_word(claim))
        return self.tr("Saved.")


def _claims(step: str, shown: Deposit) -> list[Claim]:
    """What may be paid now, or withdrawn."""
    return [each for each in shown.claims if (each.payable if step == "pay" else each.droppable)]
