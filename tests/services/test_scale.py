"""A page of any list costs the same beside a hundred papers and a hundred thousand.

SQLite is asked how it would read each page, in every order that the list offers, both ways, from
its start and from its depth, without counts of rows, as it works in a shop. Refused is a sort of
what an index should give in order, and a walk over a whole table that no page ends.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.services.credit.debts import BILL_SORTS, bill_page
from crm_desktop.services.customers import customer_pages
from crm_desktop.services.customers.customer_pages import customer_page
from crm_desktop.services.customers.incomplete import incomplete_page
from crm_desktop.services.deposits import deposit_lists
from crm_desktop.services.deposits.deposit_lists import deposit_page
from crm_desktop.services.orders import order_lists
from crm_desktop.services.orders.order_lists import order_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.papers import quotation_lists
from crm_desktop.services.papers.quotation_lists import quotation_page
from crm_desktop.services.products import products
from crm_desktop.services.products.products import product_page
from crm_desktop.store import Store
from tests.services.desk import Desk, staffed

Filters = dict[str, Any]
NOTHING: Filters = {}
LISTS: dict[str, tuple[Callable[..., Any], tuple[str, ...], tuple[Filters, ...]]] = {
    "customers": (
        customer_page,
        tuple(customer_pages.SORTS),
        (
            *(NOTHING, {"inactive": True}, {"mine": True}, {"zone": "เมือง"}, {"segment": "ช่าง"}),
            *({"kind": "person"}, {"price_level": "retail"}),
            {"mine": True, "zone": "เมือง", "segment": "ช่าง"},
        ),
    ),
    "incomplete": (incomplete_page, (), (NOTHING, {"mine": True}, {"zone": "เมือง"})),
    "products": (
        product_page,
        tuple(products.SORTS),
        (NOTHING, {"inactive": True}, {"product_group": "ปูน"}),
    ),
    "quotations": (quotation_page, tuple(quotation_lists.SORTS), (NOTHING,)),
    "orders": (order_page, tuple(order_lists.SORTS), (NOTHING, {"kind": "SO"})),
    "deposits": (deposit_page, tuple(deposit_lists.SORTS), (NOTHING,)),
    "bills": (bill_page, tuple(BILL_SORTS), (NOTHING, {"paid": True})),
}
DEPTH = {"name": "ก", "code": "C-000005", "follow_up": "2026-11-22", "valid_until": "2026-11-22"}
DEPTH |= {"promised_on": "2026-11-22", "due_on": "2026-11-22", "billed_on": "2026-11-22"}
OF_A_BRANCH = ("quotations", "orders", "deposits")
NO_ROW = "(0 = 1)"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path: Path = tmp_path_factory.mktemp("scale") / "desk.db"
    store = Store.open(f"sqlite:///{path}", migrations=True)
    yield staffed(store)
    store.close()


def plans(store: Store, read: Callable[[], object]) -> Iterator[tuple[str, list[str]]]:
    """Every statement that `read` runs, with how SQLite carries it out."""
    run, said = store.database.execute_sql, []

    def listening(sql: str, params: Any = None) -> Any:
        said.append((sql, params))
        return run(sql, params)

    store.database.execute_sql = listening
    try:
        read()
    finally:
        del store.database.execute_sql
    for sql, params in said:
        if sql.startswith(("SELECT", "WITH")):
            yield sql, [row[3] for row in run(f"EXPLAIN QUERY PLAN {sql}", params).fetchall()]


def slow(sql: str, plan: list[str]) -> list[str]:
    """The steps that grow with the table."""
    if "LIMIT" in sql:
        return [step for step in plan if step == "USE TEMP B-TREE FOR ORDER BY"]
    walks = [step for step in plan if re.match(r"SCAN \w+", step)]
    return walks if NO_ROW not in sql else []


@pytest.mark.parametrize("name", LISTS)
def test_a_page_is_read_along_an_index(desk: Desk, name: str) -> None:
    page, sorts, filters = LISTS[name]
    apps = (desk.officer, desk.director) if name in OF_A_BRANCH else (desk.director,)
    for app, sort, chosen, down, deep in product(
        apps, (None, *sorts), filters, (False, True), (False, True)
    ):
        after = (DEPTH.get(sort or "", 5), 5) if deep else None
        wanted = ListQuery(sort, down, filters=chosen, after=after)
        steps = plans(desk.store, partial(app.read, page, wanted))
        assert not [(sql, bad) for sql, plan in steps if (bad := slow(sql, plan))], wanted
