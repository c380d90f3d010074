"""Lines of a paper in a panel: what is known of each, and what somebody says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.money import Money, parse_money, parse_quantity
from ui.elided import ElidedLabel
from ui.forms.fields import ChoiceField, Field, Parse, Show, TextField
from ui.forms.rows import ErrorLine
from ui.guarded import guarded
from ui.papers.lines import plain
from ui.theme import set_role

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Ask:
    """A column to type into: `type` is quantity, money, text or choice."""

    key: str
    title: str
    width: int
    type: str = "quantity"
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class AskedLine:
    """One line: its id for the command, its words, known figures and what is offered."""

    id: int
    words: str
    told: tuple[str, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What was typed for one line, by the keys of its columns; None where nothing was."""

    id: int
    values: Mapping[str, Any]


class LineTable(Field):
    """The value is one `Answer` per line; Enter goes on to the next cell."""

    def __init__(
        self,
        key: str,
        label: str,
        told: Sequence[str],
        asks: Sequence[Ask],
        lines: Sequence[AskedLine],
        parent: QWidget,
    ) -> None:
        """`told` are the titles of what is known, `label` that of the words."""
        super().__init__(key, label, QWidget(parent))
        self._asks, self._lines = tuple(asks), tuple(lines)
        self._sent: list[int] = []
        self.cells: list[dict[str, Field]] = []
        self.widget.setAccessibleName(label)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        column.addLayout(grid)
        error = ErrorLine(self.widget)
        self.refusal.connect(error.say)
        column.addWidget(error)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._head(grid, (label, *told))
        for number, line in enumerate(self._lines, 1):
            self._add(grid, number, line)
        first = next(iter(self.cells[0].values()), None) if self.cells else None
        if first is not None:
            self.widget.setFocusProxy(first.widget)

    def _head(self, grid: QGridLayout, known: Sequence[str]) -> None:
        for column, title in enumerate((*known, *(ask.title for ask in self._asks))):
            word = QLabel(title, self.widget)
            set_role(word, "label")
            figure = 0 < column < len(known)
            grid.addWidget(word, 0, column, RIGHT if figure else Qt.AlignmentFlag.AlignVCenter)

    def _add(self, grid: QGridLayout, number: int, line: AskedLine) -> None:
        words = ElidedLabel(self.widget)
        words.setText(line.words)
        words.setMinimumWidth(120)
        grid.addWidget(words, number, 0)
        for column, figure in enumerate(line.told, 1):
            label = QLabel(figure, self.widget)
            label.setAlignment(RIGHT)
            grid.addWidget(label, number, column)
        cells: dict[str, Field] = {}
        for column, ask in enumerate(self._asks, len(line.told) + 1):
            cell = self._cell(f"{self.key}.{number - 1}.{ask.key}", ask)
            cell.widget.setAccessibleName(f"{ask.title}: {line.words}")
            cell.widget.setFixedWidth(ask.width)
            cell.set_value(line.given.get(ask.key))
            cell.changed.connect(partial(self._typed, cell))
            cell.widget.installEventFilter(self)
            grid.addWidget(cell.widget, number, column)
            cells[ask.key] = cell
        self.cells.append(cells)

    def _cell(self, key: str, ask: Ask) -> Field:
        if ask.type == "choice":
            return ChoiceField(key, ask.title, QComboBox(self.widget), (("", "–"), *ask.choices))
        box = QLineEdit(self.widget)
        if ask.type == "text":
            box.setMaxLength(300)
            return TextField(key, ask.title, box)
        box.setAlignment(RIGHT)
        return TextField(key, ask.title, box, parse=_READ[ask.type], show=_SHOW[ask.type])

    def _typed(self, cell: Field) -> None:
        cell.refuse("")
        self.refusal.emit("")
        self.changed.emit()

    @guarded(otherwise=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on inside the table; Ctrl+Enter is the panel's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain_key = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            last = self.cells and watched is [*self.cells[-1].values()][-1].widget
            if event.key() in _ENTER and plain_key and not last:
                self.widget.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    # As a field -------------------------------------------------------------------------------

    def raw(self) -> dict[int, dict[str, Any]]:
        return {
            line.id: {key: cell.raw() for key, cell in cells.items()}
            for line, cells in zip(self._lines, self.cells, strict=True)
        }

    def set_raw(self, raw: Any) -> None:
        for line, cells in zip(self._lines, self.cells, strict=True):
            for key, value in (raw or {}).get(line.id, {}).items():
                cells[key].set_raw(value)

    def typed(self, offered: Any) -> dict[int, dict[str, Any]] | None:
        """Only the cells that were typed into, by the line's id: another figure may be offered."""
        found = {
            line_id: {key: raw for key, raw in cells.items() if raw != offered[line_id][key]}
            for line_id, cells in self.raw().items()
        }
        return found if any(found.values()) else None

    def value(self) -> tuple[Answer, ...]:
        self._sent = []
        return tuple(
            Answer(line.id, {key: cell.value() for key, cell in cells.items()})
            for line, cells in zip(self._lines, self.cells, strict=True)
        )

    def answered(self, *keys: str) -> tuple[Answer, ...]:
        """The lines for which one of the columns was filled; a refusal of the command counts
        these, and still finds its line."""
        all_of_them = self.value()
        self._sent = [
            place for place, each in enumerate(all_of_them) if any(each.values[key] for key in keys)
        ]
        return tuple(all_of_them[place] for place in self._sent)

    def refuse(self, sentence: str, detail: str = "") -> None:
        """Mark the cell that `detail` ("2.quantity") names, or the first one of that line."""
        self.refusal.emit(sentence)
        for cells in self.cells if not sentence else ():
            for cell in cells.values():
                cell.refuse("")
        place, _, name = detail.partition(".")
        if not sentence or not place.isdigit():
            return
        number = self._sent[int(place)] if int(place) < len(self._sent) else int(place)
        if number >= len(self.cells):
            return
        cells = self.cells[number]
        cell = cells.get(name, next(iter(cells.values())))
        cell.refuse(sentence)
        self.widget.setFocusProxy(cell.widget)


def _quantity(text: str, key: str) -> Decimal:
    return parse_quantity(text, key, zero=True)


def _money(text: str, key: str) -> Money:
    return parse_money(text, key, zero=True)


_READ: Mapping[str, Parse] = {"quantity": _quantity, "money": _money}
_SHOW: Mapping[str, Show] = {"quantity": plain, "money": str}
