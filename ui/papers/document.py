"""One paper in its tab: what stands on top of the form and what is done with the paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout

from crm_desktop.domain.authority import Level
from crm_desktop.messages import sentence
from crm_desktop.services.authority.approvals import MarkSeen
from crm_desktop.services.papers.quotations import Saved
from ui.bars import Bar
from ui.binding import Slot, fill, tell_dead, tool_button
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.facts import Cell
from ui.papers.banner import AuthorityBanner
from ui.papers.form import PaperForm
from ui.papers.kind import PaperKind, Previewed, Stored
from ui.papers.panels import Panel, PanelPlace
from ui.papers.side import WIDTH as SIDE
from ui.papers.side import SidePanel
from ui.papers.words import CAME_BACK, asked_word, verdict_word
from ui.places import FOR_CUSTOMER, customer_of, new_id
from ui.screen import Screen
from ui.states import state_word, tone_of
from ui.theme import set_role, set_tone
from ui.tokens import Tone

SIDE_FROM = 1080
EDGES = 96


class Doings(Protocol):
    """What the tab needs of those who act on the paper: actions, and which are there now."""

    def slots(self) -> dict[str, Slot]: ...
    def offered(self) -> dict[str, bool]: ...
    def why_not(self, action: str) -> None: ...
    def follow(self) -> None: ...
    def begun(self) -> None: ...


@dataclass(frozen=True)
class Phrases:
    """How a kind speaks of its paper and of giving it its number; `issued` takes the number."""

    new: str
    issue: str
    issued: str
    issue_anyway: str
    record_and_issue: str
    approved: str
    advised: str


class PaperDocument(Screen):
    """A record id that is no number stands for a paper that was not stored yet; it may end in the
    customer it is for (`ui.places.new_id`)."""

    TABLES = frozenset({"document", "document_line", "request", "timeline"})
    BUTTONS: ClassVar[tuple[str, ...]] = ("document.save", "document.recall", "document.preview")

    def __init__(self, desk: Desk, kind: str, record_id: Any) -> None:
        super().__init__(desk)
        self.kind, self.record_id = kind, record_id
        self.shown: Stored | None = None
        self.form = self.make_form(f"{kind}:{record_id}")
        self.banner = AuthorityBanner(desk.explain, self)
        self.note = Bar(self)
        self.side = SidePanel(desk, parent=self)
        self.acts = self.make_acts()
        self.bind(self._allowed({**self._slots(), **self.acts.slots()}))
        tell_dead(self.bound, self.acts.offered(), self.acts.why_not)
        self._lay_out()
        self._wire()
        if isinstance(record_id, int):
            self.read_again()
            self.setFocusProxy(self.form.grid)
        else:
            self._begin()

    # What a kind gives ------------------------------------------------------------------------

    def make_form(self, key: str) -> PaperForm:
        """The form of the kind; `key` names its draft."""
        raise NotImplementedError

    def make_acts(self) -> Doings:
        """What can be done with the kind."""
        raise NotImplementedError

    def phrases(self) -> Phrases:
        """The words of the kind."""
        raise NotImplementedError

    def about_words(self, shown: Stored) -> str:
        """A word beside number and state."""
        return ""

    def side_facts(self, shown: Stored) -> Sequence[tuple[str, Cell]]:
        """What stands at the side above the family."""
        return ()

    def standing(self, shown: Stored) -> tuple[str, Tone, str]:
        """What the strip says of a paper that cannot be typed into now."""
        request = shown.request
        if request is not None and request.state == "waiting":
            words = self.tr("Waiting for {0}; read only until the answer")
            words = words.format(asked_word(request))
            if request.customer_waiting:
                words = self.tr("The customer is waiting · {0}").format(words)
            return words, Tone.WARN, "hourglass-medium"
        if shown.state == "waiting":
            return self.phrases().advised, Tone.OK, "check-circle"
        return self.state_word(shown.state), tone_of(shown.state), "info"

    # What it is -------------------------------------------------------------------------------

    @property
    def paper_kind(self) -> PaperKind:
        """The kind of paper."""
        return self.form.paper_kind

    @property
    def panel(self) -> Panel | None:
        """What asks under the banner now."""
        return self._asking.panel

    @property
    def title(self) -> str:
        name = self.phrases().new if self.shown is None else self.shown.reference
        return name + (" •" if self.form.dirty else "")

    @property
    def editable(self) -> bool:
        """Whether this person may change the paper as it stands."""
        if not self.desk.may(self.paper_kind.permission("save")):
            return False
        return self.shown is None or self.shown.state in self.paper_kind.editable_states

    # Making -----------------------------------------------------------------------------------

    def _slots(self) -> dict[str, Slot]:
        grid = self.form.grid
        return {
            "document.revert": self.form.revert,
            "document.customer": self.open_customer,
            "document.reasons": self.banner.reveal,
            "document.history": self.show_history,
            **grid.slots(lambda: sentence("line_subtotal", self.form.paper_language)),
        }

    def _allowed(self, slots: Mapping[str, Slot]) -> dict[str, Slot]:
        """Without what the person may not do with a paper of this kind."""
        needs = self.paper_kind.needs
        return {
            name: slot
            for name, slot in slots.items()
            if (need := needs(name)) is None or self.desk.may(need)
        }

    def _lay_out(self) -> None:
        on_top = QVBoxLayout()
        on_top.setContentsMargins(16, 4, 16, 4)
        on_top.setSpacing(8)
        on_top.addWidget(self.banner)
        on_top.addWidget(self.note)
        self._asking = PanelPlace()
        on_top.addLayout(self._asking)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._head())
        left.addLayout(on_top)
        left.addWidget(self.form, 1)
        self._beside = QFrame(self)
        set_role(self._beside, "panel")
        self._beside.setFixedWidth(SIDE)
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(1, 1, 1, 1)
        beside.addWidget(self.side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 8)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._beside)
        self._side_wanted = True
        self.form.foot.setContentsMargins(0, 0, 0, 0)

    def _head(self) -> QHBoxLayout:
        self.name, self.state, self.about = QLabel(self), QLabel(self), ElidedLabel(self)
        set_role(self.name, "title")
        set_role(self.about, "muted")
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 4, 4)
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.about, 1)
        made = {name: self.button(name) for name in self.BUTTONS}
        self._secondary = {name: button for name, button in made.items() if button}
        for button in self._secondary.values():
            head.addWidget(button)
        self.go = self.button("document.submit", primary=True)
        if self.go:
            head.addWidget(self.go)
        self.more = tool_button("dots-three", self.tr("Everything else"), self)
        self.more.clicked.connect(self._menu)
        head.addWidget(self.more)
        return head

    def _wire(self) -> None:
        self.form.priced.connect(self._priced)
        self.form.dirty_changed.connect(lambda _: self.retitled.emit())
        self.form.fields["customer"].changed.connect(self._name_it)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self.finished)
        self.side.chosen.connect(self.open_record)
        self.setFocusProxy(self.form.fields["customer"].widget)

    def _begin(self) -> None:
        """An empty paper with the shop's defaults, for the customer in view if there is one."""
        self.form.load(self.form.defaults())
        for_customer = customer_of(self.record_id)
        if for_customer is not None and not self.form.offer.isVisibleTo(self.form):
            self.form.take_customer(for_customer)
            self.form.settle()
            self.setFocusProxy(self.form.grid)
        self._show_actions()
        self._name_it()
        self._priced(None)
        self.acts.begun()

    # Reading ----------------------------------------------------------------------------------

    def reload(self, tables: frozenset[str]) -> None:
        if self.shown is not None and (not tables or tables & self.TABLES):
            self.read_again()

    def read_again(self) -> None:
        """Show the paper as it is stored; what is being typed stays."""
        number = self.record_id if self.shown is None else self.shown.id
        before, shown = self.shown, self.desk.read(self.paper_kind.read, number)
        self.shown = shown
        moved = before is None or before.version != shown.version or before.events != shown.events
        if moved and not self.form.dirty:
            self.form.show_paper(shown, read_only=not self.editable)
        self._show_state(shown)
        self._show_actions()
        QTimer.singleShot(0, self, lambda: self._show_side(shown))
        self.retitled.emit()
        self.acts.follow()

    def _show_side(self, shown: Stored) -> None:
        """Family and story come when the paper stands there, so that it is there sooner."""
        if shown is self.shown:
            self.side.show_paper(shown.id, self.side_facts(shown))

    def _saved(self, saved: Saved) -> None:
        """The draft of a new paper is forgotten under its first name, then it has its own."""
        self.record_id = saved.id
        self.form.key = f"{self.kind}:{saved.id}"
        self.setObjectName(f"{self.kind}:{saved.id}")
        self.shown = self.shown or self.desk.read(self.paper_kind.read, saved.id)
        self.form.fields["version"].set_raw(saved.version)
        self.form.fields["id"].set_raw(saved.id)
        self.form.settle()
        self.read_again()

    # Showing ----------------------------------------------------------------------------------

    def _name_it(self) -> None:
        if self.shown is None:
            self.name.setText(self.phrases().new)
            self.state.hide()
            self.about.setText("")

    def state_word(self, state: str) -> str:
        """What a state of this kind is called."""
        return state_word(self.paper_kind.kind.code, state, self.desk.language)

    def _show_state(self, shown: Stored) -> None:
        self.name.setText(shown.reference)
        self.state.setText(self.state_word(shown.state))
        set_tone(self.state, tone_of(shown.state))
        self.state.show()
        self.about.setText(self.about_words(shown))
        self.name.setToolTip(shown.owner)
        self._show_note(shown)
        if not self.editable:
            self.banner.say(*self.standing(shown))

    def _show_note(self, shown: Stored) -> None:
        """The latest answer stands beside a paper that came back or was approved within limits,
        until it is asked again or is out."""
        request, out = shown.request, shown.state in self.paper_kind.open_states
        limited = request is not None and bool(request.limits) and request.verdict == "approve"
        if request is None or out or not (limited or request.verdict in CAME_BACK):
            self.note.clear()
            return
        words = f"{verdict_word(request.verdict)} · {request.name}"
        good = request.verdict in ("advise_for", "approve")
        self.note.say(f"{words}: {request.note}" if request.note else words,
                      Tone.OK if good else Tone.WARN)  # fmt: skip
        if request.mine and not request.seen:
            QTimer.singleShot(0, self, lambda: self.desk.execute(MarkSeen(request.request_id)))

    def _priced(self, found: Previewed | None) -> None:
        if not self.editable:
            return
        if self.shown is not None and self.shown.state == "ready" and not self.form.dirty:
            self.banner.say(self.phrases().approved, Tone.OK, "check-circle")
        elif found is None:
            words = self.tr("Choose the customer and the goods to see whose decision this is")
            self.banner.say(words, Tone.PLAIN, "scales")
        else:
            self.banner.show_decision(found.decision, found.room, within=found.within)
        self._name_submit()

    def _show_actions(self) -> None:
        """Only what may happen now is there: buttons, menu, palette and keys alike."""
        for name, there in self.acts.offered().items():
            if name in self.bound:
                self.bound[name].setVisible(there)
                self.bound[name].setEnabled(there)
        self._name_submit()
        self._fit()

    def _name_submit(self) -> None:
        if self.go is None:
            return
        level = self.banner.level
        if self.shown and self.paper_kind.going.intersection(self.shown.events):
            level = Level.OWN
        words: Mapping[Level, str] = {
            Level.OWN: self.phrases().issue,
            Level.CONSULT: self.tr("Ask for advice"),
            Level.SUPERIOR: self.tr("Ask for approval"),
        }
        self.go.setText(words[level])
        self.bound["document.submit"].setText(words[level])

    def show_history(self) -> None:
        """Show or hide what stands at the side."""
        self._side_wanted = self._beside.isHidden()
        self._fit(force=self._side_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, force: bool = False) -> None:
        there = self._side_wanted and self.shown is not None
        there = there and (force or self.width() >= SIDE_FROM)
        self._beside.setVisible(there)
        self._fit_buttons(self.width() - (SIDE if there else 0))

    def _fit_buttons(self, room: int) -> None:
        """Show as many buttons as there is room for; the menu beside them has every act."""
        tops = (self.name, self.state, self.go)
        always = [each for each in tops if each is not None and each.isVisibleTo(self)]
        for each in (*always, *self._secondary.values()):
            each.ensurePolished()
        room -= sum(each.sizeHint().width() + 8 for each in always) + EDGES
        for name, button in self._secondary.items():
            room -= button.sizeHint().width() + 8 if self.bound[name].isVisible() else 0
            button.setVisible(room > 0 and self.bound[name].isVisible())

    def _menu(self) -> None:
        menu = QMenu(self)
        fill(menu, {name: act for name, act in self.bound.items() if act.isVisible()})
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # Asking -----------------------------------------------------------------------------------

    def ask(self, panel: Panel) -> None:
        """Let a panel ask under the banner, in place of the one that asked before."""
        self._asking.ask(panel)
        if panel.tall:
            self.form.hide()
        panel.closed.connect(lambda: self.form.setVisible(not (self.panel and self.panel.tall)))

    def open_customer(self) -> None:
        """F4."""
        if self.form.customer_id is not None:
            self.open_record.emit("customer", self.form.customer_id)

    def back(self) -> bool:
        return self._asking.close_panel()

    def make_new(self, kind: str) -> bool:
        """F2 and its like: the next paper is for the same customer."""
        if kind not in FOR_CUSTOMER or self.form.customer_id is None or self.shown is None:
            return False
        self.open_record.emit(kind, new_id(self.form.customer_id))
        return True
