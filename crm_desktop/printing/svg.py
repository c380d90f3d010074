"""A logo drawn as SVG becomes a picture, without reading another file, loading a font, or hanging.

The drawing is done by resvg in a process of its own: it is native code, and a file made to harm
(a billion shapes, a blur without end, groups in groups in groups) takes its process down or runs
into the time limit there, not here.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.parsers import expat

from crm_desktop.domain.errors import Refused

LONGEST_SECONDS = 5.0
_WITHIN = ("#", "data:image/png", "data:image/jpeg")
_DRAW = (
    "import sys; sys.path.insert(0, sys.argv[1]); import resvg_py; edge = int(sys.argv[2]);"
    "text = sys.stdin.buffer.read().decode('utf-8-sig');"
    "png = resvg_py.svg_to_bytes("
    "svg_string=text, width=edge, height=edge, skip_system_fonts=True);"
    "sys.stdout.buffer.write(bytes(png))"
)


def is_svg(content: bytes) -> bool:
    """Whether a file looks like SVG at all."""
    return b"<svg" in content[:4096].lower() and content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def drawn(content: bytes, edge: int, field: str) -> bytes:
    """The SVG as PNG that fits a square of that many pixels.

    Refused where it is broken, needs other files, or has words that only a font could draw.
    """
    unreadable = Refused(f"{field}_unreadable", field)
    try:
        _check(content, field)
    except expat.ExpatError as error:
        raise unreadable from error
    found = find_spec("resvg_py")
    assert found is not None
    assert found.origin is not None
    command = [sys.executable, "-c", _DRAW, str(Path(found.origin).parents[1]), str(edge)]
    try:
        run = subprocess.run(
            command, input=content, capture_output=True, timeout=LONGEST_SECONDS, check=True
        )
    except subprocess.SubprocessError as error:
        raise unreadable from error
    return run.stdout


def _check(content: bytes, field: str) -> None:
    """Reads every element, only to refuse what it must not have."""

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = _plain(name)
        if tag in ("text", "foreignobject"):
            raise Refused(f"{field}_has_words", field)
        for key, value in attributes.items():
            if _plain(key) == "href" and tag != "a" and not value.strip().startswith(_WITHIN):
                raise Refused(f"{field}_links_outside", field)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(content, True)


def _plain(name: str) -> str:
    """An XML name without its prefix."""
    return name.rpartition(":")[2].lower()
