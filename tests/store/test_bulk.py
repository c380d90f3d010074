"""Many rows at once must end as the same rows one by one would."""

import shutil
from contextlib import closing
from pathlib import Path

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


def test_a_file_that_was_left_half_filled_is_as_it_was_before(tmp_path: Path) -> None:
    many = [(f"K{number:05}", "x" * 200, "", number) for number in range(4_000)]
    filling = Store.open(f"sqlite:///{tmp_path / 'desk.db'}", migrations=True)
    filling.database.pragma("cache_size", 10)
    left = tmp_path / "left"
    left.mkdir()
    with bulk.straight(filling.database):
        with filling.write():
            bulk.insert(filling.database, "number_series", COLUMNS, many)
            for file in tmp_path.glob("desk.db*"):
                shutil.copy(file, left)
        assert len(held(filling)) == len(many)
    assert filling.database.pragma("journal_mode") == "wal"
    filling.close()
    assert (left / "desk.db").stat().st_size > len(many) * 200, "rows had come to the disk"
    with closing(Store.open(f"sqlite:///{left / 'desk.db'}")) as opened:
        assert held(opened) == []
        assert opened.database.pragma("integrity_check") == "ok"


def test_a_file_that_somebody_else_has_open_is_filled_all_the_same(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"
    with closing(Store.open(url, migrations=True)) as filling, closing(Store.open(url)) as other:
        assert held(other) == []
        room = filling.database.pragma("cache_size")
        with bulk.straight(filling.database), filling.write(), bulk.roomy(filling.database):
            bulk.insert(filling.database, "number_series", COLUMNS, [("K1", "", "", 1)])
        assert held(other) == [("K1", 1)]
        assert filling.database.pragma("cache_size") == room, "memory is given back"
