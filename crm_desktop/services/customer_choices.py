"""The zones and segments that customers stand in, for filters and for typing less."""

from dataclasses import dataclass

from crm_desktop.domain.thai import sort_key
from crm_desktop.services.registry import Context, query

MOST = 100


@dataclass(frozen=True, slots=True)
class Choices:
    """What was typed for other customers, in dictionary order."""

    zones: tuple[str, ...]
    segments: tuple[str, ...]


@query("customer.read")
def customer_choices(context: Context) -> Choices:
    """The zones and segments there are, at most a hundred of each."""
    return Choices(_values(context, "zone"), _values(context, "segment"))


def _values(context: Context, column: str) -> tuple[str, ...]:
    """One step along the index per value, since DISTINCT would walk every customer."""
    table = context.t.customer
    place, found = getattr(table.c, column), [""]
    while len(found) <= MOST:
        rows = table.select(place).where(place > found[-1]).order_by(place).limit(1)
        following = next(iter(rows.tuples()), None)
        if following is None:
            break
        found.append(following[0])
    return tuple(sorted(found[1:], key=sort_key))
