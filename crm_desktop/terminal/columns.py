"""Text for a terminal: Thai marks stand above and below their letter and take no column."""

import unicodedata
from collections.abc import Iterable, Sequence

GAP = "  "


def width(text: str) -> int:
    """How many columns a terminal needs for the text."""
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    if letter < "\u0300":
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def padded(text: str, columns: int, right: bool = False) -> str:
    """The text filled up with spaces, before it where it is a figure."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()
) -> list[str]:
    """Lines with every column as wide as its widest cell; columns `right` hold figures."""
    cells = [[str(cell).replace("\n", " ") for cell in row] for row in (heads, *rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return [
        GAP.join(
            padded(cell, columns, place in right)
            for place, (cell, columns) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def pairs(values: Iterable[tuple[str, str]]) -> list[str]:
    """Names and values in two columns; what is empty is left out."""
    shown = [(name, value) for name, value in values if value]
    columns = max((width(name) for name, _ in shown), default=0)
    return [f"{padded(name, columns)}{GAP}{value}" for name, value in shown]


def wrap(text: str, columns: int) -> list[str]:
    """Lines broken at spaces only: Thai is written in phrases, and no cluster may be cut."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width(longer) > columns:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]
