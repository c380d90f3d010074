"""A person at a terminal, with a small demo shop of their own."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from crm_desktop import cli
from tests.demo.stage import shop_of_the_run


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run's demo shop, to copy."""
    return shop_of_the_run(tmp_path_factory)


class Terminal:
    """A person at a terminal, with one database."""

    def __init__(self, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.database = database
        self.url = f"sqlite:///{database}"
        self._capsys = capsys
        self.out = self.err = ""

    def crm(self, *words: str, user: str = "", database: bool = True) -> int:
        extra = [*(["--database", self.url] if database else []), *(["--as", user] if user else [])]
        status = cli.main([*words, *extra])
        self.out, self.err = self._capsys.readouterr()
        return status

    def json(self, *words: str, user: str = "") -> Any:
        assert self.crm(*words, "--json", user=user) == 0, self.err
        return json.loads(self.out)

    def refusal(self, *words: str, user: str = "") -> Any:
        assert self.crm(*words, "--json", user=user) == 1
        return json.loads(self.err)

    def sql(self, statement: str) -> Any:
        """Goes behind the program's back, as it must never be possible unseen."""
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.commit()
            connection.close()


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "new" / "desk.db", capsys)


@pytest.fixture
def terminal(
    demo_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Terminal:
    copy = tmp_path / "desk.db"
    copy.write_bytes(demo_file.read_bytes())
    monkeypatch.setenv("CRM_PASSWORD", "demo")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return Terminal(copy, capsys)


def issued(terminal: Terminal) -> str:
    (row,) = terminal.sql(
        "SELECT number FROM document WHERE number IS NOT NULL ORDER BY id LIMIT 1"
    )
    return str(row[0])
