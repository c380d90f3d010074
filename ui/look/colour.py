"""A colour of paper: typed, picked from a row of inks that print well, or mixed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QGridLayout, QLabel, QToolButton, QWidget

from crm_desktop.domain.errors import Refused
from ui.forms.fields import TextField
from ui.theme import set_role, tokens
from ui.tokens import contrast

WHITE = "#FFFFFF"
READABLE = 4.5
SWATCH = 18
INKS = (
    "#1f4e5f",
    "#1b3a6b",
    "#1d5c4d",
    "#5b3a8c",
    "#8c1d2f",
    "#a3480f",
)


class Inks(QWidget):
    """Swatches under the field that the colour is typed in."""

    def __init__(self, field: TextField, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for place, ink in enumerate(INKS):
            button = QToolButton(self)
            button.setIcon(_swatch(ink))
            button.setIconSize(QSize(SWATCH, SWATCH))
            button.setToolTip(ink)
            button.setAccessibleName(self.tr("Colour {0}").format(ink))
            button.clicked.connect(lambda _checked, ink=ink: field.set_raw(ink))
            row.addWidget(button, 0, place)
        self.more = QToolButton(self)
        self.more.setText(self.tr("Another…"))
        self.more.clicked.connect(self.mix)
        row.addWidget(self.more, 0, len(INKS))
        row.setColumnStretch(len(INKS) + 1, 1)
        self.note = QLabel(self.tr("Too light to read on white: papers use it darker."), self)
        self.note.setWordWrap(True)
        set_role(self.note, "muted")
        row.addWidget(self.note, 1, 0, 1, len(INKS) + 2)
        self.note.hide()
        field.changed.connect(self._judge)

    def mix(self) -> None:
        """Any colour there is; the sample follows, and Cancel brings back what was."""
        before = self._field.raw()
        dialog = QColorDialog(QColor(self._ink() or INKS[0]), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle(self._field.label)
        dialog.setModal(False)
        dialog.currentColorChanged.connect(lambda ink: self._field.set_raw(ink.name()))
        dialog.rejected.connect(lambda: self._field.set_raw(before))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _ink(self) -> str:
        try:
            return str(self._field.value() or "")
        except Refused:
            return ""

    def _judge(self) -> None:
        ink = self._ink()
        self.note.setVisible(bool(ink) and contrast(ink, WHITE) < READABLE)


def _swatch(ink: str) -> QIcon:
    """A little square of the ink."""
    square = QPixmap(2 * SWATCH, 2 * SWATCH)
    square.fill(QColor(tokens().border_strong))
    painter = QPainter(square)
    painter.fillRect(square.rect().adjusted(2, 2, -2, -2), QColor(ink))
    painter.end()
    return QIcon(square)
