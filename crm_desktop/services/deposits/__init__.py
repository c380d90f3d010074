"""Deposits: the ledger, its uses and claims, the till."""
