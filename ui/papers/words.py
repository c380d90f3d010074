"""The words of answers, terms, and of what happened to a paper."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.lifecycle import Code
from crm_desktop.services.customers.customer_values import TimelineLine
from crm_desktop.services.papers.quotation_lists import RequestNote
from ui.customers.words import happened, remark
from ui.desk import Desk
from ui.translations import QT_TRANSLATE_NOOP

PAYMENT_TERMS = tuple(
    Code(f"terms_payment_{name}")
    for name in ("cash", "transfer", "deposit_30", "deposit_50", "credit_30", "project")
)
DELIVERY_TERMS = tuple(
    Code(f"terms_delivery_{name}")
    for name in ("pick_up", "free_near", "days_3", "days_7", "freight", "crane")
)
_VERDICTS = {
    "approve": QT_TRANSLATE_NOOP("answers", "Approved within limits"),
    "return": QT_TRANSLATE_NOOP("answers", "Returned for changes"),
    "reject": QT_TRANSLATE_NOOP("answers", "Not approved"),
    "deny_spoken": QT_TRANSLATE_NOOP("answers", "Advice by phone was not confirmed"),
    "advise_for": QT_TRANSLATE_NOOP("answers", "Advice: in favour"),
    "advise_against": QT_TRANSLATE_NOOP("answers", "Advice: against"),
}
CAME_BACK = frozenset(_VERDICTS) - {"approve"}
"""The verdicts that stand beside a paper until it is asked again."""


def short_day(desk: Desk, on: date | None) -> str:
    """A day in a narrow column: the year by its last two figures."""
    full = desk.day(on)
    return full[:6] + full[-2:]


def told(line: TimelineLine, desk: Desk) -> str:
    """What happened, with the reason somebody gave."""
    word, reason = happened(desk, line), remark(desk, line)
    return f"{word}: {reason}" if reason else word


def asked_word(request: RequestNote) -> str:
    """Who answers now; a role where no person is named."""
    if request.answerer:
        return request.answerer
    if request.role == "credit":
        return QCoreApplication.translate("answers", "credit-finance")
    return QCoreApplication.translate("answers", "the director")


def verdict_word(verdict: str) -> str:
    """What an answer said."""
    return QCoreApplication.translate("answers", _VERDICTS[verdict])
