"""A whole list as PDF at a terminal: into a folder or one file, with what stays named."""

import json
from pathlib import Path

import pypdf

from tests.terminal.person import Terminal

RECORDED = "SELECT exit, count(*) FROM document_print WHERE exit = 'terminal' GROUP BY exit"
"""What the terminal took out; the demo shop has sent papers in other ways."""


def test_a_list_goes_to_a_folder_and_each_exit_is_recorded(
    terminal: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "papers"
    asked = ("print", "--list", "quotations", "--filter", "state=issued,draft", "-o", str(out))
    told = terminal.json(*asked, user="somchai")
    assert told["saved"] == len(told["papers"]) == len(list(out.glob("QT*.pdf"))) > 0
    assert {each["code"] for each in told["left_out"]} == {"paper_not_issued"}
    assert terminal.sql(RECORDED) == [("terminal", told["saved"])]
    assert terminal.crm(*asked, user="somchai") == 0
    assert told["left_out"][0]["reference"] in terminal.err, "what stays is no part of the result"
    assert len(list(out.glob("* (2).pdf"))) == told["saved"], "and nothing is overwritten"


def test_a_list_goes_to_one_file_where_a_file_is_named(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "all.pdf"
    asked = ("print", "--list", "quotations", "--filter", "state=issued", "-o", str(file))
    told = terminal.json(*asked, "--language", "en", user="somchai")
    assert told["papers"] == [str(file)]
    assert len(pypdf.PdfReader(file).pages) >= told["saved"] > 1
    assert terminal.sql("SELECT DISTINCT language FROM document_print WHERE exit = 'terminal'") == [
        ("en",)
    ]


def test_drafts_go_along_when_asked_and_are_not_recorded(
    terminal: Terminal, tmp_path: Path
) -> None:
    asked = ("print", "--list", "quotations", "--filter", "state=draft", "--drafts")
    told = terminal.json(*asked, "-o", str(tmp_path / "drafts"), user="somchai")
    assert told["saved"] > 0
    assert told["left_out"] == []
    assert terminal.sql(RECORDED) == []


def test_what_the_list_does_not_know_is_refused_before_anything_is_written(
    terminal: Terminal, tmp_path: Path
) -> None:
    out = ("-o", str(tmp_path / "out"))
    for wrong in ("mine=yes", "state", "moon=full"):
        asked = ("print", "--list", "deposits", "--filter", wrong, *out)
        assert terminal.crm(*asked, user="somchai") == 2
    asked = ("print", "--list", "orders", "--filter", "state=nowhere", *out)
    assert terminal.refusal(*asked, user="somchai")["refused"] == "bad_choice"
    assert terminal.crm("print", "QT01-1", "--list", "orders", *out, user="somchai") == 2
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_is_a_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    asked = ("print", "--list", "quotations", "-o", str(tmp_path / "file" / "out"), "--json")
    assert terminal.crm(*asked, user="somchai") == 1
    assert json.loads(terminal.err)["refused"] == "file_unwritable"
    assert terminal.sql(RECORDED) == []
