"""One quotation in its tab: what stands on top of the form and what is done with the paper."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
)

from crm_desktop.domain.authority import Level
from crm_desktop.domain.kinds.quotation import OPEN_STATES
from crm_desktop.services.approvals import MarkSeen
from crm_desktop.services.quotation_lists import Preview, Quotation, quotation
from crm_desktop.services.quotations import Saved
from crm_desktop.services.settings import shop
from ui.bars import Bar
from ui.binding import fill, tool_button
from ui.desk import Desk
from ui.places import customer_of, new_id
from ui.quotations.acts import Acts
from ui.quotations.banner import AuthorityBanner
from ui.quotations.form import QuotationForm
from ui.quotations.panels import Panel
from ui.quotations.side import WIDTH as SIDE
from ui.quotations.side import SidePanel
from ui.quotations.words import TONES, state_word
from ui.screen import Screen
from ui.theme import set_role, set_tone
from ui.tokens import Tone

TABLES = frozenset({"document", "document_line", "request", "timeline"})
SIDE_FROM = 1080
BUTTONS = (
    *("document.save", "document.recall", "document.accept", "document.lost"),
    *("document.followup", "document.revise", "document.preview"),
)
EDGES = 96


class QuotationDocument(Screen):
    """A record id that is no number stands for a paper that was not stored yet; it may end in the
    customer it is for (`ui.places.new_id`)."""

    def __init__(self, desk: Desk, kind: str, record_id: Any) -> None:
        super().__init__(desk)
        self.kind, self.record_id = kind, record_id
        self.shown: Quotation | None = None
        self.panel: Panel | None = None
        self.form = QuotationForm(desk, f"{kind}:{record_id}", self)
        self.banner = AuthorityBanner(desk.explain, self)
        self.note = Bar(self)
        self.side = SidePanel(desk, parent=self)
        self.acts = Acts(self)
        self.bind(self._slots())
        self._lay_out()
        self._wire()
        if isinstance(record_id, int):
            self.read_again()
            self.setFocusProxy(self.form.grid)
        else:
            self._begin()

    @property
    def document_id(self) -> int | None:
        """The stored paper; None before the first save."""
        return None if self.shown is None else self.shown.id

    @property
    def title(self) -> str:
        if self.shown is None:
            return self.tr("New quotation") + (" •" if self.form.dirty else "")
        return self.shown.reference + (" •" if self.form.dirty else "")

    # Making -----------------------------------------------------------------------------------

    def _slots(self) -> dict[str, Any]:
        grid, acts = self.form.grid, self.acts
        return {
            "document.submit": acts.submit,
            "document.save": acts.save,
            "document.revert": self.form.revert,
            "document.customer": self.open_customer,
            "document.reasons": self.banner.reveal,
            "document.preview": acts.preview,
            "document.print": acts.print,
            "document.revise": acts.revise,
            "document.recall": acts.recall,
            "document.received": acts.received,
            "document.negotiate": acts.negotiate,
            "document.followup": acts.follow_up,
            "document.extend": acts.extend,
            "document.accept": acts.accept,
            "document.lost": acts.lose,
            "document.cancel": acts.cancel,
            "document.history": self.show_history,
            "line.edit": grid.edit_here,
            "line.copy": grid.copy_line,
            "line.up": lambda: grid.move_line(-1),
            "line.down": lambda: grid.move_line(1),
            "line.remove": grid.remove_line,
            "line.text": lambda: grid.begin_line("text"),
            "line.heading": lambda: grid.begin_line("heading"),
            "line.subtotal": lambda: grid.begin_line("subtotal", acts.subtotal_word()),
        }

    def _lay_out(self) -> None:
        self.name, self.state, self.about = QLabel(self), QLabel(self), QLabel(self)
        set_role(self.name, "title")
        set_role(self.about, "muted")
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 4, 4)
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.about, 1)
        made = {name: self.button(name) for name in BUTTONS}
        self._secondary = {name: button for name, button in made.items() if button}
        for button in self._secondary.values():
            head.addWidget(button)
        self.go = self.button("document.submit", primary=True)
        if self.go:
            head.addWidget(self.go)
        self.more = tool_button("dots-three", self.tr("Everything else"), self)
        self.more.clicked.connect(self._menu)
        head.addWidget(self.more)
        on_top = QVBoxLayout()
        on_top.setContentsMargins(16, 4, 16, 4)
        on_top.setSpacing(8)
        on_top.addWidget(self.banner)
        on_top.addWidget(self.note)
        self._asking = QVBoxLayout()
        on_top.addLayout(self._asking)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
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

    def _wire(self) -> None:
        self.form.priced.connect(self._priced)
        self.form.dirty_changed.connect(lambda _: self.retitled.emit())
        self.form.fields["customer"].changed.connect(self._name_it)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self.finished)
        self.side.chosen.connect(lambda other: self.open_record.emit("quotation", other))
        self.setFocusProxy(self.form.fields["customer"].widget)

    def _begin(self) -> None:
        """An empty paper with the shop's defaults, for the customer in view if there is one."""
        usual = self.desk.read(shop)
        self.form.load(
            {
                "id": None,
                "version": 0,
                "language": self.desk.language,
                "valid_days": usual.quotation_valid_days,
                "prices_include_vat": usual.prices_include_vat,
                "lines": (),
            }
        )
        for_customer = customer_of(self.record_id)
        if for_customer is not None and not self.form.offer.isVisibleTo(self.form):
            self.form.take_customer(for_customer)
            self.form.settle()
            self.setFocusProxy(self.form.grid)
        self._show_actions()
        self._name_it()
        self._priced(None)

    # Reading ----------------------------------------------------------------------------------

    def reload(self, tables: frozenset[str]) -> None:
        if self.shown is not None and (not tables or tables & TABLES):
            self.read_again()

    def read_again(self) -> None:
        """Show the paper as it is stored; what is being typed stays."""
        number = self.record_id if self.shown is None else self.shown.id
        before, self.shown = self.shown, self.desk.read(quotation, number)
        shown = self.shown
        moved = before is None or before.version != shown.version or before.events != shown.events
        if moved and not self.form.dirty:
            self.form.show_quotation(shown, read_only=not self.editable)
        self._show_state()
        self._show_actions()
        self.side.show_quotation(shown)
        self._fit()
        self.retitled.emit()

    @property
    def editable(self) -> bool:
        """Whether this person may change the paper as it stands."""
        if not self.desk.may("quotation.save"):
            return False
        return self.shown is None or self.shown.state in ("draft", "ready")

    def _saved(self, saved: Saved) -> None:
        """The draft of a new paper is forgotten under its first name, then it has its own."""
        self.record_id = saved.id
        self.form.key = f"{self.kind}:{saved.id}"
        self.setObjectName(f"{self.kind}:{saved.id}")
        self.shown = self.shown or self.desk.read(quotation, saved.id)
        self.form.fields["version"].set_raw(saved.version)
        self.form.fields["id"].set_raw(saved.id)
        self.form.settle()
        self.read_again()

    # Showing ----------------------------------------------------------------------------------

    def _name_it(self) -> None:
        if self.shown is None:
            self.name.setText(self.tr("New quotation"))
            self.state.hide()
            self.about.setText("")

    def _show_state(self) -> None:
        shown = self.shown
        assert shown is not None
        self.name.setText(shown.reference)
        self.state.setText(state_word(shown.state, self.desk.language))
        set_tone(self.state, TONES[shown.state])
        self.state.show()
        replaces = self.tr("replaces {0}").format(shown.replaces) if shown.replaces else ""
        self.about.setText(replaces)
        self.name.setToolTip(shown.owner)
        self._show_note(shown)
        if not self.editable:
            self.banner.say(*self._standing(shown))

    def _standing(self, shown: Quotation) -> tuple[str, Tone, str]:
        """What the strip says of a paper that cannot be typed into now."""
        request = shown.request
        if request is not None and request.state == "waiting":
            who = request.answerer or self.acts.role_word(request.role)
            words = self.tr("Waiting for {0}; read only until the answer").format(who)
            return words, Tone.WARN, "hourglass-medium"
        if shown.state == "waiting":
            return self.tr("Advice is here: the paper can be issued"), Tone.OK, "check-circle"
        if shown.state in OPEN_STATES:
            until = self.tr("Valid until {0}").format(self.desk.day(shown.valid_until))
            follow = self.desk.day(shown.content.follow_up_on)
            follow = self.tr("follow up on {0}").format(follow) if follow else ""
            return " · ".join(filter(None, (until, follow))), Tone.INFO, "calendar-check"
        word = state_word(shown.state, self.desk.language)
        return word, TONES[shown.state], "info"

    def _show_note(self, shown: Quotation) -> None:
        """The latest answer stands beside a paper that came back, until it is asked again."""
        request = shown.request
        came_back = ("return", "reject", "deny_spoken", "advise_for", "advise_against")
        if request is None or request.verdict not in came_back or shown.state in OPEN_STATES:
            self.note.clear()
            return
        verdict = self.acts.verdict_word(request.verdict)
        words = f"{verdict} · {request.name}"
        good = request.verdict == "advise_for"
        self.note.say(f"{words}: {request.note}" if request.note else words,
                      Tone.OK if good else Tone.WARN)  # fmt: skip
        if request.mine and not request.seen:
            QTimer.singleShot(0, self, lambda: self.desk.execute(MarkSeen(request.request_id)))

    def _priced(self, found: Preview | None) -> None:
        if not self.editable:
            return
        if self.shown is not None and self.shown.state == "ready" and not self.form.dirty:
            self.banner.say(self.tr("Approved: ready to be issued"), Tone.OK, "check-circle")
        elif found is None:
            words = self.tr("Choose the customer and the goods to see whose decision this is")
            self.banner.say(words, Tone.PLAIN, "scales")
        else:
            self.banner.show_decision(found.decision)
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
        events = self.shown.events if self.shown else ()
        level = self.banner.decision.level if self.banner.decision else Level.OWN
        words = {
            Level.OWN: self.tr("Issue and print"),
            Level.CONSULT: self.tr("Ask for advice"),
            Level.SUPERIOR: self.tr("Ask for approval"),
        }[level]
        if "issue" in events or "proceed" in events:
            words = self.tr("Issue and print")
        self.go.setText(words)
        self.bound["document.submit"].setText(words)

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

    # Asking -----------------------------------------------------------------------------------

    def ask(self, panel: Panel) -> None:
        """Let a panel ask under the banner, in place of the one that asked before."""
        self.close_panel()
        self.panel = panel
        panel.closed.connect(self._answered)
        self._asking.addWidget(panel)
        panel.show()
        panel.begin()

    def close_panel(self) -> bool:
        """Take the panel away; False if there is none."""
        if self.panel is None:
            return False
        self.panel.close_panel()
        return True

    def _answered(self) -> None:
        self.panel = None

    def open_customer(self) -> None:
        """F4."""
        if self.form.customer_id is not None:
            self.open_record.emit("customer", self.form.customer_id)

    def back(self) -> bool:
        return self.close_panel()

    def make_new(self, kind: str) -> bool:
        """F2: the next paper is for the same customer."""
        if kind != "quotation" or self.form.customer_id is None or self.shown is None:
            return False
        self.open_record.emit(kind, new_id(self.form.customer_id))
        return True

    def _menu(self) -> None:
        menu = QMenu(self)
        fill(menu, {name: act for name, act in self.bound.items() if act.isVisible()})
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
