"""The fixtures of every test of `crm`."""

from tests.terminal.person import demo_file, empty, terminal

__all__ = ["demo_file", "empty", "terminal"]
