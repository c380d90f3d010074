"""Files of a paper: photos, drawings and scans to look at, to add by choosing or dropping."""

import base64
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.errors import Refused
from crm_desktop.services.attachments import (
    LARGEST_BYTES,
    USES,
    Attach,
    AttachmentRow,
    Detach,
    attachment,
    attachments,
)
from crm_desktop.services.order_lists import Order
from ui.binding import tool_button
from ui.desk import Desk
from ui.orders.words import coded
from ui.papers.panels import Panel
from ui.theme import set_role
from ui.tokens import Tone

KINDS = "*.png *.jpg *.jpeg *.webp *.pdf"
PREVIEW = 220
KIB = 1024


class FilesPanel(Panel):
    """A picture is shown here; anything opens in the program that this PC has for it."""

    def __init__(self, desk: Desk, shown: Order, document: QWidget) -> None:
        super().__init__(desk, "", "paperclip", "", document, tall=True)
        self._shown = shown
        self.entitle(self.tr("Files of this paper"), "")
        self.accept.hide()
        self.setAcceptDrops(True)
        self._add = "attach" in shown.events
        self._make_row()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.insertLayout(1, self._list)
        self.show_files()

    def _make_row(self) -> None:
        uses = [(each, coded(self.desk, "attachment_use", each)) for each in USES]
        self.use = self.rows.choice("use", self.tr("It is a"), uses, span=2)
        choose = QPushButton(self.tr("Choose a file…"), self)
        choose.clicked.connect(self.choose)
        self.rows.place(choose, 2)
        hint = QLabel(self.tr("or drop it here: PNG, JPEG, WebP or PDF, up to 10 MB"), self)
        hint.setWordWrap(True)
        set_role(hint, "muted")
        self.rows.place(hint, 2)
        for widget in (choose, hint, self.use.widget.parentWidget()):
            if widget is not None:
                widget.setVisible(self._add)

    def go(self) -> None:
        """Enter has nothing to send here."""

    # Showing ----------------------------------------------------------------------------------

    def show_files(self) -> None:
        """Read the list again."""
        while item := self._list.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        found = self.desk.read(attachments, self._shown.id)
        for each in found:
            self._list.addWidget(self._line(each))
        if not found:
            nothing = QLabel(self.tr("No file hangs on this paper."), self)
            set_role(nothing, "muted")
            self._list.addWidget(nothing)

    def _line(self, row: AttachmentRow) -> QWidget:
        line = QWidget(self)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        shown = row.readable and row.mime.startswith("image/")
        picture = self._picture(row, line) if shown else None
        if picture is not None:
            across.addWidget(picture)
        use = coded(self.desk, "attachment_use", row.use)
        size = f"{max(1, row.size // KIB):,} KB"
        words = QLabel(f"{row.name}\n{use} · {size} · {self.desk.day(row.at.date())} · {row.by}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        across.addWidget(words, 1)
        look = QPushButton(self.tr("Open {0}").format(row.name), line)
        look.setEnabled(row.readable)
        look.clicked.connect(lambda: self.look(row))
        across.addWidget(look)
        if self._add and self._shown.number is None:
            remove = tool_button("trash", self.tr("Take {0} away").format(row.name), line)
            remove.clicked.connect(lambda: self.remove(row))
            across.addWidget(remove)
        return line

    def _picture(self, row: AttachmentRow, parent: QWidget) -> QLabel | None:
        """The picture made small; None where the file is damaged."""
        picture = QPixmap()
        if not picture.loadFromData(self.desk.read(attachment, row.id).content):
            return None
        size, smooth = QSize(PREVIEW, PREVIEW), Qt.TransformationMode.SmoothTransformation
        label = QLabel(parent)
        label.setPixmap(picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        label.setAccessibleName(row.name)
        return label

    def look(self, row: AttachmentRow) -> None:
        """Open it outside, as a copy that the program forgets."""
        found = self.desk.read(attachment, row.id)
        folder = Path(tempfile.mkdtemp(prefix="crm-"))
        copy = folder / Path(row.name).name
        copy.write_bytes(found.content)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    # Changing ---------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the person choose a file of this PC."""
        dialog = QFileDialog(self, "", "", self.tr("Pictures and PDF ({0})").format(KINDS))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.add(Path(name)))
        dialog.open()

    def add(self, path: Path) -> bool:
        """Hang a file of this PC on the paper."""
        self.bar.clear()
        try:
            if path.stat().st_size > LARGEST_BYTES:
                raise Refused("file_too_large", most=LARGEST_BYTES // KIB // KIB)
            content = base64.b64encode(path.read_bytes()).decode()
        except OSError:
            self.bar.say(self.tr("{0} cannot be read.").format(path.name), Tone.STOP)
            return False
        except Refused as refused:
            self.refused(refused)
            return False
        command = Attach(self._shown.id, str(self.use.raw()), path.name, content)
        done = self.desk.execute(command, self) is not None
        if done:
            self.show_files()
        return done

    def remove(self, row: AttachmentRow) -> None:
        """Take a file away again, before the paper has its number."""
        if self.desk.execute(Detach(row.id), self):
            self.show_files()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._add and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add(Path(url.toLocalFile()))
