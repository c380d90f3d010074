"""The authority table in a terminal: asked for a person, for a version, and printed."""

from pathlib import Path

import pytest

from tests.printing.reading import squeeze
from tests.terminal.person import Terminal


def test_decide_names_the_superior_that_a_person_has(terminal: Terminal) -> None:
    asked = ("decide", "quotation.issue", "--amount", "60000")
    told = terminal.json(*asked, "--person", "kanya", user="somchai")
    assert told["level"] == "CONSULT"
    assert told["answerer"]["person"] is not None
    assert terminal.json(*asked, "--grade", "G3", user="somchai")["answerer"]["person"] is None


def test_decide_asks_a_version_by_its_number(terminal: Terminal) -> None:
    asked = ("decide", "quotation.issue", "--grade", "G3")
    assert terminal.json(*asked, "--version", "1", user="somchai")["version"] == 1
    assert terminal.refusal(*asked, "--version", "99", user="somchai")["refused"] == "not_found"


@pytest.mark.parametrize(
    "who", [("--grade", "G3", "--person", "kanya"), ("--shipped", "--person", "kanya")]
)
def test_decide_wants_a_grade_or_a_person(terminal: Terminal, who: tuple[str, ...]) -> None:
    assert terminal.crm("decide", "quotation.issue", *who, user="somchai") == 2


def test_the_table_prints_for_one_grade_or_for_all(terminal: Terminal, tmp_path: Path) -> None:
    import pypdfium2

    out = tmp_path / "papers"
    asked = ("print", "--language", "th", "-o", str(out), "--authority")
    one = terminal.json(*asked, "--grade", "G3", user="prasit")
    (path,) = map(Path, one["papers"])
    assert path.name == "authority-1-G3.pdf"
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    assert squeeze("รวม VAT ก่อนหักมัดจำ") in squeeze("".join(pages))
    every = terminal.json("print", "--authority", "1", "-o", str(out), user="prasit")
    assert Path(every["papers"][0]).name == "authority-1.pdf"
    refused = terminal.refusal("print", "--authority", "99", "-o", str(out), user="prasit")
    assert refused["refused"] == "not_found"
