"""Picture files as they come: looked at before they are read, and read in the colours they mean."""

import io
from typing import Any

from crm_desktop.domain.errors import Refused

LARGEST_FILE = 8 * 1024 * 1024
FORMATS = ("PNG", "JPEG")  # Pillow hands others, such as EPS, to programs of this PC
MOST_PIXELS = 40_000_000
PRINTED_PIXELS = 900


def small(data: bytes, field: str) -> bytes:
    """The file, unless it is too large to be looked at."""
    if len(data) > LARGEST_FILE:
        raise too_large(field)
    return data


def too_large(field: str) -> Refused:
    """What a file that is too large is refused with."""
    return Refused(f"{field}_too_large", field, megabytes=LARGEST_FILE // 1024 // 1024)


def opened(data: bytes, field: str, most: int = MOST_PIXELS) -> Any:
    """A PNG or JPEG of which only the head is read; Refused where it has more pixels than that."""
    from PIL import Image

    too_many = Refused(f"{field}_too_many_pixels", field, millions=MOST_PIXELS // 1_000_000)
    try:
        file = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise too_many from error
    if file.width * file.height > most:
        raise too_many
    return file


def read(data: bytes, field: str) -> Any:
    """The picture with its transparency, upright, in the colours it was made for."""
    from PIL import ImageOps

    try:
        image = _in_rgb(ImageOps.exif_transpose(opened(small(data, field), field)))
    except (OSError, ValueError, SyntaxError) as error:
        raise Refused(f"{field}_unreadable", field) from error
    image.thumbnail((PRINTED_PIXELS, PRINTED_PIXELS))
    return image


def _in_rgb(image: Any) -> Any:
    """RGBA; printing colours through the profile in the file, where there is one that works."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if image.mode == "CMYK" and profile:
        try:
            screen = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, io.BytesIO(profile), screen, outputMode="RGB")
        except ImageCms.PyCMSError:
            image = image.convert("RGB")
    return image.convert("RGBA")
