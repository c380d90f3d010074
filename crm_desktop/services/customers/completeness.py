"""How complete a customer's record is: what is missing of it, counted when it is written."""

from collections.abc import Iterable

from crm_desktop.services.registry import Context
from crm_desktop.store import bulk

MOST = 500

_HAS = "EXISTS (SELECT 1 FROM customer_{part} x WHERE x.customer_id = customer.id{more})"
LACKS: dict[str, tuple[int, str]] = {
    "phone": (20, "NOT " + _HAS.format(part="phone", more="")),
    "address": (
        20,
        "NOT "
        + _HAS.format(
            part="address",
            more=" AND x.use = 'billing' AND x.subdistrict <> '' AND x.postcode <> ''",
        ),
    ),
    "tax_number": (15, "kind = 'company' AND tax_number IS NULL"),
    "contact": (10, "kind = 'company' AND NOT " + _HAS.format(part="contact", more="")),
    "owner": (10, "owner_id IS NULL"),
    "zone": (5, "zone = ''"),
    "segment": (5, "segment = ''"),
    "reach": (10, "email = '' AND line_id = ''"),
    "consent": (5, "NOT " + _HAS.format(part="consent", more="")),
}
"""What a whole record has: percent, and when it is lacking. Ours: what a paper, a delivery, a call
and a letter need. The migration that added the columns counts the same."""

_PERCENT = " - ".join(
    f"(CASE WHEN {lacks} THEN {percent} ELSE 0 END)" for percent, lacks in LACKS.values()
)
_BITS = " + ".join(
    f"(CASE WHEN {lacks} THEN {1 << bit} ELSE 0 END)"
    for bit, (_, lacks) in enumerate(LACKS.values())
)
COUNTED = (
    "lacking = " + _BITS + ", completeness ="
    " CASE WHEN active = 1 THEN 100 - " + _PERCENT + " ELSE NULL END"
)
"""The columns as an UPDATE of `customer` sets them."""


def measure(context: Context, ids: Iterable[int]) -> None:
    """Counts anew what these lack; the version stays, for nothing was changed of them."""
    database = context.store.database
    for chunk in bulk.chunks(list(ids), MOST):
        marks = ", ".join([database.param] * len(chunk))
        text = f"UPDATE customer SET {COUNTED} WHERE id IN ({marks})"
        database.execute_sql(text, chunk)


def lacking_names(bits: int | None) -> tuple[str, ...]:
    """What the stored bits stand for, what weighs most first."""
    found = [name for bit, name in enumerate(LACKS) if (bits or 0) & (1 << bit)]
    return tuple(sorted(found, key=lambda name: -LACKS[name][0]))
