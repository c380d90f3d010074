"""The actions of the team and of absence; a part of the table in `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

TEAM: tuple[Action, ...] = (
    Action(
        "team.officers",
        QT_TRANSLATE_NOOP("actions", "Officers of the team"),
        "Ctrl+1",
        "users-three",
        "team.read",
    ),
)
