"""Files that another program of this PC is shown: copies that go when the program goes."""

import tempfile
import time
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

PREFIX = "crm-opened-"
KEPT_SECONDS = 24 * 60 * 60


class Copies:
    """One folder that nobody else may read, made with the first copy."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._count = 0

    def put(self, name: str, content: bytes) -> Path:
        """A copy under that name."""
        if self._folder is None:
            _sweep()
            self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._count += 1
        place = self._folder / str(self._count)
        place.mkdir()
        copy = place / Path(name).name
        copy.write_bytes(content)
        return copy

    def remove(self) -> None:
        """Away with all of them; one that another program holds open stays for `_sweep`."""
        if self._folder is not None:
            rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _sweep() -> None:
    """What runs before could not take away, or left behind when they were killed."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - KEPT_SECONDS:
                rmtree(left, ignore_errors=True)
