"""A merge in a tab of its own: records side by side before it, what was done after it, and the
way back."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from crm_desktop.domain.authority import Level
from crm_desktop.domain.kinds.customer_merge import KIND
from crm_desktop.services.customers.merge_lists import (
    MergeCard,
    MergePreview,
    Side,
    merge_card,
    merge_preview,
)
from crm_desktop.services.customers.merging import DropMerge, MergeCustomers
from crm_desktop.services.customers.unmerging import UndoMerge
from crm_desktop.services.papers.submitting import Outcome
from ui.bars import Bar
from ui.desk import Desk
from ui.doubles.fields import FieldTable
from ui.doubles.outcome import OutcomeSheet
from ui.elided import ElidedLabel
from ui.forms.fields import hint
from ui.screen import LiveScreen
from ui.theme import set_role, set_tone, state_label
from ui.tokens import Tone

ACTS = ("double.do", "double.survivor", "double.undo", "double.drop")
TONES = {"waiting": Tone.WARN, "merged": Tone.OK, "undone": Tone.PLAIN}


class ReasonEdit(QLineEdit):
    """A line that leaves Ctrl+Shift+Z to the screen; to itself it would mean to redo."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_Z and event.modifiers() == both:
                return False
        return super().event(event)


class MergeScreen(LiveScreen):
    """`record_id` is the paper's, or new-<id>-<id>… with the customer that stays first."""

    TABLES = frozenset({"customer", "customer_merge", "document", "request"})

    def __init__(self, desk: Desk, kind: str, record_id: Any) -> None:
        super().__init__(desk)
        self.paper: int | None = None
        self.ids: list[int] = []
        self.choices: dict[str, int] = {}
        self.card: MergeCard | None = None
        self.preview: MergePreview | None = None
        self._key = ("merge", str(record_id))
        if str(record_id).startswith("new-"):
            self.ids = [int(each) for each in str(record_id).split("-")[1:]]
        else:
            self.paper = int(record_id)
        self.heading, self.state = ElidedLabel(self), state_label("", Tone.PLAIN, self)
        self.bar = Bar(self)
        self.table, self.sheet = FieldTable(desk, self), OutcomeSheet(desk, self)
        self.reason = ReasonEdit(self)
        self.reason.setMaxLength(1_000)
        self.reason.setAccessibleName(self.tr("Reason"))
        hint(self.reason, self.tr("Why they are one customer"))
        self.reason.setText(desk.kept(self._key) or "")
        self.bind(
            {
                "double.do": self.merge,
                "double.survivor": self.swap,
                "double.undo": self.undo,
                "double.drop": self.drop,
                "double.customer": self.open_customer,
                "double.reload": self.read_again,
            }
        )
        self._lay_out()
        self.reason.textChanged.connect(lambda text: desk.keep(self._key, text))
        self.reason.returnPressed.connect(self.undo)
        self.table.chosen.connect(self._choose)
        self.read_again()

    @property
    def title(self) -> str:
        return self.tr("Merge {0}").format(" + ".join(side.code for side in self._sides()))

    # What people do ---------------------------------------------------------------------------

    def merge(self) -> None:
        """Merge, or ask for it: the records as they were looked at here."""
        preview = self.preview
        if preview is None or preview.problem is not None:
            return
        command = MergeCustomers(
            tuple(self.ids),
            tuple(side.version for side in preview.sides),
            tuple((each.field, each.chosen) for each in preview.fields),
            self.reason.text(),
            self.paper,
        )
        done = self.desk.execute(command, self)
        if isinstance(done, Outcome):
            self.paper = done.id
            self.reason.clear()
            self.read_again()
            merged = done.state == "merged"
            self.desk.say(
                self.tr("Merged.")
                if merged
                else self.tr("Put to {0}.").format(done.answerer or self.tr("a superior")),
                Tone.OK,
            )
            self.retitled.emit()

    def swap(self) -> None:
        """The next of the records stays; its code and branch are the customer's then."""
        if self._open:
            self.ids = [*self.ids[1:], self.ids[0]]
            self.choices = {}
            self.read_again()

    def undo(self) -> None:
        """Everything as it was, with a reason; Enter in the reason too, where they are merged."""
        card = self.card
        if card is None or card.state != "merged":
            return
        moved = self.desk.execute(UndoMerge(card.id, card.version, self.reason.text()), self)
        if moved is not None:
            self.reason.clear()
            self.read_again()
            self.desk.say(self.tr("Parted again."), Tone.OK)

    def drop(self) -> None:
        """Leave them as they are."""
        card = self.card
        if card is None or card.state != "draft":
            return
        if self.desk.execute(DropMerge(card.id, card.version), self) is not None:
            self.read_again()

    def open_customer(self) -> None:
        """The record in the column under the cursor."""
        sides = self._sides()
        if sides:
            at = min(max(0, self.table.currentColumn()), len(sides) - 1)
            self.open_record.emit("customer", sides[at].id)

    def refused(self, refusal: Any) -> None:
        """What keeps them from being merged or parted; the reason is asked for where it lacks."""
        self.bar.say(self.desk.explain(refusal), Tone.WARN)
        if refusal.field == "reason":
            self.reason.setFocus()

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        self.bar.clear()
        if self.paper is not None:
            self.card = self.desk.read(merge_card, self.paper)
            if not self.ids or self.card.state != "draft":
                self.ids = [side.id for side in self.card.sides]
            if not self.choices:
                self.choices = dict(self.card.choices)
        self.preview = self._read_preview() if self._open else None
        self._show()

    def _read_preview(self) -> MergePreview:
        choices = {key: who for key, who in self.choices.items() if who in self.ids}
        return self.desk.read(merge_preview, tuple(self.ids), tuple(choices.items()))

    @property
    def _open(self) -> bool:
        """Whether it can still be decided here what becomes of them."""
        return self.card is None or self.card.state == "draft"

    def _sides(self) -> tuple[Side, ...]:
        if self.preview is not None:
            return self.preview.sides
        return self.card.sides if self.card is not None else ()

    def _choose(self, field: str, customer_id: int) -> None:
        self.choices[field] = customer_id
        self.preview = self._read_preview()
        self._show()

    # Looks ------------------------------------------------------------------------------------

    def _show(self) -> None:
        preview, card, sides = self.preview, self.card, self._sides()
        fields = preview.fields if preview else card.fields if card else ()
        self.table.fixed = preview is None
        self.under.setVisible(preview is not None)
        self.table.show_fields(sides, fields)
        names = " + ".join(f"{side.code} {side.name}" for side in sides[1:])
        into = f"{sides[0].code} {sides[0].name}" if sides else ""
        self.heading.setText(self.tr("{0} into {1}").format(names, into))
        state = card.state if card else "draft"
        self.state.setText(self.sheet.sentence(KIND.states.state_code(state)))
        set_tone(self.state, TONES.get(state, Tone.PLAIN))
        if preview is not None:
            self.sheet.show_preview(preview)
        elif card is not None:
            self.sheet.show_card(card)
        self._say(preview, card)
        self._show_actions()

    def _say(self, preview: MergePreview | None, card: MergeCard | None) -> None:
        if preview is not None and preview.problem is not None:
            self.bar.say(self.desk.explain(preview.problem), Tone.STOP)
        elif preview is not None and preview.level != Level.OWN.name:
            who = preview.answerer or self.tr("a superior")
            self.bar.say(
                self.tr("{0} decides this; nothing changes before.").format(who), Tone.WARN
            )
        elif card is not None and card.state == "waiting":
            self.bar.say(self.tr("Waits for its answer; nothing has changed yet."), Tone.WARN)
        elif card is not None and card.obstacle is not None:
            self.bar.say(self.desk.explain(card.obstacle), Tone.INFO)

    def _show_actions(self) -> None:
        state = self.card.state if self.card else "new"
        fine = self.preview is not None and self.preview.problem is None
        parts = self.card is not None and state == "merged" and self.card.obstacle is None
        shown = {
            "double.do": (self._open, fine),
            "double.survivor": (self._open, len(self.ids) > 1),
            "double.undo": (state == "merged", parts),
            "double.drop": (state == "draft", True),
        }
        for name, (there, able) in shown.items():
            if name in self.bound:
                self.bound[name].setVisible(there)
                self.bound[name].setEnabled(there and able)
        self.reason.setVisible(self._open or parts)
        words = self.tr("Why they are one customer")
        if not self._open:
            words = self.tr("Why they are parted again")
        self.reason.setPlaceholderText(words)

    def _lay_out(self) -> None:
        set_role(self.heading, "title")
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 6)
        head.addWidget(self.heading, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        left = QWidget(self)
        self.under = QLabel(self.tr("Enter or Space: this value stays. ● stays, ○ goes."), left)
        set_role(self.under, "muted")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.under)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.sheet)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(self.reason, 1)
        foot.addLayout(self.button_row(*ACTS, primary="double.do"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(split, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.table)
