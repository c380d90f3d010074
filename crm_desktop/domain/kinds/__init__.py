"""The kinds of document: a new one is a module here and a line in the registry."""

from crm_desktop.domain.kinds import (
    back_order,
    customer_merge,
    deposit,
    purchase_request,
    quotation,
    sales_order,
    special_order,
    visit,
)
from crm_desktop.domain.kinds.base import Fact, Kind

KINDS: dict[str, Kind] = {
    module.KIND.code: module.KIND
    for module in (
        quotation,
        sales_order,
        back_order,
        purchase_request,
        special_order,
        deposit,
        visit,
        customer_merge,
    )
}
ORDERS = tuple(kind for kind in KINDS.values() if kind.is_order)
BY_NAME = {kind.name: kind for kind in KINDS.values()}

__all__ = ["BY_NAME", "KINDS", "ORDERS", "Fact", "Kind"]
