"""The actions that write a paper faster than typing it; a part of the table in `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

TYPING: tuple[Action, ...] = (
    Action(
        "document.copy",
        QT_TRANSLATE_NOOP("actions", "Copy to a new quotation"),
        "Shift+F3",
        "copy-simple",
        "quotation.save",
    ),
    Action(
        "document.template",
        QT_TRANSLATE_NOOP("actions", "Keep as a template"),
        "Ctrl+Shift+F3",
        "bookmark-simple",
        "template.save",
    ),
    Action(
        "line.template",
        QT_TRANSLATE_NOOP("actions", "Lines of a template"),
        "Ctrl+F3",
        "bookmarks-simple",
        "template.read",
    ),
    Action(
        "line.paste",
        QT_TRANSLATE_NOOP("actions", "Paste a list or a chat message"),
        "Shift+F5",
        "clipboard-text",
    ),
    Action(
        "line.reckon",
        QT_TRANSLATE_NOOP("actions", "How much material a job takes"),
        "Ctrl+F9",
        "calculator",
    ),
)
