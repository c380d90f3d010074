"""One module per subject: its commands, their handlers, its row values and its queries."""
