"""Credit-finance's figures: limits, open bills, what is overdue."""
