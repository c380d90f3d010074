"""Thai text for paper: what may be printed, and where a line may break."""

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f"
