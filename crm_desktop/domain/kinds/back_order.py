"""Back order ใบ Back Order: goods of the list that are short, from the order to the customer."""

from collections.abc import Mapping

from crm_desktop.domain.kinds.base import (
    Fact,
    Kind,
    derived,
    has_amount,
    has_customer,
    has_lines,
    is_listed,
    is_wanted_later,
    up_to_issue,
)
from crm_desktop.domain.lifecycle import Row, StateTable

SAVE = frozenset({"order.save"})
SUBMIT = frozenset({"order.submit"})
ISSUE = frozenset({"order.issue"})
CANCEL = frozenset({"order.cancel"})
REQUEST = frozenset({"purchase.request"})
ANSWER = frozenset({"purchase.answer"})
RECEIVE = frozenset({"goods.receive"})
ALLOCATE = frozenset({"goods.allocate"})
TELL = frozenset({"order.tell"})
DELIVER = frozenset({"delivery.record"})

GOODS = StateTable(
    "back_order_line",
    "short",
    (
        Row("short", "request", "requested", "deposit", REQUEST),
        Row("requested", "confirm", "ordered", "promise", ANSWER),
        Row("requested", "withdraw", "short", "reason", ANSWER),
        Row("ordered", "withdraw", "short", "reason", ANSWER),
        Row("requested", "receive", "received", "inspected", RECEIVE),
        Row("ordered", "receive", "received", "inspected", RECEIVE),
        # First come, first served: what arrived for a later order may serve an earlier one.
        Row("short", "allocate", "allocated", "first_come", ALLOCATE),
        Row("requested", "allocate", "allocated", "first_come", ALLOCATE),
        Row("ordered", "allocate", "allocated", "first_come", ALLOCATE),
        Row("received", "allocate", "allocated", "first_come", ALLOCATE),
        Row("received", "give_way", "ordered", "first_come", ALLOCATE),
        Row("allocated", "tell", "told", "words", TELL),
        Row("allocated", "deliver", "delivered", "delivery", DELIVER),
        Row("told", "deliver", "delivered", "delivery", DELIVER),
        *(
            Row(stage, "cancel", "cancelled", "authority", CANCEL)
            for stage in ("short", "requested", "ordered", "received", "allocated", "told")
        ),
    ),
)

OPEN_STAGES = ("short", "requested", "ordered", "received", "allocated", "told")
OPEN_STATES = ("confirmed", "requested", "ordered", "arrived", "told")

STATES = StateTable(
    "back_order",
    "draft",
    (
        *up_to_issue(
            event="confirm",
            after="confirmed",
            write=SAVE,
            submit=SUBMIT,
            issue=ISSUE,
            begin="draft",
        ),
        *derived(
            "goods",
            "quantities",
            REQUEST | ANSWER | RECEIVE | ALLOCATE | TELL | DELIVER | CANCEL,
            {
                # Told of what is here while the rest was missing, and the rest is given up.
                "confirmed": ("requested", "ordered", "arrived", "told", "partly_delivered"),
                "requested": ("confirmed", "ordered", "arrived", "told", "partly_delivered"),
                "ordered": ("confirmed", "arrived", "told", "partly_delivered"),
                "arrived": ("ordered", "told", "partly_delivered", "delivered"),
                "told": ("partly_delivered", "delivered"),
                "partly_delivered": ("delivered",),
            },
        ),
        *(Row(state, "cancel", "cancelled", "authority", CANCEL) for state in OPEN_STATES),
        Row("partly_delivered", "cancel", "delivered", "authority", CANCEL),
    ),
)


def derive(stages: Mapping[str, int]) -> str | None:
    """The least advanced of what is still open names the paper; delivered parts come first."""
    still = [stage for stage in OPEN_STAGES if stages.get(stage)]
    if stages.get("delivered"):
        return "partly_delivered" if still else "delivered"
    if not still:
        return None
    return {"short": "confirmed", "received": "arrived", "allocated": "arrived"}.get(
        still[0], still[0]
    )


KIND = Kind(
    code="BO",
    name="back_order",
    states=STATES,
    matter="back_order.issue",
    numbered_by="confirm",
    checks=(has_customer, has_lines, has_amount, is_listed, is_wanted_later),
    facts=(Fact("wanted_on", "day"), Fact("customer_order")),
    goods=GOODS,
    derive=derive,
    columns=("promised_on", "first_promise_on", "age_days"),
    is_order=True,
    takes_deposit=True,
)
