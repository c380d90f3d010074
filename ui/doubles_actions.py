"""The actions of doubles, merging and incomplete records; a part of the table in `ui.actions`."""

from ui.action import Action, of_menu
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
    *of_menu(
        "double",
        "customer.merge",
        ("pairs", QT_TRANSLATE_NOOP("actions", "Likely doubles"), "Ctrl+1", "copy"),
        (
            "incomplete",
            QT_TRANSLATE_NOOP("actions", "Incomplete records"),
            "Ctrl+2",
            "list-bullets",
        ),
        ("merge", QT_TRANSLATE_NOOP("actions", "Side by side"), "M", "git-merge"),
        ("apart", QT_TRANSLATE_NOOP("actions", "Not a double"), "X", "users"),
        (
            "again",
            QT_TRANSLATE_NOOP("actions", "May be a double after all"),
            "Z",
            "arrow-counter-clockwise",
        ),
    ),
    *of_menu(
        "double",
        "customer.read",
        ("customer", QT_TRANSLATE_NOOP("actions", "Open the customer"), "F4", "user"),
    ),
    *of_menu(
        "double",
        "customer.merge",
        (
            "look",
            QT_TRANSLATE_NOOP("actions", "Look through the whole file"),
            "Ctrl+F5",
            "magnifying-glass",
        ),
    ),
    *of_menu(
        "double",
        "customer.read",
        ("filter", QT_TRANSLATE_NOOP("actions", "Next filter"), "Ctrl+G", "funnel"),
    ),
    *of_menu(
        "double",
        None,
        ("reload", QT_TRANSLATE_NOOP("actions", "Read again"), "F5", "arrows-clockwise"),
    ),
    *of_menu(
        "double",
        "customer.merge",
        ("survivor", QT_TRANSLATE_NOOP("actions", "The other record stays"), "Ctrl+B", "swap"),
        ("do", QT_TRANSLATE_NOOP("actions", "Merge"), "Ctrl+Return Ctrl+Enter", "git-merge"),
        ("undo", QT_TRANSLATE_NOOP("actions", "Part them again"), "Ctrl+Shift+Z", "git-fork"),
        ("drop", QT_TRANSLATE_NOOP("actions", "Give the merge up"), "Ctrl+Del", "trash"),
    ),
)
