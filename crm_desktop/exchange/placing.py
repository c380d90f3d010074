"""Files put where somebody wants them: whole or not at all, and to be taken back for a while."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Placed:
    """A file in its place; `before` is what stood there, kept beside it until `keep` or `undo`."""

    target: Path
    before: Path | None

    def keep(self) -> None:
        """It stays; what stood there is gone."""
        if self.before is not None:
            self.before.unlink(missing_ok=True)

    def undo(self) -> None:
        """As if it had never been written."""
        if self.before is not None:
            self.before.replace(self.target)
        else:
            self.target.unlink(missing_ok=True)


def place(data: bytes, target: Path) -> Placed:
    """Write a file; OSError where it cannot be, with what stood there as it was."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".paper-", suffix=target.suffix)
    written, before = Path(name), None
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        written.chmod(0o644)
        if target.exists():
            before = target.replace(f"{name}.before")
        written.replace(target)
    except OSError:
        written.unlink(missing_ok=True)
        if before is not None:
            before.replace(target)
        raise
    return Placed(target, before)
