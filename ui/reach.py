"""Which places a person has: rights come and go while the window stands, as with a deputy's day."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.permissions import LENT, PERMISSIONS
from ui.desk import Desk
from ui.places import Place
from ui.screen import Screen
from ui.tokens import Tone
from ui.translations import QT_TRANSLATE_NOOP

CHANGED = QT_TRANSLATE_NOOP("reach", "What you may do has changed; the places are as they are now.")
ANSWERING = "approvals"
"""The place that rights lent for a day are about."""


class Reach:
    """`places` and `screens` by key: the same two mappings for as long as the window stands."""

    def __init__(self, desk: Desk, places: Sequence[Place]) -> None:
        self._desk, self._all = desk, places
        self._person = desk.actor.person_id
        self.places: dict[str, Place] = {}
        self.screens: dict[str, Screen] = {}
        self._rights = self._held()
        self._find()

    def _held(self) -> frozenset[str]:
        return frozenset(name for name in PERMISSIONS if self._desk.may(name))

    def _find(self) -> None:
        self.places.clear()
        self.places |= {p.key: p for p in self._all if self._desk.may(p.permission)}

    def renew(self) -> bool:
        """Whether the rights are others now. Screens made for those of before go; what was typed
        there is kept."""
        here = self._desk.present and self._desk.actor.person_id == self._person
        before, self._rights = self._rights, self._held() if here else self._rights
        changed = before ^ self._rights
        if not changed:
            return False
        self._find()
        for key in [*self.screens]:
            if key == ANSWERING or key not in self.places or not changed <= LENT:
                self._drop(self.screens.pop(key))
        self._desk.say(QCoreApplication.translate("reach", CHANGED), Tone.INFO)
        return True

    def _drop(self, screen: Screen) -> None:
        for form in screen.forms():
            form.keep_draft()
        screen.setParent(None)
        screen.deleteLater()
