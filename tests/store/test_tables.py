"""The tables by name: what the program takes for granted about each of them is so."""

from typing import Any

import pytest

from crm_desktop.store import Store, migrate, triggers
from crm_desktop.store.tables import WITH_OWN_KEY

SEARCH = ("_search", "_trigram", "_word")


def own_tables(store: Store) -> list[str]:
    """Every table but those that the search index keeps for itself."""
    names: list[str] = store.database.get_tables()
    return sorted(
        name
        for name in names
        if name != migrate.HISTORY and not any(part in name for part in SEARCH)
    )


def columns(store: Store, table: str) -> dict[str, Any]:
    return {column.name: column for column in store.database.get_columns(table)}


def test_a_table_either_has_an_id_of_its_own_making_or_says_so(store: Store) -> None:
    assert {name for name in own_tables(store) if "id" not in columns(store, name)} == (
        WITH_OWN_KEY - {"audit_line"}  # whose id is its place in the chain
    )


def test_money_is_whole_satang_and_quantities_whole_thousandths(store: Store) -> None:
    wrong = [
        f"{table}.{name}: {column.data_type}"
        for table in own_tables(store)
        for name, column in columns(store, table).items()
        if name.endswith(("_satang", "_milli")) and column.data_type.lower() not in WHOLE
    ]
    assert wrong == []


WHOLE = {"integer", "bigint"}


def test_what_may_only_grow_exists(store: Store) -> None:
    assert {table for table, *_ in triggers.rules()} <= set(own_tables(store))


@pytest.mark.parametrize("event", ["update", "delete"])
def test_a_confirmed_matrix_stays_what_old_decisions_point_to(store: Store, event: str) -> None:
    matrix = store.t.matrix
    with store.write():
        for version, state in ((1, "confirmed"), (2, "draft")):
            matrix.insert(
                version=version, state=state, content="[]", reason="", effective_from="2026-11-22",
                created_at="2026-11-22T09:00:00.000+07:00",
            ).execute()  # fmt: skip
    change = matrix.update(reason="x") if event == "update" else matrix.delete()
    change.where(matrix.c.version == 2).execute()
    with pytest.raises(Exception, match="append-only"):
        change.where(matrix.c.version == 1).execute()
