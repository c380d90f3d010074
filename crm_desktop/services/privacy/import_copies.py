"""What the last import of customers keeps for its way back also knows people by name."""

import json
import zlib
from collections.abc import Iterable

from crm_desktop.services.registry import Context

SHELVES = ("customer", "phone", "contact", "address")


def drop(context: Context, people: Iterable[int]) -> None:
    """Takes these out, so that undoing the import brings nobody back; a lot at a time, and only a
    lot in whose text one of them may be is taken apart: others wait meanwhile."""
    gone, kept = set(people), context.t.import_kept
    marks = [b"[[%d" % each for each in gone]  # how a row of theirs begins
    held = kept.select(kept.c.id).where(kept.c.held << list(SHELVES)).order_by(kept.c.id)
    for kept_id in [row[0] for row in held.tuples()]:
        wanted = kept.select(kept.c.content).where(kept.c.id == kept_id).tuples()
        said = zlib.decompress(bytes(next(iter(wanted))[0]))
        if not any(mark in said for mark in marks):
            continue
        rows = json.loads(said)
        left = [row for row in rows if row[0][0] not in gone]
        if len(left) < len(rows):
            text = json.dumps(left, ensure_ascii=False, separators=(",", ":")).encode()
            content = zlib.compress(text, 1)
            kept.update(content=content).where(kept.c.id == kept_id).execute()
