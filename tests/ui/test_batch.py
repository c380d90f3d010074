"""Many papers of a list as PDF: asked by keys, done beside the window, told to the last one."""

from itertools import count
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crm_desktop.exchange import many
from crm_desktop.exchange.placing import Placed, place_beside
from tests.services.deposit_shop import DepositShop
from tests.services.desk import desk
from tests.services.shop import SellingShop, shop
from tests.ui.money import Opened, deposits_of, money, opened
from tests.ui.shop import Counter, Sit, sit
from ui.file_dialog import FileDialog
from ui.orders import OrdersScreen
from ui.papers.batch import BatchPanel, Plan
from ui.papers.list import PapersScreen
from ui.parted import PartedScreen

__all__ = ["desk", "money", "opened", "shop", "sit"]
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder, beside the database."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def quotations(counter: Counter) -> PapersScreen:
    place = counter.window.show_place("quotations")
    assert isinstance(place, PartedScreen)
    screen = place.page
    assert isinstance(screen, PapersScreen)
    return screen


def panel_of(screen: PapersScreen) -> BatchPanel:
    panel = screen.asking.panel
    assert isinstance(panel, BatchPanel)
    return panel


def known(panel: BatchPanel) -> Plan:
    """What would happen, once the panel knows it."""
    until = QDeadlineTimer(15_000)
    while panel.plan is None and not until.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert panel.plan is not None
    return panel.plan


def asked(counter: Counter) -> BatchPanel:
    """The panel over the quotations."""
    screen = quotations(counter)
    counter.key("Ctrl+Shift+P")
    panel = panel_of(screen)
    known(panel)
    return panel


def test_in_a_low_window_what_is_asked_stays_readable(shop: SellingShop, sit: Sit) -> None:
    for _ in range(3):
        shop.draft()
    counter = sit("officer", "quotations")
    counter.window.resize(911, 485)
    panel = asked(counter)
    counter.rest()
    view = panel._view
    for name in ("which", "one", "language"):
        box = panel.fields[name].widget
        assert box.height() >= box.minimumSizeHint().height(), name
    assert panel.left.height() >= panel.left.minimumHeight()
    assert not view.isVisible()
    counter.window.resize(1366, 728)
    counter.rest()
    assert view.isVisible()
    counter.window.resize(911, 485)
    counter.key("Esc", into=panel)
    assert view.isVisible()
    assert view.isAncestorOf(QApplication.focusWidget())


def test_the_list_is_saved_by_keys_and_what_stays_is_named_before(
    shop: SellingShop, sit: Sit, out: Path
) -> None:
    for _ in range(2):
        shop.issued()
    draft = shop.draft()
    counter = sit("officer", "quotations")
    panel = asked(counter)
    assert panel.told.text() == "2 of 3 papers leave; these stay:"
    (stays,) = panel.left.toPlainText().splitlines()
    assert stays.startswith(shop.paper(draft.id).reference)
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == stays
    counter.key("Ctrl+Return", into=panel)
    dialog = panel.findChild(FileDialog)
    assert dialog is not None
    dialog.close()
    panel.start(out)
    counter.rest()
    assert len(list(out.iterdir())) == 2
    assert str(out) in counter.said[-1]
    assert quotations(counter).asking.panel is None, "all is well: the list has the keyboard again"


def test_what_is_selected_goes_alone_into_one_file(shop: SellingShop, sit: Sit, out: Path) -> None:
    for _ in range(3):
        shop.issued()
    counter = sit("officer", "quotations")
    view = quotations(counter).list
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    panel = asked(counter)
    assert panel.values()["which"] == "selected"
    panel.fields["one"].set_value(True)
    known(panel)
    panel.start(out / "two.pdf")
    counter.rest()
    assert [each.name for each in out.iterdir()] == ["two.pdf"]
    assert sorted(shop.paper(row.id).print_count for row in view.model.rows) == [0, 1, 1]


def test_another_filter_while_it_is_asked_is_what_will_be_saved(
    shop: SellingShop, sit: Sit
) -> None:
    shop.issued()
    shop.draft()
    counter = sit("officer", "quotations")
    panel = asked(counter)
    quotations(counter).show_stage("open")
    assert not panel.accept.isEnabled(), "nothing is saved that nobody has seen"
    assert len(known(panel).papers) == 1


def held_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Event:
    """The work waits before it writes that file, until the event is set."""
    go, calls = Event(), count(1)

    def waiting(pdf: bytes, target: Path) -> Placed:
        if next(calls) == number:
            go.wait(15)
        return place_beside(pdf, target)

    monkeypatch.setattr(many, "place_beside", waiting)
    return go


def test_esc_stops_the_work_and_says_what_was_saved(
    shop: SellingShop, sit: Sit, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "TOGETHER", 2)
    for _ in range(5):
        shop.issued()
    counter, go = sit("officer", "quotations"), held_at(4, monkeypatch)
    panel = asked(counter)
    panel.start(out)
    arrived = QDeadlineTimer(15_000)
    while not panel.count.text().startswith("3 of") and not arrived.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    counter.key("Esc")
    go.set()
    counter.rest()
    assert counter.said[-1] == f"2 papers were saved in {out}, then it was stopped."
    assert panel.told.text() == counter.said[-1], "and it stays until it is read"
    missing = panel.left.toPlainText().splitlines()
    assert len(missing) == 3
    assert all(each.startswith("QT") and each.endswith(": not saved yet") for each in missing)
    taken = sum(shop.paper(row.id).print_count for row in quotations(counter).list.model.rows)
    assert len(list(out.iterdir())) == taken == 2
    panel.bar.buttons[0].click()
    panel.start(out)
    counter.rest()
    taken = [shop.paper(row.id).print_count for row in quotations(counter).list.model.rows]
    assert taken == [1] * 5, "what is left goes on, and nothing twice"
    assert quotations(counter).asking.panel is None


def test_a_folder_that_is_gone_is_a_sentence_in_the_panel(
    shop: SellingShop, sit: Sit, out: Path
) -> None:
    shop.issued()
    counter = sit("officer", "quotations")
    panel = asked(counter)
    panel.start(out / "gone")
    counter.rest()
    assert "gone" in panel.bar.label.text()
    assert "nothing was saved" in panel.told.text()


def test_the_window_answers_while_many_are_saved(
    shop: SellingShop, sit: Sit, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        shop.issued()
    counter, go = sit("officer", "quotations"), held_at(2, monkeypatch)
    screen = quotations(counter)
    panel = asked(counter)
    panel.start(out)
    first = screen.list.current()
    counter.key("Down", into=screen.list.table)
    assert screen.list.current() is not first
    assert counter.desk.tasks.busy
    screen.save_papers()
    assert screen.asking.panel is panel, "one batch at a time"
    go.set()
    counter.rest()
    assert len(list(out.iterdir())) == 3


def test_another_kind_of_order_takes_the_question_about_the_list_away(
    shop: SellingShop, sit: Sit
) -> None:
    counter = sit("officer", "orders")
    screen = counter.window.show_place("orders")
    assert isinstance(screen, OrdersScreen)
    counter.key("Ctrl+Shift+P")
    page = screen.page
    assert isinstance(page, PapersScreen)
    known(panel_of(page))
    counter.key("Ctrl+Shift+G")
    assert page.asking.panel is None


def test_receipts_are_saved_from_the_deposits(
    money: DepositShop, opened: Opened, out: Path
) -> None:
    money.held(money.order(), 100)
    counter, screen = opened("cashier")
    deposits_of(screen).chips.choose("all")
    counter.key("Ctrl+Shift+P")
    panel = deposits_of(screen).asking.panel
    assert isinstance(panel, BatchPanel)
    known(panel)
    panel.start(out)
    counter.rest()
    assert len(list(out.iterdir())) == 1


def test_who_may_not_print_is_not_offered_it(shop: SellingShop, sit: Sit) -> None:
    counter = sit("credit", "quotations")
    assert "list.papers" not in quotations(counter).bound
