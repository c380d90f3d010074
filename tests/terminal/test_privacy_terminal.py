"""A copy of all that is held of a customer without a window, and the lists of what is due."""

from pathlib import Path
from zipfile import ZipFile

from tests.terminal.person import Terminal


def test_a_copy_and_the_work_list_are_files_and_officers_get_neither(
    terminal: Terminal, tmp_path: Path
) -> None:
    copy, due = tmp_path / "copy.zip", tmp_path / "due.csv"
    asked = ("report", "held", "--customer", "C-000001", "-o", str(copy))
    assert terminal.crm(*asked, user="somchai") != 0
    assert not copy.exists()
    assert terminal.crm(*asked, user="prasit") == 0, terminal.err
    with ZipFile(copy) as bundle:
        assert bundle.namelist()[:2] == ["C-000001.pdf", "C-000001.json"]
    for what in ("customers", "papers", "files", "erased"):
        words = ("report", "retention", "--what", what, "-o", str(due))
        assert terminal.crm(*words, user="prasit") == 0, terminal.err
        assert due.exists()
    missing = ("report", "held", "--customer", "C-999999", "-o", str(copy))
    assert terminal.crm(*missing, user="prasit") != 0
