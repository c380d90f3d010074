"""Deposits: the list with its ledger beside it, the till, bills due, the list for accounting."""

from ui.deposits.screen import DepositsScreen

__all__ = ["DepositsScreen"]
