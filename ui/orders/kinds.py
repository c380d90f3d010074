"""The kinds of orders as the windows know them."""

from crm_desktop.domain.kinds import ORDERS as DECLARED
from crm_desktop.domain.kinds import Kind
from crm_desktop.services.orders.order_lists import order
from ui.papers.kind import PaperKind

WRITING = ("draft", "signed", "quoted", "ready")
"""States in which a paper may still be typed into."""
BEFORE = (*WRITING, "waiting")
"""States before a paper has its number."""
WRITTEN = ("sales_order", "back_order", "special_order")
"""Kinds that are begun by hand; a purchase request comes from the paper it serves."""


def _known(kind: Kind) -> PaperKind:
    states = [each for each in kind.states.states if each not in (*BEFORE, *kind.ends)]
    asks = dict.fromkeys(("save", "submit"), "purchase.request") if kind.code == "PR" else {}
    return PaperKind(kind, order, "order", tuple(states), WRITING, asks)


ORDERS = {kind.name: _known(kind) for kind in DECLARED}
