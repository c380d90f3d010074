"""The first run: what a new shop is asked, or the demo, or the server that it shares."""
