"""One call makes a whole row: label, buddy, accessible name, help, validator and error line."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cached_property, partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.dates import format_date, parse_date
from crm_desktop.domain.errors import Refused
from crm_desktop.domain.money import Money, parse_money, parse_quantity, plain_decimal
from crm_desktop.messages import explain
from ui.forms.fields import (
    CheckField,
    ChoiceField,
    Field,
    HiddenField,
    Parse,
    Show,
    TextField,
    hint,
    plain_box,
)
from ui.forms.lookup import Find, Found, LookupField
from ui.icons import IconLabel
from ui.theme import set_role
from ui.tokens import Tone

WHOLE_DAY = "00/00/0000"
AROUND = 24
"""Room beside the words in a box."""


class ErrorLine(QWidget):
    """A sentence under a field with an icon; takes no room while there is nothing to say, and is
    not even made, for most fields of most forms are never wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.hide()

    @cached_property
    def label(self) -> QLabel:
        """The sentence."""
        label = QLabel(self)
        label.setWordWrap(True)
        set_role(label, "error")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(IconLabel("warning-circle", Tone.STOP, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label, 1)
        return label

    def say(self, sentence: str) -> None:
        """Show the sentence, or nothing for ""."""
        if sentence != self._words:
            self._words = sentence
            self.label.setText(sentence)
        self.setVisible(bool(sentence))

    def belong(self, cell: QWidget) -> None:
        """Go away and come back with the field that it is about."""
        cell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            gone = event.type() == QEvent.Type.HideToParent
            self.setVisible(not gone and bool(self._words))
        return super().eventFilter(watched, event)


F = TypeVar("F", bound=Field)


class Rows(QObject):
    """Lays fields out in a grid of equal columns and keeps them by key, in tab order.

    What is wrong with a narrow field stands in a line of its own under the whole row.
    """

    def __init__(
        self, parent: QWidget, columns: int = 1, language: str = "th", era: str = "buddhist"
    ) -> None:
        super().__init__(parent)
        self._parent, self._columns = parent, columns
        self._language, self._era = language, era
        self._row = self._column = 0
        self.fields: dict[str, Field] = {}
        self.labels: dict[str, QLabel] = {}
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        for column in range(columns):
            self.grid.setColumnStretch(column, 1)

    def text(
        self,
        key: str,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        parse: Parse | None = None,
        show: Show = str,
        placeholder: str = "",
        longest: int = 200,
        span: int = 1,
    ) -> TextField:
        """A line of text; `parse(text, key)` may read it and raise Refused."""
        box = QLineEdit(self._parent)
        box.setMaxLength(longest)
        hint(box, placeholder)
        field = TextField(key, label, box, parse=parse, show=show, required=required)
        return self.add(field, help, required, span)

    def multiline(
        self,
        key: str,
        label: str,
        *,
        help: str = "",
        required: bool = False,
        parse: Parse | None = None,
        show: Show = str,
        lines: int = 3,
        span: int | None = None,
    ) -> TextField:
        """A block of text, over the whole width unless `span` says less."""
        box = plain_box(self._parent)
        box.setFixedHeight(lines * box.fontMetrics().lineSpacing() + 18)
        field = TextField(key, label, box, parse=parse, show=show, required=required)
        return self.add(field, help, required, span or self._columns)

    def money(
        self,
        key: str,
        label: str,
        *,
        zero: bool = True,
        judge: Callable[[Money], None] | None = None,
        **more: Any,
    ) -> TextField:
        """Baht; the value is Money. `judge` raises Refused for a sum that cannot be."""
        parse = partial(_money, zero=zero, judge=judge)
        return self._number(self.text(key, label, parse=parse, **more))

    def quantity(self, key: str, label: str, *, zero: bool = False, **more: Any) -> TextField:
        """Thousandths; the value is a Decimal."""
        parse = partial(_quantity, zero=zero)
        return self._number(self.text(key, label, parse=parse, show=_plain, **more))

    def percent(self, key: str, label: str, **more: Any) -> TextField:
        """0 to 100 with two decimals; the value is a Decimal."""
        return self._number(self.text(key, label, parse=_percent, show=_plain, **more))

    def date(
        self, key: str, label: str, *, today: Callable[[], Any] | None = None, **more: Any
    ) -> TextField:
        """A day typed in either era; with `today` also as +7. Shown in the person's era."""
        show = partial(_day, language=self._language, era=self._era)
        parse = partial(_date, today=today)
        placeholder = self.tr("day/month/year")
        field = self.text(key, label, parse=parse, show=show, placeholder=placeholder, **more)
        whole = field.widget.fontMetrics().horizontalAdvance(WHOLE_DAY)
        field.widget.setMinimumWidth(whole + AROUND)
        return self._tidy(field)

    def choice(
        self,
        key: str,
        label: str,
        choices: Sequence[tuple[Any, str]],
        *,
        help: str = "",
        required: bool = False,
        span: int = 1,
    ) -> ChoiceField:
        """One of (value, words)."""
        field = ChoiceField(key, label, QComboBox(self._parent), choices, required=required)
        return self.add(field, help, required, span)

    def check(self, key: str, label: str, *, help: str = "", span: int = 1) -> CheckField:
        """Yes or no; the words stand on the box itself."""
        return self.add(CheckField(key, label, QCheckBox(label, self._parent)), help, False, span)

    def lookup(
        self,
        key: str,
        label: str,
        find: Find,
        *,
        help: str = "",
        required: bool = False,
        picked: Callable[[Found], object] | None = None,
        placeholder: str = "",
        span: int = 1,
    ) -> LookupField:
        """A record found while typing; `picked` hears what was taken. The value is its id."""
        box = QLineEdit(self._parent)
        box.setAccessibleName(label)
        hint(box, placeholder or self.tr("Type to find"))
        field = LookupField(key, label, box, find, required=required, picked=picked)
        return self.add(field, help, required, span)

    def hidden(self, key: str, value: Any = None) -> HiddenField:
        """A value that is not typed, such as id and version."""
        field = HiddenField(key, self._parent, value)
        self.fields[key] = field
        return field

    def heading(self, text: str) -> QLabel:
        """A heading over the rows that follow."""
        label = QLabel(text, self._parent)
        set_role(label, "heading")
        label.setContentsMargins(0, 8, 0, 0)
        self.place(label, self._columns)
        return label

    def place(self, widget: QWidget, span: int = 1) -> None:
        """Put any widget into the next free cell."""
        span = min(span, self._columns)
        if self._column + span > self._columns:
            self._row, self._column = self._row + 1 + self._columns, 0
        self.grid.addWidget(widget, self._row, self._column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._column += span

    def add(self, field: F, help: str = "", required: bool = False, span: int = 1) -> F:
        """Put a field of any kind into the next free cell, with all that belongs to it."""
        self.fields[field.key] = field
        field.widget.setAccessibleName(field.label)
        field.widget.setToolTip(help)
        field.widget.setAccessibleDescription(help)
        line = ErrorLine(self._parent)
        cell = self._cell(field, help, required)
        self.place(cell, span)
        self._place_error(field, line, cell, span)
        field.left.connect(lambda: self._judge(field))
        field.changed.connect(lambda: field.refuse(""))
        return field

    def star(self, key: str, *, needed: bool) -> None:
        """Say beside the name of a field whether it must be filled; that may change with others."""
        self.labels[key].setText(self.fields[key].label + (" *" if needed else ""))

    def _cell(self, field: Field, help: str, required: bool) -> QWidget:
        cell = QWidget(self._parent)
        cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if not isinstance(field, CheckField):
            label = self.labels[field.key] = QLabel(cell)
            self.star(field.key, needed=required)
            set_role(label, "label")
            label.setBuddy(field.widget)
            layout.addWidget(label)
        layout.addWidget(field.widget)
        if help:
            note = QLabel(help, cell)
            note.setWordWrap(True)
            set_role(note, "muted")
            layout.addWidget(note)
        return cell

    def _place_error(self, field: Field, line: ErrorLine, cell: QWidget, span: int) -> None:
        layout = cell.layout()
        if 2 * span >= self._columns and layout is not None:
            field.refusal.connect(line.say)
            layout.addWidget(line)
            return
        field.refusal.connect(lambda words: line.say(_named(field.label, words)))
        line.belong(cell)
        self.grid.addWidget(line, self._row + self._column, 0, 1, self._columns)

    def _judge(self, field: Field) -> None:
        """Say what is wrong with what was typed as soon as the field is left."""
        if field.raw() in ("", None, [None, ""]):
            return
        try:
            field.value()
        except Refused as refused:
            field.refuse(explain(refused, self._language, self._era))

    def _number(self, field: TextField) -> TextField:
        box = field.widget
        assert isinstance(box, QLineEdit)
        box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._tidy(field)

    def _tidy(self, field: TextField) -> TextField:
        """Write a value that was understood the way it is always shown, once the field is left."""
        field.left.connect(partial(_rewrite, field))
        return field


def _named(label: str, sentence: str) -> str:
    """What is wrong, with the name of the field unless the sentence has it."""
    return sentence if not sentence or label in sentence else f"{label}: {sentence}"


def _rewrite(field: TextField) -> None:
    try:
        field.set_value(field.value())
    except Refused:
        return


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _money(text: str, key: str, *, zero: bool, judge: Callable[[Money], None] | None) -> Money:
    amount = parse_money(text, key, zero=zero)
    if judge is not None:
        judge(amount)
    return amount


def _quantity(text: str, key: str, *, zero: bool) -> Decimal:
    return parse_quantity(text, key, zero=zero)


def _percent(text: str, key: str) -> Decimal:
    number = plain_decimal(text.replace("%", ""), 2)
    if number is None or not 0 <= number <= 100:
        raise Refused("bad_percent", key, text=text)
    return number


def _date(text: str, key: str, *, today: Callable[[], Any] | None) -> Any:
    return parse_date(text, key, today() if today else None)


def _day(value: Any, language: str, era: str) -> str:
    return format_date(value, language, era)
