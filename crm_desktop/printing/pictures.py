"""Pictures on paper: logo and signatures, checked before they are trusted, and the Thai QR."""

import io
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from reportlab.lib.utils import ImageReader

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.qr import QUIET, Modules, finder_modules, modules
from crm_desktop.printing.raster import PRINTED_PIXELS, read, small
from crm_desktop.printing.sheet import INK, Block, Pen

FAINTEST = 215  # of 255: what is lighter counts as paper


def picture(data: bytes, field: str) -> Any:
    """The picture on white, no larger than print needs; Refused when broken or huge.

    `field` names what it is (logo, signature), also in the code of the sentence.
    """
    from PIL import Image

    image = read(data, field)
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def logo_png(content: bytes) -> bytes:
    """A PNG, JPEG or SVG file as the PNG that papers print; Refused when broken, huge, or an SVG
    that needs other files or fonts."""
    from crm_desktop.printing.svg import drawn, is_svg

    content = drawn(content, PRINTED_PIXELS, "logo") if is_svg(small(content, "logo")) else content
    image, out = read(content, "logo"), io.BytesIO()
    if image.getchannel("A").getextrema() == (0, 0):
        raise Refused("logo_blank", "logo")
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=4)
def logo(data: bytes, *, grey: bool = False) -> ImageReader:
    """The logo, ready to be drawn."""
    image = picture(data, "logo")
    return ImageReader(image.convert("L") if grey else image)


@lru_cache(maxsize=8)
def signature(data: bytes, *, grey: bool = False) -> ImageReader | None:
    """A signature without the white around it; None when nothing is drawn."""
    image = picture(data, "signature")
    light = image.convert("L")
    ink = light.point(lambda level: 255 if level < FAINTEST else 0).getbbox()
    return ImageReader((light if grey else image).crop(ink)) if ink else None


def signature_block(data: bytes, width: float, height: float, *, grey: bool = False) -> Block:
    """The signature in the middle of the box, its foot on the lower edge."""
    block, image = Block(height), signature(data, grey=grey)
    if image:
        wide, high = image.getSize()
        factor = min(width / wide, height / high)
        left, top = (width - wide * factor) / 2, height - high * factor
        block.picture(left, top, wide * factor, high * factor, image)
    return block


def logo_block(
    data: bytes, width: float, height: float, *, grey: bool = False
) -> tuple[Block, float]:
    """The logo as large as the box allows, and the width it takes."""
    image = logo(data, grey=grey)
    wide, high = image.getSize()
    factor = min(width / wide, height / high)
    block = Block(high * factor)
    block.picture(0, 0, wide * factor, high * factor, image)
    return block, wide * factor


def qr_block(payload: str, size: float) -> Block:
    """A QR code of the payload, drawn as outlines so that it prints sharp."""
    code = modules(payload)
    return _qr(code, size / len(code))


def finder_block(payload: str, cell: float) -> tuple[Block, float]:
    """The small QR of a paper with modules that wide, and its width with the quiet zone on the
    right."""
    code = finder_modules(payload)
    return _qr(code, cell), (len(code) + QUIET) * cell


def _qr(code: Modules, cell: float) -> Block:
    """The dark modules as one shape, so that no seam shows between them."""
    bars = _bars(code)

    def draw(pen: Pen, left: float, top: float) -> None:
        pen.canvas.saveState()
        pen.fill(INK)
        pen.canvas.translate(left, top)
        pen.canvas.scale(cell, -cell)
        pen.canvas.addLiteral(bars)
        pen.canvas.restoreState()

    block = Block(len(code) * cell)
    block.shape(draw)
    return block


@lru_cache(maxsize=256)
def _bars(code: Modules) -> str:
    """What draws the code, a module being one wide: a bar for each run of dark modules."""
    runs = [
        f"{start} {row} {end - start} 1 re"
        for row, line in enumerate(code)
        for start, end in _runs(line)
    ]
    return " ".join([*runs, "f"])


def _runs(line: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin and end."""
    edges = [n for n, (a, b) in enumerate(pairwise((False, *line, False))) if a != b]
    return zip(edges[::2], edges[1::2], strict=True)
