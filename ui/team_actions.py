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
    Action(
        "team.absence",
        QT_TRANSLATE_NOOP("actions", "Absence"),
        "Ctrl+2",
        "suitcase",
        "delegation.plan",
    ),
    Action(
        "team.stand_in",
        QT_TRANSLATE_NOOP("actions", "New absence"),
        "Ctrl+N",
        "arrows-left-right",
        "delegation.plan",
    ),
    Action(
        "team.end_absence",
        QT_TRANSLATE_NOOP("actions", "End it now"),
        "Ctrl+Del",
        "stop-circle",
        "delegation.read",
    ),
    Action(
        "desk.absence",
        QT_TRANSLATE_NOOP("actions", "Away: deputy, or hand work over"),
        "Alt+F8",
        "suitcase",
        "delegation.plan",
    ),
    Action(
        "team.decisions",
        QT_TRANSLATE_NOOP("actions", "What was decided"),
        "Ctrl+3",
        "chart-bar-horizontal",
        "team.read",
    ),
    Action(
        "team.reassign",
        QT_TRANSLATE_NOOP("actions", "Hand over work"),
        "Ctrl+R Ctrl+4",
        "arrows-left-right",
        "team.reassign",
    ),
    Action(
        "team.give",
        QT_TRANSLATE_NOOP("actions", "Put the selected lines to this person"),
        "Ctrl+T",
        "user-plus",
        "team.reassign",
    ),
)
