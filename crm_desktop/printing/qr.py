"""The modules of a QR code, for paper and screen alike."""

from functools import lru_cache
from typing import Any

Modules = tuple[tuple[bool, ...], ...]
"""Row by row, True where it is dark; without the quiet zone around."""

QUIET = 4
"""How many modules must stay white on every side."""


@lru_cache(maxsize=64)
def modules(payload: str) -> Modules:
    """The code of `payload`, with error correction M as Thai QR asks for."""
    code = _code(payload)
    code.make()
    return _rows(code)


@lru_cache(maxsize=256)
def finder_modules(payload: str) -> Modules:
    """The small code of a paper's own number, each with the same mask: trying all eight for the
    evenest takes ten times as long, and every reader knows every mask."""
    code = _code(payload)
    code.version = code.calculate_version()
    code.makeImpl(False, 0)
    return _rows(code)


def _code(payload: str) -> Any:
    from reportlab.graphics.barcode import qrencoder

    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(payload)
    return code


def _rows(code: Any) -> Modules:
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
