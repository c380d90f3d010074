"""The store: one open database of either engine, its tables, its transaction, its clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Self

from crm_desktop.domain.dates import BANGKOK
from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.store import migrate, triggers
from crm_desktop.store.ddl import engine_of
from crm_desktop.store.engines import (
    HASTE_SECONDS,
    calm_errors,
    connect,
    describe,
    file_identity,
    hang_up,
    is_locked,
    is_taken_back,
    moment,
    open_database,
)
from crm_desktop.store.orm import DatabaseError, InterfaceError
from crm_desktop.store.tables import Tables


class Store:
    """An open database; every write goes through `write`, which is one IMMEDIATE transaction.

    `cache` keeps what can never change again, such as a confirmed version of the matrix.
    """

    def __init__(self, url: str, database: Any) -> None:
        self.url = url
        self.database = database
        self.engine = engine_of(database)
        self.t = Tables(database)
        self.cache: dict[Any, Any] = {}
        self._file = file_identity(url)
        self._line: Any = None
        self._hurried = False

    @classmethod
    def open(cls, url: str, *, migrations: bool = False) -> Self:
        """Opens what the URL names; a SQLite file is brought up to date, PostgreSQL on request.

        Asking for `migrations` also puts missing guards back. Raises Unavailable when it cannot be
        reached or read, Refused `database_newer`, `database_needs_migration`, `database_foreign`,
        `database_guards_missing`, `database_on_network`.
        """
        database = open_database(url)
        with calm_errors():
            connect(database)
            try:
                cls._settle(database, migrations)
            except BaseException:
                database.close()
                raise
        return cls(url, database)

    @staticmethod
    def _settle(database: Any, migrations: bool) -> None:
        if migrations or engine_of(database) == "sqlite":
            migrate.up(database)
        elif todo := migrate.pending(database):
            raise Refused("database_needs_migration", count=len(todo))
        gone = triggers.missing(database)
        if gone and migrations:
            with database.atomic():
                triggers.recreate(database)
        elif gone:
            raise Refused("database_guards_missing", names=", ".join(sorted(gone)))

    def close(self) -> None:
        """Gives the connection of this thread back."""
        if not self.database.is_closed():
            self.database.close()

    def hang_up(self) -> None:
        """Breaks the connection of whoever works here, from another thread: who waits for a server
        that is silent is told at once that it is gone."""
        if self.engine == "postgresql" and self._line is not None and not self._line.closed:
            hang_up(self._line.fileno())

    def hurry(self) -> None:
        """From now on another writer of a SQLite file is waited for as short as a window may stand
        still; then `write` raises Unavailable `database_locked`."""
        if self.engine == "sqlite":
            self.database.timeout, self._hurried = HASTE_SECONDS, True

    def is_free(self) -> bool:
        """Whether nobody writes to the SQLite file at this moment; asked without any waiting."""
        with calm_errors():
            self._connect()
            kept, self.database.timeout = self.database.timeout, 0
            try:
                with self.database.atomic():
                    return True
            except DatabaseError as problem:
                if not is_locked(problem):
                    raise
                return False
            finally:
                self.database.timeout = kept

    @property
    def name(self) -> str:
        """What people call this database: the file, or server and database; never a password."""
        return describe(self.url)

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction, all of it or nothing; on SQLite it has the write lock from its start."""
        with calm_errors():
            self._connect()
            transaction = self._begin()
            try:
                yield
            except BaseException as problem:
                self._leave(transaction, problem)
                raise
            transaction.__exit__(None, None, None)

    @contextmanager
    def read(self) -> Iterator[None]:
        """Wraps queries so that an unreachable server is told as `Unavailable`."""
        with calm_errors():
            self._connect()
            yield

    def _begin(self) -> Any:
        """Waits for the write lock as long as the busy timeout says, and once more where there is
        time."""
        try:
            return self.database.atomic().__enter__()
        except Exception as problem:
            if self._hurried or not is_locked(problem):
                raise
        return self.database.atomic().__enter__()

    def _connect(self) -> None:
        if file_identity(self.url) != self._file:
            raise Unavailable("database_gone", path=self.name)
        if not self.database.is_closed() and not self.database.is_connection_usable():
            self.database.close()
        self.database.connect(reuse_if_open=True)
        self._line = self.database.connection()

    def _leave(self, transaction: Any, problem: BaseException) -> None:
        """Takes all of it back. A full disk has done so by itself: then that is the problem, not
        that there is nothing left to take back."""
        try:
            transaction.__exit__(type(problem), problem, problem.__traceback__)
        except (DatabaseError, InterfaceError):
            self.database.close()
            if not isinstance(problem, DatabaseError):
                raise

    def now(self) -> datetime:
        """The database's clock in Asia/Bangkok."""
        return moment(self.database)


__all__ = ["BANGKOK", "Refused", "Store", "Unavailable", "is_taken_back"]
