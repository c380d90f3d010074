"""The fields of a form: what is typed (`raw`) stands apart from what it means (`value`)."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from crm_desktop.domain.errors import Refused
from ui.theme import restyle

Parse = Callable[[str, str], Any]
"""Reads what was typed into the named field; raises Refused."""
Show = Callable[[Any], str]
WHOLE_MARKS = Qt.AlignmentFlag(Qt.TextFlag.TextDontClip.value)
"""Qt cuts the faint words of an empty box at the height of the font, and with it the vowels under
a Thai letter, unless the alignment of the box says not to."""


class Field(QObject):
    """One input of a form.

    `raw` is what a draft keeps (JSON-able, valid or not); `value` is what a command takes and
    raises Refused with the field's key; `refuse` puts a sentence beside the field.
    """

    changed = Signal()
    left = Signal()
    refusal = Signal(str)

    def __init__(self, key: str, label: str, widget: QWidget) -> None:
        super().__init__(widget)
        self.key, self.label, self.widget = key, label, widget

    @property
    def cell(self) -> QWidget:
        """The label, the input and the sentence together."""
        return self.widget.parentWidget() or self.widget

    def raw(self) -> Any:
        raise NotImplementedError

    def set_raw(self, raw: Any) -> None:
        raise NotImplementedError

    def value(self) -> Any:
        return self.raw()

    def set_value(self, value: Any) -> None:
        self.set_raw(value)

    def typed(self, offered: Any) -> Any:
        """What was entered instead of what was `offered` as `raw`, for a question that is asked
        anew; None for nothing."""
        raw = self.raw()
        return None if raw == offered else raw

    def words(self, raw: Any) -> str:
        """A raw value as a person reads it, for the comparison of two saves."""
        return "" if raw is None else str(raw)

    def refuse(self, sentence: str, detail: str = "") -> None:
        """Show a sentence beside the field; "" takes it away. `detail` is the rest of the name
        when the refusal names a part ("lines.3.quantity")."""
        self.widget.setProperty("wrong", bool(sentence))
        told = (sentence, self.widget.toolTip())
        self.widget.setAccessibleDescription(" ".join(filter(None, told)))
        restyle(self.widget)
        self.refusal.emit(sentence)


class TextField(Field):
    """A line or a block of typed text, with a parser for what it means."""

    def __init__(
        self,
        key: str,
        label: str,
        widget: QLineEdit | QPlainTextEdit,
        *,
        parse: Parse | None = None,
        show: Show = str,
        required: bool = False,
    ) -> None:
        super().__init__(key, label, widget)
        self._box, self._parse, self._show, self._required = widget, parse, show, required
        widget.textChanged.connect(lambda *_: self.changed.emit())
        if isinstance(widget, QLineEdit):
            widget.editingFinished.connect(self.left)

    def raw(self) -> str:
        return (
            self._box.toPlainText() if isinstance(self._box, QPlainTextEdit) else self._box.text()
        )

    def set_raw(self, raw: Any) -> None:
        if raw == self.raw():
            return
        if isinstance(self._box, QPlainTextEdit):
            self._box.setPlainText(raw)
        else:
            self._box.setText(raw)

    def value(self) -> Any:
        """The parsed value; an empty field is "" for plain text and None for anything parsed."""
        text = self.raw().strip()
        if not text and self._required:
            raise Refused("value_needed", self.key, label=self.label)
        if self._parse is None:
            return text
        return self._parse(text, self.key) if text else None

    def set_value(self, value: Any) -> None:
        self.set_raw("" if value is None or value == "" else self._show(value))


class ChoiceField(Field):
    """One of some choices; the raw form is the place among them, the value is any plain value."""

    def __init__(
        self,
        key: str,
        label: str,
        widget: QComboBox,
        choices: Sequence[tuple[Any, str]],
        *,
        required: bool = False,
    ) -> None:
        super().__init__(key, label, widget)
        self.combo, self._required = widget, required
        self.offer(choices)
        widget.currentIndexChanged.connect(lambda _: self._picked())

    def _picked(self) -> None:
        self.changed.emit()
        self.left.emit()

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace the choices; the chosen value stays if it is still there."""
        kept = self.raw() if self.combo.count() else None
        self.combo.blockSignals(True)
        self.combo.clear()
        for value, text in choices:
            self.combo.addItem(text, value)
        self.combo.blockSignals(False)
        self.set_raw(kept)

    def raw(self) -> Any:
        return self.combo.currentData()

    def set_raw(self, raw: Any) -> None:
        values = [self.combo.itemData(n) for n in range(self.combo.count())]
        self.combo.setCurrentIndex(values.index(raw) if raw in values else min(0, len(values) - 1))

    def value(self) -> Any:
        if self._required and self.raw() in (None, ""):
            raise Refused("value_needed", self.key, label=self.label)
        return self.raw()

    def words(self, raw: Any) -> str:
        found = self.combo.findData(raw)
        return self.combo.itemText(found) if found >= 0 else ""


class CheckField(Field):
    """Yes or no."""

    def __init__(self, key: str, label: str, widget: QCheckBox) -> None:
        super().__init__(key, label, widget)
        self._box = widget
        widget.toggled.connect(lambda _: self.changed.emit())

    def raw(self) -> bool:
        return self._box.isChecked()

    def set_raw(self, raw: Any) -> None:
        self._box.setChecked(bool(raw))

    def words(self, raw: Any) -> str:
        return "✓" if raw else "—"


class HiddenField(Field):
    """A value that travels with the form but is not typed: an id, a version."""

    def __init__(self, key: str, owner: QWidget, value: Any = None) -> None:
        super().__init__(key, "", owner)
        self._value = value

    def raw(self) -> Any:
        return self._value

    def set_raw(self, raw: Any) -> None:
        if raw != self._value:
            self._value = raw
            self.changed.emit()

    def refuse(self, sentence: str, detail: str = "") -> None:
        self.refusal.emit(sentence)


def hint(box: QLineEdit, words: str) -> None:
    """Show faint words in a box for as long as it is empty."""
    box.setPlaceholderText(words)
    box.setAlignment(box.alignment() | WHOLE_MARKS)


def plain_box(parent: QWidget) -> QPlainTextEdit:
    """A block of text in which Tab goes on to the next field."""
    box = QPlainTextEdit(parent)
    box.setTabChangesFocus(True)
    box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return box
