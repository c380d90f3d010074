"""What the audit keeps of a record's values, emptied without breaking its chain."""

from collections.abc import Iterable

from crm_desktop.services.registry import Context
from crm_desktop.store import bulk


def empty_values(
    context: Context, record: str, ids: Iterable[int], names: tuple[str, ...] = ()
) -> None:
    """Empties what the audit keeps of these records, all of it or only those fields: the chain
    covers hashes, so it stays whole."""
    line, value = context.t.audit_line, context.t.audit_value
    for chunk in bulk.chunks(ids, 500):
        lines = line.select(line.c.id).where(line.c.record == record, line.c.record_id << chunk)
        where = value.c.line_id << lines
        if names:
            where &= value.c.field << list(names)
        value.update(salt=None, before=None, after=None).where(where).execute()
