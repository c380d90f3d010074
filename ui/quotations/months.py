"""Months as people read them, in their era."""

from crm_desktop.services.team import sheets
from ui.desk import Desk


def month_words(desk: Desk, month: str) -> str:
    """A month (YYYY-MM) as 11/2569; what has no month of its own by its word."""
    return sheets.month_words(month, desk.language, desk.era)
