"""What customers owe: bills due and overdue, and the lists of the finance department."""
