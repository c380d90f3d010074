"""Everything needed to answer one request right, as authority.md lists it, from top to bottom."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.authority import TOP
from crm_desktop.domain.authority.limits import describe_limits, describe_use
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.lifecycle import Code
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approval_queue import RequestCard
from ui.approvals.held import Held
from ui.approvals.sheet import Sheet
from ui.approvals.subject import add_subject
from ui.approvals.words import ago, labels, matter_word, verdict_tone
from ui.desk import Desk
from ui.icons import IconLabel
from ui.theme import set_role, state_label
from ui.tokens import GRID, Tone

Part = Callable[[RequestCard], None]
SHOWN_TABLES = frozenset(
    {
        *("request", "request_answer", "document", "document_line", "customer_credit", "customer"),
        *("goods_stage", "deposit_entry", "deposit_claim", "delegation"),
    }
)
STALE_DAYS = 2
"""Credit reported longer ago than this is marked: it may have changed since."""


def same(one: RequestCard, other: RequestCard) -> bool:
    """Whether both say the same; when the desk's own credit was counted, or who would be next, is
    no difference."""
    return _timeless(one) == _timeless(other)


def _timeless(card: RequestCard) -> RequestCard:
    credit = card.credit
    counted = replace(credit, counted_at=None) if credit else None
    return replace(card, credit=counted, above=None)


class CardView(Sheet):
    """One request; `opened` carries the id of another paper that somebody wants to see."""

    opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName(self.tr("What there is to know about the request"))
        self._held: Held | None = None

    def show_card(self, card: RequestCard, *, discreet: bool = False) -> None:
        """Show a request from its top; what is empty is left out. Beside the customer (`discreet`)
        the figures behind the decision are there while F7 is held."""
        figures = (self._why, self._money, self._credit, self._last_prices)
        self._held = None
        self.begin()
        self._head(card)
        self._plea(card)
        add_subject(self, card)
        parts: Sequence[Part] = (*figures, self._differences, self._others, self._history)
        if discreet:
            self._cover((*figures, self._history), card)
            parts = (self._differences, self._others)
        for part in parts:
            part(card)
        self.finish()

    def reveal(self) -> None:
        """F7: the figures of one's own request, for as long as it is held."""
        if self._held is not None:
            self._held.reveal()

    def _cover(self, parts: Sequence[Part], card: RequestCard) -> None:
        """Put parts into a box that is there only while the key is held."""
        outer, covered = self.column, QWidget(self.body)
        self.column = QVBoxLayout(covered)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        for part in parts:
            part(card)
        self.column = outer
        held = self._held = Held(covered, self.body)
        held.shown.connect(lambda: self.ensureWidgetVisible(covered))
        self.column.addSpacing(GRID)
        self.column.addWidget(held, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(covered)

    # Parts ------------------------------------------------------------------------------------

    def _head(self, card: RequestCard) -> None:
        row = card.row
        name = self.label(row.customer, "title")
        total = QLabel(str(row.total), self.body)
        set_role(total, "figure")
        spoken = self.tr("Grand total {0} baht") if card.held is None else self.tr("{0} baht")
        total.setAccessibleName(spoken.format(row.total))
        line = QHBoxLayout()
        line.addWidget(name, 1)
        line.addWidget(total, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)
        told = self.tr("{0} · {1} · asked {2}").format(
            row.requester, row.reference, ago(row.asked_at)
        )
        self.column.addWidget(self.label(told, "muted"))
        climbs = self._climbs(card)
        if climbs:
            self.column.addWidget(self.label(climbs, "muted"))
        matter = matter_word(row, self.desk.explain)
        if matter:
            self.column.addWidget(self.label(matter, "heading"))
        marks = QHBoxLayout()
        marks.setSpacing(GRID)
        for word, tone in labels(row):
            marks.addWidget(state_label(word, tone, self.body))
        marks.addStretch(1)
        self.column.addLayout(marks)

    def _climbs(self, card: RequestCard) -> str:
        """When it goes up by itself and to whom; at the top it waits."""
        due, above = card.row.due_at, card.above
        if due is None or above is None:
            return ""
        today = datetime.now(due.tzinfo).date()
        at = f"{due:%H:%M}" if due.date() == today else self.show_value(due)
        name = above or self.desk.explain(TOP.title)
        return self.tr("Unanswered, it goes up to {0} by itself at {1}").format(name, at)

    def _why(self, card: RequestCard) -> None:
        self.add_heading(self.tr("Why it comes here"))
        for reason in card.decision.reasons:
            line = QHBoxLayout()
            line.setSpacing(2 * GRID)
            glyph = QVBoxLayout()
            glyph.setContentsMargins(0, GRID, 0, 0)
            glyph.addWidget(IconLabel("scales", Tone.WARN, self.body))
            glyph.addStretch(1)
            line.addLayout(glyph)
            line.addWidget(self.label(self.desk.explain(reason)), 1)
            self.column.addLayout(line)
        for passed in card.route:
            self.column.addWidget(self.label(self.desk.explain(passed), "muted"))

    def _plea(self, card: RequestCard) -> None:
        if card.reason or card.competitor or card.competitor_price:
            self.add_heading(self.tr("What the officer says"))
        if card.reason:
            self.column.addWidget(self.label(card.reason))
        if card.competitor:
            words = self.tr("Competitor: {0}").format(card.competitor)
            self.column.addWidget(self.label(words))
        if card.competitor_price is not None:
            price, gap = card.competitor_price, card.total - card.competitor_price
            words = self.tr("{0}, {1} below this paper").format(price, gap)
            if gap <= Money.ZERO:
                words = self.tr("{0}, {1} above this paper").format(price, -gap)
            self.add_pairs([(self.tr("Competitor’s price"), words)])

    def _money(self, card: RequestCard) -> None:
        """What the paper brings; a deposit is no sale, its figures stand above."""
        facts, rows = card.decision.facts, list[tuple[str, str]]()
        if card.held is not None:
            if facts.split_amount:
                self.add_pairs([(self.tr("With what was asked shortly before"), str(facts.amount))])
            return
        if facts.discount:
            rows.append((self.tr("Discount from list"), f"{self.show_value(facts.discount)} %"))
        if card.margin is not None:
            rows.append((self.tr("Margin before VAT"), self._margin(card)))
        elif self.desk.may("cost.see"):
            rows.append((self.tr("Margin before VAT"), self.tr("unknown: a cost is missing")))
        if facts.unlisted:
            rows.append((self.tr("Goods without a list price"), str(facts.unlisted)))
        if facts.split_amount:
            rows.append((self.tr("Together with other papers"), str(facts.amount)))
        if card.content.deposit_percent:
            rows.append((self.tr("Deposit asked"), self._deposit(card)))
        if facts.days is not None and card.row.kind == "QT":
            rows.append((self.tr("Holds for"), self.tr("{0} days").format(facts.days)))
        if card.content.payment_terms:
            rows.append((self.tr("Payment"), card.content.payment_terms))
        self.add_heading(self.tr("Money"))
        self.add_pairs(rows)

    def _deposit(self, card: RequestCard) -> str:
        percent = f"{self.show_value(card.content.deposit_percent)} %"
        return percent if card.money is None else f"{card.money.required} ({percent})"

    def _margin(self, card: RequestCard) -> str:
        assert card.margin is not None
        before = card.before_vat
        if before.satang <= 0:
            return str(card.margin)
        percent = Decimal(100 * card.margin.satang) / before.satang
        return f"{card.margin} ({percent:.1f}\N{NO-BREAK SPACE}%)"

    def _credit(self, card: RequestCard) -> None:
        credit = card.credit
        if credit is None:
            return
        self.add_heading(self.tr("Credit"))
        states = sorted(credit.states(card.total) - {"ok"})
        for state in states:
            words = self.sentence(f"authority_credit_is_{state}")
            self.column.addWidget(
                state_label(words, Tone.STOP, self.body), 0, Qt.AlignmentFlag.AlignLeft
            )
        self.add_pairs(
            [
                (self.tr("Limit"), str(credit.limit)),
                (self.tr("Outstanding"), str(credit.outstanding)),
                (self.tr("Overdue"), str(credit.overdue)),
            ]
        )
        days = (datetime.now(credit.as_of.tzinfo) - credit.as_of).days
        told = self.tr("As of {0}, {1}").format(self.show_value(credit.as_of), credit.source)
        if days >= STALE_DAYS:
            told = self.tr("{0}: {1} days old").format(told, days)
        self.column.addWidget(self.label(told, "error" if days >= STALE_DAYS else "muted"))

    def _last_prices(self, card: RequestCard) -> None:
        if not card.last_prices:
            return
        self.add_heading(self.tr("Last prices to this customer"))
        grid = self.grid()
        for number, each in enumerate(card.last_prices):
            discount = f" − {each.discount}" if each.discount else ""
            on = f"{self.desk.day(each.on)} · {each.reference}"
            then = self.tr("{0} (now {1})").format(f"{each.unit_price}{discount}", each.now)
            grid.addWidget(self.label(each.description), 2 * number, 0, 1, 2)
            grid.addWidget(self.label(on, "muted"), 2 * number + 1, 0)
            price = self.right(then)
            price.setWordWrap(False)
            grid.addWidget(price, 2 * number + 1, 1)
        self.column.addLayout(grid)

    def _differences(self, card: RequestCard) -> None:
        if card.replaced is None:
            return
        self.add_heading(self.tr("Different from the last issued revision"))
        if not card.differences:
            self.column.addWidget(self.label(self.tr("Goods and total are the same."), "muted"))
        for what, then, now in card.differences:
            name = self.sentence(what) if isinstance(what, Code) else what
            before, after = then or self.tr("not there"), now or self.tr("taken out")
            self.column.addWidget(self.label(name))
            self.column.addWidget(self.label(f"{before}  →  {after}", "muted"))

    def _others(self, card: RequestCard) -> None:
        if not card.others:
            return
        self.add_heading(self.tr("Other open papers"))
        for each in card.others:
            state = self.sentence(KINDS[each.kind].states.state_code(each.state))
            words = f"{each.reference} · {state} · {each.total}"
            button = QPushButton(words, self.body)
            set_role(button, "flat")
            button.clicked.connect(lambda _checked, paper=each.id: self.opened.emit(paper))
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _history(self, card: RequestCard) -> None:
        if not card.history:
            return
        self.add_heading(self.tr("Answers so far"))
        for answer in card.history:
            line = QHBoxLayout()
            line.setSpacing(2 * GRID)
            word = self.sentence(f"verdict_{answer.verdict}")
            line.addWidget(state_label(word, verdict_tone(answer.verdict), self.body))
            name = answer.name
            if answer.stead:
                name = self.tr("{0} (for {1})").format(name, answer.stead)
            told = f"{name} · {self.show_value(answer.at)}"
            line.addWidget(self.label(told, "muted"), 1)
            self.column.addLayout(line)
            if answer.beside:
                words = self.tr("Answered at the PC of {0}").format(answer.beside)
                self.column.addWidget(self.label(words, "muted"))
            if answer.limits:
                describe = describe_use if answer.verdict == "within" else describe_limits
                self.column.addWidget(self.label(self.desk.explain(describe(answer.limits))))
            if answer.note:
                self.column.addWidget(self.label(answer.note))
