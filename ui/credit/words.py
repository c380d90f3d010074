"""The columns of bills, and what being late looks like."""

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk
from ui.tables.columns import Align, Column, Columns
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

LONG_LATE = 30
_WORDS = {
    "bill": QT_TRANSLATE_NOOP("bills", "Bill"),
    "customer": QT_TRANSLATE_NOOP("bills", "Customer"),
    "order": QT_TRANSLATE_NOOP("bills", "Our order"),
    "billed": QT_TRANSLATE_NOOP("bills", "Billed on"),
    "due": QT_TRANSLATE_NOOP("bills", "Due on"),
    "amount": QT_TRANSLATE_NOOP("bills", "Amount"),
    "paid": QT_TRANSLATE_NOOP("bills", "Paid"),
    "to pay": QT_TRANSLATE_NOOP("bills", "To pay"),
    "late": QT_TRANSLATE_NOOP("bills", "Late by"),
    "days": QT_TRANSLATE_NOOP("bills", "{0} days"),
    "not late": QT_TRANSLATE_NOOP("bills", "Not yet due"),
}


def text(key: str) -> str:
    """A word of the lists of bills in the language that is on."""
    return QCoreApplication.translate("bills", _WORDS[key])


def short(shown: str) -> str:
    """A day with two digits for its year."""
    return shown[:6] + shown[-2:]


def late(days: int) -> str:
    """How long something is overdue, in words."""
    return text("days").format(days) if days else text("not late")


def late_tone(days: int) -> Tone:
    """The longer the worse."""
    if days > LONG_LATE:
        return Tone.STOP
    return Tone.WARN if days else Tone.PLAIN


def bill_columns(desk: Desk, *, whole: bool) -> Columns:
    """The columns of a list of bills; beside the customer only what matters to one of them."""
    return (
        Column("bill_number", text("bill"), 130 if whole else 112, strong=True),
        *((Column("customer", text("customer"), 180, stretch=True),) if whole else ()),
        Column("reference", text("order"), 140, muted=True, shown=whole),
        Column("billed_on", text("billed"), 92, format=desk.day, muted=True, shown=False),
        Column("due_on", text("due"), 88, format=lambda day: short(desk.day(day)), sort="due_on"),
        Column(
            "days_overdue",
            text("late"),
            110 if whole else 80,
            format=late,
            tone=lambda row: late_tone(row.days_overdue),
            stretch=not whole,
        ),
        Column("amount", text("amount"), 104, Align.RIGHT, str, sort="amount", shown=whole),
        Column("paid", text("paid"), 104, Align.RIGHT, str, shown=False),
        Column("due", text("to pay"), 96, Align.RIGHT, str),
    )
