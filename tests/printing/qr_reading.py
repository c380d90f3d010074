"""Reads QR codes off rendered pages with a decoder of its own, as a scanner off a clean print."""

from io import BytesIO

import pypdfium2
import zxingcpp

DOTS_PER_INCH = 150


Box = tuple[float, float, float, float]  # left, bottom, right, top in points of the page


def codes_on(data: bytes, page: int = 0) -> dict[str, Box]:
    """What the codes on a page say, from top to bottom, and where they stand."""
    document = pypdfium2.PdfDocument(BytesIO(data))
    try:
        scale, high = DOTS_PER_INCH / 72, document[page].get_height()
        image = document[page].render(scale=scale).to_pil()
    finally:
        document.close()
    found = zxingcpp.read_barcodes(
        image, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    )
    boxes = {}
    for code in sorted(found, key=lambda code: code.position.top_left.y):
        upper, lower = code.position.top_left, code.position.bottom_right
        boxes[code.text] = (
            upper.x / scale,
            high - lower.y / scale,
            lower.x / scale,
            high - upper.y / scale,
        )
    return boxes


def qr_texts(data: bytes, page: int = 0) -> list[str]:
    """What the codes on a page say, from top to bottom."""
    return list(codes_on(data, page))


def qr_text(data: bytes) -> str:
    """What the one code on the first page says."""
    (text,) = qr_texts(data)
    return text
