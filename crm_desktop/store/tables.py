"""The tables by name, bound to one open database; the migrations say what columns they have."""

from collections.abc import Iterable, Mapping
from typing import Any

from crm_desktop.store import bulk
from crm_desktop.store.orm import Table

WITH_OWN_KEY = frozenset(
    {
        "setting",
        "customer_credit",
        "product_unit",
        "product_price",
        "product_stock",
        "number_series",
        "document_party",
        "matrix",
        "audit_line",
        "audit_value",
        "goods_stage",
        "deposit",
        "done_once",
    }
)


class RowTable(Table):  # type: ignore[misc]
    """A query builder that also takes rows as plain mappings of column name to value."""

    _database: Any

    def add_all(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Inserts the rows, which must all name the same columns; none is fine."""
        listed = list(rows)
        if listed:
            columns = list(listed[0])
            values = ([row[name] for name in columns] for row in listed)
            bulk.insert(self._database, self.__name__, columns, values)


class Tables:
    """`tables.customer` is the peewee query builder of that table; its columns are `.c.name`."""

    def __init__(self, database: Any) -> None:
        self._database = database

    def __getattr__(self, name: str) -> Any:
        key = None if name in WITH_OWN_KEY else "id"
        table = RowTable(name, primary_key=key).bind(self._database)
        setattr(self, name, table)
        return table
