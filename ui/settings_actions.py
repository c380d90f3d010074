"""The actions of the shop's settings; a part of the table in `ui.actions`."""

from ui.action import Action, of_menu
from ui.translations import QT_TRANSLATE_NOOP

SETTINGS: tuple[Action, ...] = of_menu(
    "settings",
    "settings.save",
    ("papers", QT_TRANSLATE_NOOP("actions", "Look of papers"), "Ctrl+1", "file-text"),
    ("shop", QT_TRANSLATE_NOOP("actions", "The shop"), "Ctrl+2", "storefront"),
    ("mail", QT_TRANSLATE_NOOP("actions", "Mail server"), "Ctrl+3", "envelope-simple"),
    ("sample", QT_TRANSLATE_NOOP("actions", "Next sample"), "Ctrl+G", "files"),
    ("logo", QT_TRANSLATE_NOOP("actions", "Choose the logo"), "Ctrl+B", "image"),
    ("no_logo", QT_TRANSLATE_NOOP("actions", "No logo"), "Ctrl+Shift+B", "trash"),
)
