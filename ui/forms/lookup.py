"""A field that finds a record while typing; the reading is given to it and may take its time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from crm_desktop.domain.errors import Refused
from ui.forms.fields import Field
from ui.guarded import guarded
from ui.icons import icon
from ui.pace import Pace
from ui.theme import set_role, tokens
from ui.tokens import GRID, ROW

SHOWN = 10
WIDTH = 360
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Found:
    """One answer to offer: the id, its name, a quiet hint, and what kind of record it is."""

    id: Any
    text: str
    hint: str = ""
    kind: str = ""
    icon: str = ""


Find = Callable[[str], Sequence[Found]]


class Picker(QFrame):
    """A list of answers under a line edit, walked with the arrow keys while typing goes on."""

    def __init__(self, box: QLineEdit, find: Find, picked: Callable[[Found], object]) -> None:
        super().__init__(box.window())
        self._box, self._find, self._picked = box, find, picked
        set_role(self, "popup")
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(AnswerLine(self.list))
        self.list.setIconSize(QSize(18, 18))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self._pause = Pace(self.look, self)
        box.textEdited.connect(lambda _: self._pause.start())
        box.installEventFilter(self)
        box.destroyed.connect(self._pause.stop)
        box.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def waiting(self) -> bool:
        """Whether what was typed last is still to be looked for."""
        return self._pause.isActive()

    def look(self) -> None:
        """Ask for answers to what stands in the box now and offer them."""
        self._pause.stop()
        text = self._box.text().strip()
        found = list(self._find(text)) if text else []
        self.list.clear()
        for answer in found:
            item = QListWidgetItem(answer.text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, answer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{answer.text} {answer.hint}")
            if answer.icon:
                item.setIcon(icon(answer.icon))
        self.list.setCurrentRow(0)
        self.setVisible(bool(found))
        if found:
            self._place(min(len(found), SHOWN))

    def _place(self, rows: int) -> None:
        """Below the box, or above it where the window ends."""
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self.show()
        width = min(max(self._box.width(), WIDTH), window.width())
        height = rows * ROW + 12
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + GRID))
        if corner.y() + height > window.height():
            corner.setY(max(0, corner.y() - self._box.height() - height - 2 * GRID))
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.raise_()

    def _take(self, index: QModelIndex) -> None:
        self.hide()
        self._picked(index.data(Qt.ItemDataRole.UserRole))

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in _ENTER and self.waiting:
            self._pause.do()
        if key == Qt.Key.Key_Down and not self.isVisible():
            self._pause.do()
            return self.isVisible()
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self.list.currentRow() + step
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        if key in (*_ENTER, Qt.Key.Key_Tab):
            self._take(self.list.currentIndex())
            return key != Qt.Key.Key_Tab
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False


class AnswerLine(QStyledItemDelegate):
    """One line: icon and name on the left, the hint quietly on the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        answer: Found = index.data(Qt.ItemDataRole.UserRole)
        metrics = option.fontMetrics
        taken = metrics.horizontalAdvance(answer.text) + (44 if answer.icon else 24)
        room = option.rect.width() - taken - 12
        hint = metrics.elidedText(answer.hint, Qt.TextElideMode.ElideRight, room)
        painter.save()
        painter.setPen(QColor(tokens().muted))
        where = option.rect.adjusted(taken, 0, -12, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hint)
        painter.restore()


class LookupField(Field):
    """Holds the id of a record and shows its name; typed text that was not picked is refused."""

    def __init__(
        self,
        key: str,
        label: str,
        box: QLineEdit,
        find: Find,
        *,
        required: bool = False,
        picked: Callable[[Found], object] | None = None,
    ) -> None:
        super().__init__(key, label, box)
        self._box, self._required, self._told = box, required, picked
        self._id: Any = None
        self.picker = Picker(box, find, self.pick)
        box.textEdited.connect(self._typed)
        box.editingFinished.connect(self.left)

    def pick(self, found: Found) -> None:
        """Take an answer."""
        self._id = found.id
        self._box.setText(found.text)
        self.changed.emit()
        if self._told:
            self._told(found)

    def _typed(self) -> None:
        self._id = None
        self.changed.emit()

    def raw(self) -> list[Any]:
        return [self._id, self._box.text()]

    def set_raw(self, raw: Any) -> None:
        self._id, text = raw or (None, "")
        self._box.setText(text)
        self.changed.emit()

    def value(self) -> Any:
        if self._id is None and self._box.text().strip():
            raise Refused("pick_from_list", self.key, label=self.label)
        if self._id is None and self._required:
            raise Refused("value_needed", self.key, label=self.label)
        return self._id

    def set_value(self, value: Any) -> None:
        """Take (id, name) as `raw` gives it, or None."""
        self.set_raw(value)

    def words(self, raw: Any) -> str:
        return str(raw[1])
