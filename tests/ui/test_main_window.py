"""The frame: places by key, search from anywhere, tabs that tear off, lock, change of person."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QStackedWidget,
    QStyleOptionTab,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import Refused, Unavailable
from tests.ui.fakes import SOMSRI, Door
from ui import main_window
from ui.desk import Desk
from ui.forms.base import Form
from ui.forms.lookup import Found
from ui.keyhelp import KeyHelp
from ui.login import LoginPanel, LoginWindow, Offered
from ui.main_window import MainWindow
from ui.palette import CommandPalette
from ui.places import PLACES, Place, customer_of, new_id
from ui.screen import Screen
from ui.theme import Theme
from ui.translations import Translations


class NoteForm(Form):
    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        rows = self.rows()
        rows.text("note", "Note")
        self.adopt(rows)
        self.load({"note": ""})


class Plain(Screen):
    def __init__(self, desk: Desk, key: str, kind: str = "") -> None:
        super().__init__(desk)
        self.key = key
        self.reloaded: list[frozenset[str]] = []
        self.shown: list[Any] = []
        self.form = NoteForm(desk, f"{kind}:{key}" if kind else f"place:{key}")
        QVBoxLayout(self).addWidget(self.form)
        self.bind({"list.new": lambda: self.shown.append("new")})
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def title(self) -> str:
        return f"Screen {self.key}"

    def reload(self, tables: frozenset[str]) -> None:
        self.reloaded.append(tables)

    def show_record(self, kind: str, record_id: Any) -> None:
        self.shown.append((kind, record_id))

    def make_new(self, kind: str) -> bool:
        if self.key == "customers" and kind == "quotation":
            self.open_record.emit(kind, new_id(7))
        return self.key == "customers"


Made = Callable[..., MainWindow]


@pytest.fixture
def make(
    qtbot: QtBot,
    desk: Desk,
    theme: Theme,
    translations: Translations,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Made]:
    def make_place(place: Place, desk: Desk, parent: QWidget) -> Plain:
        return Plain(desk, place.key)

    def make_record(kind: str, record_id: Any, desk: Desk) -> Plain:
        return Plain(desk, str(record_id), kind)

    monkeypatch.setattr(main_window, "make_place", make_place)
    monkeypatch.setattr(main_window, "make_record", make_record)
    made: list[MainWindow] = []

    def build(**more: Any) -> MainWindow:
        window = MainWindow(desk, theme, translations, **more)
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield build
    for window in made:
        for document in window.middle.windows:
            document.hide()
            document.deleteLater()


@pytest.fixture
def window(make: Made) -> MainWindow:
    return make()


def find(text: str) -> Sequence[Found]:
    return [
        Found(7, f"Customer {text}", "081", "customer", "user"),
        Found(42, f"QT {text}", "", "quotation", "file-text"),
    ]


def current(window: MainWindow) -> Plain:
    screen = window.middle.current()
    assert isinstance(screen, Plain)
    return screen


def test_the_role_decides_which_places_are_there(make: Made, door: Door) -> None:
    assert list(make().rail.buttons) == [p.key for p in PLACES if SOMSRI.may(p.permission)]
    door.actor = replace(SOMSRI, roles=frozenset({"logistics"}))
    window = make()
    assert "customers" in window.rail.buttons
    assert "quotations" not in window.rail.buttons
    assert "new.quotation" not in window.bound


def test_alt_and_a_number_opens_a_place(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert current(window).key == "customers"
    assert window.rail.buttons["customers"].isChecked()


def test_a_click_opens_a_place_and_it_is_open_again_next_time(
    qtbot: QtBot, window: MainWindow, make: Made
) -> None:
    qtbot.mouseClick(window.rail.buttons["visits"], Qt.MouseButton.LeftButton)
    assert current(window).key == "visits"
    assert current(make()).key == "visits"


def test_counts_stand_beside_the_words(qtbot: QtBot, make: Made) -> None:
    window = make(counts=lambda show: show({"today": 3}))
    button = window.rail.buttons["today"]
    qtbot.waitUntil(lambda: button.count == 3)
    assert button.accessibleName() == "Today, 3 waiting"


def test_search_is_one_key_away_and_opens_what_is_picked(qtbot: QtBot, make: Made) -> None:
    window = make(find=find)
    qtbot.keyClick(window, Qt.Key.Key_F3)
    box = window.top.search
    assert box.hasFocus()
    qtbot.keyClicks(box, "so")
    qtbot.waitUntil(window.top.picker.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.middle.document("quotation:42") is current(window)
    qtbot.keyClick(window, Qt.Key.Key_F3)
    qtbot.keyClicks(box, "so")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert current(window).shown == [("customer", 7)]


def test_tab_comes_round_when_no_paper_is_open(qtbot: QtBot, window: MainWindow) -> None:
    window.top.focus_search()
    search = QApplication.focusWidget()
    seen = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert any(isinstance(each, QLineEdit) and each is not search for each in seen)
    assert search in seen


def test_a_document_is_opened_once(window: MainWindow) -> None:
    window.open_record("quotation", 42)
    window.open_record("quotation", 43)
    window.open_record("quotation", 42)
    assert [s.title for s in window.middle.documents()] == ["Screen 42", "Screen 43"]
    assert current(window).key == "42"


def test_many_open_papers_are_told_apart_by_the_end_of_their_numbers(window: MainWindow) -> None:
    for number in range(900_001, 900_016):
        window.open_record("quotation", number)
    bar, option = window.middle.tabBar(), QStyleOptionTab()
    for number in (1, 2):
        bar.initStyleOption(option, number)
        assert "…" in option.text
        assert option.text.endswith(str(number))


def test_two_quotations_side_by_side(qtbot: QtBot, window: MainWindow) -> None:
    window.open_record("quotation", 42)
    window.open_record("quotation", 43)
    window.middle.tear(2)
    [torn] = window.middle.windows
    assert torn.document.title == "Screen 43"
    assert torn.isVisible()
    assert current(window).key == "42"
    torn.close()
    assert [s.title for s in window.middle.documents()] == ["Screen 42"]


def test_esc_leaves_a_document_and_asks_only_if_something_would_be_lost(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_record("quotation", 42)
    window.open_record("quotation", 43)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert [s.title for s in window.middle.documents()] == ["Screen 42"]
    window.middle.setCurrentIndex(1)
    form = current(window).form
    qtbot.keyClicks(form.fields["note"].widget, "abc")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert form.bar.isVisible()
    qtbot.keyClick(form.bar.buttons[2], Qt.Key.Key_Return)
    assert window.middle.documents() == []
    behind, here = current(window), QApplication.focusWidget()
    assert here is not None
    assert behind is here or behind.isAncestorOf(here), "the next Enter would leave the place"


def test_screens_hear_what_changed(desk: Desk, window: MainWindow) -> None:
    desk.changed.emit(frozenset({"customer"}))
    assert current(window).reloaded == [frozenset({"customer"})]


def test_a_tab_behind_shows_what_was_changed_meanwhile_when_it_comes_into_view(
    desk: Desk, window: MainWindow
) -> None:
    behind = current(window)
    window.open_record("quotation", 42)
    for table in ("customer", "visit"):
        desk.changed.emit(frozenset({table}))
    assert behind.reloaded == [], "a save does not wait for tabs that nobody sees"
    window.middle.setCurrentIndex(0)
    assert behind.reloaded == [frozenset({"customer", "visit"})]
    window.middle.setCurrentIndex(1)
    window.middle.setCurrentIndex(0)
    assert len(behind.reloaded) == 1


def test_the_palette_does_what_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    palette.box.insert("สินค้า")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert current(window).key == "products"


def test_the_help_shows_the_keys_of_the_screen_in_view(qtbot: QtBot, window: MainWindow) -> None:
    current(window).setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    sheet = window.findChild(KeyHelp)
    assert isinstance(sheet, KeyHelp)
    assert ("Ctrl+N", "New") in sheet.rows
    assert ("F2", "New quotation") in sheet.rows
    sheet.reject()


def test_new_opens_a_form_whose_draft_is_found_again(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F2)
    form = current(window).form
    qtbot.keyClicks(form.fields["note"].widget, "abc")
    key = form.key
    window.keep_drafts()
    window.middle.drop(current(window))
    [draft] = desk.drafts.list(1)
    assert draft.key == key
    window.foot.draft_chosen.emit(draft)
    assert current(window).form.key == key
    assert current(window).form.offer.isVisible()


def test_a_draft_is_offered_at_the_start_and_opens_without_the_mouse(
    qtbot: QtBot, desk: Desk, make: Made
) -> None:
    first = make()
    qtbot.keyClick(first, Qt.Key.Key_F2)
    qtbot.keyClicks(current(first).form.fields["note"].widget, "abc")
    first.keep_drafts()
    first.close()
    window = make()
    assert "Ctrl+Shift+J" in window.foot.said.text()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_J, both)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert current(window).form.offer.isVisible()


def test_what_was_saved_just_now_is_not_called_a_draft_any_more(
    desk: Desk, window: MainWindow
) -> None:
    desk.drafts.save(1, "customer:7", {"note": "abc"})
    desk.say("Something")
    assert window.foot.drafts.isVisible()
    desk.drafts.remove(1, "customer:7")
    desk.say("Saved.")
    assert not window.foot.drafts.isVisible()


def test_a_new_quotation_is_for_the_customer_in_view(qtbot: QtBot, window: MainWindow) -> None:
    window.show_place("customers")
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert customer_of(current(window).key) == 7


def test_f8_opens_the_next_follow_up(qtbot: QtBot, make: Made, desk: Desk) -> None:
    due: list[tuple[str, int]] = [("quotation", 42)]
    window = make(follow_up=lambda: due.pop() if due else None)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert current(window).key == "42"
    with qtbot.waitSignal(desk.said):
        qtbot.keyClick(window, Qt.Key.Key_F8)


def test_the_lock_covers_everything_and_loses_nothing(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    form = current(window).form
    qtbot.keyClicks(form.fields["note"].widget, "abc")
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()
    assert len(desk.drafts.list(1)) == 1
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert window.middle.documents() == []
    panel = window.lock_page.panel
    qtbot.keyClicks(panel.password.widget, "demo")
    qtbot.keyClick(panel.password.widget, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.fields["note"].raw() == "abc"


def test_another_person_takes_over_and_the_first_ones_draft_stays_theirs(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    qtbot.keyClicks(current(window).form.fields["note"].widget, "abc")
    window.lock()
    panel = window.lock_page.panel
    panel.user.set_raw("wichai")
    panel.password.set_raw("demo")
    with qtbot.waitSignal(window.left_to) as left:
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert left.args[0].username == "wichai"
    window.dismiss()
    assert len(desk.drafts.list(1)) == 1
    assert desk.drafts.list(2) == []


def test_a_database_that_is_gone_gets_a_calm_banner(desk: Desk, window: MainWindow) -> None:
    desk.reachable.emit(False)
    assert window.banner.isVisible()
    desk.reachable.emit(True)
    assert not window.banner.isVisible()


def test_everything_that_takes_focus_has_a_name(window: MainWindow) -> None:
    window.open_record("quotation", 42)
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        frames = (QAbstractScrollArea, QStackedWidget, QTabWidget, Screen)
        if (
            takes
            and widget.isVisible()
            and (isinstance(widget, QTextEdit) or not isinstance(widget, frames))
        ):
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_a_narrow_screen_has_room_for_the_work(window: MainWindow) -> None:
    window.resize(683, 384)
    assert window.width() == 683
    assert window.rail.width() < 60


def test_a_wrong_password_gets_its_sentence(
    qtbot: QtBot, desk: Desk, door: Door, theme: Theme
) -> None:
    door.refuse_login = Refused("wrong_password", "password")
    login = LoginWindow(desk, [Offered("somsri", "สมศรี", "G3")])
    qtbot.addWidget(login)
    login.show()
    login.activateWindow()
    qtbot.waitUntil(login.isActiveWindow)
    panel = login.panel
    qtbot.keyClicks(panel.user.widget, "somsri")
    qtbot.keyClicks(panel.password.widget, "guess")
    qtbot.keyClick(panel.password.widget, Qt.Key.Key_Return)
    assert panel.password.widget.accessibleDescription() == desk.explain(door.refuse_login)
    assert panel.password.widget.hasFocus()


def test_who_comes_in_while_somebody_else_writes_is_let_in_right_after(
    qtbot: QtBot, desk: Desk, door: Door, theme: Theme
) -> None:
    door.refuse_login, door.store.is_free = Unavailable("database_locked"), lambda: False
    panel = LoginPanel(desk)
    qtbot.addWidget(panel)
    came: list[Any] = []
    panel.entered.connect(came.append)
    panel.enter_as("somsri", "demo")
    assert "let in right after" in panel.password.widget.accessibleDescription()
    desk.turn._ask()
    assert not came
    door.refuse_login, door.store.is_free = None, lambda: True
    desk.turn._ask()
    desk.turn.came.emit()
    assert [actor.username for actor in came] == ["somsri"]


def test_a_demo_person_is_picked_from_the_list(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    panel = LoginPanel(desk, [Offered("wichai", "วิชัย", "G4")])
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.entered) as entered:
        panel.people.setCurrentRow(0)
        panel.people.setFocus()
        qtbot.keyClick(panel.people, Qt.Key.Key_Return)
    assert entered.args[0].username == "wichai"


def test_thai_people_get_thai_words(make: Made, door: Door, translations: Translations) -> None:
    translations.use("th")
    door.actor = replace(SOMSRI, language="th")
    window = make()
    assert window.rail.buttons["quotations"].text() == "ใบเสนอราคา"
    assert window.top.new.text() == "สร้างใหม่"
    assert QApplication.translate("actions", "Approve") == "อนุมัติ"


def test_typing_goes_on_in_a_field_when_a_key_means_something_elsewhere(
    qtbot: QtBot, window: MainWindow
) -> None:
    box = current(window).form.fields["note"].widget
    assert isinstance(box, QLineEdit)
    box.setFocus()
    qtbot.keyClicks(box, "a?n")
    assert box.text() == "a?n"
    assert window.findChild(KeyHelp) is None
