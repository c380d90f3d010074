"""What `crm` says when it is used wrongly, refused, surprised or stopped."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crm_desktop import cli, log
from crm_desktop.application import Application
from crm_desktop.terminal.grammar import SUBCOMMANDS
from tests.terminal.person import Terminal


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", [sub.name for sub in SUBCOMMANDS])
def test_every_subcommand_explains_itself(empty: Terminal, name: str, language: str) -> None:
    assert empty.crm(name, "--help", "--language", language, database=False) == 0
    assert "terminal_" not in empty.out
    thai = any("\u0e00" <= letter <= "\u0e7f" for letter in empty.out)
    assert thai == (language == "th")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("show",),
        ("show", "moon", "1"),
        ("decide", "quotation.issue"),
        ("demo", "--customers", "many"),
        ("users", "vanish"),
        ("--languag", "en", "doctor"),
        ("show", "customer", "C-000001"),
    ],
)
def test_wrong_use_ends_with_2_and_changes_nothing(empty: Terminal, words: tuple[str, ...]) -> None:
    assert empty.crm(*words) == 2
    assert empty.err.startswith("วิธีใช้")
    assert not empty.database.exists()


def test_global_options_stand_before_or_after(terminal: Terminal) -> None:
    before = ["--database", terminal.url, "--as", "somchai", "--json", "search", "C-000001"]
    assert cli.main(before) == 0
    first = terminal._capsys.readouterr().out
    assert terminal.json("search", "C-000001", user="somchai") == json.loads(first)


def test_the_language_follows_lang(empty: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    for lang, begins in (("en_US.UTF-8", "usage"), ("th_TH.UTF-8", "วิธีใช้"), ("C", "วิธีใช้")):
        monkeypatch.setenv("LANG", lang)
        empty.crm("--help", database=False)
        assert empty.out.startswith(begins)


def test_a_mistyped_path_does_not_make_an_empty_desk(empty: Terminal) -> None:
    told = empty.refusal("search", "x", user="somchai")
    assert told["refused"] == "terminal_no_database"
    assert str(empty.database) in told["message"]
    assert not empty.database.exists()


def test_a_wrong_password_is_refused(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRM_PASSWORD", "guess")
    told = terminal.refusal("search", "x", user="somchai")
    assert (told["refused"], told["field"]) == ("wrong_password", "password")


def test_the_terminal_can_do_nothing_that_the_windows_may_not(terminal: Terminal) -> None:
    assert terminal.refusal("verify", user="somchai")["refused"] == "not_allowed"
    wanted = ("users", "add", "eve", "--name", "อีฟ", "--roles", "director", "--grade", "G6")
    assert terminal.refusal(*wanted, user="somchai")["refused"] in (
        "not_allowed",
        "terminal_nobody_to_ask",
    )
    assert terminal.sql("SELECT count(*) FROM person WHERE username = 'eve'") == [(0,)]


@contextmanager
def own_log() -> Iterator[None]:
    """The log opens anew in the folder of the test and is closed after it."""
    kept, log.logger.handlers = log.logger.handlers, []
    try:
        yield
    finally:
        for handler in log.logger.handlers:
            handler.close()
        log.logger.handlers = kept


def test_an_accident_has_a_reference_in_the_log(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def burst(*_: object) -> None:
        raise RuntimeError("the roof fell in")

    monkeypatch.setenv("CRM_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(Application, "login", burst)
    with own_log():
        assert terminal.crm("search", "x", user="somchai") == 3
    reference = terminal.err.partition("reference ")[2].partition(";")[0]
    log = (tmp_path / "data" / "log" / "crm.log").read_text(encoding="utf-8")
    assert reference in log
    assert "the roof fell in" in log


def test_ctrl_c_ends_calmly(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Application, "login", interrupt)
    assert terminal.crm("search", "x", user="somchai") == 130
    assert "Traceback" not in terminal.err
