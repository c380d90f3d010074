"""Columns of Thai stay columns, and no cluster is cut."""

import pytest

from crm_desktop.terminal.columns import pairs, table, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("ที่", 1), ("น้ำ", 2), ("กระเบื้อง", 7), ("日本", 4), ("", 0)]
)
def test_marks_above_and_below_take_no_column(text: str, columns: int) -> None:
    assert width(text) == columns


def test_columns_begin_at_the_same_place_whatever_the_script() -> None:
    lines = table(("ชื่อ", "n"), [("น้ำมัน", "1"), ("abc", "20")], right=frozenset({1}))
    assert lines == ["ชื่อ     n", "น้ำมัน   1", "abc   20"]
    assert {width(line) for line in lines} == {8}
    assert table(("a",), [("b\nc",)]) == ["a", "b c"]


def test_empty_values_take_no_line() -> None:
    assert pairs([("ที่", "1"), ("none", ""), ("ab", "2")]) == ["ที่   1", "ab  2"]
    assert pairs([]) == []


def test_thai_is_broken_between_phrases_only() -> None:
    assert wrap("ลูกค้าสัมพันธ์ ในเทอร์มินัล", 14) == ["ลูกค้าสัมพันธ์", "ในเทอร์มินัล"]
    assert wrap("", 10) == [""]
