"""A paper on its way to a printer: on record before the first page is drawn, and taken back from
there when not a single page came out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.paper import AnyPaper
from ui.paper_exits import PaperExit, render
from ui.paper_pages import load, page_on_white
from ui.tasks import Task
from ui.tokens import Tone

SHARPEST_DPI = 300
"""Beyond this a page of text looks the same on paper and takes four times the memory."""
SAME_SHAPE = 0.02
"""How far the proportions of a page and a sheet may be apart for the one to fill the other."""


def ask_printer(printer: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
    """Let the person choose a printer, copies and pages."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(then)
    dialog.show()


class PaperPrint(PaperExit):
    """Prints one paper on the printer that is chosen, the counter's remembered one first."""

    _task: Task | None = None

    def print(self) -> None:
        """Set the paper, ask for the printer, then print; nothing while that is under way."""
        if self._is_asked():
            self.deleteLater()
            return
        if not self._may_leave("print"):
            return
        expected = self._source.print_count
        values = self._source.for_print(self._language, expected)
        self._task = self._desk.tasks.run(
            lambda task: render(values),
            lambda pdf: self._ask(pdf, expected),
            self._failed,
            paper=True,
        )
        self._task.ended.connect(self._forget)

    def _forget(self) -> None:
        self._task = None

    def _is_asked(self) -> bool:
        """Whether a paper is being set for a printer, or its printer is being chosen."""
        others = self._desk.findChildren(PaperPrint)
        dialog = self._parent.window().findChild(QPrintDialog)
        return dialog is not None or any(each._task is not None for each in others)

    def _ask(self, pdf: bytes, expected: int) -> None:
        """The sheet is that of the paper: A4, A5 or so much of a roll."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        kept = self._pc.text("printer")
        if kept:
            printer.setPrinterName(kept)
        owner = QObject()
        document = load(pdf, owner)
        lay_out(printer, document.pagePointSize(0))
        printer.setFromTo(0, 0)
        printer.setDocName(self._source.reference)
        ask_printer(printer, self._parent, lambda: self._print_on(printer, pdf, expected))

    def _print_on(self, printer: QPrinter, pdf: bytes, expected: int) -> None:
        """One of its own sheets where somebody else printed the paper while this one was asked."""
        painter = QPainter()
        if not printer.isValid() or not painter.begin(printer):
            self._no_printer(printer)
            return
        copy = self._count("print")
        if copy is None:
            printer.abort()
            painter.end()
            self.deleteLater()
            return
        self._pc.put("printer", printer.printerName())
        try:
            values = None if copy == expected else self._source.for_print(self._language, copy)
        except Refused as refusal:
            printer.abort()
            painter.end()
            self._broke(refusal)
            return
        job = PrintJob(pdf, values, printer, painter)
        task = self._desk.tasks.run(
            job.run, lambda whole: self._came_out(job, copy, whole=whole), self._broke, paper=True
        )
        task.ended.connect(lambda: self._given_up(job) if task.cancelled else None)

    def _came_out(self, job: "PrintJob", copy: int, *, whole: bool) -> None:
        if not whole:
            self._stopped(job)
            return
        where = _name_of(job.printer)
        if copy:
            words = self.tr("Sent to {0}, marked as copy {1}.").format(where, copy)
        else:
            words = self.tr("Sent to {0}.").format(where)
        self._tell(words, Tone.OK)

    def _stopped(self, job: "PrintJob") -> None:
        """What came out in part was out; what did not come out at all is taken back."""
        if not job.drawn:
            self._source.not_printed()
            self._no_printer(job.printer)
            return
        words = self.tr(
            "The printer {0} stopped after page {1}. What came out is on record as a print."
        )
        self._tell(words.format(_name_of(job.printer), job.drawn), Tone.STOP)

    def _given_up(self, job: "PrintJob") -> None:
        if not job.drawn:
            self._source.not_printed()
            self._tell(self.tr("Nothing was printed."), Tone.WARN)
            return
        words = self.tr("Printing was cancelled after page {0}; that is on record as a print.")
        self._tell(words.format(job.drawn), Tone.WARN)

    def _broke(self, error: Exception) -> None:
        """What cannot be set after all did not come out either."""
        self._source.not_printed()
        self._failed(error)

    def _no_printer(self, printer: QPrinter) -> None:
        words = self.tr(
            "The printer {0} does not answer. The paper is unchanged; please check that the "
            "printer is on, or choose another one."
        )
        self._tell(words.format(_name_of(printer)), Tone.STOP)


def _name_of(printer: QPrinter) -> str:
    return printer.printerName() or Path(printer.outputFileName()).name


def lay_out(printer: QPrinter, page: QSizeF) -> None:
    """Make the sheet as large as the page, which is in points and has its own margins."""
    size = QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


class PrintJob:
    """Draws a paper beside the window; `drawn` says how many pages the printer took."""

    def __init__(
        self, pdf: bytes, values: AnyPaper | None, printer: QPrinter, painter: QPainter
    ) -> None:
        self._pdf, self._values = pdf, values
        self.printer, self._painter = printer, painter
        self.drawn = 0

    def run(self, task: Task) -> bool:
        """Whether the printer took every page; whatever happens, it is let go."""
        owner, whole = QObject(), False
        try:
            pdf = self._pdf if self._values is None else render(self._values)
            whole = self._draw(load(pdf, owner), task)
        finally:
            if not whole:
                self.printer.abort()
            self._painter.end()
        return whole

    def _draw(self, document: QPdfDocument, task: Task) -> bool:
        printer = self.printer
        first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
        for number in range(first - 1, min(last, document.pageCount())):
            if task.cancelled or (number >= first and not printer.newPage()):
                return False
            draw_page(document, number, printer, self._painter)
            if printer.printerState() == QPrinter.PrinterState.Error:
                return False
            self.drawn = number + 1
            task.report(number - first + 2, last - first + 1)
        return True


def draw_page(document: QPdfDocument, number: int, printer: QPrinter, painter: QPainter) -> None:
    """One page as a picture: as large as it is, made to fill only a sheet of the same shape, and
    made smaller where the sheet is."""
    page = page_on_white(document, number, min(printer.resolution(), SHARPEST_DPI))
    painter.drawImage(place_on(document.pagePointSize(number), printer), page)


def place_on(page: QSizeF, printer: QPrinter) -> QRect:
    """Where a page stands on the printer's sheet, in its dots."""
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    fitting = min(sheet.width() / page.width(), sheet.height() / page.height())
    shapes = (page.width() / page.height(), sheet.width() / sheet.height())
    if abs(shapes[0] - shapes[1]) > SAME_SHAPE:
        fitting = min(fitting, printer.resolution() / 72)
    return QRect(sheet.topLeft().toPoint(), (page * fitting).toSize())
