"""How a paper leaves the house: a printer, a file, a mail, LINE or the clipboard; what is issued is
counted on its way."""

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QMimeData,
    QObject,
    QRect,
    QSize,
    QStandardPaths,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.exchange.mail import draft_mail
from crm_desktop.exchange.placing import Placed, place
from crm_desktop.printing.paper import Paper
from crm_desktop.services.papers.covers import cover
from ui.desk import Desk
from ui.errors import report
from ui.file_dialog import FileDialog
from ui.files import file_name
from ui.paper_pages import load, picture
from ui.paper_sources import PaperSource
from ui.tasks import Task
from ui.tokens import Tone

SHARPEST_DPI = 300
"""Beyond this a page of text looks the same on paper and takes four times the memory."""

Say = Callable[[str, Tone], None]
R = TypeVar("R")


def render(values: Paper) -> bytes:
    """The PDF of a paper; only ever called in the one worker that sets papers."""
    from crm_desktop.printing.render import render as printed  # ReportLab: 0.2 s, not at start

    return printed(values)


def ask_printer(printer: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
    """Let the person choose a printer, copies and pages."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(then)
    dialog.show()


def ask_file(suggested: Path, parent: QWidget, then: Callable[[str], None]) -> None:
    """Let the person choose where a file goes; the dialog itself asks before it overwrites."""
    ending = suggested.suffix.removeprefix(".")
    dialog = FileDialog(parent, "", suggested, f"{ending.upper()} (*.{ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.fileSelected.connect(then)
    dialog.open()


def open_outside(file: Path) -> bool:
    """Show a file in the program that this PC has for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


class PaperExit(QObject):
    """Takes one paper out; drafts leave with their watermark and are not counted."""

    def __init__(
        self,
        desk: Desk,
        source: PaperSource,
        parent: QWidget,
        language: str = "",
        say: Say | None = None,
    ) -> None:
        super().__init__(desk)
        self._desk, self._source, self._parent = desk, source, parent
        self._say = say or desk.say
        self._language = language or source.language
        self._pc = desk.state.of(0)

    # Printing ---------------------------------------------------------------------------------

    def print(self) -> None:
        """Ask for the printer, the remembered one first, and print on it."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        kept = self._pc.text("printer")
        if kept:
            printer.setPrinterName(kept)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        printer.setDocName(self._source.reference)
        ask_printer(printer, self._parent, lambda: self._print_on(printer))

    def _print_on(self, printer: QPrinter) -> None:
        painter = QPainter()
        if not printer.isValid() or not painter.begin(printer):
            self._no_printer(printer)
            return
        values = self._source.values(self._language, 0)
        copy = self._count("print")
        if copy is None:
            printer.abort()
            painter.end()
            return
        self._pc.put("printer", printer.printerName())
        values = replace(values, copy_number=copy)
        self._desk.tasks.run(
            lambda task: _print(values, printer, painter, task),
            lambda drawn: self._printed(printer, copy) if drawn else self._no_printer(printer),
            self._failed,
            paper=True,
        )

    def _printed(self, printer: QPrinter, copy: int) -> None:
        where = printer.printerName() or Path(printer.outputFileName()).name
        if copy:
            words = self.tr("Sent to {0}, marked as copy {1}.").format(where, copy)
        else:
            words = self.tr("Sent to {0}.").format(where)
        self._tell(words, Tone.OK)

    def _no_printer(self, printer: QPrinter) -> None:
        words = self.tr(
            "The printer {0} does not answer. The paper is unchanged; please check that the "
            "printer is on, or choose another one."
        )
        self._tell(words.format(printer.printerName() or printer.outputFileName()), Tone.STOP)

    # Saving -----------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask for the file, in the remembered folder, and write it."""
        ask_file(self._suggested("pdf"), self._parent, lambda name: self._save_to(Path(name)))

    def _suggested(self, ending: str) -> Path:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._pc.text("pdf_folder") or QStandardPaths.writableLocation(documents)
        return Path(folder) / self._file_name(ending)

    def _file_name(self, ending: str) -> str:
        return f"{file_name(self._source.reference)}.{ending}"

    def _save_to(self, target: Path, copy: int | None = None) -> None:
        """Write first and count then, so that a full disk counts nothing; once more where
        somebody else took the paper out meanwhile."""
        counted = copy is not None
        expected = copy if copy is not None else self._source.print_count
        values = self._source.values(self._language, expected)
        self._desk.tasks.run(
            lambda task: place(render(values), target),
            lambda placed: self._saved(placed, expected, counted),
            lambda error: self._not_saved(error, target),
            paper=True,
        )

    def _saved(self, placed: Placed, expected: int, counted: bool) -> None:
        copy, target = expected if counted else self._count("save"), placed.target
        if copy is None:
            placed.undo()
            return
        placed.keep()
        if copy != expected:
            self._save_to(target, copy)
        else:
            self._pc.put("pdf_folder", str(target.parent))
            self._tell(self.tr("Saved as {0}.").format(target), Tone.OK)

    def _not_saved(self, error: Exception, target: Path) -> None:
        if not isinstance(error, OSError):
            self._failed(error)
            return
        if error.errno == errno.ENOSPC:
            words = self.tr("The disk is full, so {0} was not saved. Please choose another place.")
        else:
            words = self.tr(
                "{0} cannot be written. Please choose another folder, or close the file if "
                "another program has it open."
            )
        self._tell(words.format(target), Tone.STOP)

    # Sending ----------------------------------------------------------------------------------

    def email(self, counted: int | None = None) -> None:
        """A mail to the customer with the paper attached, in the mail program of this PC; on
        record once it is open there, or kept as a file."""
        if not self._may_leave("email"):
            return
        expected = self._source.print_count if counted is None else counted
        values = self._source.values(self._language, expected)
        told, to = cover(values), self._source.email or values.customer.email
        name = self._file_name("pdf")
        self._desk.tasks.run(
            lambda task: draft_mail(to, told.subject, told.body, name, render(values)),
            lambda mail: self._mailed(
                mail, to, lambda: self._left("email", expected, counted, self.email)
            ),
            self._failed,
            paper=True,
        )

    def line(self) -> None:
        """The first page as a picture, with a short message, on the clipboard for LINE."""
        words = self.tr("Picture and message are on the clipboard: paste them into LINE.")
        self._paste("line", picture, _for_line, words)

    def clipboard(self) -> None:
        """The PDF as a file on the clipboard, to be pasted into any other program."""
        words = self.tr("{0} is on the clipboard: paste it where it should go.")
        self._paste("clipboard", bytes, self._as_file, words.format(self._file_name("pdf")))

    def _mailed(self, mail: bytes, to: str, left: Callable[[], bool]) -> None:
        copy = self._copy("eml", mail)
        if copy is None or not self._may_leave("email"):
            return
        if not open_outside(copy):
            target = self._suggested("eml")
            ask_file(target, self._parent, lambda name: self._keep_mail(mail, Path(name), left))
        elif not left():
            return
        elif to:
            self._tell(self.tr("The mail to {0} is open in your mail program.").format(to), Tone.OK)
        else:
            words = self.tr("The mail is open in your mail program; the customer has no address.")
            self._tell(words, Tone.OK)

    def _keep_mail(self, mail: bytes, target: Path, left: Callable[[], bool]) -> None:
        try:
            placed = place(mail, target)
        except OSError as error:
            self._not_saved(error, target)
            return
        if not left():
            placed.undo()
            return
        placed.keep()
        words = self.tr("No mail program opened, so the mail is kept as {0}.")
        self._tell(words.format(target), Tone.OK)

    def _paste(
        self,
        way: str,
        make: Callable[[bytes], R],
        pack: Callable[[R, Paper], QMimeData | None],
        words: str,
        counted: int | None = None,
    ) -> None:
        """Set the paper and make ready what may fail, put the exit on record, hand it over."""
        if not self._may_leave(way):
            return
        expected = self._source.print_count if counted is None else counted
        values = self._source.values(self._language, expected)

        def again(copy: int) -> None:
            self._paste(way, make, pack, words, copy)

        def done(made: R) -> None:
            data = pack(made, values)
            if data is not None and self._left(way, expected, counted, again):
                QGuiApplication.clipboard().setMimeData(data)
                self._tell(words, Tone.OK)

        self._desk.tasks.run(lambda task: make(render(values)), done, self._failed, paper=True)

    def _as_file(self, pdf: bytes, _values: Paper) -> QMimeData | None:
        copy = self._copy("pdf", pdf)
        if copy is None:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(copy))])
        return data

    def _may_leave(self, way: str) -> bool:
        """The guard alone, so that no draft is set that is issued by the time it would leave."""
        try:
            self._source.guard(way)
        except Refused as refusal:
            self._failed(refusal)
            return False
        return True

    def _left(
        self, way: str, expected: int, counted: int | None, again: Callable[[int], None]
    ) -> bool:
        """Whether the exit is on record as the copy that was set; it is set once more where
        somebody else took the paper out meanwhile."""
        copy = self._count(way) if counted is None else counted
        if copy is None:
            self.deleteLater()
        elif copy != expected:
            again(copy)
        return copy == expected

    def _copy(self, ending: str, content: bytes) -> Path | None:
        """A copy that goes when the program goes; None where the disk does not take it."""
        name = self._file_name(ending)
        try:
            return self._desk.copies.put(name, content)
        except OSError as error:
            self._not_saved(error, Path(name))
            return None

    # All --------------------------------------------------------------------------------------

    def _count(self, way: str) -> int | None:
        """Put the exit on record; which copy it is, 0 for a draft, None when refused."""
        return self._source.count(way, self._language)

    def _tell(self, words: str, tone: Tone) -> None:
        """The last thing an exit does."""
        self._say(words, tone)
        self.deleteLater()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._tell(self._desk.explain(error), Tone.STOP)
        else:
            report(error)


def _for_line(image: QImage, values: Paper) -> QMimeData:
    """The picture with the message that is pasted beside it."""
    data = QMimeData()
    data.setImageData(image)
    data.setText(cover(values).message)
    return data


def _print(values: Paper, printer: QPrinter, painter: QPainter, task: Task) -> bool:
    """Set the paper and draw it; whatever happens, the printer is let go."""
    owner, whole = QObject(), False
    try:
        whole = _draw(load(render(values), owner), printer, painter, task)
    finally:
        if not whole:
            printer.abort()
        painter.end()
    return whole or task.cancelled


def _draw(document: QPdfDocument, printer: QPrinter, painter: QPainter, task: Task) -> bool:
    """Draw every chosen page; False when the printer stops taking them or nobody waits for it."""
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    for number in range(first - 1, min(last, document.pageCount())):
        if task.cancelled or (number >= first and not printer.newPage()):
            return False
        _draw_page(document, number, printer, painter)
        task.report(number - first + 2, last - first + 1)
    return True


def _draw_page(document: QPdfDocument, number: int, printer: QPrinter, painter: QPainter) -> None:
    """One page as a picture, as large as the sheet allows, its proportions kept."""
    points = document.pagePointSize(number)
    dots = min(printer.resolution(), SHARPEST_DPI) / 72
    picture = document.render(
        number, QSize(int(points.width() * dots), int(points.height() * dots))
    )
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    size = picture.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(sheet.topLeft(), size), picture)
