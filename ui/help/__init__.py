"""F1: a page about the screen in view, in the person's language, with its keys as they are."""
