"""A logo drawn as SVG becomes a picture, without reading another file, loading a font, or hanging.

The drawing is done by resvg in a process of its own: it is native code, and a file made to harm
(a billion shapes, a blur without end, groups in groups in groups) takes its process down or runs
into the time limit there, not here.
"""

import subprocess
import sys
from base64 import b64decode
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.raster import MOST_PIXELS, opened

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
    except (expat.ExpatError, OSError, ValueError, SyntaxError) as error:
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
    """Reads every element, only to refuse what it must not have, and pictures that together are
    too large."""
    room = MOST_PIXELS

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal room
        tag = _plain(name)
        if tag in ("text", "foreignobject"):
            raise Refused(f"{field}_has_words", field)
        links = [each.strip() for key, each in attributes.items() if _plain(key) == "href"]
        for link in links if tag != "a" else ():
            if not link.startswith(_WITHIN):
                raise Refused(f"{field}_links_outside", field)
            if link.startswith("data:"):
                picture = opened(_content(link), field, room)
                room -= picture.width * picture.height

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(content, True)


def _content(link: str) -> bytes:
    """The file that a data: link holds."""
    head, _, text = link.partition(",")
    content = unquote_to_bytes(text)
    return b64decode(content) if head.endswith(";base64") else content


def _plain(name: str) -> str:
    """An XML name without its prefix."""
    return name.rpartition(":")[2].lower()
