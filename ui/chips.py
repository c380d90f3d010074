"""A row of quick filters over a list, one of them on; Ctrl+G goes from one to the next."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.flow import Flow
from ui.theme import set_role


class Chips(QWidget):
    """`chosen` carries the key of the filter; the words are given with the keys."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = dict(words)
        self.on = on if on in words else next(iter(words))
        self.buttons: dict[str, QPushButton] = {}
        row = Flow(self, spacing=4)
        group = QButtonGroup(self)
        for key, word in words.items():
            chip = QPushButton(word, self)
            chip.setCheckable(True)
            chip.setChecked(key == self.on)
            set_role(chip, "chip")
            chip.clicked.connect(partial(self.choose, key))
            group.addButton(chip)
            self.buttons[key] = chip
            row.addWidget(chip)

    def choose(self, key: str, _checked: bool = True) -> None:
        """Turn one filter on."""
        self.on = key
        self.buttons[key].setChecked(True)
        self.chosen.emit(key)

    def next(self) -> None:
        """Go on to the next filter."""
        keys = list(self.words)
        self.choose(keys[(keys.index(self.on) + 1) % len(keys)])

    def count(self, key: str, number: int) -> None:
        """Show beside a filter how many wait there."""
        self.buttons[key].setText(f"{self.words[key]}  {number}" if number else self.words[key])
