"""What every test may ask for: a fresh store on either database, and a home of its own."""

import gc
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from inspect import signature
from itertools import count
from pathlib import Path
from typing import Any, Self

import pytest
from hypothesis import settings

from crm_desktop.store import Store
from tests.given_back import CHECKED, GivenBack
from tests.services.desk import desk as people_desk
from tests.services.desk import hire, staffed
from tests.services.shop import SellingShop

POSTGRES = "CRM_TEST_POSTGRES"
ENGINES = ("sqlite", "postgresql")
LONGEST = (
    *("test_walk", "test_every_screen", "test_every_row", "test_authority_machine"),
    *("test_demo", "test_order_views", "test_house", "test_goods_conserved"),
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "QT_SCALE_FACTOR"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"  # the desk's languages are the desk's own business

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest come first, so that at the end no core waits for the other."""
    items.sort(key=lambda item: item.path.stem not in LONGEST)


def pytest_collection_finish() -> None:
    """Thousands of tests and modules stay to the end: the collector need not look at them again."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Tell the figures of long tests; say loudly that half of the store's tests were left out."""
    for report in terminalreporter.stats.get("passed", ()):
        for figures in [told for name, told in report.user_properties if name == "figures"]:
            terminalreporter.line(figures)
    if not os.environ.get(POSTGRES):
        terminalreporter.section("PostgreSQL was NOT tested", sep="!", yellow=True)
        terminalreporter.line(
            f"No server: install postgresql and use `make test`, or set {POSTGRES} to the URL of"
            " one whose databases may be created and dropped."
        )


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A name for the home of each test; pytest would look through all of them for the next."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, drafts and window places of the person who runs the tests stay out of them."""
    home = next(homes)
    home.mkdir()
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    for variable in [each for each in os.environ if each.startswith("CRM_") and each != POSTGRES]:
        monkeypatch.delenv(variable)
    return home


class Furnished(StrEnum):
    """What a store holds when its test begins: each is made once in a run and then copied."""

    EMPTY = "empty"
    STAFFED = "staffed"
    SELLING = "selling"

    @classmethod
    def for_test(cls, request: pytest.FixtureRequest) -> Self:
        """The people if it asks for `desk`, and what they sell if it asks for a `shop` of them."""
        asked, module = request.fixturenames, request.module
        if "desk" not in asked or getattr(module, "desk", None) is not people_desk:
            return cls.EMPTY
        shop = getattr(module, "shop", None) if "shop" in asked else None
        kind = signature(shop).return_annotation if callable(shop) else None
        sells = isinstance(kind, type) and issubclass(kind, SellingShop)
        return cls.SELLING if sells else cls.STAFFED

    def make(self, url: str) -> None:
        """A migrated database to copy."""
        store = Store.open(url, migrations=True)
        if self is not Furnished.EMPTY:
            hire(store)
        if self is Furnished.SELLING:
            SellingShop(staffed(store))
        store.close()


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Furnished], Path]:
    """SQLite files to copy: making each once is enough for a whole run."""
    folder = tmp_path_factory.mktemp("template")

    @cache
    def template(furnished: Furnished) -> Path:
        path = folder / f"{furnished}.db"
        furnished.make(f"sqlite:///{path}")
        return path

    return template


@pytest.fixture(scope="session")
def empty_sqlite(sqlite_templates: Callable[[Furnished], Path]) -> Path:
    """A migrated, empty SQLite file to copy."""
    return sqlite_templates(Furnished.EMPTY)


class PostgresDatabases:
    """Hands out migrated databases of one server, each as its template was."""

    def __init__(self, server: str) -> None:
        import psycopg

        self._connection = psycopg.connect(server, autocommit=True)
        self._server = server
        self._run = f"crm_test_{uuid.uuid4().hex[:8]}"
        self._count = 0
        self._templates: dict[Furnished, str] = {}
        self._kept: dict[Furnished, list[GivenBack]] = {each: [] for each in Furnished}
        self._lent: dict[str, GivenBack] = {}
        # Copying files is three times as fast as going through the log, which 15 made the default.
        recent = self._connection.info.server_version >= 150_000
        self._how = "STRATEGY file_copy" if recent else ""
        self._keeps = recent and GivenBack.possible(self._connection)

    def url(self, name: str) -> str:
        """The server's URL with another database in it."""
        return f"{self._server.rpartition('/')[0]}/{name}"

    def execute(self, statement: str) -> None:
        """Run one statement as the server's administrator."""
        self._connection.execute(statement.encode())

    def template(self, furnished: Furnished) -> str:
        """The name of what databases are copied from, made when it is first asked for."""
        if furnished not in self._templates:
            name = f"{self._run}_{furnished}"
            self.execute(f"CREATE DATABASE {name}")
            self._templates[furnished] = name
            furnished.make(self.url(name))
            if self._keeps:
                GivenBack.prepare(self.url(name))
        return self._templates[furnished]

    def close(self) -> None:
        """Leave nothing behind."""
        for kept in self._kept.values():
            for database in kept:
                self._drop(database)
        for name in self._templates.values():
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")
        self._connection.close()

    @contextmanager
    def fresh(self, furnished: Furnished = Furnished.EMPTY) -> Iterator[str]:
        """One database for one test; the next test gets the same, as it was before this one."""
        kept = self._kept[furnished]
        database = kept.pop() if kept else self._make(furnished)
        self._lent[database.url] = database
        try:
            yield database.url
        finally:
            del self._lent[database.url]
            if self._keeps and database.put_back():
                kept.append(database)
            else:
                self._drop(database)
        if CHECKED and kept:
            assert not kept[-1].differences(self.url(self.template(furnished)))

    def store(self, url: str) -> Store:
        """The store of a database that was handed out."""
        return self._lent[url].store()

    def _make(self, furnished: Furnished) -> GivenBack:
        self._count += 1
        name, template = f"{self._run}_{self._count}", self.template(furnished)
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} {self._how}")
        return GivenBack(self.url(name))

    def _drop(self, database: GivenBack) -> None:
        database.close()
        self.execute(f"DROP DATABASE {database.name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[PostgresDatabases]:
    """The server that `make test` started, or the one that the environment names."""
    server = os.environ.get(POSTGRES)
    if not server:
        pytest.skip("no PostgreSQL server")
    databases = PostgresDatabases(server)
    yield databases
    databases.close()


@pytest.fixture(params=ENGINES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated database, once per engine; what is in it, `Furnished` says.

    A test of one engine alone says `parametrize("store_url", ["sqlite"], indirect=True)`.
    """
    if request.param == "sqlite":
        path, templates = tmp_path / "desk.db", request.getfixturevalue("sqlite_templates")
        shutil.copyfile(templates(Furnished.for_test(request)), path)
        yield f"sqlite:///{path}"
        return
    databases: PostgresDatabases = request.getfixturevalue("postgres_databases")
    with databases.fresh(Furnished.for_test(request)) as url:
        yield url


@pytest.fixture
def store(store_url: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    """An open store on a fresh database, once per engine."""
    if not store_url.startswith("sqlite"):
        yield request.getfixturevalue("postgres_databases").store(store_url)
        return
    opened = Store.open(store_url)
    yield opened
    opened.close()
