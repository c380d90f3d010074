"""Forms: every field through the row helper, every form with drafts, comparison and undo."""
