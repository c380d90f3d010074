"""The place "Settings": the shop's papers, the shop itself, its mail server."""
