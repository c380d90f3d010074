"""Every benchmark in turn; a name or several choose among them."""

import sys
from importlib import import_module

NAMES = (
    *("search", "keys", "page", "create", "import", "thread", "paper", "start", "view", "race"),
    *("order", "replay", "queue", "answers", "team", "goods"),
)
"""Rows 1 to 11 of docs/speed.md in their order, then what other papers promise."""


def main() -> None:
    """Run the named ones, or all."""
    for name in sys.argv[1:] or NAMES:
        import_module(f"benchmarks.bench_{name}").main()


if __name__ == "__main__":
    main()
