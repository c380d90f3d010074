"""Two people, one record: what they stored and what I typed, field by field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.theme import set_role


@dataclass(frozen=True)
class Difference:
    """One field that the other person changed meanwhile."""

    key: str
    label: str
    mine: str
    theirs: str
    changed_by_me: bool


class Comparison(QFrame):
    """Lets the person choose per field; mine is set where I changed it, theirs where I did not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(24)
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._made: list[QWidget | QButtonGroup] = []
        self.hide()

    def offer(self, differences: Sequence[Difference], decided: Callable[[], object]) -> None:
        """Show the differences; `decided` hears that the choices are made."""
        self.clear()
        titles = (self.tr("Field"), self.tr("Yours"), self.tr("Theirs"))
        for column, text in enumerate(titles):
            self._put(QLabel(text, self), 0, column, "muted")
        for row, difference in enumerate(differences, start=1):
            self._row(row, difference)
        self.go_on = QPushButton(self.tr("Save with these choices"), self)
        set_role(self.go_on, "primary")
        self.go_on.clicked.connect(lambda _checked: decided())
        self._put(self.go_on, len(differences) + 1, 2)
        self.show()
        self.choices[differences[0].key][0].setFocus()

    def clear(self) -> None:
        """Take the panel away."""
        self.hide()
        for part in self._made:
            part.deleteLater()
        self._made, self.choices = [], {}

    def _row(self, row: int, difference: Difference) -> None:
        self._put(QLabel(difference.label, self), row, 0)
        mine = QRadioButton(difference.mine or self.tr("(empty)"), self)
        theirs = QRadioButton(difference.theirs or self.tr("(empty)"), self)
        mine.setAccessibleName(self.tr("{0}: yours, {1}").format(difference.label, mine.text()))
        theirs.setAccessibleName(
            self.tr("{0}: theirs, {1}").format(difference.label, theirs.text())
        )
        group = QButtonGroup(self)
        self._made.append(group)
        for column, choice in ((1, mine), (2, theirs)):
            group.addButton(choice)
            self._put(choice, row, column)
        (mine if difference.changed_by_me else theirs).setChecked(True)
        self.choices[difference.key] = (mine, theirs)

    def _put(self, widget: QWidget, row: int, column: int, role: str = "") -> None:
        if role:
            set_role(widget, role)
        self._grid.addWidget(widget, row, column)
        self._made.append(widget)

    def chosen(self) -> dict[str, bool]:
        """Per key, whether theirs was chosen."""
        return {key: theirs.isChecked() for key, (_, theirs) in self.choices.items()}
