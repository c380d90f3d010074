"""The place "Team": its officers, who stands in for whom, and what was decided."""

from ui.parted import Part, PartedScreen


class TeamScreen(PartedScreen):
    """Pages are looked at with Ctrl and a number."""

    NAME = "team"
    PARTS = (Part("officers", "team.officers", "ui.team.officers:OfficersPage"),)

    @property
    def title(self) -> str:
        return self.tr("Team")
