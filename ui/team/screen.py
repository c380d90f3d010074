"""The place "Team": its officers, who stands in for whom, what was decided, what passes on."""

from typing import Any

from ui.parted import Part, PartedScreen
from ui.screen import Screen
from ui.team.officers import OfficersPage


class TeamScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "team"
    PARTS = (
        Part("officers", "team.officers", "ui.team.officers:OfficersPage"),
        Part("absence", "team.absence", "ui.team.absence:AbsencePage", ("delegation",)),
        Part("decisions", "team.decisions", "ui.team.decisions:DecisionsPage"),
        Part("handing", "team.reassign", "ui.team.handing:HandingPage", ("left",)),
        Part("coverage", "team.coverage", "ui.rounds.coverage:CoveragePage"),
    )

    @property
    def title(self) -> str:
        return self.tr("Team")

    def show_part(self, key: str) -> Screen:
        """Whose line is under the cursor is whose work is handed over."""
        before: Any = self.pages.currentWidget()
        page = super().show_part(key)
        if key == "handing" and isinstance(before, OfficersPage):
            row = before.current()
            if row is not None:
                page.show_record("left", row.id)
        return page
