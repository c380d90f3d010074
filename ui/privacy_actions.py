"""The actions of personal data; a part of the table in `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

EXPORT, ERASE = "privacy.export", "privacy.erase"

PRIVACY: tuple[Action, ...] = (
    Action(
        "list.held",
        QT_TRANSLATE_NOOP("actions", "Copy of all personal data"),
        "Alt+Shift+F6",
        "identification-card",
        EXPORT,
    ),
    Action(
        "list.erase",
        QT_TRANSLATE_NOOP("actions", "Erase personal data"),
        "Alt+Shift+F8",
        "eraser",
        ERASE,
    ),
    Action(
        "list.retention",
        QT_TRANSLATE_NOOP("actions", "Personal data kept too long"),
        "Alt+Shift+F3",
        "hourglass-high",
        ERASE,
    ),
    Action(
        "privacy.customer",
        QT_TRANSLATE_NOOP("actions", "Open the customer"),
        "F4",
        "user",
        "customer.read",
    ),
    Action(
        "privacy.held",
        QT_TRANSLATE_NOOP("actions", "Copy of all personal data"),
        "C Alt+Shift+F6",
        "identification-card",
        EXPORT,
    ),
    Action(
        "privacy.erase",
        QT_TRANSLATE_NOOP("actions", "Erase personal data"),
        "E Alt+Shift+F8",
        "eraser",
        ERASE,
    ),
    Action(
        "privacy.drop",
        QT_TRANSLATE_NOOP("actions", "Delete the selected files"),
        "Ctrl+Del",
        "trash",
        ERASE,
    ),
    Action("privacy.what", QT_TRANSLATE_NOOP("actions", "Next list"), "Ctrl+G", "funnel", ERASE),
    Action(
        "privacy.terms",
        QT_TRANSLATE_NOOP("actions", "How long data are kept"),
        "Ctrl+Shift+Y",
        "sliders",
        "privacy.save",
    ),
    Action(
        "privacy.reload",
        QT_TRANSLATE_NOOP("actions", "Read again"),
        "F5",
        "arrows-clockwise",
        None,
    ),
)
