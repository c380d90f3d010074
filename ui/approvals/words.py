"""How the queue says things: levels, verdicts and how long somebody has waited."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.authority import MATTERS, Reason
from crm_desktop.domain.errors import Refused
from crm_desktop.messages import sentence
from crm_desktop.services.authority.approval_queue import QueueRow, RequestCard
from crm_desktop.services.authority.request_history import Answer
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

LEVELS = {
    "CONSULT": (QT_TRANSLATE_NOOP("approvals", "Advice"), Tone.INFO),
    "SUPERIOR": (QT_TRANSLATE_NOOP("approvals", "Approval"), Tone.PLAIN),
}
PRESS = {
    "approve": QT_TRANSLATE_NOOP("approvals", "Approve"),
    "return": QT_TRANSLATE_NOOP("approvals", "Return"),
    "reject": QT_TRANSLATE_NOOP("approvals", "Reject"),
    "advise_for": QT_TRANSLATE_NOOP("approvals", "Advise for"),
    "advise_against": QT_TRANSLATE_NOOP("approvals", "Advise against"),
    "confirm_spoken": QT_TRANSLATE_NOOP("approvals", "Confirm the advice"),
    "deny_spoken": QT_TRANSLATE_NOOP("approvals", "Not my advice"),
}
"""What stands on the button of a verdict."""

KEYS = {
    "approve": "queue.approve",
    "return": "queue.return",
    "reject": "queue.reject",
    "advise_for": "queue.consult",
    "advise_against": "queue.reject",
    "confirm_spoken": "queue.consult",
    "deny_spoken": "queue.reject",
}
"""The action whose key gives a verdict: C is the yes of a consultation, X every no."""

GOOD = frozenset({"approve", "advise_for", "confirm_spoken", "own", "within"})
BAD = frozenset({"reject", "advise_against", "deny_spoken", "void"})

Label = tuple[str, Tone]
Explain = Callable[[Reason | Refused], str]
"""Says a code with its values in the reader's language."""


def say(source: str) -> str:
    """A text of this screen in the language that is on."""
    return QCoreApplication.translate("approvals", source)


def verdict_tone(verdict: str) -> Tone:
    """The colour a verdict's word has beside it."""
    if verdict in GOOD:
        return Tone.OK
    return Tone.STOP if verdict in BAD else Tone.WARN


def matter_word(row: QueueRow, explain: Explain) -> str:
    """What is asked; that a quotation is to be issued goes without saying."""
    return "" if row.matter == "quotation.issue" else explain(MATTERS[row.matter].title)


def labels(row: QueueRow, matter: str = "") -> list[Label]:
    """The state labels of one request, the most pressing first; `matter` in its place if given."""
    found: list[Label] = []
    if row.customer_waiting:
        found.append((say(QT_TRANSLATE_NOOP("approvals", "Customer is waiting")), Tone.WARN))
    if row.escalations and row.state == "waiting":
        found.append((say(QT_TRANSLATE_NOOP("approvals", "Overdue")), Tone.STOP))
    if matter:
        found.append((matter, Tone.WARN))
    if row.stead:
        words = say(QT_TRANSLATE_NOOP("approvals", "For {0}")).format(row.stead)
        found.append((words, Tone.INFO))
    if row.spoken:
        found.append((say(QT_TRANSLATE_NOOP("approvals", "Confirm advice by phone")), Tone.INFO))
    elif row.level in LEVELS:
        words, tone = LEVELS[row.level]
        found.append((say(words), tone))
    return found


def waited(since: datetime, now: datetime | None = None) -> str:
    """How long ago `since` was, short: just now, minutes, then hours, then days."""
    minutes = max(0, int(((now or datetime.now(since.tzinfo)) - since).total_seconds() // 60))
    hours, days = minutes // 60, minutes // 1440
    if days:
        return say(QT_TRANSLATE_NOOP("approvals", "{0} days")).format(days)
    if hours:
        return say(QT_TRANSLATE_NOOP("approvals", "{0} h {1} min")).format(hours, minutes % 60)
    if not minutes:
        return say(QT_TRANSLATE_NOOP("approvals", "just now"))
    return say(QT_TRANSLATE_NOOP("approvals", "{0} min")).format(minutes)


def ago(since: datetime) -> str:
    """When `since` was, within a sentence: "5 min ago", "just now"."""
    now = datetime.now(since.tzinfo)
    if now - since < timedelta(minutes=1):
        return waited(since, now)
    return say(QT_TRANSLATE_NOOP("approvals", "{0} ago")).format(waited(since, now))


def said_first(answer: Answer, language: str, era: str) -> str:
    """Who was first, for whom, and what they said; a request taken back was not answered."""
    told = {"name": answer.name, "at": answer.at}
    if answer.verdict == "recall":
        return sentence("recalled_before", language, era, **told)
    if answer.stead:
        told["name"] = sentence("answered_for", language, name=answer.name, principal=answer.stead)
    first = sentence("already_answered", language, era, **told)
    return f"{first}: {sentence(f'verdict_{answer.verdict}', language)}"


def paper_of(card: RequestCard) -> int | str:
    """The paper beside the request; what has none of its own shows its history."""
    return card.row.document_id if card.merge is None else f"trail-{card.row.document_id}"
