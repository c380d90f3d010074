"""The team on screen: who has what open, who stands in for whom, what was decided."""

from ui.team.screen import TeamScreen

__all__ = ["TeamScreen"]
