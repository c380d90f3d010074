"""Files of a paper: photos, drawings and scans to look at, to add by choosing or dropping."""

import base64
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.application import Application
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
from crm_desktop.services.orders.order_lists import Order
from ui.binding import tool_button
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.guarded import guarded
from ui.orders.pictures import Pictures
from ui.orders.words import coded
from ui.papers.panels import Panel
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

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
        self._pictures = Pictures(desk, PREVIEW, self)
        self.closed.connect(self._pictures.stop)
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
        self._pictures.forget()
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
        self._pictures.load()

    def _line(self, row: AttachmentRow) -> QWidget:
        line = QWidget(self)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        picture = self._pictures.label(row, line)
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

    def look(self, row: AttachmentRow) -> None:
        """Open it outside, as a copy that goes when the program goes."""
        copies = self.desk.copies

        def work(application: Application, _: Task) -> Path:
            return copies.put(row.name, application.read(attachment, row.id).content)

        self.desk.beside(work, _open)

    # Changing ---------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the person choose a file of this PC."""
        choose_file(self, self.add)

    def add(self, path: Path) -> bool:
        """Hang a file of this PC on the paper."""
        done = attach_file(self.desk, self._shown.id, str(self.use.raw()), path, self)
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

    @guarded(otherwise=None)
    def dropEvent(self, event: QDropEvent) -> None:
        for path in dropped(event):
            self.add(path)


def _open(copy: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def _say(source: str) -> str:
    return QCoreApplication.translate("order_files", source)


def choose_file(parent: QWidget, then: Callable[[Path], object]) -> None:
    """Let the person choose a picture or PDF of this PC."""
    words = _say(QT_TRANSLATE_NOOP("order_files", "Pictures and PDF ({0})"))
    dialog = FileDialog(parent, "", "", words.format(KINDS))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def dropped(event: QDropEvent) -> list[Path]:
    """The files of this PC that were dropped."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def attach_file(desk: Desk, paper_id: int, use: str, path: Path, panel: Panel) -> bool:
    """Hang a file on a paper; what stands against it is said in the panel."""
    panel.bar.clear()
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise Refused("file_too_large", most=LARGEST_BYTES // KIB // KIB)
        content = base64.b64encode(path.read_bytes()).decode()
    except OSError:
        words = _say(QT_TRANSLATE_NOOP("order_files", "{0} cannot be read."))
        panel.bar.say(words.format(path.name), Tone.STOP)
        return False
    except Refused as refused:
        panel.refused(refused)
        return False
    return desk.execute(Attach(paper_id, use, path.name, content), panel) is not None
