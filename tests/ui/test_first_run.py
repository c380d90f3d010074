"""The first run: an empty database becomes a desk, by keys, whole or not at all."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crm_desktop import paths, settings
from crm_desktop.application import Application
from crm_desktop.demo import fill
from crm_desktop.domain.authority import MatrixState
from crm_desktop.services.authority.matrices import matrix_versions
from crm_desktop.services.look import logo_and_version, look_and_version
from crm_desktop.services.people import is_new
from crm_desktop.services.settings import branches, shop
from ui import app
from ui.desk import Desk
from ui.first_run.window import FirstRunWindow
from ui.login import LoginWindow

DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
    "WjR9awAAAABJRU5ErkJggg=="
)
SHOP = {"name_th": "ร้านวัสดุไทย", "tax_number": "0105536112014", "phone": "02-123-4567"}
PEOPLE = {
    "owner_name": "สมศักดิ์ เจ้าของร้าน",
    "owner_username": "somsak",
    "administrator_name": "พัชรี ระบบดี",
    "administrator_username": "patcharee",
}
PASSWORDS = {
    f"{who}_{what}": f"{who} long"
    for who in ("owner", "administrator")
    for what in ("new", "again")
}


@pytest.fixture
def empty(qapp: QApplication, tmp_path: Path, empty_sqlite: Path) -> Iterator[Desk]:
    """A desk on a database in which nobody is."""
    file = tmp_path / "desk.db"
    file.write_bytes(empty_sqlite.read_bytes())
    application = Application.open(paths.sqlite_url(file))
    desk = Desk(application, tmp_path / "data")
    desk.speak("en")
    assert desk.is_new()
    yield desk
    desk.leave()
    application.close()


@pytest.fixture
def window(empty: Desk, qtbot: QtBot) -> FirstRunWindow:
    made = FirstRunWindow(empty)
    qtbot.addWidget(made)
    made.show()
    return made


def press(window: FirstRunWindow, key: str) -> None:
    QTest.keySequence(window.focusWidget() or window, QKeySequence(key))


def write(window: FirstRunWindow, answers: dict[str, str]) -> None:
    for key, words in answers.items():
        box = window.form.fields[key].widget
        assert isinstance(box, QLineEdit | QPlainTextEdit)
        box.clear()
        box.insert(words) if isinstance(box, QLineEdit) else box.insertPlainText(words)


def answer_all(window: FirstRunWindow) -> None:
    """Everything that is asked, from the first step to the last."""
    write(window, SHOP)
    press(window, "Ctrl+Return")
    press(window, "Ctrl+Return")
    window.form.fields["logo"].set_raw(DOT)
    press(window, "Ctrl+Return")
    write(window, PEOPLE | PASSWORDS)
    press(window, "Ctrl+Return")
    assert window.form.at == 4


def test_a_new_shop_is_set_up_by_keys_and_its_owner_comes_in(
    window: FirstRunWindow, empty: Desk, qtbot: QtBot
) -> None:
    answer_all(window)
    window.form.fields["confirmed"].set_raw(True)
    with qtbot.waitSignal(window.finished) as done:
        press(window, "Ctrl+Return")
    assert done.args == ["somsak"]
    empty.logout()
    assert empty.login("somsak", "owner long").grade == "G6"
    assert empty.read(shop).name_th == SHOP["name_th"]
    assert [each.code for each in empty.read(branches)] == ["01"]
    assert empty.read(logo_and_version)[0]
    assert empty.read(look_and_version)[0].style == "modern"
    assert [each.state for each in empty.read(matrix_versions)] == [MatrixState.CONFIRMED]


def test_a_table_that_the_owner_did_not_confirm_waits_for_the_owner(
    window: FirstRunWindow, empty: Desk
) -> None:
    answer_all(window)
    press(window, "Ctrl+Return")
    assert [each.state for each in empty.read(matrix_versions)] == [MatrixState.DRAFT]


@pytest.mark.parametrize(
    ("step", "answers", "wrong"),
    [
        (0, {"name_th": ""}, "name_th"),
        (0, {"tax_number": "1234545678789"}, "tax_number"),
        (0, {"tax_branch": "x"}, "tax_branch"),
        (3, {"owner_new": "short", "owner_again": "short"}, "owner_new"),
        (3, {"administrator_again": "another one"}, "administrator_again"),
    ],
)
def test_a_step_with_something_wrong_is_not_left(
    window: FirstRunWindow, empty: Desk, step: int, answers: dict[str, str], wrong: str
) -> None:
    write(window, SHOP | PEOPLE | PASSWORDS | answers)
    window.form.show_step(step)
    press(window, "Ctrl+Return")
    assert window.form.at == step
    assert window.form.fields[wrong].widget.accessibleDescription()
    assert empty.read(is_new)


def test_what_only_the_whole_shows_leads_back_to_where_it_was_typed(
    window: FirstRunWindow, empty: Desk
) -> None:
    answer_all(window)
    write(window, {"administrator_username": "somsak"})
    press(window, "Ctrl+Return")
    assert window.form.at == 3
    assert window.form.fields["administrator_username"].widget.accessibleDescription()
    assert empty.read(is_new)


def test_another_language_keeps_what_was_typed(
    window: FirstRunWindow, empty: Desk, qtbot: QtBot
) -> None:
    write(window, SHOP)
    with qtbot.waitSignal(window.spoken) as chosen:
        window.languages["th"].click()
    assert chosen.args == ["th"]
    other = FirstRunWindow(empty)
    qtbot.addWidget(other)
    other.form.take_over(window.form.typed())
    assert other.form.fields["name_th"].value() == SHOP["name_th"]


def test_a_crash_loses_no_answer_and_leaves_no_password_on_the_disk(
    window: FirstRunWindow, empty: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    write(window, SHOP | PEOPLE | PASSWORDS)
    window.form.keep_draft()
    kept = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*.json"))
    assert SHOP["name_th"].encode() in kept
    assert b"owner long" not in kept
    again = FirstRunWindow(empty)
    qtbot.addWidget(again)
    again.show()
    again.form.offer.buttons[0].click()
    assert again.form.fields["name_th"].value() == SHOP["name_th"]


def test_a_desk_that_another_pc_set_up_meanwhile_is_left_alone(
    window: FirstRunWindow, empty: Desk, tmp_path: Path
) -> None:
    answer_all(window)
    other = Application.open(paths.sqlite_url(tmp_path / "desk.db"))
    other.act_as_system()
    other.execute(window.form.command())
    other.close()
    press(window, "Ctrl+Return")
    assert not window.form.bar.isHidden()
    assert [each.code for each in empty.read(branches)] == ["01"]


def test_a_server_that_does_not_answer_is_told_and_not_remembered(
    window: FirstRunWindow, qtbot: QtBot
) -> None:
    window.join()
    write_address(window, "postgresql://nobody@127.0.0.1:9/none")
    press(window, "Return")
    window.server.connects.click()
    qtbot.waitUntil(lambda: bool(window.server.address.widget.accessibleDescription()))
    assert settings.load().database == ""
    press(window, "Esc")
    assert window.pages.currentWidget() is window.form


def write_address(window: FirstRunWindow, url: str) -> None:
    box = window.server.address.widget
    assert isinstance(box, QLineEdit)
    box.setText(url)


def when(ready: Callable[[], bool], act: Callable[[], None]) -> None:
    """Act as soon as the program is so far."""

    def look() -> None:
        if ready():
            act()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def shown(kind: type[FirstRunWindow] | type[LoginWindow]) -> list[FirstRunWindow | LoginWindow]:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return [each for each in found if each.isVisible()]


def test_the_demo_opens_in_a_file_of_its_own_and_the_real_desk_stays_to_be_set_up(
    qapp: QApplication, tmp_path: Path, empty_sqlite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm_desktop.demo.fill", partial(fill, papers=0))
    monkeypatch.setattr("ui.first_run.window.DEMO_CUSTOMERS", 3)
    monkeypatch.setattr(app.errors, "install", lambda refuse: None)
    file = tmp_path / "desk.db"
    file.write_bytes(empty_sqlite.read_bytes())
    seen: list[bool] = []

    def try_it() -> None:
        (window,) = shown(FirstRunWindow)
        assert isinstance(window, FirstRunWindow)
        window.demo_key.click()
        when(lambda: bool(shown(LoginWindow)), leave)

    def leave() -> None:
        (login,) = shown(LoginWindow)
        assert isinstance(login, LoginWindow)
        seen.append(hasattr(login.panel, "people"))
        login.close()

    when(lambda: bool(shown(FirstRunWindow)), try_it)
    assert app.main(["--database", paths.sqlite_url(file), "--language", "en"]) == 0
    assert seen == [True]
    assert settings.load().database == ""
    application = Application.open(paths.sqlite_url(file))
    application.act_as_system()
    assert application.read(is_new)
    application.close()
