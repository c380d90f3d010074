"""Today: what waits for this person, by kind, done or put off from the keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.messages import sentence
from crm_desktop.services.today.today import Line, Section, Today, today
from ui.desk import Desk
from ui.forms.base import Form
from ui.frames import SideBySide
from ui.places import FOR_CUSTOMER, new_id
from ui.screen import LiveScreen
from ui.theme import set_role
from ui.tiles import HEIGHT, NARROWEST, TALL, Tile
from ui.today_lines import TodayLines
from ui.tokens import Tone

ANSWERS = "today_answers"
PANEL = 392
MOST_IN_A_ROW = 7
GAP = 8
LOW = 480


class Tiles(QWidget):
    """One tile per section; pressing one goes to its first line.

    Where a role has more sections than one row holds, those in which nothing waits have no tile.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: dict[str, Tile] = {}
        self._shown: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._place)

    def show_sections(self, sections: tuple[Section, ...], language: str) -> None:
        """Draw the counts; a tile is made once, since roles do not change here.

        They find their places when the window has its own: at first the width is not the real one.
        """
        few = len(sections) <= MOST_IN_A_ROW
        self._shown = []
        for section in sections:
            if section.code not in self.tiles:
                self._add(section.code, sentence(section.code, language))
            late = section.code != ANSWERS and any(line.late for line in section.lines)
            count = f"{len(section.lines)}{'+' if section.more else ''}"
            self.tiles[section.code].show_figure(count, Tone.STOP if late else Tone.PLAIN)
            if few or section.lines:
                self._shown.append(section.code)
        self._soon.start()

    def _add(self, code: str, word: str) -> None:
        tile = Tile(word, self)
        tile.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tile.clicked.connect(lambda: self.chosen.emit(code))
        self.tiles[code] = tile

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """As many beside one another as have room, in rows of even length; where the window is
        low, one row of what comes first."""
        fit = max(1, min(MOST_IN_A_ROW, (self.width() + GAP) // (NARROWEST + GAP)))
        shown, columns = self._parted(fit)
        while columns > 1 and not self._in_two_rows(shown, columns):
            shown, columns = self._parted(columns - 1)
        for code, tile in self.tiles.items():
            tile.setVisible(code in shown)
        fits = all(self.tiles[code].fits(self._wide(columns)) for code in shown)
        for number, code in enumerate(shown):
            self.tiles[code].setFixedHeight(HEIGHT if fits else TALL)
            self._grid.addWidget(self.tiles[code], number // columns, number % columns)
        for column in range(MOST_IN_A_ROW):
            self._grid.setColumnStretch(column, int(column < columns))

    def _parted(self, fit: int) -> tuple[list[str], int]:
        """What is shown where so many fit beside one another, and how many then do."""
        shown = self._shown if self.window().height() >= LOW else self._shown[:fit]
        rows = -(-len(shown) // fit) or 1
        return shown, -(-len(shown) // rows) or 1

    def _in_two_rows(self, codes: Sequence[str], columns: int) -> bool:
        """Whether so many beside one another leave room for all words."""
        return all(self.tiles[code].in_two(self._wide(columns)) for code in codes)

    def _wide(self, columns: int) -> int:
        return (self.width() - GAP * (columns - 1)) // columns


class TodayScreen(LiveScreen):
    """The first place of the rail; a head may look at everybody's work or at their own alone."""

    TABLES = frozenset(
        {"document", "request", "visit", "customer", "goods_stage", "telling"}
        | {"deposit", "deposit_entry", "deposit_claim", "matrix", "matrix_signature"}
        | {"delegation", "person", "price_call"}
    )
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._whole: bool | None = None
        self._shown: Today | None = None
        self.tiles = Tiles(self)
        self.lines = TodayLines(desk, self)
        self.date = QLabel(self)
        self.forms_beside = QStackedWidget(self)
        self.middle = SideBySide(self.lines, self.forms_beside, PANEL, self, always=False)
        self.bind(
            {
                "list.open": self.open_line,
                "list.reload": self.read_again,
                "list.everybody": self.switch_scope,
                "task.done": self.done,
                "task.later": self.put_off,
                "task.customer": self.open_customer,
                "form.save": self.save,
            }
        )
        self._lay_out()
        self.lines.opened.connect(self.open_line)
        self.lines.current_changed.connect(self._show_actions)
        self.tiles.chosen.connect(self.lines.go_to)
        self.setFocusProxy(self.lines)

    @property
    def title(self) -> str:
        return self.tr("Today")

    # Looks ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.tiles)
        column.addWidget(self.middle, 1)

    def _head(self) -> QHBoxLayout:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        set_role(self.date, "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading)
        row.addWidget(self.date, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.scope = self.button("list.everybody") or QPushButton(self)
        row.addWidget(self.scope)
        row.addLayout(self.button_row("task.done", "task.later"))
        return row

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read everything that waits; the line under the cursor stays under it."""
        found = self.desk.read(today, whole=self._whole)
        self._shown = found
        weekday = QLocale().dayName(found.day.isoweekday())
        self.date.setText(f"{weekday} {self.desk.long_day(found.day)}")
        self.scope.setVisible(found.heads)
        everybody, mine = self.tr("Show my own only"), self.tr("Show everybody’s")
        self.scope.setText(everybody if found.whole else mine)
        self.tiles.show_sections(found.sections, self.desk.language)
        self.lines.show_today(found)
        self._show_actions()

    def switch_scope(self) -> None:
        """A head's own work, or that of everybody within reach."""
        if self._shown is not None and self._shown.heads:
            self._whole = not self._shown.whole
            self.read_again()

    def _show_actions(self) -> None:
        line = self.lines.current()
        offered = line.actions if line else ()
        for name, action in (("task.done", "done"), ("task.later", "put_off")):
            if name in self.bound:
                self.bound[name].setEnabled(action in offered)

    # Doing ------------------------------------------------------------------------------------

    def open_line(self) -> None:
        """Enter: the paper, the request in the queue, the refund, or the visit."""
        line = self.lines.current()
        if line is None:
            return
        if line.section == ANSWERS:
            self.open_record.emit(line.paper, line.document_id)
        else:
            self.open_record.emit(line.kind, line.record_id)

    def open_customer(self) -> None:
        """F4: whom the line is about."""
        line = self.lines.current()
        if line is not None and line.customer_id:
            self.open_record.emit("customer", line.customer_id)

    def make_new(self, kind: str) -> bool:
        line = self.lines.current()
        if line is None or not line.customer_id or kind not in FOR_CUSTOMER:
            return False
        self.open_record.emit(kind, new_id(line.customer_id))
        return True

    def done(self) -> None:
        """D: what the line asks for is done or written down, and it leaves the list."""
        self._act("done")

    def put_off(self) -> None:
        """P: a later day for a follow-up, a visit or a promise."""
        self._act("put_off")

    def _act(self, action: str) -> None:
        line = self.lines.current()
        if line is not None and action in line.actions:
            self._begin(line, action)

    def _begin(self, line: Line, action: str) -> None:
        from ui import today_acts

        act = line.section, action
        if act in today_acts.ELSEWHERE:
            step = today_acts.ELSEWHERE[act]
            self.open_record.emit(line.kind, f"{line.record_id}-{step}")
        elif act in today_acts.AT_ONCE:
            command, words = today_acts.AT_ONCE[act]
            if self.desk.execute(command(line)) is not None:
                self.desk.say(today_acts.said(words), Tone.OK)
        elif self.middle.close_form():
            self._show_form(line, action)

    @property
    def form(self) -> Form | None:
        """The form beside the lines, if one is open."""
        return self.middle.form

    def _show_form(self, line: Line, action: str) -> None:
        from ui import today_acts

        assert self._shown is not None
        form = today_acts.form_for(self.desk, line, action, self._shown.day, self)
        form.saved.connect(lambda _answer: self._saved(today_acts.done_words(form)))
        self.middle.show_form(form)

    def save(self) -> None:
        """Ctrl+S in the form beside the lines."""
        if self.form is not None:
            self.form.submit()

    def _saved(self, words: str) -> None:
        self.desk.say(words, Tone.OK)
        self.middle.drop_form()

    def back(self) -> bool:
        had = self.form is not None
        self.middle.close_form()
        return had

    def show_record(self, kind: str, record_id: Any) -> None:
        """Go on with a kept draft of a form beside the lines, if its line is still here."""
        section, action, ident = "today_follow_ups", "done", str(record_id)
        if kind == "task":
            section, action, ident = ident.split("-")
        line = self.lines.select_in(section, int(ident))
        if line is not None and action in line.actions:
            self._begin(line, action)
