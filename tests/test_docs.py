"""The docs that are drawn from data say what the data say."""

import pytest

from tools.make_docs import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_supervisor_reads_the_table_that_is_in_force(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "run: python tools/make_docs.py"
