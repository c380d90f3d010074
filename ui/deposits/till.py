"""The till of a day: by cashier and way to pay, what the program says and what was counted."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.services.deposits.till import Till, TillEntry, TillRow, till
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from crm_desktop.services.settings import day_here
from crm_desktop.services.transfer.exports import till_sheet
from ui.binding import Slot, tool_button
from ui.deposits.counting import CountForm
from ui.deposits.words import difference_words, kind_word, method_word
from ui.desk import Desk
from ui.files import export
from ui.flow import Flow
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.paper_view import open_paper, print_paper
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column, Columns
from ui.tables.view import ListView
from ui.theme import set_role
from ui.tokens import Tone

PANEL = 384


@dataclass(frozen=True)
class Line:
    """A row of the till with an id of its own."""

    id: str
    row: TillRow

    @property
    def receipts(self) -> int:
        """How often money came; what was taken back or paid out is no receipt."""
        return sum(entry.kind == "receive" for entry in self.row.entries)


@dataclass(frozen=True)
class Movement:
    """A movement of a row with an id of its own."""

    id: int
    entry: TillEntry


class TillPage(LiveScreen):
    """The day's rows, and beside them the receipts behind the one under the cursor."""

    TABLES = frozenset({"deposit_entry", "till_count"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.day = self.today()
        self.shown: Till = desk.read(till, self.day)
        self.date, self.sum, self.about = QLabel(self), QLabel(self), QLabel(self)
        self.list, self.entries = self._make_list(), self._make_entries()
        self.panel = QStackedWidget(self)
        self.middle = SideBySide(self.list, self.panel, PANEL, self, always=True)
        self.bind(self._slots())
        self._lay_out()
        self.list.current_changed.connect(lambda _: self._show_entries())
        self.list.activated.connect(lambda _: self.look())
        self.entries.activated.connect(
            lambda line: self.open_record.emit("deposit", line.entry.deposit_id)
        )
        self._show_day()

    @property
    def title(self) -> str:
        return self.tr("Till of the day")

    @property
    def form(self) -> Form | None:
        """The count, while it is typed."""
        return self.middle.form

    @property
    def paper_id(self) -> str:
        """The day's list as a paper."""
        return f"till-{self.day:%Y%m%d}"

    def today(self) -> date:
        """The database's day."""
        return self.desk.read(day_here)

    # Making -----------------------------------------------------------------------------------

    def _slots(self) -> dict[str, Slot]:
        desk = self.desk
        return {
            "list.open": self.look,
            "list.reload": self.read_again,
            "list.today": lambda: self.show_day(self.today()),
            "list.preview": lambda: open_paper(desk, self.paper_id, self),
            "list.print": lambda: print_paper(desk, self.paper_id, self),
            "list.export": self.export,
            "form.save": self.save,
            "till.earlier": lambda: self.show_day(self.day - timedelta(days=1)),
            "till.later": lambda: self.show_day(self.day + timedelta(days=1)),
            "till.count": self.count,
        }

    def _make_list(self) -> ListView:
        return ListView(
            "till",
            self.title,
            self._columns(),
            self._fetch,
            empty=(
                self.tr("No money came on this day"),
                self.tr("Ctrl+PgUp goes a day back."),
            ),
            state=self.desk.state,
            filter_box=False,
            parent=self,
        )

    def _columns(self) -> Columns:
        def method(line: Line) -> str:
            return method_word(self.desk, line.row.method)

        def counted(line: Line) -> str:
            return "—" if line.row.counted is None else str(line.row.counted)

        def difference(line: Line) -> tuple[str, Tone]:
            return difference_words(line.row.difference)

        right = Align.RIGHT
        return (
            Column("cashier", self.tr("Cashier"), 128, value=lambda line: line.row.cashier),
            Column("method", self.tr("Paid by"), 104, value=method, strong=True),
            Column("count", self.tr("Receipts"), 84, right, value=lambda line: line.receipts),
            Column(
                "system", self.tr("In the program"), 124, right, value=lambda line: line.row.system
            ),
            Column("counted", self.tr("Counted"), 96, right, value=counted),
            Column(
                "difference",
                self.tr("Difference"),
                124,
                value=lambda line: difference(line)[0],
                tone=lambda line: difference(line)[1],
            ),
            Column("note", self.tr("Note"), 80, value=self._note, muted=True, stretch=True),
        )

    def _make_entries(self) -> ListView:
        desk = self.desk
        return ListView(
            "till_entries",
            self.tr("Receipts"),
            [
                Column("at", self.tr("Time"), 64, value=lambda line: f"{line.entry.at:%H:%M}"),
                Column(
                    "reference",
                    self.tr("Receipt"),
                    136,
                    value=lambda line: line.entry.reference,
                    strong=True,
                ),
                Column(
                    "kind",
                    self.tr("What"),
                    72,
                    value=lambda line: kind_word(desk, line.entry.kind),
                    stretch=True,
                ),
                Column(
                    "amount",
                    self.tr("Amount"),
                    88,
                    Align.RIGHT,
                    value=lambda line: line.entry.amount,
                ),
                Column(
                    "customer",
                    self.tr("Customer"),
                    120,
                    value=lambda line: line.entry.customer,
                    shown=False,
                ),
            ],
            self._fetch_entries,
            empty=(self.tr("No receipts"), self.tr("Choose a line to see what it is made of.")),
            state=desk.state,
            filter_box=False,
        )

    def _note(self, line: Line) -> str:
        moved = self.tr("money came after the count") if line.row.moved_since else ""
        return " · ".join(filter(None, (moved, line.row.note if self._explains(line) else "")))

    def _explains(self, line: Line) -> bool:
        """A note is about what differs; where all agrees it stands once."""
        theirs = [row for row in self.shown.rows if row.cashier_id == line.row.cashier_id]
        return line.row in ([row for row in theirs if row.difference] or theirs[:1])

    def _lay_out(self) -> None:
        set_role(self.date, "heading")
        set_role(self.sum, "muted")
        set_role(self.about, "heading")
        head = Flow()
        for name, picture in (("till.earlier", "caret-left"), ("till.later", "caret-right")):
            turner = tool_button(picture, self.bound[name].toolTip(), self)
            turner.clicked.connect(self.bound[name].trigger)
            head.addWidget(turner)
        head.addWidget(self.date)
        head.addLayout(self.button_row("list.today"))
        head.addWidget(self.sum)
        head.addStretch()
        for name, words in (
            ("list.export", self.tr("Export")),
            ("list.preview", self.tr("Preview")),
            ("till.count", self.tr("Count")),
        ):
            button = self.button(name, primary=name == "till.count")
            if button:
                button.setText(words)
                head.addWidget(button)
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(12, 4, 4, 4)
        column.addWidget(self.about)
        column.addWidget(self.entries, 1)
        self.panel.addWidget(beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.middle, 1)
        self.setFocusProxy(self.list)

    # Reading ----------------------------------------------------------------------------------

    def _fetch(self, wanted: ListQuery) -> Page[Line]:
        rows = (Line(f"{row.cashier_id}-{row.method}", row) for row in self.shown.rows)
        return Page(tuple(rows))

    def _fetch_entries(self, wanted: ListQuery) -> Page[Movement]:
        line: Line | None = self.list.current()
        entries = line.row.entries if line else ()
        return Page(tuple(Movement(at, entry) for at, entry in enumerate(entries)))

    def show_day(self, day: date) -> None:
        """Another day; a count that is being typed is not left behind."""
        if self.middle.close_form():
            self.day = min(day, self.today())
            self.read_again()
            self.list.setFocus()

    def show_record(self, kind: str, record_id: Any) -> None:
        """A day by its ISO date; with a count of that day under way, the form."""
        self.show_day(date.fromisoformat(str(record_id)))
        self.count()

    def read_again(self) -> None:
        """Read the day anew."""
        self.shown = self.desk.read(till, self.day)
        self.list.reload()
        self._show_day()

    def _show_day(self) -> None:
        weekday = QLocale().dayName(self.day.isoweekday())
        self.date.setText(f"{weekday} {self.desk.long_day(self.day)}")
        self.sum.setText(self.tr("{0} baht in all").format(self.shown.system))
        self.bound["till.later"].setEnabled(self.day < self.today())
        self._show_entries()

    def _show_entries(self) -> None:
        line: Line | None = self.list.current()
        words = f"{line.row.cashier} · {method_word(self.desk, line.row.method)}" if line else ""
        self.about.setText(words)
        self.entries.reload()

    # Doing ------------------------------------------------------------------------------------

    def look(self) -> None:
        """Enter: into the receipts of the line."""
        self.middle.look()
        self.entries.setFocus()

    def count(self) -> None:
        """What one has oneself, by each way to pay."""
        if "till.count" not in self.bound or not self.middle.close_form():
            return
        own = self.desk.read(till, self.day, self.desk.actor.person_id)
        form = CountForm(self.desk, own, self.today, self)
        form.saved.connect(self._counted)
        self.middle.show_form(form)

    def _counted(self, answer: Any) -> None:
        self.middle.drop_form()
        self.desk.say(self.tr("The count is kept."))
        self.read_again()

    def save(self) -> None:
        """Ctrl+S."""
        if self.form is not None:
            self.form.submit()

    def export(self) -> None:
        """The day as a spreadsheet or CSV."""
        name = f"till-{self.day.isoformat()}.xlsx"
        title = self.tr("Save the till of the day")
        export(self.desk, self, title, name, till_sheet, self.day)

    def back(self) -> bool:
        if self.form is not None:
            self.middle.close_form()
            return True
        return self.middle.look_away()
