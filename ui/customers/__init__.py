"""Customers: the list with the card beside it, and the form."""

from ui.customers.list import CustomersScreen

__all__ = ["CustomersScreen"]
