"""My notices and the mail server: set by hand, tried by a key, and never a password on disk."""

import json
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from crm_desktop.services.mailing import mail_server
from crm_desktop.services.notify import my_notify
from tests.services.postbox import HOST, SENDER, Postbox, Serve, free_port, impatient, serve, use
from tests.services.shop import SellingShop, desk, shop
from tests.ui.hands import hands
from tests.ui.shop import Counter, Sit, sit
from ui.form_tab import FormTab
from ui.mail_form import MailPage
from ui.parted import PartedScreen

__all__ = ["desk", "impatient", "serve", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def tab(counter: Counter) -> FormTab:
    """The form in front."""
    found = counter.window.middle.current()
    found = found.page if isinstance(found, PartedScreen) else found
    assert isinstance(found, FormTab)
    return found


def write(counter: Counter, key: str, words: str) -> None:
    """Type into a field as if it had the cursor."""
    box = tab(counter).form.fields[key].widget
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.selectAll()
    hands(words)


def tick(counter: Counter, key: str) -> None:
    box = tab(counter).form.fields[key].widget
    assert isinstance(box, QCheckBox)
    box.click()


# ------------------------------------------------------------ my notices


def test_a_person_says_when_to_be_left_alone(shop: SellingShop, sit: Sit) -> None:
    officer = sit("officer")
    officer.key("Ctrl+F8")
    hands("Somchai@Shop.example")
    write(officer, "quiet_from", "20.00")
    write(officer, "quiet_until", "7:00")
    for key in ("day_7", "tray"):
        tick(officer, key)
    officer.key("Ctrl+S")
    assert officer.said[-1] == "Saved."
    mine = shop.desk.officer.read(my_notify)
    assert mine.email == "Somchai@shop.example"
    assert (mine.notify.mail, mine.notify.tray) == (True, False)
    quiet = mine.notify.quiet
    assert (quiet.since, quiet.until, quiet.days) == (time(20), time(7), frozenset({7}))
    assert not tab(officer).form.dirty
    assert tab(officer).form.fields["quiet_from"].raw() == "20:00", "as it was understood"
    write(officer, "quiet_from", "๒๑:๓๐")
    officer.key("Ctrl+S")
    assert shop.desk.officer.read(my_notify).notify.quiet.since == time(21, 30)


def test_half_a_night_is_refused_beside_its_field(shop: SellingShop, sit: Sit) -> None:
    officer = sit("officer")
    officer.key("Ctrl+F8")
    write(officer, "quiet_from", "20:00")
    officer.key("Ctrl+S")
    box = tab(officer).form.fields["quiet_until"].widget
    assert "beginning and an end" in box.accessibleDescription()
    assert shop.desk.officer.read(my_notify).version == 1


def test_both_forms_are_in_the_palette_of_those_who_may(shop: SellingShop, sit: Sit) -> None:
    assert "desk.notices" in sit("officer").window.here()
    assert "desk.mail" not in sit("director").window.here()
    assert "desk.mail" in sit("administrator", "settings").window.here()


# ------------------------------------------------------------ the mail server


@pytest.fixture
def admin(shop: SellingShop, sit: Sit) -> Counter:
    """The administrator, who has an address."""
    counter = sit("administrator", "authority", "settings")
    counter.key("Ctrl+F8")
    hands("admin@shop.example")
    counter.key("Ctrl+S", "Ctrl+W")
    return counter


def test_the_server_is_set_and_tried_in_one_go(
    shop: SellingShop, admin: Counter, serve: Serve
) -> None:
    box = serve()
    admin.key("Ctrl+Shift+F8")
    tick(admin, "on")
    for key, words in (("host", HOST), ("port", str(box.port)), ("sender", SENDER)):
        write(admin, key, words)
    security = tab(admin).form.fields["security"]
    security.set_value("none")
    admin.key("Ctrl+F5")
    admin.rest()
    assert "admin@shop.example" in tab(admin).form.bar.label.text()
    assert len(box.mails) == 1
    assert shop.desk.administrator.read(mail_server)[0].on


def test_what_went_wrong_stands_over_the_form(shop: SellingShop, admin: Counter) -> None:
    gone = Postbox()
    gone.port = free_port()
    shop.desk.administrator.execute(use(gone))
    admin.key("Ctrl+Shift+F8", "Ctrl+F5")
    admin.rest()
    words = tab(admin).form.bar.label.text()
    assert f"localhost, port {gone.port}, cannot be reached" in words


def test_a_password_is_kept_without_being_shown_or_written_to_this_pc(
    shop: SellingShop, admin: Counter, tmp_path: Path
) -> None:
    admin.key("Ctrl+Shift+F8")
    for key, words in (("host", "smtp.example.com"), ("user", "desk"), ("password", "s3cret-word")):
        write(admin, key, words)
    box = tab(admin).form.fields["password"].widget
    assert isinstance(box, QLineEdit)
    assert box.displayText() != "s3cret-word"
    tab(admin).form.keep_draft()
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.suffix == ".json"]
    assert [text for text in written if b"smtp.example.com" in text], "the rest is kept as a draft"
    assert [text for text in written if b"s3cret" in text] == []
    admin.key("Ctrl+S")
    form = tab(admin).form
    assert form.fields["password"].raw() == ""
    write(admin, "sender", "other@shop.example")
    admin.key("Ctrl+S")
    assert shop.desk.administrator.read(mail_server)[0].has_password


def test_letters_that_did_not_go_out_stand_under_the_form(
    shop: SellingShop, admin: Counter, serve: Serve
) -> None:
    admin.key("Ctrl+Shift+F8")
    screen = tab(admin)
    assert isinstance(screen, MailPage)
    assert not screen.form.troubles.isVisible()
    asked = shop.submit(shop.draft(shop.line("CEM", 60, discount="12%")))
    moment, said = shop.desk.now.isoformat(), {"host": "h", "port": 25, "problem": "p"}
    with shop.store.write():
        shop.store.t.letter.insert(
            person_id=2,
            address="boss@nowhere.example",
            request_id=asked.request_id,
            about="asked",
            subject="s",
            body="b",
            made_at=moment,
            not_before=moment,
            state="given_up",
            failure=json.dumps({"code": "mail_no_answer", "values": said}),
        ).execute()
    screen.reload(frozenset({"letter"}))
    words = screen.form.troubles.text()
    assert "boss@nowhere.example" in words
    assert "h, port 25, did not answer" in words
