"""Tests share databases of PostgreSQL; no test may find what another one left."""

from contextlib import closing

import psycopg
import pytest

from tests.conftest import Furnished, PostgresDatabases
from tests.given_back import GivenBack

HOUSE = Furnished.SELLING
LEFT = (
    "UPDATE product SET name = name || ' ?' WHERE id = (SELECT min(id) FROM product)",
    "DELETE FROM product_price",
    "INSERT INTO setting (key, value) VALUES ('left', '1')",
    "SELECT nextval('customer_id_seq'), setval('person_id_seq', 70), pg_advisory_lock(7)",
    "SET lock_timeout = 1",
    "CREATE TEMP TABLE rest AS SELECT 1",
)
TOUCHED = {"setting", "customer_id_seq", "person_id_seq", "product", "product_price"}


def differences(databases: PostgresDatabases, url: str) -> list[str]:
    with closing(GivenBack(url)) as database:
        return database.differences(databases.url(databases.template(HOUSE)))


def test_the_next_test_finds_everything_as_the_first_found_it(
    postgres_databases: PostgresDatabases,
) -> None:
    with postgres_databases.fresh(HOUSE) as url:
        store = postgres_databases.store(url)
        for sql in LEFT:
            store.database.execute_sql(sql)
        store.database.execute_sql("BEGIN")
        store.database.execute_sql("UPDATE branch SET version = 9")
        other = psycopg.connect(url)
        other.execute("UPDATE person SET username = username || id")
        assert set(differences(postgres_databases, url)) >= TOUCHED
    other.close()
    with postgres_databases.fresh(HOUSE) as again:
        assert again == url
        assert differences(postgres_databases, again) == []
        run = postgres_databases.store(again).database.execute_sql
        assert run("SHOW lock_timeout").fetchone() != ("1ms",)
        assert run("SELECT to_regclass('rest')").fetchone() == (None,)
        assert run("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").fetchone() == (0,)


@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE person ADD COLUMN hat TEXT",
        "DROP TRIGGER audit_line_no_update ON audit_line",
        "TRUNCATE product_price",
        "CREATE INDEX of_names ON product (name)",
    ],
)
def test_what_a_test_did_to_the_schema_is_no_other_tests_business(
    postgres_databases: PostgresDatabases, sql: str
) -> None:
    with postgres_databases.fresh(HOUSE) as url:
        postgres_databases.store(url).database.execute_sql(sql)
    with postgres_databases.fresh(HOUSE) as again:
        assert again != url
        assert differences(postgres_databases, again) == []
