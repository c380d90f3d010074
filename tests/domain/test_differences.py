"""If these fail, what changed between two revisions is overlooked or told wrongly."""

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.differences import Span, aligned, spans

WORDS = st.lists(st.sampled_from(["ปูน", "กระเบื้อง ", "สี", "เทา", "40 ", "ซม."]), max_size=8)
LINES = st.lists(st.tuples(st.sampled_from("ABCD"), st.integers(1, 2)), max_size=7)


def key(line: tuple[str, int]) -> str:
    return line[0]


@given(WORDS, WORDS)
def test_no_word_is_lost_and_what_is_alike_is_alike(then: list[str], now: list[str]) -> None:
    old, new = spans(then, now)
    assert "".join(span.text for span in old) == "".join(then)
    assert "".join(span.text for span in new) == "".join(now)
    alike = [[span.text for span in side if not span.differs] for side in (old, new)]
    assert alike[0] == alike[1]
    assert (then == now) == (not any(span.differs for span in old + new))


@given(LINES, LINES)
def test_every_line_of_both_papers_is_told_once(
    then: list[tuple[str, int]], now: list[tuple[str, int]]
) -> None:
    pairs = aligned(then, now, key)
    assert sorted(old for old, _ in pairs if old is not None) == list(range(len(then)))
    assert [new for _, new in pairs if new is not None] == list(range(len(now)))


def test_a_line_that_moved_is_not_told_as_lost_and_new() -> None:
    then, now = [("A", 1), ("B", 1), ("C", 1)], [("C", 1), ("A", 1), ("B", 2)]
    assert aligned(then, now, key) == [(2, 0), (0, 1), (1, 2)]


def test_only_the_words_that_changed_are_marked() -> None:
    _, new = spans(["สี", "เทา", " 60x60"], ["สี", "ครีม", " 60x60"])
    assert new == (Span("สี", False), Span("ครีม", True), Span(" 60x60", False))
