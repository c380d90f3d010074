"""What the pages of the help are about, and which of them belongs to the screen in view."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from resources import resource
from ui.actions import ACTIONS
from ui.keys import shown
from ui.palette import Entry
from ui.screen import Screen
from ui.translations import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.main_window import MainWindow

TOPICS = {
    "begin": QT_TRANSLATE_NOOP("help", "Finding one’s way"),
    "today": QT_TRANSLATE_NOOP("help", "Today"),
    "customers": QT_TRANSLATE_NOOP("help", "Customers"),
    "quotation": QT_TRANSLATE_NOOP("help", "Writing a quotation"),
    "quotations": QT_TRANSLATE_NOOP("help", "Following quotations up"),
    "paper": QT_TRANSLATE_NOOP("help", "Printing and sending"),
    "orders": QT_TRANSLATE_NOOP("help", "Orders"),
    "deposits": QT_TRANSLATE_NOOP("help", "Deposits and the till"),
    "visits": QT_TRANSLATE_NOOP("help", "Visits"),
    "products": QT_TRANSLATE_NOOP("help", "Products"),
    "approvals": QT_TRANSLATE_NOOP("help", "Approvals"),
    "authority": QT_TRANSLATE_NOOP("help", "Authority"),
    "team": QT_TRANSLATE_NOOP("help", "Team and absence"),
    "settings": QT_TRANSLATE_NOOP("help", "Settings"),
    "exchange": QT_TRANSLATE_NOOP("help", "Import and export"),
    "trouble": QT_TRANSLATE_NOOP("help", "When something goes wrong"),
}
"""Topics in the order of the contents, with their titles."""

OF_RECORD = {
    "quotation": "quotation",
    "sales_order": "orders",
    "back_order": "orders",
    "special_order": "orders",
    "purchase_request": "orders",
    "paper": "paper",
    "paper_mail": "paper",
    "statement": "deposits",
    "delegation": "team",
    "notices": "settings",
    "doubles": "customers",
    "customer_merge": "customers",
    "privacy": "customers",
    "cards": "exchange",
    "watched_file": "exchange",
    "import": "exchange",
    "problem": "trouble",
    "help": "begin",
}
"""The topic of each record that opens in a tab of its own; a place is a topic by its own name."""

FIRST = "begin"
_ACTION = re.compile(r"\{([a-z]+\.[a-z_]+)\}")


def title_of(topic: str) -> str:
    """Its title in the language that is on."""
    return QCoreApplication.translate("help", TOPICS[topic])


def show_topic(window: "MainWindow", topic: str) -> None:
    """Turn to a page, in the one tab that the help has."""
    window.open_record("help", "pages")
    if tab := window.middle.current():
        tab.show_record("help", topic)


def help_entries(both: Callable[[str, str], str], window: "MainWindow") -> list[Entry]:
    """A line of the palette for each page; `both` says a text in both languages."""
    page_of = QCoreApplication.translate("help", "Help: {0}")
    return [
        Entry(
            page_of.format(title_of(topic)),
            "",
            f"{both('help', 'Help: {0}').format('')} {both('help', title)}",
            "question",
            partial(show_topic, window, topic),
        )
        for topic, title in TOPICS.items()
    ]


def topic_of(screen: Screen | None, places: Mapping[str, Screen]) -> str:
    """The topic of the screen in view; where none fits, how to find one's way."""
    if screen is None:
        return FIRST
    kind = screen.objectName().partition(":")[0]
    here = next((key for key, each in places.items() if each is screen), "")
    return OF_RECORD.get(kind, here if here in TOPICS else FIRST)


def page(topic: str, language: str) -> str:
    """The page as Markdown; every `{action.name}` in it has become the keys of that action."""
    text = resource(f"help/{language}/{topic}.md").read_text(encoding="utf-8")
    return _ACTION.sub(lambda found: f"**{_together(shown(ACTIONS[found[1]].keys[0]))}**", text)


def _together(keys: str) -> str:
    """No line ends between a letter and its Thai neighbour."""
    return keys.replace(" ", "\N{NO-BREAK SPACE}")
