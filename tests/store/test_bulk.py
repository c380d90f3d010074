"""Many rows at once must end as the same rows one by one would."""

from crm_desktop.store import Store, bulk

COLUMNS = ("kind", "branch_code", "period", "last")


def held(store: Store) -> list[tuple[str, int]]:
    sql = "SELECT kind, last FROM number_series ORDER BY kind"
    return [tuple(row) for row in store.database.execute_sql(sql).fetchall()]


def test_more_rows_than_one_statement_takes_all_arrive(store: Store) -> None:
    many = [(f"K{number:05}", "", "", number) for number in range(4_000)]
    with store.write():
        bulk.insert(store.database, "number_series", COLUMNS, iter(many))
    assert held(store) == [(row[0], row[3]) for row in many]


def test_rows_that_are_there_already_are_renewed(store: Store) -> None:
    many = [(f"K{number:05}", "", "", number) for number in range(4_000)]
    end = "ON CONFLICT (kind, branch_code, period) DO UPDATE SET last = excluded.last"
    with store.write():
        bulk.insert(store.database, "number_series", COLUMNS, many[::2])
        for rows in (many, many[:2]):
            newer = [(*row[:3], row[3] + 1) for row in rows]
            bulk.insert(store.database, "number_series", COLUMNS, newer, end)
    assert held(store) == [(row[0], row[3] + 1) for row in many]


def test_no_row_is_no_statement(store: Store) -> None:
    with store.write():
        bulk.insert(store.database, "number_series", COLUMNS, ())
        store.t.audit_line.add_all([])
    assert held(store) == []
