"""Photos that prove something: those of the paper to tick, new ones by choosing or dropping."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.services.attachments import AttachmentRow, attachments
from ui.desk import Desk
from ui.forms.fields import Field
from ui.forms.rows import ErrorLine
from ui.orders.files import attach_file, choose_file, dropped
from ui.orders.pictures import Pictures
from ui.papers.panels import Panel
from ui.theme import set_role

PREVIEW = 64
MAY_ADD = ("order.save", "goods.inspect")


class PhotosField(Field):
    """The value is the ids of what is ticked; what is added here is ticked at once.

    A file may be dropped anywhere on the panel.
    """

    def __init__(self, key: str, desk: Desk, paper_id: int, panel: Panel) -> None:
        super().__init__(key, "", QWidget(panel))
        self.label = self.tr("Photos of the inspection")
        self._desk, self._paper_id, self._panel = desk, paper_id, panel
        self.boxes: dict[int, QCheckBox] = {}
        heading = QLabel(self.label, self.widget)
        set_role(heading, "label")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._pictures = Pictures(desk, PREVIEW, panel)
        panel.closed.connect(self._pictures.stop)
        error = ErrorLine(self.widget)
        self.refusal.connect(error.say)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addLayout(self._list)
        column.addLayout(self._adding())
        column.addWidget(error)
        self._show_new(ticked=False)

    def _adding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if any(map(self._desk.may, MAY_ADD)):
            self._panel.setAcceptDrops(True)
            self._panel.installEventFilter(self)
            button = QPushButton(self.tr("Add a photo… (Ctrl+B)"), self.widget)
            button.clicked.connect(self.choose)
            row.addWidget(button)
            hint = QLabel(self.tr("or drop it here"), self.widget)
            set_role(hint, "muted")
            row.addWidget(hint, 1)
        return row

    def _photos(self) -> Iterable[AttachmentRow]:
        found = self._desk.read(attachments, self._paper_id)
        return (each for each in found if each.use == "photo")

    def _show_new(self, *, ticked: bool) -> None:
        """A line for every photo that has none yet."""
        for row in self._photos():
            if row.id not in self.boxes:
                self._list.addWidget(self._line(row, ticked=ticked))
        self._pictures.load()

    def _line(self, row: AttachmentRow, *, ticked: bool) -> QWidget:
        line = QWidget(self.widget)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        box = QCheckBox(f"{row.name} · {self._desk.day(row.at.date())} · {row.by}", line)
        box.setChecked(ticked)
        box.toggled.connect(lambda _: self.changed.emit())
        self.boxes[row.id] = box
        across.addWidget(box)
        picture = self._pictures.label(row, line)
        if picture is not None:
            across.addWidget(picture)
        across.addStretch(1)
        return line

    # Adding -----------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the person choose a file of this PC."""
        choose_file(self.widget, self.add)

    def add(self, path: Path) -> bool:
        """Hang a photo on the paper and tick it."""
        self.refuse("")
        done = attach_file(self._desk, self._paper_id, "photo", path, self._panel)
        if done:
            self._show_new(ticked=True)
            self.changed.emit()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dropped on the panel is a photo."""
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent):
            for path in dropped(event):
                self.add(path)
            return True
        return super().eventFilter(watched, event)

    # As a field -------------------------------------------------------------------------------

    def raw(self) -> list[int]:
        return [number for number, box in self.boxes.items() if box.isChecked()]

    def set_raw(self, raw: object) -> None:
        chosen = raw if isinstance(raw, list) else []
        for number, box in self.boxes.items():
            box.setChecked(number in chosen)

    def value(self) -> tuple[int, ...]:
        return tuple(self.raw())
