"""The work list of customers of whom something is missing."""

from dataclasses import dataclass, replace
from typing import Any

from crm_desktop.services.customers.completeness import LACKS, lacking_names
from crm_desktop.services.customers.customer_pages import CustomerRow, customer_rows
from crm_desktop.services.paging import ListQuery, keyset
from crm_desktop.services.registry import Context, Page, query
from crm_desktop.store.orm import SQL


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A customer of whom something is missing: the names of `LACKS`, what weighs most first."""

    customer: CustomerRow
    completeness: int
    lacking: tuple[str, ...]

    @property
    def id(self) -> int:
        """The customer's."""
        return self.customer.id


@query("customer.read")
def lacking_of(context: Context, customer_id: int) -> tuple[int, tuple[str, ...]]:
    """Percent and what is missing of one customer."""
    row = context.row("customer", customer_id)
    percent = 100 if row["completeness"] is None else row["completeness"]
    return percent, lacking_names(row["lacking"]) if percent < 100 else ()


@query("customer.read")
def incomplete_page(context: Context, wanted: ListQuery) -> Page[Incomplete]:
    """Whom most is missing of first. Filters: owner (a person's id), mine, zone, lacking (a name
    of `LACKS`)."""
    customer = context.t.customer
    key = customer.c.completeness
    rows = customer.select(customer.c.id, key, customer.c.lacking).where(key < SQL("100"))
    filters = wanted.filters
    if filters.get("mine"):
        rows = rows.where(customer.c.owner_id == context.actor.person_id)
    elif filters.get("owner"):
        rows = rows.where(customer.c.owner_id == filters["owner"])
    if filters.get("zone"):
        rows = rows.where(customer.c.zone == filters["zone"])
    if filters.get("lacking"):
        bit = 1 << tuple(LACKS).index(filters["lacking"])
        rows = rows.where(customer.c.lacking.bin_and(bit) != 0)
    read = keyset(rows, key, customer.c.id, replace(wanted, sort=None))
    page = read[: wanted.limit]
    found = {each.id: each for each in customer_rows(context, [row["id"] for row in page])}
    end = (page[-1]["completeness"], page[-1]["id"]) if len(read) > wanted.limit else None
    return Page(tuple(_row(found[row["id"]], row) for row in page if row["id"] in found), end)


def _row(customer: CustomerRow, row: dict[str, Any]) -> Incomplete:
    return Incomplete(customer, row["completeness"], lacking_names(row["lacking"]))
