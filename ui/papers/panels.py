"""Questions that stand in the paper instead of a box over it: a few fields, one key to go on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from ui.bars import Bar
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.forms.fields import Field, HiddenField
from ui.forms.rows import Rows
from ui.guarded import guarded
from ui.icons import IconLabel, icon
from ui.keys import sequences
from ui.theme import set_role
from ui.tokens import Tone


@dataclass(frozen=True)
class Basis:
    """What a question was asked about: the paper's version, whatever of it the question shows, and
    what was `offered` in its fields. `action` names the act, `again` asks anew."""

    version: int
    facts: object
    offered: Mapping[str, Any]
    action: str
    again: Callable[[], object]


ROOM_FOR_BOTH = 480
"""Height of the tab below which what is asked takes the room of what is under it."""


class Panel(QFrame):
    """Asks before something happens; `act` does it and answers whether it was done. It is done only
    while `stands` says that what it was asked about is still so.

    A refusal stands beside its field and nothing that was typed is lost. A `tall` panel takes the
    room of what is under it and scrolls. One that `waits` is there again, as it was left, once the
    question that was asked over it is answered.
    """

    closed = Signal()
    done = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        glyph: str,
        accept: str,
        parent: QWidget | None = None,
        *,
        tall: bool = False,
    ) -> None:
        super().__init__(parent)
        self.desk, self.tall, self.waits = desk, tall, False
        self.act: Callable[[], bool] = bool
        self.stands: Callable[[], bool] = lambda: True
        self.basis: Basis | None = None
        self.acting = False
        self._shared: tuple[QWidget, QWidget] | None = None
        set_role(self, "panel")
        self.setAccessibleName(title)
        self.rows = Rows(self, 6, desk.language, desk.era)
        self.rows.grid.setHorizontalSpacing(12)
        self.rows.grid.setVerticalSpacing(4)
        self.heading = ElidedLabel(self)
        self.heading.setText(title)
        set_role(self.heading, "heading")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(IconLabel(glyph, Tone.INFO, self, 18))
        self.head.addWidget(self.heading, 1)
        self.bar = Bar(self)
        self.accept = QPushButton(_keyed(accept), self)
        set_role(self.accept, "primary")
        self.accept.clicked.connect(self.go)
        self.leave = QPushButton(self.tr("Back (Esc)"), self)
        self.leave.setIcon(icon("arrow-left"))
        self.leave.clicked.connect(self.close_panel)
        self.leave.setAutoDefault(True)
        self.head.addWidget(self.leave)
        self.head.addWidget(self.accept)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self.body.addLayout(self.rows.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addWidget(self.bar)
        if tall:
            column.addWidget(self._scrolling(), 1)
        else:
            column.addLayout(self.body)

    def _scrolling(self) -> QScrollArea:
        inside = QWidget(self)
        inside.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 8, 0)
        self.body.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        return scroll

    def entitle(self, title: str, accept: str) -> None:
        """Say what it is about and what its button does."""
        self.heading.setText(title)
        self.setAccessibleName(title)
        self.promise(accept)

    def promise(self, accept: str) -> None:
        """What the main button does, with its key."""
        self.accept.setText(_keyed(accept))

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by key."""
        return self.rows.fields

    def values(self) -> dict[str, Any]:
        """What was typed, by key; raises the first Refused."""
        return {key: field.value() for key, field in self.fields.items()}

    def begin(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.fields.values()), None)
        go = self.leave if self.accept.isHidden() else self.accept
        (first.widget if first else go).setFocus()

    def go(self) -> None:
        """Check, act, and close if it was done."""
        if not self.stands():
            return
        wrong: Field | None = None
        for field in self.fields.values():
            try:
                if field.widget.isVisibleTo(self):
                    field.value()
            except Refused as refused:
                field.refuse(self.desk.explain(refused), (refused.field or "").partition(".")[2])
                wrong = wrong or field
        if wrong:
            wrong.widget.setFocus()
        elif self._done():
            self.done.emit()
            self.close_panel()

    def _done(self) -> bool:
        self.acting = True
        try:
            return self.act()
        finally:
            self.acting = False

    @guarded(otherwise=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, with Ctrl or without, goes on from any field, and so does the key that saves."""
        saves = QKeySequence(event.keyCombination()) in sequences("Ctrl+S")
        if saves or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)

    def typed(self) -> dict[str, Any]:
        """What was entered beyond what was offered, by key."""
        offered = self.basis.offered if self.basis else {}
        typed = {key: field.typed(offered.get(key)) for key, field in self.fields.items()}
        return {key: raw for key, raw in typed.items() if raw is not None}

    def take(self, typed: Mapping[str, Any]) -> None:
        """Enter it here, as far as this question asks for it."""
        for key, raw in typed.items():
            field = self.fields.get(key)
            if field is not None and field.widget.isVisibleTo(self):
                field.set_raw(raw)

    def refused(self, refusal: Refused) -> None:
        """Put the sentence beside the field it names, or on top."""
        key, _, detail = (refusal.field or "").partition(".")
        field = self.fields.get(key)
        if field is None or isinstance(field, HiddenField):
            self.bar.say(self.desk.explain(refusal), Tone.STOP)
            return
        field.refuse(self.desk.explain(refusal), detail)
        field.widget.setFocus()

    def take_room_of(self, below: QWidget, tab: QWidget) -> None:
        """In a low tab, what is under the panel gives way until the panel is closed."""
        self._shared = (below, tab)
        tab.installEventFilter(self)
        self.closed.connect(self._give_back)
        self._share_room()

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._share_room()
        return super().eventFilter(watched, event)

    def _share_room(self) -> None:
        if self._shared is not None:
            below, tab = self._shared
            below.setVisible(tab.height() >= ROOM_FOR_BOTH)

    def _give_back(self) -> None:
        if self._shared is not None:
            (below, tab), self._shared = self._shared, None
            if below.isHidden():
                below.show()
                tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Away with it; the cursor goes back to the paper."""
        inside, above = QApplication.focusWidget(), self.parentWidget()
        if inside is not None and above is not None and self.isAncestorOf(inside):
            above.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()
        self.deleteLater()


def _keyed(words: str) -> str:
    """The words of the main button with its key."""
    return words and f"{words} (Ctrl+Enter)"


def is_in_panel(widget: QWidget | None) -> bool:
    """Whether it stands in a question, and so its keys are not the paper's."""
    while widget is not None and not isinstance(widget, Panel):
        widget = widget.parentWidget()
    return widget is not None


class PanelPlace(QVBoxLayout):
    """Where at most one panel asks; the next one takes the place of the one before, or stands over
    one that waits."""

    def __init__(self) -> None:
        super().__init__()
        self.panel: Panel | None = None
        self._waiting: list[Panel] = []

    def ask(self, panel: Panel) -> None:
        """Show a panel with the cursor in it."""
        if self.panel is not None and not self.panel.waits:
            self.close_panel()
        if self.panel is not None:
            self._waiting.append(self.panel)
            self.panel.hide()
        self.panel = panel
        panel.closed.connect(self._answered)
        self.addWidget(panel)
        panel.show()
        panel.begin()

    def close_panel(self) -> bool:
        """Take the panel away; False if there is none."""
        if self.panel is None:
            return False
        self.panel.close_panel()
        return True

    def _answered(self) -> None:
        self.panel = self._waiting.pop() if self._waiting else None
        if self.panel is not None:
            self.panel.show()
            self.panel.begin()
