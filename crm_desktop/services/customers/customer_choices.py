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
    rows = context.store.database.execute_sql(
        f"""
        WITH RECURSIVE step (value, number) AS (
            SELECT MIN({column}), 1 FROM customer WHERE {column} > ''
            UNION ALL
            SELECT (SELECT MIN({column}) FROM customer WHERE {column} > step.value), number + 1
            FROM step WHERE value IS NOT NULL AND number < {MOST}
        )
        SELECT value FROM step WHERE value IS NOT NULL
        """
    )
    return tuple(sorted((value for (value,) in rows.fetchall()), key=sort_key))
