"""Fields that only the customer form has: the kind, and lists of several of one thing."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.errors import Refused
from ui.binding import tool_button
from ui.forms.fields import Field, hint
from ui.icons import IconLabel, icon
from ui.theme import restyle, set_role
from ui.tokens import Tone

Box = QLineEdit | QComboBox
Raw = dict[str, str]
Read = Callable[[Raw, str], Any]
"""Makes a value of what stands in one editor; raises Refused on the named field."""


class KindField(Field):
    """Person or company, side by side; the arrow keys change it."""

    def __init__(self, key: str, label: str, choices: Mapping[str, str], parent: QWidget) -> None:
        holder = QWidget(parent)
        super().__init__(key, label, holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        group = QButtonGroup(holder)
        self.buttons: dict[str, QRadioButton] = {}
        for value, words in choices.items():
            button = QRadioButton(words, holder)
            button.setAccessibleName(words)
            button.toggled.connect(self._toggled)
            group.addButton(button)
            row.addWidget(button)
            self.buttons[value] = button
        row.addStretch(1)
        first = next(iter(self.buttons.values()))
        first.setChecked(True)
        holder.setFocusProxy(first)

    def _toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()

    def raw(self) -> str:
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def set_raw(self, raw: Any) -> None:
        if raw in self.buttons:
            self.buttons[raw].setChecked(True)

    def words(self, raw: Any) -> str:
        return self.buttons[raw].text() if raw in self.buttons else ""


class Hint(QWidget):
    """A warning under a field that does not hold anybody up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        set_role(self.label, "muted")
        row.addWidget(IconLabel("warning", Tone.WARN, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence, or nothing for ""."""
        self.label.setText(sentence)
        self.setVisible(bool(sentence))


class Editor(QWidget):
    """One of several: its boxes by key, and a button that takes it away."""

    changed = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: dict[str, Box] = {}
        self.remove = tool_button("x", self.tr("Take away"), self)
        self.remove.clicked.connect(self.removed)

    def line(self, key: str, name: str, *, placeholder: str = "", longest: int = 120) -> QLineEdit:
        """A box of the editor."""
        box = QLineEdit(self)
        box.setMaxLength(longest)
        hint(box, placeholder)
        box.setAccessibleName(name)
        box.textChanged.connect(lambda _: self.changed.emit())
        box.editingFinished.connect(self.left)
        self.boxes[key] = box
        return box

    def choose(self, key: str, name: str, choices: Mapping[str, str]) -> QComboBox:
        """A choice of the editor; alone it does not make the editor filled."""
        box = QComboBox(self)
        box.setAccessibleName(name)
        for value, words in choices.items():
            box.addItem(words, value)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.boxes[key] = box
        return box

    @property
    def filled(self) -> bool:
        """Whether anything was typed."""
        return any(isinstance(b, QLineEdit) and b.text().strip() for b in self.boxes.values())

    def raw(self) -> Raw:
        """What stands in the boxes."""
        return {
            key: box.text() if isinstance(box, QLineEdit) else str(box.currentData())
            for key, box in self.boxes.items()
        }

    def set_raw(self, raw: Mapping[str, str]) -> None:
        """Fill the boxes that are named."""
        for key, text in raw.items():
            box = self.boxes.get(key)
            if isinstance(box, QLineEdit) and box.text() != text:
                box.setText(text)
            elif isinstance(box, QComboBox):
                box.setCurrentIndex(max(0, box.findData(text)))

    def mark(self, key: str, sentence: str) -> Box:
        """Put the red border on the box that a refusal names (the first if it names none)."""
        chosen = self.boxes.get(key) or next(iter(self.boxes.values()))
        for box in self.boxes.values():
            box.setProperty("wrong", bool(sentence) and box is chosen)
            box.setAccessibleDescription(sentence if box is chosen else "")
            restyle(box)
        return chosen


class ListField(Field):
    """Several of one thing, each in an editor of its own; empty editors do not count."""

    def __init__(
        self,
        key: str,
        label: str,
        parent: QWidget,
        make: Callable[[QWidget], Editor],
        add: str,
        read: Read,
        *,
        at_least: int = 0,
        beside: bool = False,
    ) -> None:
        """`beside` puts a small button to add one more next to them, not a line below."""
        holder = QWidget(parent)
        super().__init__(key, label, holder)
        self._make, self._read, self._at_least = make, read, at_least
        self.editors: list[Editor] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addLayout(self._column, 1)
        self.more = self._more(add, beside)
        self.more.clicked.connect(lambda: self.add_one().setFocus())
        if beside:
            across.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._keep_enough()

    def add_one(self) -> Editor:
        """One more, empty; the cursor goes there when the person asked for it."""
        editor = self._make(self.widget)
        editor.changed.connect(self.changed)
        editor.left.connect(self.left)
        editor.removed.connect(lambda: self.take_away(editor))
        self._column.insertWidget(len(self.editors), editor)
        self._into_tab_order(editor)
        self.editors.append(editor)
        editor.setFocusProxy(self._entry(editor))
        self._show_removal()
        return editor

    def take_away(self, editor: Editor) -> None:
        """Remove one."""
        self.editors.remove(editor)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._keep_enough()
        self.changed.emit()

    def raw(self) -> list[Raw]:
        return [editor.raw() for editor in self._filled()]

    def set_raw(self, raw: Any) -> None:
        wanted = list(raw or ())
        if wanted == self.raw():
            return
        while len(self.editors) > max(len(wanted), self._at_least):
            self.take_away(self.editors[-1])
        while len(self.editors) < len(wanted):
            self.add_one()
        for at, editor in enumerate(self.editors):
            empty = dict.fromkeys(editor.boxes, "")
            editor.set_raw(wanted[at] if at < len(wanted) else empty)
        self.changed.emit()

    def value(self) -> tuple[Any, ...]:
        return tuple(self._read(each, f"{self.key}.{at}") for at, each in enumerate(self.raw()))

    def words(self, raw: Any) -> str:
        lines = (" ".join(text for text in each.values() if text) for each in raw or ())
        return "\n".join(lines)

    def refuse(self, sentence: str, detail: str = "") -> None:
        number, _, part = (detail or (self._wrong_now() if sentence else "")).partition(".")
        named = (self._filled() or self.editors)[int(number or 0) :][:1]
        for editor in self.editors:
            box = editor.mark(part, sentence if editor in named else "")
            if sentence and editor in named:
                self.widget.setFocusProxy(box)
        self.refusal.emit(sentence)

    def _into_tab_order(self, editor: Editor) -> None:
        """Tab walks through a new editor before it comes to the button that added it."""
        before: QWidget = self.more
        while before is self.more or before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain() or editor.remove
        for box in (*editor.boxes.values(), editor.remove):
            QWidget.setTabOrder(before, box)
            before = box

    def _more(self, text: str, beside: bool) -> QAbstractButton:
        if beside:
            return tool_button("plus", text, self.widget)
        button = QPushButton(icon("plus", QPalette.ColorRole.Link), text, self.widget)
        set_role(button, "flat")
        return button

    def _wrong_now(self) -> str:
        """Which part is wrong, for a sentence that does not say it."""
        try:
            self.value()
        except Refused as refusal:
            return (refusal.field or "").partition(".")[2]
        return ""

    def _filled(self) -> list[Editor]:
        return [editor for editor in self.editors if editor.filled]

    def _keep_enough(self) -> None:
        while len(self.editors) < self._at_least:
            self.add_one()
        self._show_removal()
        if self.editors:
            self.widget.setFocusProxy(self._entry(self.editors[0]))

    def _show_removal(self) -> None:
        for editor in self.editors:
            editor.remove.setVisible(len(self.editors) > self._at_least)

    def _entry(self, editor: Editor) -> Box:
        """Where typing begins in an editor."""
        lines = [box for box in editor.boxes.values() if isinstance(box, QLineEdit)]
        return lines[0]
