"""Work passes to colleagues for good: what somebody holds, who takes which of it, and why."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.application import Application
from crm_desktop.domain.errors import Refused
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Command, Page
from crm_desktop.services.settings import day_here
from crm_desktop.services.team.belongings import GIVEN, WHAT
from crm_desktop.services.team.holdings import Held, Holdings, held_page, holdings
from crm_desktop.services.team.members import Member, members
from crm_desktop.services.team.reassigning import Part, Reassign, Reassigned, takers
from ui.chips import Chips
from ui.desk import Desk
from ui.forms.side import SideForm
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.team.words import kind_word, state_word
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

WIDTHS, NARROWEST = (620, 360), 340
SHOWN_FOR = {
    "kind": ("papers", "asked", "answers"),
    "state": ("papers",),
    "total": ("papers", "asked", "answers"),
}
"""Columns that say something of these kinds only."""
Takers = Mapping[str, tuple[Member, ...]]
HELD = {
    "customers": QT_TRANSLATE_NOOP("team", "Customers"),
    "papers": QT_TRANSLATE_NOOP("team", "Open papers"),
    "visits": QT_TRANSLATE_NOOP("team", "Planned visits"),
    "asked": QT_TRANSLATE_NOOP("team", "Requests asked"),
    "answers": QT_TRANSLATE_NOOP("team", "Requests to answer"),
}


def kind_words() -> dict[str, str]:
    """What can be held, in words."""
    return {kind: QCoreApplication.translate("team", source) for kind, source in HELD.items()}


class HandingForm(SideForm):
    """Who takes what is left of each kind, what goes to others one by one, and the reason."""

    def __init__(self, desk: Desk, held: Holdings, who: Takers, parent: QWidget) -> None:
        self._day: date = desk.read(day_here)
        super().__init__(desk, f"left:{held.person.id}", lambda: self._day, parent)
        self.held, self.names = held, _names(who)
        self.head(
            self.title,
            self.tr(
                "Everything of one line goes to one person, unless single "
                "records were given to others in the list."
            ),
        )
        rows = self.rows(columns=2)
        words = kind_words()
        everybody = {each.id: each for group in who.values() for each in group}
        people = self._people(everybody)
        every = self.choice(rows, "every", self.tr("Everything to"), people, span=2)
        for kind in GIVEN:
            there = {each.id: each for each in who[kind]}
            count = getattr(held, kind)
            self.choice(rows, kind, f"{words[kind]}  {count:,}", self._people(there))
        rows.multiline("reason", self.tr("Reason"), required=True, lines=2)
        rows.hidden("single", [])
        self.adopt(rows)
        self.finish(self.tr("Hand over"))
        every.changed.connect(self._spread)
        self.load({"single": []})
        self._task: Task | None = None

    @property
    def title(self) -> str:
        return self.tr("Hand over the work of {0}").format(self.held.person.name)

    def _people(self, there: Mapping[int, Member]) -> list[tuple[Any, str]]:
        stays = (None, self.tr("stays"))
        return [stays, *((each.id, each.name) for each in there.values())]

    def _spread(self) -> None:
        """Who takes everything takes each kind that they may take."""
        for kind in GIVEN:
            self.fields[kind].set_raw(self.fields["every"].raw())

    # Single records ---------------------------------------------------------------------------

    def goes_to(self, kind: str, record_id: int) -> str:
        """Who takes one record, as far as it was said; empty where it stays."""
        for what, ident, to in self.fields["single"].raw():
            if (what, ident) == (kind, record_id):
                return self.names.get(to, "")
        to = self.fields[kind].raw() if kind in self.fields else None
        return "" if to is None else self.names.get(to, "")

    def give(self, kind: str, ids: list[int], to: int) -> None:
        """Put single records to somebody else than the rest of their kind."""
        field = self.fields["single"]
        kept = [each for each in field.raw() if each[0] != kind or each[1] not in ids]
        field.set_raw([*kept, *([kind, ident, to] for ident in ids)])
        field.changed.emit()

    def go(self) -> None:
        """Cancel: nothing goes to anybody; the page itself stays."""
        self.revert()

    # Sending ----------------------------------------------------------------------------------

    def command(self) -> Command[Any]:
        given = self.values()
        single: dict[tuple[str, int], list[int]] = {}
        for kind, ident, to in given["single"]:
            single.setdefault((kind, to), []).append(ident)
        parts = [Part(kind, to, tuple(ids)) for (kind, to), ids in single.items()]
        parts += [Part(kind, given[kind]) for kind in GIVEN if given[kind] is not None]
        if not parts:
            raise Refused("reassign_nothing", "every")
        return Reassign(self.held.person.id, tuple(parts), given["reason"])

    def submit(self) -> Any:
        """Beside the window, for a list of customers may be long; nothing is half done."""
        if self._task is not None or not self.check():
            return None
        try:
            command = self.command()
        except Refused as refusal:
            self.refused(refusal)
            return None

        def work(application: Application, _task: Task) -> Reassigned:
            done: Reassigned = application.execute(command)
            return done

        self._task = self.desk.beside(work, self._done, self.refused)
        self._task.ended.connect(self._ended)
        return None

    def refused(self, refusal: Refused) -> None:
        super().refused(
            Refused(refusal.code, None, **refusal.values) if refusal.field == "to_id" else refusal
        )

    def _ended(self) -> None:
        self._task = None

    def _done(self, done: Reassigned) -> None:
        """The lists behind are read again at once: it was written on another connection."""
        self.settle()
        self.desk.look_around()
        self.saved.emit(done)


class HandingPage(LiveScreen):
    """Whose work, what there is of it, and the form beside."""

    TABLES = frozenset({"document", "request", "visit", "customer", "person"})
    FILTERS = ("who", "chips")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.held: Holdings | None = None
        self.people = desk.read(members)
        self.who = self._make_who()
        self.chips = Chips(kind_words(), WHAT[0], self)
        self.list = self._make_list()
        self.one = QComboBox(self)
        self.one.setAccessibleName(self.tr("Who takes the selected records"))
        self.form: HandingForm | None = None
        left, self.panel = QWidget(self), QStackedWidget(self)
        self.bind(
            {
                "list.open": self.open_current,
                "list.reload": self.read_again,
                "list.columns": self.list.choose_columns,
                "list.stage": self.chips.next,
                "form.save": self.save,
                "team.give": self.give,
            }
        )
        self._lay_out(left)
        self.who.currentIndexChanged.connect(lambda _: self._turn())
        self.chips.chosen.connect(lambda _: self._show_kind())
        self.list.activated.connect(lambda _: self.open_current())
        self._turn()

    @property
    def title(self) -> str:
        return self.tr("Hand over work")

    # Making -----------------------------------------------------------------------------------

    def _make_who(self) -> QComboBox:
        """Those who have left stand first: their work waits for nobody."""
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Whose work"))
        for each in sorted(self.people, key=lambda person: person.active):
            left = self.tr("{0} (left)").format(each.name)
            box.addItem(each.name if each.active else left, each.id)
        return box

    def _make_list(self) -> ListView:
        desk = self.desk
        return ListView(
            "team_holdings",
            self.tr("What is held"),
            [
                Column("reference", self.tr("Number"), 138, strong=True),
                Column("to", self.tr("Goes to"), 124, value=self._goes_to),
                Column("customer", self.tr("Customer"), 140, stretch=True),
                Column("kind", self.tr("Paper"), 112, format=partial(kind_word, desk)),
                Column("state", self.tr("State"), 108, value=self._state),
                Column("on", self.tr("Day"), 92, format=desk.day, muted=True, shown=False),
                Column("total", self.tr("Amount"), 100, Align.RIGHT),
            ],
            self._fetch,
            empty=(self.tr("Nothing of this kind"), self.tr("Ctrl+G goes to another kind.")),
            state=desk.state,
            filter_box=False,
            parent=self,
        )

    def _lay_out(self, left: QWidget) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(QLabel(self.tr("Whose work"), self))
        top.addWidget(self.who)
        top.addStretch(1)
        self.singly = QWidget(left)
        single = QHBoxLayout(self.singly)
        single.setContentsMargins(12, 0, 12, 0)
        single.setSpacing(8)
        single.addWidget(QLabel(self.tr("Selected lines to"), self))
        single.addWidget(self.one, 1)
        if give := self.button("team.give"):
            give.setText(self.tr("Assign"))  # what and to whom stands before it
            single.addWidget(give)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.singly)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(((left, 3), (self.panel, 2))):
            split.addWidget(part)
            split.setStretchFactor(place, share)
        split.setSizes(list(WIDTHS))
        self.panel.setMinimumWidth(NARROWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.chips)
        column.addWidget(split, 1)
        self.setFocusProxy(self.list)

    # Showing ----------------------------------------------------------------------------------

    def _turn(self) -> None:
        """Another person: what they hold, and a form of their own."""
        person = self.who.currentData()
        if person is None or (self.held is not None and self.held.person.id == person):
            return
        if self.form is not None and not self.form.leave():
            assert self.held is not None
            self.who.setCurrentIndex(self.who.findData(self.held.person.id))
            return
        self._begin(person)

    def _begin(self, person: int) -> None:
        self.held = self.desk.read(holdings, person)
        self.taking = self.desk.read(takers, person)
        form = HandingForm(self.desk, self.held, self.taking, self)
        form.saved.connect(self._saved)
        form.edited.connect(self._redraw)
        form.left.connect(lambda: QTimer.singleShot(0, self, self._again))
        self._put(form)
        self._show_counts()
        self.chips.choose(next((kind for kind in WHAT if getattr(self.held, kind)), WHAT[0]))
        self.list.setFocus()

    def _redraw(self) -> None:
        """Who takes which line changed."""
        model = self.list.model
        last = model.index(model.rowCount() - 1, model.columnCount() - 1)
        model.dataChanged.emit(model.index(0, 0), last)

    def _put(self, form: HandingForm) -> None:
        """Its form in place of the one before."""
        if self.form is not None:
            self.panel.removeWidget(self.form)
            self.form.deleteLater()
        self.form = form
        self.panel.addWidget(form)
        self.panel.setCurrentWidget(form)

    def _again(self) -> None:
        """A form that was given up makes room for a fresh one."""
        if self.held is not None:
            self._begin(self.held.person.id)

    def _show_counts(self) -> None:
        assert self.held is not None
        for kind in WHAT:
            self.chips.count(kind, getattr(self.held, kind))

    def _show_kind(self) -> None:
        kind = self.chips.on
        self.one.clear()
        for each in self.taking.get(kind, ()):
            self.one.addItem(each.name, each.id)
        self.singly.setVisible(self.one.count() > 0)
        for column, kinds in SHOWN_FOR.items():
            self.list.show_column(column, kind in kinds)
        self.list.set_filters({})

    def _fetch(self, wanted: ListQuery) -> Page[Held]:
        if self.held is None:
            return Page(())
        return self.desk.read(held_page, self.held.person.id, self.chips.on, wanted)

    def _state(self, row: Held) -> str:
        return state_word(self.desk, row.kind, row.state) if row.what == "papers" else ""

    def _goes_to(self, row: Held) -> str:
        if row.what == "asked":
            return self.tr("with its paper")
        return self.form.goes_to(row.what, row.id) if self.form else ""

    def read_again(self) -> None:
        """Read anew what is held; what is being written stays."""
        if self.held is not None:
            self.held = self.desk.read(holdings, self.held.person.id)
            self._show_counts()
        self.list.reload()

    # Doing ------------------------------------------------------------------------------------

    def give(self) -> None:
        """Put the selected lines to the person chosen below the list."""
        rows, to = self.list.selected(), self.one.currentData()
        if self.form is not None and rows and to is not None and self.chips.on in GIVEN:
            self.form.give(self.chips.on, [row.id for row in rows], to)

    def save(self) -> None:
        """Ctrl+S."""
        if self.form is not None:
            self.form.submit()

    def _saved(self, done: Reassigned) -> None:
        self.desk.say(outcome(done), Tone.OK)
        assert self.held is not None
        self._begin(self.held.person.id)

    def open_current(self) -> None:
        """Enter: the record itself."""
        row: Held | None = self.list.current()
        if row is not None:
            self.open_record.emit(row.opens, row.id)

    def choose(self, person_id: int) -> None:
        """Show what one person holds."""
        self.who.setCurrentIndex(self.who.findData(person_id))

    def show_record(self, kind: str, record_id: Any) -> None:
        self.choose(int(record_id))


def outcome(done: Reassigned) -> str:
    """What went over, in one sentence, and what took another way."""
    words = QCoreApplication.translate(
        "team", "Handed over: {0} customers, {1} papers, {2} visits, {3} requests."
    ).format(done.customers, done.papers, done.visits, done.answers)
    if done.elsewhere:
        more = QCoreApplication.translate("team", "{0} requests went up the line instead.")
        words = f"{words} {more.format(done.elsewhere)}"
    return words


def _names(who: Takers) -> dict[int, str]:
    return {each.id: each.name for group in who.values() for each in group}
