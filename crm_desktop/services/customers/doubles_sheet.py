"""Likely doubles, and customers of whom something is missing, as sheets."""

from collections.abc import Callable, Iterator
from typing import Any

from crm_desktop.exchange.sheets import Sheet
from crm_desktop.messages import sentence
from crm_desktop.services.customers.incomplete import Incomplete, incomplete_page
from crm_desktop.services.customers.pairs import PairRow, pair_page
from crm_desktop.services.paging import LARGEST_PAGE, ListQuery
from crm_desktop.services.registry import Context, Page, query

PAIRS = (
    *("score", "reasons", "code", "name", "phone", "tax_number", "owner"),
    *("other_code", "other_name", "other_phone", "other_tax_number", "other_owner"),
)
INCOMPLETE = ("completeness", "code", "name", "missing", "phone", "zone", "segment", "owner")


@query("customer.merge")
def doubles_sheet(context: Context, owner_id: int | None = None) -> Sheet:
    """All pairs to look at, the likeliest first; of one person's customers, if one is named."""

    def say(code: str) -> str:
        return sentence(code, context.actor.language)

    rows = (
        (row.score, ", ".join(say(f"double_{each}") for each in row.reasons), *_both(row))
        for row in _all(context, pair_page, owner_id)
    )
    return Sheet(say("doubles_title"), tuple(say(f"doubles_{name}") for name in PAIRS), tuple(rows))


def _both(row: PairRow) -> Iterator[str]:
    for each, number in zip((row.one, row.other), row.tax_numbers, strict=True):
        yield from (each.code, each.name, each.phone, number, each.owner)


@query("customer.merge")
def incomplete_sheet(context: Context, owner_id: int | None = None) -> Sheet:
    """Whom most is missing of first; of one person's customers, if one is named."""

    def say(code: str) -> str:
        return sentence(code, context.actor.language)

    def cells(row: Incomplete) -> tuple[Any, ...]:
        of, missing = row.customer, ", ".join(say(f"lacking_{each}") for each in row.lacking)
        reach = (of.phone, of.zone, of.segment, of.owner)
        return (row.completeness, of.code, of.name, missing, *reach)

    rows = tuple(cells(row) for row in _all(context, incomplete_page, owner_id))
    return Sheet(
        say("incomplete_title"), tuple(say(f"doubles_{name}") for name in INCOMPLETE), rows
    )


def _all(
    context: Context, page: Callable[[Context, ListQuery], Page[Any]], owner_id: int | None
) -> Iterator[Any]:
    after = None
    while True:
        filters = {"owner": owner_id}
        read = page(context, ListQuery(filters=filters, after=after, limit=LARGEST_PAGE))
        yield from read.rows
        if read.next is None:
            return
        after = read.next
