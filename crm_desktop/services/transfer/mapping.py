"""Which column of a file is which field: guessed by its heading, mended by a person, remembered."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.reading import TITLES, read_lines
from crm_desktop.exchange.sheets import heading_key
from crm_desktop.exchange.workbook import Line
from crm_desktop.services.registry import Context
from crm_desktop.services.transfer.intake import Kind

REASON = frozenset({"เหตุที่ไม่รับ", "whynottaken"})
"""The headings of the column that a list of wrong rows has beyond its own."""
_BESIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[*:]+")


def headed(kind: Kind, path: Path) -> Iterator[Line]:
    """The lines of a file from its headings on; refuses what `read_lines` does, and `import_empty`.

    Reports begin with their title: the headings are the first line, unless one of the next has
    every needed field and names more of them. Where none has, a person says which column is
    what: of the lines that have room for the needed fields and are wider than all above, the one
    that names most.
    """
    lines = read_lines(path)
    first = list(islice(lines, TITLES))
    if not first:
        raise Refused("import_empty", "path", path=path.name)
    named = [set(filter(None, guessed(kind, cells))) for _, cells in first]
    whole = [at for at, found in enumerate(named) if found.issuperset(kind.needed)]
    likely = [0, *whole] if whole else _wider(first, len(kind.needed)) or [0]
    at = max(likely, key=lambda at: len(named[at]))
    width = len(first[at][1])
    for number, cells in chain(first[at:], lines):
        yield number, cells + [""] * (width - len(cells))


def _wider(lines: Sequence[Line], least: int) -> list[int]:
    """Which lines have more cells filled than each before them, and no fewer than `least`."""
    found = []
    for at, (_, cells) in enumerate(lines):
        if (filled := sum(map(bool, cells))) >= least:
            found.append(at)
            least = filled + 1
    return found


def heading_of(kind: Kind, path: Path) -> Line:
    """The line of the headings; refuses what `headed` does."""
    return next(headed(kind, path))


def guessed(kind: Kind, headings: Sequence[str]) -> list[str]:
    """A field for each heading by its words, "" for what means nothing here; a field twice is
    named both times."""
    words = {word: each.name for each in kind.columns for word in each.headings.split()}
    return [_guess(kind, words, heading) for heading in headings]


def _guess(kind: Kind, words: dict[str, str], heading: str) -> str:
    for text in (heading, _BESIDE.sub(" ", heading)):
        key = heading_key(text)
        if key in REASON:
            return ""
        if found := words.get(key) or kind.guess(key):
            return found
    return ""


def known(context: Context, kind: Kind, headings: Sequence[str]) -> list[str] | None:
    """What a person chose for just these headings before."""
    row = _row(context, kind, headings)
    if row is None:
        return None
    keys = [key if not key or kind.column(key) else "" for key in json.loads(row["mapping"])]
    return keys if len(keys) == len(headings) else None


def settled(
    context: Context, kind: Kind, path: Path, asked: Sequence[str] | None = None
) -> list[str]:
    """The fields by which the file is read: as asked, as last time, or as guessed.

    Refuses `import_heading_twice`, `import_no_column` and `import_unknown_field`.
    """
    _, headings = heading_of(kind, path)
    keys = list(asked or known(context, kind, headings) or guessed(kind, headings))
    keys = keys[: len(headings)] + [""] * (len(headings) - len(keys))
    for place, key in enumerate(keys):
        if key and key in keys[:place]:
            raise Refused("import_heading_twice", "path", heading=headings[place])
        if key and kind.column(key) is None:
            raise Refused("import_unknown_field", "mapping", text=key)
    for column in kind.columns:
        if column.needed and column.name not in keys:
            words = column.headings.split()
            thai = next((word for word in words if not word.isascii()), words[0])
            named = " / ".join(dict.fromkeys((words[0], thai)))
            raise Refused("import_no_column", "path", path=path.name, column=named)
    return keys


def remember(context: Context, kind: Kind, path: Path, keys: Sequence[str]) -> None:
    """Keeps what was chosen, unless it is what would have been guessed anyway."""
    _, headings = heading_of(kind, path)
    before = _row(context, kind, headings)
    content = json.dumps(list(keys))
    if before is None and list(keys) == guessed(kind, headings):
        return
    values = {"mapping": content, "at": context.moment, "by_id": context.actor.person_id or None}
    if before is None:
        context.insert(
            "import_mapping", "mapped", kind=kind.name, headings=_digest(headings), **values
        )
    elif before["mapping"] != content:
        context.update("import_mapping", before["id"], before["version"], "mapped", **values)


def _row(context: Context, kind: Kind, headings: Sequence[str]) -> dict[str, Any] | None:
    rows = context.rows("import_mapping", kind=kind.name, headings=_digest(headings))
    return rows[0] if rows else None


def _digest(headings: Sequence[str]) -> str:
    """A set of headings under one short name, however they are spaced and capitalised."""
    text = "\t".join(heading_key(heading) for heading in headings)
    return hashlib.sha256(text.encode()).hexdigest()


def is_reason(heading: str) -> bool:
    """Whether a column only says why its lines were not taken before."""
    return heading_key(heading) in REASON
