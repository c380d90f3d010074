"""Sarabun for ReportLab with Thai marks where HarfBuzz puts them, and text that extracts whole.

ReportLab draws one code per character and never moves a mark, so here the marks of one cluster
become one composite glyph with HarfBuzz's offsets baked in, under one code whose ToUnicode is
those marks. Ordinary strings then work in drawString, tables, paragraphs and stringWidth.
A character that Sarabun lacks comes from a substitute, as one more subset of the same font.
Held to reportlab 5.1: it rests on TTFont.splitString, getSubsetInternalName and addObjects,
and on TTFontFace.makeSubset. One thread at a time, as ReportLab itself.
"""

import io
import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain, groupby
from struct import pack, unpack
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from crm_desktop.printing import charset
from crm_desktop.printing.charset import BOLD, FILES, OWN, REGULAR, SUBSTITUTES, font_path
from crm_desktop.printing.thai_text import MARKS, NBSP, clusters

__all__ = ["BOLD", "REGULAR", "WEIGHTS", "ThaiFont", "font_path", "fonts"]

WEIGHTS = {REGULAR: 400, BOLD: 700}

_SARA_AM = "\u0e33"
_CLUSTER = re.compile(f"([^{MARKS}{_SARA_AM}]?)([{MARKS}]*)({_SARA_AM}?)([{MARKS}]*)", re.DOTALL)
_THAI_MARK = re.compile("[\u0e31-\u0e4e]")
_FEATURES = {"kern": False, "liga": False, "clig": False}
_FIRST_PRIVATE = 0x110000  # above Unicode: keys of composite glyphs in the face's own map
_NOTDEF = -1


class _Part(NamedTuple):
    """Glyphs drawn under one code: each as (glyph, x, y) from the pen, in font units."""

    text: str
    glyphs: tuple[tuple[int, int, int], ...]
    advance: int


class _Document:
    """The codes that one PDF uses of one face; code n is glyph n of the embedded subset."""

    def __init__(self, font: "ThaiFont") -> None:
        self.font = font
        self.keys = [_NOTDEF]
        self.texts = [""]
        self.codes: dict[str, bytes] = {}
        self.name = ""
        self._code_of: dict[tuple[int, str], bytes] = {}

    def encode(self, cluster: str) -> bytes | None:
        """The two-byte codes of one cluster; remembered, since papers repeat themselves.

        None where another face draws its base.
        """
        if self.font.weight and charset.drawn_by(cluster[0]):
            return None
        drawn = cluster.replace(NBSP, " ")  # which only says where a line must not end
        parts = (self._code(key, text) for key, text in self.font.keys_of(drawn))
        self.codes[cluster] = found = b"".join(parts)
        return found

    def _code(self, key: int, text: str) -> bytes:
        found = self._code_of.get((key, text))
        if found is None:
            found = self._code_of[key, text] = pack(">H", len(self.keys))
            self.keys.append(key)
            self.texts.append(text)
        return found


class ThaiFont(TTFont):  # type: ignore[misc]
    """A TrueType face written as Type0/Identity-H whose clusters are shaped by HarfBuzz.

    `weight` is that of its substitutes, 0 where it is one itself.
    """

    def __init__(self, name: str, data: bytes, weight: int = 0) -> None:
        super().__init__(name, io.BytesIO(data), shapable=False)
        self.weight = weight
        self._data = data
        self._documents: WeakKeyDictionary[Any, _Document] = WeakKeyDictionary()
        self._keys: dict[str, tuple[tuple[int, str], ...]] = {}
        self._composites: dict[_Part, int] = {}
        self._advances: dict[str, float] = {}
        _make_room(self.face)

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:
        """Width in points: the sum of the characters' advances, since marks have none."""
        text = text.decode(encoding) if isinstance(text, bytes) else text
        try:
            return 0.001 * size * sum(map(self._advances.__getitem__, text))
        except KeyError:
            for char in text:
                self._advances[char] = self._advance(char)
            return 0.001 * size * sum(map(self._advances.__getitem__, text))

    def splitString(
        self, text: str | bytes, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """The text as codes of this face, subset 0, and of substitutes where they have to serve."""
        text = text.decode(encoding) if isinstance(text, bytes) else text
        state = self._document(doc)
        known, encode = state.codes, state.encode
        codes = [known.get(c) or encode(c) for c in clusters(text)]
        if None not in codes:
            return [(OWN, b"".join(codes))]  # type: ignore[arg-type]
        runs = groupby(self._parted(clusters(text)), key=lambda part: part[0])
        return [(subset, self._run(subset, doc, (c for _, c in parts))) for subset, parts in runs]

    def _parted(self, parts: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Clusters with the number of the face that draws them; marks stay with this one."""
        for cluster in parts:
            subset = charset.drawn_by(cluster[0]) or OWN
            if subset == OWN or len(cluster) == 1:
                yield subset, cluster
            else:
                yield subset, cluster[0]
                yield OWN, cluster[1:]

    def _run(self, subset: int, doc: Any, parts: Iterable[str]) -> bytes:
        state = (self._substitute(subset) if subset else self)._document(doc)
        return b"".join(state.codes.get(c) or state.encode(c) or b"" for c in parts)

    def _substitute(self, subset: int) -> "ThaiFont":
        return _substitute(subset, self.weight)

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """The resource name of the face in this PDF, queued for writing at the first call."""
        if subset:
            return self._substitute(subset).getSubsetInternalName(OWN, doc)
        state = self._document(doc)
        if not state.name:
            state.name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = "/" + state.name
            doc.delayedFonts.append(self)
        return "/" + state.name

    def addObjects(self, doc: Any) -> None:
        """Write the face: Type0 over a CIDFontType2 whose codes are its glyph numbers."""
        state = self._documents.pop(doc)
        base = (SUBSETN(0) + b"+" + self.face.name).decode("ascii")
        widths = " ".join(f"{self.face.getCharWidth(key):.7g}" for key in state.keys)
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": "/" + base,
            "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            "CIDToGIDMap": "/Identity",
            "DW": self.face.defaultWidth,
            "W": f"[0 [{widths}]]",
            "FontDescriptor": self.face.addSubsetObjects(doc, base, state.keys),
        }
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": "/" + base,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray(
                    [doc.Reference(pdfdoc.PDFDictionary(descendant), "cid:" + base)]
                ),
                "ToUnicode": doc.Reference(_to_unicode(base, state.texts, doc), "cmap:" + base),
            }
        )
        doc.idToObject["BasicFonts"].dict[state.name] = doc.Reference(font, state.name)

    def keys_of(self, cluster: str) -> tuple[tuple[int, str], ...]:
        """Per code of the cluster: its key in the face's glyph map and the text it stands for."""
        found = self._keys.get(cluster)
        if found is None:
            found = self._keys[cluster] = tuple(
                (self._key(p), p.text) for p in self._parts(cluster)
            )
        return found

    def _document(self, doc: Any) -> _Document:
        state = self._documents.get(doc)
        if state is None:
            state = self._documents[doc] = _Document(self)
        return state

    def _advance(self, char: str) -> float:
        """Thousandths of the size that a character takes, whatever face draws it."""
        if ord(char) in self.face.charWidths:
            return float(self.face.charWidths[ord(char)])
        subset = self.weight and charset.drawn_by(char)
        if subset:
            return self._substitute(subset)._advance(char)
        spelled = charset.spelling(char)
        return sum(map(self._advance, spelled)) if spelled else float(self.face.defaultWidth)

    def _parts(self, cluster: str) -> Iterable[_Part]:
        base, marks = cluster[0], cluster[1:]
        if ord(base) not in self.face.charToGlyph and (spelled := charset.spelling(base)):
            yield _part(base, shape(self.shaper, spelled))
            yield from self._shaped(marks) if marks else ()
        elif marks or base in MARKS or base == _SARA_AM:
            yield from self._shaped(cluster)
        else:
            yield self._plain(base)

    @cached_property
    def shaper(self) -> Any:
        """HarfBuzz's view of the face, loaded with the first cluster."""
        import uharfbuzz

        return uharfbuzz.Font(uharfbuzz.Face(self._data))

    def _plain(self, char: str) -> _Part:
        glyph = self.face.charToGlyph.get(ord(char), 0)
        return _Part(char, ((glyph, 0, 0),), self.face.hmetrics[glyph][0])

    def _shaped(self, cluster: str) -> Iterable[_Part]:
        match = _CLUSTER.fullmatch(cluster)
        assert match is not None
        base, marks, sara_am, after = match.groups()
        glyphs = shape(self.shaper, cluster)
        if base:
            yield _part(base if len(glyphs) > 1 else cluster, glyphs[:1])
            glyphs = glyphs[1:]
        if not sara_am:
            yield from [_part(marks, glyphs)] if glyphs else []
            return
        aa = max(place for place, glyph in enumerate(glyphs) if glyph[1])
        split = aa if marks else 0
        yield from [_part(marks, glyphs[:split])] if marks else []
        yield _part(_SARA_AM, glyphs[split : aa + 1])
        yield from [_part(after, glyphs[aa + 1 :])] if after else []

    def _key(self, part: _Part) -> int:
        """The font's own glyph where it means exactly this text, else a composite of ours."""
        face = self.face
        own = ord(part.text[0])
        glyph = face.charToGlyph.get(own)
        alone = len(part.text) == 1 and part.glyphs == ((glyph, 0, 0),)
        if alone and face.glyphToChar[glyph][0] == own:
            return own
        key = self._composites.get(part)
        if key is None:
            key = _FIRST_PRIVATE + len(self._composites)
            _append_composite(face, key, part)
            self._composites[part] = key
        return key


def shape(font: Any, text: str) -> list[tuple[int, int, int, int]]:
    """HarfBuzz's (glyph, advance, x offset, y offset) in font units, Latin kerning left out."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if _THAI_MARK.search(text):
        buffer.script = "Thai"  # also where the mark stands on a Latin letter
    uharfbuzz.shape(font, buffer, _FEATURES)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(i.codepoint, p.x_advance, p.x_offset, p.y_offset) for i, p in pairs]


def _part(text: str, glyphs: Iterable[tuple[int, int, int, int]]) -> _Part:
    placed, pen = [], 0
    for glyph, advance, x, y in glyphs:
        placed.append((glyph, pen + x, y))
        pen += advance
    return _Part(text, tuple(placed), pen)


def _make_room(face: Any) -> None:
    """Move the glyf table to the end of the font in memory, so that glyphs can be appended."""
    glyf, maxp = face.get_table("glyf"), face.get_table_pos("maxp")[0]
    limits = unpack(">HHHH", face._ttf_data[maxp + 10 : maxp + 14] + b"\0\0\0\0")
    data = bytearray(face._ttf_data)
    data[maxp + 10 : maxp + 14] = pack(">HH", *(max(limit, 1024) for limit in limits[:2]))
    data[maxp + 28 : maxp + 32] = pack(">HH", 8, 4)  # components of a glyph, their depth
    data += b"\0" * (-len(data) % 4)
    face.table["glyf"]["offset"] = len(data)
    face._ttf_data = bytes(data) + glyf


def _append_composite(face: Any, key: int, part: _Part) -> None:
    """Add one glyph made of others; its left bearing is its left edge, so nothing shifts it."""
    boxes = [box for glyph in part.glyphs if (box := _box(face, *glyph))]
    entry, left = b"", 0
    if boxes:
        edges = list(zip(*boxes, strict=True))
        left = min(edges[0])
        box = (left, min(edges[1]), max(edges[2]), max(edges[3]))
        entry = pack(">hhhhh", -1, *box) + b"".join(_components(part.glyphs))
        entry += b"\0" * (-len(entry) % 4)
    glyph = len(face.hmetrics)
    face._ttf_data += entry
    face.table["glyf"]["length"] += len(entry)
    face.glyphPos.append(face.table["glyf"]["length"])
    face.hmetrics.append((part.advance, left & 0xFFFF))
    face.charToGlyph[key] = glyph
    face.charWidths[key] = face._pdfScale(part.advance)


def _components(glyphs: tuple[tuple[int, int, int], ...]) -> Iterable[bytes]:
    words_and_xy, more = 0x0003, 0x0020
    for place, (glyph, x, y) in enumerate(glyphs, start=1):
        flags = words_and_xy | (more if place < len(glyphs) else 0)
        yield pack(">HHhh", flags, glyph, x, y)


def _box(face: Any, glyph: int, x: int, y: int) -> tuple[int, int, int, int] | None:
    """The glyph's outline box moved by (x, y); None for a blank."""
    start, end = face.glyphPos[glyph], face.glyphPos[glyph + 1]
    if start == end:
        return None
    at = face.table["glyf"]["offset"] + start
    left, bottom, right, top = unpack(">hhhh", face._ttf_data[at + 2 : at + 10])
    return left + x, bottom + y, right + x, top + y


def _to_unicode(name: str, texts: list[str], doc: Any) -> Any:
    """The CMap that gives each code back its characters (at most 100 to a block)."""
    pairs = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts)
        if text
    ]
    cut = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    blocks = ([f"{len(block)} beginbfchar", *block, "endbfchar"] for block in cut)
    head = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        f"/CMapName /{name} def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    )
    tail = "endcmap CMapName currentdict /CMap defineresource pop end end"
    stream = pdfdoc.PDFStream()
    stream.content = "\n".join(chain([head], *blocks, [tail]))
    if doc.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream


@cache
def fonts() -> dict[str, ThaiFont]:
    """Both faces, registered once per process (ReportLab silently keeps the first of a name)."""
    made = {name: ThaiFont(name, font_path(name).read_bytes(), WEIGHTS[name]) for name in FILES}
    for name, font in made.items():
        pdfmetrics.registerFont(font)
        if pdfmetrics.getFont(name) is not font:
            raise RuntimeError(f"another font was registered as {name} before ours")
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, REGULAR, BOLD)
    return made


@cache
def _substitute(subset: int, weight: int) -> ThaiFont:
    """A substitute in one weight, made when the first paper needs it."""
    source = SUBSTITUTES[subset - 1]
    axes = (*source.axes, ("wght", weight))
    name = f"{source.name}-{weight}"
    font = ThaiFont(name, charset.pinned(charset.substitute_path(source), axes))
    font.face.name = name.encode("ascii")
    return font
