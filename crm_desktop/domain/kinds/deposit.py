"""Deposit ใบรับเงินมัดจำ: money held for a paper; what it is follows from its ledger."""

from crm_desktop.domain.kinds.base import Kind, derived
from crm_desktop.domain.lifecycle import Row, StateTable

ASK = frozenset({"deposit.ask"})
RECEIVE = frozenset({"deposit.receive"})
CLEAR = frozenset({"deposit.clear"})
USE = frozenset({"deposit.apply", "deposit.pay", "request.answer", "deposit.reverse"})

ONE_WAY = ("applied", "refunded", "forfeited", "transferred")
USED = (*ONE_WAY, "used_up")

STATES = StateTable(
    "deposit",
    "expected",
    (
        Row("expected", "receive", "held", "money", RECEIVE),
        Row("expected", "receive_uncleared", "awaiting", "money", RECEIVE),
        Row("expected", "take_over", "held", "authority", USE),
        Row("expected", "cancel", "cancelled", None, ASK),
        Row("awaiting", "clear", "held", "date", CLEAR),
        Row("awaiting", "bounce", "bounced", "reason", CLEAR),
        # A bank may take a cheque back after it was cleared.
        Row("held", "bounce", "bounced", "reason", CLEAR),
        *derived(
            "ledger",
            "ledger",
            USE,
            {
                "awaiting": ("cancelled",),
                "held": ("partly_used", *ONE_WAY, "awaiting", "cancelled"),
                "partly_used": ("held", *USED),
                **dict.fromkeys(ONE_WAY, ("held", "partly_used")),
                "used_up": ("partly_used",),
                "bounced": ("awaiting", "held"),
            },
        ),
    ),
)

KIND = Kind(
    code="DP",
    name="deposit",
    states=STATES,
    numbered_by="receive",
    columns=("method", "held"),
    lined=False,
)
