"""If these fail, a vowel or tone mark stands where no Thai printer would set it."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pypdf
import pytest
import uharfbuzz
from pypdf.generic import ContentStream
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from crm_desktop.printing import fonts as module
from crm_desktop.printing.fonts import BOLD, REGULAR, ThaiFont, font_path, fonts
from tests.printing.desk_papers import every_paper
from tests.printing.papers import quotation
from tests.printing.reading import drawn_with

Outline = tuple[tuple[str, tuple[tuple[int, int], ...]], ...]

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
VOWELS = ["", *(chr(code) for code in (0x0E31, *range(0x0E34, 0x0E3B), 0x0E47, 0x0E4D))]
TONES = ["", *(chr(code) for code in (*range(0x0E48, 0x0E4D), 0x0E4E))]
CLUSTERS = [c + v + t for c, v, t in product(CONSONANTS, VOWELS, TONES)]
CLUSTERS += [c + t + "\u0e33" for c, t in product(CONSONANTS, TONES)]
WORDS = [
    *("ที่นี้", "ปิ๊ง", "ป่าฝั่ง", "ญูฐุฎู", "น้ำก่ำ", "นํ้าทำ", "กำปำป้ำ", "เชื้อเพลิง", "ฟื้นฟูปั๊มน้ำ"),
    "กระเบื้องพื้น 60x60 ซม. GT-6012 ผู้ซื้อที่ปรึกษา",
]


def face(data: bytes) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(data))


class Pen:
    """Collects one glyph's contours, moved by a pen position."""

    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y
        self.contours: list[Outline] = []
        self._open: list[tuple[str, tuple[tuple[int, int], ...]]] = []

    def _add(self, name: str, *points: tuple[float, float]) -> None:
        moved = tuple((self.x + round(2 * x), self.y + round(2 * y)) for x, y in points)
        self._open.append((name, moved))

    def moveTo(self, point: tuple[float, float]) -> None:
        self._open = []
        self._add("move", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("line", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._add("curve", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("cubic", *points)

    def closePath(self) -> None:
        self.contours.append(tuple(self._open))


def outlines(font: uharfbuzz.Font, glyphs: list[tuple[int, int, int]]) -> Counter[Outline]:
    """Every contour of the glyphs at their places, in half units (curve middles are halves)."""
    found: Counter[Outline] = Counter()
    for glyph, x, y in glyphs:
        pen = Pen(2 * x, 2 * y)
        font.draw_glyph_with_pen(glyph, pen)
        found.update(pen.contours)
    return found


def wanted(font: uharfbuzz.Font, text: str) -> Counter[Outline]:
    """Where HarfBuzz puts every outline of the whole string on the original font."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.script = "Thai"  # also where the string begins with a Latin word
    uharfbuzz.shape(font, buffer, {"kern": False, "liga": False})
    glyphs, pen = [], 0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append((info.codepoint, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    return outlines(font, glyphs)


def paper(name: str, strings: list[str]) -> bytes:
    """A finished PDF with one string after another."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=name)
    canvas.setFont(name, 10)
    for text in strings:
        canvas.drawString(0, 0, text)
    canvas.save()
    return out.getvalue()


def printed(data: bytes) -> list[Counter[Outline]]:
    """What a finished PDF draws: per string every outline, by the codes, widths and font in it."""
    found = []
    loaded: dict[str, tuple[uharfbuzz.Font, list[int]]] = {}
    for resources, operands, operator in operations(data):
        if operator == b"Tf":
            name = operands[0]
            if name not in loaded:
                loaded[name] = embedded(resources["/Font"][name].get_object())
            font, widths = loaded[name]
        elif operator == b"Tj":
            codes = operands[0].original_bytes
            glyphs, pen = [], 0
            for high, low in zip(codes[::2], codes[1::2], strict=True):
                code = high * 256 + low
                glyphs.append((code, pen, 0))
                pen += widths[code]
            found.append(outlines(font, glyphs))
    return found


def operations(data: bytes) -> Iterator[tuple[Any, Any, bytes]]:
    """Every drawing step of every page, with the resources of its page."""
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        resources: Any = page["/Resources"]
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
            yield resources, operands, operator


def embedded(font: Any) -> tuple[uharfbuzz.Font, list[int]]:
    """The subset and the widths that the PDF itself carries."""
    descendant = font["/DescendantFonts"][0].get_object()
    assert descendant["/CIDToGIDMap"] == "/Identity"
    file = descendant["/FontDescriptor"]["/FontFile2"].get_data()
    return face(file), [int(width) for width in descendant["/W"][1]]


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_every_mark_stands_where_harfbuzz_puts_it(name: str) -> None:
    fonts()
    original = face(font_path(name).read_bytes())
    strings = CLUSTERS + WORDS
    for text, drawn in zip(strings, printed(paper(name, strings)), strict=True):
        assert drawn == wanted(original, text), text


@pytest.mark.parametrize("name", ["quotation", *every_paper()])
def test_marks_stand_right_on_every_string_of_every_paper(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = replace((every_paper() | {"quotation": quotation(3)})[name], language="both")
    data, strings = drawn_with(paper, monkeypatch)
    originals = {
        face_name: face(font_path(face_name).read_bytes()) for face_name in (REGULAR, BOLD)
    }
    assert len(strings) > 40
    for (face_name, text), drawn in zip(strings, printed(data), strict=True):
        assert drawn == wanted(originals[face_name], text), text


@pytest.mark.parametrize(("x", "y"), [(10, 0), (0, 10), (-10, 0)])
def test_a_mark_moved_by_a_hundredth_of_an_em_is_noticed(
    monkeypatch: pytest.MonkeyPatch, x: int, y: int
) -> None:
    fonts()
    shape = module.shape
    monkeypatch.setattr(
        module,
        "shape",
        lambda path, text: [
            (glyph, advance, left + x * (not advance), up + y * (not advance))
            for glyph, advance, left, up in shape(path, text)
        ],
    )
    monkeypatch.setitem(pdfmetrics._fonts, REGULAR, ThaiFont(REGULAR, font_path(REGULAR)))
    original = face(font_path(REGULAR).read_bytes())
    for text, drawn in zip(WORDS, printed(paper(REGULAR, WORDS)), strict=True):
        assert drawn != wanted(original, text), text


def test_every_glyph_begins_at_its_left_bearing_so_that_no_reader_shifts_it() -> None:
    original = fonts()[REGULAR].face
    for glyph, (_, bearing) in enumerate(original.hmetrics):
        start, end = original.glyphPos[glyph : glyph + 2]
        at = original.table["glyf"]["offset"] + start
        if start != end:
            left = int.from_bytes(original._ttf_data[at + 2 : at + 4], "big")
            assert bearing == left, glyph
