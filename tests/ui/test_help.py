"""The help: a page for what is in view, in both languages, with the keys as they really are."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from resources import resource
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Sit, sit
from ui.actions import ACTIONS
from ui.help.screen import HelpScreen
from ui.help.topics import FIRST, OF_RECORD, TOPICS, page
from ui.palette import CommandPalette
from ui.places import PLACES, RECORDS

__all__ = ["desk", "shop", "sit"]

LANGUAGES = ("th", "en")
SQLITE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
BRACES = re.compile(r"\{([^}]*)\}")
LINKS = re.compile(r"\]\(([^)]*)\)")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_no_page_names_a_key_a_page_or_a_picture_that_is_not_there(
    topic: str, language: str
) -> None:
    text = resource(f"help/{language}/{topic}.md").read_text(encoding="utf-8")
    assert [name for name in BRACES.findall(text) if name not in ACTIONS] == []
    assert "{" not in page(topic, language)
    for link in LINKS.findall(text):
        is_page = link.removesuffix(".md") in TOPICS
        assert is_page or resource(f"help/{link}").is_file(), link


def test_no_page_is_forgotten_in_the_contents() -> None:
    for language in LANGUAGES:
        pages = list(resource(f"help/{language}").glob("*.md"))
        assert {each.stem for each in pages} == set(TOPICS)
        shown = {link for each in pages for link in LINKS.findall(each.read_text("utf-8"))}
        pictures = resource("help/images").glob(f"*-{language}.png")
        assert [each.name for each in pictures if f"images/{each.name}" not in shown] == []


def test_f1_has_a_page_for_every_place_and_record() -> None:
    assert [place.key for place in PLACES if place.key not in TOPICS] == []
    assert set(OF_RECORD) == set(RECORDS)
    assert set(OF_RECORD.values()) <= set(TOPICS)


@SQLITE
def test_f1_opens_the_page_about_what_is_in_view(shop: SellingShop, sit: Sit) -> None:
    counter = sit("officer")
    counter.key("Ctrl+Shift+F1", "F1")
    help_page = counter.window.middle.current()
    assert isinstance(help_page, HelpScreen)
    assert help_page.topic == OF_RECORD["problem"]
    counter.key("F1")
    assert counter.window.middle.current() is help_page
    assert help_page.topic == FIRST


@SQLITE
def test_the_palette_finds_a_page_by_its_title_in_either_language(
    shop: SellingShop, sit: Sit
) -> None:
    counter = sit("officer")
    for typed, topic in (("ลิ้นชัก", "deposits"), ("help: printing", "paper")):
        counter.key("Ctrl+K")
        palette = counter.window.findChildren(CommandPalette)[-1]
        palette.box.insert(typed)
        QTest.keyClick(palette.box, Qt.Key.Key_Return)
        help_page = counter.window.middle.current()
        assert isinstance(help_page, HelpScreen)
        assert help_page.topic == topic


@SQLITE
def test_a_link_turns_the_page_and_no_picture_is_wider_than_it(shop: SellingShop, sit: Sit) -> None:
    counter = sit("officer")
    counter.key("F1")
    help_page = counter.window.middle.current()
    assert isinstance(help_page, HelpScreen)
    help_page.page.anchorClicked.emit(QUrl("trouble.md"))
    assert help_page.topic == "trouble"
    image = QTextDocument.ResourceType.ImageResource.value
    for picture in resource("help/images").glob("*.png"):
        drawn = help_page.page.loadResource(image, QUrl(f"images/{picture.name}"))
        assert 0 < drawn.deviceIndependentSize().width() <= help_page.page.viewport().width()
