"""The pages of a paper, zoomed by keys and wheel, and the first ones as a picture."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from ui.tokens import GRID

ZOOM_STEP = 1.25
WIDEST_AT_FIRST = 1.25
SMALLEST, LARGEST = 0.25, 6.0
PICTURE_DPI = 150
"""Of a page as a picture: read on a telephone, and small enough for a message."""
MOST_IN_PICTURE = 3
"""Pages; what is taller is made smaller on its way until nobody can read it."""
ROOM_ABOVE = 60
"""Points over what was looked for."""


class Pages(QPdfView):
    """All pages below each other; Ctrl and the wheel zoom."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(3 * GRID)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._unasked = False

    @property
    def count(self) -> int:
        """How many pages there are; none before the first paper is set."""
        document: QPdfDocument | None = self.document()
        return 0 if document is None else document.pageCount()

    def zoom(self, factor: float) -> None:
        """Make the pages larger or smaller, from whatever is in view now."""
        mode = self.zoomMode()
        now = self.zoomFactor() if mode == QPdfView.ZoomMode.Custom else self._fitting(mode)
        self._show_at(now * factor)

    def begin(self) -> None:
        """The top of the first page; as wide as the window, but not wider than reads well, until
        somebody chooses otherwise."""
        self._read_well()
        self.go_to(0)

    def _read_well(self) -> None:
        self.fit()
        if self._fitting(QPdfView.ZoomMode.FitToWidth) > WIDEST_AT_FIRST:
            self._show_at(WIDEST_AT_FIRST)
        self._unasked = True

    def fit(self) -> None:
        """As wide as the window."""
        self._unasked = False
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def whole(self) -> None:
        """One page as large as the window holds it."""
        number, self._unasked = self.pageNavigator().currentPage(), False
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.go_to(number)

    def actual(self) -> None:
        """As large as it will be on paper."""
        self._show_at(1.0)

    def go_to(self, number: int, spot: QPointF | None = None) -> None:
        """The top of a page, counted from 0 and never beyond the last; with a spot on it, so that
        what stands there has some room above."""
        if not self.count:
            return
        above = QPointF(0, max(0.0, spot.y() - ROOM_ABOVE)) if spot else QPointF()
        self.pageNavigator().jump(max(0, min(self.count - 1, number)), above, 0)

    def turn(self, by: int) -> None:
        """So many pages on, or back."""
        self.go_to(self.pageNavigator().currentPage() + by)

    def _show_at(self, factor: float) -> None:
        self._unasked = False
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(max(SMALLEST, min(LARGEST, factor)))

    def _fitting(self, mode: QPdfView.ZoomMode) -> float:
        """The zoom factor that a way of fitting comes to; QPdfView does not tell it."""
        if not self.count:
            return 1.0
        margins, page = self.documentMargins(), self.document().pagePointSize(0)
        dots = self.screen().logicalDotsPerInch() / 72
        wide = self.viewport().width() - margins.left() - margins.right()
        if mode == QPdfView.ZoomMode.FitToWidth:
            return wide / (page.width() * dots)
        high = self.viewport().height() - 2 * self.pageSpacing()
        return min(wide / (page.width() * dots), high / (page.height() * dots))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._unasked and self.document() is not None:
            self._read_well()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)


@dataclass(frozen=True)
class Picture:
    """The first pages one below the other, on white; `shown` of `pages`."""

    image: QImage
    shown: int
    pages: int


def picture(pdf: bytes) -> Picture:
    """What is read on a telephone: as many pages as still can be."""
    owner = QObject()
    document = load(pdf, owner)
    count = min(document.pageCount(), MOST_IN_PICTURE)
    sheets = [page_on_white(document, number, PICTURE_DPI) for number in range(count)]
    wide = max(sheet.width() for sheet in sheets)
    high = sum(sheet.height() for sheet in sheets) + (count - 1) * GRID
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter, top = QPainter(image), 0
    for sheet in sheets:
        if top:
            painter.fillRect(0, top - GRID, wide, GRID, Qt.GlobalColor.lightGray)
        painter.drawImage(0, top, sheet)
        top += sheet.height() + GRID
    painter.end()
    return Picture(image, count, document.pageCount())


def page_on_white(document: QPdfDocument, number: int, dpi: float) -> QImage:
    """One page as a picture; the edge of what shines through in it would print as a grey line
    where there is no paper below."""
    page = document.render(number, (document.pagePointSize(number) * (dpi / 72)).toSize())
    image = QImage(page.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, page)
    painter.end()
    return image


def load(data: bytes, parent: QObject) -> QPdfDocument:
    """The pages of a PDF that is in memory."""
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document
