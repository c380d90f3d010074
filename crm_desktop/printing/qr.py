"""The modules of a QR code, for paper and screen alike."""

from typing import Any

Modules = tuple[tuple[bool, ...], ...]
"""Row by row, True where it is dark; without the quiet zone around."""


def modules(payload: str) -> Modules:
    """The code of `payload`, with error correction M as Thai QR asks for."""
    from reportlab.graphics.barcode import qrencoder

    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(payload)
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
