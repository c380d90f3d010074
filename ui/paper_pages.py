"""The pages of a paper, zoomed by keys and wheel, and the first one as a picture."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from ui.tokens import GRID

ZOOM_STEP = 1.25
WIDEST_AT_FIRST = 1.25
SMALLEST, LARGEST = 0.25, 6.0
PICTURE_DPI = 150
"""Of a page as a picture: read on a telephone, and small enough for a message."""


class Pages(QPdfView):
    """All pages below each other; Ctrl and the wheel zoom."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(3 * GRID)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def zoom(self, factor: float) -> None:
        """Make the pages larger or smaller, from whatever is in view now."""
        now = self.zoomFactor()
        if self.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            now = self._fitting()
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(max(SMALLEST, min(LARGEST, now * factor)))

    def begin(self) -> None:
        """The top of the first page; as wide as the window, but not wider than reads well."""
        self.fit()
        if self._fitting() > WIDEST_AT_FIRST:
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(WIDEST_AT_FIRST)
        self.pageNavigator().jump(0, QPointF(), 0)

    def fit(self) -> None:
        """As wide as the window."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _fitting(self) -> float:
        """The zoom factor that "fit to width" comes to; QPdfView does not tell it."""
        document = self.document()
        if not document.pageCount():
            return 1.0
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        inches = document.pagePointSize(0).width() / 72
        return room / (inches * self.screen().logicalDotsPerInch())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)


def picture(pdf: bytes) -> QImage:
    """The first page on white."""
    owner = QObject()
    document = load(pdf, owner)
    size = document.pagePointSize(0) * (PICTURE_DPI / 72)
    page = document.render(0, size.toSize())
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
