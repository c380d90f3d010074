"""The actions of what goes to other programs and comes from them; a part of `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

EXCHANGE: tuple[Action, ...] = (
    Action(
        "list.cards",
        QT_TRANSLATE_NOOP("actions", "Take in visiting cards"),
        "Ctrl+H",
        "address-book",
        "customer.save",
    ),
    Action(
        "list.card_act",
        QT_TRANSLATE_NOOP("actions", "New, contact or left out"),
        "Ctrl+T",
        "swap",
        "customer.save",
    ),
    Action(
        "work.erp",
        QT_TRANSLATE_NOOP("actions", "To and from the ERP"),
        "Ctrl+F9",
        "arrows-left-right",
        "erp.send",
    ),
    Action(
        "work.send_orders",
        QT_TRANSLATE_NOOP("actions", "Send new orders"),
        "Shift+F12",
        "export",
        "erp.send",
    ),
    Action(
        "work.send_deposits",
        QT_TRANSLATE_NOOP("actions", "Send new deposits"),
        "Ctrl+F12",
        "wallet",
        "erp.send",
    ),
    Action(
        "work.write_again",
        QT_TRANSLATE_NOOP("actions", "Write this batch again"),
        "Ctrl+F11",
        "arrow-counter-clockwise",
        "erp.send",
    ),
    Action(
        "work.dealt",
        QT_TRANSLATE_NOOP("actions", "I have dealt with it"),
        "Ctrl+Return",
        "check",
        "import.use",
    ),
    Action(
        "settings.watched",
        QT_TRANSLATE_NOOP("actions", "Watched folder"),
        "Ctrl+4",
        "folder-open",
        "settings.save",
    ),
    Action(
        "settings.look_now",
        QT_TRANSLATE_NOOP("actions", "Look into the folder now"),
        "Ctrl+F5",
        "arrows-clockwise",
        "settings.save",
    ),
)
