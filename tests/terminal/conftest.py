"""The fixtures of every test of `crm`, and the day on which all of them are at the terminal."""

from datetime import datetime

import pytest

from crm_desktop.store import BANGKOK, Store
from tests.terminal.person import demo_file, empty, terminal

__all__ = ["demo_file", "empty", "terminal"]

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=BANGKOK)


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    """The evening of the shops' last day: what they did lies behind, and no list ends by itself."""
    monkeypatch.setattr(Store, "now", lambda _store: NOW)
