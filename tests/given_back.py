"""A PostgreSQL database that one test gives back to the next as if nobody had been in it.

A copy of a template and a connection that knows nothing of its tables cost the server twice what a
test does. What cannot be put back cheaply is thrown away: a changed schema, many rows.
"""

import os
from typing import Any, NamedTuple

import psycopg

from crm_desktop.store import Store
from crm_desktop.store.engines import open_database

MOST_ROWS = 2_000
MOST_TESTS = 100
"""Rows that one test writes, tests in one database: what deleted rows leave slows those after."""

MOST_LEAVING = 2_000
"""How often, a millisecond apart, the backends of a test are told to leave."""

CHECKED = bool(os.environ.get("CRM_TEST_CHECK_GIVEN_BACK"))
"""Whether each database that is given back is compared with its template, row by row."""

POSSIBLE = """SELECT current_setting('is_superuser') = 'on' AND
current_setting('track_counts') = 'on' AND current_setting('server_version_num')::int >= 150000"""

COPY = """DO $$ DECLARE name text; BEGIN
CREATE SCHEMA as_made;
FOR name IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('CREATE TABLE as_made.%s AS TABLE public.%s', name, name);
END LOOP; END $$"""

# A backend that is told to end takes a millisecond or two; the server's own wait, a hundred.
LEAVE = """SELECT pg_terminate_backend(pid), pg_sleep(0.001) FROM pg_stat_activity
WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), {})"""

# What a session can leave behind, but for its prepared statements.
FORGET = """RESET ALL; CLOSE ALL; UNLISTEN *; DISCARD TEMP; DISCARD SEQUENCES;
SELECT pg_advisory_unlock_all(); SELECT pg_stat_force_next_flush()"""

OBJECTS = ("class", "attrdef", "constraint", "trigger", "proc", "type", "extension")

# Whatever changes the schema, and TRUNCATE too, writes new rows of these.
SCHEMA = " UNION ALL ".join(
    f"SELECT '{catalogue}', count(*), sum(xmin::text::bigint) FROM {catalogue} WHERE {ours}"
    for catalogue, ours in (
        *((f"pg_{name}", "oid >= 16384") for name in OBJECTS),
        ("pg_attribute", "attrelid >= 16384"),
        ("pg_namespace", "nspname NOT LIKE 'pg_%'"),  # those of temporary tables come and stay
    )
)

# A backend has added what it wrote when it is gone, also what it took back.
WRITTEN = """SELECT quote_ident(relname), n_tup_ins + n_tup_upd + n_tup_del,
analyze_count + vacuum_count FROM pg_stat_user_tables WHERE schemaname = 'public'"""

NUMBERS = """SELECT quote_ident(relname), COALESCE(pg_sequence_last_value(oid), seqstart),
pg_sequence_last_value(oid) IS NOT NULL FROM pg_sequence JOIN pg_class ON oid = seqrelid
WHERE relnamespace = 'public'::regnamespace"""

ROWS = "SELECT count(*), md5(string_agg(one::text, '|' ORDER BY one::text)) FROM public.{} AS one"

PUT_BACK = "DELETE FROM public.{0}; INSERT INTO public.{0} SELECT * FROM as_made.{0}"
SET_BACK = "SELECT setval('public.{}', {}, {})"
SILENTLY = """BEGIN; SET LOCAL session_replication_role = replica; {};
SELECT pg_stat_force_next_flush(); COMMIT"""


class Counts(NamedTuple):
    """How often rows of a table were written, and how often it was analysed or vacuumed."""

    rows: int
    upkeep: int


class GivenBack:
    """One copy of a template, which holds in its schema `as_made` what the tables held."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.name = url.rpartition("/")[2]
        self._connection = psycopg.connect(url, autocommit=True)
        self._lent: Any = None
        self._idle: Any = None
        self._tests = 0
        self._schema = self._ask(SCHEMA)
        self._numbers = set(self._ask(NUMBERS))
        self._written = self._counts()

    @staticmethod
    def possible(server: psycopg.Connection[Any]) -> bool:
        """Whether the server counts what is written, and lets us silence triggers."""
        return server.execute(POSSIBLE).fetchone() == (True,)

    @staticmethod
    def prepare(url: str) -> None:
        """Let a template remember how it was made."""
        with psycopg.connect(url) as connection:
            connection.execute(COPY)

    def close(self) -> None:
        """Let the database be dropped."""
        self._take_back()
        for connection in filter(None, (self._idle, self._connection)):
            connection.close()

    def store(self) -> Store:
        """An open store whose backend knows the tables already, where an earlier test left one."""
        database = open_database(self.url)
        if self._idle is None:
            database.connect()
        else:
            database._state.set_connection(self._idle)
        self._lent, self._idle = database, None
        return Store(self.url, database)

    def _take_back(self) -> None:
        """Keep the backend of the store, unless the test closed it or lost it."""
        lent, self._lent = self._lent, None
        if lent is None or lent.is_closed():
            return
        if not lent.is_connection_usable():
            lent.close()
            return
        self._idle = lent.connection()
        lent._state.reset()
        self._idle.rollback()
        self._idle.execute(FORGET.encode())

    def put_back(self) -> bool:
        """Make everything as it was; false where the database had better be thrown away."""
        self._tests += 1
        try:
            return self._tests < MOST_TESTS and self._put_back()
        except psycopg.OperationalError:  # a test may end every connection, ours too
            return False

    def _put_back(self) -> bool:
        self._take_back()
        kept = self._idle.info.backend_pid if self._idle else 0
        if all(self._ask(LEAVE.format(kept)) for _ in range(MOST_LEAVING)):
            return False
        written = self._counts()
        changed = [name for name in written if written[name] != self._written.get(name)]
        if self._ask(SCHEMA) != self._schema or not all(
            written[name].upkeep == self._written[name].upkeep
            and written[name].rows - self._written[name].rows <= MOST_ROWS
            for name in changed
        ):
            return False
        steps = [PUT_BACK.format(name) for name in changed]
        steps += [
            SET_BACK.format(*number) for number in self._numbers.difference(self._ask(NUMBERS))
        ]
        if steps:
            self._connection.execute(SILENTLY.format("; ".join(steps)).encode())
            self._written = self._counts()
        return True

    def differences(self, template: str) -> list[str]:
        """What is not as in the template at that URL: tables, sequences, parts of the schema."""
        other = GivenBack(template)
        try:
            mine, theirs = self._picture(), other._picture()
        finally:
            other.close()
        return sorted(name for name in mine | theirs if mine.get(name) != theirs.get(name))

    def _picture(self) -> dict[str, Any]:
        rows = {name: self._ask(ROWS.format(name)) for name in self._counts()}
        return rows | {name: held for name, *held in self._ask(NUMBERS) + self._ask(SCHEMA)}

    def _counts(self) -> dict[str, Counts]:
        return {name: Counts(*counts) for name, *counts in self._ask(WRITTEN)}

    def _ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql.encode()).fetchall()
