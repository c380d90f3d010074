"""A page of a hundred of a million customers, in any order, at any depth.

Row 4 of docs/speed.md. The floor is one bare keyset SELECT of the same columns and rows through the
same driver; the program is `customer_page` through the door, from the row where the page before
ended. Each order is read both ways at the start, in the middle and near the end, alone and under
the filters that the list offers. Run as `python -m benchmarks.bench_page`.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from benchmarks.bench_search import COLUMNS, opened
from benchmarks.big import CUSTOMERS, big_url
from benchmarks.measure import in_turn, p95, told
from crm_desktop.application import Application
from crm_desktop.services.customers.customer_pages import SORTS, customer_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page

PAGES = 40
LIMIT = 100
TRIES = 5
RATIO = 10.0
DEEPEST = 0.98


def pages(app: Application, sort: str, descending: bool) -> list[ListQuery]:
    """The first page, and those behind customers drawn from all depths."""
    column = SORTS[sort]
    run, dice = app.store.database.execute_sql, random.Random(f"{sort}{descending}")
    asked = ListQuery(sort, descending, limit=LIMIT)
    found = [asked]
    for _ in range(PAGES):
        key = run(
            f"SELECT {column}, id FROM customer WHERE id >= ? LIMIT 1",
            (dice.randrange(int(CUSTOMERS * DEEPEST)),),
        ).fetchone()
        found.append(replace(asked, after=key))
    return found


def bare(app: Application, wanted: ListQuery) -> list[Any]:
    """The same rows by one statement."""
    column = SORTS[wanted.sort or ""]
    newest = column == "id"
    descending = wanted.descending ^ newest
    order, beyond = ("DESC", "<") if descending else ("ASC", ">")
    keys = "id" if newest else f"{column}, id"
    ordered = ", ".join(f"{key} {order}" for key in keys.split(", "))
    where, values = "", ()
    if wanted.after:
        values = wanted.after[-1:] if newest else wanted.after
        where = f" AND ({keys}) {beyond} ({', '.join('?' * len(values))})"
    sql = (
        f"SELECT {COLUMNS} FROM customer WHERE active = 1{where}"
        f" ORDER BY {ordered} LIMIT {LIMIT + 1}"
    )
    found: list[Any] = app.store.database.execute_sql(sql, values).fetchall()
    return found


def program(
    app: Application, wanted: ListQuery, chosen: Mapping[str, Any] = MappingProxyType({})
) -> Page[Any]:
    """What a list asks for."""
    return app.read(customer_page, replace(wanted, filters=chosen))


def same(app: Application, wanted: ListQuery) -> None:
    """Both read the same customers, or the figures would say nothing."""
    theirs = [row.id for row in program(app, wanted).rows]
    if theirs != [row[0] for row in bare(app, wanted)[:LIMIT]]:
        raise AssertionError(wanted)


def filters(app: Application) -> Iterator[tuple[str, dict[str, Any]]]:
    """The filters of the list, alone and together."""
    zone = app.store.database.execute_sql(
        "SELECT zone FROM customer WHERE id = ?", (CUSTOMERS // 2,)
    ).fetchone()[0]
    yield "mine", {"mine": True}
    yield "of a zone", {"zone": zone}
    yield "of a segment", {"segment": "โรงงาน"}
    yield "mine of a zone and a segment", {"mine": True, "zone": zone, "segment": "โรงงาน"}
    yield "of an empty zone", {"zone": "ไม่มี"}


def main() -> None:
    """Every order both ways, then the orders under each filter."""
    app = opened(big_url())
    print(f"pages of {LIMIT} of {CUSTOMERS:,} customers:")
    for sort in SORTS:
        for descending in (False, True):
            wanted = pages(app, sort, descending)
            for each in wanted:
                same(app, each)
            times = in_turn(wanted, partial(bare, app), partial(program, app), TRIES)
            name = f"page by {sort}{', the other way' if descending else ''}"
            told(name, *times, of=p95, ratio=RATIO)
    for name, chosen in filters(app):
        for sort in SORTS:
            wanted = pages(app, sort, False)
            times = in_turn(wanted, partial(bare, app), partial(program, app, chosen=chosen), TRIES)
            told(f"page {name} by {sort} (floor without it)", *times, of=p95, ratio=RATIO)
    app.close()


if __name__ == "__main__":
    main()
