"""The logo as a field: chosen, dropped or taken away, and shown as it will stand on paper."""

from base64 import b64decode, b64encode
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from crm_desktop.printing.raster import LARGEST_FILE, too_large
from crm_desktop.services.look import normal_logo
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.forms.fields import Field
from ui.theme import set_role

ROOM = (180, 90)
KINDS = "*.png *.jpg *.jpeg *.svg"


class LogoField(Field):
    """The value is a PNG as base64, "" for no logo. A file may be dropped anywhere on `around`."""

    def __init__(self, key: str, label: str, desk: Desk, around: QWidget) -> None:
        super().__init__(key, label, QWidget(around))
        self._desk, self._png = desk, ""
        self.picture = QLabel(self.widget)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(ROOM[0], ROOM[1])
        self.picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self.picture, "paper")
        self.chooser = QPushButton(self.tr("Choose… (Ctrl+B)"), self.widget)
        self.chooser.clicked.connect(self.choose)
        self.remover = QPushButton(self.tr("Take away"), self.widget)
        self.remover.clicked.connect(self.remove)
        hint = QLabel(self.tr("PNG, JPEG or SVG, or drop it here"), self.widget)
        hint.setWordWrap(True)
        set_role(hint, "muted")
        buttons = QVBoxLayout()
        for each in (self.chooser, self.remover, hint):
            buttons.addWidget(each)
        buttons.addStretch(1)
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons, 1)
        self.widget.setFocusProxy(self.chooser)
        around.setAcceptDrops(True)
        around.installEventFilter(self)
        self._show()

    # Choosing ---------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the person choose a picture of this PC."""
        dialog = FileDialog(self.widget, self.label, "", f"{self.label} ({KINDS})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Read a picture and make it fit for print, beside the window; what cannot be used is
        said, and the logo stays as it was."""
        self.refuse("")
        try:
            if path.stat().st_size > LARGEST_FILE:
                raise too_large(self.key)
            content = b64encode(path.read_bytes()).decode()
        except OSError:
            self.refuse(self.tr("{0} cannot be read.").format(path.name))
        except Refused as refusal:
            self.refuse(self._desk.explain(refusal))
        else:
            self._desk.tasks.run(
                lambda _task: normal_logo(content), self.set_raw, self._unusable, paper=True
            )

    def _unusable(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.refuse(self._desk.explain(error))

    def remove(self) -> None:
        """Papers without a logo."""
        self.set_raw("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent):
            for url in event.mimeData().urls()[:1]:
                if url.isLocalFile():
                    self.take(Path(url.toLocalFile()))
            return True
        return super().eventFilter(watched, event)

    # As a field -------------------------------------------------------------------------------

    def raw(self) -> str:
        return self._png

    def set_raw(self, raw: object) -> None:
        png = raw if isinstance(raw, str) else ""
        if png != self._png:
            self._png = png
            self._show()
            self.changed.emit()

    def words(self, raw: object) -> str:
        image = _pixmap(raw) if isinstance(raw, str) and raw else None
        return f"{image.width()} × {image.height()}" if image else "—"

    def _show(self) -> None:
        self.remover.setEnabled(bool(self._png))
        if not self._png:
            self.picture.setText(self.tr("No logo"))
            return
        ratio = self.picture.devicePixelRatio()
        width, height = (round((side - 12) * ratio) for side in ROOM)
        shown = _pixmap(self._png).scaled(
            width,
            height,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)


def _pixmap(png: str) -> QPixmap:
    picture = QPixmap()
    picture.loadFromData(b64decode(png))
    return picture
