"""The team's pages by keys: figures that open, bars that are walked, work that passes on."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.services.people import SavePerson
from crm_desktop.services.visits.visits import PlanVisit
from tests.services.desk import PEOPLE
from tests.services.shop import SellingShop, desk, shop
from tests.ui.shop import Counter, Sit, sit
from ui.screen import Screen
from ui.team.bars import Bar, BarChart
from ui.team.decisions import DecisionsPage
from ui.team.handing import HandingPage
from ui.team.officers import OfficersPage
from ui.team.screen import TeamScreen
from ui.team.words import minutes, percent
from ui.theme import Theme
from ui.today import TodayScreen
from ui.tokens import Tone

__all__ = ["desk", "shop", "sit"]

pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
S = TypeVar("S", bound=Screen)
Open = Callable[[type[S], str], S]
PARTS = {OfficersPage: "officers", DecisionsPage: "decisions", HandingPage: "handing"}


@pytest.fixture
def counter(sit: Sit) -> Callable[[str], Counter]:
    """One PC per person, with the places of this test."""
    made: dict[str, Counter] = {}

    def of(username: str) -> Counter:
        if username not in made:
            made[username] = sit(username, "team")
        return made[username]

    return of


@pytest.fixture
def open_page(counter: Callable[[str], Counter]) -> Open[Any]:
    """Opens a page as the person with that user name, in English."""

    def show(kind: type[S], username: str) -> S:
        pc = counter(username)
        screen = pc.window.show_place("team")
        assert isinstance(screen, TeamScreen)
        page = screen.show_part(PARTS[kind])
        page.setFocus()
        pc.rest()
        assert isinstance(page, kind)
        return page

    return show


def settle(qtbot: QtBot, page: Screen) -> None:
    qtbot.waitUntil(lambda: not page.desk.tasks.busy)


def press(page: Screen, *keys: str) -> None:
    """Keys as they are pressed in the window."""
    window = page.window()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    for each in keys:
        QTest.keySequence(window.focusWidget() or window, QKeySequence(each))


def id_of(username: str) -> int:
    return list(PEOPLE).index(username) + 1


def superior(shop: SellingShop) -> int:
    return shop.submit(shop.draft(shop.line("CEM", 60, discount="12%"))).id


def opened(page: Screen) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    page.open_record.connect(lambda kind, ident: found.append((kind, ident)))
    return found


# ------------------------------------------------------------ officers


def test_enter_opens_the_papers_behind_a_figure_and_then_the_paper(
    open_page: Open[OfficersPage], shop: SellingShop
) -> None:
    draft, waiting = shop.draft().id, superior(shop)
    page = open_page(OfficersPage, "supervisor")
    page.list.select(id_of("officer"))
    assert page.hint.text() == "Enter opens: Officer, Open papers"
    press(page, "Return")
    assert [row.id for row in page.behind.list.model.rows] == [waiting, draft]
    press(page, "Ctrl+G")
    assert [row.id for row in page.behind.list.model.rows] == [waiting]
    found = opened(page)
    press(page, "Return")
    assert found == [("quotation", waiting)]
    assert page.back()
    assert page.list.table.hasFocus()
    assert not page.back()


def test_left_and_right_choose_the_figure_that_opens(
    open_page: Open[OfficersPage], shop: SellingShop
) -> None:
    superior(shop)
    page = open_page(OfficersPage, "supervisor")
    page.list.select(id_of("supervisor"))
    columns = [column.key for column in page.list.model.columns]
    row = page.list.table.currentIndex().row()
    page.list.table.setCurrentIndex(page.list.model.index(row, columns.index("waiting")))
    press(page, "Right")
    assert page.hint.text() == "Enter opens: Supervisor, To answer"
    found = opened(page)
    press(page, "Return", "Return")
    ((kind, request),) = found
    assert kind == "request"
    assert shop.request(request)["answerer_id"] == id_of("supervisor")


def test_each_press_of_right_frames_another_figure(
    open_page: Open[OfficersPage], shop: SellingShop
) -> None:
    page = open_page(OfficersPage, "supervisor")
    page.list.select(id_of("officer"))

    def framed() -> list[str]:
        columns, row = page.list.model.columns, page.list.table.currentIndex().row()
        cells = [page.list.model.index(row, number) for number in range(len(columns))]
        return [columns[cell.column()].key for cell in cells if page.is_chosen(cell)]

    seen = [framed()]
    for _ in range(2):
        press(page, "Right")
        seen.append(framed())
    assert seen == [["papers"], ["waiting"], ["to_answer"]]


def test_what_another_does_shows_while_one_looks(
    open_page: Open[OfficersPage], shop: SellingShop
) -> None:
    page = open_page(OfficersPage, "supervisor")
    page.list.select(id_of("officer"))
    assert page.list.current().papers == 0
    shop.draft()
    page.desk.look_around()
    assert page.list.current().papers == 1
    assert page.chart.current() is not None
    assert page.chart.current().text == "1"


# ------------------------------------------------------------ bars


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme, shop: SellingShop) -> BarChart:
    made = BarChart("Levels")
    qtbot.addWidget(made)
    bars = [Bar(n, f"คุณ{n}", (n, 2 * n), f"{3 * n}") for n in range(1, 6)]
    made.show_bars("Levels", bars, [("Own", Tone.OK), ("Superior", Tone.WARN)])
    made.resize(600, made.height())
    made.show()
    return made


def test_bars_are_walked_and_chosen_by_keys_and_read_aloud(chart: BarChart) -> None:
    chosen: list[int] = []
    chart.chosen.connect(chosen.append)
    steps = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    for each in (*steps, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Home):
        QTest.keyClick(chart, each)
    assert chosen == [3, 5]
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Levels", "คุณ1: 3")


def test_a_click_on_a_bar_opens_it(chart: BarChart) -> None:
    chosen: list[int] = []
    chart.chosen.connect(chosen.append)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.row_rect(3).center())
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(5, 2))
    assert chosen == [4]


def test_the_longest_bar_is_the_longest_and_nothing_is_drawn_of_nothing(chart: BarChart) -> None:
    assert not chart.grab().isNull()
    chart.show_bars("Levels", [Bar(1, "x", (0, 0), "0")], chart.legend)
    assert not chart.grab().isNull()
    chart.show_bars("Levels", [], chart.legend)
    assert chart.current() is None
    QTest.keyClick(chart, Qt.Key.Key_Return)


# ------------------------------------------------------------ decisions


def test_a_share_opens_the_requests_it_is_made_of(
    open_page: Open[DecisionsPage], shop: SellingShop, qtbot: QtBot
) -> None:
    shop.issued()
    asked = superior(shop)
    page = open_page(DecisionsPage, "supervisor")
    (row,) = page.rows
    assert (row.own, row.superior) == (1, 1)
    assert page.chart.bars[0].pieces == (1, 0, 1)
    press(page, "Return")
    assert len(page.behind.list.model.rows) == 2
    press(page, "Ctrl+G", "Ctrl+G", "Ctrl+G")
    (behind,) = page.behind.list.model.rows
    assert (behind.document_id, page.behind.chips.on) == (asked, "superior")
    found = opened(page)
    press(page, "Return")
    assert found == [("quotation", asked)]
    assert page.back()


@pytest.mark.parametrize("view", ["levels", "answers", "waits", "discounts", "near", "splits"])
def test_every_view_reads_shows_and_opens(
    open_page: Open[DecisionsPage], shop: SellingShop, qtbot: QtBot, view: str
) -> None:
    for _ in range(2):
        shop.issued(shop.line("CEM", 190, discount="5%"))
    page = open_page(DecisionsPage, "supervisor")
    page.chips.choose(view)
    settle(qtbot, page)
    found = opened(page)
    page.list.setFocus()
    page.open_current()
    if page.pages.currentWidget() is page.behind:
        page.behind.list.next()
        page.open_current()
    if page.rows and view not in ("answers", "waits"):
        assert found
        assert found[-1][0] == "quotation"


def test_days_that_run_backwards_are_said_beside_the_day(
    open_page: Open[DecisionsPage], qtbot: QtBot
) -> None:
    page = open_page(DecisionsPage, "supervisor")
    page.window().resize(910, 485)
    page.span_box.choice.setCurrentIndex(3)
    QApplication.processEvents()
    for field in page.span_box.period.fields:
        day = field.widget.fontMetrics().horizontalAdvance("22/11/2569")
        assert field.widget.visibleRegion().boundingRect().width() > day, "a day is read whole"
    since = page.span_box.until + timedelta(days=1)
    page.span_box.period.put(since, page.span_box.until)
    settle(qtbot, page)
    assert page.span_box.period.fields[1].widget.accessibleDescription()
    page.span_box.choice.setCurrentIndex(1)
    settle(qtbot, page)
    assert (page.span_box.until - page.span_box.since).days == 29


def test_the_figures_go_out_as_a_sheet_and_as_a_paper(
    open_page: Open[DecisionsPage], shop: SellingShop
) -> None:
    page = open_page(DecisionsPage, "supervisor")
    found = opened(page)
    page.preview()
    ((kind, ident),) = found
    assert kind == "paper"
    assert ident.startswith("team-2026")
    from ui.paper_sources import source_of

    source = source_of(page.desk, ident)
    assert source.kind == "TR"
    assert source.values("en", 0).sections


# ------------------------------------------------------------ handing over


@pytest.fixture
def colleague(shop: SellingShop) -> int:
    return shop.desk.administrator.execute(
        SavePerson(
            id=None,
            version=0,
            username="new",
            full_name="คุณใหม่",
            full_name_en="New",
            roles=("officer",),
            grade="G3",
            branch_id=1,
            superior_id=id_of("supervisor"),
            password="a long password",
        )
    )


def owner(shop: SellingShop, document_id: int) -> int:
    document = shop.store.t.document
    rows = document.select(document.c.owner_id).where(document.c.id == document_id)
    return int(next(iter(rows.tuples()))[0])


def test_everything_of_one_person_goes_to_another(
    open_page: Open[HandingPage], shop: SellingShop, colleague: int, qtbot: QtBot
) -> None:
    draft, asked = shop.draft().id, superior(shop)
    shop.desk.officer.execute(PlanVisit(shop.customer, shop.desk.now.date(), "ติดตาม"))
    page = open_page(HandingPage, "supervisor")
    page.choose(id_of("officer"))
    said: list[str] = []
    page.desk.said.connect(lambda words, _tone: said.append(words))
    assert page.form is not None
    assert page.chips.on == "papers"
    page.form.fields["every"].set_raw(colleague)
    assert {page._goes_to(row) for row in page.list.model.rows} == {"New"}
    press(page, "Ctrl+S")
    assert owner(shop, draft) == id_of("officer"), "without a reason nothing goes"
    page.form.fields["reason"].set_raw("ลาออก")
    page.save()
    settle(qtbot, page)
    assert [owner(shop, each) for each in (draft, asked)] == [colleague, colleague]
    assert said[-1] == "Handed over: 0 customers, 2 papers, 1 visits, 0 requests."
    assert page.held is not None
    assert page.held.papers == 0
    assert not page.form.dirty


def test_single_lines_go_to_somebody_else(
    open_page: Open[HandingPage], shop: SellingShop, colleague: int, qtbot: QtBot
) -> None:
    first, second = shop.draft().id, shop.draft().id
    page = open_page(HandingPage, "manager")
    page.choose(id_of("officer"))
    assert page.form is not None
    page.form.fields["papers"].set_raw(id_of("supervisor"))
    page.list.rest()
    page.list.select(second)
    page.one.setCurrentIndex(page.one.findData(colleague))
    press(page, "Ctrl+T")
    assert [page._goes_to(row) for row in page.list.model.rows] == ["New", "Supervisor"]
    page.form.fields["reason"].set_raw("งานมากไป")
    page.save()
    settle(qtbot, page)
    assert (owner(shop, first), owner(shop, second)) == (id_of("supervisor"), colleague)


def test_what_was_chosen_is_asked_about_before_it_is_lost(
    open_page: Open[HandingPage], shop: SellingShop, colleague: int
) -> None:
    shop.draft()
    page = open_page(HandingPage, "supervisor")
    page.choose(id_of("officer"))
    assert page.form is not None
    page.form.fields["papers"].set_raw(colleague)
    page.choose(id_of("supervisor"))
    assert page.held is not None
    assert page.held.person.id == id_of("officer")
    assert not page.form.bar.isHidden()
    page.form.go()
    page.choose(id_of("supervisor"))
    assert page.held.person.id == id_of("supervisor")


def test_nothing_chosen_is_said_beside_the_choice(
    open_page: Open[HandingPage], shop: SellingShop, colleague: int
) -> None:
    shop.draft()
    page = open_page(HandingPage, "supervisor")
    page.choose(id_of("officer"))
    assert page.form is not None
    page.form.fields["reason"].set_raw("ลาออก")
    page.save()
    assert page.form.fields["every"].widget.accessibleDescription()


def test_no_long_name_cuts_the_button_that_gives_single_lines(
    open_page: Open[HandingPage], shop: SellingShop, colleague: int
) -> None:
    person = shop.store.t.person
    with shop.store.write():
        person.update(name_en="Kanchanaphorn Wongsuwanphatthanakit").execute()
    shop.draft()
    page = open_page(HandingPage, "supervisor")
    page.window().resize(910, 485)
    page.choose(id_of("officer"))
    page.list.rest()
    (button,) = page.singly.findChildren(QPushButton)
    assert button.width() >= button.sizeHint().width()


def test_the_officer_under_the_cursor_is_whose_work_is_handed_over(
    open_page: Open[OfficersPage], counter: Callable[[str], Counter], shop: SellingShop
) -> None:
    officers = open_page(OfficersPage, "supervisor")
    screen = counter("supervisor").window.show_place("team")
    assert isinstance(screen, TeamScreen)
    officers.list.select(id_of("officer"))
    press(screen, "Ctrl+R")
    page = screen.page
    assert isinstance(page, HandingPage)
    assert page.held is not None
    assert page.held.person.id == id_of("officer")
    screen.show_record("left", id_of("supervisor"))
    assert page.held.person.id == id_of("supervisor")


def test_today_leads_a_head_to_the_work_of_who_left(sit: Sit, shop: SellingShop) -> None:
    shop.draft()
    person = shop.store.t.person
    with shop.store.write():
        person.update(active=0).where(person.c.username == "officer").execute()
    pc = sit("supervisor", "today", "team")
    screen = pc.window.show_place("today")
    assert isinstance(screen, TodayScreen)
    screen.lines.go_to("today_left_behind")
    line = screen.lines.current()
    assert line is not None
    assert line.person == "Officer"
    press(screen, "Return")
    team = pc.window.show_place("team")
    assert isinstance(team, TeamScreen)
    page = team.page
    assert isinstance(page, HandingPage)
    assert page.held is not None
    assert page.held.person.id == id_of("officer")
    assert page.held.papers == 1


# ------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (percent(None), "no data"),
        (minutes(None), "no data"),
        (minutes(59), "59 min"),
        (minutes(61), "1 h 1 min"),
    ],
)
def test_nothing_to_divide_by_says_so(shop: SellingShop, shown: str, words: str) -> None:
    assert shown == words
