"""What codes of deposits are called, and the tones of their states."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.money import Money
from crm_desktop.messages import sentence, show
from crm_desktop.services.deposits.deposit_lists import Claim, Deposit, EntryRow
from ui.desk import Desk
from ui.facts import Cell
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

METHOD_ORDER = ("cash", "transfer", "promptpay", "card", "cheque")
"""In the order of the counter."""
TONES = {
    "expected": Tone.INFO,
    "awaiting": Tone.WARN,
    "held": Tone.OK,
    "partly_used": Tone.OK,
    "bounced": Tone.STOP,
}
CLAIM_TONES = {"waiting": Tone.WARN, "approved": Tone.INFO}
_WORDS = {
    "for": QT_TRANSLATE_NOOP("deposit", "For paper"),
    "asked": QT_TRANSLATE_NOOP("deposit", "Expected"),
    "came": QT_TRANSLATE_NOOP("deposit", "Received"),
    "by": QT_TRANSLATE_NOOP("deposit", "Paid by"),
    "payer": QT_TRANSLATE_NOOP("deposit", "Payer"),
    "cashier": QT_TRANSLATE_NOOP("deposit", "Cashier"),
    "awaiting": QT_TRANSLATE_NOOP("deposit", "Awaiting clearing"),
    "reserved": QT_TRANSLATE_NOOP("deposit", "Asked back"),
    "free": QT_TRANSLATE_NOOP("deposit", "Free to use"),
    "invoice": QT_TRANSLATE_NOOP("deposit", "Tax invoice"),
    "bank": QT_TRANSLATE_NOOP("deposit", "Bank"),
    "account": QT_TRANSLATE_NOOP("deposit", "From account"),
    "reference": QT_TRANSLATE_NOOP("deposit", "Reference"),
    "at": QT_TRANSLATE_NOOP("deposit", "Time"),
    "card_last4": QT_TRANSLATE_NOOP("deposit", "Card ending in"),
    "cheque_number": QT_TRANSLATE_NOOP("deposit", "Cheque number"),
    "cheque_date": QT_TRANSLATE_NOOP("deposit", "Cheque dated"),
    "reversed": QT_TRANSLATE_NOOP("deposit", "taken back"),
    "vat": QT_TRANSLATE_NOOP("deposit", "VAT {0}"),
    "even": QT_TRANSLATE_NOOP("deposit", "Agrees"),
    "short": QT_TRANSLATE_NOOP("deposit", "{0} short"),
    "over": QT_TRANSLATE_NOOP("deposit", "{0} over"),
    "not counted": QT_TRANSLATE_NOOP("deposit", "Not counted"),
    "waits": QT_TRANSLATE_NOOP("deposit", "Waiting for {0}"),
    "to pay": QT_TRANSLATE_NOOP("deposit", "To be paid by {0}"),
    "credit": QT_TRANSLATE_NOOP("deposit", "credit-finance"),
    "director": QT_TRANSLATE_NOOP("deposit", "the director"),
    "claim": QT_TRANSLATE_NOOP("deposit", "{0}: {1} for {2}, asked by {3}: {4}"),
    "claim of": QT_TRANSLATE_NOOP("deposit", "{0}: {1}, asked by {2}: {3}"),
}


def text(key: str) -> str:
    """A word of the card in the language that is on."""
    return QCoreApplication.translate("deposit", _WORDS[key])


def state_word(desk: Desk, state: str) -> str:
    """The name of a deposit's state."""
    return sentence(f"deposit_state_{state}", desk.language)


def state_tone(state: str) -> Tone:
    """The tone of a deposit's state; what is over is plain."""
    return TONES.get(state, Tone.PLAIN)


def method_word(desk: Desk, method: str) -> str:
    """How money came; "" before it did."""
    return sentence(f"paper_method_{method}", desk.language) if method else ""


def figure(amount: Money | None) -> str:
    """A sum in a column: nothing stands where there is none."""
    return str(amount) if amount else ""


def difference_words(difference: Money | None) -> tuple[str, Tone]:
    """What was counted against what the program says: a word, and its tone."""
    if difference is None:
        return text("not counted"), Tone.PLAIN
    if difference < Money.ZERO:
        return text("short").format(-difference), Tone.STOP
    if difference:
        return text("over").format(difference), Tone.WARN
    return text("even"), Tone.OK


# ---------------------------------------------------------------- claims


def matter_word(desk: Desk, claim: Claim) -> str:
    """What is asked: a refund, a forfeiture, a transfer."""
    code = claim.matter.replace(".", "_")
    return sentence(f"authority_matter_{code}", desk.language)


def claim_word(desk: Desk, claim: Claim) -> str:
    """The name of a claim's state."""
    return sentence(f"claim_state_{claim.state}", desk.language)


def claim_tone(claim: Claim) -> Tone:
    """The tone of a claim's state."""
    return CLAIM_TONES.get(claim.state, Tone.PLAIN)


def claim_sentence(desk: Desk, claim: Claim) -> str:
    """Whose move it is, and what is asked: how much, by whom and why."""
    what, to = matter_word(desk, claim), claim.payee or claim.target_reference
    if to:
        asked = text("claim").format(what, claim.amount, to, claim.asked_by, claim.reason)
    else:
        asked = text("claim of").format(what, claim.amount, claim.asked_by, claim.reason)
    return f"{next_to_act(desk, claim)} · {asked}"


def next_to_act(desk: Desk, claim: Claim) -> str:
    """Whose move it is: who answers, or who pays."""
    if claim.state == "waiting":
        return text("waits").format(asked_word(claim))
    if claim.state == "approved":
        return text("to pay").format(text("credit"))
    return claim_word(desk, claim)


def asked_word(claim: Claim) -> str:
    """Who answers first; a role where no person is named."""
    role = "director" if claim.answerer_role == "director" else "credit"
    return claim.answerer or text(role)


def has_voucher(claim: Claim) -> bool:
    """Whether there is a voucher to sign: the refund may be paid, or was."""
    return claim.matter == "deposit.refund" and claim.state in ("approved", "done")


# ---------------------------------------------------------------- the ledger


def kind_word(desk: Desk, kind: str) -> str:
    """What a kind of entry does."""
    return sentence(f"paper_movement_{kind}", desk.language)


def entry_word(desk: Desk, entry: EntryRow) -> str:
    """What an entry did."""
    return kind_word(desk, entry.kind)


def entry_line(desk: Desk, entry: EntryRow) -> str:
    """An entry in one line, to choose it."""
    return f"{desk.day(entry.dated)}  {entry_word(desk, entry)}  {entry.amount}"


def ledger_rows(desk: Desk, entries: Sequence[EntryRow]) -> list[tuple[Cell, ...]]:
    """Day, what with by whom and for what, what it changed, and what was held after it."""
    before, rows = Money.ZERO, []
    for entry in entries:
        change, before = entry.balance - before, entry.balance
        rows.append(_ledger_row(desk, entry, change))
    return rows


def _ledger_row(desk: Desk, entry: EntryRow, change: Money) -> tuple[Cell, ...]:
    did = entry_word(desk, entry)
    if entry.reversed:
        did = f"{did} ({text('reversed')})"
    about = (entry.target_reference, method_word(desk, entry.method), entry.reference, entry.by)
    lines = [did, " · ".join(filter(None, about)), entry.reason]
    day = desk.day(entry.dated)
    moved = signed(change) if change else ""
    return day[:6] + day[-2:], "\n".join(filter(None, lines)), moved, str(entry.balance)


def signed(change: Money) -> str:
    """A change with its sign, a minus as long as a plus."""
    return f"+{change}" if change > Money.ZERO else f"−{-change}"


# ---------------------------------------------------------------- the facts


def facts_of(desk: Desk, shown: Deposit) -> list[tuple[str, Cell]]:
    """What stands on the card over the ledger."""
    invoice = " · ".join(filter(None, (shown.tax_invoice, desk.day(shown.tax_invoice_on))))
    came = " · ".join(filter(None, (figure(shown.amount), desk.day(shown.received_on))))
    awaiting: Cell = (str(shown.awaiting), Tone.WARN) if shown.awaiting else ""
    part = shown.free if shown.free != shown.held else None
    return [
        (text("for"), shown.for_reference),
        (text("asked"), str(shown.expected) if shown.state == "expected" else ""),
        (text("came"), came),
        (text("by"), method_word(desk, shown.method)),
        *((text(key), detail(desk, key, value)) for key, value in shown.details),
        (text("payer"), shown.payer if shown.payer != shown.customer else ""),
        (text("cashier"), shown.received_by),
        (text("awaiting"), awaiting),
        (text("reserved"), figure(shown.reserved)),
        (text("free"), figure(part)),
        (text("invoice"), invoice),
    ]


def detail(desk: Desk, key: str, value: str) -> str:
    """A detail of the payment; days as the person reads them."""
    if key != "cheque_date":
        return value
    return desk.day(date.fromisoformat(value))


def vat_rows(desk: Desk, shown: Deposit) -> list[tuple[Cell, ...]]:
    """Each VAT class with its part of the money and the VAT within."""
    return [
        (
            sentence(f"vat_class_{part.vat_class.value}", desk.language)
            + (f" {show(part.rate)}%" if part.rate else ""),
            str(part.amount),
            text("vat").format(part.vat),
        )
        for part in shown.vat_split
    ]
