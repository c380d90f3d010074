"""Which row stands on which page: carried sums have room, the closing block is never alone."""

from collections.abc import Sequence
from typing import NamedTuple

from crm_desktop.printing.lines_table import Row

COMPANY = 3  # rows that come with a closing block which needs a page of its own
ENOUGH = 48.0  # points of them that will do


class Room(NamedTuple):
    """Heights in points: for rows on the first page, on the others, for a carried sum, below."""

    first: float
    other: float
    carried: float
    closing: float


def paginate(rows: Sequence[Row], room: Room) -> list[list[Row]] | None:
    """Rows per page, the closing block fitting below the last; None where it cannot fit, which
    never happens where there is none."""
    pages: list[list[list[Row]]] = [[]]
    used = 0.0
    for group in _groups(rows, room.other - room.carried):
        need = sum(row.block.height for row in group)
        limit = (room.first if len(pages) == 1 else room.other) - room.carried
        heads_alone = len(pages) == 1 and need > limit  # heads so tall that no row fits below
        if (pages[-1] or heads_alone) and (group[0].new_page or used + need > limit):
            pages.append([])
            used = room.carried
        pages[-1].append(group)
        used += need
    limit = room.first if len(pages) == 1 else room.other
    if room.closing and used + room.closing > limit and not _move_last(pages, room):
        return None
    return [[row for group in page for row in group] for page in pages]


def _move_last(pages: list[list[list[Row]]], room: Room) -> bool:
    """Give the closing block a page of its own, some rows of the page before for company."""
    before, moved = pages[-1], list[list[Row]]()
    pages.append(moved)
    space, tall = room.other - room.carried - room.closing, 0.0
    while len(before) > max(1, len(moved)) and len(moved) < COMPANY and tall < ENOUGH:
        tall += sum(row.block.height for row in before[-1])
        if tall > space:
            break
        moved.insert(0, before.pop())
    return bool(moved)


def _groups(rows: Sequence[Row], most: float) -> list[list[Row]]:
    """Headings with what they head, as far as a page holds it."""
    groups: list[list[Row]] = []
    open_group, height = False, 0.0
    for row in rows:
        height += row.block.height
        if open_group and height <= most:
            groups[-1].append(row)
        else:
            groups.append([row])
            height = row.block.height
        open_group = row.keep_with_next
    return groups
