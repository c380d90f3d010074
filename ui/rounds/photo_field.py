"""The photos of a log form: chosen or dropped, stored with the visit or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.visits.photos import MOST, PhotoFile
from ui.desk import Desk
from ui.forms.fields import Field
from ui.forms.rows import ErrorLine
from ui.orders.files import dropped
from ui.orders.pictures import small
from ui.rounds.photos import SIDE, Thumbnails, choose_photos, prepared
from ui.tasks import Task
from ui.theme import set_role


class PhotosField(Field):
    """The value is the files as they are sent; a draft keeps their names on this PC alone, and
    they are read again when it is brought back. They are made small beside the window."""

    def __init__(self, key: str, desk: Desk, form: QWidget) -> None:
        super().__init__(key, "", QWidget(form))
        self.label = self.tr("Photos")
        self._desk = desk
        self._paths: list[Path] = []
        self._files: dict[Path, PhotoFile] = {}
        self._task: Task | None = None
        heading = QLabel(self.label, self.widget)
        set_role(heading, "label")
        self.list = Thumbnails(self.label, self.widget)
        self.list.installEventFilter(self)
        self.list.hide()
        form.setAcceptDrops(True)
        form.installEventFilter(self)
        error = ErrorLine(self.widget)
        self.refusal.connect(error.say)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (heading, self.list):
            column.addWidget(widget)
        column.addLayout(self._adding())
        column.addWidget(error)

    def _adding(self) -> QHBoxLayout:
        self.button = QPushButton(self.tr("Add photos…"), self.widget)
        self.button.clicked.connect(lambda: choose_photos(self.widget, self.add))
        hint = QLabel(self.tr("or drop them here; Delete takes one away"), self.widget)
        hint.setWordWrap(True)
        set_role(hint, "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(hint, 1)
        return row

    def add(self, paths: Sequence[Path]) -> None:
        """Read files of this PC beside the window; what is no picture is said below."""
        self.refuse("")
        new = [path for path in dict.fromkeys(paths) if path not in self._paths]
        if len(new) + len(self._paths) > MOST:
            self.refuse(self._desk.explain(Refused("photo_too_many", "photos", most=MOST)))
            return
        self._paths += new
        self._prepare(new)
        self.changed.emit()

    def _prepare(self, paths: Sequence[Path]) -> None:
        size = round(SIDE * self.widget.devicePixelRatioF())

        def work(_: Application, __: Task) -> list[tuple[Path, PhotoFile | Refused, QImage]]:
            found: list[tuple[Path, PhotoFile | Refused, QImage]] = []
            for path in paths:
                try:
                    (file,) = prepared([path])
                    found.append((path, file, small(path.read_bytes(), size)))
                except Refused as refusal:
                    found.append((path, refusal, QImage()))
            return found

        self._task = self._desk.beside(work, self._done, quiet=True)

    def _done(self, found: Sequence[tuple[Path, PhotoFile | Refused, QImage]]) -> None:
        self._task = None
        for path, file, image in found:
            if path not in self._paths:
                continue
            if isinstance(file, Refused):
                self._paths.remove(path)
                self.refuse(f"{path.name}: {self._desk.explain(file)}")
            else:
                self._files[path] = file
                self.list.put(path.name, image, str(path))
        self.list.setVisible(self.list.count() > 0)
        self.changed.emit()

    def take_away(self) -> None:
        """The picture under the cursor does not go with the visit."""
        row = self.list.currentRow()
        if row >= 0:
            path = Path(self.list.takeItem(row).data(Qt.ItemDataRole.UserRole))
            self._paths.remove(path)
            self._files.pop(path, None)
            self.list.setVisible(self.list.count() > 0)
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dropped anywhere on the form are photos; Delete takes one away."""
        if isinstance(event, QDropEvent) and not isinstance(event, QDragEnterEvent):
            if event.type() == QEvent.Type.Drop:
                self.add(dropped(event))
                return True
        elif isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        pressed: Any = event
        if (
            watched is self.list
            and event.type() == QEvent.Type.KeyPress
            and pressed.key() == Qt.Key.Key_Delete
        ):
            self.take_away()
            return True
        return super().eventFilter(watched, event)

    # As a field -------------------------------------------------------------------------------

    def raw(self) -> list[str]:
        return [str(path) for path in self._paths]

    def set_raw(self, raw: object) -> None:
        wanted = [Path(str(each)) for each in raw] if isinstance(raw, list) else []
        if wanted == self._paths:
            return
        self._paths, self._files = wanted, {}
        self.list.clear()
        self.list.hide()
        if wanted:
            self._prepare(wanted)

    def value(self) -> tuple[PhotoFile, ...]:
        if any(path not in self._files for path in self._paths):
            raise Refused("photos_wait", self.key)
        return tuple(self._files[path] for path in self._paths)
