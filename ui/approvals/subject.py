"""What a request is about beside its paper's price: goods, a specification, money that is held."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt

from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.money import Money
from crm_desktop.services.authority.approval_queue import RequestCard
from crm_desktop.services.authority.request_subjects import HeldMoney, OtherPaper
from crm_desktop.services.deposits.deposit_lists import PaperDeposits
from ui.approvals.sheet import Sheet
from ui.deposits.words import method_word
from ui.doubles.asked import add_merge
from ui.orders.part import measured
from ui.orders.words import own_facts, stage_words
from ui.theme import state_label
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

Pairs = Iterator[tuple[str, str]]
CANCEL, WAIVE = "document.cancel", "deposit.waive"
MOST_LINES = 12


def _say(source: str) -> str:
    return QCoreApplication.translate("approval_subject", source)


def add_subject(sheet: Sheet, card: RequestCard) -> None:
    """Put what the matter is about onto the sheet; a quotation is its own subject."""
    if card.held is not None:
        _add_held(sheet, card.held)
        return
    if card.merge is not None:
        add_merge(sheet, card.merge)
        return
    if card.row.matter == CANCEL:
        _add_cancelling(sheet, card)
    if card.goods:
        _add_facts(sheet, card)
        _add_goods(sheet, card)
    if card.money is not None:
        _add_deposits(sheet, card.money, always=card.row.matter == WAIVE)


# ---------------------------------------------------------------- goods


def _add_cancelling(sheet: Sheet, card: RequestCard) -> None:
    sheet.add_heading(_say(QT_TRANSLATE_NOOP("approval_subject", "What is to be cancelled")))
    if not card.part:
        whole = QT_TRANSLATE_NOOP("approval_subject", "The whole paper: all of it that is open.")
        sheet.column.addWidget(sheet.label(_say(whole)))
        return
    grid = sheet.grid()
    for number, each in enumerate(card.part):
        asked = f"{measured(each.quantity, each.unit)} · {each.value}"
        grid.addWidget(sheet.label(each.description), number, 0)
        grid.addWidget(sheet.right(asked), number, 1)
    sheet.column.addLayout(grid)
    less = _say(QT_TRANSLATE_NOOP("approval_subject", "So much less to pay"))
    sheet.add_pairs([(less, str(Money.sum(each.value for each in card.part)))])


def _add_facts(sheet: Sheet, card: RequestCard) -> None:
    """What is to be made, and what the supplier asks for it."""
    told = [(name, words) for name, words in _facts(sheet, card) if words]
    if told:
        sheet.add_heading(sheet.sentence(KINDS[card.row.kind].title))
        sheet.add_facts(told)


def _facts(sheet: Sheet, card: RequestCard) -> Pairs:
    yield from own_facts(sheet.desk, KINDS[card.row.kind], card.content.facts)
    offer = card.offer
    if offer is not None:
        days = _say(QT_TRANSLATE_NOOP("approval_subject", "{0} days")).format(offer.lead_days)
        cost = "" if offer.cost is None else str(offer.cost)
        name = _say(QT_TRANSLATE_NOOP("approval_subject", "What the supplier offers"))
        yield name, " · ".join(filter(None, (offer.supplier, cost, days, offer.note)))


def _add_goods(sheet: Sheet, card: RequestCard) -> None:
    """Each line, and where its goods are once the paper is out."""
    sheet.add_heading(_say(QT_TRANSLATE_NOOP("approval_subject", "Goods")))
    kind, grid = KINDS[card.row.kind], sheet.grid()
    for number, line in enumerate(card.goods[:MOST_LINES]):
        grid.addWidget(sheet.label(line.description), 2 * number, 0)
        grid.addWidget(sheet.right(measured(line.quantity, line.unit)), 2 * number, 1)
        if line.stages:
            where = " · ".join(stage_words(kind, line.stages, sheet.desk.language))
            grid.addWidget(sheet.label(where, "muted"), 2 * number + 1, 0, 1, 2)
    sheet.column.addLayout(grid)
    more = len(card.goods) - MOST_LINES
    if more > 0:
        words = _say(QT_TRANSLATE_NOOP("approval_subject", "and {0} more lines")).format(more)
        sheet.column.addWidget(sheet.label(words, "muted"))


# ---------------------------------------------------------------- money held


def _add_deposits(sheet: Sheet, money: PaperDeposits, *, always: bool) -> None:
    """What the paper requires and has; said of a paper without money only where it is asked."""
    if not (always or money.received):
        return
    sheet.add_heading(_say(QT_TRANSLATE_NOOP("approval_subject", "Deposits of this paper")))
    if money.at_risk:
        risk = _say(QT_TRANSLATE_NOOP("approval_subject", "Goods are ordered already"))
        label = state_label(risk, Tone.STOP, sheet.body)
        sheet.column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
    rows = (
        (_say(QT_TRANSLATE_NOOP("approval_subject", "Required")), money.required, True),
        (_say(QT_TRANSLATE_NOOP("approval_subject", "Held")), money.held, True),
        (_say(QT_TRANSLATE_NOOP("approval_subject", "To be cleared")), money.awaiting, False),
        (_say(QT_TRANSLATE_NOOP("approval_subject", "Deducted")), money.applied, False),
        (_say(QT_TRANSLATE_NOOP("approval_subject", "Still missing")), money.missing, always),
        (_say(QT_TRANSLATE_NOOP("approval_subject", "Remains to pay")), money.remainder, True),
    )
    sheet.add_pairs([(name, str(sum_)) for name, sum_, zero in rows if sum_ or zero])


def _add_held(sheet: Sheet, held: HeldMoney) -> None:
    sheet.add_heading(_say(QT_TRANSLATE_NOOP("approval_subject", "What is asked")))
    sheet.add_facts(_asked(sheet, held))
    sheet.add_heading(
        _say(QT_TRANSLATE_NOOP("approval_subject", "Deposit {0}")).format(held.deposit.reference)
    )
    sheet.add_facts(_deposit(sheet, held))


def _asked(sheet: Sheet, held: HeldMoney) -> Pairs:
    claim = held.claim
    yield _say(QT_TRANSLATE_NOOP("approval_subject", "Sum")), str(claim.amount)
    yield _say(QT_TRANSLATE_NOOP("approval_subject", "Pay back to")), claim.payee
    yield _say(QT_TRANSLATE_NOOP("approval_subject", "Term that is cited")), claim.term
    if held.target is not None:
        to = _say(QT_TRANSLATE_NOOP("approval_subject", "To be held for"))
        yield to, _paper(sheet, held.target)
        still = _say(QT_TRANSLATE_NOOP("approval_subject", "Remains to pay there"))
        yield still, str(held.target_due)


def _deposit(sheet: Sheet, held: HeldMoney) -> Pairs:
    deposit, claim = held.deposit, held.claim
    came = (str(deposit.amount), method_word(sheet.desk, deposit.method))
    day = sheet.desk.day(deposit.received_on)
    yield _say(QT_TRANSLATE_NOOP("approval_subject", "For")), _paper(sheet, held.paper)
    yield _say(QT_TRANSLATE_NOOP("approval_subject", "Paid by")), deposit.payer
    received = _say(QT_TRANSLATE_NOOP("approval_subject", "Received"))
    yield received, " · ".join(filter(None, (*came, day)))
    yield _say(QT_TRANSLATE_NOOP("approval_subject", "Held")), str(deposit.held)
    cleared = str(deposit.awaiting) if deposit.awaiting else ""
    yield _say(QT_TRANSLATE_NOOP("approval_subject", "To be cleared")), cleared
    if claim.is_open:
        others = deposit.reserved - claim.amount
        beside = _say(QT_TRANSLATE_NOOP("approval_subject", "Asked for otherwise"))
        yield beside, str(others) if others else ""
        yield _say(QT_TRANSLATE_NOOP("approval_subject", "Left after this")), str(deposit.free)


def _paper(sheet: Sheet, paper: OtherPaper) -> str:
    """A paper so that nobody need open it: what it is, how far, and what it comes to."""
    state = sheet.sentence(KINDS[paper.kind].states.state_code(paper.state))
    return f"{paper.reference} · {state} · {paper.total}"
