"""Running numbers: each series counts on by one and loses none."""

from crm_desktop.services.registry import Context


def next_in_series(context: Context, kind: str, branch: str = "", period: str = "") -> int:
    """Counts one on; the row stays locked until the transaction ends."""
    return reserve(context, 1, kind, branch, period)


def reserve(context: Context, count: int, kind: str, branch: str = "", period: str = "") -> int:
    """Counts `count` on and answers the first of them."""
    series = context.t.number_series
    last = series.c.last
    found = (
        series.insert(kind=kind, branch_code=branch, period=period, last=count)
        .on_conflict(
            conflict_target=[series.c.kind, series.c.branch_code, series.c.period],
            update={last: last + count},
        )
        .returning(last)
        .execute()
    )
    return int(next(iter(found))[0]) - count + 1
