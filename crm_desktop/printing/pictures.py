"""Pictures on paper: the shop's logo, checked before it is trusted, and the Thai QR."""

import io
from functools import lru_cache
from typing import Any

from reportlab.lib.utils import ImageReader

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.sheet import INK, Block

LARGEST_FILE = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
PRINTED_PIXELS = 900


@lru_cache(maxsize=4)
def logo(data: bytes) -> ImageReader:
    """The logo on white, no larger than print needs; Refused when broken or huge."""
    from PIL import Image

    if len(data) > LARGEST_FILE:
        raise Refused("logo_too_large", "logo", megabytes=LARGEST_FILE // 1024 // 1024)
    try:
        file = Image.open(io.BytesIO(data))
        if file.width * file.height > MOST_PIXELS:
            raise Refused("logo_too_large", "logo", megabytes=LARGEST_FILE // 1024 // 1024)
        image = file.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("logo_unreadable", "logo") from error
    image.thumbnail((PRINTED_PIXELS, PRINTED_PIXELS))
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return ImageReader(paper)


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
    from reportlab.graphics.barcode import qrencoder

    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(payload)
    code.make()
    block, cell = Block(size), size / code.moduleCount
    for row, modules in enumerate(code.modules):
        for column, dark in enumerate(modules):
            if dark:
                block.band(column * cell, row * cell, cell, cell, INK)
    return block
