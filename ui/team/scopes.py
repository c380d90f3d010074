"""Whose figures are shown: everybody within reach, the own line, a branch, one person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from crm_desktop.services.settings import branches
from crm_desktop.services.team.members import EVERYBODY, Scope, members
from ui.desk import Desk

WIDEST = 26
"""Letters a name takes before it is cut."""


class ScopeBox(QComboBox):
    """`chosen` once another scope is on; a supervisor has only the own line to choose from."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Whose figures"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(WIDEST // 2)
        self.scopes: list[Scope] = []
        found = desk.read(members)
        below = [each for each in found if each.below]
        self._offer(self.tr("Everybody"), EVERYBODY)
        if below and len(below) + 1 < len(found):
            self._offer(self.tr("My reporting line"), Scope(team=True))
        here = {each.branch_id for each in found}
        if len(here) > 1:
            for branch in desk.read(branches):
                if branch.id in here:
                    self._offer(self.tr("Branch {0}").format(branch.code), Scope(None, branch.id))
        for each in found:
            words = each.name if each.active else self.tr("{0} (left)").format(each.name)
            self._offer(words, Scope(each.id))
        self.currentIndexChanged.connect(lambda _: self.chosen.emit())

    def _offer(self, words: str, scope: Scope) -> None:
        self.scopes.append(scope)
        self.addItem(words, f"{scope.person_id}/{scope.branch_id}/{scope.team}")

    @property
    def scope(self) -> Scope:
        """What is on."""
        return self.scopes[self.currentIndex()]

    def next(self) -> None:
        """On to the next scope that is no single person."""
        wide = [number for number, each in enumerate(self.scopes) if each.person_id is None]
        at = self.currentIndex()
        self.setCurrentIndex(wide[(wide.index(at) + 1) % len(wide)] if at in wide else 0)
