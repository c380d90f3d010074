"""Papers in one file, while others are set: the program shows a paper in the middle of a batch."""

from crm_desktop.printing.render import Bundle, render
from tests.printing.papers import quotation


def test_a_preview_in_the_middle_of_a_batch_changes_neither() -> None:
    paper, other = quotation(), quotation(language="en")
    alone, made = render(other), list[bytes]()
    for disturbed in (False, True):
        bundle = Bundle()
        bundle.add(paper)
        assert not disturbed or render(other) == alone
        bundle.add(other)
        made.append(bundle.finish())
    assert made[0] == made[1]
