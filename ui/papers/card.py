"""The paper under the cursor, beside a list: what it comes to, where it stands, its story."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.bars import Bar
from ui.desk import Desk
from ui.facts import Cell, Facts
from ui.papers.kind import PaperKind, Stored
from ui.papers.panels import ROOM_FOR_BOTH, Panel, PanelPlace
from ui.papers.side import SidePanel
from ui.papers.words import asked_word
from ui.states import state_word, tone_of
from ui.theme import set_role, set_tone
from ui.tokens import Tone


class PaperCard(QFrame):
    """`chosen` carries kind and id of another paper of the family; a kind gives its facts.

    `gives_way` is what a question takes the room of in a low tab, and the tab."""

    chosen = Signal(str, object)

    def __init__(
        self, desk: Desk, kinds: Sequence[PaperKind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._kinds = {kind.name: kind for kind in kinds}
        self.shown: Stored | None = None
        self.gives_way: tuple[QWidget, QWidget] | None = None
        self.reference, self.state, self.customer = QLabel(self), QLabel(self), QLabel(self)
        self.total = QLabel(self)
        set_role(self.reference, "heading")
        set_role(self.total, "figure")
        self.customer.setWordWrap(True)
        self.facts = Facts(self)
        self.note = Bar(self)
        self.side = SidePanel(desk, 0, self)
        self.side.chosen.connect(self.chosen)
        self._nothing = QLabel(self.nothing_words(), self)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.reference, 1)
        head.addWidget(self.state)
        inside = QWidget(self)
        self._inside = inside
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 12, 0)
        column.setSpacing(8)
        column.addLayout(head)
        self._extras = tuple(self.extras())
        for widget in (self.customer, self.total, self.facts, *self._extras, self.note):
            column.addWidget(widget)
        self._asking = PanelPlace()
        column.addLayout(self._asking)
        column.addWidget(self.side, 1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self._nothing, "muted")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inside, 1)
        outer.addWidget(self._nothing, 1)

    def nothing_words(self) -> str:
        """What stands there while no paper is under the cursor."""
        raise NotImplementedError

    def extras(self) -> Sequence[QWidget]:
        """What else stands under the facts; `facts_of` fills it."""
        return ()

    def facts_of(self, shown: Stored) -> Sequence[tuple[str, Cell]]:
        """The pairs of word and fact; one without a fact is left out."""
        raise NotImplementedError

    # Showing ----------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """There is no line under the cursor."""
        self.shown = None
        self._inside.hide()
        self._nothing.show()

    def show_record(self, kind: str, record_id: int) -> None:
        """Read one paper and show it."""
        self.show_paper(self._kinds[kind], self.desk.read(self._kinds[kind].read, record_id))

    def show_paper(self, kind: PaperKind, shown: Stored) -> None:
        """Show one paper."""
        if self.shown is not None and self.shown.id != shown.id:
            self.close_panel()
        self.shown = shown
        self._nothing.hide()
        self._inside.show()
        self.reference.setText(shown.reference)
        self.state.setText(state_word(kind.kind.code, shown.state, self.desk.language))
        set_tone(self.state, tone_of(shown.state))
        self.customer.setText(shown.customer)
        self.total.setText(str(shown.total))
        self.facts.show_pairs(self.facts_of(shown))
        self._show_note(shown)
        self.side.show_paper(shown.id)

    def _show_note(self, shown: Stored) -> None:
        request = shown.request
        if request is None or shown.state not in ("draft", "waiting", "ready"):
            self.note.clear()
        elif request.state == "waiting":
            words = self.tr("Waiting for {0}").format(asked_word(request))
            self.note.say(words, Tone.WARN)
        elif request.note:
            self.note.say(f"{request.name}: {request.note}", Tone.INFO)
        else:
            self.note.clear()

    # Asking -----------------------------------------------------------------------------------

    @property
    def panel(self) -> Panel | None:
        """What asks now."""
        return self._asking.panel

    def ask(self, panel: Panel) -> None:
        """Let a panel ask here; the cursor goes back to the list after it. A tall one takes the
        room of the facts and the story."""
        self.show()
        below: tuple[QWidget, ...] = ()
        if panel.tall:
            low = self.height() < ROOM_FOR_BOTH
            below = (self.facts, *self._extras, self.side)
            below += (self.customer, self.total) if low else ()
        for widget in below:
            widget.hide()
            panel.closed.connect(widget.show)
        panel.closed.connect(self._back_to_list)
        self._asking.ask(panel)
        if self.gives_way is not None:
            panel.take_room_of(*self.gives_way)

    def close_panel(self) -> bool:
        """Take the question away; False if none is asked."""
        return self._asking.close_panel()

    def _back_to_list(self) -> None:
        above = self.parentWidget()
        while above is not None and above.focusProxy() is None:  # a splitter takes no keys
            above = above.parentWidget()
        if above is not None:
            above.setFocus()
