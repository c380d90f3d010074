"""Merge of customers ใบรวมข้อมูลลูกค้า: two records become one, through the matrix, and may part
again."""

from crm_desktop.domain.kinds.base import ANSWER, RECALL, Kind
from crm_desktop.domain.lifecycle import Row, StateTable

MERGE = frozenset({"customer.merge"})

STATES = StateTable(
    "customer_merge",
    "draft",
    (
        # What the actor's own authority covers is done at once; anything else waits.
        Row("draft", "merge", "merged", "own", MERGE),
        Row("draft", "submit", "waiting", "checked", MERGE),
        Row("draft", "cancel", "cancelled", None, MERGE),
        Row("waiting", "approve", "merged", "answerer", ANSWER),
        Row("waiting", "return", "draft", "note", ANSWER),
        Row("waiting", "reject", "draft", "note", ANSWER),
        Row("waiting", "recall", "draft", None, RECALL),
        Row("merged", "undo", "undone", "untouched", MERGE),
    ),
)

KIND = Kind(code="CM", name="customer_merge", states=STATES, lined=False)
