"""All acts of the walk through the state tables, by the kind of paper they are done to."""

from tests.services.acts_deposits import DEPOSIT
from tests.services.acts_goods import (
    BACK_ORDER,
    PURCHASE_REQUEST,
    SALES_ORDER,
    SPECIAL_ORDER,
    WHOLE,
)
from tests.services.acts_papers import QUOTATION, plainly
from tests.services.walking import Act

ACTS: dict[str, tuple[Act, ...]] = {
    "QT": QUOTATION,
    "SO": SALES_ORDER,
    "BO": BACK_ORDER,
    "PR": PURCHASE_REQUEST,
    "SP": SPECIAL_ORDER,
    "DP": DEPOSIT,
}

__all__ = ["ACTS", "WHOLE", "plainly"]
