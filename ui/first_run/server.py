"""Joining a desk that runs already: the database that the shop's PCs share."""

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.tasks import Task
from ui.theme import set_role

EXAMPLE = "postgresql://desk@server/crm"


class ServerPage(QWidget):
    """Asks for the address and tries it before this PC remembers it; `joined` carries it."""

    joined = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        heading = QLabel(self.tr("The shop’s server"), self)
        set_role(heading, "title")
        about = QLabel(
            self.tr(
                "Where several PCs share one desk, this PC needs the address of its database. "
                "Whoever set up the first PC knows it; it is kept in the settings of this PC."
            ),
            self,
        )
        about.setWordWrap(True)
        set_role(about, "muted")
        rows = Rows(self, 1, desk.language)
        self.address = rows.text(
            "url", self.tr("Address of the database"), required=True, placeholder=EXAMPLE
        )
        self.connects = QPushButton(self.tr("Connect"), self)
        set_role(self.connects, "primary")
        self.connects.clicked.connect(self.connect_to)
        back = QPushButton(self.tr("Back"), self)
        back.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addWidget(self.connects)
        foot.addWidget(back)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for part in (heading, about):
            column.addWidget(part)
        column.addLayout(rows.grid)
        column.addLayout(foot)
        column.addStretch(1)
        self.setFocusProxy(self.address.widget)

    def connect_to(self) -> None:
        """Open the database beside the window; what is wrong with it stands under the field."""
        try:
            url = self.address.value()
        except Refused as refusal:
            self.address.refuse(self._desk.explain(refusal))
            return
        self.connects.setEnabled(False)
        self._desk.tasks.run(_opens(url), lambda _: self.joined.emit(url), self._cannot)

    def _cannot(self, error: Exception) -> None:
        self.connects.setEnabled(True)
        if not isinstance(error, Refused):
            raise error
        self.address.refuse(self._desk.explain(error))
        self.address.widget.setFocus()


def _opens(url: str) -> Callable[[Task], None]:
    def work(_task: Task) -> None:
        with closing(Application.open(url)):
            return

    return work
