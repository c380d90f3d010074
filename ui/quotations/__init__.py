"""Quotations: the place with its pages, and each paper in a tab of its own."""

from ui.quotations.document import QuotationDocument
from ui.quotations.screen import QuotationsScreen

__all__ = ["QuotationDocument", "QuotationsScreen"]
