"""Drafts: what stands in an open form, kept on disk so that nothing typed is ever lost."""

import json
import logging
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

log = logging.getLogger(__name__)
BANGKOK = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Draft:
    """What was typed into one form and when, in Bangkok as on the clock of the desk."""

    key: str
    title: str
    saved_at: datetime
    values: dict[str, Any]


class Drafts:
    """One file per person and form, replaced whole, so that a kill leaves the old or the new one.

    A file that cannot be read is set aside as `*.broken`, never deleted.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, person_id: int, key: str, values: dict[str, Any], title: str = "") -> None:
        """Keep `values` (JSON-able); on disk when this returns, or OSError."""
        file = self._file(person_id, key)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        now = datetime.now(BANGKOK).isoformat(timespec="seconds")
        content = {"title": title, "saved_at": now, "values": values}
        _write(file, json.dumps(content, ensure_ascii=False).encode())

    def load(self, person_id: int, key: str) -> Draft | None:
        """The draft of a form, if there is one that can be read."""
        return self._read(self._file(person_id, key))

    def remove(self, person_id: int, key: str) -> None:
        """Forget the draft; it is no error if there is none."""
        self._file(person_id, key).unlink(missing_ok=True)

    def list(self, person_id: int) -> list[Draft]:
        """All drafts of a person, newest first."""
        files = sorted((self._folder / str(person_id)).glob("*.json"))
        found = [draft for file in files if (draft := self._read(file))]
        return sorted(found, key=lambda draft: draft.saved_at, reverse=True)

    def _file(self, person_id: int, key: str) -> Path:
        return self._folder / str(person_id) / f"{quote(key, safe='')}.json"

    def _read(self, file: Path) -> Draft | None:
        try:
            content = json.loads(file.read_bytes())
            saved_at = datetime.fromisoformat(content["saved_at"])
            return Draft(unquote(file.stem), content["title"], saved_at, dict(content["values"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            log.warning("draft %s cannot be read; set aside", file.name)
            file.replace(file.with_suffix(".broken"))
            return None


def _write(file: Path, content: bytes) -> None:
    """Write beside the file, flush to disk, then take its place (mkstemp gives mode 0600)."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".draft-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
