"""What tests of the store need beside a migrated database: one with nothing in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crm_desktop.store import migrate
from tests.conftest import ENGINES, PostgresDatabases

MIGRATIONS = migrate.FOLDER


@pytest.fixture(params=ENGINES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without a single table, once per engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    import psycopg

    databases: PostgresDatabases = request.getfixturevalue("postgres_databases")
    with databases.fresh() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        yield url


class Program:
    """A program of another version: the migrations it brings can be taken away or added to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def knows_only(self, *names: str) -> None:
        """An older program."""
        for path in self.folder.glob("*.py"):
            if path.stem not in names:
                path.unlink()

    def brings(self, name: str, body: str) -> None:
        """A newer program; `body` is what its migration does with `migrator` and `db`."""
        (self.folder / f"{name}.py").write_text(f"def up(migrator, db):\n    {body}\n", "utf-8")

    def is_this_one(self) -> None:
        """The program as it is shipped."""
        for path in MIGRATIONS.glob("[0-9]*.py"):
            shutil.copy(path, self.folder)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program with a folder of migrations that a test may change."""
    made = Program(tmp_path / "migrations")
    made.folder.mkdir()
    made.is_this_one()
    monkeypatch.setattr(migrate, "FOLDER", made.folder)
    return made
