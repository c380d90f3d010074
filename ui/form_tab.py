"""A tab that is one form: saved with Ctrl+S, put back with its undo, kept as a draft."""

from PySide6.QtWidgets import QLabel, QVBoxLayout

from ui.binding import Slot
from ui.desk import Desk
from ui.forms.base import Form
from ui.screen import Screen
from ui.theme import set_role

WIDEST = 760


class FormTab(Screen):
    """`more` are actions beside saving, each with a button at the foot."""

    def __init__(self, desk: Desk, form: Form, more: dict[str, Slot] | None = None) -> None:
        super().__init__(desk)
        self.form = form
        slots = {**(more or {}), "form.revert": form.revert, "form.save": self.save}
        self.bind(slots)
        heading = QLabel(self.title, self)
        set_role(heading, "title")
        heading.setContentsMargins(16, 12, 16, 0)
        form.foot.addStretch(1)
        form.foot.addLayout(self.button_row(*slots, primary="form.save"))
        form.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(form, 1)
        self.setFocusProxy(form.first_field().widget)

    @property
    def title(self) -> str:
        return self.form.title

    def save(self) -> bool:
        """Ctrl+S; whether it was saved."""
        if self.form.submit() is None:
            return False
        self.desk.say(self.tr("Saved."))
        return True
