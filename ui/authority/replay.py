"""Replay: what a version would have done with the papers of the last days, each a key away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.application import Application
from crm_desktop.domain.authority import MatrixState
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.kinds import KINDS
from crm_desktop.domain.thai import search_text
from crm_desktop.messages import sentence
from crm_desktop.services.authority.matrices import MatrixVersion, matrix_in_force, matrix_versions
from crm_desktop.services.authority.replays import (
    CHANGES,
    Replay,
    ReplayRow,
    matter_words,
    outcome_words,
    replay,
    replay_sheet,
)
from crm_desktop.services.paging import ListQuery
from crm_desktop.services.registry import Page
from ui.authority.choosing import offer_in, version_choices
from ui.authority.tallies import Picked, Tallies
from ui.bars import Bar
from ui.desk import Desk
from ui.files import export
from ui.flow import Flow
from ui.screen import LiveScreen
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tasks import Task
from ui.theme import set_role
from ui.tokens import GRID, Tone

DAYS, DAYS_WIDTH = 30, 14 * GRID
TONES = {"stricter": Tone.WARN, "milder": Tone.OK, "answerer": Tone.INFO}
WIDE_ENOUGH, TALLIES = 1_600, 500
"""Below this width the tallies stand over the papers, else so wide beside them."""
SHARE = 0.38
"""Of the height for tallies that stand over the papers."""


class ReplayPage(LiveScreen):
    """Ctrl+4: a draft if there is one; nothing is read before somebody says so."""

    TABLES = frozenset({"matrix"})
    stale = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.found: Replay | None = None
        self._task: Task | None = None
        self._picked = Picked()
        self.version, self.days = QComboBox(self), QLineEdit(self)
        self.bar, self.summary = Bar(self), QLabel(self)
        self.tallies = Tallies(desk, self)
        self.list = self._make_list()
        self.bind(
            {
                "matrix.run": self.run,
                "list.open": self.open_current,
                "list.export": self.export,
                "list.reload": self.read_again,
            }
        )
        self._lay_out()
        self.tallies.picked.connect(self._pick)
        self.list.activated.connect(lambda _: self.open_current())
        self.setFocusProxy(self.version)
        self._show()

    @property
    def title(self) -> str:
        return self.tr("Replay")

    # Looks ------------------------------------------------------------------------------------

    def _make_list(self) -> ListView:
        desk, language = self.desk, self.desk.language
        return ListView(
            "replay",
            self.tr("Papers that would have gone elsewhere"),
            [
                Column("reference", self.tr("Number"), 140, strong=True),
                Column("customer", self.tr("Customer"), 120, stretch=True),
                Column(
                    "change",
                    self.tr("How"),
                    100,
                    value=lambda row: sentence(f"replay_{row.change}", language),
                    tone=lambda row: TONES[row.change],
                ),
                Column(
                    "before",
                    self.tr("As decided"),
                    224,
                    value=lambda row: outcome_words(row.before, language),
                    muted=True,
                ),
                Column(
                    "after",
                    self.tr("Under this version"),
                    224,
                    value=lambda row: outcome_words(row.after, language),
                ),
                Column("amount", self.tr("Total"), 100, Align.RIGHT),
                Column("officer", self.tr("Officer"), 112, muted=True),
                Column("asked_on", self.tr("Submitted"), 104, format=desk.day, muted=True),
                Column(
                    "matter",
                    self.tr("Matter"),
                    132,
                    value=lambda row: matter_words(row.matter, language),
                    muted=True,
                    shown=False,
                ),
            ],
            self._fetch,
            state=desk.state,
            parent=self,
        )

    def _lay_out(self) -> None:
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        set_role(self.summary, "heading")
        self.summary.setWordWrap(True)
        self.version.setAccessibleName(self.tr("Version to replay"))
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.days.setAccessibleName(self.tr("Over how many days"))
        self.days.setText(str(DAYS))
        self.days.setFixedWidth(DAYS_WIDTH)
        self.days.setMaxLength(4)
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.days.returnPressed.connect(self.run)
        head = Flow()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.version)
        head.addWidget(QLabel(self.tr("over the last"), self))
        head.addWidget(self.days)
        head.addWidget(QLabel(self.tr("days"), self))
        head.addLayout(self.button_row("matrix.run", "list.export", primary="matrix.run"))
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(True)
        self.split.addWidget(self.tallies)
        self.split.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.summary)
        column.addWidget(self.split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_ENOUGH
        self.tallies.lie(across=not wide)
        self.split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        room = self.width() if wide else self.split.height()
        tallies = TALLIES if wide else int(room * SHARE)
        self.split.setSizes([tallies, room - tallies])

    # Reading ----------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Read which versions there are; the one picked stays picked."""
        versions = self.desk.read(matrix_versions)
        offer_in(self.version, version_choices(versions), self._first(versions))
        self._show()

    def _first(self, versions: tuple[MatrixVersion, ...]) -> int:
        """The newest draft, for that is what a replay is for; else what is in force."""
        drafts = [each.version for each in versions if each.state == MatrixState.DRAFT]
        return drafts[0] if drafts else self.desk.read(matrix_in_force).version

    def run(self) -> None:
        """Ctrl+R: decide everything anew, beside the window."""
        version, typed = self.version.currentData(), self.days.text().strip()
        if not version or self._task is not None:
            return
        self.bar.clear()
        days = int(typed) if typed.isdecimal() else 0

        def work(application: Application, task: Task) -> Replay:
            def told(done: int, of: int) -> None:
                task.report(done, of)
                if task.cancelled:
                    raise Refused("given_up")

            return application.read(replay, version, days, told)

        self._task = self.desk.beside(work, self._done, self._refused)
        self._task.ended.connect(self._ended)
        self._show()

    def _done(self, found: Replay) -> None:
        self.found, self._picked = found, Picked()
        self.tallies.show_tallies(found)
        self._show()
        self.list.reload()
        self.list.setFocus()

    def _refused(self, refusal: Refused) -> None:
        self.bar.say(self.desk.explain(refusal), Tone.STOP)

    def _ended(self) -> None:
        self._task = None
        self._show()

    # Showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        self.summary.setText(self._words())
        if "matrix.run" in self.bound:
            self.bound["matrix.run"].setEnabled(self._task is None and self.version.count() > 0)
        if "list.export" in self.bound:
            self.bound["list.export"].setEnabled(self.found is not None)
        title, hint = self._nothing()
        self.list.set_empty(title, hint)

    def _words(self) -> str:
        if self._task is not None:
            return self.tr("Deciding every paper of these days anew… Esc stops it.")
        if self.found is None:
            return ""
        found, language = self.found, self.desk.language
        parts = [
            f"{sentence(f'replay_{change}', language)} {found.changes[change]:,}"
            for change in CHANGES
            if found.changes.get(change)
        ]
        told = self.tr("Version {0} from {1} to {2}: of {3} papers {4} would have gone elsewhere")
        words = told.format(
            found.version,
            self.desk.day(found.first),
            self.desk.day(found.until),
            f"{found.papers:,}",
            f"{sum(found.changes.values()):,}",
        )
        if found.more:
            parts.append(self.tr("the newest {0} are listed").format(f"{len(found.rows):,}"))
        return " · ".join((words, *parts))

    def _nothing(self) -> tuple[str, str]:
        if self.found is None and self.version.count() == 1:
            hint = self.tr(
                "A draft of the next version can be replayed as soon as it is begun; "
                "Ctrl+R decides these days anew under the only one."
            )
            return self.tr("There is only one version so far"), hint
        if self.found is None:
            hint = self.tr("Choose a version and the days, then press Ctrl+R.")
            return self.tr("Which papers would another table have moved?"), hint
        return self.tr("No paper would have gone elsewhere"), ""

    def _pick(self, picked: Picked) -> None:
        self._picked = picked
        self.list.reload()

    def _fetch(self, wanted: ListQuery) -> Page[ReplayRow]:
        begin, words = wanted.after[0] if wanted.after else 0, search_text(wanted.text)
        rows = self.found.rows if self.found else ()
        shown = [
            row
            for row in rows
            if self._picked.takes(row) and words in search_text(f"{row.reference} {row.customer}")
        ]
        end = begin + wanted.limit
        return Page(tuple(shown[begin:end]), (end,) if end < len(shown) else None)

    # Doing ------------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Enter: the paper itself."""
        row: ReplayRow | None = self.list.current()
        if row is not None:
            self.open_record.emit(KINDS[row.kind].name, row.document_id)

    def export(self) -> None:
        """Ctrl+Shift+E: the papers that are listed, as a spreadsheet."""
        if self.found is not None:
            name = f"replay-{self.found.version}-{self.found.until.isoformat()}.xlsx"
            export(self.desk, self, self.tr("Save the replay"), name, replay_sheet, self.found)

    def back(self) -> bool:
        """Esc: stop what is under way, then show all papers again."""
        if self._task is not None:
            self._task.cancel()
            return True
        if self._picked != Picked():
            self.tallies.rest()
            self._pick(Picked())
            return True
        return False
