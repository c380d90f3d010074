"""Files that ship beside the code, found in place, editable or from a wheel alike."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent


def resource(path: str) -> Path:
    """The file at `path` (slashes, relative to this folder); it may not exist."""
    return ROOT.joinpath(*path.split("/"))
