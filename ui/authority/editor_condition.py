"""One condition of a row as a ladder of limits and levels, written by keys."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.authority import Level
from crm_desktop.domain.authority.scales import SCALES, Scale
from crm_desktop.domain.authority.sketch import (
    CREDIT_FIRST,
    ConditionSketch,
    Fault,
    LimitSketch,
    Rung,
    tidy,
)
from crm_desktop.domain.authority.terms import Step, reason
from crm_desktop.messages import explain
from ui.authority.words import translate
from ui.binding import tool_button
from ui.forms.rows import ErrorLine
from ui.theme import restyle, set_role
from ui.tokens import GRID, ROW

PREFIX, BOX, UNIT, TAKE = range(4)
BOX_WIDTH = 24 * GRID
Place = tuple[str, int]
"""Which box of a condition: "rung" or "limit", and its number."""


def level_words(level: Level, language: str) -> str:
    """A level without its name in the other language."""
    return explain(level.title, language).partition(" (")[0]


def answer_of(level: Level, first: bool = False) -> str:
    """A level as an entry of the list to choose from; `first` lets credit-finance answer first."""
    return f"{level.name}/credit" if first else level.name


def condition_words(kind: str, group: str | None, language: str) -> str:
    """What a condition is called, with what its amounts include."""
    name = explain(SCALES[kind].title, language)
    if kind == "amount":
        return translate("matrix_words", "{0}, with VAT, before deposits").format(name)
    return translate("matrix_words", "{0}: {1} only").format(name, group) if group else name


def unit_words(scale: Scale) -> str:
    """What stands behind a figure of the scale."""
    units = {
        "baht": translate("matrix_words", "baht"),
        "percent": "%",
        "days": translate("matrix_words", "days"),
    }
    return units.get(scale.unit, "")


class LimitBox(QLineEdit):
    """A figure; all of it is chosen when the keys come, so that typing replaces it, and it is
    written as figures are once they go."""

    def __init__(self, text: str, name: str, scale: Scale, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._scale = scale
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setText(tidy(self._scale, self.text()))


class ConditionEditor(QWidget):
    """Shows one condition; `changed` carries it as it is written, `reshaped` one that has other
    boxes and the box to go on in, `dropped` asks for the whole of it to go."""

    changed = Signal(object)
    reshaped = Signal(object, object)
    dropped = Signal()

    def __init__(self, sketch: ConditionSketch, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sketch, self._language = sketch, language
        self.boxes: dict[Place, QWidget] = {}
        self._named: dict[int, QLabel] = {}
        self.error = ErrorLine(self)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(2 * GRID)
        self.grid.setVerticalSpacing(GRID)
        self.grid.setColumnMinimumWidth(BOX, BOX_WIDTH)
        self.grid.setColumnStretch(TAKE, 1)
        self._row = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._head())
        column.addLayout(self.grid)
        column.addWidget(self.error)
        self._fill()

    # Laying out -------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        name = QLabel(condition_words(self.sketch.kind, self.sketch.group, self._language), self)
        set_role(name, "heading")
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.setSpacing(0)
        if not self.sketch.scale.choices:
            row.addWidget(self._button("plus", self.tr("Add a band"), self.add_band))
        row.addWidget(self._button("funnel", self.tr("Does not count when…"), self.add_limit))
        words = self.tr("Take the condition away")
        row.addWidget(self._button("trash", words, self.dropped.emit))
        return row

    def _button(self, glyph: str, words: str, act: Callable[[], object]) -> QToolButton:
        button = tool_button(glyph, words, self)
        button.setFixedSize(ROW, ROW)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked: act())
        return button

    def _fill(self) -> None:
        for number, rung in enumerate(self.sketch.rungs):
            self._add_rung(number, rung)
        if self.sketch.unless:
            words = QLabel(self.tr("Does not count when all of this holds:"), self)
            set_role(words, "muted")
            self.grid.addWidget(words, self._row, 0, 1, 5)
            self._row += 2
        for number, limit in enumerate(self.sketch.unless):
            self._add_limit(number, limit)

    def _add_rung(self, number: int, rung: Rung) -> None:
        """A limit and who decides up to it; keys come to them in this order."""
        scale, last = self.sketch.scale, number == len(self.sketch.rungs) - 1
        if scale.choices or last:
            words = self._case(rung) if scale.choices else self._beyond()
            self.grid.addWidget(self._label(words), self._row, PREFIX, 1, TAKE)
        else:
            box = LimitBox(rung.to, self._told(number), scale, self)
            box.textEdited.connect(partial(self._typed, number))
            self.boxes["rung", number] = box
            self._line(self._upto(scale), box, unit_words(scale))
        levels = self._levels(number, rung)
        self.boxes.setdefault(("rung", number), levels)
        self.grid.addWidget(levels, self._row, TAKE)
        if not scale.choices and len(self.sketch.rungs) > 1:
            self._remover(self.tr("Take the band away"), partial(self.remove_band, number))
        self._row += 2

    def _add_limit(self, number: int, limit: LimitSketch) -> None:
        scale = SCALES[limit.kind]
        kinds = self._combo((self._kind_words(each), name) for name, each in SCALES.items())
        kinds.setCurrentIndex(kinds.findData(limit.kind))
        kinds.setAccessibleName(self.tr("What has to hold"))
        kinds.activated.connect(lambda _: self._other_limit(number, kinds.currentData()))
        box = self.boxes["limit", number] = self._limit_box(number, limit)
        self.grid.addWidget(kinds, self._row, PREFIX, 1, 2)
        if scale.choices:
            self.grid.addWidget(box, self._row, UNIT, 1, 2)
        else:
            self.grid.addWidget(self._label(self._upto(scale)), self._row, UNIT)
            self.grid.addWidget(box, self._row, TAKE)
        self._remover(self.tr("Take the exception away"), partial(self.remove_limit, number))
        self._row += 2

    def _limit_box(self, number: int, limit: LimitSketch) -> QWidget:
        scale = SCALES[limit.kind]
        if scale.choices:
            return self._case_box(number, limit)
        box = LimitBox(limit.to, self._kind_words(scale), scale, self)
        box.textEdited.connect(partial(self._limit_typed, number))
        return box

    def _line(self, words: str, box: QWidget, unit: str) -> None:
        self.grid.addWidget(self._label(words), self._row, PREFIX)
        self.grid.addWidget(box, self._row, BOX)
        self.grid.addWidget(self._label(unit), self._row, UNIT)

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(len(words) > 16)
        return label

    def _remover(self, words: str, act: Callable[[], None]) -> None:
        self.grid.addWidget(self._button("minus", words, act), self._row, TAKE + 1)

    def _combo(self, entries: Iterable[tuple[str, str]]) -> QComboBox:
        combo = QComboBox(self)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for words, value in entries:
            combo.addItem(words, value)
        return combo

    # Words ------------------------------------------------------------------------------------

    def _kind_words(self, scale: Scale) -> str:
        name, unit = explain(scale.title, self._language), unit_words(scale)
        return f"{name} ({unit})" if unit else name

    def _case(self, rung: Rung) -> str:
        return explain(reason(f"{self.sketch.kind}_is_{rung.to}"), self._language)

    def _upto(self, scale: Scale) -> str:
        return self.tr("at least") if scale.falling else self.tr("up to")

    def _beyond(self) -> str:
        if len(self.sketch.rungs) == 1:
            return self.tr("in every case")
        return self.tr("less than that") if self.sketch.scale.falling else self.tr("more than that")

    def _told(self, number: int) -> str:
        name = condition_words(self.sketch.kind, self.sketch.group, self._language)
        return self.tr("{0}, limit of band {1}").format(name, number + 1)

    # Levels -----------------------------------------------------------------------------------

    def _levels(self, number: int, rung: Rung) -> QComboBox:
        """The levels, and those that somebody answers before the superior does."""
        combo = self._combo(self._level_entries())
        combo.setCurrentIndex(combo.findData(answer_of(rung.level, Step.CREDIT in rung.steps)))
        combo.setAccessibleName(self.tr("Who decides band {0}").format(number + 1))
        combo.currentIndexChanged.connect(lambda _: self._chosen(number, combo.currentData()))
        return combo

    def _level_entries(self) -> Iterable[tuple[str, str]]:
        first = {
            Level.CONSULT: self.tr("Credit, then advice"),
            Level.SUPERIOR: self.tr("Credit, then superior"),
        }
        for level in Level:
            yield level_words(level, self._language), answer_of(level)
            if level in first:
                yield first[level], answer_of(level, first=True)

    def _chosen(self, number: int, answer: str) -> None:
        level, _, first = answer.partition("/")
        steps = CREDIT_FIRST if first else ()
        made = Rung(self.sketch.rungs[number].to, Level[level], steps)
        self._write(self.sketch.with_rung(number, made))

    # Limits that spare the condition ----------------------------------------------------------

    def _case_box(self, number: int, limit: LimitSketch) -> QComboBox:
        scale = SCALES[limit.kind]
        combo = self._combo(
            (explain(reason(f"{limit.kind}_is_{case}"), self._language), str(case))
            for case in scale.choices
        )
        combo.setCurrentIndex(max(0, combo.findData(limit.to)))
        combo.setAccessibleName(explain(scale.title, self._language))
        combo.currentIndexChanged.connect(lambda _: self._limit_typed(number, combo.currentData()))
        return combo

    def _other_limit(self, number: int, kind: str) -> None:
        if kind != self.sketch.unless[number].kind:
            made = self.sketch.with_limit(number, _first_limit(kind))
            self.reshaped.emit(made, ("limit", number))

    def add_limit(self) -> None:
        """A further exception, its figure to be typed."""
        at = len(self.sketch.unless)
        used = {limit.kind for limit in self.sketch.unless} | {self.sketch.kind}
        kind = next((name for name in ("stock", *SCALES) if name not in used), self.sketch.kind)
        self.reshaped.emit(self.sketch.with_limit(at, _first_limit(kind)), ("limit", at))

    def remove_limit(self, number: int) -> None:
        """Let the condition count again."""
        self.reshaped.emit(self.sketch.without_limit(number), ("rung", 0))

    # Bands ------------------------------------------------------------------------------------

    def add_band(self) -> None:
        """A further band after the one with the keys."""
        if self.sketch.scale.choices:
            return
        kind, number = self.here or ("rung", 0)
        at = number if kind == "rung" else 0
        made = self.sketch.with_band(at)
        self.reshaped.emit(made, ("rung", min(at + 1, len(made.rungs) - 2)))

    def remove_band(self, number: int) -> None:
        """The bands around take its place."""
        if not self.sketch.scale.choices and len(self.sketch.rungs) > 1:
            self.reshaped.emit(self.sketch.without_band(number), ("rung", max(0, number - 1)))

    def remove_here(self) -> None:
        """Take away the band or the exception that has the keys."""
        kind, number = self.here or ("", 0)
        if kind == "limit":
            self.remove_limit(number)
        elif kind == "rung":
            self.remove_band(number)

    @property
    def here(self) -> Place | None:
        """Which band or exception has the keys."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        row = self._row_of(focus)
        return next((at for at, box in self.boxes.items() if self._row_of(box) == row), None)

    def _row_of(self, widget: QWidget) -> int:
        return cast("tuple[int, ...]", self.grid.getItemPosition(self.grid.indexOf(widget)))[0]

    # Writing ----------------------------------------------------------------------------------

    def _typed(self, number: int, text: str) -> None:
        rung = self.sketch.rungs[number]
        self._write(self.sketch.with_rung(number, rung._replace(to=text.strip())))

    def _limit_typed(self, number: int, text: str) -> None:
        limit = self.sketch.unless[number]
        self._write(self.sketch.with_limit(number, limit._replace(to=text.strip())))

    def _write(self, sketch: ConditionSketch) -> None:
        self.sketch = sketch
        self.changed.emit(sketch)

    def tell(self, faults: list[Fault]) -> None:
        """Say the first fault under the box it is about and mark every such box."""
        wrong = {place for fault in faults if (place := _place_of(fault))}
        for place, box in self.boxes.items():
            box.setProperty("wrong", place in wrong)
            restyle(box)
        first = faults[0] if faults else None
        words = explain(first, self._language) if first else ""
        self.error.say(words)
        for place, box in self.boxes.items():
            box.setAccessibleDescription(words if place in wrong else "")
        place = _place_of(first) if first else None
        if place is not None:
            self.grid.addWidget(self.error, self._row_of(self.boxes[place]) + 1, 0, 1, TAKE + 2)


def _first_limit(kind: str) -> LimitSketch:
    """The mildest value of a choice; a figure is typed."""
    choices = SCALES[kind].choices
    return LimitSketch(kind, str(choices[0]) if choices else "")


def _place_of(fault: Fault) -> Place | None:
    if fault.rung is not None:
        return "rung", fault.rung
    return None if fault.limit is None else ("limit", fault.limit)
