"""If these fail, a vowel or tone mark stands where no Thai printer would set it."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from struct import error
from typing import Any

import pypdf
import pytest
import uharfbuzz
from pypdf.generic import ContentStream
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from crm_desktop.printing import charset
from crm_desktop.printing import fonts as module
from crm_desktop.printing.charset import FILES, SUBSTITUTES, pinned, substitute_path
from crm_desktop.printing.fonts import BOLD, REGULAR, WEIGHTS, ThaiFont, font_path, fonts
from crm_desktop.printing.labels import Labels
from crm_desktop.printing.thai_text import NBSP, clean
from tests.printing.desk_papers import every_paper
from tests.printing.hard_strings import HARD, SPELLED, TWINS
from tests.printing.papers import quotation
from tests.printing.reading import drawn_with

Contour = tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
Outline = tuple[int, int, int]  # a shape, and where it begins

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
VOWELS = ["", *(chr(code) for code in (0x0E31, *range(0x0E34, 0x0E3B), 0x0E47, 0x0E4D))]
TONES = ["", *(chr(code) for code in (*range(0x0E48, 0x0E4D), 0x0E4E))]
CLUSTERS = [c + v + t for c, v, t in product(CONSONANTS, VOWELS, TONES)]
CLUSTERS += [c + t + "\u0e33" for c, t in product(CONSONANTS, TONES)]
WORDS = [
    *("ที่นี้", "ปิ๊ง", "ป่าฝั่ง", "ญูฐุฎู", "น้ำก่ำ", "นํ้าทำ", "กำปำป้ำ", "เชื้อเพลิง", "ฟื้นฟูปั๊มน้ำ"),
    "กระเบื้องพื้น 60x60 ซม. GT-6012 ผู้ซื้อที่ปรึกษา",
]
ON_LATIN = ["Yำ", "cิ๊", "xZํ่", "คüำ", "60ํ่", "x้ y่ำ"]


def face(data: bytes) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(data))


class Pen:
    """Collects one glyph's contours in half units (curve middles are halves)."""

    def __init__(self) -> None:
        self.contours: list[Contour] = []
        self._open: list[tuple[str, tuple[tuple[int, int], ...]]] = []

    def _add(self, name: str, *points: tuple[float, float]) -> None:
        self._open.append((name, tuple((round(2 * x), round(2 * y)) for x, y in points)))

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


SHAPES: dict[Contour, int] = {}


@cache
def contours(font: uharfbuzz.Font, glyph: int) -> list[Outline]:
    """Every contour of a glyph: the number of its shape in any font, and its first point."""
    pen, found = Pen(), []
    font.draw_glyph_with_pen(glyph, pen)
    for contour in pen.contours:
        left, up = contour[0][1][0]
        shape = tuple((name, tuple((x - left, y - up) for x, y in at)) for name, at in contour)
        found.append((SHAPES.setdefault(shape, len(SHAPES)), left, up))
    return found


def outlines(font: uharfbuzz.Font, glyphs: list[tuple[int, int, int]]) -> Counter[Outline]:
    """Every contour of the glyphs at their places."""
    return Counter(
        (shape, left + 2 * x, up + 2 * y)
        for glyph, x, y in glyphs
        for shape, left, up in contours(font, glyph)
    )


@cache
def original(name: str) -> uharfbuzz.Font:
    """A face of the paper, or a substitute in one weight, as it was before any PDF."""
    if name in FILES:
        return face(font_path(name).read_bytes())
    substitute = next(each for each in SUBSTITUTES if name.startswith(each.name))
    axes = (*substitute.axes, ("wght", int(name.rpartition("-")[2])))
    return face(pinned(substitute_path(substitute), axes))


def faces_of(name: str, text: str) -> list[tuple[str, str]]:
    """The text in runs of one face each, by what the original fonts hold."""
    weight = WEIGHTS[name]
    names = [name, *(f"{each.name}-{weight}" for each in SUBSTITUTES)]
    spelled = "".join(SPELLED.get(c, c) for c in text.replace(NBSP, " "))
    found: list[tuple[str, str]] = []
    for char in spelled:
        like = TWINS.get(char, char)
        drawing = next(each for each in names if original(each).get_nominal_glyph(ord(like)))
        before = found.pop()[1] if found and found[-1][0] == drawing else ""
        found.append((drawing, before + like))
    return found


def wanted(name: str, text: str) -> list[Counter[Outline]]:
    """Where HarfBuzz puts every outline of the whole string, face by face."""
    return [shaped(original(each), run) for each, run in faces_of(name, text)]


def shaped(font: uharfbuzz.Font, text: str) -> Counter[Outline]:
    """Where HarfBuzz puts every outline of the string on the original font."""
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


def printed(data: bytes) -> list[list[Counter[Outline]]]:
    """What a finished PDF draws: per string every outline, by the codes, widths and font in it,
    one run of a face after the other."""
    found: list[list[Counter[Outline]]] = []
    loaded: dict[str, tuple[uharfbuzz.Font, list[float]]] = {}
    for resources, operands, operator in operations(data):
        if operator == b"Tf":
            name = operands[0]
            if name not in loaded:
                loaded[name] = embedded(resources["/Font"][name].get_object())
            font, widths = loaded[name]
        elif operator == b"Tm":
            found.append([])
        elif operator == b"Tj":
            codes = operands[0].original_bytes
            glyphs, pen = [], 0
            for high, low in zip(codes[::2], codes[1::2], strict=True):
                code = high * 256 + low
                glyphs.append((code, pen, 0))
                pen += round(widths[code] * font.face.upem / 1000)
            found[-1].append(outlines(font, glyphs))
    return [runs for runs in found if runs]


def operations(data: bytes) -> Iterator[tuple[Any, Any, bytes]]:
    """Every drawing step of every page, with the resources of its page."""
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        resources: Any = page["/Resources"]
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
            yield resources, operands, operator


def embedded(font: Any) -> tuple[uharfbuzz.Font, list[float]]:
    """The subset and the widths that the PDF itself carries."""
    descendant = font["/DescendantFonts"][0].get_object()
    assert descendant["/CIDToGIDMap"] == "/Identity"
    file = descendant["/FontDescriptor"]["/FontFile2"].get_data()
    return face(file), [float(width) for width in descendant["/W"][1]]


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_every_mark_stands_where_harfbuzz_puts_it(name: str) -> None:
    fonts()
    strings = CLUSTERS + WORDS + ON_LATIN
    for text, drawn in zip(strings, printed(paper(name, strings)), strict=True):
        assert drawn == wanted(name, text), text


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_hard_strings_stand_outline_by_outline_where_they_should(name: str) -> None:
    fonts()
    strings = [clean(text) for text in HARD]
    for text, drawn in zip(strings, printed(paper(name, strings)), strict=True):
        assert drawn == wanted(name, text), text


def test_a_borrowed_sign_is_the_one_its_designer_drew() -> None:
    signs = set("".join(HARD)) - TWINS.keys()
    for place, substitute in enumerate(SUBSTITUTES, start=1):
        variable = face(substitute_path(substitute).read_bytes())
        variable.set_variations(dict((*substitute.axes, ("wght", 400))))
        fixed = original(f"{substitute.name}-400")
        for char in (char for char in signs if charset.drawn_by(char) == place):
            boxes = []
            for font in (variable, fixed):
                glyph = font.get_nominal_glyph(ord(char))
                assert glyph
                extents = font.get_glyph_extents(glyph)
                assert extents is not None
                boxes.append((*extents[:4], font.get_glyph_h_advance(glyph)))
            assert all(abs(a - b) <= 2 for a, b in zip(*boxes, strict=True)), (char, boxes)


@pytest.mark.parametrize("name", ["quotation", *every_paper()])
def test_marks_stand_right_on_every_string_of_every_paper(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = (every_paper() | {"quotation": quotation(3)})[name]
    marked = replace(paper, language="both", draft=True, stamp="superseded")
    data, strings = drawn_with(marked, monkeypatch)
    say = Labels("both")
    assert {say("watermark"), say("stamp_superseded")} <= {text for _, text in strings}
    assert len(strings) > 40
    for (face_name, text), drawn in zip(strings, printed(data), strict=True):
        assert drawn == wanted(face_name, text), text


def test_a_pile_of_marks_that_no_glyph_holds_is_never_drawn_as_an_empty_box() -> None:
    font = ThaiFont(REGULAR, font_path(REGULAR).read_bytes(), 400)
    for _ in range(2):
        with pytest.raises(error):
            font.keys_of("ก" + "่" * 200)


@pytest.mark.parametrize(("x", "y"), [(10, 0), (0, 10), (-10, 0)])
def test_a_mark_moved_by_a_hundredth_of_an_em_is_noticed(
    monkeypatch: pytest.MonkeyPatch, x: int, y: int
) -> None:
    fonts()
    shape = module.shape
    monkeypatch.setattr(
        module,
        "shape",
        lambda font, text: [
            (glyph, advance, left + x * (not advance), up + y * (not advance))
            for glyph, advance, left, up in shape(font, text)
        ],
    )
    moved = ThaiFont(REGULAR, font_path(REGULAR).read_bytes(), 400)
    monkeypatch.setitem(pdfmetrics._fonts, REGULAR, moved)
    for text, drawn in zip(WORDS, printed(paper(REGULAR, WORDS)), strict=True):
        assert drawn != wanted(REGULAR, text), text


def test_every_glyph_begins_at_its_left_bearing_so_that_no_reader_shifts_it() -> None:
    own = fonts()[REGULAR].face
    for glyph, (_, bearing) in enumerate(own.hmetrics):
        start, end = own.glyphPos[glyph : glyph + 2]
        at = own.table["glyf"]["offset"] + start
        if start != end:
            left = int.from_bytes(own._ttf_data[at + 2 : at + 4], "big")
            assert bearing == left, glyph
