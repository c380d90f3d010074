"""The clock held against the records: one that was set back loses nothing, but somebody should
know."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_desktop.services.registry import Context, query
from crm_desktop.store import audit

TOLERANCE_MINUTES = 5
UNITS = (("days", 24 * 60), ("hours", 60))


@dataclass(frozen=True, slots=True)
class Lag:
    """How far behind, in the unit that people would say it in."""

    code: str
    values: dict[str, Any]


@query("find")
def behind(context: Context) -> int:
    """Whole minutes by which the clock is behind the latest record; 0 within the tolerance."""
    return minutes_behind(context.now, audit.last_moment(context.store.database))


def minutes_behind(now: datetime, latest: str) -> int:
    """The same for a moment as it is stored, "" where there is none."""
    if not latest:
        return 0
    minutes = int((datetime.fromisoformat(latest) - now).total_seconds() // 60)
    return minutes if minutes > TOLERANCE_MINUTES else 0


def lag(minutes: int) -> Lag:
    """In minutes up to two hours, in hours up to two days."""
    for unit, length in UNITS:
        if minutes > 2 * length:
            return Lag(f"lag_{unit}", {"count": minutes // length})
    return Lag("lag_minutes", {"count": minutes})
