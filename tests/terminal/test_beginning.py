"""The first run of a desk from the terminal, or its demo."""

from functools import partial
from pathlib import Path

import pytest

from crm_desktop import settings
from crm_desktop.demo import fill
from tests.terminal.person import Terminal

ANSWERS = """
[shop]
name_th = "ร้านวัสดุไทย"
tax_number = "0105536112014"

[look]
accent = "#1d5c4d"

[owner]
username = "owner"
full_name = "เจ้าของ ร้าน"
password = "long enough"

[administrator]
username = "root"
full_name = "ผู้ดูแล ระบบ"
password = "long enough"
"""


def test_a_new_shop_begins_with_an_owner_and_an_administrator(
    empty: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    assert empty.crm("init", "--answers", str(answers), "--remember") == 0
    assert settings.database_url() == empty.url
    monkeypatch.setenv("CRM_PASSWORD", "long enough")
    people = {each["username"]: each for each in empty.json("users", "list", user="root")}
    assert (people["owner"]["grade"], people["owner"]["roles"]) == ("G6", ["director"])
    assert people["root"]["roles"] == ["administrator"]
    assert empty.json("show", "matrix", "1", user="owner")["state"] == "draft"
    assert empty.crm("verify", user="root") == 0
    decided = empty.json("decide", "quotation.issue", "--grade", "G3", user="owner")
    assert decided["level"] == "SUPERIOR"


def test_a_desk_in_use_is_never_set_up_anew(
    empty: Terminal, tmp_path: Path, terminal: Terminal
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    assert terminal.refusal("init", "--answers", str(answers))["refused"] == "desk_set_up_already"
    assert terminal.refusal("demo")["refused"] == "desk_set_up_already"


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("0105536112014", "1234545678789", "shop.tax_number"),
        ("#1d5c4d", "green", "look.accent"),
        ('password = "long enough"\n\n', 'password = "short"\n\n', "owner.password"),
        ('username = "root"', 'username = "owner"', "administrator.username"),
        ("[shop]", '[shop]\nname = "x"', "shop.name"),
        ("[shop]", '[branch]\ncode = "1"\n[shop]', "branch.code"),
    ],
)
def test_a_wrong_answer_leaves_nothing_half_made(
    empty: Terminal, tmp_path: Path, old: str, new: str, field: str
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS.replace(old, new, 1), encoding="utf-8")
    assert empty.refusal("init", "--answers", str(answers))["field"] == field
    assert empty.sql("SELECT count(*) FROM person") == [(0,)]
    assert empty.sql("SELECT count(*) FROM setting") == [(0,)]


def test_answers_can_be_typed(
    empty: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["ร้านไทย", "", "", "", "", "", "เจ้าของ", "owner", "ผู้ดูแล", "root"])
    monkeypatch.setattr("builtins.input", lambda question: next(typed))
    monkeypatch.setattr("getpass.getpass", lambda question: "long enough")
    assert empty.crm("init") == 0
    assert empty.sql("SELECT count(*) FROM person") == [(2,)]


def test_where_nobody_can_answer_it_says_how_to_go_on(
    empty: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(question: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", gone)
    assert empty.refusal("init")["refused"] == "terminal_nobody_to_ask"


def test_demo_fills_an_empty_database(empty: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crm_desktop.demo.fill", partial(fill, papers=0))
    assert empty.crm("demo", "--customers", "3", "--seed", "2", "--language", "en") == 0
    assert "password is demo" in empty.out
    assert empty.sql("SELECT count(*) FROM customer") == [(3,)]


def test_a_shop_without_customers_is_wrong_use(empty: Terminal) -> None:
    assert empty.crm("demo", "--customers", "0") == 2
    assert not empty.database.exists()
