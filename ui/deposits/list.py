"""The deposits and the refunds to pay: a list with quick filters, the ledger beside it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.domain.money import Money
from crm_desktop.services.deposits.deposit_lists import (
    Claim,
    Deposit,
    DepositRow,
    claims_page,
    deposit,
    deposit_page,
)
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from ui.binding import tell_dead
from ui.chips import Chips
from ui.deposits.acts import DepositActs
from ui.deposits.card import DepositCard
from ui.deposits.renewing import MoneyForm
from ui.deposits.words import (
    claim_tone,
    claim_word,
    figure,
    matter_word,
    method_word,
    state_tone,
    state_word,
)
from ui.desk import Desk
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.papers.batch import BatchPlace
from ui.papers.panels import Panel
from ui.places import new_id
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tokens import Tone

PANEL = 420
STATES: Mapping[str, tuple[str, ...]] = {
    "expected": ("expected",),
    "awaiting": ("awaiting",),
    "held": ("held", "partly_used"),
    "all": (),
}
CLAIMS = "refunds"  # the filter that shows what is asked about deposits in their place


class DepositList(LiveScreen):
    """Acts have one key each; what they ask stands in place of the card."""

    FILTERS = ("chips",)
    TABLES = frozenset(
        {"document", "deposit", "deposit_entry", "deposit_claim", "request", "customer"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shown: Deposit | None = None
        self._served: int | None = None
        kept = desk.state.text("deposits/stage", self._first_stage())
        self.chips = Chips(self._words(), kept, self)
        self.list, self.claims = self._make_list(), self._make_claims()
        self.lists = QStackedWidget(self)
        self.lists.addWidget(self.list)
        self.lists.addWidget(self.claims)
        self.card = DepositCard(desk, self)
        self.panel = QStackedWidget(self)
        self.panel.addWidget(self.card)
        self.middle = SideBySide(self.lists, self.panel, PANEL, self, always=True)
        self.asking = BatchPlace()
        self.acts = DepositActs(self)
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.columns": self.choose_columns,
                "list.stage": self.chips.next,
                "list.papers": self._save_papers,
                "form.save": self.acts.save,
                "task.customer": self.open_customer,
                **self.acts.slots(),
            }
        )
        tell_dead(self.bound, self.acts.offered_names, self.acts.why_not)
        self._lay_out()
        self._wire()
        self._apply()

    @property
    def title(self) -> str:
        return self.tr("Deposits")

    @property
    def view(self) -> ListView:
        """The list in view: deposits, or what is asked about them."""
        return self.claims if self.chips.on == CLAIMS else self.list

    @property
    def claim_id(self) -> int | None:
        """What is asked on the line under the cursor."""
        row = self.claims.current() if self.chips.on == CLAIMS else None
        return row.id if row else None

    def today(self) -> date:
        """The database's day."""
        return self.desk.read(day_here)

    @property
    def form(self) -> Form | None:
        """The form beside the list, if one is open."""
        return self.middle.form

    # Making -----------------------------------------------------------------------------------

    def _first_stage(self) -> str:
        """Where this person's day begins."""
        if self.desk.may("deposit.pay"):
            return CLAIMS
        return "expected" if self.desk.may("deposit.receive") else "all"

    def _words(self) -> dict[str, str]:
        return {
            "expected": self.tr("Expected"),
            "awaiting": self.tr("Awaiting clearing"),
            "held": self.tr("Held"),
            CLAIMS: self.tr("Asked and to pay"),
            "all": self.tr("All"),
        }

    def _make_list(self) -> ListView:
        desk = self.desk
        return ListView(
            "deposits",
            self.title,
            [
                Column("reference", self.tr("Number"), 138, sort="id", strong=True),
                Column("customer", self.tr("Customer"), 100, stretch=True),
                Column("for_reference", self.tr("For paper"), 134),
                Column(
                    "amount",
                    self.tr("Amount"),
                    88,
                    Align.RIGHT,
                    figure,
                    sort="amount",
                    value=lambda row: row.amount or row.expected,
                ),
                Column("held", self.tr("Held"), 88, Align.RIGHT, figure, value=_held),
                Column(
                    "state",
                    self.tr("State"),
                    150,
                    format=lambda state: state_word(desk, state),
                    tone=lambda row: state_tone(row.state),
                ),
                Column(
                    "method",
                    self.tr("Paid by"),
                    84,
                    format=lambda method: method_word(desk, method),
                    shown=False,
                ),
                Column("received_on", self.tr("Received"), 92, format=desk.day, shown=False),
                Column("age_days", self.tr("Days"), 56, Align.RIGHT, muted=True, shown=False),
                Column("tax_invoice", self.tr("Tax invoice"), 120, muted=True, shown=False),
            ],
            self._fetch,
            empty=(
                self.tr("No deposits here"),
                self.tr("Ctrl+N asks for one, or Ctrl+G goes to another filter."),
            ),
            state=desk.state,
            totals=self._totals,
            parent=self,
        )

    def _make_claims(self) -> ListView:
        desk = self.desk
        return ListView(
            "deposit_claims",
            self.tr("Asked and to pay"),
            [
                Column("reference", self.tr("Deposit"), 138, strong=True),
                Column("customer", self.tr("Customer"), 110, stretch=True),
                Column("payee", self.tr("To whom"), 130, shown=False),
                Column("amount", self.tr("Amount"), 88, Align.RIGHT, figure),
                Column("matter", self.tr("Asked"), 116, value=lambda row: matter_word(desk, row)),
                Column(
                    "state",
                    self.tr("State"),
                    104,
                    value=lambda row: claim_word(desk, row),
                    tone=claim_tone,
                ),
                Column("asked_by", self.tr("Asked by"), 110, muted=True),
                Column("asked_on", self.tr("On"), 88, format=desk.day, muted=True, shown=False),
            ],
            self._fetch_claims,
            empty=(
                self.tr("Nothing is asked"),
                self.tr("Refunds stand here until they are paid, forfeits until they are decided."),
            ),
            state=desk.state,
            totals=lambda rows: str(Money.sum(row.amount for row in rows)),
            filter_box=False,
            parent=self,
        )

    def _totals(self, rows: list[DepositRow]) -> str:
        words = self.tr("{0} baht, {1} held")
        amounts = Money.sum(row.amount or row.expected for row in rows)
        return words.format(amounts, Money.sum(map(_held, rows)))

    def _lay_out(self) -> None:
        self.head = QWidget(self)
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.chips, 1)
        new = self.button("list.new")
        if new:
            new.setText(self.tr("Ask for a deposit"))
            head.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(self.asking)
        column.addWidget(self.middle, 1)
        self.card.offer(
            [self.bound[name] for name in self.acts.offered_names if name in self.bound]
        )
        self.setFocusProxy(self.lists)

    def _wire(self) -> None:
        for view in (self.list, self.claims):
            view.activated.connect(lambda _: self.open_current())
            view.current_changed.connect(lambda _: self._turn())
        self.chips.chosen.connect(self.show_stage)
        self.middle.alone.connect(self.head.setHidden)

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, wanted: ListQuery) -> Page[DepositRow]:
        """The newest first unless another order is asked for."""
        descending = wanted.descending or wanted.sort is None
        return self.desk.read(deposit_page, replace(wanted, descending=descending))

    def _fetch_claims(self, wanted: ListQuery) -> Page[Claim]:
        return self.desk.read(claims_page, wanted)

    def show_stage(self, stage: str) -> None:
        """Show deposits of one kind only; the choice is remembered."""
        self._served = None
        self.desk.state.put("deposits/stage", stage)
        self._apply()
        self.view.setFocus()

    def _save_papers(self) -> None:
        self.asking.save("deposits", self.list, self, self.middle)

    def _apply(self) -> None:
        self.asking.close_panel()
        self.bound["list.papers"].setEnabled(self.chips.on != CLAIMS)
        self.lists.setCurrentWidget(self.view)
        self.lists.setFocusProxy(self.view)
        if self.chips.on != CLAIMS:
            states = STATES[self.chips.on]
            self.list.set_filters({"state": list(states)} if states else {})
        else:
            self.claims.set_filters({})
        self.read_card()

    def read_again(self) -> None:
        """Read list and card anew; an open form says so where its deposit changed."""
        self.view.reload()
        self.read_card()
        if isinstance(self.form, MoneyForm):
            self.form.follow()

    def read_card(self) -> None:
        """Show what is under the cursor; what was served last stays until another is chosen, for
        its receipt is still to be handed out."""
        row = self.view.current()
        if row is not None:
            self._served = None
        shown_id = self._deposit_id(row) if row else self._served
        self.shown = self.desk.read(deposit, shown_id) if shown_id is not None else None
        self.card.show_deposit(self.shown)
        self.acts.follow(self.shown)
        self.card.arrange()

    def _turn(self) -> None:
        """Another line; the click or key that chose it is over before a form asks."""
        self.read_card()
        if self.form is not None:
            QTimer.singleShot(0, self, self.acts.turn)

    def _deposit_id(self, row: Any) -> int:
        return int(row.deposit_id if self.chips.on == CLAIMS else row.id)

    # Doing ------------------------------------------------------------------------------------

    def show_record(self, kind: str, record_id: Any) -> None:
        """A deposit by its id, with what to do (12-receive), a new one, or one filter."""
        ident, _, step = str(record_id).partition("-")
        if not ident.isdigit():
            self.acts.new(str(record_id))
            return
        if kind == "deposit_claim":
            self.chips.choose(CLAIMS)
            self.claims.select(int(ident))
        else:
            self.bring(int(ident))
        self.read_card()
        if step:
            self.acts.begin(step.partition("-")[0])

    def bring(self, deposit_id: int) -> None:
        """Put the cursor on a deposit, whatever filter hides it."""
        if self.chips.on != CLAIMS and self.list.select(deposit_id):
            return
        self.chips.choose("all")
        if not self.list.select(deposit_id):
            reference = self.desk.read(deposit, deposit_id).reference
            self.list.look_for(reference)
            self.list.select(deposit_id)

    def open_current(self) -> None:
        """Enter: what is next for the deposit, or its card where only one of both has room."""
        self.read_card()
        if self.middle.right.isHidden():
            self.middle.look()
        elif not self.acts.next_step():
            self.card.setFocus()

    def open_customer(self) -> None:
        """F4."""
        if self.shown is not None:
            self.open_record.emit("customer", self.shown.customer_id)

    def make_new(self, kind: str) -> bool:
        if kind == "customer" or self.shown is None:
            return False
        self.open_record.emit(kind, new_id(self.shown.customer_id))
        return True

    def show_form(self, form: Form) -> None:
        """Put a form in place of the card; one that is open and changed asks first."""
        self.asking.close_panel()
        if not self.middle.close_form():
            form.deleteLater()
            return
        form.saved.connect(self._saved)
        self.middle.show_form(form)

    def ask(self, panel: Panel) -> None:
        """Let a panel ask in place of list and card."""
        self.asking.ask(panel)
        self.middle.hide()
        panel.closed.connect(self.middle.show)
        panel.closed.connect(self.view.setFocus)

    def _saved(self, answer: Any) -> None:
        served = self.form.about.id if isinstance(self.form, MoneyForm) else answer.id
        self.middle.drop_form()
        self.desk.say(self.acts.told(answer), Tone.OK)
        row = self.view.current()
        here = row is not None and self._deposit_id(row) == served
        if not here and (self.chips.on == CLAIMS or not self.list.select(served)):
            self.view.rest()
        self._served = served
        self.read_card()

    def choose_columns(self) -> None:
        """Ctrl+Shift+C: of the list in view."""
        self.view.choose_columns()

    def back(self) -> bool:
        if self.asking.back():
            return True
        if self.form is not None:
            self.middle.close_form()
            return True
        return self.middle.look_away()


def _held(row: DepositRow) -> Money:
    """What may be used: money that has not arrived is not held yet."""
    return Money.ZERO if row.state == "awaiting" else row.held
