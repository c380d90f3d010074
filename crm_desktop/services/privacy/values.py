"""What the audit keeps of a record's values, emptied without breaking its chain."""

from collections.abc import Iterable

from crm_desktop.services.registry import Context
from crm_desktop.store import bulk


def empty_values(
    context: Context,
    record: str,
    ids: Iterable[int],
    names: tuple[str, ...] = (),
    commands: tuple[str, ...] = (),
) -> None:
    """Empties what the audit keeps of these records, all of it or only those fields or what those
    commands wrote: the chain covers hashes, so it stays whole."""
    line, value = context.t.audit_line, context.t.audit_value
    for chunk in bulk.chunks(ids, 500):
        lines = line.select(line.c.id).where(line.c.record == record, line.c.record_id << chunk)
        if commands:
            lines = lines.where(line.c.command << list(commands))
        where = value.c.line_id << lines
        if names:
            where &= value.c.field << list(names)
        value.update(salt=None, before=None, after=None).where(where).execute()


def forget_gone(context: Context, record: str, event: str, column: str, ids: Iterable[int]) -> None:
    """What files were called that were taken away before; `column` of what they hung on is among
    `ids`. Only the audit still knows of them."""
    line, value = context.t.audit_line, context.t.audit_value
    gone = line.select(line.c.record_id, value.c.before).join(
        value, on=((value.c.line_id == line.c.id) & (value.c.field == column))
    )
    went, wanted = gone.where(line.c.record == record, line.c.event == event), set(map(str, ids))
    empty_values(context, record, [each for each, of in went.tuples() if of in wanted], ("name",))
