"""The docs that are drawn from data say what the data say; what pages point to is there."""

import re
from pathlib import Path

import pytest

from tools.make_docs import DOCS, PAGES

ROOT = DOCS.parent
WRITTEN = sorted([*DOCS.glob("*.md"), ROOT / "README.md"])
POINTER = re.compile(r'(?:\]\(|src=")(?!https?:)([^)"#]+)')


@pytest.mark.parametrize("name", PAGES)
def test_a_supervisor_reads_the_table_that_is_in_force(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "run: python tools/make_docs.py"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_a_reader_finds_every_picture_and_page_that_is_pointed_to(page: Path) -> None:
    named = POINTER.findall(page.read_text(encoding="utf-8"))
    assert [each for each in named if not (page.parent / each).exists()] == []
