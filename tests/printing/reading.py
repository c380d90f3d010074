"""What a test reads back: the strings a paper was set from, and the text of its pages."""

import io
import re
from dataclasses import fields, is_dataclass
from typing import Any

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from crm_desktop.printing.paper import AnyPaper
from crm_desktop.printing.render import render
from crm_desktop.printing.sheet import Block

Strings = list[tuple[str, str]]  # face and text, as drawn


def drawn_with(paper: AnyPaper, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, Strings]:
    """The PDF, and every string that went into it in order, watermarks and stamps too."""
    found: Strings = []
    draw = Block.draw

    def noted(block: Block, canvas: Any, left: float, top: float) -> None:
        found.extend((style.font, text) for _, _, text, style in block.texts)
        draw(block, canvas, left, top)

    def centred(canvas: Any, x: float, y: float, text: str, **how: Any) -> None:
        found.append((canvas._fontname, text))
        draw_centred(canvas, x, y, text, **how)

    draw_centred = Canvas.drawCentredString
    with monkeypatch.context() as patch:
        patch.setattr(Block, "draw", noted)
        patch.setattr(Canvas, "drawCentredString", centred)
        return render(paper), found


def pages_of(paper: AnyPaper) -> list[str]:
    """The text of every page."""
    reader = pypdf.PdfReader(io.BytesIO(render(paper)))
    return [page.extract_text() for page in reader.pages]


def text_of(paper: AnyPaper) -> str:
    """The whole text; blanks and line ends do not count."""
    return squeeze("".join(pages_of(paper)))


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def own_words(value: Any) -> str:
    """Every text that the paper's own values hold."""
    if isinstance(value, str):
        return value + "\n"
    if isinstance(value, tuple):
        return "".join(map(own_words, value))
    if is_dataclass(value) and not isinstance(value, type):
        return "".join(own_words(getattr(value, field.name)) for field in fields(value))
    return ""
