"""Coming in: at the start, after the lock, and when another person takes over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused, Unavailable
from crm_desktop.services.registry import Actor
from ui.desk import Desk
from ui.forms.rows import Rows
from ui.icons import IconLabel
from ui.theme import set_role
from ui.tokens import ROW, Tone

WIDTH = 376
DEMO_PASSWORD = "demo"


@dataclass(frozen=True)
class Offered:
    """A person to pick on a demo database."""

    username: str
    name: str
    hint: str


class LoginPanel(QFrame):
    """User, password and one sentence line; `entered` carries the actor who came in."""

    entered = Signal(object)

    def __init__(
        self, desk: Desk, people: Sequence[Offered] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._waits = desk, False
        desk.turn.came.connect(self._go_in)
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.title = QLabel(self.tr("Customer-relations desk"), self)
        set_role(self.title, "title")
        self._rows = Rows(self, language=desk.language)
        self.user = self._rows.text("user", self.tr("User name"))
        self.password = self._rows.text("password", self.tr("Password"))
        self._user_box, self._password_box = _box(self.user.widget), _box(self.password.widget)
        self._password_box.setEchoMode(QLineEdit.EchoMode.Password)
        for box in (self._user_box, self._password_box):
            box.returnPressed.connect(self.enter)
        self.button = QPushButton(self.tr("Sign in"), self)
        set_role(self.button, "primary")
        self.button.clicked.connect(self.enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addLayout(self._rows.grid)
        layout.addWidget(self.button)
        if people:
            layout.addWidget(self._demo(people))

    def ask(self, username: str = "") -> None:
        """Begin anew, with the user name filled in where it is known."""
        self._waits = False
        self._user_box.setText(username)
        self._password_box.clear()
        (self._password_box if username else self._user_box).setFocus()

    def enter(self) -> None:
        """Try to come in with what was typed; a refusal stands under its field."""
        if not self._user_box.text().strip():
            self._user_box.setFocus()
            return
        try:
            actor = self._desk.login(self._user_box.text(), self._password_box.text())
        except Unavailable as gone:
            self._waits = self._desk.turn.missed
            soon = self.tr("Somebody else is writing just now; you are let in right after.")
            self.password.refuse(soon if self._waits else self._desk.explain(gone))
        except Refused as refusal:
            self._password_box.selectAll()
            self._password_box.setFocus()
            self.password.refuse(self._desk.explain(refusal))
        else:
            self._password_box.clear()
            self.entered.emit(actor)

    def _go_in(self) -> None:
        """Each coming in is on record, so it has to wait for its turn too."""
        if self._waits:
            self._waits = False
            self.enter()

    def enter_as(self, username: str, password: str) -> None:
        """Fill in both and try."""
        self._user_box.setText(username)
        self._password_box.setText(password)
        self.enter()

    def _demo(self, people: Sequence[Offered]) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        words = self.tr("Demo data: pick anybody; every password is “{0}”.").format(DEMO_PASSWORD)
        note = QLabel(words, part)
        note.setWordWrap(True)
        set_role(note, "muted")
        column.addWidget(note)
        self.people = QListWidget(part)
        self.people.setProperty("framed", True)
        self.people.setAccessibleName(self.tr("Demo people"))
        self.people.setFixedHeight(min(len(people), 5) * ROW + 8)
        for person in people:
            item = QListWidgetItem(f"{person.name}  ·  {person.hint}", self.people)
            item.setData(Qt.ItemDataRole.UserRole, person.username)
            item.setSizeHint(QSize(0, ROW))
        self.people.itemClicked.connect(self._pick)
        self.people.itemActivated.connect(self._come_in)
        column.addWidget(self.people)
        return part

    def _pick(self, item: QListWidgetItem) -> None:
        self._user_box.setText(item.data(Qt.ItemDataRole.UserRole))
        self._password_box.setText(DEMO_PASSWORD)
        self.button.setFocus()

    def _come_in(self, item: QListWidgetItem) -> None:
        self.enter_as(item.data(Qt.ItemDataRole.UserRole), DEMO_PASSWORD)


def _box(widget: QWidget) -> QLineEdit:
    assert isinstance(widget, QLineEdit)
    return widget


def _scrolled(widget: QWidget) -> QVBoxLayout:
    """A column inside `widget` that scrolls where the screen is too low for it."""
    scroll = QScrollArea(widget)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = QWidget(scroll)
    scroll.setWidget(inner)
    around = QVBoxLayout(widget)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(scroll)
    return QVBoxLayout(inner)


def _centred(widget: QWidget) -> QHBoxLayout:
    """`widget` between two stretches; unlike an alignment this keeps the height it needs."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


class LoginWindow(QWidget):
    """The first window; `entered` carries the actor."""

    entered = Signal(object)
    dismissed = Signal()

    def __init__(self, desk: Desk, people: Sequence[Offered] = ()) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Customer-relations desk"))
        self.panel = LoginPanel(desk, people, self)
        self.panel.entered.connect(self.entered)
        layout = _scrolled(self)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.addStretch(1)
        layout.addLayout(_centred(self.panel))
        layout.addStretch(1)
        self.resize(WIDTH + 112, self.panel.sizeHint().height() + 64)
        self.panel.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.dismissed.emit()
        super().closeEvent(event)


class LockPage(QWidget):
    """Covers the desk while it is locked: the person comes back, or another takes over."""

    entered = Signal(object)

    def __init__(
        self, desk: Desk, people: Callable[[], Sequence[Offered]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._people = desk, people
        self._panel: LoginPanel | None = None
        self.note = QLabel(self)
        set_role(self.note, "muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.note.setWordWrap(True)
        self._place = _scrolled(self)
        self._place.setSpacing(16)
        self._place.addStretch(1)
        self._place.addLayout(_centred(IconLabel("lock", Tone.INFO, self, 32)))
        self._place.addWidget(self.note)
        self._middle = QHBoxLayout()
        self._middle.addStretch(1)
        self._middle.addStretch(1)
        self._place.addLayout(self._middle)
        self._place.addStretch(1)

    @property
    def panel(self) -> LoginPanel:
        """The login in the middle of the page; there while the desk is locked."""
        assert self._panel is not None
        return self._panel

    def ask(self, actor: Actor, *, other: bool = False) -> None:
        """Wait for `actor` to come back, or with `other` for somebody else."""
        if self._panel:
            self._panel.deleteLater()
        self._panel = LoginPanel(self._desk, self._people(), self)
        self._panel.entered.connect(self.entered)
        self._middle.insertWidget(1, self._panel)
        name = actor.name if self._desk.language == "th" else actor.name_en or actor.name
        self.note.setText(
            self.tr("Locked by {0}. Open forms and drafts are kept; anybody may sign in.").format(
                name
            )
        )
        self._panel.ask("" if other else actor.username)
