"""Somebody taking a list in, step by step."""

from pathlib import Path

from tests.ui.shop import Counter
from ui.intake.screen import ImportScreen


def look_at(counter: Counter, kind: str, path: Path | str) -> ImportScreen:
    """The file of that kind, its columns as guessed, looked at."""
    counter.window.open_record("import", kind)
    screen = counter.window.middle.current()
    assert isinstance(screen, ImportScreen)
    screen.open_path(str(path))
    counter.rest()
    screen.go()
    counter.rest()
    return screen


def take_in(counter: Counter, kind: str, path: Path | str, *, complete: bool = False) -> str:
    """The same taken in, what is wrong left out; answers what was said."""
    screen = look_at(counter, kind, path)
    screen.look.complete.setChecked(complete)
    screen.go()
    counter.rest()
    return screen.bar.label.text()
