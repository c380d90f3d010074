"""The head of Visits: seven days with their counts, and what is overdue."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.services.visits.visit_lists import DayCount
from ui.tiles import Tile
from ui.tokens import Tone

WEEK = 7
OVERDUE = "overdue"


class WeekTiles(QWidget):
    """`pressed` carries the day, or OVERDUE."""

    pressed = Signal(object)

    def __init__(self, name_of: Callable[[date], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._days: Sequence[DayCount] = ()
        self.tiles = [Tile("", self, checkable=True) for _ in range(WEEK)]
        self.overdue = Tile(self.tr("Overdue"), self, checkable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, tile in enumerate(self.tiles):
            tile.clicked.connect(self._presser(number))
            row.addWidget(tile, 1)
        self.overdue.clicked.connect(lambda: self.pressed.emit(OVERDUE))
        row.addWidget(self.overdue, 1)

    def show_week(
        self, days: Sequence[DayCount], overdue: str, today: date, chosen: date | str | None
    ) -> None:
        """Draw the counts; a day that is over with visits still open says so by colour too."""
        self._days = days
        for tile, day in zip(self.tiles, days, strict=True):
            tile.setText(self._name_of(day.day))
            late = bool(day.open) and day.day < today
            tile.show_figure(str(day.total or "–"), Tone.STOP if late else Tone.PLAIN)
            tile.setChecked(chosen == day.day)
        self.overdue.show_figure(overdue, Tone.PLAIN if overdue == "0" else Tone.STOP)
        self.overdue.setChecked(chosen == OVERDUE)

    def _presser(self, number: int) -> Callable[[], None]:
        return lambda: self.pressed.emit(self._days[number].day)
