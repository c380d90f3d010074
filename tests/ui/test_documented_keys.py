"""A key that the docs name does something: whoever reads them is not sent to a dead one."""

import re
from pathlib import Path

import pytest

from ui.actions import ACTIONS

DOCS = Path(__file__).resolve().parents[2] / "docs"
KEY = re.compile(r"`((?:(?:Ctrl|Shift|Alt)\+)+[^`\s]+|F\d\d?)`")
ASIDE = {"Ctrl+C", "Ctrl+Y"}  # what any table does with its cells, and lines with what was undone


@pytest.mark.parametrize("page", sorted(each.name for each in DOCS.glob("*.md")))
def test_a_reader_of_the_docs_presses_keys_that_exist(page: str) -> None:
    known = {key for action in ACTIONS.values() for key in action.keys} | ASIDE
    named = set(KEY.findall((DOCS / page).read_text(encoding="utf-8")))
    assert named - known == set()
