"""Every benchmark in turn; a name or several choose among them."""

import sys
from importlib import import_module

NAMES = ("thread", "order", "paper", "start", "race", "replay", "queue", "answers", "team")


def main() -> None:
    """Run the named ones, or all."""
    for name in sys.argv[1:] or NAMES:
        import_module(f"benchmarks.bench_{name}").main()


if __name__ == "__main__":
    main()
