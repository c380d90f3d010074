"""Sales order คำสั่งขาย: what the customer takes from the shelf, until the bill is written."""

from collections.abc import Mapping

from crm_desktop.domain.kinds.base import (
    Fact,
    Kind,
    derived,
    has_amount,
    has_customer,
    has_lines,
    is_wanted_later,
    up_to_issue,
)
from crm_desktop.domain.lifecycle import Row, StateTable

SAVE = frozenset({"order.save"})
SUBMIT = frozenset({"order.submit"})
ISSUE = frozenset({"order.issue"})
CANCEL = frozenset({"order.cancel"})
HAND_OFF = frozenset({"order.hand_off"})
ACCEPT = frozenset({"order.accept"})
DELIVER = frozenset({"delivery.record"})
SETTLE = frozenset({"order.settle"})

UNDER_WAY = ("confirmed", "handed_off", "in_fulfilment")

STATES = StateTable(
    "sales_order",
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
        Row("confirmed", "hand_off", "handed_off", None, HAND_OFF),
        Row("handed_off", "accept", "in_fulfilment", None, ACCEPT),
        *derived(
            "goods",
            "quantities",
            DELIVER | SAVE | CANCEL,
            {
                # Moved in full to a back order, nothing of it is left to do here.
                **dict.fromkeys(UNDER_WAY, ("partly_delivered", "delivered", "moved")),
                "partly_delivered": ("delivered",),
            },
        ),
        *(Row(state, "cancel", "cancelled", "authority", CANCEL) for state in UNDER_WAY),
        Row("partly_delivered", "cancel", "delivered", "authority", CANCEL),
        Row("delivered", "settle", "settled", "bill_number", SETTLE),
    ),
)

GOODS = StateTable(
    "sales_order_line",
    "open",
    (
        Row("open", "deliver", "delivered", "delivery", DELIVER),
        # The warehouse has less than it said: the rest becomes a back order of the same family.
        Row("open", "move", "moved", "back_order", SAVE),
        Row("open", "cancel", "cancelled", "authority", CANCEL),
    ),
)


def derive(stages: Mapping[str, int]) -> str | None:
    """The header's state from its quantities; None while nothing was delivered or all moved.

    What moved was bought all the same: the paper stands, and binds the back order's prices.
    """
    if not stages.get("delivered"):
        return "moved" if stages.get("moved") and not stages.get("open") else None
    return "partly_delivered" if stages.get("open") else "delivered"


KIND = Kind(
    code="SO",
    name="sales_order",
    states=STATES,
    matter="sales_order.issue",
    numbered_by="confirm",
    checks=(has_customer, has_lines, has_amount, is_wanted_later),
    facts=(
        Fact("wanted_on", "day"),
        Fact("handing", "choice", ("pickup", "delivery")),
        Fact("customer_order"),
    ),
    goods=GOODS,
    derive=derive,
    columns=("delivered", "bill_number"),
    is_order=True,
    takes_deposit=True,
)
