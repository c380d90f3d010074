"""What a special order must be like, as rows below its lines: words, measurements, drawings."""

from crm_desktop.printing.grid import PAD
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.lines_table import Row, flowing, heading_row
from crm_desktop.printing.paper import Specification
from crm_desktop.printing.sheet import BODY, HAIR, LOWER, SMALL, Block, Palette

GUTTER = 20.0  # between the two columns of measurements
LABEL_SHARE = 0.5
MOST_TOGETHER = 24  # measurements that stay on one page


def specification_rows(
    wanted: Specification, say: Labels, palette: Palette, width: float
) -> list[Row]:
    """A heading, then only what there is."""
    rows = [heading_row(say("specification"), palette, width)]
    if wanted.text:
        rows += flowing(say("specification_text"), [wanted.text], palette, width, BODY)
    if wanted.measurements:
        rows += _measurements(wanted.measurements, say, palette, width)
    if wanted.attachments:
        names = [f"{place}. {name}" for place, name in enumerate(wanted.attachments, start=1)]
        rows += flowing(say("attachments"), names, palette, width, BODY)
    if len(rows) == 1:
        return []
    last = rows[-1].block
    last.height += PAD
    last.rule(0, last.height, width, HAIR)
    return [row._replace(in_table=False) for row in rows]


def _measurements(
    pairs: tuple[tuple[str, str], ...], say: Labels, palette: Palette, width: float
) -> list[Row]:
    """Two of them to a row, each what is measured and its value."""
    heading = Block()
    heading.lines(5, PAD, [say("measurements")], palette.head)
    rows = [Row(heading, keep_with_next=True)]
    together = len(pairs) <= MOST_TOGETHER
    half = (width - 10 - GUTTER) / 2
    label = min(SMALL.widest([what for what, _ in pairs]) + 12, half * LABEL_SHARE)
    for start in range(0, len(pairs), 2):
        block = Block()
        for place, (what, value) in enumerate(pairs[start : start + 2]):
            left = 5 + place * (half + GUTTER)
            block.lines(left, 1 + LOWER, SMALL.lines(what, label - 6), SMALL)
            block.lines(left + label, 1, BODY.lines(value, half - label), BODY)
            block.rule(left, block.height + 1, half, HAIR)
        is_last = start + 2 >= len(pairs)
        rows.append(Row(block, keep_with_next=together and not is_last))
    return rows
