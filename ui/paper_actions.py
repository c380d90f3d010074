"""The actions of a paper's preview and of its mail; a part of the table in `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

PAPER: tuple[Action, ...] = (
    Action(
        "paper.find",
        QT_TRANSLATE_NOOP("actions", "Find in the paper"),
        "F",
        "file-search",
    ),
    Action("paper.hit", QT_TRANSLATE_NOOP("actions", "Next place found"), "N", "caret-down"),
    Action(
        "paper.hit_before",
        QT_TRANSLATE_NOOP("actions", "Place found before"),
        "Shift+N",
        "caret-up",
    ),
    Action("paper.page", QT_TRANSLATE_NOOP("actions", "Go to page"), "G", "hash"),
    Action("paper.earlier", QT_TRANSLATE_NOOP("actions", "Page before"), "Ctrl+PgUp", "caret-left"),
    Action("paper.later", QT_TRANSLATE_NOOP("actions", "Next page"), "Ctrl+PgDown", "caret-right"),
    Action("paper.first", QT_TRANSLATE_NOOP("actions", "First page"), "Home", "caret-double-left"),
    Action("paper.last", QT_TRANSLATE_NOOP("actions", "Last page"), "End", "caret-double-right"),
    Action(
        "paper.larger",
        QT_TRANSLATE_NOOP("actions", "Larger"),
        "Ctrl++ Ctrl+=",
        "magnifying-glass-plus",
    ),
    Action(
        "paper.smaller", QT_TRANSLATE_NOOP("actions", "Smaller"), "Ctrl+-", "magnifying-glass-minus"
    ),
    Action(
        "paper.fit",
        QT_TRANSLATE_NOOP("actions", "As wide as the window"),
        "Ctrl+0",
        "arrows-out-line-horizontal",
    ),
    Action("paper.whole", QT_TRANSLATE_NOOP("actions", "The whole page"), "Ctrl+9", "arrows-out"),
    Action("paper.actual", QT_TRANSLATE_NOOP("actions", "Size of the paper"), "Ctrl+1", "ruler"),
    Action(
        "paper.language",
        QT_TRANSLATE_NOOP("actions", "Language of the paper"),
        "Ctrl+Shift+G",
        "translate",
    ),
    Action(
        "paper.history",
        QT_TRANSLATE_NOOP("actions", "When it left, how and through whom"),
        "H",
        "clock-counter-clockwise",
    ),
    Action("paper.email", QT_TRANSLATE_NOOP("actions", "Send by e-mail"), "E", "envelope-simple"),
    Action("paper.line", QT_TRANSLATE_NOOP("actions", "Send by LINE"), "L", "chat-circle"),
    Action("paper.clipboard", QT_TRANSLATE_NOOP("actions", "Copy the PDF"), "C", "copy"),
    Action(
        "paper.program",
        QT_TRANSLATE_NOOP("actions", "Open in the mail program"),
        "Ctrl+Shift+Return Ctrl+Shift+Enter",
        "envelope-open",
    ),
)
