"""Products: the list with the card beside it, and the import of the shop's list."""

from ui.products.list import ProductsScreen

__all__ = ["ProductsScreen"]
