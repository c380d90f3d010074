"""Pictures on paper: logo and signatures, checked before they are trusted, and the Thai QR."""

import io
from functools import lru_cache
from typing import Any

from reportlab.lib.utils import ImageReader

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.qr import modules
from crm_desktop.printing.sheet import INK, Block

LARGEST_FILE = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
PRINTED_PIXELS = 900
FAINTEST = 215  # of 255: what is lighter counts as paper


def picture(data: bytes, field: str) -> Any:
    """The picture on white, no larger than print needs; Refused when broken or huge.

    `field` names what it is (logo, signature), also in the code of the sentence.
    """
    from PIL import Image

    too_large = Refused(f"{field}_too_large", field, megabytes=LARGEST_FILE // 1024 // 1024)
    if len(data) > LARGEST_FILE:
        raise too_large
    try:
        file = Image.open(io.BytesIO(data))
        if file.width * file.height > MOST_PIXELS:
            raise too_large
        image = file.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused(f"{field}_unreadable", field) from error
    image.thumbnail((PRINTED_PIXELS, PRINTED_PIXELS))
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


@lru_cache(maxsize=4)
def logo(data: bytes) -> ImageReader:
    """The logo, ready to be drawn."""
    return ImageReader(picture(data, "logo"))


@lru_cache(maxsize=8)
def signature(data: bytes) -> ImageReader | None:
    """A signature without the white around it; None when nothing is drawn."""
    image = picture(data, "signature")
    ink = image.convert("L").point(lambda light: 255 if light < FAINTEST else 0).getbbox()
    return ImageReader(image.crop(ink)) if ink else None


def signature_block(data: bytes, width: float, height: float) -> Block:
    """The signature in the middle of the box, its foot on the lower edge."""
    block, image = Block(height), signature(data)
    if image:
        wide, high = image.getSize()
        factor = min(width / wide, height / high)
        left, top = (width - wide * factor) / 2, height - high * factor
        block.picture(left, top, wide * factor, high * factor, image)
    return block


def logo_block(data: bytes, width: float, height: float) -> tuple[Block, float]:
    """The logo as large as the box allows, and the width it takes."""
    image = logo(data)
    wide, high = image.getSize()
    factor = min(width / wide, height / high)
    block = Block(high * factor)
    block.picture(0, 0, wide * factor, high * factor, image)
    return block, wide * factor


def qr_block(payload: str, size: float) -> Block:
    """A QR code of the payload, drawn as outlines so that it prints sharp."""
    code = modules(payload)
    block, cell = Block(size), size / len(code)
    for row, line in enumerate(code):
        for column, dark in enumerate(line):
            if dark:
                block.band(column * cell, row * cell, cell, cell, INK)
    return block
