"""One PDF on its way: the canvas papers are drawn on, what it says of itself, its bytes."""

from datetime import date
from pathlib import PurePath

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from crm_desktop.printing.archive import (
    Attachment,
    attached,
    make_lasting,
    pdf_date,
    with_line_ends,
)
from crm_desktop.printing.charset import REGULAR
from crm_desktop.printing.fonts import fonts

PDF_VERSION = (1, 7)


class PdfFile:
    """A file of one or more papers; `dated` is the day it bears, not that of its making.

    It is PDF/A-3b, and the same papers give the same bytes.
    """

    def __init__(self, title: str, author: str, language: str, dated: date) -> None:
        fonts()
        rl_config.useA85 = 0
        self._language, self._dated = language, dated
        self._attachments: dict[str, Attachment] = {}
        self.canvas = Canvas(
            "",
            pageCompression=1,
            invariant=1,
            initialFontName=REGULAR,
            lang=language,
            pdfVersion=PDF_VERSION,
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setSubject(title)
        self.canvas.setCreator("CRM Desktop")
        self.canvas.setDateFormatter(lambda *_: pdf_date(dated))
        self.canvas.setViewerPreference("DisplayDocTitle", "true")

    def begin(self) -> None:
        """The next page is the first of a paper."""
        self.canvas.bookmarkPage(f"paper{len(self._attachments)}")

    def attach(self, name: str, title: str, content: bytes) -> None:
        """Put the data of the paper into the PDF; of two of one name the second gets a number."""
        path, count = PurePath(name), 1
        while name in self._attachments:
            count += 1
            name = f"{path.stem} ({count}){path.suffix}"
        self._attachments[name] = attached(name, title, content)

    def finish(self) -> bytes:
        """The whole PDF."""
        if len(self._attachments) > 1:  # a reader shows what there is to turn to
            for place, each in enumerate(self._attachments.values()):
                self.canvas.addOutlineEntry(each.title, f"paper{place}")
        document = self.canvas._doc
        make_lasting(document, self._dated, self._language, [*self._attachments.values()])
        return with_line_ends(document, self.canvas.getpdfdata())
