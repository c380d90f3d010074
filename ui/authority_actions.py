"""The actions of approvals and the authority matrix; a part of the table in `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

AUTHORITY = (
    Action(
        "queue.approve",
        QT_TRANSLATE_NOOP("actions", "Approve"),
        "A",
        "check-circle",
        "request.answer",
    ),
    Action(
        "queue.return",
        QT_TRANSLATE_NOOP("actions", "Return"),
        "R",
        "arrow-u-up-left",
        "request.answer",
    ),
    Action(
        "queue.reject", QT_TRANSLATE_NOOP("actions", "Reject"), "X", "x-circle", "request.answer"
    ),
    Action(
        "queue.consult",
        QT_TRANSLATE_NOOP("actions", "Answer the consultation"),
        "C",
        "chat-teardrop-text",
        "request.answer",
    ),
    Action(
        "queue.send",
        QT_TRANSLATE_NOOP("actions", "Send the answer"),
        "Ctrl+Return Ctrl+Enter",
        "paper-plane-tilt",
        "request.answer",
    ),
    Action("queue.next", QT_TRANSLATE_NOOP("actions", "Next"), "N", "arrow-down"),
    Action(
        "matrix.confirm",
        QT_TRANSLATE_NOOP("actions", "Confirm this version"),
        "Ctrl+Return Ctrl+Enter",
        "check-circle",
        "matrix.confirm",
    ),
    Action(
        "matrix.drop",
        QT_TRANSLATE_NOOP("actions", "Drop this draft"),
        "Ctrl+Del",
        "trash",
        "matrix.draft",
    ),
    Action("matrix.grade", QT_TRANSLATE_NOOP("actions", "Next grade"), "G", "caret-right"),
    Action(
        "matrix.versions", QT_TRANSLATE_NOOP("actions", "Versions"), "V", "clock-counter-clockwise"
    ),
    Action("matrix.table", QT_TRANSLATE_NOOP("actions", "Authority table"), "Ctrl+1", "table"),
)
