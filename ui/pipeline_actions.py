"""The actions of quotations at work: pages, follow-ups, board; a part of `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

PIPELINE: tuple[Action, ...] = (
    Action(
        "pipeline.list",
        QT_TRANSLATE_NOOP("actions", "All quotations"),
        "Ctrl+1",
        "file-text",
        "quotation.read",
    ),
    Action(
        "pipeline.board",
        QT_TRANSLATE_NOOP("actions", "Board"),
        "Ctrl+2",
        "columns",
        "quotation.read",
    ),
    Action(
        "pipeline.follow_ups",
        QT_TRANSLATE_NOOP("actions", "Follow-ups"),
        "Ctrl+3",
        "phone",
        "quotation.read",
    ),
    Action(
        "pipeline.forecast",
        QT_TRANSLATE_NOOP("actions", "Forecast"),
        "Ctrl+4",
        "chart-bar-horizontal",
        "quotation.read",
    ),
    Action(
        "pipeline.rises",
        QT_TRANSLATE_NOOP("actions", "Price rises"),
        "Ctrl+5",
        "trend-up",
        "quotation.read",
    ),
    Action(
        "pipeline.objection",
        QT_TRANSLATE_NOOP("actions", "Objection"),
        "O",
        "hand-palm",
        "quotation.follow",
    ),
    Action(
        "pipeline.expect",
        QT_TRANSLATE_NOOP("actions", "Expected close"),
        "E",
        "target",
        "quotation.follow",
    ),
    Action(
        "pipeline.received",
        QT_TRANSLATE_NOOP("actions", "Received by the customer"),
        "R",
        "check",
        "quotation.follow",
    ),
    Action(
        "pipeline.onward",
        QT_TRANSLATE_NOOP("actions", "Move card on"),
        "Shift+Right",
        "arrow-right",
        "quotation.read",
    ),
    Action(
        "pipeline.backward",
        QT_TRANSLATE_NOOP("actions", "Move card back"),
        "Shift+Left",
        "arrow-left",
        "quotation.read",
    ),
    Action(
        "pipeline.won",
        QT_TRANSLATE_NOOP("actions", "Card: accepted"),
        "W",
        "handshake",
        "quotation.follow",
    ),
    Action(
        "pipeline.lost",
        QT_TRANSLATE_NOOP("actions", "Card: lost"),
        "L",
        "thumbs-down",
        "quotation.follow",
    ),
    Action(
        "pipeline.zone",
        QT_TRANSLATE_NOOP("actions", "Next zone"),
        "Z",
        "map-pin",
        "quotation.read",
    ),
    Action(
        "pipeline.month",
        QT_TRANSLATE_NOOP("actions", "Next month"),
        "M",
        "calendar-blank",
        "quotation.read",
    ),
    Action(
        "pipeline.stages",
        QT_TRANSLATE_NOOP("actions", "How likely each stage is won"),
        "Ctrl+Shift+V",
        "percent",
        "pipeline.save",
    ),
)
