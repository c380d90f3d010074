"""How many papers a replay moved, by matter and by officer; picking a line narrows the papers."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from crm_desktop.services.authority.replays import CHANGES, Replay, ReplayRow, Tally
from crm_desktop.services.registry import Page
from ui.desk import Desk
from ui.tables.columns import Align, Column
from ui.tables.view import ListView
from ui.tokens import GRID

MOVED, FIGURE = 86, 70


@dataclass(frozen=True)
class Picked:
    """Whose papers are shown: of one matter or one officer, or all."""

    matter: str = ""
    officer: str = ""

    def takes(self, row: ReplayRow) -> bool:
        """Whether a paper is one of them."""
        return self.matter in ("", row.matter) and self.officer in ("", str(row.officer_id))


@dataclass(frozen=True)
class Line:
    """A tally with an id of its own."""

    id: str
    tally: Tally

    def count(self, change: str) -> str:
        """How many went that way; nothing for none."""
        count = self.tally.changes.get(change, 0)
        return f"{count:,}" if count else ""


class Tallies(QWidget):
    """Matters first, then officers; Enter or a click on a line picks it."""

    picked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: dict[str, tuple[Line, ...]] = {"matter": (), "officer": ()}
        self.matters = self._list("matter", self.tr("By matter"))
        self.officers = self._list("officer", self.tr("By officer"))
        self._lists = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lists.setSpacing(2 * GRID)
        self._lists.addWidget(self.matters, 3)
        self._lists.addWidget(self.officers, 2)

    def lie(self, across: bool) -> None:
        """Beside one another, or one above the other."""
        direction = QBoxLayout.Direction
        self._lists.setDirection(direction.LeftToRight if across else direction.TopToBottom)
        self._lists.setStretch(1, 3 if across else 2)
        right, below = (0, 2 * GRID) if across else (2 * GRID, 0)
        self._lists.setContentsMargins(0, 0, right, below)

    def _list(self, what: str, title: str) -> ListView:
        made = ListView(
            f"replay-{what}",
            title,
            [
                Column("name", title, 150, stretch=True, value=lambda row: row.tally.name),
                Column(
                    "moved",
                    self.tr("Elsewhere"),
                    MOVED,
                    Align.RIGHT,
                    value=lambda row: f"{row.tally.elsewhere:,} / {row.tally.papers:,}",
                ),
                *(
                    Column(
                        change,
                        words,
                        FIGURE,
                        Align.RIGHT,
                        value=partial(Line.count, change=change),
                        muted=True,
                    )
                    for change, words in (
                        ("stricter", self.tr("Stricter")),
                        ("milder", self.tr("Milder")),
                        ("answerer", self.tr("Other")),
                    )
                ),
            ],
            lambda _query: Page(self._lines[what]),
            filter_box=False,
            parent=self,
        )
        made.activated.connect(lambda row: self._pick(what, row))
        made.table.clicked.connect(lambda _: self._pick(what, made.current()))
        return made

    def _pick(self, what: str, row: Line | None) -> None:
        (self.officers if what == "matter" else self.matters).rest()
        if row is not None:
            self.picked.emit(Picked(row.id) if what == "matter" else Picked(officer=row.id))

    def show_tallies(self, found: Replay) -> None:
        """Another replay."""
        for what, tallies in (("matter", found.matters), ("officer", found.officers)):
            self._lines[what] = tuple(Line(each.key, each) for each in tallies)
        for each in (self.matters, self.officers):
            for change in CHANGES:
                each.show_column(change, found.changes.get(change, 0) > 0)
            each.reload()
        self.rest()

    def rest(self) -> None:
        """Nothing is picked."""
        self.matters.rest()
        self.officers.rest()
