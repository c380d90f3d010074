"""Special order ใบสินค้าสั่งพิเศษ: made or bought for one customer, who signs for what it is."""

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
SIGN = frozenset({"order.sign"})
QUOTE = frozenset({"order.quote"})
REQUEST = frozenset({"purchase.request"})
ANSWER = frozenset({"purchase.answer"})
RECEIVE = frozenset({"goods.receive"})
INSPECT = frozenset({"goods.inspect"})
DELIVER = frozenset({"delivery.record"})
LEDGER = frozenset({"deposit.receive", "deposit.clear"})

BEFORE_PURCHASE = ("confirmed", "deposit_held")
PURCHASED = ("ordered", "arrived", "inspected")

STATES = StateTable(
    "special_order",
    "draft",
    (
        Row("draft", "sign", "signed", "signature", SIGN),
        Row("draft", "cancel", "cancelled", None, SAVE),
        # Another word in the specification asks for another signature.
        Row("signed", "change", "draft", None, SAVE),
        Row("signed", "quote", "quoted", "supplier_quote", QUOTE),
        Row("signed", "cancel", "cancelled", None, SAVE),
        Row("quoted", "change", "draft", None, SAVE),
        *up_to_issue(
            event="confirm",
            after="confirmed",
            write=SAVE,
            submit=SUBMIT,
            issue=ISSUE,
            begin="quoted",
        ),
        # Changed within the limits of its approval: the customer signs what is different.
        Row("ready", "sign_anew", "draft", "within", SAVE),
        # The header follows the ledger: the deposit came and is cleared, or is gone again.
        Row("confirmed", "deposit_comes", "deposit_held", "deposit", LEDGER),
        Row("deposit_held", "deposit_goes", "confirmed", "deposit_missing", LEDGER),
        Row("confirmed", "order", "ordered", "waived", REQUEST),
        Row("deposit_held", "order", "ordered", "purchase_request", REQUEST),
        Row("ordered", "withdraw", "confirmed", "reason", ANSWER | CANCEL),
        Row("ordered", "arrive", "arrived", "inspected", RECEIVE),
        # The rest never comes and is given up: the customer gets what is here.
        *(
            Row(state, "close_rest", "arrived", "authority", CANCEL)
            for state in (*BEFORE_PURCHASE, "ordered")
        ),
        Row("arrived", "inspect", "inspected", "specification", INSPECT),
        Row("arrived", "reject", "ordered", "reason", INSPECT),
        # Handed over, or the rest of what was handed over in part is given up.
        *derived("goods", "quantities", DELIVER | CANCEL, {"inspected": ("collected",)}),
        Row("inspected", "refuse", "refused", "reason", DELIVER),
        *(
            Row(state, "cancel", "cancelled", "authority", CANCEL)
            for state in (*BEFORE_PURCHASE, *PURCHASED)
        ),
    ),
)

GOODS = StateTable(
    "special_order_line",
    "open",
    (
        Row("open", "receive", "arrived", "inspected", RECEIVE),
        Row("arrived", "reject", "open", "reason", INSPECT),
        Row("arrived", "deliver", "delivered", "delivery", DELIVER),
        Row("arrived", "refuse", "refused", "reason", DELIVER),
        Row("open", "cancel", "cancelled", "authority", CANCEL),
        Row("arrived", "cancel", "cancelled", "authority", CANCEL),
    ),
)


def derive(stages: Mapping[str, int]) -> str | None:
    """Collected once nothing is left to hand over; other steps are acts of people."""
    if stages.get("delivered") and not stages.get("open") and not stages.get("arrived"):
        return "collected"
    return None


KIND = Kind(
    code="SP",
    name="special_order",
    states=STATES,
    matter="special_order.issue",
    numbered_by="confirm",
    checks=(has_customer, has_lines, has_amount, is_wanted_later),
    facts=(
        Fact("specification", "lines", needed=True),
        Fact("measurements", "lines"),
        Fact("wanted_on", "day"),
        Fact("customer_order"),
    ),
    goods=GOODS,
    derive=derive,
    columns=("promised_on", "age_days"),
    is_order=True,
    takes_deposit=True,
)
