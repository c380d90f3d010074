"""Photos as they are kept: upright, no larger than a screen shows, and nothing beside the picture.

A telephone writes into its pictures where they were taken and by whom. What is kept is drawn anew
from the pixels, so none of it comes along.
"""

import io
from typing import NamedTuple

from crm_desktop.domain.errors import Refused
from crm_desktop.printing import raster

LARGEST_BYTES = 24 * 1024 * 1024
EDGE = 1600
QUALITY = 82


class Photo(NamedTuple):
    """A JPEG with its size in pixels."""

    content: bytes
    width: int
    height: int


def photo(data: bytes, field: str = "photo") -> Photo:
    """The picture of a PNG or JPEG file; Refused `photo_too_large`, `photo_too_many_pixels`,
    `photo_unreadable`."""
    from PIL import Image, ImageOps

    if len(data) > LARGEST_BYTES:
        raise Refused("photo_too_large", field, megabytes=LARGEST_BYTES // 1024 // 1024)
    try:
        image = raster.opened(data, "photo")
        image.draft("RGB", (EDGE, EDGE))  # a JPEG is read no larger than it is kept
        image = ImageOps.exif_transpose(image)
        image.thumbnail((EDGE, EDGE))
        if image.mode in ("RGBA", "LA", "P"):
            image = image.convert("RGBA")
            ground = Image.new("RGB", image.size, "white")
            ground.paste(image, mask=image.getchannel("A"))
            image = ground
        clean = Image.frombytes("RGB", image.size, image.convert("RGB").tobytes())
    except Refused as refusal:
        raise Refused(refusal.code, field, **refusal.values) from None
    except (OSError, ValueError, SyntaxError) as error:
        raise Refused("photo_unreadable", field) from error
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=QUALITY, optimize=True)
    return Photo(written.getvalue(), *clean.size)
