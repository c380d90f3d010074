"""Files put where somebody wants them: whole or not at all, and to be taken back for a while."""

import errno
import os
import re
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
LONGEST_STEM = 200
"""Bytes; file systems take 255 with the ending and what stands around a name meanwhile."""


def file_name(words: str) -> str:
    """Words as the stem of a file that every system takes: a customer's name may hold signs that
    Windows refuses, end in a point, be a device's name or be too long."""
    stem = _NO_NAME.sub("-", words).encode()[:LONGEST_STEM].decode(errors="ignore").strip(" .")
    return f"_{stem}" if not stem or stem.partition(".")[0].upper() in DEVICES else stem


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
    """Write a file; OSError where it cannot be, with what stood there as it was: a folder never
    gives way to a file."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".paper-", suffix=target.suffix)
    written, before = Path(name), None
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        written.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644)
        if target.exists():
            before = target.replace(f"{name}.before")
        written.replace(target)
    except OSError:
        written.unlink(missing_ok=True)
        if before is not None:
            before.replace(target)
        raise
    return Placed(target, before)


def place_beside(data: bytes, target: Path) -> Placed:
    """Write a file under a name that nothing bears: `name (2).pdf` where `name.pdf` is there."""
    free = _reserve(target)
    try:
        placed = place(data, free)
    except OSError:
        free.unlink(missing_ok=True)
        raise
    placed.keep()
    return Placed(free, None)


def _reserve(target: Path) -> Path:
    """An empty file of our own, which whoever comes at the same moment does not take."""
    number, free = 1, target
    while True:
        try:
            free.open("xb").close()
        except FileExistsError:
            number += 1
            free = target.with_name(f"{target.stem} ({number}){target.suffix}")
        else:
            return free
