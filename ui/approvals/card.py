"""Everything needed to answer one request right, as authority.md lists it, from top to bottom."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.authority import MATTERS
from crm_desktop.domain.kinds import KINDS
from crm_desktop.messages import sentence, show
from crm_desktop.services.approval_queue import RequestCard
from ui.approvals.words import labels, verdict_tone, waited
from ui.desk import Desk
from ui.icons import IconLabel
from ui.theme import set_role, state_label
from ui.tokens import GRID, Tone

WIDEST = 150 * GRID
STALE_DAYS = 2
"""Credit reported longer ago than this is marked: it may have changed since."""


class CardView(QScrollArea):
    """One request; `opened` carries the id of another paper that somebody wants to see."""

    opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What there is to know about the request"))
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.setWidget(QWidget(self))

    def show_card(self, card: RequestCard) -> None:
        """Show a request from its top; what is empty is left out."""
        body = QWidget(self)
        body.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        self._column.setSpacing(GRID)
        self._body = body
        self._head(card)
        self._why(card)
        self._plea(card)
        self._money(card)
        self._credit(card)
        self._last_prices(card)
        self._differences(card)
        self._others(card)
        self._history(card)
        self._column.addStretch(1)
        self.setWidget(body)

    # Parts ------------------------------------------------------------------------------------

    def _head(self, card: RequestCard) -> None:
        row = card.row
        name = self._label(row.customer, "title")
        total = QLabel(str(row.total), self._body)
        set_role(total, "figure")
        total.setAccessibleName(self.tr("Grand total {0} baht").format(row.total))
        line = QHBoxLayout()
        line.addWidget(name, 1)
        line.addWidget(total, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)
        told = self.tr("{0} · {1} · asked {2} ago").format(
            row.requester, row.reference, waited(row.asked_at)
        )
        self._column.addWidget(self._label(told, "muted"))
        marks = QHBoxLayout()
        marks.setSpacing(GRID)
        if row.matter != "quotation.issue":
            title = self._desk.explain(MATTERS[row.matter].title)
            marks.addWidget(state_label(title, Tone.WARN, self._body))
        for word, tone in labels(row):
            marks.addWidget(state_label(word, tone, self._body))
        marks.addStretch(1)
        self._column.addLayout(marks)

    def _why(self, card: RequestCard) -> None:
        self._heading(self.tr("Why it comes here"))
        for reason in card.decision.reasons:
            line = QHBoxLayout()
            line.setSpacing(2 * GRID)
            glyph = QVBoxLayout()
            glyph.setContentsMargins(0, GRID, 0, 0)
            glyph.addWidget(IconLabel("scales", Tone.WARN, self._body))
            glyph.addStretch(1)
            line.addLayout(glyph)
            line.addWidget(self._label(self._desk.explain(reason)), 1)
            self._column.addLayout(line)

    def _plea(self, card: RequestCard) -> None:
        if card.reason or card.competitor:
            self._heading(self.tr("What the officer says"))
        if card.reason:
            self._column.addWidget(self._label(card.reason))
        if card.competitor:
            words = self.tr("Competitor: {0}").format(card.competitor)
            self._column.addWidget(self._label(words))

    def _money(self, card: RequestCard) -> None:
        facts, rows = card.decision.facts, list[tuple[str, str]]()
        if facts.discount:
            rows.append((self.tr("Discount from list"), f"{self._show(facts.discount)} %"))
        if card.margin is not None:
            rows.append((self.tr("Margin before VAT"), self._margin(card)))
        elif self._desk.may("cost.see"):
            rows.append((self.tr("Margin before VAT"), self.tr("unknown: a cost is missing")))
        if facts.unlisted:
            rows.append((self.tr("Goods without a list price"), str(facts.unlisted)))
        if facts.split_amount:
            rows.append((self.tr("Together with other papers"), str(facts.amount)))
        if card.content.deposit_percent:
            percent = self._show(card.content.deposit_percent)
            rows.append((self.tr("Deposit asked"), f"{percent} %"))
        if facts.days is not None:
            rows.append((self.tr("Holds for"), self.tr("{0} days").format(facts.days)))
        if card.content.payment_terms:
            rows.append((self.tr("Payment"), card.content.payment_terms))
        self._heading(self.tr("Money"))
        self._pairs(rows)

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
        self._heading(self.tr("Credit"))
        states = sorted(credit.states(card.total) - {"ok"})
        for state in states:
            words = self._sentence(f"authority_credit_is_{state}")
            self._column.addWidget(
                state_label(words, Tone.STOP, self._body), 0, Qt.AlignmentFlag.AlignLeft
            )
        self._pairs(
            [
                (self.tr("Limit"), str(credit.limit)),
                (self.tr("Outstanding"), str(credit.outstanding)),
                (self.tr("Overdue"), str(credit.overdue)),
            ]
        )
        days = (datetime.now(credit.as_of.tzinfo) - credit.as_of).days
        told = self.tr("As of {0}, {1}").format(self._show(credit.as_of), credit.source)
        if days >= STALE_DAYS:
            told = self.tr("{0}: {1} days old").format(told, days)
        self._column.addWidget(self._label(told, "error" if days >= STALE_DAYS else "muted"))

    def _last_prices(self, card: RequestCard) -> None:
        if not card.last_prices:
            return
        self._heading(self.tr("Last prices to this customer"))
        grid = self._grid()
        for number, each in enumerate(card.last_prices):
            discount = f" − {each.discount}" if each.discount else ""
            on = f"{self._desk.day(each.on)} · {each.reference}"
            then = self.tr("{0} (now {1})").format(f"{each.unit_price}{discount}", each.now)
            grid.addWidget(self._label(each.description), 2 * number, 0, 1, 2)
            grid.addWidget(self._label(on, "muted"), 2 * number + 1, 0)
            grid.addWidget(self._right(then), 2 * number + 1, 1)
        self._column.addLayout(grid)

    def _differences(self, card: RequestCard) -> None:
        if card.replaced is None:
            return
        self._heading(self.tr("Different from the last issued revision"))
        if not card.differences:
            self._column.addWidget(self._label(self.tr("Goods and total are the same."), "muted"))
        for what, then, now in card.differences:
            name = self.tr("Grand total") if what == "grand_total" else what
            before, after = then or self.tr("not there"), now or self.tr("taken out")
            self._column.addWidget(self._label(name))
            self._column.addWidget(self._label(f"{before}  →  {after}", "muted"))

    def _others(self, card: RequestCard) -> None:
        if not card.others:
            return
        self._heading(self.tr("Other open papers"))
        for each in card.others:
            state = self._sentence(KINDS["QT"].states.state_code(each.state))
            words = f"{each.reference} · {state} · {each.total}"
            button = QPushButton(words, self._body)
            set_role(button, "flat")
            button.clicked.connect(lambda _checked, paper=each.id: self.opened.emit(paper))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _history(self, card: RequestCard) -> None:
        if not card.history:
            return
        self._heading(self.tr("Answers so far"))
        for answer in card.history:
            line = QHBoxLayout()
            line.setSpacing(2 * GRID)
            word = self._sentence(f"verdict_{answer.verdict}")
            line.addWidget(state_label(word, verdict_tone(answer.verdict), self._body))
            told = f"{answer.name} · {self._show(answer.at)}"
            line.addWidget(self._label(told, "muted"), 1)
            self._column.addLayout(line)
            if answer.note:
                self._column.addWidget(self._label(answer.note))

    # Pieces -----------------------------------------------------------------------------------

    def _heading(self, words: str) -> None:
        line = QFrame(self._body)
        set_role(line, "line")
        self._column.addSpacing(2 * GRID)
        self._column.addWidget(line)
        self._column.addSpacing(GRID)
        self._column.addWidget(self._label(words, "heading"))

    def _label(self, words: str, role: str = "") -> QLabel:
        label = QLabel(words, self._body)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(label, role)
        return label

    def _right(self, words: str) -> QLabel:
        label = self._label(words)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        return grid

    def _pairs(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names on the left, figures on the right, one under another."""
        grid = self._grid()
        for number, (name, value) in enumerate(rows):
            grid.addWidget(self._label(name, "label"), number, 0)
            grid.addWidget(self._right(value), number, 1)
        self._column.addLayout(grid)

    def _sentence(self, code: str) -> str:
        return sentence(code, self._desk.language, self._desk.era)

    def _show(self, value: object) -> str:
        return show(value, self._desk.language, self._desk.era)
