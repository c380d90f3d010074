"""Records that were merged into another: who stands for them now, and whose history is whose."""

from collections.abc import Iterable
from typing import Any

from crm_desktop.domain.errors import Refused, WrongState
from crm_desktop.services.registry import Context
from crm_desktop.store import bulk

MOST = 500


def living(context: Context, customer_id: int) -> int:
    """Who stands for a customer now: itself unless it was merged; Refused `not_found`."""
    return int(context.row("customer", customer_id)["merged_into_id"] or customer_id)


def held_living(context: Context, customer_id: int) -> int:
    """The same for whoever writes something that points to the customer: a merge under way is
    waited for, and one that comes later waits for this command. WrongState `customer_anonymised`
    where nobody is to be known by it any more."""
    lock = "" if context.store.engine == "sqlite" else " FOR KEY SHARE"
    mark = context.store.database.param
    text = f"SELECT merged_into_id, erased_at, code FROM customer WHERE id = {mark}{lock}"
    row = context.store.database.execute_sql(text, (customer_id,)).fetchone()
    if row is None:
        raise Refused("not_found", record="customer", record_id=customer_id)
    if row[1] is not None:
        raise WrongState("customer_anonymised", code=row[2])
    return int(row[0] or customer_id)


def living_ids(context: Context, ids: Iterable[int]) -> dict[int, int]:
    """Who stands for each of many; only those that were merged are named."""
    customer, found = context.t.customer, dict[int, int]()
    for chunk in bulk.chunks(sorted(set(ids)), MOST):
        rows = customer.select(customer.c.id, customer.c.merged_into_id)
        merged = rows.where(customer.c.id << chunk, customer.c.merged_into_id.is_null(False))
        found |= dict(merged.tuples())
    return found


def merged_into(context: Context, ids: Iterable[int]) -> list[dict[str, Any]]:
    """The records that were merged into any of these, in the order of their ids."""
    wanted = tuple(ids)
    return context.rows("customer", "id", merged_into_id=wanted) if wanted else []


def ids_of(context: Context, customer_id: int) -> list[int]:
    """The customer and all records that were merged into it: what may only grow stays with the
    record it was written for."""
    return [customer_id, *(row["id"] for row in merged_into(context, (customer_id,)))]


def refuse_merged(context: Context, row: dict[str, Any]) -> None:
    """Refused `customer_merged` for a record that another stands for, WrongState
    `customer_anonymised` for one that nobody is to be known by any more."""
    if row["erased_at"] is not None:
        raise WrongState("customer_anonymised", code=row["code"])
    if row["merged_into_id"] is not None:
        into = context.row("customer", row["merged_into_id"])
        raise Refused(
            "customer_merged",
            "full_name",
            code=row["code"],
            customer_id=into["id"],
            into=into["code"],
            name=into["name"],
        )
