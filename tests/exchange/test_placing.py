"""Files put in their place: what stood there is neither lost nor opened to others."""

import os
from pathlib import Path

import pytest

from crm_desktop.exchange.placing import place


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_who_may_read_a_file_stays_so_when_it_is_written_anew(tmp_path: Path) -> None:
    mine, new = tmp_path / "mine.pdf", tmp_path / "new.pdf"
    mine.write_bytes(b"before")
    mine.chmod(0o600)
    for target, mode in ((mine, 0o600), (new, 0o644)):
        place(b"paper", target).keep()
        assert target.read_bytes() == b"paper"
        assert target.stat().st_mode & 0o777 == mode


def test_a_folder_keeps_what_lies_in_it_where_a_file_was_to_go(tmp_path: Path) -> None:
    folder = tmp_path / "papers.pdf"
    folder.mkdir()
    (folder / "kept").write_text("x")
    with pytest.raises(IsADirectoryError):
        place(b"paper", folder)
    assert [each.name for each in tmp_path.rglob("*")] == ["papers.pdf", "kept"]
