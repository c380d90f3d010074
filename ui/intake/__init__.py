"""Other programs' lists taken in: the file, its columns, a look at what it would do, and undo."""
