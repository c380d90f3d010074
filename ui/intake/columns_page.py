"""Which column of the file is which field: guessed, shown with the first rows, changed by hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.services.transfer.looking import Opened
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.intake.words import field_word
from ui.theme import set_role

KEY = Qt.ItemDataRole.UserRole
LONGEST = 32
SHOWN = 3
"""So many of the first rows stand beside a heading."""


class ColumnsPage(QScrollArea):
    """A row for each column of the file: its heading, its first values, and the field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.boxes: list[QComboBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_file(self, opened: Opened) -> None:
        """Offer every field for every column; the guess is chosen."""
        inside = QWidget(self)
        outer, grid = QVBoxLayout(inside), QGridLayout()
        outer.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        heads = (self.tr("In the file"), self.tr("Is"), self.tr("First lines"))
        for place, words in enumerate(heads):
            label = QLabel(words, inside)
            set_role(label, "label")
            grid.addWidget(label, 0, place)
        model = self._offered(opened)
        self.boxes = []
        for place, heading in enumerate(opened.headings):
            name = QLabel(heading[:LONGEST] or "–", inside)
            name.setToolTip(heading)
            values = ElidedLabel(inside)
            first = [row[place] for row in opened.first[:SHOWN] if place < len(row)]
            values.setText(" · ".join(filter(None, first)))
            set_role(values, "muted")
            box = self._box(model, opened.keys[place], heading, inside)
            for at, widget in enumerate((name, box, values)):
                grid.addWidget(widget, place + 1, at)
        outer.addLayout(grid)
        outer.addStretch(1)
        self.setWidget(inside)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    def keys(self) -> tuple[str, ...]:
        """The field of each column as chosen."""
        return tuple(str(box.currentData(KEY) or "") for box in self.boxes)

    def missing(self, needed: tuple[str, ...]) -> list[str]:
        """Fields without which the file cannot be taken in, in words."""
        chosen = self.keys()
        return [field_word(self.desk, key) for key in needed if key not in chosen]

    def twice(self) -> str:
        """A field that is chosen for two columns, in words."""
        chosen = [key for key in self.keys() if key]
        return next((field_word(self.desk, k) for k in chosen if chosen.count(k) > 1), "")

    def _offered(self, opened: Opened) -> QStandardItemModel:
        """One model for all boxes: a file may have hundreds of columns."""
        model = QStandardItemModel(self)
        for key in ("", *opened.offered):
            words = field_word(self.desk, key) if key else self.tr("– not used –")
            needed = " *" if key in opened.needed else ""
            item = QStandardItem(words + needed)
            item.setData(key, KEY)
            model.appendRow(item)
        return model

    def _box(self, model: QStandardItemModel, key: str, heading: str, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        box.setModel(model)
        box.setMinimumContentsLength(18)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumWidth(200)
        box.setAccessibleName(self.tr("Field of column {0}").format(heading or "–"))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setCurrentIndex(max(0, box.findData(key, KEY)))
        self.boxes.append(box)
        return box
