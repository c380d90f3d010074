"""If these fail, rows are lost between pages or the totals stand where they must not."""

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.money import Money
from crm_desktop.printing.lines_table import Row
from crm_desktop.printing.pages import Room, paginate
from crm_desktop.printing.sheet import Block

ROOM = Room(first=400, other=600, carried=20, closing=250)
ROWS = st.lists(st.tuples(st.floats(10, 90), st.booleans()), min_size=1, max_size=120)


@given(ROWS)
def test_every_row_stands_once_in_order_and_every_page_has_room(
    drawn: list[tuple[float, bool]],
) -> None:
    rows = [Row(Block(height), Money(1), False) for height, _ in drawn]
    pages = paginate(rows, ROOM)
    assert pages is not None
    assert [id(row) for page in pages for row in page] == [id(row) for row in rows]
    for place, page in enumerate(pages):
        used = sum(row.block.height for row in page)
        used += ROOM.carried if place else 0
        used += ROOM.closing if place == len(pages) - 1 else ROOM.carried
        assert page
        assert used <= (ROOM.other if place else ROOM.first) + 0.001


def test_a_heading_is_not_left_behind_at_the_foot_of_a_page() -> None:
    rows = [Row(Block(60)) for _ in range(6)] + [
        Row(Block(15), keep_with_next=True),
        Row(Block(60)),
    ]
    pages = paginate(rows, ROOM)
    assert pages is not None
    assert len(pages) == 2
    assert not pages[0][-1].keep_with_next


def test_only_what_keeps_a_closing_block_company_leaves_a_page_half_empty() -> None:
    pages = paginate([Row(Block(110)) for _ in range(3)], ROOM)
    assert pages is not None
    assert list(map(len, pages)) == [2, 1]  # what is so tall is company enough
    pages = paginate([Row(Block(15)) for _ in range(4)], ROOM._replace(first=300))
    assert pages is not None
    assert list(map(len, pages)) == [2, 2]  # rather than one row alone above


def test_a_closing_block_with_no_room_beside_a_row_is_told_to_the_caller() -> None:
    assert paginate([Row(Block(200))], ROOM) is None
