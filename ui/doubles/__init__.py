"""Customers that may be one: the work list, the merge side by side, and who is incomplete."""
