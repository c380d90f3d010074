"""Quotation ใบเสนอราคา: its life from draft to the customer's word, and what it needs to begin."""

from collections.abc import Iterator
from datetime import date

from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds.base import (
    CLOCK,
    Kind,
    has_amount,
    has_customer,
    has_lines,
    is_still_valid,
    up_to_issue,
)
from crm_desktop.domain.lifecycle import Row, StateTable
from crm_desktop.domain.money import Money

WRITE = frozenset({"quotation.save"})
SUBMIT = frozenset({"quotation.submit"})
ISSUE = frozenset({"quotation.issue"})
REVISE = frozenset({"quotation.revise"})
FOLLOW = frozenset({"quotation.follow"})
EXTEND = frozenset({"quotation.extend"})
CANCEL = frozenset({"quotation.cancel"})

_BEFORE_ISSUE = up_to_issue(
    event="issue", after="issued", write=WRITE, submit=SUBMIT, issue=ISSUE, begin="draft"
)

# Where the customer may still say yes; a paper may be accepted or lost from each of them.
OPEN_STATES = ("issued", "received", "negotiating")


def _while_open(state: str) -> Iterator[Row]:
    yield Row(state, "accept", "accepted", "acceptable", FOLLOW)
    yield Row(state, "lose", "lost", "reason", FOLLOW)
    yield Row(state, "expire", "expired", "validity_over", CLOCK)
    yield Row(state, "extend", state, "authority", EXTEND)
    yield Row(state, "revise", state, "latest_revision", REVISE)
    yield Row(state, "supersede", "superseded", "successor_issued", ISSUE)
    yield Row(state, "cancel", "cancelled", "authority", CANCEL)


_AFTER_ISSUE = (
    Row("issued", "confirm_receipt", "received", None, FOLLOW),
    Row("issued", "negotiate", "negotiating", "follow_up", FOLLOW),
    *_while_open("issued"),
    Row("received", "negotiate", "negotiating", "follow_up", FOLLOW),
    *_while_open("received"),
    *_while_open("negotiating"),
    Row("expired", "extend", "issued", "authority", EXTEND),
    Row("expired", "revise", "expired", "latest_revision", REVISE),
    Row("expired", "supersede", "superseded", "successor_issued", ISSUE),
    Row("accepted", "cancel", "cancelled", "authority", CANCEL),
)

STATES = StateTable("quotation", "draft", _BEFORE_ISSUE + _AFTER_ISSUE)

FOLLOW_UP_ABOVE = Money.of(5000)


def check_follow_up(
    grand_total: Money, next_follow_up: date | None, above: Money = FOLLOW_UP_ABOVE
) -> None:
    """Refuse an open paper above the set sum without a next date (`follow_up_missing`)."""
    if grand_total > above and next_follow_up is None:
        raise Refused("follow_up_missing", "next_follow_up", total=grand_total, above=above)


KIND = Kind(
    code="QT",
    name="quotation",
    states=STATES,
    matter="quotation.issue",
    numbered_by="issue",
    checks=(has_customer, has_lines, has_amount, is_still_valid),
)
