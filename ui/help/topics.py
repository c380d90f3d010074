"""What the pages of the help are about, and which of them belongs to the screen in view."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from resources import resource
from ui.actions import ACTIONS
from ui.keys import shown
from ui.screen import Screen
from ui.translations import QT_TRANSLATE_NOOP

TOPICS = {
    "begin": QT_TRANSLATE_NOOP("help", "Finding one’s way"),
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
    "notices": "today",
    "problem": "trouble",
}
"""The topic of records that open in a tab of their own."""

FIRST = "begin"
_ACTION = re.compile(r"\{([a-z]+\.[a-z_]+)\}")


def title_of(topic: str) -> str:
    """Its title in the language that is on."""
    return QCoreApplication.translate("help", TOPICS[topic])


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
    return _ACTION.sub(lambda found: f"**{shown(ACTIONS[found[1]].keys[0])}**", text)
