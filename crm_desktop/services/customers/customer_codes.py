"""The house's own customer codes: a running number each, which nobody ever had."""

import re
from collections.abc import Collection

from crm_desktop.services.registry import Context
from crm_desktop.services.series import next_in_series
from crm_desktop.store import bulk

SERIES = "C"
OWN_CODE = re.compile(rf"\b{SERIES}-\d+\b", re.ASCII)
AT_ONCE = 1_000
HELD = "SELECT code FROM customer WHERE code IN ({ids})"


def free_codes(context: Context, count: int, promised: Collection[str] = ()) -> list[str]:
    """The next codes of the series. What lists of other programs brought, or are about to bring
    (`promised`), is passed over and moves nothing: one code C-999999 does not use up all before it.
    """
    if not count:
        return []
    begin = next_in_series(context, SERIES)
    free: list[int] = []
    number, size = begin, count
    while len(free) < count:
        offered = {_code(each): each for each in range(number, number + size)}
        held = {row[0] for row in bulk.rows_in(context.store.database, HELD, offered)}
        free += [n for code, n in offered.items() if code not in held and code not in promised]
        number, size = number + size, AT_ONCE
    free = free[:count]
    if free[-1] > begin:
        table = context.t.number_series
        here = (table.c.kind == SERIES) & (table.c.branch_code == "") & (table.c.period == "")
        table.update(last=free[-1]).where(here).execute()
    return [_code(each) for each in free]


def _code(number: int) -> str:
    return f"{SERIES}-{number:06d}"
