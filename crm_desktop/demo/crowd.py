"""Customers by the hundred thousand, to try the desk at its full size: rows in bulk.

They are made as the door would have made them, only without asking it a million times.
"""

from itertools import starmap

from crm_desktop.demo.crowd_rows import COLUMNS, Recipe, chunks_beside
from crm_desktop.demo.stage import Stage
from crm_desktop.store import bulk, search

SEARCHED = "customer_search"


def take_in(stage: Stage, count: int) -> None:
    """Writes so many customers and everything that finds them."""
    with stage.work("demo.customers") as context:
        branch, store = context.t.branch, context.store
        series, customer = context.t.number_series, context.t.customer
        first = max(row[0] for row in customer.select(customer.c.id).tuples()) + 1
        branches = dict(branch.select(branch.c.code, branch.c.id).tuples())
        seed, moment = stage.seed_of("crowd"), context.moment
        recipe = Recipe(seed, stage.people, branches, moment, first, count)
        with bulk.loading(store.database, (*COLUMNS, SEARCHED)):
            for rows, found_by in chunks_beside(recipe):
                for table, columns in COLUMNS.items():
                    bulk.insert(store.database, table, columns, rows[table])
                search.fill(store, "customer", starmap(search.Record, found_by))
        search.make_trigrams(store, "customer")
        series.update(last=first + count - 1).where(series.c.kind == "C").execute()
        context.audit("customer", 0, "imported", {}, {"count": count})
        if store.engine == "postgresql":
            store.database.execute_sql(
                "SELECT setval(pg_get_serial_sequence('customer', 'id'), %s)", (first + count - 1,)
            )
