"""Visit เยี่ยมลูกค้า: planned, then done with an outcome and a next date, or honestly not."""

from crm_desktop.domain.kinds.base import Kind
from crm_desktop.domain.lifecycle import Row, StateTable

SAVE = frozenset({"visit.save"})

STATES = StateTable(
    "visit",
    "planned",
    (
        Row("planned", "confirm", "confirmed", None, SAVE),
        Row("planned", "complete", "done", "outcome", SAVE),
        Row("planned", "miss", "missed", "reason", SAVE),
        Row("planned", "reschedule", "rescheduled", "successor", SAVE),
        Row("planned", "cancel", "cancelled", "reason", SAVE),
        Row("confirmed", "complete", "done", "outcome", SAVE),
        Row("confirmed", "miss", "missed", "reason", SAVE),
        Row("confirmed", "reschedule", "rescheduled", "successor", SAVE),
        Row("confirmed", "cancel", "cancelled", "reason", SAVE),
        # What was marked as missed may have happened after all, or happen on another day.
        Row("missed", "complete", "done", "outcome", SAVE),
        Row("missed", "reschedule", "rescheduled", "successor", SAVE),
    ),
)

OPEN_STATES = ("planned", "confirmed")

KIND = Kind(code="VS", name="visit", states=STATES)
