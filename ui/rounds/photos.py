"""Photos of a visit: chosen or dropped, made small beside the window, shown in its card."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.printing.photos import LARGEST_BYTES, photo
from crm_desktop.services.visits.photos import (
    MOST,
    AddVisitPhotos,
    PhotoFile,
    PhotoRow,
    RemoveVisitPhoto,
    visit_photo,
    visit_photos,
)
from ui.bars import Bar
from ui.desk import Desk
from ui.file_dialog import FileDialog
from ui.orders.pictures import small
from ui.tasks import Task
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

SIDE = 72
GAP = 8
translate = QCoreApplication.translate
CHOOSE = QT_TRANSLATE_NOOP("rounds", "Choose photos")
KIND = QT_TRANSLATE_NOOP("rounds", "Photos (*.jpg *.jpeg *.png)")
ADDED = QT_TRANSLATE_NOOP("rounds", "{0} photos added.")


def choose_photos(parent: QWidget, then: Callable[[Sequence[Path]], object]) -> None:
    """Let the person choose several pictures of this PC."""
    title, kind = translate("rounds", CHOOSE), translate("rounds", KIND)
    dialog = FileDialog(parent, title, "", kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()


def prepared(paths: Sequence[Path]) -> tuple[PhotoFile, ...]:
    """The files as they are sent: small and without what a telephone writes into them; Refused at
    `photos.<place>`. Takes its time, so beside the window."""
    if len(paths) > MOST:
        raise Refused("photo_too_many", "photos", most=MOST)
    return tuple(_prepared(path, f"photos.{place}") for place, path in enumerate(paths))


def _prepared(path: Path, field: str) -> PhotoFile:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise Refused("photo_too_large", field, megabytes=LARGEST_BYTES // 1024 // 1024)
        made = photo(path.read_bytes(), field)
    except OSError:
        raise Refused("photo_unreadable", field) from None
    return PhotoFile(path.name, base64.b64encode(made.content).decode())


def add_photos(desk: Desk, parent: QWidget, visit_id: int, then: Callable[[], object]) -> None:
    """Choose photos, and hang them on a visit that is stored."""

    def chosen(paths: Sequence[Path]) -> None:
        def work(_: Application, __: Task) -> tuple[PhotoFile, ...]:
            return prepared(paths)

        def done(files: tuple[PhotoFile, ...]) -> None:
            if desk.execute(AddVisitPhotos(visit_id, files)):
                desk.say(translate("rounds", ADDED).format(len(files)), Tone.OK)
                then()

        desk.beside(work, done)

    choose_photos(parent, chosen)


class Thumbnails(QListWidget):
    """Small pictures in rows, walked by the arrow keys; Enter opens one."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setGridSize(QSize(SIDE + GAP, SIDE + GAP))
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(SIDE + 3 * GAP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def put(self, name: str, image: QImage | None, key: Any) -> QListWidgetItem:
        """One more picture; without one yet an empty place."""
        item = QListWidgetItem(self)
        item.setToolTip(name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setSizeHint(QSize(SIDE + GAP, SIDE + GAP))
        if image is not None:
            item.setIcon(QIcon(QPixmap.fromImage(image)))
        return item


class VisitPhotos(QWidget):
    """The photos of the visit in the card; without any it takes no room."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.rows: tuple[PhotoRow, ...] = ()
        self._visit_id: int | None = None
        self._task: Task | None = None
        self.list = Thumbnails(self.tr("Photos of the visit"), self)
        self.list.itemActivated.connect(lambda item: self.open(item.data(Qt.ItemDataRole.UserRole)))
        self.bar = Bar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.bar)
        self.hide()

    def show_visit(self, visit_id: int | None) -> None:
        """Read what hangs on a visit; the pictures follow beside the window."""
        if self._task is not None:
            self._task.cancel()
        rows = self.desk.read(visit_photos, visit_id) if visit_id else ()
        if (visit_id, rows) == (self._visit_id, self.rows):
            return
        self._visit_id, self.rows = visit_id, rows
        self.bar.clear()
        self.list.show()
        self.list.clear()
        self.setVisible(bool(rows))
        items = {row.id: self.list.put(f"{row.name} · {row.by}", None, row.id) for row in rows}
        if not items:
            return
        size = round(SIDE * self.devicePixelRatioF())

        def work(application: Application, task: Task) -> dict[int, QImage]:
            return {
                each: small(application.read(visit_photo, each), size)
                for each in items
                if not task.cancelled
            }

        def done(made: dict[int, QImage]) -> None:
            self._task = None
            for each, image in made.items():
                if self._visit_id == visit_id:
                    items[each].setIcon(QIcon(QPixmap.fromImage(image)))

        self._task = self.desk.beside(work, done, quiet=True)

    def look(self) -> None:
        """Go to the photos; with the cursor there already, open the one under it."""
        at = self.list.currentRow()
        if self.list.hasFocus() and at >= 0:
            self.open(self.list.item(at).data(Qt.ItemDataRole.UserRole))
        elif self.rows:
            self.list.setFocus()
            self.list.setCurrentRow(0)

    def open(self, photo_id: int) -> None:
        """Open it outside, as a copy that goes when the program goes."""
        name = next(row.name for row in self.rows if row.id == photo_id)
        copies = self.desk.copies

        def work(application: Application, _: Task) -> Path:
            return copies.put(Path(name).stem + ".jpg", application.read(visit_photo, photo_id))

        def done(copy: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

        self.desk.beside(work, done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.list.currentRow()
        if event.key() == Qt.Key.Key_Delete and at >= 0 and self.desk.may("visit.save"):
            self._ask(self.list.item(at).data(Qt.ItemDataRole.UserRole))
        else:
            super().keyPressEvent(event)

    def _ask(self, photo_id: int) -> None:
        """What is taken off is gone, so it is asked first."""
        name = next(row.name for row in self.rows if row.id == photo_id)

        def keep() -> None:
            self.bar.clear()
            self.list.show()
            self.list.setFocus()

        def remove() -> None:
            self.desk.execute(RemoveVisitPhoto(photo_id))
            keep()
            self.show_visit(self._visit_id)

        self.list.hide()  # a card in a low window has room for one of both
        question = self.tr("Take {0} off the visit for good?").format(name)
        answers = [(self.tr("Take it off"), remove), (self.tr("Keep it"), keep)]
        self.bar.say(question, Tone.WARN, answers)
