"""Reads a QR back from the squares a PDF draws: no more than a scanner on a clean print needs."""

import io
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pypdf
from pypdf.generic import ContentStream

Matrix = list[list[bool]]

BLOCKS = {1: (1, 16), 2: (1, 28), 3: (1, 44), 4: (2, 32), 5: (2, 43), 6: (4, 27)}
"""Per version, of error correction M: how many blocks, how many codewords of data in each."""

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, c: r % 2 == 0,
    lambda r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)


def qr_text(data: bytes) -> str:
    """What the one QR on the first page of a PDF says."""
    return decoded(matrix(data))


def matrix(data: bytes) -> Matrix:
    """The modules, from the filled squares of the commonest size."""
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    squares: list[tuple[float, float, float]] = []
    steps: Any = ContentStream(page.get_contents(), page.pdf).operations
    for operands, operator in steps:
        if operator == b"re":
            x, y, width, height = map(float, operands)
            if abs(width - height) < 0.01:
                squares.append((x, y, width))
    size = Counter(round(width, 2) for *_, width in squares).most_common(1)[0][0]
    cells = [(x, y, width) for x, y, width in squares if abs(width - size) < 0.01]
    left, top = min(x for x, *_ in cells), max(y for _, y, _ in cells)
    found = {(round((top - y) / w), round((x - left) / w)) for x, y, w in cells}
    side = max(column for _, column in found) + 1
    return [[(row, column) in found for column in range(side)] for row in range(side)]


def decoded(modules: Matrix) -> str:
    """The text of a QR of version 1 to 6 with error correction M, in its byte or letter mode."""
    side = len(modules)
    places = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    kind = number(modules[r][c] for r, c in places) ^ 0b101010000010010
    assert kind >> 13 == 0, "error correction M"
    mask = MASKS[kind >> 10 & 7]
    bits = [modules[r][c] != mask(r, c) for r, c in path(side)]
    words = [number(bits[at : at + 8]) for at in range(0, len(bits) - 7, 8)]
    blocks, size = BLOCKS[(side - 17) // 4]
    ordered = [words[block + blocks * at] for block in range(blocks) for at in range(size)]
    return text([bool(word >> place & 1) for word in ordered for place in range(7, -1, -1)])


def path(side: int) -> Iterator[tuple[int, int]]:
    """Every module of data, in zigzag from the lower right corner."""
    upward = True
    for right in (*range(side - 1, 6, -2), 5, 3, 1):
        for row in range(side - 1, -1, -1) if upward else range(side):
            for column in (right, right - 1):
                if not fixed(row, column, side):
                    yield row, column
        upward = not upward


def fixed(row: int, column: int, side: int) -> bool:
    """Finders with the format beside them, timing, and the one alignment pattern."""
    corner = (row < 9 and (column < 9 or column >= side - 8)) or (row >= side - 8 and column < 9)
    aligned = side > 21 and abs(row - side + 7) <= 2 and abs(column - side + 7) <= 2
    return corner or aligned or row == 6 or column == 6


def text(bits: list[bool]) -> str:
    mode, bits = number(bits[:4]), bits[4:]
    if mode == 4:
        count, bits = number(bits[:8]), bits[8:]
        return bytes(number(bits[8 * at : 8 * at + 8]) for at in range(count)).decode("ascii")
    assert mode == 2
    count, bits = number(bits[:9]), bits[9:]
    pairs = [divmod(number(bits[11 * at : 11 * at + 11]), 45) for at in range(count // 2)]
    letters = [ALPHANUMERIC[place] for pair in pairs for place in pair]
    if count % 2:
        last = bits[11 * (count // 2) :]
        letters.append(ALPHANUMERIC[number(last[:6])])
    return "".join(letters)


def number(bits: Any) -> int:
    return int("".join("01"[bool(bit)] for bit in bits), 2)
