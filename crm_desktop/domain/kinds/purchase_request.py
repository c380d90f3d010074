"""Purchase request ใบเสนอซื้อ: asks Sales to buy what is short; Sales answers in the program."""

from collections.abc import Mapping

from crm_desktop.domain.kinds.base import (
    Fact,
    Kind,
    derived,
    has_lines,
    is_wanted_later,
    up_to_issue,
)
from crm_desktop.domain.lifecycle import Row, StateTable

WRITE = frozenset({"purchase.request"})
ANSWER = frozenset({"purchase.answer"})
RECEIVE = frozenset({"goods.receive"})
INSPECT = frozenset({"goods.inspect"})
CANCEL = frozenset({"order.cancel"})

SENT = ("issued", "acknowledged", "confirmed")

STATES = StateTable(
    "purchase_request",
    "draft",
    (
        *up_to_issue(
            event="issue", after="issued", write=WRITE, submit=WRITE, issue=WRITE, begin="draft"
        ),
        # The order that the goods were for is given up before anybody answered.
        Row("waiting", "void", "draft", "overtaken", CANCEL),
        Row("issued", "acknowledge", "acknowledged", None, ANSWER),
        Row("issued", "confirm", "confirmed", "promise", ANSWER),
        Row("acknowledged", "confirm", "confirmed", "promise", ANSWER),
        # The supplier's day moved.
        Row("confirmed", "confirm", "confirmed", "promise", ANSWER),
        Row("issued", "decline", "declined", "reason", ANSWER),
        Row("acknowledged", "decline", "declined", "reason", ANSWER),
        Row("confirmed", "decline", "declined", "reason", ANSWER),
        *derived(
            "goods",
            "quantities",
            RECEIVE,
            {
                **dict.fromkeys(SENT, ("partly_received", "received")),
                "partly_received": ("received",),
            },
        ),
        *(Row(state, "cancel", "cancelled", "authority", CANCEL) for state in SENT),
        Row("partly_received", "confirm", "partly_received", "promise", ANSWER),
        # The rest never comes: what waits for it is short again.
        Row("partly_received", "decline", "received", "reason", ANSWER),
        # What came is not what the customer signed for: the supplier still owes it.
        Row("partly_received", "replace", "confirmed", "reason", INSPECT),
        Row("received", "replace", "confirmed", "reason", INSPECT),
    ),
)

GOODS = StateTable(
    "purchase_request_line",
    "asked",
    (
        Row("asked", "confirm", "ordered", "promise", ANSWER),
        Row("asked", "receive", "received", "inspected", RECEIVE),
        Row("ordered", "receive", "received", "inspected", RECEIVE),
        Row("received", "replace", "ordered", "reason", INSPECT),
        Row("asked", "withdraw", "withdrawn", "reason", ANSWER | CANCEL),
        Row("ordered", "withdraw", "withdrawn", "reason", ANSWER | CANCEL),
    ),
)


def derive(stages: Mapping[str, int]) -> str | None:
    """Received in part or in full; None before anything came."""
    if not stages.get("received"):
        return None
    return "partly_received" if stages.get("asked") or stages.get("ordered") else "received"


KIND = Kind(
    code="PR",
    name="purchase_request",
    states=STATES,
    matter="purchase_request.issue",
    numbered_by="issue",
    checks=(has_lines, is_wanted_later),
    facts=(Fact("wanted_on", "day"), Fact("supplier"), Fact("note", "lines")),
    goods=GOODS,
    derive=derive,
    columns=("promised_on", "supplier"),
    is_order=True,
    prices_pass=True,
    rests=("received",),
)
