"""The shop's settings: what is typed is seen on a sample at once, and nothing prints so before
it is saved."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QColorDialog
from pytestqt.qtbot import QtBot

from crm_desktop.services.look import (
    SaveLogo,
    SaveLook,
    ShopLook,
    logo_and_version,
    look_and_version,
)
from crm_desktop.services.papers.samples import SAMPLES
from crm_desktop.services.settings import shop_and_version
from tests.printing.papers import picture
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui.customers.form import CustomerForm
from ui.look.pages import PapersPage, SettingsPage, ShopPage
from ui.look.screen import SettingsScreen
from ui.places import new_id

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def admin(sit: Sit) -> Counter:
    return sit("administrator", "authority", "settings")


def page_of(counter: Counter, key: str) -> SettingsPage:
    """A page of the settings, its first sample set."""
    place = counter.window.show_place("settings")
    assert isinstance(place, SettingsScreen)
    page = place.show_part(key)
    assert isinstance(page, SettingsPage)
    return page


def papers(counter: Counter, qtbot: QtBot) -> PapersPage:
    page = page_of(counter, "papers")
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(lambda: page.pane.preview.document is not None, timeout=15_000)
    return page


def says(page: SettingsPage, words: str) -> Callable[[], bool]:
    """Whether the sample in view has these words."""

    def look() -> bool:
        document = page.pane.preview.document
        return document is not None and words in str(document.getAllText(0).text())

    return look


def test_what_is_typed_is_on_the_sample_before_anybody_saves_it(
    shop: SellingShop, admin: Counter, qtbot: QtBot
) -> None:
    page = papers(admin, qtbot)
    before = page.pane.preview.document
    page.form.fields["footer_th"].set_raw("FOOTER TYPED")
    assert page.pane.preview.document is before, "the old pages stay until the new ones are there"
    qtbot.waitUntil(says(page, "FOOTER TYPED"), timeout=15_000)
    assert shop.system.read(look_and_version) == (ShopLook(), 0)


def test_every_kind_and_language_of_paper_can_be_looked_at_by_key(
    admin: Counter, qtbot: QtBot
) -> None:
    page = papers(admin, qtbot)
    seen = set()
    for _ in SAMPLES:
        admin.key("Ctrl+G")
        seen.add(page.pane.kind.currentData())
    assert seen == set(SAMPLES)
    admin.key("Ctrl+Shift+G")
    qtbot.waitUntil(says(page, "SAMPLE"), timeout=15_000)


def test_a_colour_that_is_none_is_told_at_its_field_and_the_sample_stays(
    admin: Counter, qtbot: QtBot
) -> None:
    page = papers(admin, qtbot)
    good = page.pane.preview.document
    accent = page.form.fields["accent"]
    accent.set_raw("#12")
    qtbot.waitUntil(lambda: bool(accent.widget.property("wrong")))
    assert "#12" in accent.widget.accessibleDescription()
    assert page.pane.preview.document is good
    admin.key("Ctrl+S")
    assert page.form.dirty
    accent.set_raw("#ffee00")
    assert page.form.inks.note.isVisible(), "too light: papers use it darker"
    accent.set_raw("#1b3a6b")
    assert not page.form.inks.note.isVisible()


def test_a_mixed_colour_is_taken_back_with_the_dialog(admin: Counter, qtbot: QtBot) -> None:
    page = papers(admin, qtbot)
    accent = page.form.fields["accent"]
    page.form.inks.more.click()
    dialog = page.findChild(QColorDialog)
    assert isinstance(dialog, QColorDialog)
    assert not dialog.isModal()
    dialog.setCurrentColor(Qt.GlobalColor.red)
    assert accent.raw() == "#ff0000"
    dialog.reject()
    assert accent.raw() == ShopLook().accent


def test_saved_twice_in_a_row_is_no_quarrel_with_oneself(
    shop: SellingShop, admin: Counter, qtbot: QtBot
) -> None:
    page = papers(admin, qtbot)
    for words in ("first", "second"):
        page.form.fields["footer_en"].set_raw(words)
        admin.key("Ctrl+S")
        assert admin.said[-1] == "Saved."
        assert shop.system.read(look_and_version)[0].footer_en == words
    assert not page.form.dirty


def test_what_another_saved_meanwhile_is_not_overwritten_unseen(
    shop: SellingShop, admin: Counter, qtbot: QtBot
) -> None:
    page = papers(admin, qtbot)
    page.form.fields["footer_en"].set_raw("mine")
    shop.system.execute(SaveLook(0, ShopLook(footer_en="theirs")))
    admin.key("Ctrl+S")
    assert page.form.comparison.isVisible()
    assert shop.system.read(look_and_version)[0].footer_en == "theirs"


def test_what_another_saved_is_shown_where_nobody_writes(
    shop: SellingShop, admin: Counter, qtbot: QtBot
) -> None:
    page = papers(admin, qtbot)
    shop.system.execute(SaveLook(0, ShopLook(footer_en="theirs", sets=("DL",))))
    admin.hear()
    assert page.form.fields["footer_en"].raw() == "theirs"
    assert page.form.fields["sets"].raw() == ["DL"]


# ------------------------------------------------------------ the logo


def test_a_logo_is_dropped_seen_saved_and_taken_away(
    shop: SellingShop, admin: Counter, qtbot: QtBot, tmp_path: Path
) -> None:
    page, file = papers(admin, qtbot), tmp_path / "โลโก้.png"
    file.write_bytes(picture())
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    middle = page.form.rect().center()
    how = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(page.form, QDragEnterEvent(middle, *how))
    QApplication.sendEvent(page.form, QDropEvent(middle.toPointF(), *how))
    qtbot.waitUntil(lambda: bool(page.form.logo.raw()), timeout=15_000)
    assert not page.form.logo.picture.pixmap().isNull()
    assert shop.system.read(logo_and_version) == ("", 0)
    admin.key("Ctrl+S")
    assert shop.system.read(logo_and_version) == (page.form.logo.raw(), 1)
    assert shop.system.read(look_and_version)[1] == 0, "nothing else was changed"
    admin.key("Ctrl+Shift+B", "Ctrl+S")
    assert shop.system.read(logo_and_version) == ("", 2)
    assert not page.form.dirty


def test_a_broken_logo_is_told_at_its_field_and_the_old_one_stays(
    shop: SellingShop, sit: Sit, qtbot: QtBot, tmp_path: Path
) -> None:
    shop.system.execute(SaveLogo(0, b64encode(picture()).decode()))
    admin = sit("administrator", "authority", "settings")
    page, file = papers(admin, qtbot), tmp_path / "logo.png"
    kept, wrong = page.form.logo.raw(), page.form.logo.widget
    for content in (b"no picture", None):
        file.unlink(missing_ok=True)
        if content:
            file.write_bytes(content)
        page.form.logo.take(file)
        qtbot.waitUntil(lambda: bool(wrong.property("wrong")), timeout=15_000)
    assert "logo.png" in wrong.accessibleDescription()
    assert page.form.logo.raw() == kept
    assert not page.form.dirty


def test_where_the_look_is_refused_the_logo_is_not_saved_alone(
    shop: SellingShop, admin: Counter, qtbot: QtBot
) -> None:
    page = papers(admin, qtbot)
    page.form.logo.set_raw(b64encode(picture()).decode())
    page.form.fields["accent"].set_raw("red")
    admin.key("Ctrl+S")
    assert shop.system.read(logo_and_version) == ("", 0)


# ------------------------------------------------------------ the shop


def test_the_shop_is_set_on_the_screen_and_its_sample_follows(
    shop: SellingShop, admin: Counter, qtbot: QtBot
) -> None:
    page = page_of(admin, "shop")
    assert isinstance(page, ShopPage)
    stored = shop.system.read(shop_and_version)[0]
    page.form.fields["name_th"].set_raw("NEW NAME")
    qtbot.waitUntil(says(page, "NEW NAME"), timeout=15_000)
    page.form.fields["vat_rates"].set_raw("01/04/2542 7\n01/10/2570 10%")
    page.form.fields["tax_number"].set_raw("123")
    admin.key("Ctrl+S")
    assert page.form.fields["tax_number"].widget.property("wrong")
    assert shop.system.read(shop_and_version)[0] == stored
    page.form.fields["tax_number"].set_raw("0-1055-36112-01-4")
    admin.key("Ctrl+S")
    kept = shop.system.read(shop_and_version)[0]
    assert (kept.name_th, kept.tax_number) == ("NEW NAME", "0105536112014")
    assert kept.vat_rates == (("1999-04-01", "7"), ("2027-10-01", "10"))
    assert page.form.fields["tax_number"].raw() == "0105536112014", "shown as it is kept"


def test_nobody_but_the_administrator_finds_the_settings(sit: Sit) -> None:
    assert "settings" not in sit("director", "authority", "settings").window.rail.buttons


def test_a_customer_can_get_papers_in_both_languages(sit: Sit) -> None:
    counter = sit("officer", "customers")
    counter.window.open_record("customer", new_id())
    form = counter.window.findChild(CustomerForm)
    assert isinstance(form, CustomerForm)
    form.fields["paper_language"].set_raw("both")
    assert form.fields["paper_language"].raw() == "both"
