"""Pictures of a paper made small beside the window; one place is kept free for each until then."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.application import Application
from crm_desktop.services.attachments import AttachmentRow, attachment
from ui.desk import Desk
from ui.tasks import Task


class Pictures(QObject):
    """The pictures of one panel, each `side` wide or high; read and decoded once."""

    def __init__(self, desk: Desk, side: int, panel: QWidget) -> None:
        super().__init__(panel)
        self._desk, self._side, self._ratio = desk, side, panel.devicePixelRatioF()
        self._waiting: dict[int, QLabel] = {}
        self._made: dict[int, QImage] = {}
        self._task: Task | None = None

    def label(self, row: AttachmentRow, parent: QWidget) -> QLabel | None:
        """Where the picture will stand, after `load`; None where the file is no picture or not for
        this person."""
        if not (row.readable and row.mime.startswith("image/")):
            return None
        label = QLabel(parent)
        label.setFixedSize(self._side, self._side)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(row.name)
        self._waiting[row.id] = label
        return label

    def load(self) -> None:
        """Fill the places that are free; what was loaded before is there at once."""
        self.stop()
        self._show(self._made)
        wanted, size = tuple(self._waiting), round(self._side * self._ratio)
        if not wanted:
            return

        def work(application: Application, task: Task) -> dict[int, QImage]:
            found = {}
            for each in wanted:
                if task.cancelled:
                    break
                found[each] = small(application.read(attachment, each).content, size)
            return found

        self._task = self._desk.beside(work, self._show, quiet=True)

    def stop(self) -> None:
        """Nobody waits for them any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forget(self) -> None:
        """The places are gone; what was decoded is kept for others of the same files."""
        self.stop()
        self._waiting.clear()

    def _show(self, made: Mapping[int, QImage]) -> None:
        self._made = {**self._made, **made}
        for number in made.keys() & self._waiting.keys():
            label, image = self._waiting.pop(number), made[number]
            image.setDevicePixelRatio(self._ratio)
            label.setPixmap(QPixmap.fromImage(image))
            label.setFixedSize(image.deviceIndependentSize().toSize())
            label.setVisible(not image.isNull())


def small(content: bytes, side: int) -> QImage:
    """The picture at most `side` dots wide and high, the right way up; empty where it is damaged.

    The decoder is asked for the small size, so that a photo is never in memory whole.
    """
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole, box = reader.size(), QSize(side, side)
    if whole.width() > side or whole.height() > side:
        reader.setScaledSize(whole.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
