"""Quotations: the list of the branch, and each paper in a tab of its own."""

from ui.quotations.document import QuotationDocument
from ui.quotations.list import QuotationsScreen

__all__ = ["QuotationDocument", "QuotationsScreen"]
