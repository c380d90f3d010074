"""A row that goes on in the next line where the window is narrow, so that nothing is cut off."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget

T = TypeVar("T")


class Flow(QLayout):
    """Items keep the width they ask for; what is left of a line goes to its stretch, else to the
    items that may grow."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        self._items: list[QLayoutItem] = []
        self._kept: dict[str | int, object] = {}
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addLayout(self, row: QLayout) -> None:
        """A row of others, kept together."""
        self.addChildLayout(row)
        self.addItem(row)

    def addStretch(self, _factor: int = 1) -> None:
        """What comes after stands at the right while all is in one line."""
        self.addItem(QSpacerItem(0, 0))

    # What Qt asks -----------------------------------------------------------------------------

    def invalidate(self) -> None:
        """What the items asked for is kept until one of them asks for something else."""
        self._kept.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._kept.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        grows = any(_is_stretch(item) or _grows(item) for item in self._items)
        return Qt.Orientation.Horizontal if grows else Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._once(width, lambda: self._tall_at(width))

    def sizeHint(self) -> QSize:
        return self._once("hint", self._size)

    def minimumSize(self) -> QSize:
        return self._once("least", self._least)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            height = _height(line, inside.width())
            self._place(line, QRect(inside.left(), top, inside.width(), height))
            top += height + self.spacing()

    # Inside -----------------------------------------------------------------------------------

    def _once(self, key: str | int, make: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]

    def _tall_at(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        heights = [_height(line, inside) for line in self._lines(inside)]
        between = self.spacing() * max(0, len(heights) - 1)
        return sum(heights) + between + margins.top() + margins.bottom()

    def _size(self) -> QSize:
        margins = self.contentsMargins()
        shown = [item for item in self._items if not _is_stretch(item) and not item.isEmpty()]
        width = sum(_width(item) for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width + margins.left() + margins.right(), self.heightForWidth(width + 999))

    def _least(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        margins = self.contentsMargins()
        return QSize(widest + margins.left() + margins.right(), self.sizeHint().height())

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        used = 0
        for item in self._items:
            if item.isEmpty() and not _is_stretch(item):
                continue
            wanted = 0 if _is_stretch(item) else _width(item) + (self.spacing() if used else 0)
            if used and used + wanted > width:
                yield line
                line, used, wanted = [], 0, _width(item)
            line.append(item)
            used += wanted
        if line:
            yield line

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        shown = [item for item in line if not _is_stretch(item)]
        gaps = self.spacing() * max(0, len(shown) - 1)
        left = max(0, room.width() - gaps - sum(_width(item) for item in shown))
        grow = [item for item in line if _is_stretch(item)] or [
            item for item in shown if _grows(item)
        ]
        at = room.left()
        for item in line:
            more = left // len(grow) if item in grow else 0
            if _is_stretch(item):
                at += more
                continue
            width = min(_width(item) + more, room.width())
            height = _tall(item, width)
            item.setGeometry(QRect(at, room.top() + (room.height() - height) // 2, width, height))
            at += width + self.spacing()


def _is_stretch(item: QLayoutItem) -> bool:
    return isinstance(item, QSpacerItem)


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _width(item: QLayoutItem) -> int:
    return max(item.sizeHint().width(), item.minimumSize().width())


def _tall(item: QLayoutItem, width: int) -> int:
    """A row inside the row may itself go on in the next line."""
    rows = isinstance(item, QLayout) and item.hasHeightForWidth()
    return item.heightForWidth(width) if rows else item.sizeHint().height()


def _height(line: list[QLayoutItem], width: int) -> int:
    return max((_tall(item, min(_width(item), width)) for item in line), default=0)
