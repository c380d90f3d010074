"""A save that met a lost database: it is done by itself as soon as the database is back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.tokens import Tone

if TYPE_CHECKING:
    from ui.forms.base import Form


class Waiting(QObject):
    """Belongs to a form; what another changed meanwhile is asked about as by any save."""

    def __init__(self, form: "Form") -> None:
        super().__init__(form)
        self._form, self.on = form, False
        form.desk.reachable.connect(self._back)

    def begin(self) -> None:
        """Keep what is typed on this PC, and say what will come of it."""
        self.on = True
        self._form.keep_draft()
        self._form.bar.say(
            self.tr(
                "The database does not answer. Go on working: this is saved by itself as soon as "
                "it is back."
            ),
            Tone.WARN,
            [(self.tr("Do not save by itself"), self.give_up)],
        )

    def give_up(self) -> None:
        """The person saves when they want to."""
        self.on = False

    def _back(self, answers: bool) -> None:
        """Only for whoever wanted it saved; somebody else may sit here by now."""
        form = self._form
        if not (self.on and answers and form.desk.present):
            return
        if form.desk.actor.person_id != form.person_id:
            return
        self.on = False
        form.bar.clear()
        if form.submit() is not None:
            form.desk.say(self.tr("The database is back, and what you wanted is saved."))
