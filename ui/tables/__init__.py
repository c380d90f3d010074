"""The one table model: declared columns, pages read on demand."""
