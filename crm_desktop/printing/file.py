"""One PDF on its way: the canvas papers are drawn on, what it says of itself, its bytes."""

import io
from datetime import date

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from crm_desktop.printing.fonts import REGULAR, fonts


class PdfFile:
    """A file of one or more papers; `dated` is the day it bears, not that of its making.

    The same papers give the same bytes.
    """

    def __init__(self, title: str, author: str, language: str, dated: date) -> None:
        fonts()
        rl_config.useA85 = 0
        self._bytes = io.BytesIO()
        self.canvas = Canvas(
            self._bytes, pageCompression=1, invariant=1, initialFontName=REGULAR, lang=language
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setSubject(title)
        self.canvas.setCreator("CRM Desktop")
        self.canvas.setDateFormatter(lambda *_: f"D:{dated:%Y%m%d}000000+07'00'")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")

    def finish(self) -> bytes:
        """The whole PDF."""
        self.canvas.save()
        return self._bytes.getvalue()
