"""The words, tones and icons of a quotation's states and of what happened to it."""

from crm_desktop.domain.kinds.quotation import KIND
from crm_desktop.domain.lifecycle import Code
from crm_desktop.messages import sentence
from crm_desktop.services.customer_values import TimelineLine
from ui.customers.words import happened, remark
from ui.desk import Desk
from ui.tokens import Tone

TONES = {
    "draft": Tone.PLAIN,
    "waiting": Tone.WARN,
    "ready": Tone.OK,
    "issued": Tone.INFO,
    "received": Tone.INFO,
    "negotiating": Tone.INFO,
    "accepted": Tone.OK,
    "lost": Tone.STOP,
    "expired": Tone.PLAIN,
    "superseded": Tone.PLAIN,
    "cancelled": Tone.PLAIN,
}

PAYMENT_TERMS = tuple(
    Code(f"terms_payment_{name}")
    for name in ("cash", "transfer", "deposit_30", "deposit_50", "credit_30", "project")
)
DELIVERY_TERMS = tuple(
    Code(f"terms_delivery_{name}")
    for name in ("pick_up", "free_near", "days_3", "days_7", "freight", "crane")
)
LOST_REASONS = tuple(
    Code(f"lost_{name}")
    for name in ("price", "competitor", "delivery", "postponed", "stock", "no_answer")
)


def state_word(state: str, language: str) -> str:
    """What a state is called."""
    return sentence(KIND.states.state_code(state), language)


def told(line: TimelineLine, desk: Desk) -> str:
    """What happened, with the reason somebody gave."""
    word, reason = happened(desk, line), remark(desk, line)
    return f"{word}: {reason}" if reason else word
