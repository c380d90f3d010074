"""The actions of visits and rounds; a part of the table in `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

READ, SAVE = "visit.read", "visit.save"

ROUNDS: tuple[Action, ...] = (
    Action("rounds.list", QT_TRANSLATE_NOOP("actions", "Visits as a list"), "Ctrl+1", "list", READ),
    Action("rounds.week", QT_TRANSLATE_NOOP("actions", "Week"), "Ctrl+2", "calendar-blank", READ),
    Action("rounds.month", QT_TRANSLATE_NOOP("actions", "Month"), "Ctrl+3", "calendar", READ),
    Action(
        "rounds.due", QT_TRANSLATE_NOOP("actions", "Who is due"), "Ctrl+4", "clock-afternoon", READ
    ),
    Action(
        "rounds.route", QT_TRANSLATE_NOOP("actions", "Route of the day"), "Ctrl+5", "path", READ
    ),
    Action(
        "rounds.coverage", QT_TRANSLATE_NOOP("actions", "Coverage"), "Ctrl+6", "chart-bar", READ
    ),
    Action(
        "rounds.spread",
        QT_TRANSLATE_NOOP("actions", "Plan visits to the selected"),
        "V Ctrl+T",
        "calendar-plus",
        SAVE,
    ),
    Action(
        "rounds.rhythm",
        QT_TRANSLATE_NOOP("actions", "Class of the selected"),
        "Ctrl+Shift+L",
        "repeat",
        "customer.save",
    ),
    Action(
        "rounds.cycles",
        QT_TRANSLATE_NOOP("actions", "Cycles and visits a day"),
        "Ctrl+Shift+Y",
        "sliders",
        "calendar.save",
    ),
    Action("rounds.up", QT_TRANSLATE_NOOP("actions", "Stop earlier"), "Alt+Up", "arrow-up", SAVE),
    Action(
        "rounds.down", QT_TRANSLATE_NOOP("actions", "Stop later"), "Alt+Down", "arrow-down", SAVE
    ),
    Action(
        "rounds.ics",
        QT_TRANSLATE_NOOP("actions", "This visit for another calendar"),
        "I",
        "export",
        READ,
    ),
    Action(
        "rounds.ics_days",
        QT_TRANSLATE_NOOP("actions", "These days for another calendar"),
        "Ctrl+Shift+I",
        "calendar-check",
        READ,
    ),
    Action(
        "rounds.photo",
        QT_TRANSLATE_NOOP("actions", "Add photos to the visit"),
        "Ctrl+B",
        "camera",
        SAVE,
    ),
    Action("rounds.look", QT_TRANSLATE_NOOP("actions", "Look at the photos"), "G", "image", READ),
    Action(
        "team.coverage",
        QT_TRANSLATE_NOOP("actions", "Coverage of visits"),
        "Ctrl+5",
        "chart-bar",
        "team.read",
    ),
)
