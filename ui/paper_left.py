"""When a paper left the house, how and through whom: in one line, and in a list beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QVBoxLayout, QWidget

from crm_desktop.messages import sentence
from crm_desktop.services.papers.departures import NOT_PRINTED, Departure
from ui.customers.words import moment
from ui.desk import Desk
from ui.theme import set_role

WIDTH = 260


class LeftPanel(QFrame):
    """Every exit, the newest first; hidden until it is asked for."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: Sequence[Departure] = ()
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        heading = QLabel(self.tr("What left, when and through whom"), self)
        heading.setWordWrap(True)
        set_role(heading, "heading")
        self.list = QListWidget(self)
        self.list.setAccessibleName(heading.text())
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel(self.tr("Nothing has left the house yet."), self)
        self.none.setWordWrap(True)
        set_role(self.none, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addStretch()
        self.hide()

    def show_departures(self, found: Sequence[Departure]) -> None:
        """Put them down, the newest first."""
        self.shown = found
        self.list.clear()
        self.list.addItems([f"{self.words(each)}\n{self._when(each)}" for each in found])
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)

    def words(self, one: Departure) -> str:
        """What left, by which way and as which copy."""
        said = [self._word(f"exit_{one.exit}")]
        kind, _, place = one.slip.partition("/")
        if kind:
            said.append(f"{self._word(f'paper_title_{kind.lower()}')} {place}".strip())
        if one.copy:
            said.append(sentence("copy_nth", self._desk.language, number=one.copy))
        languages = {"en": self.tr("English"), "both": self.tr("Thai and English")}
        said += [languages[one.language]] if one.language in languages else []
        return " · ".join(said)

    def line(self, count: int = 0) -> str:
        """The same in one line: how often, which copy of the paper leaves next, and the last time;
        "" while nothing has left."""
        left = came_out(self.shown)
        if not left:
            return ""
        last = f"{self.words(left[0])} · {self._when(left[0])}"
        if not count:
            return self.tr("Left the house {0}×, last: {1}").format(len(left), last)
        words = self.tr("Left the house {0}×, the next is marked as copy {1}. Last: {2}")
        return words.format(len(left), count, last)

    def _word(self, code: str) -> str:
        return sentence(code, self._desk.language)

    def _when(self, one: Departure) -> str:
        return f"{moment(self._desk, one.at)} · {one.person}"


def came_out(found: Sequence[Departure]) -> Sequence[Departure]:
    """Without the prints that came to nothing, the newest first."""
    out: list[Departure] = []
    for each in reversed(found):
        if each.exit != NOT_PRINTED:
            out.insert(0, each)
            continue
        same = (each.person, each.slip, each.copy, "print")
        failed = [it for it in out if (it.person, it.slip, it.copy, it.exit) == same]
        if failed:
            out.remove(failed[0])
    return out
