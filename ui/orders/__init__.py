"""Orders of every kind: their list with work to do, and each paper in a tab of its own."""

from ui.orders.document import OrderDocument
from ui.orders.screen import OrdersScreen

__all__ = ["OrderDocument", "OrdersScreen"]
