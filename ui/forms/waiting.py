"""A save that met a lost database, or another writer of a file: it is done by itself afterwards."""

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
        form.desk.turn.came.connect(self._save)
        form.desk.person_changed.connect(self._save)
        form.dirty_changed.connect(self._changed)
        form.saved.connect(self.give_up)

    def consider(self) -> None:
        """A save was not done: where it can be done later, keep what is typed on this PC, and say
        what will come of it."""
        self.on = self._form.desk.lost or self._form.desk.turn.missed
        if self.on:
            self._form.keep_draft()
            self.tell()

    def tell(self) -> None:
        """Where a save waits, that it does, and the way to call it off."""
        if not self.on:
            return
        lost = self._form.desk.lost
        words = self.tr(
            "The database does not answer. Go on working: this is saved by itself as soon as "
            "it is back."
        )
        if not lost:
            words = self.tr(
                "Somebody else is writing just now, a long list perhaps. Go on working: this is "
                "saved by itself right after."
            )
        give_up = self.tr("Do not save by itself"), self.give_up
        self._form.bar.say(words, Tone.WARN if lost else Tone.INFO, [give_up])

    def give_up(self) -> None:
        """The person saves when they want to, has saved, or has nothing left to save."""
        self.on = False

    def _changed(self, dirty: bool) -> None:
        """What was put back or thrown away is not saved any more."""
        self.on = self.on and dirty

    def _back(self, answers: bool) -> None:
        if answers:
            self._save(self.tr("The database is back, and what you wanted is saved."))

    def _save(self, words: str = "") -> None:
        """Only for whoever wanted it saved; somebody else may sit here by now."""
        form = self._form
        if not (self.on and form.desk.present) or form.desk.turn.missed:
            return
        if form.desk.actor.person_id != form.person_id:
            return
        self.on = False
        form.bar.clear()
        if form.submit() is not None:
            form.desk.say(words or self.tr("Now it is saved."))
