"""Small pictures for the demo: a signature, a drawing with measures; black on white PNG."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterable
from random import Random

Point = tuple[int, int]


class Sheet:
    """A sheet of one bit per pixel."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray([255]) * (-(-width // 8)) for _ in range(height)]

    def line(self, points: Iterable[Point], thick: int = 2) -> None:
        """Draws from point to point."""
        before: Point | None = None
        for x, y in points:
            if before is not None:
                steps = max(abs(x - before[0]), abs(y - before[1]), 1)
                for step in range(steps + 1):
                    across = before[0] + (x - before[0]) * step // steps
                    down = before[1] + (y - before[1]) * step // steps
                    self._dot(across, down, thick)
            before = x, y

    def _dot(self, x: int, y: int, thick: int) -> None:
        for row in range(max(y, 0), min(y + thick, self.height)):
            for column in range(max(x, 0), min(x + thick, self.width)):
                self._rows[row][column // 8] &= ~(128 >> column % 8)

    def png(self) -> str:
        """The picture as base64."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 1, 0, 0, 0, 0)
        rows = zlib.compress(b"".join(b"\0" + row for row in self._rows), 9)
        parts = _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
        return b64encode(b"\x89PNG\r\n\x1a\n" + parts).decode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def signature(luck: Random) -> str:
    """A hand's quick line, never the same twice."""
    sheet, x = Sheet(260, 90), 16
    points = [(x, luck.randint(40, 60))]
    while x < 220:
        x += luck.randint(6, 22)
        points.append((x - luck.randint(0, 14), luck.randint(14, 76)))
    sheet.line(points)
    sheet.line([(20, 78), (luck.randint(180, 240), luck.randint(70, 82))])
    return sheet.png()


def drawing(luck: Random) -> str:
    """A piece seen from the front with its lines of measure."""
    sheet = Sheet(420, 300)
    left, top = luck.randint(60, 90), luck.randint(30, 50)
    right, bottom = luck.randint(300, 350), luck.randint(210, 230)
    frame = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    sheet.line(frame, 3)
    middle = (left + right) // 2
    sheet.line([(middle, top), (middle, bottom)])
    sheet.line([(left, bottom), (middle, top), (right, bottom)], 1)
    below, beside = bottom + 30, left - 30
    for measure in (
        [(left, below), (right, below)],
        [(left, below - 8), (left, below + 8)],
        [(right, below - 8), (right, below + 8)],
        [(beside, top), (beside, bottom)],
        [(beside - 8, top), (beside + 8, top)],
        [(beside - 8, bottom), (beside + 8, bottom)],
    ):
        sheet.line(measure, 1)
    return sheet.png()
