"""Orders and their goods: bought, received, allocated, promised, handed over."""
