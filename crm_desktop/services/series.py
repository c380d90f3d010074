"""Running numbers: each series counts on by one and loses none."""

from crm_desktop.services.registry import Context


def next_in_series(context: Context, kind: str, branch: str = "", period: str = "") -> int:
    """Counts one on; the row stays locked until the transaction ends."""
    mark = context.store.database.param
    cursor = context.store.database.execute_sql(
        "INSERT INTO number_series (kind, branch_code, period, last)"
        f" VALUES ({mark}, {mark}, {mark}, 1) ON CONFLICT (kind, branch_code, period)"
        " DO UPDATE SET last = number_series.last + 1 RETURNING last",
        (kind, branch, period),
    )
    return int(cursor.fetchone()[0])
