"""The work list of likely doubles, the strongest first, each with what speaks for and against."""

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from crm_desktop.application import Application
from crm_desktop.services.customers.finder import LookForDoubles, looking
from crm_desktop.services.customers.pairs import KeepApart, PairRow, pair_page
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.bars import Bar
from ui.chips import Chips
from ui.customers.words import moment, word
from ui.desk import Desk
from ui.doubles.scope import CustomerScope
from ui.flow import Flow
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import Tone

CERTAIN, LIKELY = 85, 65
OPEN, APART = "open", "apart"
OF_OPEN = ("double.apart",)
OF_APART = ("double.again",)


class PairsPage(LiveScreen):
    """Enter shows two side by side, X says that they are two; the whole file is looked through
    beside the window."""

    FILTERS = ("chips", "scope.owner", "scope.zone")
    TABLES = frozenset({"customer", "customer_pair", "customer_merge"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._task: Task | None = None
        self.chips = Chips({OPEN: self.tr("To look at"), APART: self.tr("Not doubles")}, OPEN, self)
        self.scope = CustomerScope(desk, self)
        self.far = QLabel(self)
        set_role(self.far, "muted")
        self.bar = Bar(self)
        self.list = ListView(
            "pairs",
            self.tr("Likely doubles"),
            self._columns(),
            self._fetch,
            empty=(
                self.tr("No likely doubles"),
                self.tr(
                    "Ctrl+F5 looks through the whole file; new customers are looked at anyway."
                ),
            ),
            state=desk.state,
            filter_box=False,
        )
        self.bind(
            {
                "double.merge": self.merge,
                "double.apart": self.keep_apart,
                "double.again": self.take_back,
                "double.customer": self.open_customer,
                "double.look": self.look,
                "double.filter": self.chips.next,
                "double.reload": self.read_again,
                "list.columns": self.list.choose_columns,
            }
        )
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._filter())
        self.scope.changed.connect(self._filter)
        self.list.activated.connect(lambda _: self.merge())
        self.list.selection_changed.connect(self._show_actions)
        self.list.current_changed.connect(lambda _: self._show_actions())
        self._show_actions()
        self._show_far()

    @property
    def title(self) -> str:
        return self.tr("Likely doubles")

    # What people do ---------------------------------------------------------------------------

    def merge(self) -> None:
        """The two under the cursor side by side, in a tab of their own."""
        row = self.list.current()
        if row is not None:
            first, second = _older_first(row)
            self.open_record.emit("customer_merge", f"new-{first}-{second}")

    def keep_apart(self) -> None:
        """These are two customers; remembered for good, and told on both timelines."""
        rows = self.list.selected() if self.chips.on == OPEN else []
        if rows and self.desk.execute(KeepApart(tuple(row.id for row in rows))) is not None:
            names = (rows[0].one.code, rows[0].other.code)
            self.bar.say(
                self.tr("{0} and {1} are two customers.").format(*names)
                if len(rows) == 1
                else self.tr("{0} pairs are no doubles.").format(len(rows)),
                Tone.OK,
                [(self.tr("Take it back"), lambda: self._back([row.id for row in rows]))],
            )
            self.list.reload()
            self.list.setFocus()

    def take_back(self) -> None:
        """These may be one after all."""
        if self.chips.on == APART:
            self._back([row.id for row in self.list.selected()])

    def open_customer(self) -> None:
        """The first of the two under the cursor."""
        row = self.list.current()
        if row is not None:
            self.open_record.emit("customer", row.one.id)

    def look(self) -> None:
        """Look at everybody nobody has looked at, beside the window; it can be stopped, and goes
        on from there another time."""
        if self._task is not None:
            return
        last = max(1, self.desk.read(looking).last_id)

        def work(application: Application, task: Task) -> int:
            found = far = 0
            while not task.cancelled:
                done = application.execute(LookForDoubles(after=far))
                found += done.found
                if done.last_id is None:
                    break
                far = done.last_id
                task.report(far, last)
            return found

        self._task = self.desk.beside(work, self._looked, self._stopped)
        self._task.ended.connect(self._ended)

    def read_again(self) -> None:
        self._show_far()
        self.list.reload()

    # Inside -----------------------------------------------------------------------------------

    def _back(self, ids: list[int]) -> None:
        if ids and self.desk.execute(KeepApart(tuple(ids), apart=False)) is not None:
            self.list.reload()
            self.list.setFocus()

    def _looked(self, found: int) -> None:
        self.desk.look_around()
        self.read_again()
        if self.list.current() is None:
            self.list.next()
        self.bar.say(self.tr("Looked through: {0} new pairs.").format(f"{found:,}"), Tone.OK)

    def _stopped(self, problem: Exception) -> None:
        self.bar.say(self.desk.explain(problem), Tone.WARN)

    def _ended(self) -> None:
        self._task = None
        self._show_far()

    def _show_far(self) -> None:
        progress = self.desk.read(looking)
        words = self.tr("Everybody has been looked at.")
        if progress.next_id is not None:
            part = 100 * (progress.next_id - 1) // max(1, progress.last_id)
            words = self.tr("Looked at: {0} %. Ctrl+F5 goes on.").format(part)
        self.far.setText(words)

    def _filter(self) -> None:
        apart = self.chips.on == APART
        self.list.set_filters({**self.scope.filters(), "apart": apart})
        self._show_actions()

    def _show_actions(self) -> None:
        there, apart = self.list.current() is not None, self.chips.on == APART
        for names, on in ((OF_OPEN, not apart), (OF_APART, apart)):
            for name in names:
                if name in self.bound:
                    self.bound[name].setVisible(on)
                    self.bound[name].setEnabled(on and there)
        for name in ("double.merge", "double.customer"):
            if name in self.bound:
                self.bound[name].setEnabled(there)

    def _fetch(self, wanted: ListQuery) -> Page[PairRow]:
        return self.desk.read(pair_page, wanted)

    def _columns(self) -> list[Column]:
        def who(side: str) -> Any:
            return lambda row: f"{getattr(row, side).code} {getattr(row, side).name}"

        return [
            Column(
                "score",
                self.tr("Alike"),
                84,
                Align.CENTER,
                lambda percent: f"{percent} %",
                tone=_tone,
            ),
            Column("one", self.tr("Customer"), 220, value=who("one"), strong=True, stretch=True),
            Column("other", self.tr("and"), 220, value=who("other"), strong=True, stretch=True),
            Column("reasons", self.tr("Because"), 300, value=self._reasons),
            Column("phones", self.tr("Phones"), 200, value=_phones, muted=True),
            Column("zones", self.tr("Zones"), 120, value=_zones, muted=True, shown=False),
            Column("owners", self.tr("Owners"), 140, value=_owners, muted=True),
            Column(
                "decided", self.tr("Said by"), 160, value=self._decided, muted=True, shown=False
            ),
        ]

    def _reasons(self, row: PairRow) -> str:
        return " · ".join(word(self.desk, f"double_{each}") for each in row.reasons)

    def _decided(self, row: PairRow) -> str:
        at = moment(self.desk, row.decided_at) if row.decided_at else ""
        return " · ".join(filter(None, (row.decided_by, at, row.note)))

    def _lay_out(self) -> None:
        head = Flow()
        head.setContentsMargins(12, 8, 12, 4)
        for widget in (self.chips, self.scope, self.far):
            head.addWidget(widget)
        head.addStretch(1)
        foot = self.button_row(
            *("double.merge", "double.apart", "double.again", "double.customer", "double.look"),
            primary="double.merge",
        )
        foot.setContentsMargins(12, 4, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.list)


def _older_first(row: PairRow) -> tuple[int, int]:
    """Proposed to stay: who has been here longer."""
    return min(row.one.id, row.other.id), max(row.one.id, row.other.id)


def _tone(row: PairRow) -> Tone:
    if row.score >= CERTAIN:
        return Tone.STOP
    return Tone.WARN if row.score >= LIKELY else Tone.PLAIN


def _both(one: str, other: str) -> str:
    return one if one == other else " / ".join(filter(None, (one, other)))


def _phones(row: PairRow) -> str:
    return _both(row.one.phone, row.other.phone)


def _zones(row: PairRow) -> str:
    return _both(row.one.zone, row.other.zone)


def _owners(row: PairRow) -> str:
    return _both(row.one.owner, row.other.owner)
