"""The actions of doubles, merging and incomplete records; a part of the table in `ui.actions`."""

from ui.action import Action
from ui.translations import QT_TRANSLATE_NOOP

DOUBLES: tuple[Action, ...] = (
    Action(
        "list.doubles",
        QT_TRANSLATE_NOOP("actions", "Doubles and incomplete records"),
        "Alt+F3",
        "copy",
        "customer.merge",
    ),
    Action(
        "list.merge",
        QT_TRANSLATE_NOOP("actions", "Merge the selected customers"),
        "Alt+F5",
        "git-merge",
        "customer.merge",
    ),
    Action(
        "list.parted",
        QT_TRANSLATE_NOOP("actions", "What was merged into this customer"),
        "Alt+Shift+F5",
        "git-fork",
        "customer_merge.read",
    ),
    *(
        Action(f"double.{name}", words, keys, glyph, permission)
        for name, words, keys, glyph, permission in (
            (
                "pairs",
                QT_TRANSLATE_NOOP("actions", "Likely doubles"),
                "Ctrl+1",
                "copy",
                "customer.merge",
            ),
            (
                "incomplete",
                QT_TRANSLATE_NOOP("actions", "Incomplete records"),
                "Ctrl+2",
                "list-bullets",
                "customer.merge",
            ),
            (
                "merge",
                QT_TRANSLATE_NOOP("actions", "Side by side"),
                "M",
                "git-merge",
                "customer.merge",
            ),
            (
                "apart",
                QT_TRANSLATE_NOOP("actions", "Not a double"),
                "X",
                "users",
                "customer.merge",
            ),
            (
                "again",
                QT_TRANSLATE_NOOP("actions", "May be a double after all"),
                "Z",
                "arrow-counter-clockwise",
                "customer.merge",
            ),
            (
                "customer",
                QT_TRANSLATE_NOOP("actions", "Open the customer"),
                "F4",
                "user",
                "customer.read",
            ),
            (
                "look",
                QT_TRANSLATE_NOOP("actions", "Look through the whole file"),
                "Ctrl+F5",
                "magnifying-glass",
                "customer.merge",
            ),
            (
                "filter",
                QT_TRANSLATE_NOOP("actions", "Next filter"),
                "Ctrl+G",
                "funnel",
                "customer.read",
            ),
            ("reload", QT_TRANSLATE_NOOP("actions", "Read again"), "F5", "arrows-clockwise", None),
            (
                "survivor",
                QT_TRANSLATE_NOOP("actions", "The other record stays"),
                "Ctrl+B",
                "swap",
                "customer.merge",
            ),
            (
                "do",
                QT_TRANSLATE_NOOP("actions", "Merge"),
                "Ctrl+Return Ctrl+Enter",
                "git-merge",
                "customer.merge",
            ),
            (
                "undo",
                QT_TRANSLATE_NOOP("actions", "Part them again"),
                "Ctrl+Shift+Z",
                "git-fork",
                "customer.merge",
            ),
            (
                "drop",
                QT_TRANSLATE_NOOP("actions", "Give the merge up"),
                "Ctrl+Del",
                "trash",
                "customer.merge",
            ),
        )
    ),
)
