"""Ctrl+Z in the lines of a paper: what was done to them, one step back; Ctrl+Y does it again.

A step is whatever changed them at once: a cell, a line, everything that was pasted, scanned or
taken from a template. Other fields of the form and what is stored stay as they are.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ui.keys import sequences
from ui.papers.cells import CellBox
from ui.papers.lines import CELLS, OF_KIND, Cell, Line

if TYPE_CHECKING:
    from ui.papers.grid import LineGrid

DEEPEST = 200
BACK, FORTH = sequences("Ctrl+Z"), sequences("Ctrl+Y")


@dataclass(frozen=True)
class Moment:
    """The lines as they stood; `typed` is what of them a person did: a price that follows the
    list is none of it."""

    lines: tuple[Line, ...]
    typed: tuple[dict[str, Any], ...]


class LineHistory(QObject):
    """Listens to the model of a grid; `said` carries a sentence where there is no step to take."""

    said = Signal(str)

    def __init__(self, grid: "LineGrid") -> None:
        super().__init__(grid)
        self._grid, self._model = grid, grid.lines
        self._past: list[Moment] = []
        self._future: list[Moment] = []
        self._box: CellBox | None = None
        self._now = self._as_is()
        self._model.edited.connect(self._changed)
        self._model.modelReset.connect(self._loaded)
        grid.installEventFilter(self)

    def back(self) -> None:
        """The lines as before the last step."""
        if self._past:
            self._go(self._past, self._future)
        else:
            self.said.emit(self.tr("There is nothing more to take back in these lines."))

    def forth(self) -> None:
        """The step that was taken back last, once more."""
        if self._future:
            self._go(self._future, self._past)
        else:
            self.said.emit(self.tr("There is nothing to do again in these lines."))

    def _go(self, away: list[Moment], to: list[Moment]) -> None:
        before, self._now, self._box = self._now, away.pop(), None
        to.append(before)
        self._model.restore([_copied(line) for line in self._now.lines])
        self._grid.go_to(*_where(before.typed, self._now.typed))

    def _as_is(self) -> Moment:
        lines = list(self._model.lines)
        while lines and lines[-1].is_blank:
            lines.pop()
        return Moment(tuple(map(_copied, lines)), tuple(map(_typed, lines)))

    def _changed(self) -> None:
        """Letters typed into one cell are one step; what is again as before them is none."""
        before, self._now = self._now, self._as_is()
        if before.typed == self._now.typed:
            return
        focus = QApplication.focusWidget()
        box = focus if isinstance(focus, CellBox) and self._grid.isAncestorOf(focus) else None
        if box is None or box is not self._box:
            self._past = [*self._past, before][-DEEPEST:]
        self._box = box
        self._future.clear()
        if self._past and self._past[-1].typed == self._now.typed:
            self._past.pop()
            self._box = None

    def _loaded(self) -> None:
        """Other lines are shown; those that were just saved are the same."""
        before, self._now = self._now, self._as_is()
        if before.typed != self._now.typed:
            self._past, self._future, self._box = [], [], None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys are the window's wherever these lines only are read."""
        if not isinstance(event, QKeyEvent) or not self._model.editable:
            return False
        keys = QKeySequence(event.keyCombination())
        act = self.back if keys in BACK else self.forth if keys in FORTH else None
        if act is None:
            return False
        if event.type() == QEvent.Type.KeyPress:
            act()
        event.accept()
        return True


def _copied(line: Line) -> Line:
    made = copy(line)
    made.errors = dict(line.errors)
    return made


def _typed(line: Line) -> dict[str, Any]:
    raw = line.raw()
    if line.kind == "product" and not line.own_price:
        raw["unit_price"] = ""
    return raw


def _where(before: Sequence[dict[str, Any]], now: Sequence[dict[str, Any]]) -> tuple[int, Cell]:
    """The first place that is another now."""
    row = next((at for at, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1]),
               min(len(before), len(now)))  # fmt: skip
    if row >= len(now):
        return row, Cell.CODE
    there = OF_KIND[now[row]["kind"]]
    if len(before) == len(now) and before[row]["kind"] == now[row]["kind"]:
        changed = [CELLS[name] for name in CELLS if before[row][name] != now[row][name]]
        return row, next((cell for cell in there if cell in changed), there[0])
    return row, there[0]
