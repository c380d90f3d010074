"""The versions of the matrix, newest first, each with its state in a word."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.authority import MatrixState
from crm_desktop.services.authority.matrices import MatrixVersion
from ui.authority.words import translate
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.theme import set_role, state_label
from ui.tokens import GRID, Tone

WIDTH = 62 * GRID


def state_of(version: MatrixVersion) -> tuple[str, Tone]:
    """What a version is today, as a label says it."""
    if version.in_force:
        return translate("matrix_words", "In force"), Tone.OK
    if version.state == MatrixState.DRAFT:
        return translate("matrix_words", "Draft"), Tone.WARN
    if version.ahead:
        return translate("matrix_words", "Not yet"), Tone.INFO
    return translate("matrix_words", "Past"), Tone.PLAIN


class VersionList(QWidget):
    """The list at the side; `chosen` carries a version's number."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("framed", True)
        self.list.currentItemChanged.connect(self._tell)
        heading = QLabel(self.tr("Versions"), self)
        set_role(heading, "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        self.setFixedWidth(WIDTH)

    def show_versions(self, versions: tuple[MatrixVersion, ...], current: int) -> None:
        """Fill the list and stand on `current`, without telling it."""
        self.list.blockSignals(True)
        self.list.clear()
        for version in versions:
            self._add(version, current)
        self.list.blockSignals(False)

    def _add(self, version: MatrixVersion, current: int) -> None:
        card = _Card(version, self._desk, self.list)
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.UserRole, version.version)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, card.accessibleName())
        item.setToolTip(version.reason)
        item.setSizeHint(QSize(0, card.sizeHint().height() + 2 * GRID))
        self.list.setItemWidget(item, card)
        if version.version == current:
            self.list.setCurrentItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _Card(QWidget):
    """One version in two lines; the list beneath takes the clicks."""

    def __init__(self, version: MatrixVersion, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        word, tone = state_of(version)
        name = QLabel(self.tr("Version {0}").format(version.version), self)
        set_role(name, "heading")
        since = self.tr("from {0}").format(desk.day(version.effective_from))
        details = ElidedLabel(self)
        details.setText(" · ".join(filter(None, (since, version.author))))
        set_role(details, "muted")
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(state_label(word, tone, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(details)
        self.setAccessibleName(f"{name.text()}, {word}, {details.text()}")
