"""The actions of taking lists in; a part of the table in `ui.actions`."""

from ui.action import Action, of_menu
from ui.translations import QT_TRANSLATE_NOOP

IMPORTS: tuple[Action, ...] = of_menu(
    "import",
    "import.use",
    ("choose", QT_TRANSLATE_NOOP("actions", "Choose the file"), "Ctrl+O", "folder-open"),
    (
        "go",
        QT_TRANSLATE_NOOP("actions", "Go on"),
        "Ctrl+Return Ctrl+Enter Ctrl+S",
        "arrow-right",
    ),
    ("step_back", QT_TRANSLATE_NOOP("actions", "One step back"), "Alt+Left", "arrow-left"),
    ("wrong", QT_TRANSLATE_NOOP("actions", "Save the wrong lines"), "Ctrl+E", "file-x"),
    (
        "known",
        QT_TRANSLATE_NOOP("actions", "Take for the known one"),
        "Ctrl+1",
        "identification-card",
    ),
    ("new", QT_TRANSLATE_NOOP("actions", "Take as new"), "Ctrl+2", "user-plus"),
    ("out", QT_TRANSLATE_NOOP("actions", "Leave out"), "Ctrl+3", "user-minus"),
    (
        "undo",
        QT_TRANSLATE_NOOP("actions", "Undo the import"),
        "Ctrl+U",
        "arrow-counter-clockwise",
    ),
)
