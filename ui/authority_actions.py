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
    Action(
        "queue.limits",
        QT_TRANSLATE_NOOP("actions", "Within limits"),
        "L",
        "sliders-horizontal",
        "request.answer",
    ),
    Action("queue.next", QT_TRANSLATE_NOOP("actions", "Next"), "N", "arrow-down"),
    Action(
        "request.answer_here",
        QT_TRANSLATE_NOOP("actions", "Superior answers here"),
        "Shift+F7",
        "identification-badge",
        "request.recall",
    ),
    Action(
        "request.customer_waits",
        QT_TRANSLATE_NOOP("actions", "Customer is waiting now"),
        "Alt+F7",
        "hourglass-high",
        "request.recall",
    ),
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
    Action("matrix.read", QT_TRANSLATE_NOOP("actions", "Read out"), "R Alt+R", "chat-text"),
    Action(
        "matrix.edit",
        QT_TRANSLATE_NOOP("actions", "Edit this row"),
        "E",
        "pencil-simple",
        "matrix.draft",
    ),
    *(
        Action(f"matrix.{name}", words, key, glyph, "matrix.draft")
        for name, words, key, glyph in (
            ("save", QT_TRANSLATE_NOOP("actions", "Save as draft"), "Ctrl+S", "floppy-disk"),
            ("above", QT_TRANSLATE_NOOP("actions", "Row above"), "Ctrl+Up", "arrow-up"),
            ("below", QT_TRANSLATE_NOOP("actions", "Row below"), "Ctrl+Down", "arrow-down"),
            ("band", QT_TRANSLATE_NOOP("actions", "Add a band"), "Ctrl+B", "plus"),
            (
                "less",
                QT_TRANSLATE_NOOP("actions", "Take the band or exception away"),
                "Ctrl+Shift+B",
                "minus",
            ),
            (
                "condition",
                QT_TRANSLATE_NOOP("actions", "Add a condition"),
                "Ctrl+M",
                "plus-circle",
            ),
            (
                "dismiss",
                QT_TRANSLATE_NOOP("actions", "Take the condition away"),
                "Ctrl+Shift+M",
                "trash",
            ),
            ("spare", QT_TRANSLATE_NOOP("actions", "Does not count when…"), "Ctrl+H", "funnel"),
            ("branch", QT_TRANSLATE_NOOP("actions", "A branch’s own row"), "Ctrl+T", "storefront"),
            (
                "undo",
                QT_TRANSLATE_NOOP("actions", "Undo all changes"),
                "Ctrl+Shift+Z",
                "arrow-counter-clockwise",
            ),
        )
    ),
    Action("matrix.times", QT_TRANSLATE_NOOP("actions", "Times"), "Ctrl+6", "clock"),
    Action("matrix.table", QT_TRANSLATE_NOOP("actions", "Authority table"), "Ctrl+1", "table"),
    Action("matrix.what_if", QT_TRANSLATE_NOOP("actions", "What if"), "Ctrl+2", "question"),
    Action("matrix.compare", QT_TRANSLATE_NOOP("actions", "Compare versions"), "Ctrl+3", "columns"),
    Action(
        "matrix.replay",
        QT_TRANSLATE_NOOP("actions", "Replay"),
        "Ctrl+4",
        "rewind",
        "matrix.replay",
    ),
    Action("matrix.signatures", QT_TRANSLATE_NOOP("actions", "Signatures"), "Ctrl+5", "pen-nib"),
    Action(
        "matrix.differences",
        QT_TRANSLATE_NOOP("actions", "Only what differs"),
        "D",
        "funnel",
    ),
    Action(
        "matrix.run",
        QT_TRANSLATE_NOOP("actions", "Replay now"),
        "Ctrl+R",
        "play",
        "matrix.replay",
    ),
    Action(
        "matrix.sign",
        QT_TRANSLATE_NOOP("actions", "I have read it"),
        "S",
        "pen-nib",
        "matrix.sign",
    ),
    Action("matrix.print", QT_TRANSLATE_NOOP("actions", "Printed table"), "Ctrl+P", "printer"),
    Action(
        "request.trail",
        QT_TRANSLATE_NOOP("actions", "Approval history"),
        "Ctrl+F7",
        "clipboard-text",
        "request.trail",
    ),
)
