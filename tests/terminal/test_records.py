"""What the terminal reads, decides, prints and takes in."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from crm_desktop.domain.authority import shipped
from crm_desktop.exchange.matrix_sheet import write_matrix
from crm_desktop.printing import render
from crm_desktop.printing.paper import AnyPaper
from tests.terminal.person import Terminal, issued

TAKEN_OUT = "SELECT count(*) FROM document_print WHERE exit = 'terminal'"


def test_search_finds_what_was_meant(terminal: Terminal) -> None:
    hits = terminal.json("search", "ปูน", user="somchai")
    assert hits["products"]
    number = issued(terminal)
    papers = terminal.json("search", number, user="prasit")["papers"]
    assert papers[0]["reference"] == number
    assert terminal.crm("search", "zzzzzz", user="somchai") == 0


@pytest.mark.parametrize(
    ("kind", "number"),
    [("customer", "C-000001"), ("product", "CM-01A"), ("person", "wanida"), ("matrix", "1")],
)
def test_show_reads_one_record(terminal: Terminal, kind: str, number: str) -> None:
    assert terminal.json("show", kind, number, user="prasit")
    assert terminal.crm("show", kind, number, user="prasit") == 0
    for missing in ("nowhere", "999"):
        assert terminal.crm("show", kind, missing, user="prasit") == 1


def test_show_reads_a_quotation_by_its_number(terminal: Terminal) -> None:
    number = issued(terminal)
    assert terminal.json("show", "quotation", number, user="prasit")["number"] == number
    assert terminal.crm("show", "quotation", "QT99-0000-00000", user="prasit") == 1


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (("--amount", "10,000", "--discount", "2"), "OWN"),
        (("--amount", "10000", "--discount", "8%"), "CONSULT"),
        (("--amount", "60000", "--discount", "2"), "CONSULT"),
        (("--amount", "10000", "--discount", "10.01"), "SUPERIOR"),
        (("--credit", "overdue", "--credit", "blocked"), "SUPERIOR"),
        (("--below-cost",), "SUPERIOR"),
        (("--unlisted", "5000.01"), "SUPERIOR"),
    ],
)
def test_decide_says_whose_decision_it_is(
    terminal: Terminal, facts: tuple[str, ...], level: str
) -> None:
    asked = ("decide", "quotation.issue", "--grade", "G3", *facts)
    for told in (terminal.json(*asked, user="somchai"), terminal.json(*asked, "--shipped")):
        assert told["level"] == level
        assert {"level", "bands", "reasons", "answerer"} <= set(told)
        assert len(told["sentences"]) == len(told["reasons"])


def test_decide_refuses_what_is_no_matter_or_figure(terminal: Terminal) -> None:
    assert terminal.crm("decide", "moon.fly", "--grade", "G3", "--shipped") == 1
    asked = ("decide", "quotation.issue", "--grade", "G3", "--shipped")
    assert terminal.refusal(*asked, "--discount", "101")["field"] == "discount"
    assert terminal.refusal(*asked, "--amount", "1e5")["field"] == "amount"


def test_print_leaves_a_pdf_and_a_record(terminal: Terminal, tmp_path: Path) -> None:
    number = issued(terminal)
    told = terminal.json("print", number, "-o", str(tmp_path / "papers"), user="prasit")
    (path,) = map(Path, told["papers"])
    assert path.read_bytes().startswith(b"%PDF")
    assert terminal.sql(TAKEN_OUT) == [(1,)]


def test_a_paper_that_another_took_out_meanwhile_leaves_no_second_original(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, out = issued(terminal), tmp_path / "papers"

    def slowly(paper: AnyPaper) -> bytes:
        counted = f"UPDATE document SET print_count = print_count + 1 WHERE number = '{number}'"
        terminal.sql(counted)
        return b"%PDF"

    monkeypatch.setattr(render, "render", slowly)
    told = terminal.refusal("print", number, "-o", str(out), user="prasit")
    assert told["refused"] == "batch_other_copy"
    assert list(out.iterdir()) == []
    assert terminal.sql(TAKEN_OUT) == [(0,)]


@pytest.mark.parametrize("listed", [False, True])
def test_papers_come_in_both_languages_and_nothing_else_does(
    terminal: Terminal, tmp_path: Path, listed: bool
) -> None:
    asked = ("--list", "quotations", "--filter", "state=issued") if listed else (issued(terminal),)
    given = ("print", *asked, "-o", str(tmp_path / "papers"), "--language", "both")
    path = terminal.json(*given, user="prasit")["papers"][0]
    text = PdfReader(path).pages[0].extract_text()
    assert "Tax ID" in text
    assert "เลขประจำตัวผู้เสียภาษี" in text
    assert terminal.sql("SELECT DISTINCT language FROM document_print WHERE exit = 'terminal'") == [
        ("both",)
    ]
    assert terminal.crm("show", "customer", "1", "--language", "both", user="prasit") == 2


def test_several_papers_need_a_folder(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.crm("print", "A", "B", "-o", str(tmp_path / "x.pdf"), user="prasit") == 2


def test_an_import_names_every_wrong_row_and_takes_nothing(
    terminal: Terminal, tmp_path: Path
) -> None:
    file, faults = tmp_path / "goods.csv", tmp_path / "faults.csv"
    file.write_text("code,name,unit,price\nX-1,ก,ชิ้น,12.50\nX-2,,ชิ้น,abc\n", encoding="utf-8")
    words = ("import", "products", str(file), "--errors", str(faults))
    assert terminal.crm(*words, user="supaporn") == 1
    assert terminal.out.count("row 3") >= 1
    assert "X-2,,ชิ้น,abc," in faults.read_text(encoding="utf-8-sig")
    assert terminal.sql("SELECT count(*) FROM product WHERE code LIKE 'X-%'") == [(0,)]


def test_a_sound_import_can_be_tried_before_it_is_done(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("code,name,unit,price,shelf\nX-1,ก,ชิ้น,12.50,7\n", encoding="utf-8")
    assert terminal.crm("import", "products", str(file), "--dry-run", user="supaporn") == 0
    assert "shelf" in terminal.out  # who thinks that it was read hears that it was not
    assert terminal.sql("SELECT count(*) FROM product WHERE code = 'X-1'") == [(0,)]
    done = terminal.json("import", "products", str(file), user="supaporn")
    assert (done["added"], done["ignored"]) == (1, ["shelf"])


def test_a_matrix_comes_from_a_spreadsheet_as_a_draft(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "matrix.xlsx"
    write_matrix(shipped(), file)
    look = ("import", "matrix", str(file), "--dry-run")
    assert terminal.crm(*look, user="prasit") == 0
    backdated = terminal.refusal(*look, "--from-day", "1/1/2569", user="prasit")
    assert backdated["refused"] == "matrix_backdated"
    elsewhere = tmp_path / "branch.csv"
    rows = (*shipped().rows, replace(shipped().rows[0], branch="77"))
    write_matrix(replace(shipped(), rows=rows), elsewhere)
    unknown = terminal.refusal("import", "matrix", str(elsewhere), "--dry-run", user="prasit")
    assert unknown["refused"] == "matrix_branch_unknown"
    told = terminal.json("import", "matrix", str(file), "--reason", "ปีใหม่", user="prasit")
    shown = terminal.json("show", "matrix", str(told["version"]), user="prasit")
    assert (shown["state"], shown["reason"]) == ("draft", "ปีใหม่")
    assert terminal.crm("import", "matrix", str(tmp_path / "no.xlsx"), user="prasit") == 1
